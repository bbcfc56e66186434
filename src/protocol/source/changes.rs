//! What may change about answers, as tables.

use super::evidence::Citing;
use super::files::{ChangeEntry, ChangesFile, ElsewhereEntry, TurnEntry};
use super::names::{At, Names, missing};
use super::part::Part;
use super::problem::Problems;
use super::words::Words;
use crate::protocol::{
    Change, Cited, Elsewhere, Evidence, OptionId, QuestionId, RuleId, Set, Turn, Word,
};

/// The file that holds them.
pub(super) const FILE: &str = "changes.toml";

pub(super) fn changes(
    file: &ChangesFile,
    citing: &Citing<'_>,
    evidence: &Evidence,
    words: &mut Words,
    problems: &mut Problems,
) -> &'static [Change] {
    let mut changes: Vec<Change> = Vec::new();
    for entry in &file.change {
        let label = format!("change `{}`", entry.id);
        let at = At {
            file: FILE,
            entry: &label,
        };
        if changes.iter().any(|known| known.id == entry.id) {
            let help = "Give each its own id.";
            problems.add(FILE, at.entry, "This id is used twice.", help);
        }
        changes.push(change(entry, citing, evidence, at, words, problems));
    }
    changes.leak()
}

fn change(
    entry: &ChangeEntry,
    citing: &Citing<'_>,
    evidence: &Evidence,
    at: At<'_>,
    words: &mut Words,
    problems: &mut Problems,
) -> Change {
    let names = citing.names;
    let turn = match entry.kind {
        TurnEntry::Heals => Turn::Heals,
        TurnEntry::Passes => Turn::Passes,
        TurnEntry::Check => Turn::Check,
        TurnEntry::Plan => Turn::Plan,
        TurnEntry::Unsure => Turn::Unsure,
        TurnEntry::Goal => Turn::Goal,
    };
    let item = item(entry.item.as_deref(), names, at, problems);
    Change {
        id: entry.id.clone().leak(),
        turn,
        from: answers(&entry.from, names, at, problems),
        to: answers(&entry.to, names, at, problems),
        item,
        clause: match turn {
            Turn::Goal => Word::NONE,
            _ => words.required("changes", &entry.id, Part::Clause, problems),
        },
        cited: cited(entry, item, citing, evidence, at, problems),
    }
}

/// An entry that names an item rests on what the item rests on.
fn cited(
    entry: &ChangeEntry,
    item: Option<RuleId>,
    citing: &Citing<'_>,
    evidence: &Evidence,
    at: At<'_>,
    problems: &mut Problems,
) -> Cited {
    let own = entry.cited();
    match item {
        Some(item) if own.sources.is_empty() && own.basis.is_empty() => evidence.of_rule(item),
        Some(_) => {
            let help = "Leave out `basis` and `sources`.";
            problems.add(FILE, at.entry, "Its sources are those of its item.", help);
            Cited::NONE
        }
        None => citing.cited(own, at, problems),
    }
}

pub(super) fn elsewhere(
    file: &ChangesFile,
    names: &Names,
    problems: &mut Problems,
) -> &'static [Elsewhere] {
    let all: Vec<_> = file
        .elsewhere
        .iter()
        .map(|entry| {
            let label = format!("elsewhere `{}`", entry.from);
            let at = At {
                file: FILE,
                entry: &label,
            };
            one(entry, names, at, problems)
        })
        .collect();
    all.leak()
}

fn one(entry: &ElsewhereEntry, names: &Names, at: At<'_>, problems: &mut Problems) -> Elsewhere {
    let mut beside = Set::new();
    for area in &entry.beside {
        match names.area(area) {
            Some(area) => beside = beside.with(area),
            None => missing("area", area, &names.areas, at, problems),
        }
    }
    let to = entry.to.as_deref();
    let ways = [to.is_some(), !entry.beside.is_empty(), entry.stays];
    if ways.iter().filter(|way| **way).count() != 1 {
        problems.add(
            FILE,
            at.entry,
            "It does not say what follows.",
            "Write one of `to`, `beside` and `stays`.",
        );
    }
    Elsewhere {
        from: answer(&entry.from, names, at, problems),
        to: to.map(|to| answer(to, names, at, problems)),
        beside,
        stays: entry.stays,
        item: item(Some(&entry.item), names, at, problems).unwrap_or(RuleId(0)),
    }
}

fn item(name: Option<&str>, names: &Names, at: At<'_>, problems: &mut Problems) -> Option<RuleId> {
    let name = name?;
    let found = names.rule(name);
    if found.is_none() {
        missing("rule", name, &names.rules, at, problems);
    }
    found
}

fn answers(
    texts: &[String],
    names: &Names,
    at: At<'_>,
    problems: &mut Problems,
) -> &'static [(QuestionId, OptionId)] {
    let answers: Vec<_> = texts
        .iter()
        .map(|text| answer(text, names, at, problems))
        .collect();
    answers.leak()
}

/// Reads `question:option`.
fn answer(
    text: &str,
    names: &Names,
    at: At<'_>,
    problems: &mut Problems,
) -> (QuestionId, OptionId) {
    match text.split_once(':') {
        Some((question, option)) => {
            let (question, option, _) = names.need_option(question, option, at, problems);
            (question, option)
        }
        None => {
            let message = format!("`{text}` is not an answer.");
            problems.add(FILE, at.entry, message, "Write it like `question:option`.");
            (QuestionId(0), OptionId(0))
        }
    }
}
