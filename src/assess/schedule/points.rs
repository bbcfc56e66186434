//! Points of a course, counted from sessions (`courses.md`, section 5, "Calendar"). Each constant
//! names its source there.

use crate::protocol::{Date, GoalId, Protocol, Set, Span, Unit};

/// Redness is usually gone on these days after a session (`chu2021`).
pub const REDNESS_DAYS: (i8, i8) = (1, 3);
/// Redness may last so many days (`chu2021`).
pub const REDNESS_AT_MOST: i8 = 7;
/// Weeks from the last session to the early result (`skinpen_face2022`: 30 days).
pub const EARLY_WEEKS: u16 = 4;
/// Weeks from the last session to the main result (`dalwig2020`, `ablon2018`).
pub const MAIN_WEEKS: u16 = 12;
/// Months from the last session to the full result, at the earliest (`alam2014`, `aust2008`).
const FULL_MONTHS: u8 = 6;
/// The same for scars, at the latest (`alster2020scars`).
const FULL_MONTHS_SCARS: u8 = 12;
/// Goals that are scars and have a number.
const SCARS: [&str; 3] = ["acne-scars", "chickenpox-scars", "surgical-trauma-scars"];
/// What shows change only after so many weeks is first reviewed a session later.
const SLOW_WEEKS: u8 = 8;

/// When results may be in, counted from one last session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Results {
    /// The early result.
    pub early: Date,
    /// The main result.
    pub main: Date,
    /// The full result: its earliest and its latest day, which may be the same.
    pub full: (Date, Date),
}

/// Results after this last session.
pub(super) fn results(last: Date, full_months: (u8, u8)) -> Results {
    let weeks = |count| last.plus(span(count, Unit::Weeks));
    let months = |count: u8| last.plus(span(u16::from(count), Unit::Months));
    Results {
        early: weeks(EARLY_WEEKS),
        main: weeks(MAIN_WEEKS),
        full: (months(full_months.0), months(full_months.1)),
    }
}

/// Months to the full result when all of these goals are to have theirs.
pub(super) fn full_months(protocol: &Protocol, goals: Set<GoalId>) -> (u8, u8) {
    let mut latest = FULL_MONTHS;
    for id in goals.iter() {
        let goal = protocol.goal(id);
        latest = latest.max(goal.full.map_or(0, |(_, latest)| latest));
        if SCARS.contains(&goal.id) {
            latest = latest.max(FULL_MONTHS_SCARS);
        }
    }
    (FULL_MONTHS, latest)
}

/// The session at which to look at photos and, without change, to stop: the third, or the fourth
/// where scars or stretch marks need longer to show anything (`naspolini2019`, judgement).
pub(super) fn first_review(protocol: &Protocol, goals: Set<GoalId>) -> u8 {
    let mut review = 3;
    for id in goals.iter() {
        let change = protocol.goal(id).first_change;
        if change.is_some_and(|(from, _)| from >= SLOW_WEEKS) {
            review = 4;
        }
    }
    review
}

/// The days that a step of care falls on, around a session on this day.
pub fn around(session: Date, (first, last): (i8, i8)) -> (Date, Date) {
    let day = |offset: i8| Date::from_days(session.days() + i32::from(offset));
    (day(first), day(last))
}

pub(super) const fn span(count: u16, unit: Unit) -> Span {
    Span { count, unit }
}
