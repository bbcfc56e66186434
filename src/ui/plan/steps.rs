//! What to do on which day: preparation and aftercare around each session, folded away.

use yew::prelude::*;

use super::Context;
use super::table::{between, day, session};
use crate::assess::concerns;
use crate::assess::schedule::{REDNESS_AT_MOST, REDNESS_DAYS, Schedule, Session, around};
use crate::key;
use crate::protocol::Care;
use crate::ui::markup::{classed, el, folded, heading, p_of};

/// Each session with its steps.
#[inline(never)]
pub(super) fn sessions(context: &Context, schedule: &Schedule) -> Html {
    let care = care(context);
    let mut all = Vec::new();
    for one in &schedule.sessions {
        all.push(steps(context, one, &care));
    }
    classed("div", "steps").each(all).into()
}

/// The care that concerns this person and has days.
#[inline(never)]
pub(super) fn care(context: &Context) -> Vec<&'static Care> {
    let mut due = Vec::new();
    for care in context.evidence.care {
        let concerned = || concerns(context.protocol, &context.quiz.answers, context.today, care);
        if care.days.is_some() && concerned() {
            due.push(care);
        }
    }
    due
}

/// The days that a step falls on.
#[inline(never)]
pub(super) fn days(context: &Context, one: &Session, care: &Care) -> String {
    between(context, around(one.day, care.days.unwrap_or_default()))
}

fn steps(context: &Context, one: &Session, care: &[&Care]) -> Html {
    let locale = context.locale;
    let title = [
        &session(context, one.number, one.need),
        ": ",
        &day(context, one),
    ]
    .concat();
    let (_, gone) = around(one.day, REDNESS_DAYS);
    let (_, latest) = around(one.day, (0, REDNESS_AT_MOST));
    let (gone, latest) = (locale.date(gone), locale.date(latest));
    let redness = locale.fill(
        key::DATES_REDNESS_BY,
        &[("date", &gone), ("latest", &latest)],
    );
    let mut lines = Vec::new();
    for care in care {
        let days = days(context, one, care);
        let line = el("li").with(el("b").text(days)).text(": ");
        lines.push(line.text(locale.text(care.tell)).into());
    }
    let inside = el("div")
        .with(p_of(redness))
        .with(classed("ul", "plain").each(lines))
        .with(heading("small", locale.text(key::CARE_LEAD)));
    folded("step", title.into(), inside.into())
}
