//! Saving: soon after the first unsaved key, also while typing goes on, and at once when the page is put away.

use std::cell::Cell;

use leptos::prelude::{on_cleanup, untrack};

use super::dom::{bind, on_window};
use super::draft::Draft;
use super::watched::keep;
use crate::browser::drafts::{self, StorageError};
use crate::browser::lock::Lock;
use crate::browser::{self, page, room, versions};
use crate::bundle::{KEPT_EVERY, Notes, Why};
use crate::parts::Part;
use crate::plan::RowId;
use crate::sync::{Copies, State};

/// How long after the first unsaved key a save begins, in milliseconds. Well under the 500 that a killed browser may
/// cost, so that the save itself fits too, also on a disk that others keep busy.
const SOON: i32 = 200;

/// How long after a save that failed for want of room the next one is tried, in milliseconds.
const RETRY: i32 = 5000;

/// What is known of a draft's saves.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    pub(super) notes: Notes,
    /// When the first key was typed that is not saved yet, in milliseconds since 1970.
    unsaved_since: Option<i64>,
    /// Since when no version was kept by time.
    version_since: Option<i64>,
    /// The plan was just read from copies: its change is nothing to save.
    pub(super) is_read: bool,
    /// Whether this page may write its copy: it holds the lock.
    pub(super) is_held: bool,
    /// Whether a save that failed is to be tried again.
    is_retrying: bool,
    /// The pages that are gone and whose copies this page has taken over, but could not save.
    pub(super) inherited: Vec<String>,
    /// The pages whose copies changed and were not taken up yet.
    pub(super) to_hear: Vec<String>,
}

/// Whether the draft is saved.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Saved {
    /// At this moment.
    At(i64),
    /// Something is typed that the next moment saves.
    #[default]
    Soon,
    /// The last save failed.
    Failed(StorageError),
}

impl Keeping {
    pub(super) fn of(notes: Notes) -> Self {
        Self { notes, ..Self::default() }
    }
}

impl Saved {
    /// Whether a draft that was just read is saved: its last save may have failed.
    pub(super) fn of(id: RowId, notes: &Notes) -> Self {
        drafts::unstored(Some(id)).map_or(Self::At(notes.saved_at), Self::Failed)
    }
}

/// Asks before the page goes while a draft is in memory alone.
pub(super) fn warn_of_loss(event: &web_sys::Event) {
    if drafts::unstored(None).is_some() {
        event.prevent_default();
    }
}

impl Draft {
    /// The draft's own name; empty where it has none.
    pub(super) fn name(&self) -> String {
        self.keeping.with_untracked(|keeping| keeping.notes.name.clone())
    }

    /// Takes note of what goes into a file that is being made: it stays known for ever, whatever becomes of the file. Gives
    /// its marks, for [`note_export`](Self::note_export).
    pub(super) fn go_out(&self) -> String {
        self.record();
        if self.can_write.get_untracked() {
            self.copies.change(Copies::give_out);
        }
        self.copies.with_untracked(|copies| copies.joined().marks())
    }

    /// Notes that the plan was exported just now, as it was when these marks were made.
    pub(super) fn note_export(&self, marks: String) {
        if self.is_kept() && self.can_write.get_untracked() {
            self.keeping.change(|keeping| {
                keeping.notes.exported_at = Some(browser::now());
                keeping.notes.marks = marks;
            });
            self.save();
            // Somebody who exports means to keep it. The browser may ask them, and may never answer.
            browser::spawn(async {
                room::ask_to_keep().await;
            });
        }
    }

    /// Notes that answers went out in a file: from now on they stay known for ever.
    pub(super) fn note_given_out(&self) {
        if self.can_write.get_untracked() {
            self.copies.change(Copies::give_out);
            self.save();
        }
    }

    /// The part of a plan that the draft is, for a table of a workshop; empty where it is a whole plan.
    pub(super) fn part(&self) -> Part {
        self.keeping.with_untracked(|keeping| Part::read(&keeping.notes.scope))
    }

    /// The table that the part is for.
    pub(super) fn table(&self) -> String {
        self.keeping.with_untracked(|keeping| keeping.notes.table.clone())
    }

    /// Who sent the draft as a bundle, and the covering note they wrote.
    pub(super) fn sent_by(&self) -> (String, String) {
        self.keeping.with_untracked(|keeping| (keeping.notes.from.clone(), keeping.notes.from_note.clone()))
    }

    /// The covering note, as typed on the export page.
    pub(super) fn covering_note(&self) -> String {
        self.keeping.with_untracked(|keeping| keeping.notes.note.clone())
    }

    /// Keeps the covering note.
    pub(super) fn set_covering_note(&self, note: String) {
        if self.can_write.get_untracked() {
            self.keeping.change(|keeping| keeping.notes.note = note);
            self.save_soon();
        }
    }

    /// The whole draft as storage keeps it, with all that other pages wrote.
    pub(super) fn stored_text(&self) -> String {
        self.record();
        let plan = self.with_untracked(|plan| plan.id);
        let write = |notes: &Notes| self.copies.with_untracked(|copies| notes.write(plan, copies.joined()));
        self.keeping.with_untracked(|keeping| write(&keeping.notes))
    }

    /// Saves now what is not saved yet, also what a failed save left.
    pub(super) fn flush(&self) {
        if self.take_unsaved() && self.can_write.get_untracked() {
            self.save();
        }
    }

    /// Saves what is not saved yet before the page goes: there is no time left to wait for a lock.
    fn flush_at_last(&self) {
        self.keeping.change(|keeping| keeping.is_held = true);
        self.flush();
        drafts::put_now();
    }

    /// Saves what is not saved yet, and writes no more.
    pub(super) fn stop_writing(&self) {
        self.flush_at_last();
        if self.can_write.get_untracked() {
            self.can_write.set(false);
        }
    }

    /// Whether something is unsaved, also by a save that failed. From now on it counts as taken care of.
    fn take_unsaved(&self) -> bool {
        let is_typed = self.keeping.change(|keeping| keeping.unsaved_since.take()).is_some();
        is_typed || matches!(self.saved.get_untracked(), Saved::Failed(_))
    }

    /// Saves now.
    pub(super) fn save(&self) {
        self.save_as_of(browser::now());
    }

    /// Saves what other pages left, which is no work of today.
    pub(super) fn save_inherited(&self) {
        self.save_as_of(self.keeping.with_untracked(|keeping| keeping.notes.saved_at));
    }

    fn save_as_of(&self, now: i64) {
        // A draft that was left reads as empty, and must never be saved so.
        if !self.is_kept() {
            return;
        }
        self.record();
        // Another page may be taking over what an earlier one of this name left; it is a matter of milliseconds.
        if !self.keeping.with_untracked(|keeping| keeping.is_held) {
            self.keeping.change(|keeping| keeping.unsaved_since = Some(now));
            return;
        }
        let open = untrack(|| self.open_requirements());
        let saved = self.keeping.change(|keeping| {
            keeping.notes.open = u64::try_from(open).ok();
            keeping.notes.counter += 1;
            let before = std::mem::replace(&mut keeping.notes.saved_at, now);
            let plan = self.with_untracked(|plan| plan.id);
            let save = |own: &State| drafts::save(self.id, plan, &keeping.notes, own);
            match self.copies.with_untracked(|copies| save(copies.own())) {
                Ok(()) => Saved::At(now),
                Err(error) => {
                    // Only what is in storage counts.
                    keeping.notes.counter -= 1;
                    keeping.notes.saved_at = before;
                    Saved::Failed(error)
                }
            }
        });
        let was_full = matches!(self.saved.get_untracked(), Saved::Failed(_));
        self.saved.set(saved);
        if saved == Saved::Failed(StorageError::Full) {
            self.retry();
        }
        if was_full && matches!(saved, Saved::At(_)) {
            // What other pages left is in this page's copy, and now that is kept.
            for name in self.keeping.change(|keeping| std::mem::take(&mut keeping.inherited)) {
                drafts::forget_copy(self.id, &name);
            }
        }
        self.keep_by_time(now);
    }

    /// Tries a save that failed again after a while: somebody may have made room.
    fn retry(&self) {
        let draft = *self;
        if !draft.keeping.change(|keeping| std::mem::replace(&mut keeping.is_retrying, true)) {
            page::later(RETRY, move || {
                if draft.is_kept() {
                    draft.keeping.change(|keeping| keeping.is_retrying = false);
                    draft.flush();
                }
            });
        }
    }

    /// Keeps a version now and then, while somebody works on the draft.
    fn keep_by_time(&self, now: i64) {
        let is_time = self.keeping.change(|keeping| {
            let since = *keeping.version_since.get_or_insert(now);
            // A clock that was set back counts from where it is.
            let is_time = !(0..KEPT_EVERY).contains(&(now - since));
            if is_time {
                keeping.version_since = Some(now);
            }
            is_time
        });
        if is_time {
            let (id, text) = (self.id, self.stored_text());
            // Where the browser keeps none, there is none to come back to; the draft itself is saved.
            browser::spawn(async move {
                versions::keep(id, Why::ByTime, "", text).await;
            });
        }
    }

    /// Notes that something is unsaved, and saves it soon.
    pub(super) fn save_soon(&self) {
        let now = browser::now();
        let since = self.keeping.change(|keeping| keeping.unsaved_since.replace(now));
        match since {
            None => {
                if !matches!(self.saved.get_untracked(), Saved::Failed(_)) {
                    self.saved.set(Saved::Soon);
                }
                let draft = *self;
                page::later(SOON, move || draft.flush());
            }
            // Keys that come without a pause leave the timer no moment to run in.
            Some(since) if now - since >= i64::from(SOON) => self.flush(),
            Some(since) => self.keeping.change(|keeping| keeping.unsaved_since = Some(since)),
        }
    }

    /// Saves by itself from now on, until the page leaves the draft.
    pub(super) fn save_by_itself(&self) {
        let draft = *self;
        // In this order when the draft is left: saved first, and only then given up.
        on_cleanup(move || draft.flush_at_last());
        keep(Lock::hold(self.id, move || {
            draft.keeping.change(|keeping| keeping.is_held = true);
            draft.flush();
            // The page itself comes first.
            page::after_shown(move || draft.inherit());
        }));
        let opened = Cell::new(true);
        bind(move || {
            draft.with(|_| ());
            let is_read = draft.keeping.change(|keeping| std::mem::take(&mut keeping.is_read));
            if !opened.take() && !is_read {
                draft.save_soon();
            }
        });
        on_window("pagehide", move |_| draft.flush_at_last());
        on_window("visibilitychange", move |_| {
            if page::is_hidden() {
                draft.flush();
                drafts::put_now();
            } else {
                // The other page may be closed by now.
                draft.inherit();
            }
        });
        on_window("beforeunload", move |event| {
            draft.flush_at_last();
            warn_of_loss(&event);
        });
    }
}
