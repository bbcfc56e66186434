//! Checking the answers: each is read back, and can be changed.

use microneedling_quiz::quiz::Screen;
use microneedling_quiz::text::Locale;
use serde_json::json;

use super::page;
use super::pages::journeys;
use crate::support::{Visitor, healthy, protocol, question, today};

#[test]
fn every_answer_can_be_changed_from_the_review() {
    for (quiz, page) in journeys(3_006, 20) {
        let Screen::Review(path) = quiz.screen(protocol(), today()) else {
            continue;
        };
        let answered = path.iter().filter(|id| quiz.answers.get(**id).is_some());
        let expected: Vec<_> = answered.map(|id| protocol().question(*id).id).collect();
        let changes = page
            .all()
            .into_iter()
            .filter(|node| node.attribute("data-action") == Some("change"));
        let shown: Vec<_> = changes
            .filter_map(|button| button.attribute("data-for"))
            .collect();
        assert_eq!(shown, expected);
        assert_eq!(page.tagged("dt").len(), expected.len());
    }
}

/// The answers are read back in the words in which they were given.
#[test]
fn the_review_speaks_the_options_words() {
    let sheet = healthy(
        json!({ "health": ["heart", "unsure"], "recent": ["botox"], "recent.botox.when": "2026-10" }),
    );
    let mut visitor = Visitor::new(today());
    visitor.go_to_review(&sheet);
    let page = page(&visitor.quiz);
    let words = Locale::english();
    let health = protocol().question(question("health"));
    let label = |id: &str| words.text(health.options[health.option(id).unwrap().index()].label);
    let text = page.text();
    assert!(
        text.contains(&format!("{}; {}", label("heart"), label("unsure"))),
        "{text}"
    );
    assert!(
        text.contains("in October 2026") && text.contains("34"),
        "{text}"
    );
}
