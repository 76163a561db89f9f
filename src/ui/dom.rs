//! Building the page: the browser's elements, bound to Leptos signals.
//!
//! Not `view!`: its views are types of their own, each with code of its own, and on these forms that came to 297 kB
//! of brotli where 160 is the budget. Here everything is one type, so a control costs its calls and no more. What
//! changes is bound by effects that end with their owner; text is only ever set as text.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};

use super::watched::{Follows, keep};
use crate::plan::RowId;

/// An element in the making.
#[derive(Clone)]
pub(super) struct El(Element);

/// A new element.
pub(super) fn el(tag: &str) -> El {
    let element = document().create_element(tag);
    El(element.unwrap_or_else(|_| unreachable!("tags are this app's own and well formed")))
}

/// A new element of a picture.
pub(super) fn svg(tag: &str) -> El {
    let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    El(element.unwrap_or_else(|_| unreachable!("tags are this app's own and well formed")))
}

/// A new element of this class.
pub(super) fn of_class(tag: &str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A new element with a text.
pub(super) fn says(tag: &str, text: &str) -> El {
    el(tag).text(text)
}

/// A button with a text. It submits nothing.
pub(super) fn button(class: &str, text: &str, act: impl Fn() + 'static) -> El {
    boxed_button(class, text, Box::new(act))
}

fn boxed_button(class: &str, text: &str, act: Box<dyn Fn()>) -> El {
    of_class("button", class).attr("type", "button").text(text).on("click", move |_| act())
}

/// A link.
pub(super) fn link(href: &str, text: &str) -> El {
    says("a", text).attr("href", href)
}

/// Text that only screen readers say.
pub(super) fn unseen(text: &str) -> El {
    of_class("span", "unseen").text(text)
}

fn document() -> Document {
    let document = web_sys::window().and_then(|window| window.document());
    document.unwrap_or_else(|| unreachable!("the app runs in a page"))
}

/// Runs `work` now and whenever a signal it reads changes, until its owner ends.
pub(super) fn bind(work: impl Fn() + 'static) {
    boxed_bind(Box::new(work));
}

fn boxed_bind(work: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_| work());
    keep(effect);
}

impl El {
    /// Puts the element into a place of the page.
    pub(super) fn put_into(&self, place: &Element) {
        let _ = place.append_child(&self.0);
    }

    pub(super) fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    pub(super) fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// An attribute that may be left out.
    pub(super) fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows signals; left out while there is nothing.
    pub(super) fn attr_with(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.boxed_attr(name, Box::new(value))
    }

    fn boxed_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.0.clone();
        bind(move || {
            let _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        });
        self
    }

    /// A class that comes and goes.
    pub(super) fn class_if(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.boxed_class(name, Box::new(on))
    }

    fn boxed_class(self, name: &'static str, on: Box<dyn Fn() -> bool>) -> Self {
        let classes = self.0.class_list();
        bind(move || drop(classes.toggle_with_force(name, on())));
        self
    }

    /// Switches a control off while this holds.
    pub(super) fn disabled_if(self, off: impl Fn() -> bool + 'static) -> Self {
        self.attr_with("disabled", move || off().then(String::new))
    }

    pub(super) fn text(self, text: &str) -> Self {
        self.node(&document().create_text_node(text))
    }

    /// A text that follows signals.
    pub(super) fn text_with(self, text: impl Fn() -> String + 'static) -> Self {
        self.boxed_text(Box::new(text))
    }

    fn boxed_text(self, text: Box<dyn Fn() -> String>) -> Self {
        let node = document().create_text_node("");
        let changing = node.clone();
        bind(move || changing.set_data(&text()));
        self.node(&node)
    }

    pub(super) fn child(self, child: El) -> Self {
        self.node(&child.0)
    }

    pub(super) fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Puts other elements in the place of what is inside.
    pub(super) fn refill(&self, children: Vec<El>) {
        self.0.set_text_content(None);
        children.iter().for_each(|child| child.put_into(&self.0));
    }

    fn node(self, node: &Node) -> Self {
        let _ = self.0.append_child(node);
        self
    }

    /// Elements that are made anew whenever a signal read in `make` changes.
    pub(super) fn dynamic(self, make: impl Fn() -> Vec<El> + 'static) -> Self {
        self.boxed_dynamic(Box::new(make))
    }

    fn boxed_dynamic(self, make: Box<dyn Fn() -> Vec<El>>) -> Self {
        let end: Node = document().create_comment("").into();
        let shown: RefCell<Vec<El>> = RefCell::default();
        let element = self.node(&end);
        bind(move || {
            // Taken out of the cell first: removing a focused control may run its handlers.
            let old = shown.take();
            old.iter().for_each(|el| el.0.remove());
            let new = make();
            if let Some(parent) = end.parent_node() {
                for el in &new {
                    let _ = parent.insert_before(&el.0, Some(&end));
                }
            }
            shown.replace(new);
        });
        element
    }

    /// An element that is there while `holds`.
    pub(super) fn when(
        self,
        holds: impl Fn() -> bool + Send + Sync + 'static,
        make: impl Fn() -> El + 'static,
    ) -> Self {
        self.boxed_when(Box::new(holds), Box::new(make))
    }

    fn boxed_when(self, holds: Box<dyn Fn() -> bool + Send + Sync>, make: Box<dyn Fn() -> El>) -> Self {
        let holds = Follows::new(holds);
        self.boxed_dynamic(Box::new(move || if holds.get() { vec![untrack(&make)] } else { Vec::new() }))
    }

    /// An element for each row, made once and kept while the row is there, wherever it moves.
    pub(super) fn each(
        self,
        rows: impl Fn() -> Vec<RowId> + 'static,
        make: impl Fn(RowId) -> El + 'static,
    ) -> Self {
        self.boxed_each(Box::new(rows), Box::new(make))
    }

    fn boxed_each(self, rows: Box<dyn Fn() -> Vec<RowId>>, make: Box<dyn Fn(RowId) -> El>) -> Self {
        let list = self.0.clone();
        let owner = Owner::current().unwrap_or_default();
        let shown: RefCell<Vec<(RowId, El, Owner)>> = RefCell::default();
        bind(move || {
            let wanted = rows();
            let (kept, gone): (Vec<_>, Vec<_>) =
                shown.take().into_iter().partition(|(id, ..)| wanted.contains(id));
            for (_, el, owner) in gone {
                el.0.remove();
                owner.cleanup();
            }
            let mut kept: Vec<_> = kept.into_iter().map(Some).collect();
            let mut next = list.first_child();
            let mut now = Vec::with_capacity(wanted.len());
            for id in wanted {
                let old = kept.iter_mut().find(|old| old.as_ref().is_some_and(|(known, ..)| *known == id));
                let (id, el, owner) = old.and_then(Option::take).unwrap_or_else(|| {
                    let own = owner.with(Owner::new);
                    let el = untrack(|| own.with(|| make(id)));
                    (id, el, own)
                });
                if next.as_ref() == Some(&*el.0) {
                    next = el.0.next_sibling();
                } else {
                    let _ = list.insert_before(&el.0, next.as_ref());
                }
                now.push((id, el, owner));
            }
            shown.replace(now);
        });
        self
    }

    /// What to do when an event happens.
    pub(super) fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act))
    }

    fn listen(self, event: &str, act: Box<dyn FnMut(Event)>) -> Self {
        let act = Closure::wrap(act);
        let _ = self.0.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
        keep(Listener { element: self.0.clone(), event: event.to_owned(), act });
        self
    }

    /// The value of a control, following signals. What somebody has typed meanwhile is not touched if it is equal.
    pub(super) fn value_with(self, value: impl Fn() -> String + 'static) -> Self {
        self.boxed_value(Box::new(value))
    }

    fn boxed_value(self, value: Box<dyn Fn() -> String>) -> Self {
        let control = self.clone();
        bind(move || {
            let value = value();
            if control.value() != value {
                control.set_value(&value);
            }
        });
        self
    }

    /// Whether a box is ticked, following signals.
    pub(super) fn checked_with(self, checked: impl Fn() -> bool + 'static) -> Self {
        let control: HtmlInputElement = self.0.clone().unchecked_into();
        bind(move || control.set_checked(checked()));
        self
    }

    /// The value of this control; nothing where it is none.
    pub(super) fn value(&self) -> String {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            input.value()
        } else if let Some(area) = self.0.dyn_ref::<HtmlTextAreaElement>() {
            area.value()
        } else {
            self.0.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
        }
    }

    /// Sets the value of this control.
    pub(super) fn set_value(&self, value: &str) {
        if let Some(input) = self.0.dyn_ref::<HtmlInputElement>() {
            input.set_value(value);
        } else if let Some(area) = self.0.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(value);
        } else if let Some(select) = self.0.dyn_ref::<HtmlSelectElement>() {
            select.set_value(value);
        }
    }

    /// Whether what folds is unfolded.
    pub(super) fn is_unfolded(&self) -> bool {
        self.0.has_attribute("open")
    }

    /// Folds what is unfolded.
    pub(super) fn fold(&self) {
        let _ = self.0.remove_attribute("open");
    }

    /// Whether this box is ticked.
    pub(super) fn is_checked(&self) -> bool {
        self.0.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
    }

    /// This element as a file input.
    pub(super) fn as_input(&self) -> Option<&HtmlInputElement> {
        self.0.dyn_ref()
    }

    /// What to do with what somebody types, key by key.
    pub(super) fn on_typed(self, act: impl Fn(String) + 'static) -> Self {
        let control = self.clone();
        self.on("input", move |_| act(control.value()))
    }
}

/// An element's listener, taken off when its owner ends: removing a focused control still sends it an event.
struct Listener {
    element: Element,
    event: String,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        let _ = self.element.remove_event_listener_with_callback(&self.event, act);
    }
}

/// What to do when an event reaches the window, until the owner ends.
pub(super) fn on_window(event: &str, act: impl Fn(Event) + 'static) {
    let act: Rc<dyn Fn(Event)> = Rc::new(act);
    let listener = window_event_listener_untyped(event, move |event| act(event));
    on_cleanup(move || listener.remove());
}
