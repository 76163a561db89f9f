//! What a file says of itself, before anything is made of it: whose, of when, which plan, how much of it.

use super::opening::{self, File, place_of};
use crate::browser::{self, blobs};
use crate::bundle;
use crate::plan::{Plan, text};
use crate::progress;
use crate::rules::{self, Value};
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, of_class, says};

/// A file, with all that is known of it before anything is made of it.
pub(super) fn about(file: &File) -> El {
    of_class("div", "about-file")
        .attr("data-file", &file.name)
        .child(of_class("p", "file-name").attr("dir", "auto").text(&file.name))
        .children(sender(file))
        .child(plan(file))
        .children(warnings(file))
}

/// Who made a file, when, for which table, and the note that came with it.
pub(super) fn sender(file: &File) -> Vec<El> {
    let (ui, words) = (ui(), words());
    let made = &file.opened.made;
    let when = browser::moment(&made.at).map(|at| moment(ui.received_made, at));
    let by = (!made.by.trim().is_empty()).then(|| words.named(ui.received_says, made.by.trim()));
    let note = (!made.note.trim().is_empty()).then(|| words.named(ui.bundle_note, made.note.trim()));
    let facts = from_table(&made.table).into_iter().chain(by).chain(when).map(|fact| says("li", &fact));
    let facts = of_class("ul", "facts").children(facts);
    std::iter::once(facts).chain(note.map(|note| of_class("p", "hint").text(&note))).collect()
}

/// The plan in a file: what it is called, how much there is of it, how ready it is.
pub(super) fn plan(file: &File) -> El {
    let (ui, words) = (ui(), words());
    let plan = &file.opened.plan;
    let milestones = plan.commitments.iter().map(|of| of.milestones.len()).sum();
    let files = bundle::files_of(plan, Some(&file.opened.state)).into_iter();
    let came = |sha256: &str| file.opened.files.iter().any(|of| of.sha256 == sha256);
    let files = files.filter(|of| came(&of.sha256) || blobs::is_here(&of.sha256)).count();
    let counts = [
        (plan.commitments.len(), ui.holds_commitments),
        (milestones, ui.holds_milestones),
        (plan.comments.len(), ui.holds_comments),
        (files, ui.kept_files),
    ];
    let counts =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, text)| words.count(count, text));
    // What is open in the whole plan says nothing of a part.
    let open =
        file.opened.made.scope.is_empty().then(|| words.count(open_requirements(file), ui.open_requirements));
    let size = (file.bytes > 0).then(|| words.size(file.bytes));
    let place = Some(place_of(plan)).filter(|place| !place.is_empty());
    let facts = place.into_iter().chain(counts).chain(open).chain(size);
    of_class("ul", "facts").children(facts.map(|fact| says("li", &fact)))
}

fn open_requirements(file: &File) -> usize {
    let plan: &Plan = &file.opened.plan;
    let issues = rules::check(plan, browser::today(), browser::NORMALISE);
    progress::open_requirements(plan, &issues) + file.opened.state.differences().len()
}

/// What could not be read or kept of a file; nothing where all was.
pub(super) fn warnings(file: &File) -> Option<El> {
    let notes = opening::notes(&file.opened);
    (!notes.is_empty())
        .then(|| of_class("ul", "hint notes").children(notes.iter().map(|note| says("li", note))))
}

/// Of which table of a workshop a file is.
pub(super) fn from_table(table: &str) -> Option<String> {
    let table = text::label(table);
    (!table.is_empty()).then(|| words().named(ui().part_for, &table))
}

/// A moment in a sentence.
pub(super) fn moment(template: &str, at: i64) -> String {
    let values = [("day", Value::Day(browser::day_of(at))), ("time", Value::Text(browser::time_of_day(at)))];
    words().fill(template, &values)
}
