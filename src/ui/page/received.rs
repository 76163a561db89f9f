//! Files that come back: what each brings, before anything enters the plan; then joined, with a way back.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::untrack;

use super::about_file::{self, from_table, moment};
use super::attachments;
use super::brought::{Brought, counted};
use super::compared::parts_between;
use super::heading;
use super::opening::{self, File, keep_attachments, read_file, read_pasted};
use crate::browser::versions;
use crate::browser::{self, blobs, page};
use crate::bundle::{self, BundleError, Received, Why};
use crate::compare;
use crate::plan::{Enclosure, Plan, RowId};
use crate::route::{Page, Route};
use crate::rules;
use crate::sync::State;
use crate::ui::context::{shared, ui, words};
use crate::ui::dom::{El, bind, button, el, link, of_class, says, unseen};
use crate::ui::draft::Draft;
use crate::ui::intake::{Taken, intake};
use crate::ui::notice::{say, say_with_undo, warn};
use crate::ui::watched::Watched;

/// Characters of a version's name at the most.
const MOST_NAMED: usize = 80;

thread_local! {
    /// Files that wait to be joined while this draft is looked at: whoever follows a link comes back to them.
    static WAITING: RefCell<(Option<RowId>, Vec<File>)> = const { RefCell::new((None, Vec::new())) };
}

/// The files that wait here, with those that were handed over.
fn waiting_for(draft: Draft) -> Vec<File> {
    let mut all =
        WAITING.with_borrow(|(of, all)| if *of == Some(draft.id) { all.clone() } else { Vec::new() });
    all.extend(opening::handed(draft.id));
    all
}

fn keep_waiting(draft: Draft, all: Vec<File>) {
    WAITING.set((Some(draft.id), all));
}

/// The page.
pub(super) fn received(draft: Draft) -> Vec<El> {
    let ui = ui();
    let waiting = Watched::new(waiting_for(draft));
    bind(move || keep_waiting(draft, waiting.get()));
    let refused = Watched::new(Vec::<String>::new());
    let over = Watched::new(false);
    let input = intake("receive", "receive-hint", over, move |taken| {
        refused.set(Vec::new());
        match taken {
            Taken::Files(files) => files.into_iter().for_each(|file| {
                browser::spawn(async move {
                    match read_file(&file).await {
                        Ok(opened) => add(waiting, File::of(&file, opened)),
                        Err(why) => refused.update(|all| all.push(format!("{} – {why}", file.name()))),
                    }
                });
            }),
            Taken::Text(text) => match read_pasted(&text) {
                Ok(opened) => {
                    let name = super::super::context::ui().received_pasted.to_owned();
                    add(waiting, File::new(name, opened));
                }
                Err(why) => refused.set(vec![why]),
            },
        }
    });
    let opening = of_class("section", "opening")
        .class_if("over", move || over.get())
        .child(of_class("label", "file").attr("for", "receive").text(ui.received_choose))
        .child(input)
        .child(says("p", ui.received_hint).id("receive-hint"))
        .child(
            of_class("div", "refused")
                .attr("role", "alert")
                .dynamic(move || refused.with(|all| all.iter().map(|why| says("p", why)).collect())),
        );
    let ids = move || waiting.with(|all| all.iter().map(|file| file.id).collect());
    let previews = of_class("div", "previews").each(ids, move |id| {
        let file = waiting.with_untracked(|all| all.iter().find(|file| file.id == id).cloned());
        el("div").dynamic(move || {
            // What a file brings depends on what was joined before it.
            draft.with(|_| ());
            draft.attached.track();
            untrack(|| file.as_ref().map(|file| preview(draft, file, waiting))).into_iter().collect()
        })
    });
    let all = el("div").dynamic(move || {
        let files = waiting.get();
        draft.with(|_| ());
        untrack(|| all_together(draft, &files, waiting)).into_iter().collect()
    });
    vec![
        heading(ui.received_title),
        of_class("p", "lead").text(ui.received_lead),
        opening,
        previews,
        all,
        list(draft),
    ]
}

fn add(waiting: Watched<Vec<File>>, file: File) {
    let id = preview_id(&file);
    waiting.update(|all| all.push(file));
    page::focus_soon(id);
}

fn preview_id(file: &File) -> String {
    format!("file-{}", file.id)
}

/// Whether a file is a copy of this plan.
fn is_copy(draft: Draft, file: &File) -> bool {
    draft.with_untracked(|plan| plan.id == file.opened.plan.id)
}

/// The files that can be joined together: copies that bring something.
fn joinable(draft: Draft, files: &[File]) -> Vec<File> {
    // What they bring is told on their cards; here it only matters whether they do.
    let has_effects =
        |file: &File| draft.copies.with_untracked(|copies| !copies.effects(&file.opened.state).is_empty());
    let brings = |file: &&File| is_copy(draft, file) && has_effects(file);
    files.iter().filter(brings).filter(|file| unfit(draft, file).is_none()).cloned().collect()
}

/// The way to join all at once, where there are several.
fn all_together(draft: Draft, files: &[File], waiting: Watched<Vec<File>>) -> Option<El> {
    let files = joinable(draft, files);
    if files.len() < 2 {
        return None;
    }
    let brought = Brought::of(draft, &files.iter().collect::<Vec<_>>());
    let (ask, sure) = asked("all", brought.clears_much(), ui().received_much_all);
    let join_all = button("primary", ui().received_join_all, move || join(draft, files.clone(), waiting))
        .id("join-all")
        .disabled_if(move || !sure.get() || !draft.can_write.get());
    Some(of_class("div", "all-files").children(ask).child(of_class("p", "choices").child(join_all)))
}

/// What is asked once more where files clear so many answers, and whether it was said.
fn asked(id: &str, cleared: Option<usize>, text: &str) -> (Option<El>, Watched<bool>) {
    let (sure, id) = (Watched::new(cleared.is_none()), format!("sure-{id}"));
    let tick = el("input").attr("type", "checkbox").id(&id);
    let ticked = tick.clone();
    let tick = tick.on("change", move |_| sure.set(ticked.is_checked()));
    let ask = cleared.map(|cleared| {
        let option = of_class("div", "option").child(tick);
        let option = option.child(says("label", ui().received_sure).attr("for", &id));
        of_class("div", "banner").child(says("p", &words().count(cleared, text))).child(option)
    });
    (ask, sure)
}

/// What a file says of itself, what it brings, and the way to join it.
fn preview(draft: Draft, file: &File, waiting: Watched<Vec<File>>) -> El {
    let ui = ui();
    let card = of_class("section", "preview")
        .id(&preview_id(file))
        .attr("tabindex", "-1")
        .attr("data-file", &file.name)
        .child(says("h2", &file.name).attr("dir", "auto"))
        .children(about_file::sender(file))
        .child(about_file::plan(file));
    let id = file.id;
    let skip = move || {
        waiting.update(|all| all.retain(|file| file.id != id));
        page::focus_soon("heading");
    };
    let skip =
        button("", ui.received_skip, skip).attr("data-act", "skip").child(unseen(" – ").text(&file.name));
    if !is_copy(draft, file) {
        return card.child(says("p", ui.received_other)).child(of_class("div", "choices").child(skip));
    }
    let card = card.children(about_file::warnings(file));
    let brought = Brought::of(draft, &[file]);
    if brought.is_nothing() {
        return nothing(draft, file, card, skip, waiting);
    }
    if let Some(why) = unfit(draft, file) {
        return card
            .attr("data-effects", "unfit")
            .child(of_class("div", "banner").child(says("p", &why)))
            .child(of_class("div", "choices").child(skip));
    }
    let (ask, sure) = asked(&id.to_string(), brought.clears_much(), ui.received_much);
    let joined = file.clone();
    let join = button("primary", ui.received_join, move || join(draft, vec![joined.clone()], waiting))
        .attr("data-act", "join")
        .child(unseen(" – ").text(&file.name))
        .disabled_if(move || !sure.get() || !draft.can_write.get());
    let mut counts = counted(brought.counts().into_iter());
    let attachments = attachments_brought(file, &bundle::files_of(&file.opened.plan, None));
    counts.extend((attachments > 0).then(|| words().count(attachments, ui.kept_files)));
    if counts.is_empty() {
        counts.push(ui.count_beside.to_owned());
    }
    card.child(of_class("ul", "effects").children(counts.iter().map(|said| says("li", said))))
        .child(brought.details(draft))
        .children(ask)
        .child(of_class("div", "choices").child(join).child(skip))
        .children(replacing(draft, file, waiting))
}

/// How many of these attachments came with a file and are not here.
fn attachments_brought(file: &File, named: &[Enclosure]) -> usize {
    let came = |sha256: &str| file.opened.files.iter().any(|file| file.sha256 == sha256);
    named.iter().filter(|of| came(&of.sha256) && !blobs::is_here(&of.sha256)).count()
}

/// The way to put a file in the plan's place; a part of a plan is none. Where it empties much, that is asked first.
fn replacing(draft: Draft, file: &File, waiting: Watched<Vec<File>>) -> Option<El> {
    if !file.opened.made.scope.is_empty() {
        return None;
    }
    let (emptied, all) = draft.emptied_by(&file.opened);
    let much = (emptied * 10 > all * 3).then_some(emptied);
    let (ask, sure) = asked(&format!("replace-{}", file.id), much, ui().received_replace_much);
    let replaced = file.clone();
    let act = button("", ui().received_replace, move || replace(draft, &replaced, waiting))
        .attr("data-act", "replace")
        .child(unseen(" – ").text(&file.name))
        .disabled_if(move || !sure.get() || !draft.can_write.get());
    let empties = (emptied > 0 && much.is_none())
        .then(|| of_class("p", "hint").text(&words().count(emptied, ui().received_replace_empties)));
    let hint = of_class("p", "hint").text(ui().received_replace_hint);
    let details = replaced_details(draft, file);
    Some(of_class("div", "replacing").child(hint).children(empties).child(details).children(ask).child(act))
}

/// What the plan would say instead, question by question, once somebody asks.
fn replaced_details(draft: Draft, file: &File) -> El {
    let (open, opened) = (Watched::new(false), Rc::clone(&file.opened));
    let told = move || {
        let before = draft.with_untracked(Plan::clone);
        let now = Plan { comments: before.comments.clone(), ..opened.plan.clone() };
        let parts = compare::compare(&before, &now, shared().lang.get_untracked());
        of_class("div", "brought").children(parts_between(draft, &before, &now, parts))
    };
    of_class("details", "folded")
        .child(says("summary", ui().received_replace_what))
        .on("toggle", move |_| open.set(true))
        .when(move || open.get(), told)
}

/// Puts what a file says in the place of what the plan says, answer by answer; a version is kept before, and all can be
/// taken back.
fn replace(draft: Draft, file: &File, waiting: Watched<Vec<File>>) {
    if !draft.can_write.get_untracked() {
        return;
    }
    let file = file.clone();
    browser::spawn(async move {
        keep_attachments(std::slice::from_ref(&file)).await;
        // A second click may come meanwhile, or the page be left.
        if !draft.is_kept() || !is_waiting(&file, waiting) {
            return;
        }
        // Nothing is replaced that is not kept, nor what is typed while it is.
        let mut kept = None;
        loop {
            let now = draft.with_untracked(Plan::clone);
            if kept.as_ref() == Some(&now) {
                break;
            }
            if !versions::keep(draft.id, Why::BeforeReplacing, &file.name, draft.stored_text()).await {
                return warn(ui().version_not_kept);
            }
            if !draft.is_kept() || !is_waiting(&file, waiting) || !draft.can_write.get_untracked() {
                return;
            }
            kept = Some(now);
        }
        let undo = draft.replace(&file.opened);
        waiting.update(|all| all.retain(|known| known.id != file.id));
        say_with_undo(words().named(ui().received_replaced, &file.name), undo);
        page::focus_soon("joined");
    });
}

/// A file that brings nothing new; what was written over it can be taken up again.
fn nothing(draft: Draft, file: &File, card: El, skip: El, waiting: Watched<Vec<File>>) -> El {
    let ui = ui();
    let is_rewritten = draft.copies.with_untracked(|copies| copies.has_rewritten(&file.opened.state));
    let again = {
        let file = file.clone();
        move || {
            let file = file.clone();
            browser::spawn(async move {
                keep_attachments(std::slice::from_ref(&file)).await;
                if !is_waiting(&file, waiting) || !draft.is_kept() || !draft.can_write.get_untracked() {
                    return;
                }
                let undo = draft.take_again(&file.opened);
                waiting.update(|all| all.retain(|known| known.id != file.id));
                say_with_undo(
                    words().named(super::super::context::ui().received_again_done, &file.name),
                    undo,
                );
                page::focus_soon("joined");
            });
        }
    };
    let again = is_rewritten.then(|| {
        button("", ui.received_again, again)
            .attr("data-act", "again")
            .child(unseen(" – ").text(&file.name))
            .disabled_if(move || !draft.can_write.get())
    });
    // What was written since can give way as a whole, too.
    let is_other = draft.with_untracked(|plan| *plan != file.opened.plan);
    let replace = is_other.then(|| replacing(draft, file, waiting)).flatten();
    let attachments = attachments_brought(file, &attachments::of_draft(draft));
    let take = (attachments > 0).then(|| {
        let (file, file_name) = (file.clone(), file.name.clone());
        button("primary", ui.received_take_files, move || take_attachments(draft, &file, waiting))
            .attr("data-act", "take-files")
            .child(unseen(" – ").text(&file_name))
    });
    let said = match (attachments, is_rewritten) {
        (0, true) => ui.received_rewritten.to_owned(),
        (0, false) => ui.received_nothing.to_owned(),
        _ => words().count(attachments, ui.received_files),
    };
    card.attr("data-effects", if attachments > 0 { "attachments" } else { "none" })
        .child(says("p", &said))
        .child(of_class("div", "choices").children(take).child(skip).children(again))
        .children(replace)
}

/// Keeps the attachments of a file that were missing here; nothing else enters the plan.
fn take_attachments(draft: Draft, file: &File, waiting: Watched<Vec<File>>) {
    let file = file.clone();
    browser::spawn(async move {
        let count = attachments_brought(&file, &attachments::of_draft(draft));
        if keep_attachments(std::slice::from_ref(&file)).await && draft.is_kept() {
            waiting.update(|all| all.retain(|known| known.id != file.id));
            draft.attached.update(|count| *count += 1);
            say(words().count(count, ui().received_files_taken));
            page::focus_soon("joined");
        }
    });
}

/// Whether a file still waits: a second click may come before the first is done.
fn is_waiting(file: &File, waiting: Watched<Vec<File>>) -> bool {
    waiting.is_kept() && waiting.with_untracked(|all| all.iter().any(|known| known.id == file.id))
}

/// Why a copy cannot be joined: the plan would hold more rows than a file may.
fn unfit(draft: Draft, file: &File) -> Option<String> {
    let joined = draft.copies.with_untracked(|copies| copies.joined().clone());
    with_file(&joined, file).err().map(|error| opening::refusal(&error))
}

/// What a copy comes to with a file, unless there would be more rows than a file may hold.
fn with_file(joined: &State, file: &File) -> Result<State, BundleError> {
    let mut joined = joined.clone();
    joined.join(&file.opened.state);
    bundle::check_rows(&joined).map(|()| joined)
}

/// Joins files with the plan, one after the other; a version is kept before, and all can be taken back.
fn join(draft: Draft, files: Vec<File>, waiting: Watched<Vec<File>>) {
    browser::spawn(async move {
        keep_attachments(&files).await;
        if draft.is_kept() && draft.can_write.get_untracked() {
            join_kept(draft, files.into_iter().filter(|file| is_waiting(file, waiting)).collect(), waiting);
        }
    });
}

/// Joins files whose attachments are kept.
fn join_kept(draft: Draft, mut files: Vec<File>, waiting: Watched<Vec<File>>) {
    // Each may fit, and all together not: those that do not any more wait, and say why.
    let mut joined = draft.copies.with_untracked(|copies| copies.joined().clone());
    files.retain(|file| with_file(&joined, file).map(|with| joined = with).is_ok());
    if files.is_empty() {
        return;
    }
    let names = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
    let mut named: String = names.chars().take(MOST_NAMED).collect();
    if named.len() < names.len() {
        named.push('…');
    }
    let text = draft.stored_text();
    browser::spawn(async move {
        if !versions::keep(draft.id, Why::BeforeJoining, &named, text).await {
            warn(ui().version_not_kept);
        }
    });
    let said = match files.len() {
        1 => words().named(ui().received_joined, &names),
        count => {
            let count = rules::Value::Number(i64::try_from(count).unwrap_or_default());
            words().fill(ui().received_joined_all, &[("n", count), ("name", rules::Value::Text(names))])
        }
    };
    let mut ways_back = Vec::new();
    // No two have the same moment: by file and moment a note is known.
    for (count, file) in (0..).zip(&files) {
        let mut note = noted(draft, file);
        note.at += count;
        ways_back.push(draft.join_file(&file.opened, note));
    }
    waiting.update(|all| all.retain(|file| files.iter().all(|joined| joined.id != file.id)));
    draft.show_files();
    say_with_undo(said, move || {
        let back: Vec<bool> = ways_back.iter().rev().map(|back| back()).collect();
        back.contains(&true)
    });
    page::focus_soon("joined");
}

fn noted(draft: Draft, file: &File) -> Received {
    let counts = Brought::of(draft, &[file]).counts();
    let made = &file.opened.made;
    Received {
        file: file.name.clone(),
        by: made.by.clone(),
        made: made.at.clone(),
        table: made.table.clone(),
        taken_back: false,
        at: browser::now(),
        effects: counts.map(|count| u64::try_from(count).unwrap_or(u64::MAX)),
    }
}

/// The files that were joined, with what each brought.
fn list(draft: Draft) -> El {
    let ui = ui();
    let settle = link(&Route::Draft(draft.id, Page::Differences).to_string(), "")
        .attr("class", "button")
        .id("settle")
        .text_with(move || {
            words().count(draft.differences.with(Vec::len), super::super::context::ui().differ_count)
        });
    of_class("section", "panel")
        .attr("data-panel", "received")
        .child(says("h2", ui.received_list).id("joined").attr("tabindex", "-1"))
        .dynamic(move || {
            draft.received.track();
            let all = draft.keeping.with_untracked(|keeping| keeping.notes.received.clone());
            if all.is_empty() {
                return vec![of_class("p", "empty").text(super::super::context::ui().received_none)];
            }
            vec![of_class("ul", "received-list").children(all.iter().map(|of| entry(draft, of)))]
        })
        .child({
            let settle = settle.clone();
            el("p").when(move || !draft.differences.with(Vec::is_empty), move || settle.clone())
        })
        .child(of_class("p", "hint").text(ui.received_versions))
}

fn entry(draft: Draft, of: &Received) -> El {
    let (ui, words) = (ui(), words());
    let by = (!of.by.trim().is_empty()).then(|| words.named(ui.received_says, of.by.trim()));
    let made = browser::moment(&of.made).map(|at| moment(ui.received_made, at));
    let on = moment(ui.received_on, of.at);
    let counts = counted(of.effects.iter().map(|count| usize::try_from(*count).unwrap_or_default()));
    // What it brought is not there any more.
    let counts = if of.taken_back { Vec::new() } else { counts };
    let back = of.taken_back.then(|| ui.received_taken_back.to_owned());
    let table = from_table(&of.table);
    let facts = back.into_iter().chain(table).chain(by).chain(made).chain([on]).chain(counts);
    el("li")
        .attr("data-received", &of.file)
        .attr_if("data-taken-back", of.taken_back.then_some(""))
        .child(says("strong", &of.file).attr("dir", "auto"))
        .child(of_class("ul", "facts").children(facts.map(|fact| says("li", &fact))))
        .children(take_back(draft, of))
}

/// The way to take a file back, as long as the page knows it.
fn take_back(draft: Draft, of: &Received) -> Option<El> {
    let back = (!of.taken_back).then(|| draft.way_back_of(of)).flatten()?;
    let name = of.file.clone();
    let act = move || {
        if back() {
            say(words().named(super::super::context::ui().received_back_done, &name));
        }
        page::focus_soon("joined");
    };
    let act = button("quiet", ui().received_take_back, act).attr("data-act", "take-back");
    let act = act.child(unseen(" – ").text(&of.file)).disabled_if(move || !draft.can_write.get());
    Some(of_class("div", "row-actions").child(act))
}
