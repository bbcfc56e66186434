//! Dates against another library's calendar.

use jiff::ToSpan;
use jiff::civil;
use microneedling_quiz::protocol::{Date, Span, Unit, parse_month};

use crate::support::date;

fn ours(date: civil::Date) -> Date {
    Date {
        year: date.year() as u16,
        month: date.month() as u8,
        day: date.day() as u8,
    }
}

/// Every day from 1900 to 2999.
fn every_day() -> impl Iterator<Item = civil::Date> {
    let first = civil::date(1900, 1, 1);
    first.series(1.day()).take_while(|day| day.year() < 3000)
}

fn days_of(from: i16, to: i16) -> impl Iterator<Item = civil::Date> {
    civil::date(from, 1, 1)
        .series(1.day())
        .take_while(move |day| day.year() <= to)
}

const fn span(count: u16, unit: Unit) -> Span {
    Span { count, unit }
}

#[test]
fn every_day_is_counted_as_elsewhere() {
    let epoch = civil::date(1970, 1, 1);
    let first = epoch.until(civil::date(1900, 1, 1)).unwrap().get_days();
    let mut count = 0;
    for (day, days) in every_day().zip(first..) {
        let own = ours(day);
        assert_eq!(own.days(), days, "{day}");
        assert_eq!(Date::from_days(days), own, "{day}");
        count += 1;
    }
    assert_eq!(count, 401_767);
}

#[test]
fn every_day_is_written_and_read_as_elsewhere() {
    for day in every_day() {
        let text = day.to_string();
        assert_eq!(ours(day).to_string(), text);
        assert_eq!(Date::parse(&text), Some(ours(day)), "{text}");
    }
}

#[test]
fn a_day_exists_here_iff_it_exists_there() {
    for year in 1900..3000_u16 {
        for month in 0..=13_u8 {
            for day in 0..=32_u8 {
                let there = civil::Date::new(year as i16, month as i8, day as i8)
                    .ok()
                    .map(ours);
                assert_eq!(Date::new(year, month, day), there, "{year}-{month}-{day}");
            }
        }
    }
    for year in [0, 1, 1899, 3000, 9999, u16::MAX] {
        assert_eq!(Date::new(year, 1, 1), None, "{year} is not a year of ours");
    }
}

#[test]
fn a_month_ends_as_elsewhere() {
    for year in 1900..3000_u16 {
        for month in 1..=12_u8 {
            let there = civil::date(year as i16, month as i8, 1).last_of_month();
            assert_eq!(Date::last_of_month(year, month), Some(ours(there)));
        }
        assert_eq!(Date::last_of_month(year, 0), None);
        assert_eq!(Date::last_of_month(year, 13), None);
    }
}

#[test]
fn days_and_weeks_are_added_as_elsewhere() {
    for day in days_of(2023, 2029) {
        for count in [0, 1, 2, 4, 6, 7, 10, 28, 30, 31, 52, 90, 365, 1000_u16] {
            let days = ours(day).plus(span(count, Unit::Days));
            assert_eq!(
                days,
                ours(day.saturating_add(i64::from(count).days())),
                "{day} and {count} days"
            );
            let weeks = ours(day).plus(span(count, Unit::Weeks));
            assert_eq!(
                weeks,
                ours(day.saturating_add(i64::from(count).weeks())),
                "{day} and {count} weeks"
            );
        }
    }
}

/// Past a month's end comes the first of the next month, where others stay at the last.
#[test]
fn months_are_added_by_our_rule() {
    for day in days_of(2023, 2029) {
        for count in 0..=24_u16 {
            let there = day.saturating_add(i64::from(count).months());
            let expected = if there.day() == day.day() {
                there
            } else {
                there.tomorrow().unwrap()
            };
            let own = ours(day).plus(span(count, Unit::Months));
            assert_eq!(own, ours(expected), "{day} and {count} months");
            assert!(own.day == day.day() as u8 || own.day == 1);
        }
    }
}

#[test]
fn a_longer_wait_never_ends_earlier() {
    for day in days_of(2027, 2028).map(ours) {
        for unit in [Unit::Days, Unit::Weeks, Unit::Months] {
            let ends: Vec<_> = (0..=24).map(|count| day.plus(span(count, unit))).collect();
            assert!(ends.is_sorted(), "{day}: {ends:?}");
        }
        assert!(
            day.plus(span(6, Unit::Months))
                <= Date::from_days(day.days() + 1).plus(span(6, Unit::Months))
        );
    }
}

#[test]
fn the_last_day_is_never_passed() {
    let last = date("2999-12-31");
    for unit in [Unit::Days, Unit::Weeks, Unit::Months] {
        for count in [1, 12, 1_000, u16::MAX] {
            assert_eq!(last.plus(span(count, unit)), last, "{count} {unit:?}");
        }
    }
    assert_eq!(
        date("2999-06-30").plus(span(6, Unit::Months)),
        date("2999-12-30")
    );
    assert_eq!(date("2999-06-30").plus(span(7, Unit::Months)), last);
    assert_eq!(Date::from_days(i32::MIN / 2), date("1900-01-01"));
    assert_eq!(Date::from_days(i32::MAX / 2), last);
}

#[test]
fn junk_is_no_date() {
    for text in [
        "",
        "-",
        "--",
        "2026",
        "2026-11",
        "2026-11-",
        "2026-11-2",
        "2026-11-022",
        "2026-1-22",
        "26-11-22",
        "02026-11-22",
        "2026-11-22 ",
        " 2026-11-22",
        "2026-11-22T00:00",
        "2026/11/22",
        "22-11-2026",
        "2026-11-31",
        "2026-00-10",
        "2026-13-10",
        "2026-11-00",
        "2026-02-29",
        "2100-02-29",
        "1899-12-31",
        "3000-01-01",
        "+026-11-22",
        "2026-+1-22",
        "2026-11-+2",
        "-026-11-22",
        "2026-11--2",
        "２０２６-11-22",
        "2026-1١-22",
        "2026–11–22",
        "2026-11-22-01",
        "0000-00-00",
        "9999-99-99",
    ] {
        assert_eq!(Date::parse(text), None, "`{text}`");
    }
    for text in [
        "",
        "2026",
        "2026-",
        "2026-1",
        "2026-011",
        "2026-00",
        "2026-13",
        "1899-12",
        "3000-01",
        "2026-11-22",
        "2026-1١",
    ] {
        assert_eq!(parse_month(text), None, "`{text}`");
    }
    assert_eq!(parse_month("2026-11"), Some((2026, 11)));
    assert_eq!(
        Date::parse("2028-02-29"),
        Some(Date {
            year: 2028,
            month: 2,
            day: 29
        })
    );
}
