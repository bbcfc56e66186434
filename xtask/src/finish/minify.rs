//! Making scripts and styles small with esbuild.

use anyhow::{Context, Result};

use crate::{process, tools::Tools};

/// What kind of file to make smaller.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// An ES module.
    Script,
    /// A style sheet.
    Styles,
}

/// The same script or style sheet without comments, needless spaces and long local names.
pub(super) fn minify(tools: &Tools, kind: Kind, source: &str) -> Result<String> {
    let mut esbuild = tools.command("esbuild");
    esbuild.args([
        "--minify",
        "--legal-comments=none",
        "--log-level=warning",
        "--log-limit=0",
    ]);
    esbuild.args(match kind {
        Kind::Script => ["--loader=js", "--format=esm"],
        Kind::Styles => ["--loader=css", "--charset=utf8"],
    });
    let what = match kind {
        Kind::Script => "script",
        Kind::Styles => "style sheet",
    };
    process::capture(&mut esbuild, source).with_context(|| format!("A {what} has a mistake"))
}
