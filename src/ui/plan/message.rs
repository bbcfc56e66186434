//! What the plan's buttons and fields mean. They carry the place of the kept days that they are about.

use crate::assess::schedule::Reason;
use crate::protocol::Date;
use crate::quiz::Msg;

/// The message of a button.
#[inline(never)]
pub(in crate::ui) fn pressed(action: &str, about: &str) -> Option<Msg> {
    Some(match action {
        "keep-event" => Msg::KeptFree(Reason::Event),
        "keep-sun" => Msg::KeptFree(Reason::Sun),
        "give-up" => Msg::GaveUp(place(about)?),
        _ => return None,
    })
}

/// The message of the box for details.
#[inline(never)]
pub(in crate::ui) fn ticked(name: &str, checked: bool) -> Option<Msg> {
    (name == "plan-details").then_some(Msg::WantedDetails(checked))
}

/// The message of a date: `plan-start`, or `plan-from-0` and `plan-to-0` for the first kept days.
#[inline(never)]
pub(in crate::ui) fn typed(name: &str, value: &str) -> Option<Msg> {
    let day = Date::parse(value);
    if name == "plan-start" {
        return Some(Msg::StartPicked(day));
    }
    if let Some(about) = name.strip_prefix("plan-from-") {
        return Some(Msg::KeptFrom(place(about)?, day));
    }
    Some(Msg::KeptTo(place(name.strip_prefix("plan-to-")?)?, day))
}

fn place(about: &str) -> Option<usize> {
    about.parse::<u32>().ok().map(|place| place as usize)
}
