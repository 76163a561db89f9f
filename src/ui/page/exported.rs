//! How old the plan's last file is, always in view, and the button that saves another.

use leptos::prelude::untrack;

use super::attachments::{self, Made, Way};
use super::export::{bundle_text, made_now, name};
use crate::browser::{self, page};
use crate::bundle;
use crate::enclosures::LARGE_MAIL_BYTES;
use crate::plan::Day;
use crate::route::{Page, Route};
use crate::ui::autosave::Saved;
use crate::ui::context::{ui, ui_tracked, words};
use crate::ui::dom::{El, bind, button, el, of_class, on_window};
use crate::ui::draft::Draft;
use crate::ui::notice::say;
use crate::ui::watched::Watched;

/// How long nothing must be saved before changes are counted, in milliseconds: that takes longer the larger the plan is, and
/// whoever types needs no count.
const PAUSE: i32 = 1000;

/// What is known of a draft's last file.
#[derive(Clone, Copy, Default, PartialEq)]
struct Last {
    /// Whether there was a file at all, saved here or received.
    is_of_file: bool,
    /// How many days ago it was saved.
    days: Option<usize>,
    /// How many answers changed since, or since the draft came as a file; as counted last.
    changed: usize,
}

fn last(draft: Draft, changed: usize) -> Last {
    draft.keeping.with_untracked(|keeping| Last {
        is_of_file: !keeping.notes.marks.is_empty(),
        days: keeping.notes.exported_at.map(days_ago),
        changed,
    })
}

fn changed(draft: Draft) -> usize {
    let since = |marks: &str| draft.copies.with_untracked(|copies| copies.joined().changed_since(marks));
    // A draft that was exported before this was noted, or never: there is nothing to count from.
    draft.keeping.with_untracked(|keeping| since(&keeping.notes.marks)).unwrap_or_default()
}

/// The line and the button.
pub(super) fn exported(draft: Draft) -> El {
    let known = Watched::new(last(draft, 0));
    let now_is = move |now: Last| {
        if known.get_untracked() != now {
            known.set(now);
        }
    };
    let count = move || {
        if known.is_kept() {
            now_is(untrack(|| last(draft, changed(draft))));
        }
    };
    // What takes its time comes after the page itself.
    page::after_shown(count);
    let saves = Watched::new(0_u32);
    bind(move || {
        let saved = draft.saved.get();
        let save = saves.change(|saves| {
            *saves = saves.wrapping_add(1);
            *saves
        });
        let before = known.get_untracked();
        let now = untrack(|| last(draft, before.changed));
        if now != before {
            // Exported just now.
            count();
        } else if saved != Saved::Soon {
            page::later(PAUSE, move || {
                if saves.get_untracked() == save {
                    count();
                }
            });
        }
    });
    // Whoever comes back in the morning.
    on_window("visibilitychange", move |_| count());
    let last = known;
    let said = move || {
        let (ui, last) = (ui_tracked(), last.get());
        match last.days {
            None if !last.is_of_file => ui.exported_never.to_owned(),
            None if last.changed == 0 => String::new(),
            None => words().count(last.changed, ui.exported_since_file),
            Some(0) => ui.exported_today.to_owned(),
            Some(1) => ui.exported_yesterday.to_owned(),
            Some(days) => words().count(days, ui.exported_days),
        }
    };
    let since = move || {
        let (ui, last) = (ui_tracked(), last.get());
        match last.days {
            Some(_) if last.changed > 0 => format!(", {}", words().count(last.changed, ui.exported_since)),
            _ => String::new(),
        }
    };
    // Where there is no room for the sentence.
    let count = move || match last.get().changed {
        0 => String::new(),
        changed => format!(" · {changed}"),
    };
    of_class("p", "exported")
        .attr_with("data-changed", move || Some(last.get().changed.to_string()))
        .child(el("span").text_with(said).child(of_class("span", "since").text_with(since)))
        .child(
            button("quiet", "", move || save(draft))
                .id("export-now")
                .text_with(move || ui_tracked().export_title.to_owned())
                .child(of_class("span", "count").attr("aria-hidden", "true").text_with(count)),
        )
}

/// Days from a moment to today; none for one that a clock set back has still before it.
fn days_ago(at: i64) -> usize {
    let Day(day) = browser::day_of(at);
    usize::try_from((browser::today() - day).num_days()).unwrap_or_default()
}

/// Saves the plan as a file, its attachments inside; where that is too large for mail, the page of export asks first.
fn save(draft: Draft) {
    draft.flush();
    let marks = draft.go_out();
    let (file, files) = untrack(|| {
        let text = bundle_text(draft, made_now(draft, draft.covering_note()));
        ((name(draft), text), attachments::of_draft(draft))
    });
    if !files.is_empty() && bundle::size_with(file.1.len(), files.iter()) >= LARGE_MAIL_BYTES {
        return page::go(&Route::Draft(draft.id, Page::Export).to_string());
    }
    attachments::save(file, files, Way::Inside, move |file| match file {
        Some(Made { name, .. }) => {
            draft.note_export(marks);
            say(words().named(ui().saved_as, &name));
        }
        None => say(ui().export_failed),
    });
}
