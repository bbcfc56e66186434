//! What the app needs from outside.

use std::rc::Rc;

use yew::prelude::*;

#[cfg(doc)]
use super::AppMsg;
use super::dom::Presses;
use crate::options::Clinic;
use crate::protocol::{Date, Evidence, Protocol};
use crate::quiz::Quiz;
use crate::takeaway::Taken;
use crate::text::Locale;

/// What the app needs from outside.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The clinical content.
    pub protocol: &'static Protocol,
    /// The language.
    pub locale: Locale,
    /// Where the protocol's statements come from.
    #[prop_or(Evidence::NONE)]
    pub evidence: Evidence,
    /// Tells today's local date.
    pub clock: fn() -> Date,
    /// Where to start.
    #[prop_or_default]
    pub start: Quiz,
    /// Told after every change, with the language.
    #[prop_or_default]
    pub on_change: Callback<(Quiz, Locale)>,
    /// Given the language that the visitor asks for, by its place in the list; [`AppMsg::Spoke`] is to
    /// tell what came of it.
    #[prop_or_default]
    pub on_language: Callback<usize>,
    /// Whether to offer printing; the element's script does it.
    #[prop_or_default]
    pub can_print: bool,
    /// Whether this device can share.
    #[prop_or_default]
    pub can_share: bool,
    /// Whether scripts of somebody else's page can read what is answered.
    #[prop_or_default]
    pub embedded: bool,
    /// The address of the page that opens links, without a fragment; empty if there is none. Only
    /// pages of the web can be opened elsewhere.
    #[prop_or_default]
    pub link_base: AttrValue,
    /// Given what the visitor wants to take along; [`AppMsg::Took`] is to tell what came of it.
    #[prop_or_default]
    pub on_take: Callback<Taken>,
    /// The address of the folder that the quiz was loaded from, where `protocol.html` lies; empty if
    /// there is none.
    #[prop_or_default]
    pub site: AttrValue,
    /// Told which screen comes, so that it knows which presses were meant for an earlier one.
    #[prop_or_default]
    pub presses: Rc<Presses>,
    /// What the clinic that shows the quiz says of itself.
    #[prop_or_default]
    pub clinic: Rc<Clinic>,
}

/// Properties are given once, when the quiz is mounted.
impl PartialEq for AppProps {
    fn eq(&self, _: &AppProps) -> bool {
        true
    }
}
