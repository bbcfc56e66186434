//! What differs between languages beside the words: counting, dates, lists, numbers and money. Who
//! knows how is outside of this room: the browser's `Intl`, or the same Unicode data natively.

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The plural category of a whole number: `3` gives `few`, say. Categories are those of Unicode.
    Plural,
    /// A day: `2027-03-14`.
    Date,
    /// A month: `2027-03`.
    Month,
    /// Items, one a line, all of which are meant.
    List,
    /// A number: `1200`.
    Number,
    /// An amount and its currency (ISO 4217): `120.5 EUR`.
    Money,
}

impl Form {
    /// The name of the form, for whoever writes it outside of Rust.
    pub const fn name(self) -> &'static str {
        match self {
            Form::Plural => "plural",
            Form::Date => "date",
            Form::Month => "month",
            Form::List => "list",
            Form::Number => "number",
            Form::Money => "money",
        }
    }
}

/// Writes a value as the language with this tag does. What cannot be written is given back as it is.
pub type Formats = fn(tag: &str, form: Form, value: &str) -> String;

/// The plural categories, in the order in which their texts stand in a table. `other` comes first:
/// every language has it, and it serves where a category has no text of its own.
pub const CATEGORIES: [&str; 6] = ["other", "zero", "one", "two", "few", "many"];
