//! The shipped protocol: its files, its tables, and the limits that it keeps.

mod bytes;
pub(crate) mod items;
mod mistakes;
mod path;

use microneedling_quiz::protocol::source::{Compiled, Files, compile, files, keys, languages};
use microneedling_quiz::protocol::{Care, Evidence, Source, Span, Unit, Word};
use microneedling_quiz::text::Locale;

use crate::support::{file, protocol};

/// The clinician's files as they are shipped.
#[track_caller]
pub(crate) fn shipped_files() -> Files {
    files(|name| Some(file(&format!("protocol/{name}"))))
}

#[track_caller]
pub(crate) fn compiled() -> Compiled {
    compile(&shipped_files()).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the shipped protocol has problems:\n{}", lines.join("\n"))
    })
}

#[test]
fn the_shipped_protocol_has_no_problems() {
    assert_eq!(
        compiled().protocol,
        *protocol(),
        "the program carries another protocol than its files"
    );
}

#[test]
fn the_program_carries_the_evidence_of_its_files() {
    let evidence = microneedling_quiz::evidence();
    assert_eq!(evidence, compiled().evidence);
    for (rule, cited) in protocol().rules.iter().zip(evidence.rules) {
        assert!(
            !cited.sources.is_empty() && !cited.basis.is_empty(),
            "`{}` rests on nothing",
            rule.id
        );
    }
    for (goal, cited) in protocol().goals.iter().zip(evidence.goals) {
        assert!(!cited.sources.is_empty(), "`{}` rests on nothing", goal.id);
    }
    let lengths = (evidence.rules.len(), evidence.goals.len());
    assert_eq!(lengths, (protocol().rules.len(), protocol().goals.len()));
}

/// A line for each language: its tag, then every word that its guard forbids.
#[test]
fn the_program_carries_every_word_of_the_wording_guards() {
    let files = shipped_files();
    let mut lines = microneedling_quiz::GUARD.lines();
    for language in &microneedling_quiz::LANGUAGES {
        let tag = language.tag;
        let guard: toml::Table = toml::from_str(&files[&*format!("words/{tag}/guard.toml")])
            .unwrap_or_else(|error| panic!("{tag}: {error}"));
        let forbidden = ["headlines", "never", "stop"].map(|list| match &guard[list] {
            toml::Value::Array(words) => words.iter().filter_map(toml::Value::as_str).collect(),
            other => panic!("{tag} {list}: {other}"),
        });
        let forbidden: Vec<&str> = forbidden
            .into_iter()
            .flat_map(|list: Vec<_>| list)
            .collect();
        let line = format!("{tag} {}", forbidden.join(" "));
        assert_eq!(lines.next(), Some(line.as_str()));
    }
    assert_eq!(lines.next(), None);
}

/// The quiz shows what its readers see, without the ids that only they need.
#[test]
fn what_the_quiz_shows_of_the_evidence_has_no_ids() {
    let evidence = microneedling_quiz::evidence();
    let shown = evidence.shown();
    assert!(!shown.sources.is_empty() && !shown.care.is_empty());
    for (shown, source) in shown.sources.iter().zip(evidence.sources) {
        assert_eq!(*shown, Source { id: "", ..*source });
    }
    for (shown, care) in shown.care.iter().zip(evidence.care) {
        assert_eq!(*shown, Care { id: "", ..*care });
    }
    let (sources, care) = (shown.sources, shown.care);
    assert_eq!(sources.len(), evidence.sources.len());
    assert_eq!(
        shown,
        Evidence {
            sources,
            care,
            ..evidence
        }
    );
}

/// Two weeks may be written as days; whatever hangs on the wait stays as it was.
#[test]
fn a_wait_may_be_written_in_days() {
    let id = "recent-tan";
    let mut files = shipped_files();
    let rules = files.get_mut("rules.toml").expect("rules");
    let (before, after) = rules.split_once(&format!("id = \"{id}\"")).expect(id);
    let after = after.replacen("wait = \"2 weeks\"", "wait = \"14 days\"", 1);
    *rules = format!("{before}id = \"{id}\"{after}");
    let compiled = compile(&files).expect("a protocol without problems");
    let rule = compiled.protocol.rules.iter().find(|rule| rule.id == id);
    let wait = rule.and_then(|rule| rule.wait).and_then(|wait| wait.span);
    let days = Span {
        count: 14,
        unit: Unit::Days,
    };
    assert_eq!(wait, Some(days));
}

/// The comment above each constant is the text that it stands for.
#[test]
fn the_constants_of_the_interface_name_their_texts() {
    let source = keys(&compiled());
    let english = Locale::english();
    let mut lines = source.lines().skip(1);
    let mut seen = 0;
    while let (Some(text), Some(constant)) = (lines.next(), lines.next()) {
        let number = constant.split(['(', ')']).nth(1).expect("a position");
        let word = Word(number.parse().expect("a number"));
        let shown = english.text(word).replace('\n', " ");
        assert_eq!(text, format!("/// {shown}"), "{constant}");
        seen += 1;
    }
    assert_eq!(seen, compiled().ui.len());
}

#[test]
fn the_program_knows_every_language_of_its_files() {
    let source = languages(&compiled());
    for language in &microneedling_quiz::LANGUAGES {
        let (tag, name, rtl) = (language.tag, language.name, language.rtl);
        let entry = format!("text::Language {{ tag: {tag:?}, name: {name:?}, rtl: {rtl}, ");
        assert_eq!(source.matches(&entry).count(), 1, "{tag}");
    }
}
