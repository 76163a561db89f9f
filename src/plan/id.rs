//! Names of rows and plans: made once, never reused, kept in the file.
//!
//! Copies made on different computers are joined by them, so they never come from a position or a clock.

use std::fmt;

const ALPHABET: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// The stable name of a row, a plan or a draft: ten characters of `[a-z0-9]`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId([u8; 10]);

impl RowId {
    /// The id that ten random bytes make. The browser's `crypto` gives the bytes.
    pub fn from_random(bytes: [u8; 10]) -> Self {
        Self(bytes.map(|byte| ALPHABET.get(usize::from(byte) % ALPHABET.len()).copied().unwrap_or(b'a')))
    }

    /// The id that `text` spells, or nothing if it is not of an id's shape.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|byte| ALPHABET.contains(byte)).then_some(Self(bytes))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Default for RowId {
    fn default() -> Self {
        Self([b'a'; 10])
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for RowId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RowId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[a-z0-9]{10}$"})
    }
}

/// Makes ids from random bytes that it is given; the only way to a new one.
pub struct IdMaker<'a>(&'a mut dyn FnMut() -> [u8; 10]);

impl<'a> IdMaker<'a> {
    /// A maker over a source of random bytes.
    pub fn new(random: &'a mut dyn FnMut() -> [u8; 10]) -> Self {
        Self(random)
    }

    /// The same maker, lent.
    pub fn lend(&mut self) -> IdMaker<'_> {
        IdMaker(self.0)
    }

    /// A new id.
    pub fn next_id(&mut self) -> RowId {
        RowId::from_random((self.0)())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_ten_small_letters_or_digits() {
        let id = RowId::from_random([0, 1, 35, 36, 71, 255, 128, 9, 10, 77]);
        assert_eq!(RowId::parse(id.as_str()), Some(id));
        for wrong in ["", "abc", "ABCDEFGHIJ", "abcdefghijk", "abcdefgh-j", "abcdefghié"] {
            assert_eq!(RowId::parse(wrong), None, "{wrong}");
        }
    }
}
