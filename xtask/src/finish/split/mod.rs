//! Takes what only later screens need out of the wasm, into a second one that follows the first
//! load: `cargo` and wasm-bindgen can make only one.
//!
//! Functions are chosen by name. Whatever only they call goes with them. In the first module each
//! becomes a stub that calls through the table; the second one fills those places of the table when
//! it starts, and calls back through exports of the first. `embed.js` loads it before any question
//! can be opened.

mod graph;
mod write;

use anyhow::{Context, Result, bail};
use wasmparser::Validator;

pub(super) use self::graph::Graph;

/// The two modules.
pub(super) struct Halves {
    pub(super) first: Vec<u8>,
    pub(super) later: Vec<u8>,
    /// The names of the functions that went.
    pub(super) gone: Vec<String>,
}

/// Splits a module with a name section: functions whose name starts with one of `later` go. The first
/// half can be split again, under another `mark`, unless that is empty: it then has no names any more.
pub(super) fn split(wasm: &[u8], later: &[&str], mark: &str) -> Result<Halves> {
    let graph = Graph::read(wasm).context("The wasm could not be read")?;
    for name in later {
        if !graph.names.values().any(|known| known.starts_with(name)) {
            bail!("No function's name starts with {name}: is it inlined, or gone?");
        }
    }
    let plan = graph.plan(|name| later.iter().any(|start| name.starts_with(start)));
    let mut halves = write::halves(wasm, &graph, &plan, mark)?;
    let gone = plan
        .gone
        .iter()
        .filter_map(|function| graph.names.get(function));
    halves.gone = gone.cloned().collect();
    for (what, half) in [("first", &halves.first), ("later", &halves.later)] {
        Validator::new()
            .validate_all(half)
            .with_context(|| format!("The {what} half is no sound module"))?;
    }
    Ok(halves)
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail")]
mod tests;
