//! Who has a draft open: the Web Lock that each page holds for its copy of a draft.
//!
//! A page saves its copy only while it holds its lock; another page may take over what was left behind once that lock is
//! free. Where the browser has no Web Locks (a page over plain http), nothing is ever taken over, and the copies stay.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::drafts::this_page;
use super::named::named;
use crate::plan::RowId;

/// The lock of this page's copy of a draft; let go when it is dropped.
pub struct Lock(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    /// Lets the lock go; there while it is held.
    release: Option<Function>,
    /// The draft was left; a lock that comes now goes back at once.
    is_left: bool,
}

fn prefix(draft: RowId) -> String {
    named(&format!("draft/{draft}/"))
}

impl Lock {
    /// Asks for the lock of this page's copy of a draft. `held` hears when it is there, or that there is none to wait for.
    pub fn hold(draft: RowId, held: impl Fn() + 'static) -> Self {
        let state = Rc::new(RefCell::new(State::default()));
        let Some((locks, request)) = web_locks() else {
            held();
            return Self(state);
        };
        let held: Rc<dyn Fn()> = Rc::new(held);
        let (own, refused) = (Rc::clone(&state), Rc::clone(&held));
        let granted = Closure::once_into_js(move |_: JsValue| -> Promise {
            if own.borrow().is_left {
                return Promise::resolve(&JsValue::UNDEFINED);
            }
            held();
            Promise::new(&mut |resolve, _| own.borrow_mut().release = Some(resolve))
        });
        let name = JsValue::from_str(&format!("{}{}", prefix(draft), this_page()));
        // Where pages may store nothing, browsers refuse locks as well.
        match request.call2(&locks, &name, &granted) {
            Ok(promise) => on_refusal(promise, move || refused()),
            Err(_) => refused(),
        }
        Self(state)
    }
}

/// Does something if a request is refused; nobody else has to hear of it.
fn on_refusal(promise: JsValue, work: impl FnOnce() + 'static) {
    let refused = Closure::once(move |_: JsValue| work());
    let _ = promise.unchecked_into::<Promise>().catch(&refused);
    refused.forget();
}

impl Drop for Lock {
    fn drop(&mut self) {
        let release = {
            let mut state = self.0.borrow_mut();
            state.is_left = true;
            state.release.take()
        };
        if let Some(release) = release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Does something with the copy of a page that is gone, while nobody else can. Nothing if the page is there.
pub fn if_gone(draft: RowId, page: &str, work: impl FnOnce() + 'static) {
    let Some((locks, request)) = web_locks() else { return };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let granted = Closure::once_into_js(move |lock: JsValue| {
        if !lock.is_null() {
            work();
        }
    });
    // An earlier version of the app had one lock for each draft, as it had one key.
    let name = match page {
        "" => named(&format!("draft/{draft}")),
        page => format!("{}{page}", prefix(draft)),
    };
    let name = JsValue::from_str(&name);
    if let Ok(promise) = request.call3(&locks, &name, &options, &granted) {
        on_refusal(promise, || {});
    }
}

/// Tells whether another page has a draft open, as far as the browser says.
pub fn if_open_elsewhere(draft: RowId, tell: impl FnOnce(bool) + 'static) {
    super::spawn(async move { tell(is_open_elsewhere(draft).await.unwrap_or(false)) });
}

async fn is_open_elsewhere(draft: RowId) -> Option<bool> {
    let (locks, _) = web_locks()?;
    let query: Function = Reflect::get(&locks, &"query".into()).ok()?.dyn_into().ok()?;
    let snapshot = JsFuture::from(query.call0(&locks).ok()?.unchecked_into::<Promise>()).await.ok()?;
    let held: Array = Reflect::get(&snapshot, &"held".into()).ok()?.dyn_into().ok()?;
    let names = held.iter().filter_map(|lock| Reflect::get(&lock, &"name".into()).ok()?.as_string());
    let own = format!("{}{}", prefix(draft), this_page());
    let mut of_draft = names.filter(|name| name.starts_with(&prefix(draft)) && *name != own);
    Some(of_draft.next().is_some())
}

/// `navigator.locks` and its `request`.
fn web_locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
