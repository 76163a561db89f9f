//! The second place of every page's copy of a draft: IndexedDB, with strict durability.
//!
//! A browser that is killed may lose the last minute of localStorage; IndexedDB loses next to nothing. Written by
//! hand over web-sys, because the crates that offer strict durability bring a dozen others. The same database holds the
//! versions that are kept of drafts (`versions`), the drafts that were deleted (`bin`) and the files of plans (`blobs`, in the store `files`).

use std::cell::{Cell, RefCell};

use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use super::named::database;
use super::{newer, page};

/// Which stores the database has; a greater number brings those it lacks, and touches no other.
const LAYOUT: u32 = 4;
const STORE: &str = "drafts";
/// The store of the versions kept of drafts.
pub(super) const VERSIONS: &str = "versions";
/// The store of the drafts that were deleted.
pub(super) const BIN: &str = "bin";
/// The store of the bytes of files that go with plans.
pub(super) const BLOBS: &str = "files";

/// How long a copy stays that was given up. Browsers that are killed may bring back what localStorage had minutes ago.
const GIVEN_UP_STAYS: i64 = 60 * 60 * 1000;

/// A copy as it is kept here.
pub struct Copy {
    /// The name it is kept under.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Since when another copy has all that is in it, in milliseconds since 1970.
    pub given_up: Option<i64>,
}

thread_local! {
    static WORKS: Cell<bool> = const { Cell::new(false) };
    /// Texts to keep as soon as the browser has heard of the next key, by the names of their copies.
    static WAITING: RefCell<Vec<(String, JsString)>> = const { RefCell::new(Vec::new()) };
}

/// Whether the copy that was to be kept last was kept.
pub fn works() -> bool {
    WORKS.get()
}

/// Keeps the text of a copy under its name, in a task of its own: browsers take some milliseconds to copy it.
pub fn put_soon(name: String, text: JsString) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        let is_first = waiting.is_empty();
        waiting.retain(|(of, _)| *of != name);
        waiting.push((name, text));
        is_first
    });
    if is_first {
        page::later(0, put_now);
    }
}

/// Keeps now what waits to be kept: the page may be going.
pub fn put_now() {
    super::spawn(put_waiting());
}

/// Keeps what waits to be kept, before anything else is done in the database.
pub(super) async fn put_waiting() {
    let mut begun = Vec::new();
    // All are begun before any is waited for: a newer text may come meanwhile.
    for (name, text) in WAITING.take() {
        begun.push(put(&name, &text).await);
    }
    for put in begun {
        let is_kept = match put {
            Ok(end) => JsFuture::from(end).await.is_ok(),
            Err(_) => false,
        };
        WORKS.set(is_kept);
    }
}

/// Begins to keep a text; what comes of it is its transaction's end.
async fn put(name: &str, text: &JsString) -> Result<Promise, JsValue> {
    let store = store(STORE, IdbTransactionMode::Readwrite).await?;
    end(&store.put_with_key(text, &name.into())?)
}

/// Gives a copy up. It stays for a while, as a list of its text and the moment.
pub async fn give_up(name: &str) -> Result<(), JsValue> {
    // In this order, or it would be back.
    put_waiting().await;
    let store = store(STORE, IdbTransactionMode::Readwrite).await?;
    let text = answer(&store.get(&name.into())?).await?;
    if !text.is_string() {
        return Ok(());
    }
    #[expect(clippy::cast_precision_loss, reason = "moments lie far below 2^53 ms")]
    let at = super::now() as f64;
    kept(&store.put_with_key(&Array::of2(&text, &at.into()), &name.into())?).await
}

/// Forgets what was given up a while ago.
pub async fn forget_given_up() -> Result<(), JsValue> {
    for copy in everything().await? {
        // A clock that was set back makes nothing older.
        if copy.given_up.is_some_and(|at| super::now() - at > GIVEN_UP_STAYS) {
            let store = store(STORE, IdbTransactionMode::Readwrite).await?;
            answer(&store.delete(&copy.name.into())?).await?;
        }
    }
    Ok(())
}

/// All copies kept, by their names.
pub async fn all() -> Result<Vec<(String, String)>, JsValue> {
    let all = everything().await?.into_iter();
    Ok(all.filter(|copy| copy.given_up.is_none()).map(|copy| (copy.name, copy.text)).collect())
}

/// All copies, also those given up.
pub async fn everything() -> Result<Vec<Copy>, JsValue> {
    let store = store(STORE, IdbTransactionMode::Readonly).await?;
    let (keys, values) = (store.get_all_keys()?, store.get_all()?);
    let keys: Array = answer(&keys).await?.unchecked_into();
    let values: Array = answer(&values).await?.unchecked_into();
    let copy = |(key, value): (JsValue, JsValue)| {
        let name = key.as_string()?;
        if let Some(text) = value.as_string() {
            return Some(Copy { name, text, given_up: None });
        }
        let value: Array = value.dyn_into().ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "a moment is a whole number of milliseconds")]
        let at = value.get(1).as_f64()? as i64;
        Some(Copy { name, text: value.get(0).as_string()?, given_up: Some(at) })
    };
    Ok(keys.iter().zip(values.iter()).filter_map(copy).collect())
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
    let request: IdbOpenDbRequest = factory.ok_or(JsValue::NULL)?.open_with_u32(&database(), LAYOUT)?;
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
    JsFuture::from(end(request)?).await.map(drop)
}

/// The end of a request's transaction.
fn end(request: &IdbRequest) -> Result<Promise, JsValue> {
    let transaction = request.transaction().ok_or(JsValue::NULL)?;
    Ok(Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    }))
}
