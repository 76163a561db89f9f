//! What every part of a plan has in common: answers, records of members, lists of rows.
//!
//! A record is declared once with [`record!`]; the struct, its schema and the access by member name come from that one
//! declaration. Reading that repairs, writing, and what is done with rows walk over members by name, once for all
//! records: code made for each of them came to 50 kB more wasm.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::id::{IdMaker, RowId};
use super::text;

/// Rows in one list at the most, in the form and in the file.
pub const MOST_ROWS: usize = 500;

/// A leaf of the plan: one thing that one control edits.
pub trait Answer {
    /// Reads what a file holds here. What cannot be read is reported and left empty.
    fn read(&mut self, value: Value, reading: &mut Reading<'_>);
    /// The answer as the file holds it; nothing where there is nothing to hold.
    fn to_json(&self) -> Option<Value>;
    /// The answer as a control and the file spell it; a list of options by its keys.
    fn shown(&self) -> Cow<'_, str>;
    /// Takes what was typed, read where it can be and kept as typed where not.
    fn enter(&mut self, typed: &str);
    /// Whether it says anything at all.
    fn is_filled(&self) -> bool;
    /// Its English version beside it, where it has one (handbook 3.2).
    fn english(&self) -> Option<&str> {
        None
    }
    /// Takes what was typed as its English version.
    fn enter_english(&mut self, _typed: &str) {}
    /// Goes on naming the rows it names, which `new` gives new names.
    fn follow(&mut self, _new: &dyn Fn(RowId) -> Option<RowId>) {}
    /// Leaves out what a newer version wrote.
    fn forget_unknown(&mut self) {}
}

/// What stands under a member's name.
pub enum Node<'a> {
    /// One answer.
    Answer(&'a dyn Answer),
    /// A block of members.
    Record(&'a dyn Record),
    /// A list of rows.
    Rows(&'a dyn Rows),
}

/// [`Node`], to change.
pub enum NodeMut<'a> {
    /// One answer.
    Answer(&'a mut dyn Answer),
    /// A block of members.
    Record(&'a mut dyn Record),
    /// A list of rows.
    Rows(&'a mut dyn Rows),
}

/// What a record can hold under a name.
pub trait Member {
    /// The member, for reading.
    fn node(&self) -> Node<'_>;
    /// The member, for changing.
    fn node_mut(&mut self) -> NodeMut<'_>;
}

impl Node<'_> {
    /// The member as the file holds it; nothing where there is nothing to hold.
    fn to_json(&self) -> Option<Value> {
        match self {
            Self::Answer(answer) => answer.to_json(),
            Self::Record(record) => {
                record.to_json().filter(|json| json.as_object().is_none_or(|of| !of.is_empty()))
            }
            Self::Rows(rows) => {
                let rows: Vec<Value> = (0..rows.count()).filter_map(|at| rows.at(at)?.to_json()).collect();
                (!rows.is_empty()).then_some(Value::Array(rows))
            }
        }
    }
}

impl Node<'_> {
    /// Whether it says something else than before, English texts and the member of this name left aside; a list, whatever
    /// the order of its rows, and the rows nobody filled left aside.
    pub fn differs(&self, then: &Node<'_>, aside: &str) -> bool {
        match (self, then) {
            (Self::Answer(now), Node::Answer(then)) => now.shown() != then.shown(),
            (Self::Record(now), Node::Record(then)) => now.differs(*then, aside),
            (Self::Rows(now), Node::Rows(then)) => now.differs(*then, aside),
            _ => true,
        }
    }
}

/// A block of named members.
pub trait Record {
    /// The members' names, in the file's order.
    fn keys(&self) -> &'static [&'static str];
    /// The member of this name.
    fn member(&self, key: &str) -> Option<Node<'_>>;
    /// The member of this name, to change.
    fn member_mut(&mut self, key: &str) -> Option<NodeMut<'_>>;
    /// Whether the member of this name says only what the app itself put into a new row.
    fn is_preset(&self, _key: &str) -> bool {
        false
    }
    /// The row's name; none where the record is no row.
    fn row_id(&self) -> Option<RowId>;
    /// Gives a row its name.
    fn set_row_id(&mut self, id: RowId);
    /// What a newer version wrote that this one does not know.
    fn unknown(&self) -> &Map<String, Value>;
    /// The same, to fill.
    fn unknown_mut(&mut self) -> &mut Map<String, Value>;
}

impl dyn Record + '_ {
    /// Whether somebody filled any answer in it. For a row: whether it is started.
    pub fn is_started(&self) -> bool {
        let by_somebody = self.keys().iter().filter(|key| !self.is_preset(key));
        by_somebody.filter_map(|key| self.member(key)).any(|node| match node {
            Node::Answer(answer) => answer.is_filled(),
            Node::Record(record) => record.is_started(),
            Node::Rows(rows) => (0..rows.count()).any(|at| rows.at(at).is_some_and(<dyn Record>::is_started)),
        })
    }

    /// Whether any member says something else than before; see [`Node::differs`].
    pub fn differs(&self, then: &dyn Record, aside: &str) -> bool {
        let mut keys = self.keys().iter().filter(|key| **key != aside);
        keys.any(|key| match (self.member(key), then.member(key)) {
            (Some(now), Some(then)) => now.differs(&then, aside),
            (now, then) => now.is_some() != then.is_some(),
        })
    }

    /// The record as the file holds it: its members in order, the empty ones left out.
    pub fn to_json(&self) -> Option<Value> {
        let mut members = Map::new();
        if let Some(id) = self.row_id() {
            members.insert("id".to_owned(), id.as_str().into());
        }
        for key in self.keys() {
            if let Some(value) = self.member(key).and_then(|node| node.to_json()) {
                members.insert((*key).to_owned(), value);
            }
        }
        members.extend(self.unknown().iter().map(|(key, value)| (key.clone(), value.clone())));
        Some(Value::Object(members))
    }

    /// Reads what a file holds here, member by member: a wrong value costs that answer alone. What is beyond the
    /// members is kept.
    pub fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        let Value::Object(mut members) = value else { return reading.fault(&value) };
        if self.row_id().is_some() {
            self.set_row_id(reading.id(members.shift_remove("id")));
        }
        for key in self.keys() {
            let value = members.shift_remove(*key).filter(|value| !value.is_null());
            if let (Some(value), Some(node)) = (value, self.member_mut(key)) {
                reading.inside(key, |reading| match node {
                    NodeMut::Answer(answer) => answer.read(value, reading),
                    NodeMut::Record(record) => record.read(value, reading),
                    NodeMut::Rows(rows) => rows.read(value, reading),
                });
            }
        }
        *self.unknown_mut() = members;
    }

    /// Gives the row, and every row inside it, a new name; what names them follows.
    pub fn renew_ids(&mut self, ids: &mut IdMaker<'_>) {
        let mut renewed = Vec::new();
        self.rename(&mut |old| {
            let new = ids.next_id();
            renewed.push((old, new));
            new
        });
        self.follow(&|named| renewed.iter().find(|(old, _)| *old == named).map(|(_, new)| *new));
    }

    /// Gives the row, and every row inside it, the name that `name` gives.
    pub fn rename(&mut self, name: &mut dyn FnMut(RowId) -> RowId) {
        if let Some(id) = self.row_id() {
            self.set_row_id(name(id));
        }
        self.for_each(&mut |node| match node {
            NodeMut::Answer(_) => {}
            NodeMut::Record(record) => record.rename(name),
            NodeMut::Rows(rows) => rows.for_each(&mut |row| row.rename(name)),
        });
    }

    /// Goes on naming the rows that are named in it, which `new` gives new names.
    pub fn follow(&mut self, new: &dyn Fn(RowId) -> Option<RowId>) {
        self.for_each(&mut |node| match node {
            NodeMut::Answer(answer) => answer.follow(new),
            NodeMut::Record(record) => record.follow(new),
            NodeMut::Rows(rows) => rows.for_each(&mut |row| row.follow(new)),
        });
    }

    /// Leaves out what a newer version wrote, here and inside.
    pub fn forget_unknown(&mut self) {
        self.unknown_mut().clear();
        self.for_each(&mut |node| match node {
            NodeMut::Answer(answer) => answer.forget_unknown(),
            NodeMut::Record(record) => record.forget_unknown(),
            NodeMut::Rows(rows) => rows.for_each(&mut |row| row.forget_unknown()),
        });
    }

    fn for_each(&mut self, work: &mut dyn FnMut(NodeMut<'_>)) {
        for key in self.keys() {
            if let Some(node) = self.member_mut(key) {
                work(node);
            }
        }
    }
}

/// A record in a list, known by its id.
pub trait Row: Record + Default {
    /// How many of them a list takes.
    const MOST: usize = MOST_ROWS;
    /// The row's name.
    fn id(&self) -> RowId;
    /// A new row, with what the app sets itself.
    fn fresh(id: RowId) -> Self;
}

/// Whether any answer of a record is filled. For a row: whether it is started.
pub fn is_started(record: &dyn Record) -> bool {
    record.is_started()
}

/// A list of rows, whatever they are: what only the list itself can do. The rest is made of it, once for all lists.
pub trait Rows {
    /// How many rows there are.
    fn count(&self) -> usize;
    /// How many there can be.
    fn most(&self) -> usize;
    /// The row at a position.
    fn at(&self, at: usize) -> Option<&dyn Record>;
    /// The row at a position, to change.
    fn at_mut(&mut self, at: usize) -> Option<&mut dyn Record>;
    /// Puts a row at the end: a new one of this id, with what the app sets itself, or an empty one to fill.
    fn push(&mut self, new: Option<RowId>);
    /// Takes the last row out of the list.
    fn pop(&mut self);
    /// Lets a row and the one behind it change places.
    fn swap(&mut self, at: usize);
}

impl dyn Rows + '_ {
    /// The rows' ids, in order.
    pub fn ids(&self) -> Vec<RowId> {
        (0..self.count()).filter_map(|at| self.at(at)?.row_id()).collect()
    }

    fn position(&self, id: RowId) -> Option<usize> {
        (0..self.count()).find(|at| self.at(*at).and_then(Record::row_id) == Some(id))
    }

    /// One row.
    pub fn row(&self, id: RowId) -> Option<&dyn Record> {
        self.at(self.position(id)?)
    }

    /// One row, to change.
    pub fn row_mut(&mut self, id: RowId) -> Option<&mut dyn Record> {
        self.at_mut(self.position(id)?)
    }

    fn for_each(&mut self, work: &mut dyn FnMut(&mut dyn Record)) {
        for at in 0..self.count() {
            if let Some(row) = self.at_mut(at) {
                work(row);
            }
        }
    }

    /// The rows that somebody filled.
    fn started(&self) -> impl Iterator<Item = &dyn Record> {
        (0..self.count()).filter_map(|at| self.at(at)).filter(|row| row.is_started())
    }

    fn differs(&self, then: &dyn Rows, aside: &str) -> bool {
        let is_new = |row: &dyn Record| {
            let before = row.row_id().and_then(|id| then.row(id)).filter(|before| before.is_started());
            before.is_none_or(|before| row.differs(before, aside))
        };
        self.started().count() != then.started().count() || self.started().any(is_new)
    }

    /// Moves a row to another position.
    fn move_to(&mut self, from: usize, to: usize) {
        (from..to).for_each(|at| self.swap(at));
        (to..from).rev().for_each(|at| self.swap(at));
    }

    /// Puts a new row at the end. Says whether there was room.
    pub fn add(&mut self, id: RowId) -> bool {
        let room = self.count() < self.most();
        if room {
            self.push(Some(id));
        }
        room
    }

    /// Takes a row out, and gives its position and all it held.
    pub fn take(&mut self, id: RowId) -> Option<(usize, Value)> {
        let at = self.position(id)?;
        let row = self.at(at)?.to_json()?;
        self.move_to(at, self.count().saturating_sub(1));
        self.pop();
        Some((at, row))
    }

    /// Puts back what [`take`](Self::take) took.
    pub fn put_back(&mut self, at: usize, row: Value) {
        let at = at.min(self.count());
        // What was taken out has ids of its own; a count serves should one be missing all the same.
        let mut count = 0_u8;
        let mut no_chance = || {
            count = count.wrapping_add(1);
            [count; 10]
        };
        self.push(None);
        self.move_to(self.count().saturating_sub(1), at);
        if let Some(put) = self.at_mut(at) {
            put.read(row, &mut Reading::new(IdMaker::new(&mut no_chance)));
        }
    }

    /// Moves a row by so many places. Says whether it moved.
    pub fn shift(&mut self, id: RowId, by: isize) -> bool {
        let Some(at) = self.position(id) else { return false };
        match at.checked_add_signed(by).filter(|to| *to < self.count() && *to != at) {
            Some(to) => {
                self.move_to(at, to);
                true
            }
            None => false,
        }
    }

    /// Puts a copy with new ids behind a row, and gives the copy's id; nothing if there is no room.
    pub fn duplicate(&mut self, id: RowId, ids: &mut IdMaker<'_>) -> Option<RowId> {
        let at = self.position(id).filter(|_| self.count() < self.most())?;
        let row = self.at(at)?.to_json()?;
        self.put_back(at + 1, row);
        let copy = self.at_mut(at + 1)?;
        copy.renew_ids(ids);
        copy.row_id()
    }

    /// Reads the rows a file holds.
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        let Value::Array(items) = value else { return reading.fault(&value) };
        for (at, item) in items.into_iter().enumerate() {
            reading.inside(&at.to_string(), |reading| match item {
                Value::Object(_) => {
                    let end = self.count();
                    self.push(None);
                    if let Some(row) = self.at_mut(end) {
                        row.read(item, reading);
                    }
                }
                other => reading.fault(&other),
            });
        }
    }
}

impl<R: Row> Rows for Vec<R> {
    fn count(&self) -> usize {
        self.len()
    }

    fn most(&self) -> usize {
        R::MOST
    }

    fn at(&self, at: usize) -> Option<&dyn Record> {
        self.get(at).map(|row| row as &dyn Record)
    }

    fn at_mut(&mut self, at: usize) -> Option<&mut dyn Record> {
        self.get_mut(at).map(|row| row as &mut dyn Record)
    }

    fn push(&mut self, new: Option<RowId>) {
        self.push(new.map_or_else(R::default, R::fresh));
    }

    fn pop(&mut self) {
        self.pop();
    }

    fn swap(&mut self, at: usize) {
        if let Some([row, next]) = self.get_mut(at..).and_then(<[R]>::first_chunk_mut) {
            std::mem::swap(row, next);
        }
    }
}

impl<R: Row> Member for Vec<R> {
    fn node(&self) -> Node<'_> {
        Node::Rows(self)
    }

    fn node_mut(&mut self) -> NodeMut<'_> {
        NodeMut::Rows(self)
    }
}

/// What reading a file left behind: where something could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The member's path in the plan: `commitments/0/title`.
    pub path: String,
    /// What was wrong there.
    pub kind: FaultKind,
}

/// What can be wrong with one value of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Not what belongs there; left empty.
    Unexpected,
    /// Characters were taken out that a text must not hold.
    Cleaned,
    /// The id was missing, malformed or used twice; the row got a new one.
    NewId,
}

/// The state of reading a plan from a file: where it is, which ids it saw, what it had to leave out.
pub struct Reading<'a> {
    path: Vec<String>,
    /// The ids seen, as keys: a set of a kind that is here already keeps the wasm small.
    ids: Map<String, Value>,
    maker: IdMaker<'a>,
    /// How many ids were counted out, where chance has no say.
    counted: Option<u64>,
    /// What could not be read, in the file's order.
    pub faults: Vec<Fault>,
}

impl<'a> Reading<'a> {
    /// A reading that takes new ids from `maker` where the file's cannot serve.
    pub fn new(maker: IdMaker<'a>) -> Self {
        Self { path: Vec::new(), ids: Map::new(), maker, counted: None, faults: Vec::new() }
    }

    /// Reads what stands under a name or position.
    pub fn inside<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(key.to_owned());
        let result = read(self);
        self.path.pop();
        result
    }

    /// Reads a plan inside the plan, whose rows may have the same ids. New ones are counted out: read again, they are the
    /// same.
    pub fn apart<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let ids = std::mem::take(&mut self.ids);
        let counted = self.counted.replace(0);
        let result = read(self);
        self.ids = ids;
        self.counted = counted;
        result
    }

    fn new_id(&mut self) -> RowId {
        let Some(count) = &mut self.counted else { return self.maker.next_id() };
        *count += 1;
        let mut digits = *b"aaaaaaaaaa";
        for (digit, at) in digits.iter_mut().zip([0, 4, 8, 12, 16, 20, 24, 28, 32, 36]) {
            // A letter for each four bits.
            *digit += u8::try_from((*count >> at) & 15).unwrap_or_default();
        }
        IdMaker::new(&mut || digits).next_id()
    }

    /// Reports a value that does not belong here. `null` is simply no answer.
    pub fn fault(&mut self, value: &Value) {
        if !value.is_null() {
            self.report(FaultKind::Unexpected);
        }
    }

    /// The text a value holds; nothing, reported, where it holds something else.
    pub fn text(&mut self, value: Value) -> Option<String> {
        match value {
            Value::String(text) => Some(self.clean(text)),
            other => {
                self.fault(&other);
                None
            }
        }
    }

    /// The text without what a text must not hold; reports if something went.
    pub fn clean(&mut self, text: String) -> String {
        match text::clean(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(cleaned) => {
                self.report(FaultKind::Cleaned);
                cleaned
            }
        }
    }

    /// The id a row carries, or a new one if it has none that can serve.
    pub fn id(&mut self, value: Option<Value>) -> RowId {
        let given = value.as_ref().and_then(Value::as_str).and_then(RowId::parse);
        match given.filter(|id| self.is_new(*id)) {
            Some(id) => id,
            None => {
                self.report(FaultKind::NewId);
                let mut id = self.new_id();
                while !self.is_new(id) {
                    id = self.new_id();
                }
                id
            }
        }
    }

    fn is_new(&mut self, id: RowId) -> bool {
        self.ids.insert(id.to_string(), Value::Null).is_none()
    }

    fn report(&mut self, kind: FaultKind) {
        self.faults.push(Fault { path: self.path.join("/"), kind });
    }
}

/// Declares a record: `record! { pub struct Name { member: Type, … } }`, or a row of a list with `row` before
/// `struct`, which then has an `id`. Every member is a [`Member`]; what the file holds beyond them is kept in `unknown`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* $member:ident: $type:ty),* $(,)? }) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
        $(#[$meta])*
        pub struct $name {
            $($(#[$doc])* pub $member: $type,)*
            /// Members of a newer version, carried through untouched.
            #[cfg_attr(feature = "schema", schemars(flatten))]
            pub unknown: serde_json::Map<String, serde_json::Value>,
        }

        $crate::plan::record::record!(@record $name {
            fn row_id(&self) -> Option<$crate::plan::RowId> {
                None
            }

            fn set_row_id(&mut self, _: $crate::plan::RowId) {}
        } $($member)*);
    };
    ($(#[$meta:meta])* pub row struct $name:ident { $($(#[$doc:meta])* $member:ident: $type:ty),* $(,)? }
     $(fresh $fresh:ident: $value:expr)? $(, most $most:expr)?) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
        $(#[$meta])*
        pub struct $name {
            /// The row's name, stable for ever.
            pub id: $crate::plan::RowId,
            $($(#[$doc])* pub $member: $type,)*
            /// Members of a newer version, carried through untouched.
            #[cfg_attr(feature = "schema", schemars(flatten))]
            pub unknown: serde_json::Map<String, serde_json::Value>,
        }

        impl $crate::plan::record::Row for $name {
            $(const MOST: usize = $most;)?

            fn id(&self) -> $crate::plan::RowId {
                self.id
            }

            fn fresh(id: $crate::plan::RowId) -> Self {
                Self { id, $($fresh: $value,)? ..Self::default() }
            }
        }

        $crate::plan::record::record!(@record $name {
            fn row_id(&self) -> Option<$crate::plan::RowId> {
                Some(self.id)
            }

            fn set_row_id(&mut self, id: $crate::plan::RowId) {
                self.id = id;
            }

            $(fn is_preset(&self, key: &str) -> bool {
                key == stringify!($fresh) && self.$fresh == $value
            })?
        } $($member)*);
    };
    (@record $name:ident { $($row:tt)* } $($member:ident)*) => {
        impl $crate::plan::record::Record for $name {
            fn keys(&self) -> &'static [&'static str] {
                &[$(stringify!($member)),*]
            }

            fn member(&self, key: &str) -> Option<$crate::plan::record::Node<'_>> {
                match key {
                    $(stringify!($member) => Some($crate::plan::record::Member::node(&self.$member)),)*
                    _ => None,
                }
            }

            fn member_mut(&mut self, key: &str) -> Option<$crate::plan::record::NodeMut<'_>> {
                match key {
                    $(stringify!($member) => Some($crate::plan::record::Member::node_mut(&mut self.$member)),)*
                    _ => None,
                }
            }

            $($row)*

            fn unknown(&self) -> &serde_json::Map<String, serde_json::Value> {
                &self.unknown
            }

            fn unknown_mut(&mut self) -> &mut serde_json::Map<String, serde_json::Value> {
                &mut self.unknown
            }
        }

        impl $crate::plan::record::Member for $name {
            fn node(&self) -> $crate::plan::record::Node<'_> {
                $crate::plan::record::Node::Record(self)
            }

            fn node_mut(&mut self) -> $crate::plan::record::NodeMut<'_> {
                $crate::plan::record::NodeMut::Record(self)
            }
        }
    };
}
pub(crate) use record;

/// Makes types that are answers members of records.
macro_rules! answers {
    (of $of:ident: $bound:path => $($type:ty),*) => {
        $($crate::plan::record::answers!(@member $type, <$of: $bound>);)*
    };
    (@member $type:ty, <$($of:ident: $bound:path)?>) => {
        impl<$($of: $bound)?> $crate::plan::record::Member for $type {
            fn node(&self) -> $crate::plan::record::Node<'_> {
                $crate::plan::record::Node::Answer(self)
            }

            fn node_mut(&mut self) -> $crate::plan::record::NodeMut<'_> {
                $crate::plan::record::NodeMut::Answer(self)
            }
        }
    };
    ($($type:ty),*) => {
        $($crate::plan::record::answers!(@member $type, <>);)*
    };
}
pub(crate) use answers;
