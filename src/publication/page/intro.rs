//! What stands first: what this is, how far it goes, and how to read it.

use maud::{Markup, html};

use super::Page;
use super::parts::{effect_word, inline, to};
use crate::key;
use crate::publication::anchor;
use crate::publication::document::{Effect, Fit, Grade, Status, Strength};

/// Intended use, state of review and version.
pub(super) fn card(page: &Page<'_>) -> Markup {
    let document = page.document;
    let date = |day: crate::protocol::Date| page.locale.date(day);
    html! {
        div.card.about {
            @if !document.signed_off {
                p.warning { strong { (page.text(key::NOT_SIGNED)) } }
            }
            h2 { (page.text(key::INTENDED_USE_TITLE)) }
            p { (document.intended_use) }
            dl.facts {
                div { dt { "Version" } dd { (document.version) } }
                div { dt { "Released" } dd { (date(document.released.0)) } }
                div { dt { "To be read again by" } dd { (date(document.review_by.0)) } }
                div { dt { "Language" } dd { (document.language) } }
            }
            p {
                "The quiz and this page are made from the same data. For programs: "
                a href="./protocol.json" { "protocol.json" } " and its schema, "
                a href="./protocol.schema.json" { "protocol.schema.json" } "."
            }
            (read(page))
        }
    }
}

/// How far the sources were read.
fn read(page: &Page<'_>) -> Markup {
    let of = |status| {
        let sources = page.document.sources.iter();
        let sources = sources.filter(move |source| source.status == status);
        sources.map(|source| to(&anchor::source(source.id), source.id))
    };
    let (partly, recalled) = (of(Status::Partly), of(Status::Recalled));
    html! {
        p {
            "Of " (page.document.sources.len()) " sources, the supporting text of "
            (of(Status::Seen).count())
            " was read, often only an abstract; no full text of a journal article was. Read in part: "
            (inline(partly.collect())) ". " b { "Recalled, not checked: " }
            (inline(recalled.collect())) "."
        }
    }
}

/// What the words of the page mean.
pub(super) fn reading(page: &Page<'_>) -> Markup {
    let effects = [
        (Effect::Exclude, "It should not be done."),
        (Effect::Defer, "Not now: after a wait or a check."),
        (
            Effect::Review,
            "It may be possible; a clinician looks first.",
        ),
        (Effect::Note, "Advice only; the answer stays as it is."),
    ];
    let strengths = [Strength::Authority, Strength::Study, Strength::Opinion];
    let grades = [Grade::B, Grade::C, Grade::D];
    html! {
        div.card {
            h3 { "What a rule does" }
            dl.terms {
                @for (effect, meaning) in effects {
                    div { dt { (page.chip(effect)) } dd { (meaning) } }
                }
            }
            p {
                "The strictest rule that fires decides for each area; every rule that fires is shown. "
                "Rules have no order and no score. " (page.text(key::UNSURE_TELL))
            }
            p {
                "“Chosen … for this area”: where several areas were chosen, a further question asks "
                "in which of them it applies."
            }
            p {
                "“Since the date answered”: some answers name a range of time instead of a day, such as "
                "“2 to 6 months”. A range that lies partly within a limit counts as not sure, and gives "
                "no date."
            }
        }
        div.card {
            h3 { "Grades" }
            p { "Of rules, care and what changes spacing or certainty:" }
            ul { @for strength in strengths { li { (page.grade(strength, None)) } } }
            p { "Of goals. Plus and minus stand for a little more or less:" }
            ul { @for grade in grades { li { (page.grade(Strength::Opinion, Some(grade))) } } }
        }
        div.card {
            h3 { (page.text(key::TAG_OUT_OF_SCOPE)) }
            p { (page.text(key::NEXT_OUT_OF_SCOPE)) }
            (super::parts::condition(&page.document.out_of_scope))
        }
    }
}

/// The entries about which sources disagree.
pub(super) fn differing_count(page: &Page<'_>) -> usize {
    let rules = page.document.rules.iter();
    let goals = page.document.goals.iter();
    rules.filter(|rule| rule.differs.is_some()).count()
        + goals.filter(|goal| goal.differs.is_some()).count()
}

/// Links to every entry about which sources disagree. The text stands with the entry.
pub(super) fn differing(page: &Page<'_>) -> Markup {
    let rules = page.document.rules.iter();
    let goals = page.document.goals.iter();
    html! {
        div.card {
            p {
                "Each of these says how sources differ and which default this guide took."
            }
            ul.columns {
                @for rule in rules.filter(|rule| rule.differs.is_some()) {
                    li { (to(&anchor::rule(rule.id), rule.title)) }
                }
                @for goal in goals.filter(|goal| goal.differs.is_some()) {
                    li { (to(&anchor::goal(goal.id), goal.label)) }
                }
            }
        }
    }
}

/// How goals are grouped.
pub(super) fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::Indicated => "Microneedling is used for these",
        Fit::Ask => "A clinician decides about these",
        Fit::Poor => "Microneedling does little for these",
    }
}

/// How rules are grouped.
pub(super) fn group(page: &Page<'_>, effect: Effect) -> &'static str {
    let word = match effect {
        Effect::Exclude => key::GROUP_EXCLUDE,
        Effect::Defer => key::GROUP_DEFER,
        Effect::Review => key::GROUP_REVIEW,
        Effect::Note => effect_word(effect),
    };
    page.text(word)
}
