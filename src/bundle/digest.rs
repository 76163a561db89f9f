//! The digest that shows whether a file arrived whole: SHA-256 over canonical JSON (RFC 8785).
//!
//! The file holds no other numbers than whole ones within ±(2^53 − 1), so the canonical form needs no printing of
//! floats: it is compact JSON whose keys are in the order of their UTF-16 code units. Tests compare it with a crate
//! that does all of the RFC.

use std::collections::BinaryHeap;

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

/// The algorithm's name in the file.
pub(super) const ALGORITHM: &str = "sha-256";
/// What the digest is taken over, as the file says it.
pub(super) const SCOPE: &str = "RFC 8785 of this object without integrity";

/// The digest of an object, in hexadecimal.
pub(super) fn digest(object: &Map<String, Value>) -> String {
    let mut canonical = Vec::new();
    write_object(object, &mut canonical);
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(&canonical) {
        for half in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(u32::from(half), 16));
        }
    }
    hex
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Array(items) => {
            let mut mark = b'[';
            for item in items {
                out.push(mark);
                write(item, out);
                mark = b',';
            }
            if items.is_empty() {
                out.push(mark);
            }
            out.push(b']');
        }
        Value::Object(object) => write_object(object, out),
        Value::String(text) => write_text(text, out),
        Value::Number(number) => out.extend(number.as_str().bytes()),
        Value::Bool(true) => out.extend(b"true"),
        Value::Bool(false) => out.extend(b"false"),
        Value::Null => out.extend(b"null"),
    }
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
        assert_eq!(digest(&Map::new()), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
