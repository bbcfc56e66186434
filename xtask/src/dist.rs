//! Building the release bundle.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{notes, package, process, project, size, snippets, tools::Tools};

/// Builds `dist/` and prints what is in it.
pub fn build(tools: &Tools) -> Result<()> {
    let mut trunk = tools.command("trunk");
    trunk.args(["--log", "warn", "build", "--release"]);
    trunk.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        without_paths().join(" "),
    );
    process::run(&mut trunk).context("The quiz could not be built")?;
    println!("{}", size::table()?);
    println!("{}", snippets::both(&project::dist())?);
    println!("To hand over: {}", package::pack()?.display());
    println!("What to say of it: {}", notes::write()?.display());
    Ok(())
}

/// Keeps the paths of this computer out of the wasm: they cost bytes, and they would make every
/// computer's build another one.
fn without_paths() -> Vec<String> {
    let mut paths = vec![project::root()];
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = cargo.map(|cargo| cargo.join("registry/src"));
    let registries = sources.and_then(|sources| fs::read_dir(sources).ok());
    for registry in registries.into_iter().flatten().flatten() {
        paths.push(registry.path());
    }
    let paths = paths.iter().map(|path| path.to_string_lossy());
    // Flags are parted by spaces, so a path with a space cannot be named.
    paths
        .filter(|path| !path.contains(' '))
        .map(|path| format!("--remap-path-prefix={path}/="))
        .collect()
}
