//! The course, drawn: sessions as needle points on a line, and the full result at its end. The table
//! says the same, so a screen reader skips this.

use yew::prelude::*;

use super::Context;
use crate::assess::schedule::{Course, Schedule};
use crate::key;
use crate::protocol::Date;
use crate::ui::markup::{El, classed, el};

/// Where the first point stands, and how far it is to the next.
const FIRST: usize = 14;
const STEP: usize = 34;
/// Where the full result stands.
const RESULT: usize = 290;
/// The line, the numbers above it and the words below it.
const LINE: usize = 30;
const ABOVE: usize = 14;
const BELOW: usize = 52;
/// From one row of words to the next.
const ROW: usize = 14;
/// Words below the start and below the result, which would hang over the edge.
const START: usize = 42;
const END: usize = 266;

/// The drawing. Its points stand at even distances: it shows an order, not a scale.
#[inline(never)]
pub(super) fn drawing(context: &Context, course: &Course, schedule: Option<&Schedule>) -> Html {
    let locale = context.locale;
    let sessions = course.sessions;
    let (sure, all) = (usize::from(sessions.most), usize::from(sessions.high));
    let at = |number: usize| FIRST + STEP * number.saturating_sub(1);
    let mut parts = vec![
        line("timeline__line", FIRST, RESULT),
        line("timeline__done", FIRST, at(sure)),
    ];
    for number in 1..=all {
        let state = match number {
            n if n <= usize::from(sessions.low) => "low",
            n if n <= sure => "most",
            _ => "high",
        };
        parts.push(point(at(number), state));
        parts.push(words(at(number), ABOVE, number.to_string()).into());
    }
    parts.push(point(RESULT, "full"));
    let review = at(usize::from(course.review));
    let note = |x: usize, row: usize, word| {
        let note = words(x, BELOW + ROW * row, locale.text(word).to_owned());
        note.attr("class", "timeline__note").into()
    };
    // The start stands above the review, because they would meet beside each other.
    parts.push(note(review, 1, key::DATES_REVIEW_SHORT));
    parts.push(note(END, 0, key::DATES_FULL_SHORT));
    if let Some(schedule) = schedule {
        let mut month = |x: usize, row: usize, day: Date| {
            let month = locale.month(day.year, day.month);
            parts.push(words(x, BELOW + ROW * row, month).into());
        };
        if let Some(first) = schedule.sessions.first() {
            month(START, 0, first.day);
        }
        month(review, 2, schedule.review);
        month(END, 1, schedule.usual.full.0);
    }
    classed("svg", "timeline")
        .attr("viewBox", "0 0 310 86")
        .attr("aria-hidden", "true")
        .each(parts)
        .into()
}

fn line(class: &'static str, from: usize, to: usize) -> Html {
    let line = [
        "M",
        &from.to_string(),
        " ",
        &LINE.to_string(),
        "H",
        &to.to_string(),
    ]
    .concat();
    classed("path", class).attr("d", line).into()
}

fn point(at: usize, state: &'static str) -> Html {
    let from = (at - 5).to_string();
    let circle = [
        "M",
        &from,
        " ",
        &LINE.to_string(),
        "a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
    ]
    .concat();
    el("path")
        .attr("data-state", state)
        .attr("d", circle)
        .into()
}

fn words(x: usize, y: usize, text: String) -> El {
    el("text")
        .attr("x", x.to_string())
        .attr("y", y.to_string())
        .text(text)
}
