//! Texts as people type them: kept to the letter, compared with care.
//!
//! Nothing here rewrites an answer; trimming and folding happen for comparison only. Only characters that
//! can deceive a reader or break a file are taken out when a text comes in ([`clean`]).

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::record::{Answer, Reading, answers};

/// An answer in the working language, and beside it its English version (handbook 3.2).
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Text {
    /// The answer in the plan's working language.
    pub text: String,
    /// The same answer in English.
    pub english: String,
    /// Members of a newer version, carried through untouched.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub unknown: Map<String, Value>,
}

impl Text {
    /// A text in the working language alone.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether either version says something.
    pub fn is_filled(&self) -> bool {
        is_filled(&self.text) || is_filled(&self.english)
    }

    /// What comparisons read: the working language, else the English.
    pub fn compared(&self) -> &str {
        if is_filled(&self.text) { &self.text } else { &self.english }
    }
}

impl Answer for Text {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        let Value::Object(mut unknown) = value else {
            self.text = reading.text(value).unwrap_or_default();
            return;
        };
        for (key, text) in [("text", &mut self.text), ("english", &mut self.english)] {
            if let Some(value) = unknown.shift_remove(key).filter(|value| !value.is_null()) {
                *text = reading.inside(key, |reading| reading.text(value)).unwrap_or_default();
            }
        }
        self.unknown = unknown;
    }

    fn to_json(&self) -> Option<Value> {
        let mut members = Map::new();
        for (key, text) in [("text", &self.text), ("english", &self.english)] {
            if !text.is_empty() {
                members.insert(key.to_owned(), text.as_str().into());
            }
        }
        members.extend(self.unknown.iter().map(|(key, value)| (key.clone(), value.clone())));
        (!members.is_empty()).then_some(Value::Object(members))
    }

    fn shown(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.text)
    }

    fn enter(&mut self, typed: &str) {
        self.text = clean(typed).into_owned();
    }

    fn is_filled(&self) -> bool {
        Self::is_filled(self)
    }

    fn english(&self) -> Option<&str> {
        Some(&self.english)
    }

    fn enter_english(&mut self, typed: &str) {
        self.english = clean(typed).into_owned();
    }

    fn forget_unknown(&mut self) {
        self.unknown.clear();
    }
}

impl Answer for String {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        *self = reading.text(value).unwrap_or_default();
    }

    fn to_json(&self) -> Option<Value> {
        (!self.is_empty()).then(|| self.as_str().into())
    }

    fn shown(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn enter(&mut self, typed: &str) {
        *self = clean(typed).into_owned();
    }

    fn is_filled(&self) -> bool {
        is_filled(self)
    }
}

answers!(Text, String);

/// White space of Unicode, and the characters that show nothing at all.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether anything is left of a text once white space and invisible characters are taken away.
pub fn is_filled(text: &str) -> bool {
    text.chars().any(|c| !is_space(c))
}

/// The text without white space and invisible characters at its ends.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Takes out what a text must not hold: control characters but tab and line feed, and the
/// characters that turn the direction of reading (U+202A–202E, U+2066–2069).
pub fn clean(text: &str) -> Cow<'_, str> {
    fn unwanted(c: char) -> bool {
        matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    }
    if text.contains(unwanted) {
        Cow::Owned(text.chars().filter(|c| !unwanted(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Characters of a label at the most: a name or a role that somebody goes by.
pub const MOST_LABEL: usize = 100;

/// What somebody typed as a label, as it is kept and shown: clean, on one line, and no longer than it can be.
pub fn label(typed: &str) -> String {
    let one_line = clean(typed).replace(['\n', '\t'], " ");
    trimmed(&one_line).chars().take(MOST_LABEL).collect()
}

/// Unicode normalisation, which the core is given (the browser's own, or a crate in tests).
#[derive(Clone, Copy)]
pub struct Normalise {
    /// Canonical composition (NFC), for counting characters.
    pub nfc: fn(&str) -> String,
    /// Canonical decomposition (NFD), for comparing.
    pub nfd: fn(&str) -> String,
    /// Lower case, whatever the locale.
    pub lower: fn(&str) -> String,
}

impl Normalise {
    /// The key under which two texts are the same: no accents, no case, no punctuation.
    /// An empty key equals nothing.
    pub fn key(&self, text: &str) -> String {
        let folded =
            if text.is_ascii() { text.to_ascii_lowercase() } else { (self.lower)(&(self.nfd)(text)) };
        let mut key = String::with_capacity(folded.len());
        for c in folded.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36F}')) {
            if c.is_alphanumeric() {
                key.push(c);
            } else if !key.is_empty() && !key.ends_with(' ') {
                key.push(' ');
            }
        }
        key.truncate(key.trim_end().len());
        key
    }

    /// The number of characters: Unicode scalar values of the composed, trimmed text.
    pub fn length(&self, text: &str) -> usize {
        let text = trimmed(text);
        if text.is_ascii() { text.len() } else { (self.nfc)(text).chars().count() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::testing::NORMALISE;

    #[test]
    fn blank_is_what_shows_nothing() {
        for blank in ["", " ", "\u{a0}\t\n", "\u{200b}\u{feff}\u{2060}"] {
            assert!(!is_filled(blank), "{blank:?}");
        }
        for filled in ["–", "n/a", "0", " x "] {
            assert!(is_filled(filled), "{filled:?}");
        }
    }

    #[test]
    fn controls_and_direction_overrides_are_taken_out() {
        assert_eq!(clean("a\u{0}b\r\nc\td\u{202e}e\u{2066}f"), "ab\nc\tdef");
        assert!(matches!(clean("mise en œuvre\u{200d}"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_label_stands_on_one_line() {
        assert_eq!(label("  Table 3\n\u{202e}jeunesse\u{200b} "), "Table 3 jeunesse");
        assert_eq!(label(&"é".repeat(200)).chars().count(), MOST_LABEL);
    }

    #[test]
    fn keys_ignore_accents_case_and_punctuation() {
        for (a, b) in
            [("Créer un registre", "creer  UN registre."), ("Créer-un registre", "Créer un registre")]
        {
            assert_eq!(NORMALISE.key(a), NORMALISE.key(b), "{a} / {b}");
        }
        assert_eq!(NORMALISE.key("—"), "", "an empty key equals nothing");
        assert_ne!(NORMALISE.key("Registre 1"), NORMALISE.key("Registre 2"));
    }

    #[test]
    fn characters_are_counted_composed() {
        assert_eq!(NORMALISE.length(" e\u{301}té "), 3);
        assert_eq!(NORMALISE.length("a\nb"), 3);
    }
}
