//! What `assess --questions` tells: every question, and what its options lead to.

use std::collections::{BTreeMap, BTreeSet};

use microneedling_quiz::jsonl::{self, Question};
use microneedling_quiz::protocol::{Kind, Role};
use microneedling_quiz::text::Locale;
use serde_json::json;

use crate::support::{date, healthy, line_of, output, protocol};

fn listed() -> Vec<Question> {
    jsonl::questions(protocol(), Locale::english())
}

#[test]
fn every_question_is_listed_in_order() {
    let ids: Vec<_> = listed().iter().map(|question| question.id).collect();
    let expected: Vec<_> = protocol()
        .questions
        .iter()
        .map(|question| question.id)
        .collect();
    assert_eq!(ids, expected);
    for (listed, question) in listed().iter().zip(protocol().questions) {
        let options: Vec<_> = listed.options.iter().map(|option| option.id).collect();
        let expected: Vec<_> = question.options.iter().map(|option| option.id).collect();
        assert_eq!(options, expected, "{}", listed.id);
        let bounds = match question.kind {
            Kind::Number { min, max } => (Some(min), Some(max)),
            _ => (None, None),
        };
        assert_eq!((listed.min, listed.max), bounds, "{}", listed.id);
        assert_eq!(listed.required, question.one_of.is_none(), "{}", listed.id);
    }
}

#[test]
fn everything_has_words() {
    for question in listed() {
        assert!(!question.title.is_empty(), "{} has no title", question.id);
        assert!(!question.asked.is_empty(), "{} is asked when?", question.id);
        for option in &question.options {
            assert!(
                !option.label.is_empty(),
                "{}:{} has no label",
                question.id,
                option.id
            );
        }
    }
}

#[test]
fn every_item_named_is_a_rule_a_goal_or_an_area() {
    let rules = protocol().rules.iter().map(|rule| rule.id);
    let goals = protocol().goals.iter().map(|goal| goal.id);
    let areas = protocol().areas.iter().map(|area| area.id);
    let known: BTreeSet<_> = rules.chain(goals).chain(areas).collect();
    for question in listed() {
        let of_options = question.options.iter().flat_map(|option| &option.items);
        for item in question.items.iter().chain(of_options) {
            assert!(
                known.contains(item),
                "{} feeds `{item}`, which is nothing",
                question.id
            );
        }
    }
}

#[test]
fn every_rule_and_goal_and_area_is_fed_by_something() {
    let mut fed: BTreeMap<&str, usize> = BTreeMap::new();
    for question in listed() {
        let of_options = question.options.iter().flat_map(|option| &option.items);
        for item in question.items.iter().chain(of_options) {
            *fed.entry(item).or_default() += 1;
        }
    }
    let rules = protocol()
        .rules
        .iter()
        .map(|rule| rule.id)
        .filter(|id| *id != "provider-safety");
    let goals = protocol().goals.iter().map(|goal| goal.id);
    let areas = protocol().areas.iter().map(|area| area.id);
    let starved: Vec<_> = rules
        .chain(goals)
        .chain(areas)
        .filter(|id| !fed.contains_key(id))
        .collect();
    assert!(starved.is_empty(), "nothing feeds {starved:?}");
    assert_eq!(fed.get("provider-safety"), None, "it is shown to everybody");
}

#[test]
fn none_and_unsure_feed_nothing_of_their_own() {
    for (listed, question) in listed().iter().zip(protocol().questions) {
        for (option, choice) in listed.options.iter().zip(question.options) {
            let fed_by_unsure = ["recent-light-peel-laser", "acne-scars", "dark-circles"];
            let own: Vec<_> = option
                .items
                .iter()
                .filter(|item| !fed_by_unsure.contains(item))
                .collect();
            assert!(
                choice.role == Role::Plain || own.is_empty(),
                "{}:{} feeds {own:?}",
                listed.id,
                option.id
            );
        }
    }
}

/// Ticking an option of someone healthy's fires what it is said to feed, or opens a question that
/// decides.
#[test]
fn an_option_without_follow_up_fires_what_it_feeds() {
    let sheet = healthy(json!({}));
    let mut checked = 0;
    for (listed, question) in listed().iter().zip(protocol().questions) {
        let asked_of_all =
            listed.asked == "always" && question.kind == Kind::Multi && question.one_of.is_none();
        for (option, choice) in listed.options.iter().zip(question.options) {
            let mut sheet = sheet.clone();
            sheet.insert(listed.id.to_owned(), json!([option.id]));
            let told = output(&line_of(&sheet, date("2026-11-22")));
            if !asked_of_all || choice.role != Role::Plain || told.get("error").is_some() {
                continue;
            }
            checked += 1;
            let fired: Vec<_> = told["findings"]
                .as_array()
                .unwrap()
                .iter()
                .map(|found| found["rule"].as_str().unwrap())
                .collect();
            // Cancer in one area is cancer elsewhere for the others; there is only one here.
            for item in option
                .items
                .iter()
                .filter(|item| **item != "skin-cancer-past-or-elsewhere")
            {
                assert!(
                    fired.contains(item),
                    "{}:{} does not fire {item}: {fired:?}",
                    listed.id,
                    option.id
                );
            }
        }
    }
    assert!(checked > 30, "only {checked} options were checked");
}

#[test]
fn the_list_is_json_lines() {
    for question in listed() {
        let line = serde_json::to_string(&question).expect("it can be written");
        assert!(!line.contains('\n'));
        let read: serde_json::Value = serde_json::from_str(&line).expect("it can be read");
        assert_eq!(read["id"], question.id);
    }
}
