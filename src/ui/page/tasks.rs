//! The task list: what the plan consists of, how far each part is, what to do next.

use super::heading;
use super::outline::{numbered_title, state_of};
use super::row_actions::row_actions;
use super::timeline::timeline;
use crate::browser;
use crate::plan::RowId;
use crate::question::{ListPlace, Section};
use crate::route::{Page, Route};
use crate::ui::context::{go, texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::message::messages_of;
use crate::ui::notice::say;
use crate::ui::watched::Follows;

/// The page.
pub(super) fn tasks(draft: Draft) -> Vec<El> {
    let ui = ui();
    let rows = draft.rows(ListPlace::Commitments);
    let add = move || {
        if !draft.has_room_in(ListPlace::Commitments) {
            return say(super::super::context::ui().list_is_full);
        }
        let row = browser::with_ids(|ids| ids.next_id());
        // Its page first: this one need not be drawn anew.
        go(section_route(draft.id, Section::Contacts, Some(row)));
        draft.put_row(ListPlace::Commitments, row);
    };
    let list = |sections: &[Section]| {
        of_class("ul", "task-list").children(sections.iter().map(|section| task(draft, *section, None)))
    };
    let (about, annex_1) = Section::OF_PLAN.split_at(1);
    let sections = of_class("section", "tasks")
        .child(says("h2", ui.about_plan_group))
        .child(list(about))
        .child(says("h2", ui.annex_1))
        .child(list(annex_1))
        .child(says("h2", ui.annex_2).id("commitments").attr("tabindex", "-1"))
        .child(messages_of(draft, "commitments-messages", draft.shown_at_commitments()))
        .when(
            move || rows.with(Vec::is_empty),
            || of_class("p", "empty").text(super::super::context::ui().no_commitments),
        )
        .child(
            of_class("ol", "commitment-list")
                .each(move || rows.get(), move |row| commitment(draft, row, rows)),
        )
        .child(
            button("add", ui.add_commitment, add)
                .id("add-commitment")
                .attr("data-add", "commitment")
                .disabled_if(move || !draft.can_write.get()),
        )
        .child(says("h2", ui.group_beside))
        .child(list(&Section::BESIDE));
    let together =
        el("section").child(says("h2", ui.workshop_group)).child(says("p", ui.workshop_group_lead)).child(
            el("p").child(
                link(&Route::Draft(draft.id, Page::Workshop).to_string(), ui.workshop_title)
                    .attr("class", "button secondary"),
            ),
        );
    let next = of_class("section", "next").child(says("h2", ui.next_title)).child(
        el("p")
            .child(
                link(&Route::Draft(draft.id, Page::Review).to_string(), ui.review_title)
                    .attr("class", "button"),
            )
            .text(" ")
            .child(
                link(&Route::Draft(draft.id, Page::Export).to_string(), ui.export_title)
                    .attr("class", "button secondary"),
            ),
    );
    vec![
        heading("").text_with(move || draft.with(|plan| draft.title(plan))),
        of_class("p", "lead").text_with(move || match draft.open_requirements() {
            0 => ui.ready_means.to_owned(),
            open => words().count(open, ui.open_requirements_lead),
        }),
        received(draft),
        to_settle(draft),
        el("div").dynamic(move || {
            let to = link(&Route::Draft(draft.id, Page::Calendar).to_string(), ui.calendar_title);
            let frame = of_class("section", "overview-picture").attr("aria-label", ui.calendar_picture);
            timeline(draft).map(|picture| frame.child(picture).child(el("p").child(to))).into_iter().collect()
        }),
        sections,
        together,
        next,
    ]
}

/// That copies say different things, and the way to decide.
pub(super) fn to_settle(draft: Draft) -> El {
    let to = Route::Draft(draft.id, Page::Differences).to_string();
    el("div").attr("role", "status").when(
        move || !draft.differences.with(Vec::is_empty),
        move || {
            let count = move || words().count(draft.differences.with(Vec::len), ui().differ_count);
            el("p").child(link(&to, "").attr("class", "button").attr("data-settle", "").text_with(count))
        },
    )
}

/// Who sent the draft as a bundle, and what they wrote to go with it.
fn received(draft: Draft) -> El {
    let (ui, words, (by, note)) = (ui(), words(), draft.sent_by());
    let lines = [(ui.bundle_from, by), (ui.bundle_note, note)];
    let lines = lines.into_iter().filter(|(_, text)| !text.trim().is_empty());
    of_class("div", "received")
        .children(lines.map(|(said, text)| of_class("p", "hint").text(&words.named(said, text.trim()))))
}

fn section_route(draft: RowId, section: Section, commitment: Option<RowId>) -> Route {
    Route::Draft(draft, Page::Section { section, commitment, at: None })
}

fn task(draft: Draft, section: Section, commitment: Option<RowId>) -> El {
    let to = link(&section_route(draft.id, section, commitment).to_string(), "")
        .child(of_class("span", "number").text(section.numbers()))
        .text(" ")
        .child(of_class("span", "name").text(texts().section(section).title))
        .text(" ")
        .children(state_of(draft, section, commitment));
    of_class("li", "task").attr("data-section", section.slug()).child(to)
}

fn commitment(draft: Draft, row: RowId, rows: Follows<Vec<RowId>>) -> El {
    let title = Follows::new(move || numbered_title(draft, row));
    let id = format!("commitment-{row}");
    let actions =
        row_actions(draft, ListPlace::Commitments, row, rows, title, id.clone(), "add-commitment".to_owned());
    let sections = Section::OF_COMMITMENT.map(|section| task(draft, section, Some(row)));
    of_class("li", "commitment")
        .id(&id)
        .attr("data-row", row.as_str())
        .attr("tabindex", "-1")
        .child(el("h3").text_with(move || title.get()))
        .child(of_class("ul", "task-list").children(sections))
        .child(actions)
}
