//! Every figure against a table written by hand from `courses.md`, with the words of the dossier.

use std::collections::BTreeSet;

use microneedling_quiz::protocol::{Figure, Fit, Outcome};
use microneedling_quiz::text::{Locale, fill};

use super::{Row, rows};
use crate::support::protocol;

fn of_row(row: &Row) -> Vec<String> {
    let columns = [
        "id", "goal", "kind", "low", "middle", "high", "people", "studies",
    ];
    columns.map(|column| row.get(column).to_owned()).to_vec()
}

fn of(outcome: &Outcome) -> Vec<String> {
    let (low, middle, high) = match outcome.figure {
        Figure::Share { low, high } => (u16::from(low), None, Some(high)),
        Figure::Change { low, middle, high } => (u16::from(low), middle, Some(high)),
        Figure::Grades(hundredths) => (hundredths, None, None),
    };
    let number = |number: Option<u16>| number.map_or_else(String::new, |number| number.to_string());
    vec![
        outcome.id.to_owned(),
        protocol().goal(outcome.goal).id.to_owned(),
        outcome.figure.id().to_owned(),
        low.to_string(),
        number(middle.map(u16::from)),
        number(high.map(u16::from)),
        number(outcome.people),
        outcome.studies.to_string(),
    ]
}

#[test]
fn every_figure_is_the_dossiers() {
    let expected: Vec<_> = rows(TABLE).iter().map(of_row).collect();
    let found: Vec<_> = outcomes().iter().map(of).collect();
    assert_eq!(found, expected);
}

fn numbers(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(str::to_owned)
        .collect()
}

/// No number in the words that neither the dossier nor the figure has.
#[test]
fn the_words_of_a_figure_name_no_other_number() {
    let words = Locale::english();
    for (row, outcome) in rows(TABLE).iter().zip(outcomes()) {
        let people = outcome.people.unwrap_or_default().to_string();
        let studies = outcome.studies.to_string();
        let values = [("people", people.as_str()), ("studies", &studies)];
        let mut told = numbers(&fill(words.text(outcome.tell), &values, false));
        told.extend(numbers(words.text(outcome.caveat)));
        let mut known = numbers(row.get("dossier"));
        known.extend([people, studies, "100".to_owned()]);
        let unknown: Vec<_> = told.difference(&known).collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", outcome.id);
    }
}

/// Goals with a course and no figure: the dossier has none for them.
#[test]
fn these_goals_have_no_figure() {
    let planned = protocol().goal_ids().filter(|id| {
        let goal = protocol().goal(*id);
        goal.fit != Fit::Poor && !goal.courses.is_empty()
    });
    let without: Vec<_> = planned
        .filter(|id| !outcomes().iter().any(|outcome| outcome.goal == *id))
        .map(|id| protocol().goal(id).id)
        .collect();
    assert_eq!(
        without,
        [
            "chickenpox-scars",
            "large-pores",
            "sun-damage",
            "pih-dark-marks"
        ]
    );
}

const TABLE: &str = "tests/native/items/outcomes.csv";

fn outcomes() -> &'static [Outcome] {
    microneedling_quiz::evidence().outcomes
}
