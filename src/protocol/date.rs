//! Civil dates (local, Gregorian, no time of day) and spans between them.

use std::fmt;

/// A calendar day between the years 1900 and 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1900 to 2999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, if there is one: `None` for 31 April, 29 February outside leap years and years
    /// outside 1900 to 2999.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let in_range = year >= 1900 && year <= 2999 && month >= 1 && month <= 12;
        if in_range && day >= 1 && day <= days_in_month(year, month) {
            Some(Date { year, month, day })
        } else {
            None
        }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let (month, day) = text.rsplit_once('-')?;
        let (year, month) = parse_month(month)?;
        Date::new(year, month, digits(day, 2)? as u8)
    }

    /// The last day of a month.
    pub fn last_of_month(year: u16, month: u8) -> Option<Date> {
        Date::new(year, month, days_in_month(year, month))
    }

    /// The day after a span. Adding months past a month's end gives the first of the next month.
    /// Stays at the last representable day rather than overflow.
    pub fn plus(self, span: Span) -> Date {
        match span.unit {
            Unit::Days => Date::from_days(self.days() + i32::from(span.count)),
            Unit::Weeks => Date::from_days(self.days() + 7 * i32::from(span.count)),
            Unit::Months => {
                let months =
                    u32::from(self.year) * 12 + u32::from(self.month) - 1 + u32::from(span.count);
                let (year, month) = ((months / 12) as u16, (months % 12 + 1) as u8);
                // December has every day, so the next month is one of the same year.
                Date::new(year, month, self.day)
                    .or_else(|| Date::new(year, month + 1, 1))
                    .unwrap_or(Date::LAST)
            }
        }
    }

    /// Days since 1 January 1970.
    pub fn days(self) -> i32 {
        // Years are counted from March, so that the leap day comes last.
        let (year, month) = (i32::from(self.year), i32::from(self.month));
        let year = if month <= 2 { year - 1 } else { year };
        let shifted = (month + 9) % 12;
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * shifted + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that is so many days after 1 January 1970, held within the years 1900 to 2999.
    pub fn from_days(days: i32) -> Date {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        if year < 1900 {
            return Date::FIRST;
        }
        u16::try_from(year)
            .ok()
            .and_then(|year| Date::new(year, month as u8, day as u8))
            .unwrap_or(Date::LAST)
    }

    const FIRST: Date = Date {
        year: 1900,
        month: 1,
        day: 1,
    };
    const LAST: Date = Date {
        year: 2999,
        month: 12,
        day: 31,
    };
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Reads `YYYY-MM`.
pub fn parse_month(text: &str) -> Option<(u16, u8)> {
    let (year, month) = text.split_once('-')?;
    let (year, month) = (digits(year, 4)?, digits(month, 2)? as u8);
    Date::new(year, month, 1).map(|date| (date.year, date.month))
}

fn digits(text: &str, length: usize) -> Option<u16> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// What a [`Span`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Seven days each.
    Weeks,
    /// Calendar months.
    Months,
}

/// A length of calendar time, as in "6 months".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl Span {
    /// A stand-in for ordering spans of different units: a month counts as 30.4375 days, in
    /// sixteenths of a day. Only ever used to compare bands with windows, never for a date.
    pub const fn weight(self) -> u32 {
        let each = match self.unit {
            Unit::Days => 16,
            Unit::Weeks => 7 * 16,
            Unit::Months => 487,
        };
        self.count as u32 * each
    }
}
