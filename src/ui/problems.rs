//! What is wrong with answers: beside the question, and in a summary that takes focus.

use yew::prelude::*;

use super::Context;
use super::markup::{classed, el};
use crate::assess::{AnswerProblem, Wrong};
use crate::key;
use crate::protocol::{Kind, QuestionId, Set};

/// One problem as a sentence.
#[inline(never)]
pub(super) fn sentence(context: &Context, problem: &AnswerProblem) -> String {
    let locale = context.locale;
    let question = context.protocol.question(problem.question);
    let word = match problem.wrong {
        Wrong::Missing => match question.kind {
            Kind::Number { .. } => key::WRONG_MISSING_NUMBER,
            Kind::Date => key::WRONG_MISSING_DATE,
            Kind::Single | Kind::Multi => key::WRONG_MISSING,
        },
        Wrong::MissingOneOf if question.options.iter().any(|option| option.place.is_some()) => {
            key::WRONG_MISSING_GOALS
        }
        Wrong::MissingOneOf => key::WRONG_MISSING_AREAS,
        Wrong::TwoAnswers => key::WRONG_TWO_ANSWERS,
        Wrong::NoneWithOthers => key::WRONG_NONE_WITH_OTHERS,
        Wrong::NotOffered => key::WRONG_NOT_OFFERED,
        Wrong::OutOfRange { min, max } => {
            let (min, max) = (min.to_string(), max.to_string());
            return locale.fill(key::WRONG_RANGE, &[("min", &min), ("max", &max)]);
        }
        Wrong::Future => key::WRONG_FUTURE,
        Wrong::WrongKind => key::WRONG_KIND,
        Wrong::NoGoalFor(area) => {
            return locale.fill(
                key::WRONG_NO_GOAL,
                &[("area", &context.areas(Set::one(area)))],
            );
        }
    };
    locale.text(word).to_owned()
}

/// The problem of one question, if there is one.
#[inline(never)]
pub(super) fn of(context: &Context, question: QuestionId) -> Option<AnswerProblem> {
    context
        .quiz
        .problems
        .iter()
        .find(|problem| problem.question == question)
        .copied()
}

/// The summary above a page; nothing if all is well.
#[inline(never)]
pub(super) fn summary(context: &Context, page: &[QuestionId]) -> Option<Html> {
    let mut lines: Vec<Html> = Vec::new();
    for problem in context
        .quiz
        .problems
        .iter()
        .filter(|problem| page.contains(&problem.question))
    {
        let id = context.protocol.question(problem.question).id;
        let link = classed("button", "link")
            .attr("type", "button")
            .attr("data-action", "focus")
            .attr("data-for", id)
            .text(sentence(context, problem));
        lines.push(el("li").key(id).with(link).into());
    }
    if lines.is_empty() {
        return None;
    }
    let title = el("h2")
        .attr("id", "problems")
        .text(context.locale.text(key::PROBLEMS_TITLE));
    let summary = classed("div", "problems")
        .attr("role", "group")
        .attr("aria-labelledby", "problems")
        .attr("tabindex", "-1")
        .with(title)
        .with(el("ul").each(lines));
    Some(summary.into())
}
