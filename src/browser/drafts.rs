//! The drafts of this browser: whole and readable in localStorage, each under a key of its own.
//!
//! There is no index that could be damaged, and no key is ever read, changed and written back. Where storage is
//! refused or full, drafts live in memory as long as the page does.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use super::{copies, with_ids};
use crate::bundle::{Notes, StoredDraft};
use crate::plan::{Plan, RowId};

const DRAFT: &str = "plan-ouvert/draft/";
const DAMAGED: &str = "plan-ouvert/damaged/";
const LANGUAGE: &str = "plan-ouvert/language";

/// Why a draft could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser refuses storage.
    Blocked,
    /// There is no room left.
    Full,
}

/// A draft that could not be read, kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// The key it is kept under.
    pub key: String,
    /// Its text as it was found.
    pub text: String,
}

thread_local! {
    /// Drafts that storage did not take.
    static UNSTORED: RefCell<Vec<(RowId, String)>> = const { RefCell::new(Vec::new()) };
}

/// localStorage, where the browser lets the page have it. (`LocalStorage::raw` panics where not.)
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

/// Whether drafts can be kept at all.
pub fn is_available() -> bool {
    storage().is_some()
}

/// All drafts, the last saved first. Those that cannot be read are put aside, never deleted.
pub fn all() -> Vec<(RowId, StoredDraft)> {
    let ids = keys(DRAFT)
        .into_iter()
        .chain(UNSTORED.with_borrow(|unstored| unstored.iter().map(|(id, _)| *id).collect::<Vec<_>>()));
    let mut drafts: Vec<(RowId, StoredDraft)> = Vec::new();
    for (id, draft) in ids.filter_map(|id| Some((id, load(id)?))) {
        if drafts.iter().all(|(known, _)| *known != id) {
            let at = drafts
                .iter()
                .position(|(_, other)| other.notes.saved_at < draft.notes.saved_at)
                .unwrap_or(drafts.len());
            drafts.insert(at, (id, draft));
        }
    }
    drafts
}

fn keys(prefix: &str) -> Vec<RowId> {
    names(prefix).iter().filter_map(|key| RowId::parse(key.strip_prefix(prefix)?)).collect()
}

fn names(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    let names = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    names.filter(|key| key.starts_with(prefix)).collect()
}

/// One draft. One that cannot be read is put aside.
pub fn load(id: RowId) -> Option<StoredDraft> {
    let key = format!("{DRAFT}{id}");
    let text = UNSTORED
        .with_borrow(|unstored| unstored.iter().find(|(known, _)| *known == id).map(|(_, text)| text.clone()))
        .or_else(|| storage()?.get_item(&key).ok().flatten())?;
    match with_ids(|ids| StoredDraft::read(&text, ids.lend())) {
        Ok(draft) => Some(draft),
        Err(_) => {
            let storage = storage()?;
            let aside = format!("{DAMAGED}{id}-{}", super::now());
            if storage.set_item(&aside, &text).is_ok() {
                let _ = storage.remove_item(&key);
            }
            None
        }
    }
}

/// What was put aside because it could not be read.
pub fn damaged() -> Vec<Damaged> {
    let read = |key: String| Some(Damaged { text: storage()?.get_item(&key).ok().flatten()?, key });
    names(DAMAGED).into_iter().filter_map(read).collect()
}

/// Keeps a draft, here and in IndexedDB. Where that fails it stays in memory.
pub fn save(id: RowId, notes: &Notes, plan: &Plan) -> Result<(), StorageError> {
    let text = notes.write(plan);
    let kept = match storage() {
        None => Err(StorageError::Blocked),
        Some(storage) => storage.set_item(&format!("{DRAFT}{id}"), &text).map_err(|_| StorageError::Full),
    };
    keep_in_memory(id, kept.is_err().then(|| text.clone()));
    super::spawn(async move { drop(copies::put(id, text).await) });
    kept
}

/// Keeps a draft's text in memory, or none.
fn keep_in_memory(id: RowId, text: Option<String>) {
    UNSTORED.with_borrow_mut(|unstored| {
        unstored.retain(|(known, _)| *known != id);
        unstored.extend(text.map(|text| (id, text)));
    });
}

/// Forgets a draft.
pub fn remove(id: RowId) {
    keep_in_memory(id, None);
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&format!("{DRAFT}{id}"));
    }
    super::spawn(async move { drop(copies::remove(id).await) });
}

/// Brings back from IndexedDB what localStorage lost: drafts it lacks, and those saved more often there.
pub async fn recover() {
    let Ok(copies) = copies::all().await else { return };
    for (id, text) in copies {
        let Ok(copy) = with_ids(|ids| StoredDraft::read(&text, ids.lend())) else { continue };
        if load(id).is_none_or(|draft| draft.notes.counter < copy.notes.counter) {
            let stored =
                storage().is_some_and(|storage| storage.set_item(&format!("{DRAFT}{id}"), &text).is_ok());
            keep_in_memory(id, (!stored).then_some(text));
        }
    }
}

/// [`recover`], but no longer than so many milliseconds: a browser that never answers must not keep anybody from
/// their drafts.
pub async fn recover_within(milliseconds: i32) {
    let first = Promise::new(&mut |resolve, _| {
        let done = resolve.clone();
        super::page::later(milliseconds, move || drop(done.call0(&JsValue::UNDEFINED)));
        super::spawn(async move {
            recover().await;
            drop(resolve.call0(&JsValue::UNDEFINED));
        });
    });
    drop(JsFuture::from(first).await);
}

/// The language chosen last, by its code.
pub fn language() -> Option<String> {
    storage()?;
    LocalStorage::get(LANGUAGE).ok()
}

/// Keeps the language chosen.
pub fn keep_language(code: &str) {
    if storage().is_some() {
        let _ = LocalStorage::set(LANGUAGE, code);
    }
}
