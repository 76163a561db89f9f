//! The drafts of this browser: whole and readable in localStorage.
//!
//! Each page that has a draft open keeps its copy under a key of its own, `draft/<draft>/<page>` (see [`super::named`]): no page
//! ever reads, changes and writes back a key that another may write. The draft is all its copies, joined. There is no
//! index that could be damaged. Where storage is refused or full, a copy lives in memory as long as the page does. What
//! cannot be read is never deleted or written over: it is put aside, and what a newer version of the app wrote stays.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::Storage;

use super::bin::Deleted;
use super::named::named;
use super::{copies, newer, with_ids};
use crate::bundle::{BundleError, Notes, StoredCopy, StoredDraft};
use crate::plan::{Plan, RowId};
use crate::sync::State;

/// What keys are of, as [`named`] has it.
const DRAFT: &str = "draft/";
const ASIDE: &str = "damaged/";
const LANGUAGE: &str = "language";

/// How long a draft that is taken out waits for its second copies to go, in milliseconds.
const GIVING_UP: i32 = 10_000;

/// Why a draft could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser refuses storage.
    Blocked,
    /// There is no room left.
    Full,
    /// A newer version of the app is at work, and this one must not write.
    Newer,
}

/// A copy that cannot be read, kept as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The key it is kept under.
    pub key: String,
    /// Its text.
    pub text: String,
    /// Whether a newer version of the app wrote it; else it is damaged.
    pub is_newer: bool,
}

/// This page's copy of a draft, in memory alone: storage did not take its last save.
struct Unstored {
    id: RowId,
    text: String,
    error: StorageError,
}

#[wasm_bindgen]
extern "C" {
    /// localStorage as it takes texts that are JavaScript's already.
    #[wasm_bindgen(js_name = Storage)]
    type TextStorage;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set_text(this: &TextStorage, key: &str, text: &JsString) -> Result<(), JsValue>;
}

thread_local! {
    static UNSTORED: RefCell<Vec<Unstored>> = const { RefCell::new(Vec::new()) };
    /// Copies of other pages, by their keys, that IndexedDB has and localStorage has no room for.
    static BROUGHT: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// localStorage, where the browser lets the page have it. (`LocalStorage::raw` panics where not.)
pub(super) fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

fn stored(key: &str) -> Option<String> {
    let here = storage().and_then(|storage| storage.get_item(key).ok().flatten());
    let brought =
        BROUGHT.with_borrow(|all| all.iter().find(|(of, _)| of == key).map(|(_, text)| text.clone()));
    // Its page may have saved it since.
    let counter = |text: &str| StoredCopy::read(text).map_or(0, |copy| copy.notes.counter);
    match (brought, here) {
        (Some(brought), Some(here)) if counter(&here) > counter(&brought) => Some(here),
        (Some(brought), _) => Some(brought),
        (None, here) => here,
    }
}

/// The name of this page, made at random when it was loaded.
pub fn this_page() -> &'static str {
    thread_local! {
        static NAME: &'static str = with_ids(|ids| ids.next_id()).to_string().leak();
    }
    NAME.with(|name| *name)
}

/// The name of a page's copy of a draft, which IndexedDB has it under. An earlier version of the app had one for each draft;
/// that is the copy of a page without a name.
fn name(id: RowId, page: &str) -> String {
    if page.is_empty() { id.to_string() } else { format!("{id}/{page}") }
}

/// The key of localStorage that has it.
fn key(id: RowId, page: &str) -> String {
    named(&format!("{DRAFT}{}", name(id, page)))
}

/// The draft and the page that the name of a copy names.
fn parts(copy: &str) -> Option<(RowId, &str)> {
    let (id, page) = copy.split_once('/').unwrap_or((copy, ""));
    Some((RowId::parse(id)?, page))
}

/// The draft and the page whose copy another tab's event tells of.
pub fn page_of(key: &str) -> Option<(RowId, &str)> {
    parts(name_of(key)?)
}

/// The name of the copy that a key has.
fn name_of(key: &str) -> Option<&str> {
    key.strip_prefix(named(DRAFT).as_str())
}

/// Whether drafts can be kept at all.
pub fn is_available() -> bool {
    storage().is_some()
}

/// Why a draft is in memory alone, if it is; of all drafts where none is named.
pub fn unstored(id: Option<RowId>) -> Option<StorageError> {
    UNSTORED.with_borrow(|all| all.iter().find(|one| id.is_none_or(|id| one.id == id)).map(|one| one.error))
}

/// All drafts that can be read, the last saved first.
pub fn all() -> Vec<(RowId, StoredDraft)> {
    let mut ids = UNSTORED.with_borrow(|all| all.iter().map(|one| one.id).collect::<Vec<_>>());
    for (id, _) in names(DRAFT).iter().filter_map(|key| page_of(key)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut drafts: Vec<(RowId, StoredDraft)> = Vec::new();
    for (id, draft) in ids.into_iter().filter_map(|id| Some((id, load(id)?))) {
        let older = |(_, other): &(RowId, StoredDraft)| other.notes.saved_at < draft.notes.saved_at;
        let at = drafts.iter().position(older).unwrap_or(drafts.len());
        drafts.insert(at, (id, draft));
    }
    drafts
}

fn names(of: &str) -> Vec<String> {
    let prefix = named(of);
    let mut names: Vec<String> = BROUGHT.with_borrow(|all| all.iter().map(|(key, _)| key.clone()).collect());
    if let Some(storage) = storage() {
        let count = storage.length().unwrap_or_default();
        let stored = (0..count).filter_map(|at| storage.key(at).ok().flatten());
        names.extend(
            stored.filter(|key| !BROUGHT.with_borrow(|all| all.iter().any(|(known, _)| known == key))),
        );
    }
    names.retain(|key| key.starts_with(&prefix));
    names
}

/// How many characters localStorage has, keys and all; nothing where it is refused.
pub(super) fn characters() -> Option<u64> {
    let storage = storage()?;
    let length = |text: &str| js_sys::JsString::from(text).length();
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    let all = keys.map(|key| u64::from(length(&key) + stored(&key).map_or(0, |text| length(&text))));
    Some(all.sum())
}

/// All texts that localStorage has of drafts, readable or not.
pub(super) fn all_texts() -> Vec<String> {
    let keys = names(DRAFT).into_iter().chain(names(ASIDE));
    let unstored = UNSTORED.with_borrow(|all| all.iter().map(|one| one.text.clone()).collect::<Vec<_>>());
    keys.filter_map(|key| stored(&key)).chain(unstored).collect()
}

/// What this browser has of a draft.
#[derive(Default)]
pub struct Found {
    /// The copies, each with the name of its page.
    pub copies: Vec<(String, StoredCopy)>,
    /// Whether a newer version of the app keeps a copy as well.
    pub is_newer: bool,
}

/// The copies of a draft, each read once.
pub fn found(id: RowId) -> Found {
    let mut found = Found::default();
    let names = names(DRAFT);
    for (_, page) in names.iter().filter_map(|key| page_of(key)).filter(|(draft, _)| *draft == id) {
        match read_copy(id, page) {
            Some(Ok(copy)) => found.copies.push((page.to_owned(), copy)),
            Some(Err(error)) => found.is_newer |= is_of_newer(&error),
            None => {}
        }
    }
    // What storage did not take is this page's own newest state.
    let unstored =
        UNSTORED.with_borrow(|all| all.iter().find(|one| one.id == id).map(|one| one.text.clone()));
    if let Some(copy) = unstored.and_then(|text| StoredCopy::read(&text).ok()) {
        found.copies.retain(|(page, _)| page != this_page());
        found.copies.push((this_page().to_owned(), copy));
    }
    found
}

/// The copies of a draft, each with the name of its page.
pub fn copies_of(id: RowId) -> Vec<(String, StoredCopy)> {
    found(id).copies
}

/// A page's copy of a draft, as it is stored. A damaged one is moved aside, once it is safe there.
pub fn copy_of(id: RowId, page: &str) -> Option<StoredCopy> {
    read_copy(id, page)?.ok()
}

fn read_copy(id: RowId, page: &str) -> Option<Result<StoredCopy, BundleError>> {
    let key = key(id, page);
    let text = stored(&key)?;
    let copy = StoredCopy::read(&text);
    if copy.as_ref().is_err_and(|error| !is_of_newer(error)) {
        let storage = storage().filter(|_| !newer::is_met())?;
        // Several may be found in the same millisecond.
        if storage.set_item(&named(&format!("{ASIDE}{id}-{page}-{}", super::now())), &text).is_ok() {
            let _ = storage.remove_item(&key);
        }
    }
    Some(copy)
}

fn is_of_newer(error: &BundleError) -> bool {
    matches!(error, BundleError::NewerVersion { .. })
}

/// One draft: all its copies, joined.
pub fn load(id: RowId) -> Option<StoredDraft> {
    let copies = copies_of(id).into_iter().map(|(_, copy)| copy);
    with_ids(|ids| StoredDraft::of(copies, ids.lend()))
}

/// Whether anything is stored of a draft, readable or not.
pub fn is_here(id: RowId) -> bool {
    unstored(Some(id)).is_some()
        || names(DRAFT).iter().any(|key| page_of(key).is_some_and(|(of, _)| of == id))
}

/// Whether a newer version of the app keeps a copy of this draft: this one must not write to it.
pub fn is_newer(id: RowId) -> bool {
    found(id).is_newer
}

/// What could not be read: put aside, or where there was no room for that, still in its place.
pub fn unreadable() -> Vec<Kept> {
    let kept = |key: String, is_newer| Some(Kept { text: stored(&key)?, key, is_newer });
    let in_place = names(DRAFT).into_iter().filter_map(|key| match StoredCopy::read(&stored(&key)?) {
        Ok(_) => None,
        Err(error) => kept(key, is_of_newer(&error)),
    });
    names(ASIDE).into_iter().filter_map(|key| kept(key, false)).chain(in_place).collect()
}

/// What cannot be read in IndexedDB and is nowhere else: second copies, and those of these drafts that were deleted.
pub async fn unreadable_beside(deleted: &[Deleted]) -> Vec<Kept> {
    let is_damaged = |text: &str| match StoredCopy::read(text) {
        Ok(_) => false,
        Err(error) => !is_of_newer(&error),
    };
    let copies = copies::all().await.unwrap_or_default().into_iter();
    let copies = copies.map(|(name, text)| (named(&format!("{DRAFT}{name}")), text));
    let copies = copies.filter(|(key, _)| stored(key).is_none());
    let deleted = deleted.iter().map(|of| (named(&format!("deleted/{}", of.id)), of.text.clone()));
    let damaged = copies.chain(deleted).filter(|(_, text)| is_damaged(text));
    damaged.map(|(key, text)| Kept { key, text, is_newer: false }).collect()
}

/// Keeps this page's copy of a draft, here and in IndexedDB. Where that fails it stays in memory.
pub fn save(id: RowId, plan: RowId, notes: &Notes, state: &State) -> Result<(), StorageError> {
    put(id, notes.write(plan, state))
}

/// Keeps a new draft of a plan.
pub fn save_new(id: RowId, draft: &StoredDraft) -> Result<(), StorageError> {
    save(id, draft.plan.id, &draft.notes, &draft.state)
}

/// Keeps the text of this page's copy of a draft, as [`take`] gave it.
pub fn put(id: RowId, text: String) -> Result<(), StorageError> {
    // The browser may still call into an app that has stopped.
    if super::page::has_stopped() {
        return Err(StorageError::Blocked);
    }
    let key = key(id, this_page());
    // Once for both places: it may be long.
    let script_text = JsString::from(text.as_str());
    let kept = match storage() {
        _ if newer::is_met() => Err(StorageError::Newer),
        None => Err(StorageError::Blocked),
        Some(storage) => storage
            .unchecked_into::<TextStorage>()
            .set_text(&key, &script_text)
            .map_err(|_| StorageError::Full),
    };
    UNSTORED.with_borrow_mut(|all| {
        all.retain(|one| one.id != id);
        all.extend(kept.err().map(|error| Unstored { id, text, error }));
    });
    copies::put_soon(name(id, this_page()), script_text);
    kept
}

/// Keeps now what waits for the next task: the page may be going.
pub fn put_now() {
    copies::put_now();
}

/// Forgets a page's copy: what was in it is kept elsewhere now.
pub fn forget_copy(id: RowId, page: &str) {
    if newer::is_met() {
        return;
    }
    let key = key(id, page);
    BROUGHT.with_borrow_mut(|all| all.retain(|(of, _)| *of != key));
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key);
    }
    let name = name(id, page);
    super::spawn(async move { drop(copies::give_up(&name).await) });
}

/// The text of a draft, all its copies together.
pub fn text_of(id: RowId) -> Option<String> {
    load(id).map(|draft| draft.notes.write(draft.plan.id, &draft.state))
}

/// Takes a draft out of this browser, and returns its text, to [`put`] back.
pub async fn take(id: RowId) -> Option<String> {
    let text = text_of(id)?;
    let pages: Vec<String> = copies_of(id).into_iter().map(|(page, _)| page).collect();
    // The second copies first: else a page that goes in between finds the draft in them again.
    let names = pages.iter().map(|page| key(id, page));
    let names: Vec<String> = names.filter_map(|key| name_of(&key).map(str::to_owned)).collect();
    let given_up = async move {
        for name in names {
            drop(copies::give_up(&name).await);
        }
    };
    super::within(GIVING_UP, given_up).await;
    for page in pages {
        forget_copy(id, &page);
    }
    UNSTORED.with_borrow_mut(|all| all.retain(|one| one.id != id));
    Some(text)
}

/// Gives a draft another name.
pub fn rename(id: RowId, name: &str) {
    let Some(draft) = load(id) else { return };
    let own = copies_of(id).into_iter().find(|(page, _)| page == this_page()).map(|(_, copy)| copy.state);
    let notes = Notes {
        name: name.to_owned(),
        counter: draft.notes.counter + 1,
        saved_at: super::now(),
        ..draft.notes
    };
    // Where that fails, the page says so.
    let _ = save(id, draft.plan.id, &notes, &own.unwrap_or_default());
}

/// Keeps a plan as a new draft, and returns the draft's id.
pub fn keep_plan(plan: Plan, notes: Notes) -> RowId {
    let draft = StoredDraft::of_plan(plan, notes);
    keep(draft.plan.id, draft.notes, &draft.state)
}

/// Keeps the answers of the plan of this id as a new draft, and returns the draft's id.
pub fn keep(plan: RowId, notes: Notes, state: &State) -> RowId {
    let id = with_ids(|ids| ids.next_id());
    // Where storage fails the draft lives in memory, and its page says so.
    let _ = save(id, plan, &Notes { counter: 1, saved_at: super::now(), ..notes }, state);
    id
}

/// Brings back from IndexedDB what localStorage lost: copies it lacks, and those saved more often there. Pages that are
/// shown already hear of it as of another tab's save.
async fn recover() {
    let Ok(copies) = copies::everything().await else { return };
    for copies::Copy { name, text, given_up } in copies {
        let Some((id, page)) = parts(&name) else { continue };
        let key = key(id, page);
        // Most say the same in both places, and reading takes its time.
        if stored(&key).as_ref() == Some(&text) {
            continue;
        }
        let Ok(copy) = StoredCopy::read(&text) else { continue };
        let is_behind = match copy_of(id, page) {
            Some(here) => here.notes.counter < copy.notes.counter,
            // What stands there cannot be read, and could not be put aside, or a newer version of the app wrote it.
            None if stored(&key).is_some() => false,
            // What was given up is wanted only where an earlier state of it came back: that alone would be taken for
            // something else that somebody wrote.
            None => given_up.is_none(),
        };
        if is_behind && page != this_page() && !newer::is_met() {
            if storage().is_none_or(|storage| storage.set_item(&key, &text).is_err()) {
                // There is no room: it counts all the same, as long as this page is there.
                BROUGHT.with_borrow_mut(|all| all.push((key.clone(), text)));
            }
            super::page::tell_of_stored(&key);
        }
    }
    super::spawn(async { drop(copies::forget_given_up().await) });
}

/// [`recover`], but no longer than so many milliseconds.
pub async fn recover_within(milliseconds: i32) {
    super::within(milliseconds, recover()).await;
}

/// The language chosen last, by its code.
pub fn language() -> Option<String> {
    storage()?;
    LocalStorage::get(named(LANGUAGE)).ok()
}

/// Keeps the language chosen.
pub fn keep_language(code: &str) {
    if storage().is_some() && !newer::is_met() {
        let _ = LocalStorage::set(named(LANGUAGE), code);
    }
}
