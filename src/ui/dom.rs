//! The only place in `ui` that names browser types: what was pressed or filled in, and focus.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::app::AppMsg;
use crate::quiz::{Place, Quiz};

/// The events that the quiz listens to, all of them at its root.
pub const HEARD: [&str; 4] = ["click", "change", "input", "submit"];

/// What an event at the root means. It is read at once: once it has left the shadow root, an event has no
/// target. The second half of a double press means nothing where the first one has led to another screen:
/// nobody has seen yet what lies there now, be it an answer. The browser does nothing about it either.
pub fn heard(event: &web_sys::Event, presses: &Presses) -> Option<AppMsg> {
    match event.type_().as_str() {
        "click" if presses.is_late(event) => {
            event.prevent_default();
            None
        }
        "click" => pressed(event).map(|(action, about)| AppMsg::Pressed(action, about)),
        "change" => input(event).map(AppMsg::Chose),
        "input" => input(event).map(AppMsg::Typed),
        _ => {
            event.prevent_default();
            Some(AppMsg::Submitted)
        }
    }
}

/// Which screen was there when a press began that may be a double one.
#[derive(Debug, Default)]
pub struct Presses {
    /// The screen that is there, and how many times it has refused to go on.
    screen: Cell<(Place, u16)>,
    /// Unknown until there was a press: browsers count on over a reload.
    first: Cell<Option<(Place, u16)>>,
}

impl Presses {
    /// Tells what is to be on the screen, before it is drawn: a slow browser takes presses meanwhile.
    pub(super) fn shows(&self, quiz: &Quiz) {
        self.screen.set((quiz.place, quiz.attempts));
    }

    /// Whether a press was meant for an earlier screen.
    fn is_late(&self, event: &web_sys::Event) -> bool {
        let screen = self.screen.get();
        let again = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|event| event.detail() > 1);
        let first = self.first.get().filter(|_| again);
        if first.is_none() {
            self.first.set(Some(screen));
        }
        first.is_some_and(|first| first != screen)
    }
}

/// What an input tells: its name, its value, and whether it is ticked.
#[derive(Debug)]
pub struct Input {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) checked: bool,
}

/// The input that an event comes from.
fn input(event: &web_sys::Event) -> Option<Input> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    Some(Input {
        name: input.name(),
        value: input.value(),
        checked: input.checked(),
    })
}

/// The action of the button that was pressed, and what it is for.
fn pressed(event: &web_sys::Event) -> Option<(String, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let button = target.closest("[data-action]").ok()??;
    let about = button.get_attribute("data-for").unwrap_or_default();
    Some((button.get_attribute("data-action")?, about))
}

/// The first element below `root` that a selector finds.
fn find<T: JsCast>(root: &NodeRef, selector: &str) -> Option<T> {
    let root = root.cast::<Element>()?;
    root.query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves focus to the first element below `root` that a selector finds. Focus alone scrolls it into
/// view, unless it was there already: in Safari, buttons that are pressed take none, and one heading
/// becomes the next.
pub(super) fn focus(root: &NodeRef, selector: &str) {
    if let Some(element) = find::<HtmlElement>(root, selector) {
        let _ = element.blur();
        let _ = element.focus();
    }
}

/// Takes focus away from what is about to go. A browser that has to do it itself lays out the old screen
/// beside the new one first.
pub(super) fn leave(root: &NodeRef) {
    if let Some(element) = find::<HtmlElement>(root, ":focus") {
        let _ = element.blur();
    }
}

/// Moves focus to the first text area below `root` that a selector finds, with all of its text
/// selected.
pub(super) fn select(root: &NodeRef, selector: &str) {
    if let Some(area) = find::<HtmlTextAreaElement>(root, selector) {
        let _ = area.focus();
        area.select();
    }
}

/// Something that is about to be done. It is not, once this is dropped.
pub(super) type Soon = Timeout;

/// Does something when the browser has had the time to paint.
pub(super) fn soon(act: impl FnOnce() + 'static) -> Soon {
    Timeout::new(0, act)
}
