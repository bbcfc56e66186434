//! Something rules the treatment out: said at once, with a choice.

use yew::prelude::*;

use super::Context;
use super::finding::finding;
use crate::assess::Assessment;
use crate::key;
use crate::protocol::Effect;
use crate::quiz::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct InterruptionProps {
    pub(super) context: Context,
    pub(super) assessment: Assessment,
}

/// See the answer now, or go on.
#[component]
pub(super) fn Interruption(props: &InterruptionProps) -> Html {
    let InterruptionProps {
        context,
        assessment,
    } = props;
    let locale = context.locale;
    let ruled_out = assessment
        .findings
        .iter()
        .filter(|finding| finding.effect == Effect::Exclude);
    html! {
        <>
            <div class="bar">
                <button type="button" class="link" data-action="back" onclick={context.on(Msg::WentBack)}>
                    <span aria-hidden="true">{ "← " }</span>{ locale.text(key::BACK) }
                </button>
            </div>
            <main>
                <h1 ref={context.heading.clone()} tabindex="-1">{ locale.text(key::INTERRUPTION_TITLE) }</h1>
                <p>{ locale.text(key::INTERRUPTION_TEXT) }</p>
                <div class="card">{ for ruled_out.map(|found| finding(context, assessment, found)) }</div>
                <p>{ locale.text(key::INTERRUPTION_CHOICE) }</p>
                <div class="continue continue--two">
                    <button type="button" class="button" data-action="continue" onclick={context.on(Msg::WentOn)}>
                        { locale.text(key::GO_ON) }
                    </button>
                    <button type="button" class="button button--quiet" data-action="see-now"
                        onclick={context.on(Msg::AskedForResult)}>
                        { locale.text(key::SEE_NOW) }
                    </button>
                </div>
            </main>
        </>
    }
}
