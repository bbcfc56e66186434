//! Goals with their courses, areas, and what changes spacing and certainty.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use super::condition::Condition;
use super::evidence::Cited;
use super::kinds::{Fit, Grade};
use crate::protocol::{self, GoalId};

/// A place on the body. Every chosen area is judged on its own.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Area {
    /// Public id.
    pub id: &'static str,
    /// As an option.
    pub label: &'static str,
    /// Inside a sentence.
    pub name: &'static str,
    /// When it was chosen.
    pub when: Condition,
}

/// The sessions of one course, for one severity.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Range {
    /// The severity's option.
    pub severity: &'static str,
    /// What that option says.
    pub label: &'static str,
    /// The low end.
    pub low: u8,
    /// What most people have.
    pub most: u8,
    /// The high end, at most 6.
    pub high: u8,
    /// Review with the provider before going past session 4.
    pub review: bool,
}

/// A published course for a goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Course {
    /// When it applies.
    pub when: Condition,
    /// The question that asks how severe it is.
    pub severity: &'static str,
    /// One range for each severity that has a number.
    pub ranges: Vec<Range>,
}

/// From the first number to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Between {
    /// The least.
    pub from: u8,
    /// The most.
    pub to: u8,
}

impl From<(u8, u8)> for Between {
    fn from((from, to): (u8, u8)) -> Between {
        Between { from, to }
    }
}

/// What a visitor may want changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Goal {
    /// Public id.
    pub id: &'static str,
    /// Whether microneedling is used for it.
    pub fit: Fit,
    /// As an option.
    pub label: &'static str,
    /// Inside a sentence.
    pub name: &'static str,
    /// What published courses showed.
    pub tell: &'static str,
    /// What is usually considered instead.
    pub instead: Option<&'static str>,
    /// When it applies to an area.
    pub when: Condition,
    /// The grade of its evidence.
    pub grade: Grade,
    /// Usual weeks between two sessions, where there is a course.
    pub interval_weeks: Option<u8>,
    /// Weeks until change may first show.
    pub first_change_weeks: Option<Between>,
    /// Months after the last session until the full result is in.
    pub full_months: Option<Between>,
    /// Its courses. All that apply count, and the greatest numbers win.
    pub courses: Vec<Course>,
    /// Where sources disagree, and which default was taken.
    pub differs: Option<String>,
    /// What it rests on.
    pub rests_on: Cited,
}

/// What changes the spacing of sessions, or the certainty of their number.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Modifier {
    /// Its id.
    pub id: String,
    /// When it counts.
    pub when: Condition,
    /// What it rests on.
    pub rests_on: Cited,
}

pub(super) fn areas(book: &Book<'_>) -> Vec<Area> {
    let areas = book.protocol().areas.iter();
    areas
        .map(|area| Area {
            id: area.id,
            label: book.text(area.label),
            name: book.text(area.name),
            when: Condition::of(book, &area.when),
        })
        .collect()
}

pub(super) fn goals(book: &Book<'_>) -> Vec<Goal> {
    let ids = book.protocol().goal_ids();
    ids.map(|id| goal(book, id)).collect()
}

fn goal(book: &Book<'_>, id: GoalId) -> Goal {
    let goal = book.protocol().goal(id);
    let courses = goal.courses.iter();
    Goal {
        id: goal.id,
        fit: goal.fit.into(),
        label: book.text(goal.label),
        name: book.text(goal.name),
        tell: book.text(goal.tell),
        instead: book.optional(goal.instead),
        when: Condition::of(book, &goal.when),
        grade: goal.grade.into(),
        interval_weeks: (!goal.courses.is_empty()).then_some(goal.interval),
        first_change_weeks: goal.first_change.map(Between::from),
        full_months: goal.full.map(Between::from),
        courses: courses.map(|of| course(book, of)).collect(),
        differs: book.differs(goal.id),
        rests_on: Cited::of(book, &book.evidence().of_goal(id)),
    }
}

fn course(book: &Book<'_>, course: &protocol::TreatmentCourse) -> Course {
    let range = |range: &protocol::Range| {
        let option = book.protocol().option(course.severity, range.option);
        Range {
            severity: option.id,
            label: book.text(option.label),
            low: range.sessions.low,
            most: range.sessions.most,
            high: range.sessions.high,
            review: range.review,
        }
    };
    Course {
        when: Condition::of(book, &course.when),
        severity: book.question_id(course.severity),
        ranges: course.ranges.iter().map(range).collect(),
    }
}

/// Modifiers stand in one list, what they rest on in another, in the same order.
pub(super) fn modifiers(
    book: &Book<'_>,
    conditions: &[protocol::Condition],
    notes: &[(String, protocol::Cited)],
) -> Vec<Modifier> {
    let both = conditions.iter().zip(notes);
    both.map(|(condition, (id, cited))| Modifier {
        id: id.clone(),
        when: Condition::of(book, condition),
        rests_on: Cited::of(book, cited),
    })
    .collect()
}
