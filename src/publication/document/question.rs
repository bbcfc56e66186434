//! Screens, questions and options.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use super::condition::Condition;
use super::feeds::{self, Feeds};
use super::kinds::{Role, Span};
use crate::protocol::{self, OptionId, QuestionId};

/// Questions that are asked together. Only those whose condition holds are shown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Screen {
    /// The heading over its questions.
    pub title: &'static str,
    /// Its questions, in order.
    pub questions: Vec<&'static str>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Exactly one option.
    Single,
    /// One option or more.
    Multi,
    /// A whole number.
    Number,
    /// A past day, a past month, or one of the options.
    Date,
}

impl Kind {
    /// Its name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Single => "single",
            Kind::Multi => "multi",
            Kind::Number => "number",
            Kind::Date => "date",
        }
    }
}

/// The numbers accepted.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Bounds {
    /// The least.
    pub min: u16,
    /// The greatest.
    pub max: u16,
}

/// The option that a question follows up.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct About {
    /// Its question.
    pub question: &'static str,
    /// The option.
    pub option: &'static str,
}

/// One question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Question {
    /// Public id.
    pub id: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// For numbers: what is accepted.
    pub accepts: Option<Bounds>,
    /// The question itself.
    pub title: String,
    /// A line under the question.
    pub hint: Option<&'static str>,
    /// Why it is asked.
    pub why: Option<&'static str>,
    /// When it is asked.
    pub asked: Condition,
    /// The option that it follows up.
    pub about: Option<About>,
    /// Questions that share their answer: one of these and this one needs one.
    pub one_of: Vec<&'static str>,
    /// What its number or its date leads to.
    pub feeds: Feeds,
    /// Its options, in the order shown.
    pub options: Vec<Choice>,
}

/// What is known of a date when this option is chosen instead of a day.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Band {
    /// At least so long ago.
    pub from: Span,
    /// Less than so long ago; open-ended without it.
    pub below: Option<Span>,
}

/// One option of a question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Choice {
    /// Public id, unique within the question.
    pub id: &'static str,
    /// What the visitor reads.
    pub label: &'static str,
    /// A line under the label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<&'static str>,
    /// What it means beyond its label.
    pub role: Role,
    /// When it is offered; without it, always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Condition>,
    /// For options of a date question: what is known of the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Band>,
    /// The question that asks where on the body it applies.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<&'static str>,
    /// What choosing it leads to.
    #[serde(skip_serializing_if = "Feeds::is_empty")]
    pub feeds: Feeds,
}

pub(super) fn screens(book: &Book<'_>) -> Vec<Screen> {
    let screens = book.protocol().screens.iter();
    screens
        .map(|screen| {
            let questions = screen.questions.iter();
            Screen {
                title: book.text(screen.title),
                questions: questions.map(|id| book.question_id(*id)).collect(),
            }
        })
        .collect()
}

pub(super) fn questions(book: &Book<'_>) -> Vec<Question> {
    let ids = book.protocol().question_ids();
    ids.map(|id| question(book, id)).collect()
}

fn question(book: &Book<'_>, id: QuestionId) -> Question {
    let question = book.protocol().question(id);
    let (kind, accepts) = match question.kind {
        protocol::Kind::Single => (Kind::Single, None),
        protocol::Kind::Multi => (Kind::Multi, None),
        protocol::Kind::Number { min, max } => (Kind::Number, Some(Bounds { min, max })),
        protocol::Kind::Date => (Kind::Date, None),
    };
    let others = book.protocol().questions.iter().filter(|other| {
        question.one_of.is_some() && other.one_of == question.one_of && other.id != question.id
    });
    let options = question.options.iter().zip((0..).map(OptionId));
    Question {
        id: question.id,
        kind,
        accepts,
        title: book.title(id),
        hint: book.optional(question.hint),
        why: book.optional(question.why),
        asked: Condition::of(book, &question.asked),
        about: question.about.map(|(of, option)| About {
            question: book.question_id(of),
            option: book.option_id(of, option),
        }),
        one_of: others.map(|other| other.id).collect(),
        feeds: feeds::of_question(book, id),
        options: options
            .map(|(option, index)| choice(book, id, index, option))
            .collect(),
    }
}

fn choice(book: &Book<'_>, of: QuestionId, id: OptionId, option: &protocol::Choice) -> Choice {
    let shown = Condition::of(book, &option.shown);
    Choice {
        id: option.id,
        label: book.text(option.label),
        hint: book.optional(option.hint),
        role: option.role.into(),
        shown: (!shown.is_always()).then_some(shown),
        band: option.band.map(|band| Band {
            from: band.from.into(),
            below: band.below.map(Span::from),
        }),
        place: option.place.map(|place| book.question_id(place)),
        feeds: feeds::of_option(book, of, id),
    }
}
