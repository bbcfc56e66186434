//! The answers behind the reasons: those that brought one up, and those that did not.

use yew::prelude::*;

use super::Context;
use super::markup::{all, classed, el, folded, nothing, p_of};
use crate::assess::{Answer, Assessment, Chosen, Finding, Part, because, considered};
use crate::key;
use crate::protocol::{Gather, QuestionId, Word};

/// "You answered: …", with the question, for each answer that a finding goes back to.
#[inline(never)]
pub(super) fn answered(context: &Context, found: &Finding) -> Html {
    let parts = because(
        context.protocol,
        &context.quiz.answers,
        context.today,
        found,
    );
    let line = |(question, options): Part| {
        let asked = context.question(question);
        let answer = context.answer_part(question, options);
        let said = [("answer", answer.as_str()), ("question", &asked)];
        classed("p", "finding__answer")
            .text(context.locale.fill(key::YOU_ANSWERED, &said))
            .into()
    };
    all(parts.into_iter().map(line).gather())
}

/// What was looked at without a reason coming of it, folded away.
#[inline(never)]
pub(super) fn did_not_matter(context: &Context, assessment: &Assessment) -> Html {
    // Before the last question much has not been looked at yet.
    if assessment.partial {
        return nothing();
    }
    let locale = context.locale;
    let found = considered(
        context.protocol,
        &context.quiz.answers,
        context.today,
        &assessment.findings,
    );
    if found.answers.is_empty() {
        return nothing();
    }
    let rules = found.rules.to_string();
    let mut inside = vec![p_of(locale.fill(key::CONSIDERED_LEAD, &[("n", &rules)]))];
    for screen in context.protocol.screens {
        let here = found
            .answers
            .iter()
            .filter(|(question, _)| screen.questions.contains(question));
        let rows: Vec<Html> = here.map(|part| row(context, *part)).gather();
        if rows.is_empty() {
            continue;
        }
        if screen.title != Word::NONE {
            inside.push(el("h3").text(locale.text(screen.title)).into());
        }
        inside.push(classed("dl", "considered__answers").each(rows).into());
    }
    let title = locale.text(key::CONSIDERED_TITLE);
    folded("considered", title.into(), all(inside))
}

fn row(context: &Context, (question, options): Part) -> Html {
    el("div")
        .with(el("dt").text(context.question(question)))
        .with(el("dd").text(context.answer_part(question, options)))
        .into()
}

impl Context {
    /// A part of the visitor's answer: some options, or all of a number or a date.
    fn answer_part(&self, question: QuestionId, options: Chosen) -> String {
        let answer = match self.quiz.answers.get(question) {
            Some(Answer::Options(_)) => Some(Answer::Options(options)),
            whole => whole,
        };
        answer.map_or_else(String::new, |answer| self.words_of(question, answer))
    }
}
