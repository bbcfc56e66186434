//! One mistake at a time, and the exact sentence.

use serde_json::{Value, json};

use super::error;
use crate::support::{date, healthy, line_of, output};

const TODAY: &str = "2026-11-22";

/// What is told about someone healthy with these answers instead.
#[track_caller]
fn told(changes: Value) -> String {
    error(&line_of(&healthy(changes), date(TODAY)))
}

#[track_caller]
fn each_is_told(cases: &[(Value, &str)]) {
    let mut wrong = Vec::new();
    for (changes, expected) in cases {
        let told = told(changes.clone());
        if told != *expected {
            wrong.push(format!(
                "{changes}\n  told     {told}\n  expected {expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_that_nothing_has() {
    each_is_told(&[
        (
            json!({ "agee": 34 }),
            "answers.agee: there is no such question. Did you mean `age`?",
        ),
        (
            json!({ "favourite-colour": "red" }),
            "answers.favourite-colour: there is no such question.",
        ),
        (
            json!({ "": "" }),
            "answers.: there is no such question. Did you mean `age`?",
        ),
        (
            json!({ "pregnancy": "perhaps" }),
            "answers.pregnancy: there is no option `perhaps`.",
        ),
        (
            json!({ "health": ["keloid"] }),
            "answers.health: there is no option `keloid`.",
        ),
        (
            json!({ "health": ["heart", "Heart"] }),
            "answers.health: there is no option `Heart`.",
        ),
        (
            json!({ "health": ["heart "] }),
            "answers.health: there is no option `heart `.",
        ),
        (
            json!({ "Pregnancy": "no" }),
            "answers.Pregnancy: there is no such question. Did you mean `pregnancy`?",
        ),
        (
            json!({ "health": ["hеart"] }),
            "answers.health: there is no option `hеart`.",
        ),
    ]);
}

#[test]
fn answers_that_do_not_fit_the_question() {
    each_is_told(&[
        (
            json!({ "age": "34" }),
            "answers.age: this wants a whole number.",
        ),
        (
            json!({ "age": [34] }),
            "answers.age: this wants a whole number.",
        ),
        (
            json!({ "age": true }),
            "answers.age: this wants a whole number.",
        ),
        (
            json!({ "age": 34.5 }),
            "answers.age: 34.5 is not a whole number in range.",
        ),
        (
            json!({ "age": -1 }),
            "answers.age: -1 is not a whole number in range.",
        ),
        (
            json!({ "age": 70000 }),
            "answers.age: 70000 is not a whole number in range.",
        ),
        (
            json!({ "age": u64::MAX }),
            "answers.age: 18446744073709551615 is not a whole number in range.",
        ),
        (
            json!({ "age": 0 }),
            "answers.age: the number must be from 1 to 120.",
        ),
        (
            json!({ "age": 121 }),
            "answers.age: the number must be from 1 to 120.",
        ),
        (
            json!({ "pregnancy": ["no"] }),
            "answers.pregnancy: this takes one option, not a list.",
        ),
        (
            json!({ "pregnancy": ["no", "yes"] }),
            "answers.pregnancy: this takes one option, not a list.",
        ),
        (
            json!({ "pregnancy": 1 }),
            "answers.pregnancy: this wants an option id or, where one is asked for, a date.",
        ),
        (
            json!({ "pregnancy": { "no": true } }),
            "answers.pregnancy: this wants an option id or, where one is asked for, a date.",
        ),
        (
            json!({ "health": "heart" }),
            "answers.health: this wants a list of option ids.",
        ),
        (
            json!({ "health": 3 }),
            "answers.health: this wants a list of option ids.",
        ),
        (
            json!({ "health": [3] }),
            "answers.health: 3 is not an option id.",
        ),
        (
            json!({ "health": [null] }),
            "answers.health: null is not an option id.",
        ),
        (
            json!({ "health": [["heart"]] }),
            "answers.health: [\"heart\"] is not an option id.",
        ),
        (
            json!({ "health": [] }),
            "answers.health: the list is empty.",
        ),
        (
            json!({ "health": ["heart", "heart"] }),
            "answers.health: \"heart\" stands twice.",
        ),
        (
            json!({ "health": ["heart", "none"] }),
            "answers.health: `none` cannot stand with another option.",
        ),
        (
            json!({ "health": ["none", "unsure"] }),
            "answers.health: `none` cannot stand with another option.",
        ),
    ]);
}

#[test]
fn dates_that_cannot_be() {
    let when = |date: Value| json!({ "recent": ["botox"], "recent.botox.when": date });
    each_is_told(&[
        (
            when(json!("2026-02-30")),
            "answers.recent.botox.when: `2026-02-30` is not a possible date.",
        ),
        (
            when(json!("2025-02-29")),
            "answers.recent.botox.when: `2025-02-29` is not a possible date.",
        ),
        (
            when(json!("2026-13")),
            "answers.recent.botox.when: `2026-13` is not a possible date.",
        ),
        (
            when(json!("2026-11-1")),
            "answers.recent.botox.when: `2026-11-1` is not a possible date.",
        ),
        (
            when(json!("22.11.2026")),
            "answers.recent.botox.when: `22.11.2026` is not a possible date.",
        ),
        (
            when(json!("1899-12-31")),
            "answers.recent.botox.when: `1899-12-31` is not a possible date.",
        ),
        (
            when(json!("20261122T000000Z")),
            "answers.recent.botox.when: `20261122T000000Z` is not a possible date.",
        ),
        (
            when(json!("2026-11-23")),
            "answers.recent.botox.when: the date is in the future.",
        ),
        (
            when(json!("2026-12")),
            "answers.recent.botox.when: the date is in the future.",
        ),
        (
            when(json!("2999-12-31")),
            "answers.recent.botox.when: the date is in the future.",
        ),
        (
            when(json!("yesterday")),
            "answers.recent.botox.when: there is no option `yesterday`.",
        ),
        (
            when(json!("")),
            "answers.recent.botox.when: there is no option ``.",
        ),
        (
            when(json!(20261122)),
            "answers.recent.botox.when: this wants an option id or, where one is asked for, a date.",
        ),
        (
            when(json!(["2026-11-20"])),
            "answers.recent.botox.when: this wants an option id or, where one is asked for, a date.",
        ),
    ]);
}

#[test]
fn answers_that_are_missing() {
    each_is_told(&[
        (json!({ "age": null }), "answers.age: an answer is missing."),
        (
            json!({ "health": null }),
            "answers.health: an answer is missing.",
        ),
        (
            json!({ "treatment": null }),
            "answers.treatment: an answer is missing.",
        ),
        (
            json!({ "areas-head": null }),
            "answers.areas-head: an answer is missing, here or to a question of the same group.",
        ),
        (
            json!({ "health": ["diabetes"] }),
            "answers.health.diabetes.control: an answer is missing.",
        ),
        (
            json!({ "recent": ["botox"] }),
            "answers.recent.botox.when: an answer is missing.",
        ),
        (
            json!({ "age": null, "health": null }),
            "answers.age: an answer is missing. answers.health: an answer is missing.",
        ),
    ]);
}

/// Such answers are kept and ignored in the quiz; here they are a mistake.
#[test]
fn answers_off_the_path() {
    each_is_told(&[
        (
            json!({ "health.diabetes.control": "good" }),
            "answers.health.diabetes.control: this question is not asked after these answers.",
        ),
        (
            json!({ "goals-scars.acne-scars.where": ["face"] }),
            "answers.goals-scars.acne-scars.where: this question is not asked after these answers.",
        ),
        (
            json!({ "areas-head": ["face", "neck"], "goals-scars.acne-scars.where": ["face", "legs"] }),
            "answers.goals-scars.acne-scars.where: an option is not offered after these answers.",
        ),
        (
            json!({ "areas-head": ["face", "neck"], "goals-scars.acne-scars.where": ["face"] }),
            "answers.goals-scars.acne-scars.where: no goal was chosen for the area `neck`.",
        ),
    ]);
}

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
            "invalid type: sequence, expected a map",
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
            "{\"today\":\"2026-11-22\",\"answers\":{\"age\":1e999}}",
            "number out of range",
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
