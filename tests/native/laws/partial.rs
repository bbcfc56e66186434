//! What is told before every question is answered, and in which order.

use microneedling_quiz::assess::{Cause, assess, assess_partly};
use microneedling_quiz::protocol::Date;
use serde_json::json;

use crate::support::{Sheet, answers_of, complete, date, healthy, protocol, today};

/// Someone pregnant who took isotretinoin until August.
fn told_on(day: Date) -> microneedling_quiz::assess::Assessment {
    let sheet = healthy(json!({
        "pregnancy": "yes",
        "medicines": ["isotretinoin"],
        "medicines.isotretinoin.when": "2026-08-01",
    }));
    assess_partly(protocol(), &answers_of(&sheet), day).expect("pregnancy rules it out")
}

/// Dates of an early answer follow the same clock as those of a whole one.
#[test]
fn an_early_answer_gives_dates_only_by_a_clock_that_can_be_true() {
    let days = |day: &str| {
        let told = told_on(date(day));
        let dates = told.findings.iter().filter_map(|finding| finding.earliest);
        (told.clock_behind, dates.collect::<Vec<_>>())
    };
    let released = today().to_string();
    assert_eq!(days(&released), (false, vec![date("2027-02-01")]));
    assert_eq!(days("2026-11-23"), (false, vec![date("2027-02-01")]));
    assert_eq!(days("2026-11-21"), (true, vec![]));
}

/// What is certain stands before what the visitor was not sure of.
#[test]
fn certain_reasons_stand_before_unsure_ones() {
    let sheet = healthy(json!({
        "allergies": ["unsure"],
        "health": ["heart"],
        "scars": ["unsure"],
    }));
    let assessment = assess(protocol(), &complete(&answers_of(&sheet), today()));
    let of_one_effect = assessment.findings.chunk_by(|a, b| a.effect == b.effect);
    let mut mixed = 0;
    for findings in of_one_effect {
        let unsure: Vec<_> = findings.iter().map(|finding| finding.unsure).collect();
        assert!(unsure.is_sorted(), "{unsure:?}");
        mixed += usize::from(unsure.contains(&true) && unsure.contains(&false));
    }
    assert!(mixed > 0, "no effect has both kinds");
}

/// Whoever sees the answer at once is told to show a spot that changes, whatever rules treatment out.
#[test]
fn a_spot_that_changes_is_told_early() {
    for (areas, more) in [
        (json!(["face"]), json!({})),
        (
            json!(["face", "neck"]),
            json!({ "spots.changing-here.where": ["neck"] }),
        ),
    ] {
        let mut sheet = json!({
            "age": 34,
            "pregnancy": "yes",
            "areas-head": areas,
            "spots": ["changing-here"],
        });
        for (key, value) in more.as_object().expect("answers") {
            sheet[key] = value.clone();
        }
        let sheet: Sheet = serde_json::from_value(sheet).expect("answers");
        let told = assess_partly(protocol(), &answers_of(&sheet), today()).expect("an answer");
        let alerts = told.findings.iter().filter_map(|found| match found.cause {
            Cause::Rule(id) => Some(protocol().rule(id)),
            _ => None,
        });
        assert!(alerts.clone().any(|rule| rule.alert), "{:?}", told.findings);
    }
}
