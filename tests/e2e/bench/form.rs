//! The questions of both templates as the reference page takes them: from the app's own table, in the app's own words.

use plan_ouvert::i18n::{Lang, Texts};
use plan_ouvert::question::{ColumnKind, Kind, Need, Question, Section};
use serde_json::{Value, json};

/// The sections and questions, in French.
pub(crate) fn form() -> Value {
    let texts = Lang::Fr.texts();
    let sections: Vec<Value> = Section::all().map(|section| of_section(texts, section)).collect();
    let questions: Vec<Value> = Question::ALL.iter().map(|question| of_question(texts, *question)).collect();
    json!({ "sections": sections, "questions": questions })
}

fn of_section(texts: &Texts, section: Section) -> Value {
    let of = if section.is_of_commitment() { "commitment" } else { "plan" };
    json!({ "slug": section.slug(), "title": texts.section(section).heading, "of": of })
}

fn of_question(texts: &Texts, question: Question) -> Value {
    let text = texts.question(question);
    let (kind, keys, most) = match question.kind() {
        Kind::Line => ("line", &[][..], 0),
        Kind::Long => ("long", &[][..], 0),
        Kind::Month => ("month", &[][..], 0),
        Kind::Day => ("day", &[][..], 0),
        Kind::Count => ("count", &[][..], 0),
        Kind::Url => ("url", &[][..], 0),
        Kind::Tick => ("tick", &[][..], 0),
        Kind::Scope => ("scope", &[][..], 0),
        Kind::One(keys) => ("one", keys, 0),
        Kind::Several(keys, most) => ("several", keys, most),
        Kind::List(_) => ("list", &[][..], 0),
        Kind::Table(_) => ("table", &[][..], 0),
        Kind::Block(_) => ("block", &[][..], 0),
    };
    let need = match question.need() {
        Need::Required => "required",
        Need::Optional => "optional",
        Need::Own => "own",
    };
    let columns = question.kind().columns().iter().map(|column| {
        let (kind, keys) = match column.kind() {
            ColumnKind::Line => ("line", &[][..]),
            ColumnKind::Name => ("name", &[][..]),
            ColumnKind::Long => ("long", &[][..]),
            ColumnKind::Email => ("email", &[][..]),
            ColumnKind::Telephone => ("telephone", &[][..]),
            ColumnKind::Url => ("url", &[][..]),
            ColumnKind::Month => ("month", &[][..]),
            ColumnKind::Day => ("day", &[][..]),
            ColumnKind::Decimal => ("decimal", &[][..]),
            ColumnKind::Count => ("count", &[][..]),
            ColumnKind::Commitment => ("commitment", &[][..]),
            ColumnKind::File => ("file", &[][..]),
            ColumnKind::Tick => ("tick", &[][..]),
            ColumnKind::One(keys) => ("one", keys),
        };
        let label = texts.column(*column).label;
        json!({ "key": column.key(), "label": label, "kind": kind, "options": options(texts, keys) })
    });
    json!({
        "number": question.number(),
        "section": question.section().slug(),
        "kind": kind,
        "need": need,
        "path": question.path(),
        "label": text.label,
        "hint": text.hint,
        "most": most,
        "options": options(texts, keys),
        "columns": columns.collect::<Vec<_>>(),
    })
}

fn options(texts: &Texts, keys: &[&'static str]) -> Vec<[&'static str; 2]> {
    keys.iter().map(|key| [*key, texts.option_of(keys, key)]).collect()
}
