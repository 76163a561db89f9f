//! Lines at the foot of the window that say what just happened, with a way back where there is one.
//!
//! A line gives way to the next, and goes by itself after a while; one that can undo something stays until it is used,
//! closed, or the draft is left.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use super::context::ui_tracked;
use super::dom::{El, button, of_class, says};
use super::watched::Watched;
use crate::browser::page;

/// Lines that can undo something at the most.
const MOST: usize = 2;

/// How long a line stays that offers nothing, in milliseconds.
const SHOWN: i32 = 10_000;

/// What just happened.
#[derive(Clone)]
struct Notice {
    /// Counts the lines, to know them apart.
    number: u32,
    text: String,
    undo: Option<Rc<dyn Fn()>>,
}

thread_local! {
    static NOTICES: OnceCell<Watched<Vec<Notice>>> = const { OnceCell::new() };
}

/// The notices of the page. The lines ask for them first, so that they live as long as the app.
fn notices() -> Watched<Vec<Notice>> {
    NOTICES.with(|notices| *notices.get_or_init(|| Watched::new(Vec::new())))
}

/// Says what just happened.
pub(super) fn say(text: impl Into<String>) {
    show(text.into(), None);
}

/// Says what just happened, and offers to undo it.
pub(super) fn say_with_undo(text: String, undo: impl Fn() + 'static) {
    show(text, Some(Rc::new(undo)));
}

fn show(text: String, undo: Option<Rc<dyn Fn()>>) {
    thread_local! {
        static NUMBER: Cell<u32> = const { Cell::new(0) };
    }
    let number = NUMBER.replace(NUMBER.get().wrapping_add(1));
    if undo.is_none() {
        page::later(SHOWN, move || close(number));
    }
    let mut kept = notices().get_untracked();
    kept.retain(|notice| notice.undo.is_some());
    kept.push(Notice { number, text, undo });
    let surplus = kept.len().saturating_sub(MOST);
    kept.drain(..surplus);
    notices().set(kept);
}

/// Takes one line away.
fn close(number: u32) {
    if notices().with_untracked(|all| all.iter().any(|notice| notice.number == number)) {
        notices().update(|all| all.retain(|notice| notice.number != number));
    }
}

/// Takes all lines away.
pub(super) fn clear() {
    if !notices().get_untracked().is_empty() {
        notices().set(Vec::new());
    }
}

/// The lines themselves. Their place is there from the start, so that screen readers hear what comes into it.
pub(super) fn lines() -> El {
    let (shown, all) = (notices(), notices());
    of_class("div", "notices")
        .attr("role", "status")
        .class_if("shown", move || !shown.get().is_empty())
        .dynamic(move || all.get().into_iter().map(line).collect())
}

fn line(notice: Notice) -> El {
    let (ui, number) = (ui_tracked(), notice.number);
    let undo = notice.undo.map(|undo| {
        button("undo", ui.undo, move || {
            close(number);
            undo();
        })
    });
    of_class("div", "notice").child(says("p", &notice.text)).children(undo).child(button(
        "dismiss",
        ui.close,
        move || close(number),
    ))
}
