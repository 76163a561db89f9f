//! A question on the page: its number, wording, hint, control, and what the rules say.

mod choice;
mod control;
mod english;
mod file;
mod month;
pub(super) mod own;
mod rows;

use std::sync::Arc;

use super::answers;
use super::comments;
use super::context::{texts, ui, words};
use super::dom::{El, el, link, of_class, says, unseen};
use super::draft::Draft;
use super::message::{messages, need};
use crate::document;
use crate::i18n::Texts;
use crate::plan::{Plan, RowId};
use crate::question::{Column, ColumnKind, Kind, ListPlace, Need, Place, Question};
use crate::route::{Page, Route};
use crate::rules::Issue;
use crate::sync::Difference;
use crate::ui::watched::{Follows, Watched};

/// One control's answer: where it stands and what describes it.
#[derive(Clone, Copy)]
struct Cell {
    draft: Draft,
    place: Place,
    shown: Follows<Arc<Vec<Issue>>>,
    has_hint: bool,
}

impl Cell {
    fn new(draft: Draft, place: Place, hint: &str) -> Self {
        Self { draft, place, shown: draft.shown_at(place), has_hint: !hint.is_empty() }
    }

    /// The control's id, which is also how links name it.
    fn id(&self) -> String {
        self.place.to_string()
    }

    /// What tests, scripts and screen readers know a control by.
    fn marks(self, control: El) -> El {
        let Self { draft, place, shown, has_hint } = self;
        let described =
            if has_hint { format!("{place}-hint {place}-messages") } else { format!("{place}-messages") };
        let whole = place.column.is_none() && !place.english && !draft.is_part;
        let required = place.question.need() == Need::Required && whole;
        control
            .attr("data-question", place.question.number())
            .attr_if("data-column", place.column.map(Column::key))
            .attr("aria-describedby", &described)
            .attr_if("aria-required", required.then_some("true"))
            .attr_with("aria-invalid", move || is_wrong(shown).or_else(|| own::is_unreadable(draft, place)))
            .attr_with("readonly", move || (!draft.can_write.get()).then(String::new))
    }

    /// What the rules say at this place, what cannot be read in an own question, and what the app can offer.
    fn messages(self) -> Vec<El> {
        let Self { draft, place, shown, .. } = self;
        own::offer(messages(draft, place, shown), draft, place)
    }
}

/// The value of `aria-invalid` where something shown keeps the plan from being ready.
fn is_wrong(shown: Follows<Arc<Vec<Issue>>>) -> Option<String> {
    let wrong = |issues: &Arc<Vec<Issue>>| issues.iter().any(|issue| issue.check.grade().keeps_from_ready());
    shown.with(wrong).then(|| "true".to_owned())
}

/// A question, of the plan or of a commitment, and what people say about it.
pub(super) fn question(draft: Draft, place: Place) -> El {
    match place.question {
        Question::MandateEnd => mandate_ends(draft, place),
        _ => asked(draft, place).child(differs(draft, place)).child(comments::beside(draft, place)),
    }
}

/// That copies answer a question otherwise, and the way to decide.
fn differs(draft: Draft, place: Place) -> El {
    let here = move || {
        let is_here = |of: &&Difference| {
            let at = answers::answer(&of.path).and_then(|answer| answer.place);
            at.is_some_and(|at| place.holds(Place { english: false, ..at }))
        };
        draft.differences.with(|all| all.iter().find(is_here).map(|of| (of.path.clone(), of.versions.len())))
    };
    of_class("div", "differs").attr("role", "status").dynamic(move || {
        let Some((path, count)) = here() else { return Vec::new() };
        let to = Route::Draft(draft.id, Page::Differences).to_string();
        let look = move |_| draft.looked_at.set(path.clone());
        let said = says("p", &words().count(count, ui().differ_here));
        vec![said.text(" ").child(link(&to, ui().differ_to).attr("data-differs", "").on("click", look))]
    })
}

fn asked(draft: Draft, place: Place) -> El {
    let question = place.question;
    let text = texts().question(question);
    let cell = || Cell::new(draft, place, "");
    match question.kind() {
        Kind::List(columns) | Kind::Table(columns) => rows::rows_question(draft, place, columns),
        Kind::Block(columns) => group(draft, place, "block", cells(draft, place, columns)),
        Kind::One(keys) => group(draft, place, "choice", choice::one_of(cell(), keys)),
        Kind::Several(keys, most) => group(draft, place, "choice", choice::several_of(cell(), keys, most)),
        Kind::Month => group(draft, place, "month", month::parts(cell(), text.label)),
        Kind::Tick => {
            let cell = Cell::new(draft, place, text.hint);
            of_class("div", "question own tick")
                .child(choice::tick(cell, text.label))
                .children(hint(place, text.hint))
                .children(cell.messages())
        }
        Kind::Line | Kind::Long | Kind::Day | Kind::Count | Kind::Url | Kind::Scope => {
            let cell = Cell::new(draft, place, text.hint);
            of_class("div", if question.is_own() { "question own" } else { "question" })
                .child(
                    of_class("label", "label")
                        .id(&format!("{place}-label"))
                        .attr("for", &cell.id())
                        .children(number(question))
                        .text(" ")
                        .text(text.label)
                        .text(" ")
                        .child(need_word(question)),
                )
                .children(hint(place, text.hint))
                .children((question == Question::Goal).then(|| own::vision(draft)).flatten())
                .children(control::of_question(cell))
                .children(cell.messages())
                .child(english::beside(draft, place))
        }
    }
}

/// A question of several controls that belong together.
fn group(draft: Draft, place: Place, class: &str, controls: El) -> El {
    let said = own::offer(messages(draft, place, draft.shown_at(place)), draft, place);
    group_frame(place, class).child(controls).children(said)
}

fn group_frame(place: Place, class: &str) -> El {
    let question = place.question;
    let text = texts().question(question);
    let own = if question.is_own() { " own" } else { "" };
    let hint_id = if text.hint.is_empty() { String::new() } else { format!("{place}-hint ") };
    of_class("fieldset", &format!("question group {class}{own}"))
        .id(&format!("{place}-group"))
        .attr("aria-describedby", &format!("{hint_id}{place}-messages"))
        .child(
            of_class("legend", "label")
                .children(number(question))
                .text(" ")
                .text(text.label)
                .text(" ")
                .child(need_word(question)),
        )
        .children(hint(place, text.hint))
}

/// Named cells, of a block or a row.
fn cells(draft: Draft, place: Place, columns: &'static [Column]) -> El {
    of_class("div", "cells")
        .children(columns.iter().map(|column| cell(draft, place.column(*column), *column)))
}

/// One cell of a row or block: its label, control and messages.
fn cell(draft: Draft, place: Place, column: Column) -> El {
    let text = texts().column(column);
    let cell = Cell::new(draft, place, text.hint);
    let class = format!("cell {}", column.key());
    let content = match column.kind() {
        ColumnKind::Month => of_class("fieldset", &format!("{class} month"))
            .id(&format!("{place}-group"))
            .child(of_class("legend", "label").text(text.label))
            .child(month::parts(Cell { has_hint: false, ..cell }, text.label)),
        ColumnKind::Tick => of_class("div", &format!("{class} tick"))
            .child(choice::tick(cell, text.label))
            .children(hint(place, text.hint)),
        ColumnKind::File => {
            let refused = Watched::new(Vec::new());
            let label = of_class("p", "label").id(&format!("{place}-label")).text(text.label);
            of_class("div", "cell enclosing")
                .child(label)
                .children(hint(place, text.hint))
                .child(file::control(cell, refused))
                .child(file::refusals(refused))
        }
        _ => of_class("div", &class)
            .child(
                of_class("label", "label")
                    .id(&format!("{}-label", cell.place))
                    .attr("for", &cell.id())
                    .text(text.label),
            )
            .children(hint(place, text.hint))
            .children(control::of_column(cell, column)),
    };
    let content = content.children(cell.messages());
    let has_english = column.kind() == ColumnKind::Long;
    if has_english { content.child(english::beside(draft, place)) } else { content }
}

/// Question 1.1, once for each jurisdiction that holds elections.
fn mandate_ends(draft: Draft, place: Place) -> El {
    let asked = move || {
        draft.with(|plan| {
            plan.jurisdictions.iter().filter(|of| !of.no_elections).map(|of| of.id).collect::<Vec<_>>()
        })
    };
    let asked = Follows::new(asked);
    el("div").each(
        move || asked.get(),
        move |id| {
            let place = place.row(id);
            let label = texts().question(place.question).label;
            let of = move || {
                let title = draft.with(|plan| jurisdiction_title(texts(), plan, id));
                title.map(|title| format!("– {title}")).unwrap_or_default()
            };
            let parts = month::parts(Cell::new(draft, place, ""), label)
                .attr("role", "group")
                .attr_with("aria-label", move || Some(of()).filter(|of| !of.is_empty()));
            let named = of_class("p", "row-title").text_with(of);
            let asked = group_frame(place, "month").child(named).child(parts);
            el("div").attr("data-row", id.as_str()).child(
                asked.children(Cell::new(draft, place, "").messages()).child(comments::beside(draft, place)),
            )
        },
    )
}

fn number(question: Question) -> Option<El> {
    let number = question.printed_number();
    (!number.is_empty()).then(|| of_class("span", "number").text(number))
}

fn need_word(question: Question) -> El {
    of_class("span", "need").text(need(texts(), question.need()))
}

fn hint(place: Place, hint: &str) -> Option<El> {
    (!hint.is_empty()).then(|| of_class("p", "hint").id(&format!("{place}-hint")).text(hint))
}

/// What a jurisdiction is called, where there are several.
pub(super) fn jurisdiction_title(texts: &Texts, plan: &Plan, id: RowId) -> Option<String> {
    let several = plan.jurisdictions.len() > 1;
    several.then(|| row_title(texts, plan, Place::plan(Question::Jurisdictions).row(id)))
}

/// What a row is called: «Contact 2 – Ana Pérez».
pub(super) fn row_title(texts: &Texts, plan: &Plan, row: Place) -> String {
    let question = row.question;
    let ids = ListPlace::Rows(row.commitment, question).rows(plan).map(|rows| rows.ids()).unwrap_or_default();
    // One that is not in the plan, because a file would bring it back, has no number.
    let position = ids.iter().position(|id| Some(*id) == row.row);
    let mut title = texts.row(question).to_owned();
    title.extend(position.map(|at| format!(" {}", at + 1)));
    let named = question.kind().columns().iter().filter(|column| {
        let is_bare = matches!(column, Column::Staff | Column::Time);
        let is_named = matches!(column, Column::Requirement | Column::ChangedCommitment | Column::On);
        let is_choice = matches!(
            column.kind(),
            ColumnKind::Month | ColumnKind::One(_) | ColumnKind::Tick | ColumnKind::Day | ColumnKind::File
        );
        !is_bare && (is_named || !is_choice)
    });
    let said = |column: &Column| match (column.kind(), row.column(*column).shown(plan)) {
        (ColumnKind::Commitment, stored) => document::commitment_title(plan, texts, &stored),
        (ColumnKind::Day | ColumnKind::One(_), stored) => {
            document::cell(texts, &words(), *column, &stored).unwrap_or_default()
        }
        (_, stored) => shown_as(*column, stored),
    };
    if let Some(first) = named.map(said).find(|shown| !shown.trim().is_empty()) {
        title.push_str(" – ");
        title.extend(first.chars().take(90));
        if first.chars().nth(90).is_some() {
            title.push('…');
        }
    }
    title
}

/// What a cell's answer looks like to a reader: an amount in the language's own spelling.
fn shown_as(column: Column, stored: String) -> String {
    if column.kind() == ColumnKind::Decimal { words().stored_amount(&stored) } else { stored }
}

/// A text that only screen readers say, following signals: which row a button belongs to.
fn of_row(title: Follows<String>) -> El {
    unseen(" – ").text_with(move || title.get())
}

/// The options of a list to choose one from.
fn options_of(keys: &'static [&'static str]) -> impl Iterator<Item = El> {
    keys.iter().map(move |key| says("option", texts().option_of(keys, key)).attr("value", key))
}
