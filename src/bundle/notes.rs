//! What the app notes of a draft beside its plan: where it came from, what was joined and decided, the workshop that is being
//! prepared. It stays in the browser's storage, and is in no file.

use serde_json::{Map, Value};

use super::stored::{FORMAT, FORMAT_VERSION};
use crate::ascii;
use crate::plan::RowId;
use crate::sync::{self, State};

/// Decisions that are kept at the most.
pub const MOST_DECIDED: usize = 200;

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
    /// What was answered when it was last exported, or came as a file ([`State::marks`]).
    pub marks: String,
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
    /// What people decided, the last one first, as [`Decided`] writes it.
    pub decided: Vec<Value>,
    /// The workshop that is being prepared, as [`Workshop`] writes it.
    pub workshop: Value,
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
    /// How many answers were new, changed, cleared, in conflict and settled, how many lists in another order, and how many
    /// comments it brought.
    pub effects: [u64; 7],
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
            effects: [0, 1, 2, 3, 4, 5, 6].map(|at| count(at).unwrap_or_default()),
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
        let texts = [&self.name, &self.by, &self.note, &self.from, &self.from_note, &self.table, &self.marks];
        let keys = ["name", "by", "note", "from", "from_note", "table", "marks"];
        for (key, text) in keys.into_iter().zip(texts) {
            put(key, text.as_str().into());
        }
        put("scope", self.scope.as_slice().into());
        put("apart", self.apart.as_slice().into());
        put("decided", self.decided.as_slice().into());
        put("workshop", self.workshop.clone());
        put("received", self.received.iter().map(Received::write).collect());
        put("unknown", Value::Object(self.unknown.clone()));
        // Without the bundle's spaces: it is written every other moment, and up to two fifths of it would be spaces.
        let mut copy = Value::Object(members).to_string();
        copy.truncate(copy.len().saturating_sub(1));
        copy.extend([",\"sync\":", &sync::written(state, None), "}"]);
        ascii::with_few_escaped(copy)
    }

    pub(super) fn read(members: &mut Map<String, Value>) -> Self {
        let text = |key| members.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let list = |key| members.get(key).and_then(Value::as_array).into_iter().flatten();
        Self {
            counter: members.get("counter").and_then(Value::as_u64).unwrap_or_default(),
            saved_at: members.get("saved_at").and_then(Value::as_i64).unwrap_or_default(),
            open: members.get("open").and_then(Value::as_u64),
            exported_at: members.get("exported_at").and_then(Value::as_i64),
            marks: text("marks"),
            name: text("name"),
            by: text("by"),
            note: text("note"),
            from: text("from"),
            from_note: text("from_note"),
            table: text("table"),
            scope: list("scope").filter_map(Value::as_str).map(str::to_owned).collect(),
            received: list("received").map(Received::read).collect(),
            apart: list("apart").filter_map(Value::as_str).map(str::to_owned).collect(),
            decided: list("decided").cloned().collect(),
            workshop: members.get("workshop").cloned().unwrap_or_default(),
            unknown: match members.shift_remove("unknown") {
                Some(Value::Object(unknown)) => unknown,
                _ => Map::new(),
            },
        }
    }

    /// Takes in what another page noted of the same draft: what was saved last counts, and each file that was joined.
    pub fn join(&mut self, other: &Self) {
        let exported_at = self.exported_at.max(other.exported_at);
        let is_exported_last = |of: &Self| !of.marks.is_empty() && of.exported_at == exported_at;
        let last = [&*self, other].into_iter().find(|of| is_exported_last(of)).unwrap_or(self);
        let marks = if last.marks.is_empty() { other.marks.clone() } else { last.marks.clone() };
        let counter = self.counter.max(other.counter);
        let is_newer = (other.saved_at, other.counter) > (self.saved_at, self.counter);
        let (newer, older) = if is_newer { (other.clone(), &*self) } else { (self.clone(), other) };
        let mut joined = Self { exported_at, marks, counter, ..newer };
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
        if joined.workshop.is_null() {
            joined.workshop.clone_from(&older.workshop);
        }
        for decided in &older.decided {
            if !joined.decided.contains(decided) {
                let when = number(decided, "at");
                let at = joined.decided.iter().position(|known| number(known, "at") < when);
                joined.decided.insert(at.unwrap_or(joined.decided.len()), decided.clone());
            }
        }
        joined.decided.truncate(MOST_DECIDED);
        for (key, value) in &older.unknown {
            if !joined.unknown.contains_key(key) {
                joined.unknown.insert(key.clone(), value.clone());
            }
        }
        *self = joined;
    }
}

/// What somebody decided, where copies said different things: what was left out is not lost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    /// The answer's path ([`crate::sync`]).
    pub path: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// What was not taken.
    pub left_out: Vec<LeftOut>,
}

/// A text that was left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeftOut {
    /// The answer as the file holds it.
    pub value: Value,
    /// Who says to have written it.
    pub by: String,
    /// When, in milliseconds since 1970; 0 where nobody knows.
    pub at: i64,
}

impl Decided {
    /// As [`Notes`] keep it.
    pub fn write(&self) -> Value {
        let left = self.left_out.iter().map(|of| {
            object([("value", of.value.clone()), ("by", of.by.as_str().into()), ("at", of.at.into())])
        });
        object([("path", self.path.as_str().into()), ("at", self.at.into()), ("left_out", left.collect())])
    }

    /// As [`Notes`] kept it.
    pub fn read(value: &Value) -> Self {
        let left_out = list(value, "left_out").map(|of| LeftOut {
            value: of.get("value").cloned().unwrap_or_default(),
            by: text(of, "by"),
            at: number(of, "at"),
        });
        Self { path: text(value, "path"), at: number(value, "at"), left_out: left_out.collect() }
    }
}

/// A workshop that is being prepared (handbook 3.2.1, 3.3.1: co-creation).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workshop {
    /// The instructions for all tables.
    pub note: String,
    /// The tables, in order.
    pub tables: Vec<Table>,
}

/// A table of a workshop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// What it is to fill ([`super::Made`]).
    pub scope: Vec<String>,
    /// What is said to this table alone.
    pub note: String,
}

impl Workshop {
    /// As [`Notes`] keep it.
    pub fn write(&self) -> Value {
        let tables = self.tables.iter().map(|of| {
            let (name, note) = (of.name.as_str().into(), of.note.as_str().into());
            object([("name", name), ("scope", of.scope.as_slice().into()), ("note", note)])
        });
        object([("note", self.note.as_str().into()), ("tables", tables.collect())])
    }

    /// As [`Notes`] kept it; without tables where there is none.
    pub fn read(value: &Value) -> Self {
        let tables = list(value, "tables").map(|of| Table {
            name: text(of, "name"),
            scope: list(of, "scope").filter_map(Value::as_str).map(str::to_owned).collect(),
            note: text(of, "note"),
        });
        Self { note: text(value, "note"), tables: tables.collect() }
    }
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn text(of: &Value, key: &str) -> String {
    of.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn number(of: &Value, key: &str) -> i64 {
    of.get(key).and_then(Value::as_i64).unwrap_or_default()
}

fn list<'a>(of: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    of.get(key).and_then(Value::as_array).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_pages_notes_the_last_ones_count() {
        let received = |at| Received { at, ..Received::default() };
        let older = Notes {
            saved_at: 1,
            exported_at: Some(9),
            marks: "abcde".into(),
            name: "Avant".into(),
            received: vec![received(3), received(1)],
            ..Notes::default()
        };
        let newer = Notes {
            saved_at: 2,
            exported_at: None,
            marks: "fghij".into(),
            name: "Après".into(),
            received: vec![received(2)],
            ..Notes::default()
        };
        for (mut one, other) in [(older.clone(), newer.clone()), (newer, older)] {
            one.join(&other);
            assert_eq!((one.name.as_str(), one.exported_at), ("Après", Some(9)));
            assert_eq!(one.marks, "abcde", "of the last export");
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

    /// Texts that were left out anywhere are there everywhere, the last ones first; a workshop that only one page knows stays.
    #[test]
    fn what_one_page_keeps_is_kept() {
        let decided = |at| Decided { path: "vision/site".into(), at, left_out: Vec::new() }.write();
        let workshop = Workshop { note: "Cinq phrases".into(), ..Workshop::default() }.write();
        let older = Notes {
            saved_at: 1,
            decided: (0..150).rev().map(|at| decided(2 * at)).collect(),
            workshop: workshop.clone(),
            ..Notes::default()
        };
        let newer = Notes {
            saved_at: 2,
            decided: (0..150).rev().map(|at| decided(2 * at + 1)).collect(),
            ..Notes::default()
        };
        for (mut one, other) in [(older.clone(), newer.clone()), (newer, older)] {
            one.join(&other);
            let moments: Vec<i64> = one.decided.iter().map(|of| Decided::read(of).at).collect();
            assert_eq!(moments, (100..300).rev().collect::<Vec<i64>>());
            assert_eq!(one.workshop, workshop);
        }
    }
}
