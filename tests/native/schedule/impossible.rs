//! Impossible wishes: each has its own problem, and none is silently bent.

use microneedling_quiz::assess::schedule::{Kept, Plan, Reason, WishProblem, Wishes};
use serde_json::json;

use super::{TODAY, dated, event, keeping, plan_on, problems, start, sun};
use crate::support::date;

#[test]
fn a_start_in_the_past_or_too_far_away() {
    let on = |day: &str| plan_on(TODAY, json!({}), &start(day));
    assert_eq!(problems(on("2026-11-21")), [WishProblem::StartPast]);
    dated(on("2026-11-22"));
    dated(on("2027-11-22"));
    assert_eq!(problems(on("2027-11-23")), [WishProblem::StartTooFar]);
}

/// Six months after isotretinoin.
#[test]
fn a_start_before_a_wait_ends() {
    let stopped = json!({
        "medicines": ["isotretinoin"], "medicines.isotretinoin.when": "2026-11-01",
    });
    let on = |day: &str| plan_on(TODAY, stopped.clone(), &start(day));
    let early = WishProblem::StartTooEarly(date("2027-05-01"));
    assert_eq!(problems(on("2027-04-30")), [early]);
    dated(on("2027-05-01"));
    // A year is counted from there.
    dated(on("2028-04-30"));
}

/// A wait without a day leaves the plan conditional; a known day beside it still holds.
#[test]
fn a_known_day_holds_beside_an_unknown_one() {
    let both = json!({
        "breastfeeding": "yes",
        "medicines": ["isotretinoin"], "medicines.isotretinoin.when": "2026-11-01",
    });
    let early = WishProblem::StartTooEarly(date("2027-05-01"));
    assert_eq!(
        problems(plan_on(TODAY, both, &start("2027-01-01"))),
        [early]
    );
    let open = json!({ "breastfeeding": "yes" });
    dated(plan_on(TODAY, open, &start("2027-01-01")));
}

#[test]
fn half_a_holiday_and_an_end_before_its_start() {
    let half = Kept {
        to: None,
        ..sun("2027-01-01", "2027-01-02")
    };
    let kept = [event("2027-01-10"), half, sun("2027-02-02", "2027-02-01")];
    assert_eq!(
        problems(plan_on(TODAY, json!({}), &keeping("2026-12-01", &kept))),
        [WishProblem::Missing(1), WishProblem::EndBeforeStart(2)]
    );
    // They are told before a start is picked, too.
    let wishes = Wishes {
        start: None,
        ..keeping("2026-12-01", &kept)
    };
    assert_eq!(problems(plan_on(TODAY, json!({}), &wishes)).len(), 2);
}

/// What was only just added is no wish yet.
#[test]
fn an_empty_range_is_no_wish() {
    let empty = |reason| Kept {
        reason,
        from: None,
        to: None,
    };
    let kept = [empty(Reason::Event), empty(Reason::Sun)];
    dated(plan_on(TODAY, json!({}), &keeping("2026-12-01", &kept)));
    let nothing = plan_on(TODAY, json!({}), &Wishes::default());
    assert_eq!(nothing, Some(Plan::Undated));
}

#[test]
fn a_year_or_more_cannot_be_kept_free() {
    let of = |from, to| plan_on(TODAY, json!({}), &keeping("2026-12-01", &[sun(from, to)]));
    assert_eq!(
        problems(of("2027-02-01", "2028-01-31")),
        [WishProblem::TooLong(0)]
    );
    // One day less is too long all the same, because of the two weeks around it.
    assert_eq!(
        problems(of("2027-01-01", "2027-12-30")),
        [WishProblem::Blocked(0)]
    );
}

/// Holidays end to end: no session for more than a year.
#[test]
fn days_that_leave_no_room_are_told() {
    let kept = [
        sun("2027-01-01", "2027-06-30"),
        sun("2027-07-01", "2027-12-31"),
        sun("2028-01-01", "2028-02-28"),
    ];
    let [WishProblem::Blocked(place)] =
        problems(plan_on(TODAY, json!({}), &keeping("2026-12-01", &kept)))[..]
    else {
        panic!("expected one problem")
    };
    assert!(place > 0, "the last of them is to blame, not {place}");
}
