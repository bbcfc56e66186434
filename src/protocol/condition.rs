//! Conditions over answers, with three values so that "not sure" is never "no".

use super::date::Span;
use super::id::{AreaId, GoalId, OptionId, QuestionId};

/// What is known of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    No,
    /// It may hold: the visitor was not sure.
    Unknown,
    /// It holds.
    Yes,
}

impl Truth {
    /// `Yes` or `No`.
    pub const fn from_bool(value: bool) -> Truth {
        if value { Truth::Yes } else { Truth::No }
    }

    fn not(self) -> Truth {
        match self {
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
            Truth::Yes => Truth::No,
        }
    }
}

/// A statement about the answers. A closed set: there is nothing in it that can fail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Condition {
    /// Holds for everyone.
    Always,
    /// Every part holds.
    All(&'static [Condition]),
    /// Some part holds.
    Any(&'static [Condition]),
    /// The part does not hold.
    Not(&'static Condition),
    /// The option was chosen, wherever on the body it applies.
    Chosen(QuestionId, OptionId),
    /// The option was chosen for the area that is being judged. The third part is the question
    /// that asks where, which is on the path only when several areas were chosen.
    Here(QuestionId, OptionId, QuestionId),
    /// The number answered is at least the first bound and below the second.
    Between(QuestionId, u16, u16),
    /// The time since the date answered is at least the first span and, if given, below the second.
    Since(QuestionId, Span, Option<Span>),
    /// The area being judged; with no area at hand, any area chosen.
    Area(AreaId),
    /// The goal applies to the area being judged; with no area at hand, to any.
    Goal(GoalId),
    /// More than one area was chosen.
    SeveralAreas,
}

/// What a condition may ask about a person's answers.
pub trait Facts {
    /// Whether the option was chosen; unknown where the visitor was not sure.
    fn chosen(&self, question: QuestionId, option: OptionId) -> Truth;
    /// Whether the number answered lies in `from..below`.
    fn between(&self, question: QuestionId, from: u16, below: u16) -> Truth;
    /// Whether the time since the date answered lies in `from..below`.
    fn since(&self, question: QuestionId, from: Span, below: Option<Span>) -> Truth;
    /// Whether the area was chosen.
    fn area(&self, area: AreaId) -> Truth;
    /// Whether more than one area was chosen.
    fn several_areas(&self) -> Truth;
    /// Whether the goal applies to the area, or to any.
    fn goal(&self, goal: GoalId, here: Option<AreaId>) -> Truth;
}

impl Condition {
    /// What is known of the condition, for one area or (`None`) for the person.
    pub fn holds(&self, facts: &dyn Facts, here: Option<AreaId>) -> Truth {
        match *self {
            Condition::Always => Truth::Yes,
            Condition::All(parts) => parts
                .iter()
                .map(|part| part.holds(facts, here))
                .min()
                .unwrap_or(Truth::Yes),
            Condition::Any(parts) => parts
                .iter()
                .map(|part| part.holds(facts, here))
                .max()
                .unwrap_or(Truth::No),
            Condition::Not(part) => part.holds(facts, here).not(),
            Condition::Chosen(question, option) => facts.chosen(question, option),
            Condition::Here(question, option, place) => {
                match (facts.chosen(question, option), here) {
                    (Truth::Yes, Some(area)) if facts.several_areas() == Truth::Yes => {
                        facts.chosen(place, OptionId(area.0))
                    }
                    (chosen, _) => chosen,
                }
            }
            Condition::Between(question, from, below) => facts.between(question, from, below),
            Condition::Since(question, from, below) => facts.since(question, from, below),
            Condition::Area(area) => match here {
                Some(here) => Truth::from_bool(here == area),
                None => facts.area(area),
            },
            Condition::Goal(goal) => facts.goal(goal, here),
            Condition::SeveralAreas => facts.several_areas(),
        }
    }

    /// Calls `visit` with this condition and every part of it.
    pub fn each(&self, visit: &mut dyn FnMut(&Condition)) {
        visit(self);
        match *self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| part.each(visit));
            }
            Condition::Not(part) => part.each(visit),
            _ => {}
        }
    }
}
