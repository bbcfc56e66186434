//! A translation beside the English: the same texts, with the same placeholders and lines.

use std::collections::BTreeMap;

use super::flat::{Flat, placeholders};
use super::plural::Entry;
use crate::protocol::source::problem::{Problems, did_you_mean};

/// The texts of an ordinary file.
pub(super) fn texts(file: &str, english: &Flat, translated: &Flat, problems: &mut Problems) {
    keys(
        file,
        english
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str())),
        translated.keys().map(String::as_str),
        problems,
    );
    for (key, text) in translated {
        if let Some(english) = english.get(key) {
            text_of(file, key, english, text, problems);
        }
    }
}

/// The interface's own words.
pub(super) fn entries(
    file: &str,
    english: &BTreeMap<String, Entry>,
    translated: &BTreeMap<String, Entry>,
    problems: &mut Problems,
) {
    keys(
        file,
        english
            .iter()
            .map(|(key, entry)| (key.as_str(), entry.general())),
        translated.keys().map(String::as_str),
        problems,
    );
    for (key, entry) in translated {
        match (english.get(key), entry) {
            (None, _) => {}
            (Some(Entry::Plain(english)), Entry::Plain(text)) => {
                text_of(file, key, english, text, problems);
            }
            (Some(Entry::Plural(_)), Entry::Plain(_)) => problems.add(
                file,
                format!("`{key}`"),
                "This text depends on a number.",
                format!("Write it like `{key} = {{ one = \"…\", other = \"…\" }}`."),
            ),
            (Some(Entry::Plain(_)), Entry::Plural(_)) => problems.add(
                file,
                format!("`{key}`"),
                "This text does not depend on a number.",
                format!("Write it like `{key} = \"…\"`."),
            ),
            (Some(english @ Entry::Plural(_)), Entry::Plural(forms)) => {
                for (form, text) in forms {
                    form_of(file, key, form, english.general(), text, problems);
                }
            }
        }
    }
}

fn keys<'a>(
    file: &str,
    english: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    translated: impl Iterator<Item = &'a str> + Clone,
    problems: &mut Problems,
) {
    for (key, text) in english.clone() {
        if !translated.clone().any(|known| known == key) {
            problems.add(
                file,
                format!("`{key}`"),
                "This text is missing.",
                format!("In English it is “{}”", text.replace('\n', " ").trim()),
            );
        }
    }
    for key in translated {
        if !english.clone().any(|(known, _)| known == key) {
            problems.add(
                file,
                format!("`{key}`"),
                "There is no such text in English.",
                did_you_mean(key, english.clone().map(|(known, _)| known)),
            );
        }
    }
}

fn text_of(file: &str, key: &str, english: &str, text: &str, problems: &mut Problems) {
    let mut tell = |message: String, help: String| {
        problems.add(file, format!("`{key}`"), message, help);
    };
    let expected = placeholders(english).unwrap_or_default();
    let Some(found) = placeholders(text) else {
        tell("A brace has no pair.".to_owned(), String::new());
        return;
    };
    differences(&expected, &found, &mut tell);
    let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
    let (expected, found) = (lines(english), lines(text));
    if expected != found {
        tell(
            format!("This text has {found} lines, and the English {expected}."),
            "Each line is an item of a list.".to_owned(),
        );
    }
}

/// One plural form. It may leave out the number, as in “one page left”.
fn form_of(file: &str, key: &str, form: &str, english: &str, text: &str, problems: &mut Problems) {
    let mut tell = |message: String, help: String| {
        problems.add(file, format!("`{key}.{form}`"), message, help);
    };
    let mut expected = placeholders(english).unwrap_or_default();
    let Some(found) = placeholders(text) else {
        tell("A brace has no pair.".to_owned(), String::new());
        return;
    };
    if form != "other" && !found.contains(&"n") {
        expected.retain(|name| *name != "n");
    }
    differences(&expected, &found, &mut tell);
}

fn differences(expected: &[&str], found: &[&str], tell: &mut impl FnMut(String, String)) {
    let count = |names: &[&str], name: &str| names.iter().filter(|other| **other == name).count();
    let mut names: Vec<&str> = expected.iter().chain(found).copied().collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        match (count(expected, name), count(found, name)) {
            (wanted, there) if wanted == there => {}
            (0, _) => tell(
                format!("There is no placeholder `{{{name}}}` in English."),
                did_you_mean(name, expected.iter().copied()),
            ),
            (_, 0) => tell(
                format!("The placeholder `{{{name}}}` is missing."),
                String::new(),
            ),
            (wanted, there) => tell(
                format!(
                    "The placeholder `{{{name}}}` stands {there} times, and in English {wanted} times."
                ),
                String::new(),
            ),
        }
    }
}
