//! Versions of drafts, kept in IndexedDB beside the second copies: a key of draft and moment; why it was kept, its name
//! and its text.

use std::cell::Cell;

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbTransactionMode};

use super::copies::{self, VERSIONS, answer};
use super::{bin, drafts, with_ids};
use crate::bundle::{StoredCopy, StoredDraft, Why, surplus};
use crate::plan::{Plan, RowId};

/// Milliseconds within which versions are told apart by counting.
const SAME_MOMENT: i64 = 1000;

/// A version of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was kept, in milliseconds since 1970; no two of a draft have the same.
    pub at: i64,
    /// Why it was kept.
    pub why: Why,
    /// The name somebody gave it; may be empty.
    pub name: String,
    /// The draft, as [`crate::bundle::Notes::write`] writes it.
    pub text: String,
}

impl Version {
    /// The plan in it; nothing where it cannot be read.
    pub fn plan(&self) -> Option<Plan> {
        self.draft().map(|stored| stored.plan)
    }

    /// The draft in it, with all that stood beside each other; nothing where it cannot be read.
    pub fn draft(&self) -> Option<StoredDraft> {
        let copy = StoredCopy::read(&self.text).ok()?;
        with_ids(|ids| StoredDraft::of([copy], ids.lend()))
    }
}

/// Keeps a draft's text as it is now; where there are too many, others give way. Says whether it is kept.
pub async fn keep(draft: RowId, why: Why, name: &str, text: String) -> bool {
    let version = Version { at: new_moment(), why, name: name.to_owned(), text };
    if put(draft, &version).await.is_err() {
        return false;
    }
    let kept: Vec<(i64, Why)> = all_of(draft).await.iter().map(|of| (of.at, of.why)).collect();
    for at in surplus(&kept, version.at) {
        remove(draft, at).await;
    }
    true
}

/// A moment that no other version of this page has: several may be kept in the same millisecond, one of them from before a
/// change and one from after.
fn new_moment() -> i64 {
    thread_local! {
        static LAST: Cell<i64> = const { Cell::new(0) };
    }
    let (now, last) = (super::now(), LAST.get());
    // Just after the last one; but a clock that was set back counts from where it is.
    let at = if (last - SAME_MOMENT..=last).contains(&now) { last + 1 } else { now };
    LAST.set(at);
    at
}

/// The versions of a draft, the last one first; none where the browser keeps none.
pub async fn all_of(draft: RowId) -> Vec<Version> {
    read_all(draft).await.unwrap_or_default()
}

/// The moment of the version that was kept last, without reading any.
pub async fn last_at(draft: RowId) -> Option<i64> {
    let keys =
        store(IdbTransactionMode::Readonly).await.ok()?.get_all_keys_with_key(&range(draft).ok()?).ok()?;
    let keys: Array = answer(&keys).await.ok()?.unchecked_into();
    keys.iter().filter_map(|key| read_key(&key)).map(|(_, at)| at).max()
}

/// The version of this moment.
pub async fn of_moment(draft: RowId, at: i64) -> Option<Version> {
    let value = store(IdbTransactionMode::Readonly).await.ok()?.get(&key(draft, at)).ok()?;
    version(at, answer(&value).await.ok()?)
}

/// Forgets a version.
pub async fn remove(draft: RowId, at: i64) {
    let removed = async {
        let store = store(IdbTransactionMode::Readwrite).await?;
        answer(&store.delete(&key(draft, at))?).await
    };
    drop(removed.await);
}

/// Puts back what was removed. Says whether it is there.
pub async fn put_back(draft: RowId, version: &Version) -> bool {
    put(draft, version).await.is_ok()
}

/// Forgets the versions of drafts that this browser has no longer, neither here nor as a copy nor among the deleted.
pub async fn forget_gone() {
    let forgotten = async {
        let keys = answer(&store(IdbTransactionMode::Readonly).await?.get_all_keys()?).await?;
        let mut drafts_kept = Vec::new();
        for (draft, _) in keys.unchecked_into::<Array>().iter().filter_map(|key| read_key(&key)) {
            if !drafts_kept.contains(&draft) {
                drafts_kept.push(draft);
            }
        }
        if drafts_kept.is_empty() {
            return Ok(());
        }
        let copies: Vec<String> = copies::all().await?.into_iter().map(|(name, _)| name).collect();
        let deleted = bin::all().await;
        let is_there = |id: RowId| {
            copies.iter().any(|name| name.starts_with(id.as_str()))
                || drafts::is_here(id)
                || deleted.iter().any(|deleted| deleted.id == id)
        };
        for draft in drafts_kept.into_iter().filter(|id| !is_there(*id)) {
            let store = store(IdbTransactionMode::Readwrite).await?;
            answer(&store.delete(&range(draft)?)?).await?;
        }
        Ok::<(), JsValue>(())
    };
    drop(forgotten.await);
}

async fn put(draft: RowId, version: &Version) -> Result<(), JsValue> {
    let value =
        Array::of3(&version.why.key().into(), &version.name.as_str().into(), &version.text.as_str().into());
    let store = store(IdbTransactionMode::Readwrite).await?;
    copies::kept(&store.put_with_key(&value, &key(draft, version.at))?).await
}

async fn read_all(draft: RowId) -> Result<Vec<Version>, JsValue> {
    let store = store(IdbTransactionMode::Readonly).await?;
    let range = range(draft)?;
    let (keys, values) = (store.get_all_keys_with_key(&range)?, store.get_all_with_key(&range)?);
    let keys: Array = answer(&keys).await?.unchecked_into();
    let values: Array = answer(&values).await?.unchecked_into();
    let read = |(key, value): (JsValue, JsValue)| version(read_key(&key)?.1, value);
    let mut all: Vec<Version> = keys.iter().zip(values.iter()).filter_map(read).collect();
    all.sort_by_key(|of| std::cmp::Reverse(of.at));
    Ok(all)
}

/// The version that a value of the store is.
fn version(at: i64, value: JsValue) -> Option<Version> {
    let value: Array = value.dyn_into().ok()?;
    let text = |at| value.get(at).as_string();
    Some(Version { at, why: Why::of(&text(0)?), name: text(1)?, text: text(2)? })
}

async fn store(mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    copies::store(VERSIONS, mode).await
}

fn key(draft: RowId, at: i64) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "moments lie far below 2^53 ms")]
    let at = at as f64;
    Array::of2(&draft.as_str().into(), &at.into()).into()
}

fn read_key(key: &JsValue) -> Option<(RowId, i64)> {
    let key: &Array = key.dyn_ref()?;
    #[expect(clippy::cast_possible_truncation, reason = "a moment is a whole number of milliseconds")]
    let at = key.get(1).as_f64()? as i64;
    Some((RowId::parse(&key.get(0).as_string()?)?, at))
}

/// All keys of a draft: a list is less than the same with more in it, and a list greater than any number.
fn range(draft: RowId) -> Result<JsValue, JsValue> {
    let draft: JsValue = draft.as_str().into();
    let (first, last) = (Array::of1(&draft), Array::of2(&draft, &Array::new()));
    IdbKeyRange::bound(&first, &last).map(JsValue::from)
}
