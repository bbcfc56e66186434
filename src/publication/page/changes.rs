//! What may change about answers.

use maud::{Markup, html};

use super::Page;
use super::parts::{id, inline, to};
use crate::publication::anchor;
use crate::publication::document::{Answer, Change, Elsewhere, Turn};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let document = page.document;
    html! {
        p {
            "The result shows the smallest sets of these that lead to a milder answer, together with days that follow from "
            "the rules’ waits and with areas that are left out. Nothing about a medicine is among them, and nothing that "
            "rules treatment out."
        }
        @for change in &document.changes { (entry(page, change)) }
        div.group {
            h3 { "When an area is left out" }
            p { "What was only there no longer counts, except for this:" }
            ul.test {
                @for of in &document.elsewhere { li { (elsewhere(page, of)) } }
            }
        }
    }
}

fn entry(page: &Page<'_>, change: &Change) -> Markup {
    let anchor = anchor::change(change.id);
    let from: Vec<_> = change.from.iter().map(|of| answer(page, of)).collect();
    let then: Vec<_> = change.to.iter().map(|of| answer(page, of)).collect();
    html! {
        article.card.entry.slim id=(anchor) data-kind="change" {
            p.over {
                span.chip { (kind(change.kind)) }
                (id(&anchor, change.id))
            }
            @if let Some(clause) = change.clause { p { "If " (clause) } }
            dl.terms {
                div { dt { "Taken back" } dd { (inline(from)) } }
                @if !then.is_empty() { div { dt { "True instead" } dd { (inline(then)) } } }
                @if let Some(item) = change.item { div { dt { "Ends" } dd { (page.rule_link(item)) } } }
            }
            (page.rests_on(&change.rests_on, None))
        }
    }
}

fn elsewhere(page: &Page<'_>, of: &Elsewhere) -> Markup {
    html! {
        (answer(page, &of.from)) ": "
        @if let Some(then) = &of.to {
            "it is elsewhere (" (answer(page, then)) ")"
        } @else if of.stays {
            "it stays true, so the area is not left out"
        } @else {
            "it stays true of the others of these: " (of.beside.join(", "))
        }
        ". See " (page.rule_link(of.item)) "."
    }
}

/// An option, with the way to it.
fn answer(page: &Page<'_>, of: &Answer) -> Markup {
    let known = page.document.question(of.question);
    let about = known.and_then(|question| question.about.as_ref()).is_some();
    html! {
        (to(&anchor::option(of.question, of.option), of.label))
        @if about { " (" (page.question_link(of.question)) ")" }
    }
}

fn kind(turn: Turn) -> &'static str {
    match turn {
        Turn::Heals => "Heals or settles",
        Turn::Passes => "Time passes",
        Turn::Check => "A check",
        Turn::Plan => "Planned otherwise",
        Turn::Unsure => "Not sure",
        Turn::Goal => "A goal left out",
    }
}
