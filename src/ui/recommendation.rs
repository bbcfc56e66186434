//! The recommendation: its sections, in the order in which they help.

use yew::prelude::*;

use super::alternatives::alternatives;
use super::because::did_not_matter;
use super::care;
use super::cost::cost;
use super::estimate::estimate;
use super::finding::finding;
use super::markup::{all, card, classed, heading, nothing, p};
use super::next::next;
use super::opened::opened;
use super::outcomes::outcomes;
use super::verdict::verdict;
use super::{Context, bar, changes, clinic, foot, take};
use crate::assess::{Assessment, Cause};
use crate::key;
use crate::protocol::{Effect, Gather, Rule, Word};

/// The answer, the reasons, the plan.
#[inline(never)]
pub(super) fn recommendation(context: &Context, assessment: &Assessment) -> Html {
    let locale = context.locale;
    let spot = fired(context, assessment, |rule| rule.alert);
    let team = fired(context, assessment, |rule| {
        rule.wait.is_some_and(|wait| wait.team)
    });
    let alert = spot.then(|| {
        classed("p", "alert")
            .with(heading("b", locale.text(key::ALERT_TITLE)))
            .text(". ")
            .text(locale.text(key::ALERT))
    });
    // Where the quiz was cut short, medicines may not have been asked about.
    let medicine = (assessment.partial || fired(context, assessment, |rule| rule.medicine))
        .then(|| classed("p", "alert").text(locale.text(key::MEDICINE)));
    let main = classed("div", "result")
        .with_if(opened(context, assessment))
        // The answer, and what to do next.
        .with(verdict(context, assessment))
        .with_if(alert)
        .with(next(context, assessment, spot, team))
        .with_if(medicine)
        .with(clinic::clinic(context, assessment))
        .each(if context.beginning {
            Vec::new()
        } else {
            rest(context, assessment)
        });
    let restart = bar::restart(locale);
    all(vec![
        bar::back(locale, key::YOUR_ANSWERS, Some(restart)),
        main.into(),
    ])
}

/// What is below the window at first.
fn rest(context: &Context, assessment: &Assessment) -> Vec<Html> {
    let groups = GROUPS
        .iter()
        .map(|(effect, title)| group(context, assessment, *effect, *title));
    let why = card()
        .with(heading("h2", context.locale.text(key::WHY_TITLE)))
        .each(groups.gather())
        .with(did_not_matter(context, assessment));
    vec![
        // Why, and what would change it.
        why.into(),
        changes::changes(context, assessment),
        // The plan.
        estimate(context, assessment),
        // What results are realistic, what it costs, and what else there is.
        outcomes(context, assessment),
        cost(context, assessment),
        alternatives(context, assessment),
        // For the consultation and the days around a session.
        care::questions(context, assessment),
        care::around(context, assessment),
        foot::help(context),
        // Take it along.
        take::take(context, assessment),
        clinic::agreement(context),
        // Sources, version, who is responsible.
        foot::about(context, assessment),
    ]
}

const GROUPS: [(Effect, Word); 4] = [
    (Effect::Exclude, key::GROUP_EXCLUDE),
    (Effect::Defer, key::GROUP_DEFER),
    (Effect::Review, key::GROUP_REVIEW),
    (Effect::Note, key::GROUP_NOTE),
];

fn fired(context: &Context, assessment: &Assessment, test: fn(&Rule) -> bool) -> bool {
    assessment.findings.iter().any(|found| match found.cause {
        Cause::Rule(id) => test(context.protocol.rule(id)),
        Cause::Goal(_) | Cause::Expired => false,
    })
}

fn group(context: &Context, assessment: &Assessment, effect: Effect, title: Word) -> Html {
    let found: Vec<_> = assessment
        .findings
        .iter()
        .filter(|finding| finding.effect == effect)
        .gather();
    if found.is_empty() {
        return nothing();
    }
    let unsure = found.iter().any(|finding| finding.unsure);
    let found = found
        .into_iter()
        .map(|found| finding(context, assessment, found))
        .gather();
    classed("div", "findings")
        .with(classed("p", "findings__title").text(context.locale.text(title)))
        .with_if(unsure.then(|| p(context.locale.text(key::UNSURE_TELL))))
        .each(found)
        .into()
}
