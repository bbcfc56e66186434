//! Waits on another library's calendar.

use jiff::ToSpan;
use jiff::civil::Date;

/// "6 months".
#[derive(Clone, Debug)]
pub(super) struct Length {
    count: i64,
    unit: String,
}

pub(super) fn length(text: &str) -> Length {
    let (count, unit) = text.split_once(' ').expect("a number and a unit");
    Length {
        count: count.parse().expect("a number"),
        unit: unit.trim_end_matches('s').to_owned(),
    }
}

impl Length {
    /// About so many days; a month is a twelfth of a year of 365.25.
    pub(super) fn about(&self) -> f64 {
        let each = match self.unit.as_str() {
            "day" => 1.0,
            "week" => 7.0,
            _ => 365.25 / 12.0,
        };
        self.count as f64 * each
    }

    pub(super) fn is_none(&self) -> bool {
        self.count == 0
    }
}

/// Past a month's end comes the first of the next month.
pub(super) fn after(day: Date, length: &Length) -> Date {
    match length.unit.as_str() {
        "day" => day.saturating_add(length.count.days()),
        "week" => day.saturating_add(length.count.weeks()),
        _ => {
            let there = day.saturating_add(length.count.months());
            if there.day() == day.day() {
                there
            } else {
                there.tomorrow().expect("not the last day")
            }
        }
    }
}

/// A day, or a month by its last day.
pub(super) fn day(text: &str) -> Option<Date> {
    let starts = text.len() >= 7 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    if !starts {
        return None;
    }
    match text.len() {
        7 => Some(format!("{text}-01").parse::<Date>().ok()?.last_of_month()),
        _ => text.parse().ok(),
    }
}
