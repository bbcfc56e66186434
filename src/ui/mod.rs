//! What the visitor sees: Yew components. No rule, no date arithmetic, no storage.

mod app;
mod bar;
mod dom;
mod estimate;
mod finding;
mod foot;
mod icon;
mod interruption;
mod intro;
mod markup;
mod problems;
mod progress;
mod question;
mod recommendation;
mod review;
mod title;
mod verdict;
mod words;

pub use self::app::{App, AppProps};
#[cfg(not(target_arch = "wasm32"))]
pub use self::intro::{StaticIntro, StaticIntroProps};
pub use self::title::page_title;

use yew::prelude::*;

use crate::protocol::{Date, Protocol};
use crate::quiz::{Msg, Quiz};
use crate::text::Locale;

/// What every screen needs to know. Only the app makes one.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) protocol: &'static Protocol,
    pub(crate) locale: Locale,
    pub(crate) today: Date,
    pub(crate) quiz: std::rc::Rc<Quiz>,
    pub(crate) send: Callback<Msg>,
    /// The heading, which takes focus on each new screen.
    pub(crate) heading: NodeRef,
    /// The error summary, which takes focus when there is one.
    pub(crate) summary: NodeRef,
}

impl Context {
    /// A callback that sends a message.
    pub(crate) fn on<E: 'static>(&self, msg: Msg) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(msg))
    }
}
