//! The draft that is open: the plan, its issues, and the few ways to change it.
//!
//! Every change goes through here, to one answer or one row by its place; nobody gets hold of the plan to write.
//! So the form never has to be made anew, and saving hears of everything.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use serde_json::Value;

use super::autosave::{Keeping, Saved};
use super::context::ui;
use super::copies::{Held, SharedUndo};
use super::filter::Filter;
use super::notice::say;
use super::watched::{Follows, Watched};
use crate::browser::drafts::this_page;
use crate::browser::{self, page};
use crate::bundle::{self, Notes, Received, StoredCopy, Workshop};
use crate::history;
use crate::plan::record::Record;
use crate::plan::{Acknowledgement, Day, Plan, RowId, Typed, text};
use crate::progress;
use crate::question::{ListPlace, Place, Section};
use crate::rules::{self, At, Issue, english};
use crate::sync::{Copies, Difference, State, Steps};

/// How often the rules have been asked since the page was loaded.
static CHECKS: AtomicU32 = AtomicU32::new(0);

/// How often the rules have been asked since the page was loaded: for tests and for whoever measures.
pub fn checks_made() -> u32 {
    CHECKS.load(Ordering::Relaxed)
}

/// Does something once the click was handled that is under way, if one is: what comes into the page must not move the
/// button from under the pointer. It may be done twice.
fn after_click(work: impl Fn() + 'static) {
    let work: Rc<dyn Fn()> = Rc::new(work);
    if page::is_pressed() {
        page::after_press(work);
    } else {
        work();
    }
}

/// How the form is looked at.
#[derive(Default)]
struct Look {
    /// What has been checked on the person's word: a section, of a commitment for Annex 2.
    checked: Vec<(Option<RowId>, Section)>,
    /// The answer somebody is typing in and that showed no issue when they came.
    editing: Option<Place>,
    /// The rows that are open for editing.
    open: Vec<RowId>,
    /// Rows that somebody just added and has not left yet.
    new: Vec<RowId>,
    /// The place a link led to: what is to be said there is said.
    pointed_at: Option<Place>,
}

/// The open draft.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) id: RowId,
    pub(super) plan: Watched<Plan>,
    /// The answers with their versions, this page's and those of others.
    pub(super) copies: Watched<Copies>,
    /// What people have to decide, because copies say different things.
    pub(super) differences: Watched<Vec<Difference>>,
    /// The path of the difference that is looked at.
    pub(super) looked_at: Watched<String>,
    /// Counts changes of the list of files that were joined.
    pub(super) received: Watched<u32>,
    /// The answer somebody is typing in, and what was on the screen of it.
    pub(super) held: Watched<Option<Held>>,
    /// What was changed here, to take back and to do again.
    pub(super) steps: Watched<Steps>,
    /// The files that were joined since it was opened, each with its way back.
    pub(super) ways_back: Watched<Vec<(Received, SharedUndo)>>,
    /// Counts changes of the plan.
    changes: Watched<u32>,
    /// Counts changes that did not come from the control that shows them.
    pub(super) rewritten: Watched<u32>,
    pub(super) can_write: Watched<bool>,
    issues: Follows<Arc<Vec<Issue>>>,
    look: Watched<Look>,
    pub(super) keeping: Watched<Keeping>,
    /// Whether it is saved.
    pub(super) saved: Watched<Saved>,
    /// What the review shows.
    pub(super) filter: Watched<Filter>,
    /// Reasons and comments that somebody types and has not kept yet, each by what it is for.
    pub(super) reasons: Watched<Vec<(String, String)>>,
    /// Counts changes of the comments.
    pub(super) commented: Watched<u32>,
    /// The questions whose comments are open.
    pub(super) threads: Watched<Vec<Place>>,
    /// Whether it is a part of a plan, for a table of a workshop: nothing is required there.
    pub(super) is_part: bool,
    /// Counts what becomes known of the files that are here.
    pub(super) attached: Watched<u32>,
    /// The tables of a workshop that is being prepared.
    pub(super) workshop: Watched<Workshop>,
    /// The table whose sheet is to be printed; all of them where none is named.
    pub(super) printed: Watched<Option<usize>>,
    /// Heard when a reason is given or taken back.
    pub(super) given: Follows<String>,
    /// Whether answers have English texts beside them.
    pub(super) is_translated: Follows<bool>,
}

/// A row that was taken out, to put back.
#[derive(Clone)]
pub(super) struct Removed {
    list: ListPlace,
    at: usize,
    row: Value,
    /// The day the plan had last changed before.
    changed: Typed<Day>,
    /// The changes that were made until it was out.
    changes: u32,
}

impl Draft {
    /// The draft that these copies of it make, each of a page.
    pub(super) fn open(id: RowId, stored: Vec<(String, StoredCopy)>) -> Self {
        let plan_id = stored.first().map(|(_, copy)| copy.plan).unwrap_or_default();
        let (mut notes, mut own, mut others) = (Notes::default(), State::default(), Vec::new());
        for (page, copy) in stored {
            notes.join(&copy.notes);
            if page == this_page() {
                own = copy.state;
            } else {
                others.push((page, copy.state));
            }
        }
        let mut copies = Copies::new(own, others);
        let plan = browser::with_ids(|ids| bundle::shown(copies.joined(), plan_id, ids.lend()));
        copies.settle(json(&plan));
        Self::new(id, plan, copies, notes)
    }

    fn new(id: RowId, plan: Plan, copies: Copies, notes: Notes) -> Self {
        let plan = Watched::new(plan);
        let differences = Watched::new(copies.differences());
        let is_part = !notes.scope.is_empty();
        let issues = Follows::new(move || {
            CHECKS.fetch_add(1, Ordering::Relaxed);
            Arc::new(plan.with(|plan| rules::check(plan, browser::today(), browser::NORMALISE)))
        });
        Self {
            id,
            plan,
            copies: Watched::new(copies),
            differences,
            looked_at: Watched::new(String::new()),
            received: Watched::new(0),
            held: Watched::new(None),
            steps: Watched::new(Steps::default()),
            ways_back: Watched::new(Vec::new()),
            changes: Watched::new(0),
            rewritten: Watched::new(0),
            can_write: Watched::new(true),
            issues,
            look: Watched::new(Look::default()),
            saved: Watched::new(Saved::of(id, &notes)),
            keeping: Watched::new(Keeping::of(notes)),
            filter: Watched::new(Filter::default()),
            reasons: Watched::new(Vec::new()),
            commented: Watched::new(0),
            threads: Watched::new(Vec::new()),
            is_part,
            attached: Watched::new(0),
            workshop: Watched::new(Workshop::default()),
            printed: Watched::new(None),
            given: Follows::new(move || {
                let said = |of: &Acknowledgement| [of.id.as_str(), &of.values, &of.reason].join("\n");
                plan.with(|plan| plan.acknowledged.iter().map(said).collect::<Vec<_>>().join("\n"))
            }),
            // Nobody at a workshop's table translates.
            is_translated: Follows::new(move || !is_part && plan.with(english::is_translated)),
        }
    }

    /// Whether the draft is still shown.
    pub(super) fn is_kept(&self) -> bool {
        self.plan.is_kept()
    }

    /// Reads the plan, and hears of every change.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with(read)
    }

    /// Reads the plan as it is now.
    pub(super) fn with_untracked<T>(&self, read: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with_untracked(read)
    }

    /// An answer as a control shows it. Heard again only when something else than the control changed it.
    pub(super) fn shown(&self, place: Place) -> String {
        self.rewritten.track();
        self.plan.with_untracked(|plan| place.shown(plan))
    }

    /// Takes what somebody typed.
    pub(super) fn enter(&self, place: Place, typed: &str) {
        if self.can_write.get_untracked() {
            // A row somebody fills in stays open under their hands.
            if let Some(row) =
                place.row.filter(|row| self.look.with_untracked(|look| !look.open.contains(row)))
            {
                self.set_open(row, true);
            }
            let today = Day(browser::today());
            let new_id = || browser::with_ids(|ids| ids.next_id());
            self.changes.change(|count| *count = count.wrapping_add(1));
            self.plan.update(|plan| history::enter(plan, place, typed, today, &new_id));
            if matches!(text::clean(typed), Cow::Owned(_)) {
                self.rewritten.update(|count| *count += 1);
                say(ui().cleaned);
            }
        }
    }

    /// Enters an answer that the app offered; the control shows it.
    pub(super) fn accept(&self, place: Place, answer: &str) {
        self.enter(place, answer);
        self.rewritten.update(|count| *count += 1);
    }

    /// The rows of a list, heard of when they come, go or move.
    pub(super) fn rows(&self, list: ListPlace) -> Follows<Vec<RowId>> {
        let plan = self.plan;
        Follows::new(move || plan.with(|plan| list.rows(plan).map(|rows| rows.ids()).unwrap_or_default()))
    }

    /// Whether the plan can take a row more, so that its file can still be opened.
    pub(super) fn has_room(&self) -> bool {
        self.copies.with_untracked(|copies| bundle::has_room(copies.joined()))
    }

    /// Whether a list can take a row more.
    pub(super) fn has_room_in(&self, list: ListPlace) -> bool {
        let has_place = |plan: &Plan| list.rows(plan).is_some_and(|rows| rows.count() < rows.most());
        self.can_write.get_untracked() && self.has_room() && self.with_untracked(has_place)
    }

    /// Puts a new row at the end. Nothing if the list is full.
    pub(super) fn add_row(&self, list: ListPlace) -> Option<RowId> {
        let id = browser::with_ids(|ids| ids.next_id());
        self.put_row(list, id).then_some(id)
    }

    /// Puts a new row of this id at the end. Says whether the list was not full.
    pub(super) fn put_row(&self, list: ListPlace, id: RowId) -> bool {
        let mut added = false;
        if self.has_room() {
            self.change(|plan| added = list.rows_mut(plan).is_some_and(|rows| rows.add(id)));
        }
        if added {
            self.set_open(id, true);
            self.look.update(|look| look.new.push(id));
        }
        added
    }

    /// Somebody left a row: what is missing in it may be said from now on.
    pub(super) fn leave_row(&self, row: RowId) {
        let look = self.look;
        if look.with_untracked(|look| look.new.contains(&row)) {
            after_click(move || {
                if look.with_untracked(|look| look.new.contains(&row)) {
                    look.update(|look| look.new.retain(|new| *new != row));
                }
            });
        }
    }

    /// Puts a copy behind a row.
    pub(super) fn duplicate_row(&self, list: ListPlace, row: RowId) -> Option<RowId> {
        if !self.has_room() {
            return None;
        }
        let (mut copy, mut is_started) = (None, false);
        self.change(|plan| {
            let Some(rows) = list.rows_mut(plan) else { return };
            copy = browser::with_ids(|ids| rows.duplicate(row, ids));
            is_started = rows.row(row).is_some_and(<dyn Record>::is_started);
        });
        if copy.is_some() && is_started {
            self.note_change(list);
        }
        copy
    }

    /// Moves a row by so many places.
    pub(super) fn move_row(&self, list: ListPlace, row: RowId, by: isize) {
        self.change(|plan| {
            list.rows_mut(plan).map(|rows| rows.shift(row, by));
        });
    }

    /// Takes a row out.
    pub(super) fn remove_row(&self, list: ListPlace, row: RowId) -> Option<Removed> {
        let mut taken = None;
        let mut was_started = false;
        let changed = self.with_untracked(|plan| plan.changed.clone());
        self.change(|plan| {
            taken = list.rows_mut(plan).and_then(|rows| {
                was_started = rows.row(row).is_some_and(<dyn Record>::is_started);
                rows.take(row)
            });
        });
        if was_started {
            self.note_change(list);
        }
        let changes = self.changes.get_untracked();
        taken.map(|(at, row)| Removed { list, at, row, changed, changes })
    }

    /// Puts back what was taken out, and where nothing happened in between the day of the last change. Says whether
    /// there was a list to put it into.
    pub(super) fn put_back(&self, removed: &Removed) -> bool {
        let (mut is_back, is_as_it_was) = (false, self.changes.get_untracked() == removed.changes);
        self.change(|plan| {
            if let Some(rows) = removed.list.rows_mut(plan) {
                // Others may have brought it back meanwhile.
                let id = removed.row.get("id").and_then(Value::as_str).and_then(RowId::parse);
                if id.is_none_or(|id| rows.row(id).is_none()) {
                    rows.put_back(removed.at, removed.row.clone());
                }
                is_back = true;
                if is_as_it_was {
                    plan.changed = removed.changed.clone();
                }
            }
        });
        is_back
    }

    /// Notes that the answers of a list are others than before.
    fn note_change(&self, list: ListPlace) {
        self.change(|plan| history::note_rows(plan, list, Day(browser::today())));
    }

    /// Changes what the app keeps beside the answers: a reason, a look. `work` gets an id for a new row.
    /// Says whether it could be changed.
    pub(super) fn tick(&self, work: impl FnOnce(&mut Plan, RowId)) -> bool {
        let id = browser::with_ids(|ids| ids.next_id());
        self.change(|plan| work(plan, id));
        self.can_write.get_untracked()
    }

    pub(super) fn change(&self, work: impl FnOnce(&mut Plan)) {
        if self.can_write.get_untracked() {
            self.changes.change(|count| *count = count.wrapping_add(1));
            self.plan.update(work);
        }
    }

    /// All issues, without hearing of the next ones.
    pub(super) fn issues_now(&self) -> Arc<Vec<Issue>> {
        self.issues.get_untracked()
    }

    /// All issues.
    pub(super) fn issues(&self) -> Arc<Vec<Issue>> {
        self.issues.get()
    }

    /// How many issues keep the plan from being ready.
    pub(super) fn open_requirements(&self) -> usize {
        let open =
            self.issues.with(|issues| self.plan.with(|plan| progress::open_requirements(plan, issues)));
        // What is not decided is not ready.
        open + self.differences.with(Vec::len)
    }

    /// The issues to show at exactly this place.
    pub(super) fn shown_at(&self, place: Place) -> Follows<Arc<Vec<Issue>>> {
        let draft = *self;
        Follows::new(move || {
            draft.issues.with(|issues| {
                let here =
                    issues.iter().filter(|issue| issue.at == At::Place(place) && draft.is_shown(issue));
                Arc::new(here.cloned().collect())
            })
        })
    }

    /// Whether an issue is to be shown in the form: a missing answer once its section was checked, all else unless
    /// somebody is just typing there or has just added the row.
    pub(super) fn is_shown(&self, issue: &Issue) -> bool {
        let waits = issue.check.waits();
        let At::Place(place) = issue.at else { return !waits };
        // Somebody has to look at the answers and say so, on the review page.
        if issue.check.is_judgement() {
            return false;
        }
        if self.look.with(|look| look.pointed_at == Some(place)) {
            return self.is_left(place);
        }
        if self.is_checked(place.question.section(), place.commitment) {
            return waits || self.is_left(place);
        }
        let is_new = |row| self.look.with(|look| look.new.contains(&row));
        !waits && self.is_left(place) && !place.row.is_some_and(is_new)
    }

    /// Whether nobody is just typing at this place.
    pub(super) fn is_left(&self, place: Place) -> bool {
        let is_inside = |editing: Place| place.holds(editing) && place.english == editing.english;
        self.look.with(|look| look.editing.is_none_or(|editing| !is_inside(editing)))
    }

    /// Takes a key that somebody typed. What is wrong with the answer waits until they leave it, unless it was shown
    /// already when they came.
    pub(super) fn type_in(&self, place: Place, typed: &str) {
        if self.look.with_untracked(|look| look.editing != Some(place)) {
            let is_seen = |issue: &Issue| issue.at == At::Place(place) && untrack(|| self.is_shown(issue));
            let shows = self.issues.get_untracked().iter().any(is_seen);
            let editing = (!shows).then_some(place);
            if self.look.with_untracked(|look| look.editing != editing) {
                self.look.update(|look| look.editing = editing);
            }
        }
        self.hold(place);
        self.enter(place, typed);
    }

    /// Somebody left the answer: what is to be said of it may be said now, and what others say of it is shown.
    pub(super) fn end_editing(&self) {
        self.let_go();
        let (look, left) = (self.look, self.look.with_untracked(|look| look.editing));
        let end = move || {
            if look.with_untracked(|look| left.is_some() && look.editing == left) {
                look.update(|look| look.editing = None);
            }
        };
        after_click(end);
    }

    /// Shows from now on what is missing in a section.
    pub(super) fn check_section(&self, section: Section, commitment: Option<RowId>) {
        self.look.update(|look| look.checked.push((commitment, section)));
    }

    /// Whether somebody asked for a section's missing answers.
    pub(super) fn is_checked(&self, section: Section, commitment: Option<RowId>) -> bool {
        self.look.with(|look| look.checked.contains(&(commitment, section)))
    }

    /// A link led to this place: its row opens, and what is to be said there is said.
    pub(super) fn point_at(&self, place: Place) {
        if let Some(row) = place.row {
            self.set_open(row, true);
        }
        self.look.update(|look| look.pointed_at = Some(place));
    }

    /// Whether a row is open for editing.
    pub(super) fn is_open(&self, row: RowId) -> bool {
        self.look.with(|look| look.open.contains(&row))
    }

    /// Opens or closes a row.
    pub(super) fn set_open(&self, row: RowId, is_open: bool) {
        self.look.update(|look| {
            look.open.retain(|known| *known != row);
            if is_open {
                look.open.push(row);
            }
        });
    }

    /// All issues of the list of commitments as a whole that are to be shown.
    pub(super) fn shown_at_commitments(&self) -> Follows<Arc<Vec<Issue>>> {
        let draft = *self;
        Follows::new(move || {
            draft.issues.with(|issues| {
                let here = issues.iter().filter(|issue| issue.at == At::Commitments && draft.is_shown(issue));
                Arc::new(here.cloned().collect())
            })
        })
    }
}

/// The plan as the file holds it.
pub(super) fn json(plan: &Plan) -> Value {
    let record: &dyn Record = plan;
    record.to_json().unwrap_or_default()
}
