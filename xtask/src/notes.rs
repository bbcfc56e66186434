//! What goes with a release: what changed, for visitors and in the software, and by which sum the one file
//! is known.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{finish, project};

/// Writes the notes of the version in `dist/`, and returns where they are.
pub fn write() -> Result<PathBuf> {
    let place = project::root().join("target").join("release-notes.md");
    let sum = format!("{}.sha256", finish::SINGLE);
    let sum = project::read(&project::dist().join(sum))?;
    let software = project::read(&project::root().join("CHANGELOG.md"))?;
    let protocol = project::read(&project::root().join("protocol/CHANGELOG.md"))?;
    project::write(&place, notes(&sum, &software, &protocol)?)?;
    Ok(place)
}

fn notes(sum: &str, software: &str, protocol: &str) -> Result<String> {
    let (version, changes) = newest(software).context("CHANGELOG.md names no version")?;
    let (rules, visitors) = newest(protocol).context("protocol/CHANGELOG.md names no version")?;
    let sum = sum.trim_end();
    Ok(format!(
        "# {version}, with the protocol {rules}\n\n\
         The one file is known by its SHA-256 (`sha256sum -c`):\n\n```text\n{sum}\n```\n\n\
         ## The protocol {rules}\n\n{visitors}\n\n## The software {version}\n\n{changes}\n"
    ))
}

/// The newest version in a changelog, and what is said of it.
fn newest(changelog: &str) -> Option<(&str, &str)> {
    let (_, newest) = changelog.split_once("\n## ")?;
    let newest = newest
        .split_once("\n## ")
        .map_or(newest, |(newest, _)| newest);
    let (version, changes) = newest.split_once('\n')?;
    Some((version.trim(), changes.trim()))
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::notes;
    use crate::project;

    #[test]
    fn only_the_newest_versions_are_told_with_the_sum() -> Result<()> {
        let told = notes(
            "abc  microneedling-quiz.html\n",
            "# Changelog\n\n## 0.2.0\n\n- New.\n\n## 0.1.0\n\n- Old.\n",
            "# Changelog of the protocol\n\n## 2026.11.0, 22 November 2026\n\n### For visitors\n\n- Rules.\n",
        )?;
        assert!(told.starts_with("# 0.2.0, with the protocol 2026.11.0, 22 November 2026\n"));
        assert!(told.contains("\nabc  microneedling-quiz.html\n"));
        assert!(told.contains("### For visitors\n\n- Rules.\n\n## The software 0.2.0\n\n- New.\n"));
        assert!(!told.contains("Old"));
        Ok(())
    }

    #[test]
    fn our_own_changelogs_name_the_versions_that_are_built() -> Result<()> {
        let read = |name: &str| project::read(&project::root().join(name));
        let told = notes("", &read("CHANGELOG.md")?, &read("protocol/CHANGELOG.md")?)?;
        let (title, _) = told.split_once('\n').unwrap_or_default();
        for (file, start) in [
            ("Cargo.toml", "\nversion = \""),
            ("protocol/protocol.toml", "\nversion = \""),
        ] {
            let text = read(file)?;
            let version = text
                .split_once(start)
                .and_then(|(_, rest)| rest.split_once('"'));
            let (version, _) = version.unwrap_or_default();
            assert!(
                !version.is_empty() && title.contains(version),
                "{title}: {file}"
            );
        }
        Ok(())
    }
}
