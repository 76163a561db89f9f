//! Move, duplicate and remove: the same for every row and every commitment, each button naming its row.

use leptos::prelude::*;

use crate::browser::page;
use crate::plan::RowId;
use crate::question::ListPlace;
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, button, of_class, unseen};
use crate::ui::draft::Draft;
use crate::ui::notice::{say, say_with_undo};
use crate::ui::watched::Follows;

/// The buttons. `id` is the row's element, `empty` the element that takes the focus when no row is left.
pub(in crate::ui) fn row_actions(
    draft: Draft,
    list: ListPlace,
    row: RowId,
    rows: Follows<Vec<RowId>>,
    title: Follows<String>,
    id: String,
    empty: String,
) -> El {
    let position = move || rows.with(|rows| rows.iter().position(|known| *known == row).unwrap_or_default());
    let last = move || rows.with(Vec::len).saturating_sub(1);
    let sibling = {
        let id = id.clone();
        move |other: RowId| id.replace(row.as_str(), other.as_str())
    };
    let shift = {
        let id = id.clone();
        move |by: isize, name: &'static str| {
            let moved = title.get_untracked();
            draft.move_row(list, row, by);
            let now = untrack(position);
            say(words().numbered(ui().moved, &moved, now + 1));
            // At an end the button is switched off; the row itself takes the focus then.
            let stays = if by < 0 { now > 0 } else { now < untrack(last) };
            page::focus_soon(if stays { format!("{id}-{name}") } else { id.clone() });
        }
    };
    let (up, down) = (shift.clone(), shift);
    let duplicate = {
        let sibling = sibling.clone();
        move || match draft.duplicate_row(list, row) {
            Some(copy) => page::focus_soon(sibling(copy)),
            None => say(ui().list_is_full),
        }
    };
    let remove = {
        let id = id.clone();
        move || {
            let (name, at) = (title.get_untracked(), untrack(position));
            let Some(removed) = draft.remove_row(list, row) else { return };
            let left =
                draft.with_untracked(|plan| list.rows(plan).map(|rows| rows.ids()).unwrap_or_default());
            page::focus_soon(
                left.get(at.saturating_sub(1)).map_or_else(|| empty.clone(), |next| sibling(*next)),
            );
            let id = id.clone();
            say_with_undo(words().named(ui().removed, name.trim_end_matches('…')), move || {
                let is_back = draft.put_back(&removed);
                page::focus_soon(id.clone());
                is_back
            });
        }
    };
    let named = |name: &str, label: &str, act: Box<dyn Fn()>| {
        button("quiet", label, act)
            .id(&format!("{id}-{name}"))
            .attr("data-act", name)
            .child(unseen(" – ").text_with(move || title.get()))
    };
    let locked = move || !draft.can_write.get();
    let ui = ui();
    of_class("div", "row-actions")
        .child(
            named("up", ui.move_up, Box::new(move || up(-1, "up")))
                .disabled_if(move || locked() || position() == 0),
        )
        .child(
            named("down", ui.move_down, Box::new(move || down(1, "down")))
                .disabled_if(move || locked() || position() == last()),
        )
        .child(named("duplicate", ui.duplicate, Box::new(duplicate)).disabled_if(locked))
        .child(
            named("remove", ui.remove, Box::new(remove))
                .disabled_if(move || locked() || rows.with(Vec::len) <= list.least()),
        )
}
