//! Newer versions of the app over the same storage: a page that meets one writes no more.
//!
//! Each page says its version when it starts, under one key that nobody reads but those who hear of it at that moment; a
//! page that hears an older one says its own again. A newer database says so by itself.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::thread::LocalKey;

use wasm_bindgen::JsCast as _;

use super::copies;
use super::drafts::{storage, this_page};
use super::named::named;

/// What the key is of under which pages say their version.
const APP: &str = "app";
/// The version of this app.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Something to do.
type Work = Option<Rc<dyn Fn()>>;

thread_local! {
    static IS_MET: Cell<bool> = const { Cell::new(false) };
    static LAST: RefCell<Work> = const { RefCell::new(None) };
    static HEARD: RefCell<Work> = const { RefCell::new(None) };
}

/// Whether this page has met a newer version of the app: it must not write any more.
pub fn is_met() -> bool {
    IS_MET.get()
}

/// Tells other pages of this one's version, and hears of theirs from now on. `met` runs once, when a newer one was met.
pub fn look_out(met: impl Fn() + 'static) {
    HEARD.set(Some(Rc::new(met)));
    say_version();
    if let Some(window) = web_sys::window() {
        let hear = wasm_bindgen::closure::Closure::<dyn Fn(web_sys::Event)>::new(|event| hear(&event));
        let _ = window.add_event_listener_with_callback("storage", hear.as_ref().unchecked_ref());
        hear.forget();
        // A page that comes back from the browser's memory heard nothing meanwhile.
        let look = wasm_bindgen::closure::Closure::<dyn Fn()>::new(|| {
            if let Some(said) = storage().and_then(|storage| storage.get_item(&named(APP)).ok().flatten()) {
                compare(&said);
            }
        });
        let _ = window.add_event_listener_with_callback("pageshow", look.as_ref().unchecked_ref());
        look.forget();
    }
}

fn hear(event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
    let Some(said) = event.new_value().filter(|_| event.key() == Some(named(APP))) else { return };
    compare(&said);
}

fn compare(said: &str) {
    let theirs = said.split(' ').next().and_then(numbers);
    match (theirs, numbers(VERSION)) {
        (Some(theirs), Some(ours)) if theirs > ours => meet(),
        (Some(theirs), Some(ours)) if theirs < ours => say_version(),
        _ => {}
    }
}

/// Notes that a newer version was met.
pub fn meet() {
    if IS_MET.get() {
        return;
    }
    run(&LAST);
    copies::put_now();
    // What is saved for the last time has begun by then, also in IndexedDB.
    super::spawn(async {
        IS_MET.set(true);
        run(&HEARD);
    });
}

/// What is to be done when a newer version is met, while this page may still write for the last time.
pub fn at_last(work: Work) {
    LAST.set(work);
}

fn run(work: &'static LocalKey<RefCell<Work>>) {
    let work = work.with_borrow(Clone::clone);
    if let Some(work) = work {
        work();
    }
}

/// Every time another text, so that others hear of it.
fn say_version() {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&named(APP), &format!("{VERSION} {} {}", this_page(), super::now()));
    }
}

/// A version's numbers, which compare in their order.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(str::parse);
    let mut next = || parts.next()?.ok();
    Some([next()?, next()?, next()?])
}
