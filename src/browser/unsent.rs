//! What somebody typed and has not sent: it stays in this tab when the page is loaded anew.

use web_sys::Storage;

use super::named::named;
use crate::plan::RowId;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn key_of(draft: RowId, key: &str) -> String {
    named(&format!("unsent/{draft}/{key}"))
}

/// What was typed in a draft under this key; empty where nothing was.
pub fn typed(draft: RowId, key: &str) -> String {
    let item = storage().and_then(|storage| storage.get_item(&key_of(draft, key)).ok().flatten());
    item.unwrap_or_default()
}

/// Keeps what was typed, where the browser lets the page keep anything; what is empty is forgotten.
pub fn keep(draft: RowId, key: &str, typed: &str) {
    if let Some(storage) = storage() {
        let key = key_of(draft, key);
        // Where there is no room, it stays as long as the page.
        let _ = if typed.is_empty() { storage.remove_item(&key) } else { storage.set_item(&key, typed) };
    }
}
