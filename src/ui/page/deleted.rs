//! The drafts that were deleted lately, and the way back.

use super::frame::title;
use super::start::{link_id, to_save};
use crate::browser::bin::{self, Deleted};
use crate::browser::{self, drafts, page};
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, button, el, of_class, says, unseen};
use crate::ui::notice::say;
use crate::ui::watched::Watched;

/// The list, below the drafts, and what of them cannot be read; nothing where none was deleted. `listed` draws the drafts anew.
pub(in crate::ui) fn deleted(listed: Watched<u32>) -> Vec<El> {
    let all = Watched::new(Vec::<Deleted>::new());
    let spoiled = Watched::new(Vec::new());
    let look = move || {
        browser::spawn(async move {
            let found = bin::all().await;
            let damaged = drafts::unreadable_beside(&found).await;
            // The page may have been left meanwhile.
            if all.is_kept() && all.with_untracked(|known| *known != found) {
                all.set(found);
            }
            if spoiled.is_kept() && spoiled.with_untracked(|known| *known != damaged) {
                spoiled.set(damaged);
            }
        });
    };
    let list = el("div").dynamic(move || {
        let entries = all.get().into_iter().filter_map(|of| entry(&of, listed));
        let entries: Vec<El> = entries.collect();
        let ui = ui();
        let summary = says("summary", &words().count(entries.len(), ui.deleted_count));
        let folded = of_class("details", "folded deleted").child(summary);
        let folded = folded.child(of_class("p", "hint").text(ui.deleted_hint));
        let has_any = !entries.is_empty();
        has_any.then(|| folded.child(of_class("ul", "versions").children(entries))).into_iter().collect()
    });
    let again = el("div").dynamic(move || {
        listed.track();
        look();
        Vec::new()
    });
    let banner = el("div").dynamic(move || {
        let (ui, kept) = (ui(), spoiled.get());
        to_save("damaged-beside", ui.damaged_title, ui.damaged_beside, kept).into_iter().collect()
    });
    vec![list, banner, again.attr("hidden", "")]
}

fn entry(of: &Deleted, listed: Watched<u32>) -> Option<El> {
    let draft = of.draft()?;
    // Brought back in another tab.
    if drafts::is_here(of.id) {
        return None;
    }
    let (ui, words) = (ui(), words());
    let name = title(&draft.notes.name, &draft.plan);
    let when = words.on_day(ui.deleted_on, browser::day_of(of.at));
    let (id, text) = (of.id, of.text.clone());
    let restore = move || {
        // Where there is no room the draft is in memory, and stays among the deleted.
        if drafts::put(id, text.clone()).is_ok() {
            browser::spawn(async move {
                bin::remove(id).await;
                listed.update(|count| *count = count.wrapping_add(1));
                page::focus_soon(link_id(id));
            });
            say(super::super::context::ui().deleted_restored);
        } else {
            listed.update(|count| *count = count.wrapping_add(1));
        }
    };
    let restore = button("quiet", ui.deleted_restore, restore).attr("data-act", "restore");
    Some(
        of_class("li", "version")
            .attr("data-deleted", id.as_str())
            .child(el("span").child(says("strong", &name)).text(" – ").text(&when))
            .child(of_class("div", "row-actions").child(restore.child(unseen(" – ").text(&name)))),
    )
}
