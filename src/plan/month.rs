//! A month of the calendar, the unit of every date the templates ask for.

use std::{fmt, ops};

use chrono::NaiveDate;

use super::typed::{Day, Readable};

/// A month: a whole number that adds, subtracts and compares; no days, no clamping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// The names a month may be typed by, each language of the app: whole names without accents or case.
const NAMES: [[&str; 12]; 3] = [
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

impl Month {
    /// The month `number` (1 to 12) of `year`; nothing outside 2000 to 2099.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        let number = i32::try_from(number).ok()?;
        ((1..=12).contains(&number) && (2000..=2099).contains(&year)).then_some(Self(12 * year + number - 1))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month's number, 1 to 12.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs() + 1
    }

    /// The month's first day.
    pub fn first_day(self) -> Option<Day> {
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1).map(Day)
    }

    /// The month's last day.
    pub fn last_day(self) -> Option<Day> {
        (self + 1).first_day()?.0.pred_opt().map(Day)
    }

    /// How many months there are from `self` to `end`, both counted.
    pub fn span(self, end: Self) -> i32 {
        end.0 - self.0 + 1
    }

    /// Reads what was typed in the month's and the year's field: a number or a name in any language of the
    /// app, shortened to three letters or more where that is clear; a year of four digits.
    pub fn from_parts(month: &str, year: &str) -> Option<Self> {
        let year = year.trim();
        let four_digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year: u32 = four_digits.then(|| year.parse().ok())??;
        Self::new(i32::try_from(year).ok()?, number_of(month)?)
    }
}

/// The number of a month that is typed as a number or by its name.
fn number_of(text: &str) -> Option<u32> {
    let text = text.trim_end_matches(['.', '/', '-', ' ']).trim();
    if !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let name: String = text.chars().filter_map(unaccented).collect();
    let numbers = || {
        NAMES
            .iter()
            .flat_map(|names| names.iter().zip(1..))
            // As Peru and Uruguay spell it.
            .chain([(&"setiembre", 9)])
            .filter(|(whole, _)| whole.starts_with(&name))
            .map(|(_, n)| n)
    };
    let first = numbers().next().filter(|_| name.len() >= 3)?;
    numbers().all(|number| number == first).then_some(first)
}

/// The small letter without the accents that month names carry; nothing for a combining accent.
fn unaccented(c: char) -> Option<char> {
    match c {
        'é' | 'è' | 'É' | 'È' => Some('e'),
        'û' | 'Û' => Some('u'),
        '\u{300}'..='\u{36F}' => None,
        other => Some(other.to_ascii_lowercase()),
    }
}

impl Readable for Month {
    fn read(text: &str) -> Option<Self> {
        if let Some((year, month)) =
            text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)
        {
            return Self::from_parts(month, year).filter(|_| month.bytes().all(|b| b.is_ascii_digit()));
        }
        let (month, year) =
            text.trim().rsplit_once(|c: char| matches!(c, '/' | '-' | '.') || c.is_whitespace())?;
        Self::from_parts(month, year)
    }

    const PATTERN: &'static str = "^20[0-9]{2}-(0[1-9]|1[0-2])$";
}

impl fmt::Display for Month {
    /// As the file stores it: `2026-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl ops::Add<i32> for Month {
    type Output = Self;

    fn add(self, months: i32) -> Self {
        Self(self.0 + months)
    }
}

impl ops::Sub<i32> for Month {
    type Output = Self;

    fn sub(self, months: i32) -> Self {
        Self(self.0 - months)
    }
}

impl ops::Sub for Month {
    type Output = i32;

    fn sub(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn month(text: &str) -> Month {
        Month::read(text).unwrap()
    }

    #[test]
    fn months_are_read_as_people_type_them() {
        for text in [
            "3/2026",
            "03/2026",
            "mars/2026",
            "March/2026",
            "marzo/2026",
            "MAR/2026",
            "mar./ 2026 ",
            "2026-03",
            "mars 2026",
            "3-2026",
            "03.2026",
            "Mars\u{a0}2026",
        ] {
            assert_eq!(Month::read(text), Month::new(2026, 3), "{text}");
        }
        assert_eq!(Month::read("févr./2027"), Month::new(2027, 2));
        assert_eq!(Month::read("août/2027"), Month::new(2027, 8));
        assert_eq!(Month::read("aou\u{302}t/2027"), Month::new(2027, 8));
        assert_eq!(Month::read("ago/2027"), Month::new(2027, 8));
    }

    #[test]
    fn september_has_two_spellings_in_spanish() {
        for text in ["septiembre/2027", "setiembre/2027", "Set./2027", "sep/2027"] {
            assert_eq!(Month::read(text), Month::new(2027, 9), "{text}");
        }
    }

    fn any_month() -> impl Strategy<Value = Month> {
        (2000..=2099, 1..=12_u32).prop_map(|(year, number)| Month::new(year, number).unwrap())
    }

    proptest! {
        #[test]
        fn a_month_reads_back_as_it_is_written(month in any_month()) {
            prop_assert_eq!(Month::read(&month.to_string()), Some(month));
            prop_assert_eq!(Month::new(month.year(), month.number()), Some(month));
            prop_assert_eq!(Month::read(&format!("{}/{}", month.number(), month.year())), Some(month));
        }

        #[test]
        fn months_are_in_the_order_of_their_spelling(a in any_month(), b in any_month()) {
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
            prop_assert_eq!((b - a).cmp(&0), b.cmp(&a));
        }

        #[test]
        fn adding_and_taking_away_come_back(a in any_month(), b in any_month(), by in -600..600_i32) {
            prop_assert_eq!((a + by) - by, a);
            prop_assert_eq!(a + (b - a), b);
            prop_assert_eq!(a.span(b), b - a + 1);
            prop_assert_eq!(a.span(b) + b.span(a), 2, "both ends are counted");
        }

        #[test]
        fn whatever_is_typed_is_a_month_or_none(month in "\\PC{0,12}", year in "\\PC{0,8}") {
            if let Some(read) = Month::from_parts(&month, &year) {
                prop_assert!((2000..=2099).contains(&read.year()) && (1..=12).contains(&read.number()));
            }
        }
    }

    #[test]
    fn what_is_not_clear_is_not_read() {
        for text in [
            "13/2026", "0/2026", "3/26", "3/20261", "jui/2026", "ma/2026", "/2026", "3/", "3", "2026-3",
            "3/1999", "+3/2026", "",
        ] {
            assert_eq!(Month::read(text), None, "{text}");
        }
    }

    #[test]
    fn months_count_without_days() {
        assert_eq!(month("2027-04") - 2, month("2027-02"));
        assert_eq!(month("2027-01") - 1, month("2026-12"));
        assert_eq!(month("2025-03").span(month("2026-02")), 12);
        assert_eq!(month("2026-02") - month("2025-12"), 2);
    }
}
