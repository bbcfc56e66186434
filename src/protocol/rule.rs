//! Rules: contraindications, deferrals, precautions and notes.

use super::condition::Condition;
use super::date::Span;
use super::id::{QuestionId, RuleId, Word};

/// What a rule does to the verdict. Ordered by strictness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Advice only: the verdict is unchanged.
    Note,
    /// May be possible; a clinician must look first.
    Review,
    /// Not now: after a wait or a check.
    Defer,
    /// Should not have it.
    Exclude,
}

impl Effect {
    /// The public id.
    pub const fn id(self) -> &'static str {
        match self {
            Effect::Note => "note",
            Effect::Review => "review",
            Effect::Defer => "defer",
            Effect::Exclude => "exclude",
        }
    }
}

/// Whom a rule judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole person: it counts for every area.
    Person,
    /// Each treatment area by itself.
    Area,
}

/// How long a deferral lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// How long, where there is a number.
    pub span: Option<Span>,
    /// The date question that the span counts from: only a past, dated anchor gives a date.
    /// Without it the rule waits for an event.
    pub from: Option<QuestionId>,
    /// The date is a lower bound that the cancer team has to agree to; it is never the earliest date.
    pub team: bool,
    /// How far back the quiz asks for that date, if it does not ask about all time: no wait can be longer.
    pub reach: Option<Span>,
}

/// A class that changes under a condition (`contraindications.md`, section 5).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Becomes {
    /// The condition.
    pub when: Condition,
    /// The effect instead.
    pub effect: Effect,
    /// The wait instead, if it differs.
    pub span: Option<Span>,
}

/// One item of `contraindications.md`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Public id.
    pub id: &'static str,
    /// What it does.
    pub effect: Effect,
    /// Whom it judges.
    pub scope: Scope,
    /// When it fires. A rule with a dated wait also needs the wait to be unfinished.
    pub when: Condition,
    /// How long it defers.
    pub wait: Option<Wait>,
    /// What it becomes under a condition.
    pub becomes: Option<Becomes>,
    /// What it does when its condition is unknown; `None` for nothing.
    pub unsure: Option<Effect>,
    /// The rule that takes over when the wait ends.
    pub then: Option<RuleId>,
    /// The page shows the urgent "see a doctor soon" text.
    pub alert: bool,
    /// The page shows the sentence against stopping medicines.
    pub medicine: bool,
    /// What the visitor said.
    pub title: Word,
    /// What to tell the visitor.
    pub tell: Word,
    /// What an event-bound wait waits for.
    pub until: Word,
}
