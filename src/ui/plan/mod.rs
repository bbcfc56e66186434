//! The plan with dates: drawn, as a table, and with what to do on which day; and the fields for the
//! visitor's wishes.

mod calendar;
mod drawing;
mod message;
mod steps;
mod table;
mod wishes;

use yew::prelude::*;

pub(super) use self::calendar::calendar;
pub(super) use self::message::{pressed, ticked, typed};

use super::Context;
use super::evidence::{Rests, rests_on};
use super::markup::{all, classed, el, nothing, p, p_of};
use crate::assess::schedule::{Course, Plan, Schedule, course};
use crate::assess::{Assessment, Verdict};
use crate::key;
use crate::protocol::Word;

/// The course and the visitor's plan; `None` where there is no number of sessions.
#[inline(never)]
pub(super) fn planned(context: &Context, assessment: &Assessment) -> Option<(Course, Plan)> {
    let answers = &context.quiz.answers;
    let course = course(context.protocol, answers, context.today, assessment)?;
    let plan = course.plan(context.protocol, context.clock, &context.quiz.wishes);
    Some((course, plan))
}

/// The course as a row of needle points, and as a table.
#[inline(never)]
pub(super) fn timeline(context: &Context, assessment: &Assessment) -> Html {
    let Some((course, plan)) = planned(context, assessment) else {
        return nothing();
    };
    all(vec![
        drawing::drawing(context, &course, dated(&plan)),
        dated(&plan).map_or_else(nothing, |schedule| table::table(context, schedule)),
    ])
}

fn dated(plan: &Plan) -> Option<&Schedule> {
    match plan {
        Plan::Dated(schedule) => Some(schedule),
        Plan::Undated | Plan::Impossible(_) => None,
    }
}

/// The fields for wishes, and what follows from them.
#[inline(never)]
pub(super) fn dates(context: &Context, assessment: &Assessment) -> Html {
    let locale = context.locale;
    let Some((course, plan)) = planned(context, assessment) else {
        return nothing();
    };
    let title = classed("h2", "card__second").text(locale.text(key::DATES_TITLE));
    if !course.dated {
        return all(vec![title.into(), p(locale.text(key::CLOCK_BEHIND))]);
    }
    let condition = condition(assessment).map(|word| p(locale.text(word)));
    let mut parts = vec![
        title.into(),
        p(locale.text(key::DATES_LEAD)),
        condition.unwrap_or_else(nothing),
        wishes::fields(context, &course, &plan),
    ];
    parts.push(told(context, dated(&plan)));
    // As many parts with dates as without: a field that is being filled in stays where it is.
    let schedule = dated(&plan);
    parts.push(schedule.map_or_else(nothing, |schedule| steps::sessions(context, schedule)));
    parts.push(
        schedule
            .filter(|_| !context.clinic.kiosk)
            .map_or_else(nothing, |_| calendar::offer(context)),
    );
    let mut texts = Vec::new();
    for word in SOURCES {
        texts.push(context.evidence.of_text(word));
    }
    parts.extend(rests_on(context, Rests::of(&texts, key::DATES_GRADE)));
    all(parts)
}

const SOURCES: [Word; 7] = [
    key::DATES_EVENT_HINT,
    key::DATES_SUN_HINT,
    key::DATES_REDNESS,
    key::DATES_REVIEW,
    key::DATES_EARLY,
    key::DATES_MAIN,
    key::DATES_FULL,
];

/// What has to be true before any of these dates holds.
fn condition(assessment: &Assessment) -> Option<Word> {
    let mut strictest = (Verdict::Suitable, false);
    for part in &assessment.areas {
        let part = &part.recommendation;
        if part.estimate().is_some() {
            strictest = strictest.max((part.verdict(), part.earliest().is_none()));
        }
    }
    let (verdict, open) = strictest;
    match verdict {
        Verdict::Defer if open => Some(key::DATES_IF_SETTLED),
        Verdict::Defer => Some(key::DATES_IF_OVER),
        Verdict::Review => Some(key::DATES_IF_AGREED),
        _ => None,
    }
}

/// From when to when, announced as soon as it changes.
fn told(context: &Context, schedule: Option<&Schedule>) -> Html {
    let locale = context.locale;
    let days = schedule.and_then(|schedule| {
        let first = schedule.sessions.first()?;
        Some((schedule, first, schedule.sessions.last()?))
    });
    let told = days.map(|(schedule, first, last)| {
        let count = schedule.sessions.len().to_string();
        let (from, to) = (locale.date(first.day), locale.date(last.day));
        let values = [("n", count.as_str()), ("from", &from), ("to", &to)];
        p_of(locale.fill(key::DATES_TOLD, &values))
    });
    let wide = schedule.is_some_and(|schedule| schedule.wide);
    el("div")
        .attr("role", "status")
        .with_if(told)
        .with_if(wide.then(|| p(locale.text(key::DATES_WIDE))))
        .into()
}
