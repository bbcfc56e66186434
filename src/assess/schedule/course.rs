//! The course that an assessment allows: numbers, goals and waits, before there are dates.

use super::Course;
use super::points::{first_review, full_months, span};
use crate::assess::answers::Answers;
use crate::assess::estimate::numbered;
use crate::assess::facts::View;
use crate::assess::recommendation::{Assessment, Recommendation};
use crate::protocol::{AreaId, Date, Effect, GoalId, Protocol, Set, Span, Truth, Unit};

/// The course that an assessment allows; `None` where it has no number of sessions.
pub fn course(
    protocol: &Protocol,
    answers: &Answers,
    today: Date,
    assessment: &Assessment,
) -> Option<Course> {
    let estimate = assessment.estimate?;
    let view = View::new(protocol, answers.on_path(protocol, today), today);
    let planned = || {
        assessment
            .areas
            .iter()
            .filter(|part| part.recommendation.estimate().is_some())
    };
    let goals = planned()
        .flat_map(|part| numbered(&view, part.area))
        .map(|(goal, _)| goal)
        .collect::<Set<GoalId>>();
    let of_goals = || goals.iter().map(|id| protocol.goal(id));
    let sun = planned()
        .map(|part| sun_wait(&view, part.area))
        .max_by_key(|span| span.weight());
    let mut ends = Vec::new();
    for part in planned() {
        if let Recommendation::Defer { because, .. } = &part.recommendation {
            let found = because.as_slice().iter();
            ends.extend(found.flat_map(|found| [found.earliest, found.not_before]));
        }
    }
    Some(Course {
        sessions: estimate.sessions,
        interval_weeks: estimate.interval_weeks,
        review: first_review(of_goals()).min(estimate.sessions.high),
        goals,
        full_months: full_months(of_goals()),
        sun: sun.unwrap_or(SUN),
        earliest: ends.into_iter().flatten().max(),
        dated: !assessment.clock_behind,
    })
}

/// Where the protocol has no rule about it: the longer of the dossier's two waits.
const SUN: Span = span(4, Unit::Weeks);

/// What has to pass after strong sun, by the rule about it: two weeks, or four where pigment is the
/// matter. As long has to pass before it, because healing skin darkens.
fn sun_wait(view: &View<'_>, area: AreaId) -> Span {
    let rule = view
        .protocol
        .rules
        .iter()
        .find(|rule| rule.id == "recent-tan");
    let Some(rule) = rule else { return SUN };
    let longer = rule
        .becomes
        .filter(|becomes| becomes.effect == Effect::Defer)
        .filter(|becomes| becomes.when.holds(view, Some(area)) != Truth::No)
        .and_then(|becomes| becomes.span);
    let usual = rule.wait.and_then(|wait| wait.span);
    longer.or(usual).unwrap_or(SUN)
}
