//! JSON to answers by their paths, and back.
//!
//! It knows no question: objects are walked into, lists of objects are rows with ids, lists of keys are sets of which
//! each key is an answer of its own. What is of another shape, a kept plan or what could not be read, is one answer;
//! so is what holds more than anything in a plan does.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use serde_json::{Map, Value};

use super::order;
use super::state::State;
use super::version::Version;
use super::{GONE, POSITION, marked};
use crate::canonical;
use crate::plan::record::MOST_ROWS;
use crate::plan::{MOST_KEPT, RowId, TIMES_JOINED, text};

/// Answers by their paths.
pub(super) type Leaves = BTreeMap<String, Value>;

/// How a value is walked.
enum Shape<'a> {
    Members(&'a Map<String, Value>),
    Rows(&'a [Value]),
    Keys(&'a [Value]),
    Whole,
}

fn shape(value: &Value) -> Shape<'_> {
    match value {
        // A plan inside the plan, kept as it was, is one thing; so is a file, and what was typed and could not be read.
        Value::Object(members) if ["id", "typed", "sha256"].iter().any(|key| members.contains_key(*key)) => {
            Shape::Whole
        }
        // There is nothing in an empty one that could be an answer of its own, and a newer version may mean something by it.
        Value::Object(members) if members.is_empty() => Shape::Whole,
        Value::Array(items) if items.is_empty() => Shape::Whole,
        Value::Object(members) if members.len() <= MOST_ROWS => Shape::Members(members),
        Value::Array(items) if items.len() <= MOST_KEPT * TIMES_JOINED && are_rows(items) => {
            Shape::Rows(items)
        }
        Value::Array(items) if items.len() <= MOST_ROWS && are_keys(items) => Shape::Keys(items),
        _ => Shape::Whole,
    }
}

/// Whether a value is one answer, and not several or rows of them.
pub(super) fn is_one_answer(value: &Value) -> bool {
    matches!(shape(value), Shape::Whole)
}

/// Whether these are rows, each with an id of its own.
fn are_rows(items: &[Value]) -> bool {
    let mut ids = BTreeSet::new();
    items.iter().all(|item| row_id(item).is_some_and(|id| ids.insert(id)))
}

fn row_id(row: &Value) -> Option<RowId> {
    RowId::parse(row.get("id")?.as_str()?)
}

/// Whether these are keys of options, each once. They are a set: their order says nothing.
fn are_keys(items: &[Value]) -> bool {
    let is_of_key = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let mut known: Vec<&str> = Vec::new();
    items.iter().filter_map(Value::as_str).all(|key| {
        let is_key = !key.is_empty() && key.bytes().all(is_of_key) && !known.contains(&key);
        known.push(key);
        is_key
    }) && known.len() == items.len()
}

/// A member's name as a step of a path: never one that means something else there.
fn step(name: &str) -> String {
    let escaped = name.replace('~', "~0").replace('/', "~1");
    if escaped.is_empty() {
        return "~3".to_owned();
    }
    if escaped.starts_with(['#', '=', '_']) { format!("~2{escaped}") } else { escaped }
}

/// The name that a step stands for.
fn name(step: &str) -> String {
    let escaped = step.strip_prefix("~2").or(step.strip_prefix("~3")).unwrap_or(step);
    escaped.replace("~1", "/").replace("~0", "~")
}

/// The answers of a plan. Characters that no text may hold are left out.
pub(super) fn leaves(plan: &Value) -> Leaves {
    let mut leaves = Leaves::new();
    if let Value::Object(plan) = plan {
        walk_members(plan, "", &mut leaves);
    }
    leaves
}

fn walk_members(members: &Map<String, Value>, at: &str, leaves: &mut Leaves) {
    for (key, value) in members.iter().filter(|(key, value)| *key != "id" && !value.is_null()) {
        walk(value, &format!("{at}{}", step(key)), leaves);
    }
}

fn walk(value: &Value, path: &str, leaves: &mut Leaves) {
    match shape(value) {
        Shape::Members(members) => walk_members(members, &format!("{path}/"), leaves),
        Shape::Rows(rows) => {
            let mut positions = order::Positions::default();
            for (id, row) in rows.iter().filter_map(|row| Some((row_id(row)?, row.as_object()?))) {
                let at = format!("{path}/#{id}/");
                leaves.insert(format!("{at}{POSITION}"), positions.next_one().into());
                walk_members(row, &at, leaves);
            }
        }
        Shape::Keys(keys) => {
            for key in keys.iter().filter_map(Value::as_str) {
                leaves.insert(format!("{path}/={key}"), true.into());
            }
        }
        Shape::Whole => {
            let mut value = value.clone();
            clean(&mut value);
            leaves.insert(path.to_owned(), value);
        }
    }
}

/// The answers in which two plans differ, as each of them has them; lists of rows that came, went or moved as a whole.
pub(super) fn differing(before: &Value, now: &Value) -> [Leaves; 2] {
    let mut leaves = [Leaves::new(), Leaves::new()];
    if let (Value::Object(before), Value::Object(now)) = (before, now) {
        differ_in_members(before, now, "", &mut leaves);
    } else {
        leaves = [before, now].map(self::leaves);
    }
    leaves
}

fn differ_in_members(
    before: &Map<String, Value>,
    now: &Map<String, Value>,
    at: &str,
    leaves: &mut [Leaves; 2],
) {
    let gone = before.iter().filter(|(key, _)| !now.contains_key(*key));
    let gone = gone.map(|(key, value)| (key, value, &Value::Null));
    let there = now.iter().map(|(key, value)| (key, before.get(key).unwrap_or(&Value::Null), value));
    for (key, before, now) in gone.chain(there).filter(|(key, before, now)| *key != "id" && before != now) {
        differ(before, now, &format!("{at}{}", step(key)), leaves);
    }
}

fn differ(before: &Value, now: &Value, path: &str, leaves: &mut [Leaves; 2]) {
    let ids = |rows: &[Value]| rows.iter().filter_map(row_id).collect::<Vec<_>>();
    match (shape(before), shape(now)) {
        (Shape::Members(before), Shape::Members(now)) => {
            differ_in_members(before, now, &format!("{path}/"), leaves);
        }
        (Shape::Rows(before), Shape::Rows(now)) if ids(before) == ids(now) => {
            for (before, now) in before.iter().zip(now).filter(|(before, now)| before != now) {
                if let (Some(id), Value::Object(before), Value::Object(now)) = (row_id(now), before, now) {
                    differ_in_members(before, now, &format!("{path}/#{id}/"), leaves);
                }
            }
        }
        _ => {
            for (value, leaves) in [before, now].into_iter().zip(leaves) {
                if !value.is_null() {
                    walk(value, path, leaves);
                }
            }
        }
    }
}

/// The id that a content gives: whoever reads the same gives the same.
pub fn named(content: &[&Value]) -> RowId {
    let digest = canonical::digest_of(content);
    RowId::from_random(digest.first_chunk().copied().unwrap_or_default())
}

/// Leaves out the characters that no text may hold.
pub(super) fn clean(value: &mut Value) {
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
        let shown: Vec<Shown<'_>> = self
            .cells()
            .filter(|(path, _)| marked(path, GONE).is_none() && !hidden.cover(path))
            .map(|(path, cell)| (path, cell.shown_at(path)))
            .collect();
        let mut plan = Map::new();
        plan.insert("id".to_owned(), id.as_str().into());
        insert_members(&mut plan, &shown, 0);
        Value::Object(plan)
    }
}

/// What shows at a path.
type Shown<'a> = (&'a str, &'a Value);

/// What follows in a path.
fn rest(path: &str, from: usize) -> &str {
    path.get(from..).unwrap_or_default()
}

/// What lies under each step that follows in the paths, and where what follows that begins. Equal steps lie together,
/// because the paths are in order.
fn grouped<'a, 'b>(
    leaves: &'b [Shown<'a>],
    from: usize,
) -> impl Iterator<Item = (&'a str, &'b [Shown<'a>], usize)> {
    let step = move |path: &'a str| rest(path, from).split('/').next().unwrap_or_default();
    let groups = leaves.chunk_by(move |(path, _), (next, _)| step(path) == step(next));
    groups.filter_map(move |group| {
        let step = step(group.first()?.0);
        Some((step, group, from + step.len() + 1))
    })
}

fn insert_members(members: &mut Map<String, Value>, leaves: &[Shown<'_>], from: usize) {
    for (step, inner, from) in grouped(leaves, from) {
        let value = value(inner, from);
        if !value.is_null() && step != POSITION {
            members.insert(name(step), value);
        }
    }
}

fn value(leaves: &[Shown<'_>], from: usize) -> Value {
    // What stands here itself counts where nothing that says anything stands under it; its path is the first.
    let (own, under) = match leaves.split_first() {
        Some(((path, own), under)) if rest(path, from).is_empty() => (Some(*own), under),
        _ => (None, leaves),
    };
    if under.iter().any(|(path, _)| rest(path, from).starts_with('#')) {
        let rows = rows(under, from);
        let says = |row: &Value| row.as_object().is_some_and(|members| members.len() > 1);
        let is_said = rows.as_array().is_some_and(|rows| rows.iter().any(says));
        return own.filter(|own| !own.is_null() && !is_said).cloned().unwrap_or(rows);
    }
    let keys: Vec<Value> = under
        .iter()
        .filter(|(_, value)| **value == Value::Bool(true))
        .filter_map(|(path, _)| rest(path, from).strip_prefix('='))
        .map(Value::from)
        .collect();
    if !keys.is_empty() {
        return Value::Array(keys);
    }
    let mut members = Map::new();
    insert_members(&mut members, under, from);
    if !members.is_empty() {
        return Value::Object(members);
    }
    own.cloned().unwrap_or_default()
}

fn rows(leaves: &[Shown<'_>], from: usize) -> Value {
    let mut rows: Vec<(&str, Value)> = Vec::new();
    for (step, leaves, from) in grouped(leaves, from).filter(|(step, ..)| step.starts_with('#')) {
        let mut row = Map::new();
        row.insert("id".to_owned(), step.trim_start_matches('#').into());
        insert_members(&mut row, leaves, from);
        let position = leaves.iter().find(|(path, _)| rest(path, from) == POSITION);
        let position = position.and_then(|(_, value)| value.as_str()).unwrap_or_default();
        rows.push((position, Value::Object(row)));
    }
    // Of one position, the ids decide; they come in their order. A heap of this type is there already, for digests, and
    // a sort of their own would be much code.
    let spelled = |position: &str| position.bytes().map(u16::from).collect::<Vec<u16>>();
    let in_order: BinaryHeap<(Vec<u16>, usize)> =
        rows.iter().enumerate().map(|(at, (position, _))| (spelled(position), at)).collect();
    let in_order = in_order.into_sorted_vec();
    let mut row_at = |at: usize| rows.get_mut(at).map(|(_, row)| std::mem::take(row));
    Value::Array(in_order.into_iter().filter_map(|(_, at)| row_at(at)).collect())
}
