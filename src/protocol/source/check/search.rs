//! Whether answers exist under which a statement holds: a search with backtracking over the answers
//! that the statement speaks of, in the order in which it needs them.
//!
//! Everything is certain here: nobody is "not sure". Times are kept to the bounds that some
//! condition names, and all that is judged lies in one area.

use std::collections::BTreeMap;

use super::Site;
use crate::protocol::{
    AreaId, Becomes, Condition, Effect, Kind, OptionId, Protocol, QuestionId, Role, Rule, Scope,
    Span, Wait,
};

/// A statement about one person and one area.
pub(super) enum Statement<'a> {
    /// The condition holds.
    Holds(&'a Condition, Scope),
    /// Less time has passed since the date answered than the span.
    Within(QuestionId, Span),
    /// Every part holds.
    All(Vec<Statement<'a>>),
    /// Some part holds.
    Any(Vec<Statement<'a>>),
    /// The part does not hold.
    Not(Box<Statement<'a>>),
}

impl<'a> Statement<'a> {
    /// The rule fires.
    pub(super) fn fires(rule: &'a Rule) -> Statement<'a> {
        let mut parts = vec![Statement::Holds(&rule.when, rule.scope)];
        if let Some(Wait {
            from: Some(from),
            span: Some(span),
            ..
        }) = rule.wait
        {
            // The longest wait that the rule knows.
            let other = rule.becomes.and_then(|becomes| becomes.span);
            let longer = other.filter(|other| other.weight() > span.weight());
            parts.push(Statement::Within(from, longer.unwrap_or(span)));
        }
        Statement::All(parts)
    }

    fn becomes(rule: &'a Rule, becomes: &'a Becomes) -> Statement<'a> {
        Statement::Holds(&becomes.when, rule.scope)
    }

    /// The rule fires with this effect or a stricter one.
    pub(super) fn at_least(rule: &'a Rule, effect: Effect) -> Statement<'a> {
        let mut ways = Vec::new();
        match &rule.becomes {
            None if rule.effect >= effect => return Statement::fires(rule),
            None => {}
            Some(becomes) => {
                if becomes.effect >= effect {
                    ways.push(Statement::All(vec![
                        Statement::fires(rule),
                        Statement::becomes(rule, becomes),
                    ]));
                }
                if rule.effect >= effect {
                    let otherwise = Statement::Not(Box::new(Statement::becomes(rule, becomes)));
                    ways.push(Statement::All(vec![Statement::fires(rule), otherwise]));
                }
            }
        }
        Statement::Any(ways)
    }
}

/// An answer, as far as it matters: 0 or 1, a number, the weight of a time, or an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Open {
    Option(QuestionId, OptionId),
    Number(QuestionId),
    Time(QuestionId),
    Here,
}

/// What is known of a statement, or the answer that it needs next.
type Known = Result<bool, Open>;

/// After so many steps a search gives up and says "yes": a check must never stop a sound protocol.
const PATIENCE: u32 = 200_000;

/// The search.
pub(super) struct Search<'a> {
    protocol: &'a Protocol,
    bounds: BTreeMap<Open, Vec<u32>>,
    answers: BTreeMap<Open, u32>,
    steps: u32,
}

impl<'a> Search<'a> {
    pub(super) fn new(protocol: &'a Protocol, sites: &[Site<'_>]) -> Search<'a> {
        let mut search = Search {
            protocol,
            bounds: BTreeMap::new(),
            answers: BTreeMap::new(),
            steps: 0,
        };
        for site in sites {
            search.note(site.condition);
        }
        for rule in protocol.rules {
            let spans = [
                rule.wait.and_then(|wait| wait.span),
                rule.becomes.and_then(|becomes| becomes.span),
            ];
            if let Some(from) = rule.wait.and_then(|wait| wait.from) {
                for span in spans.into_iter().flatten() {
                    search.bound(Open::Time(from), span.weight());
                }
            }
        }
        search
    }

    fn note(&mut self, condition: &Condition) {
        condition.each(&mut |part| match *part {
            Condition::Between(question, from, below) => {
                self.bound(Open::Number(question), from.into());
                self.bound(Open::Number(question), below.into());
            }
            Condition::Since(question, from, below) => {
                self.bound(Open::Time(question), from.weight());
                if let Some(below) = below {
                    self.bound(Open::Time(question), below.weight());
                }
            }
            _ => {}
        });
    }

    fn bound(&mut self, open: Open, value: u32) {
        let bounds = self.bounds.entry(open).or_insert_with(|| vec![0]);
        if !bounds.contains(&value) {
            bounds.push(value);
        }
    }

    /// Whether all statements can hold together for one person in one area.
    pub(super) fn possible(&mut self, statements: &[Statement<'_>]) -> bool {
        self.answers.clear();
        self.steps = 0;
        self.from(statements, 0)
    }

    fn from(&mut self, statements: &[Statement<'_>], next: usize) -> bool {
        self.steps += 1;
        if self.steps > PATIENCE {
            return true;
        }
        // The area judged has to be one that was chosen.
        let open = match self.placed() {
            Ok(true) => None,
            Ok(false) => return false,
            Err(open) => Some(open),
        };
        let mut next = next;
        let open = open.or_else(|| {
            while let Some(statement) = statements.get(next) {
                match self.statement(statement) {
                    Ok(true) => next += 1,
                    Ok(false) => return None,
                    Err(open) => return Some(open),
                }
            }
            None
        });
        let Some(open) = open else {
            return next >= statements.len();
        };
        for value in self.values(open) {
            self.answers.insert(open, value);
            if self.from(statements, next) {
                return true;
            }
        }
        self.answers.remove(&open);
        false
    }

    fn placed(&self) -> Known {
        let Some(here) = self.answers.get(&Open::Here) else {
            return Ok(true);
        };
        let area = self.protocol.area(AreaId(*here as u8));
        self.holds(&area.when, Scope::Person)
    }

    /// What can be answered, given the other answers to the same question.
    fn values(&self, open: Open) -> Vec<u32> {
        let protocol = self.protocol;
        match open {
            Open::Option(question, option) => {
                let asked = protocol.question(question);
                let alone = |option: OptionId| {
                    let none = protocol.option(question, option).role == Role::None;
                    none || asked.kind != Kind::Multi
                };
                let others = self.answers.iter().filter(|(_, value)| **value == 1);
                let excluded = others.into_iter().any(|(other, _)| match *other {
                    Open::Option(same, other) if same == question => alone(option) || alone(other),
                    _ => false,
                });
                if excluded { vec![0] } else { vec![0, 1] }
            }
            Open::Here => (0..protocol.areas.len() as u32).collect(),
            Open::Number(question) => {
                let mut values = self.bounds.get(&open).cloned().unwrap_or_default();
                if let Kind::Number { min, max } = protocol.question(question).kind {
                    values.push(min.into());
                    values.retain(|value| (u32::from(min)..=u32::from(max)).contains(value));
                }
                values
            }
            Open::Time(_) => self.bounds.get(&open).cloned().unwrap_or_default(),
        }
    }

    fn need(&self, open: Open) -> Result<u32, Open> {
        self.answers.get(&open).copied().ok_or(open)
    }

    fn statement(&self, statement: &Statement<'_>) -> Known {
        match statement {
            Statement::Holds(condition, scope) => self.holds(condition, *scope),
            Statement::Within(question, span) => {
                let time = || Ok(self.need(Open::Time(*question))? < span.weight());
                self.on_path(*question, time)
            }
            Statement::All(parts) => every(parts.iter().map(|part| self.statement(part))),
            Statement::Any(parts) => some(parts.iter().map(|part| self.statement(part))),
            Statement::Not(part) => self.statement(part).map(|holds| !holds),
        }
    }

    /// An answer counts only where the question is asked.
    fn on_path(&self, question: QuestionId, answer: impl FnOnce() -> Known) -> Known {
        match self.holds(&self.protocol.question(question).asked, Scope::Person) {
            Ok(true) => answer(),
            Ok(false) => Ok(false),
            // What is answered "no" needs no path.
            Err(open) => match answer() {
                Ok(false) => Ok(false),
                _ => Err(open),
            },
        }
    }

    fn chosen(&self, question: QuestionId, option: OptionId) -> Known {
        let shown = &self.protocol.option(question, option).shown;
        self.on_path(question, || {
            every(
                [
                    self.holds(shown, Scope::Person),
                    self.need(Open::Option(question, option))
                        .map(|value| value == 1),
                ]
                .into_iter(),
            )
        })
    }

    fn several_areas(&self) -> Known {
        let mut chosen = 0;
        let mut open = None;
        for area in self.protocol.areas {
            match self.holds(&area.when, Scope::Person) {
                Ok(holds) => chosen += u32::from(holds),
                Err(needed) => open = open.or(Some(needed)),
            }
        }
        match open {
            Some(open) if chosen < 2 => Err(open),
            _ => Ok(chosen > 1),
        }
    }

    fn holds(&self, condition: &Condition, scope: Scope) -> Known {
        match *condition {
            Condition::Always => Ok(true),
            Condition::All(parts) => every(parts.iter().map(|part| self.holds(part, scope))),
            Condition::Any(parts) => some(parts.iter().map(|part| self.holds(part, scope))),
            Condition::Not(part) => self.holds(part, scope).map(|holds| !holds),
            Condition::Chosen(question, option) => self.chosen(question, option),
            Condition::Here(question, option, place) => {
                let chosen = self.chosen(question, option);
                if scope == Scope::Person || chosen == Ok(false) {
                    return chosen;
                }
                let placed = match self.several_areas() {
                    Ok(false) => Ok(true),
                    Ok(true) => match self.need(Open::Here) {
                        Ok(here) => self.chosen(place, OptionId(here as u8)),
                        Err(open) => Err(open),
                    },
                    Err(open) => Err(open),
                };
                every([chosen, placed].into_iter())
            }
            Condition::Between(question, from, below) => self.on_path(question, || {
                let number = self.need(Open::Number(question))?;
                Ok((u32::from(from)..u32::from(below)).contains(&number))
            }),
            Condition::Since(question, from, below) => self.on_path(question, || {
                let time = self.need(Open::Time(question))?;
                Ok(time >= from.weight() && below.is_none_or(|below| time < below.weight()))
            }),
            Condition::Area(area) => match scope {
                Scope::Area => Ok(self.need(Open::Here)? == u32::from(area.0)),
                Scope::Person => self.holds(&self.protocol.area(area).when, Scope::Person),
            },
            Condition::Goal(goal) => self.holds(&self.protocol.goal(goal).when, scope),
            Condition::SeveralAreas => self.several_areas(),
        }
    }
}

fn every(parts: impl Iterator<Item = Known>) -> Known {
    let mut open = None;
    for part in parts {
        match part {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(needed) => open = open.or(Some(needed)),
        }
    }
    open.map_or(Ok(true), Err)
}

fn some(parts: impl Iterator<Item = Known>) -> Known {
    every(parts.map(|part| part.map(|holds| !holds))).map(|holds| !holds)
}
