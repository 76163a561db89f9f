//! The pages, over Leptos signals. Thin: what they show stands in the core, what they store goes through `browser`.

mod answers;
mod app;
mod attaching;
mod autosave;
mod comments;
mod context;
mod copies;
mod dom;
mod draft;
mod field;
mod filter;
mod intake;
mod marked;
mod message;
mod notice;
mod page;
mod rest;
mod watched;
mod who;

pub use app::start;
pub use draft::checks_made;
