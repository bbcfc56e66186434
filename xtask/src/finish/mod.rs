//! Turns what Trunk built into what is published.
//!
//! Trunk calls this after each build, with the folder where it put the page, the wasm and the
//! script that wasm-bindgen wrote for it.

mod assets;
mod compress;
mod imports;
mod minify;
mod names;
mod page;
mod readers;
mod split;

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

pub use compress::is_compressible;
pub use readers::is_for_readers;

use crate::{project, tools};

/// Finishes the build in the folder that Trunk names.
pub fn run() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context(
        "“finish” is the last step of a build, and Trunk calls it. Please use: cargo xtask dist",
    )?;
    let tools = tools::ready()?;
    let code = assets::code(&folder, &tools)?;
    let (styles, later_styles) = assets::styles(&folder, &tools)?;
    let drawn = page::draw()?;
    let page_script = assets::script(&folder, "page", &tools)?;
    let take_script = assets::script(&folder, "take", &tools)?;
    let names = vec![
        ("__PAGE__", page_script.clone()),
        ("__TAKE__", take_script),
        ("__INTL__", assets::script(&folder, "intl", &tools)?),
        ("__GLUE__", code.glue.clone()),
        ("__WASM__", code.wasm.clone()),
        ("__LATER_WASM__", code.later),
        ("__STYLES__", styles.clone()),
        ("__LATER_STYLES__", later_styles),
        ("__WORDS__", assets::table(&folder, &drawn.join("en.bin"))?),
        (
            "__EVIDENCE__",
            assets::table(&folder, &drawn.join("evidence.bin"))?,
        ),
    ];
    let script = assets::embed(&folder, &assets::Parts { names }, &tools)?;

    let path = folder.join("index.html");
    let page = page::fill(
        &project::read(&path)?,
        &page::links(&styles, &script, &[&code.glue, &page_script], &code.wasm),
        project::read(&drawn.join("intro.html"))?.trim(),
    )?;
    project::write(&path, page)?;
    readers::publish(&folder, &tools)?;
    compress::all(&folder)
}
