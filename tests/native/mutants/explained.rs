//! Changes that make no difference, each with its reason, and a check that they make none.

use std::collections::{BTreeMap, BTreeSet};

use microneedling_quiz::jsonl;
use microneedling_quiz::protocol::Protocol;
use serde::Deserialize;

use crate::support::{file, people};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    explained: Vec<Explained>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explained {
    why: String,
    changes: Vec<String>,
}

/// The reason of each change that is explained, by the change.
pub(super) fn reasons() -> BTreeMap<String, String> {
    let file: File = toml::from_str(&file("tests/native/mutants/explained.toml")).unwrap();
    let mut reasons = BTreeMap::new();
    for Explained { why, changes } in file.explained {
        assert!(!why.trim().is_empty(), "no reason for {changes:?}");
        for change in changes {
            let again = reasons.insert(change.clone(), why.clone());
            assert!(again.is_none(), "explained twice: {change}");
        }
    }
    reasons
}

/// People, and what the shipped protocol answers them.
pub(super) struct Witnesses(Vec<(String, String)>);

impl Witnesses {
    pub(super) fn of(shipped: &Protocol) -> Witnesses {
        let lines: BTreeSet<_> = people(92, 1_500).map(|person| person.line()).collect();
        let answered = lines.into_iter().map(|line| {
            let answer = jsonl::line(shipped, &line);
            (line, answer)
        });
        Witnesses(answered.collect())
    }

    /// Somebody who is answered otherwise.
    pub(super) fn against(&self, changed: &Protocol) -> Option<&str> {
        let other = self
            .0
            .iter()
            .find(|(line, answer)| jsonl::line(changed, line) != *answer);
        other.map(|(line, _)| line.as_str())
    }
}
