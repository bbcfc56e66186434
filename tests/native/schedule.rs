//! The plan with dates: cases worked out by hand from the dossiers, before they were run.

mod impossible;
mod kept;

use microneedling_quiz::assess::planned_goals;
use microneedling_quiz::assess::schedule::{
    Kept, Need, Plan, Reason, Schedule, WishProblem, Wishes, course,
};
use microneedling_quiz::protocol::{Date, GoalId, Set};
use serde_json::{Value, json};

use crate::support::{Visitor, date, healthy, protocol};

/// The plan of somebody who answered like this on this day, with these wishes.
#[track_caller]
fn plan_on(today: &str, changes: Value, wishes: &Wishes) -> Option<Plan> {
    let mut visitor = Visitor::new(date(today));
    let assessment = visitor.go_to_result(&healthy(changes));
    let answers = &visitor.quiz.answers;
    let course = course(protocol(), answers, visitor.today, &assessment)?;
    Some(course.plan(protocol(), visitor.today, wishes))
}

const TODAY: &str = "2026-11-22";

#[track_caller]
fn dated(plan: Option<Plan>) -> Schedule {
    match plan {
        Some(Plan::Dated(schedule)) => schedule,
        other => panic!("expected dates, not {other:?}"),
    }
}

#[track_caller]
fn problems(plan: Option<Plan>) -> Vec<WishProblem> {
    match plan {
        Some(Plan::Impossible(problems)) => problems,
        other => panic!("expected problems, not {other:?}"),
    }
}

fn start(day: &str) -> Wishes {
    Wishes {
        start: Some(date(day)),
        ..Wishes::default()
    }
}

fn event(day: &str) -> Kept {
    Kept {
        reason: Reason::Event,
        from: Some(date(day)),
        to: None,
    }
}

fn sun(from: &str, to: &str) -> Kept {
    Kept {
        reason: Reason::Sun,
        from: Some(date(from)),
        to: Some(date(to)),
    }
}

fn keeping(day: &str, kept: &[Kept]) -> Wishes {
    Wishes {
        kept: kept.to_vec(),
        ..start(day)
    }
}

fn days(schedule: &Schedule) -> Vec<String> {
    let days = schedule.sessions.iter().map(|session| session.day);
    days.map(|day| day.to_string()).collect()
}

fn text(day: Date) -> String {
    day.to_string()
}

/// `courses.md` 5: moderate acne scars, 3-4-6, four weeks apart; review at session 4; change from
/// week 8 to 12; results 4 and 12 weeks and 6 to 12 months after the last session.
#[test]
fn moderate_acne_scars() {
    let schedule = dated(plan_on(TODAY, json!({}), &start("2026-12-01")));
    assert_eq!(
        days(&schedule),
        [
            "2026-12-01",
            "2026-12-29",
            "2027-01-26",
            "2027-02-23",
            "2027-03-23",
            "2027-04-20"
        ]
    );
    let needs: Vec<_> = schedule
        .sessions
        .iter()
        .map(|session| session.need)
        .collect();
    assert_eq!(
        needs,
        [
            Need::Sure,
            Need::Sure,
            Need::Sure,
            Need::Usual,
            Need::Possible,
            Need::Possible
        ]
    );
    assert_eq!(text(schedule.review), "2027-02-23");
    let [change] = schedule.changes.as_slice() else {
        panic!("one goal, one change: {:?}", schedule.changes)
    };
    assert_eq!(protocol().goal(change.goal).id, "acne-scars");
    assert_eq!(
        (text(change.from), text(change.to)),
        ("2027-01-26".into(), "2027-02-23".into())
    );
    let usual = schedule.usual;
    assert_eq!(
        (text(usual.early), text(usual.main)),
        ("2027-03-23".into(), "2027-05-18".into())
    );
    assert_eq!(usual.full.0.to_string(), "2027-08-23");
    assert_eq!(usual.full.1.to_string(), "2028-02-23");
    let longest = schedule.longest;
    assert_eq!(
        (text(longest.early), text(longest.main)),
        ("2027-05-18".into(), "2027-07-13".into())
    );
    assert_eq!(longest.full.0.to_string(), "2027-10-20");
    assert_eq!(longest.full.1.to_string(), "2028-04-20");
}

/// Texture: review at session 3, change after 2 to 4 weeks. Six months after 31 August there is no
/// 31 February: the first of the next month.
#[test]
fn mild_texture_across_a_months_end() {
    let texture = json!({
        "goals-scars": null, "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null,
        "goals-skin": ["texture-dullness-tone"],
        "goals-skin.texture-dullness-tone.severity": "mild",
    });
    let schedule = dated(plan_on("2027-06-01", texture, &start("2027-07-06")));
    assert_eq!(
        days(&schedule),
        ["2027-07-06", "2027-08-03", "2027-08-31", "2027-09-28"]
    );
    assert_eq!(text(schedule.review), "2027-08-31");
    let change = schedule.changes[0];
    assert_eq!(
        (text(change.from), text(change.to)),
        ("2027-07-20".into(), "2027-08-03".into())
    );
    assert_eq!(text(schedule.usual.main), "2027-11-23");
    assert_eq!(text(schedule.usual.full.0), "2028-03-01");
    assert_eq!(text(schedule.usual.full.1), "2028-03-01");
}

/// February of 2028 has 29 days.
#[test]
fn a_leap_day_lies_between() {
    let schedule = dated(plan_on("2027-11-20", json!({}), &start("2028-01-31")));
    assert_eq!(
        days(&schedule)[..4],
        ["2028-01-31", "2028-02-28", "2028-03-27", "2028-04-24"]
    );
}

/// Deeper skin tone: six weeks apart.
#[test]
fn six_weeks_apart_on_deeper_skin() {
    let schedule = dated(plan_on(
        TODAY,
        json!({ "sun": ["deeper-tone"] }),
        &start("2026-12-01"),
    ));
    assert_eq!(
        days(&schedule)[..3],
        ["2026-12-01", "2027-01-12", "2027-02-23"]
    );
}

/// Lines alone are reviewed at session 3; with scars beside them nobody is told to stop before
/// session 4.
#[test]
fn scars_beside_lines_are_reviewed_later() {
    let lines = json!({
        "goals-scars": null, "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null,
        "goals-skin": ["fine-lines-wrinkles"],
        "goals-skin.fine-lines-wrinkles.severity": "moderate",
    });
    let alone = dated(plan_on(TODAY, lines, &start("2026-12-01")));
    assert_eq!(alone.review, alone.sessions[2].day);
    assert_eq!(alone.usual.full, (date("2027-08-23"), date("2027-08-23")));
    let both = json!({
        "goals-skin": ["fine-lines-wrinkles"],
        "goals-skin.fine-lines-wrinkles.severity": "moderate",
    });
    let both = dated(plan_on(TODAY, both, &start("2026-12-01")));
    assert_eq!(both.review, both.sessions[3].day);
    assert_eq!(both.changes.len(), 2);
}

/// The dossier names four goals for session 4, and lines and texture for session 3.
#[test]
fn the_goals_reviewed_at_session_four_are_the_dossiers() {
    let of = |id: &str| {
        let goal = protocol()
            .goals
            .iter()
            .find(|goal| goal.id == id)
            .expect("a goal");
        goal.first_change.expect("weeks").0 >= 8
    };
    for id in [
        "acne-scars",
        "chickenpox-scars",
        "surgical-trauma-scars",
        "stretch-marks",
    ] {
        assert!(of(id), "{id} is reviewed at session 3");
    }
    for id in ["fine-lines-wrinkles", "texture-dullness-tone"] {
        assert!(!of(id), "{id} is reviewed at session 4");
    }
}

/// Burn scars are asked about and have no number: they are neither planned nor given a day.
#[test]
fn a_goal_without_a_number_is_not_planned() {
    let mut visitor = Visitor::new(date(TODAY));
    let sheet =
        healthy(json!({ "goals-scars": ["acne-scars", "burn-scars"], "scar-age": "2024-01-01" }));
    let assessment = visitor.go_to_result(&sheet);
    let (answers, today) = (&visitor.quiz.answers, visitor.today);
    let names =
        |goals: Set<GoalId>| -> Vec<_> { goals.iter().map(|id| protocol().goal(id).id).collect() };
    assert_eq!(
        names(assessment.areas[0].goals),
        ["acne-scars", "burn-scars"]
    );
    let planned = planned_goals(protocol(), answers, today, &assessment);
    assert_eq!(names(planned), ["acne-scars"]);
    let course = course(protocol(), answers, today, &assessment).expect("a course");
    assert_eq!(names(course.goals), ["acne-scars"]);
}

#[test]
fn no_number_no_plan() {
    for changes in [
        json!({ "treatment": "rf" }),
        json!({ "health": ["bleeding"] }),
    ] {
        let mut visitor = Visitor::new(date(TODAY));
        let assessment = visitor.go_to_result(&healthy(changes.clone()));
        let answers = &visitor.quiz.answers;
        let course = course(protocol(), answers, visitor.today, &assessment);
        assert_eq!(course, None, "{changes}");
    }
}

#[test]
fn a_clock_behind_the_release_gives_no_dates() {
    let plan = plan_on("2026-11-21", json!({}), &start("2026-12-01"));
    assert_eq!(plan, Some(Plan::Undated));
}
