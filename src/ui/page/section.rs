//! A section's questions, and what is open on it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::issues::{Lines, issue_list, line_to};
use super::kept::endorsed;
use super::outline::{commitment_title, numbered_title};
use super::requirements::requirements;
use super::{follow_up, heading, set_title};
use crate::browser::page;
use crate::plan::{Plan, RowId};
use crate::progress;
use crate::question::{Place, Question, Section};
use crate::route::{Page, Route};
use crate::rules::At;
use crate::rules::acknowledged::is_open;
use crate::rules::own::{self, Moment};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, bind, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::field;
use crate::ui::message::place_name;
use crate::ui::watched::Follows;

/// The page.
pub(super) fn section(draft: Draft, section: Section, commitment: Option<RowId>) -> Vec<El> {
    let (text, ui) = (texts().section(section), ui());
    let above = match commitment {
        Some(id) => Some(of_class("p", "above").text_with(move || commitment_title(draft, id))),
        None if section == Section::About => None,
        None => {
            let above = if Section::BESIDE.contains(&section) { ui.group_beside } else { ui.annex_1 };
            Some(of_class("p", "above").text(above))
        }
    };
    let title = match section.numbers() {
        "" => heading(text.title),
        numbers => heading("").child(of_class("span", "number").text(numbers)).text(" ").text(text.title),
    };
    let check = move || {
        draft.check_section(section, commitment);
        page::focus_soon("summary");
    };
    let questions = form(commitment)
        // The day of submission stands above, with what follows from it.
        .children(
            section
                .questions()
                .filter(|question| *question != Question::Submitted)
                .map(|question| asked(draft, commitment, question)),
        );
    let end = of_class("div", "section-end")
        .child(button("check", ui.check_section, check).attr("data-check", section.slug()))
        .child(next(draft, section, commitment));
    // The template's own heading, where it is too long for a name.
    let official = (text.heading != text.title).then(|| of_class("p", "official").text(text.heading));
    let lead = of_class("p", "lead").text(text.intro);
    let open = el("div")
        .when(move || draft.is_checked(section, commitment), move || summary(draft, section, commitment));
    let panels = match section {
        Section::Checklist => [Some(requirements(draft)), None],
        Section::FollowUp => [Some(follow_up::above(draft)), Some(follow_up::below(draft))],
        _ => [None, None],
    };
    let [before, after] = panels;
    let head = above.into_iter().chain([title]).chain(official).chain([lead, open]);
    head.chain(before).chain([questions]).chain(after).chain([end]).collect()
}

/// A section's questions as a part of a plan asks them: the app's own only where one matters.
pub(super) fn questions_of_part(draft: Draft, section: Section, commitment: Option<RowId>) -> El {
    let asked = move |question| {
        let place = Place { commitment, ..Place::plan(question) };
        let matters = move || draft.with(|plan| own::moment(plan, place)) == Moment::Now;
        match question.is_own() {
            false => field::question(draft, place),
            true => el("div").when(matters, move || field::question(draft, place)),
        }
    };
    form(commitment).children(section.questions().map(asked))
}

fn form(commitment: Option<RowId>) -> El {
    of_class("form", "questions")
        .attr("novalidate", "")
        .attr_if("data-row", commitment.as_ref().map(RowId::as_str))
        .on("submit", |event| event.prevent_default())
}

/// One question. The app's own waits folded until it matters, and is not there in a plan it has nothing to do with.
fn asked(draft: Draft, commitment: Option<RowId>, question: Question) -> El {
    let place = Place { commitment, ..Place::plan(question) };
    if !question.is_own() {
        return field::question(draft, place);
    }
    // What is there once stays while the page is shown: nobody's answer is taken from under their hands.
    let was_possible = AtomicBool::new(false);
    let is_possible = move || {
        let is_possible = draft.with(|plan| own::moment(plan, place)) != Moment::Never;
        was_possible.fetch_or(is_possible, Ordering::Relaxed) || is_possible
    };
    let asked = el("div").when(is_possible, move || folded(draft, place));
    asked.children((question == Question::Endorsed).then(|| endorsed(draft)))
}

/// An own question that opens by itself once it matters, and never closes by itself.
fn folded(draft: Draft, place: Place) -> El {
    if draft.with_untracked(|plan| own::moment(plan, place)) == Moment::Now {
        return field::question(draft, place);
    }
    let matters = Follows::new(move || draft.with(|plan| own::moment(plan, place)) == Moment::Now);
    let summary = says("summary", texts().question(place.question).label)
        .text(" ")
        .child(of_class("span", "need").text(ui().own_question));
    let folded = of_class("details", "folded");
    let opened = folded.clone();
    bind(move || {
        if matters.get() {
            opened.clone().attr("open", "");
        }
    });
    folded.child(summary).child(field::question(draft, place))
}

/// What is open on the section, as links to the answers.
fn summary(draft: Draft, section: Section, commitment: Option<RowId>) -> El {
    let open = Follows::new(move || {
        let issues = draft.issues();
        Arc::new(
            issues
                .iter()
                .filter(|issue| progress::is_of(issue, section, commitment) && !issue.check.is_judgement())
                .cloned()
                .collect::<Vec<_>>(),
        )
    });
    // Heard of when they change, and not at every key.
    let faults = Follows::new(move || {
        let told = |plan: &Plan| {
            let places = own::places(plan, section, commitment);
            places.iter().filter_map(|place| field::own::unreadable_at(plan, *place)).collect()
        };
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
            draft.given.with(|_| ());
            let unreadable = own_unreadable(draft, section, commitment);
            open.with(|open| {
                if open.is_empty() && unreadable.is_empty() {
                    page::soon(move || set_title(title));
                    return vec![says("p", ui.section_complete)];
                }
                let keeps = draft.with_untracked(|plan| open.iter().any(|issue| is_open(plan, issue)));
                let to_settle = keeps || !unreadable.is_empty();
                let name = if to_settle { words.named(ui.title_open, title) } else { title.to_owned() };
                page::soon(move || set_title(&name));
                let heading = if to_settle { ui.problem_title } else { ui.remarks_title };
                vec![
                    says("h2", heading),
                    issue_list(draft, Lines::default(), open.iter()).children(unreadable),
                ]
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
    draft.with_untracked(|plan| own::places(plan, section, commitment)).into_iter().filter_map(line).collect()
}

/// The way on: the next section, the next commitment, or the task list.
fn next(draft: Draft, section: Section, commitment: Option<RowId>) -> El {
    let sections: &[Section] = match commitment {
        Some(_) => &Section::OF_COMMITMENT,
        None if Section::BESIDE.contains(&section) => &Section::BESIDE,
        None => &Section::OF_PLAN,
    };
    let next = sections.iter().skip_while(|known| **known != section).nth(1).copied();
    let ids: Vec<RowId> =
        draft.with_untracked(|plan| plan.commitments.iter().map(|commitment| commitment.id).collect());
    let follows = match commitment {
        None if Section::BESIDE.contains(&section) => None,
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
