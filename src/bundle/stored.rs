//! The draft as the browser's storage keeps it: each page that has it open keeps a copy of its own, with the versions of
//! the answers it wrote, and what the app notes beside them. The draft is all of them, joined.
//!
//! A copy that cannot be read is an error, so that the storage can keep it aside; nothing of it is repaired beyond what
//! a bundle's answers are. The limits of a file do not hold here: what was saved comes back.

use serde_json::Value;

use super::notes::Notes;
use super::read::{self, BundleError};
use super::tree;
use crate::plan::record::Record;
use crate::plan::{IdMaker, Plan, RowId};
use crate::sync::{self, State};

pub(super) const FORMAT: &str = "plan-ouvert-draft";
pub(super) const FORMAT_VERSION: &str = "2.1";
/// The versions that can be read: 1 had the plan alone.
const KNOWN: &str = "12";
/// What a bundle held beside its plan, or in an answer, lies some levels deeper here.
const DEEPEST: u32 = tree::DEEPEST + 3;

/// What one page keeps of a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredCopy {
    /// The plan's id.
    pub plan: RowId,
    /// What the app notes beside the plan.
    pub notes: Notes,
    /// The answers, with their versions.
    pub state: State,
}

/// A draft in the browser's storage.
#[derive(Debug, Default, PartialEq)]
pub struct StoredDraft {
    /// What the app notes beside the plan.
    pub notes: Notes,
    /// The answers, with their versions.
    pub state: State,
    /// The plan they show.
    pub plan: Plan,
}

impl StoredCopy {
    /// The copy that a text holds.
    pub fn read(text: &str) -> Result<Self, BundleError> {
        let mut members =
            read::frame(tree::parse(text, DEEPEST, usize::MAX)?, FORMAT, KNOWN, FORMAT_VERSION)?;
        let notes = Notes::read(&mut members);
        let member = members.shift_remove("plan").ok_or(BundleError::NoPlan)?;
        let (id, whole) = match &member {
            Value::Object(plan) => (plan.get("id").and_then(Value::as_str), Some(&member)),
            id => (id.as_str(), None),
        };
        // Without answers it is no empty draft, but a damaged one.
        let cells = members.get("sync").and_then(|sync| sync.get("cells"));
        if whole.is_none() && !cells.is_some_and(Value::is_object) {
            return Err(BundleError::NoPlan);
        }
        let plan = id.and_then(RowId::parse).unwrap_or_else(|| sync::named(&[&member]));
        // Its own, so nothing in it is too much.
        let state = sync::read(members.get("sync"), whole, true).unwrap_or_default();
        Ok(Self { plan, notes, state })
    }
}

impl StoredDraft {
    /// The draft that copies make together; nothing where there is none.
    pub fn of(copies: impl IntoIterator<Item = StoredCopy>, ids: IdMaker<'_>) -> Option<Self> {
        let mut copies = copies.into_iter();
        let StoredCopy { plan, mut notes, mut state } = copies.next()?;
        for copy in copies {
            notes.join(&copy.notes);
            state.join(&copy.state);
        }
        let (plan, _) = read::shown(&state, plan, ids).ok()?;
        Some(Self { notes, state, plan })
    }

    /// A draft of a plan that nobody told who wrote.
    pub fn of_plan(plan: Plan, notes: Notes) -> Self {
        let record: &dyn Record = &plan;
        let state = State::plain(&record.to_json().unwrap_or_default());
        Self { notes, state, plan }
    }
}

/// The plan that a state shows.
pub fn shown(state: &State, plan: RowId, ids: IdMaker<'_>) -> Plan {
    read::shown(state, plan, ids).map(|(plan, _)| plan).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::notes::{Decided, LeftOut, Received, Table, Workshop};
    use super::*;
    use crate::plan::testing;
    use serde_json::Map;

    fn plan() -> Plan {
        let mut random = testing::counting();
        Plan::new("fr", &mut IdMaker::new(&mut random))
    }

    fn text_of(notes: &Notes, plan: &Plan) -> String {
        notes.write(plan.id, &StoredDraft::of_plan(plan.clone(), Notes::default()).state)
    }

    fn read(text: &str) -> StoredDraft {
        let mut random = testing::counting();
        StoredDraft::of([StoredCopy::read(text).unwrap()], IdMaker::new(&mut random)).unwrap()
    }

    #[test]
    fn a_draft_comes_back_as_it_was() {
        let plan = plan();
        let mut notes = Notes { counter: 7, saved_at: 1_772_619_120_000, ..Notes::default() };
        for exported_at in [None, Some(0), Some(1_772_619_120_001)] {
            notes.exported_at = exported_at;
            let read = read(&text_of(&notes, &plan));
            assert_eq!((&read.notes, &read.plan), (&notes, &plan));
            notes.open = exported_at.map(|_| 3);
            notes.marks = "abcdeABCDE".into();
            notes.name = "Brouillon «Été»".into();
            notes.by = "Ana".into();
            notes.note = "Notre partie,\nà relire".into();
            notes.from = "Table 3".into();
            notes.from_note = "À relire".into();
            notes.scope = vec!["vision/4".into()];
            notes.table = "Table 3".into();
            notes.received = vec![Received {
                file: "table-3.json".into(),
                at: 5,
                effects: [1, 2, 0, 1, 3, 0, 4],
                table: "Table 3".into(),
                taken_back: true,
                ..Received::default()
            }];
            notes.workshop = Workshop {
                note: "Cinq phrases".into(),
                tables: vec![Table {
                    name: "Table 1".into(),
                    scope: vec!["vision/4".into()],
                    note: "".into(),
                }],
            }
            .write();
            notes.decided = vec![
                Decided {
                    path: "vision/site".into(),
                    at: 5,
                    left_out: vec![LeftOut { value: "b".into(), by: "Ana".into(), at: 4 }],
                }
                .write(),
            ];
            notes.unknown.insert("later".into(), serde_json::json!({"people": {}}));
        }
    }

    /// What an earlier version of the app kept: one plan, whole.
    #[test]
    fn a_draft_of_the_first_version_opens() {
        let plan = plan();
        let record: &dyn Record = &plan;
        let old = serde_json::json!({
            "format": FORMAT, "format_version": "1.1", "counter": 3, "saved_at": 9, "name": "Ancien",
            "unknown": {}, "plan": record.to_json().unwrap(),
        });
        let read = read(&old.to_string());
        assert_eq!((read.plan, read.notes.name.as_str(), read.notes.counter), (plan, "Ancien", 3));
    }

    #[test]
    fn an_answer_that_cannot_be_read_stays_in_the_copy() {
        let text = text_of(&Notes::default(), &plan());
        let spoilt = text.replace("\"value\":\"fr\"", "\"value\":\"later\"");
        assert_ne!(spoilt, text);
        let read = read(&spoilt);
        assert_eq!(read.plan.language.key(), None);
        assert_eq!(read.state.value("language"), "later");
        assert!(read.notes.write(read.plan.id, &read.state).contains("\"later\""));
    }

    #[test]
    fn whatever_a_bundle_may_hold_comes_back_from_the_draft() {
        let nested = |depth: u32| (0..depth).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
        let notes = Notes {
            // In a bundle this member lies inside one object.
            unknown: Map::from_iter([("later".to_owned(), nested(tree::DEEPEST - 1))]),
            ..Notes::default()
        };
        assert_eq!(read(&text_of(&notes, &plan())).notes, notes);
    }

    #[test]
    fn a_damaged_draft_is_an_error() {
        let text = text_of(&Notes::default(), &plan());
        let read = |text: &str| StoredCopy::read(text).unwrap_err();
        assert_eq!(read(&text[..text.len() - 5]), BundleError::Truncated);
        assert_eq!(read(&text.replace("plan-ouvert-draft", "other")), BundleError::NotABundle);
        assert_eq!(
            read(&text.replace("\"2.1\"", "\"3.0\"")),
            BundleError::NewerVersion { theirs: "3.0".into(), ours: "2.1" }
        );
        for sync in ["null", "[]", "{}", r#"{"cells": []}"#] {
            let without = format!(
                r#"{{"format": "{FORMAT}", "format_version": "2.0", "plan": "k7q2m9x4aa", "sync": {sync}}}"#
            );
            assert_eq!(read(&without), BundleError::NoPlan, "{sync}");
        }
        assert_eq!(read("[object Object]"), BundleError::NotJson { line: 1, column: 2 });
    }
}
