//! Starts the app in the page; everything else is in the library.

#[cfg(target_arch = "wasm32")]
fn main() {
    plan_ouvert::browser::page::show_panics();
    if let Some(place) = plan_ouvert::browser::page::app_place() {
        plan_ouvert::ui::start(place);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("plan-ouvert runs in a browser: cargo xtask serve");
}
