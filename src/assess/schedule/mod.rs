//! The plan: dated sessions around days that the visitor keeps free, and what may show when.
//!
//! Nothing is bent silently: sessions move later and say because of what, never closer together than
//! the usual spacing, and an impossible wish is a problem with a name.

mod course;
mod plan;
mod points;
mod wishes;

use crate::protocol::{Date, GoalId, Sessions, Set, Span};

pub use self::course::course;
pub use self::points::{EARLY_WEEKS, MAIN_WEEKS, REDNESS_AT_MOST, REDNESS_DAYS, Results, around};
pub use self::wishes::{Kept, Reason, WishProblem, Wishes};

/// A course before it has dates: what the numbers and the goals say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// How many sessions.
    pub sessions: Sessions,
    /// Usual weeks between two sessions; never fewer.
    pub interval_weeks: u8,
    /// The session of the first review.
    pub review: u8,
    /// The goals that the numbers come from.
    pub goals: Set<GoalId>,
    /// Months from the last session to the full result: at the earliest, at the latest.
    pub full_months: (u8, u8),
    /// What has to pass between strong sun and a session, either way.
    pub sun: Span,
    /// The first day on which no known wait runs any more, if one runs. Another reason to wait may
    /// still have to be settled.
    pub earliest: Option<Date>,
    /// The device's clock can be believed, so there may be dates.
    pub dated: bool,
}

/// How much a session is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Every published course that fits had it.
    Sure,
    /// Most people had it.
    Usual,
    /// Only if it is needed.
    Possible,
}

/// One session of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its number, from 1.
    pub number: u8,
    /// Its day.
    pub day: Date,
    /// How much it is needed.
    pub need: Need,
    /// Moved later because of these kept days, by their place among the wishes.
    pub moved: Option<usize>,
}

/// When a goal's change may first show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The goal.
    pub goal: GoalId,
    /// The first day.
    pub from: Date,
    /// The day by which it usually does, if it does.
    pub to: Date,
}

/// A plan with dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Every session up to the high end, in order; at least one.
    pub sessions: Vec<Session>,
    /// The day of the first review.
    pub review: Date,
    /// Each goal's first change, counted from the first session.
    pub changes: Vec<Change>,
    /// Results after as many sessions as most people have.
    pub usual: Results,
    /// Results if every session is needed.
    pub longest: Results,
    /// Two sessions are more than six weeks apart, the widest that published courses had.
    pub wide: bool,
    /// Big days on which no change can show yet, by their place among the wishes.
    pub too_soon: Vec<usize>,
}

/// What becomes of the wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// No day was picked, or no clock can be believed.
    Undated,
    /// Something about the wishes is impossible.
    Impossible(Vec<WishProblem>),
    /// A plan with dates.
    Dated(Schedule),
}
