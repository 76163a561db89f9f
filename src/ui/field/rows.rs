//! Rows: added, opened, moved, duplicated, removed with undo. A row that is filled in stands compact.

use super::{cell, cells, file, group_frame, of_row, row_title};
use crate::browser::page;
use crate::document;
use crate::plan::RowId;
use crate::question::{Column, ColumnKind, ListPlace, Place};
use crate::rules::{At, Value};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class};
use crate::ui::draft::Draft;
use crate::ui::message::messages;
use crate::ui::notice::say;
use crate::ui::page::row_actions;
use crate::ui::watched::{Follows, Watched};

/// A question that takes rows.
pub(super) fn rows_question(draft: Draft, place: Place, columns: &'static [Column]) -> El {
    let question = place.question;
    let list = ListPlace::Rows(place.commitment, question);
    let ids = draft.rows(list);
    let single = columns.len() == 1;
    let add = move || match draft.add_row(list) {
        Some(id) if single => page::focus_soon(first_cell(place.row(id))),
        Some(id) => page::focus_soon(row_id(id)),
        None => say(ui().list_is_full),
    };
    let rows = of_class("ol", if single { "rows compact" } else { "rows" })
        .each(move || ids.get(), move |id| el("li").child(row(draft, place.row(id), id, list, columns, ids)));
    let takes_files = columns.contains(&Column::File);
    let refused = Watched::new(Vec::new());
    let frame = group_frame(place, "rows-question");
    let frame = if takes_files { file::taking(frame, draft, place, refused) } else { frame };
    frame
        .child(rows)
        .children(takes_files.then(|| file::refusals(refused)))
        .child(messages(draft, place, draft.shown_at(place)))
        .child(
            button("add", texts().add_row(question), add)
                .id(&place.to_string())
                .attr("data-add", question.number())
                .disabled_if(move || !draft.can_write.get()),
        )
}

fn row(
    draft: Draft,
    place: Place,
    id: RowId,
    list: ListPlace,
    columns: &'static [Column],
    ids: Follows<Vec<RowId>>,
) -> El {
    let title = Follows::new(move || draft.with(|plan| row_title(texts(), plan, place)));
    let actions = row_actions(draft, list, id, ids, title, row_id(id), place.whole_question().to_string());
    let frame = |tag, class: &str| {
        of_class(tag, class).id(&row_id(id)).attr("data-row", id.as_str()).attr("tabindex", "-1").on(
            "focusout",
            move |event| {
                if !page::stays_inside(&event) {
                    draft.leave_row(id);
                }
            },
        )
    };
    let own_messages = messages(draft, place, draft.shown_at(place));
    if let [column] = columns {
        return frame("div", "row single")
            .attr("role", "group")
            .attr_with("aria-label", move || Some(title.get()))
            .child(cell(draft, place.column(*column), *column))
            .child(own_messages)
            .child(actions);
    }
    let is_open = Follows::new(move || draft.is_open(id) || draft.with(|plan| !place.is_filled(plan)));
    let is_missing = file::is_missing(draft, place);
    // Issues of a closed row are counted on its line; its cells show them once it is open.
    let issues = move || {
        let inside = |at: At| matches!(at, At::Place(at) if place.holds(at));
        draft.issues().iter().filter(|issue| inside(issue.at) && draft.is_shown(issue)).count()
    };
    let toggle = move || {
        let open = !is_open.get_untracked();
        draft.set_open(id, open);
        page::focus_soon(if open { first_cell(place) } else { open_id(id) });
    };
    frame("fieldset", "row")
        .class_if("open", move || is_open.get())
        .child(of_class("legend", "row-title").text_with(move || title.get()))
        .when(move || is_open.get(), move || cells(draft, place, columns))
        .when(
            move || !is_open.get(),
            move || of_class("p", "summary").text_with(move || summary(draft, place, columns)),
        )
        .when(
            move || !is_open.get() && issues() != 0,
            move || of_class("p", "row-issues").text_with(move || words().count(issues(), ui().issues_here)),
        )
        .when(
            move || !is_open.get() && is_missing.get(),
            || of_class("p", "row-issues").attr("data-missing", "").text(ui().file_row_missing),
        )
        .child(own_messages)
        .child(
            of_class("div", "row-line")
                .child(
                    button("open-row", "", toggle)
                        .id(&open_id(id))
                        .attr_with("aria-expanded", move || Some(is_open.get().to_string()))
                        .text_with(move || {
                            if is_open.get() { ui().close_row } else { ui().open_row }.to_owned()
                        })
                        .child(of_row(title)),
                )
                .child(actions),
        )
}

/// What a closed row shows of its cells.
fn summary(draft: Draft, place: Place, columns: &'static [Column]) -> String {
    let (texts, words) = (texts(), words());
    draft.with(|plan| {
        let cells = columns.iter().skip(1).filter_map(|column| {
            let said = document::cell(texts, &words, *column, &place.column(*column).shown(plan))?;
            if column.kind() != ColumnKind::Decimal {
                return Some(said);
            }
            let named =
                [("name", Value::Text(texts.column(*column).label.to_owned())), ("value", Value::Text(said))];
            Some(words.fill(texts.ui.named_value, &named))
        });
        cells.collect::<Vec<_>>().join(" · ")
    })
}

fn row_id(id: RowId) -> String {
    format!("row-{id}")
}

fn open_id(id: RowId) -> String {
    format!("row-{id}-open")
}

/// The id of a row's first control.
fn first_cell(row: Place) -> String {
    let first = row.question.kind().columns().first().copied();
    first.map_or_else(|| row.to_string(), |column| row.column(column).to_string())
}
