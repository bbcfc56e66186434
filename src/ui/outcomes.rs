//! What results are realistic, for each goal in the plan.

use yew::prelude::*;

use super::Context;
use super::evidence::{Rests, rests_on};
use super::markup::{card, classed, heading, nothing, p};
use crate::assess::Assessment;
use crate::key;
use crate::protocol::{Fit, GoalId, Set};

/// What published courses showed for each goal in the plan.
#[inline(never)]
pub(super) fn outcomes(context: &Context, assessment: &Assessment) -> Html {
    let planned = assessment
        .areas
        .iter()
        .filter(|part| part.recommendation.estimate().is_some());
    let goals = planned.map(|part| part.goals).fold(Set::new(), Set::or);
    let indicated = |id: &GoalId| context.protocol.goal(*id).fit == Fit::Indicated;
    let goals: Vec<_> = goals.iter().filter(indicated).collect();
    if goals.is_empty() {
        return nothing();
    }
    let parts = goals.into_iter().map(|id| goal(context, id)).collect();
    card()
        .with(heading("h2", context.locale.text(key::ABOUT_GOALS)))
        .each(parts)
        .into()
}

fn goal(context: &Context, id: GoalId) -> Html {
    let goal = context.protocol.goal(id);
    classed("div", "goal")
        .with(heading("h3", context.locale.text(goal.label)))
        .with(p(context.locale.text(goal.tell)))
        .each(rests_on(context, Rests::goal(context, id)))
        .into()
}
