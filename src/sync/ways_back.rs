//! The ways back: what came with a file or a decision is taken back, and what was written since stays.
//!
//! All versions are known that ever stood in this page's copy when something was about to come. So what there would be
//! without that is their union, less what was taken back and less what was replaced, in whatever order ways back are
//! gone. Where nobody else has what is taken back, that is simply the copy from then on. Else it is written over.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde_json::Value;

use super::copies::Copies;
use super::state::{Cell, RowPaths, State};
use super::steps::is_answer;
use super::version::{Version, VersionId};
use super::{CHANGED, GONE, POSITION, marked};

/// The copies as they were at a moment, to come back to.
#[derive(Clone, Debug, Default)]
pub struct Before {
    joined: State,
    /// The versions that were there, also those that others had replaced by then.
    known: BTreeSet<VersionId>,
    given_out: u32,
}

/// What the ways back go by.
#[derive(Clone, Debug, Default)]
pub(super) struct Ways {
    /// Every version that stood in this page's copy when something was about to come.
    ground: State,
    /// The versions that were taken back.
    taken_back: BTreeSet<VersionId>,
    /// What was written to take something back.
    made: BTreeSet<VersionId>,
    /// The files that were joined.
    files: Vec<Joined>,
}

/// A file that was joined.
#[derive(Clone, Debug)]
struct Joined {
    /// All it has.
    ids: BTreeSet<VersionId>,
    /// What was not there before.
    new: BTreeSet<VersionId>,
    before: Before,
    is_out: bool,
}

impl Copies {
    /// Goes back to the answers of an earlier state, which `plan` has. Texts that nobody had decided on then stand beside
    /// each other again, each under its writer's name.
    pub fn go_back_to(&mut self, plan: Value, earlier: &State, by: (&str, i64)) {
        self.record(plan, by, &[]);
        let is_open = |path: &str| is_answer(path) && !path.ends_with('/');
        for of in earlier.differences().into_iter().filter(|of| is_open(&of.path)) {
            let cell = self.joined.cell(&of.path).cloned().unwrap_or_default();
            // What the plan kept of today has nothing beside it.
            let back = cell.winner().filter(|shown| shown.value == *earlier.value(&of.path));
            let Some(back) = back else { continue };
            let is_there = |version: &Version| cell.0.iter().any(|known| known.value == version.value);
            for beside in of.versions.iter().filter(|version| !is_there(version)) {
                let by = (beside.by.as_str(), beside.at);
                let over = back.over.iter().copied();
                let version = Version::over(&of.path, beside.value.clone(), by, over, Vec::new());
                self.fresh.insert(version.id);
                let version = Cell(vec![Rc::new(version)]);
                for state in [&mut self.own, &mut self.joined] {
                    state.at(&of.path).join(&version);
                }
            }
        }
    }

    /// The copies as they are: none of it vanishes without a trace any more.
    pub fn kept(&mut self) -> Before {
        self.note_ground();
        let mut known = self.ways.ground.ids();
        known.retain(|id| !self.ways.taken_back.contains(id));
        known.extend(self.joined.ids());
        Before { joined: self.joined.clone(), known, given_out: self.given_out }
    }

    /// Takes a file in. Gives the number by which it is taken out again.
    pub fn join_file(&mut self, copy: &State) -> usize {
        let (before, ids) = (self.kept(), copy.ids());
        let new = ids.difference(&before.known).copied().collect();
        self.take_in(copy);
        // What another file has replaced already may come to stand yet.
        self.ways.ground.put_all(copy);
        self.ways.files.push(Joined { ids, new, before, is_out: false });
        self.ways.files.len() - 1
    }

    /// Takes a file out again. What another one brought too stays until that is taken out as well, and so does what was
    /// written since.
    pub fn take_out(&mut self, number: usize, by: (&str, i64)) {
        let Some(file) = self.ways.files.get_mut(number) else { return };
        file.is_out = true;
        let mut came = std::mem::take(&mut file.ids);
        let stays = |id: &VersionId| self.ways.files.iter().any(|of| !of.is_out && of.ids.contains(id));
        let is_new = |id: &VersionId| self.ways.files.iter().any(|of| of.new.contains(id));
        came.retain(|id| is_new(id) && !stays(id));
        // As it was before any of that came.
        let mut files = self.ways.files.iter();
        if let Some(before) = files.find(|of| !of.new.is_disjoint(&came)).map(|of| of.before.clone()) {
            self.take_back(&came, &before, by);
        }
    }

    /// What comes once more is not taken back any more.
    pub(super) fn bring_again(&mut self, ids: &BTreeSet<VersionId>) {
        self.ways.taken_back.retain(|id| !ids.contains(id));
    }

    /// Takes note of all that stands in this page's copy and was not written to take something back; none of it vanishes
    /// without a trace any more. What was taken back and lives again, whoever brought it, is not taken back any more.
    fn note_ground(&mut self) {
        self.fresh.clear();
        self.ways.ground.put_all(&self.own.without(&self.ways.made));
        let hidden = self.joined.hidden();
        let is_back =
            |version: &&Rc<Version>| !version.value.is_null() && self.ways.taken_back.contains(&version.id);
        let mut living = BTreeSet::new();
        // A place says nothing by itself: it stays where a row is not wanted any more.
        for (path, cell) in self.joined.cells().filter(|(path, _)| !is_mark(path) && !hidden.cover(path)) {
            let back: Vec<VersionId> = cell.0.iter().filter(is_back).map(|version| version.id).collect();
            if !back.is_empty() {
                living.extend(back);
                living.extend(self.places_of(path));
            }
        }
        self.bring_again(&living);
    }

    /// The versions of the places of the rows that a path lies in.
    fn places_of(&self, path: &str) -> Vec<VersionId> {
        let ends = path.match_indices('/').filter_map(|(at, _)| path.get(..=at));
        let places = ends.filter_map(|row| self.joined.cell(&format!("{row}{POSITION}")));
        places.flat_map(|cell| &cell.0).map(|version| version.id).collect()
    }

    /// Takes note of what a page kept that is gone: it may have been replaced here already.
    pub(super) fn note_inherited(&mut self, state: &State) {
        self.ways.ground.put_all(state);
    }

    /// Takes versions back that came since the copies were as `before`; what was written since stays. Where somebody else
    /// may have them by now, leaving them out here would not last: what stands without them is written over them.
    pub fn take_back(&mut self, came: &BTreeSet<VersionId>, before: &Before, by: (&str, i64)) {
        let came: BTreeSet<VersionId> = came.difference(&before.known).copied().collect();
        self.note_ground();
        let is_known_elsewhere = self.others.iter().any(|(_, state)| state.holds_any(&came));
        // What was written to take something back stands for what is taken back now, too.
        let went_out = self.given_out != before.given_out || is_known_elsewhere || !self.ways.made.is_empty();
        self.ways.taken_back.extend(came);
        if went_out {
            self.write_over(before, by);
        } else {
            let left = self.own_without(&self.ways.taken_back);
            let gone: Vec<String> = self.rows_taken_back(&left, before).map(str::to_owned).collect();
            self.own = left;
            // A row that came, and in which others were only moved or taken out since.
            for row in &gone {
                self.own.cells.retain(|path, _| !path.starts_with(row.as_str()));
            }
            self.rejoin();
        }
    }

    /// This page's copy as it would be without these, with what stood there before they came.
    fn own_without(&self, ids: &BTreeSet<VersionId>) -> State {
        let mut all = self.ways.ground.clone();
        all.put_all(&self.own);
        all.without(ids).settled()
    }

    /// The rows that would not be there without what was taken back: nothing is left in them but marks, and they came
    /// with it.
    fn rows_taken_back<'a>(
        &'a self,
        without: &'a State,
        before: &'a Before,
    ) -> impl Iterator<Item = &'a str> + 'a {
        self.joined.cells().filter_map(|(path, _)| marked(path, POSITION).map(|row| (path, row))).filter_map(
            move |(place, row)| {
                let has_come = without.cell(place).is_none() || before.joined.cell(place).is_none();
                let is_dead =
                    |cell: &Cell| [&self.ways.taken_back, &self.ways.made].map(|ids| cell.holds_any(ids));
                let is_taken_back = self.joined.inside(row).any(|(_, cell)| is_dead(cell).contains(&true));
                let is_empty = without.inside(row).all(|(path, _)| is_mark(path));
                (has_come && is_taken_back && is_empty).then_some(row)
            },
        )
    }

    /// Writes over what was taken back, and over what was written to take something back before, what stands without all
    /// that: each text under its writer's name.
    fn write_over(&mut self, before: &Before, by: (&str, i64)) {
        let dead: BTreeSet<VersionId> = self.ways.taken_back.union(&self.ways.made).copied().collect();
        let mut all = self.own_without(&dead);
        for (_, state) in &self.others {
            all.put_all(&state.without(&dead));
        }
        let without = all.settled();
        let mut made: Vec<(String, Version)> = Vec::new();
        let gone_rows: RowPaths<'_> = self.rows_taken_back(&without, before).collect();
        let known = self.ways.ground.ids();
        // Of what they replaced, all but what may come back yet.
        let is_covered = |id: &VersionId| dead.contains(id) || !known.contains(id);
        for (path, cell) in self.joined.cells().filter(|(path, _)| *path != CHANGED && !gone_rows.cover(path))
        {
            let gone: Vec<&Rc<Version>> =
                cell.0.iter().filter(|version| dead.contains(&version.id)).collect();
            let stands = without.cell(path).map(Cell::versions).unwrap_or_default();
            let is_place_of_its_own = stands.is_empty() && marked(path, POSITION).is_some();
            if gone.is_empty() || is_place_of_its_own || self.says_already(cell, stands) {
                continue;
            }
            let over = || {
                let inner = gone.iter().flat_map(|version| &version.over).filter(|id| is_covered(id));
                gone.iter().map(|version| version.id).chain(inner.copied())
            };
            for version in stands {
                let over = [version.id].into_iter().chain(over()).chain(version.over.iter().copied());
                let who = (version.by.as_str(), version.at);
                let again = Version::over(path, version.value.clone(), who, over, version.saw.clone());
                made.push((path.to_owned(), again));
            }
            if stands.is_empty() {
                let nothing = if marked(path, GONE).is_some() { false.into() } else { Value::Null };
                made.push((path.to_owned(), Version::over(path, nothing, by, over(), Vec::new())));
            }
        }
        let gone_rows: Vec<String> = gone_rows.outermost().map(str::to_owned).collect();
        for (path, version) in made {
            self.ways.made.insert(version.id);
            let cell = Cell(vec![Rc::new(version)]);
            self.own.at(&path).join(&cell);
            self.joined.at(&path).join(&cell);
        }
        // What others wrote since in a row that goes was not seen, and is to be decided. What would be out of sight goes
        // there again, with what was written here.
        let hidden = self.joined.hidden();
        let hide = without.hidden();
        let hide = hide.iter().chain(gone_rows.iter().map(String::as_str)).filter(|row| !hidden.has(row));
        let hide: Vec<String> = hide.map(str::to_owned).collect();
        let mut seen = without.ids();
        seen.extend(dead);
        seen.extend(&self.ways.made);
        for row in &hide {
            let mark = self.mark_gone(row, self.joined.ids_in(row, &seen), by);
            self.ways.made.insert(mark);
        }
    }

    /// Whether what is written in a cell to take something back says what stands without it, and nothing else is there. A
    /// removal says the same where it saw the same.
    fn says_already(&self, cell: &Cell, stands: &[Rc<Version>]) -> bool {
        let here = cell.versions();
        if here.len() != stands.len().max(1) || cell.holds_any(&self.ways.taken_back) {
            return false;
        }
        let says = |one: &Version, other: &Version| one.value == other.value && one.saw == other.saw;
        match stands {
            [] => here.iter().all(|one| one.value.is_null() || one.value == Value::Bool(false)),
            stands => {
                here.iter().all(|one| stands.iter().any(|other| says(one, other)))
                    && stands.iter().all(|other| here.iter().any(|one| says(one, other)))
            }
        }
    }
}

/// Whether what lies at a path is a row's place, or says that it was taken out.
fn is_mark(path: &str) -> bool {
    marked(path, POSITION).or(marked(path, GONE)).is_some()
}
