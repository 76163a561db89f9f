//! The end of a part: what is filled in, the file, and to whom it goes. Whatever is missing keeps nobody.

use leptos::prelude::untrack;

use super::attachments::{self, Made, Way};
use super::export::made_now;
use super::heading;
use super::workshop::file_of;
use crate::browser::files::{self, Content};
use crate::browser::page;
use crate::bundle;
use crate::document;
use crate::parts::{self, Asked, Part};
use crate::question::Place;
use crate::route::Route;
use crate::rules::{At, Value};
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::message::place_name;
use crate::ui::notice::say;
use crate::ui::watched::{Follows, Watched};
use crate::ui::who;

use super::table;

/// The page.
pub(super) fn give_back(draft: Draft, part: &Part, pages: &[Asked]) -> Vec<El> {
    let ui = ui();
    let file = {
        let part = part.clone();
        move || {
            draft.flush();
            let unknown = draft.keeping.with_untracked(|keeping| keeping.notes.unknown.clone());
            let made = made_now(draft, draft.covering_note());
            file_of(draft, &part, &made, &unknown, super::super::context::ui().file_filled)
        }
    };
    // The page is left to change anything.
    let length = untrack(&file).1.len();
    let weight = Follows::new(move || length);
    let (shared_file, saved_file, copied_file) = (file.clone(), file.clone(), file);
    let attached = move || untrack(|| attachments::of_draft(draft));
    let way = Watched::new(Way::default());
    let save = move || {
        let (file, marks) = (saved_file(), draft.go_out());
        let (files, length) = (attached(), file.1.len());
        let way = way.get_untracked().fitting(length, &files);
        attachments::save(file, files, way, move |file| match file {
            Some(Made { name, .. }) => {
                draft.note_export(marks);
                say(words().named(super::super::context::ui().saved_as, &name));
                page::focus_soon("given");
            }
            None => say(super::super::context::ui().export_failed),
        });
    };
    let share = move || {
        let (file, marks) = (shared_file(), draft.go_out());
        let (files, length) = (attached(), file.1.len());
        let way = way.get_untracked().fitting(length, &files);
        attachments::make(file, files, way, move |Made { name, content, .. }| {
            files::share(&name, &content, move |is_sent| {
                if is_sent {
                    draft.note_export(marks);
                }
            });
        });
    };
    let can_share = files::can_share("part.json", &Content::Json("{}".to_owned()));
    let share = can_share.then(|| button("", ui.share, share).id("share-part"));
    let copy = {
        let (part, pages) = (part.clone(), pages.to_vec());
        move || {
            let (_, json) = copied_file();
            let marks = draft.go_out();
            let text = written(draft, &part, &pages);
            let below = super::super::context::ui().give_back_below;
            files::copy(&format!("{text}\n{below}\n{}\n", bundle::in_lines(&json)), move |worked| {
                let ui = super::super::context::ui();
                if worked {
                    draft.note_export(marks);
                }
                say(if worked { ui.copied } else { ui.not_copied });
            });
        }
    };
    let has_files = !attached().is_empty();
    let (by, _) = draft.sent_by();
    let send = match by.trim() {
        "" => ui.give_back_send.to_owned(),
        name => words().named(ui.give_back_send_to, name),
    };
    vec![
        heading(ui.give_back_title),
        filled(draft, pages),
        of_class("div", "question own").children(who::field("part-by")),
        unsent_comments(draft, pages),
        attachments::choice(draft, way, weight),
        of_class("div", "section-end")
            .child(button("primary", ui.save_bundle, save).id("save-part"))
            .children(share)
            .child(button("", ui.give_back_copy, copy).id("copy-part"))
            .children(has_files.then(|| of_class("p", "hint").text(ui.give_back_no_files))),
        of_class("section", "given")
            .id("given")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "given-title")
            .child(says("h2", ui.next_title).id("given-title"))
            .child(says("p", &send))
            .child(of_class("p", "hint").text(ui.give_back_again)),
    ]
}

/// What is filled in, kindly, and the way to what is not.
fn filled(draft: Draft, pages: &[Asked]) -> El {
    let (ui, words) = (ui(), words());
    let (done, all) = draft.with_untracked(|plan| parts::answered(plan, pages));
    let places = pages.iter().flat_map(|asked| parts::questions(*asked));
    let open: Vec<Place> =
        draft.with_untracked(|plan| places.filter(|place| !place.is_answered(plan)).collect());
    let counted = |template: &str| {
        let done = Value::Number(i64::try_from(done).unwrap_or_default());
        words.fill(template, &[("n", done), ("name", Value::Text(all.to_string()))])
    };
    let said = match done {
        0 => ui.give_back_none.to_owned(),
        _ if done == all => ui.give_back_all.to_owned(),
        _ => counted(ui.give_back_some),
    };
    let line = |place: &Place| {
        let name = place_name(texts(), draft, At::Place(*place));
        el("li").child(link(&Route::to_place(draft.id, *place).to_string(), &name))
    };
    let list = (!open.is_empty() && done > 0).then(|| {
        let summary = says("summary", &words.count(open.len(), ui.give_back_open));
        of_class("details", "folded").child(summary).child(el("ul").children(open.iter().map(line)))
    });
    of_class("div", "given-state").child(of_class("p", "lead").text(&said)).children(list)
}

/// Comments that somebody began and did not add, and the way to them.
fn unsent_comments(draft: Draft, pages: &[Asked]) -> El {
    let places = pages.iter().flat_map(|asked| parts::questions(*asked));
    let begun: Vec<El> = places
        .filter(|place| draft.has_unsent_comment(*place))
        .map(|place| {
            let name = place_name(texts(), draft, At::Place(place));
            let to = link(&Route::to_place(draft.id, place).to_string(), &name);
            el("li").child(to.on("click", move |_| draft.show_thread(place, true)))
        })
        .collect();
    if begun.is_empty() {
        return el("div");
    }
    of_class("div", "banner").child(says("p", ui().unsent_comment)).child(el("ul").children(begun))
}

/// The part as a text that can be read anywhere.
fn written(draft: Draft, part: &Part, pages: &[Asked]) -> String {
    let lang = shared().lang.get_untracked();
    let text = draft.with_untracked(|plan| document::plain(&document::of_pages(plan, lang, pages), lang));
    format!("{}\n\n{text}\n", table::title(draft, part))
}
