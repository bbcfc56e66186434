//! The protocol as bytes.

use microneedling_quiz::protocol::source::{evidence_bytes, protocol_bytes, translation_bytes};
use microneedling_quiz::protocol::{
    AreaId, Code, Evidence, GoalId, Protocol, QuestionId, Reader, RuleId, Writer,
};
use microneedling_quiz::text::table;

use super::compiled;
use crate::support::Random;

fn read<T: Code>(bytes: &[u8]) -> T {
    T::read(&mut Reader::new(bytes.to_vec().leak()))
}

#[test]
fn reading_what_was_written_gives_the_same_protocol() {
    let compiled = compiled();
    let bytes = protocol_bytes(&compiled);
    let again: Protocol = read(&bytes);
    assert_eq!(again, compiled.protocol);
    assert_eq!(
        Writer::bytes_of(&again),
        bytes,
        "written again, it has other bytes"
    );
}

#[test]
fn reading_what_was_written_gives_the_same_evidence_and_words() {
    let compiled = compiled();
    let evidence: Evidence = read(&evidence_bytes(&compiled));
    assert_eq!(evidence, compiled.evidence);
    let [first, others] =
        translation_bytes(&compiled, &compiled.words).map(|file| table(file.leak()));
    assert_eq!(first.len(), compiled.screens);
    let words = &compiled.words;
    assert_eq!(
        [first, others].concat(),
        [&words.first[..], &words.later[..]].concat()
    );
}

/// Tables are leaked by design, so only some of the many lengths are tried.
#[test]
fn bytes_that_end_too_early_never_panic() {
    let bytes = protocol_bytes(&compiled());
    let mut random = Random::new(1);
    let short = 0..120;
    let long = (0..120)
        .map(|_| random.below(bytes.len()))
        .collect::<Vec<_>>();
    for length in short.chain(long) {
        let cut: Protocol = read(&bytes[..length]);
        assert!(
            cut.rules.len() <= 92,
            "{length} bytes gave {} rules",
            cut.rules.len()
        );
    }
}

#[test]
fn an_empty_protocol_answers_every_look_up() {
    let empty: Protocol = read(&[]);
    assert!(empty.questions.is_empty() && empty.find("age").is_none());
    assert_eq!(empty.question(QuestionId(7)).id, "");
    assert_eq!(empty.rule(RuleId(7)).id, "");
    assert_eq!(empty.area(AreaId(7)).id, "");
    assert_eq!(empty.goal(GoalId(7)).id, "");
    assert!(Evidence::NONE.of_rule(RuleId(7)).sources.is_empty());
}
