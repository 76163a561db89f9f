//! How safe the work is in this browser: what is kept where, how full that is, whether the browser may forget it.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbTransactionMode;

use super::copies::{self, BIN, BLOBS, VERSIONS, answer};
use super::drafts;

/// Characters that localStorage takes, keys and all; measured in Chromium and Firefox.
const LOCAL_ROOM: u64 = 5_177_344;

/// What is known of the storage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// The characters in localStorage, and how many it takes; nothing where it is refused.
    pub local: Option<(u64, u64)>,
    /// What IndexedDB keeps; nothing where it is refused.
    pub stores: Option<Stores>,
    /// Bytes in use and granted by the browser, as it estimates them.
    pub estimate: Option<(u64, u64)>,
    /// Whether the browser promised to keep it all; nothing where it does not say.
    pub is_promised: Option<bool>,
    /// Whether it is a browser that forgets after seven days without a visit: Safari, where the app is not installed.
    pub forgets_in_a_week: bool,
}

/// How many things IndexedDB keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stores {
    /// Second copies of drafts.
    pub copies: u32,
    /// Versions of drafts.
    pub versions: u32,
    /// Drafts that were deleted.
    pub deleted: u32,
    /// Files that go with plans.
    pub files: u32,
}

/// What is known of the storage now.
pub async fn look() -> Room {
    let ask = |name: &'static str| async move { call(name).await };
    let estimate = ask("estimate").await.and_then(|found| {
        let number = |key: &str| whole(&Reflect::get(&found, &key.into()).ok()?);
        Some((number("usage")?, number("quota")?))
    });
    Room {
        local: drafts::characters().map(|used| (used, LOCAL_ROOM)),
        stores: stores().await.ok(),
        estimate,
        is_promised: ask("persisted").await.and_then(|is| is.as_bool()),
        forgets_in_a_week: forgets_in_a_week(),
    }
}

/// Asks the browser to keep all for good. It may ask the person, and may never answer.
pub async fn ask_to_keep() -> Option<bool> {
    call("persist").await.and_then(|is| is.as_bool())
}

/// Calls a function of `navigator.storage` that promises something; nothing where there is none, or it refuses.
async fn call(name: &str) -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    let function: Function = Reflect::get(&storage, &name.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

async fn stores() -> Result<Stores, JsValue> {
    // Those that were given up are nobody's any more.
    let copies = u32::try_from(copies::all().await?.len()).unwrap_or(u32::MAX);
    let mut counts = [0; 3];
    for (count, name) in counts.iter_mut().zip([VERSIONS, BIN, BLOBS]) {
        let store = copies::store(name, IdbTransactionMode::Readonly).await?;
        *count = answer(&store.get_all_keys()?).await?.unchecked_into::<Array>().length();
    }
    let [versions, deleted, files] = counts;
    Ok(Stores { copies, versions, deleted, files })
}

fn whole(value: &JsValue) -> Option<u64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of bytes")]
    value.as_f64().filter(|number| *number >= 0.0).map(|number| number as u64)
}

fn forgets_in_a_week() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let text = |key: &str| Reflect::get(&navigator, &key.into()).ok().and_then(|value| value.as_string());
    let is_of_apple = text("vendor").is_some_and(|vendor| vendor.starts_with("Apple"));
    let is_installed =
        window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|it| it.matches());
    is_of_apple && !is_installed
}
