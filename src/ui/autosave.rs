//! Saving: soon after the first unsaved key, also while typing goes on, and at once when the page is put away.

use std::cell::Cell;

use leptos::prelude::untrack;

use super::context::ui;
use super::dom::{bind, on_window};
use super::draft::Draft;
use crate::browser::drafts::{self, StorageError};
use crate::browser::{self, page};
use crate::bundle::Notes;
use crate::plan::RowId;

/// How long after the first unsaved key a save begins, in milliseconds. Under the 400 promised, so that the save
/// itself fits too.
const SOON: i32 = 300;

/// What is known of a draft's saves.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    pub(super) notes: Notes,
    /// When the first key was typed that is not saved yet, in milliseconds since 1970.
    unsaved_since: Option<i64>,
    /// The plan was just read from storage: its change is nothing to save.
    is_reloaded: bool,
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
        Self { notes, unsaved_since: None, is_reloaded: false }
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

    /// Notes that the plan was exported just now.
    pub(super) fn note_export(&self) {
        if self.can_write.get_untracked() {
            self.keeping.change(|keeping| keeping.notes.exported_at = Some(browser::now()));
            self.save();
        }
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

    /// Goes on from what another tab saved, unless the draft was left meanwhile, nothing is new, or something is
    /// unsaved here.
    pub(super) fn take_up(&self) {
        let (known, is_unsaved) = self.keeping.with_untracked(|keeping| {
            ((keeping.notes.counter, keeping.notes.saved_at), keeping.unsaved_since.is_some())
        });
        if self.is_kept()
            && !is_unsaved
            && let Some(stored) = drafts::load(self.id)
            && (stored.notes.counter, stored.notes.saved_at) != known
        {
            self.saved.set(Saved::At(stored.notes.saved_at));
            self.keeping.change(|keeping| {
                keeping.notes = stored.notes;
                keeping.is_reloaded = true;
            });
            self.reload(stored.plan);
        }
    }

    /// Another tab writes the draft from now on. What was typed here and is not saved becomes a draft beside it; says
    /// whether there was such a thing.
    pub(super) fn lose(&self) -> bool {
        let is_unsaved = self.take_unsaved() && self.is_kept();
        if is_unsaved {
            let mut notes = self.keeping.with_untracked(|keeping| keeping.notes.clone());
            notes.name = format!("{} {}", self.with_untracked(|plan| self.title(plan)), ui().copy_of);
            let beside = browser::with_ids(|ids| ids.next_id());
            // Where storage fails it is in memory, and the start page says so.
            let _ = self.with_untracked(|plan| drafts::save(beside, &notes, plan));
            drafts::forget_unstored(self.id);
            self.saved.set(Saved::At(notes.saved_at));
        }
        is_unsaved
    }

    /// Saves now what is not saved yet, also what a failed save left.
    pub(super) fn flush(&self) {
        if self.take_unsaved() && self.can_write.get_untracked() {
            self.save();
        }
    }

    /// Whether something is unsaved, also by a save that failed. From now on it counts as taken care of.
    fn take_unsaved(&self) -> bool {
        let is_typed = self.keeping.change(|keeping| keeping.unsaved_since.take()).is_some();
        is_typed || matches!(self.saved.get_untracked(), Saved::Failed(_))
    }

    /// Saves now.
    pub(super) fn save(&self) {
        // A draft that was left reads as empty, and must never be saved so.
        if !self.is_kept() {
            return;
        }
        let now = browser::now();
        let open = untrack(|| self.open_requirements());
        let saved = self.keeping.change(|keeping| {
            keeping.notes.open = u64::try_from(open).ok();
            keeping.notes.counter += 1;
            let before = std::mem::replace(&mut keeping.notes.saved_at, now);
            match self.with_untracked(|plan| drafts::save(self.id, &keeping.notes, plan)) {
                Ok(()) => Saved::At(now),
                Err(error) => {
                    // Only what is in storage counts: another tab may save the same number.
                    keeping.notes.counter -= 1;
                    keeping.notes.saved_at = before;
                    Saved::Failed(error)
                }
            }
        });
        self.saved.set(saved);
    }

    /// Notes that something is unsaved, and saves it soon.
    fn save_soon(&self) {
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
        let opened = Cell::new(true);
        bind(move || {
            draft.with(|_| ());
            let is_reloaded = draft.keeping.change(|keeping| std::mem::take(&mut keeping.is_reloaded));
            if !opened.take() && !is_reloaded {
                draft.save_soon();
            }
        });
        on_window("pagehide", move |_| draft.flush());
        on_window("visibilitychange", move |_| {
            if page::is_hidden() {
                draft.flush();
            }
        });
        on_window("beforeunload", move |event| {
            draft.flush();
            warn_of_loss(&event);
        });
    }
}
