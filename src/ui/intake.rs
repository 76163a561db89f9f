//! Where files come in: picked, dropped anywhere on the page, pasted; or the text of one, pasted.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;

use super::dom::{El, el, on_window};
use super::watched::Watched;
use crate::browser::files::{self, Picked};
use crate::browser::page;

/// What came in.
pub(super) enum Taken {
    /// Files.
    Files(Vec<Picked>),
    /// A text that was pasted.
    Text(String),
}

/// The control of this id that picks files, described by `hint`. While it is drawn, what is dropped and pasted on the page
/// comes in too, and `over` says whether a file is held over it.
pub(super) fn intake(id: &str, hint: &str, over: Watched<bool>, take: impl Fn(Taken) + 'static) -> El {
    let take = Rc::new(take);
    let input = el("input").id(id).attr("type", "file").attr("multiple", "").attr("aria-describedby", hint);
    let (picked, take_picked) = (input.clone(), Rc::clone(&take));
    // Anywhere on the page: a file dropped beside the area must not replace the page.
    on_window("dragover", move |event| {
        event.prevent_default();
        over.set(true);
    });
    on_window("dragleave", move |_| {
        over.set(false);
    });
    let take_dropped = Rc::clone(&take);
    on_window("drop", move |event| {
        event.prevent_default();
        over.set(false);
        let carried = event.unchecked_ref::<web_sys::DragEvent>().data_transfer();
        take_dropped(Taken::Files(Picked::from_transfer(carried)));
    });
    on_window("paste", move |event| {
        if event.target().is_some_and(|target| page::is_control(&target)) {
            return;
        }
        let carried = || event.unchecked_ref::<web_sys::ClipboardEvent>().clipboard_data();
        let files = Picked::from_transfer(carried());
        if !files.is_empty() {
            take(Taken::Files(files));
        } else if let Some(text) = files::pasted_text(carried()) {
            take(Taken::Text(text));
        }
    });
    input.on("change", move |_| {
        if let Some(input) = picked.as_input() {
            take_picked(Taken::Files(Picked::from_input(input)));
            input.set_value("");
        }
    })
}
