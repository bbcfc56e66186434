//! Where things are in the checkout, and what its manifest pins.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The folder that holds the project's `Cargo.toml` and `Trunk.toml`.
///
/// Cargo names the checkout when it runs a program or a test; otherwise it is the one that this
/// was compiled in.
#[must_use]
pub fn root() -> PathBuf {
    let compiled = Path::new(env!("CARGO_MANIFEST_DIR"));
    let running = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let within = running.as_deref().unwrap_or(compiled);
    within
        .ancestors()
        .find(|folder| folder.join("Trunk.toml").is_file())
        .unwrap_or(compiled)
        .to_path_buf()
}

/// The folder that `cargo xtask dist` fills.
#[must_use]
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Reads a text file, naming it when that fails.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// Writes a file, naming it when that fails.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("{} could not be written", path.display()))
}

/// Every file in a folder and in the folders inside it, in alphabetical order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = || format!("The folder {} could not be read", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The version to which the project's `Cargo.toml` pins a dependency: `name = "=1.2.3"`.
pub fn pinned(dependency: &str) -> Result<String> {
    let manifest = read(&root().join("Cargo.toml"))?;
    find_pin(&manifest, dependency).with_context(|| {
        format!("Cargo.toml should pin {dependency}, like {dependency} = \"=1.2.3\"")
    })
}

fn find_pin(manifest: &str, dependency: &str) -> Option<String> {
    manifest.lines().find_map(|line| {
        let value = line
            .strip_prefix(dependency)?
            .trim_start()
            .strip_prefix('=')?;
        let (_, version) = value.split_once("\"=")?;
        let (version, _) = version.split_once('"')?;
        Some(version.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::{find_pin, pinned};

    #[test]
    fn a_pin_is_read_in_either_notation() {
        let manifest = "serde = \"1\"\nyew = { version = \"=0.23.0\" }\nwasm = \"=0.2.1\"\n";
        assert_eq!(find_pin(manifest, "yew").as_deref(), Some("0.23.0"));
        assert_eq!(find_pin(manifest, "wasm").as_deref(), Some("0.2.1"));
        assert_eq!(find_pin(manifest, "serde"), None);
    }

    #[test]
    fn the_manifest_pins_wasm_bindgen() {
        assert!(pinned("wasm-bindgen").is_ok());
    }
}
