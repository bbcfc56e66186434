//! The recommendation.

use yew::prelude::*;

use super::estimate::estimate;
use super::finding::finding;
use super::verdict::verdict;
use super::{Context, foot};
use crate::assess::{Assessment, Cause, Finding};
use crate::key;
use crate::protocol::{Effect, Rule, Word};
use crate::quiz::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ResultProps {
    pub(super) context: Context,
    pub(super) assessment: Assessment,
    pub(super) on_print: Option<Callback<()>>,
}

/// The answer, the reasons, the plan.
#[component]
pub(super) fn Result(props: &ResultProps) -> Html {
    let ResultProps {
        context,
        assessment,
        on_print,
    } = props;
    let locale = context.locale;
    let fired = |test: fn(&Rule) -> bool| {
        assessment.findings.iter().any(|found| match found.cause {
            Cause::Rule(id) => test(context.protocol.rule(id)),
            Cause::Goal(_) | Cause::Expired => false,
        })
    };
    html! {
        <>
            <div class="bar">
                <button type="button" class="link" data-action="back" onclick={context.on(Msg::AskedForAnswers)}>
                    <span aria-hidden="true">{ "← " }</span>{ locale.text(key::YOUR_ANSWERS) }
                </button>
                <span class="bar__space"></span>
                <button type="button" class="link" data-action="restart" onclick={context.on(Msg::StartedOver)}>
                    { locale.text(key::START_OVER) }
                </button>
            </div>
            <main class="result">
                { verdict(context, assessment) }
                if fired(|rule| rule.alert) {
                    <p class="alert"><b>{ locale.text(key::ALERT_TITLE) }</b>{ ". " }{ locale.text(key::ALERT) }</p>
                }
                if fired(|rule| rule.medicine) {
                    <p class="alert">{ locale.text(key::MEDICINE) }</p>
                }
                <section class="card">
                    <h2>{ locale.text(key::WHY_TITLE) }</h2>
                    { for GROUPS.iter().map(|(effect, title)| group(context, assessment, *effect, *title)) }
                </section>
                { estimate(context, assessment) }
                { foot::help(locale) }
                { foot::about(context) }
                <div class="actions">
                    if let Some(print) = on_print {
                        <button type="button" class="button button--quiet" data-action="print"
                            onclick={print.reform(|_: MouseEvent| ())}>{ locale.text(key::PRINT) }</button>
                    }
                </div>
            </main>
        </>
    }
}

const GROUPS: [(Effect, Word); 4] = [
    (Effect::Exclude, key::GROUP_EXCLUDE),
    (Effect::Defer, key::GROUP_DEFER),
    (Effect::Review, key::GROUP_REVIEW),
    (Effect::Note, key::GROUP_NOTE),
];

fn group(context: &Context, assessment: &Assessment, effect: Effect, title: Word) -> Html {
    let found: Vec<&Finding> = assessment
        .findings
        .iter()
        .filter(|finding| finding.effect == effect)
        .collect();
    if found.is_empty() {
        return html! {};
    }
    html! {
        <div class="findings">
            <p class="findings__title">{ context.locale.text(title) }</p>
            { for found.into_iter().map(|found| finding(context, assessment, found)) }
        </div>
    }
}
