//! A plan as a document: every question with its answer in words, in the templates' order. For paper, and for whatever
//! else is read from top to bottom.

use crate::i18n::{Lang, Texts, Words};
use crate::plan::{Day, Plan, Readable as _, RowId};
use crate::question::{Column, ColumnKind, Kind, ListPlace, Need, Place, Question, Section};

/// A piece of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A section of Annex 1, or a commitment, by its heading.
    Part(String),
    /// A question: its number, empty for the app's own, and its wording.
    Question(&'static str, &'static str),
    /// An answer in words.
    Answer(String),
    /// A row or block of cells: what each is called, empty where it needs no name, and its answer in words.
    Cells(Vec<(String, String)>),
    /// The question is not answered.
    Nothing,
}

/// The plan as a document in this language. The app's own questions are there where they are answered.
pub fn document(plan: &Plan, lang: Lang) -> Vec<Block> {
    let writing = Writing { plan, texts: lang.texts(), words: Words::of(lang) };
    let mut blocks = Vec::new();
    for section in Section::OF_PLAN {
        let (numbers, heading) = (section.numbers(), writing.texts.section(section).heading);
        blocks.push(Block::Part(format!("{numbers} {heading}").trim_start().to_owned()));
        writing.section(section, None, &mut blocks);
    }
    for (at, commitment) in plan.commitments.iter().enumerate() {
        let title = match commitment.title.compared().trim() {
            "" => writing.texts.ui.untitled_commitment,
            title => title,
        };
        let named = writing.words.numbered(writing.texts.ui.commitment_named, title, at + 1);
        blocks.push(Block::Part(named));
        for section in Section::OF_COMMITMENT {
            writing.section(section, Some(commitment.id), &mut blocks);
        }
    }
    blocks
}

/// A cell's answer in words; nothing where it is not filled.
pub fn cell(texts: &Texts, words: &Words, column: Column, stored: &str) -> Option<String> {
    let said = match column.kind() {
        _ if stored.trim().is_empty() => return None,
        ColumnKind::Month => words.stored_month(stored),
        ColumnKind::One(keys) => texts.option_of(keys, stored).to_owned(),
        ColumnKind::Tick => texts.column(column).label.to_owned(),
        ColumnKind::Decimal => words.stored_amount(stored),
        _ => stored.to_owned(),
    };
    Some(said)
}

struct Writing<'a> {
    plan: &'a Plan,
    texts: &'static Texts,
    words: Words,
}

impl Writing<'_> {
    fn section(&self, section: Section, commitment: Option<RowId>, blocks: &mut Vec<Block>) {
        for question in section.questions() {
            let place = Place { commitment, ..Place::plan(question) };
            let answer = self.answer(place);
            if answer.is_empty() && question.need() == Need::Own {
                continue;
            }
            blocks.push(Block::Question(question.printed_number(), self.texts.question(question).label));
            if answer.is_empty() {
                blocks.push(Block::Nothing);
            }
            blocks.extend(answer);
        }
    }

    fn answer(&self, place: Place) -> Vec<Block> {
        match place.question.kind() {
            Kind::List(columns) | Kind::Table(columns) => {
                let list = ListPlace::Rows(place.commitment, place.question);
                let ids = list.rows(self.plan).map(|rows| rows.ids()).unwrap_or_default();
                ids.into_iter().filter_map(|id| self.cells(place.row(id), columns)).collect()
            }
            Kind::Block(columns) => self.cells(place, columns).into_iter().collect(),
            Kind::Month if place.question == Question::MandateEnd => self.mandate_ends(place),
            kind => match place.shown(self.plan).as_str() {
                stored if stored.trim().is_empty() => Vec::new(),
                stored => vec![Block::Answer(self.said(kind, stored))],
            },
        }
    }

    fn said(&self, kind: Kind, stored: &str) -> String {
        match kind {
            Kind::Month => self.words.stored_month(stored),
            Kind::Day => Day::read(stored).map_or_else(|| stored.to_owned(), |day| self.words.day(day)),
            Kind::One(keys) => self.texts.option_of(keys, stored).to_owned(),
            Kind::Several(keys, _) => {
                stored.split(' ').map(|key| self.texts.option_of(keys, key)).collect::<Vec<_>>().join("; ")
            }
            Kind::Tick => "✓".to_owned(),
            _ => stored.to_owned(),
        }
    }

    fn cells(&self, place: Place, columns: &[Column]) -> Option<Block> {
        let mut cells = Vec::new();
        for column in columns.iter().copied() {
            let stored = place.column(column).shown(self.plan);
            if let Some(said) = cell(self.texts, &self.words, column, &stored) {
                let is_named = columns.len() > 1 && column.kind() != ColumnKind::Tick;
                let name = if is_named { self.texts.column(column).label } else { "" };
                cells.push((name.to_owned(), said));
            }
        }
        (!cells.is_empty()).then_some(Block::Cells(cells))
    }

    /// Question 1.1: the end of the mandate, of several jurisdictions each by its name.
    fn mandate_ends(&self, place: Place) -> Vec<Block> {
        let several = self.plan.jurisdictions.len() > 1;
        let mut cells = Vec::new();
        for jurisdiction in &self.plan.jurisdictions {
            let stored = place.row(jurisdiction.id).shown(self.plan);
            if !stored.trim().is_empty() {
                let name = if several { jurisdiction.name.clone() } else { String::new() };
                cells.push((name, self.words.stored_month(&stored)));
            }
        }
        if cells.is_empty() { Vec::new() } else { vec![Block::Cells(cells)] }
    }
}
