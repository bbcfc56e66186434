//! Names as written in the files, and the positions they stand for.

use super::expression::{Expression, parse};
use super::problem::{Problems, did_you_mean};
use crate::protocol::{
    AreaId, Band, Condition, Date, GoalId, OptionId, QuestionId, RuleId, Scope, SourceId, Span,
    Unit,
};

/// Every name in the protocol. A position in a list is the id.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) questions: Vec<QuestionName>,
    pub(super) areas: Vec<String>,
    pub(super) goals: Vec<String>,
    pub(super) rules: Vec<String>,
    pub(super) sources: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct QuestionName {
    pub(super) id: String,
    pub(super) options: Vec<String>,
    /// For each option, the question that asks where.
    pub(super) places: Vec<Option<QuestionId>>,
}

/// Where a name is looked up from, for the messages.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    pub(super) file: &'a str,
    pub(super) entry: &'a str,
}

impl Names {
    pub(super) fn question(&self, name: &str) -> Option<QuestionId> {
        let index = self
            .questions
            .iter()
            .position(|question| question.id == name)?;
        u16::try_from(index).ok().map(QuestionId)
    }

    pub(super) fn area(&self, name: &str) -> Option<AreaId> {
        position(&self.areas, name)
            .and_then(|index| u8::try_from(index).ok())
            .map(AreaId)
    }

    pub(super) fn goal(&self, name: &str) -> Option<GoalId> {
        position(&self.goals, name)
            .and_then(|index| u8::try_from(index).ok())
            .map(GoalId)
    }

    pub(super) fn rule(&self, name: &str) -> Option<RuleId> {
        position(&self.rules, name)
            .and_then(|index| u16::try_from(index).ok())
            .map(RuleId)
    }

    pub(super) fn source(&self, name: &str) -> Option<SourceId> {
        position(&self.sources, name)
            .and_then(|index| u16::try_from(index).ok())
            .map(SourceId)
    }

    /// The question by its name, or a problem.
    pub(super) fn need_question(
        &self,
        name: &str,
        at: At<'_>,
        problems: &mut Problems,
    ) -> QuestionId {
        self.question(name).unwrap_or_else(|| {
            let known = self.questions.iter().map(|question| question.id.as_str());
            problems.add(
                at.file,
                at.entry,
                format!("There is no question `{name}`."),
                did_you_mean(name, known),
            );
            QuestionId(0)
        })
    }

    /// `question:option` by its names, or a problem.
    pub(super) fn need_option(
        &self,
        question: &str,
        option: &str,
        at: At<'_>,
        problems: &mut Problems,
    ) -> (QuestionId, OptionId, Option<QuestionId>) {
        let id = self.need_question(question, at, problems);
        let Some(known) = self.questions.iter().find(|known| known.id == question) else {
            return (id, OptionId(0), None);
        };
        match position(&known.options, option) {
            Some(index) => {
                let place = known.places.get(index).copied().flatten();
                (id, OptionId(index as u8), place)
            }
            None => {
                problems.add(
                    at.file,
                    at.entry,
                    format!("The question `{question}` has no option `{option}`."),
                    did_you_mean(option, known.options.iter().map(String::as_str)),
                );
                (id, OptionId(0), None)
            }
        }
    }

    /// A condition, with names replaced by positions.
    pub(super) fn condition(
        &self,
        text: &str,
        scope: Scope,
        at: At<'_>,
        problems: &mut Problems,
    ) -> Condition {
        match parse(text) {
            Ok(expression) => self.resolve(&expression, scope, at, problems),
            Err(message) => {
                problems.add(
                    at.file,
                    at.entry,
                    format!("The condition `{text}` cannot be read: {message}"),
                    "",
                );
                Condition::Always
            }
        }
    }

    fn resolve(
        &self,
        expression: &Expression,
        scope: Scope,
        at: At<'_>,
        problems: &mut Problems,
    ) -> Condition {
        let mut each = |parts: &[Expression]| -> &'static [Condition] {
            let parts: Vec<_> = parts
                .iter()
                .map(|part| self.resolve(part, scope, at, problems))
                .collect();
            parts.leak()
        };
        match expression {
            Expression::Always => Condition::Always,
            Expression::SeveralAreas => Condition::SeveralAreas,
            Expression::All(parts) => Condition::All(each(parts)),
            Expression::Any(parts) => Condition::Any(each(parts)),
            Expression::Not(part) => {
                Condition::Not(Box::leak(Box::new(self.resolve(part, scope, at, problems))))
            }
            Expression::Chosen {
                question,
                option,
                anywhere,
            } => {
                match (
                    self.need_option(question, option, at, problems),
                    scope,
                    anywhere,
                ) {
                    ((question, option, Some(place)), Scope::Area, false) => {
                        Condition::Here(question, option, place)
                    }
                    ((question, option, _), ..) => Condition::Chosen(question, option),
                }
            }
            Expression::AtLeast { question, number } => Condition::Between(
                self.need_question(question, at, problems),
                *number,
                u16::MAX,
            ),
            Expression::Below { question, number } => {
                Condition::Between(self.need_question(question, at, problems), 0, *number)
            }
            Expression::SinceAtLeast { question, span } => {
                let question = self.need_question(question, at, problems);
                Condition::Since(question, need_span(span, at, problems), None)
            }
            Expression::SinceBelow { question, span } => {
                let question = self.need_question(question, at, problems);
                Condition::Since(question, START, Some(need_span(span, at, problems)))
            }
            Expression::Area(name) => Condition::Area(self.area(name).unwrap_or_else(|| {
                missing("area", name, &self.areas, at, problems);
                AreaId(0)
            })),
            Expression::Goal(name) => Condition::Goal(self.goal(name).unwrap_or_else(|| {
                missing("goal", name, &self.goals, at, problems);
                GoalId(0)
            })),
        }
    }

    /// Sources by their names.
    pub(super) fn need_sources(
        &self,
        names: &[String],
        at: At<'_>,
        problems: &mut Problems,
    ) -> &'static [SourceId] {
        if names.is_empty() {
            problems.add(
                at.file,
                at.entry,
                "There is no source.",
                "Name at least one in `sources`.",
            );
        }
        let found: Vec<_> = names
            .iter()
            .filter_map(|name| {
                let found = self.source(name);
                if found.is_none() {
                    missing("source", name, &self.sources, at, problems);
                }
                found
            })
            .collect();
        found.leak()
    }
}

/// No time at all.
pub(super) const START: Span = Span {
    count: 0,
    unit: Unit::Days,
};

fn position(names: &[String], name: &str) -> Option<usize> {
    names.iter().position(|known| known == name)
}

pub(super) fn missing(
    what: &str,
    name: &str,
    known: &[String],
    at: At<'_>,
    problems: &mut Problems,
) {
    let help = did_you_mean(name, known.iter().map(String::as_str));
    problems.add(
        at.file,
        at.entry,
        format!("There is no {what} `{name}`."),
        help,
    );
}

/// Reads "6 months".
pub(super) fn need_span(text: &str, at: At<'_>, problems: &mut Problems) -> Span {
    span(text).unwrap_or_else(|| {
        problems.add(
            at.file,
            at.entry,
            format!("`{text}` is not a length of time."),
            "Write it like `2 weeks`, `6 months` or `10 days`.",
        );
        START
    })
}

fn span(text: &str) -> Option<Span> {
    let (count, unit) = text.trim().split_once(' ')?;
    let unit = match unit.trim() {
        "day" | "days" => Unit::Days,
        "week" | "weeks" => Unit::Weeks,
        "month" | "months" => Unit::Months,
        _ => return None,
    };
    count.parse().ok().map(|count| Span { count, unit })
}

/// Reads "6..12 months" or "12.. months".
pub(super) fn need_band(text: &str, at: At<'_>, problems: &mut Problems) -> Band {
    let band = || {
        let (numbers, unit) = text.split_once(' ')?;
        let (from, below) = numbers.split_once("..")?;
        let below = if below.is_empty() {
            None
        } else {
            Some(span(&format!("{below} {unit}"))?)
        };
        Some(Band {
            from: span(&format!("{from} {unit}"))?,
            below,
        })
    };
    band().unwrap_or_else(|| {
        problems.add(
            at.file,
            at.entry,
            format!("`{text}` is not a stretch of time."),
            "Write it like `0..6 months`, or `12.. months` without an end.",
        );
        Band {
            from: START,
            below: None,
        }
    })
}

/// Reads a date of the protocol itself.
pub(super) fn need_date(text: &str, at: At<'_>, problems: &mut Problems) -> Date {
    Date::parse(text).unwrap_or_else(|| {
        problems.add(
            at.file,
            at.entry,
            format!("`{text}` is not a date."),
            "Write it like `2026-11-22`.",
        );
        Date {
            year: 2026,
            month: 1,
            day: 1,
        }
    })
}
