//! Going back, changing an answer, and the browser's history.

use microneedling_quiz::quiz::{Msg, Notice, Place, Quiz, Screen};
use serde_json::json;

use super::visitor;
use crate::support::{Visitor, healthy, people, protocol, question, sheet_of};

#[test]
fn going_back_keeps_every_answer() {
    let sheet = healthy(json!({}));
    let mut visitor = visitor();
    visitor.go_to_review(&sheet);
    let answers = visitor.quiz.answers.clone();
    let pages = visitor.pages.clone();
    for page in pages.iter().rev() {
        visitor.send(Msg::WentBack);
        assert_eq!(visitor.page(), *page);
    }
    visitor.send(Msg::WentBack);
    assert_eq!(visitor.screen(), Screen::Intro);
    visitor.send(Msg::WentBack);
    assert_eq!(
        visitor.screen(),
        Screen::Intro,
        "there is nothing before the intro"
    );
    assert_eq!(visitor.quiz.answers, answers);
}

#[test]
fn a_change_returns_to_the_review() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({})));
    visitor.send(Msg::AskedToChange(question("age")));
    assert_eq!(visitor.asked(), ["age", "pregnancy", "breastfeeding"]);
    visitor
        .send(Msg::Numbered(question("age"), Some(41)))
        .send(Msg::Continued);
    assert_eq!(visitor.quiz.place, Place::Review);
    visitor.send(Msg::WentBack);
    assert!(
        !visitor.page().is_empty() && visitor.quiz.place != Place::Review,
        "the way back is the usual one again"
    );
}

#[test]
fn back_from_a_change_returns_to_the_review() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({})));
    visitor
        .send(Msg::AskedToChange(question("age")))
        .send(Msg::WentBack);
    assert_eq!(visitor.quiz.place, Place::Review);
}

#[test]
fn what_a_change_opens_is_asked_before_the_review() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({})));
    visitor.send(Msg::AskedToChange(question("conditions")));
    visitor
        .tick("conditions", "vitiligo-lichen")
        .tick("conditions", "sarcoidosis")
        .send(Msg::Continued);
    assert_eq!(
        visitor.asked(),
        [
            "conditions.vitiligo-lichen.when",
            "conditions.sarcoidosis.lumps"
        ]
    );
    visitor
        .tick("conditions.vitiligo-lichen.when", "over-12m")
        .tick("conditions.sarcoidosis.lumps", "no");
    visitor.send(Msg::Continued);
    assert_eq!(visitor.quiz.place, Place::Review);
}

#[test]
fn an_answer_that_is_no_longer_asked_is_kept() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(
        json!({ "health": ["diabetes"], "health.diabetes.control": "good" }),
    ));
    visitor
        .send(Msg::AskedToChange(question("health")))
        .tick("health", "none")
        .send(Msg::Continued);
    assert_eq!(visitor.quiz.place, Place::Review);
    let Screen::Review(path) = visitor.screen() else {
        panic!("expected the answers")
    };
    assert!(
        !path.contains(&question("health.diabetes.control")),
        "it is not shown"
    );
    visitor
        .send(Msg::AskedToChange(question("health")))
        .tick("health", "diabetes")
        .send(Msg::Continued);
    assert_eq!(
        visitor.quiz.place,
        Place::Review,
        "the answer given before still stands"
    );
    assert_eq!(visitor.chosen("health.diabetes.control"), ["good"]);
}

#[test]
fn the_result_waits_for_every_answer() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({})));
    visitor
        .send(Msg::AskedToChange(question("health")))
        .untick("health", "none")
        .send(Msg::AskedForResult);
    assert_eq!(visitor.quiz.place, Place::Question(question("health")));
    assert_eq!(visitor.stopped_by(), ["health"]);
    visitor.tick("health", "none").send(Msg::Continued);
    assert_eq!(
        visitor.quiz.place,
        Place::Review,
        "having answered, one is back at the review"
    );
}

#[test]
fn starting_over_wipes_everything() {
    let mut visitor = visitor();
    visitor
        .go_to_review(&healthy(json!({})))
        .send(Msg::AskedForResult)
        .send(Msg::StartedOver);
    let fresh = Quiz {
        notice: Some(Notice::StartedOver),
        ..Quiz::default()
    };
    assert_eq!(visitor.quiz, fresh);
    visitor.send(Msg::Started);
    assert_eq!(visitor.quiz.notice, None, "it is told once");
}

#[test]
fn back_from_the_result_shows_the_answers() {
    let mut visitor = visitor();
    visitor
        .go_to_review(&healthy(json!({})))
        .send(Msg::AskedForResult);
    assert_eq!(visitor.quiz.place, Place::Recommendation { partial: false });
    visitor.send(Msg::WentBack);
    assert_eq!(visitor.quiz.place, Place::Review);
}

/// Where a question is no longer asked, the next page is shown, or the last.
#[test]
fn a_question_off_the_path_shows_the_page_behind_it() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({})));
    let pages = visitor.pages.clone();
    let path = visitor.quiz.answers.path(protocol(), visitor.today);
    for question in protocol().question_ids().filter(|id| !path.contains(id)) {
        visitor.send(Msg::AskedToChange(question));
        let behind = pages.iter().find(|page| page[0] > question);
        assert_eq!(Some(&visitor.page()), behind.or(pages.last()));
    }
}

/// A step of the browser's history leads to the screen that had that step.
#[test]
fn a_jump_leads_to_its_step() {
    let mut visitor = visitor();
    visitor
        .go_to_review(&healthy(json!({})))
        .send(Msg::AskedForResult);
    let last = visitor.quiz.step(protocol(), visitor.today);
    assert_eq!(last, visitor.pages.len() + 2);
    for step in (0..=last).chain((0..=last).rev()) {
        visitor.send(Msg::Jumped(step));
        assert_eq!(visitor.quiz.step(protocol(), visitor.today), step);
    }
    visitor.send(Msg::Jumped(usize::MAX));
    assert_eq!(visitor.quiz.place, Place::Recommendation { partial: false });
}

/// No step of the history leads past a page that is still open.
#[test]
fn a_jump_stops_at_the_first_open_page() {
    for person in people(801, 150) {
        let sheet = sheet_of(&person.answers);
        let mut visitor = Visitor::new(person.today);
        visitor.go_to_review(&sheet);
        let open = visitor.pages.len() / 2;
        let page = visitor.pages[open].clone();
        for id in &page {
            visitor.quiz.answers.set(*id, None);
        }
        visitor.send(Msg::Jumped(usize::MAX));
        let first = page.iter().any(|id| visitor.page().contains(id));
        assert!(
            first,
            "{:?} instead of the open page\n{}",
            visitor.asked(),
            person.line()
        );
    }
}

#[test]
fn a_jump_before_any_answer_leads_to_the_first_page() {
    let mut visitor = visitor();
    visitor.send(Msg::Jumped(7));
    assert_eq!(visitor.asked(), ["age", "pregnancy", "breastfeeding"]);
    visitor.send(Msg::Jumped(0));
    assert_eq!(visitor.screen(), Screen::Intro);
}

/// An area that is left out later cannot be seen where it was chosen for a goal: choosing another one
/// there has to be enough.
#[test]
fn what_an_earlier_answer_took_away_does_not_stay_in_the_way() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({
        "areas-head": ["face"],
        "areas-body": ["legs"],
        "goals-skin": ["large-pores"],
        "goals-scars.acne-scars.where": ["legs"],
        "goals-skin.large-pores.where": ["face"],
        "goals-skin.large-pores.severity": "mild",
    })));
    visitor.send(Msg::AskedToChange(question("areas-body")));
    visitor
        .untick("areas-body", "legs")
        .tick("areas-body", "arms");
    visitor.send(Msg::AskedToChange(question("goals-scars.acne-scars.where")));
    visitor.send(Msg::Continued);
    assert!(
        !visitor.quiz.problems.is_empty(),
        "the legs are no choice now"
    );
    visitor
        .tick("goals-scars.acne-scars.where", "arms")
        .send(Msg::Continued);
    assert_eq!(visitor.quiz.problems, []);
    let left = visitor
        .quiz
        .answers
        .chosen(question("goals-scars.acne-scars.where"));
    assert_eq!(left.len(), 1);
}
