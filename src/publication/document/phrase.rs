//! Conditions as sentences that a clinician can read.

use super::book::Book;
use super::kinds::Span;
use super::tree::{Fact, How, Tree, tree};
use crate::protocol::{self, Condition, QuestionId};
use crate::publication::anchor;

/// A sentence in parts, so that the page can show it as lists.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::publication) enum Phrase {
    /// Every part holds.
    All(Vec<Phrase>),
    /// Some part holds.
    Any(Vec<Phrase>),
    /// One fact.
    Fact(Vec<Piece>),
}

/// Some words, and the entry that they name, if any.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::publication) struct Piece {
    pub(in crate::publication) text: String,
    pub(in crate::publication) to: Option<String>,
}

fn plain(text: impl Into<String>) -> Piece {
    Piece {
        text: text.into(),
        to: None,
    }
}

fn link(text: impl Into<String>, to: String) -> Piece {
    Piece {
        text: text.into(),
        to: Some(to),
    }
}

/// The condition in words.
pub(super) fn of(book: &Book<'_>, condition: &Condition) -> Phrase {
    phrase(book, &tree(condition, true))
}

fn phrase(book: &Book<'_>, tree: &Tree) -> Phrase {
    let each = |parts: &[Tree]| parts.iter().map(|part| phrase(book, part)).collect();
    match tree {
        Tree::All(parts) => Phrase::All(each(parts)),
        Tree::Any(parts) => Phrase::Any(each(parts)),
        Tree::Fact(fact) => Phrase::Fact(pieces(book, fact)),
    }
}

fn pieces(book: &Book<'_>, fact: &Fact) -> Vec<Piece> {
    let protocol = book.protocol();
    match fact {
        Fact::Always(true) => vec![plain("Always")],
        Fact::Always(false) => vec![plain("Never")],
        Fact::SeveralAreas(true) => vec![plain("More than one area chosen")],
        Fact::SeveralAreas(false) => vec![plain("No more than one area chosen")],
        Fact::Chosen {
            question,
            options,
            here,
            how,
        } => {
            let names = options.iter().map(|option| {
                let label = book.text(protocol.option(*question, *option).label);
                let to = anchor::option(
                    book.question_id(*question),
                    book.option_id(*question, *option),
                );
                link(format!("“{label}”"), to)
            });
            let (mut pieces, verb) = listed(names.collect(), *how);
            pieces.push(plain(format!(" {verb} in ")));
            pieces.push(asked(book, *question));
            if *here {
                pieces.push(plain(", for this area"));
            }
            pieces
        }
        Fact::Area { areas, yes } => {
            let names = areas.iter().map(|area| {
                let area = protocol.area(*area);
                link(book.text(area.name), anchor::area(area.id))
            });
            named("Area: ", names.collect(), *yes)
        }
        Fact::Goal { goals, yes } => {
            let names = goals.iter().map(|goal| {
                let goal = protocol.goal(*goal);
                link(book.text(goal.name), anchor::goal(goal.id))
            });
            named("Goal: ", names.collect(), *yes)
        }
        Fact::Number {
            question,
            from,
            below,
        } => {
            let range = match (from, below) {
                (Some(from), Some(below)) => format!("{from} or more, and less than {below},"),
                (Some(from), None) => format!("{from} or more"),
                (None, Some(below)) => format!("Less than {below}"),
                (None, None) => "Any number".to_owned(),
            };
            let range = plain(format!("{range} answered to "));
            vec![range, asked(book, *question)]
        }
        Fact::Since {
            question,
            from,
            below,
        } => {
            let words = |span: &protocol::Span| Span::from(*span).words();
            let range = match (from, below) {
                (Some(from), Some(below)) => {
                    format!("At least {} and less than {}", words(from), words(below))
                }
                (Some(from), None) => format!("At least {}", words(from)),
                (None, Some(below)) => format!("Less than {}", words(below)),
                (None, None) => "Any time".to_owned(),
            };
            let range = plain(format!("{range} since the date answered to "));
            vec![range, asked(book, *question)]
        }
    }
}

fn asked(book: &Book<'_>, question: QuestionId) -> Piece {
    let title = book.title(question);
    link(
        format!("“{title}”"),
        anchor::question(book.question_id(question)),
    )
}

/// "A or B", "A and B", "A" and "not chosen", or "None of A or B".
fn listed(names: Vec<Piece>, how: How) -> (Vec<Piece>, &'static str) {
    match (how, names.len()) {
        (How::Some, _) => (joined(names, " or "), "chosen"),
        (How::Each, _) => (joined(names, " and "), "chosen"),
        (How::None, 1) => (names, "not chosen"),
        (How::None, _) => {
            let mut pieces = vec![plain("None of ")];
            pieces.extend(joined(names, " or "));
            (pieces, "chosen")
        }
    }
}

/// "Area: face or neck", "Area: not face", "Area: none of face or neck".
fn named(what: &str, names: Vec<Piece>, yes: bool) -> Vec<Piece> {
    let not = match (yes, names.len()) {
        (true, _) => "",
        (false, 1) => "not ",
        (false, _) => "none of ",
    };
    let mut pieces = vec![plain(format!("{what}{not}"))];
    pieces.extend(joined(names, " or "));
    pieces
}

fn joined(names: Vec<Piece>, with: &str) -> Vec<Piece> {
    let last = names.len().saturating_sub(1);
    let mut pieces = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        match index {
            0 => {}
            index if index == last => pieces.push(plain(with)),
            _ => pieces.push(plain(", ")),
        }
        pieces.push(name);
    }
    pieces
}

impl Phrase {
    /// The whole as one sentence; parts within parts stand in brackets.
    pub(super) fn sentence(&self) -> String {
        match self {
            Phrase::All(parts) => join(parts, ", and "),
            Phrase::Any(parts) => join(parts, ", or "),
            Phrase::Fact(pieces) => pieces.iter().map(|piece| piece.text.as_str()).collect(),
        }
    }
}

fn join(parts: &[Phrase], with: &str) -> String {
    let parts = parts.iter().enumerate().map(|(index, part)| {
        let text = match part {
            Phrase::Fact(_) => part.sentence(),
            _ => format!("({})", part.sentence()),
        };
        if index == 0 { text } else { lowered(&text) }
    });
    parts.collect::<Vec<_>>().join(with)
}

/// A part in the middle of a sentence starts small, except for what names a kind of thing.
fn lowered(text: &str) -> String {
    let kept = text.starts_with("Area: ") || text.starts_with("Goal: ");
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !kept => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}
