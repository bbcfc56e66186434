//! `cargo xtask bench`: how long the quiz's own work takes on this computer, and how fast it is in a
//! browser on a slow phone.

use anyhow::Result;

use crate::{
    browser::{self, ENGINE, Engine},
    dist, process, tools,
};

/// The filter that stands for what is measured in a browser.
pub const IN_BROWSER: &str = "browser";

/// Runs everything, or the native benchmarks whose name contains the filter, or what is measured in a
/// browser.
pub fn run(filter: Option<&str>) -> Result<()> {
    if filter != Some(IN_BROWSER) {
        native(filter)?;
    }
    if filter.is_none_or(|filter| filter == IN_BROWSER) {
        in_browser()?;
    }
    Ok(())
}

fn native(filter: Option<&str>) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args(["bench", "--package", "microneedling-quiz"]);
    cargo.args(["--bench", "quiz", "--"]).args(filter);
    process::run(&mut cargo)
}

fn in_browser() -> Result<()> {
    dist::build(&tools::ready()?)?;
    browser::ready(Engine::Chromium)?;
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", "e2e"]);
    cargo.args(["--features", "browser", "--bin", "speed"]);
    cargo.env(ENGINE, Engine::Chromium.name());
    process::run(&mut cargo)
}
