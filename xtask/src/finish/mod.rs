//! Turns what Trunk built into what is published.
//!
//! Trunk calls this after each build, with the folder where it put the page, the wasm and the
//! script that wasm-bindgen wrote for it.

mod assets;
mod compress;
mod minify;
mod names;
mod page;

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

pub use compress::is_compressible;

use crate::{project, tools};

/// Finishes the build in the folder that Trunk names.
pub fn run() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context(
        "“finish” is the last step of a build, and Trunk calls it. Please use: cargo xtask dist",
    )?;
    let tools = tools::ready()?;
    let code = assets::code(&folder, &tools)?;
    let script = assets::embed(&folder, &code, &tools)?;
    let styles = assets::styles(&folder, &tools)?;

    let path = folder.join("index.html");
    let page = page::fill(
        &project::read(&path)?,
        &page::links(&styles, &script, &code),
        &page::first_paint()?,
    )?;
    project::write(&path, page)?;
    compress::all(&folder)
}
