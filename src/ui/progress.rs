//! How far the visitor is: a row of needle points, and a sentence.

use yew::prelude::*;

use super::markup::{classed, el};
use crate::key;
use crate::text::Locale;

/// "About 9 questions left", those in view among them; "Last page" when no page follows.
pub(super) fn sentence(locale: Locale, pages: usize, questions: usize) -> String {
    match pages {
        0 => locale.text(key::LEFT_NONE).to_owned(),
        _ => locale.plural(key::LEFT, questions as u32, &[]),
    }
}

/// A row of points: so many of each state.
pub(super) fn points(class: &'static str, states: [(&'static str, usize); 3]) -> Html {
    let mut points = Vec::new();
    for (state, count) in states {
        for _ in 0..count {
            points.push(el("i").attr("data-state", state).into());
        }
    }
    classed("div", class)
        .attr("aria-hidden", "true")
        .each(points)
        .into()
}
