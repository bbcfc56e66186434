//! Installing one tool into the user's cache.

use std::{
    fs,
    io::{IsTerminal, stderr},
    path::Path,
    process::Command,
};

use anyhow::{Context, Result};

use super::{Registry, Tool};
use crate::process;

/// Installs `tool` into `home`, completely or not at all.
pub(super) fn install(tool: &Tool, version: &str, home: &Path) -> Result<()> {
    println!(
        "Installing {} {version} (once, {})…",
        tool.package, tool.takes
    );
    let unfinished = home.with_extension(format!("unfinished-{}", std::process::id()));
    fs::create_dir_all(&unfinished)
        .with_context(|| format!("The folder {} could not be made", unfinished.display()))?;
    let installed = match tool.registry {
        Registry::Cargo(arguments) => from_crates_io(tool, version, arguments, &unfinished),
        Registry::Npm => from_npm(tool, version, &unfinished),
        Registry::NpmAlone => alone_from_npm(tool, version, &unfinished),
    };
    // Whoever comes second keeps what the first has installed.
    let installed = installed.and_then(|()| match fs::rename(&unfinished, home) {
        Err(_) if home.is_dir() => Ok(()),
        moved => moved.with_context(|| format!("{} could not be moved", unfinished.display())),
    });
    if unfinished.is_dir() {
        fs::remove_dir_all(&unfinished)
            .with_context(|| format!("{} could not be removed", unfinished.display()))?;
    }
    installed
}

/// How a tool is compiled soon rather than well.
const QUICKLY: [(&str, &str); 4] = [
    ("OPT_LEVEL", "1"),
    ("LTO", "off"),
    ("CODEGEN_UNITS", "16"),
    ("DEBUG", "false"),
];

fn from_crates_io(tool: &Tool, version: &str, arguments: &[&str], home: &Path) -> Result<()> {
    let mut cargo = process::cargo();
    // Outside the checkout, so that its settings stay out of it.
    cargo
        .current_dir(home)
        .args(["install", "--root"])
        .arg(home);
    cargo
        .arg(format!("{}@{version}", tool.package))
        .args(arguments);
    // They work for seconds and are waited for by whoever builds this the first time: the compiler's best
    // takes twice as long as it is worth.
    for (setting, value) in QUICKLY {
        cargo.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    if !stderr().is_terminal() {
        cargo.arg("--quiet");
    }
    process::run(&mut cargo).with_context(|| {
        format!(
            "{package} {version} could not be installed. It is compiled from crates.io, which \
             needs the network and a C compiler (Debian: apt-get install build-essential). You can \
             also install it yourself with “cargo install {package}@{version}” and try again.",
            package = tool.package
        )
    })
}

fn npm(home: &Path) -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(home);
    npm
}

/// Unpacks a package to where npm would install it.
fn alone_from_npm(tool: &Tool, version: &str, home: &Path) -> Result<()> {
    let Tool { package, .. } = tool;
    let mut pack = npm(home);
    pack.args(["pack", "--silent", &format!("{package}@{version}")]);
    let archive = process::capture(&mut pack, "").with_context(|| {
        format!("{package} {version} could not be had. It comes from npm, which needs the network.")
    })?;
    let place = home.join("node_modules").join(package);
    fs::create_dir_all(&place).context("There is no folder for a package")?;
    let archive = home.join(archive.trim());
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(&archive).arg("-C").arg(&place);
    tar.arg("--strip-components=1");
    process::capture(&mut tar, "")
        .with_context(|| format!("{package} {version} could not be unpacked"))?;
    fs::remove_file(&archive).context("The archive of a package could not be removed")
}

fn from_npm(tool: &Tool, version: &str, home: &Path) -> Result<()> {
    let mut npm = npm(home);
    npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock"])
        .args(["--loglevel", "error", "--prefix"])
        .arg(home)
        .arg(format!("{}@{version}", tool.package));
    process::capture(&mut npm, "").map(drop).with_context(|| {
        format!(
            "{package} {version} could not be installed. It comes from npm, which needs the \
             network and Node.js 18 or later: https://nodejs.org (Debian: apt-get install nodejs \
             npm). Or put a {program} {version} of your own on PATH.",
            package = tool.package,
            program = tool.program
        )
    })
}
