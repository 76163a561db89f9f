//! JSON text to a tree, strictly: no key twice in an object, no numbers but whole ones within ±(2^53 − 1).
//!
//! Readers that keep the last of two equal keys show one answer where another reads the other, and numbers beyond
//! that range change on their way through other programs. serde_json stops at a depth of 128; this stops before.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::read::BundleError;

/// The greatest whole number that every reader of JSON keeps.
const MOST: u64 = (1 << 53) - 1;
/// Lists and objects inside each other in a bundle at the most. serde_json stops at 128.
pub(super) const DEEPEST: u32 = 120;
/// Values in a bundle at the most, lists and objects among them: answers, in the plan and in what it was, and the names in
/// their versions. What can be thousands of times larger in memory than as a text stops here.
pub(super) const MOST_VALUES: usize = 1_000_000;
/// Characters of a key that a message shows at the most.
const SHOWN: usize = 60;

/// What serde_json itself lets pass.
enum Refused {
    Key(String),
    Number,
    Depth,
    Count,
}

/// The tree of a JSON text, no deeper than this, of no more values than `most`. A byte order mark and white space around it
/// do not matter.
pub(super) fn parse(text: &str, deepest: u32, most: usize) -> Result<Value, BundleError> {
    let text = text.trim_start_matches('\u{feff}');
    let (refused, left) = (RefCell::new(None), Cell::new(most));
    let mut reader = serde_json::Deserializer::from_str(text);
    let tree = Tree { refused: &refused, left: &left, depth: 0, deepest }
        .deserialize(&mut reader)
        .and_then(|tree| reader.end().map(|()| tree));
    tree.map_err(|error| {
        let line = error.line().max(1);
        let column = column(text, line, error.column());
        match refused.take() {
            Some(Refused::Key(key)) => {
                BundleError::DuplicateKey { key: key.chars().take(SHOWN).collect(), line }
            }
            Some(Refused::Number) => BundleError::BadNumber { line, column },
            Some(Refused::Depth) => BundleError::TooDeep,
            Some(Refused::Count) => BundleError::TooManyVersions,
            None if error.classify() == Category::Eof && text.trim_start().starts_with(['{', '[']) => {
                BundleError::Truncated
            }
            None => BundleError::NotJson { line, column },
        }
    })
}

/// How many values a tree holds, itself among them.
pub(super) fn values(tree: &Value) -> usize {
    let inside: usize = match tree {
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Object(members) => members.values().map(values).sum(),
        _ => 0,
    };
    inside + 1
}

/// The column in characters, of a column in bytes.
fn column(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.split('\n').nth(line - 1).unwrap_or_default();
    line.bytes().take(bytes).filter(|byte| byte & 0xC0 != 0x80).count().max(1)
}

#[derive(Clone, Copy)]
struct Tree<'a> {
    refused: &'a RefCell<Option<Refused>>,
    /// How many more values there may be.
    left: &'a Cell<usize>,
    depth: u32,
    deepest: u32,
}

impl Tree<'_> {
    fn refuse<T, E: Error>(self, what: Refused) -> Result<T, E> {
        *self.refused.borrow_mut() = Some(what);
        Err(E::custom(""))
    }

    /// What reads inside a list or an object.
    fn inside<E: Error>(self) -> Result<Self, E> {
        if self.depth == self.deepest {
            self.refuse(Refused::Depth)
        } else {
            Ok(Self { depth: self.depth + 1, ..self })
        }
    }

    fn whole<E: Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > MOST { self.refuse(Refused::Number) } else { Ok(Value::from(value)) }
    }
}

/// The key under which serde_json hands over a number as it is written (`arbitrary_precision`), so that no code for
/// floats is needed.
const NUMBER: &str = "$serde_json::private::Number";

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        match self.left.get().checked_sub(1) {
            Some(left) => self.left.set(left),
            None => return self.refuse(Refused::Count),
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.whole(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        i64::try_from(value).map_or_else(|_| self.refuse(Refused::Number), |value| self.whole(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let (inside, mut items) = (self.inside()?, Vec::new());
        while let Some(item) = seq.next_element_seed(inside)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let (inside, mut members) = (self.inside()?, Map::new());
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER {
                let written = map.next_value::<String>()?;
                // Spelled as we would spell it: «-0» and «1.0» are no whole numbers here.
                let number = written.parse().ok().filter(|number: &i64| number.to_string() == written);
                return number.map_or_else(|| self.refuse(Refused::Number), |number| self.whole(number));
            }
            if members.contains_key(&key) {
                return self.refuse(Refused::Key(key));
            }
            members.insert(key, map.next_value_seed(inside)?);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Value, BundleError> {
        super::parse(text, DEEPEST, MOST_VALUES)
    }

    #[test]
    fn what_is_json_is_read() {
        let text =
            "\u{feff} {\"é\": [1, -2, true, null, \"a\\u00e9\"], \"b\": {}, \"n\": 9007199254740991} \n";
        let plain: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
        assert_eq!(parse(text), Ok(plain));
    }

    #[test]
    fn keys_come_once_at_every_depth() {
        for text in ["{\"a\":1,\"a\":1}", "[{\"b\":{\"a\":1,\"\\u0061\":2}}]"] {
            assert_eq!(parse(text), Err(BundleError::DuplicateKey { key: "a".into(), line: 1 }));
        }
    }

    #[test]
    fn numbers_are_whole_and_safe() {
        for number in [
            "1.5",
            "1e3",
            "1.0",
            "-0",
            "9007199254740992",
            "-9007199254740992",
            "123456789012345678901234567890",
        ] {
            assert!(
                matches!(
                    parse(&format!("{{\"a\":\n{number}}}")),
                    Err(BundleError::BadNumber { line: 2, .. })
                ),
                "{number}"
            );
        }
        assert!(matches!(parse("[1e999]"), Err(BundleError::BadNumber { .. })));
    }

    #[test]
    fn values_are_counted_while_they_are_read() {
        let text = "{\"a\": [1, {}, []], \"b\": null}";
        assert_eq!(values(&parse(text).unwrap()), 6);
        assert!(super::parse(text, DEEPEST, 6).is_ok());
        // What comes after does not matter any more.
        for text in [text.to_owned(), format!("[{}", "[],".repeat(9))] {
            assert_eq!(super::parse(&text, DEEPEST, 5), Err(BundleError::TooManyVersions));
        }
    }

    #[test]
    fn mistakes_are_told_where_they_are() {
        assert_eq!(parse("{\n  \"é\": x}"), Err(BundleError::NotJson { line: 2, column: 8 }));
        assert_eq!(parse(""), Err(BundleError::NotJson { line: 1, column: 1 }));
        assert_eq!(parse("Bonjour"), Err(BundleError::NotJson { line: 1, column: 1 }));
        for cut in ["{", "{\"a\"", "{\"a\": \"b", "{\"a\": tr", "[1, 2", "{\"a\": {}"] {
            assert_eq!(parse(cut), Err(BundleError::Truncated), "{cut}");
        }
        assert!(matches!(parse("{} {}"), Err(BundleError::NotJson { .. })));
        assert!(matches!(parse("[\"\\ud800\"]"), Err(BundleError::NotJson { .. })));
        assert_eq!(parse(&"[".repeat(100_000)), Err(BundleError::TooDeep));
        assert_eq!(parse(&"{\"a\":".repeat(100_000)), Err(BundleError::TooDeep));
    }
}
