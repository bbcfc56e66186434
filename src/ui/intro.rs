//! The first screen. The same function makes the static first paint of the page.

use yew::prelude::*;

#[cfg(not(target_arch = "wasm32"))]
use super::foot;
#[cfg(not(target_arch = "wasm32"))]
use super::markup::El;
use super::markup::{all, button, classed, el, heading, lines, p, title};
use super::{Context, bar, icon, languages};
use crate::key;
#[cfg(not(target_arch = "wasm32"))]
use crate::protocol::{Condition, Moment};
use crate::text::Locale;

/// The first screen. `wait` while the questions are on their way.
pub(super) fn intro(context: &Context, wait: bool) -> Html {
    let t = |word| context.locale.text(word);
    let start = if wait {
        p(t(key::STARTING))
    } else {
        button("button", "start", t(key::START)).into()
    };
    let switch = languages::switch(context);
    // It is there from the first paint on: nothing below it moves.
    let readable = context.embedded.then(|| {
        let text = t(key::CLINIC_READABLE);
        classed("p", "small").text(text).into()
    });
    all(screen(context.locale, switch, vec![start], readable))
}

/// The first screen with what stands at the end of its bar, where it starts, and what is said below.
fn screen(locale: Locale, end: Option<Html>, start: Vec<Html>, said: Option<Html>) -> Vec<Html> {
    let t = |word| locale.text(word);
    let fact = |icon: Html, word| el("li").with(icon).with(el("span").text(t(word)));
    let facts = classed("ul", "facts")
        .with(fact(icon::clock(), key::INTRO_TIME))
        .with(fact(icon::lock(), key::INTRO_PRIVATE))
        .with(fact(icon::sheet(), key::INTRO_SOURCES));
    let main = classed("div", "intro")
        .with(icon::field())
        .with(title(t(key::INTRO_TITLE).into()))
        .with(classed("p", "intro__lead").text(t(key::INTRO_LEAD)))
        .with(facts)
        .with(classed("div", "intro__start").each(start))
        .with_if(said)
        .with(classed("p", "small").text(t(key::DISCLAIMER)))
        .with(heading("h2", t(key::WHAT_TITLE)))
        .with(p(t(key::WHAT_TEXT)))
        .with(heading("h2", t(key::NOT_FOR_TITLE)))
        .with(lines(locale, key::NOT_FOR));
    vec![bar::brand(locale, end), main.into()]
}

/// What stands in place of the Start button until there is one.
#[cfg(not(target_arch = "wasm32"))]
fn waiting(locale: Locale) -> Vec<Html> {
    vec![
        classed("p", "intro__wait")
            .text(locale.text(key::STARTING))
            .into(),
        classed("p", "intro__failed")
            .text(locale.text(key::FAILED))
            .into(),
        classed("p", "intro__file")
            .with(
                el("a")
                    .attr("href", file(locale))
                    .text(locale.text(key::ON_DISK)),
            )
            .into(),
        no_script(locale).into(),
    ]
}

/// The quiz as one file, from the page of a language.
#[cfg(not(target_arch = "wasm32"))]
fn file(locale: Locale) -> &'static str {
    if locale.is_original() {
        "./microneedling-quiz.html"
    } else {
        "../microneedling-quiz.html"
    }
}

/// What everybody may ask at a consultation.
#[cfg(not(target_arch = "wasm32"))]
pub fn questions_to_ask(locale: Locale) -> Vec<&'static str> {
    let asked = crate::evidence().care.iter();
    let asked = asked.filter(|care| care.moment == Moment::Ask && care.when == Condition::Always);
    asked.map(|care| locale.text(care.tell)).collect()
}

/// What else helps whoever cannot use the quiz: what to ask at a consultation.
#[cfg(not(target_arch = "wasm32"))]
fn leaflet(locale: Locale) -> El {
    let asked = questions_to_ask(locale).into_iter();
    let lines = asked.map(|asked| el("li").text(asked).into());
    classed("div", "leaflet")
        .with(heading("h2", locale.text(key::ASK_TITLE)))
        .with(classed("ul", "plain").each(lines.collect()))
}

/// Without scripts nothing can be switched, so the other languages are pages.
#[cfg(not(target_arch = "wasm32"))]
fn no_script(locale: Locale) -> El {
    el("noscript")
        .with(p(locale.text(key::NO_SCRIPT)))
        .with_if((crate::LANGUAGES.len() > 1).then(|| languages::pages(locale)))
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
    let locale = props.locale;
    classed("div", "quiz")
        .attr("lang", locale.tag)
        .attr("dir", locale.dir())
        .each(screen(locale, None, waiting(locale), None))
        .with(leaflet(locale))
        .with(foot::emergency(locale))
        .into()
}
