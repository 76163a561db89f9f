//! The bytes of files that go with plans, in IndexedDB under their digests: the moment they were kept, and an
//! ArrayBuffer. (Safari has failed on stored Blobs.) Several drafts and versions may name the same bytes; those that
//! nothing names any more are forgotten after a while.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbObjectStore, IdbTransactionMode};

use super::copies::{self, BIN, BLOBS, VERSIONS, answer};
use super::drafts;
use crate::bundle::FileBytes;
use crate::enclosures;
use crate::plan::Enclosure;

/// How long bytes stay that nothing names: undoing may name them again.
const UNNAMED_STAYS: i64 = 24 * 60 * 60 * 1000;

thread_local! {
    /// The digests of what is kept, as far as this page knows.
    static HERE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Whether the bytes of this digest are kept here; known once [`look`] was called.
pub fn is_here(sha256: &str) -> bool {
    HERE.with_borrow(|here| here.iter().any(|known| known == sha256))
}

/// Looks which bytes are kept here. Says whether there are some that this page did not know of.
pub async fn look() -> bool {
    let keys = async {
        let store = store(IdbTransactionMode::Readonly).await?;
        answer(&store.get_all_keys()?).await
    };
    let Ok(keys) = keys.await else { return false };
    let found: Vec<String> =
        keys.unchecked_into::<Array>().iter().filter_map(|key| key.as_string()).collect();
    let has_new = found.iter().any(|key| !is_here(key));
    HERE.set(found);
    has_new
}

/// Keeps a file's bytes. Says whether they are kept.
pub async fn put(file: &FileBytes) -> bool {
    let kept = async {
        let bytes = Uint8Array::from(file.bytes.as_slice()).buffer();
        #[expect(clippy::cast_precision_loss, reason = "moments lie far below 2^53 ms")]
        let at = super::now() as f64;
        let value = Array::of2(&at.into(), &bytes);
        let store = store(IdbTransactionMode::Readwrite).await?;
        copies::kept(&store.put_with_key(&value, &file.sha256.as_str().into())?).await
    };
    let is_kept = kept.await.is_ok();
    if is_kept && !is_here(&file.sha256) {
        HERE.with_borrow_mut(|here| here.push(file.sha256.clone()));
    }
    is_kept
}

/// The bytes of this digest. Nothing where they are not kept here, or damaged.
pub async fn get(sha256: &str) -> Option<FileBytes> {
    let found = async {
        let store = store(IdbTransactionMode::Readonly).await?;
        answer(&store.get(&sha256.into())?).await
    };
    let value: Array = found.await.ok()?.dyn_into().ok()?;
    let bytes = Uint8Array::new(&value.get(1).dyn_into::<ArrayBuffer>().ok()?.into()).to_vec();
    let is_sound = enclosures::sha256(&bytes) == sha256;
    if !is_sound {
        HERE.with_borrow_mut(|here| here.retain(|known| known != sha256));
    }
    is_sound.then(|| FileBytes { sha256: sha256.to_owned(), bytes })
}

/// Lets bytes stay a while longer, though nothing may name them from now on.
pub async fn stay(sha256: &str) {
    if let Some(file) = get(sha256).await {
        put(&file).await;
    }
}

/// The bytes of these files, as far as they are kept here.
pub async fn all_of(files: &[Enclosure]) -> Vec<FileBytes> {
    let mut found = Vec::new();
    for file in files {
        found.extend(get(&file.sha256).await);
    }
    found
}

/// Forgets the bytes that no draft, version or deleted draft names, and that were not kept lately.
pub async fn forget_unnamed() {
    let forgotten = async {
        let store = store(IdbTransactionMode::Readonly).await?;
        let keys = answer(&store.get_all_keys()?).await?;
        let keys: Vec<String> =
            keys.unchecked_into::<Array>().iter().filter_map(|key| key.as_string()).collect();
        if keys.is_empty() {
            return Ok(());
        }
        // Wherever a text has the digest, the file may be wanted again.
        let mut texts = drafts::all_texts();
        texts.extend(copies::all().await?.into_iter().map(|(_, text)| text));
        for name in [VERSIONS, BIN] {
            let store = copies::store(name, IdbTransactionMode::Readonly).await?;
            let values = answer(&store.get_all()?).await?;
            // What is damaged may be anything.
            let values = values.unchecked_into::<Array>();
            for parts in values.iter().filter_map(|value| value.dyn_into::<Array>().ok()) {
                texts.extend(parts.iter().filter_map(|part| part.as_string()));
            }
        }
        for key in keys.iter().filter(|key| !texts.iter().any(|text| text.contains(key.as_str()))) {
            // In one transaction: another tab may be keeping them anew.
            let store = self::store(IdbTransactionMode::Readwrite).await?;
            let value = answer(&store.get(&key.into())?).await?;
            let at =
                value.dyn_into::<Array>().ok().and_then(|value| value.get(0).as_f64()).unwrap_or_default();
            #[expect(clippy::cast_possible_truncation, reason = "a moment is a whole number of milliseconds")]
            let age = super::now() - at as i64;
            // A clock that was set back makes nothing older.
            if age > UNNAMED_STAYS {
                answer(&store.delete(&key.into())?).await?;
            }
        }
        Ok::<(), JsValue>(())
    };
    drop(forgotten.await);
}

async fn store(mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    copies::store(BLOBS, mode).await
}
