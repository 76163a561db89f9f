//! Plan ouvert: drafting action plans of OGP Local in the browser.
//!
//! | module | what | may use |
//! | --- | --- | --- |
//! | [`plan`] | the document | – |
//! | [`question`] | the templates' questions as one table | `plan` |
//! | [`rules`] | the handbook's rules | `plan`, `question`, `enclosures` |
//! | [`canonical`] | digests of JSON | – |
//! | [`ascii`] | JSON that browsers store quickly | – |
//! | [`archive`] | zip archives | – |
//! | [`enclosures`] | the files that go with a plan | `plan`, `canonical`, `archive` |
//! | [`sync`] | versions of answers, and joining copies | `plan`, `canonical` |
//! | [`bundle`] | the JSON file | `plan`, `question`, `rules`, `canonical`, `ascii`, `archive`, `enclosures`, `sync` |
//! | [`alike`] | rows that look alike | `plan`, `question` |
//! | [`i18n`] | the words | ids of the above, `enclosures` |
//! | [`document`] | the plan in words, from top to bottom | `plan`, `question`, `rules`, `calendar`, `i18n` |
//! | [`comments`] | what people say about the answers | `plan`, `question` |
//! | [`parts`] | parts of a plan, for the tables of a workshop | `plan`, `question`, `rules`, `bundle`, `sync` |
//! | [`compare`] | two states of a plan beside each other | `plan`, `question`, `i18n`, `document` |
//! | [`calendar`] | what is due when | `plan`, `question`, `rules` |
//! | [`history`] | what the app notes of a plan's changes by itself | `plan`, `question` |
//! | [`progress`] | how far each section is | `plan`, `question`, `rules` |
//! | [`route`] | the addresses of pages | `plan`, `question`, `rules` |
//! | `browser` | the one door to the browser | `plan`, `bundle`, `sync` |
//! | `ui` | the pages | everything |
//!
//! All but the last two are pure: they know nothing of the browser, run natively and are tested there. What they need
//! of it they are given: `today` as an argument, random bytes for ids, text normalisation as functions. Nobody uses
//! `ui`; only `ui` uses `browser`. `tests/layers.rs` holds this.

pub mod alike;
pub mod archive;
mod ascii;
pub mod bundle;
pub mod calendar;
pub mod canonical;
pub mod comments;
pub mod compare;
pub mod document;
pub mod enclosures;
pub mod history;
pub mod i18n;
pub mod parts;
pub mod plan;
pub mod progress;
pub mod question;
pub mod route;
pub mod rules;
pub mod sync;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
