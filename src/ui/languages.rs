//! The switch between languages: each in its own name.

use yew::prelude::*;

use super::markup::{button, classed, el, p};
use super::{Context, icon};
use crate::key;
use crate::quiz::Notice;
#[cfg(not(target_arch = "wasm32"))]
use crate::text::Locale;

/// The place of the language with this tag in the list.
pub(super) fn place(tag: &str) -> Option<usize> {
    crate::LANGUAGES
        .iter()
        .position(|language| language.tag == tag)
}

/// The switch; nothing where there is nothing to choose. A change draws it anew, and so folds it.
pub(super) fn switch(context: &Context) -> Option<Html> {
    let locale = context.locale;
    let [_, _, ..] = &crate::LANGUAGES[..] else {
        return None;
    };
    let mut languages = Vec::new();
    for language in &crate::LANGUAGES {
        let current = (language.tag == locale.tag).then_some("true");
        let button = button("link", "language", language.name)
            .attr("lang", language.tag)
            .attr("data-for", language.tag)
            .attr_if("aria-current", current);
        languages.push(el("li").with(button).into());
    }
    let name = locale.language.name;
    let label = [locale.text(key::LANGUAGE), ": ", name].concat();
    let summary = el("summary")
        .attr("aria-label", label)
        .with(icon::globe())
        .text(name);
    // Told where the visitor is; what reads screens aloud hears it from the notice.
    let missing = context.quiz.notice == Some(Notice::LanguageMissing);
    let missing = missing.then(|| p(locale.text(key::NOTICE_LANGUAGE_MISSING)));
    let list = classed("ul", "languages__list").each(languages);
    Some(
        classed("details", "languages")
            .key(locale.tag)
            .with(summary)
            .with_if(missing)
            .with(list)
            .into(),
    )
}

/// The pages in the other languages, for where nothing can be switched.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn pages(locale: Locale) -> Html {
    let top = if locale.is_original() { "./" } else { "../" };
    let others = crate::LANGUAGES
        .iter()
        .filter(|language| language.tag != locale.tag);
    let links = others.map(|language| {
        let original = crate::LANGUAGES.first() == Some(language);
        let folder = if original {
            top.to_owned()
        } else {
            [top, language.tag, "/"].concat()
        };
        let link = el("a")
            .attr("href", folder)
            .attr("lang", language.tag)
            .text(language.name);
        el("li").with(link).into()
    });
    classed("ul", "languages__list")
        .each(links.collect())
        .into()
}
