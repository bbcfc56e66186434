//! Tables written by hand from the dossiers: what every rule, goal, option and area is called, says
//! and counts. They can be held against any protocol, also a changed one.

mod goals;
mod options;
mod outcomes;
mod words;

use std::collections::BTreeMap;

use microneedling_quiz::protocol::Word;
use microneedling_quiz::protocol::source::Compiled;

use crate::protocol::items;
use crate::support::file;

/// The columns of a line; a quoted one may hold commas.
fn columns(line: &str) -> Vec<String> {
    let mut columns = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => columns.push(String::new()),
            c => columns.last_mut().unwrap().push(c),
        }
    }
    columns
}

/// A row: what stands in each column, by the column's name.
#[derive(Clone, Debug)]
pub(crate) struct Row(BTreeMap<String, String>);

impl Row {
    #[track_caller]
    pub(crate) fn get(&self, column: &str) -> &str {
        let text = self.0.get(column);
        text.unwrap_or_else(|| panic!("there is no column `{column}`"))
    }
}

#[track_caller]
pub(crate) fn rows(name: &str) -> Vec<Row> {
    let text = file(name);
    let mut lines = text.lines().map(columns);
    let head = lines.next().unwrap();
    lines
        .map(|line| {
            assert_eq!(line.len(), head.len(), "{name}: {line:?}");
            Row(head.iter().cloned().zip(line).collect())
        })
        .collect()
}

/// Every table, read once.
pub(crate) struct Tables {
    items: Vec<Row>,
    words: Vec<Row>,
    goals: Vec<Row>,
    options: Vec<Row>,
    areas: Vec<Row>,
}

impl Tables {
    pub(crate) fn read() -> Tables {
        let within = |name: &str| rows(&format!("tests/native/items/{name}.csv"));
        Tables {
            items: rows("tests/native/items.csv"),
            words: within("words"),
            goals: within("goals"),
            options: rows("tests/native/options.csv"),
            areas: within("areas"),
        }
    }

    /// What a protocol has otherwise.
    pub(crate) fn differences(&self, compiled: &Compiled) -> Vec<String> {
        let mut wrong = items::differences(&self.items, &compiled.protocol);
        wrong.extend(words::rules(&self.words, compiled));
        wrong.extend(words::areas(&self.areas, compiled));
        wrong.extend(goals::differences(&self.goals, compiled));
        wrong.extend(options::differences(&self.options, compiled));
        wrong
    }
}

/// The English text of a word.
fn text(compiled: &Compiled, word: Word) -> &str {
    let tables = &compiled.words;
    let table = if word.table() == 0 {
        &tables.first
    } else {
        &tables.later
    };
    table.get(word.place()).map_or("", String::as_str)
}

/// Whether a text holds a fragment; no fragment stands for no text.
fn says(compiled: &Compiled, word: Word, fragment: &str) -> bool {
    let text = text(compiled, word);
    if fragment.is_empty() {
        text.is_empty()
    } else {
        text.to_lowercase().contains(&fragment.to_lowercase())
    }
}

#[test]
fn the_protocol_says_what_the_tables_say() {
    let compiled = crate::protocol::compiled();
    let wrong = Tables::read().differences(&compiled);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
