//! What it may cost, where the clinic gave a price for one session.

use yew::prelude::*;

use super::Context;
use super::markup::{card, heading, nothing, p_of};
use crate::assess::Assessment;
use crate::key;
use crate::options::Price;

/// The price of the low, the usual and the high number of sessions.
#[inline(never)]
pub(super) fn cost(context: &Context, assessment: &Assessment) -> Html {
    let (Some(price), Some(estimate)) = (&context.clinic.price, assessment.estimate) else {
        return nothing();
    };
    let locale = context.locale;
    let sum = |sessions: u8| total(context, price, sessions);
    let sessions = estimate.sessions;
    let (low, most, high) = (sum(sessions.low), sum(sessions.most), sum(sessions.high));
    let all = [("low", low.as_str()), ("most", &most), ("high", &high)];
    let each = sum(1);
    card()
        .attr("data-cost", "")
        .with(heading("h2", locale.text(key::COST_TITLE)))
        .with(p_of(locale.fill(key::COST_RANGE, &all)))
        .with(p_of(locale.fill(key::COST_EACH, &[("price", &each)])))
        .into()
}

fn total(context: &Context, price: &Price, sessions: u8) -> String {
    // The greatest price times the most sessions has room in 32 bits.
    let sum = price.hundredths.saturating_mul(u32::from(sessions));
    context.locale.money(sum, &price.currency)
}
