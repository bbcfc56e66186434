//! The translations beside the English: each mistake that the build refuses, and that numbers,
//! negations and the sentences that must be shown mean the same.

mod meaning;
mod mistakes;
mod pages;

use std::collections::BTreeMap;

use microneedling_quiz::protocol::source::Files;

/// The files of words, apart from the wording guard.
const FILES: [&str; 12] = [
    "alternatives",
    "areas",
    "care",
    "changes",
    "goals",
    "later",
    "outcomes",
    "outside",
    "questions",
    "rules",
    "screens",
    "ui",
];

/// A text in both languages.
struct Pair {
    /// File and dotted key: "rules pregnant.title".
    place: String,
    english: String,
    translated: String,
}

/// The languages that are translations.
fn tags() -> Vec<&'static str> {
    let translated = microneedling_quiz::LANGUAGES.iter().skip(1);
    translated.map(|language| language.tag).collect()
}

fn add(above: &str, table: &toml::Table, found: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        match value {
            toml::Value::String(text) => {
                found.insert(format!("{above}{key}"), text.clone());
            }
            toml::Value::Table(table) => add(&format!("{above}{key}."), table, found),
            other => panic!("{above}{key} is {other}"),
        }
    }
}

fn texts(files: &Files, tag: &str, file: &str) -> BTreeMap<String, String> {
    let text = files
        .get(format!("words/{tag}/{file}.toml").as_str())
        .unwrap_or_else(|| panic!("{tag} has no {file}"));
    let mut found = BTreeMap::new();
    add("", &toml::from_str(text).unwrap(), &mut found);
    found
}

/// Every text of a language beside the English; plural forms beside the general one.
fn pairs(files: &Files, tag: &str) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for file in FILES {
        let english = texts(files, "en", file);
        for (key, translated) in texts(files, tag, file) {
            let general = key.rsplit_once('.').map(|(key, _)| format!("{key}.other"));
            let english = english
                .get(&key)
                .or_else(|| english.get(&general?))
                .unwrap_or_else(|| panic!("{tag} {file} {key} is not in English"));
            pairs.push(Pair {
                place: format!("{file} {key}"),
                english: english.clone(),
                translated,
            });
        }
    }
    assert!(pairs.len() > 700, "{tag} has {} texts", pairs.len());
    pairs
}
