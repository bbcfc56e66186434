//! For each kind of mistake that the compiler of the clinician's files knows: a smallest bad change
//! to the real files, and the exact message.

mod answers;
mod changes;
mod conditions;
mod entries;
mod outcomes;
mod whole;
mod words;

use microneedling_quiz::protocol::source::{Files, compile};

use super::shipped_files;

/// A change to a file: what stands there once replaced by something else.
struct Mistake {
    file: &'static str,
    find: &'static str,
    put: &'static str,
    /// Every message that follows, as it is printed.
    told: &'static [&'static str],
}

fn messages(files: &Files) -> Vec<String> {
    compile(files)
        .err()
        .unwrap_or_default()
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn change(files: &mut Files, mistake: &Mistake) {
    let text = files
        .get_mut(mistake.file)
        .unwrap_or_else(|| panic!("there is no {}", mistake.file));
    assert!(
        text.contains(mistake.find),
        "`{}` no longer stands in {}",
        mistake.find,
        mistake.file
    );
    *text = text.replacen(mistake.find, mistake.put, 1);
}

/// Makes each mistake alone, and compares what is told.
fn each_is_told(mistakes: &[Mistake]) {
    let mut wrong = Vec::new();
    for mistake in mistakes {
        let mut files = shipped_files();
        change(&mut files, mistake);
        let told = messages(&files);
        if told != mistake.told {
            let (put, told, expected) = (
                mistake.put,
                told.join("\n    "),
                mistake.told.join("\n    "),
            );
            wrong.push(format!(
                "{}: `{put}`\n  told\n    {told}\n  expected\n    {expected}",
                mistake.file
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_missing_file_is_told() {
    let mut files = shipped_files();
    files.remove("rules.toml");
    assert_eq!(
        messages(&files),
        ["protocol/rules.toml: The file is missing."]
    );
}

#[test]
fn every_missing_file_is_told_at_once() {
    let told = messages(&Files::new());
    let expected: Vec<_> = microneedling_quiz::protocol::source::FILES
        .iter()
        .map(|name| format!("protocol/{name}: The file is missing."))
        .collect();
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines
    };
    assert_eq!(sorted(told), sorted(expected));
}

/// One mistake in each of four files: four messages, in one go.
#[test]
fn all_mistakes_are_told_at_once() {
    let mut files = shipped_files();
    for (file, find, put) in [
        (
            "protocol.toml",
            "released = \"2026-11-22\"",
            "released = \"2026-11-31\"",
        ),
        ("areas.toml", "areas-head:face", "areas-haed:face"),
        (
            "courses.toml",
            "moderate = \"3-4-6\"",
            "moderate = \"3-4-7\"",
        ),
        ("rules.toml", "pregnancy:yes", "pregnancy:ja"),
    ] {
        change(
            &mut files,
            &Mistake {
                file,
                find,
                put,
                told: &[],
            },
        );
    }
    assert_eq!(
        messages(&files),
        [
            "protocol/protocol.toml: `2026-11-31` is not a date. Write it like `2026-11-22`.",
            "protocol/areas.toml: area `face`: There is no question `areas-haed`. Did you mean `areas-head`?",
            "protocol/courses.toml: goal `acne-scars`: `3-4-7` is not a range of sessions. Write low-most-high in rising order, at most 6, like `3-4-6`.",
            "protocol/rules.toml: rule `pregnant`: The question `pregnancy` has no option `ja`.",
        ]
    );
}
