//! How large the bundle is, and whether that is within the limits.

mod code;
mod snapshot;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{finish, project};

/// Every byte until the intro can be used, compressed with Brotli.
const FIRST_LOAD_LIMIT: u64 = 100_000;
/// What a stand-alone quiz loads in all, compressed with Brotli.
// The aim is 150,000; what stands in its way is in ARCHITECTURE.md.
const WHOLE_LIMIT: u64 = 170_000;
/// The words of a further language that its first screen and verdicts need, with Brotli.
const LANGUAGE_FIRST_LIMIT: u64 = 8_000;
/// All words of a further language, with Brotli.
// The aim is 16,000. The English words take 21,000, and every other language needs more letters.
const LANGUAGE_LIMIT: u64 = 27_000;
/// The script that a clinic's page names, as it is.
const EMBED_LIMIT: u64 = 3_000;
/// The script for pages that show the quiz in a frame, as it is.
const HELPER_LIMIT: u64 = 2_000;
/// The one file that holds everything, every language included, as it is.
const SINGLE_LIMIT: u64 = 600_000;

/// One published file.
struct Row {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
    first_load: bool,
}

/// Prints the tables, of files, crates and functions, and fails when a limit is broken or a size is
/// another than the one kept in the repository.
pub fn check() -> Result<()> {
    println!("{}\n\n{}\n", table()?, code::table()?);
    limits()
}

/// Prints the tables, keeps the sizes in the repository, and fails when a limit is broken.
pub fn keep() -> Result<()> {
    snapshot::keep(&rows(&project::dist())?)?;
    check()
}

/// Fails when a limit is broken, or when a size is another than the one kept in the repository.
pub fn limits() -> Result<()> {
    let rows = rows(&project::dist())?;
    limited(&rows)?;
    snapshot::compare(&rows)
}

fn limited(rows: &[Row]) -> Result<()> {
    let first = first_load(rows);
    if first > FIRST_LOAD_LIMIT {
        bail!("The first load is {first} bytes, and may be at most {FIRST_LOAD_LIMIT}.");
    }
    let whole = whole(rows);
    if whole > WHOLE_LIMIT {
        bail!("A quiz loads {whole} bytes in all, and may load at most {WHOLE_LIMIT}.");
    }
    for Words { tag, first, all } in languages(rows) {
        if first > LANGUAGE_FIRST_LIMIT {
            bail!(
                "The first words of {tag} are {first} bytes, and may be at most {LANGUAGE_FIRST_LIMIT}."
            );
        }
        if all > LANGUAGE_LIMIT {
            bail!("The words of {tag} are {all} bytes, and may be at most {LANGUAGE_LIMIT}.");
        }
    }
    for (name, most) in [
        ("embed.js", EMBED_LIMIT),
        (finish::HELPER, HELPER_LIMIT),
        (finish::SINGLE, SINGLE_LIMIT),
    ] {
        let row = rows.iter().find(|row| row.name == name);
        let raw = row.with_context(|| format!("There is no {name}."))?.raw;
        if raw > most {
            bail!("{name} is {raw} bytes, and may be at most {most}.");
        }
    }
    Ok(())
}

/// What is in `dist/`: sizes as they are, with gzip and with Brotli. A star marks the first load, a
/// dash what the quiz never loads.
pub fn table() -> Result<String> {
    let rows = rows(&project::dist())?;
    let width = rows
        .iter()
        .map(|row| row.name.len())
        .max()
        .unwrap_or(0)
        .max(10);
    let mut lines = vec![format!(
        "  {:<width$} {:>9} {:>9} {:>9}",
        "", "raw", "gzip", "brotli"
    )];
    for Row {
        name,
        raw,
        gzip,
        brotli,
        first_load,
    } in &rows
    {
        let star = match (first_load, finish::is_for_readers(name)) {
            (true, _) => '*',
            (false, true) => '-',
            (false, false) => ' ',
        };
        lines.push(format!(
            "{star} {name:<width$} {raw:>9} {gzip:>9} {brotli:>9}"
        ));
    }
    lines.push("- for readers of the protocol; the quiz loads none of them".to_owned());
    lines.push(format!(
        "* first load: {} of {FIRST_LOAD_LIMIT} bytes with Brotli; in all: {} of {WHOLE_LIMIT}",
        first_load(&rows),
        whole(&rows)
    ));
    for Words { tag, first, all } in languages(&rows) {
        lines.push(format!(
            "{tag}: first words {first} of {LANGUAGE_FIRST_LIMIT} bytes with Brotli; in all: {all} of {LANGUAGE_LIMIT}"
        ));
    }
    Ok(lines.join("\n"))
}

/// How many bytes the words of a further language are, with Brotli.
struct Words {
    tag: String,
    first: u64,
    all: u64,
}

/// Every language that has a page of its own. English has the site's.
fn languages(rows: &[Row]) -> Vec<Words> {
    let tags = rows.iter().filter_map(|row| tag(&row.name));
    let sized = |tag: &str, kind: &str| {
        let start = format!("{tag}{kind}.");
        let found = rows
            .iter()
            .find(|row| row.name.starts_with(&start) && row.name.ends_with(".bin"));
        found.map_or(0, |row| row.brotli)
    };
    tags.map(|tag| {
        let first = sized(tag, "");
        Words {
            tag: tag.to_owned(),
            first,
            all: first + sized(tag, "-later"),
        }
    })
    .collect()
}

/// The language whose page this file is.
fn tag(name: &str) -> Option<&str> {
    name.strip_suffix("/index.html")
}

/// Whether a file is there for a further language only.
fn is_of_language(name: &str, rows: &[Row]) -> bool {
    let tags = rows.iter().filter_map(|row| tag(&row.name));
    let of = |tag: &str| {
        let rest = name.strip_prefix(tag);
        rest.is_some_and(|rest| {
            ["/", ".", "-later."]
                .iter()
                .any(|start| rest.starts_with(start))
        })
    };
    tags.into_iter().any(of)
}

fn first_load(rows: &[Row]) -> u64 {
    rows.iter()
        .filter(|row| row.first_load)
        .map(|row| row.brotli)
        .sum()
}

/// What only a quiz on a clinic's page loads.
fn is_for_clinics(name: &str) -> bool {
    let starts = ["host.", "look.", "guard.", "clinic.", "kiosk.", "leaflet."];
    starts.iter().any(|start| name.starts_with(start))
}

/// Everything that the stand-alone page in English fetches. `embed.js` is the same script for other
/// pages, and some files are for readers of the protocol or for other languages.
fn whole(rows: &[Row]) -> u64 {
    rows.iter()
        .filter(|row| row.name != "embed.js" && !finish::is_for_readers(&row.name))
        .filter(|row| !is_of_language(&row.name, rows) && !is_for_clinics(&row.name))
        .filter(|row| !finish::is_for_hosts(&row.name))
        .filter(|row| !row.name.starts_with(finish::SINGLE))
        .filter(|row| !finish::is_for_offline(&row.name))
        .map(|row| row.brotli)
        .sum()
}

fn rows(dist: &Path) -> Result<Vec<Row>> {
    let page = fs::read_to_string(dist.join("index.html"))
        .context("There is no bundle to measure. Please build it first: cargo xtask dist")?;
    let needed = needed(&page);
    let mut rows = Vec::new();
    for path in project::files(dist)? {
        if is_copy(&path) {
            continue;
        }
        let name = path
            .strip_prefix(dist)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        let raw = length(&path)?;
        let compressed = |extension: &str| {
            if finish::is_compressible(&path) {
                length(&PathBuf::from(format!("{}.{extension}", path.display())))
            } else {
                Ok(raw)
            }
        };
        let (gzip, brotli) = (compressed("gz")?, compressed("br")?);
        let first_load = name == "index.html" || needed.contains(&name.as_str());
        rows.push(Row {
            name,
            raw,
            gzip,
            brotli,
            first_load,
        });
    }
    Ok(rows)
}

fn is_copy(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "br" || extension == "gz")
}

fn length(path: &Path) -> Result<u64> {
    let data = fs::metadata(path)
        .with_context(|| format!("{} is missing; cargo xtask dist makes it", path.display()))?;
    Ok(data.len())
}

/// The files of this site that the page names in its tags: style sheets, scripts and preloads.
fn needed(page: &str) -> Vec<&str> {
    page.split(['<', '>'])
        .filter(|tag| {
            tag.starts_with("script")
                || (tag.starts_with("link")
                    && ["stylesheet", "preload"]
                        .iter()
                        .any(|kind| tag.contains(kind)))
        })
        .flat_map(|tag| tag.split('"'))
        .filter_map(|value| value.strip_prefix("./"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Row, is_of_language, languages, needed, whole};

    fn row(name: &str, brotli: u64) -> Row {
        Row {
            name: name.to_owned(),
            raw: 0,
            gzip: 0,
            brotli,
            first_load: false,
        }
    }

    #[test]
    fn other_languages_count_by_themselves() {
        let files = [
            ("index.html", 1),
            ("en-later.1.bin", 2),
            ("pt-BR.1.bin", 10),
            ("pt-BR-later.1.bin", 20),
            ("pt-BR/index.html", 40),
            ("protocol.html", 80),
            ("microneedling-quiz.html", 160),
            ("sw.js", 320),
            ("icon.1.png", 640),
            ("frame.1.js", 1280),
            ("options.schema.json", 2560),
        ];
        let rows = files.map(|(name, size)| row(name, size));
        assert_eq!(whole(&rows), 3);
        let found = languages(&rows);
        let found: Vec<_> = found
            .iter()
            .map(|words| (&*words.tag, words.first, words.all))
            .collect();
        assert_eq!(found, [("pt-BR", 10, 30)]);
        assert!(is_of_language("pt-BR/index.html", &rows));
        assert!(!is_of_language("page.1.css", &rows));
    }

    #[test]
    fn links_and_scripts_are_needed_and_anchors_are_not() {
        let page = r#"<link rel="stylesheet" href="./a.css"><link rel="modulepreload" href="./b.js">
            <link rel="manifest" href="./c.webmanifest"><script type="module" src="./d.js"></script>
            <a href="./e.html">E</a>"#;
        assert_eq!(needed(page), ["a.css", "b.js", "d.js"]);
    }
}
