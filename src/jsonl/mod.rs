//! The core as JSON Lines, for tools and tests (native only): one person a line in, one
//! recommendation a line out.

mod describe;
mod input;
mod output;
mod questions;

pub use self::describe::describe;
pub use self::input::{Person, answer, read};
pub use self::questions::{Question, questions};

use crate::assess::assess;
use crate::protocol::Protocol;

/// Answers one line: a recommendation, or `{"error":…}` naming the bad field.
pub fn line(protocol: &Protocol, line: &str) -> String {
    match read(protocol, line) {
        Ok(complete) => output::assessment(protocol, &assess(protocol, &complete)).to_string(),
        Err(error) => serde_json::json!({ "error": error }).to_string(),
    }
}
