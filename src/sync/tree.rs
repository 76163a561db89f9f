//! JSON to answers by their paths, and back.
//!
//! It knows no question: objects are walked into, lists of objects are rows with ids, lists of keys are sets of which
//! each key is an answer of its own. What is of another shape, a kept plan or what could not be read, is one answer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::order;
use super::state::{State, is_under};
use super::version::Version;
use super::{GONE, POSITION, marked};
use crate::canonical;
use crate::plan::{RowId, text};

/// Answers by their paths.
pub(super) type Leaves = BTreeMap<String, Value>;

/// How a value is walked.
enum Shape<'a> {
    Members(&'a Map<String, Value>),
    Rows(&'a [Value]),
    Keys(&'a [Value]),
    Whole,
}

fn shape(value: &Value, is_plan: bool) -> Shape<'_> {
    match value {
        // A plan inside the plan, kept as it was, is one thing; so is what was typed and could not be read.
        Value::Object(members) if is_plan => Shape::Members(members),
        Value::Object(members) if members.contains_key("id") || members.contains_key("typed") => Shape::Whole,
        // Empty ones say nothing.
        Value::Object(members) => Shape::Members(members),
        Value::Array(items) if items.iter().all(Value::is_object) => Shape::Rows(items),
        Value::Array(items) if items.iter().all(is_key) => Shape::Keys(items),
        _ => Shape::Whole,
    }
}

fn is_key(value: &Value) -> bool {
    let is_of_key = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    value.as_str().is_some_and(|key| !key.is_empty() && key.bytes().all(is_of_key))
}

/// A member's name as a step of a path: never one that means something else there.
fn step(name: &str) -> String {
    let escaped = name.replace('~', "~0").replace('/', "~1");
    if escaped.starts_with(['#', '=', '_']) { format!("~2{escaped}") } else { escaped }
}

/// The name that a step stands for.
fn name(step: &str) -> String {
    step.strip_prefix("~2").unwrap_or(step).replace("~1", "/").replace("~0", "~")
}

/// The answers of a plan. Rows without an id that can serve get one that their content gives, so every copy that reads
/// the same gets the same. Characters that no text may hold are left out.
pub(super) fn leaves(plan: &Value) -> Leaves {
    let mut walk = Walk { leaves: Leaves::new(), ids: BTreeSet::new() };
    if let Value::Object(members) = plan {
        walk.members(members, "");
    }
    walk.leaves
}

struct Walk {
    leaves: Leaves,
    ids: BTreeSet<RowId>,
}

impl Walk {
    fn members(&mut self, members: &Map<String, Value>, at: &str) {
        for (key, value) in members.iter().filter(|(key, value)| *key != "id" && !value.is_null()) {
            self.value(value, &format!("{at}{}", step(key)));
        }
    }

    fn value(&mut self, value: &Value, path: &str) {
        match shape(value, false) {
            Shape::Members(members) => self.members(members, &format!("{path}/")),
            Shape::Rows(rows) => self.rows(rows, path),
            Shape::Keys(keys) => {
                for key in keys.iter().filter_map(Value::as_str) {
                    self.leaves.insert(format!("{path}/={key}"), true.into());
                }
            }
            Shape::Whole => {
                let mut value = value.clone();
                clean(&mut value);
                self.leaves.insert(path.to_owned(), value);
            }
        }
    }

    fn rows(&mut self, rows: &[Value], path: &str) {
        let mut positions = order::Positions::default();
        for row in rows {
            let Value::Object(members) = row else { continue };
            let id = self.id(members, path);
            let at = format!("{path}/#{id}/");
            self.leaves.insert(format!("{at}{POSITION}"), positions.next_one().into());
            self.members(members, &at);
        }
    }

    fn id(&mut self, members: &Map<String, Value>, path: &str) -> RowId {
        let mut id = members.get("id").and_then(Value::as_str).and_then(RowId::parse);
        let (content, mut again) = (Value::Object(members.clone()), 0);
        loop {
            match id {
                Some(id) if self.ids.insert(id) => return id,
                _ => id = Some(named(&[&path.into(), &content, &again.into()])),
            }
            again += 1;
        }
    }
}

/// The id that a content gives.
pub(super) fn named(content: &[&Value]) -> RowId {
    let digest = canonical::digest_of(content);
    RowId::from_random(digest.first_chunk().copied().unwrap_or_default())
}

fn clean(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let std::borrow::Cow::Owned(cleaned) = text::clean(text) {
                *text = cleaned;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(clean),
        Value::Object(members) => members.values_mut().for_each(clean),
        _ => {}
    }
}

impl State {
    /// What a plan says without telling who wrote it: one plain version of each answer.
    pub fn plain(plan: &Value) -> Self {
        let mut state = Self::default();
        for (path, value) in leaves(plan) {
            let version = Version::plain(&path, value);
            state.put(&path, version);
        }
        state
    }

    /// The plan as it shows, of this id: the winners of all answers, without the rows that are hidden.
    pub fn plan(&self, id: RowId) -> Value {
        let hidden = self.hidden();
        let shown: Vec<(&str, &Value)> = self
            .cells()
            .filter(|(path, _)| marked(path, GONE).is_none() && !is_under(path, &hidden))
            .map(|(path, cell)| (path, cell.value()))
            .collect();
        let mut plan = Map::new();
        plan.insert("id".to_owned(), id.as_str().into());
        insert_members(&mut plan, &shown);
        Value::Object(plan)
    }
}

/// The first step of a path, and what follows it.
fn first<'a>((path, value): &(&'a str, &'a Value)) -> (&'a str, (&'a str, &'a Value)) {
    let (step, rest) = path.split_once('/').unwrap_or((path, ""));
    (step, (rest, value))
}

/// What lies under each first step. Equal steps lie together, because the paths are in order.
fn grouped<'a>(leaves: &[(&'a str, &'a Value)]) -> Vec<(&'a str, Vec<(&'a str, &'a Value)>)> {
    let mut groups: Vec<(&str, Vec<(&str, &Value)>)> = Vec::new();
    for (step, rest) in leaves.iter().map(first) {
        match groups.last_mut() {
            Some((known, group)) if *known == step => group.push(rest),
            _ => groups.push((step, vec![rest])),
        }
    }
    groups
}

fn insert_members(members: &mut Map<String, Value>, leaves: &[(&str, &Value)]) {
    for (step, inner) in grouped(leaves) {
        let value = value(&inner);
        if !value.is_null() && step != POSITION {
            members.insert(name(step), value);
        }
    }
}

fn value(leaves: &[(&str, &Value)]) -> Value {
    // What stands here itself counts where nothing stands under it.
    let under: Vec<(&str, &Value)> = leaves.iter().filter(|(path, _)| !path.is_empty()).copied().collect();
    let groups = grouped(&under);
    let is_row = |(step, _): &&(&str, Vec<(&str, &Value)>)| step.starts_with('#');
    if groups.iter().any(|group| is_row(&group)) {
        return rows(groups.iter().filter(is_row));
    }
    let keys: Vec<Value> = under
        .iter()
        .filter_map(|(path, value)| path.strip_prefix('=').filter(|_| **value == Value::Bool(true)))
        .map(Value::from)
        .collect();
    if !keys.is_empty() {
        return Value::Array(keys);
    }
    let mut members = Map::new();
    insert_members(&mut members, &under);
    if !members.is_empty() {
        return Value::Object(members);
    }
    let own = leaves.iter().find(|(path, _)| path.is_empty());
    own.map_or(Value::Null, |(_, value)| (*value).clone())
}

fn rows<'a>(groups: impl Iterator<Item = &'a (&'a str, Vec<(&'a str, &'a Value)>)>) -> Value {
    let mut rows: Vec<(&str, Value)> = Vec::new();
    for (step, leaves) in groups {
        let mut row = Map::new();
        row.insert("id".to_owned(), step.trim_start_matches('#').into());
        insert_members(&mut row, leaves);
        let position = leaves.iter().find(|(path, _)| *path == POSITION);
        let position = position.and_then(|(_, value)| value.as_str()).unwrap_or_default();
        // Of one position, the ids decide; they come in their order.
        let at = rows.partition_point(|(known, _)| *known <= position);
        rows.insert(at, (position, Value::Object(row)));
    }
    Value::Array(rows.into_iter().map(|(_, row)| row).collect())
}
