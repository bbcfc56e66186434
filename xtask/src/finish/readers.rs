//! The protocol for its readers: a page, JSON and its schema. The quiz loads none of them.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use super::{
    minify::{Kind, minify},
    names::hashed,
};
use crate::{process, project, tools::Tools};

/// How the page names the script of its search, before that has its final name.
const SCRIPT: &str = r#"src="./protocol.js""#;

/// Has the protocol written for its readers, and puts it into the folder.
pub(super) fn publish(folder: &Path, tools: &Tools) -> Result<()> {
    let written = project::root().join("target").join("readers");
    fs::create_dir_all(&written).context("There is no folder for the protocol's page")?;
    let mut cargo = process::cargo();
    // The same features as for drawing the first paint, so that nothing is compiled twice.
    cargo
        .args(["run", "--quiet", "--features", "page", "--bin", "protocol"])
        .arg("--")
        .arg(&written);
    process::capture(&mut cargo, "").context("The protocol could not be written for readers")?;

    let source = project::read(&written.join("protocol.js"))?;
    let script = minify(tools, Kind::Script, &source)?;
    let name = hashed("protocol", script.as_bytes(), "js");
    let page = project::read(&written.join("protocol.html"))?;
    project::write(&folder.join("protocol.html"), named(&page, &name)?)?;
    project::write(&folder.join(&name), script)?;
    for file in ["protocol.json", "protocol.schema.json"] {
        project::write(&folder.join(file), project::read(&written.join(file))?)?;
    }
    Ok(())
}

/// The page with the script's final name.
fn named(page: &str, name: &str) -> Result<String> {
    if page.matches(SCRIPT).count() != 1 {
        bail!("protocol.html should have {SCRIPT} exactly once");
    }
    Ok(page.replacen(SCRIPT, &format!("src=\"./{name}\""), 1))
}

/// Whether a published file is there for readers of the protocol, and not for the quiz.
#[must_use]
pub fn is_for_readers(name: &str) -> bool {
    name.starts_with("protocol.")
}

#[cfg(test)]
mod tests {
    use super::{is_for_readers, named};

    #[test]
    fn the_script_gets_its_final_name() -> anyhow::Result<()> {
        let page = named(r#"<script src="./protocol.js">"#, "protocol.12.js")?;
        assert_eq!(page, r#"<script src="./protocol.12.js">"#);
        assert!(named("<p>", "protocol.12.js").is_err());
        Ok(())
    }

    #[test]
    fn the_quiz_loads_no_file_for_readers() {
        assert!(is_for_readers("protocol.html") && is_for_readers("protocol.12.js"));
        assert!(!is_for_readers("index.html") && !is_for_readers("quiz.12.wasm"));
    }
}
