//! Two states of a plan beside each other: what differs, question by question, in the order of the form.
//!
//! All that somebody can answer is compared: the templates' questions and the app's own, English texts too. Rows are
//! known by their ids, so that one that moved is no difference; and neither is what the app notes by itself.

mod words;

pub use words::{Piece, pieces, shortened};

use crate::document;
use crate::i18n::Lang;
use crate::plan::{Plan, RowId};
use crate::question::{Column, ColumnKind, Kind, ListPlace, Place, Question, Section};

/// What happened to an answer, a row or a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is another than before.
    Changed,
    /// It was not there before.
    Added,
    /// It is there no longer.
    Removed,
}

/// What a part of a comparison is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A section of the plan as a whole.
    Section(Section),
    /// A commitment.
    Commitment(RowId),
}

/// A part of the plan that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which one.
    pub of: Of,
    /// Whether a commitment came or went as a whole; the differences are then all it says or said.
    pub change: Change,
    /// What differs in it.
    pub differences: Vec<Difference>,
}

/// A question, or a row of one, that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where: the question, or the row.
    pub place: Place,
    /// Whether a row came or went; a question is changed, also where it was not answered before.
    pub change: Change,
    /// What differs in it: one for a single answer, the cells that differ of a row or block.
    pub cells: Vec<Cell>,
}

/// An answer that differs, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where the answer stands.
    pub place: Place,
    /// What it is called beside the others; empty where it stands alone.
    pub label: String,
    /// What it said before; empty where it said nothing.
    pub before: String,
    /// What it says now.
    pub now: String,
    /// Whether it is written, so that single words differ; else it was chosen, and differs as a whole.
    pub is_written: bool,
}

/// How much differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Questions answered otherwise, without those that take rows.
    pub answers: usize,
    /// Rows that changed.
    pub rows_changed: usize,
    /// Rows that came.
    pub rows_added: usize,
    /// Rows that went.
    pub rows_removed: usize,
    /// Commitments that came.
    pub commitments_added: usize,
    /// Commitments that went.
    pub commitments_removed: usize,
}

/// All that differs between two states of a plan, in words of this language.
pub fn compare(before: &Plan, now: &Plan, lang: Lang) -> Vec<Part> {
    let comparing = Comparing { before, now, lang };
    let section = |section: Section| Part {
        of: Of::Section(section),
        change: Change::Changed,
        differences: section
            .questions()
            .flat_map(|question| comparing.question(Place::plan(question)))
            .collect(),
    };
    let of_plan = Section::OF_PLAN.into_iter().map(section);
    let here = now.commitments.iter().map(|of| of.id);
    let gone = before.commitments.iter().map(|of| of.id).filter(|id| now.commitment(*id).is_none());
    let commitments = here.chain(gone).map(|id| comparing.commitment(id));
    let parts = of_plan.chain(commitments).chain(Section::BESIDE.into_iter().map(section));
    parts.filter(|part| part.change != Change::Changed || !part.differences.is_empty()).collect()
}

/// How much the parts of a comparison say. A commitment that came or went is one, whatever it says.
pub fn counts(parts: &[Part]) -> Counts {
    let mut counts = Counts::default();
    for part in parts {
        match part.change {
            Change::Added => counts.commitments_added += 1,
            Change::Removed => counts.commitments_removed += 1,
            Change::Changed => {
                for difference in &part.differences {
                    let count = match (difference.change, difference.place.row) {
                        (Change::Added, _) => &mut counts.rows_added,
                        (Change::Removed, _) => &mut counts.rows_removed,
                        (Change::Changed, Some(_)) => &mut counts.rows_changed,
                        (Change::Changed, None) => &mut counts.answers,
                    };
                    *count += 1;
                }
            }
        }
    }
    counts
}

struct Comparing<'a> {
    before: &'a Plan,
    now: &'a Plan,
    lang: Lang,
}

impl Comparing<'_> {
    fn commitment(&self, id: RowId) -> Part {
        let change = match (self.before.commitment(id), self.now.commitment(id)) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            _ => Change::Changed,
        };
        let questions = Section::OF_COMMITMENT.into_iter().flat_map(Section::questions);
        let differences =
            questions.flat_map(|question| self.question(Place::commitment(id, question))).collect();
        Part { of: Of::Commitment(id), change, differences }
    }

    fn question(&self, place: Place) -> Vec<Difference> {
        let question = place.question;
        let cells = match question.kind() {
            Kind::List(columns) | Kind::Table(columns) => return self.rows(place, columns),
            Kind::Block(columns) => self.cells(place, columns),
            _ if question == Question::MandateEnd => self.mandate_ends(place),
            _ => self.answer(place, String::new()),
        };
        difference(place, Change::Changed, cells).into_iter().collect()
    }

    /// Rows that somebody filled, those that are gone last.
    fn rows(&self, place: Place, columns: &[Column]) -> Vec<Difference> {
        let list = ListPlace::Rows(place.commitment, place.question);
        let started = |plan| {
            let rows = list.rows(plan);
            let ids = rows.map(|rows| rows.ids()).unwrap_or_default();
            let is_started =
                |id: &RowId| rows.and_then(|rows| rows.row(*id)).is_some_and(|row| row.is_started());
            ids.into_iter().filter(is_started).collect::<Vec<RowId>>()
        };
        let (before, now) = (started(self.before), started(self.now));
        let gone = before.iter().filter(|id| !now.contains(id));
        let all = now.iter().chain(gone).filter_map(|id| {
            let change = match (before.contains(id), now.contains(id)) {
                (false, _) => Change::Added,
                (_, false) => Change::Removed,
                _ => Change::Changed,
            };
            let place = place.row(*id);
            difference(place, change, self.cells(place, columns))
        });
        all.collect()
    }

    /// Named cells that differ.
    fn cells(&self, place: Place, columns: &[Column]) -> Vec<Cell> {
        let named = |column: Column| match columns {
            [_] => String::new(),
            _ => self.lang.texts().column(column).label.to_owned(),
        };
        columns.iter().flat_map(|column| self.answer(place.column(*column), named(*column))).collect()
    }

    /// Question 1.1, of several jurisdictions each by its name.
    fn mandate_ends(&self, place: Place) -> Vec<Cell> {
        let all = || self.now.jurisdictions.iter().chain(&self.before.jurisdictions);
        let mut done: Vec<RowId> = Vec::new();
        let mut cells = Vec::new();
        for jurisdiction in all() {
            if !done.contains(&jurisdiction.id) {
                done.push(jurisdiction.id);
                let is_one = all().all(|of| of.id == jurisdiction.id);
                let name = if is_one { String::new() } else { jurisdiction.name.clone() };
                cells.extend(self.answer(place.row(jurisdiction.id), name));
            }
        }
        cells
    }

    /// An answer that differs, and its English text.
    fn answer(&self, place: Place, label: String) -> Vec<Cell> {
        let texts = self.lang.texts();
        let english = match label.as_str() {
            "" => texts.ui.in_english.to_owned(),
            label => format!("{label} – {}", texts.ui.in_english),
        };
        let both = [(place, label), (place.in_english(), english)];
        both.into_iter().filter_map(|(place, label)| self.cell(place, label)).collect()
    }

    fn cell(&self, place: Place, label: String) -> Option<Cell> {
        let is_answered = place.is_filled(self.before) || place.is_filled(self.now);
        if !is_answered || place.shown(self.before) == place.shown(self.now) {
            return None;
        }
        let said = |plan: &Plan| match is_tick(place) {
            // Of a row that is not there, nothing is said.
            true if place.answer(plan).is_none() => String::new(),
            true => {
                let ui = &self.lang.texts().ui;
                if place.is_filled(plan) { ui.yes } else { ui.no }.to_owned()
            }
            false => document::said(plan, self.lang, place),
        };
        let (before, now) = (said(self.before), said(self.now));
        Some(Cell { place, label, before, now, is_written: place.english || is_written(place) })
    }
}

fn difference(place: Place, change: Change, cells: Vec<Cell>) -> Option<Difference> {
    (!cells.is_empty()).then_some(Difference { place, change, cells })
}

fn is_tick(place: Place) -> bool {
    match place.column {
        Some(column) => column.kind() == ColumnKind::Tick,
        None => place.question.kind() == Kind::Tick,
    }
}

/// Whether an answer is written freely. Of several options, those that came and went are told apart like words.
fn is_written(place: Place) -> bool {
    match place.column.map(Column::kind) {
        Some(ColumnKind::Line | ColumnKind::Long | ColumnKind::Name) => true,
        Some(_) => false,
        None => matches!(place.question.kind(), Kind::Line | Kind::Long | Kind::Several(..)),
    }
}

#[cfg(test)]
mod tests;
