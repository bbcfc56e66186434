//! What every page has to say, it says in every language.

use microneedling_quiz::key;
use microneedling_quiz::protocol::Word;
use microneedling_quiz::text::Locale;

use super::{Pair, pairs, tags};
use crate::protocol::shipped_files;
use crate::support::{people, today};
use crate::views::{journey_in, says};

/// Section 9 of the clinical dossier, the intended use, and what is said beside every medicine.
const MUST_SHOW: [&str; 13] = [
    "ui disclaimer",
    "ui emergency",
    "ui emergency-title",
    "ui intended-use",
    "later medicine",
    "ui result-footer",
    "later help-title",
    "later help-now-title",
    "later help-now",
    "later help-day-title",
    "later help-day",
    "later help-days",
    "later help-usual",
];

fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends = letter == '\n'
            || ['.', '?', '!', '؟'].contains(&letter)
                && letters.peek().is_none_or(|next| next.is_whitespace());
        if ends {
            found.push(String::new());
        } else if let Some(last) = found.last_mut() {
            last.push(letter);
        }
    }
    found.retain(|sentence| !sentence.trim().is_empty());
    found
}

/// Nothing is shortened: each sentence and each item of a list has its own.
#[test]
fn what_must_be_shown_has_every_sentence() {
    let files = shipped_files();
    for tag in tags() {
        let pairs = pairs(&files, tag);
        for place in MUST_SHOW {
            let pair = pairs.iter().find(|pair| pair.place == place).unwrap();
            let Pair {
                english,
                translated,
                ..
            } = pair;
            assert_eq!(
                sentences(translated).len(),
                sentences(english).len(),
                "{tag} {place}\n{english}\n{translated}"
            );
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            let (least, found) = (letters(english) * 7 / 10, letters(translated));
            assert!(
                found >= least,
                "{tag} {place} is much shorter than in English: {translated}"
            );
        }
    }
}

#[test]
fn every_page_says_it() {
    const ON_EVERY_PAGE: [Word; 2] = [key::EMERGENCY, key::INTENDED_USE];
    const ON_THE_RESULT: [Word; 4] = [
        key::DISCLAIMER,
        key::EMERGENCY,
        key::RESULT_FOOTER,
        key::HELP_USUAL,
    ];
    const LISTS: [Word; 3] = [key::HELP_NOW, key::HELP_DAY, key::HELP_DAYS];
    for locale in Locale::all() {
        let person = people(6_001, 60)
            .find(|person| person.today == today())
            .unwrap();
        let pages = journey_in(&person, locale);
        let (last, _) = pages.split_last().unwrap();
        for page in &pages {
            for word in ON_EVERY_PAGE {
                let text = locale.text(word);
                assert!(says(page, text), "{}: no “{text}”", locale.tag);
            }
            let text = page.text();
            assert!(!text.contains('{'), "{}: a brace in {text}", locale.tag);
        }
        let lists = LISTS.into_iter().flat_map(|list| locale.lines(list));
        let texts = ON_THE_RESULT.map(|word| locale.text(word));
        for text in texts.into_iter().chain(lists) {
            assert!(says(last, text), "{}: no “{text}”", locale.tag);
        }
    }
}
