//! One writer per draft: the Web Lock that a tab holds while it may write a draft.
//!
//! Where the browser has no Web Locks (a page over plain http), every tab may write, as before them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::BroadcastChannel;

use crate::plan::RowId;

/// How long a tab that is asked for a draft has to hand it over, in milliseconds, before it is taken.
const HAND_OVER: i32 = 1500;

/// The right to write a draft, asked for and held.
#[derive(Clone)]
pub struct Lock {
    draft: RowId,
    release: Rc<RefCell<Option<Function>>>,
    changed: Rc<dyn Fn(bool)>,
    channel: Option<BroadcastChannel>,
}

/// How long a page that left the draft may take to let it go, in milliseconds.
const LETTING_GO: i32 = 150;

#[derive(Clone, Copy, PartialEq)]
enum Way {
    IfFree,
    /// Asked again after the page that left the draft a moment ago had time to let it go.
    IfFreeNow,
    Queue,
    Steal,
}

impl Lock {
    /// Asks for a draft. `changed` hears whether this tab may write: once at first, then at every change.
    /// `before_release` runs before another tab gets it.
    pub fn ask(draft: RowId, changed: Rc<dyn Fn(bool)>, before_release: impl Fn() + 'static) -> Self {
        let lock = Self {
            draft,
            release: Rc::default(),
            changed,
            channel: BroadcastChannel::new("plan-ouvert").ok(),
        };
        if let Some(channel) = &lock.channel {
            let holder = lock.clone();
            let hear =
                Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
                    if event.data().as_string().as_deref() == Some(holder.draft.as_str())
                        && holder.release.borrow().is_some()
                    {
                        before_release();
                        holder.release();
                        (holder.changed)(false);
                    }
                });
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            // The channel lives as long as the page's draft; `release_for_good` closes it.
            hear.forget();
        }
        lock.request(Way::IfFree);
        lock
    }

    /// Takes the draft over from the tab that holds it, which is asked to save and hand it over first.
    pub fn take_over(&self) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&JsValue::from_str(self.draft.as_str()));
        }
        self.request(Way::Queue);
        let lock = self.clone();
        super::page::later(HAND_OVER, move || {
            if lock.release.borrow().is_none() {
                lock.request(Way::Steal);
            }
        });
    }

    /// Gives the draft back, because it is left.
    pub fn release_for_good(&self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        self.release();
    }

    fn release(&self) {
        if let Some(release) = self.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }

    fn request(&self, way: Way) {
        let Some((locks, request)) = web_locks() else { return (self.changed)(true) };
        let options = Object::new();
        let set = |key: &str| Reflect::set(&options, &key.into(), &JsValue::TRUE).is_ok();
        match way {
            Way::IfFree | Way::IfFreeNow => set("ifAvailable"),
            Way::Steal => set("steal"),
            Way::Queue => true,
        };
        let lock = self.clone();
        let granted = Closure::once_into_js(move |granted: JsValue| -> Promise {
            if granted.is_null() {
                if way == Way::IfFree {
                    super::page::later(LETTING_GO, move || lock.request(Way::IfFreeNow));
                } else {
                    (lock.changed)(false);
                }
                return Promise::resolve(&JsValue::UNDEFINED);
            }
            let held = Promise::new(&mut |resolve, _| {
                *lock.release.borrow_mut() = Some(resolve);
            });
            (lock.changed)(true);
            held
        });
        let name = JsValue::from_str(&format!("plan-ouvert/draft/{}", self.draft));
        let Ok(promise) = request.call3(&locks, &name, &options, &granted) else {
            return (self.changed)(true);
        };
        let lock = self.clone();
        let lost = Closure::once(move |_: JsValue| {
            // Stolen: another tab writes from now on.
            if lock.release.borrow_mut().take().is_some() {
                (lock.changed)(false);
            }
        });
        let _ = promise.unchecked_into::<Promise>().catch(&lost);
        lost.forget();
    }
}

/// `navigator.locks` and its `request`.
fn web_locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
