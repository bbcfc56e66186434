//! Days kept free: sessions move later, and say because of what.

use microneedling_quiz::assess::schedule::{Kept, WishProblem};
use serde_json::json;

use super::{TODAY, dated, days, event, keeping, plan_on, problems, start, sun};
use crate::support::date;

/// Two weeks before a big day (`event-soon`); the day after it is free again.
#[test]
fn a_session_too_near_to_a_big_day_moves_behind_it() {
    let wishes = keeping("2026-12-01", &[event("2027-01-10")]);
    let schedule = dated(plan_on(TODAY, json!({}), &wishes));
    assert_eq!(
        days(&schedule)[..4],
        ["2026-12-01", "2027-01-11", "2027-02-08", "2027-03-08"]
    );
    assert_eq!(schedule.sessions[1].moved, Some(0));
    assert_eq!(schedule.sessions[2].moved, None);
    assert_eq!(schedule.review, date("2027-03-08"));
}

/// 29 December is exactly two weeks before 12 January: it may stay.
#[test]
fn two_weeks_before_a_big_day_is_enough() {
    let wishes = keeping("2026-12-01", &[event("2027-01-12")]);
    let schedule = dated(plan_on(TODAY, json!({}), &wishes));
    assert_eq!(days(&schedule)[1], "2026-12-29");
    let wishes = keeping("2026-12-01", &[event("2027-01-11")]);
    let schedule = dated(plan_on(TODAY, json!({}), &wishes));
    assert_eq!(days(&schedule)[1], "2027-01-12");
}

/// Two weeks before and after strong sun (`recent-tan`).
#[test]
fn a_holiday_in_the_sun() {
    let wishes = keeping("2026-12-01", &[sun("2026-12-20", "2027-01-03")]);
    let schedule = dated(plan_on(TODAY, json!({}), &wishes));
    assert_eq!(days(&schedule)[..2], ["2026-12-01", "2027-01-17"]);
}

/// Four weeks where pigment is the matter: the start itself is then too near.
#[test]
fn pigment_doubles_the_wait_around_sun() {
    let wishes = keeping("2026-12-01", &[sun("2026-12-20", "2027-01-03")]);
    for pigment in [
        json!({ "conditions": ["dark-marks"] }),
        json!({
            "goals-colour": ["pih-dark-marks"],
            "goals-colour.pih-dark-marks.severity": "mild",
        }),
        // Not sure is not no: the longer wait.
        json!({ "conditions": ["unsure"] }),
    ] {
        assert_eq!(
            problems(plan_on(TODAY, pigment.clone(), &wishes)),
            [WishProblem::StartKept(0, date("2027-01-31"))],
            "{pigment}"
        );
    }
}

/// Behind one of the kept days another begins.
#[test]
fn kept_days_in_a_row() {
    let kept = [event("2027-01-10"), sun("2027-01-20", "2027-01-24")];
    let schedule = dated(plan_on(TODAY, json!({}), &keeping("2026-12-01", &kept)));
    assert_eq!(days(&schedule)[1], "2027-02-07");
    assert_eq!(schedule.sessions[1].moved, Some(1));
}

#[test]
fn the_order_of_kept_days_does_not_matter() {
    let kept = [
        event("2027-01-10"),
        sun("2027-01-20", "2027-01-24"),
        event("2027-04-01"),
    ];
    let mut turned = kept;
    turned.reverse();
    let one = dated(plan_on(TODAY, json!({}), &keeping("2026-12-01", &kept)));
    let other = dated(plan_on(TODAY, json!({}), &keeping("2026-12-01", &turned)));
    assert_eq!(days(&one), days(&other));
}

/// Change of scars may first show on 26 January: not at an event on the 25th.
#[test]
fn a_big_day_before_any_change_is_told() {
    let of = |day: &str| {
        let wishes = keeping("2026-12-01", &[event(day)]);
        dated(plan_on(TODAY, json!({}), &wishes)).too_soon
    };
    assert_eq!(of("2027-01-25"), [0]);
    assert_eq!(of("2027-01-26"), [] as [usize; 0]);
    // Before the start nothing was to be expected.
    assert_eq!(of("2026-11-30"), [] as [usize; 0]);
}

/// Days that are over still count: a tan fades no sooner for it.
#[test]
fn a_holiday_that_is_over_still_counts() {
    let wishes = keeping("2026-11-25", &[sun("2026-11-10", "2026-11-20")]);
    assert_eq!(
        problems(plan_on(TODAY, json!({}), &wishes)),
        [WishProblem::StartKept(0, date("2026-12-04"))]
    );
    dated(plan_on(TODAY, json!({}), &start("2026-11-25")));
}

/// Pigment is the matter on the neck only, whichever of both areas comes first: the longer wait holds.
#[test]
fn one_area_with_pigment_lengthens_the_wait_around_sun() {
    let wishes = keeping("2026-12-01", &[sun("2026-12-20", "2027-01-03")]);
    for pigment in ["face", "neck"] {
        let other = if pigment == "face" { "neck" } else { "face" };
        let two = json!({
            "areas-head": ["face", "neck"],
            "goals-scars.acne-scars.where": [other],
            "goals-colour": ["pih-dark-marks"],
            "goals-colour.pih-dark-marks.severity": "mild",
            "goals-colour.pih-dark-marks.where": [pigment],
        });
        assert_eq!(
            problems(plan_on(TODAY, two, &wishes)),
            [WishProblem::StartKept(0, date("2027-01-31"))],
            "{pigment}"
        );
    }
}

/// Six weeks are the widest that published courses had; one day more is told, and so it stays when
/// the sessions behind are closer again.
#[test]
fn more_than_six_weeks_between_two_sessions_is_told() {
    let wide =
        |changes, kept: &[Kept]| dated(plan_on(TODAY, changes, &keeping("2026-12-01", kept))).wide;
    assert!(!wide(json!({}), &[]));
    assert!(!wide(json!({}), &[event("2027-01-11")]), "12 January");
    assert!(
        wide(json!({}), &[sun("2026-12-20", "2026-12-30")]),
        "13 January"
    );
    let six_weeks_apart = json!({ "sun": ["deeper-tone"] });
    assert!(!wide(six_weeks_apart.clone(), &[]));
    assert!(wide(six_weeks_apart, &[event("2027-01-12")]));
}

/// From 29 December 2026: exactly a year later is a plan, a day more is none.
#[test]
fn a_session_moves_by_a_year_at_most() {
    let on = |last| {
        let wishes = keeping("2026-12-01", &[sun("2027-01-10", last)]);
        plan_on(TODAY, json!({}), &wishes)
    };
    assert_eq!(days(&dated(on("2027-12-15")))[1], "2027-12-29");
    assert_eq!(problems(on("2027-12-16")), [WishProblem::Blocked(0)]);
}
