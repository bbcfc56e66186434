//! The line at the top of a screen.

use yew::prelude::*;

use super::icon;
use super::markup::{button, classed, el};
use crate::key;
use crate::protocol::Word;
use crate::text::Locale;

/// The name of the guide, and what stands at the other end.
pub(super) fn brand(locale: Locale, end: Option<Html>) -> Html {
    classed("div", "bar")
        .with(icon::mark())
        .with(classed("span", "bar__space").text(locale.text(key::BRAND)))
        .with_if(end)
        .into()
}

/// A way back, and what stands at the other end.
pub(super) fn back(locale: Locale, to: Word, end: Option<Html>) -> Html {
    let arrow = if locale.language.rtl { "→ " } else { "← " };
    let arrow = el("span").attr("aria-hidden", "true").text(arrow);
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
