//! What is wrong with answers: beside the question, and in a summary that takes focus.

use yew::prelude::*;

use super::{Context, dom};
use crate::assess::{AnswerProblem, Wrong};
use crate::key;
use crate::protocol::{Kind, QuestionId};

/// One problem as a sentence.
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
            return locale.fill(key::WRONG_NO_GOAL, &[("area", &context.areas(&[area]))]);
        }
    };
    locale.text(word).to_owned()
}

/// The problem of one question, if there is one.
pub(super) fn of(context: &Context, question: QuestionId) -> Option<AnswerProblem> {
    context
        .quiz
        .problems
        .iter()
        .find(|problem| problem.question == question)
        .copied()
}

/// The summary above a page.
pub(super) fn summary(context: &Context, page: &[QuestionId]) -> Html {
    let here = |problem: &&AnswerProblem| page.contains(&problem.question);
    let problems: Vec<_> = context.quiz.problems.iter().filter(here).copied().collect();
    if problems.is_empty() {
        return html! {};
    }
    let lines = problems.iter().map(|problem| {
        let id = context.protocol.question(problem.question).id;
        let near = context.summary.clone();
        let onclick = Callback::from(move |_: MouseEvent| dom::focus_question(&near, id));
        html! {
            <li key={id}>
                <button type="button" class="link" {onclick}>{ sentence(context, problem) }</button>
            </li>
        }
    });
    html! {
        <div class="problems" role="group" aria-labelledby="problems" tabindex="-1" ref={context.summary.clone()}>
            <h2 id="problems">{ context.locale.text(key::PROBLEMS_TITLE) }</h2>
            <ul>{ for lines }</ul>
        </div>
    }
}
