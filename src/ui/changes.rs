//! What would change the answer: the smallest sets of changes, by what they lead to.

use yew::prelude::*;

use super::markup::{all, card, classed, el, folded, heading, nothing, p};
use super::verdict::{line, tag};
use super::{Context, icon};
use crate::assess::{Assessment, Verdict, Way, ways};
use crate::key;
use crate::protocol::{AreaId, Date, Gather, Set, Turn};

/// More than this at once is hard to take in; the others are folded away.
const SHOWN: usize = 5;

/// What ways lead to: the verdict, its day, and the areas that it is about if not all.
type Goal = (Verdict, Option<Date>, Set<AreaId>);

/// The section; nothing where nothing needs to change.
#[inline(never)]
pub(super) fn changes(context: &Context, assessment: &Assessment) -> Html {
    let quiz = &context.quiz;
    let settled = matches!(assessment.verdict, Verdict::Suitable | Verdict::OutOfScope);
    let Ok(person) = quiz.answers.complete(context.protocol, context.today) else {
        return nothing();
    };
    // Without a true clock there is no saying what waiting would do.
    if settled || assessment.partial || assessment.clock_behind {
        return nothing();
    }
    let evidence = &context.evidence;
    let ways = ways(
        context.protocol,
        evidence.changes,
        evidence.elsewhere,
        &person,
    );
    let card = card().with(heading("h2", context.locale.text(key::CHANGES_TITLE)));
    if ways.is_empty() {
        let none = match assessment.verdict {
            Verdict::Defer => key::CHANGES_WAIT,
            _ => key::CHANGES_NONE,
        };
        return card.with(p(context.locale.text(none))).into();
    }
    let (shown, more) = ways.split_at(ways.len().min(SHOWN));
    let more = (!more.is_empty()).then(|| {
        let summary = context.locale.text(key::CHANGES_MORE);
        folded("sources", summary.into(), groups(context, more))
    });
    card.with(p(context.locale.text(key::CHANGES_LEAD)))
        .with(groups(context, shown))
        .with_if(more)
        .into()
}

/// Ways that lead to the same stand together.
fn groups(context: &Context, ways: &[Way]) -> Html {
    let mut groups: Vec<(Goal, Vec<Html>)> = Vec::new();
    for way in ways {
        let (goal, line) = (goal(way), item(context, way));
        match groups.iter_mut().find(|(known, _)| *known == goal) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((goal, vec![line])),
        }
    }
    let groups = groups.into_iter().map(|(goal, lines)| {
        classed("div", "change")
            .attr("data-leads-to", goal.0.id())
            .with(
                classed("h3", "change__title")
                    .with(icon::verdict(goal.0))
                    .with(el("span").text(title(context, goal))),
            )
            .with(classed("ul", "plain").each(lines))
            .into()
    });
    all(groups.gather())
}

fn goal(way: &Way) -> Goal {
    let outcome = &way.outcome;
    if way.whole {
        return (outcome.verdict, outcome.earliest, Set::new());
    }
    let mine = || {
        outcome
            .areas
            .iter()
            .filter(|(area, ..)| way.areas.has(*area))
    };
    let best = mine()
        .map(|(_, verdict, earliest)| (*verdict, *earliest))
        .min();
    let (verdict, earliest) = best.unwrap_or((outcome.verdict, outcome.earliest));
    let same = mine().filter(|(_, of, day)| (*of, *day) == (verdict, earliest));
    (verdict, earliest, same.map(|(area, ..)| *area).collect())
}

fn title(context: &Context, (verdict, earliest, areas): Goal) -> String {
    let locale = context.locale;
    if !areas.is_empty() {
        let labels: Vec<_> = areas.iter().map(|area| context.area(area)).gather();
        return line(context, &locale.list(&labels), verdict, earliest);
    }
    match earliest {
        Some(date) => locale.fill(key::SENTENCE_DEFER_DATE, &[("date", &locale.date(date))]),
        None => locale.text(tag(verdict)).to_owned(),
    }
}

/// One way; where areas would differ, with the answer for each.
fn item(context: &Context, way: &Way) -> Html {
    let outcome = &way.outcome;
    let differ = outcome
        .areas
        .iter()
        .any(|(_, of, _)| *of != outcome.verdict);
    let each = outcome
        .areas
        .iter()
        .map(|(area, verdict, earliest)| line(context, context.area(*area), *verdict, *earliest));
    let each = (way.whole && differ).then(|| {
        let each: Vec<_> = each.gather();
        let each: Vec<&str> = each.iter().map(String::as_str).gather();
        classed("span", "change__areas").text(context.locale.apart(&each))
    });
    el("li")
        .attr("data-change", ids(context, way))
        .text(sentence(context, way))
        .with_if(each)
        .into()
}

fn sentence(context: &Context, way: &Way) -> String {
    let locale = context.locale;
    let changes = way
        .changes
        .iter()
        .map(|change| match (change.turn, change.from) {
            (Turn::Goal, [(question, option), ..]) => {
                let label = context.protocol.option(*question, *option).label;
                locale.fill(key::CHANGE_WITHOUT_GOAL, &[("goal", locale.text(label))])
            }
            _ => locale.text(change.clause).to_owned(),
        });
    let mut clauses: Vec<String> = changes.gather();
    if !way.without.is_empty() {
        let area = context.areas(way.without);
        clauses.push(locale.fill(key::CHANGE_WITHOUT, &[("area", &area)]));
    }
    let clauses: Vec<&str> = clauses.iter().map(String::as_str).gather();
    let what = locale.list(&clauses);
    let date = way.from.map(|day| locale.date(day)).unwrap_or_default();
    let word = match (way.from, what.is_empty(), way.team) {
        (None, ..) => key::CHANGE_IF,
        (_, true, false) => key::CHANGE_FROM,
        (_, true, true) => key::CHANGE_TEAM,
        (_, false, false) => key::CHANGE_FROM_IF,
        (_, false, true) => key::CHANGE_TEAM_IF,
    };
    locale.fill(word, &[("date", &date), ("what", &what)])
}

/// What changes, by public ids: for clients and tests.
fn ids(context: &Context, way: &Way) -> String {
    let mut ids: Vec<String> = way
        .changes
        .iter()
        .map(|change| change.id.to_owned())
        .gather();
    let without = way
        .without
        .iter()
        .map(|area| context.protocol.area(area).id);
    ids.extend(without.map(|area| ["without-", area].concat()));
    ids.extend(way.from.map(|day| day.to_string()));
    ids.join(" ")
}
