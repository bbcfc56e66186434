//! Sources, what rests on them, and the care around a session.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use super::condition::Condition;
use super::kinds::{Basis, Day, Moment, Status, Strength};
use crate::protocol;

/// What a statement rests on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Cited {
    /// The kinds of evidence.
    pub basis: Vec<Basis>,
    /// How strong the strongest of them is.
    pub strength: Strength,
    /// Where it comes from.
    pub sources: Vec<&'static str>,
    /// The last day before it needs to be read again.
    pub review_by: Day,
}

impl Cited {
    pub(super) fn of(book: &Book<'_>, cited: &protocol::Cited) -> Cited {
        let ids = cited.sources.iter();
        let sources = ids.filter_map(|id| book.evidence().sources.get(id.index()));
        Cited {
            basis: cited.basis.iter().map(|basis| (*basis).into()).collect(),
            strength: cited.strength().into(),
            sources: sources.map(|source| source.id).collect(),
            review_by: Day(cited.review_by),
        }
    }
}

/// A published text, a label or a practice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Source {
    /// Public key.
    pub id: &'static str,
    /// How it was read.
    pub status: Status,
    /// Author, year and journal, or issuer and title.
    pub cite: &'static str,
    /// A DOI, a PubMed Central number or an address, where there is one.
    pub at: Option<&'static str>,
    /// The same as an address that a browser can open.
    pub address: Option<String>,
}

/// What to do before, on or after the day of a session, or what to ask.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Care {
    /// Public id.
    pub id: &'static str,
    /// When it is due.
    pub moment: Moment,
    /// Its first and last day, counted from the day of the session (negative: before it).
    pub days: Option<Days>,
    /// Whom it concerns.
    pub when: Condition,
    /// What to do or to ask.
    pub tell: &'static str,
    /// What it rests on.
    pub rests_on: Cited,
}

/// Days counted from the day of the session.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Days {
    /// The first.
    pub from: i8,
    /// The last.
    pub to: i8,
}

/// One of the interface's own factual texts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Text {
    /// Its key among the interface's words.
    pub id: String,
    /// What it says.
    pub text: &'static str,
    /// What it rests on.
    pub rests_on: Cited,
}

pub(super) fn sources(book: &Book<'_>) -> Vec<Source> {
    let sources = book.evidence().sources.iter();
    sources
        .map(|source| Source {
            id: source.id,
            status: source.status.into(),
            cite: source.cite,
            at: (!source.at.is_empty()).then_some(source.at),
            address: address(source.at),
        })
        .collect()
}

fn address(at: &str) -> Option<String> {
    if let Some(doi) = at.strip_prefix("doi:") {
        Some(format!("https://doi.org/{doi}"))
    } else if at.starts_with("PMC") {
        Some(format!("https://www.ncbi.nlm.nih.gov/pmc/articles/{at}/"))
    } else {
        let web = at.starts_with("https://") || at.starts_with("http://");
        web.then(|| at.to_owned())
    }
}

pub(super) fn care(book: &Book<'_>) -> Vec<Care> {
    let care = book.evidence().care.iter();
    care.map(|care| Care {
        id: care.id,
        moment: care.moment.into(),
        days: care.days.map(|(from, to)| Days { from, to }),
        when: Condition::of(book, &care.when),
        tell: book.text(care.tell),
        rests_on: Cited::of(book, &care.cited),
    })
    .collect()
}

pub(super) fn texts(book: &Book<'_>) -> Vec<Text> {
    let texts = book.evidence().texts.iter();
    texts
        .map(|(word, cited)| {
            let mut keys = book.compiled.ui.iter();
            let key = keys.find(|(_, of)| of == word);
            Text {
                id: key.map_or_else(String::new, |(key, _)| key.clone()),
                text: book.text(*word),
                rests_on: Cited::of(book, cited),
            }
        })
        .collect()
}
