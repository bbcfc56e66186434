//! Plain language: the reading grade of what visitors read in English.
//!
//! Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59. A grade of 7 is an age of
//! about 12. `READING=1` prints every text with its grade.

use std::collections::BTreeMap;

use microneedling_quiz::key;
use microneedling_quiz::protocol::Word;
use microneedling_quiz::text::Locale;

use crate::support::protocol;

/// The highest grade without a reason.
const CEILING: f64 = 7.0;
/// Fewer words have no grade that means anything: they are read at a glance.
const LEAST_WORDS: usize = 7;
/// Texts that may be harder, each with its reason.
const EXCEPTIONS: &str = include_str!("reading.toml");

/// Syllables, by groups of vowels, without a silent `e`.
fn syllables(word: &str) -> usize {
    let word: String = word
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    // "needle" has two, "capsule" too.
    let le = word
        .strip_suffix("le")
        .is_some_and(|stem| !stem.ends_with(vowel));
    let silent = (word.ends_with('e') && !le)
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"))
        || (word.ends_with("es")
            && !["ses", "zes", "xes", "ces", "ges", "shes", "ches", "ies"]
                .iter()
                .any(|end| word.ends_with(end)));
    let apart = ["ia", "io", "iu", "eo", "ua"]
        .iter()
        .filter(|pair| word.contains(*pair))
        .count();
    let together = ["tion", "sion", "cia", "tia", "qua", "gua", "geo", "ious"]
        .iter()
        .filter(|part| word.contains(*part))
        .count();
    (groups + apart.saturating_sub(together))
        .saturating_sub(usize::from(silent && groups > 1))
        .max(1)
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace() || c == '-' || c == '/')
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect()
}

/// The grade of a text; `None` for one that is too short to have one.
fn grade(text: &str) -> Option<f64> {
    let words = words(text);
    if words.len() < LEAST_WORDS {
        return None;
    }
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    // A colon or a semicolon ends a thought as a full stop does.
    let ends = text
        .split(['.', '?', '!', ':', ';', '\n'])
        .filter(|part| part.chars().any(char::is_alphabetic))
        .count();
    let count = |number: usize| u32::try_from(number).map_or(f64::INFINITY, f64::from);
    let length = count(words.len()) / count(ends.max(1));
    let weight = count(spoken) / count(words.len());
    Some(0.39 * length + 11.8 * weight - 15.59)
}

/// Every question, option, reason and verdict sentence, by a name that tells where it stands.
fn texts() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let locale = Locale::english();
    let mut add = |name: String, word: Word| {
        if word.is_some() {
            texts.insert(name, locale.text(word).to_owned());
        }
    };
    for question in protocol().questions {
        let follow_up = ["where", "severity"]
            .into_iter()
            .find(|end| question.id.ends_with(&format!(".{end}")));
        let id = follow_up.unwrap_or(question.id);
        add(format!("question {id} title"), question.title);
        add(format!("question {id} hint"), question.hint);
        add(format!("question {id} why"), question.why);
        for option in question.options.iter() {
            // Areas and goals have one label, wherever they are offered.
            let place = if follow_up == Some("where") {
                "area"
            } else {
                id
            };
            add(format!("option {place} {} label", option.id), option.label);
            add(format!("option {place} {} hint", option.id), option.hint);
        }
    }
    for rule in protocol().rules {
        add(format!("rule {} title", rule.id), rule.title);
        add(format!("rule {} tell", rule.id), rule.tell);
    }
    for (name, word) in VERDICTS {
        add(format!("verdict {name}"), *word);
    }
    texts
}

const VERDICTS: &[(&str, Word)] = &[
    ("sentence-suitable", key::SENTENCE_SUITABLE),
    ("sentence-review", key::SENTENCE_REVIEW),
    ("sentence-defer-date", key::SENTENCE_DEFER_DATE),
    ("sentence-defer", key::SENTENCE_DEFER),
    ("sentence-not-indicated", key::SENTENCE_NOT_INDICATED),
    ("sentence-exclude", key::SENTENCE_EXCLUDE),
    ("sentence-out-of-scope", key::SENTENCE_OUT_OF_SCOPE),
    ("next-suitable", key::NEXT_SUITABLE),
    ("next-review", key::NEXT_REVIEW),
    ("next-defer-date", key::NEXT_DEFER_DATE),
    ("next-defer", key::NEXT_DEFER),
    ("next-not-indicated", key::NEXT_NOT_INDICATED),
    ("next-exclude", key::NEXT_EXCLUDE),
    ("next-out-of-scope", key::NEXT_OUT_OF_SCOPE),
    ("next-areas", key::NEXT_AREAS),
    ("partial", key::PARTIAL),
    ("unsure-tell", key::UNSURE_TELL),
    ("alert", key::ALERT),
    ("medicine", key::MEDICINE),
];

/// Name and reason of each text that may be harder.
fn exceptions() -> BTreeMap<String, String> {
    toml::from_str(EXCEPTIONS).expect("reading.toml holds names and reasons")
}

#[test]
fn syllables_are_counted_as_people_speak() {
    for (word, count) in [
        ("skin", 1),
        ("scar", 1),
        ("needle", 2),
        ("needling", 2),
        ("microneedling", 4),
        ("capsule", 2),
        ("disease", 2),
        ("medicine", 3),
        ("clinician", 3),
        ("infection", 3),
        ("allergy", 3),
        ("treated", 2),
        ("healed", 1),
        ("changes", 2),
        ("clothes", 1),
        ("area", 3),
        ("isotretinoin", 5),
    ] {
        let found = syllables(word);
        assert!(
            found.abs_diff(count) <= usize::from(count > 2),
            "{word}: {found}, not {count}"
        );
    }
}

#[test]
fn hard_words_and_long_sentences_raise_the_grade() {
    let plain = grade("The cat sat on the mat. The dog ran to the door.").expect("long enough");
    let hard = grade("Contraindicated dermatological interventions necessitate professional individualised evaluation.").expect("long enough");
    assert!(plain < 2.0, "{plain}");
    assert!(hard > 15.0, "{hard}");
}

#[test]
fn texts_are_plain_or_have_a_reason_not_to_be() {
    let texts = texts();
    let exceptions = exceptions();
    let graded: BTreeMap<_, _> = texts
        .iter()
        .filter_map(|(name, text)| Some((name.as_str(), grade(text)?)))
        .collect();
    if std::env::var_os("READING").is_some() {
        for (name, grade) in &graded {
            println!("{grade:5.1}  {name}: {}", texts[*name]);
        }
    }
    let hard: Vec<_> = graded
        .iter()
        .filter(|(name, grade)| **grade > CEILING && !exceptions.contains_key(**name))
        .map(|(name, grade)| format!("{grade:.1}  {name}: {}", texts[*name]))
        .collect();
    assert!(
        hard.is_empty(),
        "{} texts are too hard:\n{}",
        hard.len(),
        hard.join("\n")
    );
    let most = texts.len() / 10;
    assert!(
        exceptions.len() <= most,
        "{} exceptions, {most} at most",
        exceptions.len()
    );
    for (name, reason) in &exceptions {
        let grade = graded.get(name.as_str()).copied().unwrap_or_default();
        assert!(grade > CEILING, "`{name}` needs no exception: {grade:.1}");
        assert!(
            reason.split_whitespace().count() >= 3,
            "`{name}` has no reason"
        );
    }
}
