//! The browser boundary: mounting, and the clock. The only home of `wasm-bindgen` and `js-sys`; the
//! element's scripts stand beside it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Date as Clock, Function};
use wasm_bindgen::prelude::*;
use yew::{AppHandle, Callback, Renderer};

use crate::protocol::{Code, Date, Evidence, Reader};
use crate::quiz::{Notice, Place, Quiz};
use crate::takeaway::Taken;
use crate::text::{Form, Locale};
use crate::ui::{App, AppMsg, AppProps, HEARD, Outcome, Presses, heard};
use crate::{LANGUAGES, key, options, protocol};

/// One mounted quiz.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    app: Option<AppHandle<App>>,
    /// Hears what happens at the root. Yew's own listeners are never taken off again: each quiz that came
    /// and went would leave its root, four listeners and 2 KB behind.
    ear: Option<Closure<dyn Fn(web_sys::Event)>>,
}

#[wasm_bindgen]
impl Handle {
    /// Told when everything is there. The language is given by its place in the list, and `opened` is
    /// the fragment of a link that the page was opened with, or empty.
    pub fn learned(&self, language: usize, opened: String) {
        self.tell(AppMsg::Learned(locale(language), EVIDENCE.get()));
        if !opened.is_empty() {
            self.tell(AppMsg::Opened(opened));
        }
    }

    /// Takes in what the page says of its clinic: a line for each option, its path, a tab and its value.
    /// `forbidden` is given a text and its language, and returns the word that may not stand there.
    /// Returns a line for each option that cannot be used: its path, what was found and what is allowed,
    /// with tabs between. Only once the code for clinics has come.
    pub fn options(&self, text: &str, forbidden: Function) -> String {
        let (clinic, problems) = options::read(protocol(), text, &|text, language| {
            let found = forbidden.call2(&JsValue::NULL, &text.into(), &language.into());
            let word = found.ok().and_then(|word| word.as_string());
            word.unwrap_or_default()
        });
        self.tell(AppMsg::Clinic(Rc::new(clinic)));
        let mut told = String::new();
        for problem in &problems {
            let parts = [
                &problem.path,
                "\t",
                &problem.found,
                "\t",
                &problem.allowed,
                "\n",
            ];
            told.push_str(&parts.concat());
        }
        told
    }

    /// Told when the quiz is to go on in another language, all of whose words are there; a place behind
    /// the list says that they could not be had.
    pub fn spoke(&self, language: usize) {
        self.tell(AppMsg::Spoke(
            (language < LANGUAGES.len()).then(|| locale(language)),
        ));
    }

    /// Told when the browser went to a step of its history.
    pub fn jumped(&self, step: u32) {
        self.tell(AppMsg::Jumped(step as usize));
    }

    /// Told what came of taking something along: done, or the visitor changed their mind, or (for
    /// any other number) the browser cannot do it.
    pub fn took(&self, outcome: u8) {
        self.tell(AppMsg::Took(match outcome {
            0 => Outcome::Done,
            1 => Outcome::Dropped,
            _ => Outcome::Refused,
        }));
    }

    /// Takes the quiz off the page and forgets its answers.
    pub fn unmount(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.ear = None;
    }

    fn tell(&self, msg: AppMsg) {
        if let Some(app) = &self.app {
            app.send_message(msg);
        }
    }
}

thread_local! {
    /// The browser's ways to write dates, lists and numbers: `intl.js`.
    static INTL: Cell<Option<Function>> = const { Cell::new(None) };
    /// The languages whose words have come.
    static LOCALES: Cell<[Option<Locale>; LANGUAGES.len()]> =
        const { Cell::new([None; LANGUAGES.len()]) };
    /// Where everything comes from.
    static EVIDENCE: Cell<Evidence> = const { Cell::new(Evidence::NONE) };
}

/// Writes a value through the browser's `Intl`.
fn intl(tag: &str, form: Form, value: &str) -> String {
    let function = INTL.take();
    let written = function.as_ref().and_then(|function| {
        let (form, value) = (form.name().into(), value.into());
        let written = function.call3(&JsValue::NULL, &form, &tag.into(), &value);
        written.ok()?.as_string()
    });
    INTL.set(function);
    written.unwrap_or_else(|| value.to_owned())
}

/// Takes in the evidence, and how dates, lists and numbers are written, once for all quizzes on the
/// page. `false` if it cannot be read.
#[wasm_bindgen]
pub fn cite(evidence: Vec<u8>, written: Function) -> bool {
    INTL.set(Some(written));
    let evidence = Evidence::read(&mut Reader::new(evidence.leak()));
    EVIDENCE.set(evidence);
    !evidence.sources.is_empty()
}

/// Takes in words of a language, once for all quizzes on the page: those that the first screen needs,
/// and behind them all others. `false` if they cannot be read.
#[wasm_bindgen]
pub fn learn(language: usize, words: Vec<u8>, later: bool) -> bool {
    let known = locale(language);
    let learned = if later {
        known.with(words.leak())
    } else {
        Locale::read(known.language, words.leak(), intl)
    };
    let fits = learned.fits(later);
    let mut locales = LOCALES.get();
    if let Some(place) = locales.get_mut(language)
        && fits
    {
        *place = Some(learned);
    }
    LOCALES.set(locales);
    fits
}

/// A language by its place in the list, as far as its words are there.
fn locale(language: usize) -> Locale {
    let learned = LOCALES.get().get(language).copied().flatten();
    learned.unwrap_or_else(|| Locale::first(language, intl))
}

/// Mounts one quiz into `root`, a fresh element inside a shadow root, in a language by its place in the
/// list.
///
/// `speak` is given that of a language that the visitor asks for; [`Handle::spoke`] is to tell what
/// came of it. `saved` is what was saved before, or empty. On the stand-alone page `changed` is told
/// after every change: the quiz as text (empty when there is nothing to keep), its step in the
/// browser's history, and what the quiz is called. Without it nothing is told to anyone. `site` is the
/// address of the folder that the quiz was loaded from, `link_base` that of the page that opens links,
/// or empty. `take` is given what the visitor wants to take along: how (`copy`, `share` or `save`), the
/// content, and a file's name and media type. [`Handle::took`] is to tell what came of it. `here` is the
/// sum of what holds here: 1 if sharing is offered, 2 if printing is, and 4 if the quiz is part of
/// somebody else's page.
#[wasm_bindgen]
#[allow(
    clippy::too_many_arguments,
    reason = "an object of them would have to be taken apart here, in code"
)]
pub fn mount(
    root: web_sys::Element,
    language: usize,
    speak: Function,
    saved: &str,
    changed: Option<Function>,
    site: String,
    link_base: String,
    take: Function,
    here: u32,
) -> Handle {
    let presses = Rc::new(Presses::default());
    let props = AppProps {
        protocol: protocol(),
        locale: locale(language),
        evidence: EVIDENCE.get(),
        clock: today,
        on_language: Callback::from(move |language: usize| {
            let _ = speak.call1(&JsValue::NULL, &(language as u32).into());
        }),
        start: restored(saved),
        can_share: here & 1 != 0,
        can_print: here & 2 != 0,
        embedded: here & 4 != 0,
        link_base: link_base.into(),
        on_take: Callback::from(move |taken: Taken| hand_over(&take, &taken)),
        site: site.into(),
        clinic: Rc::default(),
        presses: presses.clone(),
        on_change: Callback::from(move |(quiz, locale): (Quiz, Locale)| {
            if let Some(changed) = &changed {
                tell(changed, &quiz, locale);
            }
        }),
    };
    let app = Renderer::<App>::with_root_and_props(root.clone(), props).render();
    let link = (*app).clone();
    let ear = Closure::<dyn Fn(web_sys::Event)>::new(move |event| {
        if let Some(msg) = heard(&event, &presses) {
            link.send_message(msg);
        }
    });
    for kind in HEARD {
        let _ = root.add_event_listener_with_callback(kind, ear.as_ref().unchecked_ref());
    }
    Handle {
        app: Some(app),
        ear: Some(ear),
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

fn tell(changed: &Function, quiz: &Quiz, locale: Locale) {
    let untouched = quiz.place == Place::Intro && quiz.answers.iter().next().is_none();
    let text = match &quiz.opened {
        // A reload shows it again as it was.
        Some(opened) if opened.then.is_none() => opened.link.clone(),
        _ if untouched => String::new(),
        _ => crate::quiz::save(protocol(), quiz),
    };
    let step = quiz.step(protocol(), quiz.today(today())) as u32;
    let name = locale.text(key::INTRO_TITLE);
    let _ = changed.call3(&JsValue::NULL, &text.into(), &step.into(), &name.into());
}

fn hand_over(take: &Function, taken: &Taken) {
    let (how, name, media) = match taken {
        Taken::Copy(_) => ("copy", "", ""),
        Taken::Share(_) => ("share", "", ""),
        Taken::Page(_) => ("page", "", ""),
        Taken::File { name, media, .. } => ("save", name.as_str(), *media),
    };
    let given = [how, taken.content(), name, media];
    let given: Array = given.into_iter().map(JsValue::from_str).collect();
    let _ = take.apply(&JsValue::NULL, &given);
}

/// Today's local civil date; held within the years that a [`Date`] can tell.
fn today() -> Date {
    let now = Clock::new_0();
    let year = now.get_full_year().clamp(1900, 2999) as u16;
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Date::new(year, month, day).unwrap_or(protocol().released)
}
