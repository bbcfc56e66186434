//! The first screen. The same component makes the static first paint of the page.

use yew::prelude::*;

use super::{Context, foot, icon};
use crate::key;
use crate::quiz::Msg;
use crate::text::Locale;

/// What the intro needs.
#[derive(Clone, PartialEq, Properties)]
pub struct IntroProps {
    /// The running quiz; without it the intro is the static page.
    #[prop_or_default]
    pub context: Option<Context>,
    /// The language of the static page.
    #[prop_or(Locale::ENGLISH)]
    pub locale: Locale,
}

/// The first screen.
#[component]
pub fn Intro(props: &IntroProps) -> Html {
    let locale = props
        .context
        .as_ref()
        .map_or(props.locale, |context| context.locale);
    let t = |word| locale.text(word);
    let heading = props
        .context
        .as_ref()
        .map(|context| context.heading.clone())
        .unwrap_or_default();
    html! {
        <>
            <div class="bar">
                { icon::mark() }
                <span>{ t(key::BRAND) }</span>
            </div>
            <main class="intro">
                { icon::field() }
                <h1 ref={heading} tabindex="-1">{ t(key::INTRO_TITLE) }</h1>
                <p class="intro__lead">{ t(key::INTRO_LEAD) }</p>
                <ul class="facts">
                    <li>{ icon::clock() }<span>{ t(key::INTRO_TIME) }</span></li>
                    <li>{ icon::lock() }<span>{ t(key::INTRO_PRIVATE) }</span></li>
                    <li>{ icon::sheet() }<span>{ t(key::INTRO_SOURCES) }</span></li>
                </ul>
                <div class="intro__start">{ start(props, locale) }</div>
                <p class="small">{ t(key::DISCLAIMER) }</p>
                <h2>{ t(key::WHAT_TITLE) }</h2>
                <p>{ t(key::WHAT_TEXT) }</p>
                <h2>{ t(key::NOT_FOR_TITLE) }</h2>
                <ul class="plain">{ for locale.lines(key::NOT_FOR).map(|line| html! { <li>{ line }</li> }) }</ul>
            </main>
            if props.context.is_none() {
                { foot::emergency(locale) }
            }
        </>
    }
}

/// The Start button; in the static page, what stands in its place until there is one.
fn start(props: &IntroProps, locale: Locale) -> Html {
    match &props.context {
        Some(context) => html! {
            <button type="button" class="button" data-action="start" onclick={context.on(Msg::Started)}>
                { locale.text(key::START) }
            </button>
        },
        None => html! {
            <>
                <p class="intro__wait">{ locale.text(key::STARTING) }</p>
                <p class="intro__failed">{ locale.text(key::FAILED) }</p>
                <noscript><p>{ locale.text(key::NO_SCRIPT) }</p></noscript>
            </>
        },
    }
}
