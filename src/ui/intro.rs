//! The first screen. The same function makes the static first paint of the page.

use yew::prelude::*;

use super::markup::{all, button, classed, el, heading, lines, p, title};
use super::{Context, bar, foot, icon};
use crate::key;
use crate::text::Locale;

/// The first screen; without a running quiz, the static page. `wait` while the questions are on
/// their way.
pub(super) fn intro(locale: Locale, context: Option<&Context>, wait: bool) -> Html {
    let t = |word| locale.text(word);
    let fact = |icon: Html, word| el("li").with(icon).with(el("span").text(t(word)));
    let facts = classed("ul", "facts")
        .with(fact(icon::clock(), key::INTRO_TIME))
        .with(fact(icon::lock(), key::INTRO_PRIVATE))
        .with(fact(icon::sheet(), key::INTRO_SOURCES));
    let start = classed("div", "intro__start").each(match context {
        Some(_) if wait => vec![p(t(key::STARTING))],
        Some(_) => vec![button("button", "start", t(key::START)).into()],
        None => waiting(locale),
    });
    let main = classed("div", "intro")
        .with(icon::field())
        .with(title(t(key::INTRO_TITLE).into()))
        .with(classed("p", "intro__lead").text(t(key::INTRO_LEAD)))
        .with(facts)
        .with(start)
        .with(classed("p", "small").text(t(key::DISCLAIMER)))
        .with(heading("h2", t(key::WHAT_TITLE)))
        .with(p(t(key::WHAT_TEXT)))
        .with(heading("h2", t(key::NOT_FOR_TITLE)))
        .with(lines(locale, key::NOT_FOR));
    let mut screen = vec![bar::brand(locale), main.into()];
    if context.is_none() {
        screen.push(foot::emergency(locale));
    }
    all(screen)
}

/// What stands in place of the Start button until there is one.
fn waiting(locale: Locale) -> Vec<Html> {
    vec![
        classed("p", "intro__wait")
            .text(locale.text(key::STARTING))
            .into(),
        classed("p", "intro__failed")
            .text(locale.text(key::FAILED))
            .into(),
        el("noscript").with(p(locale.text(key::NO_SCRIPT))).into(),
    ]
}

/// What the static page needs.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StaticIntroProps {
    /// The language.
    pub locale: Locale,
}

/// The first paint of the page, before any script has run.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn StaticIntro(props: &StaticIntroProps) -> Html {
    html! { <div class="quiz" lang={props.locale.tag}>{ intro(props.locale, None, false) }</div> }
}
