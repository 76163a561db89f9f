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

/// How long a page that left the draft may take to let it go, in milliseconds.
const LETTING_GO: i32 = 150;

/// The right to write a draft, asked for and held.
#[derive(Clone)]
pub struct Lock {
    draft: RowId,
    state: Rc<RefCell<State>>,
    changed: Rc<dyn Fn(bool)>,
    channel: Option<BroadcastChannel>,
}

#[derive(Default)]
struct State {
    /// Lets the lock go; there while it is held.
    release: Option<Function>,
    /// Somebody asked this tab to take the draft over, and it has not come yet.
    is_waiting: bool,
    /// The draft was left; whatever comes now goes back at once.
    is_closed: bool,
}

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
        let channel = BroadcastChannel::new("plan-ouvert").ok();
        let lock = Self { draft, state: Rc::default(), changed, channel };
        if let Some(channel) = &lock.channel {
            let holder = lock.clone();
            let hear =
                Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
                    if event.data().as_string().as_deref() == Some(holder.draft.as_str()) && holder.is_held()
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

    /// Whether the browser keeps other tabs out at all.
    pub fn is_kept() -> bool {
        web_locks().is_some()
    }

    fn is_held(&self) -> bool {
        self.state.borrow().release.is_some()
    }

    /// Takes the draft over from the tab that holds it, which is asked to save and hand it over first.
    pub fn take_over(&self) {
        if std::mem::replace(&mut self.state.borrow_mut().is_waiting, true) {
            return;
        }
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&JsValue::from_str(self.draft.as_str()));
        }
        self.request(Way::Queue);
        let lock = self.clone();
        super::page::later(HAND_OVER, move || {
            if lock.state.borrow().is_waiting {
                lock.request(Way::Steal);
            }
        });
    }

    /// Asks for a draft that another tab had: it may have been closed.
    pub fn ask_again(&self) {
        // Without locks there is nothing to find free: every tab would take it.
        if Self::is_kept() {
            self.request(Way::IfFreeNow);
        }
    }

    /// Gives the draft back, because it is left.
    pub fn release_for_good(&self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        {
            let mut state = self.state.borrow_mut();
            state.is_closed = true;
            state.is_waiting = false;
        }
        self.release();
    }

    fn release(&self) {
        let release = self.state.borrow_mut().release.take();
        if let Some(release) = release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }

    /// Whether a lock that comes by this way is still wanted; if so, it is not asked for any more.
    fn is_wanted(&self, way: Way) -> bool {
        let mut state = self.state.borrow_mut();
        let asked = match way {
            Way::IfFree | Way::IfFreeNow => true,
            // A request that waited in the queue may come up long after somebody else was asked for the draft.
            Way::Queue | Way::Steal => std::mem::take(&mut state.is_waiting),
        };
        asked && !state.is_closed && state.release.is_none()
    }

    fn request(&self, way: Way) {
        let Some((locks, request)) = web_locks() else {
            self.state.borrow_mut().is_waiting = false;
            return (self.changed)(true);
        };
        let options = Object::new();
        let set = |key: &str| Reflect::set(&options, &key.into(), &JsValue::TRUE).is_ok();
        match way {
            Way::IfFree | Way::IfFreeNow => set("ifAvailable"),
            Way::Steal => set("steal"),
            Way::Queue => true,
        };
        let lock = self.clone();
        let granted = Closure::once_into_js(move |granted: JsValue| -> Promise {
            let nothing = Promise::resolve(&JsValue::UNDEFINED);
            if granted.is_null() {
                if way == Way::IfFree {
                    super::page::later(LETTING_GO, move || lock.request(Way::IfFreeNow));
                } else if !lock.state.borrow().is_closed {
                    (lock.changed)(false);
                }
                return nothing;
            }
            if !lock.is_wanted(way) {
                return nothing;
            }
            let held = Promise::new(&mut |resolve, _| lock.state.borrow_mut().release = Some(resolve));
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
            let release = lock.state.borrow_mut().release.take();
            if release.is_some() {
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
