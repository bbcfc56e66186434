//! The calendar file, read by a library that was not written here.

use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event};
use microneedling_quiz::protocol::Date;
use microneedling_quiz::takeaway::calendar::{Appointment, calendar};
use proptest::prelude::*;

use crate::support::date;

fn appointment(day: &str, title: &str, description: &str) -> Appointment {
    Appointment {
        day: date(day),
        title: title.to_owned(),
        description: description.to_owned(),
    }
}

/// The events of a file, as the library reads them.
#[track_caller]
fn events(file: &str) -> Vec<Event> {
    let read: Calendar = file.parse().unwrap_or_else(|why| panic!("{why}\n{file}"));
    let event = |component: &icalendar::CalendarComponent| component.as_event().cloned();
    read.components.iter().filter_map(event).collect()
}

#[track_caller]
fn day_of(event: &Event) -> String {
    match event.get_start() {
        Some(DatePerhapsTime::Date(day)) => day.to_string(),
        other => panic!("not a whole day: {other:?}"),
    }
}

#[test]
fn a_reader_finds_every_appointment() {
    let file = calendar(
        date("2026-11-22"),
        &[
            appointment("2027-02-28", "Appointment 1 (planned)", ""),
            appointment(
                "2028-02-29",
                "Appointment 2 (if needed)",
                "one;\ntwo, \\three",
            ),
            appointment("2027-12-31", "Termin 3: geplant – für später", ""),
        ],
    );
    let read = events(&file);
    let days: Vec<_> = read.iter().map(day_of).collect();
    assert_eq!(days, ["2027-02-28", "2028-02-29", "2027-12-31"]);
    let end = read[2].get_end();
    assert!(
        matches!(end, Some(DatePerhapsTime::Date(day)) if day.to_string() == "2028-01-01"),
        "{end:?}"
    );
    let titles: Vec<_> = read
        .iter()
        .filter_map(|event| event.get_summary())
        .collect();
    assert_eq!(titles[0], "Appointment 1 (planned)");
    assert_eq!(titles[2], "Termin 3: geplant – für später");
    assert_eq!(read[1].get_description(), Some("one;\ntwo, \\three"));
    assert_eq!(read[0].get_description(), None);
    let stamp = read[0].get_timestamp().map(|stamp| stamp.to_string());
    assert_eq!(stamp.as_deref(), Some("2026-11-22 00:00:00 UTC"));
    let alarms = file.contains("VALARM");
    assert!(!alarms, "{file}");
}

/// Reading the file again changes nothing, with details or without.
#[test]
fn ids_are_stable_and_differ() {
    let ids = |title: &str, made: &str| {
        let days = ["2027-01-01", "2027-01-29"].map(|day| appointment(day, title, title));
        let read = events(&calendar(date(made), &days));
        let ids = read
            .iter()
            .map(|event| event.get_uid().expect("an id").to_owned());
        ids.collect::<Vec<_>>()
    };
    let plain = ids("Appointment", "2026-11-22");
    assert_eq!(plain, ids("Microneedling", "2026-12-01"));
    assert_ne!(plain[0], plain[1]);
}

/// Nothing but titles and descriptions can say what it is about.
#[test]
fn the_frame_says_nothing_about_health() {
    let file = calendar(
        date("2026-11-22"),
        &[appointment("2027-01-01", "Appointment", "")],
    );
    let low = file.to_lowercase();
    for word in ["needl", "skin", "health", "quiz", "clinic", "session"] {
        assert!(!low.contains(word), "`{word}` in\n{file}");
    }
}

proptest! {
    /// Any text comes back, but for control characters; no line is longer than 75 octets, and none
    /// is cut inside a character.
    #[test]
    fn any_text_comes_back(title in "\\PC{1,120}", lines in "[\\PC\n]{0,400}", days in 0_i32..20_000) {
        let day = Date::from_days(18_000 + days);
        let made = Appointment { day, title: title.clone(), description: lines.clone() };
        let file = calendar(date("2026-11-22"), &[made]);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            prop_assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        let read = events(&file);
        prop_assert_eq!(read.len(), 1);
        prop_assert_eq!(day_of(&read[0]), day.to_string());
        prop_assert_eq!(read[0].get_summary(), Some(title.as_str()));
        prop_assert_eq!(read[0].get_description().unwrap_or_default(), lines.as_str());
    }
}

/// Kept so that a change of the library that reads times as dates is noticed.
#[test]
fn the_reader_tells_days_from_times() {
    let timed = calendar(date("2026-11-22"), &[appointment("2027-01-01", "A", "")])
        .replace("DTSTART;VALUE=DATE:20270101", "DTSTART:20270101T120000Z");
    let read = events(&timed);
    let start = read[0].get_start();
    assert!(
        matches!(
            start,
            Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(_)))
        ),
        "{start:?}"
    );
}
