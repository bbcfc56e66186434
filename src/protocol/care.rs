//! What to do before, on and after the day of a session, and what to ask (`aftercare.md`).

use super::condition::Condition;
use super::evidence::Cited;
use super::id::Word;

/// When a piece of care is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Before the session.
    Before,
    /// On the day itself.
    Day,
    /// After the session.
    After,
    /// At the consultation: a question to ask.
    Ask,
}

/// One step, or one question to ask.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Care {
    /// Public id.
    pub id: &'static str,
    /// When it is due.
    pub moment: Moment,
    /// Its first and last day, counted from the day of the session (negative: before it).
    pub days: Option<(i8, i8)>,
    /// Whom it concerns.
    pub when: Condition,
    /// What to do or to ask.
    pub tell: Word,
    /// What it rests on.
    pub cited: Cited,
}
