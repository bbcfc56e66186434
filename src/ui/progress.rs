//! How far the visitor is: a row of needle points, and a sentence.

use yew::prelude::*;

use super::markup::{classed, el};
use crate::key;
use crate::text::Locale;

/// "About 4 pages left".
pub(super) fn sentence(locale: Locale, left: usize) -> String {
    match left {
        0 => locale.text(key::LEFT_NONE).to_owned(),
        1 => locale.text(key::LEFT_ONE).to_owned(),
        n => locale.fill(key::LEFT_MANY, &[("n", &n.to_string())]),
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
