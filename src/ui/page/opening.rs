//! Opening a bundle: as a new draft, or, where it is a copy of a draft, as that draft's page of received files shows it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::on_cleanup;

use super::about_file;
use crate::browser::files::Picked;
use crate::browser::{self, blobs, drafts, launched, page};
use crate::bundle::{self, BundleError, Digest, Notes, Opened, Received, StoredDraft};
use crate::i18n::{Lang, fill};
use crate::plan::record::FaultKind;
use crate::plan::{Plan, RowId};
use crate::question::Question;
use crate::route::{Page, Route};
use crate::ui::context::{shared, speak, texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::intake::Taken;
use crate::ui::message::question_name;
use crate::ui::notice::{say, say_while, warn};
use crate::ui::watched::Watched;

/// How long somebody waits for attachments to be kept, in milliseconds.
const KEEPING: i32 = 20_000;

/// From how many bytes on a file is said to be read: a slow computer may take half a second for it.
const LONG: u64 = 200_000;

/// How many questions are named at the most of those that a file spoils.
const MOST_NAMED: usize = 10;

thread_local! {
    /// Files that were opened on the start page and are copies of a draft, handed over to that draft's page.
    static HANDED: RefCell<Vec<(RowId, File)>> = const { RefCell::new(Vec::new()) };
}

/// A file that was opened, and made into nothing yet.
#[derive(Clone)]
pub(super) struct File {
    pub(super) id: RowId,
    pub(super) name: String,
    /// Its size; 0 where it was no file, but a text that was pasted.
    pub(super) bytes: u64,
    pub(super) opened: Rc<Opened>,
}

impl File {
    /// A file of this name.
    pub(super) fn new(name: String, opened: Opened) -> Self {
        Self { id: browser::with_ids(|ids| ids.next_id()), name, bytes: 0, opened: Rc::new(opened) }
    }

    /// What was read of a file that somebody picked.
    pub(super) fn of(picked: &Picked, opened: Opened) -> Self {
        Self { bytes: picked.size(), ..Self::new(picked.name(), opened) }
    }
}

/// The files that were handed over to a draft; they are not there a second time.
pub(super) fn handed(to: RowId) -> Vec<File> {
    let (of_it, others) = HANDED.take().into_iter().partition(|(draft, _)| *draft == to);
    HANDED.set(others);
    let of_it: Vec<(RowId, File)> = of_it;
    of_it.into_iter().map(|(_, file)| file).collect()
}

/// Goes to a draft's page of received files, with these. Somebody who went elsewhere meanwhile stays there, and finds them
/// on that page.
pub(super) fn hand_over(draft: RowId, files: Vec<File>) {
    HANDED.with_borrow_mut(|handed| handed.extend(files.into_iter().map(|file| (draft, file))));
    if shared().route.get_untracked() == Route::Start {
        page::go(&Route::Draft(draft, Page::Received).to_string());
    }
}

/// Opens what somebody picked, dropped or pasted: copies of a draft wait for what is to be done with them, all else becomes
/// new drafts.
pub(in crate::ui) fn open_taken(taken: Taken, said: Said) {
    browser::spawn(async move {
        let (mut opened, mut refused) = (Vec::new(), Vec::new());
        match taken {
            Taken::Text(text) => match read_pasted(&text) {
                Ok(file) => opened.push(File::new(ui().received_pasted.to_owned(), file)),
                Err(why) => refused.push(why),
            },
            Taken::Files(files) => {
                for file in files {
                    match read_file(&file).await {
                        Ok(read) => opened.push(File::of(&file, read)),
                        Err(why) => refused.push(format!("{} – {why}", file.name())),
                    }
                }
            }
        }
        said.follow(opened, refused);
    });
}

/// Takes the files that the system opens with the app, as long as the start page is shown.
pub(in crate::ui) fn take_launched(said: Said) {
    launched::take_with(Some(Rc::new(move |files| open_taken(Taken::Files(files), said))));
    on_cleanup(|| launched::take_with(None));
}

/// The draft that a file is a copy of, the one saved last, and what it is called.
fn draft_of(file: &File) -> Option<(RowId, String)> {
    let is_it = |(_, draft): &(RowId, StoredDraft)| draft.plan.id == file.opened.plan.id;
    let (id, draft) = drafts::all().into_iter().find(is_it)?;
    Some((id, super::frame::title(&draft.notes.name, &draft.plan)))
}

/// Reads a file that somebody picked, and keeps nothing; or says why it cannot be read.
pub(super) async fn read_file(file: &Picked) -> Result<Opened, String> {
    bundle::check_size(file.size()).map_err(|error| refusal(&error))?;
    if file.size() < LONG {
        return read_now(file).await;
    }
    say_while(words().named(ui().file_is_read, &file.name()), read_now(file)).await
}

async fn read_now(file: &Picked) -> Result<Opened, String> {
    let bytes = file.bytes().await.ok_or_else(|| ui().file_unreadable.to_owned())?;
    browser::with_ids(|ids| bundle::open_bytes(&bytes, ids.lend())).map_err(|error| refusal(&error))
}

/// Keeps the attachments that came in files, before anything names them here. Says whether all are kept, and warns of those
/// that are not; a browser that never answers keeps nobody from the plan.
pub(super) async fn keep_attachments(files: &[File]) -> bool {
    let unkept: Rc<RefCell<Vec<String>>> = Rc::default();
    let came = files.iter().flat_map(|file| &file.opened.files).map(|file| file.sha256.clone());
    unkept.borrow_mut().extend(came);
    let (files_to_keep, left) = (files.to_vec(), Rc::clone(&unkept));
    browser::within(KEEPING, async move {
        for file in files_to_keep.iter().flat_map(|file| &file.opened.files) {
            if blobs::put(file).await {
                left.borrow_mut().retain(|sha256| *sha256 != file.sha256);
            }
        }
    })
    .await;
    let unkept = unkept.borrow();
    let named = files.iter().flat_map(|file| bundle::named_in(&file.opened.state));
    let mut names: Vec<String> = Vec::new();
    for file in named.filter(|file| unkept.contains(&file.sha256)) {
        if !names.contains(&file.name) {
            names.push(file.name);
        }
    }
    if !unkept.is_empty() {
        warn(words().named(ui().file_not_kept, &names.join(", ")));
    }
    unkept.is_empty()
}

/// Reads a bundle's text, or says why not.
pub(super) fn read_text(text: &str) -> Result<Opened, String> {
    browser::with_ids(|ids| bundle::open(text, ids.lend())).map_err(|error| refusal(&error))
}

/// Reads a bundle's text that was pasted, with words around it or without.
pub(super) fn read_pasted(text: &str) -> Result<Opened, String> {
    match text.contains('{') {
        true => read_text(&bundle::embedded(text)),
        false => Err(ui().received_no_text.to_owned()),
    }
}

/// Makes a new draft of what a bundle held, of this name or of none. Gives the draft, and what is to be said of it.
fn open(opened: &Opened, name: String) -> (RowId, Vec<String>) {
    let (made, unknown) = (opened.made.clone(), opened.unknown.clone());
    let (from, from_note, scope, table) = (made.by, made.note, made.scope, made.table);
    if !scope.is_empty() {
        speak_its_language(&opened.plan);
    }
    let marks = opened.state.marks();
    let kept = Notes { unknown, name, from, from_note, scope, table, marks, ..Notes::default() };
    (drafts::keep(opened.plan.id, kept, &opened.state), notes(opened))
}

/// Opens copies of one plan that is not here. The first makes the draft, the others wait to be joined with it. Whoever has
/// several parts is no table: the draft is the plan, and its list of files has the first one.
fn open_together(mut files: Vec<File>) -> Option<(RowId, Vec<String>, Vec<File>)> {
    let is_whole = |file: &File| file.opened.made.scope.is_empty();
    let first = files.iter().position(is_whole).unwrap_or_default();
    let first = (first < files.len()).then(|| files.remove(first))?;
    if files.is_empty() {
        let (draft, notes) = open(&first.opened, String::new());
        return Some((draft, notes, files));
    }
    let made = &first.opened.made;
    let received = Received {
        file: first.name.clone(),
        by: made.by.clone(),
        made: made.at.clone(),
        table: made.table.clone(),
        at: browser::now(),
        ..Received::default()
    };
    let unknown = first.opened.unknown.clone();
    let marks = first.opened.state.marks();
    let kept = Notes { unknown, marks, received: vec![received], ..Notes::default() };
    Some((drafts::keep(first.opened.plan.id, kept, &first.opened.state), notes(&first.opened), files))
}

/// A table's part is filled in its plan's language, unless somebody chose another one in this browser.
fn speak_its_language(plan: &Plan) {
    let lang = plan.language.key().and_then(Lang::from_code).filter(|_| drafts::language().is_none());
    if let Some(lang) = lang.filter(|lang| *lang != shared().lang.get_untracked()) {
        speak(lang);
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
        BundleError::Empty => ui.bundle_empty.to_owned(),
        BundleError::NotText => ui.bundle_not_text.to_owned(),
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
pub(super) fn notes(opened: &Opened) -> Vec<String> {
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
    let absent = bundle::files_of(&opened.plan, Some(&opened.state)).into_iter();
    let came = |sha256: &str| opened.files.iter().any(|file| file.sha256 == sha256);
    let absent = absent.filter(|file| !blobs::is_here(&file.sha256) && !came(&file.sha256));
    let absent = absent.filter(|file| !opened.damaged.contains(&file.name));
    let absent: Vec<String> = absent.map(|file| file.name).collect();
    for (text, names) in [(ui.came_damaged, &opened.damaged), (ui.came_without, &absent)] {
        if !names.is_empty() {
            notes.push(format!("{text}\n{}", names.join("\n")));
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
    /// Why files were not opened, each by its name.
    pub(super) refused: Watched<Vec<String>>,
    /// What came of the others, as far as there is more to say or to ask.
    pub(super) told: Watched<Vec<Told>>,
}

/// What there is to say of files that were opened.
#[derive(Clone)]
pub(super) enum Told {
    /// A new draft was made, of this name, with these notes.
    Opened(RowId, String, Vec<String>),
    /// They are copies of a draft, of this name: somebody has to say what is to be done with them.
    Known(RowId, String, Vec<File>),
    /// They are copies of a plan that is not here.
    Unknown(Vec<File>),
}

impl Said {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { refused: Watched::new(Vec::new()), told: Watched::new(Vec::new()) }
    }

    /// Opens what is no copy of a draft, and goes there where that is all; else says what came of each file.
    fn follow(&self, files: Vec<File>, refused: Vec<String>) {
        let mut told: Vec<Told> = Vec::new();
        // Copies of one plan, together.
        let mut plans: Vec<Vec<File>> = Vec::new();
        for file in files {
            let is_of_it = |of: &&mut Vec<File>| {
                of.first().is_some_and(|first| first.opened.plan.id == file.opened.plan.id)
            };
            match plans.iter_mut().find(is_of_it) {
                Some(of) => of.push(file),
                None => plans.push(vec![file]),
            }
        }
        for files in plans {
            told.push(match files.first().and_then(draft_of) {
                Some((draft, title)) => Told::Known(draft, title, files),
                None => Told::Unknown(files),
            });
        }
        let is_all = refused.is_empty();
        self.refused.set(refused);
        self.told.set(told.clone());
        page::focus_soon(match told.first() {
            _ if !is_all => "refused",
            Some(Told::Unknown(_)) => "unknown",
            _ => "known",
        });
    }

    /// Makes a draft of files that are copies of one plan, and goes there where nothing else is left to say.
    fn open(self, files: Vec<File>) {
        self.leave_out(&files);
        browser::spawn(async move {
            keep_attachments(&files).await;
            self.opened(files);
        });
    }

    fn opened(self, files: Vec<File>) {
        let name = files.first().map(|file| file.name.clone()).unwrap_or_default();
        // What there is to say of it was said before.
        let Some((draft, _, rest)) = open_together(files) else { return };
        let is_last = self.told.with_untracked(Vec::is_empty) && self.refused.with_untracked(Vec::is_empty);
        match (rest.is_empty(), is_last) {
            (true, true) => arrive_at(draft),
            // Nothing is lost of the others: the draft's page shows what each brings.
            (false, true) => {
                say(words().named(ui().opened_named, &name));
                hand_over(draft, rest);
            }
            _ => {
                self.told.update(|told| {
                    told.insert(0, Told::Opened(draft, name, Vec::new()));
                    if let Some((_, title)) = rest.first().and_then(draft_of) {
                        told.push(Told::Known(draft, title, rest));
                    }
                });
                page::focus_soon("opened");
            }
        }
    }

    /// Takes out the files of this plan that is not here.
    fn leave_out(&self, files: &[File]) {
        let first = files.first().map(|file| file.id);
        let is_it = |of: &Told| matches!(of, Told::Unknown(all) if all.first().map(|file| file.id) == first);
        self.told.update(|told| told.retain(|of| !is_it(of)));
    }

    /// Takes out what somebody has said what to do with.
    fn is_done(&self, draft: RowId) {
        let is_it = |of: &Told| matches!(of, Told::Known(known, ..) if *known == draft);
        self.told.update(|told| told.retain(|of| !is_it(of)));
    }
}

/// What came of opening files, as far as there is more to say or to ask.
pub(in crate::ui) fn told(said: Said) -> Vec<El> {
    let all = said.told.get();
    let kind = |of: &Told| match of {
        Told::Opened(..) => "opened",
        Told::Known(..) => "known",
        Told::Unknown(_) => "unknown",
    };
    // The first of each kind is where the focus goes.
    let id = |at: usize, of: &Told| {
        let is_first = !all.iter().take(at).any(|other| kind(other) == kind(of));
        is_first.then_some(kind(of))
    };
    let shown = all.iter().enumerate().map(|(at, of)| {
        let shown = match of {
            Told::Opened(draft, name, notes) => opened(*draft, name, notes),
            Told::Known(draft, title, files) => known(said, *draft, title, files.clone()),
            Told::Unknown(files) => unknown(said, files),
        };
        let shown = shown.attr("tabindex", "-1");
        match id(at, of) {
            Some(id) => shown.id(id),
            None => shown,
        }
    });
    shown.collect()
}

/// What is in files that are copies of a plan that is not here, and the way to make a draft of it.
fn unknown(said: Said, files: &[File]) -> El {
    let ui = ui();
    let title = files.first().map(|file| super::frame::title("", &file.opened.plan)).unwrap_or_default();
    let told = if files.len() > 1 { ui.unknown_plans } else { ui.unknown_plan };
    let about = files.iter().map(about_file::about);
    let (opened, left) = (files.to_vec(), files.to_vec());
    let leave = move || {
        said.leave_out(&left);
        page::focus_soon("open-title");
    };
    let choices = of_class("div", "choices")
        .child(button("primary", ui.open_as_draft, move || said.open(opened.clone())).id("open-as-draft"))
        .child(button("", ui.received_skip, leave).attr("data-act", "leave-out"));
    of_class("section", "summary-box none")
        .child(says("h3", &title).attr("dir", "auto"))
        .child(says("p", told))
        .children(about)
        .child(choices)
}

/// What can be done with files that are copies of a draft.
fn known(said: Said, draft: RowId, title: &str, files: Vec<File>) -> El {
    let ui = ui();
    let texts = match files.len() {
        1 => (ui.known_plan, ui.known_join, ui.known_beside),
        _ => (ui.known_plans, ui.known_join_all, ui.known_beside_all),
    };
    let about = files.iter().map(about_file::about).collect::<Vec<_>>();
    let beside = files.clone();
    let title_of_it = title.to_owned();
    let open_beside = move || {
        said.is_done(draft);
        let (files, title) = (beside.clone(), title_of_it.clone());
        browser::spawn(async move {
            keep_attachments(&files).await;
            open_beside(said, &files, &title);
        });
    };
    // What it would change is shown there, before it does.
    let is_whole = |file: &File| file.opened.made.scope.is_empty();
    let replace = (files.len() == 1 && files.iter().all(is_whole)).then(|| {
        let files = files.clone();
        let replace = move || {
            said.is_done(draft);
            hand_over(draft, files.clone());
        };
        button("", ui.known_replace, replace).attr("data-act", "known-replace")
    });
    let join = move || {
        said.is_done(draft);
        hand_over(draft, files.clone());
    };
    let leave = move || {
        said.is_done(draft);
        page::focus_soon("open-title");
    };
    let choices = of_class("div", "choices")
        .child(button("primary", texts.1, join).attr("data-act", "known-join"))
        .child(button("", texts.2, open_beside).attr("data-act", "known-beside"))
        .children(replace)
        .child(button("", ui.received_skip, leave).attr("data-act", "leave-out"));
    of_class("div", "summary-box none")
        .child(says("p", &words().named(texts.0, title)))
        .children(about)
        .child(choices)
}

/// Makes drafts of their own of files that are copies of a draft of this title, each with a name that tells it apart.
fn open_beside(said: Said, files: &[File], title: &str) {
    let opened: Vec<RowId> = files
        .iter()
        .map(|file| {
            let from = match file.opened.made.by.trim() {
                "" => file.name.as_str(),
                by => by,
            };
            let (draft, notes) = open(&file.opened, format!("{title} – {from}"));
            let told = Told::Opened(draft, file.name.clone(), notes.clone());
            if !notes.is_empty() || files.len() > 1 {
                said.told.update(|all| all.push(told));
            }
            draft
        })
        .collect();
    match opened.as_slice() {
        [draft] if said.told.with_untracked(Vec::is_empty) => arrive_at(*draft),
        _ => page::focus_soon("opened"),
    }
}

/// A draft that was made of a file, with what there is to say of it.
fn opened(draft: RowId, name: &str, notes: &[String]) -> El {
    let ui = ui();
    let title = match notes {
        [] => words().named(ui.opened_named, name),
        _ => format!("{name} – {}", ui.opened_with_notes),
    };
    of_class("div", if notes.is_empty() { "summary-box none" } else { "summary-box" })
        .child(says("h3", &title))
        .children((!notes.is_empty()).then(|| el("ul").children(notes.iter().map(|note| says("li", note)))))
        .child(link(&Route::Draft(draft, Page::Tasks).to_string(), ui.to_draft).attr("class", "button"))
}

/// Opens the example as a draft of its own.
pub(in crate::ui) fn open_example() {
    browser::spawn(async move {
        let example = page::fetch_own("example.json").await;
        match example.and_then(|text| read_text(&text).ok()) {
            Some(example) => arrive_at(open(&example, String::new()).0),
            None => say(ui().example_missing),
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
