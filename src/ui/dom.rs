//! The only place in `ui` that names browser types: reading inputs, moving focus, printing.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Whether the box that changed is ticked.
pub(super) fn checked(event: &Event) -> bool {
    event
        .target_dyn_into::<HtmlInputElement>()
        .is_some_and(|input| input.checked())
}

/// The text of the field that changed.
pub(super) fn value(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// Moves focus to an element, if it is there. Focus alone scrolls it into view.
pub(super) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Moves focus to the first control of a question, in the same document or shadow root as `near`.
pub(super) fn focus_question(near: &NodeRef, id: &str) {
    let Some(summary) = near.cast::<HtmlElement>() else {
        return;
    };
    let Some(root) = summary.closest("[data-screen]").ok().flatten() else {
        return;
    };
    let selector = format!("[data-question=\"{id}\"] input");
    if let Ok(Some(input)) = root.query_selector(&selector) {
        if let Ok(input) = wasm_cast(input) {
            let _ = input.focus();
        }
    }
}

fn wasm_cast(element: web_sys::Element) -> Result<HtmlElement, web_sys::Element> {
    use web_sys::wasm_bindgen::JsCast;
    element.dyn_into::<HtmlElement>()
}
