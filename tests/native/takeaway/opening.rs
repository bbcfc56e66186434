//! What somebody sees who opens a link: the same result, or what differs.

use microneedling_quiz::assess::{Answer, Cause, Chosen, Verdict, assess};
use microneedling_quiz::protocol::{OptionId, Protocol, Question};
use microneedling_quiz::quiz::{Msg, Notice, Place, Quiz, Screen};
use microneedling_quiz::takeaway::NO_OVERLAY;
use microneedling_quiz::takeaway::link::{differences, fragment, open};
use serde_json::json;

use super::link::link_of;
use crate::support::{
    Person, answers_of, complete, date, healthy, people, protocol, question, today,
};

/// The protocol as a later release may be.
fn later(change: impl FnOnce(&mut Protocol, &mut Vec<Question>)) -> &'static Protocol {
    let mut protocol = *protocol();
    protocol.version = "2027.3.0";
    let mut questions = protocol.questions.to_vec();
    change(&mut protocol, &mut questions);
    protocol.questions = questions.leak();
    Box::leak(Box::new(protocol))
}

fn somebody() -> Person {
    let sheet = healthy(json!({ "recent": ["botox"], "recent.botox.when": "2026-11-20" }));
    Person {
        today: today(),
        answers: answers_of(&sheet),
    }
}

#[test]
fn a_guide_with_another_version_judges_anew_and_says_so() {
    let newer = later(|_, _| {});
    let link = link_of(&somebody());
    let quiz = open(newer, NO_OVERLAY, date("2027-04-01"), &link).expect("a link");
    assert_eq!(quiz.place, Place::Recommendation { partial: false });
    assert_eq!(quiz.answers, somebody().answers);
    assert_eq!(
        quiz.today(date("2027-04-01")),
        date("2027-04-01"),
        "as of today"
    );
    let opened = quiz.opened.clone().expect("it came in a link");
    assert_eq!(opened.on, today());
    let then = opened.then.clone().expect("what it was");
    assert_eq!(then.verdict, Verdict::Defer);
    let Screen::Recommendation(now) = quiz.screen(newer, date("2027-04-01")) else {
        panic!("a result");
    };
    assert_eq!(now.verdict, Verdict::Suitable, "the wait is over");
    let differences = differences(newer, &then, &now);
    let gone: Vec<_> = differences.gone.iter().flatten().collect();
    assert_eq!(
        (gone.len(), differences.gone.len()),
        (1, 1),
        "{differences:?}"
    );
    assert!(differences.new.is_empty(), "{differences:?}");
}

#[test]
fn a_reason_that_the_guide_no_longer_has_is_told_as_such() {
    let link = link_of(&somebody());
    let newer = later(|protocol, _| {
        let mut rules = protocol.rules.to_vec();
        let Cause::Rule(id) = somebody().assessment().findings[0].cause else {
            panic!("a rule")
        };
        rules[id.index()].id = "another-id";
        protocol.rules = rules.leak();
    });
    let quiz = open(newer, NO_OVERLAY, today(), &link).expect("a link");
    let then = quiz
        .opened
        .as_ref()
        .and_then(|opened| opened.then.clone())
        .expect("anew");
    let now = assess(newer, &complete(&quiz.answers, today()));
    let differences = differences(newer, &then, &now);
    assert_eq!(differences.gone, [None]);
    assert_eq!(differences.new.len(), 1);
}

/// "None of these" means something else once there is one more of these.
#[test]
fn a_question_with_another_option_is_asked_again() {
    let allergies = question("allergies");
    let newer = later(|_, questions| {
        let mut options = questions[allergies.index()].options.to_vec();
        options[0].id = "a-new-allergy";
        questions[allergies.index()].options = options.leak();
    });
    let quiz = open(newer, NO_OVERLAY, today(), &link_of(&somebody())).expect("a link");
    assert_eq!(quiz.answers.get(allergies), None);
    assert_eq!(quiz.notice, Some(Notice::LinkAsksMore));
    let Screen::Question { page, .. } = quiz.screen(newer, today()) else {
        panic!("a question, not {:?}", quiz.place)
    };
    assert!(page.contains(&allergies));
    // Once it is answered, the result tells what differs.
    let options = newer.question(allergies).options.len() as u8;
    let none = (0..options)
        .map(OptionId)
        .find(|option| newer.option(allergies, *option).id == "none");
    let quiz = quiz.update(
        newer,
        today(),
        Msg::Answered(allergies, none.expect("none"), true),
    );
    let mut quiz = quiz;
    for _ in 0..20 {
        quiz = match quiz.screen(newer, today()) {
            Screen::Question { .. } => quiz.update(newer, today(), Msg::Continued),
            Screen::Review(_) => quiz.update(newer, today(), Msg::AskedForResult),
            _ => break,
        };
    }
    assert!(
        matches!(quiz.place, Place::Recommendation { partial: false }),
        "{:?}",
        quiz.place
    );
    assert!(quiz.opened.is_some_and(|opened| opened.then.is_some()));
}

#[test]
fn an_option_that_went_never_leaves_a_healthier_person() {
    let sheet = healthy(json!({ "allergies": ["steel", "numbing"] }));
    let answers = answers_of(&sheet);
    let allergies = question("allergies");
    let newer = later(|_, questions| {
        let options = questions[allergies.index()].options.to_vec();
        questions[allergies.index()].options = options[1..].to_vec().leak();
    });
    let person = Person {
        today: today(),
        answers,
    };
    let quiz = open(newer, NO_OVERLAY, today(), &link_of(&person)).expect("a link");
    assert_eq!(
        quiz.answers.get(allergies),
        None,
        "asked again, not half an answer"
    );
}

#[test]
fn the_same_version_with_other_rules_of_a_clinic_judges_anew() {
    let link = link_of(&somebody());
    let quiz = open(protocol(), 77, today(), &link).expect("a link");
    assert!(quiz.opened.is_some_and(|opened| opened.then.is_some()));
    let person = somebody();
    let clinic = fragment(
        protocol(),
        77,
        today(),
        &person.answers,
        &person.assessment(),
    );
    let same = open(protocol(), 77, today(), &clinic).expect("a link");
    assert!(same.opened.is_some_and(|opened| opened.then.is_none()));
}

#[test]
fn a_result_from_a_link_ends_when_it_is_left() {
    let link = link_of(&somebody());
    let day = date("2027-02-01");
    let quiz = open(protocol(), NO_OVERLAY, day, &link).expect("a link");
    let told = quiz.update(protocol(), day, Msg::Told(Notice::Copied));
    assert_eq!(told.today(day), today(), "copying it changes nothing");
    assert_eq!(told.notice, Some(Notice::Copied));
    let shown = |quiz: &Quiz| quiz.screen(protocol(), quiz.today(day));
    assert!(
        matches!(shown(&told), Screen::Recommendation(_)),
        "{:?}",
        shown(&told)
    );
    for msg in [
        Msg::AskedAgain,
        Msg::WentBack,
        Msg::StartedOver,
        Msg::Jumped(1),
    ] {
        let left = quiz.update(protocol(), day, msg);
        assert_eq!(left.opened, None, "{msg:?}");
        assert_eq!(left.today(day), day);
    }
    let again = quiz.update(protocol(), day, Msg::AskedAgain);
    assert_eq!(again.place, Place::Review);
    assert_eq!(again.answers, quiz.answers);
    let result = again.update(protocol(), day, Msg::AskedForResult);
    assert_eq!(result.place, Place::Recommendation { partial: false });
}

/// Answers that were made up: an age that nobody has, a box beside "none of these".
#[test]
fn answers_that_cannot_be_given_are_no_result() {
    let mut random = crate::support::Random::new(8_201);
    let mut tried = 0;
    for person in people(8_202, 300) {
        let mut answers = person.answers.clone();
        let all: Vec<_> = answers.iter().collect();
        let (id, _) = *random.one_of(&all);
        let count = protocol().question(id).options.len();
        if count < 2 {
            continue;
        }
        let every: Chosen = (0..count as u8).map(OptionId).collect();
        answers.set(id, Some(Answer::Options(every)));
        if answers.complete(protocol(), person.today).is_ok() {
            continue;
        }
        tried += 1;
        let path = answers.path(protocol(), person.today);
        if !path.contains(&id) {
            continue;
        }
        let link = fragment(
            protocol(),
            NO_OVERLAY,
            person.today,
            &answers,
            &person.assessment(),
        );
        let refused = open(protocol(), NO_OVERLAY, person.today, &link);
        assert_eq!(refused, Err(Notice::LinkAltered));
    }
    assert!(tried > 50, "only {tried}");
}
