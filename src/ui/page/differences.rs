//! What people have to decide, one by one: answers that copies give otherwise, rows that some took out and others wrote
//! in; and rows that look alike.

use std::rc::Rc;

use leptos::prelude::untrack;
use serde_json::Value;

use super::heading;
use super::issues::link_to;
use crate::alike::{Alike, alike};
use crate::browser::{self, page, unsent, versions};
use crate::bundle::{self, LeftOut, MOST_DECIDED, Why};
use crate::compare::{Piece, pieces};
use crate::question::{ListPlace, Place, Question};
use crate::rules::{self, At};
use crate::sync::{Difference, Version};
use crate::ui::answers::{self, answer, is_text, said, signature};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says, unseen};
use crate::ui::draft::Draft;
use crate::ui::field::row_title;
use crate::ui::notice::{say_with_undo, warn};
use crate::ui::watched::{Follows, Watched};

/// The page.
pub(super) fn differences(draft: Draft) -> Vec<El> {
    let ui = ui();
    let lead = move || {
        let open = draft.differences.with(Vec::len);
        if open == 0 { ui.differ_none.to_owned() } else { ui.differ_lead.to_owned() }
    };
    let is_unfolded = Watched::new(false);
    let shown = Follows::new(move || {
        draft.differences.track();
        let at = draft.looked_at.get();
        let (open, at) = untrack(|| (in_order(draft), at));
        let shown = open.iter().find(|of| of.path == at).or_else(|| open.first());
        shown
            .map(|of| format!("{} {:?}", of.path, of.versions.iter().map(|of| of.id).collect::<Vec<_>>()))
            .unwrap_or_default()
    });
    vec![
        heading(ui.differ_title),
        of_class("p", "lead").attr("role", "status").text_with(lead),
        el("div").dynamic(move || {
            // Made anew when it is about something else, and not while somebody writes another text for it.
            shown.with(|_| ());
            untrack(|| one(draft, &draft.looked_at.get())).into_iter().collect()
        }),
        el("div").dynamic(move || {
            draft.with(|_| ());
            untrack(|| alikes(draft)).into_iter().collect()
        }),
        el("div").dynamic(move || {
            draft.with(|_| ());
            draft.differences.track();
            untrack(|| decided(draft, is_unfolded)).into_iter().collect()
        }),
    ]
}

/// All differences, in the order of the form.
fn in_order(draft: Draft) -> Vec<Difference> {
    let place_in_form = |of: &Difference| {
        let place = answer(&of.path).and_then(|answer| answer.place);
        let commitment =
            crate::sync::row_ids(&of.path).next().filter(|_| of.path.starts_with("commitments/"));
        let at = draft.with_untracked(|plan| {
            commitment.and_then(|id| plan.commitments.iter().position(|of| of.id == id).map(|at| at + 1))
        });
        let question = place.map(|place| place.question as usize);
        (at.unwrap_or(usize::from(commitment.is_some()) * usize::MAX), question, of.path.clone())
    };
    let mut open = draft.differences.get_untracked();
    open.sort_by_cached_key(place_in_form);
    open
}

/// The difference of this path, or the first one.
fn one(draft: Draft, path: &str) -> Option<El> {
    let (ui, words) = (ui(), words());
    let open = in_order(draft);
    let at = open.iter().position(|of| of.path == path).unwrap_or_default();
    let difference = open.get(at)?;
    let other = |by: isize| {
        let (label, id) = if by < 0 { (ui.differ_previous, "previous") } else { (ui.differ_next, "next") };
        let path = difference.path.clone();
        let to = move || neighbour(&untrack(|| in_order(draft)), &path, by);
        let go = to.clone();
        button("", label, move || go_to(draft, go().unwrap_or_default()))
            .id(&format!("{id}-difference"))
            .disabled_if(move || {
                draft.differences.track();
                to().is_none()
            })
    };
    let number = |n: usize| rules::Value::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let (own, count) = (difference.path.clone(), move || draft.differences.with(Vec::len));
    let which = move || {
        let (to, open) = (count(), untrack(|| in_order(draft)));
        let at = open.iter().position(|of| of.path == own).unwrap_or_default();
        words.fill(ui.differ_which, &[("n", number(at + 1)), ("to", number(to))])
    };
    let name = answers::name(draft, &difference.path);
    let place = answer(&difference.path).and_then(|answer| answer.place);
    let title = match place {
        Some(place) => el("h2").child(link_to(draft, At::Place(place), &name)),
        None => says("h2", &name),
    };
    let path = difference.path.clone();
    let decide: Decide = Rc::new(move |decided: Decided| {
        let open = untrack(|| in_order(draft));
        let next = neighbour(&open, &path, 1).or_else(|| open.first().map(|of| of.path.clone()));
        settle(draft, &name, next, decided);
    });
    let card = of_class("section", "difference")
        .attr("data-difference", &difference.path)
        .attr("aria-labelledby", "difference")
        .child(of_class("p", "above").text_with(which))
        .child(title.id("difference").attr("tabindex", "-1"));
    let card = match difference.path.ends_with('/') {
        true => card.children(row(draft, difference, &decide)),
        false => card.children(versions(draft, difference, &decide)),
    };
    Some(card.child(of_class("div", "section-end").child(other(-1)).child(other(1))))
}

/// The path of the difference that stands so many places further.
fn neighbour(open: &[Difference], path: &str, by: isize) -> Option<String> {
    let at = open.iter().position(|of| of.path == path)?;
    open.get(at.checked_add_signed(by)?).map(|of| of.path.clone())
}

/// What somebody decides.
enum Decided {
    Answer(String, Value),
    Row(String, bool),
}

type Decide = Rc<dyn Fn(Decided)>;

fn settle(draft: Draft, name: &str, next: Option<String>, decided: Decided) {
    let noted = note(draft, &decided);
    let undo = draft.decide(|copies, by| match &decided {
        Decided::Answer(path, value) => Some(copies.decide(path, value.clone(), by)).into_iter().collect(),
        Decided::Row(row, stays) => copies.decide_row(row, *stays, by).into_iter().collect(),
    });
    let path = match decided {
        Decided::Answer(path, _) | Decided::Row(path, _) => path,
    };
    say_with_undo(words().named(ui().differ_decided, name), move || {
        go_to(draft, path.clone());
        draft.keeping.change(|keeping| keeping.notes.decided.retain(|known| Some(known) != noted.as_ref()));
        undo()
    });
    go_to(draft, next.unwrap_or_default());
}

/// Keeps what is about to be left out: texts beside the draft, a row in a version of the plan.
fn note(draft: Draft, decided: &Decided) -> Option<Value> {
    let (path, value) = match decided {
        Decided::Answer(path, value) => (path, value),
        Decided::Row(_, true) => return None,
        Decided::Row(..) => {
            let text = draft.stored_text();
            browser::spawn(async move {
                if !versions::keep(draft.id, Why::BeforeDeciding, "", text).await {
                    warn(ui().version_not_kept);
                }
            });
            return None;
        }
    };
    let versions = draft.copies.with_untracked(|copies| copies.joined().cell(path).cloned())?;
    let left = versions.values().into_iter().filter(|version| version.value != *value);
    let left_out = left.filter(|version| said(draft, path, &version.value).is_some());
    let left_out: Vec<LeftOut> =
        left_out.map(|of| LeftOut { value: of.value.clone(), by: of.by.clone(), at: of.at }).collect();
    if left_out.is_empty() {
        return None;
    }
    let noted = bundle::Decided { path: path.clone(), at: browser::now(), left_out }.write();
    draft.keeping.change(|keeping| {
        keeping.notes.decided.insert(0, noted.clone());
        keeping.notes.decided.truncate(MOST_DECIDED);
    });
    Some(noted)
}

/// What was decided, and the texts that were left out.
fn decided(draft: Draft, is_unfolded: Watched<bool>) -> Option<El> {
    let ui = ui();
    let all = draft.keeping.with_untracked(|keeping| keeping.notes.decided.clone());
    let items: Vec<El> = all
        .iter()
        .map(bundle::Decided::read)
        .flat_map(|of| {
            let path = of.path.clone();
            of.left_out.into_iter().filter_map(move |left| left_out(draft, &path, left))
        })
        .collect();
    let folded = of_class("details", "folded").attr("data-panel", "decided");
    let folded = folded.attr_if("open", is_unfolded.get_untracked().then_some(""));
    let shown = folded.clone();
    let folded = folded.on("toggle", move |_| is_unfolded.set(shown.is_unfolded()));
    let list = of_class("ul", "decided");
    (!items.is_empty()).then(|| {
        folded
            .child(says("summary", ui.decided_title))
            .child(of_class("p", "hint").text(ui.decided_lead))
            .child(list.children(items))
    })
}

/// A text that was left out, and the way to take it after all; nothing where it is the answer by now.
fn left_out(draft: Draft, path: &str, left: LeftOut) -> Option<El> {
    let ui = ui();
    if draft.copies.with_untracked(|copies| *copies.joined().value(path) == left.value) {
        return None;
    }
    let place = answer(path).and_then(|answer| answer.place);
    let is_there = draft.with_untracked(|plan| place.is_none_or(|place| place.exists(plan)));
    let name = answers::name(draft, path);
    let text = said(draft, path, &left.value).unwrap_or_default();
    let by = answers::signed(&left.by, left.at);
    let take = {
        let (path, name, value) = (path.to_owned(), name.clone(), left.value);
        move || settle(draft, &name, None, Decided::Answer(path.clone(), value.clone()))
    };
    let take = button("quiet", ui.decided_use, take)
        .attr("data-act", "use")
        .child(unseen(" – ").text(&name).text(", ").text(&by))
        .disabled_if(move || !draft.can_write.get());
    let item = of_class("li", "left-out-text")
        .child(says("strong", &name))
        .child(of_class("p", "said-by").text(&format!("{} · {by}", ui.decided_left)).attr("dir", "auto"))
        .child(of_class("div", "written").attr("dir", "auto").text(&text))
        // Its row may be gone.
        .children(is_there.then_some(take));
    Some(item)
}

fn go_to(draft: Draft, path: String) {
    draft.looked_at.set(path);
    let id = if draft.differences.with_untracked(Vec::is_empty) { "heading" } else { "difference" };
    page::focus_soon(id);
}

/// Each version side by side, and what can be done.
fn versions(draft: Draft, difference: &Difference, decide: &Decide) -> Vec<El> {
    let ui = ui();
    let path = &difference.path;
    let text_of = |version: &Version| said(draft, path, &version.value);
    let (first, second) = (difference.versions.first(), difference.versions.get(1));
    let cards = difference.versions.iter().enumerate().map(|(at, version)| {
        let other = if at == 0 { second } else { first }.and_then(|other| text_of(other));
        let text = match (text_of(version), other) {
            (Some(text), Some(other)) if is_text(path) => differing(&text, &other),
            (Some(text), _) => of_class("div", "written").attr("dir", "auto").text(&text),
            (None, _) => of_class("p", "empty").text(ui.differ_cleared),
        };
        let keep = {
            let (decide, path, value) = (Rc::clone(decide), path.clone(), version.value.clone());
            move || decide(Decided::Answer(path.clone(), value.clone()))
        };
        let by = signature(version);
        let shown = (at == 0).then(|| of_class("span", "tag").text(ui.differ_shown));
        of_class("article", "version")
            .attr("data-version", version.id.as_str())
            .child(
                of_class("p", "said-by")
                    .child(says("strong", &by).attr("dir", "auto"))
                    .text(" ")
                    .children(shown),
            )
            .child(text)
            .child(
                button("primary", ui.differ_keep, keep)
                    .attr("data-act", "keep")
                    .child(unseen(" – ").text(&by))
                    .disabled_if(move || !draft.can_write.get()),
            )
    });
    let mut parts = vec![of_class("div", "versions").children(cards)];
    if is_text(path) {
        let all: Vec<String> = difference.versions.iter().filter_map(|version| text_of(version)).collect();
        parts.push(more(draft, path.clone(), all, decide));
    }
    parts
}

/// Keep all texts one after the other, or write another one.
fn more(draft: Draft, path: String, all: Vec<String>, decide: &Decide) -> El {
    let ui = ui();
    let off = move || !draft.can_write.get();
    let both = (all.len() > 1).then(|| {
        let (decide, path, text) = (Rc::clone(decide), path.clone(), all.join("\n\n"));
        let keep = move || decide(Decided::Answer(path.clone(), text.as_str().into()));
        let label = if all.len() > 2 { ui.differ_all } else { ui.differ_both };
        button("", label, keep).attr("data-act", "both").disabled_if(off)
    });
    let area = el("textarea").id("difference-text").attr("rows", "6").attr("dir", "auto");
    // Whoever looks something up meanwhile finds their text again.
    let key = format!("difference {path}");
    let begun = unsent::typed(draft.id, &key);
    let is_begun = !begun.is_empty();
    area.set_value(&if is_begun { begun } else { all.first().cloned().unwrap_or_default() });
    let noted = key.clone();
    let area = area.on_typed(move |typed| unsent::keep(draft.id, &noted, &typed));
    let typed = area.clone();
    let decide = Rc::clone(decide);
    let keep = move || {
        let text = crate::plan::text::clean(&typed.value()).into_owned();
        unsent::keep(draft.id, &key, "");
        decide(Decided::Answer(path.clone(), text.into()));
    };
    let other = of_class("details", "folded")
        .attr_if("open", is_begun.then_some(""))
        .child(says("summary", ui.differ_other))
        .child(of_class("label", "label").attr("for", "difference-text").text(ui.differ_other))
        .child(area)
        .child(button("primary", ui.differ_other_keep, keep).attr("data-act", "write").disabled_if(off));
    of_class("div", "difference-more").children(both).child(other)
}

/// A text, with the words marked that another text does not have.
fn differing(text: &str, other: &str) -> El {
    let parts = pieces(other, text).into_iter().filter_map(|piece| match piece {
        Piece::Same(text) => Some(says("span", text)),
        Piece::After(text) => Some(says("mark", text)),
        Piece::Before(_) => None,
    });
    of_class("div", "written").attr("dir", "auto").children(parts)
}

/// A row that some took out and others wrote in.
fn row(draft: Draft, difference: &Difference, decide: &Decide) -> Vec<El> {
    let ui = ui();
    let removed = difference.versions.iter().filter(|version| version.value == Value::Bool(true));
    let removed = removed.map(|version| {
        of_class("p", "said-by").text(&words().named(ui.differ_row_removed, &signature(version)))
    });
    let act = |name: &str, label: &str, stays: bool| {
        let (decide, path) = (Rc::clone(decide), difference.path.clone());
        button(if stays { "primary" } else { "" }, label, move || decide(Decided::Row(path.clone(), stays)))
            .attr("data-act", name)
            .disabled_if(move || !draft.can_write.get())
    };
    let what = says("p", ui.differ_row);
    let actions = of_class("div", "choices").child(act("keep-row", ui.differ_row_keep, true)).child(act(
        "remove-row",
        ui.differ_row_remove,
        false,
    ));
    std::iter::once(what).chain(removed).chain([actions]).collect()
}

/// Rows that look alike, proposed for joining.
fn alikes(draft: Draft) -> Option<El> {
    let (ui, apart) = (ui(), draft.keeping.with_untracked(|keeping| keeping.notes.apart.clone()));
    let found = draft.with_untracked(|plan| {
        let all = alike(plan, browser::NORMALISE).into_iter();
        all.filter(|of| of.are_started(plan) && !apart.contains(&of.name())).collect::<Vec<_>>()
    });
    let section = of_class("section", "panel")
        .attr("data-panel", "alike")
        .child(says("h2", ui.alike_title).id("alike").attr("tabindex", "-1"))
        .child(says("p", ui.alike_lead));
    let items = found.iter().map(|of| proposal(draft, *of));
    (!found.is_empty()).then(|| section.child(of_class("ul", "alike").children(items)))
}

fn proposal(draft: Draft, of: Alike) -> El {
    let ui = ui();
    let title = |row| match of.list {
        ListPlace::Commitments => super::numbered_title(draft, row),
        ListPlace::Rows(commitment, question) => {
            let place = Place { commitment, ..Place::plan(question) };
            draft.with_untracked(|plan| row_title(texts(), plan, place.row(row)))
        }
    };
    let link = |row| {
        let place = match of.list {
            ListPlace::Commitments => Place::commitment(row, Question::Title),
            ListPlace::Rows(commitment, question) => Place { commitment, ..Place::plan(question) }.row(row),
        };
        el("p").child(link_to(draft, At::Place(place), &title(row)))
    };
    let name = title(of.first);
    let spoken = name.clone();
    let join = move || {
        let [stays, other] = of.paths();
        let undo = draft.decide(|copies, by| copies.unite(&stays, &other, by));
        say_with_undo(words().named(ui.alike_joined, &name), undo);
        go_to(draft, String::new());
    };
    let apart = move || {
        draft.keep_apart(of.name());
        page::focus_soon("heading");
    };
    let off = move || !draft.can_write.get();
    of_class("li", "proposal")
        .attr("data-alike", &of.name())
        .child(link(of.first))
        .child(link(of.second))
        .child(
            of_class("div", "choices")
                .child(
                    button("primary", ui.alike_join, join)
                        .attr("data-act", "unite")
                        .child(unseen(" – ").text(&spoken))
                        .disabled_if(off),
                )
                .child(
                    button("", ui.alike_apart, apart)
                        .attr("data-act", "apart")
                        .child(unseen(" – ").text(&spoken))
                        .disabled_if(off),
                ),
        )
}
