//! The only place in `ui` that names browser types: what was pressed or filled in, and focus.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What an input tells: its name, its value, and whether it is ticked.
#[derive(Debug)]
pub struct Input {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) checked: bool,
}

/// The input that an event comes from.
pub(super) fn input(event: &web_sys::Event) -> Option<Input> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    Some(Input {
        name: input.name(),
        value: input.value(),
        checked: input.checked(),
    })
}

/// The action of the button that was pressed, and what it is for.
pub(super) fn pressed(event: &MouseEvent) -> Option<(String, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let button = target.closest("[data-action]").ok()??;
    let about = button.get_attribute("data-for").unwrap_or_default();
    Some((button.get_attribute("data-action")?, about))
}

/// Moves focus to the first element below `root` that a selector finds. Focus alone scrolls it into
/// view.
pub(super) fn focus(root: &NodeRef, selector: &str) {
    let found = root
        .cast::<Element>()
        .and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves focus to the first text area below `root` that a selector finds, with all of its text
/// selected.
pub(super) fn select(root: &NodeRef, selector: &str) {
    let found = root
        .cast::<Element>()
        .and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(area) = found.and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _ = area.focus();
        area.select();
    }
}
