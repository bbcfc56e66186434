//! Drawings beside options, where people would rather look than read. The label says the same, so
//! they are hidden from screen readers.

mod body;
mod scar;
mod severity;
mod sun;

use yew::prelude::*;

use super::markup::{classed, el};
use crate::protocol::Gather;

/// One drawing, on a ground of 56 by 48: each shape's class, which `styles/components/drawing.css`
/// colours, and its path.
type Drawing = &'static [(&'static str, &'static str)];

/// Drawings of options: how the question's id ends, and what is drawn for each option's id.
type Drawn = (&'static str, &'static [(&'static str, Drawing)]);

/// Which options are drawn.
const DRAWN: &[Drawn] = &[
    ("areas-head", body::AREAS),
    ("areas-body", body::AREAS),
    (".where", body::AREAS),
    (".severity", severity::SEEN_BY),
    (".acne-scars.type", scar::DENTS),
    (".keloid-raised-scars.outgrew", scar::OUTGREW),
    (".stretch-marks.age", scar::STRETCH_MARKS),
    ("scars", scar::RAISED),
    ("sun", sun::REACTIONS),
];

/// The drawing of an option, if it has one.
#[inline(never)]
pub(super) fn of(question: &str, option: &str) -> Option<Html> {
    let shapes = find(question, option)?;
    let shapes = shapes
        .iter()
        .map(|(class, path)| classed("path", class).attr("d", *path).into())
        .gather();
    let drawing = el("svg")
        .attr("class", "drawing")
        .attr("viewBox", "0 0 56 48")
        .attr("aria-hidden", "true")
        .each(shapes);
    Some(drawing.into())
}

fn find(question: &str, option: &str) -> Option<Drawing> {
    // "scars" is a whole id; the others are ends.
    let told = |end: &str| question == end || (end.starts_with('.') && question.ends_with(end));
    let (_, options) = DRAWN.iter().find(|(end, _)| told(end))?;
    let (_, drawing) = options.iter().find(|(id, _)| *id == option)?;
    Some(drawing)
}

/// The ends of questions whose options are drawn, each with the options' ids.
#[cfg(not(target_arch = "wasm32"))]
pub fn drawn() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    DRAWN.iter().map(|(end, options)| {
        let ids = options.iter().map(|(id, _)| *id).collect();
        (*end, ids)
    })
}
