//! `cargo xtask gallery`: pictures of every screen, to be looked at by people.

use anyhow::Result;

use crate::{
    browser::{self, ENGINE, Engine},
    dist, process, tools,
};

/// Builds the quiz and draws it into `target/gallery/`.
pub fn run() -> Result<()> {
    dist::build(&tools::ready()?)?;
    browser::ready(Engine::Chromium)?;
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", "e2e"]);
    cargo.args(["--features", "browser", "--bin", "gallery"]);
    cargo.env(ENGINE, Engine::Chromium.name());
    process::run(&mut cargo)
}
