//! Everything that the protocol holds, in the shape of its JSON.

mod book;
mod change;
mod condition;
mod evidence;
mod feeds;
mod goal;
mod kinds;
mod outcome;
mod phrase;
mod question;
mod rule;
mod tree;

use schemars::JsonSchema;
use serde::Serialize;

use self::book::Book;
pub use self::change::{Answer, Change, Elsewhere};
pub use self::condition::{Condition, Test};
pub use self::evidence::{Care, Cited, Days, Source, Text};
pub use self::feeds::Feeds;
pub use self::goal::{Area, Between, Course, Goal, Modifier, Range};
pub use self::kinds::{
    Basis, Day, Effect, Fit, Grade, Moment, Role, Scope, Span, Status, Strength, Turn, Unit,
};
pub use self::outcome::{Alternative, Figure, Outcome};
pub(super) use self::phrase::{Phrase, Piece};
pub use self::question::{About, Band, Bounds, Choice, Kind, Question, Screen};
pub use self::rule::{Becomes, Rule, Wait};
use crate::key;
use crate::protocol::source::Compiled;
use crate::text::Locale;

/// The protocol of the microneedling quiz: what it asks, what follows from the answers, and where
/// that comes from.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document {
    /// Where the schema of this document is.
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    /// The language of its texts.
    pub language: &'static str,
    /// The protocol's version.
    pub version: &'static str,
    /// The day it was released.
    pub released: Day,
    /// The last day before it needs to be read again.
    pub review_by: Day,
    /// Whether a clinician has signed it off.
    pub signed_off: bool,
    /// Who pays for it.
    pub funding: &'static str,
    /// Who is responsible for it.
    pub responsible: &'static str,
    /// What the guide is for, and what it is not for.
    pub intended_use: &'static str,
    /// What every visitor is told before the first question.
    pub disclaimer: &'static str,
    /// The treatment asked about is not the one that the protocol covers.
    pub out_of_scope: Condition,
    /// Places on the body.
    pub areas: Vec<Area>,
    /// Screens, in the order shown.
    pub screens: Vec<Screen>,
    /// Questions, in the order asked.
    pub questions: Vec<Question>,
    /// Contraindications, deferrals, precautions and notes.
    pub rules: Vec<Rule>,
    /// What a visitor may want changed, with published courses.
    pub goals: Vec<Goal>,
    /// What studies counted, for goals that have a course.
    pub outcomes: Vec<Outcome>,
    /// What there is beside needling, for each goal.
    pub alternatives: Vec<Alternative>,
    /// What spaces sessions six weeks apart (for each area).
    pub slower: Vec<Modifier>,
    /// What takes one word of certainty away (for each area).
    pub less_certain: Vec<Modifier>,
    /// Preparation, aftercare and questions to ask.
    pub care: Vec<Care>,
    /// Answers that may change.
    pub changes: Vec<Change>,
    /// What follows for answers about an area that is left out.
    pub elsewhere: Vec<Elsewhere>,
    /// The interface's own factual texts.
    pub texts: Vec<Text>,
    /// Every source.
    pub sources: Vec<Source>,
}

impl Document {
    pub(super) fn of(compiled: &Compiled, locale: Locale) -> Document {
        let book = &Book { compiled, locale };
        let protocol = book.protocol();
        let notes = &compiled.notes;
        Document {
            schema: "./protocol.schema.json",
            language: locale.tag,
            version: protocol.version,
            released: Day(protocol.released),
            review_by: Day(protocol.review_by),
            signed_off: protocol.signed_off,
            funding: book.text(key::FUNDING),
            responsible: book.text(key::RESPONSIBLE),
            intended_use: book.text(key::INTENDED_USE),
            disclaimer: book.text(key::DISCLAIMER),
            out_of_scope: Condition::of(book, &protocol.out_of_scope),
            areas: goal::areas(book),
            screens: question::screens(book),
            questions: question::questions(book),
            rules: rule::rules(book),
            goals: goal::goals(book),
            outcomes: outcome::outcomes(book),
            alternatives: outcome::alternatives(book),
            slower: goal::modifiers(book, protocol.slower, &notes.slower),
            less_certain: goal::modifiers(book, protocol.less_certain, &notes.less_certain),
            care: evidence::care(book),
            changes: change::changes(book),
            elsewhere: change::elsewhere(book),
            texts: evidence::texts(book),
            sources: evidence::sources(book),
        }
    }

    /// The question with this id.
    pub(super) fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The source with this id.
    pub(super) fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
