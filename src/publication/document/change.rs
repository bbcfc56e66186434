//! What may change about answers, and what follows for an area that is left out.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use super::evidence::Cited;
use super::kinds::Turn;
use crate::protocol::{AreaId, OptionId, QuestionId, RuleId};

/// One answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Answer {
    /// The question.
    pub question: &'static str,
    /// The option.
    pub option: &'static str,
    /// What the visitor reads on the option.
    pub label: &'static str,
}

/// Answers that may change. The result page looks for the smallest sets of these that lead to a milder
/// verdict. Time that passes after a known day is not listed: it comes from the rules' waits.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Change {
    /// Public id.
    pub id: &'static str,
    /// What kind of change it is.
    pub kind: Turn,
    /// The answers that are taken back; it concerns whoever gave one of them.
    pub from: Vec<Answer>,
    /// What is answered instead.
    pub to: Vec<Answer>,
    /// What has come about then; goals are named instead.
    pub clause: Option<&'static str>,
    /// The rule that it ends.
    pub item: Option<&'static str>,
    /// What it rests on.
    pub rests_on: Cited,
}

/// What follows for an answer about an area that is left out. Any other answer that was only about that
/// area no longer counts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Elsewhere {
    /// The answer.
    pub from: Answer,
    /// What is true then.
    pub to: Option<Answer>,
    /// Areas that share it: left out for one of them, it stays true of the others.
    pub beside: Vec<&'static str>,
    /// It stays true of the person, so an area that alone carries it is not left out.
    pub stays: bool,
    /// The rule that says so.
    pub item: &'static str,
}

fn answer(book: &Book<'_>, (question, option): (QuestionId, OptionId)) -> Answer {
    Answer {
        question: book.question_id(question),
        option: book.option_id(question, option),
        label: book.text(book.protocol().option(question, option).label),
    }
}

fn rule(book: &Book<'_>, id: RuleId) -> &'static str {
    book.protocol().rule(id).id
}

pub(super) fn changes(book: &Book<'_>) -> Vec<Change> {
    let changes = book.evidence().changes.iter();
    changes
        .map(|change| Change {
            id: change.id,
            kind: change.turn.into(),
            from: change.from.iter().map(|of| answer(book, *of)).collect(),
            to: change.to.iter().map(|of| answer(book, *of)).collect(),
            clause: book.optional(change.clause),
            item: change.item.map(|item| rule(book, item)),
            rests_on: Cited::of(book, &change.cited),
        })
        .collect()
}

pub(super) fn elsewhere(book: &Book<'_>) -> Vec<Elsewhere> {
    let area = |id: AreaId| book.protocol().area(id).id;
    let all = book.evidence().elsewhere.iter();
    all.map(|of| Elsewhere {
        from: answer(book, of.from),
        to: of.to.map(|to| answer(book, to)),
        beside: of.beside.iter().map(area).collect(),
        stays: of.stays,
        item: rule(book, of.item),
    })
    .collect()
}
