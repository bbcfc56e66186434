//! The protocol for its readers: the JSON, its schema, the page, and that all of them hold all.

mod feeds;
mod json;
mod links;
mod page;
mod sentences;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use microneedling_quiz::protocol::source::{Compiled, compile};
use microneedling_quiz::publication;
use microneedling_quiz::text::Locale;
use serde_json::Value;

use crate::protocol::shipped_files;
use crate::support::Node;
use crate::support::parse;

/// Compiled once: the checks of a whole protocol take their time.
static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| compile(&shipped_files()).expect("the shipped protocol has no problems"));

fn compiled() -> &'static Compiled {
    &COMPILED
}

static JSON: LazyLock<Value> = LazyLock::new(|| {
    let document = publication::document(compiled(), Locale::english());
    let text = publication::json(&document).expect("it can be written");
    serde_json::from_str(&text).expect("JSON")
});

static PAGE: LazyLock<String> = LazyLock::new(|| {
    let locale = Locale::english();
    publication::html(&publication::document(compiled(), locale), locale)
});

static TREE: LazyLock<Node> = LazyLock::new(|| {
    let page = PAGE.strip_prefix("<!DOCTYPE html>");
    parse(page.expect("a page of today's HTML"))
});

/// The elements that have an id, by that id.
static PLACES: LazyLock<BTreeMap<&'static str, &'static Node>> = LazyLock::new(|| {
    let nodes = TREE.with("id").into_iter();
    nodes
        .filter_map(|node| Some((node.attribute("id")?, node)))
        .collect()
});

/// The entries of a list in the JSON, by their id.
#[track_caller]
fn entry<'a>(list: &str, id: &str) -> &'a Value {
    let entries = JSON[list].as_array().expect("a list");
    let found = entries.iter().find(|entry| entry["id"] == id);
    found.unwrap_or_else(|| panic!("no `{id}` in `{list}`"))
}
