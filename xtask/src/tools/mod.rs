//! The programs that building the quiz needs, at the versions it was tested with.
//!
//! A tool is taken from the project's folder in the user's cache, else from `PATH` when the
//! version is the same, else it is installed into the cache. Nothing is written to the checkout.

mod axe;
mod install;
mod styles;
mod types;
mod wasm_target;

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, PoisonError},
};

use anyhow::{Context, Result, bail};

pub use axe::{AXE_VERSION, axe};
pub use styles::host_styles;
pub use types::type_checker;

use crate::{process, project};

/// Every tool with its version: the one place where they are pinned.
const TOOLS: [Tool; 4] = [
    Tool {
        program: "trunk",
        package: "trunk",
        version: Version::Is("0.21.14"),
        registry: Registry::Cargo(&["--locked", "--no-default-features", "--features", "rustls"]),
        takes: "about 4 minutes on two cores",
    },
    Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        // The program and the library must be the same version.
        version: Version::OfDependency("wasm-bindgen"),
        registry: Registry::Cargo(&[]),
        takes: "about 2 minutes on two cores",
    },
    Tool {
        program: "wasm-opt",
        package: "binaryen",
        version: Version::Is("132.0.0"),
        registry: Registry::Npm,
        takes: "a few seconds",
    },
    Tool {
        program: "esbuild",
        package: "esbuild",
        version: Version::Is("0.28.2"),
        registry: Registry::Npm,
        takes: "a few seconds",
    },
];

/// Firefox's driver, for the browser tests. Its own packages are older than the browsers'.
const FIREFOX_DRIVER: Tool = Tool {
    program: "geckodriver",
    package: "geckodriver",
    version: Version::Is("0.37.1"),
    registry: Registry::Cargo(&["--locked"]),
    takes: "about 2 minutes on two cores",
};

/// What looks at the licences and sources of everything that is compiled.
const SUPPLY_CHAIN: Tool = Tool {
    program: "cargo-deny",
    package: "cargo-deny",
    version: Version::Is("0.20.2"),
    registry: Registry::Cargo(&["--locked"]),
    takes: "about 2 minutes on two cores",
};

/// A program that the build or the tests call.
struct Tool {
    /// What it is called on `PATH`.
    program: &'static str,
    /// What its registry calls it.
    package: &'static str,
    version: Version,
    registry: Registry,
    /// How long installing it usually takes.
    takes: &'static str,
}

enum Version {
    Is(&'static str),
    /// The version to which `Cargo.toml` pins this dependency.
    OfDependency(&'static str),
}

enum Registry {
    /// crates.io, with further arguments for `cargo install`.
    Cargo(&'static [&'static str]),
    Npm,
    /// The package without what it depends on: only files of it are read.
    NpmAlone,
}

/// The installed tools.
#[derive(Debug)]
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// A command that finds the tools, and so do the programs it starts.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(project::root()).env("PATH", &self.path);
        command
    }
}

/// Makes sure that every tool is there, installing what is missing.
pub fn ready() -> Result<Tools> {
    wasm_target::ensure()?;
    let mut folders = Vec::new();
    for tool in &TOOLS {
        folders.extend(tool.ensure()?);
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let path = env::join_paths(folders)
        .context("A folder on PATH has a name that cannot be passed on to other programs")?;
    Ok(Tools { path })
}

/// A command of `cargo-deny`, which is installed if it is missing.
pub fn supply_chain() -> Result<Command> {
    let program = SUPPLY_CHAIN.program;
    let program = match SUPPLY_CHAIN.ensure()? {
        Some(folder) => folder.join(program),
        None => PathBuf::from(program),
    };
    let mut command = Command::new(program);
    command.current_dir(project::root());
    Ok(command)
}

/// Makes sure that Firefox's driver is there.
pub fn firefox_driver() -> Result<()> {
    FIREFOX_DRIVER.ensure().map(drop)
}

/// Where the installed drivers of browsers are, apart from `PATH`.
#[must_use]
pub fn drivers() -> Option<PathBuf> {
    let home = FIREFOX_DRIVER.home().ok()?;
    Some(FIREFOX_DRIVER.programs(&home))
}

impl Tool {
    /// The folder to put on `PATH`, or none when the tool is there already.
    fn ensure(&self) -> Result<Option<PathBuf>> {
        let version = self.version.number()?;
        let home = self.home()?;
        let programs = self.programs(&home);
        if programs.is_dir() {
            return Ok(Some(programs));
        }
        if self.on_path(&version) {
            return Ok(None);
        }
        install::install(self, &version, &home)?;
        if !programs.is_dir() {
            bail!(
                "{} {version} was installed into {}, but its programs are not there. \
                 Please remove that folder and try again.",
                self.package,
                home.display()
            );
        }
        Ok(Some(programs))
    }

    /// The folder that the tool is installed into.
    fn home(&self) -> Result<PathBuf> {
        let version = self.version.number()?;
        let package = self.package.trim_start_matches('@').replace('/', "-");
        Ok(cache()?.join(format!("{package}-{version}")))
    }

    /// Where its programs are in there.
    fn programs(&self, home: &Path) -> PathBuf {
        match self.registry {
            Registry::Cargo(_) => home.join("bin"),
            Registry::Npm | Registry::NpmAlone => home.join("node_modules").join(".bin"),
        }
    }

    /// A file of its package, which is installed into the user's cache if it is not there yet. For what
    /// the tests put into pages: none of it is ever part of the quiz.
    fn file(&self, name: &str) -> Result<PathBuf> {
        // Two tests of one program would install into the same folder.
        static ONE: Mutex<()> = Mutex::new(());
        let _alone = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let version = self.version.number()?;
        let home = self.home()?;
        let file = home.join("node_modules").join(self.package).join(name);
        if !file.is_file() {
            install::install(self, &version, &home)?;
        }
        if !file.is_file() {
            bail!(
                "{} {version} was installed, but {} is not there. Please remove {} and try again.",
                self.package,
                file.display(),
                home.display()
            );
        }
        Ok(file)
    }

    fn on_path(&self, version: &str) -> bool {
        process::capture(Command::new(self.program).arg("--version"), "")
            .is_ok_and(|said| says(&said, version))
    }
}

impl Version {
    fn number(&self) -> Result<String> {
        match self {
            Self::Is(version) => Ok((*version).to_owned()),
            Self::OfDependency(name) => project::pinned(name),
        }
    }
}

/// Whether a program's answer to `--version` names `version`. Binaryen says 132 for 132.0.0.
fn says(answer: &str, version: &str) -> bool {
    let short = version.trim_end_matches(".0.0");
    answer
        .split_whitespace()
        .any(|word| word == version || word == short)
}

/// Where tools are kept between checkouts, for this user alone.
pub(crate) fn cache() -> Result<PathBuf> {
    let folder = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = folder("XDG_CACHE_HOME")
        .or_else(|| folder("LOCALAPPDATA"))
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .context(
            "There is no place to keep tools. Please set XDG_CACHE_HOME to a folder that you can \
             write to.",
        )?;
    Ok(cache.join("microneedling-quiz").join("tools"))
}

#[cfg(test)]
mod tests {
    use super::{TOOLS, says};
    use crate::project;

    #[test]
    fn versions_are_recognised_in_what_programs_print() {
        assert!(says("trunk 0.21.14\n", "0.21.14"));
        assert!(says("wasm-opt version 132 (version_132)", "132.0.0"));
        assert!(!says("trunk 0.21.1", "0.21.14"));
        assert!(!says("wasm-opt version 13", "132.0.0"));
    }

    #[test]
    fn trunk_is_told_the_same_wasm_opt() -> anyhow::Result<()> {
        let settings = project::read(&project::root().join("Trunk.toml"))?;
        for tool in TOOLS.iter().filter(|tool| tool.program == "wasm-opt") {
            let version = tool.version.number()?;
            let short = version.trim_end_matches(".0.0");
            assert!(settings.contains(&format!("wasm_opt = \"version_{short}\"")));
        }
        Ok(())
    }
}
