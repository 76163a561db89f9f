//! One version of an answer, named by what it is.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

use super::MOST_REPLACED;
use crate::canonical;

/// The name of a version: 96 bits of the digest of all it says, as 16 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId([u8; 16]);

/// The characters of base64url.
pub(super) const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl VersionId {
    /// The name that the digest of a version gives it.
    fn of(digest: [u8; 32]) -> Self {
        let mut name = [b'A'; 16];
        for (three, four) in digest.chunks(3).zip(name.chunks_mut(4)) {
            let bits = three.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
            for (at, letter) in four.iter_mut().enumerate() {
                let six = (bits >> (18 - 6 * at)) & 63;
                *letter =
                    usize::try_from(six).ok().and_then(|six| ALPHABET.get(six).copied()).unwrap_or(b'A');
            }
        }
        Self(name)
    }

    /// The name that a text spells, or nothing if it is not of a name's shape.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 16] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte)).then_some(Self(bytes))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl AsRef<str> for VersionId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for VersionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for VersionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What somebody once answered at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its name.
    pub id: VersionId,
    /// The answer as the file holds it; `null` where it was cleared.
    pub value: Value,
    /// Who says to have written it; a label that proves nothing.
    pub by: String,
    /// When, in milliseconds since 1970, by their clock; nothing is decided by it.
    pub at: i64,
    /// The versions it replaces, with those that they replaced; in order, each once.
    pub over: Vec<VersionId>,
    /// For a row taken out: what was seen of it; in order, each once.
    pub saw: Vec<VersionId>,
}

impl Version {
    /// A version of the answer at this path.
    pub fn new(
        path: &str,
        value: Value,
        (by, at): (&str, i64),
        mut over: Vec<VersionId>,
        mut saw: Vec<VersionId>,
    ) -> Self {
        for names in [&mut over, &mut saw] {
            in_order(names);
        }
        let id = Self::name(path, &value, (by, at), &over, &saw);
        Self { id, value, by: by.to_owned(), at, over, saw }
    }

    /// A version over others, of which it names as many as a version may, those first that come first.
    pub(super) fn over(
        path: &str,
        value: Value,
        by: (&str, i64),
        over: impl Iterator<Item = VersionId>,
        saw: Vec<VersionId>,
    ) -> Self {
        Self::new(path, value, by, over.take(MOST_REPLACED).collect(), saw)
    }

    /// What a plan says without telling who wrote it or what it replaces: the same in every copy that says it.
    pub fn plain(path: &str, value: Value) -> Self {
        Self::new(path, value, ("", 0), Vec::new(), Vec::new())
    }

    /// Whether it is what [`plain`](Self::plain) makes.
    pub fn is_plain(&self) -> bool {
        self.by.is_empty() && self.at == 0 && self.over.is_empty() && self.saw.is_empty()
    }

    fn name(
        path: &str,
        value: &Value,
        (by, at): (&str, i64),
        over: &[VersionId],
        saw: &[VersionId],
    ) -> VersionId {
        let said = [&path.into(), value, &by.into(), &at.into()];
        VersionId::of(canonical::digest_with(&said, &[over, saw]))
    }

    /// Whether it replaces the version of this name.
    pub fn replaces(&self, id: VersionId) -> bool {
        self.over.binary_search(&id).is_ok()
    }
}

/// Puts names in order, each once.
pub(super) fn in_order(names: &mut Vec<VersionId>) {
    // Whoever wrote them put them in order. A sort of its own for the others would be more code than this.
    if names.is_sorted_by(|one, next| one < next) {
        return;
    }
    let mut ordered = BTreeSet::new();
    for name in names.drain(..) {
        ordered.insert(name);
    }
    names.extend(ordered);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_version_is_named_by_all_it_says() {
        let version = |path: &str, value: Value, by: &str, at: i64| {
            Version::new(path, value, (by, at), Vec::new(), Vec::new())
        };
        let one = version("vision/foreword/text", json!("Ensemble"), "Ana", 5);
        assert_eq!(one.id, version("vision/foreword/text", json!("Ensemble"), "Ana", 5).id);
        for other in [
            version("vision/site", json!("Ensemble"), "Ana", 5),
            version("vision/foreword/text", json!("ensemble"), "Ana", 5),
            version("vision/foreword/text", json!("Ensemble"), "Ann", 5),
            version("vision/foreword/text", json!("Ensemble"), "Ana", 6),
            version("vision/foreword/text", Value::Null, "Ana", 5),
            Version::new("vision/foreword/text", json!("Ensemble"), ("Ana", 5), vec![one.id], vec![]),
            Version::new("vision/foreword/text", json!("Ensemble"), ("Ana", 5), vec![], vec![one.id]),
        ] {
            assert_ne!(one.id, other.id);
        }
        assert_eq!(VersionId::parse(one.id.as_str()), Some(one.id));
        assert_eq!(VersionId::parse("short"), None);
        assert_eq!(VersionId::parse("0123456789abcde+"), None);
    }

    #[test]
    fn what_it_replaces_has_no_order_of_its_own() {
        let [a, b, c] = ["a", "b", "c"].map(|value| Version::plain("x", json!(value)).id);
        let over = |over: Vec<VersionId>| Version::new("x", json!(1), ("", 1), over, vec![]);
        assert_eq!(over(vec![a, b, c]), over(vec![c, a, b, a]));
        assert!(over(vec![a, b]).replaces(b) && !over(vec![a, b]).replaces(c));
    }

    #[test]
    fn names_are_base64url() {
        let mut digest = [0_u8; 32];
        digest[..12].copy_from_slice(&[0xfb, 0xff, 0, 0, 0x10, 0x83, 0x10, 0x51, 0x87, 0x20, 0x92, 0x8b]);
        assert_eq!(VersionId::of(digest).as_str(), "-_8AABCDEFGHIJKL");
    }
}
