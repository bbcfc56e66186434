//! Lines as a whole: the day, the JSON, and several mistakes at once.

use serde_json::json;

use super::{error, told};
use crate::support::{date, healthy, line_of, output};

const TODAY: &str = "2026-11-22";

#[test]
fn a_day_that_is_none() {
    for today in [
        "2026-02-30",
        "22.11.2026",
        "",
        "today",
        "2026-11",
        "3000-01-01",
        "2026-11-22 ",
    ] {
        let line = json!({ "today": today, "answers": healthy(json!({})) }).to_string();
        assert_eq!(
            error(&line),
            format!("today: `{today}` is not a date; write it like 2026-11-22.")
        );
    }
}

/// The first words are ours; the rest tells the place and comes from the JSON reader.
#[test]
fn lines_that_cannot_be_read() {
    for (line, part) in [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("null", "invalid type: null"),
        ("[]", "invalid length 0"),
        ("\"2026-11-22\"", "invalid type: string"),
        ("{", "EOF while parsing an object"),
        ("{}", "missing field `today`"),
        ("{\"today\":\"2026-11-22\"}", "missing field `answers`"),
        (
            "{\"today\":20261122,\"answers\":{}}",
            "invalid type: integer `20261122`, expected a string",
        ),
        (
            "{\"today\":\"2026-11-22\",\"answers\":[]}",
            "invalid type: sequence, expected an object of answers",
        ),
        (
            "{\"today\":\"2026-11-22\",\"answers\":{},\"name\":\"Ann\"}",
            "unknown field `name`, expected `today` or `answers`",
        ),
        (
            "{\"today\":\"2026-11-22\",\"today\":\"2026-11-23\",\"answers\":{}}",
            "duplicate field `today`",
        ),
        (
            "{\"today\":\"2026-11-22\",\"answers\":{}} {}",
            "trailing characters",
        ),
        (
            "{'today':'2026-11-22','answers':{}}",
            "key must be a string",
        ),
        (
            "{\"today\":\"2026-11-22\",\"answers\":{\"age\":034}}",
            "invalid number",
        ),
    ] {
        let told = error(line);
        assert!(
            told.starts_with("The line cannot be read: "),
            "{line}\n{told}"
        );
        assert!(
            told.contains(part),
            "`{part}` is not in what is told of {line}\n{told}"
        );
    }
}

/// The same question twice is a mistake, not the last one's win.
#[test]
fn an_answer_given_twice() {
    let line = line_of(&healthy(json!({})), date(TODAY));
    let twice = line.replacen("\"age\":34", "\"age\":34,\"age\":17", 1);
    assert_ne!(line, twice);
    let told = error(&twice);
    assert!(told.contains("answers.age stands twice"), "{told}");
}

#[test]
fn every_mistake_of_a_line_is_told_at_once() {
    let told = told(json!({ "agee": 1, "health": ["x"], "pregnancy": 3 }));
    for part in ["answers.agee:", "answers.health:", "answers.pregnancy:"] {
        assert!(told.contains(part), "`{part}` is not in {told}");
    }
}

#[test]
fn the_same_line_without_the_mistake_is_answered() {
    let told = output(&line_of(&healthy(json!({})), date(TODAY)));
    assert_eq!(told["verdict"], "suitable");
    assert_eq!(told.get("error"), None);
    assert_eq!(told["protocol"], crate::support::protocol().version);
}
