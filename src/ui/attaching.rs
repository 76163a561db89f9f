//! Files that go with the plan: taken in, saved as copies.

use super::context::{ui, words};
use super::draft::Draft;
use super::notice::{say, warn};
use super::watched::Watched;
use crate::browser::files::{self, Picked};
use crate::browser::{self, blobs, page};
use crate::bundle::{self, FileBytes};
use crate::enclosures::{self, FileKind, MOST_ENCLOSED_BYTES, Unfit, safe_name};
use crate::plan::record::Answer as _;
use crate::plan::{Enclosed, Enclosure, RowId};
use crate::question::{Column, ListPlace, Place};
use crate::rules::Value;

impl Draft {
    /// Takes files somebody picked, dropped or pasted: the first into this row, where one is named that has none, or was
    /// chosen for another file; all others into new rows. `refused` hears why one cannot be taken.
    pub(super) fn attach(
        &self,
        question: Place,
        (row, is_chosen): (Option<RowId>, bool),
        files: Vec<Picked>,
        refused: Watched<Vec<String>>,
    ) {
        let draft = *self;
        refused.set(Vec::new());
        browser::spawn(async move {
            let mut row = row;
            for picked in files {
                match draft.taken_in(&picked, question, row.filter(|_| is_chosen)).await {
                    Ok(file) => draft.attach_to(question, row.take(), is_chosen, &file),
                    Err(why) => {
                        let name = ("name", Value::Text(picked.name()));
                        let size = ("size", Value::Text(words().size(MOST_ENCLOSED_BYTES)));
                        refused.update(|all| all.push(words().fill(why, &[name, size])));
                    }
                }
            }
        });
    }

    /// Keeps the bytes of a file; or gives the sentence that says why not.
    async fn taken_in(
        &self,
        picked: &Picked,
        question: Place,
        instead: Option<RowId>,
    ) -> Result<Enclosure, &'static str> {
        let ui = ui();
        let others: u64 = self.with_untracked(|plan| {
            let others = bundle::files_of(plan, None);
            // The one that it takes the place of goes.
            let goes = instead.map(|row| question.row(row).column(Column::File).shown(plan));
            let goes = goes.and_then(|shown| Enclosure::parse(&shown)).map(|file| file.sha256);
            let stay = others.iter().filter(|file| Some(&file.sha256) != goes.as_ref());
            stay.map(|file| file.size).fold(0, u64::saturating_add)
        });
        if others.saturating_add(picked.size()) > MOST_ENCLOSED_BYTES {
            return Err(ui.file_too_much);
        }
        let bytes = picked.bytes().await.ok_or(ui.file_not_read)?;
        let file = enclosures::enclosure(&picked.name(), &bytes).map_err(|unfit| match unfit {
            Unfit::Empty => ui.file_is_empty,
            Unfit::Kind => ui.file_of_no_kind,
            Unfit::Macros => ui.file_has_macros,
        })?;
        let is_kept = blobs::put(&FileBytes { sha256: file.sha256.clone(), bytes }).await;
        if is_kept { Ok(file) } else { Err(ui.file_not_kept) }
    }

    fn attach_to(&self, question: Place, row: Option<RowId>, is_chosen: bool, file: &Enclosure) {
        if !self.is_kept() {
            return warn(words().named(ui().file_left, &file.name));
        }
        // A banner says why.
        if !self.can_write.get_untracked() {
            return;
        }
        let list = ListPlace::Rows(question.commitment, question.question);
        let is_there = |row: &RowId| {
            self.with_untracked(|plan| list.rows(plan).is_some_and(|rows| rows.row(*row).is_some()))
        };
        // A row that nobody filled yet serves as well as a new one.
        let empty = || {
            self.with_untracked(|plan| {
                let ids = list.rows(plan).map(|rows| rows.ids()).unwrap_or_default();
                ids.into_iter().find(|id| !question.row(*id).is_filled(plan))
            })
        };
        // What is dropped on a row that has a file already is another document.
        let is_free = |row: &RowId| {
            let cell = question.row(*row).column(Column::File);
            is_chosen || self.with_untracked(|plan| !cell.is_filled(plan))
        };
        let Some(row) = row.filter(is_there).filter(is_free).or_else(empty).or_else(|| self.add_row(list))
        else {
            return say(ui().list_is_full);
        };
        let (cell, name) =
            (question.row(row).column(Column::File), question.row(row).column(Column::DocumentName));
        // The very file that was missing changes no answer, and is there all the same.
        self.attached.update(|count| *count += 1);
        let before = self.with_untracked(|plan| Enclosure::parse(&cell.shown(plan)));
        self.accept(cell, &Enclosed(Some(file.clone())).shown());
        if !self.with_untracked(|plan| name.is_filled(plan)) {
            let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
            self.accept(name, stem);
        }
        // A step of its own, and saved before anybody closes the page on it.
        self.flush();
        // Whoever means to bring a missing file back must see that it is another one.
        say(match before.filter(|before| before.sha256 != file.sha256) {
            Some(before) => words().named(ui().file_is_other, &before.name),
            None => words().named(ui().file_taken, &file.name),
        });
        page::focus_soon(cell.to_string());
    }

    /// Whether a file's bytes are in this browser. Where this page knows of none, it looks, and says so if they are:
    /// another tab may have brought them.
    pub(super) fn has_bytes(&self, file: &Enclosure) -> bool {
        self.attached.track();
        if blobs::is_here(&file.sha256) {
            return true;
        }
        let draft = *self;
        browser::spawn(async move {
            if blobs::look().await {
                draft.attached.update(|count| *count += 1);
            }
        });
        false
    }

    /// Keeps the files that an older version of the app carried along with the draft.
    pub(super) fn keep_carried_along(&self) {
        let mut unknown = self.keeping.with_untracked(|keeping| keeping.notes.unknown.clone());
        let files = bundle::carried_along(&mut unknown);
        if files.is_empty() {
            return;
        }
        let draft = *self;
        browser::spawn(async move {
            for file in &files {
                // Where the browser keeps none, they stay where they are.
                if !blobs::put(file).await {
                    return;
                }
            }
            if draft.is_kept() && draft.can_write.get_untracked() {
                draft.keeping.change(|keeping| drop(bundle::carried_along(&mut keeping.notes.unknown)));
                draft.attached.update(|count| *count += 1);
                draft.save_soon();
            }
        });
    }

    /// Takes the file out of an answer. Its bytes stay for a while: the step can be taken back.
    pub(super) fn detach(&self, cell: Place, name: &str) {
        // From now on its bytes may be forgotten, but not before the step can hardly be taken back any more.
        let bytes = self.with_untracked(|plan| Enclosure::parse(&cell.shown(plan)));
        browser::spawn(async move {
            if let Some(file) = bytes {
                blobs::stay(&file.sha256).await;
            }
        });
        self.accept(cell, "");
        self.flush();
        say(words().named(ui().file_taken_out, name));
        page::focus_soon(cell.to_string());
    }
}

/// Saves a copy of a file that goes with the plan.
pub(super) fn save_copy(file: Enclosure) {
    browser::spawn(async move {
        let ui = ui();
        let Some(found) = blobs::get(&file.sha256).await else { return say(ui.file_missing) };
        let Ok(kind) = FileKind::of(&found.bytes) else { return say(ui.file_missing) };
        let name = safe_name(&file.name, kind);
        say(match files::download_bytes(&name, &found.bytes) {
            true => words().named(ui.saved_as, &name),
            false => ui.export_failed.to_owned(),
        });
    });
}
