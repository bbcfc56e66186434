//! The quiz as text: what was saved comes back, and nothing else does.

use microneedling_quiz::assess::schedule::{Kept, Reason, Wishes};
use microneedling_quiz::protocol::{Date, Protocol, QuestionId};
use microneedling_quiz::quiz::{Place, Quiz, load, save};

use crate::support::{Random, people, protocol};

/// Quizzes at any place, with answers on the path and off it.
fn quizzes(seed: u64, count: usize) -> impl Iterator<Item = Quiz> {
    let mut random = Random::new(seed);
    people(seed, count).map(move |person| {
        let mut answers = person.answers.clone();
        let answered: Vec<_> = answers.iter().map(|(id, _)| id).collect();
        let some = *random.one_of(&answered);
        if random.percent(50) {
            answers.set(*random.one_of(&answered), None);
        }
        let place = match random.below(6) {
            0 => Place::Intro,
            1 => Place::Review,
            2 => Place::Recommendation { partial: false },
            3 => Place::Recommendation { partial: true },
            4 => Place::Interruption(some),
            _ => Place::Question(some),
        };
        let (went_on, returning) = (random.percent(50), random.percent(50));
        Quiz {
            answers,
            place,
            went_on,
            returning,
            wishes: wishes(&mut random),
            ..Quiz::default()
        }
    })
}

/// Wishes of the plan, whole and half entered.
fn wishes(random: &mut Random) -> Wishes {
    let day = |random: &mut Random| {
        let day = Date::from_days(20_000 + random.below(4_000) as i32);
        random.percent(80).then_some(day)
    };
    let kept = (0..random.below(Wishes::MOST_KEPT + 1)).map(|_| Kept {
        reason: *random.one_of(&[Reason::Event, Reason::Sun]),
        from: day(random),
        to: day(random),
    });
    let kept = kept.collect();
    Wishes {
        start: day(random),
        kept,
        details: random.percent(50),
    }
}

#[test]
fn what_was_saved_comes_back() {
    for quiz in quizzes(1101, 4_000) {
        let text = save(protocol(), &quiz);
        assert_eq!(load(protocol(), &text).as_ref(), Some(&quiz), "{text}");
    }
    let fresh = Quiz::default();
    assert_eq!(load(protocol(), &save(protocol(), &fresh)), Some(fresh));
}

#[test]
fn problems_and_notices_are_not_saved() {
    let mut quiz = Quiz::default();
    let text = save(protocol(), &quiz);
    quiz.attempts = 7;
    quiz.notice = Some(microneedling_quiz::quiz::Notice::Restored);
    assert_eq!(save(protocol(), &quiz), text);
}

/// A text that was changed by accident is rejected, or means the same.
#[test]
fn any_other_text_is_rejected() {
    let mut random = Random::new(1102);
    for quiz in quizzes(1103, 1_000) {
        let text = save(protocol(), &quiz);
        for _ in 0..12 {
            let mutated = mutate(&mut random, &text);
            let read = load(protocol(), &mutated);
            assert!(
                read.is_none() || read.as_ref() == Some(&quiz),
                "`{mutated}` was taken for {read:?}"
            );
        }
    }
}

fn mutate(random: &mut Random, text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = random.below(chars.len());
    let other = *random.one_of(&['0', '1', '7', ' ', '\n', ':', ',', 'x', '-', '+', 'é']);
    match random.below(5) {
        0 => drop(chars.remove(at)),
        1 => chars.insert(at, other),
        2 => chars[at] = other,
        3 => chars.truncate(at),
        _ => {
            let with = random.below(chars.len());
            chars.swap(at, with);
        }
    }
    chars.into_iter().collect()
}

#[test]
fn junk_is_rejected() {
    let long = "9".repeat(4_000);
    let version = format!("{} 4 99999 0 0", protocol().version);
    for text in ["", " ", "\n", "null", "{}", "mnq1", "é", &long, &version] {
        assert_eq!(load(protocol(), text), None, "`{text}`");
    }
}

/// The text is whole, but no question of this protocol has that place.
#[test]
fn a_place_behind_the_last_question_is_rejected() {
    let at = |place| {
        let quiz = Quiz {
            place: Place::Question(QuestionId(place)),
            ..Quiz::default()
        };
        load(protocol(), &save(protocol(), &quiz))
    };
    let count = protocol().questions.len() as u16;
    assert!(at(count - 1).is_some());
    assert_eq!(at(count), None);
}

/// Numbers mean something only with the protocol that they were written with.
#[test]
fn another_protocols_text_is_rejected() {
    let other = Protocol {
        version: "2026.11.1",
        ..*protocol()
    };
    let longer = Protocol {
        version: "2026.11.0 0",
        ..*protocol()
    };
    for quiz in quizzes(1104, 50) {
        assert_eq!(load(protocol(), &save(&other, &quiz)), None);
        assert_eq!(load(protocol(), &save(&longer, &quiz)), None);
        assert_eq!(load(&other, &save(protocol(), &quiz)), None);
    }
}
