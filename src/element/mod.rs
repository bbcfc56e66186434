//! The browser boundary: mounting, and the clock. The only home of `wasm-bindgen` and `js-sys`; the
//! element's scripts stand beside it.

use std::cell::Cell;

use js_sys::{Date as Clock, Function};
use wasm_bindgen::prelude::*;
use yew::{AppHandle, Callback, Renderer};

use crate::protocol;
use crate::protocol::{Code, Date, Evidence, Reader};
use crate::quiz::{Notice, Place, Quiz};
use crate::text::Locale;
use crate::ui::{App, AppMsg, AppProps};

/// One mounted quiz.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    app: Option<AppHandle<App>>,
}

#[wasm_bindgen]
impl Handle {
    /// Told when [`learn`] was called after the quiz was mounted.
    pub fn learned(&self) {
        let (locale, evidence) = learned();
        self.tell(AppMsg::Learned(locale, evidence));
    }

    /// Told when the browser went to a step of its history.
    pub fn jumped(&self, step: u32) {
        self.tell(AppMsg::Jumped(step as usize));
    }

    /// Takes the quiz off the page and forgets its answers.
    pub fn unmount(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    fn tell(&self, msg: AppMsg) {
        if let Some(app) = &self.app {
            app.send_message(msg);
        }
    }
}

thread_local! {
    /// English and the evidence, once all of it is there.
    static LEARNED: Cell<Option<(Locale, Evidence)>> = const { Cell::new(None) };
}

/// Takes in the words of the later screens and the evidence, once for all quizzes on the page.
/// `false` if they cannot be read.
#[wasm_bindgen]
pub fn learn(words: Vec<u8>, evidence: Vec<u8>) -> bool {
    let locale = Locale::first_english().with(words.leak());
    let evidence = Evidence::read(&mut Reader::new(evidence.leak()));
    let whole = locale.is_whole() && !evidence.sources.is_empty();
    if whole {
        LEARNED.set(Some((locale, evidence)));
    }
    whole
}

fn learned() -> (Locale, Evidence) {
    LEARNED
        .get()
        .unwrap_or_else(|| (Locale::first_english(), Evidence::NONE))
}

/// Mounts one quiz into `root`, a fresh element inside a shadow root.
///
/// `saved` is what was saved before, or empty. On the stand-alone page `changed` is told after every
/// change: the quiz as text (empty when there is nothing to keep), and its step in the browser's
/// history. Without it nothing is told to anyone. `site` is the address of the folder that the quiz
/// was loaded from.
#[wasm_bindgen]
pub fn mount(
    root: web_sys::Element,
    saved: &str,
    changed: Option<Function>,
    site: String,
) -> Handle {
    let (locale, evidence) = learned();
    let props = AppProps {
        protocol: protocol(),
        locale,
        evidence,
        clock: today,
        start: restored(saved),
        can_print: changed.is_some(),
        site: site.into(),
        on_change: Callback::from(move |quiz: Quiz| {
            if let Some(changed) = &changed {
                tell(changed, &quiz);
            }
        }),
    };
    Handle {
        app: Some(Renderer::<App>::with_root_and_props(root, props).render()),
    }
}

fn restored(saved: &str) -> Quiz {
    if saved.is_empty() {
        return Quiz::default();
    }
    let quiz = crate::quiz::load(protocol(), saved);
    let notice = quiz.as_ref().map_or(Notice::Damaged, |_| Notice::Restored);
    Quiz {
        notice: Some(notice),
        ..quiz.unwrap_or_default()
    }
}

fn tell(changed: &Function, quiz: &Quiz) {
    let untouched = quiz.place == Place::Intro && quiz.answers.iter().next().is_none();
    let text = if untouched {
        String::new()
    } else {
        crate::quiz::save(protocol(), quiz)
    };
    let step = quiz.step(protocol(), today()) as u32;
    let _ = changed.call2(&JsValue::NULL, &text.into(), &step.into());
}

/// Today's local civil date; held within the years that a [`Date`] can tell.
fn today() -> Date {
    let now = Clock::new_0();
    let year = now.get_full_year().clamp(1900, 2999) as u16;
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Date::new(year, month, day).unwrap_or(protocol().released)
}
