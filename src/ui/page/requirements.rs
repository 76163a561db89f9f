//! The checklist's head: how far the four minimum requirements of 3.3.1 are met and proved.

use crate::browser;
use crate::plan::{Options as _, Plan, Requirement};
use crate::question::{Place, Question};
use crate::rules::{At, Case, SILENT, process};
use crate::ui::context::{texts, ui};
use crate::ui::dom::{El, el, of_class, says};
use crate::ui::draft::Draft;

use super::issues::link_to;

/// The four requirements, each with its state in a word and a shape; and the way to what the lists below can fill in.
pub(super) fn requirements(draft: Draft) -> El {
    let ui = ui();
    let to = |question: Question| {
        el("li").child(link_to(draft, At::Place(Place::plan(question)), question.printed_number()))
    };
    // No answer here can show whether it was done; it may be, and nothing more.
    let reminder = SILENT
        .iter()
        .position(|silent| silent.rule == "ELIG-4")
        .map(|at| of_class("p", "hint").attr("data-reminder", "ELIG-4").text(texts().silent(at)));
    of_class("section", "panel")
        .attr("data-panel", "requirements")
        .child(says("h2", ui.requirements_title))
        .child(of_class("ul", "requirements").dynamic(move || draft.with(lines)))
        .child(says("p", ui.fill_from_here))
        .child(
            of_class("ul", "inline")
                .children([Question::Participants, Question::GroupCount, Question::MeetingCount].map(to)),
        )
        .children(reminder)
}

fn lines(plan: &Plan) -> Vec<El> {
    let (texts, ui) = (texts(), ui());
    let case = Case { plan, today: browser::today(), normalise: browser::NORMALISE };
    Requirement::KEYS
        .iter()
        .map(|key| {
            let is_proved = process::is_proved(&case, key);
            let (class, word) = match (process::is_met(&case, key), is_proved) {
                (true, true) => ("state completed", ui.requirement_met),
                (true, false) => ("state in-progress", ui.requirement_unproven),
                (false, _) => ("state not-started", ui.requirement_open),
            };
            el("li")
                .attr("data-requirement", key)
                .child(says("span", texts.option_of(Requirement::KEYS, key)))
                .text(" ")
                .child(of_class("span", class).text(word))
        })
        .collect()
}
