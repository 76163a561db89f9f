//! A section's questions, and what is open on it.

use std::sync::Arc;

use super::outline::{commitment_title, numbered_title};
use super::{focus_answer, heading, set_title};
use crate::browser::page;
use crate::i18n::Words;
use crate::plan::{Plan, RowId};
use crate::progress;
use crate::question::{Place, Question, Section};
use crate::route::{Page, Route};
use crate::rules::own;
use crate::rules::{At, Issue};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::field;
use crate::ui::message::{grade, place_name, wrong};
use crate::ui::watched::Follows;

/// The page.
pub(super) fn section(draft: Draft, section: Section, commitment: Option<RowId>) -> Vec<El> {
    let (text, ui) = (texts().section(section), ui());
    let above = match commitment {
        Some(id) => Some(of_class("p", "above").text_with(move || commitment_title(draft, id))),
        None => (section != Section::About).then(|| of_class("p", "above").text(ui.annex_1)),
    };
    let title = match section.numbers() {
        "" => heading(text.title),
        numbers => heading("").child(of_class("span", "number").text(numbers)).text(" ").text(text.title),
    };
    let check = move || {
        draft.check_section(section, commitment);
        page::focus_soon("summary");
    };
    let questions = el("form")
        .attr("class", "questions")
        .attr("novalidate", "")
        .attr_if("data-row", commitment.as_ref().map(RowId::as_str))
        .on("submit", |event| event.prevent_default())
        .children(section.questions().map(|question| asked(draft, commitment, question)));
    let end = of_class("div", "section-end")
        .child(button("check", ui.check_section, check).attr("data-check", section.slug()))
        .child(next(draft, section, commitment));
    // The template's own heading, where it is too long for a name.
    let official = (text.heading != text.title).then(|| of_class("p", "official").text(text.heading));
    let lead = of_class("p", "lead").text(text.intro);
    let open = el("div")
        .when(move || draft.is_checked(section, commitment), move || summary(draft, section, commitment));
    above.into_iter().chain([title]).chain(official).chain([lead, open, questions, end]).collect()
}

/// One question. The app's own that follows «Other» waits until it is chosen, or something is written there.
fn asked(draft: Draft, commitment: Option<RowId>, question: Question) -> El {
    let place = Place { commitment, ..Place::plan(question) };
    let after = match question {
        Question::OtherPolicyArea => Question::PolicyAreas,
        Question::OtherSector => Question::Sectors,
        _ => return field::question(draft, place),
    };
    let choice = Place { question: after, ..place };
    let matters = move || {
        draft.with(|plan| choice.shown(plan).split(' ').any(|key| key == "other") || place.is_filled(plan))
    };
    el("div").when(matters, move || field::question(draft, place))
}

/// What is open on the section, as links to the answers.
fn summary(draft: Draft, section: Section, commitment: Option<RowId>) -> El {
    let open = Follows::new(move || {
        let issues = draft.issues();
        Arc::new(
            issues
                .iter()
                .filter(|issue| progress::is_of(issue, section, commitment))
                .cloned()
                .collect::<Vec<_>>(),
        )
    });
    // Heard of when they change, and not at every key.
    let faults = Follows::new(move || {
        let places = own::places(section, commitment);
        let told =
            |plan: &Plan| places.iter().filter_map(|place| field::own::unreadable_at(plan, *place)).collect();
        draft.with(told)
    });
    of_class("div", "summary-box")
        .id("summary")
        .attr("tabindex", "-1")
        .attr("data-summary", "section")
        .class_if("none", move || open.with(|open| open.is_empty()) && faults.with(String::is_empty))
        .dynamic(move || {
            let (words, ui) = (words(), ui());
            let title = texts().section(section).title;
            faults.with(|_| ());
            let unreadable = own_unreadable(draft, section, commitment);
            open.with(|open| {
                if open.is_empty() && unreadable.is_empty() {
                    page::soon(move || set_title(title));
                    return vec![says("p", ui.section_complete)];
                }
                let keeps = open.iter().any(|issue| issue.check.grade().keeps_from_ready());
                let to_settle = keeps || !unreadable.is_empty();
                let name = if to_settle { words.named(ui.title_open, title) } else { title.to_owned() };
                page::soon(move || set_title(&name));
                let heading = if to_settle { ui.problem_title } else { ui.remarks_title };
                vec![says("h2", heading), issue_list(draft, &words, open.iter()).children(unreadable)]
            })
        })
}

/// What cannot be read in the section's own questions, as lines that lead there.
fn own_unreadable(draft: Draft, section: Section, commitment: Option<RowId>) -> Vec<El> {
    let texts = texts();
    let line = |place: Place| {
        let said = draft.with_untracked(|plan| field::own::unreadable_at(plan, place))?;
        let name = place_name(texts, draft, At::Place(place));
        Some(line_to(draft, At::Place(place), "form", texts.ui.grade_form, &name).child(says("p", &said)))
    };
    own::places(section, commitment).into_iter().filter_map(line).collect()
}

/// Issues as lines that lead to their answers.
pub(super) fn issue_list<'a>(draft: Draft, words: &Words, issues: impl IntoIterator<Item = &'a Issue>) -> El {
    of_class("ul", "issue-list").children(issues.into_iter().map(|issue| issue_line(draft, words, issue)))
}

fn issue_line(draft: Draft, words: &Words, issue: &Issue) -> El {
    let (texts, check) = (texts(), issue.check);
    let grade = grade(texts, check.grade());
    line_to(draft, issue.at, check.grade().key(), grade, &place_name(texts, draft, issue.at))
        .attr("data-rule", check.rule())
        .child(says("p", &wrong(texts, words, issue)))
}

/// A line that leads to a place, under the word of a grade.
fn line_to(draft: Draft, at: At, class: &str, grade: &str, name: &str) -> El {
    let (href, row) = match at {
        At::Place(place) => (Route::to_place(draft.id, place), place.row),
        At::Commitments => (Route::Draft(draft.id, Page::Commitments), None),
    };
    let href = href.to_string();
    let to = link(&href, name).on("click", move |_| {
        // A link to the place one is at already must still open it and bring the focus there.
        if page::hash() == href
            && let Some((_, at)) = href.split_once("?at=").map(|(page, at)| (page, at.to_owned()))
        {
            if let Some(row) = row {
                draft.set_open(row, true);
            }
            page::soon(move || {
                focus_answer(&at);
            });
        }
    });
    of_class("li", &format!("issue {class}")).child(of_class("span", "grade").text(grade)).text(" ").child(to)
}

/// The way on: the next section, the next commitment, or the task list.
fn next(draft: Draft, section: Section, commitment: Option<RowId>) -> El {
    let sections: &[Section] = if commitment.is_some() { &Section::OF_COMMITMENT } else { &Section::OF_PLAN };
    let next = sections.iter().skip_while(|known| **known != section).nth(1).copied();
    let ids: Vec<RowId> =
        draft.with_untracked(|plan| plan.commitments.iter().map(|commitment| commitment.id).collect());
    let follows = match commitment {
        None => ids.first(),
        Some(id) => ids.iter().skip_while(|known| **known != id).nth(1),
    };
    let (page, label) = match (next, follows.copied()) {
        (Some(next), _) => {
            let label = words().named(ui().next_section, texts().section(next).title);
            (Page::Section { section: next, commitment, at: None }, label)
        }
        (None, Some(id)) => {
            let label = words().named(ui().next_section, &numbered_title(draft, id));
            (Page::Section { section: Section::Contacts, commitment: Some(id), at: None }, label)
        }
        (None, None) => (Page::Tasks, ui().back_to_tasks.to_owned()),
    };
    link(&Route::Draft(draft.id, page).to_string(), &label).attr("class", "button").attr("data-next", "")
}
