//! Every question, with what its options lead to.

use serde::Serialize;

use crate::jsonl::describe::describe;
use crate::protocol::{Condition, Kind, OptionId, Protocol, QuestionId, Span, Truth, Unit};
use crate::text::Locale;

/// One question, as `assess --questions` prints it.
#[derive(Debug, Serialize)]
pub struct Question {
    /// Its id.
    pub id: &'static str,
    /// `single`, `multi`, `number` or `date`.
    pub kind: &'static str,
    /// The question itself, in English.
    pub title: &'static str,
    /// When it is asked.
    pub asked: String,
    /// Whether it needs an answer whenever it is asked.
    pub required: bool,
    /// Questions with the same number here need an answer to at least one of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_of: Option<u8>,
    /// The least number accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<u16>,
    /// The greatest number accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
    /// The rules, goals and areas that its number or date feeds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<&'static str>,
    /// Its options.
    pub options: Vec<Choice>,
}

/// One option.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// Its id.
    pub id: &'static str,
    /// Its label, in English.
    pub label: &'static str,
    /// The rules, goals and areas that it feeds.
    pub items: Vec<&'static str>,
}

/// Every question, in the order asked.
pub fn questions(protocol: &Protocol, locale: Locale) -> Vec<Question> {
    protocol
        .question_ids()
        .map(|id| question(protocol, locale, id))
        .collect()
}

fn question(protocol: &Protocol, locale: Locale, id: QuestionId) -> Question {
    let question = protocol.question(id);
    let (kind, min, max) = match question.kind {
        Kind::Single => ("single", None, None),
        Kind::Multi => ("multi", None, None),
        Kind::Number { min, max } => ("number", Some(min), Some(max)),
        Kind::Date => ("date", None, None),
    };
    let options = question
        .options
        .iter()
        .zip(0..)
        .map(|(option, index)| Choice {
            id: option.id,
            label: locale.text(option.label),
            items: fed(protocol, &|part| {
                feeds_option(protocol, part, id, OptionId(index))
            }),
        });
    Question {
        id: question.id,
        kind,
        title: locale.text(question.title),
        asked: describe(protocol, &question.asked),
        required: question.one_of.is_none(),
        one_of: question.one_of,
        min,
        max,
        items: fed(protocol, &|part| match *part {
            Condition::Between(of, ..) | Condition::Since(of, ..) => of == id,
            _ => false,
        }),
        options: options.collect(),
    }
}

const START: Span = Span {
    count: 0,
    unit: Unit::Days,
};

/// The public ids whose condition holds through a part that satisfies `test`.
fn fed(protocol: &Protocol, test: &dyn Fn(&Condition) -> bool) -> Vec<&'static str> {
    let rules = protocol.rules.iter().filter(|rule| {
        let counted = rule
            .wait
            .and_then(|wait| Some(Condition::Since(wait.from?, START, wait.span)));
        positive(&rule.when, true, test) || counted.is_some_and(|since| test(&since))
    });
    let goals = protocol
        .goals
        .iter()
        .filter(|goal| positive(&goal.when, true, test));
    let areas = protocol
        .areas
        .iter()
        .filter(|area| positive(&area.when, true, test));
    let rules = rules.map(|rule| rule.id);
    rules
        .chain(goals.map(|goal| goal.id))
        .chain(areas.map(|area| area.id))
        .collect()
}

/// Whether a part that satisfies `test` speaks for the condition, not against it.
fn positive(condition: &Condition, sign: bool, test: &dyn Fn(&Condition) -> bool) -> bool {
    match *condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().any(|part| positive(part, sign, test))
        }
        Condition::Not(part) => positive(part, !sign, test),
        ref part => sign && test(part),
    }
}

fn feeds_option(
    protocol: &Protocol,
    part: &Condition,
    question: QuestionId,
    option: OptionId,
) -> bool {
    match *part {
        Condition::Chosen(of, chosen) | Condition::Here(of, chosen, _) => {
            (of, chosen) == (question, option)
        }
        Condition::Area(area) => positive(&protocol.area(area).when, true, &|part| {
            feeds_option(protocol, part, question, option)
        }),
        Condition::Goal(goal) => positive(&protocol.goal(goal).when, true, &|part| {
            feeds_option(protocol, part, question, option)
        }),
        // An option of a date question feeds whatever its band may lie in.
        Condition::Since(of, from, below) if of == question => {
            let band = protocol.option(question, option).band;
            band.is_some_and(|band| crate::assess::compare(band, from, below) != Truth::No)
        }
        _ => false,
    }
}
