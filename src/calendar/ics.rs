//! The calendar as a file that calendar programs read: iCalendar (RFC 5545), one event of a whole day for each.
//!
//! A crate that writes it (icalendar) brings names of random digits with it and a source of chance; these sixty lines are
//! all that is needed. Tests read the file with that crate.

use std::fmt::Write as _;

use crate::plan::Day;

/// Bytes of a line at the most, its end not counted.
const LONGEST: usize = 75;
/// Days ahead of which calendars remind.
const REMINDER: u32 = 14;

/// An event in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A name that stays the same, so that a later file replaces the event instead of doubling it.
    pub key: String,
    /// Its day.
    pub day: Day,
    /// What it is.
    pub title: String,
    /// Where it comes from.
    pub note: String,
}

/// The file. `plan` tells plans apart, `made` is the moment in UTC, as RFC 3339 has it.
pub fn file(plan: &str, name: &str, made: &str, entries: &[Entry]) -> String {
    let stamp: String = made.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Plan ouvert//Plan ouvert//EN");
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", &escaped(name));
    for entry in entries {
        let day = |day: Day| day.to_string().replace('-', "");
        line("BEGIN", "VEVENT");
        line("UID", &format!("{plan}-{}@plan-ouvert", entry.key));
        line("DTSTAMP", &stamp);
        line("DTSTART;VALUE=DATE", &day(entry.day));
        line("DTEND;VALUE=DATE", &day(next(entry.day)));
        line("SUMMARY", &escaped(&entry.title));
        if !entry.note.is_empty() {
            line("DESCRIPTION", &escaped(&entry.note));
        }
        line("TRANSP", "TRANSPARENT");
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", &escaped(&entry.title));
        line("TRIGGER", &format!("-P{REMINDER}D"));
        line("END", "VALARM");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    file
}

/// The day after.
fn next(day: Day) -> Day {
    day.0.succ_opt().map_or(day, Day)
}

/// A text as a value: marks that mean something are told apart by a stroke.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line, broken where it is too long, never inside a character.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            length = 1;
        }
        length += c.len_utf8();
        // Writing to a String cannot fail.
        let _ = file.write_char(c);
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Readable as _;
    use icalendar::{CalendarComponent, Component as _, DatePerhapsTime};

    fn entry(title: &str, note: &str, day: &str) -> Entry {
        Entry {
            key: "plan-end".to_owned(),
            day: Day::read(day).unwrap(),
            title: title.to_owned(),
            note: note.to_owned(),
        }
    }

    #[test]
    fn another_library_reads_what_was_written() {
        let long = "Fin de l’engagement « Ouvrir les marchés publics, tous ; même les petits » : ".repeat(4);
        let entries = [
            entry("Fin du plan, enfin ; \\ ou presque", "Manuel, 3.2\nDeuxième ligne", "2028-02-29"),
            Entry { key: "long".to_owned(), ..entry(long.trim(), "", "2027-12-31") },
        ];
        let file = file("k7q2m9x4aa", "Plan de Valmont", "2026-03-04T10:12:00Z", &entries);
        assert!(file.split("\r\n").all(|line| line.len() <= LONGEST), "{file}");
        let calendar: icalendar::Calendar = file.parse().unwrap();
        let events: Vec<&icalendar::Event> = calendar
            .components
            .iter()
            .filter_map(|component| match component {
                CalendarComponent::Event(event) => Some(event),
                _ => None,
            })
            .collect();
        assert_eq!(events.len(), 2);
        for (event, entry) in events.iter().zip(&entries) {
            let uid = format!("k7q2m9x4aa-{}@plan-ouvert", entry.key);
            assert_eq!(event.get_uid(), Some(uid.as_str()));
            assert_eq!(event.get_start(), Some(DatePerhapsTime::Date(entry.day.0)));
            assert_eq!(event.get_end(), Some(DatePerhapsTime::Date(next(entry.day).0)));
            assert_eq!(event.get_summary(), Some(entry.title.as_str()));
            assert_eq!(event.get_description().unwrap_or_default(), entry.note);
        }
    }
}
