//! The draft as the browser's storage keeps it: the plan in the file's form, and what the app notes beside it.
//!
//! A draft that cannot be read is an error, so that the storage can keep it aside; nothing of it is repaired
//! beyond what a bundle's answers are. The limits of a file do not hold here: what was saved comes back.

use serde_json::{Map, Value};

use super::read::{self, BundleError};
use crate::plan::record::Record;
use crate::plan::{IdMaker, Plan};

const FORMAT: &str = "plan-ouvert-draft";
const FORMAT_VERSION: &str = "1.0";

/// A draft in the browser's storage.
#[derive(Debug, Default, PartialEq)]
pub struct StoredDraft {
    /// What the app notes beside the plan.
    pub notes: Notes,
    /// The plan.
    pub plan: Plan,
}

/// What the app notes beside a stored plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// How often it was saved; of two copies the one saved more often is the newer.
    pub counter: u64,
    /// When it was last saved, in milliseconds since 1970.
    pub saved_at: i64,
    /// When it was last exported, in milliseconds since 1970.
    pub exported_at: Option<i64>,
    /// The name it was given; empty as long as it goes by the jurisdiction's.
    pub name: String,
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
        if let Some(at) = self.exported_at {
            put("exported_at", at.into());
        }
        put("name", self.name.as_str().into());
        put("unknown", Value::Object(self.unknown.clone()));
        put("plan", plan.to_json().unwrap_or_default());
        serde_json::to_string(&members).unwrap_or_default()
    }
}

impl StoredDraft {
    /// The draft that a text holds.
    pub fn read(text: &str, ids: IdMaker<'_>) -> Result<Self, BundleError> {
        let mut members = read::frame(text, FORMAT, FORMAT_VERSION)?;
        let (plan, _) = read::plan(members.shift_remove("plan"), ids)?;
        let notes = Notes {
            counter: members.get("counter").and_then(Value::as_u64).unwrap_or_default(),
            saved_at: members.get("saved_at").and_then(Value::as_i64).unwrap_or_default(),
            exported_at: members.get("exported_at").and_then(Value::as_i64),
            name: members.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
            unknown: match members.shift_remove("unknown") {
                Some(Value::Object(unknown)) => unknown,
                _ => Map::new(),
            },
        };
        Ok(Self { notes, plan })
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
            notes.name = "Brouillon «Été»".into();
            notes.unknown.insert("sync".into(), serde_json::json!({"people": {}}));
        }
    }

    #[test]
    fn a_damaged_draft_is_an_error() {
        let mut random = testing::counting();
        let text = Notes::default().write(&Plan::new("fr", &mut IdMaker::new(&mut random)));
        let mut read = |text: &str| StoredDraft::read(text, IdMaker::new(&mut random)).unwrap_err();
        assert_eq!(read(&text[..text.len() - 5]), BundleError::Truncated);
        assert_eq!(read(&text.replace("plan-ouvert-draft", "other")), BundleError::NotABundle);
        assert_eq!(
            read(&text.replace("\"1.0\"", "\"2.0\"")),
            BundleError::NewerVersion { theirs: "2.0".into(), ours: "1.0" }
        );
        assert_eq!(read("[object Object]"), BundleError::NotJson { line: 1, column: 2 });
    }
}
