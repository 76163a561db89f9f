//! The page around the app: address, focus, scrolling, timers, language of the browser.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AddEventListenerOptions, Document, Element, FocusOptions, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// The document.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The part of the address behind the path: `#/plan/…`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address of the app itself.
pub fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to an address of the app.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Sets the page's title and language.
pub fn set_title(title: &str, language: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", language);
        }
    }
}

/// The languages the person prefers, best first.
pub fn languages() -> Vec<String> {
    let list = web_sys::window().map(|window| window.navigator().languages());
    list.map(|list| list.iter().filter_map(|code| code.as_string()).collect()).unwrap_or_default()
}

/// Runs something later; milliseconds.
pub fn later(milliseconds: i32, work: impl FnOnce() + 'static) {
    let work = once(Box::new(work));
    if let Some(window) = web_sys::window() {
        let work = work.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work, milliseconds);
    }
}

/// A function that runs something once. One for all, which keeps the wasm small.
fn once(work: Box<dyn FnOnce()>) -> wasm_bindgen::JsValue {
    Closure::once_into_js(work)
}

/// Runs something once the page has been drawn anew.
pub fn after_drawing(work: impl FnOnce() + 'static) {
    let work = once(Box::new(work));
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(work.unchecked_ref());
    }
}

/// Runs something once the page has been drawn anew and shown; at once where nobody sees it.
pub fn after_shown(work: impl FnOnce() + 'static) {
    if is_hidden() {
        work();
    } else {
        after_drawing(move || later(0, work));
    }
}

/// Waits until the page has been drawn anew and shown. Where that takes long nobody looks: a window that is covered is not
/// drawn.
pub async fn shown() {
    let shown = js_sys::Promise::new(&mut |resolve, _| {
        let late = resolve.clone();
        after_shown(move || drop(resolve.call0(&wasm_bindgen::JsValue::UNDEFINED)));
        later(COVERED, move || drop(late.call0(&wasm_bindgen::JsValue::UNDEFINED)));
    });
    drop(JsFuture::from(shown).await);
}

/// How long a frame may take before nobody is taken to look, in milliseconds.
const COVERED: i32 = 300;

/// The id of the element that takes the focus from the one that this event tells of.
pub fn next_focus(event: &web_sys::Event) -> Option<String> {
    let next = event.dyn_ref::<web_sys::FocusEvent>()?.related_target()?;
    next.dyn_ref::<Element>().map(Element::id)
}

/// Whether the focus that leaves an element goes to another one inside the element that listens.
pub fn stays_inside(event: &web_sys::Event) -> bool {
    let listens = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let next = event.dyn_ref::<web_sys::FocusEvent>().and_then(web_sys::FocusEvent::related_target);
    let next = next.and_then(|next| next.dyn_into::<web_sys::Node>().ok());
    listens.is_some_and(|element| element.contains(next.as_ref()))
}

/// The value of an attribute of what an event came to, or of the nearest thing around it that has one.
pub fn data_of(event: &web_sys::Event, attribute: &str) -> Option<String> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok())?;
    target.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(attribute)
}

/// Focuses the element of this id; its first control where it is a group. Says whether there was one.
pub fn focus(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return false };
    // What is folded takes no focus.
    let control = ":is(input, textarea, select, button, a, [tabindex]):not(:disabled, details:not([open]) *)";
    unfold(&element);
    let inner = || element.query_selector(control).ok().flatten();
    let target = if element.matches(control).unwrap_or(false) { Some(element.clone()) } else { inner() };
    let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return false };
    // From the label or the row's title on, so that it is seen too.
    let from = target.closest(".cell, .row, .question, li").ok().flatten();
    scroll_to(&from.unwrap_or(element));
    quietly(&target)
}

/// Opens what an element is folded in.
fn unfold(element: &Element) {
    const FOLDED: &str = "details:not([open])";
    let mut folded = element.closest(FOLDED).ok().flatten();
    while let Some(details) = folded {
        let _ = details.set_attribute("open", "");
        folded = details.parent_element().and_then(|parent| parent.closest(FOLDED).ok().flatten());
    }
}

/// Opens all that a selector finds folded.
pub fn unfold_all(selector: &str) {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
    for details in found.filter_map(|node| node.dyn_into::<Element>().ok()) {
        let _ = details.set_attribute("open", "");
    }
}

/// Runs something once the page has taken up what changed, before anybody's next key or click.
pub fn soon(work: impl FnOnce() + 'static) {
    super::spawn(async move { work() });
}

/// Focuses the element of this id once it is there: as soon as the page has taken up what changed, at the latest when
/// it has been drawn anew.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    soon(move || {
        if !focus(&id) {
            after_drawing(move || {
                focus(&id);
            });
        }
    });
}

/// Focuses the element of this id once it is there, and scrolls no further than it takes to see it.
pub fn focus_near_soon(id: &str) {
    let id = id.to_owned();
    let focus = |id: &str| {
        let element = document().and_then(|document| document.get_element_by_id(id));
        let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
        element.is_some_and(|element| element.focus().is_ok())
    };
    soon(move || {
        if !focus(&id) {
            after_drawing(move || {
                focus(&id);
            });
        }
    });
}

thread_local! {
    /// Where the focus was before it went to the notices.
    static CAME_FROM: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Notes where the focus comes from, if it comes into the element that listens.
pub fn note_where_from(event: &web_sys::Event) {
    if !stays_inside(event) {
        let from = event.dyn_ref::<web_sys::FocusEvent>().and_then(web_sys::FocusEvent::related_target);
        CAME_FROM.set(from.and_then(|from| from.dyn_into().ok()));
    }
}

/// Gives the focus back to where it was noted to come from, or else to the page's heading, unless something took it.
pub fn focus_back_soon() {
    soon(|| {
        after_drawing(|| {
            let focused = document().and_then(|document| document.active_element());
            if focused.is_some_and(|element| element.tag_name() != "BODY") {
                return;
            }
            let heading = || document()?.get_element_by_id("heading")?.dyn_into::<HtmlElement>().ok();
            let from = CAME_FROM.take().filter(|from| from.is_connected());
            if let Some(element) = from.or_else(heading) {
                quietly(&element);
                show_to_keyboard(&element);
            }
        });
    });
}

fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether something is being pressed with the pointer.
pub fn is_pressed() -> bool {
    document().is_some_and(|document| matches!(document.query_selector(":active"), Ok(Some(_))))
}

/// Runs something when what is being pressed was let go and the click it makes was handled, and again a second later,
/// because a press may become a scroll. (The mouse's event: a finger's press ends before the one that the browser makes
/// of it begins.)
pub fn after_press(work: Rc<dyn Fn()>) {
    let again = Rc::clone(&work);
    let let_go = once(Box::new(move || later(0, move || work())));
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    if let Some(window) = web_sys::window() {
        let listen = window.add_event_listener_with_callback_and_add_event_listener_options(
            "mouseup",
            let_go.unchecked_ref(),
            &options,
        );
        drop(listen);
    }
    later(1000, move || again());
}

/// The key in storage that an event of another tab tells of.
pub fn stored_key(event: &web_sys::Event) -> Option<String> {
    event.dyn_ref::<web_sys::StorageEvent>()?.key()
}

/// Tells this page of a key in storage as if another tab had written it.
pub fn tell_of_stored(key: &str) {
    let told = web_sys::StorageEventInit::new();
    told.set_key(Some(key));
    if let (Some(window), Ok(event)) =
        (web_sys::window(), web_sys::StorageEvent::new_with_event_init_dict("storage", &told))
    {
        let _ = window.dispatch_event(&event);
    }
}

/// The codes of currencies that the browser knows (ISO 4217); none where it tells none.
pub fn currencies() -> Vec<String> {
    let intl = js_sys::Reflect::get(&js_sys::global(), &"Intl".into());
    let codes = intl.and_then(|intl| {
        let list: js_sys::Function = js_sys::Reflect::get(&intl, &"supportedValuesOf".into())?.dyn_into()?;
        list.call1(&intl, &"currency".into())
    });
    codes
        .map(|codes| js_sys::Array::from(&codes).iter().filter_map(|code| code.as_string()).collect())
        .unwrap_or_default()
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Whether the page is hidden now: another tab in front, the phone put away.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Whether the key of this event is Escape.
pub fn is_escape(event: &web_sys::Event) -> bool {
    is_key(event, "Escape")
}

/// Whether the key of this event is F8, and whether it goes back: with Shift.
pub fn is_next_key(event: &web_sys::Event) -> Option<bool> {
    let event = event.dyn_ref::<web_sys::KeyboardEvent>()?;
    let is_bare = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
    (event.key() == "F8" && is_bare).then(|| event.shift_key())
}

/// Whether this is the key that takes a step back, or does it again: true for again. Not in a field of text, where it is
/// the field's own.
pub fn is_step_key(event: &web_sys::Event) -> Option<bool> {
    const TEXT: &str = "textarea, input:not([type='checkbox'], [type='radio'], [type='file'])";
    let event = event.dyn_ref::<web_sys::KeyboardEvent>()?;
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_text = target.is_some_and(|target| target.matches(TEXT).unwrap_or(false));
    if is_text || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    match event.key().to_lowercase().as_str() {
        "z" => Some(event.shift_key()),
        "y" => Some(true),
        _ => None,
    }
}

/// Writes another address for the page that is shown, without going anywhere.
pub fn stand_at(address: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// The id of the element that has the focus.
pub fn focused_id() -> Option<String> {
    document()?.active_element().map(|element| element.id())
}

/// Whether the key of this event is Enter.
pub fn is_enter(event: &web_sys::Event) -> bool {
    is_key(event, "Enter")
}

fn is_key(event: &web_sys::Event, key: &str) -> bool {
    event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == key)
}

/// Scrolls a part of the page, and nothing else, to what a selector finds in it; not while somebody goes through that part.
pub fn reveal(part: &str, selector: &str) {
    if has_focus(part) {
        return;
    }
    let part = document().and_then(|document| document.query_selector(part).ok().flatten());
    let inner = part.as_ref().and_then(|part| part.query_selector(selector).ok().flatten());
    if let (Some(part), Some(inner)) = (part, inner) {
        let (outer, inner) = (part.get_bounding_client_rect(), inner.get_bounding_client_rect());
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
        let middle = (inner.top() - outer.top() - outer.height() / 2.0) as i32;
        part.set_scroll_top(part.scroll_top() + middle);
    }
}

/// Scrolls to what the keyboard just came to, if it is not whole in view: Firefox takes the least part of it for enough.
pub fn show_whole(event: &web_sys::Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.inspect(show_to_keyboard);
}

/// Scrolls to an element that has the focus, where the focus is shown: whoever uses the mouse sees what they point at.
fn show_to_keyboard(element: &Element) {
    if element.matches(":focus-visible").unwrap_or(false) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the focus is inside what a selector finds.
pub fn has_focus(selector: &str) -> bool {
    let focus = document().and_then(|document| document.active_element());
    focus.is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Focuses an element without scrolling to it.
pub fn focus_quietly(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        quietly(&element);
    }
}

fn quietly(element: &HtmlElement) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Whether somebody types in this element.
pub fn is_control(target: &web_sys::EventTarget) -> bool {
    target
        .dyn_ref::<Element>()
        .is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

/// Whether the window has room for an outline beside the page.
pub fn is_wide() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(min-width: 60rem)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Whether the app is one file that somebody opened from a disk or a stick.
pub fn is_on_disk() -> bool {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|location| location.protocol().ok()).is_some_and(|protocol| protocol == "file:")
}

/// One of the app's own files, as text.
pub async fn fetch_own(name: &str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(name)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Brings the rest of the app's code, which the build keeps in a file of its own, through the page's own script. Says
/// whether it is here; where the page has no such script, nothing was kept apart.
pub fn bring_rest() -> impl Future<Output = bool> {
    let bring = js_sys::Reflect::get(&js_sys::global(), &"planOuvertRest".into());
    let bring = bring.and_then(|bring| bring.dyn_into::<js_sys::Function>()).ok();
    let coming = bring.map(|bring| bring.call0(&wasm_bindgen::JsValue::UNDEFINED));
    async move {
        match coming {
            None => true,
            Some(Ok(coming)) => {
                let come = JsFuture::from(coming.unchecked_into::<js_sys::Promise>()).await;
                come.is_ok_and(|come| come.is_truthy())
            }
            Some(Err(_)) => false,
        }
    }
}

/// The element the app is shown in.
pub fn app_place() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Says that the app could not start or has stopped, through the page's own script, and offers the drafts as a file.
pub fn show_failure() {
    if let Some(window) = web_sys::window() {
        let _ = web_sys::Event::new("plan-ouvert-failed").map(|event| window.dispatch_event(&event));
    }
}

/// A text as an address can hold it.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

thread_local! {
    static HAS_STOPPED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Whether the app stopped by a fault of its own: what its memory says cannot be trusted any more.
pub fn has_stopped() -> bool {
    HAS_STOPPED.get()
}

/// Shows a plain page if the app ever stops by a fault of its own.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        HAS_STOPPED.set(true);
        web_sys::console::error_1(&info.to_string().into());
        show_failure();
    }));
}
