//! The frame of a draft's pages: its outline, its state, and the page itself.

use std::rc::Rc;

use leptos::prelude::*;

use super::outline::outline;
use super::{export, heading, review, section, shown, tasks};
use crate::browser;
use crate::browser::drafts::{self, StorageError};
use crate::browser::lock::Lock;
use crate::plan::{Plan, RowId};
use crate::route::{Page, Route};
use crate::ui::autosave::{Keeping, Saved};
use crate::ui::context::{shared, texts, ui, ui_tracked, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;

/// A draft's pages.
pub(in crate::ui) fn frame(id: RowId) -> Vec<El> {
    let shared = shared();
    let Some(stored) = drafts::load(id) else {
        let gone = move || {
            shared.lang.track();
            untrack(|| vec![lost()])
        };
        return vec![super::main().attr("class", "plain").dynamic(gone)];
    };
    let keeping = Keeping::of(stored.notes);
    let draft = Draft::new(id, stored.plan, keeping);
    draft.save_by_itself();
    let lock = keep_to_oneself(draft);
    let page = move || match shared.route.get() {
        Route::Draft(of, page) if of == id => page,
        _ => Page::Tasks,
    };
    let banners = move || {
        let ui = ui_tracked();
        let read_only = (!draft.can_write.get()).then(|| {
            banner("read-only", ui.read_only)
                .child(button("", ui.take_over, move || lock.with_value(Lock::take_over)))
        });
        let failed = match draft.saved().get() {
            Saved::Failed(error) => Some(banner("not-saved", not_saved(error)).child(
                link(&Route::Draft(id, Page::Export).to_string(), ui.export_now).attr("class", "button"),
            )),
            _ => None,
        };
        read_only.into_iter().chain(failed).collect()
    };
    let nav = of_class("nav", "outline").attr("aria-labelledby", "outline-title").dynamic(move || {
        shared.lang.track();
        let page = page();
        untrack(|| vec![outline(draft, page)])
    });
    let main = super::main()
        .child(of_class("div", "banners").attr("role", "status").dynamic(banners))
        .dynamic(move || {
            shared.lang.track();
            let page = page();
            untrack(|| vec![page_of(draft, page)])
        });
    vec![of_class("div", "frame").child(nav).child(main), state_line(draft)]
}

fn page_of(draft: Draft, page: Page) -> El {
    let ui = ui();
    match page {
        Page::Tasks => shown("plan", &draft.with(|plan| draft.title(plan)), tasks::tasks(draft)),
        Page::Review => shown("review", ui.review_title, review::review(draft)),
        Page::Export => shown("export", ui.export_title, export::export(draft)),
        Page::Section { section, commitment, at } => {
            if commitment.is_some_and(|id| draft.with(|plan| plan.commitment(id).is_none())) {
                return lost();
            }
            if let Some(row) = at.and_then(|at| at.row) {
                draft.set_open(row, true);
            }
            shown("section", texts().section(section).title, section::section(draft, section, commitment))
        }
    }
}

/// A draft or commitment that this browser does not have.
fn lost() -> El {
    let ui = ui();
    let content =
        vec![heading(ui.not_here_title), says("p", ui.not_here), el("p").child(link("#/", ui.to_start))];
    shown("lost", ui.not_here_title, content)
}

pub(super) fn banner(name: &str, text: &str) -> El {
    of_class("div", "banner").attr("data-banner", name).child(says("p", text))
}

/// Holds the draft for this tab, or shows it read-only.
fn keep_to_oneself(draft: Draft) -> StoredValue<Lock, LocalStorage> {
    let first = std::cell::Cell::new(true);
    let changed: Rc<dyn Fn(bool)> = Rc::new(move |mine: bool| {
        if mine
            && !first.take()
            && let Some(stored) = drafts::load(draft.id)
        {
            // Taken over: what the other tab saved last is what counts.
            draft.take_up(stored);
        }
        first.set(false);
        draft.can_write.try_set(mine);
    });
    let lock = StoredValue::new_local(Lock::ask(draft.id, changed, move || draft.flush()));
    on_cleanup(move || {
        draft.flush();
        lock.with_value(Lock::release_for_good);
    });
    lock
}

fn not_saved(error: StorageError) -> &'static str {
    match error {
        StorageError::Blocked => ui().not_saved_blocked,
        StorageError::Full => ui().not_saved_full,
    }
}

impl Draft {
    /// The draft's title: its own name, else the jurisdiction's.
    pub(in crate::ui) fn title(&self, plan: &Plan) -> String {
        title(&self.name(), plan)
    }
}

/// What a draft is called: its own name, else the jurisdiction's.
pub(super) fn title(name: &str, plan: &Plan) -> String {
    if !name.trim().is_empty() {
        return name.to_owned();
    }
    match plan.place_name().as_str() {
        "" => ui().untitled.to_owned(),
        place => words().named(ui().plan_of, place),
    }
}

/// What is always in view: saved or not, open requirements.
fn state_line(draft: Draft) -> El {
    let said = move || {
        let ui = ui_tracked();
        match draft.saved().get() {
            Saved::At(at) => words().at_time(ui.saved_at, &browser::time_of_day(at)),
            Saved::Soon => ui.saving.to_owned(),
            Saved::Failed(error) => not_saved(error).to_owned(),
        }
    };
    let state = move || match draft.saved().get() {
        Saved::At(_) => "saved",
        Saved::Soon => "saving",
        Saved::Failed(_) => "failed",
    };
    let open = link(&Route::Draft(draft.id, Page::Review).to_string(), "")
        .text_with(move || words().count(draft.open_requirements(), ui_tracked().open_requirements));
    of_class("section", "state-line")
        .attr_with("aria-label", || Some(ui_tracked().state_of_draft.to_owned()))
        .child(
            of_class("p", "save-state")
                .attr_with("data-saved", move || Some(state().to_owned()))
                .text_with(said),
        )
        .child(
            of_class("p", "open-count")
                .attr_with("data-open", move || Some(draft.open_requirements().to_string()))
                .child(open),
        )
}
