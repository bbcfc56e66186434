//! Words: labels, lists, dates and numbers, one locale at a time.

mod fill;
mod format;
#[cfg(not(target_arch = "wasm32"))]
mod icu;
mod language;
#[cfg(not(target_arch = "wasm32"))]
mod pseudo;

pub use self::fill::fill;
pub use self::format::{CATEGORIES, Form, Formats};
#[cfg(not(target_arch = "wasm32"))]
pub use self::icu::icu;
pub use self::language::{Language, PSEUDO};
#[cfg(not(target_arch = "wasm32"))]
pub use self::pseudo::stretched;

use crate::protocol::{Code, Date, Reader, Word};

/// A table of words.
pub type Table = &'static [&'static str];

/// The words of one language, with the ways it writes lists, dates and numbers.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The language tag.
    pub tag: &'static str,
    /// The language.
    pub language: &'static Language,
    first: Table,
    later: Table,
    formats: Formats,
}

/// There is one set of words for each tag.
impl PartialEq for Locale {
    fn eq(&self, other: &Locale) -> bool {
        self.tag == other.tag && self.is_whole() == other.is_whole()
    }
}

impl Locale {
    /// English, as far as every build carries it: enough for verdicts and findings.
    pub fn first_english(formats: Formats) -> Locale {
        let [language, ..] = &crate::LANGUAGES;
        let words = crate::ENGLISH.with(|words| *words);
        Locale::new(language, words, formats)
    }

    fn new(language: &'static Language, first: Table, formats: Formats) -> Locale {
        Locale {
            tag: language.tag,
            language,
            first,
            later: &[],
            formats,
        }
    }

    /// A language with the words that verdicts and findings need, as written when the project was
    /// built. What cannot be read gives a locale without words.
    pub fn read(language: &'static Language, first: &'static [u8], formats: Formats) -> Locale {
        Locale::new(language, Code::read(&mut Reader::new(first)), formats)
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

    /// Whether these are the words that were written first. All others are translations of them.
    pub fn is_original(&self) -> bool {
        let [original, ..] = &crate::LANGUAGES;
        self.tag == original.tag
    }

    /// The direction of writing, as in `dir`.
    pub fn dir(&self) -> &'static str {
        if self.language.rtl { "rtl" } else { "ltr" }
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

    /// A text with plural forms, in the one for this count. `{n}` is the count.
    pub fn plural(&self, word: Word, count: u32, values: &[(&str, &str)]) -> String {
        let n = self.number(count);
        let text = self.text(self.form(word, count));
        let mut values = values.to_vec();
        values.push(("n", &n));
        fill(text, &values)
    }

    /// The word of the plural form for this count; the general one where it has no text.
    fn form(&self, word: Word, count: u32) -> Word {
        let category = (self.formats)(self.language.formats, Form::Plural, &count.to_string());
        let place = CATEGORIES.iter().position(|known| *known == category);
        let form = Word(word.0 + place.unwrap_or_default() as u16);
        if self.text(form).is_empty() {
            word
        } else {
            form
        }
    }

    /// "the face, the neck and the back".
    pub fn list(&self, items: &[&str]) -> String {
        self.write(Form::List, &items.join("\n"))
    }

    /// "14 March 2027".
    pub fn date(&self, date: Date) -> String {
        self.write(Form::Date, &date.to_string())
    }

    /// "March 2027".
    pub fn month(&self, year: u16, month: u8) -> String {
        self.write(Form::Month, &format!("{year:04}-{month:02}"))
    }

    /// "1,200".
    pub fn number(&self, number: u32) -> String {
        self.write(Form::Number, &number.to_string())
    }

    /// "€1,200" or "€99.50": hundredths of a unit, and the currency's three letters (ISO 4217). Whole
    /// amounts have no decimals.
    pub fn money(&self, hundredths: u32, currency: &str) -> String {
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        self.write(Form::Money, &format!("{whole}.{rest:02} {currency}"))
    }

    /// A number of hundredths: "1.09".
    pub fn decimal(&self, hundredths: u32) -> String {
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        self.write(Form::Number, &format!("{whole}.{rest:02}"))
    }

    fn write(&self, form: Form, value: &str) -> String {
        (self.formats)(self.language.formats, form, value)
    }
}

/// Natively every language is there.
#[cfg(not(target_arch = "wasm32"))]
impl Locale {
    /// English.
    pub fn english() -> Locale {
        let [(_, later), _] = crate::LATER;
        Locale::first_english(icu).with(later)
    }

    /// Every language, English first.
    pub fn all() -> Vec<Locale> {
        let translated = crate::TRANSLATIONS.iter();
        let translated = translated
            .map(|(language, first, later)| Locale::read(language, first, icu).with(later));
        std::iter::once(Locale::english())
            .chain(translated)
            .collect()
    }

    /// The language with this tag.
    pub fn of(tag: &str) -> Option<Locale> {
        Locale::all().into_iter().find(|locale| locale.tag == tag)
    }

    /// Stretched English.
    pub fn pseudo() -> Locale {
        let english = Locale::english();
        let stretch = |table: Table| -> Table {
            let words: Vec<_> = table.iter().map(|text| &*stretched(text).leak()).collect();
            words.leak()
        };
        Locale {
            later: stretch(english.later),
            ..Locale::new(&PSEUDO, stretch(english.first), icu)
        }
    }

    /// The tables of words as bytes: what verdicts and findings need, and what may follow.
    pub fn bytes(&self) -> [Vec<u8>; 2] {
        [self.first, self.later].map(|table| crate::protocol::Writer::bytes_of(&table))
    }
}
