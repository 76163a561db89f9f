//! The names under which the app keeps things. A browser has one storage for a whole host, and each folder of it that the
//! app stands in has its own drafts.

use super::page;
use crate::route::folder_of;

const APP: &str = "plan-ouvert";

/// The name of a key or a lock: `plan-ouvert/draft/…`, or `plan-ouvert /folder/ draft/…` where the app stands in a folder.
pub(super) fn named(of: &str) -> String {
    match folder() {
        "" => format!("{APP}/{of}"),
        folder => format!("{APP} {folder} {of}"),
    }
}

/// The name of the database.
pub(super) fn database() -> String {
    match folder() {
        "" => APP.to_owned(),
        folder => format!("{APP} {folder}"),
    }
}

/// The folder of the host that the app stands in; empty where that is the host itself. An app that is one file on a disk has
/// the same names wherever it lies: a newer file beside it, or the same one moved, finds the drafts where browsers let it.
fn folder() -> &'static str {
    thread_local! {
        static FOLDER: &'static str = of_page().unwrap_or_default().leak();
    }
    FOLDER.with(|folder| *folder)
}

fn of_page() -> Option<String> {
    if page::is_on_disk() {
        return None;
    }
    Some(folder_of(&web_sys::window()?.location().pathname().ok()?).to_owned())
}
