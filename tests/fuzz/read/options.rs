//! A clinic's options: read or told, never stumbled over, and never milder than the protocol.

use microneedling_quiz::assess::assess;
use microneedling_quiz::options::read as options;
use microneedling_quiz::{jsonl, protocol};
use serde_json::Value;

/// People with nothing, with much, and with several areas.
const PEOPLE: &str = include_str!("../../bench/people.jsonl");

/// Reads options, as JSON if it is any, else as the lines that the browser makes of it.
pub(crate) fn read(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let lines = match serde_json::from_str(&text) {
        Ok(value) => lines(&value),
        Err(_) => text.into_owned(),
    };
    let (clinic, problems) = options(protocol(), &lines, &forbidden);
    for problem in problems {
        assert!(!problem.allowed.is_empty(), "{problem:?}");
    }
    let Some(rules) = clinic.rules else { return };
    for line in PEOPLE.lines() {
        let person = jsonl::read(protocol(), line).unwrap_or_else(|why| panic!("{why}"));
        let Ok(strict) = person.answers().complete(rules.protocol, person.today()) else {
            continue;
        };
        let (base, strict) = (assess(protocol(), &person), assess(rules.protocol, &strict));
        assert!(strict.verdict >= base.verdict, "{base:?} became {strict:?}");
        let fires = |cause| strict.findings.iter().any(|found| found.cause == cause);
        assert!(base.findings.iter().all(|found| fires(found.cause)));
    }
}

/// What the browser does with the words of all languages, with a few words.
pub(crate) fn forbidden(text: &str, language: &str) -> String {
    let words: &[&str] = match language {
        "en" => &["safe", "guaranteed", "stop"],
        "de" => &["sicher", "absetzen"],
        _ => &["safe", "guaranteed", "stop", "sicher", "absetzen"],
    };
    let mut found = text.split(|c: char| !c.is_alphanumeric());
    let found = found.find(|word| words.contains(&word.to_lowercase().as_str()));
    found.unwrap_or_default().to_lowercase()
}

/// A line for each value, as the element's script writes them.
pub(crate) fn lines(value: &Value) -> String {
    let mut out = String::new();
    flat("", value, &mut out);
    out
}

fn flat(path: &str, value: &Value, out: &mut String) {
    let mut each = |key: &str, value: &Value| {
        let path = if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        };
        flat(&path, value, out);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| each(key, value)),
        Value::Array(values) => {
            let values = values.iter().enumerate();
            values.for_each(|(index, value)| each(&index.to_string(), value));
        }
        Value::String(text) => *out += &format!("{path}\t{text}\n"),
        other => *out += &format!("{path}\t{other}\n"),
    }
}
