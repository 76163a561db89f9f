//! The lists of options of the templates. An option is stored by a key that never changes.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde_json::Value;

use super::record::{Answer, Reading, answers};

/// A list of options: the keys, in the template's order.
pub trait Options: Copy + Default + PartialEq + std::fmt::Debug {
    /// The keys the file stores.
    const KEYS: &'static [&'static str];
}

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident [$($key:literal),* $(,)?])*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name;

        impl Options for $name {
            const KEYS: &'static [&'static str] = &[$($key),*];
        }
    )*};
}

options! {
    /// Question 11 of Annex 2: policy areas.
    PolicyArea [
        "audits", "conflicts_of_interest", "asset_disclosure", "open_data", "right_to_information",
        "elections_finance", "civic_space", "safety_nets", "digital_governance", "regulatory_governance", "tax",
        "inclusion", "lobbying", "fiscal_openness", "legislative_openness", "open_contracting",
        "beneficial_ownership", "whistleblowers", "pandemic_response", "social_accountability",
        "economic_recovery", "other",
    ]
    /// Question 12 of Annex 2: sectors.
    Sector [
        "land", "water", "education", "environment", "infrastructure", "extractives", "cross_sectoral", "justice",
        "media", "legislature", "health", "science", "private_sector", "security", "public_services", "other",
    ]
    /// Question 13 of Annex 2: OGP values.
    OgpValue ["access_to_information", "civic_participation", "public_accountability", "technology"]
    /// Question 15 of Annex 2: whether the resources are secured.
    Secured ["yes", "no", "partially"]
    /// Question 17 of Annex 2: the status of a milestone.
    Status ["not_started", "in_progress", "stuck", "completed", "incomplete"]
    /// The app's own question beside 5.3: a kind of space is named there, or there is none.
    Mention ["named", "none"]
    /// The app's own question on the working language of the answers.
    WorkingLanguage ["fr", "en", "es", "other"]
    /// The app's own question on how a coalition co-creates (3.4).
    CoCreation ["joint", "separate"]
    /// The app's own question beside 5.5: who takes part in the spaces (3.3.1).
    Side ["government", "non_government"]
    /// What a letter of support has: its form, then the eight points of 1.2.
    LetterPoint [
        "pages", "english", "letterhead", "head", "non_governmental", "values", "benefit", "ambition", "capacity",
        "experience", "lessons", "peers", "spread",
    ]
    /// What a meeting of the participation space is for (3.3.1).
    MeetingKind ["co_creation", "implementation"]
    /// The four minimum requirements of 3.3.1.
    Requirement ["forum", "regularity", "multi_stakeholder", "endorsement"]
    /// What evidence can prove: the requirements of 3.3.1, then the practices of 3.3.2.
    Proved [
        "forum", "regularity", "multi_stakeholder", "endorsement", "website", "documents_ahead", "awareness",
        "inclusiveness", "channels", "repository", "feedback", "dialogue",
    ]
    /// Kinds of evidence (Annex 5).
    EvidenceKind [
        "terms_of_reference", "decisions", "members", "plan", "notice", "invitation", "minutes", "attendance",
        "proposals", "baseline", "results", "feedback", "implementation", "other",
    ]
    /// The eight practices of 3.3.2.
    Practice [
        "website", "documents_ahead", "awareness", "inclusiveness", "channels", "repository", "feedback", "dialogue",
    ]
    /// What the site of the process shows (Annex 4).
    WebsitePoint [
        "contact", "process", "drafting", "implementation", "comments", "accessible", "dated", "monthly",
    ]
    /// Who submitted the plan.
    Submitter ["point_of_contact", "other"]
    /// What was done to a commitment after submission (3.2.1.3).
    ChangeKind ["change", "deletion"]
}

/// The options chosen from a list of which several can be chosen, in the list's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Several<O> {
    chosen: Vec<&'static str>,
    list: PhantomData<O>,
}

impl<O: Options> Several<O> {
    /// These keys, as far as the list has them.
    pub fn of(keys: &[&str]) -> Self {
        Self { chosen: in_order(O::KEYS, keys), list: PhantomData }
    }

    /// The keys chosen.
    pub fn keys(&self) -> &[&'static str] {
        &self.chosen
    }

    /// Whether this option is chosen.
    pub fn has(&self, key: &str) -> bool {
        self.chosen.contains(&key)
    }
}

impl<O: Options> Answer for Several<O> {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        self.chosen = read_keys(O::KEYS, value, reading);
    }

    fn to_json(&self) -> Option<Value> {
        (!self.chosen.is_empty()).then(|| self.chosen.as_slice().into())
    }

    /// The keys, separated by spaces.
    fn shown(&self) -> Cow<'_, str> {
        Cow::Owned(self.chosen.join(" "))
    }

    fn enter(&mut self, typed: &str) {
        self.chosen = entered(O::KEYS, typed);
    }

    fn is_filled(&self) -> bool {
        !self.chosen.is_empty()
    }
}

/// The one option chosen from a list, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct One<O> {
    chosen: Option<&'static str>,
    list: PhantomData<O>,
}

impl<O: Options> One<O> {
    /// This option, if the list has it.
    pub fn of(key: &str) -> Self {
        Self { chosen: known(O::KEYS, key), list: PhantomData }
    }

    /// The key chosen.
    pub fn key(&self) -> Option<&'static str> {
        self.chosen
    }
}

impl<O: Options> Answer for One<O> {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        match value.as_str().and_then(|key| known(O::KEYS, key)) {
            Some(key) => *self = Self::of(key),
            None => reading.fault(&value),
        }
    }

    fn to_json(&self) -> Option<Value> {
        self.chosen.map(Value::from)
    }

    fn shown(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.chosen.unwrap_or_default())
    }

    fn enter(&mut self, typed: &str) {
        *self = Self::of(typed);
    }

    fn is_filled(&self) -> bool {
        self.chosen.is_some()
    }
}

/// A tick: yes, or not yet answered.
impl Answer for bool {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        match value {
            Value::Bool(ticked) => *self = ticked,
            other => reading.fault(&other),
        }
    }

    fn to_json(&self) -> Option<Value> {
        self.then_some(Value::Bool(true))
    }

    fn shown(&self) -> Cow<'_, str> {
        Cow::Borrowed(if *self { "yes" } else { "" })
    }

    fn enter(&mut self, typed: &str) {
        *self = typed == "yes";
    }

    fn is_filled(&self) -> bool {
        *self
    }
}

answers!(of O: Options => Several<O>, One<O>);
answers!(bool);

/// These keys, as far as the list has them, in its order.
fn in_order(list: &[&'static str], keys: &[&str]) -> Vec<&'static str> {
    list.iter().copied().filter(|key| keys.contains(key)).collect()
}

/// The keys of a list that a control enters, separated by spaces.
fn entered(list: &[&'static str], typed: &str) -> Vec<&'static str> {
    in_order(list, &typed.split(' ').collect::<Vec<_>>())
}

/// The keys of a list that a file holds.
fn read_keys(list: &[&'static str], value: Value, reading: &mut Reading<'_>) -> Vec<&'static str> {
    let Value::Array(items) = value else {
        reading.fault(&value);
        return Vec::new();
    };
    let mut keys = Vec::new();
    for (at, item) in items.into_iter().enumerate() {
        reading.inside(&at.to_string(), |reading| match item.as_str().and_then(|key| known(list, key)) {
            Some(key) => keys.push(key),
            None => reading.fault(&item),
        });
    }
    in_order(list, &keys)
}

/// The list's own spelling of a key.
fn known(keys: &[&'static str], key: &str) -> Option<&'static str> {
    keys.iter().copied().find(|known| *known == key)
}

#[cfg(feature = "schema")]
mod schema {
    use super::{One, Options, Several};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl<O: Options> JsonSchema for One<O> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> std::borrow::Cow<'static, str> {
            "One".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({"type": "string", "enum": O::KEYS})
        }
    }

    impl<O: Options> JsonSchema for Several<O> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Several".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({"type": "array", "uniqueItems": true, "items": {"type": "string", "enum": O::KEYS}})
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_as_long_as_the_templates() {
        assert_eq!(PolicyArea::KEYS.len(), 22);
        assert_eq!(Sector::KEYS.len(), 16);
        assert_eq!(OgpValue::KEYS.len(), 4);
        assert_eq!(Status::KEYS.len(), 5);
        assert_eq!(Secured::KEYS.len(), 3);
        assert_eq!(Proved::KEYS, [Requirement::KEYS, Practice::KEYS].concat());
    }

    #[test]
    fn options_keep_the_lists_order_and_nothing_unknown() {
        let mut areas = Several::<PolicyArea>::default();
        areas.enter("tax audits nonsense");
        assert_eq!(areas.shown(), "audits tax");
        assert!(areas.has("tax") && !areas.has("nonsense"));
    }
}
