//! The session estimate: the formula of `courses.md`, section 5.

use crate::assess::answers::Answers;
use crate::assess::facts::View;
use crate::assess::recommendation::Assessment;
use crate::protocol::{
    AreaId, Certainty, Date, Fit, Gather, Goal, GoalId, Protocol, Range, Sessions, Set, Truth,
};

/// The widest spacing that published courses use, in weeks.
const SLOW: u8 = 6;

/// How many sessions published courses used, and what they are worth. Exists only where treatment
/// may be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionEstimate {
    /// How many sessions.
    pub sessions: Sessions,
    /// Usual weeks between two sessions.
    pub interval_weeks: u8,
    /// Review with the provider before going past session 4.
    pub review: bool,
    /// How sure the numbers are.
    pub certainty: Certainty,
}

impl SessionEstimate {
    /// Weeks from the first session to the last: at the low end, for most people, at the high end.
    /// The high end counts with the widest spacing.
    pub fn weeks(&self) -> (u16, u16, u16) {
        let span = |sessions: u8, interval: u8| {
            u16::from(sessions.saturating_sub(1)) * u16::from(interval)
        };
        let Sessions { low, most, high } = self.sessions;
        (
            span(low, self.interval_weeks),
            span(most, self.interval_weeks),
            span(high, SLOW),
        )
    }
}

/// Whether a goal applies to an area. A poor goal takes the place of another only when that is
/// certain.
pub(crate) fn applies(view: &View<'_>, id: GoalId, area: AreaId) -> bool {
    let goal = view.protocol.goal(id);
    match goal.when.holds(view, Some(area)) {
        Truth::Yes => true,
        Truth::Unknown => goal.fit != Fit::Poor,
        Truth::No => false,
    }
}

/// The goals that apply to an area.
pub(crate) fn goals(view: &View<'_>, area: AreaId) -> Set<GoalId> {
    let ids = view.protocol.goal_ids();
    ids.filter(|id| applies(view, *id, area)).collect()
}

/// The goals that the plan's numbers come from.
pub fn planned_goals(
    protocol: &Protocol,
    answers: &Answers,
    today: Date,
    assessment: &Assessment,
) -> Set<GoalId> {
    let view = View::new(protocol, answers.on_path(protocol, today), today);
    let planned = assessment
        .areas
        .iter()
        .filter(|part| part.recommendation.estimate().is_some());
    let numbered = |area, id: &GoalId| {
        let goal = protocol.goal(*id);
        goal.fit != Fit::Poor && range(&view, goal, area).is_some()
    };
    planned
        .flat_map(|part| part.goals.iter().map(|goal| (part.area, goal)))
        .filter(|(area, goal)| numbered(*area, goal))
        .map(|(_, goal)| goal)
        .collect()
}

/// The estimate for areas that share their visits; `None` where no goal has a number.
pub(crate) fn estimate(view: &View<'_>, areas: Set<AreaId>) -> Option<SessionEstimate> {
    let each: Vec<_> = areas
        .iter()
        .filter_map(|area| Some((area, of_area(view, area)?)))
        .gather();
    let parts = || each.iter().map(|(_, part)| part);
    let sessions = parts().map(|part| part.sessions).reduce(wider)?;
    let grade = parts().map(|part| part.certainty).min()?;
    let lost = view.protocol.less_certain.iter().filter(|condition| {
        each.iter()
            .any(|(area, _)| condition.holds(view, Some(*area)) == Truth::Yes)
    });
    Some(SessionEstimate {
        sessions,
        interval_weeks: parts().map(|part| part.interval_weeks).max()?,
        review: parts().any(|part| part.review),
        certainty: lost.fold(grade, |certainty, _| certainty.less()),
    })
}

/// One area, with the certainty of its lowest-graded goal.
fn of_area(view: &View<'_>, area: AreaId) -> Option<SessionEstimate> {
    let protocol = view.protocol;
    let numbered: Vec<_> = goals(view, area)
        .iter()
        .map(|id| protocol.goal(id))
        .filter(|goal| goal.fit != Fit::Poor)
        .filter_map(|goal| range(view, goal, area).map(|range| (goal, range)))
        .gather();
    let sessions = numbered
        .iter()
        .map(|(_, range)| range.sessions)
        .reduce(wider)?;
    let slow = protocol
        .slower
        .iter()
        .any(|condition| condition.holds(view, Some(area)) == Truth::Yes);
    let interval = numbered.iter().map(|(goal, _)| goal.interval).max()?;
    Some(SessionEstimate {
        sessions,
        interval_weeks: if slow { interval.max(SLOW) } else { interval },
        review: numbered.iter().any(|(_, range)| range.review),
        certainty: Certainty::of(numbered.iter().map(|(goal, _)| goal.grade).min()?),
    })
}

/// The goals of an area that have a number.
pub(crate) fn numbered(view: &View<'_>, area: AreaId) -> Vec<GoalId> {
    let mut numbered = Vec::new();
    for id in goals(view, area).iter() {
        let goal = view.protocol.goal(id);
        if goal.fit != Fit::Poor && range(view, goal, area).is_some() {
            numbered.push(id);
        }
    }
    numbered
}

/// The widest range of the goal's courses for the severity answered.
fn range(view: &View<'_>, goal: &Goal, area: AreaId) -> Option<Range> {
    goal.courses
        .iter()
        .filter(|course| course.when.holds(view, Some(area)) != Truth::No)
        .filter_map(|course| {
            let severity = view.answers.chosen(course.severity);
            course
                .ranges
                .iter()
                .find(|range| severity.has(range.option))
                .copied()
        })
        .reduce(|a, b| Range {
            option: a.option,
            sessions: wider(a.sessions, b.sessions),
            review: a.review || b.review,
        })
}

/// The same needling serves every goal, and areas share visits: the greatest numbers, never a sum.
fn wider(a: Sessions, b: Sessions) -> Sessions {
    Sessions {
        low: a.low.max(b.low),
        most: a.most.max(b.most),
        high: a.high.max(b.high),
    }
}
