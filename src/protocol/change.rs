//! What may change about a visitor's answers: something heals, a check is done, a goal or an area is
//! left out. Time that passes after a known day is not listed here: it comes from the rules' waits.

use super::evidence::Cited;
use super::id::{AreaId, OptionId, QuestionId, RuleId, Word};
use super::set::Set;

/// Kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Something heals or settles.
    Heals,
    /// Time passes, and no day is known that it could be counted from.
    Passes,
    /// A test, or a doctor's look.
    Check,
    /// It is planned for another time.
    Plan,
    /// What the visitor was not sure about turns out not to apply.
    Unsure,
    /// A goal is left out.
    Goal,
}

/// Answers that may change, and what is true then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Public id.
    pub id: &'static str,
    /// What kind of change it is.
    pub turn: Turn,
    /// The answers that are taken back; it concerns whoever gave one of them.
    pub from: &'static [(QuestionId, OptionId)],
    /// What is answered instead.
    pub to: &'static [(QuestionId, OptionId)],
    /// The item of the dossier that it ends.
    pub item: Option<RuleId>,
    /// After "If …"; goals have none, they are named.
    pub clause: Word,
    /// What it rests on.
    pub cited: Cited,
}

/// What follows for an answer about an area that is left out. Any other answer that was only about
/// that area no longer counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elsewhere {
    /// The answer.
    pub from: (QuestionId, OptionId),
    /// What is true then: it is somewhere else on the body.
    pub to: Option<(QuestionId, OptionId)>,
    /// Areas that share it: left out for one of them, it stays true of the others.
    pub beside: Set<AreaId>,
    /// It stays true of the person, so an area that alone carries it is not left out.
    pub stays: bool,
    /// The item of the dossier that says so.
    pub item: RuleId,
}
