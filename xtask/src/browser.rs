//! The browsers for the tests that use one, each with its driver.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{process, tools};

/// The setting that names the engine for the browser tests; Chromium if it is not set.
pub const ENGINE: &str = "MNQ_BROWSER";

/// The engines that visitors really use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, Opera, Samsung Internet and others.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and every browser on an iPhone. Here as WebKitGTK, on Linux only.
    WebKit,
}

/// A browser and the driver that speaks WebDriver for it.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    /// The browser's program.
    pub program: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
    /// The program that shows windows where there is no screen, for a browser that needs one.
    pub screen: Option<PathBuf>,
}

/// Where programs are looked for, by name on `PATH` or by their whole path; and how to get them.
struct Places {
    programs: &'static [&'static str],
    drivers: &'static [&'static str],
    screens: &'static [&'static str],
    debian: &'static [&'static str],
    elsewhere: &'static str,
}

impl Engine {
    /// Every engine, in the order in which the tests use them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// What people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit",
        }
    }

    /// The engine with this name, in whatever case.
    #[must_use]
    pub fn named(name: &str) -> Option<Engine> {
        let same = |engine: &Engine| engine.name().eq_ignore_ascii_case(name);
        Engine::ALL.into_iter().find(same)
    }

    const fn places(self) -> Places {
        match self {
            Engine::Chromium => Places {
                programs: &[
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                ],
                drivers: &["chromedriver", "/usr/lib/chromium/chromedriver"],
                screens: &[],
                debian: &["chromium", "chromium-driver"],
                elsewhere: "macOS: brew install google-chrome chromedriver. Others: \
                            https://googlechromelabs.github.io/chrome-for-testing/",
            },
            Engine::Firefox => Places {
                programs: &[
                    "firefox-esr",
                    "firefox",
                    "/Applications/Firefox.app/Contents/MacOS/firefox",
                ],
                drivers: &["geckodriver"],
                screens: &[],
                debian: &["firefox-esr"],
                elsewhere: "The driver: cargo install geckodriver. macOS: brew install firefox.",
            },
            Engine::WebKit => Places {
                programs: &[
                    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                ],
                drivers: &["WebKitWebDriver"],
                screens: &["Xvfb"],
                debian: &["webkit2gtk-driver", "xvfb"],
                elsewhere: "It is tested on Linux only.",
            },
        }
    }
}

/// Finds a browser and its driver.
pub fn find(engine: Engine) -> Result<Browser> {
    let places = engine.places();
    let program = first(places.programs);
    let driver = first(places.drivers);
    let screen = first(places.screens);
    let shown = places.screens.is_empty() || screen.is_some();
    match (program, driver) {
        (Some(program), Some(driver)) if shown => Ok(Browser {
            engine,
            program,
            driver,
            screen,
        }),
        (program, driver) => {
            let missing = [
                (program.is_none(), places.programs),
                (driver.is_none(), places.drivers),
                (!shown, places.screens),
            ];
            let missing = missing.iter().filter(|(missing, _)| *missing);
            let missing: Vec<_> = missing
                .filter_map(|(_, names)| names.first().copied())
                .collect();
            bail!(
                "{} cannot be tested: there is no {}. Debian and Ubuntu: apt-get install {}. {}",
                engine.name(),
                missing.join(" and no "),
                places.debian.join(" "),
                places.elsewhere
            )
        }
    }
}

/// Finds a browser; where it is missing on Debian, and this is root, installs it.
pub fn ready(engine: Engine) -> Result<Browser> {
    if engine == Engine::Firefox {
        tools::firefox_driver()?;
    }
    if let Ok(browser) = find(engine) {
        return Ok(browser);
    }
    if is_root() && process::works("apt-get", &["--version"]) {
        let packages = engine.places().debian;
        println!(
            "Installing {} from Debian (once, about a minute)…",
            packages.join(" and ")
        );
        apt(&["update", "--quiet"])?;
        let options = ["install", "--quiet", "--yes", "--no-install-recommends"];
        apt(&[&options, packages].concat())?;
    }
    find(engine)
}

fn apt(arguments: &[&str]) -> Result<()> {
    process::run(
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()),
    )
    .with_context(|| format!("Please try: apt-get {}", arguments.join(" ")))
}

fn is_root() -> bool {
    process::capture(Command::new("id").arg("-u"), "").is_ok_and(|id| id.trim() == "0")
}

fn first(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&folders)
        .chain(tools::drivers())
        .collect();
    names.iter().find_map(|name| {
        // Joining an absolute name replaces the folder.
        folders
            .iter()
            .flat_map(|folder| [folder.join(name), folder.join(format!("{name}.exe"))])
            .find(|path| path.is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn engines_are_known_by_name() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(&engine.name().to_lowercase()), Some(engine));
        }
        assert_eq!(Engine::named("Trident"), None);
    }
}
