//! axe-core, which looks for what keeps people out of a page. The browser tests put it into pages;
//! it is never part of the quiz.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{Registry, Tool, Version, cache, install};

/// The version that the pages were last looked at with.
pub const AXE_VERSION: &str = "4.14.1";

const AXE: Tool = Tool {
    program: "axe.min.js",
    package: "axe-core",
    version: Version::Is(AXE_VERSION),
    registry: Registry::Npm,
    takes: "a few seconds",
};

/// The script, installed into the user's cache if it is not there yet.
pub fn axe() -> Result<PathBuf> {
    let home = cache()?.join(format!("{}-{AXE_VERSION}", AXE.package));
    let script = home
        .join("node_modules")
        .join(AXE.package)
        .join(AXE.program);
    if !script.is_file() {
        install::install(&AXE, AXE_VERSION, &home)?;
    }
    if !script.is_file() {
        bail!(
            "{} {AXE_VERSION} was installed, but {} is not there. Please remove {} and try again.",
            AXE.package,
            script.display(),
            home.display()
        );
    }
    Ok(script)
}
