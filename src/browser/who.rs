//! Who writes in this browser: a name or a role that somebody typed once. It is a label, and proof of nothing.

use super::drafts::storage;
use super::named::named;
use super::newer;

const WHO: &str = "who";

/// The key it is kept under in localStorage.
pub fn key() -> String {
    named(WHO)
}

/// Who writes here; nothing where nobody ever said so.
pub fn who() -> Option<String> {
    storage()?.get_item(&key()).ok().flatten()
}

/// Keeps who writes here, where the browser lets the page keep anything.
pub fn keep_who(who: &str) {
    if let Some(storage) = storage().filter(|_| !newer::is_met()) {
        let _ = storage.set_item(&key(), who);
    }
}
