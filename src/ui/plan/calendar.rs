//! The calendar file: the button, and what stands in the file. It says what the appointments are
//! about only if the visitor wants it to.

use yew::prelude::*;

use super::steps::{care, days};
use super::{Context, dated, planned};
use crate::assess::schedule::{Need, Session};
use crate::key;
use crate::protocol::Care;
use crate::quiz::Screen;
use crate::takeaway::Taken;
use crate::takeaway::calendar::{Appointment, MEDIA};
use crate::ui::markup::{all, button, classed, el, heading};

/// The button, and a box for details.
pub(super) fn offer(context: &Context) -> Html {
    let locale = context.locale;
    let details = el("input")
        .attr("type", "checkbox")
        .attr("name", "plan-details")
        .state("details", Some(context.quiz.wishes.details));
    let label = el("span")
        .with(heading("b", locale.text(key::CALENDAR_DETAILS)))
        .with(heading("small", locale.text(key::CALENDAR_DETAILS_HINT)));
    let add = button(
        "button button--quiet",
        "calendar",
        locale.text(key::CALENDAR),
    );
    all(vec![
        classed("label", "choice").with(details).with(label).into(),
        classed("div", "actions").with(add).into(),
    ])
}

/// The file; `None` without a plan that has dates.
#[inline(never)]
pub(in crate::ui) fn calendar(context: &Context) -> Option<Taken> {
    let Screen::Recommendation(assessment) = context.quiz.screen(context.protocol, context.today)
    else {
        return None;
    };
    let (_, plan) = planned(context, &assessment)?;
    let care = care(context);
    let mut appointments = Vec::new();
    for one in &dated(&plan)?.sessions {
        appointments.push(appointment(context, one, &care));
    }
    Some(Taken::File {
        name: "appointments.ics".to_owned(),
        media: MEDIA,
        content: crate::takeaway::calendar::calendar(context.today, &appointments),
    })
}

fn appointment(context: &Context, one: &Session, care: &[&Care]) -> Appointment {
    let locale = context.locale;
    let details = context.quiz.wishes.details;
    let title = match (one.need == Need::Possible, details) {
        (false, false) => key::CALENDAR_SESSION,
        (true, false) => key::CALENDAR_SESSION_IF,
        (false, true) => key::CALENDAR_SESSION_DETAILS,
        (true, true) => key::CALENDAR_SESSION_IF_DETAILS,
    };
    let mut description = String::new();
    if details {
        for care in care {
            if !description.is_empty() {
                description.push('\n');
            }
            let line = [&days(context, one, care), ": ", locale.text(care.tell)].concat();
            description.push_str(&line);
        }
    }
    Appointment {
        day: one.day,
        title: locale.fill(title, &[("n", &one.number.to_string())]),
        description,
    }
}
