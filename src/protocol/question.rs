//! Questions, their options and the screens that group them.

use super::condition::Condition;
use super::date::Span;
use super::id::{OptionId, QuestionId, Word};

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Exactly one option.
    Single,
    /// One option or more.
    Multi,
    /// A whole number within bounds.
    Number {
        /// The least number accepted.
        min: u16,
        /// The greatest number accepted.
        max: u16,
    },
    /// A past day, a past month, or one of the options ("I don't remember").
    Date,
}

/// What an option means beyond its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A statement about the visitor.
    Plain,
    /// "None of these": stands alone.
    None,
    /// "I am not sure": leaves every option that was not chosen unknown.
    Unsure,
}

/// "Between 6 and 12 months ago": what is known of a date that was not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// At least so long ago.
    pub from: Span,
    /// Less than so long ago; `None` is open-ended.
    pub below: Option<Span>,
}

/// One option of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Public id, unique within the question.
    pub id: &'static str,
    /// What it means beyond its label.
    pub role: Role,
    /// When it is offered: a "where" question offers only the areas that were chosen.
    pub shown: Condition,
    /// For options of a date question.
    pub band: Option<Band>,
    /// The question that asks where on the body this applies, if it is about an area.
    pub place: Option<QuestionId>,
    /// What the visitor reads.
    pub label: Word,
    /// A line under the label.
    pub hint: Word,
}

/// One question: a fieldset on a screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// Public id.
    pub id: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// When it is on the path. Speaks only of earlier questions.
    pub asked: Condition,
    /// Its options, in the order shown.
    pub options: &'static [Choice],
    /// Questions that share a number may stay empty as long as one of them has an answer.
    pub one_of: Option<u8>,
    /// The option that this question follows up, named in its words as `{about}`.
    pub about: Option<(QuestionId, OptionId)>,
    /// The question itself.
    pub title: Word,
    /// A line under the question.
    pub hint: Word,
    /// Why it is asked.
    pub why: Word,
}

impl Question {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<OptionId> {
        let index = self.options.iter().position(|option| option.id == id)?;
        u8::try_from(index).ok().map(OptionId)
    }

    /// The first option with this role.
    pub fn with_role(&self, role: Role) -> Option<OptionId> {
        let index = self.options.iter().position(|option| option.role == role)?;
        u8::try_from(index).ok().map(OptionId)
    }
}

/// Questions that are asked together. Only those on the path are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Its questions, in order.
    pub questions: &'static [QuestionId],
    /// The heading over two or three questions.
    pub title: Word,
}
