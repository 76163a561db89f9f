//! The frame of a draft's pages: its outline, its state, and the page itself.

use std::rc::Rc;

use leptos::prelude::*;

use super::exported::exported;
use super::issues::{go_a_step, go_to_next};
use super::outline::outline;
use super::{
    calendar, changes, comments, differences, export, heading, paper, received, review, section, shown,
    start, table, tasks, workshop,
};
use crate::browser::copies;
use crate::browser::drafts::{self, Found, StorageError};
use crate::browser::files::Picked;
use crate::browser::versions;
use crate::browser::{self, page, who};
use crate::browser::{newer, offline};
use crate::bundle::{KEPT_EVERY, Why};
use crate::plan::{Plan, RowId};
use crate::route::{Page, Route};
use crate::sync::Steps;
use crate::ui::autosave::Saved;
use crate::ui::context::{go_by, shared, texts, ui, ui_tracked, words};
use crate::ui::dom::{El, button, el, link, of_class, on_window, says};
use crate::ui::draft::Draft;
use crate::ui::notice;
use crate::ui::watched::Follows;

/// A draft's pages.
pub(in crate::ui) fn frame(id: RowId) -> Vec<El> {
    let shared = shared();
    let Found { copies, is_newer } = drafts::found(id);
    if copies.is_empty() {
        let gone = move || {
            shared.lang.track();
            untrack(|| {
                let unreadable = drafts::unreadable().into_iter().any(|kept| kept.key.contains(id.as_str()));
                let kept = [false, true].into_iter().filter(|_| unreadable).filter_map(start::unreadable);
                std::iter::once(lost()).chain(kept).collect()
            })
        };
        return vec![super::main().attr("class", "plain").dynamic(gone)];
    }
    on_cleanup(move || notice::clear_of(id));
    let draft = Draft::open(id, copies);
    // Before there was one label for the browser, each draft had its own.
    let by = draft.keeping.change(|keeping| std::mem::take(&mut keeping.notes.by));
    if who::who().is_none() {
        go_by(&by);
    }
    // A newer version of the app keeps a copy as well: what that says this one cannot know.
    if is_newer {
        draft.can_write.set(false);
    }
    // Saved for the last time; from then on another version of the app writes.
    newer::at_last(Some(Rc::new(move || draft.stop_writing())));
    on_cleanup(|| newer::at_last(None));
    if newer::is_met() {
        draft.stop_writing();
    }
    draft.follow_others();
    draft.save_by_itself();
    draft.keep_carried_along();
    keep_at_first(draft);
    let page = move || match shared.route.get() {
        Route::Draft(of, page) if of == id => page,
        _ => Page::Tasks,
    };
    // A part whose questions this version does not know is shown like any plan.
    let part = table::part_of(draft);
    let is_part = part.is_some();
    let way_out = if is_part { Page::GiveBack } else { Page::Export };
    on_window("keydown", move |event| {
        if let Some(is_back) = page::is_next_key(&event).filter(|_| !is_part) {
            event.prevent_default();
            go_to_next(draft, page(), is_back);
        }
    });
    // A file that misses its place must not take the page away.
    for event in ["dragover", "drop"] {
        on_window(event, |event| {
            if Picked::is_dragged(&event) {
                event.prevent_default();
            }
        });
    }
    on_window("keydown", move |event| {
        if let Some(is_forth) = page::is_step_key(&event) {
            event.prevent_default();
            go_a_step(draft, is_forth);
        }
    });
    // By what it says: saving fails again and again, and must be told once.
    let failed = Follows::new(move || match draft.saved.get() {
        Saved::Failed(error) => not_saved(error).to_owned(),
        _ => String::new(),
    });
    let banners = move || {
        let ui = ui_tracked();
        let read_only = (!draft.can_write.get()).then(|| match shared.is_outdated.get() {
            true => outdated(),
            false => banner("read-only", ui.newer_what).child(reload()),
        });
        let failed = Some(failed.get()).filter(|why| !why.is_empty()).map(|why| {
            banner("not-saved", &why)
                .child(link(&Route::Draft(id, way_out).to_string(), ui.export_now).attr("class", "button"))
        });
        // Only once all is saved: the page goes.
        let can_go = failed.is_none() && !shared.is_outdated.get();
        let update = (shared.has_update.get() && can_go).then(update_waits);
        read_only.into_iter().chain(failed).chain(update).collect()
    };
    let nav = of_class("nav", "outline")
        .on("focusin", |event| page::show_whole(&event))
        .attr("aria-labelledby", "outline-title");
    let nav = match part.clone() {
        None => nav.dynamic(move || {
            shared.lang.track();
            untrack(|| vec![outline(draft, page)])
        }),
        Some(part) => nav.dynamic(move || {
            shared.lang.track();
            let page = page();
            untrack(|| vec![table::steps(draft, &part, page)])
        }),
    };
    // The commitment shown may go, by another tab's hand.
    let is_there = Follows::new(move || match page() {
        Page::Section { commitment: Some(of), .. } => draft.with(|plan| plan.commitment(of).is_some()),
        _ => true,
    });
    let main = super::main()
        .child(of_class("div", "banners").attr("role", "status").dynamic(banners))
        .dynamic(move || {
            shared.lang.track();
            let (page, is_there) = (page(), is_there.get());
            untrack(|| match &part {
                Some(part) => vec![table::page(draft, part, page)],
                None if !is_there => vec![lost()],
                None => vec![page_of(draft, page)],
            })
        });
    let frame = of_class("div", if is_part { "frame of-part" } else { "frame" });
    vec![frame.child(nav).child(main), paper::paper(draft), state_line(draft, is_part)]
}

fn page_of(draft: Draft, page: Page) -> El {
    let ui = ui();
    match page {
        Page::Tasks | Page::Commitments | Page::GiveBack => {
            shown("plan", &draft.with(|plan| draft.title(plan)), tasks::tasks(draft))
        }
        Page::Review => shown("review", ui.review_title, review::review(draft)),
        Page::Comments => shown("comments", ui.comments_title, comments::comments(draft)),
        Page::Received => shown("received", ui.received_title, received::received(draft)),
        Page::Differences => shown("differences", ui.differ_title, differences::differences(draft)),
        Page::Calendar => shown("calendar", ui.calendar_title, calendar::calendar(draft)),
        Page::Workshop => shown("workshop", ui.workshop_title, workshop::workshop(draft)),
        Page::Changes { from, to } => shown("changes", ui.changes_title, changes::changes(draft, from, to)),
        Page::Export => shown("export", ui.export_title, export::export(draft)),
        Page::Section { section, commitment, at } => {
            if let Some(at) = at {
                draft.point_at(at);
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

/// That a newer version of the app is at work in another tab.
pub(super) fn outdated() -> El {
    banner("outdated", ui_tracked().newer_tab).child(reload())
}

/// That a newer version of the app is here and waits.
pub(super) fn update_waits() -> El {
    // What is not saved yet is when the page goes.
    let take = button("", ui_tracked().update_now, offline::take_over).attr("data-act", "update");
    banner("update", ui_tracked().update_waits).child(take)
}

fn reload() -> El {
    button("", ui_tracked().reload, page::reload).attr("data-act", "reload")
}

pub(super) fn not_saved(error: StorageError) -> &'static str {
    let ui = ui_tracked();
    match error {
        StorageError::Blocked => ui.not_saved_blocked,
        StorageError::Full if copies::works() => ui.saved_beside,
        StorageError::Full => ui.not_saved_full,
        StorageError::Newer => ui.newer_tab,
    }
}

impl Draft {
    /// The draft's title: its own name, else the jurisdiction's.
    pub(in crate::ui) fn title(&self, plan: &Plan) -> String {
        title(&self.name(), plan)
    }
}

/// Keeps a version of the draft as it was found, unless one was kept lately or says the same.
fn keep_at_first(draft: Draft) {
    if draft.keeping.with_untracked(|keeping| keeping.notes.counter < 2) {
        return;
    }
    let plan = draft.with_untracked(Plan::clone);
    let state = draft.copies.with_untracked(|copies| copies.joined().clone());
    let notes = draft.keeping.with_untracked(|keeping| keeping.notes.clone());
    browser::spawn(async move {
        if let Some(at) = versions::last_at(draft.id).await {
            let is_lately = browser::now() - at < KEPT_EVERY;
            let last = if is_lately { None } else { versions::of_moment(draft.id, at).await };
            if is_lately || last.and_then(|last| last.plan()).as_ref() == Some(&plan) {
                return;
            }
        }
        versions::keep(draft.id, Why::ByTime, "", notes.write(plan.id, &state)).await;
    });
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
fn state_line(draft: Draft, is_part: bool) -> El {
    let said = move || {
        let ui = ui_tracked();
        match draft.saved.get() {
            _ if !draft.can_write.get() => ui.reading.to_owned(),
            Saved::At(at) => words().at_time(ui.saved_at, &browser::time_of_day(at)),
            Saved::Soon => ui.saving.to_owned(),
            Saved::Failed(error) => not_saved(error).to_owned(),
        }
    };
    let state = move || match draft.saved.get() {
        _ if !draft.can_write.get() => "reading",
        Saved::At(_) => "saved",
        Saved::Soon => "saving",
        Saved::Failed(_) => "failed",
    };
    let open = link(&Route::Draft(draft.id, Page::Review).to_string(), "")
        .text_with(move || words().count(draft.open_requirements(), ui_tracked().open_requirements));
    let open = of_class("p", "open-count")
        .attr_with("data-open", move || Some(draft.open_requirements().to_string()))
        .child(open);
    let give_back = || {
        let to = link(&Route::Draft(draft.id, Page::GiveBack).to_string(), "").id("give-back");
        el("p").child(to.text_with(|| ui_tracked().give_back.to_owned()))
    };
    of_class("section", "state-line")
        .attr_with("aria-label", || Some(ui_tracked().state_of_draft.to_owned()))
        .child(
            of_class("p", "save-state")
                .attr_with("data-saved", move || Some(state().to_owned()))
                .text_with(said),
        )
        .children((!is_part).then(|| exported(draft)))
        .child(steps(draft))
        .child(if is_part { give_back() } else { open })
}

/// The buttons that take a step back and do it again, as long as there is one.
fn steps(draft: Draft) -> El {
    let button_of = move |is_forth: bool| {
        let can = move || {
            let [back, forth] = draft.steps.with(Steps::can);
            draft.can_write.get() && if is_forth { forth } else { back }
        };
        let name = if is_forth { "redo" } else { "undo" };
        let label = move || if is_forth { ui_tracked().redo } else { ui_tracked().undo }.to_owned();
        button("quiet", "", move || go_a_step(draft, is_forth))
            .id(name)
            .child(el("span").text_with(label))
            .disabled_if(move || !can())
    };
    of_class("p", "steps").child(button_of(false)).child(button_of(true))
}
