//! The answers of a draft with all their living versions, and how copies of it are joined.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::Value;

use super::version::{Version, VersionId};
use super::{CHANGED, GONE, POSITION, marked};

/// The living versions of one answer: none of them replaces another. In the order of their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell(pub(super) Vec<Rc<Version>>);

impl Cell {
    /// The versions.
    pub fn versions(&self) -> &[Rc<Version>] {
        &self.0
    }

    /// The version that a plan shows until somebody decides: the one that replaces most, then the one of the greatest
    /// name. No clock has a say in it.
    pub fn winner(&self) -> Option<&Rc<Version>> {
        self.0.iter().max_by_key(|version| (version.over.len(), version.id))
    }

    /// The answer that a plan shows.
    pub fn value(&self) -> &Value {
        self.winner().map_or(&Value::Null, |version| &version.value)
    }

    /// The answer that a plan shows at this path. Of the days of the last change, the latest is the last; where none can be
    /// read, it is an answer like others.
    pub(super) fn shown_at(&self, path: &str) -> &Value {
        match path {
            CHANGED => {
                let days =
                    self.0.iter().filter_map(|version| version.value.as_str().map(|day| (day, version)));
                days.max_by_key(|(day, _)| *day).map_or(self.value(), |(_, version)| &version.value)
            }
            _ => self.value(),
        }
    }

    /// The different answers, the winner's first.
    pub fn values(&self) -> Vec<&Rc<Version>> {
        let mut different: Vec<&Rc<Version>> = self.winner().into_iter().collect();
        for version in &self.0 {
            if different.iter().all(|known| known.value != version.value) {
                different.push(version);
            }
        }
        different
    }

    /// Takes versions in, and drops what any of all replaces.
    pub(super) fn join(&mut self, other: &Self) {
        for version in &other.0 {
            self.take(Rc::clone(version));
        }
        let replaced: Vec<VersionId> = self
            .0
            .iter()
            .map(|version| version.id)
            .filter(|id| self.0.iter().any(|version| version.replaces(*id)))
            .collect();
        if !replaced.is_empty() {
            self.0.retain(|version| !replaced.contains(&version.id));
        }
    }

    /// Whether any of the versions of these names stands here.
    pub(super) fn holds_any(&self, ids: &BTreeSet<VersionId>) -> bool {
        self.0.iter().any(|version| ids.contains(&version.id))
    }

    /// Takes one version in, whatever it replaces.
    pub(super) fn take(&mut self, version: Rc<Version>) {
        if let Err(at) = self.0.binary_search_by_key(&version.id, |known| known.id) {
            self.0.insert(at, version);
        }
    }
}

/// What somebody has to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The path of the answer; of a row with `/` at its end, where some took out what others wrote in.
    pub path: String,
    /// What each says, the one that is shown first.
    pub versions: Vec<Rc<Version>>,
}

/// All answers, each by its path in the plan. Joining knows no order and no common start: the union of all versions,
/// less those that another replaces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub(super) cells: BTreeMap<String, Cell>,
}

impl State {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The answers, in the order of their paths.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &Cell)> {
        self.cells.iter().map(|(path, cell)| (path.as_str(), cell))
    }

    /// One answer.
    pub fn cell(&self, path: &str) -> Option<&Cell> {
        self.cells.get(path)
    }

    /// The answer that a plan shows at a path.
    pub fn value(&self, path: &str) -> &Value {
        self.cell(path).map_or(&Value::Null, |cell| cell.shown_at(path))
    }

    /// The answers whose path begins so.
    pub fn inside<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Cell)> {
        let from =
            self.cells.range::<str, _>((std::ops::Bound::Included(prefix), std::ops::Bound::Unbounded));
        from.map(|(path, cell)| (path.as_str(), cell)).take_while(move |(path, _)| path.starts_with(prefix))
    }

    /// Puts one version beside what is there, whatever it replaces.
    pub fn put(&mut self, path: &str, version: Version) {
        self.at(path).take(Rc::new(version));
    }

    /// Puts all versions of another copy beside what is there, whatever they replace.
    pub(super) fn put_all(&mut self, other: &Self) {
        for (path, cell) in &other.cells {
            let here = self.at(path);
            cell.0.iter().for_each(|version| here.take(Rc::clone(version)));
        }
    }

    /// What is left of versions that were put beside each other: none that another replaces.
    #[must_use]
    pub(super) fn settled(&self) -> Self {
        let mut left = Self::default();
        left.join(self);
        left
    }

    /// Takes all of another copy in.
    pub fn join(&mut self, other: &Self) {
        for (path, cell) in &other.cells {
            self.at(path).join(cell);
        }
    }

    pub(super) fn at(&mut self, path: &str) -> &mut Cell {
        if !self.cells.contains_key(path) {
            self.cells.insert(path.to_owned(), Cell::default());
        }
        self.cells.entry(path.to_owned()).or_default()
    }

    /// The names of all living versions.
    pub fn ids(&self) -> BTreeSet<VersionId> {
        self.cells.values().flat_map(|cell| &cell.0).map(|version| version.id).collect()
    }

    /// What is left without the versions of these names.
    #[must_use]
    pub fn without(&self, ids: &BTreeSet<VersionId>) -> Self {
        let mut left = self.clone();
        for cell in left.cells.values_mut() {
            cell.0.retain(|version| !ids.contains(&version.id));
        }
        left.cells.retain(|_, cell| !cell.0.is_empty());
        left
    }

    /// The answers that are under one of these: sections of the vision, commitments.
    #[must_use]
    pub fn part(&self, is_wanted: impl Fn(&str) -> bool) -> Self {
        let wanted = self.cells.iter().filter(|(path, _)| is_wanted(path));
        Self { cells: wanted.map(|(path, cell)| (path.clone(), cell.clone())).collect() }
    }

    /// The rows that somebody took out, and how that stands: the row's path, and whether it is hidden.
    pub(super) fn removals(&self) -> impl Iterator<Item = (&str, bool)> {
        self.cells.iter().filter_map(|(path, cell)| {
            let row = marked(path, GONE)?;
            let is_removed = |version: &&Rc<Version>| version.value == Value::Bool(true);
            let removals: Vec<&Rc<Version>> = cell.0.iter().filter(is_removed).collect();
            if removals.is_empty() {
                return None;
            }
            let seen: BTreeSet<VersionId> = match removals.as_slice() {
                [_] => BTreeSet::new(),
                several => several.iter().flat_map(|removal| removal.saw.iter().copied()).collect(),
            };
            let was_seen = |version: &Rc<Version>| match removals.as_slice() {
                [removal] => removal.saw.binary_search(&version.id).is_ok(),
                _ => seen.contains(&version.id),
            };
            // Where somebody took the removal back as well, it is for people to decide.
            let is_uncontested = removals.len() == cell.0.len();
            // Whoever moves the row, or takes out what is in it, holds on to nothing.
            let mut living = self.inside(row).filter(|(inner, _)| marked(inner, POSITION).is_none());
            let hidden = is_uncontested
                && living.all(|(inner, cell)| {
                    let is_removal = |version| marked(inner, GONE).is_some() && is_removed(&version);
                    cell.0.iter().all(|version| was_seen(version) || is_removal(version))
                });
            Some((row, hidden))
        })
    }

    /// What is to be decided in a state: answers of which there is more than one, and rows that some took out and others
    /// wrote in. The places of rows and the day of the last change are settled without anybody.
    pub fn differences(&self) -> Vec<Difference> {
        let hidden = self.hidden();
        let mut found: Vec<Difference> = Vec::new();
        let contested: RowPaths<'_> =
            self.removals().filter_map(|(row, hidden)| (!hidden).then_some(row)).collect();
        for (path, cell) in self.cells().filter(|(path, _)| !hidden.cover(path)) {
            if let Some(row) = marked(path, GONE) {
                if contested.has(row) {
                    found.push(Difference { path: row.to_owned(), versions: cell.0.clone() });
                }
            } else if cell.0.len() > 1 && path != CHANGED && marked(path, POSITION).is_none() {
                let versions: Vec<Rc<Version>> = cell.values().into_iter().cloned().collect();
                if versions.len() > 1 {
                    found.push(Difference { path: path.to_owned(), versions });
                }
            }
        }
        found
    }

    /// The rows that are hidden.
    pub fn hidden(&self) -> RowPaths<'_> {
        self.removals().filter_map(|(row, hidden)| hidden.then_some(row)).collect()
    }

    /// Whether it holds any of the versions of these names.
    pub(super) fn holds_any(&self, ids: &BTreeSet<VersionId>) -> bool {
        self.cells.values().any(|cell| cell.holds_any(ids))
    }

    /// The names of the living versions in a row that are among these.
    pub(super) fn ids_in(&self, row: &str, among: &BTreeSet<VersionId>) -> Vec<VersionId> {
        let inside = self.inside(row).flat_map(|(_, cell)| &cell.0);
        inside.map(|version| version.id).filter(|id| among.contains(id)).collect()
    }
}

/// Rows by their paths, each with `/` at its end.
#[derive(Clone, Debug, Default)]
pub struct RowPaths<'a>(BTreeSet<&'a str>);

impl<'a> RowPaths<'a> {
    /// Whether a row is one of them.
    pub fn has(&self, row: &str) -> bool {
        self.0.contains(row)
    }

    /// Whether a path lies in one of them.
    pub fn cover(&self, path: &str) -> bool {
        let mut end = 0;
        let mut rows = path.split('/').filter_map(|step| {
            end += step.len() + 1;
            path.get(..end)
        });
        !self.0.is_empty() && rows.any(|row| self.has(row))
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.0.iter().copied()
    }

    /// Those that lie in no other of them.
    pub fn outermost(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.iter().filter(|row| !self.cover(row.strip_suffix('/').unwrap_or(row)))
    }
}

impl<'a> FromIterator<&'a str> for RowPaths<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(rows: I) -> Self {
        // One by one: to collect them is to sort them first, and a sort is much code.
        let mut all = BTreeSet::new();
        for row in rows {
            all.insert(row);
        }
        Self(all)
    }
}
