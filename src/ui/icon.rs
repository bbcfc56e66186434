//! Small drawings. All are decoration: words say the same.

use yew::prelude::*;

use crate::assess::Verdict;

/// The mark: a field of needle points.
pub(super) fn mark() -> Html {
    let points = (0..9).map(|index| {
        let (x, y) = (6 + 8 * (index % 3), 6 + 8 * (index / 3));
        let radius = if index == 4 {
            "3.2"
        } else if index % 2 == 1 {
            "2"
        } else {
            "1.6"
        };
        html! { <circle cx={x.to_string()} cy={y.to_string()} r={radius} /> }
    });
    html! { <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">{ for points }</svg> }
}

/// The faint field of dots behind the intro; drawn in CSS.
pub(super) fn field() -> Html {
    html! { <div class="field" aria-hidden="true"></div> }
}

fn line(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg> }
}

/// A clock.
pub(super) fn clock() -> Html {
    line("M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7v5l3 2")
}

/// A padlock.
pub(super) fn lock() -> Html {
    line(
        "M7.5 10h9A2.5 2.5 0 0 1 19 12.500v5a2.500 2.500 0 0 1-2.500 2.500h-9A2.500 2.500 0 0 1 5 17.500v-5A2.500 2.500 0 0 1 7.500 10ZM8 10V7a4 4 0 0 1 8 0v3",
    )
}

/// A written sheet.
pub(super) fn sheet() -> Html {
    line("M5 4h10l4 4v12H5ZM9 12h6M9 16h6")
}

/// The sign of a verdict.
pub(super) fn verdict(verdict: Verdict) -> Html {
    line(match verdict {
        Verdict::Suitable => {
            "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM8 12.500l2.800 2.800L16.200 9.500"
        }
        Verdict::Review => "M4 5h16v11H9l-5 4ZM8 9h8M8 12.500h5",
        Verdict::Defer => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7v5l3.500 2",
        Verdict::NotIndicated => "M4 12h10M10 7l5 5-5 5M19 5v14",
        Verdict::Exclude => "M8.200 3h7.600L21 8.200v7.600L15.800 21H8.200L3 15.800V8.200ZM8 12h8",
        Verdict::OutOfScope => "M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2ZM9 4v14M15 6v14",
    })
}
