//! Values whose changes are heard, and values that follow from others.
//!
//! Leptos' signals and memos are generic: each type of value brings two or three kilobytes of code of its own. Here one
//! signal, of counts, tells of the changes of all values, which lie beside it behind `Any`; and one memo holds whatever
//! follows from them. What was left reads as its type's default, and takes no change.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::RowId;
use crate::rules::Issue;

/// Keeps something until the owner it is made under ends.
pub(super) fn keep(value: impl Any) -> Kept {
    StoredValue::new_local(Rc::new(value))
}

/// Something kept.
pub(super) type Kept = StoredValue<Rc<dyn Any>, LocalStorage>;

/// A value whose changes are heard, until the owner it is made under ends. Copies are the same value.
pub(super) struct Watched<T> {
    value: Kept,
    changes: RwSignal<u32>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl<T: Default + 'static> Watched<T> {
    /// A value that begins like this.
    pub(super) fn new(value: T) -> Self {
        Self { value: keep(RefCell::new(value)), changes: RwSignal::new(0), of: PhantomData }
    }

    /// Whether its owner has not ended yet.
    pub(super) fn is_kept(self) -> bool {
        self.value.try_get_value().is_some()
    }

    fn place(self) -> Option<Rc<RefCell<T>>> {
        self.value.try_get_value()?.downcast().ok()
    }

    /// Reads the value as it is now.
    pub(super) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        match self.place() {
            Some(place) => read(&place.borrow()),
            None => read(&T::default()),
        }
    }

    /// Reads the value, and hears of its changes.
    pub(super) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Hears of the value's changes from now on.
    pub(super) fn track(self) {
        let _ = self.changes.try_get();
    }

    /// Tells that the value changed.
    pub(super) fn notify(self) {
        self.changes.try_update(|count| *count = count.wrapping_add(1));
    }

    /// Changes the value without telling of it.
    pub(super) fn change<R: Default>(self, work: impl FnOnce(&mut T) -> R) -> R {
        self.place().map(|place| work(&mut place.borrow_mut())).unwrap_or_default()
    }

    /// Changes the value.
    pub(super) fn update(self, work: impl FnOnce(&mut T)) {
        self.change(work);
        self.notify();
    }

    /// Replaces the value.
    pub(super) fn set(self, value: T) {
        self.update(|now| *now = value);
    }
}

impl<T: Default + Clone + 'static> Watched<T> {
    /// The value, and to hear of its changes.
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(super) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// What can follow from other values.
#[derive(Clone, PartialEq)]
pub(super) enum Held {
    Flag(bool),
    Count(usize),
    Text(String),
    Rows(Vec<RowId>),
    Issues(Arc<Vec<Issue>>),
}

/// A type of value that can follow from others.
pub(super) trait Holdable: Default + Clone + 'static {
    /// The value, to hold.
    fn hold(self) -> Held;
    /// The value that is held.
    fn held(held: &Held) -> Option<&Self>;
}

macro_rules! holdable {
    ($($kind:ident $type:ty),*) => {$(
        impl Holdable for $type {
            fn hold(self) -> Held {
                Held::$kind(self)
            }

            fn held(held: &Held) -> Option<&Self> {
                match held {
                    Held::$kind(value) => Some(value),
                    _ => None,
                }
            }
        }
    )*};
}

holdable!(Flag bool, Count usize, Text String, Rows Vec<RowId>, Issues Arc<Vec<Issue>>);

/// A value that follows from others: made anew when they change, and heard only when it is another then.
pub(super) struct Follows<T> {
    memo: Memo<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Follows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Follows<T> {}

impl<T: Holdable> Follows<T> {
    /// A value that follows from whatever `work` reads.
    pub(super) fn new(work: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { memo: follow(Box::new(move || work().hold())), of: PhantomData }
    }

    /// Reads the value, and hears of its changes.
    pub(super) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        // Cheap to take out: a flag, a line, some ids, or a count on a list of issues.
        match self.memo.try_get().as_ref().and_then(T::held) {
            Some(value) => read(value),
            None => read(&T::default()),
        }
    }

    /// The value, and to hear of its changes.
    pub(super) fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub(super) fn get_untracked(self) -> T {
        untrack(|| self.get())
    }
}

fn follow(work: Box<dyn Fn() -> Held + Send + Sync>) -> Memo<Held> {
    Memo::new(move |_| work())
}
