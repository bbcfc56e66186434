//! No number is another one, and no "not" is lost or added.

use super::{Pair, pairs, tags};
use crate::protocol::shipped_files;

/// What a language calls the numbers from two, and how it says no. All in small letters.
struct Words {
    tag: &'static str,
    /// From two on; "both" is two.
    numbers: [&'static [&'static str]; 10],
    /// Words of which one stands wherever English says no.
    no: &'static [&'static str],
    /// Some that are no "no" by themselves: French "une personne".
    weak: &'static [&'static str],
}

const ENGLISH: Words = Words {
    tag: "en",
    numbers: [
        &["two", "both"],
        &["three"],
        &["four"],
        &["five"],
        &["six"],
        &["seven"],
        &["eight"],
        &["nine"],
        &["ten"],
        &["eleven"],
    ],
    no: &[
        "not", "no", "never", "nobody", "none", "nothing", "cannot", "without", "nor", "neither",
    ],
    // Said with a "not" in some languages.
    weak: &[
        "before",
        "clear",
        "come",
        "differs",
        "disagree",
        "hardly",
        "harmless",
        "left",
        "off",
        "only",
        "otherwise",
        "out",
        "outside",
        "skipping",
        "still",
        "stop",
        "unblinded",
        "unchanged",
        "uneven",
        "unknown",
        "unless",
        "until",
        "untreated",
        "whether",
    ],
};

const TRANSLATIONS: [Words; 5] = [
    Words {
        tag: "es",
        numbers: [
            &["dos", "ambas"],
            &["tres"],
            &["cuatro"],
            &["cinco"],
            &["seis"],
            &["siete"],
            &["ocho"],
            &["nueve"],
            &["diez"],
            &["once"],
        ],
        no: &[
            "no", "ni", "nunca", "nadie", "nada", "ningún", "ninguna", "ninguno", "sin", "tampoco",
        ],
        weak: &[],
    },
    Words {
        tag: "fr",
        // "neuf" is also "new".
        numbers: [
            &["deux"],
            &["trois"],
            &["quatre"],
            &["cinq"],
            &["six"],
            &["sept"],
            &["huit"],
            &[],
            &["dix"],
            &["onze"],
        ],
        no: &[
            "ne", "n", "pas", "ni", "jamais", "rien", "aucun", "aucune", "sans", "non",
        ],
        weak: &["personne"],
    },
    Words {
        tag: "de",
        numbers: [
            &["zwei", "beide", "beides"],
            &["drei"],
            &["vier"],
            &["fünf"],
            &["sechs"],
            &["sieben"],
            &["acht"],
            &["neun"],
            &["zehn"],
            &["elf"],
        ],
        no: &[
            "nicht",
            "nichts",
            "nie",
            "niemals",
            "niemand",
            "niemandem",
            "nirgendwohin",
            "kein",
            "keine",
            "keinen",
            "keinem",
            "keiner",
            "keines",
            "ohne",
            "nein",
            "unbeteiligte",
        ],
        weak: &[],
    },
    Words {
        tag: "pt-BR",
        numbers: [
            &["dois", "duas"],
            &["três"],
            &["quatro"],
            &["cinco"],
            &["seis"],
            &["sete"],
            &["oito"],
            &["nove"],
            &["dez"],
            &["onze"],
        ],
        no: &[
            "não", "nem", "nunca", "ninguém", "nada", "nenhum", "nenhuma", "sem",
        ],
        weak: &[],
    },
    Words {
        tag: "ar",
        // Two of a thing is a form of its name.
        numbers: [
            &[
                "أسبوعين",
                "أسبوعان",
                "وأسبوعين",
                "بأسبوعين",
                "الأسبوعين",
                "شهرين",
                "يومين",
                "اليومين",
                "دراستين",
                "الأمران",
                "كليهما",
            ],
            &["ثلاث", "ثلاثة", "الثلاث"],
            &["أربع", "أربعة", "وأربعة"],
            &["خمس", "خمسة"],
            &["ست", "ستة"],
            &["سبع", "سبعة"],
            &["ثماني", "ثمانية"],
            &["تسع", "تسعة"],
            &["عشرة"],
            &["إحدى"],
        ],
        no: &[
            "لا",
            "ولا",
            "فلا",
            "ألا",
            "إلا",
            "خارج",
            "بلا",
            "وبلا",
            "لم",
            "ولم",
            "فلم",
            "لن",
            "ليس",
            "ليست",
            "وليس",
            "وليست",
            "فليس",
            "عدم",
            "وعدم",
            "دون",
            "دونه",
            "دونها",
            "أبدًا",
            "غير",
            "تجنبهما",
            "تعذّر",
        ],
        weak: &[],
    },
];

fn words(text: &str) -> Vec<String> {
    let mut outside = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        outside.push_str(before);
        rest = behind.split_once('}').map_or("", |(_, behind)| behind);
    }
    outside.push_str(rest);
    let parts = outside.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Every number of a text, in digits or letters. `2.5` and `2,5` are 2 and 5; `1,200` is not used.
fn numbers(text: &str, words_of: &Words) -> Vec<u32> {
    let mut found = Vec::new();
    let words = words(text);
    for (place, word) in words.iter().enumerate() {
        let named = words_of
            .numbers
            .iter()
            .position(|names| names.contains(&word.as_str()));
        // "إحدى عشرة" is eleven; "إحدى" alone is one of them.
        let eleven = words_of.tag == "ar" && word == "إحدى";
        if eleven && words.get(place + 1).is_none_or(|next| next != "عشرة") {
            continue;
        }
        let tail = place.checked_sub(1).and_then(|before| words.get(before));
        if words_of.tag == "ar" && word == "عشرة" && tail.is_some_and(|word| word == "إحدى")
        {
            continue;
        }
        found.extend(named.map(|place| u32::try_from(place).unwrap() + 2));
        // Arabic joins "and" to a figure.
        let figures = word.split(|c: char| !c.is_ascii_digit());
        found.extend(figures.filter_map(|figure| figure.parse::<u32>().ok()));
    }
    found.sort_unstable();
    found
}

fn says(text: &str, known: &[&[&str]]) -> bool {
    let words = words(text);
    words
        .iter()
        .any(|word| known.iter().any(|known| known.contains(&word.as_str())))
}

/// Runs a comparison over every text of every language, and lists what differs.
fn compare(differs: impl Fn(&Pair, &Words) -> Option<String>) {
    let files = shipped_files();
    let mut wrong = Vec::new();
    for tag in tags() {
        let words = TRANSLATIONS.iter().find(|words| words.tag == tag);
        let words = words.unwrap_or_else(|| panic!("no words for `{tag}`: add them here"));
        for pair in pairs(&files, tag) {
            let found = differs(&pair, words);
            wrong.extend(found.map(|found| {
                let Pair {
                    place,
                    english,
                    translated,
                } = &pair;
                format!("{tag} {place}: {found}\n  {english}\n  {translated}")
            }));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_number_is_the_same() {
    compare(|pair, words| {
        // The emergency numbers of a country are its own; the build holds them to their sources.
        // Arabic has forms for one and two of a thing.
        let form = ["zero", "one", "two"]
            .iter()
            .any(|form| pair.place.ends_with(&format!(".{form}")));
        if pair.place == "ui emergency" || form {
            return None;
        }
        let expected = numbers(&pair.english, &ENGLISH);
        let found = numbers(&pair.translated, words);
        (expected != found).then(|| format!("{found:?} instead of {expected:?}"))
    });
}

#[test]
fn no_negation_is_lost() {
    compare(|pair, words| {
        let lost =
            says(&pair.english, &[ENGLISH.no]) && !says(&pair.translated, &[words.no, words.weak]);
        lost.then(|| "English says no, and this does not".to_owned())
    });
}

#[test]
fn no_negation_is_added() {
    compare(|pair, words| {
        let zero = pair.place.ends_with(".zero");
        let added = says(&pair.translated, &[words.no])
            && !says(&pair.english, &[ENGLISH.no, ENGLISH.weak]);
        (added && !zero).then(|| "this says no, and English does not".to_owned())
    });
}

/// The comparison itself notices both.
#[test]
fn a_changed_number_and_a_lost_negation_are_noticed() {
    let [spanish, ..] = &TRANSLATIONS;
    let english = "Wait at least four weeks, or 6 months. Do not stop your medicine.";
    let right = "Espere al menos cuatro semanas, o 6 meses. No deje su medicamento.";
    let wrong = "Espere al menos dos semanas, o 6 meses. Deje su medicamento.";
    assert_eq!(numbers(english, &ENGLISH), [4, 6]);
    assert_eq!(numbers(right, spanish), [4, 6]);
    assert_eq!(numbers(wrong, spanish), [2, 6]);
    let no = |text| says(text, &[spanish.no]);
    assert!(says(english, &[ENGLISH.no]) && no(right) && !no(wrong));
}
