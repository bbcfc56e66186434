//! The files that the page loads.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{
    minify::{Kind, minify},
    names::hashed,
};
use crate::{project, tools::Tools};

/// The names of the compiled quiz and of the script that wasm-bindgen wrote for it.
pub(super) struct Code {
    pub(super) glue: String,
    pub(super) wasm: String,
}

/// Names the wasm and its script by their content.
pub(super) fn code(folder: &Path, tools: &Tools) -> Result<Code> {
    let (built_wasm, built_script) = built(folder)?;
    let content = fs::read(&built_wasm).context("The wasm could not be read")?;
    let wasm = hashed("quiz", &content, "wasm");
    fs::rename(&built_wasm, folder.join(&wasm)).context("The wasm could not be renamed")?;

    let script = minify(tools, Kind::Script, &project::read(&built_script)?)?;
    let glue = hashed("quiz", script.as_bytes(), "js");
    fs::remove_file(&built_script).context("wasm-bindgen's script could not be removed")?;
    project::write(&folder.join(&glue), script)?;
    Ok(Code { glue, wasm })
}

/// Writes the element's script under its stable name and under a name that never changes its
/// content; returns the latter.
pub(super) fn embed(folder: &Path, code: &Code, tools: &Tools) -> Result<String> {
    let source = project::read(&project::root().join("src/element/embed.js"))?;
    for placeholder in ["__GLUE__", "__WASM__"] {
        if !source.contains(placeholder) {
            bail!("src/element/embed.js should contain {placeholder}, for the name of a file");
        }
    }
    let source = source
        .replace("__GLUE__", &format!("./{}", code.glue))
        .replace("__WASM__", &format!("./{}", code.wasm));
    let script = minify(tools, Kind::Script, &source)?;
    let name = hashed("embed", script.as_bytes(), "js");
    project::write(&folder.join("embed.js"), &script)?;
    project::write(&folder.join(&name), &script)?;
    Ok(name)
}

/// Writes the page's style sheet and returns its name.
pub(super) fn styles(folder: &Path, tools: &Tools) -> Result<String> {
    let source = sheets(&project::root().join("styles"))?
        .iter()
        .map(|path| project::read(path))
        .collect::<Result<Vec<_>>>()?
        .join("\n");
    let styles = minify(tools, Kind::Styles, &source)?;
    let name = hashed("page", styles.as_bytes(), "css");
    project::write(&folder.join(&name), styles)?;
    Ok(name)
}

/// The style sheets in the order in which they apply.
fn sheets(styles: &Path) -> Result<Vec<PathBuf>> {
    let components = with_extension(&styles.join("components"), "css")?;
    let mut all = ["layers.css", "tokens.css", "base.css"]
        .map(|name| styles.join(name))
        .to_vec();
    all.extend(components);
    all.push(styles.join("page.css"));
    Ok(all)
}

/// The wasm that Trunk built, and the script that wasm-bindgen wrote for it.
fn built(folder: &Path) -> Result<(PathBuf, PathBuf)> {
    let found = with_extension(folder, "wasm")?;
    let [wasm] = found.as_slice() else {
        bail!(
            "Trunk should have built one .wasm file, but built {}",
            found.len()
        );
    };
    let name = wasm.file_stem().unwrap_or_default().to_string_lossy();
    let script = format!("{}.js", name.trim_end_matches("_bg"));
    Ok((wasm.clone(), folder.join(script)))
}

fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = project::files(folder)?;
    found.retain(|path| {
        path.parent() == Some(folder) && path.extension().is_some_and(|actual| actual == extension)
    });
    Ok(found)
}
