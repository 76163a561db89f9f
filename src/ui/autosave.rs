//! Saving: soon after the first unsaved key, also while typing goes on, and at once when the page is put away.

use std::cell::Cell;

use leptos::prelude::*;

use super::dom::{bind, on_window};
use super::draft::Draft;
use crate::browser::drafts::{self, StorageError};
use crate::browser::{self, page};
use crate::bundle::{Notes, StoredDraft};

/// How long after the first unsaved key a save begins, in milliseconds. Under the 400 promised, so that the save
/// itself fits too.
const SOON: i32 = 300;

/// What is known of a draft's saves.
#[derive(Debug)]
pub(super) struct Keeping {
    pub(super) notes: Notes,
    saved: RwSignal<Saved>,
    /// When the first key was typed that is not saved yet, in milliseconds since 1970.
    unsaved_since: Option<i64>,
}

/// Whether the draft is saved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Saved {
    /// At this moment.
    At(i64),
    /// Something is typed that the next moment saves.
    Soon,
    /// The last save failed.
    Failed(StorageError),
}

impl Keeping {
    pub(super) fn of(notes: Notes) -> Self {
        Self { saved: RwSignal::new(Saved::At(notes.saved_at)), notes, unsaved_since: None }
    }
}

impl Draft {
    /// Whether the draft is saved.
    pub(super) fn saved(&self) -> RwSignal<Saved> {
        self.keeping.with_value(|keeping| keeping.saved)
    }

    /// The draft's own name; empty where it has none.
    pub(super) fn name(&self) -> String {
        self.keeping.with_value(|keeping| keeping.notes.name.clone())
    }

    /// Notes that the plan was exported just now.
    pub(super) fn note_export(&self) {
        if self.can_write.get_untracked() {
            self.keeping.update_value(|keeping| keeping.notes.exported_at = Some(browser::now()));
            self.save();
        }
    }

    /// Goes on from what another tab saved.
    pub(super) fn take_up(&self, stored: StoredDraft) {
        self.saved().set(Saved::At(stored.notes.saved_at));
        self.keeping.update_value(|keeping| keeping.notes = stored.notes);
        self.reload(stored.plan);
    }

    /// Saves now what is not saved yet, also what a failed save left.
    pub(super) fn flush(&self) {
        let unsaved = self.keeping.try_update_value(|keeping| {
            keeping.unsaved_since.take().is_some()
                || matches!(keeping.saved.get_untracked(), Saved::Failed(_))
        });
        if unsaved == Some(true) && self.can_write.get_untracked() {
            self.save();
        }
    }

    /// Saves now.
    pub(super) fn save(&self) {
        let now = browser::now();
        let saved = self.keeping.try_update_value(|keeping| {
            keeping.notes.counter += 1;
            keeping.notes.saved_at = now;
            match self.with_untracked(|plan| drafts::save(self.id, &keeping.notes, plan)) {
                Ok(()) => Saved::At(now),
                Err(error) => Saved::Failed(error),
            }
        });
        if let Some(saved) = saved {
            self.saved().set(saved);
        }
    }

    /// Notes that something is unsaved, and saves it soon.
    fn save_soon(&self) {
        let now = browser::now();
        let since = self.keeping.try_update_value(|keeping| keeping.unsaved_since.replace(now)).flatten();
        match since {
            None => {
                if !matches!(self.saved().get_untracked(), Saved::Failed(_)) {
                    self.saved().set(Saved::Soon);
                }
                let draft = *self;
                page::later(SOON, move || draft.flush());
            }
            // Keys that come without a pause leave the timer no moment to run in.
            Some(since) if now - since >= i64::from(SOON) => self.flush(),
            Some(since) => self.keeping.update_value(|keeping| keeping.unsaved_since = Some(since)),
        }
    }

    /// Saves by itself from now on, until the page leaves the draft.
    pub(super) fn save_by_itself(&self) {
        let draft = *self;
        let opened = Cell::new(true);
        bind(move || {
            draft.with(|_| ());
            if !opened.take() {
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
            if matches!(draft.saved().get_untracked(), Saved::Failed(_)) {
                event.prevent_default();
            }
        });
        on_cleanup(move || draft.flush());
    }
}
