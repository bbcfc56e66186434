//! Every goal against the table and the grid of `courses.md`. A goal without a number has no grade
//! there, because nothing is promised for it.

use microneedling_quiz::protocol::source::Compiled;
use microneedling_quiz::protocol::{Fit, Goal, Grade, Protocol, TreatmentCourse};

use super::Row;
use super::words::{Entry, differences as worded};

pub(super) fn differences(rows: &[Row], compiled: &Compiled) -> Vec<String> {
    let goals = compiled.protocol.goals;
    let (first, further) = first_and_further(rows);
    let mut wrong = worded(&first, "goal", &entries(compiled), compiled);
    for (row, goal) in first.iter().zip(goals) {
        let courses =
            std::iter::once(row).chain(further.iter().filter(|row| row.get("goal") == goal.id));
        let numbered = courses.filter(|row| !row.get("mild").is_empty());
        let courses: Vec<_> = numbered.map(Course::of_row).collect();
        let found: Vec<_> = goal
            .courses
            .iter()
            .map(|course| Course::of(&compiled.protocol, course))
            .collect();
        if courses != found {
            wrong.push(format!(
                "{}: the courses are {found:?}, not {courses:?}",
                goal.id
            ));
        }
        wrong.extend(numbers(row, goal));
    }
    wrong
}

/// A second course of a goal has a row of its own.
pub(super) fn first_and_further(rows: &[Row]) -> (Vec<Row>, Vec<Row>) {
    let rows = rows.iter().cloned();
    rows.partition(|row| !row.get("fit").is_empty())
}

pub(super) fn entries(compiled: &Compiled) -> Vec<Entry> {
    let goals = compiled.protocol.goals.iter();
    goals
        .map(|goal| {
            let words = [
                ("label", goal.label),
                ("name", goal.name),
                ("tell", goal.tell),
                ("instead", goal.instead),
            ];
            (goal.id, words.to_vec())
        })
        .collect()
}

#[derive(Debug, PartialEq)]
struct Course {
    ranges: [String; 3],
    review: bool,
}

impl Course {
    fn of_row(row: &Row) -> Course {
        Course {
            ranges: ["mild", "moderate", "severe"].map(|level| row.get(level).to_owned()),
            review: row.get("review") == "yes",
        }
    }

    fn of(protocol: &Protocol, course: &TreatmentCourse) -> Course {
        let ranges = ["mild", "moderate", "severe"].map(|level| {
            let mut ranges = course.ranges.iter();
            let range =
                ranges.find(|range| protocol.option(course.severity, range.option).id == level);
            range.map_or_else(String::new, |range| {
                let sessions = range.sessions;
                format!("{}-{}-{}", sessions.low, sessions.most, sessions.high)
            })
        });
        Course {
            ranges,
            review: course.ranges.iter().any(|range| range.review),
        }
    }
}

fn numbers(row: &Row, goal: &Goal) -> Vec<String> {
    let fit = match goal.fit {
        Fit::Indicated => "indicated",
        Fit::Ask => "ask",
        Fit::Poor => "poor",
    };
    let pair =
        |pair: Option<(u8, u8)>| pair.map_or_else(String::new, |(from, to)| format!("{from}-{to}"));
    let mut found = vec![("fit", fit.to_owned())];
    if !row.get("grade").is_empty() {
        found.push(("grade", grade(goal.grade).to_owned()));
        found.push(("weeks", goal.interval.to_string()));
    }
    found.push(("change", pair(goal.first_change)));
    found.push(("full", pair(goal.full)));
    let others = found
        .into_iter()
        .filter(|(column, value)| row.get(column) != value);
    others
        .map(|(column, value)| format!("{}: {column} is {value}, not {}", goal.id, row.get(column)))
        .collect()
}

fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::B => "B",
        Grade::BMinus => "B-",
        Grade::CPlus => "C+",
        Grade::C => "C",
        Grade::DPlus => "D+",
        Grade::D => "D",
    }
}
