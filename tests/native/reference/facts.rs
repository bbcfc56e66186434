//! What is known of a condition: `Some(true)`, `Some(false)`, or `None` where someone was not sure.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::calendar::{Length, after, day, length};
use super::expression::{Expr, parse};
use super::recommend::Reference;
use crate::support::Sheet;

/// A question, as far as conditions need it.
#[derive(Debug)]
pub(super) struct Question {
    asked: Expr,
    /// For each option: "0..6" and "months".
    bands: BTreeMap<String, (String, String)>,
    /// The options that ask where.
    placed: Vec<String>,
}

impl Question {
    pub(super) fn new(entry: &toml::Value) -> Question {
        let asked = match (entry.get("asked"), entry.get("about")) {
            (Some(asked), _) => parse(asked.as_str().expect("text")),
            (None, Some(about)) => parse(about.as_str().expect("text")),
            (None, None) => Expr::True,
        };
        let options = entry
            .get("options")
            .and_then(toml::Value::as_array)
            .cloned()
            .unwrap_or_default();
        let mut bands = BTreeMap::new();
        let mut placed = Vec::new();
        for option in &options {
            let id = option["id"].as_str().expect("text").to_owned();
            if let Some((numbers, unit)) = option
                .get("since")
                .and_then(|since| since.as_str()?.split_once(' '))
            {
                bands.insert(id.clone(), (numbers.to_owned(), unit.to_owned()));
            }
            if option.get("where").is_some() {
                placed.push(id);
            }
        }
        Question {
            asked,
            bands,
            placed,
        }
    }

    pub(super) fn asks_where(&self, option: &str) -> bool {
        self.placed.iter().any(|placed| placed == option)
    }
}

/// One person's answers on one day.
pub(super) struct Facts<'a> {
    pub(super) reference: &'a Reference,
    pub(super) sheet: &'a Sheet,
    pub(super) today: Date,
    pub(super) areas: Vec<&'a str>,
}

fn not(known: Option<bool>) -> Option<bool> {
    known.map(|known| !known)
}

pub(super) fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let parts: Vec<_> = parts.collect();
    if parts.contains(&Some(false)) {
        Some(false)
    } else if parts.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn any(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    not(all(parts.map(not)))
}

impl Facts<'_> {
    pub(super) fn known(&self, expr: &Expr, here: Option<&str>) -> Option<bool> {
        match expr {
            Expr::True => Some(true),
            Expr::Several => Some(self.areas.len() > 1),
            Expr::And(parts) => all(parts.iter().map(|part| self.known(part, here))),
            Expr::Or(parts) => any(parts.iter().map(|part| self.known(part, here))),
            Expr::Not(part) => not(self.known(part, here)),
            Expr::Said(question, option, anywhere) => {
                self.said(question, option, here.filter(|_| !anywhere))
            }
            Expr::Number(question, number, below) => {
                let given = self.sheet.get(question).and_then(Value::as_i64);
                given.map(|given| (given < *number) == *below)
            }
            Expr::Since(question, length, below) => self.since(question, length, *below),
            Expr::Area(area) => {
                Some(here.map_or_else(|| self.areas.contains(&area.as_str()), |here| here == area))
            }
            Expr::Goal(goal) => {
                let when = &self.reference.goal(goal).when;
                match here {
                    Some(_) => self.known(when, here),
                    None => any(self.areas.iter().map(|area| self.known(when, Some(area)))),
                }
            }
        }
    }

    /// Everything ticked for a question.
    pub(super) fn ticked(&self, question: &str) -> Vec<&str> {
        match self.sheet.get(question) {
            Some(Value::Array(options)) => options.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(option)) => vec![option],
            _ => Vec::new(),
        }
    }

    fn said(&self, question: &str, option: &str, here: Option<&str>) -> Option<bool> {
        let ticked = self.ticked(question);
        if ticked.is_empty() {
            return self.never_asked(question);
        }
        if !ticked.contains(&option) {
            let open = ticked.contains(&"unsure") && !["none", "unsure"].contains(&option);
            return if open { None } else { Some(false) };
        }
        let placed = self
            .reference
            .question(question)
            .is_some_and(|question| question.asks_where(option));
        match here {
            Some(area) if placed && self.areas.len() > 1 => {
                let places = self.ticked_at(question, option);
                Some(places.contains(&area))
            }
            _ => Some(true),
        }
    }

    fn ticked_at(&self, question: &str, option: &str) -> Vec<&str> {
        self.ticked(&format!("{question}.{option}.where"))
    }

    /// Not asked because of a "no" is a "no"; because of a "not sure", it is as open as that.
    fn never_asked(&self, question: &str) -> Option<bool> {
        let asked = match self.reference.question(question) {
            Some(question) => self.known(&question.asked, None),
            None => {
                let about = question
                    .strip_suffix(".where")
                    .expect("a question that asks where");
                let (parent, option) = about.rsplit_once('.').expect("a question and its option");
                all([self.said(parent, option, None), Some(self.areas.len() > 1)].into_iter())
            }
        };
        asked.and(Some(false))
    }

    /// Whether it was at least so long ago, or (`below`) less. A date that nobody asked for was
    /// neither.
    pub(super) fn since(&self, question: &str, length: &Length, below: bool) -> Option<bool> {
        if !self.sheet.contains_key(question) {
            return self.never_asked(question);
        }
        let ago = self.ago(question, length);
        if below { not(ago) } else { ago }
    }

    fn ago(&self, question: &str, least: &Length) -> Option<bool> {
        if let Some(day) = self.day(question) {
            return Some(least.is_none() || self.today >= after(day, least));
        }
        let option = self.ticked(question).first().copied()?;
        let (numbers, unit) = self.reference.question(question)?.bands.get(option)?;
        let (from, below) = numbers.split_once("..").expect("a stretch of time");
        let about = |number: &str| length(&format!("{number} {unit}")).about();
        if about(from) >= least.about() {
            Some(true)
        } else if !below.is_empty() && about(below) <= least.about() {
            Some(false)
        } else {
            None
        }
    }

    /// The day that a question was answered with.
    pub(super) fn day(&self, question: &str) -> Option<Date> {
        day(self.sheet.get(question)?.as_str()?)
    }
}
