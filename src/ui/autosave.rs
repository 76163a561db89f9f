//! Saving: soon after the first unsaved key, also while typing goes on, and at once when the page is put away.

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::dom::on_window;
use super::draft::Draft;
use crate::browser::drafts::{self, StorageError};
use crate::browser::{self, page};
use crate::bundle::StoredDraft;

/// How long after the first unsaved key a save begins, in milliseconds. Under the 400 promised, so that the save
/// itself fits too.
const SOON: i32 = 300;

/// What is known of a draft's saves.
#[derive(Clone, Debug)]
pub(super) struct Keeping {
    pub(super) counter: u64,
    pub(super) name: String,
    pub(super) exported_at: Option<i64>,
    /// What the file held that this version does not know, to be written back.
    pub(super) unknown: Map<String, Value>,
    pub(super) saved: RwSignal<Saved>,
    waiting: bool,
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
    pub(super) fn of(stored: &StoredDraft) -> Self {
        Self {
            counter: stored.counter,
            name: stored.name.clone(),
            exported_at: stored.exported_at,
            unknown: stored.unknown.clone(),
            saved: RwSignal::new(Saved::At(stored.saved_at)),
            waiting: false,
        }
    }
}

impl Draft {
    /// Whether the draft is saved.
    pub(super) fn saved(&self) -> RwSignal<Saved> {
        self.keeping.with_value(|keeping| keeping.saved)
    }

    /// The draft's own name; empty where it has none.
    pub(super) fn name(&self) -> String {
        self.keeping.with_value(|keeping| keeping.name.clone())
    }

    /// What its file held beside the plan that this version does not know.
    pub(super) fn unknown(&self) -> Map<String, Value> {
        self.keeping.with_value(|keeping| keeping.unknown.clone())
    }

    /// Notes that the plan was exported just now.
    pub(super) fn note_export(&self) {
        if self.can_write.get_untracked() {
            self.keeping.update_value(|keeping| keeping.exported_at = Some(browser::now()));
            self.save();
        }
    }

    /// Goes on from what another tab saved.
    pub(super) fn take_up(&self, stored: StoredDraft) {
        self.saved().set(Saved::At(stored.saved_at));
        self.keeping.update_value(|keeping| {
            keeping.counter = stored.counter;
            keeping.name = stored.name;
            keeping.exported_at = stored.exported_at;
        });
        self.reload(stored.plan);
    }

    /// Saves now what is not saved yet.
    pub(super) fn flush(&self) {
        let waiting = self.keeping.try_update_value(|keeping| std::mem::take(&mut keeping.waiting));
        if waiting == Some(true) && self.can_write.get_untracked() {
            self.save();
        }
    }

    /// Saves now.
    pub(super) fn save(&self) {
        let now = browser::now();
        let stored = self.keeping.try_update_value(|keeping| {
            keeping.counter += 1;
            StoredDraft {
                counter: keeping.counter,
                saved_at: now,
                exported_at: keeping.exported_at,
                name: keeping.name.clone(),
                unknown: keeping.unknown.clone(),
                plan: self.with_untracked(Clone::clone),
            }
        });
        if let Some(stored) = stored {
            let saved = match drafts::save(self.id, &stored) {
                Ok(()) => Saved::At(now),
                Err(error) => Saved::Failed(error),
            };
            self.saved().set(saved);
        }
    }

    /// Notes that something is unsaved, and saves it soon.
    fn save_soon(&self) {
        let first = self.keeping.try_update_value(|keeping| !std::mem::replace(&mut keeping.waiting, true));
        if first == Some(true) {
            if !matches!(self.saved().get_untracked(), Saved::Failed(_)) {
                self.saved().set(Saved::Soon);
            }
            let draft = *self;
            page::later(SOON, move || draft.flush());
        }
    }

    /// Saves by itself from now on, until the page leaves the draft.
    pub(super) fn save_by_itself(&self) {
        let draft = *self;
        Effect::new(move |before: Option<()>| {
            draft.with(|_| ());
            if before.is_some() {
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
