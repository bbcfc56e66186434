//! axe-core, which looks for what keeps people out of a page. The browser tests put it into pages;
//! it is never part of the quiz.

use std::path::PathBuf;

use anyhow::Result;

use super::{Registry, Tool, Version};

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
    AXE.file(AXE.program)
}
