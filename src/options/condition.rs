//! When a clinic's own finding fires: ids of questions and options, joined by "and"; each line of a
//! list is another way to fire.

use crate::protocol::{Condition, Kind, Protocol, QuestionId};

pub(super) const ALLOWED: &str = "always, or question:option or age < 25, joined by “ and ”, with the ids that protocol.html shows; a list fires for each of its lines";

/// Reads one line.
#[inline(never)]
pub(super) fn condition(base: &Protocol, text: &str) -> Option<Condition> {
    let mut parts = Vec::new();
    let mut part = String::new();
    for word in text.split(' ') {
        if word == "and" {
            parts.push(one(base, part.trim())?);
            part.clear();
        } else {
            part.push_str(word);
            part.push(' ');
        }
    }
    parts.push(one(base, part.trim())?);
    match parts.as_slice() {
        [one] => Some(*one),
        _ => Some(Condition::All(parts.leak())),
    }
}

fn one(base: &Protocol, text: &str) -> Option<Condition> {
    if text == "always" {
        return Some(Condition::Always);
    }
    if let Some((question, number)) = text.split_once("<") {
        let (id, number) = number_of(base, question, number)?;
        return Some(Condition::Between(id, 0, number));
    }
    if let Some((question, number)) = text.split_once(">=") {
        let (id, number) = number_of(base, question, number)?;
        return Some(Condition::Between(id, number, u16::MAX));
    }
    let (question, option) = text.split_once(':')?;
    let id = base.find(question)?;
    let option = base.question(id).option(option)?;
    Some(match base.option(id, option).place {
        Some(place) => Condition::Here(id, option, place),
        None => Condition::Chosen(id, option),
    })
}

fn number_of(base: &Protocol, question: &str, number: &str) -> Option<(QuestionId, u16)> {
    let id = base.find(question.trim())?;
    let is_number = matches!(base.question(id).kind, Kind::Number { .. });
    let number = number.trim().parse().ok()?;
    is_number.then_some((id, number))
}
