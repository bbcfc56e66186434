//! The words of one locale, as tables: what the first load needs, and what may follow it.

use std::collections::{BTreeMap, BTreeSet};

use super::check::Text;
use super::locale::{Entry, FORMS};
use super::part::{OptionWords, Part, WordsFile, part_of};
use super::problem::{Problems, did_you_mean};
use crate::protocol::Word;

/// Gives out positions in the tables of words, and notes what is missing or left over.
#[derive(Debug)]
pub(super) struct Words {
    files: BTreeMap<&'static str, WordsFile>,
    used: BTreeSet<(&'static str, String)>,
    ui: BTreeMap<String, Entry>,
    later: BTreeMap<String, Entry>,
    outside: BTreeMap<String, Entry>,
    given: BTreeMap<String, Word>,
    pub(super) tables: Tables,
    pub(super) slots: Slots,
}

/// The texts themselves.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// The first screen's, and behind them those of reasons.
    pub first: Vec<String>,
    /// What only later screens need: the words of questions, of verdicts and of the plan.
    pub later: Vec<String>,
}

/// Where each text of the tables is written: file and dotted key. Translations fill the same places.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    first: Vec<(&'static str, String)>,
    later: Vec<(&'static str, String)>,
}

impl Slots {
    /// The tables with texts from elsewhere.
    pub(super) fn fill(&self, text: impl Fn(&str, &str) -> String) -> Tables {
        let fill = |slots: &[(&str, String)]| {
            let texts = slots.iter().map(|(file, key)| text(file, key));
            texts.collect()
        };
        Tables {
            first: fill(&self.first),
            later: fill(&self.later),
        }
    }
}

impl Words {
    pub(super) fn new(
        files: BTreeMap<&'static str, WordsFile>,
        ui: BTreeMap<String, Entry>,
        later: BTreeMap<String, Entry>,
        outside: BTreeMap<String, Entry>,
    ) -> Words {
        let tables = Tables {
            first: vec![String::new()],
            ..Tables::default()
        };
        let slots = Slots {
            first: vec![("", String::new())],
            ..Slots::default()
        };
        Words {
            files,
            used: BTreeSet::new(),
            ui,
            later,
            outside,
            given: BTreeMap::new(),
            tables,
            slots,
        }
    }

    /// The position of a text; the same key always has the same. `slot` is where it is written, and
    /// `file` says which table it belongs to.
    fn push(&mut self, file: &str, key: String, slot: (&'static str, String), text: &str) -> Word {
        if let Some(word) = self.given.get(&key) {
            return *word;
        }
        let (table, words, slots) = match file {
            QUESTIONS | "screens" | "care" | "changes" | "outcomes" | "alternatives" => {
                (Word::LATER, &mut self.tables.later, &mut self.slots.later)
            }
            _ => (0, &mut self.tables.first, &mut self.slots.first),
        };
        words.push(text.to_owned());
        slots.push(slot);
        let word = u16::try_from(words.len() - 1).map_or(Word::NONE, |index| Word(table | index));
        self.given.insert(key, word);
        word
    }

    /// What published courses showed for a goal that is no finding: only the plan tells it.
    pub(super) fn showed(&mut self, id: &str, problems: &mut Problems) -> Word {
        let tell = self.text("goals", id, Part::Tell);
        let word = tell.map_or(Word::NONE, |tell| {
            let slot = ("goals", format!("{id}.tell"));
            self.push("screens", format!("showed {id}"), slot, &tell)
        });
        report_missing(word, "goals", id, Part::Tell, problems);
        word
    }

    /// The labels of the interface: `("continue", Word(1))`.
    pub(super) fn ui(&mut self) -> Vec<(String, Word)> {
        let (ui, later) = (self.ui.clone(), self.later.clone());
        let first = ui.into_iter().map(|(key, entry)| (key, entry, "ui", "ui"));
        let later = later
            .into_iter()
            .map(|(key, entry)| (key, entry, "screens", "later"));
        first
            .chain(later)
            .map(|(key, entry, table, file)| {
                let word = match entry {
                    Entry::Plain(text) => {
                        self.push(table, format!("ui {key}"), (file, key.clone()), &text)
                    }
                    Entry::Plural(forms) => {
                        // All forms have a place, one behind the other, whatever the language.
                        let words = FORMS.map(|form| {
                            let text = forms.get(form).map_or("", String::as_str);
                            let slot = (file, format!("{key}.{form}"));
                            self.push(table, format!("ui {key} {form}"), slot, text)
                        });
                        let [general, ..] = words;
                        general
                    }
                };
                (key, word)
            })
            .collect()
    }

    /// What is said outside the compiled quiz. Behind all others, since the quiz loads none of it.
    pub(super) fn outside(&mut self) -> Vec<(String, Word)> {
        let outside = self.outside.clone();
        let pushed = outside.into_iter().map(|(key, entry)| {
            let slot = ("outside", key.clone());
            let word = self.push("screens", format!("ui {key}"), slot, entry.general());
            (key, word)
        });
        pushed.collect()
    }

    fn text(&mut self, file: &'static str, id: &str, part: Part) -> Option<String> {
        self.used.insert((file, id.to_owned()));
        self.files
            .get(file)?
            .get(id)
            .and_then(|entry| part.of(entry))
            .cloned()
    }

    pub(super) fn optional(&mut self, file: &'static str, id: &str, part: Part) -> Word {
        match self.text(file, id, part) {
            Some(text) => {
                let slot = (file, format!("{id}.{}", part.name()));
                self.push(file, format!("{file} {id} {}", part.name()), slot, &text)
            }
            None => Word::NONE,
        }
    }

    pub(super) fn required(
        &mut self,
        file: &'static str,
        id: &str,
        part: Part,
        problems: &mut Problems,
    ) -> Word {
        let word = self.optional(file, id, part);
        report_missing(word, file, id, part, problems);
        word
    }

    /// The label and the hint of an option. `fallback` serves options that are worded once for all.
    pub(super) fn option(
        &mut self,
        id: &str,
        option: &str,
        fallback: Option<&str>,
        problems: &mut Problems,
    ) -> (Word, Word) {
        let find = |words: &Words, part: fn(&OptionWords) -> Option<&String>| {
            let entry = words.files.get(QUESTIONS)?.get(id)?.options.get(option)?;
            part(entry).cloned()
        };
        let hint = find(self, |words| words.hint.as_ref());
        let worded = find(self, |words| words.label.as_ref());
        let label = worded
            .clone()
            .or_else(|| fallback.and_then(|key| Some(self.later.get(key)?.general().to_owned())));
        let Some(label) = label else {
            problems.add(
                &path(QUESTIONS),
                format!("`{id}`"),
                format!("The option `{option}` has no English label."),
                format!("Add `options.{option}.label = \"…\"` below `[{id}]`."),
            );
            return (Word::NONE, Word::NONE);
        };
        // Options that are worded once for all stand in the table once.
        let own = worded.is_some();
        let key = if own {
            format!("option {id} {option}")
        } else {
            format!("ui option {option}")
        };
        let slot = match fallback {
            Some(fallback) if !own => ("later", fallback.to_owned()),
            _ => (QUESTIONS, format!("{id}.options.{option}.label")),
        };
        let label = self.push(QUESTIONS, key.clone(), slot, &label);
        (
            label,
            hint.map_or(Word::NONE, |hint| {
                let slot = (QUESTIONS, format!("{id}.options.{option}.hint"));
                self.push(QUESTIONS, format!("{key} hint"), slot, &hint)
            }),
        )
    }

    /// Every text, with the place where it is written.
    pub(super) fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Vec::new();
        let tables = [
            ("ui", &self.ui),
            ("later", &self.later),
            ("outside", &self.outside),
        ];
        for (file, table) in tables {
            for (key, entry) in table {
                let forms: Vec<&String> = match entry {
                    Entry::Plain(text) => vec![text],
                    Entry::Plural(forms) => forms.values().collect(),
                };
                texts.extend(forms.into_iter().map(|text| Text {
                    file: path(file),
                    entry: format!("`{key}`"),
                    part: part_of(file, key),
                    text,
                }));
            }
        }
        for (file, entries) in &self.files {
            for (id, entry) in entries {
                let parts = Part::ALL
                    .iter()
                    .map(|part| (part.name(), part.of(entry).map(String::as_str)));
                let options = entry.options.values().flat_map(|option| {
                    [
                        ("label", option.label.as_deref()),
                        ("hint", option.hint.as_deref()),
                    ]
                });
                let differs = [("differs", entry.differs.as_deref())];
                texts.extend(
                    parts
                        .chain(options)
                        .chain(differs)
                        .filter_map(|(part, text)| {
                            Some(Text {
                                file: path(file),
                                entry: format!("`{id}`"),
                                part,
                                text: text?,
                            })
                        }),
                );
            }
        }
        texts
    }

    /// Where sources disagree about the entries of a file: id and text.
    pub(super) fn differs(&self, file: &str) -> Vec<(String, String)> {
        let entries = self.files.get(file).into_iter().flatten();
        entries
            .filter_map(|(id, entry)| Some((id.clone(), entry.differs.clone()?)))
            .collect()
    }

    /// Entries that belong to nothing: usually a misspelt id.
    pub(super) fn report_unused(&self, problems: &mut Problems) {
        for (file, entries) in &self.files {
            for id in entries
                .keys()
                .filter(|id| !self.used.contains(&(*file, (*id).clone())))
            {
                let known = self
                    .used
                    .iter()
                    .filter(|(of, _)| of == file)
                    .map(|(_, id)| id.as_str());
                problems.add(
                    &path(file),
                    format!("`{id}`"),
                    "There are words for this id, but nothing has this id.",
                    did_you_mean(id, known),
                );
            }
        }
    }

    /// Options that read the same, and options that are worded but do not exist.
    pub(super) fn report_options(&self, id: &str, options: &[String], problems: &mut Problems) {
        let worded = self.files.get(QUESTIONS).and_then(|file| file.get(id));
        let labels: Vec<_> = worded
            .into_iter()
            .flat_map(|entry| &entry.options)
            .filter_map(|(option, words)| Some((option, words.label.as_ref()?)))
            .collect();
        for (index, (option, label)) in labels.iter().enumerate() {
            let same = labels.iter().take(index).find(|(_, other)| other == label);
            if let Some((same, _)) = same {
                problems.add(
                    &path(QUESTIONS),
                    format!("`{id}`"),
                    format!("The options `{same}` and `{option}` read the same."),
                    "Word them differently.",
                );
            }
        }
        for option in worded.into_iter().flat_map(|entry| entry.options.keys()) {
            if !options.contains(option) {
                problems.add(
                    &path(QUESTIONS),
                    format!("`{id}`"),
                    format!("There are words for an option `{option}`, but the question has no such option."),
                    did_you_mean(option, options.iter().map(String::as_str)),
                );
            }
        }
    }
}

fn report_missing(word: Word, file: &str, id: &str, part: Part, problems: &mut Problems) {
    if !word.is_some() {
        problems.add(
            &path(file),
            format!("`{id}`"),
            format!("The English {} is missing.", part.name()),
            format!("Add a line `{} = \"…\"` below `[{id}]`.", part.name()),
        );
    }
}

/// The file that holds the words of questions.
pub(super) const QUESTIONS: &str = "questions";

fn path(file: &str) -> String {
    format!("words/en/{file}.toml")
}
