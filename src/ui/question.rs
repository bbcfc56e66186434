//! One page of questions.

use yew::prelude::*;

use super::action::ONLY_MONTH;
use super::markup::{El, all, classed, el, folded, heading, nothing, p, title};
use super::{Context, bar, drawing, problems, progress};
use crate::assess::Answer;
use crate::key;
use crate::protocol::{Date, Gather, Kind, OptionId, QuestionId, Role};

/// A page: its heading, one to three fieldsets, Continue and Back.
#[inline(never)]
pub(super) fn page(
    context: &Context,
    page: &[QuestionId],
    (done, left): (usize, usize),
    questions: usize,
) -> Html {
    let locale = context.locale;
    let alone = page.len() == 1;
    let left_text = el("span")
        .text(progress::sentence(locale, left, questions))
        .into();
    let submit = classed("button", "button")
        .attr("type", "submit")
        .attr("data-action", "continue")
        .text(locale.text(key::CONTINUE));
    let form = el("form")
        .attr("novalidate", "")
        .with_if(problems::summary(context, page))
        .with_if((!alone).then(|| title(screen_title(context, page).into())))
        .each(
            page.iter()
                .take(wanted(context, page))
                .map(|id| fieldset(context, *id, alone))
                .gather(),
        )
        .with(classed("div", "continue").with(submit));
    all(vec![
        bar::back(locale, key::BACK, Some(left_text)),
        progress::points("points", [("done", done), ("here", 1), ("left", left)]),
        form.into(),
    ])
}

/// Options that fill the window of a phone.
const WINDOW: usize = 10;

/// How many questions are to be drawn.
fn wanted(context: &Context, page: &[QuestionId]) -> usize {
    let mut options = 0;
    for (at, id) in page.iter().enumerate() {
        if context.beginning && options >= WINDOW {
            return at;
        }
        options += offered(context, *id).len();
    }
    page.len()
}

fn offered(context: &Context, id: QuestionId) -> Vec<OptionId> {
    context.quiz.offered(context.protocol, context.today, id)
}

fn screen_title(context: &Context, page: &[QuestionId]) -> &'static str {
    let first = page.first();
    let mut screens = context.protocol.screens.iter();
    let screen = screens.find(|screen| first.is_some_and(|first| screen.questions.contains(first)));
    screen.map_or("", |screen| context.locale.text(screen.title))
}

fn fieldset(context: &Context, id: QuestionId, alone: bool) -> Html {
    let question = context.protocol.question(id);
    let locale = context.locale;
    let number = id.0.to_string();
    let (hint_id, error_id) = (["hint-", &number].concat(), ["error-", &number].concat());
    let hint = match (question.hint.is_some(), question.kind) {
        (true, _) => locale.text(question.hint),
        (false, Kind::Multi) => locale.text(key::CHOOSE_ALL),
        (false, _) => "",
    };
    let problem = problems::of(context, id).map(|problem| problems::sentence(context, &problem));
    let described = match (!hint.is_empty(), problem.is_some()) {
        (false, false) => None,
        (true, false) => Some(hint_id.clone()),
        (false, true) => Some(error_id.clone()),
        (true, true) => Some([hint_id.as_str(), &error_id].join(" ")),
    };
    let asked = context.question(id);
    let legend = if alone {
        title(asked.into())
    } else {
        el("h2").text(asked).into()
    };
    let why = question.why.is_some().then(|| {
        folded(
            "why",
            locale.text(key::WHY_WE_ASK).into(),
            p(locale.text(question.why)),
        )
    });
    el("fieldset")
        .key(question.id)
        .attr("data-question", question.id)
        .attr_if("data-wrong", problem.is_some().then_some(""))
        .attr_if("aria-describedby", described)
        .with(el("legend").with(legend))
        .with_if((!hint.is_empty()).then(|| classed("p", "hint").attr("id", hint_id).text(hint)))
        .with_if(problem.map(|problem| classed("p", "error").attr("id", error_id).text(problem)))
        .with(match question.kind {
            Kind::Number { min, max } => typed(context, id, (min, max)),
            Kind::Date => date(context, id),
            Kind::Single | Kind::Multi => nothing(),
        })
        .with(classed("div", "choices").each(choices(context, id)))
        .with_if(why)
        .into()
}

fn choices(context: &Context, id: QuestionId) -> Vec<Html> {
    offered(context, id)
        .into_iter()
        .map(|option| choice(context, id, option))
        .gather()
}

fn choice(context: &Context, id: QuestionId, option: OptionId) -> Html {
    let question = context.protocol.question(id);
    let choice = context.protocol.option(id, option);
    let locale = context.locale;
    let input = input(
        if question.kind == Kind::Multi {
            "checkbox"
        } else {
            "radio"
        },
        question.id,
    )
    .state(choice.id, Some(context.quiz.answers.chosen(id).has(option)));
    let hint = choice
        .hint
        .is_some()
        .then(|| heading("small", locale.text(choice.hint)));
    classed("label", "choice")
        .key(choice.id)
        .attr_if("data-role", (choice.role != Role::Plain).then_some("apart"))
        .with(input)
        .with(
            el("span")
                .with(heading("b", locale.text(choice.label)))
                .with_if(hint),
        )
        .with_if(drawing::of(question.id, choice.id))
        .into()
}

fn input(kind: &'static str, name: &'static str) -> El {
    el("input").attr("type", kind).attr("name", name)
}

fn field(label: &'static str, input: El) -> Html {
    classed("label", "field-line")
        .with(el("span").text(label))
        .with(input)
        .into()
}

fn typed(context: &Context, id: QuestionId, (min, max): (u16, u16)) -> Html {
    let value = match context.quiz.answers.get(id) {
        Some(Answer::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let input = input("number", context.protocol.question(id).id)
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("min", min.to_string())
        .attr("max", max.to_string())
        .state(value, None);
    field(context.locale.text(key::YEARS), input)
}

fn date(context: &Context, id: QuestionId) -> Html {
    let (value, month) = match context.quiz.answers.get(id) {
        Some(Answer::Day(date)) => (date.to_string(), false),
        Some(Answer::Month(year, month)) => (
            Date {
                year,
                month,
                day: 1,
            }
            .to_string(),
            true,
        ),
        _ => (String::new(), false),
    };
    let dated = !value.is_empty();
    let locale = context.locale;
    let day = input("date", context.protocol.question(id).id)
        .attr("max", context.today.to_string())
        .state(value, None);
    let only_month = input("checkbox", context.protocol.question(id).id)
        .attr_if("disabled", (!dated).then_some(""))
        .state(ONLY_MONTH, Some(month));
    let only_month = classed("label", "choice choice--month")
        .with(only_month)
        .with(el("span").with(heading("b", locale.text(key::ONLY_MONTH))));
    all(vec![
        field(locale.text(key::DATE_LABEL), day),
        only_month.into(),
        classed("p", "or").text(locale.text(key::OR)).into(),
    ])
}
