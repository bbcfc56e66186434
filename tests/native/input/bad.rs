//! One mistake at a time, and the exact sentence.

use serde_json::{Value, json};

use super::told;

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
