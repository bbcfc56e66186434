//! The plan as a table, once a day was picked.

use yew::prelude::*;

use super::Context;
use crate::assess::schedule::{Need, REDNESS_AT_MOST, REDNESS_DAYS, Reason, Schedule, Session};
use crate::key;
use crate::protocol::{Date, Word};
use crate::ui::markup::{el, folded};

/// Folded away, because the drawing shows the gist of it.
#[inline(never)]
pub(super) fn table(context: &Context, schedule: &Schedule) -> Html {
    let locale = context.locale;
    let column = |word| el("th").attr("scope", "col").text(locale.text(word));
    let head = el("tr")
        .with(column(key::DATES_WHAT))
        .with(column(key::DATES_WHEN));
    let table = el("table")
        .with(el("thead").with(head))
        .with(el("tbody").each(rows(context, schedule)));
    folded(
        "timeline-table",
        locale.text(key::DATES_TABLE).into(),
        table.into(),
    )
}

/// A row: what, and when.
#[inline(never)]
fn row(what: String, when: String) -> Html {
    let what = el("th").attr("scope", "row").text(what);
    el("tr").with(what).with(el("td").text(when)).into()
}

/// "Session 5, if needed".
#[inline(never)]
pub(super) fn session(context: &Context, number: u8, need: Need) -> String {
    let word = match need {
        Need::Sure | Need::Usual => key::DATES_SESSION,
        Need::Possible => key::DATES_SESSION_IF,
    };
    context.locale.fill(word, &[("n", &number.to_string())])
}

#[inline(never)]
fn rows(context: &Context, schedule: &Schedule) -> Vec<Html> {
    let locale = context.locale;
    let mut rows = Vec::new();
    for one in &schedule.sessions {
        rows.push(row(
            session(context, one.number, one.need),
            day(context, one),
        ));
    }
    let (from, to) = REDNESS_DAYS;
    let (from, to, most) = (
        from.to_string(),
        to.to_string(),
        REDNESS_AT_MOST.to_string(),
    );
    let values = [("from", from.as_str()), ("to", &to), ("most", &most)];
    let mut named = |what: Word, when: String| rows.push(row(locale.text(what).to_owned(), when));
    named(
        key::DATES_REDNESS_TITLE,
        locale.fill(key::DATES_REDNESS, &values),
    );
    named(key::DATES_REVIEW, locale.date(schedule.review));
    named(key::DATES_EARLY, locale.date(schedule.usual.early));
    named(key::DATES_MAIN, locale.date(schedule.usual.main));
    named(key::DATES_FULL, between(context, schedule.usual.full));
    if schedule.longest != schedule.usual {
        named(
            key::DATES_FULL_LONGEST,
            between(context, schedule.longest.full),
        );
    }
    for change in &schedule.changes {
        let goal = locale.text(context.protocol.goal(change.goal).label);
        let what = locale.fill(key::DATES_CHANGE, &[("goal", goal)]);
        rows.push(row(what, between(context, (change.from, change.to))));
    }
    rows
}

/// "12 May 2027 to 3 June 2027", or the one day.
pub(super) fn between(context: &Context, (from, to): (Date, Date)) -> String {
    let locale = context.locale;
    let (first, last) = (locale.date(from), locale.date(to));
    if from == to {
        first
    } else {
        locale.fill(key::DATES_BETWEEN, &[("from", &first), ("to", &last)])
    }
}

/// The day, and why it is later than it would be.
#[inline(never)]
pub(super) fn day(context: &Context, session: &Session) -> String {
    let locale = context.locale;
    let date = locale.date(session.day);
    let kept = session
        .moved
        .and_then(|place| context.quiz.wishes.kept.get(place));
    match kept.map(|kept| kept.reason) {
        None => date,
        Some(Reason::Event) => locale.fill(key::DATES_MOVED_EVENT, &[("date", &date)]),
        Some(Reason::Sun) => locale.fill(key::DATES_MOVED_SUN, &[("date", &date)]),
    }
}
