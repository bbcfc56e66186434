//! What the visitor sees: Yew components. No rule, no date arithmetic, no storage.

mod action;
mod app;
mod bar;
mod because;
mod care;
mod dom;
mod estimate;
mod evidence;
mod finding;
mod foot;
mod icon;
mod interruption;
mod intro;
mod markup;
mod next;
mod outcomes;
mod problems;
mod progress;
mod question;
mod recommendation;
mod review;
mod verdict;
mod words;

pub use self::app::{App, AppMsg, AppProps};
pub use self::dom::Input;
#[cfg(not(target_arch = "wasm32"))]
pub use self::intro::{StaticIntro, StaticIntroProps};

use crate::protocol::{Date, Evidence, Protocol};
use crate::quiz::Quiz;
use crate::text::Locale;

/// What every screen needs to know.
pub(crate) struct Context {
    pub(crate) protocol: &'static Protocol,
    pub(crate) locale: Locale,
    pub(crate) evidence: Evidence,
    pub(crate) today: Date,
    pub(crate) site: yew::AttrValue,
    pub(crate) quiz: std::rc::Rc<Quiz>,
}
