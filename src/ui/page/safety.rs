//! How safe the work is: what is kept where, how full that is, what the browser may do with it.

use crate::browser::room::{self, Room, Stores};
use crate::browser::{self, drafts, page};
use crate::rules::Value;
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, button, of_class, says};
use crate::ui::notice::say;
use crate::ui::watched::Watched;

/// The panel. It asks the browser, and says what it answered.
pub(in crate::ui) fn safety() -> Vec<El> {
    let known = Watched::new(None::<Room>);
    browser::spawn(look(known));
    let panel = of_class("div", "safety").attr("data-panel", "safety").dynamic(move || {
        let Some(room) = known.get() else { return Vec::new() };
        let mut said = vec![facts(&room)];
        said.extend(warnings(&room).into_iter().map(|text| of_class("p", "hint").text(text)));
        if room.is_promised == Some(false) && room.local.is_some() {
            let ask = move || {
                browser::spawn(async move {
                    let is_promised = room::ask_to_keep().await == Some(true);
                    let ui = ui();
                    say(if is_promised { ui.kept_promised } else { ui.kept_refused });
                    // Somebody may have gone on meanwhile: browsers ask, and wait for an answer.
                    let is_there = !page::has_focus("a, input, select, button:not(#ask-to-keep)");
                    look(known).await;
                    if is_there {
                        page::focus_soon("kept-promise");
                    }
                });
            };
            said.push(button("", ui().ask_to_keep, ask).id("ask-to-keep"));
        }
        said
    });
    vec![panel]
}

async fn look(known: Watched<Option<Room>>) {
    let room = room::look().await;
    if known.is_kept() {
        known.set(Some(room));
    }
}

fn facts(room: &Room) -> El {
    let (ui, words) = (ui(), words());
    let drafts = drafts::all().len();
    let here = match room.local {
        None => ui.kept_nowhere.to_owned(),
        Some((used, most)) => {
            let percent = Value::Number(i64::try_from((used * 100).div_ceil(most).min(100)).unwrap_or(100));
            let drafts = words.count(drafts, ui.kept_drafts);
            words.fill(ui.kept_local, &[("name", Value::Text(drafts)), ("n", percent)])
        }
    };
    let beside = match &room.stores {
        None => ui.kept_no_copies.to_owned(),
        Some(stores) => counted(stores),
    };
    let mut facts = of_class("dl", "facts")
        .child(says("dt", ui.drafts_title))
        .child(says("dd", &here).attr("data-fact", "local"))
        .child(says("dt", ui.kept_copies))
        .child(says("dd", &beside).attr("data-fact", "stores"));
    if room.local.is_none() {
        return facts;
    }
    if let Some((used, granted)) = room.estimate.filter(|(_, granted)| *granted > 0) {
        let of = [("size", Value::Text(words.size(used))), ("name", Value::Text(words.size(granted)))];
        let said = words.fill(ui.kept_used, &of);
        facts = facts.child(says("dt", ui.kept_room)).child(says("dd", &said).attr("data-fact", "room"));
    }
    let promise = match room.is_promised {
        Some(true) => ui.kept_promised,
        Some(false) => ui.kept_not_promised,
        None => ui.kept_unknown,
    };
    facts
        .child(says("dt", ui.kept_how_long))
        .child(says("dd", promise).attr("data-fact", "promise").id("kept-promise").attr("tabindex", "-1"))
}

fn counted(stores: &Stores) -> String {
    let (ui, words) = (ui(), words());
    let counts = [
        (stores.copies, ui.kept_second),
        (stores.versions, ui.kept_versions),
        (stores.deleted, ui.kept_deleted),
        (stores.files, ui.kept_files),
    ];
    let there = counts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = there.map(|(count, text)| words.count(*count as usize, text)).collect();
    if said.is_empty() { "–".to_owned() } else { said.join(", ") }
}

/// What the person must know of this browser.
fn warnings(room: &Room) -> Vec<&'static str> {
    let ui = ui();
    let week = room.forgets_in_a_week.then_some(ui.kept_a_week);
    let on_disk = page::is_on_disk().then_some([ui.on_disk_place, ui.on_disk_others]);
    week.into_iter().chain(on_disk.into_iter().flatten()).chain([ui.kept_private]).collect()
}
