//! The sizes as they were when somebody last looked, in the repository: a change that costs bytes shows
//! them beside itself.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::Row;
use crate::{process, project};

const HEAD: &str = "# What dist/ weighs, in bytes: as it is, with gzip, with Brotli. Written by: cargo xtask size --keep";

fn path() -> PathBuf {
    project::root().join("docs/size.txt")
}

/// Writes the sizes down.
pub(super) fn keep(rows: &[Row]) -> Result<()> {
    project::write(&path(), text(rows)?)
}

/// Fails when a size is another than the one kept. Another compiler makes other bytes: then nothing is
/// compared.
pub(super) fn compare(rows: &[Row]) -> Result<()> {
    let (kept, now) = (project::read(&path())?, text(rows)?);
    if kept.lines().nth(1) != now.lines().nth(1) {
        println!("docs/size.txt was made by another compiler; nothing was compared.");
        return Ok(());
    }
    let differences = differences(&kept, &now);
    if !differences.is_empty() {
        bail!(
            "The sizes are not those in docs/size.txt:\n{}\nIf that is meant: cargo xtask size --keep",
            differences.join("\n")
        );
    }
    Ok(())
}

fn text(rows: &[Row]) -> Result<String> {
    let compiler = process::capture(std::process::Command::new("rustc").arg("--version"), "")?;
    let mut lines = vec![HEAD.to_owned(), format!("# {}", compiler.trim())];
    for Row {
        name,
        raw,
        gzip,
        brotli,
        ..
    } in rows
    {
        lines.push(format!("{} {raw} {gzip} {brotli}", without_hash(name)));
    }
    Ok(lines.join("\n") + "\n")
}

/// The name of a file without the hash of its content: `quiz.wasm`.
fn without_hash(name: &str) -> String {
    let parts = name.split('.');
    let hash = |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    parts
        .filter(|part| !hash(part))
        .collect::<Vec<_>>()
        .join(".")
}

/// What stands in one of the texts only.
fn differences(kept: &str, now: &str) -> Vec<String> {
    let only = |sign: char, these: &str, those: &str| {
        let lines = these
            .lines()
            .filter(|line| !those.lines().any(|other| other == *line));
        lines
            .map(|line| format!("{sign} {line}"))
            .collect::<Vec<_>>()
    };
    [only('-', kept, now), only('+', now, kept)].concat()
}

#[cfg(test)]
mod tests {
    use super::{differences, without_hash};

    #[test]
    fn names_do_not_change_with_the_content() {
        assert_eq!(without_hash("quiz.0123456789abcdef.wasm"), "quiz.wasm");
        assert_eq!(without_hash("de/index.html"), "de/index.html");
        assert_eq!(
            without_hash("microneedling-quiz.html"),
            "microneedling-quiz.html"
        );
    }

    #[test]
    fn what_changed_is_told_before_and_after() {
        let told = differences("head\na 1\nb 2\n", "head\na 1\nb 3\n");
        assert_eq!(told, ["- b 2", "+ b 3"]);
    }
}
