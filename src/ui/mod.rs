//! The pages, over Leptos signals. Thin: what they show stands in the core, what they store goes through `browser`.

mod app;
mod autosave;
mod context;
mod dom;
mod draft;
mod field;
mod filter;
mod marked;
mod message;
mod notice;
mod page;
mod rest;
mod watched;

pub use app::start;
pub use draft::checks_made;
