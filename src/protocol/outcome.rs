//! What studies counted, and what else there is: figures for the goals that have a course, and the
//! other ways beside needling (`courses.md`, sections 2 and 4).

use super::evidence::Cited;
use super::id::{GoalId, Word};

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// So many people in a hundred.
    Share {
        /// The lowest share of all studies.
        low: u8,
        /// The highest; equal to the lowest if there is one figure.
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
    /// By how many hundredths of a grade a score fell. How long the scale is was not shown.
    Grades(u16),
}

impl Figure {
    /// The public id of its kind.
    pub const fn id(self) -> &'static str {
        match self {
            Figure::Share { .. } => "share",
            Figure::Change { .. } => "change",
            Figure::Grades(_) => "grades",
        }
    }
}

/// One figure for one goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Public id.
    pub id: &'static str,
    /// The goal.
    pub goal: GoalId,
    /// The figure.
    pub figure: Figure,
    /// How many people stand behind it, where the source says so.
    pub people: Option<u16>,
    /// How many papers, or groups of people, stand behind it.
    pub studies: u8,
    /// What is counted.
    pub label: Word,
    /// The study: how large, and when it looked.
    pub tell: Word,
    /// What to bear in mind.
    pub caveat: Word,
    /// What it rests on.
    pub cited: Cited,
}

/// What there is beside needling for one goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alternative {
    /// The goal.
    pub goal: GoalId,
    /// What needling may do for it.
    pub needling: Word,
    /// What is usually considered instead.
    pub instead: Word,
    /// What that may do, where the dossiers say so.
    pub other: Word,
    /// What doing nothing may do, where the dossiers say so.
    pub nothing: Word,
    /// What it rests on.
    pub cited: Cited,
}
