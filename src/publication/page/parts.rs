//! What many entries have: conditions, links, chips, and what a statement rests on.

use maud::{Markup, html};

use super::Page;
use crate::key;
use crate::protocol::Word;
use crate::publication::anchor;
use crate::publication::document::{
    Basis, Cited, Condition, Effect, Grade, Phrase, Piece, Status, Strength,
};

/// A link to another entry.
pub(super) fn to(anchor: &str, text: &str) -> Markup {
    html! { a href={ "#" (anchor) } { (text) } }
}

/// The entry's own id, which leads to itself.
pub(super) fn id(anchor: &str, id: &str) -> Markup {
    html! { a.id href={ "#" (anchor) } { code { (id) } } }
}

/// Several things in one line.
pub(super) fn inline(items: Vec<Markup>) -> Markup {
    html! {
        @for (index, item) in items.into_iter().enumerate() {
            @if index > 0 { ", " }
            (item)
        }
    }
}

/// A condition, as a sentence or as lists.
pub(super) fn condition(condition: &Condition) -> Markup {
    phrase(&[&condition.phrase])
}

/// Conditions that have to hold together.
pub(super) fn both(first: &Condition, second: Option<&Condition>) -> Markup {
    let Some(second) = second else {
        return condition(first);
    };
    let mut parts = match &first.phrase {
        Phrase::All(parts) => parts.iter().collect(),
        other => vec![other],
    };
    parts.push(&second.phrase);
    phrase(&parts)
}

fn phrase(parts: &[&Phrase]) -> Markup {
    match parts {
        [Phrase::Fact(pieces)] => html! { p { (fact(pieces)) } },
        [Phrase::All(parts)] => list("All of these:", parts.iter()),
        [Phrase::Any(parts)] => list("Any of these:", parts.iter()),
        parts => list("All of these:", parts.iter().copied()),
    }
}

fn list<'a>(lead: &str, parts: impl Iterator<Item = &'a Phrase>) -> Markup {
    html! {
        p.lead { (lead) }
        ul.test {
            @for part in parts {
                li {
                    @match part {
                        Phrase::Fact(pieces) => (fact(pieces)),
                        other => (phrase(&[other])),
                    }
                }
            }
        }
    }
}

fn fact(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @match &piece.to {
                Some(anchor) => (to(anchor, &piece.text)),
                None => (piece.text),
            }
        }
    }
}

/// What an effect is called on the result.
pub(super) fn effect_word(effect: Effect) -> Word {
    match effect {
        Effect::Exclude => key::TAG_EXCLUDE,
        Effect::Defer => key::TAG_DEFER,
        Effect::Review => key::TAG_REVIEW,
        Effect::Note => key::GROUP_NOTE,
    }
}

impl Page<'_> {
    /// A rule's effect in the words of the result.
    pub(super) fn chip(&self, effect: Effect) -> Markup {
        html! { span.chip data-effect=(effect.id()) { (self.text(effect_word(effect))) } }
    }

    /// A question, by its id.
    pub(super) fn question_link(&self, id: &str) -> Markup {
        let title = self
            .document
            .question(id)
            .map_or(id, |of| of.title.as_str());
        to(&anchor::question(id), title)
    }

    /// A rule, by its id.
    pub(super) fn rule_link(&self, id: &str) -> Markup {
        let mut rules = self.document.rules.iter();
        let title = rules
            .find(|rule| rule.id == id)
            .map_or(id, |rule| rule.title);
        to(&anchor::rule(id), title)
    }

    /// What a statement rests on: the kinds of evidence, its grade, its sources, its review date.
    pub(super) fn rests_on(&self, cited: &Cited, grade: Option<Grade>) -> Markup {
        let kinds: Vec<_> = cited.basis.iter().map(|kind| basis(*kind)).collect();
        let sources = cited.sources.iter().map(|id| self.source_link(id));
        let review = self.locale.date(cited.review_by.0);
        html! {
            div.rests {
                p { b { "Rests on: " } (kinds.join("; ")) ". " (self.grade(cited.strength, grade)) }
                p { b { "Sources: " } (inline(sources.collect())) }
                p { (self.locale.fill(key::READ_AGAIN, &[("date", &review)])) }
            }
        }
    }

    fn source_link(&self, id: &str) -> Markup {
        let status = self.document.source(id).map(|source| source.status);
        let mark = match status {
            Some(Status::Recalled) => Some(self.text(key::RECALLED)),
            Some(Status::Partly) => Some("partly read"),
            _ => None,
        };
        html! {
            (to(&anchor::source(id), id))
            @if let Some(mark) = mark { " " span.doubt { "(" (mark) ")" } }
        }
    }

    /// Goals have a letter; everything else has the strength of its strongest kind of evidence.
    pub(super) fn grade(&self, strength: Strength, grade: Option<Grade>) -> Markup {
        let word = match (grade, strength) {
            (Some(Grade::B | Grade::BMinus), _) => key::GRADE_B,
            (Some(Grade::CPlus | Grade::C), _) => key::GRADE_C,
            (Some(Grade::DPlus | Grade::D), _) => key::GRADE_D,
            (None, Strength::Authority) => key::STRENGTH_AUTHORITY,
            (None, Strength::Study) => key::STRENGTH_STUDY,
            (None, Strength::Opinion) => key::STRENGTH_OPINION,
        };
        html! { (self.text(word)) }
    }

    /// Where sources disagree, if they do.
    pub(super) fn differs(&self, text: Option<&str>) -> Markup {
        html! {
            @if let Some(text) = text {
                div.differs { p { b { "Sources disagree. " } (text) } }
            }
        }
    }
}

/// A kind of evidence, in words.
fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Regulator => "a regulator",
        Basis::Label => "a label that a regulator reviewed",
        Basis::Maker => "a maker’s manual or instruction",
        Basis::Review => "a review",
        Basis::Trial => "what trials did or asked of participants",
        Basis::Study => "a study or series",
        Basis::Case => "case reports",
        Basis::Practice => "what clinics do",
        Basis::Expert => "expert opinion",
    }
}
