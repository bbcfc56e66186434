//! The care around a session, and the interface's own texts that state facts.

use maud::{Markup, html};

use super::Page;
use super::parts::{condition, id};
use crate::key;
use crate::publication::anchor;
use crate::publication::document::{Care, Days, Moment, Text};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let moments = [
        (Moment::Before, key::CARE_BEFORE),
        (Moment::Day, key::CARE_DAY),
        (Moment::After, key::CARE_AFTER),
        (Moment::Ask, key::ASK_TITLE),
    ];
    html! {
        p { (page.text(key::CARE_LEAD)) }
        @for (moment, title) in moments {
            div.group {
                h3 { (page.text(title)) }
                @if moment == Moment::Ask { p { (page.text(key::ASK_LEAD)) } }
                @for care in page.document.care.iter().filter(|care| care.moment == moment) {
                    (entry(page, care))
                }
            }
        }
    }
}

fn entry(page: &Page<'_>, care: &Care) -> Markup {
    let anchor = anchor::care(care.id);
    html! {
        article.card.entry.slim id=(anchor) data-kind="care" {
            p.over {
                @if let Some(days) = care.days { span.chip { (when(days)) } }
                (id(&anchor, care.id))
            }
            p { (care.tell) }
            @if !care.when.is_always() {
                dl.terms { div { dt { "Concerns" } dd { (condition(&care.when)) } } }
            }
            (page.rests_on(&care.rests_on, None))
        }
    }
}

/// "7 to 1 days before", "Days 0 to 3".
fn when(Days { from, to }: Days) -> String {
    let day = |day: i8| day.unsigned_abs();
    match (from, to) {
        (0, 0) => "On the day".to_owned(),
        (from, to) if to < 0 && from == to => format!("{} days before", day(from)),
        (from, to) if to < 0 => format!("{} to {} days before", day(from), day(to)),
        (from, to) if from < 0 => format!("{} days before to {to} days after", day(from)),
        (from, to) if from == to => format!("{to} days after"),
        (0, to) => format!("From the day itself to {to} days after"),
        (from, to) => format!("{from} to {to} days after"),
    }
}

/// The interface's own factual texts.
pub(super) fn texts(page: &Page<'_>) -> Markup {
    html! {
        p { "What the quiz says apart from rules, goals and care, as far as it states facts." }
        div.list {
            @for text in &page.document.texts { (text_entry(page, text)) }
        }
    }
}

fn text_entry(page: &Page<'_>, text: &Text) -> Markup {
    let anchor = anchor::text(&text.id);
    let lines: Vec<_> = text.text.lines().filter(|line| !line.is_empty()).collect();
    html! {
        article.card.entry.slim id=(anchor) data-kind="text" {
            p.over { (id(&anchor, &text.id)) }
            @if lines.len() > 1 {
                ul { @for line in lines { li { (line) } } }
            } @else {
                p { (text.text) }
            }
            (page.rests_on(&text.rests_on, None))
        }
    }
}
