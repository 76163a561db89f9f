//! One line at the foot of the window that says what just happened, with a way back where there is one.

use std::rc::Rc;

use leptos::prelude::*;

use super::context::{shared, ui_tracked};
use super::dom::{El, button, of_class, says};

/// What just happened.
#[derive(Clone)]
pub(super) struct Notice {
    text: String,
    undo: Option<Rc<dyn Fn()>>,
}

/// Says what just happened.
pub(super) fn say(text: impl Into<String>) {
    shared().notice.set(Some(Notice { text: text.into(), undo: None }));
}

/// Says what just happened, and offers to undo it.
pub(super) fn say_with_undo(text: String, undo: impl Fn() + 'static) {
    shared().notice.set(Some(Notice { text, undo: Some(Rc::new(undo)) }));
}

/// Takes the line away.
pub(super) fn clear() {
    shared().notice.set(None);
}

/// The line itself. It is there from the start, so that screen readers hear what comes into it.
pub(super) fn line() -> El {
    let notice = shared().notice;
    of_class("div", "notice")
        .attr("role", "status")
        .class_if("shown", move || notice.with(Option::is_some))
        .dynamic(move || {
            let Some(Notice { text, undo }) = notice.get() else { return Vec::new() };
            let ui = ui_tracked();
            let undo = undo.map(|undo| {
                button("undo", ui.undo, move || {
                    clear();
                    undo();
                })
            });
            [Some(says("p", &text)), undo, Some(button("dismiss", ui.close, clear))]
                .into_iter()
                .flatten()
                .collect()
        })
}
