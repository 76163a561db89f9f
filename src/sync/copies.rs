//! The copies of one draft that a page deals with: its own, those of other pages, and what they come to together.
//!
//! The form edits a plan and knows nothing of versions. What changed is found by comparing the plan as it was recorded
//! last with the plan as it is, and each answer that changed gets a version.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::Value;

use super::order;
use super::state::{Cell, Difference, RowPaths, State};
use super::steps::Step;
use super::tree::{Leaves, differing, named};
use super::version::{Version, VersionId};
use super::ways_back::Ways;
use super::{CHANGED, GONE, POSITION, marked};
use crate::plan::RowId;

/// The copies of a draft.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    /// What this page keeps. Another page's answers come into it once that page is gone, or a file goes out that has them.
    pub(super) own: State,
    /// What other pages keep, each by its name, as it was read last.
    pub(super) others: Vec<(String, State)>,
    /// All of them together.
    pub(super) joined: State,
    /// The plan as it was recorded last.
    recorded: Value,
    /// The versions that this page made and nobody else has seen: the next one takes their place without a trace.
    pub(super) fresh: BTreeSet<VersionId>,
    /// What was written when the plan was recorded last: the paths with the versions' names.
    written: Vec<(String, VersionId)>,
    /// How often this page's copy went out in a file.
    pub(super) given_out: u32,
    /// What changed when the plan was recorded last.
    step: Step,
    /// What the ways back go by.
    pub(super) ways: Ways,
}

/// What taking a copy in does to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// There was none before.
    New,
    /// It says something else.
    Changed,
    /// It is empty afterwards.
    Cleared,
    /// Both texts stay, until somebody decides.
    Conflict,
    /// What was to be decided is decided.
    Settled,
    /// The rows of a list stand in another order.
    Moved,
}

/// An answer that taking a copy in changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Its path; of a row that comes or goes, with `/` at its end; of a list whose rows move, the list's.
    pub path: String,
    /// What happens to it.
    pub kind: Kind,
}

impl Copies {
    /// The copies of a draft that was just opened: this page's own, and those of other pages.
    pub fn new(own: State, others: Vec<(String, State)>) -> Self {
        let mut copies = Self { own, others, ..Self::default() };
        copies.rejoin();
        copies
    }

    /// What this page keeps.
    pub fn own(&self) -> &State {
        &self.own
    }

    /// All answers, with what other pages keep.
    pub fn joined(&self) -> &State {
        &self.joined
    }

    /// The other pages, by their names.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.others.iter().map(|(page, _)| page.as_str())
    }

    pub(super) fn rejoin(&mut self) {
        self.joined = self.own.clone();
        let others = std::mem::take(&mut self.others);
        for (_, state) in &others {
            self.joined.join(state);
            self.note_seen(state);
        }
        self.others = others;
    }

    /// Takes note that the plan is as it stands now, with nothing to record: it was just read.
    pub fn settle(&mut self, plan: Value) {
        self.recorded = plan;
    }

    /// Hears what another page keeps, or that it keeps nothing any more. Says whether that changes any answer.
    pub fn hear(&mut self, page: &str, state: Option<State>) -> bool {
        self.others.retain(|(known, _)| known != page);
        self.others.extend(state.map(|state| (page.to_owned(), state)));
        let before = std::mem::take(&mut self.joined);
        self.rejoin();
        before != self.joined
    }

    /// Makes what a page that is gone kept this page's own.
    pub fn inherit(&mut self, page: &str) {
        let (gone, others) =
            std::mem::take(&mut self.others).into_iter().partition(|(known, _)| known == page);
        let gone: Vec<(String, State)> = gone;
        self.others = others;
        for (_, state) in &gone {
            self.note_inherited(state);
            self.own.join(state);
            // That page may have given a file out.
            self.given_out = self.given_out.wrapping_add(1);
        }
        self.rejoin();
    }

    /// Makes all that a file takes out this page's own: from now on nothing of it vanishes without a trace.
    pub fn give_out(&mut self) {
        self.own = self.joined.clone();
        self.fresh.clear();
        self.given_out = self.given_out.wrapping_add(1);
        // What settles itself comes down to one version, the same wherever that is done.
        let several = self.joined.cells().filter(|(path, cell)| cell.0.len() > 1 && settles_itself(path));
        let several: Vec<(String, Value)> =
            several.map(|(path, cell)| (path.to_owned(), cell.shown_at(path).clone())).collect();
        for (path, value) in several {
            self.decide(&path, value, ("", 0));
        }
        self.fresh.clear();
    }

    /// Takes note of what somebody else has seen: none of it vanishes without a trace any more.
    pub fn note_seen(&mut self, copy: &State) {
        for version in copy.cells.values().flat_map(|cell| &cell.0) {
            for seen in [version.id].iter().chain(&version.over).chain(&version.saw) {
                self.fresh.remove(seen);
            }
        }
    }

    /// Takes a copy in.
    pub fn take_in(&mut self, copy: &State) {
        self.note_seen(copy);
        self.bring_again(&copy.ids());
        self.own.join(copy);
        self.joined.join(copy);
    }

    /// What a copy says and this one says otherwise, though it knows it: the paths where something was written over it.
    fn rewritten<'a>(&'a self, copy: &'a State) -> impl Iterator<Item = (&'a str, &'a Rc<Version>)> {
        let hidden = copy.hidden();
        let cells = copy.cells().filter(move |(path, _)| {
            *path != CHANGED && marked(path, GONE).or(marked(path, POSITION)).is_none() && !hidden.cover(path)
        });
        let ours = self.joined.hidden();
        cells.filter_map(|(path, cell)| Some((path, cell.winner()?))).filter(move |(path, version)| {
            let is_ours = self.joined.value(path) == &version.value && !ours.cover(path);
            !version.value.is_null() && !is_ours
        })
    }

    /// Whether anything was written over what a copy says.
    pub fn has_rewritten(&self, copy: &State) -> bool {
        self.rewritten(copy).next().is_some()
    }

    /// Takes up again what a copy says, over what was written instead, and brings back its rows. Each text keeps its
    /// writer's name. Gives the names of what it wrote.
    pub fn take_again(&mut self, copy: &State, by: (&str, i64)) -> BTreeSet<VersionId> {
        let texts: Vec<(String, Rc<Version>)> =
            self.rewritten(copy).map(|(path, version)| (path.to_owned(), Rc::clone(version))).collect();
        let (hidden, theirs) = (self.joined.hidden(), copy.hidden());
        let rows = copy.cells().filter_map(|(path, _)| marked(path, POSITION));
        let rows: Vec<String> =
            rows.filter(|row| hidden.has(row) && !theirs.cover(row)).map(str::to_owned).collect();
        let mut wrote = BTreeSet::new();
        for row in rows {
            wrote.extend(self.bring(&row, by));
        }
        for (path, version) in texts {
            let who = if version.at == 0 { by } else { (version.by.as_str(), version.at) };
            wrote.insert(self.decide(&path, version.value.clone(), who));
        }
        wrote
    }

    /// Records what changed since the plan was recorded last. `by` is who writes, `at` the moment in milliseconds since
    /// 1970. Answers under `held` were on somebody's screen as these versions of them, whatever came since. Says whether
    /// anything changed.
    pub fn record(&mut self, plan: Value, by: (&str, i64), held: &[(String, Vec<VersionId>)]) -> bool {
        self.written.clear();
        let [before, now] = differing(&self.recorded, &plan);
        if before == now {
            return false;
        }
        let (rows_before, rows_now) = (rows_of(&before), rows_of(&now));
        let gone: RowPaths<'_> = rows_before.iter().filter(|row| !rows_now.has(row)).collect();
        let come: RowPaths<'_> = rows_now.iter().filter(|row| !rows_before.has(row)).collect();
        // What is in a row that goes, goes with it.
        for row in gone.outermost() {
            self.remove(row, by);
        }
        for row in come.iter() {
            let _ = self.bring(row, by);
        }
        // What came into a row after it stood so, and is back with it.
        let hidden = self.joined.hidden();
        let inside = come.iter().flat_map(|row| self.joined.inside(row));
        let strays = inside.filter_map(|(path, _)| marked(path, POSITION));
        let strays = strays.filter(|row| !rows_now.has(row) && !hidden.cover(row));
        let strays: Vec<String> = strays.collect::<RowPaths<'_>>().outermost().map(str::to_owned).collect();
        for row in &strays {
            self.remove(row, by);
        }
        let seen = |path: &str| held.iter().find(|(known, _)| known == path).map(|(_, ids)| ids.as_slice());
        for (path, value) in now.iter().filter(|(path, _)| marked(path, POSITION).is_none()) {
            if before.get(path) != Some(value) || come.cover(path) {
                self.write(path, value.clone(), by, seen(path));
            }
        }
        let is_lost =
            |path: &str| !now.contains_key(path) && marked(path, POSITION).or(marked(path, GONE)).is_none();
        let hidden = self.joined.hidden();
        let inside = come.iter().flat_map(|row| self.joined.inside(row)).map(|(path, _)| path);
        let inside = inside.filter(|path| !hidden.cover(path)).map(str::to_owned);
        let was_there = before.keys().filter(|path| !gone.cover(path)).cloned();
        let lost: Vec<String> = inside.chain(was_there).filter(|path| is_lost(path)).collect();
        for path in lost {
            self.write(&path, Value::Null, by, seen(&path));
        }
        self.arrange(&before, &now, by);
        self.recorded = plan;
        self.step = Step::new([before, now]);
        true
    }

    /// What changed when the plan was recorded last; not there a second time.
    pub fn take_step(&mut self) -> Step {
        std::mem::take(&mut self.step)
    }

    /// Writes an answer: over what is shown, or over what was seen of it.
    fn write(&mut self, path: &str, value: Value, by: (&str, i64), held: Option<&[VersionId]>) {
        let cell = self.joined.cell(path).cloned().unwrap_or_default();
        let shown = cell.value();
        let is_seen = |version: &&Rc<Version>| match held {
            Some(ids) => ids.contains(&version.id),
            None => version.value == *shown || settles_itself(path),
        };
        let seen: Vec<&Rc<Version>> = cell.0.iter().filter(is_seen).collect();
        let is_the_same = *shown == value && cell.0.len() < 2;
        if !is_the_same {
            let id = self.replace(path, value, by, &seen, Vec::new());
            self.written.push((path.to_owned(), id));
        }
    }

    /// Decides an answer: over all that is known of it. Gives the decision's name.
    pub fn decide(&mut self, path: &str, value: Value, by: (&str, i64)) -> VersionId {
        let cell = self.joined.cell(path).cloned().unwrap_or_default();
        self.replace(path, value, by, &cell.0.iter().collect::<Vec<_>>(), Vec::new())
    }

    /// Puts a version in the place of those that were seen.
    fn replace(
        &mut self,
        path: &str,
        value: Value,
        by: (&str, i64),
        seen: &[&Rc<Version>],
        saw: Vec<VersionId>,
    ) -> VersionId {
        let (fresh, known): (Vec<&Rc<Version>>, Vec<&Rc<Version>>) =
            seen.iter().copied().partition(|version| self.fresh.contains(&version.id));
        // All that it replaces, and all that those replaced: else a copy of long ago would bring them back.
        let mut over: Vec<VersionId> = known.iter().map(|version| version.id).collect();
        over.extend(seen.iter().flat_map(|version| version.over.iter().copied()));
        let version = Rc::new(Version::over(path, value, by, over.into_iter(), saw));
        for state in [&mut self.own, &mut self.joined] {
            let cell = state.at(path);
            cell.0.retain(|old| fresh.iter().all(|fresh| fresh.id != old.id));
            cell.join(&Cell(vec![Rc::clone(&version)]));
        }
        for old in &fresh {
            self.fresh.remove(&old.id);
        }
        self.fresh.insert(version.id);
        version.id
    }

    /// Takes a row out, having seen all that is in it.
    fn remove(&mut self, row: &str, by: (&str, i64)) -> VersionId {
        let inside = self.joined.inside(row).filter(|(inner, _)| inner.strip_prefix(row) != Some(GONE));
        let saw = inside.flat_map(|(_, cell)| &cell.0).map(|version| version.id).collect();
        self.mark_gone(row, saw, by)
    }

    /// Takes a row out, having seen this of it.
    pub(super) fn mark_gone(&mut self, row: &str, saw: Vec<VersionId>, by: (&str, i64)) -> VersionId {
        let path = format!("{row}{GONE}");
        let cell = self.joined.cell(&path).cloned().unwrap_or_default();
        self.replace(&path, true.into(), by, &cell.0.iter().collect::<Vec<_>>(), saw)
    }

    /// Brings a row back, if it was taken out.
    fn bring(&mut self, row: &str, by: (&str, i64)) -> Option<VersionId> {
        let path = format!("{row}{GONE}");
        let cell = self.joined.cell(&path).cloned()?;
        Some(self.replace(&path, false.into(), by, &cell.0.iter().collect::<Vec<_>>(), Vec::new()))
    }

    /// Decides what some took out and others wrote in: it stays, or it goes. Gives the decision's name.
    pub fn decide_row(&mut self, row: &str, stays: bool, by: (&str, i64)) -> Option<VersionId> {
        if stays { self.bring(row, by) } else { Some(self.remove(row, by)) }
    }

    /// Makes one row of two: what the other says comes into the one that stays. Where both say something, both texts
    /// stay, to be decided; nothing is dropped. Gives the names of what it wrote.
    pub fn unite(&mut self, stays: &str, other: &str, by: (&str, i64)) -> BTreeSet<VersionId> {
        let hidden = self.joined.hidden();
        let inside = self.joined.inside(other).filter(|(path, _)| !hidden.cover(path));
        let said: Vec<(String, Vec<Rc<Version>>)> = inside
            .filter(|(path, _)| marked(path, GONE).is_none())
            .filter_map(|(path, cell)| Some((renamed(stays, other, path)?, cell.0.clone())))
            .collect();
        let mut wrote = BTreeSet::new();
        for (path, versions) in &said {
            for version in versions.iter().filter(|version| !version.value.is_null()) {
                let cell = self.joined.cell(path).cloned().unwrap_or_default();
                let is_place = marked(path, POSITION).is_some() && !cell.0.is_empty();
                if is_place || cell.0.iter().any(|known| known.value == version.value) {
                    continue;
                }
                let empty = cell.0.iter().filter(|known| known.value.is_null());
                let over = empty.flat_map(|known| [known.id].into_iter().chain(known.over.iter().copied()));
                let who = (version.by.as_str(), version.at);
                let moved = Version::over(path, version.value.clone(), who, over, Vec::new());
                wrote.insert(moved.id);
                let moved = Cell(vec![Rc::new(moved)]);
                self.own.at(path).join(&moved);
                self.joined.at(path).join(&moved);
            }
        }
        // They were made one before, and that was undone: the rows inside are there, out of sight.
        for row in said.iter().filter_map(|(path, _)| marked(path, POSITION)) {
            if self.joined.hidden().has(row) {
                wrote.extend(self.bring(row, by));
            }
        }
        wrote.extend(self.point_anew(stays, other, by));
        wrote.insert(self.remove(other, by));
        self.bring_again(&wrote);
        wrote
    }

    /// What points into a row that goes, points into the one that stays: what people said about it.
    fn point_anew(&mut self, stays: &str, other: &str, by: (&str, i64)) -> Vec<VersionId> {
        let anew = |value: &Value| {
            let path = value.as_str()?;
            let is_row = other.strip_suffix('/') == Some(path);
            if is_row { stays.strip_suffix('/').map(str::to_owned) } else { renamed(stays, other, path) }
        };
        let all = self.joined.cells();
        let pointing: Vec<(String, String)> =
            all.filter_map(|(path, cell)| Some((path.to_owned(), anew(cell.value())?))).collect();
        pointing.into_iter().map(|(path, to)| self.decide(&path, to.into(), by)).collect()
    }

    /// Gives rows that came or moved their places.
    fn arrange(&mut self, before: &Leaves, now: &Leaves, by: (&str, i64)) {
        let is_place = |(path, _): &(&String, &Value)| marked(path, POSITION).is_some();
        let places = |of: &Leaves| -> Leaves {
            of.iter().filter(is_place).map(|(path, value)| (path.clone(), value.clone())).collect()
        };
        if places(before) == places(now) {
            return;
        }
        // The rows of each list, in the order they stand in now.
        let mut lists: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
        for (path, place) in now.iter().filter(is_place) {
            let Some((list, _)) = path.rsplit_once("/#") else { continue };
            let row = (place.as_str().unwrap_or_default(), path.as_str());
            let at = match lists.iter().position(|(known, _)| *known == list) {
                Some(at) => at,
                None => {
                    lists.push((list, Vec::new()));
                    lists.len() - 1
                }
            };
            if let Some((_, rows)) = lists.get_mut(at) {
                rows.insert(rows.partition_point(|known| *known <= row), row);
            }
        }
        for (_, rows) in lists {
            self.arrange_list(&rows.into_iter().map(|(_, path)| path).collect::<Vec<_>>(), by);
        }
    }

    fn arrange_list(&mut self, rows: &[&str], by: (&str, i64)) {
        let known: Vec<Option<String>> =
            rows.iter().map(|path| self.joined.value(path).as_str().map(str::to_owned)).collect();
        let is_in_order = known.iter().all(Option::is_some) && known.iter().zip(rows).is_sorted();
        if is_in_order {
            return;
        }
        let moved = order::moved(&known.iter().map(Option::as_deref).collect::<Vec<_>>());
        let mut last: Option<String> = None;
        for (at, (path, is_moved)) in rows.iter().zip(&moved).enumerate() {
            if *is_moved {
                let stays = known.iter().zip(&moved).skip(at).find(|(_, is_moved)| !**is_moved);
                let next = stays.and_then(|(place, _)| place.as_deref());
                let place = order::between(last.as_deref(), next);
                self.write(path, place.as_str().into(), by, None);
                last = Some(place);
            } else {
                last = known.get(at).cloned().flatten();
            }
        }
    }

    /// What is to be decided.
    pub fn differences(&self) -> Vec<Difference> {
        self.joined.differences()
    }

    /// The versions that are on the screen for an answer: those that say what is shown.
    pub fn shown(&self, path: &str) -> Vec<VersionId> {
        let cell = self.joined.cell(path).cloned().unwrap_or_default();
        let shown = cell.value();
        cell.0.iter().filter(|version| version.value == *shown).map(|version| version.id).collect()
    }

    /// The version of an answer that was written when the plan was recorded last.
    pub fn written(&self, path: &str) -> Option<VersionId> {
        self.written.iter().find(|(known, _)| known == path).map(|(_, id)| *id)
    }

    /// What taking a copy in would do, in the order of the paths.
    pub fn effects(&self, copy: &State) -> Vec<Effect> {
        let mut after = self.joined.clone();
        after.join(copy);
        let (were_hidden, are_hidden) = (self.joined.hidden(), after.hidden());
        let counted = |differences: Vec<Difference>| -> BTreeMap<String, usize> {
            differences.into_iter().map(|of| (of.path, of.versions.len())).collect()
        };
        let (open, were_open) = (counted(after.differences()), counted(self.differences()));
        let mut effects: Vec<Effect> = Vec::new();
        let mut tell = |path: &str, kind: Kind| effects.push(Effect { path: path.to_owned(), kind });
        for (path, cell) in after.cells() {
            if let Some(row) = marked(path, POSITION) {
                let was_there = self.joined.cell(path).is_some() && !were_hidden.cover(path);
                if !was_there && !are_hidden.cover(path) {
                    tell(row, Kind::New);
                } else if was_there && are_hidden.has(row) {
                    tell(row, Kind::Cleared);
                }
            } else if let Some(row) = marked(path, GONE) {
                match (were_open.contains_key(row), open.contains_key(row)) {
                    (false, true) => tell(row, Kind::Conflict),
                    // A row that goes is told as such.
                    (true, false) if !are_hidden.cover(row) => tell(row, Kind::Settled),
                    _ => {}
                }
            } else if path != CHANGED && !are_hidden.cover(path) {
                let before = if were_hidden.cover(path) { &Value::Null } else { self.joined.value(path) };
                match (before, cell.value()) {
                    // None is less than any number of texts.
                    _ if were_open.get(path) < open.get(path) => tell(path, Kind::Conflict),
                    (before, now) if before == now => {
                        if were_open.contains_key(path) && !open.contains_key(path) {
                            tell(path, Kind::Settled);
                        }
                    }
                    (Value::Null, _) => tell(path, Kind::New),
                    (_, Value::Null) => tell(path, Kind::Cleared),
                    _ => tell(path, Kind::Changed),
                }
            }
        }
        let is_shown = |row: &str| !were_hidden.cover(row) && !are_hidden.cover(row);
        for list in moved_lists(&self.joined, &after, is_shown) {
            tell(list, Kind::Moved);
        }
        effects
    }
}

/// The lists in which rows that two states have stand in another order.
fn moved_lists<'a>(before: &'a State, now: &'a State, is_shown: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let in_order = |of: &'a State, other: &State| {
        let mut rows = BTreeSet::new();
        for (path, cell) in of.cells().filter(|(path, _)| other.cell(path).is_some()) {
            if let Some(row) = marked(path, POSITION).filter(|row| is_shown(row)) {
                let list = row.rsplit_once("/#").map_or("", |(list, _)| list);
                rows.insert((list, cell.value().as_str().unwrap_or_default(), row));
            }
        }
        rows
    };
    let mut moved: Vec<&str> = Vec::new();
    for ((list, _, before), (_, _, now)) in in_order(before, now).into_iter().zip(in_order(now, before)) {
        if before != now && moved.last() != Some(&list) {
            moved.push(list);
        }
    }
    moved
}

/// The rows that answers lie in, each with `/` at its end.
fn rows_of(leaves: &Leaves) -> RowPaths<'_> {
    leaves.keys().filter_map(|path| marked(path, POSITION)).collect()
}

/// Whether an answer is settled without anybody: the places of rows, and the day of the last change.
fn settles_itself(path: &str) -> bool {
    path == CHANGED || marked(path, POSITION).is_some()
}

/// The path of what a row holds in another row. The rows inside get other names, the same everywhere: their own may still
/// be seen where they were.
fn renamed(to: &str, from: &str, path: &str) -> Option<String> {
    let steps = path.strip_prefix(from)?.split('/').map(|step| match step.strip_prefix('#') {
        Some(id) => format!("#{}", named(&[&from.into(), &id.into()])),
        None => step.to_owned(),
    });
    Some(format!("{to}{}", steps.collect::<Vec<_>>().join("/")))
}

/// Ids that rows have in a path: the commitment's, and the row's in it.
pub fn row_ids(path: &str) -> impl Iterator<Item = RowId> + '_ {
    path.split('/').filter_map(|step| RowId::parse(step.strip_prefix('#')?))
}
