//! What the visitor wishes of the plan, and what is wrong with a wish. A wish changes no verdict.

use crate::protocol::{Date, Span, Unit};

/// Why some days are to be kept free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A big day, such as a wedding: the skin should have settled by then.
    Event,
    /// A holiday in the sun: neither healing skin nor a fresh tan goes with a session.
    Sun,
}

/// Days to keep free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Why.
    pub reason: Reason,
    /// The first day, or the big day itself; `None` until it is entered.
    pub from: Option<Date>,
    /// The last day. A big day has none.
    pub to: Option<Date>,
}

/// What the visitor wishes of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The day of the first session.
    pub start: Option<Date>,
    /// Days to keep free, in the order in which they were added.
    pub kept: Vec<Kept>,
    /// The calendar file may say what the appointments are for.
    pub details: bool,
}

impl Wishes {
    /// So many times may be kept free: more than a plan of six sessions runs into.
    pub const MOST_KEPT: usize = 6;
}

/// What is wrong with a wish. Numbers are places among the days to keep free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishProblem {
    /// The plan would start in the past.
    StartPast,
    /// The plan would start before this day, on which the last known wait ends.
    StartTooEarly(Date),
    /// The plan would start more than a year from now: by then the answers may have changed.
    StartTooFar,
    /// The plan would start on kept days or too near to them; this is the first day after them.
    StartKept(usize, Date),
    /// One of two days is missing.
    Missing(usize),
    /// The last day is before the first.
    EndBeforeStart(usize),
    /// The days kept free are a year or more.
    TooLong(usize),
    /// These days, perhaps with others, push a session back by more than a year.
    Blocked(usize),
}

/// Days to keep free that are whole and in order, with the time around them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closed {
    /// The place among the wishes.
    pub(super) place: usize,
    reason: Reason,
    from: Date,
    to: Date,
    wait: Span,
}

impl Closed {
    /// Whether a session cannot be on this day: the days themselves, too short a time to heal
    /// before them, or, after sun, too fresh a tan. The boundary day counts as over.
    pub(super) fn closes(&self, day: Date) -> bool {
        day.plus(self.wait) > self.from && day < self.opens()
    }

    /// The first day after them on which a session can be.
    pub(super) fn opens(&self) -> Date {
        match self.reason {
            Reason::Event => Date::from_days(self.to.days() + 1),
            Reason::Sun => self.to.plus(self.wait),
        }
    }

    /// Whether this is a big day, and which.
    pub(super) fn event(&self) -> Option<Date> {
        (self.reason == Reason::Event).then_some(self.from)
    }
}

/// "Book at least two weeks before a big day" (`contraindications.md`, `event-soon`).
const BEFORE_EVENT: Span = Span {
    count: 2,
    unit: Unit::Weeks,
};

/// A year of days to keep free is no plan.
const YEAR: i32 = 365;

/// The days to keep free, each with what has to pass around it, or what is wrong with them. What
/// was added and not yet filled in is no wish yet.
pub(super) fn closed(kept: &[Kept], sun: Span) -> Result<Vec<Closed>, Vec<WishProblem>> {
    let mut closed = Vec::new();
    let mut problems = Vec::new();
    for (place, kept) in kept.iter().enumerate() {
        let (to, wait) = match kept.reason {
            Reason::Event => (kept.from, BEFORE_EVENT),
            Reason::Sun => (kept.to, sun),
        };
        match (kept.from, to) {
            (None, None) => {}
            (Some(from), Some(to)) if to < from => {
                problems.push(WishProblem::EndBeforeStart(place))
            }
            (Some(from), Some(to)) if to.days() - from.days() + 1 >= YEAR => {
                problems.push(WishProblem::TooLong(place));
            }
            (Some(from), Some(to)) => closed.push(Closed {
                place,
                reason: kept.reason,
                from,
                to,
                wait,
            }),
            (None, Some(_)) | (Some(_), None) => problems.push(WishProblem::Missing(place)),
        }
    }
    if problems.is_empty() {
        Ok(closed)
    } else {
        Err(problems)
    }
}
