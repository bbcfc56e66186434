//! The protocol for its readers (native only): the same data as the quiz, as JSON with a schema and
//! as one page. The page is drawn from what the JSON says, so neither can say more than the other.

mod anchor;
pub mod document;
mod page;

use crate::protocol::source::Compiled;
use crate::text::Locale;

pub use self::document::Document;

/// The search of the page. It stays a file of its own, because a strict content security policy
/// forbids scripts inside a page; without it the page is whole, only without a search.
pub const SCRIPT: &str = include_str!("search.js");

/// The name under which the page asks for [`SCRIPT`], in the folder that it stands in.
pub const SCRIPT_NAME: &str = "protocol.js";

/// Everything that the protocol holds.
pub fn document(compiled: &Compiled, locale: Locale) -> Document {
    Document::of(compiled, locale)
}

/// The document as JSON.
pub fn json(document: &Document) -> serde_json::Result<String> {
    serde_json::to_string_pretty(document).map(|text| text + "\n")
}

/// The schema of that JSON, made from the same types.
pub fn schema() -> serde_json::Result<String> {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<Document>();
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}

/// The document as a page that needs no other file to be read.
pub fn html(document: &Document, locale: Locale) -> String {
    page::html(document, locale)
}
