//! The files that the page loads.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::{
    imports,
    minify::{Kind, minify},
    names::hashed,
    split, traps, weigh,
};
use crate::{project, tools::Tools};

/// The names of the compiled quiz and of the script that wasm-bindgen wrote for it.
pub(super) struct Code {
    pub(super) glue: String,
    pub(super) wasm: String,
    pub(super) later: String,
    /// What only quizzes on a clinic's page need.
    pub(super) clinic: String,
}

/// What only later screens need, by the start of its name. It follows the first load, so nothing that
/// mounting calls may be among it: a saved quiz is read before the later half is there.
const LATER: &[&str] = &[
    "microneedling_quiz::assess::change::",
    "microneedling_quiz::assess::schedule::",
    "microneedling_quiz::quiz::plan::",
    "microneedling_quiz::takeaway::",
    "microneedling_quiz::ui::alternatives::",
    "microneedling_quiz::ui::because::",
    "microneedling_quiz::ui::care::",
    "microneedling_quiz::ui::changes::",
    "microneedling_quiz::ui::clinic::",
    "microneedling_quiz::ui::cost::",
    "microneedling_quiz::ui::drawing::",
    "microneedling_quiz::ui::estimate::",
    "microneedling_quiz::ui::evidence::",
    "microneedling_quiz::ui::finding::",
    "microneedling_quiz::ui::foot::about",
    "microneedling_quiz::ui::foot::help",
    "microneedling_quiz::ui::interruption::",
    "microneedling_quiz::ui::next::",
    "microneedling_quiz::ui::outcomes::",
    "microneedling_quiz::ui::opened::",
    "microneedling_quiz::ui::plain::",
    "microneedling_quiz::ui::plan::",
    "microneedling_quiz::ui::problems::",
    "microneedling_quiz::ui::question::",
    "microneedling_quiz::ui::recommendation::",
    "microneedling_quiz::ui::review::",
    "microneedling_quiz::ui::take::",
    "microneedling_quiz::ui::verdict::",
];

/// What only quizzes on a clinic's page need: reading what the clinic says, and its stricter rules.
const FOR_CLINICS: &[&str] = &[
    "microneedling_quiz::options::",
    "microneedling_quiz::protocol::overlay::",
    "microneedling_quiz::takeaway::outcome::",
];

/// Names the wasm and its script by their content.
pub(super) fn code(folder: &Path, tools: &Tools) -> Result<Code> {
    let (built_wasm, built_script) = built(folder)?;
    let content = fs::read(&built_wasm).context("The wasm could not be read")?;
    let script = traps::watch(&project::read(&built_script)?)?;
    let script = minify(tools, Kind::Script, &script)?;
    let clinics = split::split(&content, FOR_CLINICS, "C")?;
    let halves = split::split(&clinics.first, LATER, "")?;
    weigh::note(
        &content,
        [("later", &halves.gone), ("clinic", &clinics.gone)],
    )?;
    let (first, script) = imports::shorten(&halves.first, &script)?;
    let wasm = hashed("quiz", &first, "wasm");
    let later = hashed("later", &halves.later, "wasm");
    let clinic = hashed("clinic", &clinics.later, "wasm");
    fs::remove_file(&built_wasm).context("Trunk's wasm could not be removed")?;
    project::write(&folder.join(&wasm), first)?;
    project::write(&folder.join(&later), halves.later)?;
    project::write(&folder.join(&clinic), clinics.later)?;

    let glue = hashed("quiz", script.as_bytes(), "js");
    fs::remove_file(&built_script).context("wasm-bindgen's script could not be removed")?;
    project::write(&folder.join(&glue), script)?;
    Ok(Code {
        glue,
        wasm,
        later,
        clinic,
    })
}

/// Placeholders of a script, each with what takes its place.
pub(super) type Filled<'a> = &'a [(&'a str, &'a str)];

/// Writes the element's script under its stable name and under a name that never changes its
/// content; returns the latter.
pub(super) fn embed(folder: &Path, filled: Filled<'_>, tools: &Tools) -> Result<String> {
    let script = ready("embed", filled, tools)?;
    let name = hashed("embed", script.as_bytes(), "js");
    project::write(&folder.join("embed.js"), &script)?;
    project::write(&folder.join(&name), &script)?;
    Ok(name)
}

/// Writes a script of the element that is not loaded everywhere or not at once.
pub(super) fn script(
    folder: &Path,
    stem: &str,
    filled: Filled<'_>,
    tools: &Tools,
) -> Result<String> {
    let script = ready(stem, filled, tools)?;
    let name = hashed(stem, script.as_bytes(), "js");
    project::write(&folder.join(&name), script)?;
    Ok(name)
}

fn ready(stem: &str, filled: Filled<'_>, tools: &Tools) -> Result<String> {
    minify(tools, Kind::Script, &self::filled(stem, filled)?)
}

/// A script of the element with its placeholders filled.
pub(super) fn filled(stem: &str, filled: Filled<'_>) -> Result<String> {
    let mut source = project::read(&project::root().join(format!("src/element/{stem}.js")))?;
    for (placeholder, text) in filled {
        if !source.contains(placeholder) {
            bail!("src/element/{stem}.js should contain {placeholder}");
        }
        source = source.replace(placeholder, text);
    }
    Ok(source)
}

/// What the first screen looks like, in the order in which it applies. Everything else may follow.
const FIRST_STYLES: [&str; 9] = [
    "layers",
    "tokens",
    "base",
    "components/bar",
    "components/button",
    "components/foot",
    "components/intro",
    "components/languages",
    "page",
];

/// Writes the style sheets; returns the name of the first one and of the later one.
pub(super) fn styles(folder: &Path, tools: &Tools) -> Result<(String, String)> {
    let styles = project::root().join("styles");
    let first = FIRST_STYLES.map(|name| styles.join(name).with_extension("css"));
    let mut later = with_extension(&styles.join("components"), "css")?;
    later.retain(|path| !first.contains(path));
    later.push(styles.join("print.css"));
    let write = |stem: &str, paths: &[PathBuf]| -> Result<String> {
        let sheets = paths
            .iter()
            .map(|path| project::read(path))
            .collect::<Result<Vec<_>>>()?;
        let sheet = minify(tools, Kind::Styles, &sheets.join("\n"))?;
        let name = hashed(stem, sheet.as_bytes(), "css");
        project::write(&folder.join(&name), sheet)?;
        Ok(name)
    };
    Ok((write("page", &first)?, write("quiz", &later)?))
}

/// A style sheet that a script brings along.
pub(super) fn sheet(name: &str, tools: &Tools) -> Result<String> {
    let path = project::root().join(format!("styles/{name}.css"));
    let sheet = minify(tools, Kind::Styles, &project::read(&path)?)?;
    Ok(sheet.trim_end().to_owned())
}

/// Gives the tables that the `page` program wrote names by their content.
pub(super) fn table(folder: &Path, written: &Path) -> Result<String> {
    let content =
        fs::read(written).with_context(|| format!("{} could not be read", written.display()))?;
    let stem = written.file_stem().unwrap_or_default().to_string_lossy();
    let name = hashed(&stem, &content, "bin");
    project::write(&folder.join(&name), content)?;
    Ok(name)
}

/// The wasm that Trunk built, and the script that wasm-bindgen wrote for it.
fn built(folder: &Path) -> Result<(PathBuf, PathBuf)> {
    let found = with_extension(folder, "wasm")?;
    let [wasm] = found.as_slice() else {
        bail!(
            "Trunk should have built one .wasm file, but built {}",
            found.len()
        );
    };
    let name = wasm.file_stem().unwrap_or_default().to_string_lossy();
    let script = format!("{}.js", name.trim_end_matches("_bg"));
    Ok((wasm.clone(), folder.join(script)))
}

fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = project::files(folder)?;
    found.retain(|path| {
        path.parent() == Some(folder) && path.extension().is_some_and(|actual| actual == extension)
    });
    Ok(found)
}
