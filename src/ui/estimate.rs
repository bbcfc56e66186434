//! The session estimate.

use yew::prelude::*;

use super::Context;
use super::finding::sources_of;
use crate::assess::{Assessment, SessionEstimate, Verdict};
use crate::key;
use crate::protocol::{AreaId, Certainty, Fit, GoalId, Word};
use crate::text::Locale;

/// How many sessions, where the rules permit a number; otherwise nothing.
pub(super) fn estimate(context: &Context, assessment: &Assessment) -> Html {
    let locale = context.locale;
    let Some(estimate) = assessment.estimate else {
        return no_number(context, assessment);
    };
    let permitted: Vec<AreaId> = assessment
        .areas
        .iter()
        .filter(|part| part.recommendation.estimate().is_some())
        .map(|part| part.area)
        .collect();
    let partly = permitted.len() < assessment.areas.len();
    let for_areas =
        partly.then(|| locale.fill(key::PLAN_AREAS, &[("areas", &context.areas(&permitted))]));
    let sessions = estimate.sessions;
    let (low, most, high) = (
        sessions.low.to_string(),
        sessions.most.to_string(),
        sessions.high.to_string(),
    );
    html! {
        <section class="card" data-sessions-low={low.clone()} data-sessions-most={most.clone()}
            data-sessions-high={high.clone()}>
            <h2>{ locale.text(title(assessment)) }</h2>
            { for for_areas.map(|text| html! { <p>{ text }</p> }) }
            <p class="range">
                <strong>{ locale.fill(key::SESSIONS_RANGE, &[("low", &low), ("high", &high)]) }</strong>
                <span>{ locale.fill(key::SESSIONS_MOST, &[("most", &most)]) }</span>
            </p>
            { line(estimate) }
            <p>{ spacing(locale, estimate) }</p>
            <p>{ certainty(locale, estimate.certainty) }{ " " }{ locale.text(key::CERTAINTY_WHY) }</p>
            if estimate.review {
                <p>{ locale.text(key::REVIEW_FOUR) }</p>
            }
            if permitted.len() > 1 {
                <p>{ locale.text(key::SPLIT_VISITS) }</p>
            }
            { goals(context, assessment, &permitted) }
        </section>
    }
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
    let plannable = matches!(
        assessment.verdict,
        Verdict::Suitable | Verdict::Review | Verdict::Defer
    );
    if !plannable {
        return html! {};
    }
    html! { <section class="card"><p>{ context.locale.text(key::NO_NUMBER) }</p></section> }
}

/// Sessions as needle points: sure ones filled, possible ones open.
fn line(estimate: SessionEstimate) -> Html {
    let point = |index: u8| {
        let state = if index < estimate.sessions.low {
            "low"
        } else if index < estimate.sessions.most {
            "most"
        } else {
            "high"
        };
        html! { <i data-state={state}></i> }
    };
    html! {
        <div class="points points--sessions" aria-hidden="true">
            { for (0..estimate.sessions.high).map(point) }
        </div>
    }
}

fn spacing(locale: Locale, estimate: SessionEstimate) -> String {
    let apart = if estimate.interval_weeks >= 6 {
        key::INTERVAL_SIX
    } else {
        key::INTERVAL_FOUR
    };
    let (low, most, high) = estimate.weeks();
    let (low, most, high) = (low.to_string(), most.to_string(), high.to_string());
    let total = locale.fill(
        key::WEEKS_TOTAL,
        &[("low", &low), ("most", &most), ("high", &high)],
    );
    format!("{}. {total}", crate::text::capitalised(locale.text(apart)))
}

fn certainty(locale: Locale, certainty: Certainty) -> String {
    let word = match certainty {
        Certainty::VeryLow => key::CERTAINTY_VERY_LOW,
        Certainty::Low => key::CERTAINTY_LOW,
        Certainty::LowToModerate => key::CERTAINTY_LOW_TO_MODERATE,
        Certainty::Moderate => key::CERTAINTY_MODERATE,
    };
    locale.fill(key::CERTAINTY, &[("word", locale.text(word))])
}

/// What published courses showed for each goal in the plan.
fn goals(context: &Context, assessment: &Assessment, permitted: &[AreaId]) -> Html {
    let mut goals: Vec<GoalId> = Vec::new();
    for part in assessment
        .areas
        .iter()
        .filter(|part| permitted.contains(&part.area))
    {
        for goal in &part.goals {
            if context.protocol.goal(*goal).fit == Fit::Indicated && !goals.contains(goal) {
                goals.push(*goal);
            }
        }
    }
    if goals.is_empty() {
        return html! {};
    }
    let lines = goals.into_iter().map(|id| {
        let goal = context.protocol.goal(id);
        html! {
            <div class="goal" key={goal.id}>
                <h3>{ context.locale.text(goal.label) }</h3>
                <p>{ context.locale.text(goal.tell) }</p>
                { sources_of(context, goal.sources) }
            </div>
        }
    });
    html! {
        <>
            <h2 class="card__second">{ context.locale.text(key::ABOUT_GOALS) }</h2>
            { for lines }
        </>
    }
}
