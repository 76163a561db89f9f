//! The second place of every page's copy of a draft: IndexedDB, with strict durability.
//!
//! A browser that is killed may lose the last minute of localStorage; IndexedDB loses next to nothing. Written by
//! hand over web-sys, because the crates that offer strict durability bring a dozen others. The same database holds the
//! versions that are kept of drafts (`versions`), the drafts that were deleted (`bin`) and the files of plans (`blobs`).

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use super::newer;

const DATABASE: &str = "plan-ouvert";
/// Which stores the database has; a greater number brings those it lacks, and touches no other.
const LAYOUT: u32 = 4;
pub(super) const STORE: &str = "drafts";
/// The store of the versions kept of drafts.
pub(super) const VERSIONS: &str = "versions";
/// The store of the drafts that were deleted.
pub(super) const BIN: &str = "bin";
/// The store of the bytes of files that go with plans.
pub(super) const BLOBS: &str = "files";

/// Keeps the text of a copy under its name.
pub async fn put(name: &str, text: String) -> Result<(), JsValue> {
    let store = store(STORE, IdbTransactionMode::Readwrite).await?;
    kept(&store.put_with_key(&text.into(), &name.into())?).await
}

/// Forgets a copy.
pub async fn remove(name: &str) -> Result<(), JsValue> {
    let store = store(STORE, IdbTransactionMode::Readwrite).await?;
    answer(&store.delete(&name.into())?.unchecked_into()).await.map(drop)
}

/// All copies kept, by their names.
pub async fn all() -> Result<Vec<(String, String)>, JsValue> {
    let store = store(STORE, IdbTransactionMode::Readonly).await?;
    let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
    let keys: Array = answer(&keys).await?.unchecked_into();
    let texts: Array = answer(&texts).await?.unchecked_into();
    let pairs = keys.iter().zip(texts.iter());
    Ok(pairs.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

/// A store, in a transaction of its own.
pub(super) async fn store(name: &'static str, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    thread_local! {
        static OPEN: std::cell::RefCell<Option<IdbDatabase>> = const { std::cell::RefCell::new(None) };
    }
    if mode == IdbTransactionMode::Readwrite && newer::is_met() {
        return Err(JsValue::NULL);
    }
    let begin = |database: &IdbDatabase| {
        // web-sys has the options of a transaction only behind a flag of the compiler.
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction: Function = Reflect::get(database, &"transaction".into())?.unchecked_into();
        let begun = transaction.call3(database, &name.into(), &mode.into(), &options)?;
        begun.unchecked_into::<IdbTransaction>().object_store(name)
    };
    if let Some(store) = OPEN.with_borrow(|open| open.as_ref().and_then(|database| begin(database).ok())) {
        return Ok(store);
    }
    // None open yet, or the browser closed it under memory pressure.
    let database = open().await?;
    let store = begin(&database);
    OPEN.set(Some(database));
    store
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    let request: IdbOpenDbRequest = factory.ok_or(JsValue::NULL)?.open_with_u32(DATABASE, LAYOUT)?;
    let upgrading = request.clone();
    let upgrade = Closure::once(move || {
        if let Ok(database) = upgrading.result().map(wasm_bindgen::JsCast::unchecked_into::<IdbDatabase>) {
            let there = database.object_store_names();
            for name in [STORE, VERSIONS, BIN, BLOBS].into_iter().filter(|name| !there.contains(name)) {
                let _ = database.create_object_store(name);
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let database = answer(&request).await.inspect_err(|error| {
        let is_newer = |error: &web_sys::DomException| error.name() == "VersionError";
        if request.error().ok().flatten().as_ref().or(error.dyn_ref()).is_some_and(is_newer) {
            newer::meet();
        }
    })?;
    let database: IdbDatabase = database.unchecked_into();
    let closing = database.clone();
    let close = Closure::once_into_js(move |event: web_sys::IdbVersionChangeEvent| {
        closing.close();
        // Deleted, it will be made anew; else a newer version of the app has more in it.
        if event.new_version().is_some() {
            newer::meet();
        }
    });
    database.set_onversionchange(Some(close.unchecked_ref()));
    Ok(database)
}

/// The answer to a request, once it is there.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}

/// Waits until what a request writes is kept. The request may succeed and its transaction fail: whether there is room
/// browsers look only at its end.
pub(super) async fn kept(request: &IdbRequest) -> Result<(), JsValue> {
    let transaction = request.transaction().ok_or(JsValue::NULL)?;
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(promise).await.map(drop)
}
