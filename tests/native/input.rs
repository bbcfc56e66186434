//! Bad input to `assess`: a specific error that names the field, never a verdict. And what
//! `--questions` tells.

mod arbitrary;
mod bad;
mod lines;
mod questions;

use serde_json::Value;

use crate::support::{date, healthy, line_of, output};

/// The error that a line is answered with.
#[track_caller]
fn error(line: &str) -> String {
    let told = output(line);
    assert!(
        told.get("verdict").is_none(),
        "a verdict for bad input: {line}\n{told}"
    );
    assert_eq!(
        told.as_object().map(serde_json::Map::len),
        Some(1),
        "more than an error: {told}"
    );
    match told.get("error") {
        Some(Value::String(error)) => error.clone(),
        _ => panic!("no error for {line}\n{told}"),
    }
}

/// What is told about someone healthy with these answers instead.
#[track_caller]
fn told(changes: Value) -> String {
    error(&line_of(&healthy(changes), date("2026-11-22")))
}
