//! What a clinic says of itself and of its stricter rules: options as text in, typed options out, and
//! whatever cannot be used is told by its path, with what stood there and what may.
//!
//! The text is one option a line, as `path`, a tab and the value. The browser flattens the JSON in the
//! element, so that the program needs no reader of JSON.

mod condition;
mod lines;
mod overlay;
mod price;
mod words;

pub use self::price::Price;

use self::lines::Lines;
use crate::protocol::{Overlay, Protocol, RuleId};

/// A clinic. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clinic {
    /// Its name; may be empty.
    pub name: String,
    /// How to reach it: an address for a link; may be empty.
    pub contact: String,
    /// The address at which to book; may be empty.
    pub booking: String,
    /// The language of its texts, if it is another than the quiz's.
    pub language: String,
    /// What one session costs there.
    pub price: Option<Price>,
    /// Whether the page that shows the quiz may be told the outcome, if the visitor agrees.
    pub shares: bool,
    /// Whether strangers share the screen: nothing leads away, and a result leaves on paper or as a code.
    pub kiosk: bool,
    /// Its stricter rules.
    pub overlay: Overlay,
    /// The protocol under these rules, and their digest, once they were applied.
    pub rules: Option<Rules>,
}

/// Stricter rules in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// The protocol under them.
    pub protocol: &'static Protocol,
    /// Tells overlays apart.
    pub digest: u32,
    /// The protocol's own rules that are stricter here.
    pub stricter: Vec<RuleId>,
    /// The texts of added findings.
    pub texts: &'static [&'static str],
}

/// An option that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is written: `overlay.add.0.when`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What may stand there.
    pub allowed: String,
}

const KNOWN: &str = "one of: language, text-language, name, contact, booking, price, currency, areas, \
    goals, overlay, share-answers, no-sharing, link-base, history, theme, density, font, scheme, \
    kiosk";
const LINK: &str = "an address that begins with https://, http://, mailto: or tel:";
const TAG: &str = "a language tag, like en or pt-BR";

/// Given a text and its language, if that is known, returns a word of it that the wording guard forbids;
/// empty if there is none. The browser tells words apart: our own tables of letters would weigh more than
/// everything else here.
pub type Forbidden<'a> = &'a dyn Fn(&str, &str) -> String;

/// The same for the language of a clinic's texts.
type Guard<'a> = &'a dyn Fn(&str) -> String;

/// Reads options.
#[inline(never)]
pub fn read(base: &Protocol, text: &str, forbidden: Forbidden<'_>) -> (Clinic, Vec<Problem>) {
    let mut lines = Lines::new(text);
    let kiosk = flag(&mut lines, "kiosk");
    let mut clinic = Clinic {
        shares: flag(&mut lines, "share-answers") && !kiosk,
        kiosk,
        language: checked(&mut lines, "text-language", TAG, words::is_tag),
        ..Clinic::default()
    };
    let language = clinic.language.clone();
    let guard: Guard<'_> = &|text| forbidden(text, &language);
    clinic.name = words::text(&mut lines, "name", words::NAME, guard);
    clinic.contact = checked(&mut lines, "contact", LINK, is_link);
    clinic.booking = checked(&mut lines, "booking", LINK, is_link);
    clinic.price = price::read(&mut lines);
    clinic.overlay = overlay::read(base, &mut lines, guard);
    lines.rest(KNOWN);
    if !clinic.overlay.is_empty() {
        clinic.rules = Some(rules(base, &clinic.overlay));
    }
    (clinic, lines.problems)
}

#[inline(never)]
fn rules(base: &Protocol, overlay: &Overlay) -> Rules {
    let mut texts: Vec<&'static str> = Vec::new();
    for added in &overlay.added {
        texts.push(added.text.clone().leak());
    }
    Rules {
        protocol: Box::leak(Box::new(overlay.apply(base))),
        digest: overlay.digest(base),
        stricter: overlay.stricter(),
        texts: texts.leak(),
    }
}

/// Attributes without a value are on; in JSON it is `true`.
fn flag(lines: &mut Lines<'_>, path: &str) -> bool {
    match lines.take(path) {
        None | Some("false") => false,
        Some("" | "true") => true,
        Some(found) => {
            lines.problem(path, found, "true or false");
            false
        }
    }
}

/// The value as it stands, if it may stand there.
fn checked(lines: &mut Lines<'_>, path: &str, allowed: &str, test: fn(&str) -> bool) -> String {
    match lines.take(path).map(str::trim) {
        None | Some("") => String::new(),
        Some(value) if test(value) => value.to_owned(),
        Some(found) => {
            lines.problem(path, found, allowed);
            String::new()
        }
    }
}

/// Only addresses that cannot run anything.
fn is_link(value: &str) -> bool {
    let known = ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|start| {
            let begin = value.get(..start.len());
            begin.is_some_and(|begin| begin.eq_ignore_ascii_case(start))
                && value.len() > start.len()
        });
    known && value.len() <= 500 && !value.contains(|c: char| c.is_whitespace() || c.is_control())
}
