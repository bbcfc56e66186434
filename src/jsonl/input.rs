//! From JSON to complete answers.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::assess::{Answer, Answers, Chosen, CompleteAnswers, Wrong};
use crate::protocol::{Date, Kind, Protocol, QuestionId, parse_month};

/// One line of input.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The local date, `YYYY-MM-DD`.
    pub today: String,
    /// Question ids and what was answered.
    #[serde(deserialize_with = "entries")]
    pub answers: Vec<(String, Value)>,
}

/// Every entry as it stands: a map would keep only the last of two answers to one question.
fn entries<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, Value)>, D::Error> {
    struct Entries;

    impl<'de> Visitor<'de> for Entries {
        type Value = Vec<(String, Value)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of answers")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = map.next_entry()? {
                entries.push(entry);
            }
            Ok(entries)
        }
    }

    from.deserialize_map(Entries)
}

/// Reads a line; the error is a sentence that names the bad field.
pub fn read(protocol: &Protocol, line: &str) -> Result<CompleteAnswers, String> {
    let person: Person =
        serde_json::from_str(line).map_err(|error| format!("The line cannot be read: {error}"))?;
    let today = Date::parse(&person.today).ok_or_else(|| {
        format!(
            "today: `{}` is not a date; write it like 2026-11-22.",
            person.today
        )
    })?;
    let mut answers = Answers::default();
    let mut wrong = Vec::new();
    for (name, value) in &person.answers {
        let Some(id) = protocol.find(name) else {
            wrong.push(format!(
                "answers.{name}: there is no such question.{}",
                closest(protocol, name)
            ));
            continue;
        };
        if answers.get(id).is_some() {
            wrong.push(format!("answers.{name} stands twice."));
            continue;
        }
        match answer(protocol, id, value) {
            Ok(answer) => answers.set(id, Some(answer)),
            Err(why) => wrong.push(format!("answers.{name}: {why}")),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong.join(" "));
    }
    let path = answers.path(protocol, today);
    for (id, _) in answers.iter().filter(|(id, _)| !path.contains(id)) {
        wrong.push(format!(
            "answers.{}: this question is not asked after these answers.",
            protocol.question(id).id
        ));
    }
    let complete = answers.complete(protocol, today);
    match complete {
        Ok(complete) if wrong.is_empty() => Ok(complete),
        Ok(_) => Err(wrong.join(" ")),
        Err(problems) => {
            wrong.extend(problems.iter().map(|problem| {
                let id = protocol.question(problem.question).id;
                format!("answers.{id}: {}", sentence(protocol, problem.wrong))
            }));
            Err(wrong.join(" "))
        }
    }
}

fn closest(protocol: &Protocol, name: &str) -> String {
    let known = protocol.questions.iter().map(|question| question.id);
    let close = known
        .map(|id| (strsim::damerau_levenshtein(name, id), id))
        .min();
    close
        .filter(|(distance, _)| *distance <= 3)
        .map_or_else(String::new, |(_, id)| format!(" Did you mean `{id}`?"))
}

/// Reads one answer: an option id, a list of them, a number, or a date.
pub fn answer(protocol: &Protocol, id: QuestionId, value: &Value) -> Result<Answer, String> {
    let question = protocol.question(id);
    let option = |name: &Value| {
        let name = name
            .as_str()
            .ok_or_else(|| format!("{name} is not an option id."))?;
        question
            .option(name)
            .ok_or_else(|| format!("there is no option `{name}`."))
    };
    match (question.kind, value) {
        (Kind::Number { .. }, Value::Number(number)) => number
            .as_u64()
            .and_then(|number| u16::try_from(number).ok())
            .map(Answer::Number)
            .ok_or_else(|| format!("{number} is not a whole number in range.")),
        (Kind::Number { .. }, _) => Err("this wants a whole number.".to_owned()),
        (Kind::Date, Value::String(text)) => {
            if let Some(date) = Date::parse(text) {
                Ok(Answer::Day(date))
            } else if let Some((year, month)) = parse_month(text) {
                Ok(Answer::Month(year, month))
            } else {
                let looks_like_date =
                    text.starts_with(|c: char| c.is_ascii_digit()) && text.len() >= 7;
                option(value)
                    .map(Chosen::one)
                    .map(Answer::Options)
                    .map_err(|error| {
                        if looks_like_date {
                            format!("`{text}` is not a possible date.")
                        } else {
                            error
                        }
                    })
            }
        }
        (Kind::Single, Value::String(_)) => option(value).map(Chosen::one).map(Answer::Options),
        (Kind::Single, Value::Array(_)) => Err("this takes one option, not a list.".to_owned()),
        (Kind::Multi, Value::Array(options)) => {
            let mut chosen = Chosen::default();
            for name in options {
                let option = option(name)?;
                if chosen.has(option) {
                    return Err(format!("{name} stands twice."));
                }
                chosen = chosen.with(option);
            }
            if chosen.is_empty() {
                Err("the list is empty.".to_owned())
            } else {
                Ok(Answer::Options(chosen))
            }
        }
        (Kind::Multi, _) => Err("this wants a list of option ids.".to_owned()),
        (Kind::Single | Kind::Date, _) => {
            Err("this wants an option id or, where one is asked for, a date.".to_owned())
        }
    }
}

fn sentence(protocol: &Protocol, wrong: Wrong) -> String {
    match wrong {
        Wrong::Missing => "an answer is missing.".to_owned(),
        Wrong::MissingOneOf => {
            "an answer is missing, here or to a question of the same group.".to_owned()
        }
        Wrong::TwoAnswers => "this takes one answer only.".to_owned(),
        Wrong::NoneWithOthers => "`none` cannot stand with another option.".to_owned(),
        Wrong::NotOffered => "an option is not offered after these answers.".to_owned(),
        Wrong::OutOfRange { min, max } => format!("the number must be from {min} to {max}."),
        Wrong::Future => "the date is in the future.".to_owned(),
        Wrong::WrongKind => "this kind of answer does not fit the question.".to_owned(),
        Wrong::NoGoalFor(area) => format!(
            "no goal was chosen for the area `{}`.",
            protocol.area(area).id
        ),
    }
}
