//! What the rules say, beside the answer they speak about.

use std::sync::Arc;

use super::context::{texts, words};
use super::dom::{El, of_class};
use super::draft::Draft;
use super::watched::Follows;
use crate::i18n::{Texts, Words};
use crate::question::{Kind, Need, Place, Question};
use crate::rules::{At, Grade, Issue};

/// The issue's sentence: what is wrong.
pub(super) fn wrong(texts: &Texts, words: &Words, issue: &Issue) -> String {
    words.fill(texts.rule(issue.check).wrong, &issue.values)
}

/// The grade in a word.
pub(super) fn grade(texts: &Texts, grade: Grade) -> &'static str {
    let ui = &texts.ui;
    match grade {
        Grade::Requirement => ui.grade_requirement,
        Grade::Form => ui.grade_form,
        Grade::Recommendation => ui.grade_recommendation,
        Grade::Advice => ui.grade_advice,
    }
}

/// All that is to be said at a place.
pub(super) fn messages(place: Place, shown: Follows<Arc<Vec<Issue>>>) -> El {
    messages_of(&format!("{place}-messages"), shown)
}

/// All that is to be said of something, in an element of this id.
pub(super) fn messages_of(id: &str, shown: Follows<Arc<Vec<Issue>>>) -> El {
    let texts = texts();
    of_class("div", "messages").id(id).dynamic(move || {
        let words = words();
        shown.with(|issues| issues.iter().map(|issue| message(texts, &words, issue)).collect())
    })
}

fn message(texts: &'static Texts, words: &Words, issue: &Issue) -> El {
    let text = texts.rule(issue.check);
    let grade = issue.check.grade();
    let source = match issue.check.sections() {
        "" => texts.ui.source_app.to_owned(),
        sections => format!("{}\u{a0}{}", texts.ui.source_handbook, words.sections(sections)),
    };
    of_class("div", &format!("message {}", grade.key()))
        .attr("data-rule", issue.check.rule())
        .child(
            of_class("p", "wrong")
                .child(of_class("strong", "grade").text(self::grade(texts, grade)))
                .text(" ")
                .text(&wrong(texts, words, issue)),
        )
        .child(of_class("p", "todo").text(&words.fill(text.todo, &issue.values)))
        .child(of_class("p", "why").text(text.why).text(" ").child(of_class("span", "source").text(&source)))
}

/// What a question is called: its number, where it has one, and its wording.
pub(super) fn question_name(texts: &Texts, question: Question) -> String {
    let label = texts.question(question).label;
    match question.printed_number() {
        "" => label.to_owned(),
        number => format!("{number}. {label}"),
    }
}

/// What a place is called: the question, and where it is a row's cell, the row and the cell.
pub(super) fn place_name(texts: &Texts, draft: Draft, at: At) -> String {
    let At::Place(place) = at else { return texts.ui.commitments.to_owned() };
    let question = place.question;
    let mut name = question_name(texts, question);
    let row = place.row.and_then(|row| {
        draft.with_untracked(|plan| match question {
            Question::MandateEnd => super::field::jurisdiction_title(texts, plan, row),
            _ if question.kind().has_rows() => Some(super::field::row_title(texts, plan, place.row(row))),
            _ => None,
        })
    });
    if let Some(row) = row {
        name.push_str(" – ");
        name.push_str(&row);
    }
    if let Some(column) = place.column.filter(|_| !matches!(question.kind(), Kind::List(_))) {
        name.push_str(" – ");
        name.push_str(texts.column(column).label);
    }
    name
}

/// The word that says whether a question must be answered.
pub(super) fn need(texts: &Texts, need: Need) -> &'static str {
    match need {
        Need::Required => texts.ui.required,
        Need::Optional => texts.ui.optional,
        Need::Own => texts.ui.own_question,
    }
}
