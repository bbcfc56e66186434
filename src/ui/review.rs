//! Check your answers.

use yew::prelude::*;

use super::Context;
use crate::key;
use crate::protocol::QuestionId;
use crate::quiz::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReviewProps {
    pub(super) context: Context,
    pub(super) path: Vec<QuestionId>,
}

/// Every answer, each with a way to change it.
#[component]
pub(super) fn Review(props: &ReviewProps) -> Html {
    let ReviewProps { context, path } = props;
    let locale = context.locale;
    let rows = path.iter().filter_map(|id| {
        let answer = context.answer(*id);
        let question = context.protocol.question(*id);
        if answer.is_none() && question.one_of.is_some() {
            return None;
        }
        let title = context.question(*id);
        let label = locale.fill(key::CHANGE_OF, &[("question", &title)]);
        Some(html! {
            <div class="answer" key={question.id}>
                <dt>{ title }</dt>
                <dd>{ answer.unwrap_or_else(|| locale.text(key::NOT_ANSWERED).to_owned()) }</dd>
                <dd>
                    <button type="button" class="link" data-action="change" data-for={question.id}
                        aria-label={label} onclick={context.on(Msg::AskedToChange(*id))}>
                        { locale.text(key::CHANGE) }
                    </button>
                </dd>
            </div>
        })
    });
    html! {
        <>
            <div class="bar">
                <button type="button" class="link" data-action="back" onclick={context.on(Msg::WentBack)}>
                    <span aria-hidden="true">{ "← " }</span>{ locale.text(key::BACK) }
                </button>
                <span class="bar__space"></span>
                <button type="button" class="link" data-action="restart" onclick={context.on(Msg::StartedOver)}>
                    { locale.text(key::START_OVER) }
                </button>
            </div>
            <main>
                <h1 ref={context.heading.clone()} tabindex="-1">{ locale.text(key::REVIEW_TITLE) }</h1>
                <p class="hint">{ locale.text(key::REVIEW_LEAD) }</p>
                <dl class="answers">{ for rows }</dl>
                <div class="continue">
                    <button type="button" class="button" data-action="continue"
                        onclick={context.on(Msg::AskedForResult)}>
                        { locale.text(key::SEE_RESULT) }
                    </button>
                </div>
            </main>
        </>
    }
}
