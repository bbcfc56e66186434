//! Another area asks again what was said of the skin: "none of these" was said of the areas there were.

use microneedling_quiz::quiz::{Msg, Notice, Place, Quiz, Screen, load, save};
use serde_json::json;

use super::visitor;
use crate::support::{Visitor, healthy, protocol, question, today};

/// Somebody at the check of the answers who goes back to the areas and takes the neck as well.
fn with_neck(answers: serde_json::Value) -> Visitor {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(answers));
    visitor
        .send(Msg::AskedToChange(question("areas-head")))
        .tick("areas-head", "neck")
        .tick("goals-scars.acne-scars.where", "face")
        .tick("goals-scars.acne-scars.where", "neck");
    visitor
}

/// Goes on through everything that is asked, and returns the names of it.
fn asked_until_review(visitor: &mut Visitor) -> Vec<String> {
    let mut asked = Vec::new();
    for _ in 0..30 {
        if visitor.quiz.place == Place::Review {
            return asked;
        }
        let page: Vec<String> = visitor.asked().iter().map(ToString::to_string).collect();
        asked.extend(page);
        visitor.send(Msg::Continued);
        assert_eq!(visitor.quiz.problems, [], "{asked:?}");
    }
    panic!("no end: {asked:?}")
}

/// Every question with an answer about a place, but for goals, which have to be chosen for each area anyway.
fn about_skin() -> Vec<String> {
    let questions = protocol().questions.iter();
    let placed =
        questions.filter(|asked| asked.options.iter().any(|option| option.place.is_some()));
    let skin = placed.filter(|asked| asked.one_of.is_none());
    skin.map(|asked| asked.id.to_owned()).collect()
}

#[test]
fn another_area_asks_again_what_was_said_of_the_skin() {
    let skin = about_skin();
    assert!(
        skin.len() > 5 && skin.contains(&"skin-today".to_owned()),
        "{skin:?}"
    );
    let mut visitor = with_neck(json!({}));
    let answers = visitor.quiz.answers.clone();
    visitor.send(Msg::Continued);
    let asked = asked_until_review(&mut visitor);
    for question in &skin {
        assert!(
            asked.contains(question),
            "{question} is not asked again: {asked:?}"
        );
    }
    assert!(!asked.contains(&"age".to_owned()), "{asked:?}");
    for (id, answer) in answers.iter() {
        let now = visitor.quiz.answers.get(id);
        assert_eq!(now, Some(answer), "{}", protocol().question(id).id);
    }
    visitor.send(Msg::AskedForResult);
    assert_eq!(visitor.quiz.place, Place::Recommendation { partial: false });
}

#[test]
fn what_was_ticked_stays_ticked_and_is_told_to_be_looked_at() {
    let mut visitor = with_neck(json!({ "skin-today": ["rash"] }));
    visitor.send(Msg::Continued);
    assert!(
        visitor.asked().contains(&"skin-today"),
        "{:?}",
        visitor.asked()
    );
    assert_eq!(visitor.quiz.notice, Some(Notice::AnotherArea));
    assert_eq!(visitor.chosen("skin-today"), ["rash"]);
    visitor.tick("skin-today", "wound").send(Msg::Continued);
    assert!(
        visitor.asked().contains(&"skin-today.rash.where"),
        "{:?}",
        visitor.asked()
    );
}

/// Nothing leads around it: not the way back to the check, not the browser's history, not a reload.
#[test]
fn there_is_no_result_before_it_is_answered_again() {
    let mut visitor = with_neck(json!({}));
    let ticked = visitor.quiz.clone();
    for way in [Msg::WentBack, Msg::Jumped(usize::MAX), Msg::Continued] {
        visitor.quiz = ticked.clone();
        visitor.send(way).send(Msg::AskedForResult);
        assert!(
            visitor.asked().contains(&"skin-today"),
            "after {way:?}: {:?}",
            visitor.quiz.place
        );
        visitor.quiz = load(protocol(), &save(protocol(), &visitor.quiz)).expect("a quiz");
        visitor.send(Msg::WentBack).send(Msg::AskedForResult);
        assert!(
            visitor.asked().contains(&"skin-today"),
            "{way:?}, a reload: {:?}",
            visitor.quiz.place
        );
        assert_eq!(visitor.quiz.notice, Some(Notice::AnotherArea), "{way:?}");
    }
    // Whoever reloads with the tick fresh has chosen another area all the same.
    visitor.quiz = load(protocol(), &save(protocol(), &ticked)).expect("a quiz");
    visitor.send(Msg::WentBack).send(Msg::AskedForResult);
    assert!(visitor.asked().contains(&"skin-today"));
    // Nor does a result that was in view come back.
    visitor.quiz = Quiz {
        place: Place::Recommendation { partial: false },
        ..visitor.quiz.clone()
    };
    assert!(matches!(visitor.screen(), Screen::Review(_)));
}

#[test]
fn an_area_that_goes_or_comes_and_goes_asks_nothing_again() {
    let both = json!({
        "areas-head": ["face", "neck"],
        "goals-scars.acne-scars.where": ["face"],
        "goals-skin": ["large-pores"],
        "goals-skin.large-pores.where": ["face", "neck"],
        "goals-skin.large-pores.severity": "mild",
    });
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(both));
    visitor.send(Msg::AskedToChange(question("areas-head")));
    visitor.untick("areas-head", "neck").send(Msg::Continued);
    assert_eq!(visitor.quiz.place, Place::Review);
    let mut visitor = with_neck(json!({}));
    visitor.untick("areas-head", "neck").send(Msg::Continued);
    assert_eq!(visitor.quiz.place, Place::Review);
    visitor.send(Msg::AskedForResult);
    assert_eq!(visitor.quiz.place, Place::Recommendation { partial: false });
}

/// Also where the question beside the areas is what was to be changed.
#[test]
fn a_tick_that_is_taken_back_at_once_asks_nothing_again() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({})));
    visitor
        .send(Msg::AskedToChange(question("treatment")))
        .tick("areas-head", "neck")
        .untick("areas-head", "neck")
        .send(Msg::Continued);
    assert_eq!(visitor.quiz.place, Place::Review);
    assert_eq!(visitor.quiz.notice, None);
}

/// Where a rash was is not asked while there is none; it was said of fewer areas all the same.
#[test]
fn what_is_not_asked_meanwhile_is_asked_anew() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({
        "areas-head": ["face", "neck"],
        "goals-scars.acne-scars.where": ["face", "neck"],
        "skin-today": ["rash"],
        "skin-today.rash.where": ["face"],
    })));
    visitor
        .send(Msg::AskedToChange(question("skin-today")))
        .tick("skin-today", "none")
        .send(Msg::Continued);
    visitor
        .send(Msg::AskedToChange(question("areas-body")))
        .tick("areas-body", "chest")
        .tick("goals-scars.acne-scars.where", "chest")
        .send(Msg::Continued);
    asked_until_review(&mut visitor);
    visitor
        .send(Msg::AskedToChange(question("skin-today")))
        .tick("skin-today", "rash")
        .send(Msg::Continued);
    assert_eq!(visitor.asked(), ["skin-today.rash.where"]);
}

/// What rules treatment out is told at once all the same, and alone.
#[test]
fn an_exclusion_waits_for_nothing() {
    let mut visitor = with_neck(json!({}));
    visitor.send(Msg::Continued);
    for _ in 0..20 {
        if !visitor.asked().contains(&"health") {
            visitor.send(Msg::Continued);
        }
    }
    visitor.tick("health", "bleeding").send(Msg::Continued);
    assert!(
        matches!(visitor.quiz.place, Place::Interruption(_)),
        "{:?}",
        visitor.quiz.place
    );
    visitor.send(Msg::AskedForResult);
    assert_eq!(visitor.quiz.place, Place::Recommendation { partial: true });
}

/// An opened result is about the areas that it names.
#[test]
fn answers_of_a_link_are_about_its_areas() {
    let mut visitor = visitor();
    visitor.go_to_review(&healthy(json!({})));
    visitor.quiz = Quiz::resumed(protocol(), today(), visitor.quiz.answers.clone());
    visitor
        .send(Msg::AskedToChange(question("areas-head")))
        .tick("areas-head", "neck")
        .tick("goals-scars.acne-scars.where", "face")
        .tick("goals-scars.acne-scars.where", "neck");
    visitor.send(Msg::Continued);
    let asked = asked_until_review(&mut visitor);
    assert!(asked.contains(&"skin-today".to_owned()), "{asked:?}");
}
