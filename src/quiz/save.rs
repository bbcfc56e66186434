//! A quiz as text, for the browser's session storage: numbers, which mean something only with the
//! same version of the protocol, and a checksum. What is not exactly such a text is rejected, never
//! guessed.

use crate::assess::schedule::{Kept, Reason, Wishes};
use crate::assess::{Answer, Answers, Chosen};
use crate::protocol::{Date, Kind, OptionId, Protocol, QuestionId, Set};
use crate::quiz::{Place, Quiz};

/// The quiz as text. Keeps answers off the path too.
pub fn save(protocol: &Protocol, quiz: &Quiz) -> String {
    let (place, question) = match quiz.place {
        Place::Intro => (0, 0),
        Place::Review => (1, 0),
        Place::Recommendation { partial: false } => (2, 0),
        Place::Recommendation { partial: true } => (3, 0),
        Place::Question(question) => (4, question.0),
        Place::Interruption(question) => (5, question.0),
    };
    let wishes = &quiz.wishes;
    let flags = u32::from(quiz.went_on)
        + 2 * u32::from(quiz.returning)
        + 4 * u32::from(wishes.details)
        + 8 * wishes.kept.len() as u32;
    // What has to be answered again, counted from 1.
    let again = quiz.again.map_or(0, |id| u32::from(id.0) + 1);
    let mut numbers = vec![place, u32::from(question), flags, quiz.areas.bits(), again];
    numbers.push(day(wishes.start));
    for kept in &wishes.kept {
        let reason = u32::from(kept.reason == Reason::Sun);
        numbers.extend([reason, day(kept.from), day(kept.to)]);
    }
    for (question, answer) in quiz.answers.iter() {
        let (kind, value) = match answer {
            Answer::Options(chosen) => (0, chosen.bits()),
            Answer::Number(number) => (1, u32::from(number)),
            Answer::Day(date) => (2, day(Some(date))),
            Answer::Month(year, month) => (3, u32::from(year) * 16 + u32::from(month)),
        };
        numbers.extend([u32::from(question.0), kind, value]);
    }
    let mut text = protocol.version.to_owned();
    for number in numbers {
        text.push(' ');
        text.push_str(&number.to_string());
    }
    let sum = checksum(&text).to_string();
    text.push(' ');
    text.push_str(&sum);
    text
}

/// Reads what [`save`] wrote with the same protocol; `None` for anything else.
pub fn load(protocol: &Protocol, text: &str) -> Option<Quiz> {
    let (body, sum) = text.rsplit_once(' ')?;
    if sum != checksum(body).to_string() {
        return None;
    }
    let mut numbers = body
        .strip_prefix(protocol.version)?
        .split(' ')
        .skip(1)
        .map(|number| number.parse().ok());
    let mut next = || numbers.next().flatten();
    let (place, question, flags): (u32, u32, u32) = (next()?, next()?, next()?);
    let (areas, again) = (Set::of_bits(next()?), next()?);
    let question = known(protocol, question)?;
    let place = match place {
        0 => Place::Intro,
        1 => Place::Review,
        2 => Place::Recommendation { partial: false },
        3 => Place::Recommendation { partial: true },
        4 => Place::Question(question),
        5 => Place::Interruption(question),
        _ => return None,
    };
    let mut wishes = Wishes {
        start: read_day(next()?)?,
        details: flags & 4 != 0,
        ..Wishes::default()
    };
    let count = (flags / 8) as usize;
    if count > Wishes::MOST_KEPT {
        return None;
    }
    for _ in 0..count {
        wishes.kept.push(Kept {
            reason: match next()? {
                0 => Reason::Event,
                1 => Reason::Sun,
                _ => return None,
            },
            from: read_day(next()?)?,
            to: read_day(next()?)?,
        });
    }
    let mut answers = Answers::default();
    while let Some(question) = next() {
        let question = known(protocol, question)?;
        let answer = answer(protocol, question, next()?, next()?)?;
        answers.set(question, Some(answer));
    }
    let quiz = Quiz {
        answers,
        place,
        went_on: flags & 1 != 0,
        returning: flags & 2 != 0,
        areas,
        again: again.checked_sub(1).map(|id| QuestionId(id as u16)),
        wishes,
        ..Quiz::default()
    };
    // What would not be written like this was not written by us.
    (save(protocol, &quiz) == text).then_some(quiz)
}

/// A day as one number; no day is 0.
fn day(date: Option<Date>) -> u32 {
    date.map_or(0, |date| {
        u32::from(date.year) * 512 + u32::from(date.month) * 32 + u32::from(date.day)
    })
}

fn read_day(value: u32) -> Option<Option<Date>> {
    if value == 0 {
        return Some(None);
    }
    let year = u16::try_from(value / 512).ok()?;
    Date::new(year, (value / 32 % 16) as u8, (value % 32) as u8).map(Some)
}

fn known(protocol: &Protocol, question: u32) -> Option<QuestionId> {
    let id = QuestionId(u16::try_from(question).ok()?);
    (id.index() < protocol.questions.len()).then_some(id)
}

fn answer(protocol: &Protocol, question: QuestionId, kind: u32, value: u32) -> Option<Answer> {
    let question = protocol.question(question);
    Some(match (kind, question.kind) {
        (0, Kind::Single | Kind::Multi | Kind::Date) => {
            let offered = (0..32).map(OptionId).take(question.options.len());
            let chosen = offered.filter(|option| value & Chosen::one(*option).bits() != 0);
            Answer::Options(chosen.fold(Chosen::default(), Chosen::with))
        }
        (1, Kind::Number { .. }) => Answer::Number(u16::try_from(value).ok()?),
        (2, Kind::Date) => Answer::Day(read_day(value)??),
        (3, Kind::Date) => {
            let first = Date::new((value / 16) as u16, (value % 16) as u8, 1)?;
            Answer::Month(first.year, first.month)
        }
        _ => return None,
    })
}

/// FNV-1a: finds accidents, not attacks.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum: u32, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
