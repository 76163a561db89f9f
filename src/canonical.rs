//! Digests of JSON: SHA-256 over its canonical form (RFC 8785).
//!
//! A file holds no other numbers than whole ones within ±(2^53 − 1), so the canonical form needs no printing of
//! floats: it is compact JSON whose keys are in the order of their UTF-16 code units. Tests compare it with a crate
//! that does all of the RFC.

use std::collections::BinaryHeap;

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

/// The digest of an object.
pub fn digest(object: &Map<String, Value>) -> [u8; 32] {
    let mut canonical = Vec::new();
    write_object(object, &mut canonical);
    Sha256::digest(&canonical).into()
}

/// The digest of several values, as that of a list of them.
pub fn digest_of(values: &[&Value]) -> [u8; 32] {
    digest_with(values, &[] as &[&[&str]])
}

/// The digest of several values and lists of names behind them, as that of a list of all. The names are of letters that
/// JSON writes as they are: of a large file they come by the hundred thousand.
pub fn digest_with<T: AsRef<str>>(values: &[&Value], names: &[&[T]]) -> [u8; 32] {
    let mut canonical = Vec::new();
    write_list(values.iter().copied(), &mut canonical);
    canonical.pop();
    for names in names {
        canonical.extend(b",[");
        for (at, name) in names.iter().enumerate() {
            canonical.extend(if at > 0 { &b",\""[..] } else { b"\"" });
            canonical.extend(name.as_ref().bytes());
            canonical.push(b'"');
        }
        canonical.push(b']');
    }
    canonical.push(b']');
    Sha256::digest(&canonical).into()
}

/// A digest in hexadecimal.
pub fn hex(digest: &[u8]) -> String {
    let halves = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Array(items) => write_list(items.iter(), out),
        Value::Object(object) => write_object(object, out),
        Value::String(text) => write_text(text, out),
        Value::Number(number) => out.extend(number.as_str().bytes()),
        Value::Bool(true) => out.extend(b"true"),
        Value::Bool(false) => out.extend(b"false"),
        Value::Null => out.extend(b"null"),
    }
}

fn write_list<'a>(items: impl Iterator<Item = &'a Value>, out: &mut Vec<u8>) {
    out.push(b'[');
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write(item, out);
    }
    out.push(b']');
}

fn write_object(object: &Map<String, Value>, out: &mut Vec<u8>) {
    let members: Vec<(&String, &Value)> = object.iter().collect();
    // A heap sorts with far less code than a slice does.
    let in_order: BinaryHeap<(Vec<u16>, usize)> =
        members.iter().enumerate().map(|(at, (key, _))| (key.encode_utf16().collect(), at)).collect();
    let in_order = in_order.into_sorted_vec();
    let members = in_order.iter().filter_map(|(_, at)| members.get(*at));
    out.push(b'{');
    for (at, (key, value)) in members.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write_text(key, out);
        out.push(b':');
        write(value, out);
    }
    out.push(b'}');
}

/// A text: JSON's own writing of it is the canonical one. (A `Vec` takes every byte.)
fn write_text(text: &str, out: &mut Vec<u8>) {
    let _ = serde_json::to_writer(out, text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn canonical(value: &Value) -> String {
        let mut out = Vec::new();
        write(value, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let whole = -9_007_199_254_740_991_i64..=9_007_199_254_740_991;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            whole.prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 60, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_is_the_canonical_form_of_others(value in any_value()) {
            prop_assert_eq!(canonical(&value), serde_json_canonicalizer::to_string(&value).unwrap());
        }
    }

    #[test]
    fn keys_are_in_the_order_of_utf_16() {
        // U+1F600 begins with a surrogate, D83D, and so comes before U+FB33.
        let value =
            serde_json::json!({"\u{fb33}": 1, "\u{1f600}": 2, "b": [], "a": {}, "\u{1}\"": "\u{1f}\u{7f}/é"});
        assert_eq!(
            canonical(&value),
            "{\"\\u0001\\\"\":\"\\u001f\u{7f}/é\",\"a\":{},\"b\":[],\"\u{1f600}\":2,\"\u{fb33}\":1}"
        );
    }

    #[test]
    fn the_digest_is_sha_256() {
        assert_eq!(
            hex(&digest(&Map::new())),
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
    }
}
