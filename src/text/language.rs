//! Languages, by their tags.

/// A language that the quiz can be shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47), as in `lang`.
    pub tag: &'static str,
    /// Its name, in itself.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// The tag that dates, lists and numbers are written by.
    pub formats: &'static str,
}

/// English, stretched and accented: shows in tests what is too narrow, and what is no word of a
/// locale's. No switch lists it.
pub static PSEUDO: Language = Language {
    tag: "en-XA",
    name: "[Éñĝļîšĥ]",
    rtl: false,
    formats: "en-GB",
};
