//! "Take it along": the ways on which the result leaves this page, and what leaves on them.

use yew::prelude::*;

use super::Context;
use super::app::Outcome;
use super::markup::{button, card, classed, el, heading, p};
use super::plain::plain;
use super::plan;
use super::recommendation::recommendation;
use crate::assess::Assessment;
use crate::key;
use crate::protocol::Gather;
use crate::quiz::{Notice, Screen};
use crate::takeaway::Taken;
use crate::takeaway::fhir::bundle;
use crate::takeaway::link::fragment;
use crate::takeaway::outcome::outcome;
use crate::takeaway::qr::qr;

/// The section near the end of the result.
#[inline(never)]
pub(super) fn take(context: &Context, assessment: &Assessment) -> Html {
    let locale = context.locale;
    // Strangers share a kiosk: nothing stays on it, so nothing is copied or saved.
    let own = !context.clinic.kiosk;
    let ways = [
        (context.ways.print || !own, "print", key::PRINT),
        (own, "copy", key::COPY),
        (own && context.ways.share, "share", key::SHARE),
        (own, "fhir", key::FHIR),
    ];
    let ways = ways.into_iter().filter(|(offered, ..)| *offered);
    let ways = ways
        .map(|(_, action, word)| button("button button--quiet", action, locale.text(word)).into());
    card()
        .attr("class", "card take")
        .with(heading("h2", locale.text(key::TAKE_TITLE)))
        .with(p(locale.text(key::TAKE_LEAD)))
        .with(classed("div", "actions").each(ways.gather()))
        .with_if(by_hand(context))
        .each(linked(context, assessment))
        .into()
}

/// The link as a button, and drawn as a code; nothing where no page could open it.
fn linked(context: &Context, assessment: &Assessment) -> Vec<Html> {
    let locale = context.locale;
    let Some(link) = link(context, assessment) else {
        return Vec::new();
    };
    let copy = button("button button--quiet", "link", locale.text(key::LINK_COPY));
    let mut parts = vec![
        heading("h3", locale.text(key::LINK_TITLE)),
        p(locale.text(key::LINK_LEAD)),
    ];
    if !context.clinic.kiosk {
        parts.push(classed("div", "actions").with(copy).into());
    }
    if let Some(qr) = qr(&link) {
        let size = qr.size.to_string();
        let drawn = classed("svg", "qr")
            .attr("viewBox", ["0 0 ", &size, " ", &size].concat())
            .attr("role", "img")
            .attr("aria-label", locale.text(key::QR_LABEL))
            .with(el("path").attr("d", qr.path));
        parts.extend([p(locale.text(key::QR_HINT)), drawn.into()]);
    }
    parts
}

fn link(context: &Context, assessment: &Assessment) -> Option<String> {
    let base = context.ways.link.split('#').next().unwrap_or_default();
    if !base.starts_with("https://") && !base.starts_with("http://") {
        return None;
    }
    let fragment = fragment(
        context.protocol,
        context.digest(),
        context.today,
        &context.quiz.answers,
        assessment,
    );
    Some([base, "#", &fragment].concat())
}

/// The text itself, where the browser refuses to copy, share or save it.
fn by_hand(context: &Context) -> Option<Html> {
    let text = context.ways.by_hand.clone()?;
    let locale = context.locale;
    let area = el("textarea")
        .attr("readonly", "")
        .attr("rows", "8")
        .state(text, None);
    let label = classed("label", "by-hand")
        .with(heading("b", locale.text(key::BY_HAND)))
        .with(heading("small", locale.text(key::BY_HAND_HINT)))
        .with(area);
    Some(label.into())
}

/// What a button takes along; `None` for all other buttons.
#[inline(never)]
pub(super) fn taken(context: &Context, action: &str) -> Option<Taken> {
    if action == "calendar" && !context.clinic.kiosk {
        return plan::calendar(context);
    }
    let known = ["copy", "share", "fhir", "link", "agree", "disagree"].contains(&action);
    if !known || context.clinic.kiosk {
        return None;
    }
    let Screen::Recommendation(assessment) = context.quiz.screen(context.protocol, context.today)
    else {
        return None;
    };
    Some(match action {
        "copy" => Taken::Copy(text(context, &assessment)),
        "share" => Taken::Share(text(context, &assessment)),
        "link" => Taken::Copy(link(context, &assessment)?),
        "disagree" => Taken::Page(String::new()),
        "agree" if context.clinic.shares => Taken::Page(outcome(
            context.protocol,
            context.digest(),
            context.today,
            &context.quiz.answers,
            &assessment,
        )),
        "agree" => return None,
        _ => Taken::File {
            name: [
                "microneedling-answers-",
                &context.today.to_string(),
                ".json",
            ]
            .concat(),
            media: "application/fhir+json",
            content: bundle(
                context.protocol,
                &context.locale,
                context.locale.text(key::BRAND),
                context.today,
                &context.quiz.answers,
                !assessment.partial,
            ),
        },
    })
}

/// The result as text, with the day on which it was made.
fn text(context: &Context, assessment: &Assessment) -> String {
    let locale = context.locale;
    let made = locale.fill(key::MADE_ON, &[("date", &locale.date(context.today))]);
    let drawn = plain(&recommendation(context, assessment));
    [locale.text(key::BRAND), &made, &drawn].join("\n")
}

/// What the visitor is told of what came of it, if anything.
#[inline(never)]
pub(super) fn told(outcome: Outcome, leaving: &Taken) -> Option<Notice> {
    Some(match (outcome, leaving) {
        (Outcome::Dropped, _) | (_, Taken::Page(_)) => return None,
        (Outcome::Refused, _) => Notice::ByHand,
        (Outcome::Done, Taken::Copy(_)) => Notice::Copied,
        (Outcome::Done, Taken::Share(_)) => Notice::Shared,
        (Outcome::Done, Taken::File { .. }) => Notice::Saved,
    })
}
