//! What the visitor sees: Yew components. No rule, no date arithmetic, no storage.

mod action;
mod alternatives;
mod app;
mod bar;
mod because;
mod care;
mod changes;
mod clinic;
mod cost;
mod dom;
mod drawing;
mod estimate;
mod evidence;
mod finding;
mod foot;
mod icon;
mod interruption;
mod intro;
mod languages;
mod markup;
mod next;
mod notice;
mod opened;
mod outcomes;
mod plain;
mod plan;
mod problems;
mod progress;
mod props;
mod question;
mod recommendation;
mod review;
mod take;
mod verdict;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use self::app::taken;
pub use self::app::{App, AppMsg, Outcome};
pub use self::dom::{HEARD, Input, Presses, heard};
#[cfg(not(target_arch = "wasm32"))]
pub use self::drawing::drawn;
#[cfg(not(target_arch = "wasm32"))]
pub use self::intro::{StaticIntro, StaticIntroProps, questions_to_ask};
pub use self::props::AppProps;

use crate::protocol::{Date, Evidence, Protocol};
use crate::quiz::Quiz;
use crate::text::Locale;

/// What every screen needs to know.
pub(crate) struct Context {
    pub(crate) protocol: &'static Protocol,
    pub(crate) locale: Locale,
    pub(crate) evidence: Evidence,
    /// The day that the result is of; for one from a link, the day it was made on.
    pub(crate) today: Date,
    /// The visitor's own day.
    pub(crate) clock: Date,
    pub(crate) site: yew::AttrValue,
    pub(crate) clinic: std::rc::Rc<crate::options::Clinic>,
    /// The quiz is part of somebody else's page, whose scripts can read what is answered.
    pub(crate) embedded: bool,
    /// The visitor agreed that the page around the quiz is told the result.
    pub(crate) agreed: bool,
    /// Only the beginning of the screen is wanted: as much as can be seen at first. The rest follows when it
    /// has been painted.
    pub(crate) beginning: bool,
    pub(crate) quiz: std::rc::Rc<Quiz>,
    pub(crate) ways: Ways,
}

/// The ways in which something can be taken along from here.
pub(crate) struct Ways {
    /// On paper.
    pub(crate) print: bool,
    /// To whatever the device shares with.
    pub(crate) share: bool,
    /// The address that a link begins with; links are offered only if it is one of the web.
    pub(crate) link: yew::AttrValue,
    /// As text to copy by hand, since the browser refused the way that was chosen.
    pub(crate) by_hand: Option<yew::AttrValue>,
}
