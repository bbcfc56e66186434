//! The result as text.

use microneedling_quiz::assess::Cause;
use microneedling_quiz::key;
use microneedling_quiz::takeaway::Taken;
use microneedling_quiz::text::Locale;
use serde_json::json;

use super::taken;
use crate::support::{healthy, people, protocol, sheet_of, today};

#[test]
fn the_text_says_the_answer_every_reason_and_what_it_is() {
    let english = Locale::english();
    let mut longest = 0;
    for person in people(8_401, 400).filter(|person| person.today == today()) {
        let (assessment, taken) = taken(&sheet_of(&person.answers), "copy");
        let Taken::Copy(text) = taken else {
            panic!("text to copy")
        };
        longest = longest.max(assessment.findings.len());
        assert!(text.starts_with(english.text(key::BRAND)), "{text}");
        assert!(text.contains("22 November 2026"), "{text}");
        for finding in &assessment.findings {
            if let (Cause::Rule(id), false) = (finding.cause, finding.unsure) {
                let rule = protocol().rule(id);
                for word in [rule.title, rule.tell] {
                    assert!(text.contains(english.text(word)), "{}\n{text}", rule.id);
                }
            }
        }
        for word in [key::DISCLAIMER, key::RESULT_FOOTER, key::HELP_USUAL] {
            assert!(text.contains(english.text(word)), "{text}");
        }
        assert!(text.contains(protocol().version));
        for word in [
            key::COPY,
            key::LINK_LEAD,
            key::STRENGTH_OPINION,
            key::START_OVER,
        ] {
            assert!(!text.contains(english.text(word)), "{text}");
        }
        assert!(
            !text.contains("\n\n\n") && !text.contains(" \n"),
            "{text:?}"
        );
        assert!(
            !text.contains("https://quiz.example/?"),
            "a link has answers in it"
        );
    }
    assert!(longest > 4, "the people are too healthy");
}

#[test]
fn lines_lists_and_headings_stand_as_on_the_page() {
    let (_, taken) = taken(&healthy(json!({ "breastfeeding": "yes" })), "copy");
    let lines: Vec<_> = taken.content().lines().collect();
    assert_eq!(
        lines[..4],
        [
            "Microneedling guide",
            "Made on 22 November 2026 from the answers given on that day.",
            "Not yet",
            "",
        ]
    );
    assert_eq!(lines[4], "Not yet: something has to settle first");
    let why = lines.iter().position(|line| *line == "Why").expect("why");
    assert_eq!(lines[why - 1], "");
    assert!(lines.iter().any(|line| line.starts_with("- ")));
}

#[test]
fn sharing_hands_on_the_same_text() {
    let sheet = healthy(json!({}));
    let (_, copied) = taken(&sheet, "copy");
    let (_, shared) = taken(&sheet, "share");
    assert_eq!(shared, Taken::Share(copied.content().to_owned()));
}

#[test]
fn the_link_begins_with_the_address_and_has_one_fragment() {
    let (_, taken) = taken(&healthy(json!({})), "link");
    let Taken::Copy(link) = taken else {
        panic!("a link to copy")
    };
    assert!(
        link.starts_with("https://quiz.example/?lang=en#r="),
        "{link}"
    );
    assert_eq!(link.matches('#').count(), 1);
}
