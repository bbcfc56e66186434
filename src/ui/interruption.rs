//! Something rules the treatment out: said at once, with a choice.

use yew::prelude::*;

use super::finding::finding;
use super::markup::{all, button, classed, heading, p, title};
use super::{Context, bar};
use crate::assess::Assessment;
use crate::key;
use crate::protocol::{Effect, Gather};

/// See the answer now, or go on.
#[inline(never)]
pub(super) fn interruption(context: &Context, assessment: &Assessment) -> Html {
    let t = |word| context.locale.text(word);
    let ruled_out = assessment
        .findings
        .iter()
        .filter(|finding| finding.effect == Effect::Exclude);
    let ruled_out = ruled_out
        .map(|found| finding(context, assessment, found))
        .gather();
    let go_on = button("button", "continue", t(key::GO_ON));
    let see = button("button button--quiet", "see-now", t(key::SEE_NOW));
    let main = classed("div", "screen")
        .with(title(t(key::INTERRUPTION_TITLE).into()))
        .with(p(t(key::INTERRUPTION_TEXT)))
        .with(
            classed("div", "card")
                .with(heading("h2", t(key::WHY_TITLE)))
                .each(ruled_out),
        )
        .with(p(t(key::INTERRUPTION_CHOICE)))
        .with(
            classed("div", "continue continue--two")
                .with(go_on)
                .with(see),
        );
    all(vec![
        bar::back(context.locale, key::BACK, None),
        main.into(),
    ])
}
