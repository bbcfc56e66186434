//! The interruption: something rules the treatment out before the last question.

use microneedling_quiz::assess::{Cause, Verdict};
use microneedling_quiz::quiz::{Msg, Place, Screen};
use serde_json::json;

use super::visitor;
use crate::support::{Visitor, healthy, people, protocol, question, sheet_of};

#[test]
fn an_exclusion_interrupts_once() {
    let sheet = healthy(json!({ "pregnancy": "yes", "health": ["bleeding"] }));
    let mut visitor = visitor();
    visitor
        .send(Msg::Started)
        .fill_page(&sheet)
        .send(Msg::Continued);
    assert_eq!(visitor.quiz.place, Place::Interruption(question("age")));
    visitor.send(Msg::WentOn);
    assert!(visitor.asked().contains(&"areas-head"));
    while !visitor.page().is_empty() {
        visitor.finish_page(&sheet);
    }
    assert_eq!(
        visitor.interruptions, 0,
        "the second reason does not interrupt again"
    );
    visitor.send(Msg::AskedForResult);
    let Screen::Recommendation(found) = visitor.screen() else {
        panic!("expected a recommendation")
    };
    let told = found
        .findings
        .iter()
        .filter_map(|finding| match finding.cause {
            Cause::Rule(id) => Some(protocol().rule(id).id),
            Cause::Goal(_) | Cause::Expired => None,
        });
    let told: Vec<_> = told.collect();
    assert!(
        told.contains(&"pregnant") && told.contains(&"bleeding-disorder"),
        "all reasons: {told:?}"
    );
}

#[test]
fn the_answer_can_be_seen_at_once() {
    let sheet = healthy(json!({ "pregnancy": "yes" }));
    let mut visitor = visitor();
    visitor
        .send(Msg::Started)
        .fill_page(&sheet)
        .send(Msg::Continued)
        .send(Msg::AskedForResult);
    assert_eq!(visitor.quiz.place, Place::Recommendation { partial: true });
    let Screen::Recommendation(found) = visitor.screen() else {
        panic!("expected a recommendation")
    };
    assert!(found.partial && found.verdict == Verdict::Exclude && found.estimate.is_none());
    visitor.send(Msg::WentBack);
    assert!(
        visitor.asked().contains(&"areas-head"),
        "the way back leads to the first open page"
    );
}

#[test]
fn back_from_the_interruption_leads_to_its_page() {
    let sheet = healthy(json!({ "pregnancy": "yes" }));
    let mut visitor = visitor();
    visitor
        .send(Msg::Started)
        .fill_page(&sheet)
        .send(Msg::Continued)
        .send(Msg::WentBack);
    assert_eq!(visitor.asked(), ["age", "pregnancy", "breastfeeding"]);
    visitor.tick("pregnancy", "no").send(Msg::Continued);
    assert!(
        visitor.asked().contains(&"areas-head"),
        "an answer that was mended interrupts nothing"
    );
}

/// In the browser's history the interruption stands where the next page will.
#[test]
fn the_interruption_is_the_step_behind_its_page() {
    let sheet = healthy(json!({ "health": ["bleeding"] }));
    let mut visitor = visitor();
    visitor.go_to(&sheet, "health").fill_page(&sheet);
    let step = |visitor: &Visitor| visitor.quiz.step(protocol(), visitor.today);
    let page = step(&visitor);
    assert!(page > 1, "it is not the first page");
    visitor.send(Msg::Continued);
    assert!(matches!(visitor.quiz.place, Place::Interruption(_)));
    assert_eq!(step(&visitor), page + 1);
    visitor.send(Msg::WentOn);
    assert_eq!(step(&visitor), page + 1);
}

/// Only who asked for the result early is shown it before the last answer.
#[test]
fn a_result_whose_answers_have_gaps_shows_the_answers() {
    let mut visitor = visitor();
    visitor.tick("pregnancy", "yes");
    visitor.quiz.place = Place::Recommendation { partial: false };
    assert!(matches!(visitor.screen(), Screen::Review(_)));
    visitor.quiz.place = Place::Recommendation { partial: true };
    assert!(matches!(visitor.screen(), Screen::Recommendation(_)));
}

#[test]
fn the_interruption_tells_only_what_rules_it_out() {
    let sheet = healthy(json!({ "pregnancy": "yes", "breastfeeding": "yes" }));
    let mut visitor = visitor();
    visitor
        .send(Msg::Started)
        .fill_page(&sheet)
        .send(Msg::Continued);
    let Screen::Interruption(found) = visitor.screen() else {
        panic!("expected an interruption")
    };
    assert_eq!(found.verdict, Verdict::Exclude);
}

/// Only an exclusion of the whole person may be told before the end.
#[test]
fn no_other_verdict_is_told_early() {
    for changes in [
        json!({ "breastfeeding": "yes" }),
        json!({ "pregnancy": "maybe" }),
        json!({ "age": 19 }),
        json!({ "areas-head": ["eyelids"] }),
        json!({ "treatment": "rf" }),
        json!({ "spots": ["skin-cancer-here"] }),
        json!({ "allergies": ["unsure"] }),
        json!({ "goals-scars": ["active-acne"], "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null }),
    ] {
        let mut visitor = visitor();
        visitor.go_to_review(&healthy(changes.clone()));
        assert_eq!(visitor.interruptions, 0, "{changes}");
    }
}

/// What a follow-up question decides is not told before it was asked.
#[test]
fn a_follow_up_question_is_heard_first() {
    for (changes, interrupts) in [
        (
            json!({ "conditions": ["ctd"], "conditions.ctd.activity": "quiet" }),
            0,
        ),
        (
            json!({ "conditions": ["ctd"], "conditions.ctd.activity": "unsure" }),
            0,
        ),
        (
            json!({ "conditions": ["ctd"], "conditions.ctd.activity": "active" }),
            1,
        ),
        (
            json!({ "conditions": ["sarcoidosis"], "conditions.sarcoidosis.lumps": "no" }),
            0,
        ),
        (
            json!({ "conditions": ["sarcoidosis"], "conditions.sarcoidosis.lumps": "yes" }),
            1,
        ),
    ] {
        let mut visitor = visitor();
        visitor.go_to_review(&healthy(changes.clone()));
        assert_eq!(visitor.interruptions, interrupts, "{changes}");
    }
}

/// Whoever is interrupted is excluded in the end, with every answer given.
#[test]
fn an_interruption_never_proves_wrong() {
    for person in people(901, 800) {
        let mut visitor = Visitor::new(person.today);
        let found = visitor.go_to_result(&sheet_of(&person.answers));
        let stopped = visitor.interruptions > 0;
        assert!(
            !stopped || found.verdict >= Verdict::Exclude,
            "{:?}\n{}",
            found.verdict,
            person.line()
        );
        assert!(
            visitor.interruptions <= 1,
            "interrupted twice\n{}",
            person.line()
        );
    }
}
