//! Reads the clinician's files (natively: in `build.rs`, in tests and in tools, never in the wasm).
//!
//! A mistake is told with its file, its entry, a sentence and a suggestion, and all mistakes are
//! told at once.

mod changes;
mod check;
mod emit;
mod evidence;
mod expression;
mod files;
mod locale;
mod names;
mod outcomes;
mod part;
mod problem;
mod questions;
mod rules;
mod words;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use self::evidence::Citing;
use self::locale::{LANGUAGES, LanguagesFile};
use self::names::{At, Names, need_date};
use self::problem::Problems;
use self::words::{Slots, Words};
use crate::protocol::{Cited, Evidence, Protocol, Scope, Word};

pub use self::emit::{evidence_bytes, keys, languages, protocol_bytes, translation_bytes};
pub use self::locale::{EmergencyEntry, LanguageEntry, Translation, translations};
pub use self::problem::Problem;
pub use self::words::Tables;

/// The files that make a protocol: path below `protocol/`, and what is in it.
pub type Files = BTreeMap<String, String>;

/// The files of words that every language has.
const WORDS: [&str; 12] = [
    "ui",
    "later",
    "outside",
    "screens",
    "questions",
    "rules",
    "goals",
    "areas",
    "care",
    "changes",
    "outcomes",
    "alternatives",
];

/// Reads the files with `read`: those that have to be there, and those of the languages listed.
/// What is not there is left out, and told when the files are compiled.
pub fn files(read: impl Fn(&str) -> Option<String>) -> Files {
    let mut names: Vec<String> = FILES.iter().map(|name| (*name).to_owned()).collect();
    let listed = read(LANGUAGES).and_then(|text| toml::from_str::<LanguagesFile>(&text).ok());
    for tag in listed.iter().flat_map(LanguagesFile::tags) {
        names.extend(locale::files_of(tag));
    }
    names
        .into_iter()
        .filter_map(|name| Some((read(&name)?, name)))
        .map(|(text, name)| (name, text))
        .collect()
}

/// Every file that has to be there.
pub const FILES: [&str; 24] = [
    LANGUAGES,
    "protocol.toml",
    "questions.toml",
    "areas.toml",
    "rules.toml",
    "courses.toml",
    "care.toml",
    "changes.toml",
    "outcomes.toml",
    "alternatives.toml",
    "sources.toml",
    "words/en/ui.toml",
    "words/en/later.toml",
    "words/en/outside.toml",
    "words/en/screens.toml",
    "words/en/questions.toml",
    "words/en/rules.toml",
    "words/en/goals.toml",
    "words/en/areas.toml",
    "words/en/care.toml",
    "words/en/changes.toml",
    "words/en/outcomes.toml",
    "words/en/alternatives.toml",
    "words/en/guard.toml",
];

/// A protocol read from its files.
#[derive(Debug)]
pub struct Compiled {
    /// The protocol. Its tables live as long as the program.
    pub protocol: Protocol,
    /// Where everything in it comes from.
    pub evidence: Evidence,
    /// The English words; a [`Word`] is a position in one of its tables.
    pub words: Tables,
    /// The languages that there are words in, English first.
    pub languages: Vec<LanguageEntry>,
    slots: Slots,
    /// The interface's own words, by their key.
    pub ui: Vec<(String, Word)>,
    /// How many words the first screen and the verdicts need; they come first. What reasons need
    /// stands behind them.
    pub screens: usize,
    /// How many of the later words the quiz itself shows; they come first.
    pub shown: usize,
    /// What only readers of the protocol see.
    pub notes: Notes,
}

/// The words of each language's wording guard: a line each, with its tag first.
pub fn guard_lines(files: &Files, compiled: &Compiled) -> String {
    let mut lines = String::new();
    for language in &compiled.languages {
        let path = format!("words/{}/guard.toml", language.tag);
        let guard: Option<files::GuardFile> = read(files, &path, &mut Problems::default());
        let Some(guard) = guard else { continue };
        let words = guard.headlines.iter();
        let words = words.chain(&guard.never).chain(&guard.stop);
        let words: Vec<_> = words.map(String::as_str).collect();
        lines += &format!("{} {}\n", language.tag, words.join(" "));
    }
    lines
}

/// What only readers of the protocol see: the quiz does not load it.
#[derive(Debug)]
pub struct Notes {
    /// Where sources disagree about a rule or a goal, and which default was taken: id and text.
    pub differs: Vec<(String, String)>,
    /// What spaces sessions further apart, by its id, and what that rests on.
    pub slower: Vec<(String, Cited)>,
    /// What takes certainty away, by its id, and what that rests on.
    pub less_certain: Vec<(String, Cited)>,
}

/// Reads a protocol, or tells everything that is wrong with it.
pub fn compile(files: &Files) -> Result<Compiled, Vec<Problem>> {
    let mut problems = Problems::default();
    let compiled = read_all(files, &mut problems);
    match compiled {
        Some(compiled) if problems.0.is_empty() => Ok(compiled),
        _ => Err(problems.0),
    }
}

fn read_all(files: &Files, problems: &mut Problems) -> Option<Compiled> {
    let head: Option<files::ProtocolFile> = read(files, "protocol.toml", problems);
    let questions: Option<files::QuestionsFile> = read(files, "questions.toml", problems);
    let areas: Option<files::AreasFile> = read(files, "areas.toml", problems);
    let rules: Option<files::RulesFile> = read(files, "rules.toml", problems);
    let courses: Option<files::CoursesFile> = read(files, "courses.toml", problems);
    let care: Option<files::CareFile> = read(files, "care.toml", problems);
    let changes: Option<files::ChangesFile> = read(files, "changes.toml", problems);
    let outcomes: Option<outcomes::OutcomesFile> = read(files, "outcomes.toml", problems);
    let others: Option<outcomes::AlternativesFile> = read(files, "alternatives.toml", problems);
    let sources: Option<files::SourcesFile> = read(files, "sources.toml", problems);
    let languages: Option<LanguagesFile> = read(files, LANGUAGES, problems);
    let ui: Option<toml::Table> = read(files, "words/en/ui.toml", problems);
    let later: Option<toml::Table> = read(files, "words/en/later.toml", problems);
    let outside: Option<toml::Table> = read(files, "words/en/outside.toml", problems);
    let guard: Option<files::GuardFile> = read(files, "words/en/guard.toml", problems);
    let mut entries = BTreeMap::new();
    // The interface's own words are read above.
    for name in WORDS.into_iter().skip(3) {
        if let Some(file) = read(files, &format!("words/en/{name}.toml"), problems) {
            entries.insert(name, file);
        }
    }
    let (head, questions, areas) = (head?, questions?, areas?);
    let (rules, courses, care, sources) = (rules?, courses?, care?, sources?);
    let (changes, guard, outcomes, others) = (changes?, guard?, outcomes?, others?);
    let languages = locale::languages(languages?, problems);

    let forms = languages
        .first()
        .map_or(&[][..], |english| &english.plurals);
    let mut interface = |name: &str, table: &toml::Table| {
        let path = format!("words/en/{name}.toml");
        let flat = locale::flat(&path, table, problems);
        locale::entries(&path, &flat, forms, problems)
    };
    let (ui, later) = (interface("ui", &ui?), interface("later", &later?));
    let outside = interface("outside", &outside?);
    let mut words = Words::new(entries, ui, later, outside);
    let mut ui = words.ui();
    let screens = words.tables.first.len();
    let mut names = Names {
        areas: areas.area.iter().map(|area| area.id.clone()).collect(),
        goals: courses.goal.iter().map(|goal| goal.id.clone()).collect(),
        rules: rules.rule.iter().map(|rule| rule.id.clone()).collect(),
        sources: sources
            .source
            .iter()
            .map(|source| source.id.clone())
            .collect(),
        questions: Vec::new(),
    };
    let drafts = questions::drafts(&questions, &names.areas);
    names.questions = drafts
        .iter()
        .flat_map(|screen| &screen.questions)
        .map(|draft| draft.name())
        .collect();
    questions::report_duplicates(&names, problems);
    questions::report_long_lists(&names, problems);

    let at = At {
        file: "protocol.toml",
        entry: "",
    };
    let protocol = Protocol {
        version: head.version.leak(),
        released: need_date(&head.released, at, problems),
        review_by: need_date(&head.review_by, at, problems),
        signed_off: head.signed_off,
        out_of_scope: names.condition(&head.out_of_scope, Scope::Person, at, problems),
        areas: rules::areas(&areas, &names, &mut words, problems),
        questions: questions::questions(&drafts, &names, &mut words, problems),
        screens: questions::screens(&drafts, &names, &mut words, problems),
        goals: rules::goals(&courses.goal, &names, &mut words, problems),
        slower: rules::modifiers(&courses.slower, &names, problems),
        less_certain: rules::modifiers(&courses.less_certain, &names, problems),
        rules: rules::rules(&rules, &names, &mut words, problems),
    };
    let citing = Citing {
        names: &names,
        review_by: protocol.review_by,
    };
    let evidence = Evidence {
        texts: citing.texts(&care, &ui, problems),
        care: citing.care(&care, &mut words, problems),
        outcomes: citing.outcomes(&outcomes, protocol.goals, &mut words, problems),
        alternatives: citing.alternatives(&others, protocol.goals, &mut words, problems),
        ..citing.evidence(&rules, &courses.goal, &sources, problems)
    };
    let evidence = Evidence {
        changes: changes::changes(&changes, &citing, &evidence, &mut words, problems),
        elsewhere: changes::elsewhere(&changes, &names, problems),
        ..evidence
    };
    let mut differs = words.differs("rules");
    differs.extend(words.differs("goals"));
    let notes = Notes {
        differs,
        slower: citing.modifiers(&courses.slower, problems),
        less_certain: citing.modifiers(&courses.less_certain, problems),
    };
    let shown = words.tables.later.len();
    ui.extend(words.outside());
    words.report_unused(problems);
    check::wording(&words.texts(), &check::Guarded::english(&guard), problems);
    if problems.0.is_empty() {
        evidence::report_unused(&evidence, &notes, problems);
        check::check(&protocol, &evidence, &notes, problems);
    }
    Some(Compiled {
        protocol,
        evidence,
        words: words.tables,
        languages,
        slots: words.slots,
        ui,
        screens,
        shown,
        notes,
    })
}

fn read<T: DeserializeOwned>(files: &Files, name: &str, problems: &mut Problems) -> Option<T> {
    let Some(text) = files.get(name) else {
        problems.add(name, "", "The file is missing.", "");
        return None;
    };
    match toml::from_str(text) {
        Ok(read) => Some(read),
        Err(error) => {
            let line = error.span().map(|span| {
                1 + text
                    .bytes()
                    .take(span.start)
                    .filter(|byte| *byte == b'\n')
                    .count()
            });
            let entry = line.map_or_else(String::new, |line| format!("line {line}"));
            let message = format!(
                "The file cannot be read: {}.",
                error.message().trim_end_matches('.')
            );
            problems.add(name, entry, message, "");
            None
        }
    }
}
