//! Opening a bundle: as a new draft, or, where it is a copy of a draft, as that draft's page of received files shows it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::files::Picked;
use crate::browser::{self, drafts, page};
use crate::bundle::{self, BundleError, Digest, Notes, Opened, StoredDraft};
use crate::i18n::fill;
use crate::plan::record::FaultKind;
use crate::plan::{Plan, RowId};
use crate::question::Question;
use crate::route::{Page, Route};
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::intake::Taken;
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

thread_local! {
    /// Files that were opened on the start page and are copies of a draft, handed over to that draft's page.
    static HANDED: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// A file that was opened, and made into nothing yet.
#[derive(Clone)]
pub(super) struct File {
    pub(super) id: RowId,
    pub(super) name: String,
    pub(super) opened: Rc<Opened>,
}

impl File {
    /// A file of this name.
    pub(super) fn new(name: String, opened: Opened) -> Self {
        Self { id: browser::with_ids(|ids| ids.next_id()), name, opened: Rc::new(opened) }
    }
}

/// The files that were handed over; they are not there a second time.
pub(super) fn handed() -> Vec<File> {
    HANDED.take()
}

/// Goes to a draft's page of received files, with these.
pub(super) fn hand_over(draft: RowId, files: Vec<File>) {
    HANDED.with_borrow_mut(|handed| handed.extend(files));
    page::go(&Route::Draft(draft, Page::Received).to_string());
}

/// Opens what somebody picked, dropped or pasted: copies of a draft wait for what is to be done with them, all else becomes
/// new drafts.
pub(in crate::ui) fn open_taken(taken: Taken, said: Said) {
    let files = match taken {
        Taken::Files(files) => files,
        Taken::Text(text) => return open_pasted(&text, said),
    };
    browser::spawn(async move {
        let mut copies = Vec::new();
        for file in files {
            match read_file(&file).await {
                Err(why) => said.follow(Outcome::Refused(why)),
                Ok(opened) => copies.extend(open_unless_known(File::new(file.name(), opened), said)),
            }
        }
        said.ask(copies);
    });
}

/// Opens a bundle's text that was pasted.
fn open_pasted(text: &str, said: Said) {
    match read_text(text) {
        Err(why) => said.follow(Outcome::Refused(why)),
        Ok(opened) => {
            let copies = open_unless_known(File::new(ui().open_title.to_owned(), opened), said);
            said.ask(copies.into_iter().collect());
        }
    }
}

/// Opens a file as a new draft; gives it back where it is a copy of a draft.
fn open_unless_known(file: File, said: Said) -> Option<File> {
    if draft_of(&file).is_some() {
        return Some(file);
    }
    said.follow(open(&file.opened));
    None
}

/// The draft that a file is a copy of, the one saved last, and what it is called.
fn draft_of(file: &File) -> Option<(RowId, String)> {
    let is_it = |(_, draft): &(RowId, StoredDraft)| draft.plan.id == file.opened.plan.id;
    let (id, draft) = drafts::all().into_iter().find(is_it)?;
    Some((id, super::frame::title(&draft.notes.name, &draft.plan)))
}

/// Reads a file that somebody picked, and keeps nothing; or says why it cannot be read.
pub(super) async fn read_file(file: &Picked) -> Result<Opened, String> {
    read_text(&text_of(file).await?)
}

/// Reads a bundle's text, or says why not.
pub(super) fn read_text(text: &str) -> Result<Opened, String> {
    browser::with_ids(|ids| bundle::open(text, ids.lend())).map_err(|error| refusal(&error))
}

async fn text_of(file: &Picked) -> Result<String, String> {
    bundle::check_size(file.size()).map_err(|error| refusal(&error))?;
    file.text().await.ok_or_else(|| ui().file_unreadable.to_owned())
}

/// Opens a bundle's text.
pub(super) fn open_text(text: &str) -> Outcome {
    match read_text(text) {
        Err(why) => Outcome::Refused(why),
        Ok(opened) => open(&opened),
    }
}

/// Makes a new draft of what a bundle held.
pub(super) fn open(opened: &Opened) -> Outcome {
    let said = notes(opened);
    let (made, unknown) = (opened.made.clone(), opened.unknown.clone());
    let (from, from_note, scope, table) = (made.by, made.note, made.scope, made.table);
    let notes = Notes { unknown, from, from_note, scope, table, ..Notes::default() };
    Outcome::Opened { draft: drafts::keep(opened.plan.id, notes, &opened.state), notes: said }
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
pub(super) fn refusal(error: &BundleError) -> String {
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
pub(in crate::ui) struct Said {
    /// Why nothing was opened.
    pub(super) refused: Watched<Option<String>>,
    /// What else there is to say.
    pub(super) told: Watched<Told>,
}

/// What there is to say of files that were opened, beside that they were.
#[derive(Clone, Default)]
pub(super) enum Told {
    #[default]
    Nothing,
    /// A new draft was made, with these notes.
    Notes(RowId, Vec<String>),
    /// They are copies of a draft, of this name: somebody has to say what is to be done with them.
    Known(RowId, String, Vec<File>),
}

impl Said {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { refused: Watched::new(None), told: Watched::new(Told::Nothing) }
    }

    /// Asks what is to be done with copies of a draft.
    fn ask(&self, copies: Vec<File>) {
        if let Some((draft, title)) = copies.first().and_then(draft_of) {
            self.refused.set(None);
            self.told.set(Told::Known(draft, title, copies));
            page::focus_soon("known");
        }
    }

    /// Says what came of it: goes to the new draft, or tells why there is none.
    pub(super) fn follow(&self, outcome: Outcome) {
        match outcome {
            Outcome::Refused(why) => {
                self.told.set(Told::Nothing);
                self.refused.set(Some(why));
                page::focus_soon("refused");
            }
            Outcome::Opened { draft, notes } => {
                self.refused.set(None);
                if notes.is_empty() {
                    arrive_at(draft);
                } else {
                    self.told.set(Told::Notes(draft, notes));
                    page::focus_soon("opened");
                }
            }
        }
    }
}

/// What came of opening files, as far as there is more to say or to ask.
pub(in crate::ui) fn told(said: Said) -> Vec<El> {
    match said.told.get() {
        Told::Nothing => Vec::new(),
        Told::Notes(draft, notes) => vec![opened_with_notes(draft, &notes)],
        Told::Known(draft, title, files) => vec![known(said, draft, &title, files)],
    }
}

/// What can be done with files that are copies of a draft.
fn known(said: Said, draft: RowId, title: &str, files: Vec<File>) -> El {
    let beside = files.clone();
    let open_beside = move || {
        said.told.set(Told::Nothing);
        beside.iter().for_each(|file| said.follow(open(&file.opened)));
    };
    let choices = of_class("div", "choices")
        .child(button("primary", ui().known_join, move || hand_over(draft, files.clone())).id("known-join"))
        .child(button("", ui().known_beside, open_beside).id("known-beside"));
    of_class("div", "summary-box none")
        .id("known")
        .attr("tabindex", "-1")
        .child(says("p", &words().named(ui().known_plan, title)))
        .child(choices)
}

fn opened_with_notes(draft: RowId, notes: &[String]) -> El {
    let ui = ui();
    of_class("div", "summary-box")
        .id("opened")
        .attr("tabindex", "-1")
        .child(says("h3", ui.opened_with_notes))
        .child(el("ul").children(notes.iter().map(|note| says("li", note))))
        .child(link(&Route::Draft(draft, Page::Tasks).to_string(), ui.to_draft).attr("class", "button"))
}

/// Opens the example as a draft of its own.
pub(in crate::ui) fn open_example() {
    browser::spawn(async move {
        let outcome = page::fetch_own("example.json").await.map(|text| open_text(&text));
        match outcome {
            Some(Outcome::Opened { draft, .. }) => arrive_at(draft),
            _ => say(ui().example_missing),
        }
    });
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
