//! Links: what was packed comes back; nothing else is taken for a link.

use std::collections::BTreeSet;

use microneedling_quiz::assess::{Cause, assess_partly};
use microneedling_quiz::protocol::{Date, Kind};
use microneedling_quiz::quiz::{Notice, Place, Quiz};
use microneedling_quiz::takeaway::link::{MARK, fragment, open};
use microneedling_quiz::takeaway::{NO_OVERLAY, tag};

use crate::fuzzed::links::signed;
use crate::laws::{ensure, law};
use crate::support::{Person, Random, date, people, protocol};

pub(super) fn link_of(person: &Person) -> String {
    let assessment = person.assessment();
    fragment(
        protocol(),
        NO_OVERLAY,
        person.today,
        &person.answers,
        &assessment,
    )
}

fn opened(fragment: &str, today: Date) -> Result<Quiz, Notice> {
    open(protocol(), NO_OVERLAY, today, fragment)
}

#[test]
fn a_link_brings_back_the_same_answers_and_the_same_result() {
    law(8_101, 3_000, |person, random| {
        let link = link_of(person);
        // Opened years later, it is shown as of its own day.
        let later = Date::from_days(person.today.days() + random.below(2_000) as i32);
        let quiz = opened(&link, later).map_err(|notice| format!("{notice:?}"))?;
        ensure(quiz.answers == person.answers, || {
            format!("{link}: other answers")
        })?;
        ensure(
            quiz.place == Place::Recommendation { partial: false },
            || format!("it opens at {:?}", quiz.place),
        )?;
        ensure(quiz.today(later) == person.today, || {
            "another day".to_owned()
        })?;
        let shown = quiz.answers.complete(protocol(), quiz.today(later));
        let shown = shown.map(|answers| microneedling_quiz::assess::assess(protocol(), &answers));
        ensure(shown == Ok(person.assessment()), || {
            "another result".to_owned()
        })
    });
}

/// Short enough for a code that a phone reads: version 20 at most, with a long address before it.
#[test]
fn a_link_is_short_and_needs_no_escapes() {
    let mut longest = 0;
    for person in people(8_102, 4_000) {
        let link = link_of(&person);
        let letters = link.strip_prefix(MARK).expect("the mark");
        assert!(
            letters
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'),
            "{link}"
        );
        assert!(
            letters.ends_with(|c: char| c.is_ascii_alphanumeric()),
            "{link}"
        );
        longest = longest.max(link.len());
    }
    assert!(longest > 200, "the people are too healthy: {longest}");
    assert!(longest < 600, "{longest} characters");
}

#[test]
fn only_answers_on_the_path_are_in_it() {
    let person = people(8_103, 1).next().expect("somebody");
    let mut more = person.answers.clone();
    for id in protocol().question_ids() {
        let path = person.answers.path(protocol(), person.today);
        if !path.contains(&id) && matches!(protocol().question(id).kind, Kind::Single) {
            let first = microneedling_quiz::protocol::OptionId(0);
            let answer = microneedling_quiz::assess::Answer::Options(
                microneedling_quiz::assess::Chosen::one(first),
            );
            more.set(id, Some(answer));
        }
    }
    assert_ne!(more, person.answers);
    let off_path = Person {
        answers: more,
        ..person.clone()
    };
    assert_eq!(link_of(&off_path), link_of(&person));
}

#[test]
fn an_answer_at_once_comes_back_as_one() {
    let mut seen = 0;
    for person in people(8_104, 3_000) {
        // Only the first page, as for somebody who asked for the answer at once.
        let mut answers = person.answers.clone();
        for (id, _) in person.answers.iter().skip(3) {
            answers.set(id, None);
        }
        let Some(assessment) = assess_partly(protocol(), &answers, person.today) else {
            continue;
        };
        seen += 1;
        let link = fragment(protocol(), NO_OVERLAY, person.today, &answers, &assessment);
        let quiz = opened(&link, person.today).expect("a link");
        assert_eq!(quiz.place, Place::Recommendation { partial: true });
        assert_eq!(quiz.answers, answers);
    }
    assert!(seen > 50, "only {seen}");
}

/// Letters that are changed, left out, doubled, swapped or added at random places.
fn mutated(link: &str, random: &mut Random) -> String {
    const ANY: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=%# .\x00";
    let mut bytes = link.as_bytes().to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len());
        if bytes.len() < 2 {
            break;
        }
        match random.below(6) {
            0 | 1 => bytes[at] = *random.one_of(ANY),
            2 => drop(bytes.remove(at)),
            3 => bytes.insert(at, *random.one_of(ANY)),
            4 => {
                let other = random.below(bytes.len());
                bytes.swap(at, other);
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    String::from_utf8(bytes).expect("ASCII")
}

#[test]
fn whatever_was_altered_is_refused() {
    let mut random = Random::new(8_105);
    for person in people(8_106, 400) {
        let link = link_of(&person);
        for _ in 0..100 {
            let altered = mutated(&link, &mut random);
            if altered == link {
                continue;
            }
            let refused = opened(&altered, person.today);
            assert!(refused.is_err(), "{altered}\nwas taken for\n{link}");
        }
        for end in 0..link.len() {
            let cut = opened(&link[..end], person.today).expect_err("a cut link");
            assert!(
                matches!(cut, Notice::LinkCut | Notice::LinkAltered),
                "{cut:?}"
            );
        }
    }
}

/// Every bit of the content, with a sum that fits: what such a link says may be anything that answers
/// can be, but never something that the program stumbles over.
#[test]
fn a_forged_sum_opens_only_what_could_be_answered() {
    let mut random = Random::new(8_107);
    let mut taken = 0;
    for person in people(8_108, 30) {
        let content = raw(&link_of(&person));
        for _ in 0..60 {
            let mut forged = content.clone();
            for _ in 0..=random.below(3) {
                let bit = random.below(forged.len() * 8);
                forged[bit / 8] ^= 1 << (bit % 8);
            }
            if random.percent(10) {
                forged.truncate(random.below(forged.len()));
            }
            let Ok(quiz) = opened(&signed(&forged), person.today) else {
                continue;
            };
            taken += 1;
            let today = quiz.today(person.today);
            if quiz.place == (Place::Recommendation { partial: false }) {
                assert!(quiz.answers.complete(protocol(), today).is_ok());
            }
            drop(quiz.screen(protocol(), today));
        }
    }
    assert!(taken > 50, "only {taken}: the test says little");
}

/// The content without its sum.
pub(super) fn raw(link: &str) -> Vec<u8> {
    let letters = &link[MARK.len()..link.len() - 1];
    let mut bits = letters.bytes().flat_map(|letter| {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            _ => 63,
        };
        (0..6).rev().map(move |shift| value >> shift & 1)
    });
    let mut bytes = Vec::new();
    for _ in 0..letters.len() * 6 / 8 {
        bytes.push((0..8).fold(0, |byte, _| byte << 1 | bits.next().expect("a bit")));
    }
    bytes.truncate(bytes.len() - 4);
    bytes
}

#[test]
fn each_kind_of_bad_link_is_told_apart() {
    let person = people(8_109, 1).next().expect("somebody");
    let link = link_of(&person);
    let told = |link: &str| opened(link, person.today).expect_err("a bad link");
    assert_eq!(signed(&raw(&link)), link, "the test's own letters and sum");
    assert_eq!(told(&link[..link.len() - 1]), Notice::LinkCut);
    assert_eq!(told(MARK), Notice::LinkCut);
    assert_eq!(told("r=z"), Notice::LinkAltered);
    assert_eq!(told("r=<script>z"), Notice::LinkAltered);
    assert_eq!(
        told(&format!("r={}z", "A".repeat(1_998))),
        Notice::LinkTooLong
    );
    assert_eq!(
        told(&format!("r={}z", "A".repeat(1_000_000))),
        Notice::LinkTooLong
    );
    let mut newer = raw(&link);
    newer[0] = 2;
    assert_eq!(told(&signed(&newer)), Notice::LinkUnknown);
    let early = Date::from_days(person.today.days() - 2);
    assert_eq!(
        opened(&link, early).expect_err("tomorrow's"),
        Notice::LinkFuture
    );
    let elsewhere = Date::from_days(person.today.days() - 1);
    assert!(opened(&link, elsewhere).is_ok(), "it is tomorrow elsewhere");
}

#[test]
fn short_forms_of_ids_are_all_different() {
    let questions: BTreeSet<_> = protocol().questions.iter().map(tag::question).collect();
    assert_eq!(questions.len(), protocol().questions.len());
    let rules = protocol().rule_ids().map(Cause::Rule);
    let goals = protocol().goal_ids().map(Cause::Goal);
    let causes: Vec<_> = rules.chain(goals).chain([Cause::Expired]).collect();
    let tags: BTreeSet<_> = causes
        .iter()
        .map(|cause| tag::cause(protocol(), *cause))
        .collect();
    assert_eq!(tags.len(), causes.len());
}

/// Links that people have already: the format stays, or gets another number.
#[test]
fn a_link_of_the_first_version_is_still_read() {
    let sheet = crate::support::healthy(serde_json::json!({}));
    let answers = crate::support::answers_of(&sheet);
    let person = Person {
        today: date("2026-11-22"),
        answers,
    };
    assert_eq!(link_of(&person), FIRST);
}

const FIRST: &str = "r=AZZMGTZcxYrmAWoUAC_Lolja7EAAiRuEgYhxr92GTWUlg5MkZYBNlf2BDS31hH8KkYDnjtmiQd6xoppizZyFeUWd99mlkAjC-aOQ2_mbD7nNoNFzVaKT4Q2g4GiJwgz";
