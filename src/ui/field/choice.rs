//! Options to choose from: one, several, a tick, or something of the plan.

use super::{Cell, is_wrong};
use crate::browser::page;
use crate::plan::{Jurisdiction, Plan};
use crate::rules::joint;
use crate::ui::context::{texts, ui};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::watched::Follows;

/// Radio buttons, and a way to take the choice back.
pub(super) fn one_of(cell: Cell, keys: &'static [&'static str]) -> El {
    let Cell { draft, place, .. } = cell;
    let chosen = chosen(cell);
    let options = keys.iter().enumerate().map(|(at, key)| {
        let input = option(cell, at, "radio", key)
            .attr("name", &cell.id())
            .checked_with(move || chosen.with(|chosen| chosen == key))
            .on("change", move |_| draft.enter(place, key));
        labelled(input, option_id(cell, at), texts().option_of(keys, key))
    });
    of_class("div", "options").children(options).when(
        move || chosen.with(|chosen| !chosen.is_empty()) && place.question.is_own() && draft.can_write.get(),
        move || {
            button("quiet", ui().clear_choice, move || {
                draft.enter(place, "");
                page::focus_soon(cell.id());
            })
        },
    )
}

/// Check boxes. More can be ticked than asked for; the rules then speak.
pub(super) fn several_of(cell: Cell, keys: &'static [&'static str], most: usize) -> El {
    let Cell { draft, place, .. } = cell;
    let chosen = chosen(cell);
    let options = keys.iter().enumerate().map(|(at, key)| {
        let input = option(cell, at, "checkbox", key).attr_with("aria-invalid", move || is_wrong(cell.shown));
        let ticked = input.clone();
        let input = input
            .checked_with(move || chosen.with(|chosen| chosen.split(' ').any(|known| known == *key)))
            .on("change", move |_| {
                let now = draft.with_untracked(|plan| place.shown(plan));
                let others = now.split(' ').filter(|known| known != key);
                let keys: Vec<&str> = others.chain(ticked.is_checked().then_some(*key)).collect();
                draft.enter(place, &keys.join(" "));
            });
        labelled(input, option_id(cell, at), texts().option_of(keys, key))
    });
    let count = move || chosen.with(|chosen| chosen.split(' ').filter(|key| !key.is_empty()).count());
    let counter = (most < keys.len()).then(|| {
        of_class("p", "counter")
            .class_if("over", move || count() > most)
            .text_with(move || format!("{}\u{a0}/\u{a0}{most}", count()))
    });
    let class = if keys.len() > 8 { "options columns" } else { "options" };
    el("div").child(of_class("div", class).children(options)).children(counter)
}

/// A single check box.
pub(super) fn tick(cell: Cell, label: &str) -> El {
    let Cell { draft, place, .. } = cell;
    let chosen = chosen(cell);
    let input = el("input").attr("type", "checkbox").id(&cell.id());
    let ticked = input.clone();
    let input = cell
        .marks(input)
        .disabled_if(move || !draft.can_write.get())
        .checked_with(move || chosen.with(|chosen| !chosen.is_empty()))
        .on("change", move |_| draft.enter(place, if ticked.is_checked() { "yes" } else { "" }));
    labelled(input, cell.id(), label)
}

/// A list to choose from what the plan itself has, each by what is stored and what it is called.
pub(super) fn of_plan(cell: Cell, choices: fn(&Plan) -> Vec<(String, String)>) -> El {
    let Cell { draft, place, .. } = cell;
    let control = el("select").id(&cell.id());
    let chosen = control.clone();
    // Heard of when a name changes, and not at every key.
    let known = Follows::new(move || draft.with(|plan| format!("{:?}", choices(plan))));
    let options = move || {
        known.with(|_| ());
        let option = |(key, name): (String, String)| says("option", &name).attr("value", &key);
        let none = says("option", ui().not_chosen).attr("value", "");
        std::iter::once(none).chain(draft.with_untracked(choices).into_iter().map(option)).collect()
    };
    cell.marks(control)
        .dynamic(options)
        .disabled_if(move || !draft.can_write.get())
        .value_with(move || {
            known.with(|_| ());
            draft.shown(place)
        })
        .on("change", move |_| draft.enter(place, &chosen.value()))
}

/// The jurisdiction a commitment applies to, or all of them.
pub(super) fn scope(cell: Cell) -> El {
    of_plan(cell, |plan| {
        let title = |of: &Jurisdiction| super::jurisdiction_title(texts(), plan, of.id);
        let named = |of: &Jurisdiction| (of.id.to_string(), title(of).unwrap_or_else(|| of.name.clone()));
        let all = (joint::ALL.to_owned(), ui().all_jurisdictions.to_owned());
        plan.jurisdictions.iter().map(named).chain([all]).collect()
    })
}

fn chosen(Cell { draft, place, .. }: Cell) -> Follows<String> {
    Follows::new(move || draft.with(|plan| place.shown(plan)))
}

fn option(cell: Cell, at: usize, kind: &str, key: &str) -> El {
    let draft = cell.draft;
    el("input")
        .attr("type", kind)
        .id(&option_id(cell, at))
        .attr("value", key)
        .attr("data-question", cell.place.question.number())
        .disabled_if(move || !draft.can_write.get())
}

fn labelled(input: El, id: String, label: &str) -> El {
    of_class("div", "option").child(input).child(says("label", label).attr("for", &id))
}

/// The id of an option; the first one has the question's, so that links lead to it.
fn option_id(cell: Cell, at: usize) -> String {
    if at == 0 { cell.id() } else { format!("{}-{at}", cell.id()) }
}
