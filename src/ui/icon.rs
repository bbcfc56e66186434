//! Small drawings. All are decoration: words say the same.

use yew::prelude::*;

use super::markup::{classed, el};
use crate::assess::Verdict;

/// The mark: a field of needle points.
pub(super) fn mark() -> Html {
    const POINTS: &str = "M4.4 6a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M12 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0M20.4 6a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M4 14a2 2 0 1 0 4 0a2 2 0 1 0-4 0M10.8 14a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M20 14a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4.4 22a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M12 22a2 2 0 1 0 4 0a2 2 0 1 0-4 0M20.4 22a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0";
    drawing("mark", "0 0 28 28", POINTS)
}

/// The faint field of dots behind the intro; drawn in CSS.
pub(super) fn field() -> Html {
    classed("div", "field").attr("aria-hidden", "true").into()
}

#[inline(never)]
fn drawing(class: &'static str, view_box: &'static str, path: &'static str) -> Html {
    classed("svg", class)
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .with(el("path").attr("d", path))
        .into()
}

fn line(path: &'static str) -> Html {
    drawing("icon", "0 0 24 24", path)
}

/// A clock.
pub(super) fn clock() -> Html {
    line("M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7v5l3 2")
}

/// A globe, for languages.
pub(super) fn globe() -> Html {
    line("M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3 12h18M12 3c4 3 4 15 0 18M12 3c-4 3-4 15 0 18")
}

/// A padlock.
pub(super) fn lock() -> Html {
    line(
        "M7.5 10h9a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-2.5 2.5h-9a2.5 2.5 0 0 1-2.5-2.5v-5a2.5 2.5 0 0 1 2.5-2.5ZM8 10V7a4 4 0 0 1 8 0v3",
    )
}

/// A written sheet.
pub(super) fn sheet() -> Html {
    line("M5 4h10l4 4v12H5ZM9 12h6M9 16h6")
}

/// The sign of a verdict.
pub(super) fn verdict(verdict: Verdict) -> Html {
    line(match verdict {
        Verdict::Suitable => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM8 12.5l2.8 2.8 5.4-5.8",
        Verdict::Review => "M4 5h16v11H9l-5 4ZM8 9h8M8 12.5h5",
        Verdict::Defer => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7v5l3.5 2",
        Verdict::NotIndicated => "M4 12h10M10 7l5 5-5 5M19 5v14",
        Verdict::Exclude => "M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2ZM8 12h8",
        Verdict::OutOfScope => "M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2ZM9 4v14M15 6v14",
    })
}
