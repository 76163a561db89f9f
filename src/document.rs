//! A plan as a document: every question with its answer in words, in the templates' order. For paper, and for whatever
//! else is read from top to bottom.

use crate::calendar::Event;
use crate::i18n::{Lang, Texts, Ui, Words};
use crate::plan::text::is_filled;
use crate::plan::{Commitment, Enclosure, Jurisdiction, Plan, RowId};
use crate::question::{Column, ColumnKind, Kind, ListPlace, Need, Place, Question, Section};
use crate::rules::{Value, english, joint};

/// A piece of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A section of Annex 1, or a commitment, by its heading.
    Part(String),
    /// A question: its number, empty for the app's own, and its wording.
    Question(&'static str, &'static str),
    /// An answer in words.
    Answer(String),
    /// Its English text, in a plan that is written in another language.
    English(String),
    /// A row or block of cells: what each is called, empty where it needs no name, and its answer in words.
    Cells(Vec<(String, String)>),
    /// The question is not answered.
    Nothing,
}

/// The plan as a document in this language. The app's own questions are there where they are answered.
pub fn document(plan: &Plan, lang: Lang) -> Vec<Block> {
    let writing = Writing { plan, texts: lang.texts(), words: Words::of(lang), with_english: true };
    let mut blocks = Vec::new();
    for section in Section::OF_PLAN {
        let (numbers, heading) = (section.numbers(), writing.texts.section(section).heading);
        blocks.push(Block::Part(format!("{numbers} {heading}").trim_start().to_owned()));
        writing.section(section, None, &mut blocks);
    }
    for (at, commitment) in plan.commitments.iter().enumerate() {
        let title = titled(writing.texts, commitment);
        let named = writing.words.numbered(writing.texts.ui.commitment_named, title, at + 1);
        blocks.push(Block::Part(named));
        for section in Section::OF_COMMITMENT {
            writing.section(section, Some(commitment.id), &mut blocks);
        }
    }
    for section in Section::BESIDE {
        let mut answers = Vec::new();
        writing.section(section, None, &mut answers);
        if !answers.is_empty() {
            blocks.push(Block::Part(writing.texts.section(section).heading.to_owned()));
            blocks.extend(answers);
        }
    }
    blocks
}

/// Some pages of a plan as a document: a section, of this commitment for one of Annex 2.
pub fn of_pages(plan: &Plan, lang: Lang, pages: &[(Section, Option<RowId>)]) -> Vec<Block> {
    let writing = Writing { plan, texts: lang.texts(), words: Words::of(lang), with_english: true };
    let mut blocks = Vec::new();
    let mut last = None;
    for (section, of) in pages {
        let part = match of.and_then(|id| plan.commitment(id)) {
            Some(commitment) => titled(writing.texts, commitment).to_owned(),
            None => format!("{} {}", section.numbers(), writing.texts.section(*section).heading),
        };
        if of.is_none() || last != *of {
            blocks.push(Block::Part(part.trim_start().to_owned()));
        }
        last = *of;
        writing.section(*section, *of, &mut blocks);
    }
    blocks
}

/// A document as plain text, to send in a message.
pub fn plain(blocks: &[Block], lang: Lang) -> String {
    let (words, ui) = (Words::of(lang), &lang.texts().ui);
    let mut text = String::new();
    for block in blocks {
        let said = match block {
            Block::Part(heading) => format!("\n\n== {heading} =="),
            Block::Question("", label) => format!("\n\n{label}"),
            Block::Question(number, label) => format!("\n\n{number}. {label}"),
            Block::Answer(answer) => format!("\n{answer}"),
            Block::English(english) => format!("\n[en] {english}"),
            Block::Cells(cells) => format!("\n– {}", line_of(ui, &words, cells)),
            Block::Nothing => format!("\n{}", ui.no_answer),
        };
        text.push_str(&said);
    }
    text.trim_start().to_owned()
}

/// A row or block of cells in one line.
fn line_of(ui: &Ui, words: &Words, cells: &[(String, String)]) -> String {
    let said = cells.iter().map(|(name, said)| match name.as_str() {
        "" => said.clone(),
        name => {
            let values = [("name", Value::Text(name.to_owned())), ("value", Value::Text(said.clone()))];
            words.fill(ui.named_value, &values)
        }
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// A question's answer in words, its rows one below the other; empty where there is none.
pub fn answer(plan: &Plan, lang: Lang, place: Place) -> String {
    let writing = Writing { plan, texts: lang.texts(), words: Words::of(lang), with_english: false };
    let answers = match (place.question.kind(), ListPlace::Rows(place.commitment, place.question).rows(plan))
    {
        // The status of a milestone goes on by itself, and is no change.
        (Kind::Table(columns), Some(rows)) => {
            let columns: Vec<Column> =
                columns.iter().copied().filter(|column| *column != Column::Status).collect();
            rows.ids().into_iter().filter_map(|id| writing.cells(place.row(id), &columns)).collect()
        }
        _ => writing.answer(place),
    };
    let lines = answers.into_iter().map(|block| match block {
        Block::Cells(cells) => line_of(&writing.texts.ui, &writing.words, &cells),
        Block::Answer(text) => text,
        _ => String::new(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What the answer of one control says in words, an English text as it stands; empty where there is none.
pub fn said(plan: &Plan, lang: Lang, place: Place) -> String {
    let writing = Writing { plan, texts: lang.texts(), words: Words::of(lang), with_english: false };
    match (place.shown(plan), place.column) {
        (stored, _) if place.english || stored.trim().is_empty() => stored,
        (stored, Some(column)) => writing.cell(column, stored).unwrap_or_default(),
        (stored, None) => writing.said(place.question.kind(), &stored),
    }
}

/// What an answer says in words that is stored so, at the place of one control.
pub fn value(plan: &Plan, lang: Lang, place: Place, stored: &str) -> String {
    let writing = Writing { plan, texts: lang.texts(), words: Words::of(lang), with_english: false };
    match place.column {
        _ if place.english => stored.to_owned(),
        Some(column) if column.kind() == ColumnKind::Commitment => {
            commitment_title(plan, writing.texts, stored)
        }
        Some(column) => cell(writing.texts, &writing.words, column, stored).unwrap_or_default(),
        None => writing.said(place.question.kind(), stored),
    }
}

/// A commitment's title, or that it has none yet.
fn titled<'a>(texts: &'a Texts, commitment: &'a Commitment) -> &'a str {
    let title = &commitment.title;
    // Whoever reads the app in English reads the English title, where there is one.
    let is_read_in_english = texts.lang == Lang::En && is_filled(&title.english);
    match if is_read_in_english { title.english.trim() } else { title.compared().trim() } {
        "" => texts.ui.untitled_commitment,
        title => title,
    }
}

/// The title of the commitment of this id, also of one that was deleted since submission; nothing where it is unknown.
pub fn commitment_title(plan: &Plan, texts: &Texts, id: &str) -> String {
    let find = |plan: &Plan| Some(titled(texts, plan.commitment(RowId::parse(id)?)?).to_owned());
    find(plan).or_else(|| find(plan.as_submitted()?)).unwrap_or_default()
}

/// What a commitment's scope says: the jurisdiction's name, or that it applies to all.
pub fn scope(plan: &Plan, texts: &Texts, stored: &str) -> String {
    let is_it = |of: &&Jurisdiction| of.id.as_str() == stored;
    match plan.jurisdictions.iter().find(is_it) {
        Some(jurisdiction) => jurisdiction.name.clone(),
        None if stored == joint::ALL => texts.ui.all_jurisdictions.to_owned(),
        None => String::new(),
    }
}

/// What a date of the plan's calendar is, in words.
pub fn event(plan: &Plan, texts: &Texts, words: &Words, event: Event) -> String {
    let ui = &texts.ui;
    let of_commitment = |template: &str, id: RowId| {
        words.named(template, &words.quoted(&commitment_title(plan, texts, id.as_str())))
    };
    // A jurisdiction may have no name yet.
    let of_jurisdiction = |[alone, named]: [&str; 2], id: RowId| {
        let of = plan.jurisdictions.iter().find(|of| of.id == id);
        match of.map(|of| of.name.trim()).filter(|name| !name.is_empty()) {
            Some(name) => words.named(named, name),
            None => alone.to_owned(),
        }
    };
    match event {
        Event::PlanStart => ui.due_plan_start.to_owned(),
        Event::Submission => ui.due_submission.to_owned(),
        Event::InitialReport => ui.due_initial_report.to_owned(),
        Event::ChangesClose => ui.due_changes_close.to_owned(),
        Event::Update(quarter) => {
            let values = [("from", Value::Month(quarter.first)), ("to", Value::Month(quarter.last))];
            words.fill(ui.due_update, &values)
        }
        Event::Meetings(since) => words.fill(ui.due_meetings, &[("since", Value::Day(since))]),
        Event::LatestStart => ui.due_latest_start.to_owned(),
        Event::CommitmentStart(id) => of_commitment(ui.due_commitment_start, id),
        Event::CommitmentEnd(id) => of_commitment(ui.due_commitment_end, id),
        Event::Evaluation(id) => of_commitment(ui.due_evaluation, id),
        Event::PlanEnd => ui.due_plan_end.to_owned(),
        Event::FinalReport => ui.due_final_report.to_owned(),
        Event::MandateEnd(id) => of_jurisdiction([ui.due_mandate_end, ui.due_mandate_end_of], id),
        Event::OwnEnd(id) => of_jurisdiction([ui.due_own_end, ui.due_own_end_of], id),
        Event::NextPlan => ui.due_next_plan.to_owned(),
    }
}

/// A cell's answer in words; nothing where it is not filled.
pub fn cell(texts: &Texts, words: &Words, column: Column, stored: &str) -> Option<String> {
    let said = match column.kind() {
        _ if stored.trim().is_empty() => return None,
        ColumnKind::Month => words.stored_month(stored),
        ColumnKind::Day => words.stored_day(stored),
        ColumnKind::One(keys) => texts.option_of(keys, stored).to_owned(),
        ColumnKind::Tick => texts.column(column).label.to_owned(),
        ColumnKind::Decimal => words.stored_amount(stored),
        ColumnKind::File => {
            Enclosure::parse(stored).map_or_else(|| stored.to_owned(), |file| words.enclosure(&file))
        }
        _ => stored.to_owned(),
    };
    Some(said)
}

struct Writing<'a> {
    plan: &'a Plan,
    texts: &'static Texts,
    words: Words,
    /// Whether the texts in English stand with the answers.
    with_english: bool,
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
                stored => {
                    let english = self.english(place).map(Block::English);
                    std::iter::once(Block::Answer(self.said(kind, stored))).chain(english).collect()
                }
            },
        }
    }

    /// The English text beside an answer, where the plan has such texts.
    fn english(&self, place: Place) -> Option<String> {
        let english = place.in_english().shown(self.plan);
        (self.with_english && english::is_translated(self.plan) && is_filled(&english)).then_some(english)
    }

    fn said(&self, kind: Kind, stored: &str) -> String {
        match kind {
            Kind::Month => self.words.stored_month(stored),
            Kind::Day => self.words.stored_day(stored),
            Kind::Scope => scope(self.plan, self.texts, stored),
            Kind::One(keys) => self.texts.option_of(keys, stored).to_owned(),
            Kind::Several(keys, _) => {
                let labels = stored.split(' ').map(|key| self.texts.option_of(keys, key));
                labels.collect::<Vec<_>>().join(self.words.semicolon())
            }
            Kind::Tick => "✓".to_owned(),
            _ => stored.to_owned(),
        }
    }

    fn cell(&self, column: Column, stored: String) -> Option<String> {
        let stored = match column.kind() {
            ColumnKind::Commitment => commitment_title(self.plan, self.texts, &stored),
            _ => stored,
        };
        cell(self.texts, &self.words, column, &stored)
    }

    fn cells(&self, place: Place, columns: &[Column]) -> Option<Block> {
        let mut cells = Vec::new();
        for column in columns.iter().copied() {
            if let Some(said) = self.cell(column, place.column(column).shown(self.plan)) {
                let is_named = columns.len() > 1 && column.kind() != ColumnKind::Tick;
                let name = if is_named { self.texts.column(column).label } else { "" };
                cells.push((name.to_owned(), said));
                let english = self.english(place.column(column));
                cells.extend(english.map(|said| (self.texts.ui.in_english.to_owned(), said)));
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
