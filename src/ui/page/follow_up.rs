//! After submission: the plan as it was submitted, what differs from it, and the log of milestones' statuses.

use leptos::prelude::untrack;

use super::issues::link_to;
use super::kept::{State, kept};
use super::outline::commitment_title;
use crate::browser::{self, page};
use crate::document;
use crate::plan::{Day, Plan, RowId};
use crate::question::{Column, ListPlace, Place, Question};
use crate::route::AsOf;
use crate::rules::changes::{Difference, differences};
use crate::rules::{At, Value, dates};
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::field::{self, row_title};
use crate::ui::message::question_name;
use crate::ui::notice::say;
use crate::ui::watched::Follows;

/// The plan as it was submitted.
const SUBMITTED: State =
    State { as_of: AsOf::Submitted, of: |plan| &mut plan.as_submitted, id: "mark-submitted" };

/// Above the other questions: the day of submission, whether the plan is kept as it was then, until when it can be
/// changed, what differs.
pub(super) fn above(draft: Draft) -> El {
    // Heard of when that changes, and not at every key of an entry.
    let state = Follows::new(move || {
        draft.with(|plan| {
            let listed: Vec<&str> = plan.changes.iter().map(|entry| entry.commitment.0.as_str()).collect();
            let is_kept = plan.as_submitted.plan().is_some();
            let found = differences(plan);
            let said = |difference: &Difference| match difference {
                Difference::Answer(place) => document::answer(plan, shared().lang.get_untracked(), *place),
                _ => String::new(),
            };
            let answers: Vec<String> = found.iter().map(said).collect();
            format!("{:?} {is_kept} {found:?} {answers:?} {listed:?}", plan.submitted.value())
        })
    });
    let now = move || {
        state.with(|_| ());
        draft.with_untracked(|plan| (plan.submitted.value(), plan.as_submitted.plan().is_some()))
    };
    let submission = of_class("section", "panel")
        .attr("data-panel", "submitted")
        .child(says("h2", ui().mark_title))
        .child(says("p", ui().mark_first))
        .child(field::question(draft, Place::plan(Question::Submitted)))
        .dynamic(move || {
            let (submitted, is_kept) = now();
            submitted.map(|day| kept(draft, SUBMITTED, day, is_kept)).into_iter().collect()
        });
    let changes = move || match now() {
        (Some(submitted), true) => vec![changed(draft, submitted)],
        _ => Vec::new(),
    };
    el("div").child(submission).child(el("div").dynamic(changes))
}

/// What differs from the plan as it was submitted, question by question.
fn changed(draft: Draft, submitted: Day) -> El {
    let (ui, words) = (ui(), words());
    let closes = dates::changes_close(submitted);
    let window = if Day(browser::today()) > closes { ui.changes_closed } else { ui.changes_open };
    let found = draft.with_untracked(differences);
    let panel = of_class("section", "panel")
        .attr("data-panel", "differences")
        .child(says("h2", ui.differences_title))
        .child(says("p", &words.on_day(window, closes)));
    if found.is_empty() {
        return panel.child(of_class("p", "empty").text(ui.differences_none));
    }
    let mut list = of_class("ul", "differences");
    let mut last = None;
    for difference in found {
        let of = difference.modified();
        list = list.child(line(draft, difference, of.filter(|_| of != last)));
        last = of;
    }
    panel.child(list)
}

/// A difference; `note` is the commitment to note it for, with its first one.
fn line(draft: Draft, difference: Difference, note: Option<RowId>) -> El {
    let ui = ui();
    let title =
        |id: RowId| draft.with_untracked(|plan| document::commitment_title(plan, texts(), id.as_str()));
    let item = of_class("li", "difference");
    let item = match difference {
        Difference::Added(id) => item.child(says("h3", &title(id))).child(says("p", ui.difference_added)),
        Difference::Deleted(id) => item.child(says("h3", &title(id))).child(says("p", ui.difference_deleted)),
        Difference::Answer(place) => {
            let name = question_name(texts(), place.question);
            let name = match place.commitment {
                Some(id) => format!("{} – {name}", untrack(|| commitment_title(draft, id))),
                None => name,
            };
            let said = |label: &str, plan: &Plan| {
                let said = document::answer(plan, shared().lang.get_untracked(), place);
                let said = if said.is_empty() { ui.no_answer.to_owned() } else { said };
                [says("dt", label), of_class("dd", "written").attr("dir", "auto").text(&said)]
            };
            let (before, now) = draft.with_untracked(|plan| {
                let before = plan.as_submitted().map(|then| said(ui.difference_before, then));
                (before, said(ui.difference_now, plan))
            });
            item.child(el("h3").child(link_to(draft, At::Place(place), &name)))
                .child(el("dl").children(before.into_iter().flatten()).children(now))
        }
    };
    let is_listed = |id: RowId| {
        draft.with_untracked(|plan| plan.changes.iter().any(|entry| entry.commitment.id() == Some(id)))
    };
    let noted = note.filter(|id| is_listed(*id)).map(|_| of_class("p", "hint").text(ui.difference_noted));
    item.children(noted).children(note.filter(|id| !is_listed(*id)).map(|id| {
        button("", ui.note_change, move || {
            note_change(draft, id, matches!(difference, Difference::Deleted(_)))
        })
        .attr("data-note", id.as_str())
        .disabled_if(move || !draft.can_write.get())
    }))
}

/// Begins an entry for a commitment that changed, dated today, and goes there.
fn note_change(draft: Draft, commitment: RowId, is_deleted: bool) {
    let list = ListPlace::Rows(None, Question::Changes);
    let Some(row) = draft.add_row(list) else { return say(ui().list_is_full) };
    let cell = |column| Place::plan(Question::Changes).row(row).column(column);
    draft.accept(cell(Column::ChangedCommitment), commitment.as_str());
    draft.accept(cell(Column::ChangeKind), if is_deleted { "deletion" } else { "change" });
    draft.accept(cell(Column::On), &Day(browser::today()).to_string());
    page::focus_soon(cell(Column::Consulted).to_string());
}

/// Below the questions: how milestones' statuses went on since submission.
pub(super) fn below(draft: Draft) -> El {
    let ui = ui();
    of_class("section", "panel").attr("data-panel", "progress").child(says("h2", ui.progress_title)).dynamic(
        move || {
            let (texts, words) = (texts(), words());
            let lines: Vec<El> = draft.with(|plan| {
                plan.progress
                    .iter()
                    .filter_map(|row| {
                        let (commitment, milestone) = (row.commitment.id()?, row.milestone.id()?);
                        let place = Place::commitment(commitment, Question::Milestones).row(milestone);
                        let name = format!(
                            "{} – {}",
                            document::commitment_title(plan, texts, commitment.as_str()),
                            row_title(texts, plan, place)
                        );
                        let status = |key: Option<&'static str>| Value::Option(key.unwrap_or_default());
                        let values = [
                            ("name", Value::Text(name)),
                            ("from", status(row.from.key())),
                            ("to", status(row.to.key())),
                        ];
                        let day = row.day.value().map(|day| words.day(day)).unwrap_or_default();
                        let said = words.fill(texts.ui.progress_line, &values);
                        Some(el("li").child(says("strong", &day)).text(" · ").text(&said))
                    })
                    .collect()
            });
            match lines.is_empty() {
                true => vec![of_class("p", "empty").text(texts.ui.progress_none)],
                false => vec![of_class("ol", "log").children(lines)],
            }
        },
    )
}
