//! The single controls: one line, long text, number, address, list.

use std::cell::Cell as Flag;

use leptos::prelude::*;

use super::{Cell, choice, options_of, shown_as};
use crate::browser::{self, page};
use crate::document::commitment_title;
use crate::plan::{Commitment, Day, Plan, Readable as _};
use crate::question::{Column, ColumnKind, Kind};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, bind, el, of_class, says, unseen};
use crate::ui::watched::{Follows, Watched};

/// How long somebody must pause before screen readers hear of the length, in milliseconds.
const PAUSE: i32 = 1000;

/// How a one-line control behaves: its type, the keyboard it asks for, whether spelling is checked.
type Line = (&'static str, Option<&'static str>, bool);

const TEXT: Line = ("text", None, true);
const NAME: Line = ("text", None, false);

/// The control of a question that takes one answer.
pub(super) fn of_question(cell: Cell) -> Vec<El> {
    match cell.place.question.kind() {
        Kind::Long => long(cell),
        Kind::Line => growing(cell),
        Kind::Count => line(cell, ("text", Some("numeric"), false)),
        Kind::Url => line(cell, ("url", None, false)),
        Kind::Day => day(cell),
        Kind::Scope => vec![choice::scope(cell)],
        _ => line(cell, TEXT),
    }
}

/// The control of a cell.
pub(super) fn of_column(cell: Cell, column: Column) -> Vec<El> {
    match column.kind() {
        ColumnKind::Long => long(cell),
        // A list's only cell; in a row of several they stand side by side.
        ColumnKind::Name if matches!(column, Column::Institution | Column::Endorser) => growing(cell),
        ColumnKind::Name => line(cell, NAME),
        ColumnKind::Email => line(cell, ("email", None, false)),
        ColumnKind::Telephone => line(cell, ("tel", None, false)),
        ColumnKind::Url => line(cell, ("url", None, false)),
        ColumnKind::Decimal => line(cell, ("text", Some("decimal"), false)),
        ColumnKind::Count => line(cell, ("text", Some("numeric"), false)),
        ColumnKind::Day => day(cell),
        ColumnKind::One(keys) => vec![select(cell, keys)],
        ColumnKind::Commitment => vec![choice::of_plan(cell, commitments)],
        ColumnKind::Line if column == Column::Currency => currency(cell),
        ColumnKind::Line | ColumnKind::Month | ColumnKind::Tick | ColumnKind::File => line(cell, TEXT),
    }
}

fn line(cell: Cell, (kind, keyboard, spelled): Line) -> Vec<El> {
    let Cell { draft, place, .. } = cell;
    let is_amount = place.column.is_some_and(|column| column.kind() == ColumnKind::Decimal);
    let shown = move |stored: String| match place.column {
        Some(column) => shown_as(column, stored),
        None => stored,
    };
    let control = el("input").id(&cell.id()).attr("type", kind);
    let left = control.clone();
    let control = cell
        .marks(control)
        .attr_if("inputmode", keyboard)
        .attr_if("spellcheck", (!spelled).then_some("false"))
        .attr("autocomplete", "off")
        .attr("dir", "auto")
        .value_with(move || shown(draft.shown(place)))
        .on_typed(move |typed| draft.type_in(place, &typed))
        .on("blur", move |_| {
            draft.end_editing();
            if is_amount {
                left.set_value(&shown(draft.with_untracked(|plan| place.shown(plan))));
            }
        });
    vec![control]
}

fn day(cell: Cell) -> Vec<El> {
    // Where a file brought something that is no day, a date field would show nothing.
    let is_no_day = cell.draft.with_untracked(|plan| is_no_day(&cell.place.shown(plan)));
    line(cell, if is_no_day { NAME } else { ("date", None, false) })
}

/// The plan's commitments, those deleted since submission too, each by its id and title.
fn commitments(plan: &Plan) -> Vec<(String, String)> {
    let gone = plan.as_submitted().into_iter().flat_map(|then| &then.commitments);
    let gone = gone.filter(|of| plan.commitment(of.id).is_none());
    let named = |of: &Commitment| (of.id.to_string(), commitment_title(plan, texts(), of.id.as_str()));
    plan.commitments.iter().chain(gone).map(named).collect()
}

fn is_no_day(stored: &str) -> bool {
    !stored.is_empty() && Day::read(stored).is_none()
}

/// A currency: one of the codes the browser knows, or any word. They are many, so they come when they are wanted.
fn currency(cell: Cell) -> Vec<El> {
    let list = format!("{}-list", cell.place);
    let wanted = Watched::new(false);
    let codes = el("datalist").id(&list).dynamic(move || {
        let codes = if wanted.get() { page::currencies() } else { Vec::new() };
        codes.iter().map(|code| el("option").attr("value", code)).collect()
    });
    let controls = line(cell, NAME).into_iter();
    controls
        .map(|control| {
            control.attr("list", &list).on("focus", move |_| {
                wanted.set(true);
            })
        })
        .chain([codes])
        .collect()
}

/// A text of several lines.
pub(super) fn long(cell: Cell) -> Vec<El> {
    let Cell { draft, place, .. } = cell;
    let control = el("textarea").id(&cell.id()).attr("dir", "auto");
    let lines = Follows::new(move || draft.with(|plan| lines_of(&place.shown(plan)).to_string()));
    let language = move || match place.english {
        true => Some("en".to_owned()),
        false => draft.with(|plan| plan.language.key().filter(|key| *key != "other").map(str::to_owned)),
    };
    let control = cell
        .marks(control)
        .attr_with("lang", language)
        .attr_with("rows", move || Some(lines.get()))
        .value_with(move || draft.shown(place))
        .on_typed(move |typed| draft.type_in(place, &typed))
        .on("blur", move |_| draft.end_editing());
    vec![control]
}

/// One line that breaks where it is longer than the page is wide, so that all of it can be read.
fn growing(cell: Cell) -> Vec<El> {
    let Cell { draft, place, .. } = cell;
    let control = of_class("textarea", "line").id(&cell.id());
    let typed = control.clone();
    let is_name = place.column.is_some();
    let lines = Follows::new(move || draft.with(|plan| (place.shown(plan).len() / 60 + 1).to_string()));
    let control = cell
        .marks(control)
        .attr("dir", "auto")
        .attr_if("spellcheck", is_name.then_some("false"))
        .attr_with("rows", move || Some(lines.get()))
        .attr("autocomplete", "off")
        .value_with(move || draft.shown(place))
        .on("keydown", |event| {
            if page::is_enter(&event) {
                event.prevent_default();
            }
        })
        .on("input", move |_| {
            let text = typed.value();
            // A paste may bring more lines than one.
            if text.contains('\n') {
                typed.set_value(&text.replace('\n', " "));
            }
            draft.type_in(place, &typed.value());
        })
        .on("blur", move |_| draft.end_editing());
    let counters = place.question.shown_characters().map(|limit| counters(cell, limit));
    std::iter::once(control).chain(counters.into_iter().flatten()).collect()
}

/// How many lines a text takes, for browsers that do not grow a text area by themselves.
fn lines_of(text: &str) -> usize {
    let lines: usize = text.split('\n').map(|line| line.len() / 72 + 1).sum();
    lines.clamp(3, 60)
}

fn select(cell: Cell, keys: &'static [&'static str]) -> El {
    let Cell { draft, place, .. } = cell;
    let control = el("select").id(&cell.id());
    let chosen = control.clone();
    cell.marks(control)
        .child(says("option", ui().not_chosen).attr("value", ""))
        .children(options_of(keys))
        .disabled_if(move || !draft.can_write.get())
        .value_with(move || draft.shown(place))
        .on("change", move |_| draft.enter(place, &chosen.value()))
}

/// How long a text may be before OGP's own page cuts it; it can always be longer here. Screen readers hear only what is
/// too many, and only once the typing pauses.
fn counters(cell: Cell, limit: usize) -> [El; 2] {
    let Cell { draft, place, .. } = cell;
    let length =
        Follows::new(move || draft.with(|plan| browser::NORMALISE.length(&place.shown(plan)).to_string()));
    let length = move || length.with(|length| length.parse::<u32>().unwrap_or_default());
    let limit = u32::try_from(limit).unwrap_or(u32::MAX);
    let shown = of_class("p", "counter")
        .attr("aria-hidden", "true")
        .class_if("over", move || length() > limit)
        .text_with(move || format!("{}\u{a0}/\u{a0}{limit}", length()));
    let said = Watched::new(0_u32);
    let over = move || untrack(length).saturating_sub(limit);
    let opened = Flag::new(true);
    bind(move || {
        let now = length();
        if opened.take() {
            return;
        }
        page::later(PAUSE, move || {
            // Heard of a later key meanwhile, or the row is gone.
            let is_paused = said.is_kept() && untrack(length) == now;
            if is_paused && said.get_untracked() != over() {
                said.set(over());
            }
        });
    });
    let heard = unseen("").attr("role", "status").text_with(move || match said.get() {
        0 => String::new(),
        over => words().count(over as usize, ui().characters_over),
    });
    [shown, heard]
}
