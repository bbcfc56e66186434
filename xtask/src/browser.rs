//! Chromium and its driver, for the tests that use a browser.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::process;

const CHROMIUM: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DRIVER: [&str; 2] = ["chromedriver", "/usr/lib/chromium/chromedriver"];

/// A browser and the driver that speaks WebDriver for it.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
}

/// Finds a browser and its driver.
pub fn find() -> Result<Browser> {
    let chromium = first(&CHROMIUM);
    let driver = first(&DRIVER);
    match (chromium, driver) {
        (Some(chromium), Some(driver)) => Ok(Browser { chromium, driver }),
        (chromium, driver) => {
            let missing = match (chromium, driver) {
                (None, None) => "Chromium and its driver",
                (None, _) => "Chromium",
                _ => "Chromium's driver, chromedriver,",
            };
            bail!(
                "{missing} could not be found. The browser tests need both, at the same version. \
                 Debian and Ubuntu: apt-get install chromium chromium-driver. macOS: brew install \
                 google-chrome chromedriver. Others: https://googlechromelabs.github.io/chrome-for-testing/"
            )
        }
    }
}

/// Finds a browser; where it is missing on Debian, and this is root, installs it.
pub fn ready() -> Result<Browser> {
    if let Ok(browser) = find() {
        return Ok(browser);
    }
    if is_root() && process::works("apt-get", &["--version"]) {
        println!("Installing Chromium and its driver from Debian (once, about a minute)…");
        apt(&["update", "--quiet"])?;
        apt(&[
            "install",
            "--quiet",
            "--yes",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
        ])?;
    }
    find()
}

fn apt(arguments: &[&str]) -> Result<()> {
    process::run(
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()),
    )
    .context(
        "Chromium could not be installed. Please try: apt-get install chromium chromium-driver",
    )
}

fn is_root() -> bool {
    process::capture(Command::new("id").arg("-u"), "").is_ok_and(|id| id.trim() == "0")
}

fn first(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    names.iter().find_map(|name| {
        // Joining an absolute name replaces the folder.
        folders
            .iter()
            .flat_map(|folder| [folder.join(name), folder.join(format!("{name}.exe"))])
            .find(|path| path.is_file())
    })
}
