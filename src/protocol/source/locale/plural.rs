//! Texts that depend on a number: `left = { one = "…", other = "…" }`.

use std::collections::BTreeMap;

use super::flat::Flat;
use crate::protocol::source::problem::{Problems, did_you_mean};

/// The plural forms, in the order in which their texts stand in a table (`text::CATEGORIES`).
pub(in crate::protocol::source) const FORMS: [&str; 6] =
    ["other", "zero", "one", "two", "few", "many"];

/// A text of the interface.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::protocol::source) enum Entry {
    Plain(String),
    Plural(BTreeMap<String, String>),
}

impl Entry {
    /// The text, or the general one of its forms.
    pub(in crate::protocol::source) fn general(&self) -> &str {
        match self {
            Entry::Plain(text) => text,
            Entry::Plural(forms) => forms.get("other").map_or("", String::as_str),
        }
    }
}

/// The interface's own words by their key; forms that the language does not need, or lacks, are
/// mistakes.
pub(in crate::protocol::source) fn entries(
    file: &str,
    flat: &Flat,
    needed: &[String],
    problems: &mut Problems,
) -> BTreeMap<String, Entry> {
    let mut found = BTreeMap::new();
    for (key, text) in flat {
        let Some((key, form)) = key.split_once('.') else {
            found.insert(key.clone(), Entry::Plain(text.clone()));
            continue;
        };
        let entry = found
            .entry(key.to_owned())
            .or_insert_with(|| Entry::Plural(BTreeMap::new()));
        if let Entry::Plural(forms) = entry {
            forms.insert(form.to_owned(), text.clone());
        }
    }
    for (key, entry) in &found {
        let Entry::Plural(forms) = entry else {
            continue;
        };
        for form in forms.keys().filter(|form| !needed.contains(form)) {
            problems.add(
                file,
                format!("`{key}`"),
                format!("The language has no plural form `{form}`."),
                did_you_mean(form, needed.iter().map(String::as_str)),
            );
        }
        for form in needed.iter().filter(|form| !forms.contains_key(*form)) {
            problems.add(
                file,
                format!("`{key}`"),
                format!("The plural form `{form}` is missing."),
                "",
            );
        }
    }
    found
}
