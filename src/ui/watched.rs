//! A value whose changes are heard.
//!
//! A signal of its own for every type of value costs code for every type; here one signal of counts serves them all.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

/// A value whose changes are heard. Copies are the same value.
pub(super) struct Watched<T> {
    value: Rc<RefCell<T>>,
    changes: RwSignal<u32>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        Self { value: Rc::clone(&self.value), changes: self.changes }
    }
}

impl<T: Clone> Watched<T> {
    /// A value that begins like this; heard until the owner it is made under ends.
    pub(super) fn new(value: T) -> Self {
        Self { value: Rc::new(RefCell::new(value)), changes: RwSignal::new(0) }
    }

    /// The value, and to hear of its changes.
    pub(super) fn get(&self) -> T {
        self.changes.track();
        self.now()
    }

    /// The value as it is now.
    pub(super) fn now(&self) -> T {
        self.value.borrow().clone()
    }

    /// Changes the value.
    pub(super) fn set(&self, value: T) {
        self.value.replace(value);
        self.changes.try_update(|count| *count = count.wrapping_add(1));
    }
}
