//! Words: labels, lists, dates and numbers, one locale at a time.

mod fill;

pub use self::fill::fill;

use crate::protocol::{Code, Date, Reader, Word};

/// A table of words.
pub type Table = &'static [&'static str];

/// The words of one locale, with the ways it writes lists, dates and numbers.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The language tag.
    pub tag: &'static str,
    first: Table,
    later: Table,
}

/// There is one set of words for each tag.
impl PartialEq for Locale {
    fn eq(&self, other: &Locale) -> bool {
        self.tag == other.tag && self.is_whole() == other.is_whole()
    }
}

impl Locale {
    /// English, as far as every build carries it: enough for verdicts and findings.
    pub fn first_english() -> Locale {
        Locale {
            tag: "en",
            first: crate::ENGLISH.with(|words| *words),
            later: &[],
        }
    }

    /// English.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn english() -> Locale {
        let [(_, later), _] = crate::LATER;
        Locale::first_english().with(later)
    }

    /// The locale with the words of questions, as written when the project was built. What cannot
    /// be read leaves the locale less than whole.
    #[must_use]
    pub fn with(self, later: &'static [u8]) -> Locale {
        Locale {
            later: Code::read(&mut Reader::new(later)),
            ..self
        }
    }

    /// Whether the words of questions are there.
    pub fn is_whole(&self) -> bool {
        !self.later.is_empty()
    }

    /// The text of a word; empty for [`Word::NONE`] and for words that are not there yet.
    pub fn text(&self, word: Word) -> &'static str {
        let table = if word.table() == Word::LATER {
            self.later
        } else {
            self.first
        };
        table.get(word.place()).copied().unwrap_or_default()
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
