//! What studies counted, and what else there is for each goal.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use super::evidence::Cited;
use crate::protocol;

/// What a figure counts, with its numbers.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub enum Figure {
    /// So many people in a hundred; both ends are equal where there is one figure.
    Share {
        /// The lowest share of all studies.
        low: u8,
        /// The highest.
        high: u8,
    },
    /// By how many percent a score fell, over several groups.
    Change {
        /// The smallest fall.
        low: u8,
        /// What lies in the middle, where that is known.
        middle: Option<u8>,
        /// The greatest fall.
        high: u8,
    },
    /// By how many hundredths of a grade a score fell.
    Grades {
        /// The fall.
        hundredths: u16,
    },
}

impl Figure {
    /// In a few words: "9% to 68%, in the middle 40%".
    pub(in crate::publication) fn words(self) -> String {
        match self {
            Figure::Share { low, high } if low == high => format!("{low} in 100 people"),
            Figure::Share { low, high } => format!("{low} to {high} in 100 people"),
            Figure::Change { low, middle, high } => {
                let middle =
                    middle.map_or_else(String::new, |middle| format!(", in the middle {middle}%"));
                format!("{low}% to {high}%{middle}")
            }
            Figure::Grades { hundredths } => {
                format!("{}.{:02} grades", hundredths / 100, hundredths % 100)
            }
        }
    }
}

impl From<protocol::Figure> for Figure {
    fn from(figure: protocol::Figure) -> Figure {
        match figure {
            protocol::Figure::Share { low, high } => Figure::Share { low, high },
            protocol::Figure::Change { low, middle, high } => Figure::Change { low, middle, high },
            protocol::Figure::Grades(hundredths) => Figure::Grades { hundredths },
        }
    }
}

/// One figure for one goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Outcome {
    /// Public id.
    pub id: &'static str,
    /// The goal.
    pub goal: &'static str,
    /// The figure.
    pub figure: Figure,
    /// How many people stand behind it, where the source says so.
    pub people: Option<u16>,
    /// How many papers, or groups of people, stand behind it.
    pub studies: u8,
    /// What is counted.
    pub label: &'static str,
    /// The study.
    pub tell: String,
    /// What to bear in mind.
    pub caveat: &'static str,
    /// What it rests on.
    pub rests_on: Cited,
}

/// What there is beside needling for one goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Alternative {
    /// The goal.
    pub goal: &'static str,
    /// What needling may do for it.
    pub needling: &'static str,
    /// What is usually considered instead.
    pub instead: &'static str,
    /// What that may do, where the dossiers say so.
    pub other: Option<&'static str>,
    /// What doing nothing may do, where the dossiers say so.
    pub nothing: Option<&'static str>,
    /// What it rests on.
    pub rests_on: Cited,
}

pub(super) fn outcomes(book: &Book<'_>) -> Vec<Outcome> {
    let outcomes = book.evidence().outcomes.iter();
    outcomes
        .map(|outcome| {
            let people = outcome.people.unwrap_or_default().to_string();
            let studies = outcome.studies.to_string();
            let values = [("people", people.as_str()), ("studies", &studies)];
            Outcome {
                id: outcome.id,
                goal: book.protocol().goal(outcome.goal).id,
                figure: outcome.figure.into(),
                people: outcome.people,
                studies: outcome.studies,
                label: book.text(outcome.label),
                tell: book.locale.fill(outcome.tell, &values),
                caveat: book.text(outcome.caveat),
                rests_on: Cited::of(book, &outcome.cited),
            }
        })
        .collect()
}

pub(super) fn alternatives(book: &Book<'_>) -> Vec<Alternative> {
    let others = book.evidence().alternatives.iter();
    others
        .map(|other| Alternative {
            goal: book.protocol().goal(other.goal).id,
            needling: book.text(other.needling),
            instead: book.text(other.instead),
            other: book.optional(other.other),
            nothing: book.optional(other.nothing),
            rests_on: Cited::of(book, &other.cited),
        })
        .collect()
}
