//! The line at the top of a screen.

use yew::prelude::*;

use super::markup::{button, classed, el};
use super::{Context, icon};
use crate::key;
use crate::protocol::Word;
use crate::quiz::Msg;
use crate::text::Locale;

/// The name of the guide.
pub(super) fn brand(locale: Locale) -> Html {
    classed("div", "bar").with(icon::mark()).with(el("span").text(locale.text(key::BRAND))).into()
}

/// A way back, and what stands at the other end.
pub(super) fn back(context: &Context, to: Word, msg: Msg, end: Option<Html>) -> Html {
    let arrow = el("span").attr("aria-hidden", "true").text("← ");
    let back = classed("button", "link")
        .attr("type", "button")
        .attr("data-action", "back")
        .on_click(context.on(msg))
        .with(arrow)
        .text(context.locale.text(to));
    classed("div", "bar").with(back).with(classed("span", "bar__space")).with_if(end).into()
}

/// Wipes everything.
pub(super) fn restart(context: &Context) -> Html {
    let text = context.locale.text(key::START_OVER);
    button("link", "restart", text, context.on(Msg::StartedOver)).into()
}
