//! What buttons and inputs mean. All events arrive at one place, so that views only draw: buttons
//! say what they do in `data-action`, inputs carry question and option ids.

use super::plan;
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
        ("again", _) => Msg::AskedAgain,
        ("back", _) => Msg::WentBack,
        ("restart", _) => Msg::StartedOver,
        ("see-now", _) | ("continue", Place::Review | Place::Recommendation { .. }) => {
            Msg::AskedForResult
        }
        ("continue", Place::Interruption(_)) => Msg::WentOn,
        ("change", _) => Msg::AskedToChange(protocol.find(about)?),
        _ => return plan::pressed(action, about),
    })
}

/// The message of a box or a radio button.
pub(super) fn of_choice(
    protocol: &Protocol,
    name: &str,
    value: &str,
    checked: bool,
) -> Option<Msg> {
    let Some(question) = protocol.find(name) else {
        return plan::ticked(name, checked);
    };
    Some(match protocol.question(question).option(value) {
        Some(option) => Msg::Answered(question, option, checked),
        None if value == ONLY_MONTH => Msg::KnewOnlyMonth(question, checked),
        None => return None,
    })
}

/// The message of a field.
pub(super) fn of_field(protocol: &Protocol, name: &str, value: &str) -> Option<Msg> {
    let Some(question) = protocol.find(name) else {
        return plan::typed(name, value);
    };
    match protocol.question(question).kind {
        Kind::Number { .. } => Some(Msg::Numbered(question, value.trim().parse().ok())),
        Kind::Date => Some(Msg::Dated(question, Date::parse(value))),
        Kind::Single | Kind::Multi => None,
    }
}
