//! The course as a table: dates where a day was picked, weeks where none was.

use yew::prelude::*;

use super::Context;
use crate::assess::schedule::{
    Course, EARLY_WEEKS, MAIN_WEEKS, Need, REDNESS_AT_MOST, REDNESS_DAYS, Reason, Schedule, Session,
};
use crate::key;
use crate::protocol::{Date, Word};
use crate::ui::markup::{el, folded};

/// Folded away, because the drawing shows the gist of it.
#[inline(never)]
pub(super) fn table(context: &Context, course: &Course, schedule: Option<&Schedule>) -> Html {
    let locale = context.locale;
    let head = [key::DATES_WHAT, key::DATES_WHEN]
        .map(|word| el("th").attr("scope", "col").text(locale.text(word)).into());
    let body = match schedule {
        Some(schedule) => dated(context, schedule),
        None => undated(context, course),
    };
    let rows = body.into_iter().map(|(what, when)| {
        let what = el("th").attr("scope", "row").text(what);
        el("tr").with(what).with(el("td").text(when)).into()
    });
    let table = el("table")
        .with(el("thead").with(el("tr").each(head.to_vec())))
        .with(el("tbody").each(rows.collect()));
    folded(
        "timeline-table",
        locale.text(key::DATES_TABLE).into(),
        table.into(),
    )
}

type Row = (String, String);

fn row(context: &Context, what: Word, when: String) -> Row {
    (context.locale.text(what).to_owned(), when)
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
fn dated(context: &Context, schedule: &Schedule) -> Vec<Row> {
    let locale = context.locale;
    let sessions = schedule.sessions.iter();
    let mut rows: Vec<_> = sessions
        .map(|one| (session(context, one.number, one.need), day(context, one)))
        .collect();
    rows.push(redness(context));
    for change in &schedule.changes {
        let goal = locale.text(context.protocol.goal(change.goal).label);
        let what = locale.fill(key::DATES_CHANGE, &[("goal", goal)]);
        rows.push((what, between(context, (change.from, change.to))));
    }
    rows.push(row(
        context,
        key::DATES_REVIEW,
        locale.date(schedule.review),
    ));
    rows.push(row(
        context,
        key::DATES_EARLY,
        locale.date(schedule.usual.early),
    ));
    rows.push(row(
        context,
        key::DATES_MAIN,
        locale.date(schedule.usual.main),
    ));
    rows.push(row(
        context,
        key::DATES_FULL,
        between(context, schedule.usual.full),
    ));
    if schedule.longest != schedule.usual {
        let full = between(context, schedule.longest.full);
        rows.push(row(context, key::DATES_FULL_LONGEST, full));
    }
    rows
}

#[inline(never)]
fn undated(context: &Context, course: &Course) -> Vec<Row> {
    let locale = context.locale;
    let weeks = |number: u8| {
        let count = u16::from(number.saturating_sub(1)) * u16::from(course.interval_weeks);
        after(context, key::DATES_WEEKS, (count, count))
    };
    let sessions = course.sessions;
    let mut rows: Vec<_> = (1..=sessions.high)
        .map(|number| {
            let need = if number <= sessions.most {
                Need::Usual
            } else {
                Need::Possible
            };
            let when = match number {
                1 => locale.text(key::DATES_BEGIN).to_owned(),
                n => weeks(n),
            };
            (session(context, number, need), when)
        })
        .collect();
    rows.push(redness(context));
    for id in course.goals.iter() {
        let goal = context.protocol.goal(id);
        if let Some((from, to)) = goal.first_change {
            let what = locale.fill(key::DATES_CHANGE, &[("goal", locale.text(goal.label))]);
            let when = after(context, key::DATES_WEEKS, (from.into(), to.into()));
            rows.push((what, when));
        }
    }
    rows.push(row(context, key::DATES_REVIEW, weeks(course.review)));
    for (what, count) in [
        (key::DATES_EARLY, EARLY_WEEKS),
        (key::DATES_MAIN, MAIN_WEEKS),
    ] {
        rows.push(row(
            context,
            what,
            after(context, key::DATES_WEEKS_LAST, (count, count)),
        ));
    }
    let (from, to) = course.full_months;
    let full = after(context, key::DATES_MONTHS_LAST, (from.into(), to.into()));
    rows.push(row(context, key::DATES_FULL, full));
    rows
}

/// "8 to 12 weeks after the first session".
fn after(context: &Context, word: Word, (from, to): (u16, u16)) -> String {
    let locale = context.locale;
    let (from, to) = (from.to_string(), to.to_string());
    let count = if from == to {
        from
    } else {
        locale.fill(key::DATES_COUNT, &[("from", &from), ("to", &to)])
    };
    locale.fill(word, &[("n", &count)])
}

fn redness(context: &Context) -> Row {
    let (from, to) = REDNESS_DAYS;
    let (from, to, most) = (
        from.to_string(),
        to.to_string(),
        REDNESS_AT_MOST.to_string(),
    );
    let values = [("from", from.as_str()), ("to", &to), ("most", &most)];
    let locale = context.locale;
    row(
        context,
        key::DATES_REDNESS_TITLE,
        locale.fill(key::DATES_REDNESS, &values),
    )
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
