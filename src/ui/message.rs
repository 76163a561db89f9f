//! What the rules say, beside the answer they speak about.

use std::sync::Arc;

use super::context::{texts, ui, words};
use super::dom::{El, button, el, link, of_class, says};
use super::draft::Draft;
use super::page::reason_given;
use super::watched::Follows;
use crate::browser::page;
use crate::i18n::{Texts, Words};
use crate::question::{Kind, Need, Place, Question};
use crate::route::{Entry, Route};
use crate::rules::{At, Grade, Issue, fix};

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
pub(super) fn messages(draft: Draft, place: Place, shown: Follows<Arc<Vec<Issue>>>) -> El {
    messages_of(draft, &format!("{place}-messages"), shown)
}

/// All that is to be said of something, in an element of this id.
pub(super) fn messages_of(draft: Draft, id: &str, shown: Follows<Arc<Vec<Issue>>>) -> El {
    of_class("div", "messages").id(id).dynamic(move || {
        let words = words();
        draft.given.with(|_| ());
        shown.with(|issues| issues.iter().map(|issue| message(draft, &words, issue)).collect())
    })
}

/// What a rule says: a requirement with what to do; a recommendation or advice as one line that opens, and so does one
/// that is left open with a reason.
fn message(draft: Draft, words: &Words, issue: &Issue) -> El {
    let texts = texts();
    let text = texts.rule(issue.check);
    let reason = draft.with_untracked(|plan| reason_given(plan, &draft.issues_now(), words, issue));
    let is_settled = reason.as_ref().is_some_and(|(holds, _)| *holds);
    let (class, word) = match is_settled {
        true => ("acknowledged", texts.ui.acknowledged),
        false => (issue.check.grade().key(), grade(texts, issue.check.grade())),
    };
    let said = |tag| {
        of_class(tag, "wrong")
            .child(of_class("strong", "grade").text(word))
            .text(" ")
            .text(&wrong(texts, words, issue))
    };
    let todo = of_class("p", "todo").text(&words.fill(text.todo, &issue.values));
    let reason = reason.map(|(_, said)| of_class("p", "reason").text(&said));
    let why = of_class("p", "why").text(text.why).text(" ").child(source(draft, texts, words, issue));
    let fix = fix_button(draft, words, issue);
    let message = of_class("div", &format!("message {class}")).attr("data-rule", issue.check.rule());
    if issue.check.grade().keeps_from_ready() && !is_settled {
        let why_so = el("details").child(says("summary", texts.ui.why_so));
        let message = message.child(said("p"));
        // Where an answer is missing, what to do says itself.
        if issue.check.is_missing() {
            return message.children(reason).child(why_so.child(todo).child(why));
        }
        return message.child(todo).children(reason).children(fix).child(why_so.child(why));
    }
    let more = el("details").child(said("summary"));
    message.child(more.children(reason).child(todo).child(why)).children(fix.filter(|_| !is_settled))
}

/// A button that settles the issue, where one answer does.
fn fix_button(draft: Draft, words: &Words, issue: &Issue) -> Option<El> {
    let fix = draft.with_untracked(|plan| fix::fix(plan, issue))?;
    let label = match fix.place.question.kind() {
        Kind::Tick => ui().fix_none.to_owned(),
        _ => words.named(ui().fix_to, &words.stored_month(&fix.answer)),
    };
    let off = move || !draft.can_write.get();
    let settle = move || {
        draft.accept(fix.place, &fix.answer);
        page::focus_soon(fix.place.to_string());
    };
    Some(button("fix", &label, settle).attr("data-fix", issue.check.rule()).disabled_if(off))
}

/// Where a rule comes from, and the way to its entry in the rule book.
fn source(draft: Draft, texts: &Texts, words: &Words, issue: &Issue) -> El {
    let check = issue.check;
    let back = match issue.at {
        At::Place(place) => Some(Route::to_place(draft.id, place).to_string()),
        At::Commitments => None,
    };
    let source = match check.sections() {
        "" => texts.ui.source_app.to_owned(),
        sections => format!("{}\u{a0}{}", texts.ui.source_handbook, words.sections(sections)),
    };
    let entry = Route::Rules(Some(Entry::Rule(check.rule()))).to_string();
    of_class("span", "source").text(&source).text(" · ").child(
        link(&entry, &words.named(texts.ui.to_rule, check.rule())).on("click", move |_| {
            // Whoever comes back comes back to this place.
            if let Some(back) = &back {
                page::stand_at(back);
            }
        }),
    )
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
