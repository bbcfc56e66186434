//! Rules.

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Book;
use super::condition::Condition;
use super::evidence::Cited;
use super::kinds::{Effect, Scope, Span};
use crate::protocol::{self, RuleId};

/// How long a deferral lasts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Wait {
    /// How long, where there is a number.
    pub span: Option<Span>,
    /// The date question that it counts from. Without it the rule waits for an event.
    pub anchor: Option<&'static str>,
    /// What is so while it lasts, if it counts from a date.
    pub running: Option<Condition>,
    /// The date is a lower bound that the cancer team has to agree to.
    pub team: bool,
    /// How far back the quiz asks for that date, if it does not ask about all time. No clinic can wait longer.
    pub asked_back: Option<Span>,
}

/// What a rule becomes under a condition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Becomes {
    /// The condition.
    pub when: Condition,
    /// The effect instead.
    pub effect: Effect,
    /// The wait instead, if it differs.
    pub wait: Option<Span>,
}

/// One rule. The strictest rule that fires decides; every rule that fires is shown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Rule {
    /// Public id.
    pub id: &'static str,
    /// What it does.
    pub effect: Effect,
    /// Whom it judges.
    pub scope: Scope,
    /// What the visitor said.
    pub title: &'static str,
    /// What the visitor is told.
    pub tell: &'static str,
    /// When it fires. One with a wait that counts from a date also needs that wait to be running.
    pub when: Condition,
    /// How long it defers.
    pub wait: Option<Wait>,
    /// What a wait without an anchor waits for.
    pub until: Option<&'static str>,
    /// What it becomes under a condition.
    pub becomes: Option<Becomes>,
    /// What it does when its condition is unknown; without it, nothing.
    pub unsure: Option<Effect>,
    /// The rule that takes over when the wait ends.
    pub then: Option<&'static str>,
    /// The page says that a doctor has to be seen soon.
    pub alert: bool,
    /// The page says that no medicine is to be stopped because of it.
    pub medicine: bool,
    /// Where sources disagree, and which default was taken.
    pub differs: Option<String>,
    /// What it rests on.
    pub rests_on: Cited,
}

pub(super) fn rules(book: &Book<'_>) -> Vec<Rule> {
    let ids = book.protocol().rule_ids();
    ids.map(|id| rule(book, id)).collect()
}

fn rule(book: &Book<'_>, id: RuleId) -> Rule {
    let rule = book.protocol().rule(id);
    Rule {
        id: rule.id,
        effect: rule.effect.into(),
        scope: rule.scope.into(),
        title: book.text(rule.title),
        tell: book.text(rule.tell),
        when: Condition::of(book, &rule.when),
        wait: rule.wait.map(|of| wait(book, &of)),
        until: book.optional(rule.until),
        becomes: rule.becomes.map(|becomes: protocol::Becomes| Becomes {
            when: Condition::of(book, &becomes.when),
            effect: becomes.effect.into(),
            wait: becomes.span.map(Span::from),
        }),
        unsure: rule.unsure.map(Effect::from),
        then: rule.then.map(|then| book.protocol().rule(then).id),
        alert: rule.alert,
        medicine: rule.medicine,
        differs: book.differs(rule.id),
        rests_on: Cited::of(book, &book.evidence().of_rule(id)),
    }
}

fn wait(book: &Book<'_>, wait: &protocol::Wait) -> Wait {
    let start = protocol::Span {
        count: 0,
        unit: protocol::Unit::Days,
    };
    let since = wait
        .from
        .map(|from| protocol::Condition::Since(from, start, wait.span));
    Wait {
        span: wait.span.map(Span::from),
        anchor: wait.from.map(|from| book.question_id(from)),
        running: since.map(|since| Condition::of(book, &since)),
        team: wait.team,
        asked_back: wait.reach.map(Span::from),
    }
}
