//! Sources, and what rests on each.

use maud::{Markup, html};

use super::Page;
use super::parts::{id, inline, to};
use crate::key;
use crate::publication::anchor;
use crate::publication::document::{Cited, Source, Status};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let citing = citing(page);
    html! {
        div.list {
            @for source in &page.document.sources { (entry(page, source, &citing)) }
        }
    }
}

/// Something that cites: its anchor, its name, and what it cites.
type Citing<'a> = (String, &'a str, &'a Cited);

fn citing<'a>(page: &Page<'a>) -> Vec<Citing<'a>> {
    let document = page.document;
    let rules = document.rules.iter();
    let goals = document.goals.iter();
    let slower = document.slower.iter();
    let less = document.less_certain.iter();
    let care = document.care.iter();
    let outcomes = document.outcomes.iter();
    let others = document.alternatives.iter();
    let texts = document.texts.iter();
    rules
        .map(|of| (anchor::rule(of.id), of.id, &of.rests_on))
        .chain(goals.map(|of| (anchor::goal(of.id), of.id, &of.rests_on)))
        .chain(slower.map(|of| (anchor::slower(&of.id), &*of.id, &of.rests_on)))
        .chain(less.map(|of| (anchor::less_certain(&of.id), &*of.id, &of.rests_on)))
        .chain(care.map(|of| (anchor::care(of.id), of.id, &of.rests_on)))
        .chain(outcomes.map(|of| (anchor::outcome(of.id), of.id, &of.rests_on)))
        .chain(others.map(|of| (anchor::alternative(of.goal), of.goal, &of.rests_on)))
        .chain(texts.map(|of| (anchor::text(&of.id), &*of.id, &of.rests_on)))
        .collect()
}

fn entry(page: &Page<'_>, source: &Source, citing: &[Citing<'_>]) -> Markup {
    let anchor = anchor::source(source.id);
    let cited = citing
        .iter()
        .filter(|(.., cited)| cited.sources.contains(&source.id));
    let cited: Vec<_> = cited.map(|(anchor, name, _)| to(anchor, name)).collect();
    html! {
        article.card.entry.slim id=(anchor) data-kind="source" data-status=(source.status.id()) {
            p.over {
                @match source.status {
                    Status::Seen => {},
                    Status::Partly => span.chip.doubt { "partly read" },
                    Status::Recalled => span.chip.doubt { (page.text(key::RECALLED)) },
                }
                (id(&anchor, source.id))
            }
            p { (source.cite) }
            p.at {
                @match (&source.address, source.at) {
                    (Some(address), Some(at)) => a href=(address) rel="noopener noreferrer" { (at) },
                    (None, Some(at)) => (at),
                    (_, None) => "No address.",
                }
            }
            p.hint {
                @if cited.is_empty() {
                    "Nothing here cites it."
                } @else {
                    "Cited by: " (inline(cited))
                }
            }
        }
    }
}
