//! The draft as the browser's storage keeps it: each page that has it open keeps a copy of its own, with the versions of
//! the answers it wrote, and what the app notes beside them. The draft is all of them, joined.
//!
//! A copy that cannot be read is an error, so that the storage can keep it aside; nothing of it is repaired beyond what
//! a bundle's answers are. The limits of a file do not hold here: what was saved comes back.

use serde_json::{Map, Value};

use super::read::{self, BundleError};
use super::tree;
use crate::plan::record::Record;
use crate::plan::{IdMaker, Plan, RowId};
use crate::sync::{self, State};

const FORMAT: &str = "plan-ouvert-draft";
const FORMAT_VERSION: &str = "2.0";
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

/// What the app notes beside a stored plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// How often the copy was saved; of two states of one copy the one saved more often is the newer.
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
    /// Where the draft is a part of a plan: the sections and commitments it is to fill ([`super::Made`]).
    pub scope: Vec<String>,
    /// Where it is a part: the table it is for.
    pub table: String,
    /// The files that were joined into it, the last one first.
    pub received: Vec<Received>,
    /// Rows that look alike and that somebody said are two, each pair by both ids.
    pub apart: Vec<String>,
    /// What the bundle it came from held beside the plan, to be written back ([`super::Opened`]).
    pub unknown: Map<String, Value>,
}

/// A file that was joined into a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The file's name.
    pub file: String,
    /// Who says to have made it.
    pub by: String,
    /// When that was, as the file says it ([`super::Made`]).
    pub made: String,
    /// When it was joined, in milliseconds since 1970.
    pub at: i64,
    /// How many answers were new, changed, cleared, and in conflict.
    pub effects: [u64; 4],
    /// The table of a workshop that filled it, by its name.
    pub table: String,
    /// Whether it was taken back.
    pub taken_back: bool,
}

impl Received {
    fn write(&self) -> Value {
        let texts = [("file", &self.file), ("by", &self.by), ("made", &self.made), ("table", &self.table)];
        let texts = texts.into_iter().map(|(key, text)| (key.to_owned(), text.as_str().into()));
        let rest = [
            ("at", self.at.into()),
            ("effects", self.effects.as_slice().into()),
            ("taken_back", self.taken_back.into()),
        ];
        let rest = rest.map(|(key, value): (&str, Value)| (key.to_owned(), value));
        Value::Object(texts.chain(rest).collect())
    }

    /// Whether two notes tell of the same joining.
    pub fn is_of(&self, other: &Self) -> bool {
        (&self.file, self.at) == (&other.file, other.at)
    }

    fn read(value: &Value) -> Self {
        let text = |key| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let count = |at: usize| value.get("effects")?.get(at)?.as_u64();
        Self {
            file: text("file"),
            by: text("by"),
            made: text("made"),
            at: value.get("at").and_then(Value::as_i64).unwrap_or_default(),
            effects: [0, 1, 2, 3].map(|at| count(at).unwrap_or_default()),
            table: text("table"),
            taken_back: value.get("taken_back").and_then(Value::as_bool).unwrap_or_default(),
        }
    }
}

impl Notes {
    /// The copy as text: these notes, and the answers of the plan of this id.
    pub fn write(&self, plan: RowId, state: &State) -> String {
        let mut members = Map::new();
        let mut put = |key: &str, value: Value| drop(members.insert(key.to_owned(), value));
        put("format", FORMAT.into());
        put("format_version", FORMAT_VERSION.into());
        put("plan", plan.as_str().into());
        put("counter", self.counter.into());
        put("saved_at", self.saved_at.into());
        if let Some(open) = self.open {
            put("open", open.into());
        }
        if let Some(at) = self.exported_at {
            put("exported_at", at.into());
        }
        let texts = [&self.name, &self.by, &self.note, &self.from, &self.from_note, &self.table];
        for (key, text) in ["name", "by", "note", "from", "from_note", "table"].into_iter().zip(texts) {
            put(key, text.as_str().into());
        }
        put("scope", self.scope.as_slice().into());
        put("apart", self.apart.as_slice().into());
        put("received", self.received.iter().map(Received::write).collect());
        put("unknown", Value::Object(self.unknown.clone()));
        put("sync", sync::written(state, None));
        // As the bundle is written: one writer is less code than two.
        serde_json::to_string_pretty(&members).unwrap_or_default()
    }

    fn read(members: &mut Map<String, Value>) -> Self {
        let text = |key| members.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let list = |key| members.get(key).and_then(Value::as_array).into_iter().flatten();
        Self {
            counter: members.get("counter").and_then(Value::as_u64).unwrap_or_default(),
            saved_at: members.get("saved_at").and_then(Value::as_i64).unwrap_or_default(),
            open: members.get("open").and_then(Value::as_u64),
            exported_at: members.get("exported_at").and_then(Value::as_i64),
            name: text("name"),
            by: text("by"),
            note: text("note"),
            from: text("from"),
            from_note: text("from_note"),
            table: text("table"),
            scope: list("scope").filter_map(Value::as_str).map(str::to_owned).collect(),
            received: list("received").map(Received::read).collect(),
            apart: list("apart").filter_map(Value::as_str).map(str::to_owned).collect(),
            unknown: match members.shift_remove("unknown") {
                Some(Value::Object(unknown)) => unknown,
                _ => Map::new(),
            },
        }
    }

    /// Takes in what another page noted of the same draft: what was saved last counts, and each file that was joined.
    pub fn join(&mut self, other: &Self) {
        let exported_at = self.exported_at.max(other.exported_at);
        let counter = self.counter.max(other.counter);
        let is_newer = (other.saved_at, other.counter) > (self.saved_at, self.counter);
        let (newer, older) = if is_newer { (other.clone(), &*self) } else { (self.clone(), other) };
        let mut joined = Self { exported_at, counter, ..newer };
        for received in &older.received {
            match joined.received.iter_mut().find(|known| known.is_of(received)) {
                Some(known) => known.taken_back |= received.taken_back,
                None => {
                    let at = joined.received.iter().position(|known| known.at < received.at);
                    joined.received.insert(at.unwrap_or(joined.received.len()), received.clone());
                }
            }
        }
        for pair in &older.apart {
            if !joined.apart.contains(pair) {
                joined.apart.push(pair.clone());
            }
        }
        for (key, value) in &older.unknown {
            if !joined.unknown.contains_key(key) {
                joined.unknown.insert(key.clone(), value.clone());
            }
        }
        *self = joined;
    }
}

impl StoredCopy {
    /// The copy that a text holds.
    pub fn read(text: &str) -> Result<Self, BundleError> {
        let mut members = read::frame(tree::parse(text, DEEPEST)?, FORMAT, KNOWN, FORMAT_VERSION)?;
        let notes = Notes::read(&mut members);
        let member = members.shift_remove("plan").ok_or(BundleError::NoPlan)?;
        let (id, whole) = match &member {
            Value::Object(plan) => (plan.get("id").and_then(Value::as_str), Some(&member)),
            id => (id.as_str(), None),
        };
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
    use super::*;
    use crate::plan::testing;

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
                effects: [1, 2, 0, 1],
                table: "Table 3".into(),
                taken_back: true,
                ..Received::default()
            }];
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
        let spoilt = text.replace("\"value\": \"fr\"", "\"value\": \"later\"");
        assert_ne!(spoilt, text);
        let read = read(&spoilt);
        assert_eq!(read.plan.language.key(), None);
        assert_eq!(read.state.value("language"), "later");
        assert!(read.notes.write(read.plan.id, &read.state).contains("\"later\""));
    }

    #[test]
    fn of_two_pages_notes_the_last_ones_count() {
        let received = |at| Received { at, ..Received::default() };
        let older = Notes {
            saved_at: 1,
            exported_at: Some(9),
            name: "Avant".into(),
            received: vec![received(3), received(1)],
            ..Notes::default()
        };
        let newer = Notes {
            saved_at: 2,
            exported_at: None,
            name: "Après".into(),
            received: vec![received(2)],
            ..Notes::default()
        };
        for (mut one, other) in [(older.clone(), newer.clone()), (newer, older)] {
            one.join(&other);
            assert_eq!((one.name.as_str(), one.exported_at), ("Après", Some(9)));
            assert_eq!(one.received.iter().map(|received| received.at).collect::<Vec<_>>(), [3, 2, 1]);
            // A file that one page took back is taken back in all.
            let mut back = one.clone();
            back.received[1].taken_back = true;
            for (mut first, second) in [(one.clone(), &back), (back.clone(), &one)] {
                first.join(second);
                assert_eq!(first.received, back.received);
            }
        }
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
            read(&text.replace("\"2.0\"", "\"3.0\"")),
            BundleError::NewerVersion { theirs: "3.0".into(), ours: "2.0" }
        );
        assert_eq!(read("[object Object]"), BundleError::NotJson { line: 1, column: 2 });
    }
}
