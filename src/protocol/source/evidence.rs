//! What every statement rests on, and the care around a session.

use std::collections::BTreeSet;

use super::Notes;
use super::files::{
    BasisEntry, CareFile, CitedEntry, GoalEntry, ModifierEntry, MomentEntry, RulesFile,
    SourcesFile, StatusEntry,
};
use super::names::{At, Names, need_date};
use super::part::Part;
use super::problem::{Problems, did_you_mean};
use super::words::Words;
use crate::protocol::{
    Basis, Care, Cited, Condition, Date, Evidence, Moment, Scope, Source, Status, Word,
};

/// Turns what an entry cites into positions; its review date is the protocol's, unless it has one
/// of its own.
pub(super) struct Citing<'a> {
    pub(super) names: &'a Names,
    pub(super) review_by: Date,
}

impl Citing<'_> {
    pub(super) fn cited(
        &self,
        entry: CitedEntry<'_>,
        at: At<'_>,
        problems: &mut Problems,
    ) -> Cited {
        if entry.basis.is_empty() {
            problems.add(
                at.file,
                at.entry,
                "It does not say what it rests on.",
                "Name at least one kind of evidence in `basis`.",
            );
        }
        let basis: Vec<_> = entry.basis.iter().map(|kind| basis(*kind)).collect();
        let own = entry.review_by;
        Cited {
            basis: basis.leak(),
            sources: self.names.need_sources(entry.sources, at, problems),
            review_by: own.map_or(self.review_by, |date| need_date(date, at, problems)),
        }
    }

    /// Many entries of one kind.
    fn each<'e>(
        &self,
        file: &str,
        what: &str,
        entries: impl Iterator<Item = (&'e str, CitedEntry<'e>)>,
        problems: &mut Problems,
    ) -> Vec<Cited> {
        entries
            .map(|(id, entry)| {
                let entry_name = format!("{what} `{id}`");
                let at = At {
                    file,
                    entry: &entry_name,
                };
                self.cited(entry, at, problems)
            })
            .collect()
    }

    /// What the modifiers of spacing and certainty rest on, by their ids.
    pub(super) fn modifiers(
        &self,
        entries: &[ModifierEntry],
        problems: &mut Problems,
    ) -> Vec<(String, Cited)> {
        let cited = entries.iter().map(|entry| (&*entry.id, entry.cited()));
        let cited = self.each("courses.toml", "modifier", cited, problems);
        let ids = entries.iter().map(|entry| entry.id.clone());
        ids.zip(cited).collect()
    }

    /// Where everything comes from.
    pub(super) fn evidence(
        &self,
        rules: &RulesFile,
        goals: &[GoalEntry],
        file: &SourcesFile,
        problems: &mut Problems,
    ) -> Evidence {
        let of_rules = rules.rule.iter().map(|entry| (&*entry.id, entry.cited()));
        let of_goals = goals.iter().map(|entry| (&*entry.id, entry.cited()));
        Evidence {
            sources: sources(file),
            rules: self.each("rules.toml", "rule", of_rules, problems).leak(),
            goals: self.each("courses.toml", "goal", of_goals, problems).leak(),
            ..Evidence::NONE
        }
    }

    /// What the interface's own factual texts rest on.
    pub(super) fn texts(
        &self,
        file: &CareFile,
        ui: &[(String, Word)],
        problems: &mut Problems,
    ) -> &'static [(Word, Cited)] {
        let known = || ui.iter().map(|(key, _)| key.as_str());
        let cited = file.text.iter().map(|entry| (&*entry.id, entry.cited()));
        let cited = self.each(CARE, "text", cited, problems);
        let mut texts = Vec::new();
        for (entry, cited) in file.text.iter().zip(cited) {
            match ui.iter().find(|(key, _)| *key == entry.id) {
                Some((_, word)) => texts.push((*word, cited)),
                None => problems.add(
                    CARE,
                    format!("text `{}`", entry.id),
                    "The interface has no such text.",
                    did_you_mean(&entry.id, known()),
                ),
            }
        }
        texts.leak()
    }

    /// Preparation, aftercare and questions to ask.
    pub(super) fn care(
        &self,
        file: &CareFile,
        words: &mut Words,
        problems: &mut Problems,
    ) -> &'static [Care] {
        let mut steps = Vec::new();
        for entry in &file.care {
            let label = format!("care `{}`", entry.id);
            let at = At {
                file: CARE,
                entry: &label,
            };
            if entry.days.is_some_and(|(from, to)| from > to) {
                problems.add(
                    at.file,
                    at.entry,
                    "Its first day comes after its last day.",
                    "Days before the session are negative: `days = [-14, -1]`.",
                );
            }
            let when = entry.when.as_deref();
            let when = when.map_or(Condition::Always, |when| {
                self.names.condition(when, Scope::Person, at, problems)
            });
            steps.push(Care {
                id: entry.id.clone().leak(),
                moment: match entry.moment {
                    MomentEntry::Before => Moment::Before,
                    MomentEntry::Day => Moment::Day,
                    MomentEntry::After => Moment::After,
                    MomentEntry::Ask => Moment::Ask,
                },
                days: entry.days,
                when,
                tell: words.required("care", &entry.id, Part::Tell, problems),
                cited: self.cited(entry.cited(), at, problems),
            });
        }
        steps.leak()
    }
}

/// Sources that nothing cites.
pub(super) fn report_unused(evidence: &Evidence, notes: &Notes, problems: &mut Problems) {
    let texts = evidence.texts.iter().map(|(_, cited)| cited);
    let care = evidence.care.iter().map(|care| &care.cited);
    let changes = evidence.changes.iter().map(|change| &change.cited);
    let modifiers = notes.slower.iter().chain(&notes.less_certain);
    let modifiers = modifiers.map(|(_, cited)| cited);
    let outcomes = evidence.outcomes.iter().map(|outcome| &outcome.cited);
    let others = evidence.alternatives.iter().map(|other| &other.cited);
    let all = evidence.rules.iter().chain(evidence.goals);
    let cited: BTreeSet<_> = all
        .chain(texts)
        .chain(care)
        .chain(changes)
        .chain(modifiers)
        .chain(outcomes)
        .chain(others)
        .flat_map(|cited| cited.sources)
        .map(|id| id.index())
        .collect();
    for (index, source) in evidence.sources.iter().enumerate() {
        if !cited.contains(&index) {
            problems.add(
                "sources.toml",
                format!("source `{}`", source.id),
                "Nothing cites it.",
                "Cite it, or leave it out.",
            );
        }
    }
}

const CARE: &str = "care.toml";

fn basis(entry: BasisEntry) -> Basis {
    match entry {
        BasisEntry::Regulator => Basis::Regulator,
        BasisEntry::Label => Basis::Label,
        BasisEntry::Maker => Basis::Maker,
        BasisEntry::Review => Basis::Review,
        BasisEntry::Trial => Basis::Trial,
        BasisEntry::Study => Basis::Study,
        BasisEntry::Case => Basis::Case,
        BasisEntry::Practice => Basis::Practice,
        BasisEntry::Expert => Basis::Expert,
    }
}

fn sources(file: &SourcesFile) -> &'static [Source] {
    let sources: Vec<_> = file
        .source
        .iter()
        .map(|entry| Source {
            id: entry.id.clone().leak(),
            status: match entry.status {
                StatusEntry::Seen => Status::Seen,
                StatusEntry::Partly => Status::Partly,
                StatusEntry::Recalled => Status::Recalled,
            },
            cite: entry.cite.clone().leak(),
            at: entry.at.clone().leak(),
        })
        .collect();
    sources.leak()
}
