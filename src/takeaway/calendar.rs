//! A file for calendars (RFC 5545): all-day appointments, without alarms, without a time zone.

use crate::protocol::Date;

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Its day.
    pub day: Date,
    /// What the calendar shows.
    pub title: String,
    /// What stands inside; may be empty.
    pub description: String,
}

/// The media type of the file.
pub const MEDIA: &str = "text/calendar";

/// The file. `made` is the day on which it is made: it stands for the time of making, of which nobody
/// needs to know more. The same appointments have the same ids, so reading a file twice adds nothing,
/// and neither ids nor the maker's name say what the appointments are about.
pub fn calendar(made: Date, appointments: &[Appointment]) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Appointments//1.0//EN");
    file.line("CALSCALE", "GREGORIAN");
    for (place, appointment) in appointments.iter().enumerate() {
        let day = appointment.day;
        file.line("BEGIN", "VEVENT");
        file.line("UID", &id(place, day));
        file.line("DTSTAMP", &[&digits(made), "T000000Z"].concat());
        file.line("DTSTART;VALUE=DATE", &digits(day));
        file.line("DTEND;VALUE=DATE", &digits(Date::from_days(day.days() + 1)));
        file.line("SUMMARY", &escaped(&appointment.title));
        if !appointment.description.is_empty() {
            file.line("DESCRIPTION", &escaped(&appointment.description));
        }
        // Nothing is booked, and the day is not taken up.
        file.line("STATUS", "TENTATIVE");
        file.line("TRANSP", "TRANSPARENT");
        file.line("CLASS", "PRIVATE");
        file.line("END", "VEVENT");
    }
    file.line("END", "VCALENDAR");
    file.0
}

/// From the place and the day alone, so that titles with and without details are the same appointment.
fn id(place: usize, day: Date) -> String {
    [
        &digits(day),
        "-",
        &(place + 1).to_string(),
        "@appointments.invalid",
    ]
    .concat()
}

fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Text as a value: the signs with a meaning are escaped, and control characters are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            '\n' => escaped.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

#[derive(Default)]
struct File(String);

/// Octets in a line, without its end.
const LINE: usize = 75;

impl File {
    /// One line, folded between characters: what follows begins with a space.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for sign in [name, ":", value].concat().chars() {
            let octets = sign.len_utf8();
            if octets > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= octets;
            self.0.push(sign);
        }
        self.0.push_str("\r\n");
    }
}
