//! "Take it along": the ways on which the result leaves this page, and what leaves on them.

use yew::prelude::*;

use super::Context;
use super::markup::{button, card, classed, el, heading, p};
use super::plain::plain;
use super::plan;
use super::recommendation::recommendation;
use crate::key;
use crate::quiz::Screen;
use crate::takeaway::Taken;

/// The section near the end of the result.
#[inline(never)]
pub(super) fn take(context: &Context) -> Html {
    let locale = context.locale;
    let ways = [
        (context.ways.print, "print", key::PRINT),
        (true, "copy", key::COPY),
        (context.ways.share, "share", key::SHARE),
    ];
    let ways = ways.into_iter().filter(|(offered, ..)| *offered);
    let ways = ways
        .map(|(_, action, word)| button("button button--quiet", action, locale.text(word)).into());
    card()
        .attr("class", "card take")
        .with(heading("h2", locale.text(key::TAKE_TITLE)))
        .with(p(locale.text(key::TAKE_LEAD)))
        .with(classed("div", "actions").each(ways.collect()))
        .with_if(by_hand(context))
        .into()
}

/// The text itself, where the browser refuses to copy, share or save it.
fn by_hand(context: &Context) -> Option<Html> {
    let text = context.ways.by_hand.clone()?;
    let locale = context.locale;
    let area = el("textarea")
        .attr("readonly", "")
        .attr("rows", "8")
        .state(text, None);
    let label = classed("label", "by-hand")
        .with(heading("b", locale.text(key::BY_HAND)))
        .with(heading("small", locale.text(key::BY_HAND_HINT)))
        .with(area);
    Some(label.into())
}

/// What a button takes along; `None` for all other buttons.
#[inline(never)]
pub(super) fn taken(context: &Context, action: &str) -> Option<Taken> {
    let wrap: fn(String) -> Taken = match action {
        "copy" => Taken::Copy,
        "share" => Taken::Share,
        "calendar" => return plan::calendar(context),
        _ => return None,
    };
    let Screen::Recommendation(assessment) = context.quiz.screen(context.protocol, context.today)
    else {
        return None;
    };
    let locale = context.locale;
    let made = locale.fill(key::MADE_ON, &[("date", &locale.date(context.today))]);
    let drawn = recommendation(context, &assessment);
    Some(wrap(
        [locale.text(key::BRAND), &made, &plain(&drawn)].join("\n"),
    ))
}
