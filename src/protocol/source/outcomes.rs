//! What studies counted, and what else there is.

use serde::Deserialize;

use super::evidence::Citing;
use super::files::{BasisEntry, CitedEntry, citing};
use super::names::{At, missing};
use super::part::Part;
use super::problem::Problems;
use super::words::Words;
use crate::protocol::{Alternative, Figure, Fit, Goal, GoalId, Outcome, Word};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomesFile {
    /// Goals that have a course and no honest figure.
    pub(super) without: Vec<String>,
    #[serde(default)]
    pub(super) outcome: Vec<OutcomeEntry>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FigureEntry {
    Share,
    Change,
    Grades,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OutcomeEntry {
    pub(super) id: String,
    pub(super) goal: String,
    pub(super) kind: FigureEntry,
    pub(super) low: u16,
    pub(super) middle: Option<u16>,
    pub(super) high: Option<u16>,
    pub(super) people: Option<u16>,
    pub(super) studies: u8,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AlternativesFile {
    #[serde(default)]
    pub(super) alternative: Vec<AlternativeEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AlternativeEntry {
    pub(super) goal: String,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

citing!(OutcomeEntry AlternativeEntry);

const OUTCOMES: &str = "outcomes.toml";
const ALTERNATIVES: &str = "alternatives.toml";

impl Citing<'_> {
    /// Figures. Each goal that has a course has one, or is said to have none.
    pub(super) fn outcomes(
        &self,
        file: &OutcomesFile,
        goals: &[Goal],
        words: &mut Words,
        problems: &mut Problems,
    ) -> &'static [Outcome] {
        let mut outcomes: Vec<Outcome> = Vec::new();
        for entry in &file.outcome {
            let label = format!("outcome `{}`", entry.id);
            let at = At {
                file: OUTCOMES,
                entry: &label,
            };
            if outcomes.iter().any(|known| known.id == entry.id) {
                problems.add(
                    at.file,
                    at.entry,
                    "This id is used twice.",
                    "Give each its own id.",
                );
            }
            let Some(goal) = self.need_goal(&entry.goal, at, problems) else {
                continue;
            };
            let outcome = Outcome {
                id: entry.id.clone().leak(),
                goal,
                figure: figure(entry, at, problems),
                people: entry.people,
                studies: entry.studies,
                label: words.required("outcomes", &entry.id, Part::Label, problems),
                tell: words.required("outcomes", &entry.id, Part::Tell, problems),
                caveat: words.required("outcomes", &entry.id, Part::Caveat, problems),
                cited: self.cited(entry.cited(), at, problems),
            };
            if entry.studies == 0 || entry.people == Some(0) {
                problems.add(
                    at.file,
                    at.entry,
                    "Nobody stands behind this figure.",
                    "Say how many papers or groups in `studies`, and how many people if that is known.",
                );
            }
            outcomes.push(outcome);
        }
        self.each_goal_has_one(file, goals, &outcomes, problems);
        outcomes.leak()
    }

    fn each_goal_has_one(
        &self,
        file: &OutcomesFile,
        goals: &[Goal],
        outcomes: &[Outcome],
        problems: &mut Problems,
    ) {
        let at = At {
            file: OUTCOMES,
            entry: "`without`",
        };
        for name in file
            .without
            .iter()
            .filter(|name| self.names.goal(name).is_none())
        {
            missing("goal", name, &self.names.goals, at, problems);
        }
        for (goal, id) in goals.iter().zip(0..) {
            let figures = outcomes.iter().any(|outcome| outcome.goal == GoalId(id));
            let without = file.without.iter().any(|name| name == goal.id);
            let planned = !goal.courses.is_empty() && goal.fit != Fit::Poor;
            let entry = format!("goal `{}`", goal.id);
            let (message, help) = match (planned, figures, without) {
                (true, false, false) => (
                    "It has a course, but no figure says what results are realistic.",
                    "Add an outcome, or name the goal in `without`.",
                ),
                (true, true, true) => (
                    "It has a figure, and stands in `without`.",
                    "Take it out of one of the two.",
                ),
                (false, true, _) | (false, _, true) => (
                    "It has no course, so no plan shows its results.",
                    "Take it out.",
                ),
                _ => continue,
            };
            problems.add(at.file, entry, message, help);
        }
    }

    /// What else there is for each goal, in the order of the goals.
    pub(super) fn alternatives(
        &self,
        file: &AlternativesFile,
        goals: &[Goal],
        words: &mut Words,
        problems: &mut Problems,
    ) -> &'static [Alternative] {
        let mut all: Vec<Alternative> = Vec::new();
        for entry in &file.alternative {
            let label = format!("alternative for `{}`", entry.goal);
            let at = At {
                file: ALTERNATIVES,
                entry: &label,
            };
            let Some(goal) = self.need_goal(&entry.goal, at, problems) else {
                continue;
            };
            let other = self.alternative(entry, (goal, goals), at, words, problems);
            if all.iter().any(|known| known.goal == other.goal) {
                problems.add(
                    at.file,
                    at.entry,
                    "This goal stands here twice.",
                    "Name each goal once.",
                );
            }
            all.push(other);
        }
        for (goal, id) in goals.iter().zip(0..) {
            if !all.iter().any(|other| other.goal == GoalId(id)) {
                problems.add(
                    ALTERNATIVES,
                    format!("goal `{}`", goal.id),
                    "Nothing says what else there is.",
                    "Add an `[[alternative]]` for it.",
                );
            }
        }
        all.sort_by_key(|other| other.goal);
        all.leak()
    }

    fn alternative(
        &self,
        entry: &AlternativeEntry,
        (id, goals): (GoalId, &[Goal]),
        at: At<'_>,
        words: &mut Words,
        problems: &mut Problems,
    ) -> Alternative {
        const FILE: &str = "alternatives";
        let goal = goals.get(id.index());
        // A goal that says by itself what is considered instead says it once.
        let own = goal.map_or(Word::NONE, |goal| goal.instead);
        let poor = goal.is_some_and(|goal| goal.fit == Fit::Poor);
        let instead = words.optional(FILE, &entry.goal, Part::Instead);
        let instead = match (own.is_some(), instead.is_some()) {
            (true, false) => own,
            (false, true) => instead,
            (true, true) => {
                problems.add(
                    at.file,
                    at.entry,
                    "What is considered instead is worded twice.",
                    "Keep it in words/en/goals.toml only.",
                );
                own
            }
            // A poor goal has to say it by itself, and was told so.
            (false, false) if poor => Word::NONE,
            (false, false) => words.required(FILE, &entry.goal, Part::Instead, problems),
        };
        Alternative {
            goal: id,
            needling: words.required(FILE, &entry.goal, Part::Needling, problems),
            instead,
            other: words.optional(FILE, &entry.goal, Part::Other),
            nothing: words.optional(FILE, &entry.goal, Part::Nothing),
            cited: self.cited(entry.cited(), at, problems),
        }
    }

    fn need_goal(&self, name: &str, at: At<'_>, problems: &mut Problems) -> Option<GoalId> {
        let found = self.names.goal(name);
        if found.is_none() {
            missing("goal", name, &self.names.goals, at, problems);
        }
        found
    }
}

/// The figure of an entry, with its numbers in order.
fn figure(entry: &OutcomeEntry, at: At<'_>, problems: &mut Problems) -> Figure {
    let hundred = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
    let low = hundred(entry.low);
    let high = entry.high.map_or(low, hundred);
    let rising = low <= high && high <= 100 && low > 0;
    let (right, help, figure) = match entry.kind {
        FigureEntry::Share => (
            rising && entry.middle.is_none(),
            "A share has `low` and, where studies differ, `high`, in rising order, from 1 to 100.",
            Figure::Share { low, high },
        ),
        FigureEntry::Change => {
            let middle = entry.middle.map(hundred);
            let between = middle.is_none_or(|middle| (low..=high).contains(&middle));
            (
                rising && low < high && between,
                "A change has `low` and `high`, and `middle` between them if there is one, from 1 to 100.",
                Figure::Change { low, middle, high },
            )
        }
        FigureEntry::Grades => (
            entry.low > 0 && entry.low <= 400 && entry.middle.is_none() && entry.high.is_none(),
            "Grades have `low` alone, in hundredths, from 1 to 400.",
            Figure::Grades(entry.low),
        ),
    };
    if !right {
        problems.add(at.file, at.entry, "Its numbers make no figure.", help);
    }
    figure
}
