//! The ways into the rest: all that the start page does without.
//!
//! `cargo xtask` cuts the wasm at these functions. What only they lead to comes in a second file, when the start page is
//! shown. Call none of them before [`Shared::has_pages`](super::context::Shared) says that it is there.

use super::dom::El;
use super::intake::Taken;
use super::page::{self, Said};
use crate::browser;
use crate::bundle::StoredDraft;
use crate::plan::RowId;
use crate::ui::watched::Watched;
use crate::{progress, rules};

/// A draft's pages.
#[inline(never)]
pub(super) fn frame(draft: RowId) -> Vec<El> {
    page::frame(draft)
}

/// The page about the app.
#[inline(never)]
pub(super) fn about() -> Vec<El> {
    page::about()
}

/// The rule book.
#[inline(never)]
pub(super) fn rule_book() -> Vec<El> {
    page::rule_book()
}

/// How much keeps a draft's plan from being ready.
#[inline(never)]
pub(super) fn open_requirements(draft: &StoredDraft) -> usize {
    let plan = &draft.plan;
    let issues = rules::check(plan, browser::today(), browser::NORMALISE);
    progress::open_requirements(plan, &issues) + draft.state.differences().len()
}

/// Opens bundles that somebody picked, dropped or pasted.
#[inline(never)]
pub(super) fn open(taken: Taken, said: Said) {
    page::open_taken(taken, said);
}

/// Opens the example as a draft of its own.
#[inline(never)]
pub(super) fn open_example() {
    page::open_example();
}

/// The drafts that were deleted lately, of the list that this draws anew.
#[inline(never)]
pub(super) fn deleted(listed: Watched<u32>) -> Vec<El> {
    page::deleted(listed)
}

/// What came of opening files, as far as there is more to say or to ask.
#[inline(never)]
pub(super) fn told(said: Said) -> Vec<El> {
    page::told(said)
}

/// Takes the files that the system opens with the app, as if somebody had picked them here.
#[inline(never)]
pub(super) fn take_launched(said: Said) {
    page::take_launched(said);
}

/// How safe the work is in this browser.
#[inline(never)]
pub(super) fn safety() -> Vec<El> {
    page::safety()
}

/// What is done once all is here.
#[inline(never)]
pub(super) fn tidy() {
    browser::spawn(async {
        browser::versions::forget_gone().await;
        browser::blobs::forget_unnamed().await;
        browser::blobs::look().await;
    });
}
