//! One page of questions.

use yew::prelude::*;

use super::{Context, dom, problems, progress};
use crate::assess::Answer;
use crate::key;
use crate::protocol::{Date, Kind, OptionId, QuestionId, Role, Word};
use crate::quiz::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PageProps {
    pub(super) context: Context,
    pub(super) page: Vec<QuestionId>,
    pub(super) progress: (usize, usize),
}

/// A page: its heading, one to three fieldsets, Continue and Back.
#[component]
pub(super) fn Page(props: &PageProps) -> Html {
    let PageProps {
        context,
        page,
        progress: (done, left),
    } = props;
    let locale = context.locale;
    let onsubmit = {
        let send = context.send.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(Msg::Continued);
        })
    };
    let alone = page.len() == 1;
    html! {
        <>
            <div class="bar">
                <button type="button" class="link" data-action="back" onclick={context.on(Msg::WentBack)}>
                    <span aria-hidden="true">{ "← " }</span>{ locale.text(key::BACK) }
                </button>
                <span class="bar__space"></span>
                <span>{ progress::sentence(locale, *left) }</span>
            </div>
            { progress::points(*done, *left) }
            <form {onsubmit} novalidate=true>
                { problems::summary(context, page) }
                if !alone {
                    <h1 ref={context.heading.clone()} tabindex="-1">{ heading(context, page) }</h1>
                }
                { for page.iter().map(|id| fieldset(context, *id, alone)) }
                <div class="continue">
                    <button type="submit" class="button" data-action="continue">
                        { locale.text(key::CONTINUE) }
                    </button>
                </div>
            </form>
        </>
    }
}

fn heading(context: &Context, page: &[QuestionId]) -> &'static str {
    let first = page.first();
    let mut screens = context.protocol.screens.iter();
    let screen = screens.find(|screen| first.is_some_and(|first| screen.questions.contains(first)));
    screen.map_or("", |screen| context.locale.text(screen.title))
}

fn fieldset(context: &Context, id: QuestionId, alone: bool) -> Html {
    let question = context.protocol.question(id);
    let locale = context.locale;
    let problem = problems::of(context, id);
    let (hint_id, error_id) = (format!("hint-{}", id.0), format!("error-{}", id.0));
    let mut described = Vec::new();
    if question.hint.is_some() || question.kind == Kind::Multi {
        described.push(hint_id.clone());
    }
    if problem.is_some() {
        described.push(error_id.clone());
    }
    let described = (!described.is_empty()).then(|| described.join(" "));
    let title = context.question(id);
    let hint = match (question.hint.is_some(), question.kind) {
        (true, _) => locale.text(question.hint),
        (false, Kind::Multi) => locale.text(key::CHOOSE_ALL),
        (false, _) => "",
    };
    html! {
        <fieldset key={question.id} data-question={question.id} data-wrong={problem.map(|_| "")}
            aria-describedby={described}>
            <legend>
                if alone {
                    <h1 ref={context.heading.clone()} tabindex="-1">{ title }</h1>
                } else {
                    <h2>{ title }</h2>
                }
            </legend>
            if !hint.is_empty() {
                <p class="hint" id={hint_id}>{ hint }</p>
            }
            if let Some(problem) = problem {
                <p class="error" id={error_id}>{ problems::sentence(context, &problem) }</p>
            }
            { match question.kind {
                Kind::Number { min, max } => number(context, id, (min, max)),
                Kind::Date => date(context, id),
                Kind::Single | Kind::Multi => html! {},
            } }
            <div class="choices">{ for choices(context, id) }</div>
            if question.why.is_some() {
                <details class="why">
                    <summary>{ locale.text(key::WHY_WE_ASK) }</summary>
                    <p>{ locale.text(question.why) }</p>
                </details>
            }
        </fieldset>
    }
}

fn choices(context: &Context, id: QuestionId) -> Vec<Html> {
    let question = context.protocol.question(id);
    let chosen = context.quiz.answers.chosen(id);
    let shown = context.quiz.offered(context.protocol, context.today, id);
    let choice = |option: OptionId| {
        let choice = context.protocol.option(id, option);
        let onchange = {
            let send = context.send.clone();
            Callback::from(move |event: Event| {
                send.emit(Msg::Answered(id, option, dom::checked(&event)));
            })
        };
        let input = if question.kind == Kind::Multi {
            "checkbox"
        } else {
            "radio"
        };
        html! {
            <label class="choice" key={choice.id} data-role={(choice.role != Role::Plain).then_some("apart")}>
                <input type={input} name={question.id} value={choice.id} checked={chosen.has(option)} {onchange} />
                <span>
                    <b>{ context.locale.text(choice.label) }</b>
                    { small(context, choice.hint) }
                </span>
            </label>
        }
    };
    shown.into_iter().map(choice).collect()
}

fn small(context: &Context, word: Word) -> Html {
    if word.is_some() {
        html! { <small>{ context.locale.text(word) }</small> }
    } else {
        html! {}
    }
}

fn number(context: &Context, id: QuestionId, (min, max): (u16, u16)) -> Html {
    let question = context.protocol.question(id);
    let value = match context.quiz.answers.get(id) {
        Some(Answer::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let oninput = {
        let send = context.send.clone();
        Callback::from(move |event: InputEvent| {
            send.emit(Msg::Numbered(id, dom::value(&event).trim().parse().ok()));
        })
    };
    html! {
        <label class="field-line">
            <span>{ context.locale.text(key::YEARS) }</span>
            <input type="number" inputmode="numeric" name={question.id} {value} {oninput}
                min={min.to_string()} max={max.to_string()} autocomplete="off" />
        </label>
    }
}

fn date(context: &Context, id: QuestionId) -> Html {
    let question = context.protocol.question(id);
    let (value, month) = match context.quiz.answers.get(id) {
        Some(Answer::Day(date)) => (date.to_string(), false),
        Some(Answer::Month(year, month)) => (format!("{year:04}-{month:02}-01"), true),
        _ => (String::new(), false),
    };
    let dated = !value.is_empty();
    let oninput = {
        let send = context.send.clone();
        Callback::from(move |event: InputEvent| {
            send.emit(Msg::Dated(id, Date::parse(&dom::value(&event))));
        })
    };
    let onchange = {
        let send = context.send.clone();
        Callback::from(move |event: Event| send.emit(Msg::KnewOnlyMonth(id, dom::checked(&event))))
    };
    let locale = context.locale;
    html! {
        <>
            <label class="field-line">
                <span>{ locale.text(key::DATE_LABEL) }</span>
                <input type="date" name={question.id} {value} {oninput} max={context.today.to_string()} />
            </label>
            <label class="choice choice--month">
                <input type="checkbox" data-month="" checked={month} disabled={!dated} {onchange} />
                <span><b>{ locale.text(key::ONLY_MONTH) }</b></span>
            </label>
            <p class="or">{ locale.text(key::OR) }</p>
        </>
    }
}
