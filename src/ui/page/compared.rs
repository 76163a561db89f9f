//! What differs between two states of the plan, question by question: on the screen and on paper.

use super::changes::Choice;
use super::issues::link_to;
use crate::browser::page;
use crate::compare::{self, Cell, Change, Difference, Of, Part};
use crate::document;
use crate::parts;
use crate::plan::{Plan, RowId};
use crate::question::{Kind, ListPlace};
use crate::rules::{At, Value};
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, on_window, says};
use crate::ui::draft::Draft;
use crate::ui::field::row_title;
use crate::ui::marked::{marked, replaced};
use crate::ui::message::question_name;
use crate::ui::watched::Watched;

/// From how many characters on a text may have long passages that did not change.
const LONG: usize = 360;

/// The two plans, and the draft that links lead into.
struct Compared<'a> {
    draft: Draft,
    before: &'a Plan,
    now: &'a Plan,
}

/// What differs between two plans, these parts of them.
pub(super) fn parts_between(draft: Draft, before: &Plan, now: &Plan, parts: Vec<Part>) -> Vec<El> {
    let compared = Compared { draft, before, now };
    parts.into_iter().map(|part| compared.part(part)).collect()
}

/// How much differs, and what.
pub(super) fn compared(choice: Choice) -> [El; 3] {
    let (said, in_full) = (Watched::new(String::new()), Watched::new(false));
    let counts = of_class("p", "compare-counts")
        .attr("role", "status")
        .attr("data-counts", "")
        .text_with(move || said.get());
    let list = el("div").id("compared").class_if("brief", move || !in_full.get()).dynamic(move || {
        let (counts, shown) = result(choice, in_full);
        said.set(counts);
        shown
    });
    on_window("beforeprint", |_| page::unfold_all("#compared details"));
    [of_class("div", "on-paper").dynamic(move || on_paper(choice)), counts, list]
}

fn result(choice: Choice, in_full: Watched<bool>) -> (String, Vec<El>) {
    let ui = ui();
    let only = |text: &str| (text.to_owned(), Vec::new());
    let Some([from, to]) = choice.chosen() else { return (String::new(), Vec::new()) };
    if !choice.has_others() {
        return only(ui.compare_nothing);
    }
    if from.is(&to) {
        return only(ui.compare_same);
    }
    let (Some(before), Some(now)) = (choice.plan(&from), choice.plan(&to)) else {
        return only(ui.compare_unreadable);
    };
    let mut parts = compare::compare(&before, &now, shared().lang.get_untracked());
    // What a table was not asked is missing in its file, and no difference.
    let of_table: Vec<parts::Part> =
        [&from, &to].into_iter().filter_map(|state| choice.part(state)).collect();
    for table in &of_table {
        parts.retain(|part| table.has(entry_of(part)));
    }
    let counts = if parts.is_empty() { ui.compare_none.to_owned() } else { counted(&parts) };
    let other = (before.id != now.id)
        .then(|| of_class("p", "hint").attr("data-other-plan", "").text(ui.compare_other_plan));
    let table =
        (!of_table.is_empty()).then(|| of_class("p", "hint").attr("data-part", "").text(ui.compare_part));
    let mut shown: Vec<El> = other.into_iter().chain(table).collect();
    if !parts.is_empty() {
        shown.push(tools(in_full, parts.iter().any(has_long)));
    }
    shown.extend(parts_between(choice.draft, &before, &now, parts));
    (counts, shown)
}

/// What a table would be asked, to have this part of a comparison in its file.
fn entry_of(part: &Part) -> parts::Entry {
    match part.of {
        Of::Section(section) => parts::Entry::Section(section),
        Of::Commitment(id) => parts::Entry::Commitment(id),
    }
}

/// What stands above a comparison on paper: the plan, and the two states.
fn on_paper(choice: Choice) -> Vec<El> {
    let (ui, words) = (ui(), words());
    let Some([from, to]) = choice.chosen() else { return Vec::new() };
    let named = [(ui.compare_before, from.name), (ui.compare_after, to.name)].map(|(side, name)| {
        let values = [("name", Value::Text(side.to_owned())), ("value", Value::Text(name))];
        says("p", &words.fill(ui.named_value, &values))
    });
    let title = choice.draft.with_untracked(|plan| choice.draft.title(plan));
    std::iter::once(says("strong", &title)).chain(named).collect()
}

/// «12 réponses modifiées, 2 lignes ajoutées.»
fn counted(parts: &[Part]) -> String {
    let (ui, words, counts) = (ui(), words(), compare::counts(parts));
    let said = [
        (counts.answers, ui.count_answers_changed),
        (counts.rows_changed, ui.count_rows_changed),
        (counts.rows_added, ui.count_rows_added),
        (counts.rows_removed, ui.count_rows_removed),
        (counts.commitments_added, ui.count_commitments_added),
        (counts.commitments_removed, ui.count_commitments_removed),
    ];
    let said = said.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said.map(|(count, template)| words.count(count, template)).collect();
    format!("{}.", said.join(", "))
}

fn has_long(part: &Part) -> bool {
    let is_long = |cell: &Cell| cell.is_written && cell.before.len().min(cell.now.len()) > LONG;
    part.differences.iter().flat_map(|of| &of.cells).any(is_long)
}

/// Print, and show all there is.
fn tools(in_full: Watched<bool>, has_long: bool) -> El {
    let ui = ui();
    let tick = el("input").attr("type", "checkbox").id("compare-in-full");
    let ticked = tick.clone();
    let tick = tick.checked_with(move || in_full.get()).on("change", move |_| {
        in_full.set(ticked.is_checked());
    });
    let option = of_class("div", "option")
        .child(tick)
        .child(says("label", ui.compare_in_full).attr("for", "compare-in-full"));
    of_class("div", "compare-tools")
        .child(button("", ui.compare_print, page::print).id("print"))
        .children(has_long.then_some(option))
}

impl Compared<'_> {
    fn part(&self, part: Part) -> El {
        let section = of_class("section", "compared-part").child(self.heading(&part));
        let mut questions: Vec<Vec<Difference>> = Vec::new();
        for difference in part.differences {
            match questions.last_mut() {
                Some(rows) if rows.iter().any(|of| of.place.question == difference.place.question) => {
                    rows.push(difference);
                }
                _ => questions.push(vec![difference]),
            }
        }
        let is_whole = part.change != Change::Changed;
        let questions = questions.into_iter().map(|rows| self.question(&rows, is_whole));
        if !is_whole {
            return section.children(questions);
        }
        // All that it says: whoever wants to read it opens it.
        let whole = of_class("details", "folded").child(says("summary", ui().compare_whole));
        section.child(whole.children(questions))
    }

    fn heading(&self, part: &Part) -> El {
        let texts = texts();
        let title = match part.of {
            Of::Section(section) => {
                format!("{} {}", section.numbers(), texts.section(section).heading).trim_start().to_owned()
            }
            Of::Commitment(id) => self.commitment(id),
        };
        says("h2", &format!("{title} ")).children(tag(part.change))
    }

    /// A commitment's title with its number, from where it still is.
    fn commitment(&self, id: RowId) -> String {
        let plan = if self.now.commitment(id).is_some() { self.now } else { self.before };
        let at = plan.commitments.iter().position(|of| of.id == id).unwrap_or_default();
        let title = document::commitment_title(plan, texts(), id.as_str());
        words().numbered(ui().commitment_named, &title, at + 1)
    }

    /// A question with all that differs in it; of a commitment that came or went as a whole no row needs to say so.
    fn question(&self, rows: &[Difference], is_whole: bool) -> El {
        let Some(place) = rows.first().map(|row| row.place.whole_question()) else { return el("div") };
        let name = question_name(texts(), place.question);
        let is_here =
            place.commitment.is_none_or(|id| self.draft.with_untracked(|plan| plan.commitment(id).is_some()));
        let heading = match is_here {
            true => el("h3").child(link_to(self.draft, At::Place(place), &name)),
            false => says("h3", &name),
        };
        of_class("div", "compared")
            .attr("data-compared", &place.to_string())
            .child(heading)
            .children(rows.iter().map(|row| self.row(row, is_whole)))
    }

    fn row(&self, of: &Difference, is_whole: bool) -> El {
        let cells = of.cells.iter().map(cell);
        let is_table = matches!(of.place.question.kind(), Kind::Table(_));
        if !is_table {
            return of_class("div", "compared-row").children(cells);
        }
        let list = ListPlace::Rows(of.place.commitment, of.place.question);
        let is_in = |plan: &Plan| {
            list.rows(plan).is_some_and(|rows| of.place.row.is_some_and(|id| rows.ids().contains(&id)))
        };
        let plan = if is_in(self.now) { self.now } else { self.before };
        let title = format!("{} ", row_title(texts(), plan, of.place));
        let title = says("h4", &title).children(tag(of.change).filter(|_| !is_whole));
        of_class("div", "compared-row of-table").child(title).children(cells)
    }
}

/// What happened to a whole row or commitment, in a word.
fn tag(change: Change) -> Option<El> {
    let ui = ui();
    let (class, word) = match change {
        Change::Changed => return None,
        Change::Added => ("change-tag added", ui.change_added),
        Change::Removed => ("change-tag removed", ui.change_removed),
    };
    Some(of_class("span", class).text(word))
}

fn cell(cell: &Cell) -> El {
    let said = match cell.is_written {
        true => marked(&cell.before, &cell.now),
        false => replaced(&cell.before, &cell.now),
    };
    let named = (!cell.label.is_empty()).then(|| of_class("p", "cell-name").text(&cell.label));
    of_class("div", "compared-cell").children(named).child(said)
}
