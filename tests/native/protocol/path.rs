//! The questions as a path: what can be reached, how long it is, what a page holds.

use std::collections::BTreeSet;

use microneedling_quiz::protocol::{Condition, Kind, QuestionId, Role};
use microneedling_quiz::quiz::pages;
use serde_json::json;

use crate::support::{Visitor, answers_of, healthy, people, protocol, today};

/// The questions that a condition speaks of.
fn questions_in(condition: &Condition) -> Vec<QuestionId> {
    let mut found = Vec::new();
    condition.each(&mut |part| match *part {
        Condition::Chosen(id, _) | Condition::Between(id, ..) | Condition::Since(id, ..) => {
            found.push(id)
        }
        Condition::Here(id, _, place) => found.extend([id, place]),
        _ => {}
    });
    found
}

#[test]
fn a_question_hangs_only_on_earlier_ones() {
    let protocol = protocol();
    for id in protocol.question_ids() {
        let question = protocol.question(id);
        for on in questions_in(&question.asked) {
            assert!(
                on < id,
                "`{}` hangs on `{}`, which comes later",
                question.id,
                protocol.question(on).id
            );
        }
    }
}

/// No page changes under the visitor's hands: what is asked together does not hang together.
#[test]
fn a_question_hangs_only_on_earlier_screens() {
    let protocol = protocol();
    for screen in protocol.screens {
        for id in screen.questions {
            for on in questions_in(&protocol.question(*id).asked) {
                let together = screen.questions.contains(&on);
                let (this, that) = (protocol.question(*id).id, protocol.question(on).id);
                assert!(!together, "`{this}` hangs on `{that}` on the same screen");
            }
        }
    }
}

#[test]
fn every_question_stands_on_one_screen_in_order() {
    let protocol = protocol();
    let on_screens: Vec<_> = protocol
        .screens
        .iter()
        .flat_map(|screen| screen.questions)
        .copied()
        .collect();
    assert_eq!(on_screens, protocol.question_ids().collect::<Vec<_>>());
}

#[test]
fn every_question_and_every_option_is_reachable() {
    let protocol = protocol();
    let mut open: BTreeSet<_> = BTreeSet::new();
    for id in protocol.question_ids() {
        let question = protocol.question(id);
        open.insert((question.id, ""));
        open.extend(
            question
                .options
                .iter()
                .map(|option| (question.id, option.id)),
        );
    }
    for person in people(7, 6_000) {
        for (id, answer) in person.answers.iter() {
            let question = protocol.question(id);
            open.remove(&(question.id, ""));
            if let microneedling_quiz::assess::Answer::Options(chosen) = answer {
                for option in chosen.iter() {
                    open.remove(&(question.id, question.options[option.index()].id));
                }
            }
        }
        if open.is_empty() {
            return;
        }
    }
    panic!("nobody reached these: {open:?}");
}

#[test]
fn a_page_asks_three_things_at_most() {
    for person in people(8, 2_000) {
        for page in pages(protocol(), &person.answers, person.today) {
            assert!(
                (1..=3).contains(&page.len()),
                "{} questions on one page",
                page.len()
            );
        }
    }
}

#[test]
fn a_question_has_eight_options_at_most() {
    for question in protocol().questions {
        let apart = |role: Role| {
            question
                .options
                .iter()
                .filter(|option| option.role == role)
                .count()
        };
        let asks_where = question.id.ends_with(".where");
        assert!(
            asks_where || apart(Role::Plain) <= 8,
            "`{}` has too many options",
            question.id
        );
        assert!(
            apart(Role::None) <= 1 && apart(Role::Unsure) <= 1,
            "`{}`",
            question.id
        );
        assert!(
            question.options.len() <= 32,
            "`{}` has more options than a set can hold",
            question.id
        );
    }
}

/// Sets of options, areas and goals hold 32 at most.
#[test]
fn nothing_outgrows_its_set() {
    let protocol = protocol();
    let most = protocol
        .questions
        .iter()
        .map(|question| question.options.len())
        .max();
    assert!(most <= Some(32) && protocol.areas.len() <= 32 && protocol.goals.len() <= 32);
}

/// Silence is not a "no": every question about safety that takes several answers can also be
/// answered with "none of these" and with "I am not sure".
#[test]
fn safety_questions_offer_none_and_unsure() {
    for question in protocol().questions {
        let safety =
            question.kind == Kind::Multi && question.one_of.is_none() && question.about.is_none();
        if safety {
            assert!(
                question.with_role(Role::None).is_some(),
                "`{}` offers no \"none\"",
                question.id
            );
            assert!(
                question.with_role(Role::Unsure).is_some(),
                "`{}` offers no \"unsure\"",
                question.id
            );
        }
    }
}

#[test]
fn someone_healthy_needs_at_most_12_screens_and_30_taps() {
    let mut visitor = Visitor::new(today());
    visitor.go_to_result(&healthy(json!({})));
    // Checking the answers is one more screen.
    let screens = visitor.pages.len() + 1;
    assert!(screens <= 12, "{screens} screens");
    assert!(visitor.taps <= 30, "{} taps", visitor.taps);
}

#[test]
fn the_pages_are_found_again_from_the_answers() {
    let sheet = healthy(json!({}));
    let mut visitor = Visitor::new(today());
    visitor.go_to_review(&sheet);
    assert_eq!(
        pages(protocol(), &answers_of(&sheet), today()),
        visitor.pages
    );
}

#[test]
fn every_question_says_why_it_is_asked() {
    let silent: Vec<_> = protocol()
        .questions
        .iter()
        .filter(|question| !question.why.is_some())
        .map(|question| question.id)
        .collect();
    assert!(silent.is_empty(), "no reason is given for {silent:?}");
}
