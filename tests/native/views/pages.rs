//! Rules that hold on every page that someone may see.

use std::collections::BTreeSet;

use microneedling_quiz::protocol::{Kind, Role};
use microneedling_quiz::quiz::{Msg, Quiz, Screen};
use microneedling_quiz::text::{Locale, icu};
use serde_json::json;

use super::{journey, page, page_in};
use crate::support::{Node, Visitor, healthy, people, protocol, question, today};

/// Random people on the day of the release.
pub(super) fn journeys(seed: u64, count: usize) -> impl Iterator<Item = (Quiz, Node)> {
    people(seed, count * 14)
        .filter(|person| person.today == today())
        .take(count)
        .flat_map(|person| journey(&person))
}

#[track_caller]
fn root(page: &Node) -> &Node {
    let roots = page.with("data-screen");
    assert_eq!(roots.len(), 1, "one root");
    roots[0]
}

#[test]
fn the_root_names_the_screen() {
    for (quiz, page) in journeys(3_001, 12) {
        let expected = match quiz.screen(protocol(), today()) {
            Screen::Intro => "intro",
            Screen::Question { .. } => "question",
            Screen::Interruption(_) => "interruption",
            Screen::Review(_) => "review",
            Screen::Recommendation(_) => "recommendation",
        };
        assert_eq!(root(&page).attribute("data-screen"), Some(expected));
        assert_eq!(root(&page).attribute("lang"), Some("en"));
    }
}

#[test]
fn a_page_has_one_main_heading_and_no_id_twice() {
    for (_, page) in journeys(3_002, 12) {
        assert_eq!(page.tagged("h1").len(), 1, "{}", page.pretty());
        assert_eq!(
            page.tagged("h1")[0].attribute("tabindex"),
            Some("-1"),
            "the heading takes focus"
        );
        // The page around the quiz has a main part, and there must not be two.
        assert_eq!(page.tagged("main").len(), 0, "{}", page.pretty());
        let ids = page.values("id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
    }
}

#[test]
fn whatever_is_referred_to_is_there() {
    for (_, page) in journeys(3_003, 12) {
        for attribute in ["aria-describedby", "aria-labelledby", "for"] {
            for ids in page.values(attribute) {
                for id in ids.split(' ') {
                    page.one("id", id);
                }
            }
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_button_a_text() {
    for (_, page) in journeys(3_004, 12) {
        let labelled: usize = page
            .tagged("label")
            .iter()
            .map(|label| label.tagged("input").len())
            .sum();
        assert_eq!(
            labelled,
            page.tagged("input").len(),
            "an input without a label"
        );
        for label in page.tagged("label") {
            assert!(!label.text().trim().is_empty(), "an empty label");
        }
        for button in page.tagged("button") {
            let name = button
                .attribute("aria-label")
                .map_or_else(|| button.text(), str::to_owned);
            assert!(!name.trim().is_empty(), "a button without a name");
            assert!(
                button.attribute("type").is_some(),
                "a button that may submit by accident: {name}"
            );
        }
    }
}

/// The hooks that clients and tests use: a fieldset per question, an input per option.
#[test]
fn a_question_page_carries_its_ids() {
    for (quiz, page) in journeys(3_005, 20) {
        let Screen::Question { page: asked, .. } = quiz.screen(protocol(), today()) else {
            continue;
        };
        let shown = page.values("data-question");
        let expected: Vec<_> = asked.iter().map(|id| protocol().question(*id).id).collect();
        assert_eq!(shown, expected);
        for id in asked {
            let question = protocol().question(id);
            let fieldset = page.one("data-question", question.id);
            assert_eq!(fieldset.tag, "fieldset");
            assert_eq!(fieldset.tagged("legend").len(), 1, "{}", question.id);
            let boxes: Vec<_> = fieldset
                .tagged("input")
                .into_iter()
                .filter(|input| {
                    ["radio", "checkbox"].contains(&input.attribute("type").unwrap_or_default())
                })
                .filter(|input| input.attribute("value") != Some("only-month"))
                .collect();
            let values: Vec<_> = boxes
                .iter()
                .filter_map(|input| input.attribute("value"))
                .collect();
            let offered = quiz.offered(protocol(), today(), id);
            let expected: Vec<_> = offered
                .into_iter()
                .map(|option| protocol().option(id, option).id)
                .collect();
            assert_eq!(values, expected, "{}", question.id);
            let kind = if question.kind == Kind::Multi {
                "checkbox"
            } else {
                "radio"
            };
            for input in &boxes {
                assert_eq!(
                    (input.attribute("name"), input.attribute("type")),
                    (Some(question.id), Some(kind))
                );
            }
        }
    }
}

#[test]
fn what_was_answered_is_ticked() {
    let sheet = healthy(json!({ "health": ["heart", "diabetes"] }));
    let mut visitor = Visitor::new(today());
    visitor.go_to(&sheet, "health").fill_page(&sheet);
    let page = page(&visitor.quiz);
    let ticked = page.with("checked");
    let ticked: BTreeSet<_> = ticked
        .iter()
        .map(|input| {
            (
                input.attribute("name").unwrap(),
                input.attribute("value").unwrap(),
            )
        })
        .collect();
    let expected = [
        ("allergies", "none"),
        ("health", "diabetes"),
        ("health", "heart"),
        ("medicines", "none"),
    ];
    assert_eq!(ticked, expected.into());
}

/// A problem stands in the summary and beside its question, which is described by it.
#[test]
fn a_problem_is_told_twice_and_described() {
    let mut visitor = Visitor::new(today());
    visitor.send(Msg::Started).send(Msg::Continued);
    let page = page(&visitor.quiz);
    let summary = page
        .all()
        .into_iter()
        .find(|node| node.has_class("problems"))
        .expect("a summary")
        .clone();
    assert_eq!(
        summary.attribute("tabindex"),
        Some("-1"),
        "the summary takes focus"
    );
    assert_eq!(summary.tagged("li").len(), 3);
    for (id, sentence) in [
        ("age", "Enter your age as a whole number."),
        ("pregnancy", "Choose an answer."),
        ("breastfeeding", "Choose an answer."),
    ] {
        let fieldset = page.one("data-question", id);
        assert!(fieldset.attribute("data-wrong").is_some(), "{id}");
        let described = fieldset
            .attribute("aria-describedby")
            .expect("a description");
        let told = described
            .split(' ')
            .any(|described| page.one("id", described).text() == sentence);
        assert!(told, "{id} is not described by its problem");
        assert!(summary.text().contains(sentence), "{}", summary.text());
    }
    visitor
        .fill_page(&healthy(json!({})))
        .send(Msg::Continued)
        .send(Msg::WentBack);
    assert!(
        !super::page(&visitor.quiz)
            .all()
            .into_iter()
            .any(|node| node.has_class("problems"))
    );
}

#[test]
fn buttons_do_only_what_is_known() {
    let known = [
        "fhir",
        "language",
        "link",
        "again",
        "start",
        "continue",
        "back",
        "change",
        "restart",
        "print",
        "copy",
        "share",
        "see-now",
        "focus",
        "keep-event",
        "keep-sun",
        "give-up",
        "calendar",
    ];
    for (_, page) in journeys(3_007, 12) {
        for action in page.values("data-action") {
            assert!(known.contains(&action), "data-action=\"{action}\"");
        }
    }
}

/// "None of these" and "not sure" stand apart from statements about the visitor.
#[test]
fn none_and_unsure_stand_apart() {
    let mut visitor = Visitor::new(today());
    visitor.go_to(&healthy(json!({})), "health");
    let page = page(&visitor.quiz);
    let health = protocol().question(question("health"));
    let apart = page.one("data-question", "health").with("data-role");
    let values: Vec<_> = apart
        .iter()
        .map(|label| label.tagged("input")[0].attribute("value").unwrap())
        .collect();
    let expected: Vec<_> = health
        .options
        .iter()
        .filter(|option| option.role != Role::Plain)
        .map(|option| option.id)
        .collect();
    assert_eq!(values, expected);
}

/// Without the words of the later screens the intro stays, whatever was saved.
#[test]
fn questions_wait_for_their_words() {
    let mut visitor = Visitor::new(today());
    visitor.go_to(&healthy(json!({})), "health");
    let page = page_in(&visitor.quiz, today, Locale::first(0, icu));
    assert_eq!(root(&page).attribute("data-screen"), Some("intro"));
    assert!(
        !page.values("data-action").contains(&"start"),
        "there is nothing to start yet"
    );
}
