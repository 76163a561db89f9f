//! The versions of a draft that are kept in this browser: the list, and the way to keep one.

use super::changes::Choice;
use crate::browser::versions::{self, Version};
use crate::browser::{self, files, page};
use crate::bundle::Why;
use crate::plan::text;
use crate::route::AsOf;
use crate::rules::Value;
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, button, el, of_class, says, unseen};
use crate::ui::notice::{say, say_with_undo, warn};

/// What a version is called: its name, the day and the time.
pub(super) fn name_of(version: &Version) -> String {
    let (ui, words) = (ui(), words());
    let template = match (version.why, version.name.trim()) {
        (Why::BeforeJoining, _) => ui.state_before_joining,
        (Why::BeforeReplacing, _) => ui.state_before_replacing,
        (Why::BeforeDeciding, _) => ui.state_before_deciding,
        (Why::BeforeRestoring, _) => ui.state_before_restoring,
        (Why::ByTime, _) => ui.state_by_time,
        (Why::ByHand, "") => ui.state_kept,
        (Why::ByHand, _) => ui.state_kept_named,
    };
    let values = [
        ("name", Value::Text(version.name.trim().to_owned())),
        ("day", Value::Day(browser::day_of(version.at))),
        ("time", Value::Text(browser::time_of_day(version.at))),
    ];
    words.fill(template, &values)
}

/// The versions, and the form that keeps one.
pub(super) fn versions(choice: Choice) -> El {
    let ui = ui();
    let name = el("input").id("version-name").attr("type", "text").attr("autocomplete", "off");
    let typed = name.clone();
    let form = of_class("form", "keep-version")
        .attr("novalidate", "")
        .child(
            of_class("label", "label")
                .attr("for", "version-name")
                .text(ui.version_name)
                .text(" ")
                .child(of_class("span", "need").text(ui.optional)),
        )
        .child(name)
        .child(says("button", ui.version_keep).attr("type", "submit").id("keep-version"))
        .on("submit", move |event| {
            event.prevent_default();
            keep(choice, text::clean(typed.value().trim()).into_owned());
            typed.set_value("");
        });
    let list = move || {
        let all = choice.versions.get().unwrap_or_default();
        match all.is_empty() {
            true => Vec::new(),
            false => vec![of_class("ul", "versions").children(all.into_iter().map(|of| entry(choice, of)))],
        }
    };
    of_class("section", "panel")
        .attr("data-panel", "versions")
        .child(says("h2", ui.versions_title).id("versions").attr("tabindex", "-1"))
        .child(says("p", ui.versions_lead))
        .child(form)
        .child(el("div").dynamic(list))
}

/// Keeps the draft as it is now.
fn keep(choice: Choice, name: String) {
    let draft = choice.draft;
    let text = draft.stored_text();
    browser::spawn(async move {
        let is_kept = versions::keep(draft.id, Why::ByHand, &name, text).await;
        say(if is_kept { ui().version_kept } else { ui().version_not_kept });
        choice.look_for_versions();
    });
}

fn entry(choice: Choice, version: Version) -> El {
    let ui = ui();
    let (at, name) = (version.at, name_of(&version));
    let of_it = || unseen(" – ").text(&name);
    let compare = move || {
        choice.choose(Some(AsOf::Kept(at).to_string()), Some(AsOf::Now.to_string()));
        page::focus_soon("compare-from");
    };
    let restore = {
        let (version, name) = (version.clone(), name.clone());
        move || restore(choice, &version, &name)
    };
    let restore = button("quiet", ui.version_restore, restore).attr("data-act", "restore");
    let restore = restore.disabled_if(move || !choice.draft.can_write.get());
    let remove = {
        let name = name.clone();
        move || {
            let removed = words().named(super::super::context::ui().removed, &name);
            forget(choice, version.clone(), removed);
        }
    };
    of_class("li", "version").attr("data-version", &at.to_string()).child(says("span", &name)).child(
        of_class("div", "row-actions")
            .child(button("quiet", ui.version_compare, compare).attr("data-act", "compare").child(of_it()))
            .child(restore.child(of_it()))
            .child(button("quiet", ui.remove, remove).attr("data-act", "remove").child(of_it())),
    )
}

/// Brings the answers of a version back; what is there now is kept as a version before.
fn restore(choice: Choice, version: &Version, name: &str) {
    let draft = choice.draft;
    let Some(earlier) = version.draft() else {
        // It is damaged: all that can be done is to hand it to somebody.
        files::download(&format!("plan-ouvert-{}-{}.txt", draft.id, version.at), &version.text);
        return warn(ui().version_damaged);
    };
    let now = draft.stored_text();
    browser::spawn(async move {
        if !versions::keep(draft.id, Why::BeforeRestoring, "", now).await {
            warn(ui().version_not_kept);
        }
        choice.look_for_versions();
    });
    let undo = draft.restore(earlier.plan, &earlier.state);
    say_with_undo(words().named(ui().version_restored, name), undo);
    page::focus_soon("versions");
}

/// Forgets a version, and says how to have it back.
fn forget(choice: Choice, version: Version, said: String) {
    let draft = choice.draft.id;
    browser::spawn(async move {
        versions::remove(draft, version.at).await;
        choice.look_for_versions();
        page::focus_soon("versions");
        say_with_undo(said, move || {
            let version = version.clone();
            browser::spawn(async move {
                if !versions::put_back(draft, &version).await {
                    warn(ui().version_not_kept);
                }
                choice.look_for_versions();
            });
            true
        });
    });
}
