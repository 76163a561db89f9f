//! The worker that keeps the app's files: that a newer version waits, that it came, and that it may.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// The events by which the page's own script tells of the worker.
pub const WAITS: &str = "plan-ouvert-update";
pub const CAME: &str = "plan-ouvert-replaced";

/// Whether a newer version of the app waits.
pub fn waits() -> bool {
    update().is_some()
}

/// Lets the newer version come; the page is loaded anew once it is there.
pub fn take_over() {
    if let Some(update) = update() {
        let _ = update.call0(&JsValue::UNDEFINED);
    }
}

fn update() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"planOuvertUpdate".into()).ok()?.dyn_into().ok()
}
