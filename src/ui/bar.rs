//! The line at the top of a screen.

use yew::prelude::*;

use super::icon;
use super::markup::{button, classed, el};
use crate::key;
use crate::protocol::Word;
use crate::text::Locale;

/// The name of the guide.
pub(super) fn brand(locale: Locale) -> Html {
    classed("div", "bar")
        .with(icon::mark())
        .with(el("span").text(locale.text(key::BRAND)))
        .into()
}

/// A way back, and what stands at the other end.
pub(super) fn back(locale: Locale, to: Word, end: Option<Html>) -> Html {
    let arrow = el("span").attr("aria-hidden", "true").text("← ");
    let back = classed("button", "link")
        .attr("type", "button")
        .attr("data-action", "back")
        .with(arrow)
        .text(locale.text(to));
    classed("div", "bar")
        .with(back)
        .with(classed("span", "bar__space"))
        .with_if(end)
        .into()
}

/// Wipes everything.
pub(super) fn restart(locale: Locale) -> Html {
    button("link", "restart", locale.text(key::START_OVER)).into()
}
