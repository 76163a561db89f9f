//! Drafts that were deleted, kept in IndexedDB for a while: under their ids, the moment and the text of each.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbObjectStore, IdbTransactionMode};

use super::copies::{self, BIN, answer};
use super::with_ids;
use crate::bundle::{DELETED_STAYS, StoredCopy, StoredDraft};
use crate::plan::RowId;

/// A draft that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// The draft.
    pub id: RowId,
    /// When it was deleted, in milliseconds since 1970.
    pub at: i64,
    /// Its text, as [`drafts::take`](super::drafts::take) gave it.
    pub text: String,
}

impl Deleted {
    /// The draft in it; nothing where it cannot be read.
    pub fn draft(&self) -> Option<StoredDraft> {
        let copy = StoredCopy::read(&self.text).ok()?;
        with_ids(|ids| StoredDraft::of([copy], ids.lend()))
    }
}

/// Keeps a draft that is deleted now. Where the browser has no IndexedDB, it is gone.
pub async fn put(id: RowId, text: String) {
    let kept = async {
        #[expect(clippy::cast_precision_loss, reason = "moments lie far below 2^53 ms")]
        let at = super::now() as f64;
        let value = Array::of2(&at.into(), &text.into());
        let store = store(IdbTransactionMode::Readwrite).await?;
        copies::kept(&store.put_with_key(&value, &id.as_str().into())?).await
    };
    drop(kept.await);
}

/// Forgets a deleted draft: it is back, or its time is over.
pub async fn remove(id: RowId) {
    let removed = async {
        // A draft that is back is kept as such first.
        copies::put_waiting().await;
        let store = store(IdbTransactionMode::Readwrite).await?;
        answer(&store.delete(&id.as_str().into())?).await
    };
    drop(removed.await);
}

/// The drafts deleted within [`DELETED_STAYS`], the last one first. Older ones are forgotten.
pub async fn all() -> Vec<Deleted> {
    let (mut kept, mut over) = (Vec::new(), Vec::new());
    for deleted in read_all().await.unwrap_or_default() {
        // A clock that was set back makes nothing older.
        let is_over = super::now() - deleted.at > DELETED_STAYS;
        if is_over { over.push(deleted.id) } else { kept.push(deleted) }
    }
    for id in over {
        remove(id).await;
    }
    kept.sort_by_key(|of| std::cmp::Reverse(of.at));
    kept
}

async fn read_all() -> Result<Vec<Deleted>, JsValue> {
    let store = store(IdbTransactionMode::Readonly).await?;
    let (keys, values) = (store.get_all_keys()?, store.get_all()?);
    let keys: Array = answer(&keys).await?.unchecked_into();
    let values: Array = answer(&values).await?.unchecked_into();
    let deleted = |(key, value): (JsValue, JsValue)| {
        let value: Array = value.dyn_into().ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "a moment is a whole number of milliseconds")]
        let at = value.get(0).as_f64()? as i64;
        Some(Deleted { id: RowId::parse(&key.as_string()?)?, at, text: value.get(1).as_string()? })
    };
    Ok(keys.iter().zip(values.iter()).filter_map(deleted).collect())
}

async fn store(mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    copies::store(BIN, mode).await
}
