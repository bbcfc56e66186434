//! What several tests need: the shipped protocol, dates and answers as text, random numbers.

mod file;
mod html;
mod people;
mod random;
mod visitor;

pub(crate) use self::file::{file, files_in};
pub(crate) use self::html::{Node, parse};
pub(crate) use self::people::{Person, finish, people};
pub(crate) use self::random::Random;
pub(crate) use self::visitor::Visitor;

use std::collections::BTreeMap;

use microneedling_quiz::assess::{Answer, Answers, CompleteAnswers};
use microneedling_quiz::protocol::{Date, Protocol, QuestionId};
use microneedling_quiz::{jsonl, protocol as shipped};
use serde_json::{Value, json};

/// Answers as JSON: question ids and what was answered.
pub(crate) type Sheet = BTreeMap<String, Value>;

/// The protocol that is shipped.
pub(crate) fn protocol() -> &'static Protocol {
    shipped()
}

#[track_caller]
pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("`{text}` is not a date"))
}

/// The day that most tests live on: the protocol's release.
pub(crate) fn today() -> Date {
    protocol().released
}

#[track_caller]
pub(crate) fn question(id: &str) -> QuestionId {
    protocol()
        .find(id)
        .unwrap_or_else(|| panic!("there is no question `{id}`"))
}

/// Answers as a person would write them in a line of input.
pub(crate) fn sheet_of(answers: &Answers) -> Sheet {
    answers
        .iter()
        .map(|(id, answer)| (protocol().question(id).id.to_owned(), value(id, answer)))
        .collect()
}

fn value(id: QuestionId, answer: Answer) -> Value {
    let question = protocol().question(id);
    match answer {
        Answer::Number(number) => json!(number),
        Answer::Day(date) => json!(date.to_string()),
        Answer::Month(year, month) => json!(format!("{year:04}-{month:02}")),
        Answer::Options(chosen) => {
            let ids: Vec<_> = chosen
                .iter()
                .map(|option| question.options[option.index()].id)
                .collect();
            match question.kind {
                microneedling_quiz::protocol::Kind::Multi => json!(ids),
                _ => json!(ids[0]),
            }
        }
    }
}

/// The answers of a sheet, not yet proved complete.
#[track_caller]
pub(crate) fn answers_of(sheet: &Sheet) -> Answers {
    let mut answers = Answers::default();
    for (name, value) in sheet {
        let id = question(name);
        let answer = jsonl::answer(protocol(), id, value);
        answers.set(
            id,
            Some(answer.unwrap_or_else(|why| panic!("{name}: {why}"))),
        );
    }
    answers
}

#[track_caller]
pub(crate) fn complete(answers: &Answers, today: Date) -> CompleteAnswers {
    answers
        .complete(protocol(), today)
        .unwrap_or_else(|problems| {
            panic!(
                "not complete: {problems:?}\n{}",
                line_of(&sheet_of(answers), today)
            )
        })
}

/// A line of input.
pub(crate) fn line_of(sheet: &Sheet, today: Date) -> String {
    json!({ "today": today.to_string(), "answers": sheet }).to_string()
}

/// What the public interface answers to a line.
#[track_caller]
pub(crate) fn output(line: &str) -> Value {
    let text = jsonl::line(protocol(), line);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Someone healthy, from the vignettes' bases, with some answers replaced. `null` takes one away.
#[track_caller]
pub(crate) fn healthy(changes: Value) -> Sheet {
    let mut sheet = crate::vignettes::base("healthy");
    let Value::Object(changes) = changes else {
        panic!("changes are an object")
    };
    for (name, value) in changes {
        if value.is_null() {
            sheet.remove(&name);
        } else {
            sheet.insert(name, value);
        }
    }
    sheet
}
