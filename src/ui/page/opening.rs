//! Opening a bundle: always as a new draft, whatever drafts there are.

use crate::browser::files::Picked;
use crate::browser::{self, drafts, page};
use crate::bundle::{self, BundleError, Digest, Notes, Opened, StoredDraft};
use crate::i18n::fill;
use crate::plan::record::FaultKind;
use crate::plan::{Plan, RowId};
use crate::question::Question;
use crate::route::{Page, Route};
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::message::question_name;
use crate::ui::notice::say;
use crate::ui::watched::Watched;

/// How many questions are named at the most of those that a file spoils.
const MOST_NAMED: usize = 10;

/// What came of an attempt to open a file.
pub(super) enum Outcome {
    /// A new draft, with what is to be said of it.
    Opened { draft: RowId, notes: Vec<String> },
    /// Nothing was made, for this reason.
    Refused(String),
}

/// Opens a file that somebody picked or dropped.
pub(super) async fn open_file(file: Picked) -> Outcome {
    if let Err(error) = bundle::check_size(file.size()) {
        return Outcome::Refused(refusal(&error));
    }
    match file.text().await {
        Some(text) => open_text(&text),
        None => Outcome::Refused(ui().file_unreadable.to_owned()),
    }
}

/// Opens a bundle's text.
pub(super) fn open_text(text: &str) -> Outcome {
    match browser::with_ids(|ids| bundle::open(text, ids.lend())) {
        Err(error) => Outcome::Refused(refusal(&error)),
        Ok(opened) => {
            let said = notes(&opened);
            let (made, unknown) = (opened.made, opened.unknown);
            let (from, from_note, scope, table) = (made.by, made.note, made.scope, made.table);
            let notes = Notes { unknown, from, from_note, scope, table, ..Notes::default() };
            let mut stored = StoredDraft { plan: opened.plan, state: opened.state, notes };
            Outcome::Opened { draft: drafts::keep(&mut stored), notes: said }
        }
    }
}

/// A new draft of a plan.
pub(super) fn keep_plan(plan: Plan) -> RowId {
    drafts::keep_plan(plan, Notes::default())
}

/// Goes to the draft that a file became. Somebody who went elsewhere meanwhile stays there, and finds it in the list.
pub(super) fn arrive_at(draft: RowId) {
    let is_here = shared().route.get_untracked() == Route::Start;
    if is_here {
        go_to(draft);
    }
    say(if is_here { ui().bundle_opened } else { ui().left_here });
}

/// Goes to a draft.
pub(super) fn go_to(draft: RowId) {
    page::go(&Route::Draft(draft, Page::Tasks).to_string());
}

/// Why a text was not opened, in the person's language.
fn refusal(error: &BundleError) -> String {
    let ui = ui();
    let say = |template: &str, values: &[(&str, String)]| {
        fill(template, |name, _| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.clone())
                .unwrap_or_default()
        })
    };
    let mebibytes = |bytes: u64| (bytes / (1024 * 1024)).to_string();
    match error {
        BundleError::TooLarge { bytes } => say(ui.bundle_too_large, &[("size", mebibytes(*bytes))]),
        BundleError::TooMuchText { bytes } => {
            say(ui.bundle_too_much_text, &[("size", mebibytes(u64::try_from(*bytes).unwrap_or(u64::MAX)))])
        }
        BundleError::NotJson { line, column } => {
            say(ui.bundle_not_json, &[("line", line.to_string()), ("column", column.to_string())])
        }
        BundleError::Truncated => ui.bundle_truncated.to_owned(),
        BundleError::TooDeep => ui.bundle_too_deep.to_owned(),
        BundleError::DuplicateKey { key, line } => say(
            ui.bundle_duplicate_key,
            &[("key", key.chars().take(60).collect()), ("line", line.to_string())],
        ),
        BundleError::BadNumber { line, column } => {
            say(ui.bundle_bad_number, &[("line", line.to_string()), ("column", column.to_string())])
        }
        BundleError::NotABundle | BundleError::NoVersion => ui.bundle_other_format.to_owned(),
        BundleError::NoPlan => ui.bundle_no_plan.to_owned(),
        BundleError::NewerVersion { theirs, ours } => {
            say(ui.bundle_newer, &[("theirs", theirs.clone()), ("ours", (*ours).to_owned())])
        }
        BundleError::TooManyCommitments { count, limit } => {
            say(ui.bundle_too_many_commitments, &[("count", count.to_string()), ("limit", limit.to_string())])
        }
        BundleError::TooManyVersions => ui.bundle_too_many_versions.to_owned(),
        BundleError::TooManyRows { path, count, limit } => say(
            ui.bundle_too_many_rows,
            &[("path", member_name(path)), ("count", count.to_string()), ("limit", limit.to_string())],
        ),
    }
}

/// What is to be said of a bundle that was opened.
fn notes(opened: &Opened) -> Vec<String> {
    let ui = ui();
    let mut notes = Vec::new();
    if opened.digest == Digest::Differs {
        notes.push(ui.digest_differs.to_owned());
    }
    for (kind, text) in [
        (FaultKind::Unexpected, ui.fault_unexpected),
        (FaultKind::Cleaned, ui.fault_cleaned),
        (FaultKind::NewId, ui.fault_new_id),
    ] {
        let mut names: Vec<String> = Vec::new();
        for fault in opened.faults.iter().filter(|fault| fault.kind == kind) {
            let name = member_name(&fault.path);
            if names.contains(&name) {
                continue;
            }
            if names.len() == MOST_NAMED {
                names.push("…".to_owned());
                break;
            }
            names.push(name);
        }
        if !names.is_empty() {
            names.insert(0, text.to_owned());
            notes.push(names.join("\n"));
        }
    }
    notes
}

/// What a member of a file is called on the form.
fn member_name(path: &str) -> String {
    let Some((commitment, question)) = Question::at_member(path) else { return path.to_owned() };
    let name = question_name(texts(), question);
    match commitment {
        Some(position) => words().numbered(ui().commitment_named, &name, position as usize + 1),
        None => name,
    }
}

/// What the page shows of the last attempt.
#[derive(Clone, Copy)]
pub(super) struct Said {
    /// Why nothing was opened.
    pub(super) refused: Watched<Option<String>>,
    /// What was opened, and what is to be said of it.
    pub(super) opened: Watched<Option<(RowId, Vec<String>)>>,
}

impl Said {
    /// Says what came of it: goes to the new draft, or tells why there is none.
    pub(super) fn follow(&self, outcome: Outcome) {
        match outcome {
            Outcome::Refused(why) => {
                self.opened.set(None);
                self.refused.set(Some(why));
                page::focus_soon("refused");
            }
            Outcome::Opened { draft, notes } => {
                self.refused.set(None);
                if notes.is_empty() {
                    arrive_at(draft);
                } else {
                    self.opened.set(Some((draft, notes)));
                    page::focus_soon("opened");
                }
            }
        }
    }
}

/// Where a plan is from, in lists.
pub(super) fn place_of(plan: &Plan) -> String {
    let country =
        plan.jurisdictions.first().map(|jurisdiction| jurisdiction.country.trim()).unwrap_or_default();
    let place = plan.place_name();
    match (place.as_str(), country) {
        (place, "") => place.to_owned(),
        ("", country) => country.to_owned(),
        (place, country) => format!("{place}, {country}"),
    }
}
