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

/// What is known of a draft's last file.
#[derive(Clone, Copy, Default, PartialEq)]
struct Last {
    /// Whether there was a file at all, saved here or received.
    is_of_file: bool,
    /// How many days ago it was saved.
    days: Option<usize>,
    /// How many answers changed since, or since the draft came as a file.
    changed: usize,
}

fn last(draft: Draft) -> Last {
    draft.keeping.with_untracked(|keeping| {
        let notes = &keeping.notes;
        // A draft that was exported before this was noted, or never: there is nothing to count from.
        let changed = draft.copies.with_untracked(|copies| copies.joined().changed_since(&notes.marks));
        Last {
            is_of_file: !notes.marks.is_empty(),
            days: notes.exported_at.map(days_ago),
            changed: changed.unwrap_or_default(),
        }
    })
}

/// The line and the button.
pub(super) fn exported(draft: Draft) -> El {
    // Counted as often as something is saved, and not with each key.
    let known = Watched::new(last(draft));
    let look = move || {
        let now = untrack(|| last(draft));
        if known.get_untracked() != now {
            known.set(now);
        }
    };
    bind(move || {
        if draft.saved.get() != Saved::Soon {
            look();
        }
    });
    // Whoever comes back in the morning.
    on_window("visibilitychange", move |_| look());
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
