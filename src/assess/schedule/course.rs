//! The course that an assessment allows: numbers, goals and waits, before there are dates.

use super::Course;
use super::points::{first_review, full_months, span};
use crate::assess::answers::Answers;
use crate::assess::estimate::numbered;
use crate::assess::facts::View;
use crate::assess::recommendation::{Assessment, Recommendation};
use crate::protocol::{AreaId, Date, Effect, Protocol, Set, Span, Truth, Unit};

/// The course that an assessment allows; `None` where it has no number of sessions.
pub fn course(
    protocol: &Protocol,
    answers: &Answers,
    today: Date,
    assessment: &Assessment,
) -> Option<Course> {
    let estimate = assessment.estimate?;
    let view = View::new(protocol, answers.on_path(protocol, today), today);
    // Loops, not chains of iterators: those cost the page a kilobyte here.
    let mut goals = Set::new();
    let mut sun: Option<Span> = None;
    let mut earliest = None;
    for part in &assessment.areas {
        if part.recommendation.estimate().is_none() {
            continue;
        }
        for id in numbered(&view, part.area) {
            goals = goals.with(id);
        }
        let wait = sun_wait(&view, part.area);
        if sun.is_none_or(|sun| sun.weight() < wait.weight()) {
            sun = Some(wait);
        }
        if let Recommendation::Defer { because, .. } = &part.recommendation {
            for found in because.as_slice() {
                earliest = earliest.max(found.earliest).max(found.not_before);
            }
        }
    }
    Some(Course {
        sessions: estimate.sessions,
        interval_weeks: estimate.interval_weeks,
        review: first_review(protocol, goals).min(estimate.sessions.high),
        goals,
        full_months: full_months(protocol, goals),
        sun: sun.unwrap_or(SUN),
        earliest,
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
