//! One line at the foot of the window that says what just happened, with a way back where there is one.

use std::cell::OnceCell;
use std::rc::Rc;

use super::context::ui_tracked;
use super::dom::{El, button, of_class, says};
use super::watched::Watched;

/// What just happened.
#[derive(Clone)]
pub(super) struct Notice {
    text: String,
    undo: Option<Rc<dyn Fn()>>,
}

thread_local! {
    static NOTICE: OnceCell<Watched<Option<Notice>>> = const { OnceCell::new() };
}

/// The one notice of the page. The line asks for it first, so that it lives as long as the app.
fn notice() -> Watched<Option<Notice>> {
    NOTICE.with(|notice| notice.get_or_init(|| Watched::new(None)).clone())
}

/// Says what just happened.
pub(super) fn say(text: impl Into<String>) {
    notice().set(Some(Notice { text: text.into(), undo: None }));
}

/// Says what just happened, and offers to undo it.
pub(super) fn say_with_undo(text: String, undo: impl Fn() + 'static) {
    notice().set(Some(Notice { text, undo: Some(Rc::new(undo)) }));
}

/// Takes the line away.
pub(super) fn clear() {
    notice().set(None);
}

/// The line itself. It is there from the start, so that screen readers hear what comes into it.
pub(super) fn line() -> El {
    let notice = notice();
    let shown = notice.clone();
    of_class("div", "notice").attr("role", "status").class_if("shown", move || shown.get().is_some()).dynamic(
        move || {
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
        },
    )
}
