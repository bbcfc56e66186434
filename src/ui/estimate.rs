//! The session estimate.

use yew::prelude::*;

use super::markup::{card, classed, el, heading, nothing, p, p_of};
use super::{Context, clinic, plan};
use crate::assess::{Assessment, SessionEstimate, Verdict};
use crate::key;
use crate::protocol::{AreaId, Certainty, Set, Word};
use crate::text::Locale;

/// How many sessions, where the rules permit a number.
#[inline(never)]
pub(super) fn estimate(context: &Context, assessment: &Assessment) -> Html {
    let locale = context.locale;
    let Some(estimate) = assessment.estimate else {
        return no_number(context, assessment);
    };
    let planned = assessment
        .areas
        .iter()
        .filter(|part| part.recommendation.estimate().is_some());
    let planned: Set<AreaId> = planned.map(|part| part.area).collect();
    let some = planned.len() < assessment.areas.len();
    let for_areas =
        some.then(|| p_of(locale.fill(key::PLAN_AREAS, &[("areas", &context.areas(planned))])));
    let sessions = estimate.sessions;
    let (low, most, high) = (
        sessions.low.to_string(),
        sessions.most.to_string(),
        sessions.high.to_string(),
    );
    let range = locale.fill(key::SESSIONS_RANGE, &[("low", &low), ("high", &high)]);
    let range = classed("p", "range")
        .with(el("strong").text(range))
        .text(" ")
        .with(el("span").text(locale.fill(key::SESSIONS_MOST, &[("most", &most)])));
    let certainty = certainty(locale, estimate.certainty);
    card()
        .attr("data-sessions-low", low)
        .attr("data-sessions-most", most)
        .attr("data-sessions-high", high)
        .with(heading("h2", locale.text(title(assessment))))
        .with_if(for_areas)
        .with(range)
        .with(plan::timeline(context, assessment))
        .with(p_of(spacing(locale, estimate)))
        .with(p_of(
            [&certainty, locale.text(key::CERTAINTY_WHY)].join(" "),
        ))
        .with_if(clinic::plans_more(context, assessment))
        .with_if(estimate.review.then(|| p(locale.text(key::REVIEW_FOUR))))
        .with_if((planned.len() > 1).then(|| p(locale.text(key::SPLIT_VISITS))))
        .with(plan::dates(context, assessment))
        .into()
}

/// The plan is conditional unless every area that has one may simply be planned.
fn title(assessment: &Assessment) -> Word {
    let permitted = assessment
        .areas
        .iter()
        .filter(|part| part.recommendation.estimate().is_some());
    match permitted.map(|part| part.recommendation.verdict()).max() {
        Some(Verdict::Defer) if assessment.earliest.is_some() => key::PLAN_DEFER_DATE,
        Some(Verdict::Defer) => key::PLAN_DEFER,
        Some(Verdict::Review) => key::PLAN_REVIEW,
        _ => key::PLAN_SUITABLE,
    }
}

fn no_number(context: &Context, assessment: &Assessment) -> Html {
    match assessment.verdict {
        Verdict::Suitable | Verdict::Review | Verdict::Defer => {
            card().with(p(context.locale.text(key::NO_NUMBER))).into()
        }
        Verdict::NotIndicated | Verdict::Exclude | Verdict::OutOfScope => nothing(),
    }
}

/// How far apart.
pub(super) fn interval(estimate: SessionEstimate) -> Word {
    match estimate.interval_weeks {
        6.. => key::INTERVAL_SIX,
        5 => key::INTERVAL_FIVE,
        _ => key::INTERVAL_FOUR,
    }
}

fn spacing(locale: Locale, estimate: SessionEstimate) -> String {
    let apart = interval(estimate);
    let (low, most, high) = estimate.weeks();
    let (low, most, high) = (low.to_string(), most.to_string(), high.to_string());
    let total = locale.fill(
        key::WEEKS_TOTAL,
        &[("low", &low), ("most", &most), ("high", &high)],
    );
    [locale.text(apart), &total].join(" ")
}

/// "Certainty: low."
pub(super) fn certainty(locale: Locale, certainty: Certainty) -> String {
    let word = match certainty {
        Certainty::VeryLow => key::CERTAINTY_VERY_LOW,
        Certainty::Low => key::CERTAINTY_LOW,
        Certainty::LowToModerate => key::CERTAINTY_LOW_TO_MODERATE,
        Certainty::Moderate => key::CERTAINTY_MODERATE,
    };
    locale.fill(key::CERTAINTY, &[("word", locale.text(word))])
}
