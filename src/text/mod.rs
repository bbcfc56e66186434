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

use crate::protocol::{Date, Word};

/// A table of words.
pub type Table = &'static [&'static str];

/// A table as written when the project was built: texts with a NUL between them. What cannot be read
/// is an empty one.
pub fn table(bytes: &'static [u8]) -> Table {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    if text.is_empty() {
        return &[];
    }
    let mut words = Vec::new();
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once('\0') {
        words.push(word);
        rest = behind;
    }
    words.push(rest);
    words.leak()
}

/// The words of one language, with the ways it writes lists, dates and numbers.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The language tag.
    pub tag: &'static str,
    /// The language.
    pub language: &'static Language,
    first: Table,
    later: Table,
    /// What a clinic added, in whatever language it writes.
    clinic: Table,
    formats: Formats,
}

/// There is one set of words for each tag.
impl PartialEq for Locale {
    fn eq(&self, other: &Locale) -> bool {
        self.tag == other.tag && self.is_whole() == other.is_whole()
    }
}

impl Locale {
    /// A language by its place in the list, as far as every build carries it: English has enough for
    /// the first screen, the others nothing. A place behind the list is English.
    pub fn first(language: usize, formats: Formats) -> Locale {
        let [english, ..] = &crate::LANGUAGES;
        match crate::LANGUAGES.get(language) {
            Some(other) if language > 0 => Locale::new(other, &[], formats),
            _ => Locale::new(english, crate::ENGLISH.with(|words| *words), formats),
        }
    }

    fn new(language: &'static Language, first: Table, formats: Formats) -> Locale {
        Locale {
            tag: language.tag,
            language,
            first,
            later: &[],
            clinic: &[],
            formats,
        }
    }

    /// A language with the words that the first screen needs, as written when the project was built.
    /// What cannot be read gives a locale without words.
    pub fn read(language: &'static Language, first: &'static [u8], formats: Formats) -> Locale {
        Locale::new(language, table(first), formats)
    }

    /// The locale with all other words, as written when the project was built. What cannot be read
    /// leaves the locale less than whole.
    #[must_use]
    pub fn with(self, others: &'static [u8]) -> Locale {
        let [_, first, _] = crate::WORDS;
        let words = table(others);
        let missing = first.saturating_sub(self.first.len());
        match words.split_at_checked(missing) {
            Some((_, later)) if missing == 0 => Locale { later, ..self },
            Some((reasons, later)) => {
                let mut first = self.first.to_vec();
                first.extend_from_slice(reasons);
                Locale {
                    first: first.leak(),
                    later,
                    ..self
                }
            }
            None => self,
        }
    }

    /// Whether there are as many words as there have to be, with or without all others.
    pub fn fits(&self, whole: bool) -> bool {
        let [screens, first, later] = crate::WORDS;
        if whole {
            self.first.len() == first && self.later.len() == later
        } else {
            self.first.len() == screens
        }
    }

    /// The locale with texts that a clinic added.
    #[must_use]
    pub fn with_clinic(self, clinic: Table) -> Locale {
        Locale { clinic, ..self }
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
        let table = if word.is_clinics() {
            self.clinic
        } else if word.table() == Word::LATER {
            self.later
        } else {
            self.first
        };
        table.get(word.place()).copied().unwrap_or_default()
    }

    /// The text with its placeholders filled in.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        fill(self.text(word), values, self.language.rtl)
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
        fill(text, &values, self.language.rtl)
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

    /// "face, and neck; back": things that have commas of their own.
    pub fn apart(&self, items: &[&str]) -> String {
        items.join(if self.language.rtl { "؛ " } else { "; " })
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
        Locale::first(0, icu).with(later)
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

    /// The two files of the language, with what the quiz itself shows. English brings the first with its
    /// code.
    pub fn files(&self) -> [Vec<u8>; 2] {
        let [screens, ..] = crate::WORDS;
        let (screens, reasons) = self.first.split_at(screens.min(self.first.len()));
        let shown = self.later.get(..crate::SHOWN).unwrap_or_default();
        let all = |words: &[&str]| words.join("\0").into_bytes();
        [all(screens), all(&[reasons, shown].concat())]
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
}
