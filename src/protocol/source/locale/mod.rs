//! The translations: each language's words, held against the English.

mod compare;
mod flat;
mod language;
mod plural;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::flat::{Flat, flat};
pub use self::language::{EmergencyEntry, LanguageEntry};
pub(super) use self::language::{LANGUAGES, LanguagesFile, languages};
pub(super) use self::plural::{Entry, FORMS, entries};

use super::check::{Guarded, Text, wording};
use super::part::part_of;
use super::problem::{Problem, Problems};
use super::words::Tables;
use super::{Compiled, Files, WORDS, files, read};

/// A language other than English.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The language.
    pub language: LanguageEntry,
    /// Its words, at the positions of the English ones.
    pub words: Tables,
}

/// Every file of a language.
pub(super) fn files_of(tag: &str) -> impl Iterator<Item = String> + '_ {
    WORDS
        .iter()
        .chain(&["guard"])
        .map(move |name| format!("words/{tag}/{name}.toml"))
}

/// The translations of a protocol that was compiled from the same files, or all that is wrong with
/// them.
pub fn translations(files: &Files, compiled: &Compiled) -> Result<Vec<Translation>, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut english = texts(files, "en", &mut problems);
    // What only readers of the protocol see stays English.
    for file in english.values_mut() {
        file.retain(|key, _| !key.ends_with(".differs"));
    }
    let mut found = Vec::new();
    for (index, language) in compiled.languages.iter().enumerate() {
        if index == 0 {
            emergency(language, &english, &mut problems);
            continue;
        }
        let translated = texts(files, &language.tag, &mut problems);
        if translated.len() == WORDS.len() {
            compare(language, &english, &translated, &mut problems);
            guard(files, language, &translated, &mut problems);
            emergency(language, &translated, &mut problems);
        }
        found.push(Translation {
            language: language.clone(),
            words: compiled.slots.fill(|file, key| {
                let text = translated.get(file).and_then(|file| file.get(key));
                text.cloned().unwrap_or_default()
            }),
        });
    }
    if problems.0.is_empty() {
        Ok(found)
    } else {
        Err(problems.0)
    }
}

/// The texts of a language, by file.
type Texts = BTreeMap<&'static str, Flat>;

fn texts(files: &Files, tag: &str, problems: &mut Problems) -> Texts {
    let mut found = Texts::new();
    for name in WORDS {
        let path = format!("words/{tag}/{name}.toml");
        if let Some(table) = read::<toml::Table>(files, &path, problems) {
            found.insert(name, flat(&path, &table, problems));
        }
    }
    found
}

/// Files of the interface's own words, where a text may have plural forms.
const INTERFACE: [&str; 3] = ["ui", "later", "outside"];

fn compare(language: &LanguageEntry, english: &Texts, translated: &Texts, problems: &mut Problems) {
    for (name, translated) in translated {
        let path = format!("words/{}/{name}.toml", language.tag);
        let Some(english) = english.get(name) else {
            continue;
        };
        if INTERFACE.contains(name) {
            // The English forms were looked at when the protocol was compiled.
            let all: Vec<_> = FORMS.iter().map(|form| (*form).to_owned()).collect();
            let english = entries(&path, english, &all, &mut Problems::default());
            let translated = entries(&path, translated, &language.plurals, problems);
            compare::entries(&path, &english, &translated, problems);
        } else {
            compare::texts(&path, english, translated, problems);
        }
    }
}

fn guard(files: &Files, language: &LanguageEntry, translated: &Texts, problems: &mut Problems) {
    let path = format!("words/{}/guard.toml", language.tag);
    let Some(guard) = read::<files::GuardFile>(files, &path, problems) else {
        return;
    };
    let texts: Vec<_> = translated
        .iter()
        .flat_map(|(name, texts)| texts.iter().map(move |(key, text)| (*name, key, text)))
        .map(|(name, key, text)| Text {
            file: format!("words/{}/{name}.toml", language.tag),
            entry: format!("`{key}`"),
            part: part_of(name, key),
            text,
        })
        .collect();
    wording(&texts, &Guarded::translated(&guard, path), problems);
}

/// The numbers in the sentence on emergencies are those that have a source.
fn emergency(language: &LanguageEntry, texts: &Texts, problems: &mut Problems) {
    let text = texts.get("ui").and_then(|ui| ui.get("emergency"));
    let said: BTreeSet<&str> = text
        .map_or("", String::as_str)
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| !number.is_empty())
        .collect();
    let sourced: BTreeSet<&str> = language
        .emergency
        .iter()
        .map(|entry| entry.number.as_str())
        .collect();
    let path = format!("words/{}/ui.toml", language.tag);
    for number in said.difference(&sourced) {
        problems.add(
            &path,
            "`emergency`",
            format!("The number {number} has no source."),
            format!("Add it to the language's `emergency` in {LANGUAGES}."),
        );
    }
    for number in sourced.difference(&said) {
        problems.add(
            &path,
            "`emergency`",
            format!("The number {number} is not named."),
            format!("Take it out of {LANGUAGES}, or name it."),
        );
    }
}
