//! The plan's outline: every section with its state, and where one is.

use std::cell::Cell;

use crate::browser::page;
use crate::comments;
use crate::document;
use crate::plan::RowId;
use crate::progress::{self, State};
use crate::question::{ListPlace, Section};
use crate::route::{Page, Route};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, bind, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::watched::Follows;
use crate::ui::who;

/// The outline. It stays while one goes from page to page; what is marked follows `page`.
pub(super) fn outline(draft: Draft, page: impl Fn() -> Page + Copy + Send + Sync + 'static) -> El {
    let texts = texts();
    let to = move |page: Page| Route::Draft(draft.id, page).to_string();
    let first = |id| Page::Section { section: Section::Contacts, commitment: Some(id), at: None };
    // The address of the page that is shown, and of the first page of its commitment.
    let here = Follows::new(move || {
        let page = page().without_at();
        let commitment = match page {
            Page::Section { commitment, .. } => commitment.map(|id| to(first(id))),
            _ => None,
        };
        [to(page), commitment.unwrap_or_default()].join("\n")
    });
    let is_here = move |href: &str| here.with(|here| here.lines().next() == Some(href));
    let is_of_here = move |href: &str| here.with(|here| here.lines().nth(1) == Some(href));
    let entry = move |page: Page, content: El| {
        let href = to(page);
        let at = link(&href, "");
        let at = at.attr_with("aria-current", move || is_here(&href).then(|| "page".to_owned()));
        el("li").child(at.child(content))
    };
    let section = move |section: Section, commitment: Option<RowId>| {
        let label = el("span").child(of_class("span", "number").text(section.numbers())).text(" ");
        let label = label.text(texts.section(section).title);
        let content =
            of_class("span", "entry").child(label).text(" ").children(state_of(draft, section, commitment));
        entry(Page::Section { section, commitment, at: None }, content)
    };
    let commitments = draft.rows(ListPlace::Commitments);
    let commitment = move |id: RowId| {
        let href = to(first(id));
        let title = link(&href, "").text_with(move || commitment_title(draft, id));
        let is_open = Follows::new(move || is_of_here(&href));
        let sections = move || el("ul").children(Section::OF_COMMITMENT.map(|of| section(of, Some(id))));
        el("li").class_if("here", move || is_open.get()).child(title).when(move || is_open.get(), sections)
    };
    let outline = el("details").attr_if("open", page::is_wide().then_some(""));
    let (folding, was_wide) = (outline.clone(), Cell::new(page::is_wide()));
    bind(move || {
        page();
        let is_wide = page::is_wide();
        if !is_wide {
            // It would lie over the page that one went to.
            folding.fold();
        } else if !was_wide.get() {
            folding.clone().attr("open", "");
        }
        was_wide.set(is_wide);
        // On a long plan, where one is may lie further down.
        page::after_drawing(|| page::reveal(".outline", "[aria-current]"));
    });
    outline
        .child(says("summary", texts.ui.outline).id("outline-title"))
        .child(
            el("ul")
                .child(entry(Page::Tasks, says("span", texts.ui.tasks_title)))
                .children(Section::OF_PLAN.map(|of| section(of, None))),
        )
        .child(says("h2", texts.ui.commitments))
        .child(of_class("ol", "commitments").each(move || commitments.get(), commitment))
        .child(
            of_class("ul", "ends")
                .children(Section::BESIDE.map(|of| section(of, None)))
                .child(entry(Page::Calendar, says("span", texts.ui.calendar_title)))
                .child(entry(Page::Changes { from: None, to: None }, says("span", texts.ui.changes_title)))
                .child(entry(Page::Review, says("span", texts.ui.review_title)))
                .child(entry(Page::Comments, el("span").text_with(move || comments_entry(draft))))
                .child(entry(Page::Workshop, says("span", texts.ui.workshop_title)))
                .child(entry(Page::Received, says("span", texts.ui.received_title)))
                .child(entry(Page::Differences, el("span").text_with(move || differences_entry(draft))))
                .child(entry(Page::Export, says("span", texts.ui.export_title))),
        )
        .child(who::line("outline-who"))
}

/// The page of differences by its name, with how many are open.
fn differences_entry(draft: Draft) -> String {
    match draft.differences.with(Vec::len) {
        0 => ui().differ_title.to_owned(),
        open => format!("{} ({open})", ui().differ_title),
    }
}

/// The page of comments by its name, with how many are open.
fn comments_entry(draft: Draft) -> String {
    draft.commented.track();
    match draft.with_untracked(comments::count) {
        (0, _) => ui().comments_title.to_owned(),
        (open, _) => format!("{} ({open})", ui().comments_title),
    }
}

/// A commitment's title, or that it has none yet.
pub(super) fn commitment_title(draft: Draft, id: RowId) -> String {
    let title = draft.with(|plan| document::commitment_title(plan, texts(), id.as_str()));
    if title.is_empty() { ui().untitled_commitment.to_owned() } else { title }
}

/// A commitment's title with its number: «Engagement 2 – Ouvrir les comptes».
pub(in crate::ui) fn numbered_title(draft: Draft, id: RowId) -> String {
    let at = draft.with(|plan| plan.commitments.iter().position(|commitment| commitment.id == id));
    words().numbered(ui().commitment_named, &commitment_title(draft, id), at.unwrap_or_default() + 1)
}

/// A section's state, in a word and a shape. The app's own sections have none: nothing on them is required.
pub(super) fn state_of(draft: Draft, section: Section, commitment: Option<RowId>) -> Option<El> {
    let class = Follows::new(move || {
        let issues = draft.issues();
        let class = match draft.with(|plan| progress::state(plan, &issues, section, commitment)) {
            State::NotStarted => "state not-started",
            State::InProgress => "state in-progress",
            State::Problem => "state problem",
            State::Completed => "state completed",
        };
        class.to_owned()
    });
    let word = move |class: &str| match class {
        "state not-started" => ui().state_not_started,
        "state in-progress" => ui().state_in_progress,
        "state problem" => ui().state_problem,
        _ => ui().state_completed,
    };
    let is_own = section.numbers().is_empty();
    (!is_own).then(|| {
        el("span")
            .attr_with("class", move || Some(class.get()))
            .text_with(move || class.with(|class| word(class).to_owned()))
    })
}
