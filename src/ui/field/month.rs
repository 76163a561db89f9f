//! A month in two fields: the month by number or name, the year in four digits.

use super::Cell;
use crate::browser::page;
use crate::plan::{Month, Readable as _};
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, el, of_class, unseen};

/// The two fields. `of` names the date for screen readers.
pub(super) fn parts(cell: Cell, of: &str) -> El {
    let Cell { draft, place, .. } = cell;
    let (month, year) =
        (field(cell, cell.id(), "month"), field(cell, year_id(cell), "year").attr("inputmode", "numeric"));
    let enter = {
        let (month, year) = (month.clone(), year.clone());
        move |_: String| draft.type_in(place, &joined(&month.value(), &year.value()))
    };
    // What was read is shown back in full, once the field is left.
    let leave = {
        let (month, year) = (month.clone(), year.clone());
        // From the month to its year is not leaving the date.
        move |event: &web_sys::Event, other: &str| {
            if page::next_focus(event).is_none_or(|id| id != other) {
                draft.end_editing();
            }
            let answer = draft.with_untracked(|plan| place.shown(plan));
            if Month::read(&answer).is_some() {
                let shown = split(&answer);
                month.set_value(&shown.0);
                year.set_value(&shown.1);
            }
        }
    };
    let (enter_too, leave_too) = (enter.clone(), leave.clone());
    let month = month
        .value_with(move || split(&draft.shown(place)).0)
        .on_typed(enter)
        .on("blur", move |event| leave(&event, &year_id(cell)));
    let year = year
        .value_with(move || split(&draft.shown(place)).1)
        .on_typed(enter_too)
        .on("blur", move |event| leave_too(&event, &cell.id()));
    let labelled = |id: &str, label: &str, field: El| {
        let label = el("label").attr("for", id).text(label).text(" ").child(unseen("– ").text(of));
        el("div").child(label).child(field)
    };
    of_class("div", "month-parts").child(labelled(&cell.id(), ui().month, month)).child(labelled(
        &year_id(cell),
        ui().year,
        year,
    ))
}

fn field(cell: Cell, id: String, part: &str) -> El {
    cell.marks(of_class("input", part).id(&id))
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("data-part", part)
}

fn year_id(cell: Cell) -> String {
    format!("{}-year", cell.place)
}

/// What the two fields say together. A whole date in one of them, «03/2027», stands for both.
fn joined(month: &str, year: &str) -> String {
    match (month.trim(), year.trim()) {
        ("", "") => String::new(),
        (whole, "") | ("", whole) if Month::read(whole).is_some() => whole.to_owned(),
        // The year stands in both.
        (whole, year) if Month::read(whole).is_some_and(|read| read.year().to_string() == year) => {
            whole.to_owned()
        }
        _ => format!("{month}/{year}"),
    }
}

/// What the two fields show of an answer: the month's name, or what was typed.
fn split(shown: &str) -> (String, String) {
    match Month::read(shown) {
        Some(month) => (words().month_name(month).to_owned(), month.year().to_string()),
        None => match shown.rsplit_once('/') {
            Some((month, year)) => (month.to_owned(), year.to_owned()),
            None => (shown.to_owned(), String::new()),
        },
    }
}
