//! Lines at the foot of the window that say what just happened, with a way back where there is one.
//!
//! A line gives way to the next, and goes by itself after a while. One that can undo something stays until it is used or
//! closed, another such one comes, or its draft is left. One that warns of something stays until it is closed, and one that
//! says what is being done until that is done.

use std::cell::OnceCell;
use std::rc::Rc;

use super::context::{shared, ui_tracked};
use super::dom::{El, button, of_class, says};
use super::watched::Watched;
use crate::browser::{self, page};
use crate::plan::RowId;

/// How long a line stays that offers nothing, in milliseconds.
const SHOWN: i32 = 10_000;

/// How long a line stays at the most that says what is being done, in milliseconds: a browser may never answer.
const LONGEST: i32 = 60_000;

/// What just happened.
#[derive(Clone)]
struct Notice {
    id: RowId,
    text: String,
    /// Undoes it; says whether that could be done.
    undo: Option<Rc<dyn Fn() -> bool>>,
    is_warning: bool,
    /// The draft it belongs to.
    draft: Option<RowId>,
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
    let id = show(text.into(), None, false);
    page::later(SHOWN, move || close_in_time(id));
}

/// Does something that may take longer than half a second, and says so as long as it is done.
pub(super) async fn say_while<T>(text: String, work: impl Future<Output = T>) -> T {
    let id = show(text, None, false);
    page::later(LONGEST, move || close_in_time(id));
    page::shown().await;
    let done = work.await;
    if page::has_focus(".notices") {
        page::focus_back_soon();
    }
    close(id);
    done
}

/// Says what went wrong; it stays until somebody has closed it.
pub(super) fn warn(text: impl Into<String>) {
    show(text.into(), None, true);
}

/// Says what just happened, and offers to undo it.
pub(super) fn say_with_undo(text: String, undo: impl Fn() -> bool + 'static) {
    show(text, Some(Rc::new(undo)), false);
}

fn show(text: String, undo: Option<Rc<dyn Fn() -> bool>>, is_warning: bool) -> RowId {
    let id = browser::with_ids(|ids| ids.next_id());
    let had_focus = page::has_focus(".notices");
    let draft = shared().route.get_untracked().draft();
    notices().update(|all| {
        // More than one way back would cover a phone, and what came before can be taken back by other ways.
        all.retain(|notice| match notice.is_warning {
            true => notice.text != text,
            false => notice.undo.is_some() && undo.is_none(),
        });
        all.push(Notice { id, text, undo, is_warning, draft });
    });
    if had_focus {
        page::focus_back_soon();
    }
    id
}

/// Takes one line away.
fn close(id: RowId) {
    notices().update(|all| all.retain(|notice| notice.id != id));
}

/// Takes one line away whose time is over, but not from under somebody who is at its button.
fn close_in_time(id: RowId) {
    match page::has_focus(".notices") {
        true => page::later(SHOWN, move || close_in_time(id)),
        false => close(id),
    }
}

/// Takes one line away by its own button, which must not take the focus with it.
fn close_by_hand(id: RowId) {
    close(id);
    page::focus_back_soon();
}

/// Takes the lines of a draft away that could undo something in it.
pub(super) fn clear_of(draft: RowId) {
    notices().update(|all| all.retain(|notice| notice.undo.is_none() || notice.draft != Some(draft)));
}

/// The lines themselves. Their place is there from the start, so that screen readers hear what comes into it.
pub(super) fn lines() -> El {
    let all = notices();
    let ids = move || all.with(|all| all.iter().map(|notice| notice.id).collect());
    of_class("div", "notices")
        .attr("role", "status")
        .on("focusin", |event| page::note_where_from(&event))
        .each(ids, line)
}

fn line(id: RowId) -> El {
    let notice = notices().with_untracked(|all| all.iter().find(|notice| notice.id == id).cloned());
    let (text, undo) = notice.map(|notice| (notice.text, notice.undo)).unwrap_or_default();
    let undo = undo.map(|undo| {
        button("undo", ui_tracked().undo, move || {
            if undo() {
                close_by_hand(id);
            }
        })
    });
    let dismiss = button("dismiss", ui_tracked().close, move || close_by_hand(id));
    of_class("div", "notice").child(says("p", &text)).children(undo).child(dismiss)
}
