//! The drafts of this browser: whole and readable in localStorage, each under a key of its own.
//!
//! There is no index that could be damaged. Where storage is refused or full, drafts live in memory as long as the
//! page does. What cannot be read is never deleted or written over: it is put aside, and a draft of a newer version
//! of the app stays where it is.

use std::cell::{Cell, RefCell};

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use super::{copies, with_ids};
use crate::bundle::{BundleError, Notes, StoredDraft};
use crate::plan::{Plan, RowId};

const DRAFT: &str = "plan-ouvert/draft/";
const ASIDE: &str = "plan-ouvert/damaged/";
const LANGUAGE: &str = "plan-ouvert/language";

/// Why a draft could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser refuses storage.
    Blocked,
    /// There is no room left.
    Full,
}

/// A draft that cannot be read, kept as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The key it is kept under.
    pub key: String,
    /// Its text.
    pub text: String,
    /// Whether a newer version of the app wrote it; else it is damaged.
    pub is_newer: bool,
}

/// A draft in memory alone: storage did not take its last save.
struct Unstored {
    id: RowId,
    text: String,
    error: StorageError,
}

thread_local! {
    static UNSTORED: RefCell<Vec<Unstored>> = const { RefCell::new(Vec::new()) };
    /// The draft that this page shows; nothing may change it from below.
    static OPEN: Cell<Option<RowId>> = const { Cell::new(None) };
}

/// localStorage, where the browser lets the page have it. (`LocalStorage::raw` panics where not.)
pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// The key of a draft in localStorage.
pub fn key(id: RowId) -> String {
    format!("{DRAFT}{id}")
}

/// Whether drafts can be kept at all.
pub fn is_available() -> bool {
    storage().is_some()
}

/// Why a draft is in memory alone, if it is; of all drafts where none is named.
pub fn unstored(id: Option<RowId>) -> Option<StorageError> {
    UNSTORED.with_borrow(|all| all.iter().find(|one| id.is_none_or(|id| one.id == id)).map(|one| one.error))
}

/// Forgets what is in memory of a draft: it is kept elsewhere now.
pub fn forget_unstored(id: RowId) {
    UNSTORED.with_borrow_mut(|all| all.retain(|one| one.id != id));
}

/// Names the draft that the page shows from now on, or none.
pub fn set_open(id: Option<RowId>) {
    OPEN.set(id);
}

/// All drafts that can be read, the last saved first.
pub fn all() -> Vec<(RowId, StoredDraft)> {
    let in_memory = UNSTORED.with_borrow(|all| all.iter().map(|one| one.id).collect::<Vec<_>>());
    let mut drafts: Vec<(RowId, StoredDraft)> = Vec::new();
    let ids = keys(DRAFT).into_iter().chain(in_memory);
    for (id, draft) in ids.filter_map(|id| Some((id, load(id)?))) {
        if drafts.iter().all(|(known, _)| *known != id) {
            let older = |(_, other): &(RowId, StoredDraft)| other.notes.saved_at < draft.notes.saved_at;
            let at = drafts.iter().position(older).unwrap_or(drafts.len());
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

fn read(text: &str) -> Result<StoredDraft, BundleError> {
    with_ids(|ids| StoredDraft::read(text, ids.lend()))
}

/// One draft: from memory where storage did not take its last save, else from storage. Where another tab saved the
/// draft meanwhile, the text in memory becomes a draft beside it.
pub fn load(id: RowId) -> Option<StoredDraft> {
    let in_storage = stored(&key(id)).and_then(|text| read_or_put_aside(id, &text));
    let unstored =
        UNSTORED.with_borrow(|all| all.iter().find(|one| one.id == id).map(|one| one.text.clone()));
    let Some((text, in_memory)) = unstored.and_then(|text| read(&text).ok().map(|draft| (text, draft)))
    else {
        return in_storage;
    };
    match in_storage {
        Some(stored) if stored.notes.counter >= in_memory.notes.counter => {
            forget_unstored(id);
            let _ = put(with_ids(|ids| ids.next_id()), text);
            Some(stored)
        }
        _ => Some(in_memory),
    }
}

/// Reads a draft from storage. A damaged one is moved aside, once it is safe there.
fn read_or_put_aside(id: RowId, text: &str) -> Option<StoredDraft> {
    match read(text) {
        Ok(draft) => Some(draft),
        Err(BundleError::NewerVersion { .. }) => None,
        Err(_) => {
            let storage = storage()?;
            if storage.set_item(&format!("{ASIDE}{id}-{}", super::now()), text).is_ok() {
                let _ = storage.remove_item(&key(id));
            }
            None
        }
    }
}

/// Keeps a draft's text aside before anything is changed in it: once for each draft, where it was read in part.
pub fn keep_aside(id: RowId) {
    let aside = format!("{ASIDE}{id}");
    if let (Some(storage), Some(text), None) = (storage(), stored(&key(id)), stored(&aside)) {
        // Where there is no room for it, there is none for a save over it either.
        let _ = storage.set_item(&aside, &text);
    }
}

/// Whether storage holds something for this draft that cannot be read: it must not be written over.
pub fn is_unreadable(id: RowId) -> bool {
    stored(&key(id)).is_some_and(|text| read(&text).is_err())
}

/// What could not be read: put aside, or where there was no room for that, still in its place.
pub fn unreadable() -> Vec<Kept> {
    let kept = |key: String, is_newer| Some(Kept { text: stored(&key)?, key, is_newer });
    let in_place = names(DRAFT).into_iter().filter_map(|key| match read(&stored(&key)?) {
        Ok(_) => None,
        Err(error) => kept(key, matches!(error, BundleError::NewerVersion { .. })),
    });
    names(ASIDE).into_iter().filter_map(|key| kept(key, false)).chain(in_place).collect()
}

/// Keeps a draft, here and in IndexedDB. Where that fails it stays in memory.
pub fn save(id: RowId, notes: &Notes, plan: &Plan) -> Result<(), StorageError> {
    put(id, notes.write(plan))
}

/// Keeps a draft's text, as [`take`] gave it.
pub fn put(id: RowId, text: String) -> Result<(), StorageError> {
    let kept = put_here(id, &text);
    super::spawn(async move { drop(copies::put(id, text).await) });
    kept
}

/// Keeps a draft's text in localStorage, else in memory.
fn put_here(id: RowId, text: &str) -> Result<(), StorageError> {
    let kept = match storage() {
        None => Err(StorageError::Blocked),
        Some(storage) => storage.set_item(&key(id), text).map_err(|_| StorageError::Full),
    };
    UNSTORED.with_borrow_mut(|all| {
        all.retain(|one| one.id != id);
        all.extend(kept.err().map(|error| Unstored { id, text: text.to_owned(), error }));
    });
    kept
}

/// Takes a draft out of this browser, and returns its text, to [`put`] back.
pub fn take(id: RowId) -> Option<String> {
    let draft = load(id)?;
    forget_unstored(id);
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(id));
    }
    super::spawn(async move { drop(copies::remove(id).await) });
    Some(draft.notes.write(&draft.plan))
}

/// Brings back from IndexedDB what localStorage lost: drafts it lacks, and those saved more often there. One that is
/// open already stays as it is; its lost state becomes a draft beside it.
async fn recover() {
    let Ok(copies) = copies::all().await else { return };
    for (id, text) in copies {
        let Ok(copy) = read(&text) else { continue };
        match load(id) {
            Some(draft) if draft.notes.counter >= copy.notes.counter => {}
            // What stands there cannot be read, and could not be put aside.
            None if stored(&key(id)).is_some() => {}
            _ if OPEN.get() == Some(id) => {
                let beside = with_ids(|ids| ids.next_id());
                let _ = put(beside, text);
            }
            _ => {
                let _ = put_here(id, &text);
            }
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
