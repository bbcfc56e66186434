//! Check your answers.

use yew::prelude::*;

use super::markup::{all, button, classed, el, title};
use super::{Context, bar};
use crate::key;
use crate::protocol::{Gather, QuestionId};

/// Answers that fill the window of a phone.
const WINDOW: usize = 10;

/// Every answer, each with a way to change it.
#[inline(never)]
pub(super) fn review(context: &Context, path: &[QuestionId]) -> Html {
    let locale = context.locale;
    let wanted = if context.beginning {
        WINDOW
    } else {
        path.len()
    };
    let rows = path
        .iter()
        .take(wanted)
        .filter_map(|id| row(context, *id))
        .gather();
    let see = button("button", "continue", locale.text(key::SEE_RESULT));
    let main = classed("div", "screen")
        .with(title(locale.text(key::REVIEW_TITLE).into()))
        .with(classed("p", "hint").text(locale.text(key::REVIEW_LEAD)))
        .with(classed("dl", "answers").each(rows))
        .with(classed("div", "continue").with(see));
    all(vec![
        bar::back(locale, key::BACK, Some(bar::restart(locale))),
        main.into(),
    ])
}

/// One answer; nothing for a question that could stay empty and did.
fn row(context: &Context, id: QuestionId) -> Option<Html> {
    let locale = context.locale;
    let question = context.protocol.question(id);
    let answer = context.answer(id);
    if answer.is_none() && question.one_of.is_some() {
        return None;
    }
    let asked = context.question(id);
    let label = locale.fill(key::CHANGE_OF, &[("question", &asked)]);
    let change = button("link", "change", locale.text(key::CHANGE))
        .attr("data-for", question.id)
        .attr("aria-label", label);
    let answer = answer.unwrap_or_else(|| locale.text(key::NOT_ANSWERED).to_owned());
    let row = classed("div", "answer")
        .key(question.id)
        .with(el("dt").text(asked))
        .with(el("dd").text(answer))
        .with(el("dd").with(change));
    Some(row.into())
}
