//! A table's sheet on paper: its questions with room to write.

use crate::bundle::Table;
use crate::document;
use crate::parts::{self, Asked, Entry, Part};
use crate::question::{Column, ColumnKind, Kind, Place, Question, Section};
use crate::ui::context::{shared, texts, ui};
use crate::ui::dom::{El, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::page::workshop::{entry_title, told};

/// Lines to write a long answer on, and those left where there is one already.
const LINES: usize = 7;
const FEW_LINES: usize = 3;
/// Empty rows of a list, of a table, and of the milestones.
const ROWS: usize = 4;
const TABLE_ROWS: usize = 3;
const MILESTONES: usize = 6;

/// The sheet of the table that is to be printed, or those of all tables.
pub(super) fn sheets(draft: Draft) -> Vec<El> {
    let (tables, note) = draft.workshop.with_untracked(|workshop| {
        let chosen = |at: usize| draft.printed.get_untracked().is_none_or(|printed| printed == at);
        let tables = workshop
            .tables
            .iter()
            .enumerate()
            .filter(|(at, of)| chosen(*at) && !Part::read(&of.scope).is_empty());
        (tables.map(|(_, table)| table.clone()).collect::<Vec<_>>(), workshop.note.clone())
    });
    tables.iter().map(|table| sheet(draft, table, &note)).collect()
}

fn sheet(draft: Draft, table: &Table, note: &str) -> El {
    let ui = ui();
    let plan = draft.with_untracked(|plan| draft.title(plan));
    let part = Part::read(&table.scope);
    let asks = part.entries().map(|entry| says("li", &entry_title(draft, entry)));
    let blank = |label: &str| el("p").child(says("span", label)).child(of_class("span", "blank"));
    let told = told(table, note);
    let told =
        (!told.is_empty()).then(|| of_class("p", "sheet-note written").attr("dir", "auto").text(&told));
    let head = of_class("header", "sheet-head")
        .child(of_class("p", "sheet-plan").text(&plan))
        .child(says("h1", &table.name))
        .child(of_class("ul", "sheet-asks").children(asks))
        .child(of_class("div", "sheet-who").child(blank(ui.sheet_who)).child(blank(ui.sheet_date)))
        .children(told);
    let pages = draft.with_untracked(|plan| part.pages(plan));
    let names_commitments = part.entries().nth(1).is_some();
    let mut sheet = of_class("section", "sheet").attr("dir", "auto").child(head);
    for page in pages {
        if let (Section::Contacts, Some(id), true) = (page.0, page.1, names_commitments) {
            sheet = sheet.child(of_class("h2", "sheet-of").text(&entry_title(draft, Entry::Commitment(id))));
        }
        sheet = sheet.children(asked(draft, page));
    }
    sheet
}

/// The templates' questions of a page. One that is alone there is its own heading.
fn asked(draft: Draft, (section, commitment): Asked) -> Vec<El> {
    let questions: Vec<Place> = parts::questions((section, commitment)).collect();
    let heading = format!("{} {}", section.numbers(), texts().section(section).title);
    let heading = (questions.len() > 1).then(|| says("h2", heading.trim()));
    heading.into_iter().chain(questions.into_iter().map(|place| question(draft, place))).collect()
}

fn question(draft: Draft, place: Place) -> El {
    let question = place.question;
    let text = texts().question(question);
    let label =
        el("h3").child(of_class("span", "number").text(question.printed_number())).text(" ").text(text.label);
    let hint = (!text.hint.is_empty()).then(|| of_class("p", "hint").text(text.hint));
    let lang = shared().lang.get_untracked();
    let answer = match question {
        // One for each jurisdiction, each on a line of its own.
        Question::MandateEnd => String::new(),
        _ => draft.with_untracked(|plan| document::answer(plan, lang, place)),
    };
    let now = (!answer.is_empty()).then(|| {
        let named = el("strong").text(ui().sheet_now);
        of_class("div", "sheet-now")
            .child(named)
            .child(of_class("p", "written").attr("dir", "auto").text(&answer))
    });
    let room = room(draft, place, now.is_some());
    of_class("section", "sheet-question").child(label).children(hint).children(now).children(room)
}

/// Room for an answer.
fn room(draft: Draft, place: Place, is_answered: bool) -> Vec<El> {
    match place.question.kind() {
        Kind::Long => vec![lines(if is_answered { FEW_LINES } else { LINES })],
        Kind::Line => vec![lines(2)],
        Kind::Url => vec![lines(1)],
        Kind::Day | Kind::Count => vec![of_class("span", "blank short")],
        Kind::Month if place.question == Question::MandateEnd => mandates(draft),
        Kind::Month => vec![month()],
        Kind::One(keys) | Kind::Several(keys, _) => vec![boxes(keys)],
        Kind::Tick => vec![tick(texts().question(place.question).label)],
        Kind::Scope => Vec::new(),
        Kind::Block(columns) => {
            vec![of_class("div", "sheet-cells").children(columns.iter().map(|of| cell(*of)))]
        }
        Kind::List(_) => {
            let rows = (0..ROWS).map(|_| el("li").child(of_class("span", "sheet-rule")));
            vec![of_class("ol", "sheet-list").children(rows)]
        }
        Kind::Table(columns) if place.question == Question::Milestones => vec![grid(columns, MILESTONES)],
        Kind::Table(columns) => vec![grid(columns, TABLE_ROWS)],
    }
}

fn lines(count: usize) -> El {
    of_class("div", "sheet-lines").children((0..count).map(|_| of_class("div", "sheet-rule")))
}

/// A month in two blanks.
fn month() -> El {
    let ui = ui();
    let blank = |label: &str, class: &str| [says("span", label), of_class("span", class)];
    of_class("p", "sheet-month").children(blank(ui.month, "blank")).children(blank(ui.year, "blank short"))
}

/// Question 1.1, for each jurisdiction.
fn mandates(draft: Draft) -> Vec<El> {
    let names: Vec<String> = draft.with_untracked(|plan| {
        let several = plan.jurisdictions.len() > 1;
        let asked = plan.jurisdictions.iter().filter(|of| !of.no_elections);
        asked.map(|of| if several { of.name.clone() } else { String::new() }).collect()
    });
    let named = |name: &String| el("div").child(says("span", name)).child(month());
    names.iter().map(named).collect()
}

fn boxes(keys: &'static [&'static str]) -> El {
    let labels = keys.iter().map(|key| tick(texts().option_of(keys, key)));
    of_class("div", if keys.len() > 8 { "sheet-boxes three" } else { "sheet-boxes" }).children(labels)
}

fn tick(label: &str) -> El {
    of_class("p", "sheet-box").child(of_class("span", "box")).child(says("span", label))
}

fn cell(column: Column) -> El {
    let label = says("span", texts().column(column).label);
    let room = match column.kind() {
        ColumnKind::Month => month(),
        ColumnKind::Tick => return tick(texts().column(column).label),
        _ => of_class("span", "blank"),
    };
    of_class("div", "sheet-cell").child(label).child(room)
}

/// An empty table with its heads. What the app keeps by itself, and files, have no column.
fn grid(columns: &'static [Column], rows: usize) -> El {
    let asked: Vec<Column> =
        columns.iter().copied().filter(|column| !matches!(column, Column::Status | Column::File)).collect();
    let heads = asked.iter().map(|column| {
        says("th", texts().column(*column).label).attr("scope", "col").attr("class", column.key())
    });
    let row = |_| el("tr").children(asked.iter().map(|_| el("td")));
    of_class("table", "sheet-grid")
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children((0..rows).map(row)))
}
