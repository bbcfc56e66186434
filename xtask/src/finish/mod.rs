//! Turns what Trunk built into what is published.
//!
//! Trunk calls this after each build, with the folder where it put the page, the wasm and the
//! script that wasm-bindgen wrote for it.

mod assets;
mod compress;
mod hosts;
mod icons;
mod imports;
mod languages;
mod minify;
mod names;
mod offline;
mod page;
mod readers;
mod screenshots;
mod single;
mod split;
mod traps;
mod weigh;

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

pub use compress::is_compressible;
pub use hosts::{HELPER, is_for_hosts};
pub use offline::{WORKER, digest, is_for_offline};
pub use readers::is_for_readers;
pub use screenshots::{SCREENSHOTS, Shot, screenshot};
pub use single::NAME as SINGLE;
pub use weigh::{Function, weighed};

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
    let script = |stem, filled: assets::Filled<'_>| assets::script(&folder, stem, filled, &tools);
    let named = |name: &str| format!("./{name}");
    let update = project::read(&drawn.join("update.json"))?;
    let update_styles = format!("{:?}", assets::sheet("update", &tools)?);
    let offline = script(
        "offline",
        &[("__WORDS__", &*update), ("__STYLES__", &update_styles)],
    )?;
    let page_script = script("page", &[("__OFFLINE__", &named(&offline))])?;
    let spoken = languages::words(&folder, &drawn)?;
    let evidence = assets::table(&folder, &drawn.join("evidence.bin"))?;
    let guard = script("guard", &[("__WORDS__", &guarded(&drawn)?)])?;
    let kiosk_words = project::read(&drawn.join("kiosk.json"))?;
    let kiosk_styles = format!("{:?}", assets::sheet("kiosk", &tools)?);
    let kiosk = script(
        "kiosk",
        &[("__WORDS__", &*kiosk_words), ("__STYLES__", &kiosk_styles)],
    )?;
    let leaflet_words = project::read(&drawn.join("leaflet.json"))?;
    let leaflet = script("leaflet", &[("__WORDS__", &leaflet_words)])?;
    let host = script(
        "host",
        &[
            ("__KIOSK__", &*named(&kiosk)),
            ("__LEAFLET__", &named(&leaflet)),
            ("__GUARD__", &named(&guard)),
            ("__LOOK__", &named(&script("look", &[])?)),
            ("__CLINIC_WASM__", &named(&code.clinic)),
            ("__PAGE__", &named(&page_script)),
        ],
    )?;
    let words = project::read(&drawn.join("failure.json"))?;
    let failure = script("failure", &[("__WORDS__", &words)])?;
    let rest = script(
        "rest",
        &[
            ("__LOCALES__", &languages::listed(&spoken)),
            ("__LATER_WASM__", &named(&code.later)),
            ("__LATER_STYLES__", &named(&later_styles)),
            ("__EVIDENCE__", &named(&evidence)),
            ("__TAKE__", &named(&script("take", &[])?)),
            ("__INTL__", &named(&script("intl", &[])?)),
            ("__FAILURE__", &named(&failure)),
        ],
    )?;
    let filled = [
        ("__GLUE__", &*named(&code.glue)),
        ("__WASM__", &named(&code.wasm)),
        ("__STYLES__", &named(&styles)),
        ("__PAGE__", &named(&page_script)),
        ("__REST__", &named(&rest)),
        ("__HOST__", &named(&host)),
    ];
    let embed = assets::embed(&folder, &filled, &tools)?;

    let fallback = script("fallback", &[])?;
    let frame = project::read(&folder.join("index.html"))?;
    let links = page::Links {
        top: "./",
        styles: &styles,
        script: &embed,
        guard: &fallback,
        modules: &[&code.glue, &rest, &page_script],
        wasm: &code.wasm,
        words: None,
    };
    languages::pages(&folder, &spoken, &frame, &links)?;
    hosts::publish(&folder, &styles, &embed, &tools)?;
    single::publish(&folder, &frame, &spoken, [&embed, &styles], &tools)?;
    offline::manifests(&folder, &spoken)?;
    offline::worker(&folder, &tools)?;
    readers::publish(&folder, &tools)?;
    compress::all(&folder)
}

/// The wording guard's words for a script: one text for each language.
fn guarded(drawn: &Path) -> Result<String> {
    let lines = project::read(&drawn.join("guard"))?;
    let languages = lines.lines().filter_map(|line| line.split_once(' '));
    let languages = languages.map(|(tag, words)| format!("{tag:?}: {:?}", format!(" {words} ")));
    Ok(format!("{{{}}}", languages.collect::<Vec<_>>().join(", ")))
}
