//! Who writes here: a label typed once for this browser, shown in few words and changed where it is shown.

use super::context::{go_by, shared, ui, ui_tracked, words};
use super::dom::{El, bind, button, el, of_class, says};
use super::watched::Watched;
use crate::browser::page;
use crate::plan::text;

/// The field to type the label in. What is typed counts at once.
pub(super) fn field(id: &str) -> [El; 3] {
    let ui = ui();
    let hint = format!("{id}-hint");
    let input = el("input")
        .id(id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .attr("data-who", "")
        .attr("aria-describedby", &hint)
        .on_typed(|typed| go_by(&typed));
    let (typed, who) = (input.clone(), shared().who);
    bind(move || {
        let known = who.get();
        // What is being typed keeps its spaces, which the label has not.
        if text::label(&typed.value()) != known {
            typed.set_value(&known);
        }
    });
    [
        of_class("label", "label").attr("for", id).text(ui.who_label),
        of_class("p", "hint").id(&hint).text(ui.who_hint),
        input,
    ]
}

/// The label in a sentence, and a way to change it; its controls' ids begin with this one.
pub(super) fn line(id: &str) -> El {
    let who = shared().who;
    let open = Watched::new(false);
    let (id, change_id) = (id.to_owned(), format!("{id}-change"));
    let close = {
        let change_id = change_id.clone();
        move || {
            open.set(false);
            page::focus_near_soon(&change_id);
        }
    };
    let said = move || {
        let ui = ui_tracked();
        who.with(|who| if who.is_empty() { ui.who_none.to_owned() } else { words().named(ui.who_is, who) })
    };
    let change = {
        let id = id.clone();
        move || {
            open.set(true);
            page::focus_near_soon(&id);
        }
    };
    let shown = move || {
        let label = move || {
            let ui = ui_tracked();
            who.with(|who| if who.is_empty() { ui.who_give } else { ui.who_change }).to_owned()
        };
        let change = button("quiet", "", change.clone()).id(&change_id).text_with(label);
        of_class("p", "who-said").child(el("span").text_with(said)).text(" ").child(change)
    };
    let typed = move || {
        let (before, close) = (who.get_untracked(), close.clone());
        of_class("div", "who-typed").children(field(&id)).child(button("", ui().keep_name, close.clone())).on(
            "keydown",
            move |event| {
                let is_taken_back = page::is_escape(&event);
                if is_taken_back {
                    go_by(&before);
                }
                if is_taken_back || (page::is_enter(&event) && page::has_focus("input")) {
                    event.prevent_default();
                    event.stop_propagation();
                    close();
                }
            },
        )
    };
    of_class("div", "who").when(move || !open.get(), shown).when(move || open.get(), typed)
}

/// The start page's own part on it.
pub(super) fn section() -> El {
    let ui = ui();
    el("section")
        .attr("aria-labelledby", "who-title")
        .child(says("h2", ui.who_title).id("who-title"))
        .child(line("who"))
}
