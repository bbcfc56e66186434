//! What a visitor takes along: text, a link, a QR code, files. Everything here only makes content;
//! it leaves the quiz when the visitor asks for it, through the browser boundary.

mod bits;
pub mod calendar;
pub mod fhir;
mod json;
pub mod link;
pub mod outcome;
pub mod qr;
pub mod tag;

/// The digest of no overlay: the protocol as it was shipped.
pub const NO_OVERLAY: u32 = 0;

/// Something on its way out of the quiz, because the visitor asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Text for the clipboard.
    Copy(String),
    /// Text for whatever the device shares with.
    Share(String),
    /// The outcome for the page around an embedded quiz, as JSON; empty to take it back.
    Page(String),
    /// A file to keep.
    File {
        /// Its name, in ASCII.
        name: String,
        /// Its media type, such as `text/calendar`.
        media: &'static str,
        /// What is in it.
        content: String,
    },
}

impl Taken {
    /// What the visitor gets where the browser can neither copy, share nor save: the content itself.
    pub fn content(&self) -> &str {
        match self {
            Taken::Copy(content)
            | Taken::Share(content)
            | Taken::Page(content)
            | Taken::File { content, .. } => content,
        }
    }
}
