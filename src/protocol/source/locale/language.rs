//! `words/languages.toml`: which languages there are.

use serde::Deserialize;

use super::plural::FORMS;
use crate::protocol::source::problem::Problems;

/// The file that lists the languages.
pub(in crate::protocol::source) const LANGUAGES: &str = "words/languages.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::protocol::source) struct LanguagesFile {
    language: Vec<LanguageEntry>,
}

/// A language as the file lists it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageEntry {
    /// Its tag.
    pub tag: String,
    /// Its name, in itself.
    pub name: String,
    dir: Option<Dir>,
    formats: Option<String>,
    /// The plural forms that its whole numbers need.
    pub plurals: Vec<String>,
    /// The numbers that its sentence on emergencies names.
    #[serde(default)]
    pub emergency: Vec<EmergencyEntry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Dir {
    Ltr,
    Rtl,
}

/// An emergency number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyEntry {
    /// The number that is dialled.
    pub number: String,
    /// Where it can be checked.
    pub source: String,
}

impl LanguagesFile {
    /// The tags of the languages listed.
    pub(in crate::protocol::source) fn tags(&self) -> impl Iterator<Item = &str> {
        self.language.iter().map(|language| language.tag.as_str())
    }
}

impl LanguageEntry {
    /// Whether it is written from right to left.
    pub fn rtl(&self) -> bool {
        self.dir == Some(Dir::Rtl)
    }

    /// The tag that dates, lists and numbers are written by.
    pub fn formats(&self) -> &str {
        self.formats.as_deref().unwrap_or(&self.tag)
    }
}

/// The languages listed, English first; what is wrong with the list is told.
pub(in crate::protocol::source) fn languages(
    file: LanguagesFile,
    problems: &mut Problems,
) -> Vec<LanguageEntry> {
    if file.language.first().is_none_or(|first| first.tag != "en") {
        problems.add(
            LANGUAGES,
            "",
            "The first language is not `en`.",
            "All others are translated from it.",
        );
    }
    for (index, language) in file.language.iter().enumerate() {
        let mut tell = |message: String, help: &str| {
            problems.add(
                LANGUAGES,
                format!("language `{}`", language.tag),
                message,
                help,
            );
        };
        let before = file.language.iter().take(index);
        if before.into_iter().any(|other| other.tag == language.tag) {
            tell("The language is listed twice.".to_owned(), "");
        }
        if language.name.trim().is_empty() {
            tell(
                "The name is empty.".to_owned(),
                "Write it in the language itself.",
            );
        }
        for form in &language.plurals {
            if !FORMS.contains(&form.as_str()) {
                tell(
                    format!("There is no plural form `{form}`."),
                    "There are `other`, `zero`, `one`, `two`, `few` and `many`.",
                );
            }
        }
        if !language.plurals.iter().any(|form| form == "other") {
            tell(
                "The plural form `other` is missing.".to_owned(),
                "Every language has it.",
            );
        }
        for EmergencyEntry { number, source } in &language.emergency {
            if number.is_empty() || !number.bytes().all(|digit| digit.is_ascii_digit()) {
                tell(
                    format!("`{number}` is not a number to dial."),
                    "Write its digits.",
                );
            }
            if source.trim().is_empty() {
                tell(
                    format!("The number {number} has no source."),
                    "Name who publishes it.",
                );
            }
        }
    }
    file.language
}
