//! The shipped protocol: its files, its tables, and the limits that it keeps.

mod bytes;
pub(crate) mod items;
mod mistakes;
mod path;

use microneedling_quiz::protocol::source::{Compiled, Files, compile, files};

use crate::support::{file, protocol};

/// The clinician's files as they are shipped.
#[track_caller]
pub(crate) fn shipped_files() -> Files {
    files(|name| Some(file(&format!("protocol/{name}"))))
}

#[track_caller]
pub(crate) fn compiled() -> Compiled {
    compile(&shipped_files()).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the shipped protocol has problems:\n{}", lines.join("\n"))
    })
}

#[test]
fn the_shipped_protocol_has_no_problems() {
    assert_eq!(
        compiled().protocol,
        *protocol(),
        "the program carries another protocol than its files"
    );
}

#[test]
fn the_program_carries_the_evidence_of_its_files() {
    let evidence = microneedling_quiz::evidence();
    assert_eq!(evidence, compiled().evidence);
    for (rule, cited) in protocol().rules.iter().zip(evidence.rules) {
        assert!(
            !cited.sources.is_empty() && !cited.basis.is_empty(),
            "`{}` rests on nothing",
            rule.id
        );
    }
    for (goal, cited) in protocol().goals.iter().zip(evidence.goals) {
        assert!(!cited.sources.is_empty(), "`{}` rests on nothing", goal.id);
    }
    let lengths = (evidence.rules.len(), evidence.goals.len());
    assert_eq!(lengths, (protocol().rules.len(), protocol().goals.len()));
}
