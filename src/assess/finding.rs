//! Findings: satisfied rules, with what they do.

use crate::assess::facts::View;
use crate::protocol::{
    AreaId, Date, Effect, Facts, Gather, GoalId, Rule, RuleId, Scope, Set, Span, Truth, Unit, Wait,
};

/// What a finding goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// A rule.
    Rule(RuleId),
    /// A goal that a clinician decides on, or that microneedling is poor for.
    Goal(GoalId),
    /// The protocol is past its review date.
    Expired,
}

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it goes back to.
    pub cause: Cause,
    /// What it does; over several areas, the strictest.
    pub effect: Effect,
    /// The visitor was not sure, so it may not apply.
    pub unsure: bool,
    /// The areas it concerns.
    pub areas: Set<AreaId>,
    /// The first day on which it no longer defers, if the rules allow one.
    pub earliest: Option<Date>,
    /// A day before which treatment is out of the question, and on which a team still has to agree.
    pub not_before: Option<Date>,
}

impl Finding {
    pub(crate) fn new(cause: Cause, effect: Effect, area: Option<AreaId>) -> Finding {
        Finding {
            cause,
            effect,
            unsure: false,
            areas: area.into_iter().collect(),
            earliest: None,
            not_before: None,
        }
    }

    /// Joins what the same cause does in another area: the strictest effect, all areas.
    pub(crate) fn join(&mut self, other: &Finding) {
        let areas = self.areas.or(other.areas);
        if other.effect > self.effect {
            *self = *other;
        } else if other.effect == self.effect {
            // What is certain somewhere is certain.
            self.unsure &= other.unsure;
        }
        self.areas = areas;
        self.earliest = self.earliest.max(other.earliest);
        self.not_before = self.not_before.max(other.not_before);
    }
}

/// One or more findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// `None` for none.
    pub(crate) fn new(findings: Vec<Finding>) -> Option<Findings> {
        if findings.is_empty() {
            None
        } else {
            Some(Findings(findings))
        }
    }

    /// The findings, never empty.
    pub fn as_slice(&self) -> &[Finding] {
        &self.0
    }
}

/// What a rule says for one area, or (`None`) for the person.
pub(crate) fn judge(
    view: &View<'_>,
    id: RuleId,
    here: Option<AreaId>,
    dates: bool,
) -> Option<Finding> {
    let rule = view.protocol.rule(id);
    let when = rule.when.holds(view, here);
    if when == Truth::No {
        return None;
    }
    let becomes = rule.becomes.filter(|becomes| {
        let holds = becomes.when.holds(view, here);
        // An unknown condition may lengthen a wait, but neither soften nor raise a class.
        holds == Truth::Yes || (holds == Truth::Unknown && becomes.effect == rule.effect)
    });
    let span = becomes
        .and_then(|becomes| becomes.span)
        .or(rule.wait.and_then(|wait| wait.span));
    let holds = when.min(waiting(view, rule, span));
    let full = becomes.map_or(rule.effect, |becomes| becomes.effect);
    let effect = match holds {
        Truth::No => return None,
        Truth::Yes => full,
        // A note may be more than that while it is unknown; a softened class stays softened.
        Truth::Unknown if full < rule.effect => rule.unsure?.min(full),
        Truth::Unknown => rule.unsure?,
    };
    if holds == Truth::Unknown && effect == Effect::Note {
        return None;
    }
    let mut finding = Finding::new(Cause::Rule(id), effect, here);
    finding.unsure = holds == Truth::Unknown;
    if let (Truth::Yes, true, Some(wait)) = (holds, dates, rule.wait) {
        let end = span.and_then(|span| Some(view.date(wait.from?)?.plus(span)));
        match effect {
            // The team has its say also where a clinic rules out what the guide defers.
            Effect::Defer | Effect::Exclude if wait.team => finding.not_before = end,
            Effect::Defer => finding.earliest = end,
            _ => {}
        }
    }
    Some(finding)
}

/// Whether the wait of a rule that counts from a date is still running.
fn waiting(view: &View<'_>, rule: &Rule, span: Option<Span>) -> Truth {
    match rule.wait {
        Some(Wait {
            from: Some(from), ..
        }) => view.since(
            from,
            Span {
                count: 0,
                unit: Unit::Days,
            },
            span,
        ),
        _ => Truth::Yes,
    }
}

/// Everything that rules say for one area: its own rules, and what those about the person said.
pub(crate) fn of_area(
    view: &View<'_>,
    area: AreaId,
    person: &[Finding],
    dates: bool,
) -> Vec<Finding> {
    let mut person = person.iter().peekable();
    let mut found = Vec::new();
    for id in view.protocol.rule_ids() {
        if view.protocol.rule(id).scope == Scope::Area {
            found.extend(judge(view, id, Some(area), dates));
        } else if let Some(finding) = person.next_if(|finding| finding.cause == Cause::Rule(id)) {
            found.push(Finding {
                areas: Set::one(area),
                ..*finding
            });
        }
    }
    found
}

/// What the person's own rules say, apart from any area.
pub(crate) fn of_person(view: &View<'_>, dates: bool) -> Vec<Finding> {
    let person = |id: &RuleId| view.protocol.rule(*id).scope == Scope::Person;
    view.protocol
        .rule_ids()
        .filter(person)
        .filter_map(|id| judge(view, id, None, dates))
        .gather()
}
