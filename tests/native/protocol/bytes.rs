//! The protocol as bytes.

use microneedling_quiz::protocol::source::protocol_bytes;
use microneedling_quiz::protocol::{Code, Protocol, Reader};

use super::compiled;
use crate::support::Random;

fn read(bytes: &[u8]) -> Protocol {
    Protocol::read(&mut Reader::new(bytes.to_vec().leak()))
}

#[test]
fn reading_what_was_written_gives_the_same_protocol() {
    let compiled = compiled();
    let bytes = protocol_bytes(&compiled);
    let again = read(&bytes);
    assert_eq!(again, compiled.protocol);
    let mut twice = Vec::new();
    again.write(&mut twice);
    assert_eq!(twice, bytes, "written again, it has other bytes");
}

/// Tables are leaked by design, so only some of the many lengths are tried.
#[test]
fn bytes_that_end_too_early_never_panic() {
    let bytes = protocol_bytes(&compiled());
    let mut random = Random::new(1);
    let short = 0..120;
    let long = (0..120).map(|_| random.below(bytes.len())).collect::<Vec<_>>();
    for length in short.chain(long) {
        let cut = read(&bytes[..length]);
        assert!(cut.rules.len() <= 92, "{length} bytes gave {} rules", cut.rules.len());
    }
}

#[test]
fn an_empty_protocol_answers_every_look_up() {
    let empty = read(&[]);
    assert!(empty.questions.is_empty() && empty.find("age").is_none());
    assert_eq!(empty.question(microneedling_quiz::protocol::QuestionId(7)).id, "");
    assert_eq!(empty.rule(microneedling_quiz::protocol::RuleId(7)).id, "");
    assert_eq!(empty.area(microneedling_quiz::protocol::AreaId(7)).id, "");
    assert_eq!(empty.goal(microneedling_quiz::protocol::GoalId(7)).id, "");
    assert_eq!(empty.source(microneedling_quiz::protocol::SourceId(7)).id, "");
}
