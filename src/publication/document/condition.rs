//! Conditions: for programs as a tree, for people as a sentence.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use super::kinds::Span;
use super::phrase::{self, Phrase};
use crate::protocol;

/// A statement about the answers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Condition {
    /// The statement as a sentence.
    pub words: String,
    /// The statement as a tree. It holds, does not hold, or is unknown where someone was not sure.
    pub test: Test,
    /// The sentence with links to what it speaks of.
    #[serde(skip)]
    pub(in crate::publication) phrase: Phrase,
}

/// A part of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub enum Test {
    /// Holds for everyone.
    Always,
    /// Every part holds.
    All {
        /// The parts.
        of: Vec<Test>,
    },
    /// Some part holds.
    Any {
        /// The parts.
        of: Vec<Test>,
    },
    /// The part does not hold.
    Not {
        /// The part.
        of: Box<Test>,
    },
    /// The option was chosen.
    Chosen {
        /// The question.
        question: &'static str,
        /// Its option.
        option: &'static str,
        /// It counts only for the areas given in the option's "where" question.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        here: bool,
    },
    /// The number answered lies in a range.
    Number {
        /// The question.
        question: &'static str,
        /// The least number, if there is one.
        from: Option<u16>,
        /// The first number above the range, if there is one.
        below: Option<u16>,
    },
    /// The time since the date answered lies in a range.
    Since {
        /// The question.
        question: &'static str,
        /// The least time, if there is one.
        from: Option<Span>,
        /// The first time above the range, if there is one.
        below: Option<Span>,
    },
    /// The area that is judged.
    Area {
        /// The area.
        area: &'static str,
    },
    /// The goal applies to the area that is judged.
    Goal {
        /// The goal.
        goal: &'static str,
    },
    /// More than one area was chosen.
    SeveralAreas,
}

impl Condition {
    pub(super) fn of(book: &Book<'_>, condition: &protocol::Condition) -> Condition {
        let phrase = phrase::of(book, condition);
        Condition {
            words: phrase.sentence(),
            test: test(book, condition),
            phrase,
        }
    }

    /// Whether it holds for everyone.
    pub fn is_always(&self) -> bool {
        self.test == Test::Always
    }
}

fn test(book: &Book<'_>, condition: &protocol::Condition) -> Test {
    let each = |parts: &[protocol::Condition]| parts.iter().map(|part| test(book, part)).collect();
    let chosen = |question, option, here| Test::Chosen {
        question: book.question_id(question),
        option: book.option_id(question, option),
        here,
    };
    match *condition {
        protocol::Condition::Always => Test::Always,
        protocol::Condition::All(parts) => Test::All { of: each(parts) },
        protocol::Condition::Any(parts) => Test::Any { of: each(parts) },
        protocol::Condition::Not(part) => Test::Not {
            of: Box::new(test(book, part)),
        },
        protocol::Condition::Chosen(question, option) => chosen(question, option, false),
        protocol::Condition::Here(question, option, _) => chosen(question, option, true),
        protocol::Condition::Between(question, from, below) => Test::Number {
            question: book.question_id(question),
            from: (from > 0).then_some(from),
            below: (below < u16::MAX).then_some(below),
        },
        protocol::Condition::Since(question, from, below) => Test::Since {
            question: book.question_id(question),
            from: (from.count > 0).then(|| from.into()),
            below: below.map(Span::from),
        },
        protocol::Condition::Area(area) => Test::Area {
            area: book.protocol().area(area).id,
        },
        protocol::Condition::Goal(goal) => Test::Goal {
            goal: book.protocol().goal(goal).id,
        },
        protocol::Condition::SeveralAreas => Test::SeveralAreas,
    }
}
