//! A quiz as text, for the browser's session storage: readable ids, a version and a checksum. What
//! is not exactly such a text is rejected, never guessed.

use std::fmt::Write;

use crate::assess::{Answer, Answers, Chosen};
use crate::protocol::{Date, Kind, Protocol, parse_month};
use crate::quiz::{Place, Quiz};

const HEAD: &str = "mnq1";

/// The quiz as text. Keeps answers off the path too.
pub fn save(protocol: &Protocol, quiz: &Quiz) -> String {
    let mut body = format!("{HEAD}\n{}\n", protocol.version);
    let _ = match quiz.place {
        Place::Intro => writeln!(body, "@intro"),
        Place::Question(id) => writeln!(body, "@{}", protocol.question(id).id),
        Place::Interruption(id) => writeln!(body, "!{}", protocol.question(id).id),
        Place::Review => writeln!(body, "@review"),
        Place::Recommendation { partial } => {
            writeln!(
                body,
                "@{}",
                if partial { "partial" } else { "recommendation" }
            )
        }
    };
    let _ = writeln!(
        body,
        "{}{}",
        u8::from(quiz.went_on),
        u8::from(quiz.returning)
    );
    for (id, answer) in quiz.answers.iter() {
        let _ = write!(body, "{}=", protocol.question(id).id);
        let _ = writeln!(body, "{}", answer_text(protocol, id, answer));
    }
    let sum = checksum(&body);
    let _ = write!(body, "{sum:08x}");
    body
}

/// Reads what [`save`] wrote with the same protocol; `None` for anything else.
pub fn load(protocol: &Protocol, text: &str) -> Option<Quiz> {
    let (body, sum) = text.rsplit_once('\n')?;
    let body = format!("{body}\n");
    if u32::from_str_radix(sum, 16).ok()? != checksum(&body) || sum.len() != 8 {
        return None;
    }
    let mut lines = body.lines();
    if lines.next()? != HEAD || lines.next()? != protocol.version {
        return None;
    }
    let place = lines.next()?;
    let (went_on, returning) = match lines.next()? {
        "00" => (false, false),
        "01" => (false, true),
        "10" => (true, false),
        "11" => (true, true),
        _ => return None,
    };
    let mut answers = Answers::default();
    for line in lines {
        let (question, answer) = line.split_once('=')?;
        let question = protocol.find(question)?;
        if answers.get(question).is_some() {
            return None;
        }
        answers.set(question, Some(read_answer(protocol, question, answer)?));
    }
    let place = match place {
        "@intro" => Place::Intro,
        "@review" => Place::Review,
        "@recommendation" => Place::Recommendation { partial: false },
        "@partial" => Place::Recommendation { partial: true },
        _ => match place.strip_prefix('!') {
            Some(id) => Place::Interruption(protocol.find(id)?),
            None => Place::Question(protocol.find(place.strip_prefix('@')?)?),
        },
    };
    Some(Quiz {
        answers,
        place,
        went_on,
        returning,
        ..Quiz::default()
    })
}

fn answer_text(protocol: &Protocol, id: crate::protocol::QuestionId, answer: Answer) -> String {
    match answer {
        Answer::Number(number) => number.to_string(),
        Answer::Day(date) => date.to_string(),
        Answer::Month(year, month) => format!("{year:04}-{month:02}"),
        Answer::Options(chosen) => {
            let ids: Vec<_> = chosen
                .iter()
                .map(|option| protocol.option(id, option).id)
                .collect();
            format!(":{}", ids.join(","))
        }
    }
}

fn read_answer(protocol: &Protocol, id: crate::protocol::QuestionId, text: &str) -> Option<Answer> {
    let question = protocol.question(id);
    if let Some(options) = text.strip_prefix(':') {
        let chosen = options
            .split(',')
            .try_fold(Chosen::default(), |chosen, option| {
                Some(chosen.with(question.option(option)?))
            })?;
        return Some(Answer::Options(chosen));
    }
    match question.kind {
        Kind::Number { .. } => text.parse().ok().map(Answer::Number),
        Kind::Date => match Date::parse(text) {
            Some(date) => Some(Answer::Day(date)),
            None => parse_month(text).map(|(year, month)| Answer::Month(year, month)),
        },
        Kind::Single | Kind::Multi => None,
    }
}

/// FNV-1a: finds accidents, not attacks.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum: u32, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
