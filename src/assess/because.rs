//! Which answers a finding goes back to, and which led to none.

use super::answers::{Answer, Answers, Chosen};
use super::facts::View;
use super::finding::{Cause, Finding};
use crate::protocol::{
    AreaId, Condition, Date, Gather, OptionId, Protocol, QuestionId, Role, Truth,
};

/// A question, and the options of its answer that count; none for a number or a date, which count
/// as a whole.
pub type Part = (QuestionId, Chosen);

/// The answers that brought up a finding, in the order asked. Empty for what everybody is told, and
/// for a protocol past its review date.
pub fn because(protocol: &Protocol, answers: &Answers, today: Date, found: &Finding) -> Vec<Part> {
    let view = View::new(protocol, answers.on_path(protocol, today), today);
    of_finding(&view, found)
}

/// What was looked at without a reason coming of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Considered {
    /// How many rules speak of answers that were given, and did not fire.
    pub rules: usize,
    /// The answers that no finding goes back to, in the order asked.
    pub answers: Vec<Part>,
}

/// What was looked at without a reason coming of it. Areas, goals and what is asked about goals are
/// left out: they make the plan.
pub fn considered(
    protocol: &Protocol,
    answers: &Answers,
    today: Date,
    findings: &[Finding],
) -> Considered {
    let view = View::new(protocol, answers.on_path(protocol, today), today);
    let mut causes = Vec::new();
    for found in findings {
        for (question, options) in of_finding(&view, found) {
            add(&mut causes, question, options);
        }
    }
    // What spaces sessions or lessens certainty is no reason, but it matters.
    let modifiers = protocol.slower.iter().chain(protocol.less_certain);
    for modifier in modifiers {
        for area in view.areas() {
            if modifier.holds(&view, Some(area)) == Truth::Yes {
                walk(&view, modifier, Some(area), &mut causes);
            }
        }
    }
    let fired = |id| findings.iter().any(|found| found.cause == Cause::Rule(id));
    let mut spoken = Vec::new();
    let mut rules = 0;
    for id in protocol.rule_ids().filter(|id| !fired(*id)) {
        let mut given = false;
        protocol.rule(id).when.each(&mut |part| {
            let answered = asked(part).filter(|id| view.answers.get(*id).is_some());
            if let Some(question) = answered {
                given = true;
                add(&mut spoken, question, view.answers.chosen(question));
            }
        });
        rules += usize::from(given);
    }
    let makes_the_plan = |id: QuestionId| {
        let question = protocol.question(id);
        question.one_of.is_some()
            || question
                .about
                .is_some_and(|(about, _)| protocol.question(about).one_of.is_some())
    };
    spoken.retain(|(id, _)| !makes_the_plan(*id));
    let answers = spoken
        .into_iter()
        .filter_map(|(question, chosen)| left_over(&causes, question, chosen))
        .gather();
    Considered { rules, answers }
}

/// What of an answer led to no finding.
fn left_over(causes: &[Part], question: QuestionId, chosen: Chosen) -> Option<Part> {
    let Some((_, counted)) = causes.iter().find(|(id, _)| *id == question) else {
        return Some((question, chosen));
    };
    let rest: Chosen = chosen
        .iter()
        .filter(|option| !counted.has(*option))
        .collect();
    (!rest.is_empty()).then_some((question, rest))
}

fn of_finding(view: &View<'_>, found: &Finding) -> Vec<Part> {
    let protocol = view.protocol;
    let mut parts = Vec::new();
    // Each area has answers of its own; without one, the person's count.
    let areas: Vec<_> = found.areas.iter().map(Some).gather();
    let areas = if areas.is_empty() { vec![None] } else { areas };
    for here in areas {
        match found.cause {
            Cause::Rule(id) => {
                let rule = protocol.rule(id);
                walk(view, &rule.when, here, &mut parts);
                let becomes = rule
                    .becomes
                    .filter(|becomes| becomes.when.holds(view, here) == Truth::Yes);
                if let Some(becomes) = becomes {
                    walk(view, &becomes.when, here, &mut parts);
                }
                if let Some(from) = rule.wait.and_then(|wait| wait.from)
                    && view.answers.get(from).is_some()
                {
                    add(&mut parts, from, view.answers.chosen(from));
                }
            }
            Cause::Goal(id) => walk(view, &protocol.goal(id).when, here, &mut parts),
            Cause::Expired => {}
        }
    }
    parts
}

/// Collects the answers that make a condition hold, or leave it open.
fn walk(view: &View<'_>, condition: &Condition, here: Option<AreaId>, parts: &mut Vec<Part>) {
    if condition.holds(view, here) == Truth::No {
        return;
    }
    match *condition {
        Condition::All(each) | Condition::Any(each) => {
            each.iter().for_each(|part| walk(view, part, here, parts));
        }
        Condition::Chosen(question, option) | Condition::Here(question, option, _) => {
            option_of(view, question, option, parts);
        }
        Condition::Between(question, ..) | Condition::Since(question, ..) => {
            if view.answers.get(question).is_some() {
                add(parts, question, view.answers.chosen(question));
            }
        }
        Condition::Goal(goal) => walk(view, &view.protocol.goal(goal).when, here, parts),
        Condition::Area(area) => walk(view, &view.protocol.area(area).when, None, parts),
        // What was not said is no answer, but a follow-up was answered the other way.
        Condition::Not(part) => part.each(&mut |part| {
            let follow_up = asked(part)
                .filter(|id| view.protocol.question(*id).about.is_some())
                .filter(|id| view.answers.get(*id).is_some());
            if let Some(question) = follow_up {
                add(parts, question, view.answers.chosen(question));
            }
        }),
        Condition::Always | Condition::SeveralAreas => {}
    }
}

/// The option, or the "not sure" that leaves it open.
fn option_of(view: &View<'_>, question: QuestionId, option: OptionId, parts: &mut Vec<Part>) {
    let Some(Answer::Options(chosen)) = view.answers.get(question) else {
        return;
    };
    let unsure = view.protocol.question(question).with_role(Role::Unsure);
    if chosen.has(option) {
        add(parts, question, Chosen::one(option));
    } else if let Some(unsure) = unsure.filter(|unsure| chosen.has(*unsure)) {
        add(parts, question, Chosen::one(unsure));
    }
}

/// Adds to what is known of a question, in the order asked.
fn add(parts: &mut Vec<Part>, question: QuestionId, options: Chosen) {
    match parts.binary_search_by_key(&question, |(known, _)| *known) {
        Ok(at) => {
            if let Some((_, known)) = parts.get_mut(at) {
                *known = known.or(options);
            }
        }
        Err(at) => parts.insert(at, (question, options)),
    }
}

/// The question that a part of a condition speaks of by itself.
fn asked(part: &Condition) -> Option<QuestionId> {
    match *part {
        Condition::Chosen(question, _)
        | Condition::Here(question, ..)
        | Condition::Between(question, ..)
        | Condition::Since(question, ..) => Some(question),
        _ => None,
    }
}
