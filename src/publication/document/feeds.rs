//! What an answer leads to: the rules, goals and questions whose conditions it speaks for.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use crate::protocol::{Condition, OptionId, QuestionId, Span, Unit};

/// What an answer leads to. Answers that only speak against something are not listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Feeds {
    /// Rules that may fire because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<&'static str>,
    /// Goals that may apply because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<&'static str>,
    /// Areas that are judged because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<&'static str>,
    /// Questions that may be asked because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<&'static str>,
    /// What spaces sessions further apart because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slower: Vec<String>,
    /// What takes certainty away because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub less_certain: Vec<String>,
    /// Care that concerns someone because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub care: Vec<&'static str>,
    /// The protocol does not cover what was chosen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub out_of_scope: bool,
}

impl Feeds {
    /// Whether it leads to nothing.
    pub fn is_empty(&self) -> bool {
        *self == Feeds::default()
    }
}

/// What choosing an option leads to.
pub(super) fn of_option(book: &Book<'_>, question: QuestionId, option: OptionId) -> Feeds {
    feeds(book, &|part| option_speaks(book, part, question, option))
}

/// What a number or a date leads to.
pub(super) fn of_question(book: &Book<'_>, question: QuestionId) -> Feeds {
    feeds(book, &|part| match *part {
        Condition::Between(of, ..) | Condition::Since(of, ..) => of == question,
        _ => false,
    })
}

type Test<'a> = dyn Fn(&Condition) -> bool + 'a;

fn feeds(book: &Book<'_>, test: &Test<'_>) -> Feeds {
    const START: Span = Span {
        count: 0,
        unit: Unit::Days,
    };
    let protocol = book.protocol();
    let notes = &book.compiled.notes;
    let rules = protocol.rules.iter().filter(|rule| {
        let counted = rule
            .wait
            .and_then(|wait| Some(Condition::Since(wait.from?, START, wait.span)));
        speaks(&rule.when, true, test) || counted.is_some_and(|since| test(&since))
    });
    let goals = protocol.goals.iter();
    let areas = protocol.areas.iter();
    let questions = protocol.questions.iter();
    let care = book.evidence().care.iter();
    let modifiers = |conditions: &[Condition], ids: &[(String, crate::protocol::Cited)]| {
        let found = conditions.iter().zip(ids);
        let found = found.filter(|(condition, _)| speaks(condition, true, test));
        found.map(|(_, (id, _))| id.clone()).collect()
    };
    Feeds {
        rules: rules.map(|rule| rule.id).collect(),
        goals: goals
            .filter(|goal| speaks(&goal.when, true, test))
            .map(|goal| goal.id)
            .collect(),
        areas: areas
            .filter(|area| speaks(&area.when, true, test))
            .map(|area| area.id)
            .collect(),
        questions: questions
            .filter(|question| speaks(&question.asked, true, test))
            .map(|question| question.id)
            .collect(),
        slower: modifiers(protocol.slower, &notes.slower),
        less_certain: modifiers(protocol.less_certain, &notes.less_certain),
        care: care
            .filter(|care| speaks(&care.when, true, test))
            .map(|care| care.id)
            .collect(),
        out_of_scope: speaks(&protocol.out_of_scope, true, test),
    }
}

/// Whether a part that satisfies `test` speaks for the condition, not against it.
fn speaks(condition: &Condition, sign: bool, test: &Test<'_>) -> bool {
    match *condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().any(|part| speaks(part, sign, test))
        }
        Condition::Not(part) => speaks(part, !sign, test),
        ref part => sign && test(part),
    }
}

fn option_speaks(
    book: &Book<'_>,
    part: &Condition,
    question: QuestionId,
    option: OptionId,
) -> bool {
    let protocol = book.protocol();
    let through = |condition: &Condition| {
        speaks(condition, true, &|part| {
            option_speaks(book, part, question, option)
        })
    };
    match *part {
        Condition::Chosen(of, chosen) | Condition::Here(of, chosen, _) => {
            (of, chosen) == (question, option)
        }
        Condition::Area(area) => through(&protocol.area(area).when),
        Condition::Goal(goal) => through(&protocol.goal(goal).when),
        // An option of a date question leads to whatever its band may lie in.
        Condition::Since(of, from, below) if of == question => {
            let end = |span: Option<Span>| span.map_or(u32::MAX, Span::weight);
            let band = protocol.option(question, option).band;
            band.is_some_and(|band| {
                end(band.below) > from.weight() && band.from.weight() < end(below)
            })
        }
        _ => false,
    }
}
