//! A line of input for the core: answered with a verdict or with an error, and always the same.

use microneedling_quiz::{jsonl, protocol};
use serde_json::Value;

/// Reads a line, whatever it is.
pub(crate) fn read(data: &[u8]) {
    let line = String::from_utf8_lossy(data);
    let answer = jsonl::line(protocol(), &line);
    let told: Value = serde_json::from_str(&answer).unwrap_or_else(|why| panic!("{why}: {answer}"));
    let has = |name| told.get(name).is_some();
    assert!(has("verdict") != has("error"), "{answer}");
    assert_eq!(answer, jsonl::line(protocol(), &line), "another answer");
}
