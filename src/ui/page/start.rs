//! The start: the drafts in this browser, a new plan, a bundle to open, the example.

use leptos::prelude::*;

use super::frame::{banner, not_saved, outdated, title, update_waits};
use super::heading;
use super::opening::{Said, go_to, keep_plan, place_of};
use crate::browser::drafts::Kept;
use crate::browser::files;
use crate::browser::{self, bin, drafts, lock, page};
use crate::bundle::{Notes, StoredDraft};
use crate::plan::{Plan, RowId, text};
use crate::route::{Page, Route};
use crate::ui::context::{has_pages, shared, ui, words};
use crate::ui::dom::{El, bind, button, el, link, of_class, on_window, says, unseen};
use crate::ui::intake::intake;
use crate::ui::notice::{say, say_with_undo};
use crate::ui::rest;
use crate::ui::watched::Watched;
use crate::ui::who;

/// How long a draft that is deleted waits to be kept among the deleted, in milliseconds.
const BIN_WAIT: i32 = 10_000;

/// Draws the list of drafts anew.
#[derive(Clone, Copy)]
struct Listed(Watched<u32>);

impl Listed {
    fn again(self) {
        self.0.update(|count| *count += 1);
    }
}

/// The page.
pub(in crate::ui) fn start() -> Vec<El> {
    let ui = ui();
    let lang = shared().lang.get_untracked();
    let listed = Listed(Watched::new(0));
    let new = move || go_to(browser::with_ids(|ids| keep_plan(Plan::new(lang.code(), ids))));
    let new_joint = move || go_to(browser::with_ids(|ids| keep_plan(Plan::new_joint(lang.code(), ids))));
    let list = of_class("section", "start-drafts")
        .attr("aria-labelledby", "drafts-title")
        .child(says("h2", ui.drafts_title).id("drafts-title").attr("tabindex", "-1"))
        .dynamic(move || {
            listed.0.track();
            untrack(|| vec![draft_list(listed)])
        });
    let is_on_disk = page::is_on_disk();
    let storage = el("div").attr("role", "status").dynamic(move || {
        listed.0.track();
        let unsaved = drafts::unstored(None).map(|error| banner("not-saved", not_saved(error)));
        let refused = (!drafts::is_available()).then(|| banner("no-storage", ui.no_storage));
        let outdated = shared().is_outdated.get().then(outdated);
        let can_go = outdated.is_none() && unsaved.is_none();
        let update = (shared().has_update.get() && can_go).then(update_waits);
        let on_disk = is_on_disk && shared().has_pages.get();
        let on_disk = on_disk.then(|| banner("on-disk", self::ui().on_disk));
        outdated.or(refused).or(unsaved).into_iter().chain(update).chain(on_disk).collect()
    });
    // Other tabs and a page that comes back from the browser's memory: the list may have grown old.
    for event in ["visibilitychange", "pageshow"] {
        on_window(event, move |_| {
            if !page::is_hidden() && !page::has_focus(".drafts") {
                listed.again();
            }
        });
    }
    let example = el("section")
        .child(says("h2", ui.example_title))
        .child(says("p", ui.example_hint))
        .child(button("", ui.example_open, example).id("example"));
    let new_plan = of_class("section", "start-new")
        .child(
            of_class("div", "choices")
                .child(button("primary", ui.new_plan, new).id("new-plan"))
                .child(button("", ui.new_joint_plan, new_joint).id("new-joint-plan")),
        )
        .child(of_class("p", "hint").text(ui.new_plan_hint));
    let kept = of_class("section", "where")
        .child(says("h2", ui.where_title))
        .child(says("p", ui.where_kept))
        .dynamic(move || {
            listed.0.track();
            let is_here = shared().has_pages.get();
            untrack(|| if is_here { rest::safety() } else { Vec::new() })
        });
    let mut content = vec![heading(ui.app_name), of_class("p", "lead").text(ui.start_lead)];
    let deleted = el("div").dynamic(move || {
        let is_here = shared().has_pages.get();
        untrack(|| if is_here { rest::deleted(listed.0) } else { Vec::new() })
    });
    content.extend([storage, new_plan, list, deleted]);
    content.extend([false, true].into_iter().filter_map(unreadable));
    content.extend([opening(), example, who::section(), kept]);
    content
}

fn draft_list(listed: Listed) -> El {
    match drafts::all() {
        drafts if drafts.is_empty() => of_class("p", "empty").text(ui().no_drafts),
        drafts => {
            of_class("ul", "drafts").children(drafts.into_iter().map(|(id, draft)| entry(id, draft, listed)))
        }
    }
}

/// A draft in the list, with what can be done with it.
fn entry(id: RowId, draft: StoredDraft, listed: Listed) -> El {
    let (ui, words) = (ui(), words());
    let name = title(&draft.notes.name, &draft.plan);
    let changed = words.on_day(ui.changed_on, browser::day_of(draft.notes.saved_at));
    let changed = words.at_time(&changed, &browser::time_of_day(draft.notes.saved_at));
    let exported = match draft.notes.exported_at {
        None => ui.never_exported.to_owned(),
        Some(at) => words.on_day(ui.exported_on, browser::day_of(at)),
    };
    let place = place_of(&draft.plan);
    let from = match draft.notes.from.trim() {
        "" => String::new(),
        name => words.named(ui.received_from, name),
    };
    let part = match draft.notes.table.trim() {
        "" => String::new(),
        table => words.named(ui.part_for, table),
    };
    let facts = [part, place, from, changed, exported]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(|fact| says("li", &fact));
    let known = draft.notes.open.and_then(|open| usize::try_from(open).ok());
    // As of the last save, until the rules are here.
    let is_part = !draft.notes.scope.is_empty();
    let counted = move || {
        // What is open in the whole plan says nothing of a part.
        if is_part {
            return Vec::new();
        }
        let has_rules = shared().has_pages.get();
        let open = if has_rules { Some(rest::open_requirements(&draft)) } else { known };
        open.map(open_line).into_iter().collect()
    };
    let renaming = Watched::new(false);
    let act = |act: &str, label: &str, work: Box<dyn Fn()>| {
        button("quiet", label, work).attr("data-act", act).child(unseen(" – ").text(&name))
    };
    let rename_id = format!("rename-{id}");
    let rename = {
        let field = rename_id.clone();
        move || {
            renaming.set(true);
            page::focus_soon(field.clone());
        }
    };
    // The list may be older than the drafts: each button reads the draft anew.
    let duplicate = move || {
        if let Some(draft) = drafts::load(id) {
            let plan = browser::with_ids(|ids| draft.plan.duplicate(ids));
            let name =
                format!("{} {}", title(&draft.notes.name, &draft.plan), super::super::context::ui().copy_of);
            let notes = Notes { name, unknown: draft.notes.unknown, ..Notes::default() };
            let copy = drafts::keep_plan(plan, notes);
            say(drafts::unstored(Some(copy)).map_or(super::super::context::ui().duplicated, not_saved));
            page::focus_soon(link_id(copy));
        }
        listed.again();
    };
    let remove = {
        let name = name.clone();
        move || {
            let removed = super::super::context::words().named(super::super::context::ui().removed, &name);
            alone(id, listed, "drafts-title".to_owned(), move || {
                let Some(text) = drafts::text_of(id) else { return };
                browser::spawn(async move {
                    // Kept first, and only then taken out: the page may go in between.
                    browser::within(BIN_WAIT, bin::put(id, text)).await;
                    let Some(text) = drafts::take(id).await else { return };
                    say_with_undo(removed, move || {
                        // Where storage fails now, the draft is back in memory at least, and stays among the deleted.
                        if drafts::put(id, text.clone()).is_ok() {
                            browser::spawn(bin::remove(id));
                        }
                        listed.again();
                        page::focus_soon(link_id(id));
                        true
                    });
                    listed.again();
                    page::focus_soon("drafts-title");
                });
            });
        }
    };
    let actions = of_class("div", "row-actions")
        .child(act("rename", ui.rename, Box::new(rename)))
        .child(act("duplicate", ui.duplicate, Box::new(duplicate)))
        .child(act("remove", ui.remove, Box::new(remove)));
    let shown_name = name.clone();
    of_class("li", "draft")
        .attr("data-row", id.as_str())
        .child(el("h3").child(link(&Route::Draft(id, Page::Tasks).to_string(), &name).id(&link_id(id))))
        .child(of_class("ul", "facts").children(facts).dynamic(counted))
        .when(move || renaming.get(), move || rename_form(id, &rename_id, &shown_name, listed))
        .child(actions)
}

fn open_line(open: usize) -> El {
    says("li", &words().count(open, ui().open_requirements)).attr("data-open", &open.to_string())
}

/// The id of the link to a draft in the list.
pub(super) fn link_id(id: RowId) -> String {
    format!("draft-{id}")
}

fn rename_form(id: RowId, field: &str, name: &str, listed: Listed) -> El {
    let ui = ui();
    let input = el("input").id(field).attr("type", "text").attr("autocomplete", "off");
    input.set_value(name);
    let typed = input.clone();
    of_class("form", "rename")
        .child(says("label", ui.draft_name).attr("for", field))
        .child(input)
        .child(says("button", ui.keep_name).attr("type", "submit"))
        .on("keydown", move |event| {
            if page::is_escape(&event) {
                // Drawn anew, the list has no such form.
                listed.again();
                page::focus_soon(link_id(id));
            }
        })
        .on("submit", move |event| {
            event.prevent_default();
            drafts::rename(id, &text::clean(&typed.value()));
            listed.again();
            page::focus_soon(link_id(id));
        })
}

/// Does something to a stored draft, unless another tab has it open; then the focus goes to the element of this id.
fn alone(id: RowId, listed: Listed, focus: String, work: impl FnOnce() + 'static) {
    lock::if_open_elsewhere(id, move |is_open| {
        if is_open {
            say(ui().open_elsewhere);
        } else {
            work();
        }
        listed.again();
        page::focus_soon(focus);
    });
}

/// Drafts that cannot be read, to save as they are: the damaged ones, or those of a newer version.
pub(super) fn unreadable(is_newer: bool) -> Option<El> {
    let ui = ui();
    let (name, title, what) = if is_newer {
        ("newer", ui.drafts_title, ui.newer_what)
    } else {
        ("damaged", ui.damaged_title, ui.damaged)
    };
    let kept = drafts::unreadable().into_iter().filter(|one| one.is_newer == is_newer).collect();
    to_save(name, title, what, kept)
}

/// A list of what cannot be read, to save as it is; nothing where there is none.
pub(super) fn to_save(name: &'static str, title: &str, what: &str, kept: Vec<Kept>) -> Option<El> {
    if kept.is_empty() {
        return None;
    }
    let entries = kept.into_iter().map(|one| {
        let label = format!("{} {}", ui().damaged_save, one.key);
        let save = move || {
            files::download(&format!("{}.txt", one.key.replace('/', "-")), &one.text);
        };
        el("li").child(button("", &label, save).attr("data-kept", name))
    });
    let said = of_class("div", "banner").attr("data-banner", name).child(says("h2", title));
    Some(said.child(says("p", what)).child(el("ul").children(entries)))
}

/// Opens the example as a draft of its own.
fn example() {
    browser::spawn(async {
        if has_pages().await {
            rest::open_example();
        }
    });
}

/// Where bundles come in: a button, a drop, a paste.
fn opening() -> El {
    let ui = ui();
    let said = Said::new();
    let over = Watched::new(false);
    let input = intake("open-bundle", "open-hint", over, move |taken| {
        browser::spawn(async move {
            if has_pages().await {
                rest::open(taken, said);
            }
        });
    });
    bind(move || {
        if shared().has_pages.get() {
            untrack(|| rest::take_launched(said));
        }
    });
    let refused = of_class("div", "refused").id("refused").attr("role", "alert").attr("tabindex", "-1");
    of_class("section", "opening")
        .class_if("over", move || over.get())
        .attr("aria-labelledby", "open-title")
        .child(says("h2", ui.open_title).id("open-title").attr("tabindex", "-1"))
        .child(says("p", ui.open_hint).id("open-hint"))
        .child(of_class("label", "file").attr("for", "open-bundle").text(ui.open_button))
        .child(input)
        .child(refused.dynamic(move || said.refused.get().iter().map(|why| says("p", why)).collect()))
        .dynamic(move || {
            said.told.track();
            untrack(|| if shared().has_pages.get() { rest::told(said) } else { Vec::new() })
        })
}
