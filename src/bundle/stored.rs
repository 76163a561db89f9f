//! The draft as the browser's storage keeps it: the plan in the file's form, and what the app notes beside it.
//!
//! A draft that cannot be read is an error, so that the storage can keep it aside; nothing of it is repaired
//! beyond what a bundle's answers are. The limits of a file do not hold here: what was saved comes back.

use serde_json::{Map, Value};

use super::read::{self, BundleError};
use super::tree;
use crate::plan::record::{FaultKind, Record};
use crate::plan::{IdMaker, Plan};

const FORMAT: &str = "plan-ouvert-draft";
const FORMAT_VERSION: &str = "1.1";
/// What a bundle held beside its plan lies one level deeper here.
const DEEPEST: u32 = tree::DEEPEST + 1;

/// A draft in the browser's storage.
#[derive(Debug, Default, PartialEq)]
pub struct StoredDraft {
    /// What the app notes beside the plan.
    pub notes: Notes,
    /// The plan.
    pub plan: Plan,
    /// Whether an answer could not be read and is left out: another version's, or spoilt.
    pub is_partial: bool,
}

/// What the app notes beside a stored plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// How often it was saved; of two copies the one saved more often is the newer.
    pub counter: u64,
    /// When it was last saved, in milliseconds since 1970.
    pub saved_at: i64,
    /// How many issues kept it from being ready when it was last saved; unknown where it was not open then.
    pub open: Option<u64>,
    /// When it was last exported, in milliseconds since 1970.
    pub exported_at: Option<i64>,
    /// The name it was given; empty as long as it goes by the jurisdiction's.
    pub name: String,
    /// Who exports it, as older versions kept it with each draft; now the browser has one label for all.
    pub by: String,
    /// The covering note for the bundle.
    pub note: String,
    /// Who made the bundle it came from, as they typed it there.
    pub from: String,
    /// The covering note of that bundle.
    pub from_note: String,
    /// What the bundle it came from held beside the plan, to be written back ([`super::Opened`]).
    pub unknown: Map<String, Value>,
}

impl Notes {
    /// The draft as text: these notes, and the plan.
    pub fn write(&self, plan: &Plan) -> String {
        let plan: &dyn Record = plan;
        let mut members = Map::new();
        let mut put = |key: &str, value: Value| drop(members.insert(key.to_owned(), value));
        put("format", FORMAT.into());
        put("format_version", FORMAT_VERSION.into());
        put("counter", self.counter.into());
        put("saved_at", self.saved_at.into());
        if let Some(open) = self.open {
            put("open", open.into());
        }
        if let Some(at) = self.exported_at {
            put("exported_at", at.into());
        }
        let texts = [&self.name, &self.by, &self.note, &self.from, &self.from_note];
        for (key, text) in ["name", "by", "note", "from", "from_note"].into_iter().zip(texts) {
            put(key, text.as_str().into());
        }
        put("unknown", Value::Object(self.unknown.clone()));
        put("plan", plan.to_json().unwrap_or_default());
        // As the bundle is written: one writer is less code than two.
        serde_json::to_string_pretty(&members).unwrap_or_default()
    }
}

impl StoredDraft {
    /// The draft that a text holds.
    pub fn read(text: &str, ids: IdMaker<'_>) -> Result<Self, BundleError> {
        let mut members = read::frame(tree::parse(text, DEEPEST)?, FORMAT, FORMAT_VERSION)?;
        let (plan, faults) = read::plan(members.shift_remove("plan"), ids)?;
        let text = |key| members.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let notes = Notes {
            counter: members.get("counter").and_then(Value::as_u64).unwrap_or_default(),
            saved_at: members.get("saved_at").and_then(Value::as_i64).unwrap_or_default(),
            open: members.get("open").and_then(Value::as_u64),
            exported_at: members.get("exported_at").and_then(Value::as_i64),
            name: text("name"),
            by: text("by"),
            note: text("note"),
            from: text("from"),
            from_note: text("from_note"),
            unknown: match members.shift_remove("unknown") {
                Some(Value::Object(unknown)) => unknown,
                _ => Map::new(),
            },
        };
        let is_partial = faults.iter().any(|fault| fault.kind == FaultKind::Unexpected);
        Ok(Self { notes, plan, is_partial })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::testing;

    #[test]
    fn a_draft_comes_back_as_it_was() {
        let mut random = testing::counting();
        let plan = Plan::new("fr", &mut IdMaker::new(&mut random));
        let mut notes = Notes { counter: 7, saved_at: 1_772_619_120_000, ..Notes::default() };
        for exported_at in [None, Some(0), Some(1_772_619_120_001)] {
            notes.exported_at = exported_at;
            let read = StoredDraft::read(&notes.write(&plan), IdMaker::new(&mut random)).unwrap();
            assert_eq!((&read.notes, &read.plan), (&notes, &plan));
            notes.open = exported_at.map(|_| 3);
            notes.name = "Brouillon «Été»".into();
            notes.by = "Ana".into();
            notes.note = "Notre partie,\nà relire".into();
            notes.from = "Table 3".into();
            notes.from_note = "À relire".into();
            notes.unknown.insert("sync".into(), serde_json::json!({"people": {}}));
        }
    }

    #[test]
    fn an_answer_that_cannot_be_read_is_told() {
        let mut random = testing::counting();
        let plan = Plan::new("fr", &mut IdMaker::new(&mut random));
        let text = Notes::default().write(&plan);
        assert!(!StoredDraft::read(&text, IdMaker::new(&mut random)).unwrap().is_partial);
        let spoilt = text.replace("\"language\": \"fr\"", "\"language\": \"later\"");
        assert_ne!(spoilt, text);
        assert!(StoredDraft::read(&spoilt, IdMaker::new(&mut random)).unwrap().is_partial);
    }

    #[test]
    fn whatever_a_bundle_may_hold_comes_back_from_the_draft() {
        let mut random = testing::counting();
        let nested = |depth: u32| (0..depth).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
        let notes = Notes {
            // In a bundle this member lies inside one object.
            unknown: Map::from_iter([("later".to_owned(), nested(tree::DEEPEST - 1))]),
            ..Notes::default()
        };
        let text = notes.write(&Plan::new("fr", &mut IdMaker::new(&mut random)));
        assert_eq!(StoredDraft::read(&text, IdMaker::new(&mut random)).unwrap().notes, notes);
    }

    #[test]
    fn a_damaged_draft_is_an_error() {
        let mut random = testing::counting();
        let text = Notes::default().write(&Plan::new("fr", &mut IdMaker::new(&mut random)));
        let mut read = |text: &str| StoredDraft::read(text, IdMaker::new(&mut random)).unwrap_err();
        assert_eq!(read(&text[..text.len() - 5]), BundleError::Truncated);
        assert_eq!(read(&text.replace("plan-ouvert-draft", "other")), BundleError::NotABundle);
        assert_eq!(
            read(&text.replace("\"1.1\"", "\"2.0\"")),
            BundleError::NewerVersion { theirs: "2.0".into(), ours: "1.1" }
        );
        assert_eq!(read("[object Object]"), BundleError::NotJson { line: 1, column: 2 });
    }
}
