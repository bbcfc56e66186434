//! Goals and published treatment courses (`courses.md`).

use super::condition::Condition;
use super::evidence::Grade;
use super::id::{OptionId, QuestionId, Word};

/// Whether microneedling is used for a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is an indication.
    Indicated,
    /// A clinician decides: the goal itself is a finding with effect `review`.
    Ask,
    /// Microneedling is poor for it: other ways are shown.
    Poor,
}

/// Sessions in one treatment course: the low, the usual and the high end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sessions {
    /// The low end.
    pub low: u8,
    /// What most people have.
    pub most: u8,
    /// The high end, at most 6.
    pub high: u8,
}

/// The range for one severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The severity's option.
    pub option: OptionId,
    /// The sessions.
    pub sessions: Sessions,
    /// Review with the provider before going past session 4.
    pub review: bool,
}

/// A published course for a goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TreatmentCourse {
    /// When it applies.
    pub when: Condition,
    /// The question that asks how severe it is.
    pub severity: QuestionId,
    /// One range per severity that has a number.
    pub ranges: &'static [Range],
}

/// What a visitor may want changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Public id.
    pub id: &'static str,
    /// Whether microneedling is used for it.
    pub fit: Fit,
    /// When it applies to an area.
    pub when: Condition,
    /// The grade of its evidence.
    pub grade: Grade,
    /// Usual weeks between two sessions.
    pub interval: u8,
    /// Weeks until change may first show.
    pub first_change: Option<(u8, u8)>,
    /// Months after the last session until the full result is in.
    pub full: Option<(u8, u8)>,
    /// Its courses; all that apply count, the greatest numbers win.
    pub courses: &'static [TreatmentCourse],
    /// On an option card.
    pub label: Word,
    /// Inside a sentence.
    pub name: Word,
    /// What published courses showed.
    pub tell: Word,
    /// What is usually considered instead.
    pub instead: Word,
}

/// A place on the body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Public id.
    pub id: &'static str,
    /// When it was chosen.
    pub when: Condition,
    /// On an option card.
    pub label: Word,
    /// Inside a sentence.
    pub name: Word,
}
