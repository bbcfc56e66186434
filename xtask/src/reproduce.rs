//! `cargo xtask reproduce`: whether another build, in another folder and from nothing, is the same to the
//! byte.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{dist, finish, process, project, tools};

/// What is made here and is no part of the project.
const MADE: [&str; 4] = [".git", "target", "dist", "node_modules"];

/// Builds the quiz here and in a fresh copy, and compares every file that is published.
pub fn run() -> Result<()> {
    dist::build(&tools::ready()?)?;
    let here = digests(&project::dist())?;
    let copy = Copy::make()?;
    println!("Building once more, in {}…", copy.0.display());
    // This program, so that it need not be compiled once more; everything that is published is.
    let mut again = Command::new(env::current_exe().context("This program cannot be found")?);
    again.arg("dist").current_dir(&copy.0);
    forget_this_checkout(&mut again);
    again.env("CARGO_MANIFEST_DIR", copy.0.join("xtask"));
    process::capture(&mut again, "").context("The copy could not be built")?;
    let there = digests(&copy.0.join("dist"))?;
    let names = here.keys().chain(there.keys());
    let different = names.filter(|name| here.get(*name) != there.get(*name));
    let different: Vec<_> = different.map(String::as_str).collect();
    if !different.is_empty() {
        bail!(
            "Built in another folder, these are different: {}",
            different.join(", ")
        );
    }
    println!(
        "All {} files are the same, wherever they are built.",
        here.len()
    );
    Ok(())
}

/// What cargo tells its programs of this checkout must not reach the other one.
fn forget_this_checkout(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text == "CARGO_TARGET_DIR"
            || text.starts_with("CARGO_PKG")
            || text.starts_with("CARGO_MANIFEST")
        {
            command.env_remove(&name);
        }
    }
}

/// Each file below a folder, by its name in there, with its SHA-256.
fn digests(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut digests = BTreeMap::new();
    for path in project::files(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let content =
            fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        digests.insert(
            name.to_string_lossy().into_owned(),
            finish::digest(&content),
        );
    }
    Ok(digests)
}

/// A copy of the project as it is now, without anything that was built; gone when it is dropped.
struct Copy(PathBuf);

impl Copy {
    fn make() -> Result<Self> {
        let name = format!("microneedling-quiz-again-{}", std::process::id());
        let copy = Self(env::temp_dir().join(name));
        copied(&project::root(), &copy.0)?;
        Ok(copy)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copied(from: &Path, to: &Path) -> Result<()> {
    let cannot = || format!("{} could not be copied", from.display());
    fs::create_dir_all(to).with_context(cannot)?;
    for entry in fs::read_dir(from).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let Some(name) = path.file_name() else {
            continue;
        };
        if MADE.iter().any(|made| name == *made) {
            continue;
        }
        if path.is_dir() {
            copied(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).with_context(cannot)?;
        }
    }
    Ok(())
}
