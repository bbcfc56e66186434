//! Words: labels, lists, dates and numbers, one locale at a time.

mod fill;

pub use self::fill::{Part, fill, parts};

use crate::protocol::{Date, Word};

/// The words of one locale, with the ways it writes lists, dates and numbers.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The language tag.
    pub tag: &'static str,
    words: &'static [&'static str],
}

/// There is one table of words for each tag.
impl PartialEq for Locale {
    fn eq(&self, other: &Locale) -> bool {
        self.tag == other.tag
    }
}

impl Locale {
    /// English, which every build carries.
    pub fn english() -> Locale {
        Locale { tag: "en", words: crate::english(), }
    }

    /// The text of a word; empty for [`Word::NONE`].
    pub fn text(&self, word: Word) -> &'static str {
        self.words.get(word.index()).copied().unwrap_or_default()
    }

    /// The text with its placeholders filled in.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        fill(self.text(word), values)
    }

    /// The lines of a text that is a list.
    pub fn lines(&self, word: Word) -> impl Iterator<Item = &'static str> + use<> {
        self.text(word).lines().filter(|line| !line.is_empty())
    }

    /// "the face, the neck and the back".
    pub fn list(&self, items: &[&str]) -> String {
        match items.split_last() {
            None => String::new(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => self.fill(
                crate::key::LIST_AND,
                &[("rest", &rest.join(", ")), ("last", last)],
            ),
        }
    }

    /// "14 March 2027".
    pub fn date(&self, date: Date) -> String {
        let (day, year) = (date.day.to_string(), date.year.to_string());
        let values = [
            ("day", day.as_str()),
            ("month", self.month_name(date.month)),
            ("year", &year),
        ];
        self.fill(crate::key::DATE_FORMAT, &values)
    }

    /// "March 2027".
    pub fn month(&self, year: u16, month: u8) -> String {
        let year = year.to_string();
        self.fill(
            crate::key::MONTH_FORMAT,
            &[("month", self.month_name(month)), ("year", &year)],
        )
    }

    fn month_name(&self, month: u8) -> &'static str {
        self.lines(crate::key::MONTHS)
            .nth(usize::from(month).wrapping_sub(1))
            .unwrap_or_default()
    }
}
