//! How things are worded: not too long, no promises, no illness that nobody asked about, and nobody
//! told to stop a medicine. The words looked for are those of the locale's own list.

use std::collections::BTreeSet;

use crate::protocol::source::files::GuardFile;
use crate::protocol::source::problem::Problems;

/// A text, and where it is written.
pub(in crate::protocol::source) struct Text<'a> {
    pub(in crate::protocol::source) file: String,
    pub(in crate::protocol::source) entry: String,
    /// What the text is to its entry: "title".
    pub(in crate::protocol::source) part: &'static str,
    pub(in crate::protocol::source) text: &'a str,
}

/// At most so many characters: more are hard to read on a phone.
const LONGEST: [(&str, usize); 14] = [
    ("title", 90),
    ("label", 60),
    ("name", 40),
    ("hint", 125),
    ("why", 125),
    ("tell", 240),
    ("until", 90),
    ("instead", 100),
    ("clause", 90),
    ("caveat", 140),
    ("needling", 110),
    ("other", 110),
    ("nothing", 110),
    ("differs", 320),
];

/// Parts that stand as headings, headlines or answers.
const HEADLINES: [&str; 4] = ["title", "label", "name", "headline"];

/// A language's list of words, and how its texts are measured.
pub(in crate::protocol::source) struct Guarded<'a> {
    headlines: BTreeSet<&'a str>,
    never: BTreeSet<&'a str>,
    stop: BTreeSet<&'a str>,
    allow: &'a [String],
    path: String,
    /// How much longer than in English texts may be, in percent.
    longer: usize,
}

impl<'a> Guarded<'a> {
    pub(in crate::protocol::source) fn english(guard: &'a GuardFile) -> Guarded<'a> {
        Guarded::of(guard, "words/en/guard.toml".to_owned(), 0)
    }

    /// Other languages need more room; the pages are tested with a locale that is as much longer.
    pub(in crate::protocol::source) fn translated(
        guard: &'a GuardFile,
        path: String,
    ) -> Guarded<'a> {
        Guarded::of(guard, path, 40)
    }

    fn of(guard: &'a GuardFile, path: String, longer: usize) -> Guarded<'a> {
        let set = |words: &'a [String]| words.iter().map(String::as_str).collect();
        Guarded {
            headlines: set(&guard.headlines),
            never: set(&guard.never),
            stop: set(&guard.stop),
            allow: &guard.allow,
            path,
            longer,
        }
    }
}

pub(in crate::protocol::source) fn wording(
    texts: &[Text<'_>],
    guarded: &Guarded<'_>,
    problems: &mut Problems,
) {
    for text in texts {
        length(text, guarded.longer, problems);
        promises(text, guarded, problems);
    }
    let said: BTreeSet<&str> = texts.iter().flat_map(|text| sentences(text.text)).collect();
    let nowhere = |sentence: &&String| !said.contains(sentence.as_str());
    for sentence in guarded.allow.iter().filter(nowhere) {
        problems.add(
            &guarded.path,
            "`allow`",
            format!("“{sentence}” stands nowhere."),
            "Leave it out.",
        );
    }
}

fn length(text: &Text<'_>, longer: usize, problems: &mut Problems) {
    let longest = LONGEST.iter().find(|(part, _)| *part == text.part);
    let longest = longest.map(|(part, count)| (part, count + count * longer / 100));
    let count = text.text.chars().count();
    if let Some((part, longest)) = longest
        && count > longest
    {
        problems.add(
            &text.file,
            &*text.entry,
            format!("The {part} has {count} characters."),
            format!("More than {longest} are hard to read on a phone."),
        );
    }
}

fn promises(text: &Text<'_>, guarded: &Guarded<'_>, problems: &mut Problems) {
    let mut tell = |message: String, help: &str| {
        problems.add(&text.file, &*text.entry, message, help);
    };
    let part = text.part;
    for word in words(text.text) {
        let word = word.as_str();
        if guarded.never.contains(word) {
            tell(
                format!("The {part} says “{word}”, and nobody is asked about that by name."),
                "Say it without the name.",
            );
        }
        if guarded.headlines.contains(word) && HEADLINES.contains(&part) {
            tell(
                format!("The {part} says “{word}”, which promises too much for a headline."),
                "Say “may suit you”, “not yet” or “see a clinician”.",
            );
        }
    }
    // For readers of the protocol: it tells what sources say.
    if part == "differs" {
        return;
    }
    for sentence in sentences(text.text) {
        let found = words(sentence).find(|word| {
            let word = word.as_str();
            let promise = guarded.headlines.contains(word) && !HEADLINES.contains(&part);
            promise || guarded.stop.contains(word)
        });
        if let Some(word) = found
            && !guarded.allow.iter().any(|allowed| allowed == sentence)
        {
            tell(
                format!("The {part} says “{word}”: “{sentence}”"),
                &format!(
                    "Nobody may be promised anything, or told to stop a medicine. If this does neither, add the sentence to {}.",
                    guarded.path
                ),
            );
        }
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', ';', '!', '?', '؟', '؛', '\n'])
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}
