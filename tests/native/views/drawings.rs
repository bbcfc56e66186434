//! Drawings beside options: complete, told apart, and without words of their own.

use std::collections::{BTreeMap, BTreeSet};

use microneedling_quiz::protocol::Role;
use microneedling_quiz::ui::drawn;

use super::journey;
use crate::support::{people, protocol};

/// The drawing of each option met on random people's ways: question, option, and the paths.
fn met() -> BTreeMap<(String, String), Option<String>> {
    let mut met = BTreeMap::new();
    for person in people(1101, 150) {
        for (_, page) in journey(&person) {
            for fieldset in page.tagged("fieldset") {
                let question = fieldset.attribute("data-question").unwrap_or_default();
                for label in fieldset.tagged("label") {
                    let input = label.tagged("input");
                    let option = input[0].attribute("value").unwrap_or_default();
                    let svg = label.tagged("svg");
                    let paths = svg.first().map(|svg| {
                        assert_eq!(svg.attribute("aria-hidden"), Some("true"));
                        svg.pretty()
                    });
                    met.insert((question.to_owned(), option.to_owned()), paths);
                }
            }
        }
    }
    met
}

/// The questions that the drawings speak of, by the ends of their ids.
fn tells_of(end: &str, question: &str) -> bool {
    question == end || (end.starts_with('.') && question.ends_with(end))
}

#[test]
fn every_place_severity_and_shape_is_drawn_and_no_two_alike() {
    // Here some options are no picture: an uncertain answer, or what nobody could draw honestly.
    let partly = ["scars", ".keloid-raised-scars.outgrew"];
    let met = met();
    for (end, options) in drawn() {
        let told: BTreeSet<_> = met
            .keys()
            .filter(|(question, _)| tells_of(end, question))
            .map(|(question, _)| question.as_str())
            .collect();
        assert!(!told.is_empty(), "no question ends in `{end}`");
        for question in told {
            let id = crate::support::question(question);
            let plain = protocol().question(id).options.iter();
            let plain = plain.filter(|option| option.role == Role::Plain);
            let mut drawings = BTreeSet::new();
            for option in plain {
                let key = (question.to_owned(), option.id.to_owned());
                let Some(drawing) = met.get(&key) else {
                    continue;
                };
                match drawing {
                    Some(drawing) => {
                        assert!(drawings.insert(drawing), "{key:?} is drawn like another")
                    }
                    None => assert!(
                        partly.contains(&end) && !options.contains(&option.id),
                        "{key:?} is not drawn"
                    ),
                }
            }
        }
    }
}

#[test]
fn every_drawing_belongs_to_an_option() {
    let questions = protocol().questions;
    for (end, options) in drawn() {
        for option in options {
            let known = questions
                .iter()
                .any(|question| tells_of(end, question.id) && question.option(option).is_some());
            let area = protocol().areas.iter().any(|area| area.id == option);
            assert!(known || area, "`{end}` has no option `{option}`");
        }
    }
}
