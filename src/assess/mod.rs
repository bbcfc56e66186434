//! What follows for this person: complete answers in, a recommendation out.
//!
//! Rules are combined as a set, never by order and never as a score. The laws are in
//! `tests/native/laws.rs`.

mod answers;
mod because;
mod care;
mod change;
mod estimate;
mod facts;
mod finding;
mod recommendation;
pub mod schedule;

use self::facts::View;
use crate::protocol::{AreaId, Date, Effect, Fit, Gather, Protocol, Set, Truth};

pub use self::answers::{Answer, AnswerProblem, Answers, Chosen, CompleteAnswers, Wrong};
pub use self::because::{Considered, Part, because, considered};
pub use self::care::concerns;
pub use self::change::{MOST_CHANGES, Outcome, Way, after, ways};
pub use self::estimate::{SessionEstimate, planned_goals};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use self::facts::compare;
pub use self::finding::{Cause, Finding, Findings};
pub use self::recommendation::{AreaRecommendation, Assessment, Recommendation, Verdict};

/// What follows from complete answers.
pub fn assess(protocol: &Protocol, answers: &CompleteAnswers) -> Assessment {
    let today = answers.today();
    let clock_behind = today < protocol.released;
    let view = View::new(protocol, answers.answers().clone(), today);
    let expired = today > protocol.review_by;
    let out_of_scope = protocol.out_of_scope.holds(&view, None) == Truth::Yes;

    let mut findings = Vec::new();
    let mut areas = Vec::new();
    let person = finding::of_person(&view, !clock_behind);
    for area in view.areas() {
        let mut found = finding::of_area(&view, area, &person, !clock_behind);
        let goals = estimate::goals(&view, area);
        for goal in goals.iter() {
            let effect = match protocol.goal(goal).fit {
                Fit::Indicated => continue,
                Fit::Ask => Effect::Review,
                Fit::Poor => Effect::Note,
            };
            found.push(Finding::new(Cause::Goal(goal), effect, Some(area)));
        }
        let strictest = found.iter().map(|finding| finding.effect).max();
        let poor = goals
            .iter()
            .all(|goal| protocol.goal(goal).fit == Fit::Poor);
        if expired && !poor && !out_of_scope && strictest < Some(Effect::Review) {
            found.push(Finding::new(Cause::Expired, Effect::Review, Some(area)));
        }
        let recommendation = if out_of_scope {
            Recommendation::OutOfScope
        } else {
            recommend(&view, area, &found, poor)
        };
        merge(&mut findings, found);
        areas.push(AreaRecommendation {
            area,
            goals,
            recommendation,
        });
    }
    let findings = sorted(findings);

    let permitted: Set<AreaId> = areas
        .iter()
        .filter(|part| part.recommendation.estimate().is_some())
        .map(|part| part.area)
        .collect();
    let verdict = areas.iter().map(|part| part.recommendation.verdict()).max();
    let verdict = verdict.unwrap_or(Verdict::Review);
    let earliest = if verdict == Verdict::Defer {
        let deferred = areas
            .iter()
            .filter(|part| part.recommendation.verdict() == Verdict::Defer);
        latest(deferred.map(|part| part.recommendation.earliest()))
    } else {
        None
    };
    Assessment {
        verdict,
        estimate: estimate::estimate(&view, permitted),
        areas,
        findings,
        earliest,
        clock_behind,
        partial: false,
    }
}

/// What follows for one area from everything found there.
fn recommend(view: &View<'_>, area: AreaId, found: &[Finding], poor: bool) -> Recommendation {
    let with = |effect: Effect| {
        let with = found
            .iter()
            .filter(|finding| finding.effect == effect)
            .copied();
        Findings::new(with.gather())
    };
    let goals = || {
        let goals = found
            .iter()
            .filter(|finding| matches!(finding.cause, Cause::Goal(_)))
            .copied();
        Findings::new(goals.gather())
    };
    let estimate = || estimate::estimate(view, Set::one(area));
    if let Some(because) = with(Effect::Exclude) {
        return Recommendation::Exclude { because };
    }
    if let (true, Some(because)) = (poor, goals()) {
        return Recommendation::NotIndicated { because };
    }
    if let Some(because) = with(Effect::Defer) {
        let earliest = latest(because.as_slice().iter().map(|finding| finding.earliest));
        return Recommendation::Defer {
            because,
            earliest,
            estimate: estimate(),
        };
    }
    if let Some(because) = with(Effect::Review) {
        return Recommendation::Review {
            because,
            estimate: estimate(),
        };
    }
    Recommendation::Suitable {
        estimate: estimate(),
    }
}

/// What is certain while the quiz is still under way: that something rules the treatment out for
/// the whole person. Partial answers yield this verdict and no other.
pub fn assess_partly(protocol: &Protocol, answers: &Answers, today: Date) -> Option<Assessment> {
    let view = View::new(protocol, answers.on_path(protocol, today), today).under_way();
    let clock_behind = today < protocol.released;
    let dates = !clock_behind;
    let mut findings = finding::of_person(&view, dates);
    findings.retain(|finding| !finding.unsure);
    let rules_out = |finding: &&Finding| finding.effect == Effect::Exclude;
    let because = Findings::new(findings.iter().filter(rules_out).copied().gather())?;
    let mut areas = Vec::new();
    for area in view.areas() {
        findings
            .iter_mut()
            .for_each(|finding| finding.areas = finding.areas.with(area));
        let recommendation = Recommendation::Exclude {
            because: because.clone(),
        };
        areas.push(AreaRecommendation {
            area,
            goals: Set::new(),
            recommendation,
        });
    }
    // Whatever else is so, a doctor has to see a spot that changes.
    for id in protocol.rule_ids().filter(|id| protocol.rule(*id).alert) {
        let alerts = view
            .areas()
            .filter_map(|area| finding::judge(&view, id, Some(area), dates));
        merge(
            &mut findings,
            alerts.filter(|finding| !finding.unsure).gather(),
        );
    }
    Some(Assessment {
        verdict: Verdict::Exclude,
        areas,
        findings: sorted(findings),
        earliest: None,
        estimate: None,
        clock_behind,
        partial: true,
    })
}

fn merge(findings: &mut Vec<Finding>, found: Vec<Finding>) {
    for finding in found {
        match findings
            .iter_mut()
            .find(|known| known.cause == finding.cause)
        {
            Some(known) => known.join(&finding),
            None => findings.push(finding),
        }
    }
}

/// The strictest effects first, and what is certain before what is not.
fn sorted(findings: Vec<Finding>) -> Vec<Finding> {
    let mut sorted = Vec::with_capacity(findings.len());
    for effect in [Effect::Exclude, Effect::Defer, Effect::Review, Effect::Note] {
        for unsure in [false, true] {
            let same = |finding: &&Finding| finding.effect == effect && finding.unsure == unsure;
            sorted.extend(findings.iter().filter(same).copied());
        }
    }
    sorted
}

/// The latest of all dates, or none if one of them is missing.
pub(crate) fn latest(mut dates: impl Iterator<Item = Option<Date>>) -> Option<Date> {
    let first = dates.next()??;
    dates.try_fold(first, |latest, date| date.map(|date| latest.max(date)))
}
