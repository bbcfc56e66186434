//! How many sessions: the formula of the dossier on courses, section 5.

use super::expression::{Expr, parse};
use super::facts::Facts;

pub(super) const CERTAINTIES: [&str; 4] = ["very-low", "low", "low-to-moderate", "moderate"];

#[derive(Debug)]
pub(super) struct Goal {
    pub(super) id: String,
    pub(super) fit: String,
    pub(super) when: Expr,
    /// A place in `CERTAINTIES`.
    certainty: usize,
    grade: usize,
    interval: i64,
    courses: Vec<(Expr, toml::Value)>,
}

impl Goal {
    pub(super) fn new(entry: &toml::Value) -> Goal {
        let text = |key: &str| {
            entry
                .get(key)
                .and_then(toml::Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let grades = ["D", "D+", "C", "C+", "B-", "B"];
        let grade = grades
            .iter()
            .position(|grade| *grade == text("grade"))
            .unwrap_or_default();
        let courses = entry
            .get("course")
            .and_then(toml::Value::as_array)
            .cloned()
            .unwrap_or_default();
        let course = |course: toml::Value| {
            let when = course
                .get("when")
                .and_then(toml::Value::as_str)
                .unwrap_or("always")
                .to_owned();
            (parse(&when), course)
        };
        Goal {
            id: text("id"),
            fit: text("fit"),
            when: parse(&text("when")),
            certainty: [1, 1, 2, 2, 2, 3][grade],
            grade,
            interval: entry
                .get("interval")
                .and_then(toml::Value::as_integer)
                .unwrap_or(4),
            courses: courses.into_iter().map(course).collect(),
        }
    }

    /// Low, most and high for the severity given, over every course that may apply.
    fn numbers(&self, facts: &Facts<'_>, area: &str) -> Option<[i64; 3]> {
        let applying = self
            .courses
            .iter()
            .filter(|(when, _)| facts.known(when, Some(area)) != Some(false));
        let ranges = applying.filter_map(|(_, course)| {
            let severity = course["severity"].as_str().expect("a question");
            let level = facts.ticked(severity).first().copied()?;
            let range = course.get(level)?.as_str().expect("text");
            let numbers: Vec<_> = range
                .split('-')
                .map(|number| number.parse().expect("a number"))
                .collect();
            Some([numbers[0], numbers[1], numbers[2]])
        });
        ranges.reduce(greatest)
    }
}

fn greatest(a: [i64; 3], b: [i64; 3]) -> [i64; 3] {
    [a[0].max(b[0]), a[1].max(b[1]), a[2].max(b[2])]
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) numbers: [i64; 3],
    pub(super) interval: i64,
    pub(super) certainty: usize,
}

/// The plan of these areas, which share their visits.
pub(super) fn plan(facts: &Facts<'_>, areas: &[&str]) -> Option<Plan> {
    let reference = facts.reference;
    let mut whole: Option<Plan> = None;
    let mut lost = vec![false; reference.less_certain.len()];
    for area in areas {
        let Some(part) = of_area(facts, area) else {
            continue;
        };
        for (lost, when) in lost.iter_mut().zip(&reference.less_certain) {
            *lost |= facts.known(when, Some(area)) == Some(true);
        }
        whole = Some(whole.map_or(part, |whole| Plan {
            numbers: greatest(whole.numbers, part.numbers),
            interval: whole.interval.max(part.interval),
            certainty: whole.certainty.min(part.certainty),
        }));
    }
    let less = lost.into_iter().filter(|lost| *lost).count();
    whole.map(|whole| Plan {
        certainty: whole.certainty.saturating_sub(less),
        ..whole
    })
}

fn of_area(facts: &Facts<'_>, area: &str) -> Option<Plan> {
    let reference = facts.reference;
    let goals = reference
        .goals_of(facts, area)
        .into_iter()
        .filter(|goal| goal.fit != "poor");
    let numbered: Vec<_> = goals
        .filter_map(|goal| Some((goal, goal.numbers(facts, area)?)))
        .collect();
    let numbers = numbered
        .iter()
        .map(|(_, numbers)| *numbers)
        .reduce(greatest)?;
    let usual = numbered.iter().map(|(goal, _)| goal.interval).max()?;
    let slow = reference
        .slower
        .iter()
        .any(|when| facts.known(when, Some(area)) == Some(true));
    let weakest = numbered.iter().min_by_key(|(goal, _)| goal.grade)?;
    Some(Plan {
        numbers,
        interval: if slow { 6 } else { usual },
        certainty: weakest.0.certainty,
    })
}
