//! The pages, one file each, and what they share.

mod about;
mod about_file;
mod attachments;
mod brought;
mod calendar;
mod changes;
mod comments;
mod compared;
mod deleted;
mod differences;
mod export;
mod exported;
mod follow_up;
mod frame;
mod give_back;
mod issues;
mod kept;
mod opening;
mod outline;
mod paper;
mod received;
mod requirements;
mod review;
mod row_actions;
mod rule_book;
mod safety;
mod section;
mod sheet;
mod start;
mod table;
mod tasks;
mod timeline;
mod versions;
mod workshop;

pub(super) use about::about;
pub(super) use deleted::deleted;
pub(super) use frame::frame;
pub(super) use issues::reason_given;
pub(super) use opening::{Said, open_example, open_taken, take_launched, told};
pub(super) use outline::numbered_title;
pub(super) use row_actions::row_actions;
pub(super) use rule_book::rule_book;
pub(super) use safety::safety;
pub(super) use start::start;

use super::context::shared;
use super::dom::{El, of_class, says};
use crate::browser::page as window;
use crate::route::{Page, Route};

/// The page's content, where the skip link leads.
pub(super) fn main() -> El {
    super::dom::el("main").id("main").attr("tabindex", "-1")
}

/// The page's heading, which takes the focus when the page is come to.
fn heading(text: &str) -> El {
    says("h1", text).id("heading").attr("tabindex", "-1")
}

/// A page under its name; sets the title, and takes the focus to the heading when the address changed.
pub(super) fn shown(name: &str, title: &str, content: Vec<El>) -> El {
    set_title(title);
    arrive();
    of_class("div", "page").attr("data-page", name).children(content)
}

/// Names the page for the browser's tabs and history, and screen readers.
fn set_title(title: &str) {
    let lang = shared().lang.get_untracked();
    let app = lang.texts().ui.app_name;
    window::set_title(&if title == app { app.to_owned() } else { format!("{title} – {app}") }, lang.code());
}

/// Moves the focus to the answer or heading the address names, unless only the language changed.
fn arrive() {
    thread_local! {
        static LAST: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
    }
    let route = shared().route.get_untracked();
    let address = match route {
        // What is chosen there is no other page.
        Route::Draft(draft, page @ Page::Changes { .. }) => Route::Draft(draft, page.without_at()),
        other => other,
    }
    .to_string();
    let before = LAST.replace(Some(address.clone()));
    let target = match route {
        Route::Draft(_, Page::Commitments) => Some("commitments".to_owned()),
        Route::Rules(Some(entry)) => Some(format!("rule-{entry}")),
        _ => address.split_once("?at=").map(|(_, at)| at.to_owned()),
    };
    let moved = before.as_ref().is_some_and(|before| *before != address);
    if moved || (before.is_none() && target.is_some()) {
        window::soon(move || {
            let found = target.is_some_and(|at| focus_answer(&at));
            if !found && moved {
                window::scroll_to_top();
                window::focus_quietly("heading");
            }
        });
    }
}

/// Focuses the control of an answer; the first one of its group where it is one, the row where it has none.
fn focus_answer(at: &str) -> bool {
    let row = || at.split(':').nth(1).is_some_and(|row| window::focus(&format!("row-{row}")));
    window::focus(&format!("{at}-group")) || window::focus(at) || row()
}
