//! Ticking, typing, and what Continue says to it.

use microneedling_quiz::assess::{Answer, Chosen, Wrong};
use microneedling_quiz::quiz::{Msg, Place, Screen};
use serde_json::json;

use super::{only, option, visitor};
use crate::support::{date, healthy, protocol, question};

#[test]
fn nothing_is_asked_before_start() {
    let mut visitor = visitor();
    assert_eq!(visitor.screen(), Screen::Intro);
    visitor
        .send(Msg::Continued)
        .send(Msg::WentOn)
        .send(Msg::WentBack);
    assert_eq!(visitor.screen(), Screen::Intro);
    visitor.send(Msg::Started);
    assert_eq!(visitor.asked(), ["age", "pregnancy", "breastfeeding"]);
}

#[test]
fn none_of_these_excludes_the_others_both_ways() {
    let mut visitor = visitor();
    visitor.tick("health", "heart").tick("health", "diabetes");
    assert_eq!(visitor.chosen("health"), ["diabetes", "heart"]);
    visitor.tick("health", "none");
    assert_eq!(visitor.chosen("health"), ["none"]);
    visitor.tick("health", "heart");
    assert_eq!(visitor.chosen("health"), ["heart"]);
}

#[test]
fn not_sure_may_stand_beside_others_but_not_beside_none() {
    let mut visitor = visitor();
    visitor.tick("health", "heart").tick("health", "unsure");
    assert_eq!(visitor.chosen("health"), ["heart", "unsure"]);
    visitor.tick("health", "none");
    assert_eq!(visitor.chosen("health"), ["none"]);
    visitor.tick("health", "unsure");
    assert_eq!(visitor.chosen("health"), ["unsure"]);
}

#[test]
fn a_single_choice_holds_one_option() {
    let mut visitor = visitor();
    visitor.tick("pregnancy", "yes").tick("pregnancy", "no");
    assert_eq!(visitor.chosen("pregnancy"), ["no"]);
}

#[test]
fn unticking_the_last_option_takes_the_answer_back() {
    let mut visitor = visitor();
    visitor.tick("health", "heart").untick("health", "heart");
    assert_eq!(visitor.quiz.answers.get(question("health")), None);
    visitor
        .send(Msg::Numbered(question("age"), Some(34)))
        .send(Msg::Numbered(question("age"), None));
    assert_eq!(visitor.quiz.answers.get(question("age")), None);
}

/// "I only know the month" comes after a day was entered, and may be taken back.
#[test]
fn a_month_is_a_day_that_is_not_known() {
    let mut visitor = visitor();
    let when = question("recent.botox.when");
    visitor.send(Msg::KnewOnlyMonth(when, true));
    assert_eq!(
        visitor.quiz.answers.get(when),
        None,
        "there is no month yet"
    );
    visitor
        .send(Msg::Dated(when, Some(date("2026-10-17"))))
        .send(Msg::KnewOnlyMonth(when, true));
    assert_eq!(
        visitor.quiz.answers.get(when),
        Some(Answer::Month(2026, 10))
    );
    visitor.send(Msg::Dated(when, Some(date("2026-09-30"))));
    assert_eq!(
        visitor.quiz.answers.get(when),
        Some(Answer::Month(2026, 9)),
        "the tick stays"
    );
    visitor.send(Msg::KnewOnlyMonth(when, false));
    assert_eq!(
        visitor.quiz.answers.get(when),
        Some(Answer::Day(date("2026-09-01")))
    );
    visitor.tick("recent.botox.when", "unknown");
    assert_eq!(
        visitor.quiz.answers.get(when),
        Some(only("recent.botox.when", "unknown"))
    );
    visitor.send(Msg::Dated(when, Some(date("2026-11-01"))));
    assert_eq!(
        visitor.quiz.answers.get(when),
        Some(Answer::Day(date("2026-11-01")))
    );
}

#[test]
fn continue_tells_every_missing_answer_of_the_page() {
    let mut visitor = visitor();
    visitor.send(Msg::Started).send(Msg::Continued);
    assert_eq!(visitor.stopped_by(), ["age", "pregnancy", "breastfeeding"]);
    assert!(
        visitor
            .quiz
            .problems
            .iter()
            .all(|problem| problem.wrong == Wrong::Missing)
    );
    assert_eq!(
        visitor.asked(),
        ["age", "pregnancy", "breastfeeding"],
        "the page stays"
    );
    assert_eq!(visitor.quiz.attempts, 1);
    visitor.send(Msg::Continued);
    assert_eq!(visitor.quiz.attempts, 2, "each attempt is told anew");
}

#[test]
fn problems_clear_once_the_page_is_in_order() {
    let mut visitor = visitor();
    visitor.send(Msg::Started).send(Msg::Continued);
    visitor.fill_page(&healthy(json!({}))).send(Msg::Continued);
    assert_eq!(visitor.stopped_by(), [""; 0]);
    assert!(!visitor.asked().contains(&"age"));
}

#[test]
fn problems_clear_on_the_way_back() {
    let mut visitor = visitor();
    visitor
        .go_to(&healthy(json!({})), "areas-head")
        .send(Msg::Continued);
    assert_eq!(
        visitor.stopped_by(),
        ["areas-head", "treatment"],
        "the two lists of areas are one question"
    );
    visitor.send(Msg::WentBack);
    assert!(visitor.quiz.problems.is_empty());
    assert!(visitor.asked().contains(&"age"));
}

/// A problem that was mended is not told any more, before Continue is pressed again.
#[test]
fn a_mended_answer_is_no_problem_at_the_next_continue() {
    let mut visitor = visitor();
    visitor.send(Msg::Started).send(Msg::Continued);
    visitor
        .tick("pregnancy", "no")
        .tick("breastfeeding", "no")
        .send(Msg::Continued);
    assert_eq!(visitor.stopped_by(), ["age"]);
    visitor
        .send(Msg::Numbered(question("age"), Some(0)))
        .send(Msg::Continued);
    assert_eq!(
        visitor.quiz.problems[0].wrong,
        Wrong::OutOfRange { min: 1, max: 120 }
    );
}

#[test]
fn one_of_several_lists_is_enough() {
    let mut visitor = visitor();
    visitor.go_to(&healthy(json!({})), "areas-head");
    visitor
        .tick("areas-body", "back")
        .tick("treatment", "plain")
        .send(Msg::Continued);
    assert_eq!(visitor.stopped_by(), [""; 0]);
    assert_eq!(
        visitor.asked(),
        ["goals-scars", "goals-skin", "goals-colour"]
    );
}

#[test]
fn an_area_without_a_goal_is_told_where_it_can_be_mended() {
    let mut visitor = visitor();
    let sheet = healthy(json!({
        "areas-head": ["face", "neck"],
        "goals-scars.acne-scars.where": ["face"],
    }));
    visitor
        .go_to(&sheet, "goals-scars.acne-scars.where")
        .fill_page(&sheet)
        .send(Msg::Continued);
    assert_eq!(visitor.stopped_by(), ["goals-scars.acne-scars.where"]);
    let neck = protocol()
        .area_ids()
        .find(|area| protocol().area(*area).id == "neck")
        .unwrap();
    assert_eq!(visitor.quiz.problems[0].wrong, Wrong::NoGoalFor(neck));
}

#[test]
fn a_day_to_come_is_told() {
    let mut visitor = visitor();
    let sheet = healthy(json!({ "recent": ["botox"], "recent.botox.when": "2026-11-22" }));
    visitor.go_to(&sheet, "recent.botox.when");
    let when = question("recent.botox.when");
    visitor
        .send(Msg::Dated(when, Some(date("2026-11-23"))))
        .send(Msg::Continued);
    assert_eq!(visitor.quiz.problems[0].wrong, Wrong::Future);
    visitor
        .send(Msg::Dated(when, Some(date("2026-11-22"))))
        .send(Msg::Continued);
    assert!(visitor.quiz.problems.is_empty(), "today is past enough");
}

#[test]
fn the_month_that_runs_is_past_enough() {
    let mut visitor = visitor();
    let sheet = healthy(json!({ "recent": ["botox"], "recent.botox.when": "2026-11" }));
    visitor
        .go_to(&sheet, "recent.botox.when")
        .fill_page(&sheet)
        .send(Msg::Continued);
    assert!(visitor.quiz.problems.is_empty());
    assert_eq!(visitor.quiz.place, Place::Review);
}

#[test]
fn only_chosen_areas_are_offered() {
    let mut visitor = visitor();
    let sheet = healthy(json!({
        "areas-head": ["face", "scalp"],
        "goals-scars.acne-scars.where": ["face", "scalp"],
    }));
    visitor.go_to(&sheet, "goals-scars.acne-scars.where");
    let place = question("goals-scars.acne-scars.where");
    let offered = visitor.quiz.offered(protocol(), visitor.today, place);
    let offered: Vec<_> = offered
        .into_iter()
        .map(|option| protocol().option(place, option).id)
        .collect();
    assert_eq!(offered, ["face", "scalp"]);
}

/// The page gives one answer to such a question; a text or a link that held two would be refused.
#[test]
fn a_single_choice_with_two_options_is_no_answer() {
    let mut visitor = visitor();
    visitor.send(Msg::Started).fill_page(&healthy(json!({})));
    let both = Chosen::one(option("pregnancy", "yes")).with(option("pregnancy", "no"));
    let pregnancy = question("pregnancy");
    visitor
        .quiz
        .answers
        .set(pregnancy, Some(Answer::Options(both)));
    visitor.send(Msg::Continued);
    let wrong: Vec<_> = visitor
        .quiz
        .problems
        .iter()
        .map(|told| told.wrong)
        .collect();
    assert_eq!(wrong, [Wrong::TwoAnswers]);
    assert_eq!(visitor.stopped_by(), ["pregnancy"]);
}
