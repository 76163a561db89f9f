//! What others write while a draft is open: heard of, shown, and never written over.
//!
//! The form edits the plan; here what it changed becomes versions of answers, and what other pages keep comes into the
//! form through its own controls. The field somebody types in keeps their text until they leave it.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde_json::Value;

use super::autosave::Saved;
use super::draft::{Draft, json};
use super::notice::say;
use crate::browser::{self, blobs, drafts, lock, page};
use crate::bundle::{self, Opened, Received, StoredCopy};
use crate::history;
use crate::plan::{Day, Plan, RowId, Typed};
use crate::question::Place;
use crate::sync::{self, Before, Copies, Gone, State, Step, Steps, VersionId};

/// How long a page waits for more of another's saves before it takes them up, in milliseconds.
const GATHER: i32 = 60;

/// An answer somebody is typing in: what they write is over these versions of it, whatever comes meanwhile.
#[derive(Clone)]
pub(super) struct Held {
    place: Place,
    path: String,
    seen: Vec<VersionId>,
}

impl Held {
    /// Whether the focus is still in the field; a month has two.
    fn has_focus(&self) -> bool {
        page::focused_id().is_some_and(|id| id.starts_with(&self.place.to_string()))
    }
}

/// The path of the answer that a place is typed into.
fn path_of(plan: &Plan, place: Place) -> String {
    let has_english = place.answer(plan).is_some_and(|answer| answer.english().is_some());
    let path = place.path();
    if has_english && !place.english { path + "/text" } else { path }
}

impl Draft {
    /// Somebody begins to type at a place: what they see of it now is what they write over.
    pub(super) fn hold(&self, place: Place) {
        if self.held.with_untracked(|held| held.as_ref().is_none_or(|held| held.place != place)) {
            let path = self.with_untracked(|plan| path_of(plan, place));
            let seen = self.copies.with_untracked(|copies| copies.shown(&path));
            self.held.change(|held| *held = Some(Held { place, path, seen }));
        }
    }

    /// They leave it: what others wrote there meanwhile may be shown.
    pub(super) fn let_go(&self) {
        let Some(held) = self.held.change(Option::take) else { return };
        self.record_as(Some(&held));
        self.steps.change(Steps::close);
        self.show_if_behind(&held);
    }

    /// Shows what all copies come to, if that says something else at the place that somebody left.
    fn show_if_behind(&self, held: &Held) {
        let shown = self.with_untracked(|plan| held.place.shown(plan));
        let joined = self.joined_plan();
        if held.place.shown(&joined) != shown {
            self.show(joined);
        }
    }

    /// Who writes: the label that was typed here, or at a workshop's table the table.
    fn writer(&self) -> String {
        let who = super::context::who();
        if who.trim().is_empty() { self.table() } else { who }
    }

    /// Makes versions of what changed in the form since it was last done. Says whether anything had.
    pub(super) fn record(&self) -> bool {
        let held = self.held.get_untracked();
        let changed = self.record_as(held.as_ref());
        // A page that is left takes its field away without a word.
        if held.as_ref().is_some_and(|held| !held.has_focus()) {
            let held = self.held.change(Option::take);
            held.inspect(|held| self.show_if_behind(held));
            return changed;
        }
        // From here on they write over their own words.
        let own = held.and_then(|held| self.copies.with_untracked(|copies| copies.written(&held.path)));
        if let Some(own) = own {
            self.held.change(|held| {
                if let Some(held) = held {
                    held.seen = vec![own];
                }
            });
        }
        changed
    }

    fn record_as(&self, held: Option<&Held>) -> bool {
        if !self.is_kept() {
            return false;
        }
        let plan = self.with_untracked(json);
        let by = self.writer();
        let held: Vec<_> = held.iter().map(|held| (held.path.clone(), held.seen.clone())).collect();
        let changed = self.copies.change(|copies| copies.record(plan, (&by, browser::now()), &held));
        if changed {
            let step = self.copies.change(Copies::take_step);
            self.steps.update(|steps| steps.note(step));
            self.tell_differences();
        }
        changed
    }

    /// Takes the last step back, or does the last one that was taken back again. Gives the paths of the answers that
    /// changed; nothing where there is no such step.
    pub(super) fn step(&self, is_forth: bool) -> Option<Vec<String>> {
        if !self.can_write.get_untracked() {
            return None;
        }
        self.record();
        let now = self.with_untracked(json);
        let mut gone = None;
        self.steps.update(|steps| gone = if is_forth { steps.forth(&now) } else { steps.back(&now) });
        let Gone { state, paths } = gone?;
        // What a notice would take back is not what was done last any more.
        super::notice::clear_of(self.id);
        let attached = self.with_untracked(|plan| bundle::files_of(plan, None));
        let id = self.with_untracked(|plan| plan.id);
        let plan = browser::with_ids(|ids| bundle::shown(&state, id, ids.lend()));
        let today = Day(browser::today());
        self.change(|now| *now = Plan { changed: Typed::Value(today), ..plan });
        self.rewritten.update(|count| *count = count.wrapping_add(1));
        // It is recorded as any other change, but is no step of its own.
        let (plan, by) = (self.with_untracked(json), self.writer());
        self.copies.change(|copies| copies.record(plan, (&by, browser::now()), &[]));
        // Who types on in a field writes over what the step left there.
        self.held.change(|held| *held = None);
        self.tell_differences();
        self.save();
        // What is named no more may be named again by the next step.
        let named = self.with_untracked(|plan| bundle::files_of(plan, None));
        for file in attached.into_iter().filter(|file| !named.contains(file)) {
            browser::spawn(async move { blobs::stay(&file.sha256).await });
        }
        Some(paths)
    }

    /// Tells what is to be decided, where that is something else than before.
    pub(super) fn tell_differences(&self) {
        let now = self.copies.with_untracked(|copies| copies.differences());
        if self.differences.with_untracked(|known| *known != now) {
            self.differences.set(now);
        }
    }

    /// The plan that all copies together show.
    fn joined_plan(&self) -> Plan {
        self.copies.with_untracked(|copies| self.plan_of(copies.joined()))
    }

    fn plan_of(&self, state: &State) -> Plan {
        let id = self.with_untracked(|plan| plan.id);
        browser::with_ids(|ids| bundle::shown(state, id, ids.lend()))
    }

    /// Shows what all copies come to. The field that somebody types in keeps their text.
    pub(super) fn show_joined(&self) {
        let plan = self.joined_plan();
        self.show(plan);
        self.tell_differences();
    }

    fn show(&self, mut plan: Plan) {
        if let Some(held) = self.held.get_untracked().filter(Held::has_focus) {
            let typed = self.with_untracked(|now| held.place.shown(now));
            held.place.enter(&mut plan, &typed);
        }
        self.copies.change(|copies| copies.settle(json(&plan)));
        // It is read, and nothing to save.
        self.keeping.change(|keeping| keeping.is_read = true);
        self.plan.set(plan);
        self.rewritten.update(|count| *count = count.wrapping_add(1));
        self.commented.update(|count| *count = count.wrapping_add(1));
    }

    /// Hears what another page keeps of the draft now.
    fn hear(&self, name: &str) {
        if self.is_kept() {
            self.hear_copy(name, drafts::copy_of(self.id, name));
        }
    }

    fn hear_copy(&self, name: &str, copy: Option<StoredCopy>) {
        if let Some(copy) = &copy {
            self.copies.change(|copies| copies.note_seen(&copy.state));
        }
        // What is typed here was typed over what was on the screen until now.
        self.record();
        if copy.is_none() && drafts::is_newer(self.id) {
            self.stop_writing();
        }
        if let Some(copy) = &copy {
            self.keeping.change(|keeping| keeping.notes.join(&copy.notes));
        }
        let changed = self.copies.change(|copies| copies.hear(name, copy.map(|copy| copy.state)));
        if changed {
            self.show_joined();
        }
    }

    /// Hears from now on what other pages write, and goes on with what pages that are gone left behind.
    pub(super) fn follow_others(&self) {
        let draft = *self;
        super::dom::on_window("storage", move |event| {
            let key = page::stored_key(&event).unwrap_or_default();
            let is_other = |(id, name): &(RowId, &str)| *id == draft.id && *name != drafts::this_page();
            let Some((_, name)) = drafts::page_of(&key).filter(is_other) else { return };
            let name = name.to_owned();
            let is_first = draft.keeping.change(|keeping| {
                let is_first = keeping.to_hear.is_empty();
                if !keeping.to_hear.contains(&name) {
                    keeping.to_hear.push(name);
                }
                is_first
            });
            if is_first {
                page::later(GATHER, move || {
                    let names = draft.keeping.change(|keeping| std::mem::take(&mut keeping.to_hear));
                    names.iter().for_each(|name| draft.hear(name));
                });
            }
        });
    }

    /// Takes over what pages that are gone kept, and forgets their copies once all is safe in this page's own.
    pub(super) fn inherit(&self) {
        let names: Vec<String> =
            self.copies.with_untracked(|copies| copies.pages().map(str::to_owned).collect());
        for name in names {
            let draft = *self;
            lock::if_gone(self.id, &name.clone(), move || {
                let is_held = || draft.keeping.with_untracked(|keeping| keeping.is_held);
                if !draft.is_kept() || !draft.can_write.get_untracked() || !is_held() {
                    return;
                }
                // As it is now: nobody else can write it any more. Somebody may have taken it over already.
                let copy = drafts::copy_of(draft.id, &name);
                if copy.is_none() {
                    return;
                }
                draft.hear_copy(&name, copy);
                draft.copies.change(|copies| copies.inherit(&name));
                draft.save_inherited();
                if matches!(draft.saved.get_untracked(), Saved::At(_)) {
                    drafts::forget_copy(draft.id, &name);
                } else {
                    draft.keeping.change(|keeping| keeping.inherited.push(name));
                }
            });
        }
    }
}

/// Takes something back; says whether that could be done.
pub(super) type Undo = Box<dyn Fn() -> bool>;
/// The same, for several buttons.
pub(super) type SharedUndo = Rc<dyn Fn() -> bool>;

impl Draft {
    /// Decides something, shows and saves what comes of it, and gives the way back. `work` gets who decides, and when, and
    /// gives the names of what it wrote.
    pub(super) fn decide(&self, work: impl FnOnce(&mut Copies, (&str, i64)) -> BTreeSet<VersionId>) -> Undo {
        self.record();
        let before = self.copies.change(Copies::kept);
        let shown = self.with_untracked(Plan::clone);
        let by = self.writer();
        let came = self.copies.change(|copies| work(copies, (&by, browser::now())));
        self.show_joined();
        if self.with_untracked(|plan| *plan != shown) {
            let today = Day(browser::today());
            self.tick(|plan, _| plan.changed = Typed::Value(today));
        }
        self.save();
        self.way_back(came, before, shown)
    }

    /// Goes back to the answers of an earlier state of the plan, to what was open in it too, and gives the way forth again.
    pub(super) fn restore(&self, earlier: Plan, state: &State) -> Undo {
        self.record();
        let earlier = self.with_untracked(|now| history::restored(now, earlier));
        let shown = self.with_untracked(json);
        let undo = self.decide(|copies, by| {
            copies.go_back_to(json(&earlier), state, by);
            copies.joined().ids()
        });
        self.note_step(&shown);
        undo
    }

    /// Makes what changed since this was shown a step of its own: the button at the foot takes back what was done last.
    fn note_step(&self, shown: &Value) {
        let step = self.with_untracked(|plan| Step::between(shown, &json(plan)));
        self.steps.update(|steps| {
            steps.close();
            steps.note(step);
            steps.close();
        });
    }

    /// Puts what a file says in the place of what the plan says, and gives the way back. What people said about the answers
    /// stays, and nothing is left to decide.
    pub(super) fn replace(&self, opened: &Opened) -> Undo {
        self.record();
        self.take_unknown(opened);
        let shown = self.with_untracked(json);
        let undo = self.decide(|copies, by| {
            copies.take_in(&opened.state);
            let joined = self.plan_of(copies.joined());
            copies.settle(json(&joined));
            let theirs = Plan { comments: joined.comments, ..opened.plan.clone() };
            let wanted = State::plain(&json(&theirs));
            copies.record(json(&theirs), by, &[]);
            for of in copies.differences() {
                if of.path.ends_with('/') {
                    let stays = wanted.inside(&of.path).next().is_some();
                    copies.decide_row(&of.path, stays, by);
                } else {
                    copies.decide(&of.path, wanted.value(&of.path).clone(), by);
                }
            }
            copies.joined().ids()
        });
        self.note_step(&shown);
        undo
    }

    /// How many answers a file empties that takes the plan's place, and of how many.
    pub(super) fn emptied_by(&self, opened: &Opened) -> (usize, usize) {
        let now =
            State::plain(&self.with_untracked(|plan| json(&Plan { comments: Vec::new(), ..plan.clone() })));
        let theirs = State::plain(&json(&opened.plan));
        let says = |path: &str| !sync::is_place(path) && !now.value(path).is_null();
        let mut emptied = now.cells().filter(|(path, _)| says(path) && theirs.value(path).is_null());
        (emptied.by_ref().count(), now.cells().filter(|(path, _)| says(path)).count())
    }

    /// Joins a file, and gives the way back. `note` tells of it for the list. What comes of it is shown and saved by
    /// [`show_files`](Self::show_files), once for several.
    pub(super) fn join_file(&self, opened: &Opened, note: Received) -> SharedUndo {
        self.record();
        let number = self.copies.change(|copies| copies.join_file(&opened.state));
        let new_members = self.take_unknown(opened);
        self.keeping.change(|keeping| keeping.notes.received.insert(0, note.clone()));
        let (draft, known) = (*self, note.clone());
        let back: SharedUndo = Rc::new(move || {
            let is_back = draft.go_back(|copies, by| copies.take_out(number, by)).is_some();
            if is_back {
                draft.keeping.change(|keeping| {
                    for of in &mut keeping.notes.received {
                        of.taken_back |= known.is_of(of);
                    }
                    // Another file may have brought them too.
                    if keeping.notes.received.iter().all(|of| of.taken_back) {
                        keeping.notes.unknown.retain(|key, _| !new_members.contains(key));
                    }
                });
                draft.save();
                draft.received.update(|count| *count = count.wrapping_add(1));
            }
            is_back
        });
        self.ways_back.change(|ways| ways.push((note, Rc::clone(&back))));
        back
    }

    /// Takes over what a file carries that this version does not know; gives the names of what is new.
    fn take_unknown(&self, opened: &Opened) -> Vec<String> {
        self.keeping.change(|keeping| {
            let unknown = &mut keeping.notes.unknown;
            let mut new_members: Vec<String> = Vec::new();
            for (key, value) in &opened.unknown {
                if !unknown.contains_key(key) {
                    new_members.push(key.clone());
                    unknown.insert(key.clone(), value.clone());
                }
            }
            new_members
        })
    }

    /// Shows and saves what comes of files that were joined.
    pub(super) fn show_files(&self) {
        self.show_joined();
        self.save();
        self.received.update(|count| *count = count.wrapping_add(1));
    }

    /// The way to take a file back that was joined since the draft was opened.
    pub(super) fn way_back_of(&self, note: &Received) -> Option<SharedUndo> {
        let is_it = |(known, _): &&(Received, SharedUndo)| known.is_of(note);
        self.ways_back.with_untracked(|ways| ways.iter().find(is_it).map(|(_, back)| Rc::clone(back)))
    }

    /// Takes up again what a file says, shows and saves what comes of it, and gives the way back.
    pub(super) fn take_again(&self, opened: &Opened) -> Undo {
        self.decide(|copies, by| copies.take_again(&opened.state, by))
    }

    fn way_back(&self, came: BTreeSet<VersionId>, before: Before, shown: Plan) -> Undo {
        let draft = *self;
        Box::new(move || {
            let changed = draft.go_back(|copies, by| copies.take_back(&came, &before, by));
            let is_as_before =
                draft.with_untracked(|now| Plan { changed: now.changed.clone(), ..shown.clone() } == *now);
            if changed == Some(true) && !is_as_before {
                say(super::context::ui().undone_but);
            }
            changed.is_some()
        })
    }

    /// Takes something back; says whether that changed anything. Nothing where it could not be done.
    fn go_back(&self, take_back: impl FnOnce(&mut Copies, (&str, i64))) -> Option<bool> {
        if !self.is_kept() || !self.can_write.get_untracked() {
            return None;
        }
        self.record();
        // As they are now: a save of theirs may not be heard of yet.
        for (name, _) in drafts::copies_of(self.id) {
            if name != drafts::this_page() {
                self.hear(&name);
            }
        }
        let by = self.writer();
        let before = self.copies.with_untracked(|copies| copies.joined().clone());
        self.copies.change(|copies| take_back(copies, (&by, browser::now())));
        let changed = self.copies.with_untracked(|copies| *copies.joined() != before);
        if !changed {
            say(super::context::ui().nothing_to_undo);
        }
        self.steps.change(Steps::close);
        self.show_joined();
        self.save();
        Some(changed)
    }

    /// Somebody says that two rows that look alike are two.
    pub(super) fn keep_apart(&self, name: String) {
        self.keeping.change(|keeping| keeping.notes.apart.push(name));
        self.save();
        self.plan.notify();
    }
}
