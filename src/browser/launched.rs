//! Files that the system's file manager opens with the installed app.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files::Picked;

type Taker = Option<Rc<dyn Fn(Vec<Picked>)>>;

thread_local! {
    static IS_HEARD: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Picked>> = const { RefCell::new(Vec::new()) };
    static TAKER: RefCell<Taker> = const { RefCell::new(None) };
}

/// Hands such files to `take` from now on, those first that wait; with nothing to take them they wait. Where the browser
/// opens none, nothing happens.
pub fn take_with(take: Taker) {
    hear();
    TAKER.set(take);
    hand_out();
}

fn hand_out() {
    if let Some(take) = TAKER.with_borrow(Clone::clone) {
        let files = WAITING.take();
        if !files.is_empty() {
            take(files);
        }
    }
}

/// Tells the browser, once, that the app takes them.
fn hear() {
    let Ok(queue) = Reflect::get(&js_sys::global(), &"launchQueue".into()) else { return };
    if !queue.is_object() || IS_HEARD.replace(true) {
        return;
    }
    let launched = Closure::<dyn Fn(JsValue)>::new(|launch: JsValue| {
        super::spawn(async move {
            let files = files_of(&launch).await;
            WAITING.with_borrow_mut(|waiting| waiting.extend(files));
            hand_out();
        });
    });
    let set = Reflect::get(&queue, &"setConsumer".into()).and_then(|set| set.dyn_into::<Function>());
    if let Ok(set) = set {
        let _ = set.call1(&queue, launched.as_ref());
        launched.forget();
    }
}

async fn files_of(launch: &JsValue) -> Vec<Picked> {
    let handles = Reflect::get(launch, &"files".into()).ok().and_then(|files| files.dyn_into::<Array>().ok());
    let mut files = Vec::new();
    for handle in handles.iter().flat_map(Array::iter) {
        let file = async {
            let get: Function = Reflect::get(&handle, &"getFile".into()).ok()?.dyn_into().ok()?;
            let promise: Promise = get.call0(&handle).ok()?.dyn_into().ok()?;
            JsFuture::from(promise).await.ok()?.dyn_into::<web_sys::File>().ok()
        };
        files.extend(file.await.map(Picked::of));
    }
    files
}
