//! Who may import whom, and what stays out of which room. Read from the source itself.

use std::collections::BTreeSet;

use crate::support::{file, files_in};

/// Each room, and the rooms that it may import.
const ROOMS: [(&str, &[&str]); 10] = [
    ("protocol", &[]),
    ("assess", &["protocol"]),
    ("quiz", &["protocol", "assess"]),
    ("text", &["protocol"]),
    ("takeaway", &["protocol", "assess", "quiz", "text"]),
    ("options", &["protocol"]),
    (
        "ui",
        &["protocol", "assess", "quiz", "text", "takeaway", "options"],
    ),
    (
        "element",
        &[
            "protocol", "assess", "quiz", "text", "takeaway", "options", "ui",
        ],
    ),
    ("jsonl", &["protocol", "assess", "text"]),
    ("publication", &["protocol", "text"]),
];

/// The rooms that know nothing but what they are given.
const CORE: [&str; 8] = [
    "protocol",
    "assess",
    "quiz",
    "text",
    "takeaway",
    "options",
    "jsonl",
    "publication",
];

/// What belongs to the crate as a whole, and is open to rooms that speak words.
const ROOT: [&str; 6] = ["key", "protocol", "evidence", "LANGUAGES", "WORDS", "SHOWN"];

/// Lines of code, without comments and without what stands in strings.
fn code(name: &str) -> Vec<String> {
    let text = file(name);
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.map(without_strings).collect()
}

fn without_strings(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

/// Every `crate::…` path in a file: its first part.
fn imports(name: &str) -> BTreeSet<String> {
    let text = code(name).join("\n");
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let path = text[at + "crate::".len()..].trim_start();
        match path.strip_prefix('{') {
            None => found.extend(word(path)),
            Some(group) => found.extend(first_words(group)),
        }
    }
    found
}

fn word(text: &str) -> Option<String> {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

/// The first word of each part of `a::{b, c}, d::e}`.
fn first_words(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.last_mut().expect("there is one").push(c),
        }
    }
    parts.iter().filter_map(|part| word(part.trim())).collect()
}

fn rooms_of(name: &str) -> Vec<String> {
    files_in(&format!("src/{name}"), ".rs")
}

#[test]
fn rooms_import_only_what_stands_below_them() {
    let rooms: BTreeSet<_> = ROOMS.iter().map(|(room, _)| *room).collect();
    let mut wrong = Vec::new();
    for (room, below) in ROOMS {
        for name in rooms_of(room) {
            for import in imports(&name) {
                let import = import.as_str();
                let known = import == room || below.contains(&import);
                if rooms.contains(import) && !known {
                    wrong.push(format!("{name} imports crate::{import}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The interface's words and the built tables belong to the crate; protocol, assess and quiz do
/// without them.
#[test]
fn the_core_needs_nothing_of_the_crate_itself() {
    let rooms: BTreeSet<_> = ROOMS.iter().map(|(room, _)| *room).collect();
    for room in ["protocol", "assess", "quiz"] {
        for name in rooms_of(room) {
            let others: Vec<_> = imports(&name)
                .into_iter()
                .filter(|import| !rooms.contains(import.as_str()))
                .collect();
            assert!(
                others.is_empty(),
                "{name} imports {others:?} from the crate"
            );
        }
    }
}

#[test]
fn every_room_is_known_here() {
    let mut found = BTreeSet::new();
    for name in files_in("src", ".rs") {
        let mut parts = name.split('/').skip(1);
        if let (Some(room), Some(_)) = (parts.next(), parts.next()) {
            found.insert(room.to_owned());
        }
    }
    let known: BTreeSet<_> = ROOMS
        .iter()
        .map(|(room, _)| (*room).to_owned())
        .chain(["bin".to_owned()])
        .collect();
    assert_eq!(found, known, "a room that this test does not know");
}

/// Whether a file names a crate: as a path, in a `use`, or as a macro's.
fn names(name: &str, krate: &str) -> bool {
    let bounded = |line: &str| {
        line.match_indices(krate).any(|(at, _)| {
            let part = |c: char| c.is_alphanumeric() || c == '_';
            !line[..at].ends_with(part) && !line[at + krate.len()..].starts_with(part)
        })
    };
    code(name).iter().any(|line| bounded(line))
}

#[track_caller]
fn stays_out(krates: &[&str], of: &[String]) {
    for name in of {
        for krate in krates {
            assert!(!names(name, krate), "{name} names {krate}");
        }
    }
}

#[test]
fn the_core_knows_no_browser() {
    let core: Vec<_> = CORE.into_iter().flat_map(rooms_of).collect();
    assert!(core.len() > 20, "only {} files", core.len());
    stays_out(
        &[
            "yew",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "gloo",
        ],
        &core,
    );
}

#[test]
fn the_core_knows_no_clock_and_no_storage() {
    let core: Vec<_> = CORE.into_iter().flat_map(rooms_of).collect();
    stays_out(
        &[
            "SystemTime",
            "Instant",
            "env",
            "fs",
            "io",
            "net",
            "process",
            "thread",
        ],
        &core,
    );
}

/// The reading of files is native: in the build, in tests and in tools.
#[test]
fn serde_stays_with_files_and_json_lines() {
    let others = files_in("src", ".rs");
    let others: Vec<_> = others
        .into_iter()
        .filter(|name| !name.starts_with("src/protocol/source/") && !name.starts_with("src/jsonl/"))
        .filter(|name| !name.starts_with("src/publication/"))
        .filter(|name| !name.starts_with("src/bin/"))
        .collect();
    stays_out(
        &["serde", "serde_json", "toml", "strsim", "schemars", "maud"],
        &others,
    );
}

#[test]
fn browser_types_stay_in_dom_and_element() {
    let ui = rooms_of("ui");
    let pure: Vec<_> = ui
        .iter()
        .filter(|name| !name.ends_with("/dom.rs"))
        .cloned()
        .collect();
    assert_eq!(
        pure.len() + 1,
        ui.len(),
        "ui/dom.rs is the one file that may"
    );
    stays_out(&["web_sys", "js_sys", "wasm_bindgen", "gloo"], &pure);
}

/// The JSON interface and the reading of files are not part of the wasm.
#[test]
fn native_modules_are_marked_as_such() {
    let lib = code("src/lib.rs").join("\n");
    for (marked, module) in [
        ("not(target_arch = )", "pub mod jsonl;"),
        ("not(target_arch = )", "pub mod publication;"),
        ("target_arch = ", "pub mod element;"),
    ] {
        let before = lib.split(module).next().expect("the text before");
        let attribute = before
            .lines()
            .rev()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default();
        assert!(
            attribute.contains(marked),
            "`{module}` stands behind `{attribute}`"
        );
    }
    let protocol = code("src/protocol/mod.rs").join("\n");
    let before = protocol
        .split("pub mod source;")
        .next()
        .expect("the text before");
    assert!(
        before.trim_end().ends_with(")))]") || before.trim_end().ends_with("))]"),
        "`source` is native only"
    );
}

#[test]
fn no_file_is_long() {
    let mut long = Vec::new();
    for folder in ["src", "xtask/src", "tests"] {
        for name in files_in(folder, ".rs") {
            let lines = file(&name).lines().count();
            if lines > 400 {
                long.push(format!("{name}: {lines} lines"));
            }
        }
    }
    assert!(long.is_empty(), "more than 400 lines:\n{}", long.join("\n"));
}

/// Every file begins with a sentence about what it does.
#[test]
fn every_file_says_what_it_does() {
    for folder in ["src", "xtask/src", "tests"] {
        for name in files_in(folder, ".rs") {
            assert!(
                file(&name).starts_with("//! "),
                "{name} does not say what it does"
            );
        }
    }
}

/// Tests are run, never waited for.
#[test]
fn no_test_is_skipped_or_sleeps() {
    let marks = [["#[ig", "nore"].concat(), ["sle", "ep("].concat()];
    for name in files_in("tests/native", ".rs") {
        let text = file(&name);
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{name} has `{mark}`");
        }
    }
}

#[test]
fn the_crates_own_names_are_known() {
    for name in files_in("src/ui", ".rs") {
        let rooms: Vec<_> = ROOMS.iter().map(|(room, _)| *room).chain(ROOT).collect();
        for import in imports(&name) {
            assert!(
                rooms.contains(&import.as_str()),
                "{name} imports crate::{import}, which no test knows"
            );
        }
    }
}
