//! A course with dates: each session on the first day that is open, and what follows from those days.

use super::points::{results, span};
use super::wishes::{Closed, closed};
use super::{Change, Course, Need, Plan, Schedule, Session, WishProblem, Wishes};
use crate::protocol::{Date, GoalId, Protocol, Unit};

impl Course {
    /// The plan that the wishes lead to.
    pub fn plan(&self, protocol: &Protocol, today: Date, wishes: &Wishes) -> Plan {
        if !self.dated {
            return Plan::Undated;
        }
        let (closed, mut problems) = match closed(&wishes.kept, self.sun) {
            Ok(closed) => (closed, Vec::new()),
            Err(problems) => (Vec::new(), problems),
        };
        let start = wishes.start;
        problems.extend(start.and_then(|start| self.wrong_start(today, start, &closed)));
        if !problems.is_empty() {
            return Plan::Impossible(problems);
        }
        match start.map(|start| self.schedule(protocol, start, &closed)) {
            None => Plan::Undated,
            Some(Ok(schedule)) => Plan::Dated(schedule),
            Some(Err(place)) => Plan::Impossible(vec![WishProblem::Blocked(place)]),
        }
    }

    fn wrong_start(&self, today: Date, start: Date, closed: &[Closed]) -> Option<WishProblem> {
        let from = self.earliest.unwrap_or(today).max(today);
        if start < today {
            return Some(WishProblem::StartPast);
        }
        if start < from {
            return Some(WishProblem::StartTooEarly(from));
        }
        if start.days() - from.days() > AT_MOST_LATER {
            return Some(WishProblem::StartTooFar);
        }
        match open_day(start, closed) {
            Ok((_, None)) => None,
            Ok((day, Some(place))) => Some(WishProblem::StartKept(place, day)),
            Err(place) => Some(WishProblem::Blocked(place)),
        }
    }

    fn schedule(
        &self,
        protocol: &Protocol,
        start: Date,
        closed: &[Closed],
    ) -> Result<Schedule, usize> {
        let apart = span(u16::from(self.interval_weeks), Unit::Weeks);
        let mut sessions: Vec<Session> = Vec::new();
        let (mut due, mut review, mut usual) = (start, start, start);
        let mut wide = false;
        for number in 1..=self.sessions.high {
            let (day, moved) = open_day(due, closed)?;
            let need = match number {
                n if n <= self.sessions.low => Need::Sure,
                n if n <= self.sessions.most => Need::Usual,
                _ => Need::Possible,
            };
            // From the session before to this one. The first is never moved, so it is never wide.
            let gap = day.days() - due.days() + 7 * i32::from(self.interval_weeks);
            wide |= gap > WIDEST;
            if number <= self.review {
                review = day;
            }
            if number <= self.sessions.most {
                usual = day;
            }
            sessions.push(Session {
                number,
                day,
                need,
                moved,
            });
            due = day.plus(apart);
        }
        let longest = sessions.last().map_or(start, |session| session.day);
        let mut changes: Vec<Change> = Vec::new();
        let mut first_change: Option<Date> = None;
        for id in self.goals.iter() {
            if let Some(change) = change(protocol, id, start) {
                first_change = Some(first_change.map_or(change.from, |day| day.min(change.from)));
                changes.push(change);
            }
        }
        let mut too_soon = Vec::new();
        for kept in closed {
            let event = kept.event().filter(|day| *day >= start);
            if event.is_some_and(|day| Some(day) < first_change) {
                too_soon.push(kept.place);
            }
        }
        Ok(Schedule {
            wide,
            review,
            usual: results(usual, self.full_months),
            longest: results(longest, self.full_months),
            too_soon,
            sessions,
            changes,
        })
    }
}

fn change(protocol: &Protocol, id: GoalId, start: Date) -> Option<Change> {
    let (from, to) = protocol.goal(id).first_change?;
    let after = |weeks: u8| start.plus(span(u16::from(weeks), Unit::Weeks));
    Some(Change {
        goal: id,
        from: after(from),
        to: after(to),
    })
}

/// Days in the widest spacing that published courses had.
const WIDEST: i32 = 6 * 7;

/// More days than a plan is made ahead, or a session is moved.
const AT_MOST_LATER: i32 = 365;

/// The first day from this one on which a session can be, and the kept days that it had to give
/// way to; an error names the days for which there is none within a year.
fn open_day(due: Date, closed: &[Closed]) -> Result<(Date, Option<usize>), usize> {
    let (mut day, mut moved) = (due, None);
    // A session only ever moves later, so each of the kept days is passed once at most.
    while let Some(kept) = closed.iter().find(|kept| kept.closes(day)) {
        let later = kept.opens();
        if later <= day || later.days() - due.days() > AT_MOST_LATER {
            return Err(kept.place);
        }
        (day, moved) = (later, Some(kept.place));
    }
    Ok((day, moved))
}
