//! What buttons and inputs mean. All events arrive at one place, so that views only draw: buttons
//! say what they do in `data-action`, inputs carry question and option ids.

use crate::assess::schedule::Reason;
use crate::protocol::{Date, Kind, Protocol};
use crate::quiz::{Msg, Place};

/// The value of the box "I only know the month", which is no option.
pub(super) const ONLY_MONTH: &str = "only-month";

/// The message of a button; `None` for what is no message to the quiz.
pub(super) fn of_button(
    protocol: &Protocol,
    place: Place,
    action: &str,
    about: &str,
) -> Option<Msg> {
    Some(match (action, place) {
        ("start", _) => Msg::Started,
        ("back", _) => Msg::WentBack,
        ("restart", _) => Msg::StartedOver,
        ("see-now", _) | ("continue", Place::Review) => Msg::AskedForResult,
        ("continue", Place::Interruption(_)) => Msg::WentOn,
        ("keep-event", _) => Msg::KeptFree(Reason::Event),
        ("keep-sun", _) => Msg::KeptFree(Reason::Sun),
        ("give-up", _) => Msg::GaveUp(about.parse().ok()?),
        ("change", _) => Msg::AskedToChange(protocol.find(about)?),
        _ => return None,
    })
}

/// The message of a box or a radio button.
pub(super) fn of_choice(
    protocol: &Protocol,
    name: &str,
    value: &str,
    checked: bool,
) -> Option<Msg> {
    if name == "plan-details" {
        return Some(Msg::WantedDetails(checked));
    }
    let question = protocol.find(name)?;
    Some(match protocol.question(question).option(value) {
        Some(option) => Msg::Answered(question, option, checked),
        None if value == ONLY_MONTH => Msg::KnewOnlyMonth(question, checked),
        None => return None,
    })
}

/// The message of a field.
pub(super) fn of_field(protocol: &Protocol, name: &str, value: &str) -> Option<Msg> {
    if let Some(wish) = name.strip_prefix("plan-") {
        return of_wish(wish, Date::parse(value));
    }
    let question = protocol.find(name)?;
    match protocol.question(question).kind {
        Kind::Number { .. } => Some(Msg::Numbered(question, value.trim().parse().ok())),
        Kind::Date => Some(Msg::Dated(question, Date::parse(value))),
        Kind::Single | Kind::Multi => None,
    }
}

/// The message of a field about the plan: "start", or "from" or "to" with a place.
fn of_wish(name: &str, day: Option<Date>) -> Option<Msg> {
    if name == "start" {
        return Some(Msg::StartPicked(day));
    }
    let (end, place) = name.split_once('-')?;
    let place = place.parse().ok()?;
    match end {
        "from" => Some(Msg::KeptFrom(place, day)),
        "to" => Some(Msg::KeptTo(place, day)),
        _ => None,
    }
}
