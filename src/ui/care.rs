//! Questions to ask, and what to do around a session.

use yew::prelude::*;

use super::Context;
use super::evidence::{Rests, rests_on};
use super::markup::{card, classed, el, heading, nothing, p};
use crate::assess::{Assessment, concerns};
use crate::key;
use crate::protocol::{Gather, Moment, Word};

/// What to ask before anything is planned.
#[inline(never)]
pub(super) fn questions(context: &Context, assessment: &Assessment) -> Html {
    let asked = [(Moment::Ask, Word::NONE)];
    section(context, assessment, key::ASK_TITLE, key::ASK_LEAD, &asked)
}

/// Before, on and after the day of a session.
#[inline(never)]
pub(super) fn around(context: &Context, assessment: &Assessment) -> Html {
    let moments = [
        (Moment::Before, key::CARE_BEFORE),
        (Moment::Day, key::CARE_DAY),
        (Moment::After, key::CARE_AFTER),
    ];
    section(
        context,
        assessment,
        key::CARE_TITLE,
        key::CARE_LEAD,
        &moments,
    )
}

/// Only where treatment may be planned at all.
fn section(
    context: &Context,
    assessment: &Assessment,
    title: Word,
    lead: Word,
    moments: &[(Moment, Word)],
) -> Html {
    let locale = context.locale;
    if !assessment.may_be_planned() || context.evidence.care.is_empty() {
        return nothing();
    }
    let answers = &context.quiz.answers;
    let care = context.evidence.care.iter();
    let care: Vec<_> = care
        .filter(|care| concerns(context.protocol, answers, context.today, care))
        .gather();
    let mut cited = Vec::new();
    let mut card = card()
        .with(heading("h2", locale.text(title)))
        .with(p(locale.text(lead)));
    for (moment, title) in moments {
        if title.is_some() {
            card = card.with(heading("h3", locale.text(*title)));
        }
        let due = || care.iter().filter(|care| care.moment == *moment);
        let lines = due().map(|care| el("li").text(locale.text(care.tell)).into());
        card = card.with(classed("ul", "plain").each(lines.gather()));
        cited.extend(due().map(|care| care.cited));
    }
    card.each(rests_on(context, Rests::of(&cited, key::CARE_GRADE)))
        .into()
}
