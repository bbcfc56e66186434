//! What results are realistic, and what else there is.

use maud::{Markup, html};

use super::Page;
use super::parts::{id, to};
use crate::key;
use crate::publication::anchor;
use crate::publication::document::{Alternative, Outcome};

/// Every figure.
pub(super) fn section(page: &Page<'_>) -> Markup {
    html! {
        p { (page.text(key::OUTCOMES_LEAD)) }
        p { "Goals that have a course and stand without a figure here have none that is honest." }
        div.list {
            @for outcome in &page.document.outcomes { (entry(page, outcome)) }
        }
    }
}

fn entry(page: &Page<'_>, outcome: &Outcome) -> Markup {
    let anchor = anchor::outcome(outcome.id);
    html! {
        article.card.entry.slim id=(anchor) data-kind="outcome" {
            p.over { span.chip { (outcome.figure.words()) } (id(&anchor, outcome.id)) }
            h3 { (outcome.label) }
            p { (outcome.tell) }
            p { (outcome.caveat) }
            dl.terms { div { dt { "Goal" } dd { (to(&anchor::goal(outcome.goal), outcome.goal)) } } }
            (page.rests_on(&outcome.rests_on, None))
        }
    }
}

/// What else there is for each goal.
pub(super) fn alternatives(page: &Page<'_>) -> Markup {
    html! {
        p { (page.text(key::ALT_LEAD)) }
        div.list {
            @for other in &page.document.alternatives { (alternative(page, other)) }
        }
    }
}

fn alternative(page: &Page<'_>, other: &Alternative) -> Markup {
    let anchor = anchor::alternative(other.goal);
    let mut goals = page.document.goals.iter();
    let goal = goals.find(|goal| goal.id == other.goal);
    let label = goal.map_or(other.goal, |goal| goal.label);
    let rows = [
        (key::ALT_NEEDLING, other.needling),
        (key::ALT_OTHER, other.instead),
        (
            key::ALT_MAY,
            other.other.unwrap_or(page.text(key::ALT_MAY_OTHER)),
        ),
        (
            key::ALT_NOTHING,
            other.nothing.unwrap_or(page.text(key::ALT_MAY_NOTHING)),
        ),
    ];
    html! {
        article.card.entry.slim id=(anchor) data-kind="alternative" {
            p.over { (id(&anchor, other.goal)) }
            h3 { (to(&anchor::goal(other.goal), label)) }
            dl.terms {
                @for (title, text) in rows { div { dt { (page.text(title)) } dd { (text) } } }
            }
            (page.rests_on(&other.rests_on, None))
        }
    }
}
