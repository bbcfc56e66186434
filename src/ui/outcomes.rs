//! What results are realistic, for each goal in the plan: words, numbers, and a drawing where one
//! is honest.

use yew::prelude::*;

use super::Context;
use super::estimate::certainty;
use super::evidence::{Rests, rests_on};
use super::markup::{all, card, classed, el, heading, nothing, p, p_of};
use crate::assess::{Assessment, planned_goals};
use crate::key;
use crate::protocol::{Certainty, Figure, Gather, GoalId, Outcome, Word};

/// Every drawing of people has so many dots, so that they can be compared.
const PEOPLE: u16 = 20;

/// What studies counted for each goal in the plan.
#[inline(never)]
pub(super) fn outcomes(context: &Context, assessment: &Assessment) -> Html {
    let goals = planned_goals(
        context.protocol,
        &context.quiz.answers,
        context.today,
        assessment,
    );
    if goals.is_empty() {
        return nothing();
    }
    let locale = context.locale;
    let figures = context.evidence.outcomes.iter();
    let people = figures
        .into_iter()
        .any(|outcome| goals.has(outcome.goal) && matches!(outcome.figure, Figure::Share { .. }));
    card()
        .with(heading("h2", locale.text(key::OUTCOMES_TITLE)))
        .with(p(locale.text(key::OUTCOMES_LEAD)))
        .with_if(people.then(|| p(locale.text(key::OUTCOME_DOTS))))
        .each(goals.iter().map(|id| goal(context, id)).gather())
        .into()
}

fn goal(context: &Context, id: GoalId) -> Html {
    let goal = context.protocol.goal(id);
    let locale = context.locale;
    let figures = context.evidence.outcomes.iter();
    let figures: Vec<_> = figures.filter(|outcome| outcome.goal == id).gather();
    let none = figures
        .is_empty()
        .then(|| p(locale.text(key::OUTCOME_NONE)));
    let cited: Vec<_> = figures.iter().map(|outcome| outcome.cited).gather();
    let figures = figures.into_iter().map(|of| figure(context, of)).gather();
    classed("div", "goal")
        .with(heading("h3", locale.text(goal.label)))
        .with(p(locale.text(goal.tell)))
        .each(figures)
        .with_if(none)
        .with(p_of(certainty(locale, Certainty::of(goal.grade))))
        .each(rests_on(context, Rests::goal(context, id).and(&cited)))
        .into()
}

/// One figure: the sentence says all that the drawing shows.
fn figure(context: &Context, outcome: &Outcome) -> Html {
    let locale = context.locale;
    let label = locale.text(outcome.label);
    let (word, numbers, drawing) = match outcome.figure {
        Figure::Share { low, high } if low == high => {
            let of = in_twenty(low);
            let numbers = vec![of.to_string(), low.to_string()];
            (key::OUTCOME_SHARE, numbers, people(of, of))
        }
        Figure::Share { low, high } => {
            let (least, most) = (in_twenty(low), in_twenty(high));
            let numbers = vec![least.to_string(), most.to_string()];
            (key::OUTCOME_SHARES, numbers, people(least, most))
        }
        Figure::Change { low, middle, high } => {
            let word = match middle {
                Some(_) => key::OUTCOME_CHANGE_MIDDLE,
                None => key::OUTCOME_CHANGE,
            };
            let mut numbers = vec![low.to_string(), high.to_string()];
            numbers.extend(middle.map(|middle| middle.to_string()));
            (word, numbers, range(context, low, middle, high))
        }
        Figure::Grades(hundredths) => {
            let numbers = vec![locale.decimal(hundredths.into())];
            (key::OUTCOME_GRADES, numbers, nothing())
        }
    };
    let mut values = vec![("what", label)];
    let names = ["n", "m", "middle"];
    values.extend(names.into_iter().zip(numbers.iter().map(String::as_str)));
    let sentence = locale.fill(word, &values);
    classed("div", "outcome")
        .attr("data-outcome", outcome.id)
        .with(classed("p", "outcome__figure").text(sentence))
        .with(drawing)
        .with(classed("p", "outcome__study").text(study(context, outcome)))
        .into()
}

/// How large the study was, when it looked, and what to bear in mind.
fn study(context: &Context, outcome: &Outcome) -> String {
    let people = outcome
        .people
        .map_or_else(String::new, |people| people.to_string());
    let studies = outcome.studies.to_string();
    let values = [("people", people.as_str()), ("studies", &studies)];
    let tell = context.locale.fill(outcome.tell, &values);
    [&tell, context.locale.text(outcome.caveat)].join(" ")
}

/// So many people out of twenty, for a share in percent.
fn in_twenty(percent: u8) -> u16 {
    (u16::from(percent) * PEOPLE + 50) / 100
}

/// Twenty dots in two rows: filled for sure, tinted where studies differ, open for the rest.
fn people(sure: u16, possible: u16) -> Html {
    const DOT: &str = "a7 7 0 1 0 14 0a7 7 0 1 0-14 0";
    let dots = |state: &'static str, from: u16, to: u16| -> Html {
        let mut path = String::from("M3 10");
        for person in 0..PEOPLE {
            if person == PEOPLE / 2 {
                path.push_str("m-200 20");
            }
            if (from..to).contains(&person) {
                path.push_str(DOT);
            }
            path.push_str("m20 0");
        }
        shape(state, path)
    };
    drawn(
        "people",
        "0 0 200 40",
        vec![
            dots("low", 0, sure),
            dots("most", sure, possible),
            dots("high", possible, PEOPLE),
        ],
    )
}

#[inline(never)]
fn shape(state: &'static str, path: String) -> Html {
    el("path").attr("data-state", state).attr("d", path).into()
}

#[inline(never)]
fn drawn(class: &'static str, view_box: &'static str, shapes: Vec<Html>) -> Html {
    classed("svg", class)
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .each(shapes)
        .into()
}

/// A bar from none to all, with the range on it.
fn range(context: &Context, low: u8, middle: Option<u8>, high: u8) -> Html {
    // Ends are round, so the line stays half its width away from them.
    let at = |percent: u8| (u16::from(percent) * 3 + 10).to_string();
    let line = |state: &'static str, from: u8, to: u8| -> Html {
        shape(state, ["M", &at(from), " 10H", &at(to)].concat())
    };
    let mut lines = vec![line("high", 0, 100), line("low", low, high)];
    lines.extend(middle.map(|middle| line("most", middle, middle)));
    let end = |word: Word| -> Html { el("span").text(context.locale.text(word)).into() };
    let ends = classed("p", "spread__ends")
        .attr("aria-hidden", "true")
        .with(end(key::OUTCOME_FROM))
        .with(end(key::OUTCOME_TO));
    all(vec![drawn("spread", "0 0 320 20", lines), ends.into()])
}
