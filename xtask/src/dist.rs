//! Building the release bundle.

use anyhow::{Context, Result};

use crate::{process, size, tools::Tools};

/// Builds `dist/` and prints what is in it.
pub fn build(tools: &Tools) -> Result<()> {
    let mut trunk = tools.command("trunk");
    trunk.args(["--log", "warn", "build", "--release"]);
    process::run(&mut trunk).context("The quiz could not be built")?;
    println!("{}", size::table()?);
    Ok(())
}
