//! What the modules of rules share: how a check speaks, and how texts are compared.
//!
//! Keys for comparing cross into the browser's own normalisation, so each is made once and only where there is
//! something to compare it with.

use super::{Case, Check, Issue, Value};
use crate::plan::record::Answer;
use crate::plan::text::trimmed;
use crate::plan::{Month, Typed};
use crate::question::Place;

/// Adds what a check says about a place. The values are named in the catalogue's order.
pub(super) fn speak(found: &mut Vec<Issue>, check: Check, place: Place, values: Vec<Value>) {
    debug_assert_eq!(check.values().len(), values.len(), "{check:?}");
    let values = check.values().iter().copied().zip(values).collect();
    found.push(Issue { check, at: super::At::Place(place), values });
}

/// A text without its ends, as a value.
pub(super) fn text(text: &str) -> Value {
    Value::Text(trimmed(text).to_owned())
}

/// What stands in an answer, as a value.
pub(super) fn typed(answer: &dyn Answer) -> Value {
    text(&answer.shown())
}

/// What stands in a month that cannot be read, without the stroke between its two fields where one is empty.
pub(super) fn typed_month(month: &Typed<Month>) -> Value {
    text(month.shown().trim_matches('/'))
}

/// A count, as a value.
pub(super) fn number(count: usize) -> Value {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A number of months, as a value.
pub(super) fn months(months: i32) -> Value {
    Value::Number(i64::from(months))
}

/// The options of a list that are not ticked, as a value; nothing where all are.
pub(super) fn lacking(list: &'static [&'static str], has: impl Fn(&str) -> bool) -> Option<Value> {
    let lacks: Vec<&'static str> = list.iter().copied().filter(|key| !has(key)).collect();
    (!lacks.is_empty()).then_some(Value::Options(list, lacks))
}

/// For each text the position of another that is the same, if there is one.
pub(super) fn repeated(case: &Case<'_>, texts: &[&str]) -> Vec<Option<usize>> {
    if texts.len() < 2 {
        return vec![None; texts.len()];
    }
    let keys: Vec<String> = texts.iter().map(|text| case.normalise.key(text)).collect();
    let another = |(at, key): (usize, &String)| {
        let same = |(other, candidate): (usize, &String)| other != at && candidate == key;
        if key.is_empty() { None } else { keys.iter().enumerate().position(same) }
    };
    keys.iter().enumerate().map(another).collect()
}

/// A text's key between spaces, for [`near`].
pub(super) fn word_key(case: &Case<'_>, text: &str) -> String {
    let mut key = String::from(" ");
    key.push_str(&case.normalise.key(text));
    key.push(' ');
    key
}

/// Whether two texts are the same or one holds the other as whole words, by their [`word_key`]s.
pub(super) fn near(a: &str, b: &str) -> bool {
    let says_something = |key: &str| key.len() > 2;
    says_something(a) && says_something(b) && (a.contains(b) || b.contains(a))
}

#[cfg(test)]
mod tests {
    use super::super::testing::case;
    use super::*;
    use crate::plan::Plan;

    #[test]
    fn repeated_texts_point_at_each_other() {
        let plan = Plan::default();
        let case = case(&plan);
        assert_eq!(repeated(&case, &["Régie", "regie.", "Autre"]), [Some(1), Some(0), None]);
        assert_eq!(repeated(&case, &["—", "…"]), [None, None], "an empty key equals nothing");
        assert_eq!(repeated(&case, &["seul"]), [None]);
    }

    #[test]
    fn near_texts_hold_each_other_as_whole_words() {
        let plan = Plan::default();
        let case = case(&plan);
        for (a, b, is_near) in [
            ("Mairie", "Mairie de Valmont", true),
            ("MAIRIE de Valmont", "mairie", true),
            ("Régie des eaux", "regie des EAUX.", true),
            ("Mair", "Mairie", false),
            ("", "Mairie", false),
            ("—", "—", false),
            ("a a", "xa a a", true),
        ] {
            assert_eq!(near(&word_key(&case, a), &word_key(&case, b)), is_near, "{a} / {b}");
        }
    }
}
