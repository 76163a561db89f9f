//! A file as an answer: picked, dropped or pasted; saved as a copy, taken out.

use super::{Cell, of_row};
use crate::browser::files::Picked;
use crate::browser::page;
use crate::plan::{Enclosure, Plan, RowId};
use crate::question::{Column, Place};
use crate::ui::attaching::save_copy;
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::watched::{Follows, Watched};

/// The control of a file: the way to choose one, or what it is and what can be done with it.
pub(super) fn control(cell: Cell, refused: Watched<Vec<String>>) -> El {
    let Cell { draft, place, .. } = cell;
    let row = Place { column: None, ..place };
    let title = Follows::new(move || draft.with(|plan| super::row_title(texts(), plan, row)));
    let stored = Follows::new(move || draft.with(|plan| place.shown(plan)));
    of_class("div", "enclosed")
        .id(&cell.id())
        .attr("role", "group")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", &format!("{place}-label"))
        .attr("aria-describedby", &format!("{place}-hint {place}-messages"))
        .attr("data-question", place.question.number())
        .attr_if("data-column", place.column.map(Column::key))
        .dynamic(move || match Enclosure::parse(&stored.get()) {
            None => choose(draft, place, title, refused),
            Some(file) => shown(draft, place, title, refused, file),
        })
}

/// Whether a row names a file whose bytes are not in this browser. Looked at when the file changes, not with each key.
pub(super) fn is_missing(draft: Draft, row: Place) -> Follows<bool> {
    let takes_files = row.question.kind().columns().contains(&Column::File);
    let shown = move |plan: &Plan| row.column(Column::File).shown(plan);
    let shown = Follows::new(move || if takes_files { draft.with(shown) } else { String::new() });
    Follows::new(move || {
        shown.with(|shown| Enclosure::parse(shown)).is_some_and(|file| !draft.has_bytes(&file))
    })
}

/// The button that picks a file.
fn choose(draft: Draft, place: Place, title: Follows<String>, refused: Watched<Vec<String>>) -> Vec<El> {
    let id = format!("{place}-pick");
    let input = el("input").id(&id).attr("type", "file");
    let picked = input.clone();
    let input = input.disabled_if(move || !draft.can_write.get()).on("change", move |_| {
        if let Some(input) = picked.as_input() {
            draft.attach(place.whole_question(), (place.row, true), Picked::from_input(input), refused);
            input.set_value("");
        }
    });
    let label = of_class("label", "file").attr("for", &id).text(ui().file_choose).child(of_row(title));
    vec![label, input]
}

fn shown(
    draft: Draft,
    place: Place,
    title: Follows<String>,
    refused: Watched<Vec<String>>,
    file: Enclosure,
) -> Vec<El> {
    let ui = ui();
    let said = says("p", &words().enclosure(&file)).attr("dir", "auto").attr("data-sha256", &file.sha256);
    let is_here = draft.has_bytes(&file);
    let name = file.name.clone();
    let copy = is_here.then(|| {
        let file = file.clone();
        button("", ui.file_save, move || save_copy(file.clone()))
            .attr("data-act", "save-file")
            .child(of_row(title))
    });
    let missing = (!is_here).then(|| {
        of_class("div", "banner")
            .child(says("p", ui.file_missing))
            .children(choose(draft, place, title, refused))
    });
    let out = button("quiet", ui.file_take_out, move || draft.detach(place, &name))
        .attr("data-act", "take-out-file")
        .child(of_row(title))
        .disabled_if(move || !draft.can_write.get());
    let acts = of_class("div", "choices").children(copy).child(out);
    [said].into_iter().chain(missing).chain([acts]).collect()
}

/// Lets a question's rows take files that are dropped or pasted on them.
pub(super) fn taking(question: El, draft: Draft, place: Place, refused: Watched<Vec<String>>) -> El {
    let over = Watched::new(false);
    question
        .class_if("over", move || over.get())
        .on("dragover", move |event| {
            if Picked::is_dragged(&event) {
                event.prevent_default();
                over.set(true);
            }
        })
        .on("dragleave", move |_| {
            over.set(false);
        })
        .on("drop", move |event| {
            over.set(false);
            let files = Picked::dropped(&event);
            if !files.is_empty() {
                event.prevent_default();
                draft.attach(place, (row_of(&event), false), files, refused);
            }
        })
        .on("paste", move |event| {
            let files = Picked::pasted(&event);
            if !files.is_empty() {
                event.prevent_default();
                draft.attach(place, (row_of(&event), false), files, refused);
            }
        })
}

/// Why files were not taken.
pub(super) fn refusals(refused: Watched<Vec<String>>) -> El {
    of_class("div", "refused")
        .attr("role", "alert")
        .dynamic(move || refused.with(|all| all.iter().map(|why| says("p", why)).collect()))
}

/// The row that an event came to.
fn row_of(event: &web_sys::Event) -> Option<RowId> {
    RowId::parse(&page::data_of(event, "data-row")?)
}
