//! All comments of the plan, by question: those that are open, or those that are closed.

use leptos::prelude::untrack;

use super::heading;
use super::issues::link_to;
use crate::browser::page;
use crate::comments;
use crate::plan::{Plan, RowId};
use crate::question::Place;
use crate::rules::At;
use crate::ui::comments::thread;
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::filter::Part;
use crate::ui::message::place_name;
use crate::ui::watched::Watched;

/// Where the focus goes when a thread leaves the list.
const LIST: &str = "comment-list";

/// The threads on one question, by their first comments; without a place those whose question is gone.
type Asked = (Option<Place>, Vec<RowId>);

/// The page.
pub(super) fn comments(draft: Draft) -> Vec<El> {
    let ui = ui();
    let closed = Watched::new(false);
    vec![
        heading(ui.comments_title),
        of_class("p", "lead").text(ui.comments_lead),
        of_class("div", "chips").attr("role", "group").attr("aria-label", ui.filter_by).dynamic(move || {
            draft.commented.track();
            let shows_closed = closed.get();
            untrack(|| filters(draft, closed, shows_closed))
        }),
        of_class("div", "review-list").id(LIST).attr("tabindex", "-1").dynamic(move || {
            draft.commented.track();
            let shows_closed = closed.get();
            untrack(|| list(draft, shows_closed))
        }),
    ]
}

fn filters(draft: Draft, closed: Watched<bool>, shows_closed: bool) -> Vec<El> {
    let (open, done) = draft.with_untracked(comments::count);
    let chip = |id: &'static str, text: &str, shows: bool| {
        let choose = move || {
            closed.set(shows);
            page::focus_near_soon(id);
        };
        button("chip", text, choose)
            .id(id)
            .attr("aria-pressed", if shows == shows_closed { "true" } else { "false" })
    };
    let (words, ui) = (words(), ui());
    vec![
        chip("comments-open", &words.count(open, ui.comments_filter_open), false),
        chip("comments-closed", &words.count(done, ui.comments_filter_closed), true),
    ]
}

fn list(draft: Draft, shows_closed: bool) -> Vec<El> {
    let (parts, asked) = draft.with_untracked(|plan| (Part::all(plan), by_question(plan, shows_closed)));
    if asked.is_empty() {
        return vec![of_class("p", "empty").text(ui().comments_nothing)];
    }
    let of_part = |part: Option<Part>| {
        let here: Vec<&Asked> = asked.iter().filter(|(place, _)| place.map(Part::of_place) == part).collect();
        let title = part.map_or_else(|| ui().comments_gone.to_owned(), |part| part.name(draft));
        let group = of_class("section", "review-group").child(says("h2", &title));
        (!here.is_empty()).then(|| group.children(here.into_iter().map(|asked| question(draft, asked))))
    };
    parts.into_iter().map(Some).chain([None]).filter_map(of_part).collect()
}

/// The threads of a filter, by question in the order of the form.
fn by_question(plan: &Plan, closed: bool) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for thread in comments::threads(plan).iter().filter(|thread| thread.first.closed == closed) {
        let place = comments::place(thread.first).map(comments::question_of);
        let place = place.filter(|place| place.exists(plan));
        match asked.iter_mut().find(|(known, _)| *known == place) {
            Some((_, threads)) => threads.push(thread.first.id),
            None => asked.push((place, vec![thread.first.id])),
        }
    }
    asked.sort_by_key(|(place, _)| place.map(|place| (place.question, place.row)));
    asked
}

fn question(draft: Draft, (place, threads): &Asked) -> El {
    let title = place.map(|place| {
        let at = At::Place(place);
        let link = link_to(draft, at, &place_name(texts(), draft, at));
        // Whoever follows it finds the thread open there.
        el("h3").child(link.on("click", move |_| draft.show_thread(place, true)))
    });
    let threads = threads.iter().map(|first| el("li").child(thread(draft, *first, LIST)));
    of_class("div", "asked").children(title).child(of_class("ol", "threads").children(threads))
}
