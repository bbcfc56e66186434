//! What a clinic says: read, or left out and told.

use microneedling_quiz::options::{Clinic, Problem, read};
use microneedling_quiz::protocol::{Effect, More};
use serde_json::{Value, json};

pub(crate) use crate::fuzzed::options::{forbidden, lines};
use crate::support::protocol;

pub(crate) fn said(value: &Value) -> (Clinic, Vec<Problem>) {
    read(protocol(), &lines(value), &forbidden)
}

#[test]
fn nothing_said_is_nothing() {
    assert_eq!(said(&json!({})), (Clinic::default(), Vec::new()));
}

#[test]
fn everything_at_once() {
    let (clinic, problems) = said(&json!({
        "name": "Praxis am See",
        "text-language": "de",
        "contact": "tel:+49301234567",
        "booking": "https://example.org/termin?von=quiz",
        "price": 120.5,
        "currency": "EUR",
        "share-answers": true,
        "goals": ["acne-scars", "fine-lines-wrinkles"],
        "overlay": {
            "add": [
                { "id": "smoking", "effect": "defer", "when": "life:smoking", "text": "Rauchfrei seit vier Wochen." },
                { "id": "young", "effect": "review", "areas": ["neck"], "when": ["age < 25", "age >= 70 and life:alcohol"], "text": "Wir sehen erst nach." },
            ],
            "raise": { "heart-condition": "defer" },
            "wait": { "isotretinoin-recent": "9 months", "sunburn-area": 4 },
            "sessions": { "acne-scars": { "low": 4 }, "*": { "weeks": 6 } },
            "hide": { "areas": ["neck"] },
        },
    }));
    assert_eq!(problems, []);
    assert_eq!(clinic.name, "Praxis am See");
    assert_eq!(clinic.contact, "tel:+49301234567");
    assert_eq!(clinic.booking, "https://example.org/termin?von=quiz");
    assert_eq!(
        clinic.price.as_ref().map(|price| price.hundredths),
        Some(12_050)
    );
    assert!(clinic.shares);
    let overlay = &clinic.overlay;
    let added: Vec<_> = overlay
        .added
        .iter()
        .map(|added| (&*added.id, added.effect))
        .collect();
    assert_eq!(
        added,
        [("smoking", Effect::Defer), ("young", Effect::Review)]
    );
    assert_eq!(overlay.raised.len(), 1);
    assert_eq!(
        overlay
            .longer
            .iter()
            .map(|(_, count)| *count)
            .collect::<Vec<_>>(),
        [9, 4]
    );
    let weeks = More {
        weeks: 6,
        ..More::default()
    };
    assert!(overlay.more.contains(&weeks), "{:?}", overlay.more);
    // All goals but two, and the neck.
    assert_eq!(overlay.hidden.len(), 24 - 2 + 1);
    let rules = clinic.rules.expect("rules in force");
    assert_eq!(rules.texts.len(), 2);
    assert_eq!(rules.digest, overlay.digest(protocol()));
    assert_eq!(rules.protocol.rules.len(), protocol().rules.len() + 2);
}

/// Each mistake alone: path, what was found, and the beginning of what is allowed. The quiz goes on
/// without it.
#[test]
fn mistakes_are_told_one_by_one() {
    let finding = |change: Value| {
        let mut whole = json!({ "id": "a", "effect": "note", "when": "always", "text": "Hello." });
        for (key, value) in change.as_object().unwrap() {
            whole[key] = value.clone();
        }
        json!({ "overlay": { "add": [whole] } })
    };
    let cases = [
        (
            json!({ "colour": "red" }),
            "colour",
            "red",
            "one of: language, ",
        ),
        (
            json!({ "overlay": { "soften": "all" } }),
            "overlay.soften",
            "all",
            "one of: language, ",
        ),
        (
            json!({ "contact": "javascript:alert(1)" }),
            "contact",
            "javascript:alert(1)",
            "an address that begins with https://",
        ),
        (
            json!({ "booking": "https://a b" }),
            "booking",
            "https://a b",
            "an address",
        ),
        (
            json!({ "booking": "mailto:" }),
            "booking",
            "mailto:",
            "an address",
        ),
        (
            json!({ "text-language": "not a tag" }),
            "text-language",
            "not a tag",
            "a language tag",
        ),
        (
            json!({ "name": "x".repeat(81) }),
            "name",
            &*"x".repeat(81),
            "plain text of at most 80 letters",
        ),
        (
            json!({ "name": "The Safe Clinic" }),
            "name",
            "The Safe Clinic",
            "text that promises nothing and tells nobody to stop a medicine; not with the word “safe”",
        ),
        (
            json!({ "price": 0, "currency": "EUR" }),
            "price",
            "0",
            "the price of one session",
        ),
        (
            json!({ "share-answers": "maybe" }),
            "share-answers",
            "maybe",
            "true or false",
        ),
        (
            json!({ "areas": ["face", "nose"] }),
            "areas.1",
            "nose",
            "the id of an area",
        ),
        (
            json!({ "goals": ["beauty"] }),
            "goals.0",
            "beauty",
            "the id of a goal",
        ),
        (
            json!({ "overlay": { "raise": { "pregnant": "review" } } }),
            "overlay.raise.pregnant",
            "review",
            "an effect stricter than the guide's own",
        ),
        (
            json!({ "overlay": { "raise": { "nobody": "defer" } } }),
            "overlay.raise.nobody",
            "nobody",
            "the id of a rule",
        ),
        (
            json!({ "overlay": { "raise": { "heart-condition": "never" } } }),
            "overlay.raise.heart-condition",
            "never",
            "an effect stricter",
        ),
        (
            json!({ "overlay": { "wait": { "isotretinoin-recent": "3 months" } } }),
            "overlay.wait.isotretinoin-recent",
            "3 months",
            "more than 6 months",
        ),
        (
            json!({ "overlay": { "wait": { "isotretinoin-recent": "40 weeks" } } }),
            "overlay.wait.isotretinoin-recent",
            "40 weeks",
            "more than 6 months",
        ),
        (
            json!({ "overlay": { "wait": { "heart-condition": 3 } } }),
            "overlay.wait.heart-condition",
            "3",
            "nothing: this rule waits for no time",
        ),
        (
            json!({ "overlay": { "sessions": { "acne-scars": { "low": 7 } } } }),
            "overlay.sessions.acne-scars.low",
            "7",
            "a whole number from 1 to 6",
        ),
        (
            json!({ "overlay": { "sessions": { "acne-scars": { "high": 3 } } } }),
            "overlay.sessions.acne-scars.high",
            "3",
            "one of: language, ",
        ),
        (
            json!({ "overlay": { "sessions": { "all": { "low": 3 } } } }),
            "overlay.sessions.all",
            "all",
            "the id of a goal",
        ),
        (
            finding(json!({ "effect": "warn" })),
            "overlay.add.0.effect",
            "warn",
            "note, review, defer or exclude",
        ),
        (
            finding(json!({ "id": "Not Good" })),
            "overlay.add.0.id",
            "Not Good",
            "up to 40 small letters",
        ),
        (
            finding(json!({ "when": "life:flying" })),
            "overlay.add.0.when",
            "life:flying",
            "always, or question:option",
        ),
        (
            finding(json!({ "when": "not life:smoking" })),
            "overlay.add.0.when",
            "not life:smoking",
            "always, or",
        ),
        (
            finding(json!({ "when": "life < 3" })),
            "overlay.add.0.when",
            "life < 3",
            "always, or",
        ),
        (
            finding(json!({ "areas": ["nose"] })),
            "overlay.add.0.areas.0",
            "nose",
            "the id of an area",
        ),
        (
            finding(json!({ "text": "You must stop it." })),
            "overlay.add.0.text",
            "You must stop it.",
            "text that promises nothing",
        ),
        (
            finding(json!({ "text": "Sicher!" })),
            "overlay.add.0.text",
            "Sicher!",
            "text that promises nothing",
        ),
    ];
    for (said_of, path, found, allowed) in cases {
        let (_, problems) = said(&said_of);
        let [problem] = problems.as_slice() else {
            panic!("{said_of}: {problems:?}");
        };
        assert_eq!(
            (&*problem.path, &*problem.found),
            (path, found),
            "{said_of}"
        );
        assert!(
            problem.allowed.starts_with(allowed),
            "{said_of}: {}",
            problem.allowed
        );
    }
}

/// A text that may not stand there is left out, and the finding stays: without it the clinic's rules
/// would be softer.
#[test]
fn a_finding_without_its_text_still_fires() {
    let add = json!([{ "id": "a", "effect": "exclude", "when": "always", "text": "guaranteed" }]);
    let (clinic, problems) = said(&json!({ "overlay": { "add": add } }));
    assert_eq!(problems.len(), 1);
    assert_eq!(clinic.overlay.added[0].text, "");
    assert_eq!(clinic.overlay.added[0].effect, Effect::Exclude);
}

#[test]
fn something_stays_to_choose_from() {
    let all: Vec<_> = protocol().areas.iter().map(|area| area.id).collect();
    let (clinic, problems) = said(&json!({ "overlay": { "hide": { "areas": all } } }));
    assert_eq!(clinic.overlay.hidden, []);
    assert_eq!(
        problems[0].allowed,
        "a list that leaves something to choose"
    );
}

/// Whatever stands there, reading ends, and what is read is in order.
#[test]
fn any_text_is_read_or_told() {
    let mut random = crate::support::Random::new(77);
    let parts = [
        "overlay",
        "add",
        "0",
        "1",
        "id",
        "when",
        "raise",
        "wait",
        "sessions",
        "*",
        "hide",
        "areas",
        "name",
        "price",
        "\t",
        "\t",
        ".",
        ".",
        ".",
        "\n",
        "life:smoking",
        "age < 3",
        "é",
        "\u{7}",
    ];
    for _ in 0..3_000 {
        let text: String = (0..random.below(40))
            .map(|_| *random.one_of(&parts))
            .collect();
        let (clinic, _) = read(protocol(), &text, &forbidden);
        assert!(clinic.overlay.added.len() <= 20);
    }
}
