//! Answers with a form: months, days, counts, amounts. What cannot be read is kept as it was typed.

use std::borrow::Cow;
use std::fmt::{self, Display};

use chrono::{Datelike as _, Months, NaiveDate};
use serde_json::{Map, Value};

use super::month::Month;
use super::record::{Answer, Reading, answers};
use super::text;

/// A value that a text can spell. `Display` gives the one spelling the file stores.
pub trait Readable: Sized + Copy + PartialEq + Display {
    /// The value a text spells, in any of the ways people write it; the stored spelling always reads.
    fn read(text: &str) -> Option<Self>;

    /// The stored spelling, as a regular expression for the file's schema.
    const PATTERN: &'static str;
}

/// An answer that may be absent, read, or kept as typed because it cannot be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Typed<T> {
    /// Nothing was typed.
    #[default]
    Empty,
    /// What was typed, read.
    Value(T),
    /// What was typed, which cannot be read.
    Typed(String),
}

impl<T: Readable> Typed<T> {
    /// What `text` says, read where it can be.
    pub fn from_text(typed: &str) -> Self {
        match T::read(text::trimmed(typed)) {
            _ if typed.is_empty() => Self::Empty,
            Some(value) => Self::Value(value),
            None => Self::Typed(typed.to_owned()),
        }
    }

    /// The value, if there is one that can be read.
    pub fn value(&self) -> Option<T> {
        match self {
            Self::Value(value) => Some(*value),
            _ => None,
        }
    }

    /// Whether something is typed that cannot be read.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Typed(typed) if text::is_filled(typed))
    }
}

impl<T: Readable> Answer for Typed<T> {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        *self = Self::from_text(&text_of(value, reading));
    }

    fn to_json(&self) -> Option<Value> {
        match self {
            Self::Empty => None,
            Self::Value(value) => Some(value.to_string().into()),
            Self::Typed(typed) => Some(Map::from_iter([("typed".to_owned(), typed.as_str().into())]).into()),
        }
    }

    fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Value(value) => Cow::Owned(value.to_string()),
            Self::Typed(typed) => Cow::Borrowed(typed),
        }
    }

    fn enter(&mut self, typed: &str) {
        *self = Self::from_text(&text::clean(typed));
    }

    fn is_filled(&self) -> bool {
        !matches!(self, Self::Empty) && (self.is_unreadable() || self.value().is_some())
    }
}

answers!(of T: Readable => Typed<T>);

/// What a file holds for an answer with a form: its spelling, or what was typed. A number is as good.
fn text_of(value: Value, reading: &mut Reading<'_>) -> String {
    let text = match value {
        Value::Number(number) => Some(number.to_string()),
        Value::Object(mut object) => match object.shift_remove("typed").filter(|_| object.is_empty()) {
            Some(typed) => reading.text(typed),
            None => reading.text(Value::Object(object)),
        },
        other => reading.text(other),
    };
    text.unwrap_or_default()
}

#[cfg(feature = "schema")]
impl<T: Readable> schemars::JsonSchema for Typed<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Typed".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [
                {"type": "string", "pattern": T::PATTERN},
                {
                    "type": "object",
                    "description": "As typed; it could not be read.",
                    "properties": {"typed": {"type": "string"}},
                    "required": ["typed"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

/// A whole number from 0 to 999,999 (questions 5.6 and 5.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

impl Readable for Count {
    fn read(text: &str) -> Option<Self> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let number: u32 = digits
            .then(|| text.trim_start_matches('0'))
            .map(|t| if t.is_empty() { "0" } else { t })?
            .parse()
            .ok()?;
        (number <= 999_999).then_some(Self(number))
    }

    const PATTERN: &'static str = "^(0|[1-9][0-9]{0,5})$";
}

impl Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A decimal number of at least 0 with up to 15 digits before and 2 after the point (question 14), in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub u64);

impl Readable for Amount {
    /// «1 234,50», 1.234,50, 1,234.50 and 1234.5 are read alike. A single comma or point before exactly three
    /// digits groups them: 1.000 is a thousand.
    fn read(text: &str) -> Option<Self> {
        let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, ',' | '.')).collect();
        let (whole, decimals) = match marks.last() {
            None => (text, ""),
            Some(&(at, mark)) => {
                let (before, after) = text.split_at_checked(at)?;
                let after = after.get(1..)?;
                let alone = marks.len() == 1;
                let repeated = marks.iter().filter(|(_, c)| *c == mark).count() > 1;
                if repeated || (alone && after.len() == 3 && !before.starts_with('0')) {
                    (text, "")
                } else {
                    (before, after)
                }
            }
        };
        if decimals.len() > 2 || (whole.len() < text.len() && decimals.is_empty()) {
            return None;
        }
        let whole = ungrouped(whole)?;
        let whole = whole.trim_start_matches('0');
        if whole.len() > 15 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let hundredths: u64 = format!("{decimals:0<2}").parse().ok()?;
        let units: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        Some(Self(units * 100 + hundredths))
    }

    const PATTERN: &'static str = "^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,2})?$";
}

/// The digits of a whole number whose groups of three may be set apart by one kind of mark.
fn ungrouped(text: &str) -> Option<String> {
    let is_mark = |c: char| matches!(c, ',' | '.' | '\'' | '’') || c.is_whitespace();
    let mark = text.chars().find(|c| is_mark(*c));
    let mut groups = text.split(|c| Some(c) == mark);
    let first = groups.next()?;
    let fits = |group: &str, grouped: bool| {
        group.bytes().all(|b| b.is_ascii_digit())
            && if grouped { group.len() == 3 } else { !group.is_empty() }
    };
    let all =
        fits(first, false) && (mark.is_none() || first.len() <= 3) && groups.all(|group| fits(group, true));
    all.then(|| text.chars().filter(char::is_ascii_digit).collect())
}

impl Display for Amount {
    /// As the file stores it: a point, no grouping, no zero too many.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, hundredths) = (self.0 / 100, self.0 % 100);
        match hundredths {
            0 => write!(f, "{units}"),
            h if h % 10 == 0 => write!(f, "{units}.{}", h / 10),
            h => write!(f, "{units}.{h:02}"),
        }
    }
}

/// A day of the calendar, for the app's own questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub NaiveDate);

impl Day {
    /// The month the day lies in; nothing outside 2000 to 2099.
    pub fn month(self) -> Option<Month> {
        Month::new(self.0.year(), self.0.month())
    }

    /// The day so many months later: of the same number, at most the month's last.
    pub fn after_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(self.0))
    }
}

impl Readable for Day {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
        let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let year: u32 = (shaped && digits).then(|| year.parse().ok())??;
        let date =
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month.parse().ok()?, day.parse().ok()?)?;
        (1900..=2099).contains(&year).then_some(Self(date))
    }

    const PATTERN: &'static str = "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$";
}

impl Display for Day {
    /// As the file stores it: `2026-03-04`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for text in ["1 234,50", "1\u{202f}234,50", "1.234,50", "1,234.50", "1234.5", "01234,5", "1’234.50"]
        {
            assert_eq!(Amount::read(text), Some(Amount(123_450)), "{text}");
        }
        for (text, units) in
            [("1.000", 1000), ("1,000", 1000), ("1.000.000", 1_000_000), ("0", 0), ("000", 0)]
        {
            assert_eq!(Amount::read(text), Some(Amount(units * 100)), "{text}");
        }
        assert_eq!(Amount::read("0,5"), Some(Amount(50)));
    }

    #[test]
    fn what_is_no_amount_is_not_read() {
        for text in [
            "",
            "-1",
            "+1",
            "12 €",
            "1-2",
            "0.125",
            "1.2345",
            "1,23,45",
            "12 34",
            "1.",
            ",5",
            "1 2345",
            "1234567890123456",
            "1.234.5678",
        ] {
            assert_eq!(Amount::read(text), None, "{text}");
        }
    }

    #[test]
    fn counts_are_digits_alone() {
        for (text, number) in [("0", 0), ("7", 7), ("007", 7), ("999999", 999_999)] {
            assert_eq!(Count::read(text), Some(Count(number)), "{text}");
        }
        for text in ["", "-1", "1.0", "1 000", "1000000", "douze"] {
            assert_eq!(Count::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_stored_spelling_reads_back() {
        for hundredths in [0, 5, 50, 55, 100, 123_450, 99_999_999_999_999_999] {
            let amount = Amount(hundredths);
            assert_eq!(Amount::read(&amount.to_string()), Some(amount));
        }
        assert_eq!(Day::read("2028-02-29").unwrap().to_string(), "2028-02-29");
        for wrong in ["2027-02-29", "2027-2-28", "27-02-28", "2027-02-28-1", "+027-02-28", "2200-01-01"] {
            assert_eq!(Day::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_kept() {
        let mut month = Typed::<Month>::default();
        month.enter("marz 27");
        assert!(month.is_unreadable());
        assert_eq!(month.shown(), "marz 27");
        month.enter("marsz/2027");
        assert!(month.is_unreadable(), "«marsz» is in none of the app's languages");
        month.enter("mars/2027");
        assert_eq!(month.shown(), "2027-03");
        month.enter("");
        assert_eq!(month, Typed::Empty);
    }
}
