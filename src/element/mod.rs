//! The browser boundary: mounting, storage, history and the clock. The only home of
//! `wasm-bindgen`, `web-sys`, `js-sys` and `gloo`.

mod history;
mod storage;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::html::Scope;
use yew::{AppHandle, Callback, Renderer};

use crate::protocol;
use crate::protocol::{Code, Date, Evidence, Reader};
use crate::quiz::{Notice, Place, Quiz};
use crate::text::Locale;
use crate::ui::{App, AppMsg, AppProps, page_title};

/// One mounted quiz.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    app: Option<AppHandle<App>>,
    history: Option<history::History>,
}

#[wasm_bindgen]
impl Handle {
    /// Told when [`learn`] was called after the quiz was mounted.
    pub fn learned(&self) {
        if let Some(app) = &self.app {
            let (locale, evidence) = learned();
            app.send_message(AppMsg::Learned(locale, evidence));
        }
    }

    /// Takes the quiz off the page and forgets its answers.
    pub fn unmount(&mut self) {
        self.history = None;
        if let Some(app) = self.app.take() {
            app.destroy();
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

/// Mounts one quiz into `root`, a fresh element inside the shadow root of `host`.
///
/// With the attribute `standalone` the page belongs to the quiz: progress is kept in the tab's
/// session storage, the browser's Back means the previous page, and the title follows. Without it
/// nothing outside `root` is touched.
#[wasm_bindgen]
pub fn mount(host: &web_sys::HtmlElement, root: web_sys::Element) -> Handle {
    let standalone = host.has_attribute("standalone");
    let start = if standalone {
        restored()
    } else {
        Quiz::default()
    };
    let send: Rc<RefCell<Option<Scope<App>>>> = Rc::default();
    let history = standalone
        .then(|| {
            let send = send.clone();
            history::History::new(start.step(protocol(), today()), move |step| {
                let app = send.borrow().clone();
                if let Some(app) = app {
                    app.send_message(AppMsg::Jumped(step));
                }
            })
        })
        .flatten();
    let steps = history.as_ref().map(history::History::steps);
    let props = AppProps {
        protocol: protocol(),
        locale: learned().0,
        evidence: learned().1,
        clock: today,
        start,
        on_change: Callback::from(move |quiz: Quiz| {
            if let Some(steps) = &steps {
                keep(&quiz);
                steps.show(quiz.step(protocol(), today()));
                retitle(&quiz);
            }
        }),
        on_print: standalone.then(|| Callback::from(|()| print())),
    };
    let app = Renderer::<App>::with_root_and_props(root, props).render();
    send.replace(Some((*app).clone()));
    Handle {
        app: Some(app),
        history,
    }
}

fn restored() -> Quiz {
    match storage::load() {
        None => Quiz::default(),
        Some(text) => match crate::quiz::load(protocol(), &text) {
            Some(quiz) if quiz.place == Place::Intro => quiz,
            Some(quiz) => Quiz {
                notice: Some(Notice::Restored),
                ..quiz
            },
            None => Quiz {
                notice: Some(Notice::Damaged),
                ..Quiz::default()
            },
        },
    }
}

fn keep(quiz: &Quiz) {
    let untouched = quiz.place == Place::Intro && quiz.answers.iter().next().is_none();
    if untouched {
        storage::wipe();
    } else {
        storage::save(&crate::quiz::save(protocol(), quiz));
    }
}

fn retitle(quiz: &Quiz) {
    let (locale, _) = learned();
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(&page_title(protocol(), locale, quiz, today()));
    }
}

fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Today's local civil date; held within the years that a [`Date`] can tell.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = now.get_full_year().clamp(1900, 2999) as u16;
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Date::new(year, month, day).unwrap_or(protocol().released)
}
