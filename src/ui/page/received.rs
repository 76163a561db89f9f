//! Files that come back: what each brings, before anything enters the plan; then joined, with a way back.

use std::collections::BTreeSet;

use leptos::prelude::untrack;

use super::heading;
use super::issues::link_to;
use super::opening::{self, File, read_file, read_text};
use crate::browser::versions;
use crate::browser::{self, page};
use crate::bundle::{self, BundleError, Received, Why};
use crate::route::{Page, Route};
use crate::rules::{self, At};
use crate::sync::{Effect, Kind, State};
use crate::ui::answers::{self, answer, said};
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says, unseen};
use crate::ui::draft::Draft;
use crate::ui::intake::{Taken, intake};
use crate::ui::marked::replaced;
use crate::ui::notice::say_with_undo;
use crate::ui::watched::Watched;

/// The page.
pub(super) fn received(draft: Draft) -> Vec<El> {
    let ui = ui();
    let waiting = Watched::new(opening::handed());
    let refused = Watched::new(Vec::<String>::new());
    let over = Watched::new(false);
    let input = intake("receive", "receive-hint", over, move |taken| {
        refused.set(Vec::new());
        match taken {
            Taken::Files(files) => files.into_iter().for_each(|file| {
                browser::spawn(async move {
                    match read_file(&file).await {
                        Ok(opened) => add(waiting, File::new(file.name(), opened)),
                        Err(why) => refused.update(|all| all.push(format!("{} – {why}", file.name()))),
                    }
                });
            }),
            Taken::Text(text) => match read_text(&text) {
                Ok(opened) => {
                    add(waiting, File::new(super::super::context::ui().received_pasted.to_owned(), opened))
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
            untrack(|| file.as_ref().map(|file| preview(draft, file, waiting))).into_iter().collect()
        })
    });
    let all = el("div").when(
        move || waiting.with(|all| all.iter().filter(|file| is_copy(draft, file)).count() > 1),
        move || {
            let join_all = move || {
                let files = waiting.get_untracked();
                join(draft, files.into_iter().filter(|file| is_plain(draft, file)).collect(), waiting);
            };
            of_class("p", "choices").child(
                button("primary", super::super::context::ui().received_join_all, join_all)
                    .id("join-all")
                    .disabled_if(move || !draft.can_write.get()),
            )
        },
    );
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

/// Whether a file can be joined without asking once more.
fn is_plain(draft: Draft, file: &File) -> bool {
    is_copy(draft, file) && unfit(draft, file).is_none() && !clears_much(draft, &effects(draft, file))
}

fn effects(draft: Draft, file: &File) -> Vec<Effect> {
    draft.copies.with_untracked(|copies| copies.effects(&file.opened.state))
}

fn clears_much(draft: Draft, effects: &[Effect]) -> bool {
    draft.copies.with_untracked(|copies| {
        let is_answer = |(path, cell): &(&str, &crate::sync::Cell)| {
            !cell.value().is_null() && answer(path).is_some_and(|answer| answer.place.is_some())
        };
        let state = copies.joined();
        // With a row goes all that is in it.
        let inside = |effect: &Effect| match effect.path.ends_with('/') {
            true => state.inside(&effect.path).filter(is_answer).count(),
            false => usize::from(answer(&effect.path).is_some()),
        };
        let cleared: usize = effects.iter().filter(|effect| effect.kind == Kind::Cleared).map(inside).sum();
        cleared * 10 > state.cells().filter(is_answer).count() * 3
    })
}

/// How many answers of the form a copy brings of this kind.
fn count(effects: &[Effect], kind: Kind) -> usize {
    effects.iter().filter(|effect| effect.kind == kind && answer(&effect.path).is_some()).count()
}

/// What a file says of itself, what it brings, and the way to join it.
fn preview(draft: Draft, file: &File, waiting: Watched<Vec<File>>) -> El {
    let (ui, words) = (ui(), words());
    let made = &file.opened.made;
    let when = browser::moment(&made.at).map(|at| moment(ui.received_made, at));
    let by = (!made.by.trim().is_empty()).then(|| words.named(ui.received_says, made.by.trim()));
    let note = (!made.note.trim().is_empty()).then(|| words.named(ui.bundle_note, made.note.trim()));
    let facts = from_table(&made.table).into_iter().chain(by).chain(when).map(|fact| says("li", &fact));
    let card = of_class("section", "preview")
        .id(&preview_id(file))
        .attr("tabindex", "-1")
        .attr("data-file", &file.name)
        .child(says("h2", &file.name).attr("dir", "auto"))
        .child(of_class("ul", "facts").children(facts))
        .children(note.map(|note| of_class("p", "hint").text(&note)));
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
    let effects = effects(draft, file);
    if effects.is_empty() {
        return card
            .attr("data-effects", "none")
            .child(says("p", ui.received_nothing))
            .child(of_class("div", "choices").child(skip));
    }
    if let Some(why) = unfit(draft, file) {
        return card
            .attr("data-effects", "unfit")
            .child(of_class("div", "banner").child(says("p", &why)))
            .child(of_class("div", "choices").child(skip));
    }
    let much = clears_much(draft, &effects);
    let sure = Watched::new(!much);
    let tick = el("input").attr("type", "checkbox").id(&format!("sure-{id}"));
    let ticked = tick.clone();
    let tick = tick.on("change", move |_| sure.set(ticked.is_checked()));
    let ask = much.then(|| {
        let cleared = count(&effects, Kind::Cleared);
        of_class("div", "banner").child(says("p", &words.count(cleared, ui.received_much))).child(
            of_class("div", "option")
                .child(tick)
                .child(says("label", ui.received_sure).attr("for", &format!("sure-{id}"))),
        )
    });
    let joined = file.clone();
    let join = button("primary", ui.received_join, move || join(draft, vec![joined.clone()], waiting))
        .attr("data-act", "join")
        .child(unseen(" – ").text(&file.name))
        .disabled_if(move || !sure.get() || !draft.can_write.get());
    card.child(of_class("ul", "effects").children(counted(&effects).iter().map(|said| says("li", said))))
        .child(details(draft, file, &effects))
        .children(ask)
        .child(of_class("div", "choices").child(join).child(skip))
}

/// Of which table of a workshop a file is.
fn from_table(table: &str) -> Option<String> {
    let table = crate::plan::text::label(table);
    (!table.is_empty()).then(|| words().named(ui().part_for, &table))
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

/// How much a copy brings, in words.
fn counted(effects: &[Effect]) -> Vec<String> {
    let (ui, words) = (ui(), words());
    let comments: BTreeSet<&str> = effects
        .iter()
        .filter(|effect| effect.kind == Kind::New && effect.path.ends_with('/'))
        .filter_map(|effect| effect.path.strip_prefix("comments/"))
        .collect();
    let kinds = [
        (count(effects, Kind::New), ui.count_new),
        (count(effects, Kind::Changed), ui.count_changed),
        (count(effects, Kind::Cleared), ui.count_cleared),
        (count(effects, Kind::Conflict), ui.count_conflicts),
        (comments.len(), ui.count_comments),
    ];
    kinds.into_iter().filter(|(count, _)| *count > 0).map(|(count, text)| words.count(count, text)).collect()
}

/// Each answer that a copy changes, before and after.
fn details(draft: Draft, file: &File, effects: &[Effect]) -> El {
    let ui = ui();
    let file = file.clone();
    let effects = effects.to_vec();
    let open = Watched::new(false);
    of_class("details", "folded")
        .child(says("summary", ui.received_what))
        .on("toggle", move |_| open.set(true))
        .when(
            move || open.get(),
            move || {
                let lines = effects.iter().filter(|effect| answer(&effect.path).is_some());
                of_class("ul", "effect-list").children(lines.map(|effect| line(draft, &file, effect)))
            },
        )
}

fn line(draft: Draft, file: &File, effect: &Effect) -> El {
    let name = answers::name(draft, &effect.path);
    let place = answer(&effect.path).and_then(|answer| answer.place);
    let exists = place.is_some_and(|place| draft.with_untracked(|plan| place.exists(plan)));
    let title = match place.filter(|_| exists) {
        Some(place) => el("p").child(link_to(draft, At::Place(place), &name)),
        None => says("p", &name),
    };
    let kind = match effect.kind {
        Kind::New => "new",
        Kind::Changed => "changed",
        Kind::Cleared => "cleared",
        Kind::Conflict => "conflict",
    };
    let words = |value: &_| said(draft, &effect.path, value).unwrap_or_default();
    let before = draft.copies.with_untracked(|copies| words(copies.joined().value(&effect.path)));
    let after = words(file.opened.state.value(&effect.path));
    let is_row = effect.path.ends_with('/');
    el("li").attr("data-effect", kind).child(title).children((!is_row).then(|| replaced(&before, &after)))
}

/// Joins files with the plan, one after the other; a version is kept before, and all can be taken back.
fn join(draft: Draft, mut files: Vec<File>, waiting: Watched<Vec<File>>) {
    // Each may fit, and all together not: those that do not any more wait, and say why.
    let mut joined = draft.copies.with_untracked(|copies| copies.joined().clone());
    files.retain(|file| with_file(&joined, file).map(|with| joined = with).is_ok());
    if files.is_empty() || !draft.can_write.get_untracked() {
        return;
    }
    let (text, first) =
        (draft.stored_text(), files.first().map(|file| file.name.clone()).unwrap_or_default());
    browser::spawn(async move {
        versions::keep(draft.id, Why::BeforeJoining, &first, text).await;
    });
    let mut notes: Vec<Received> = files.iter().map(|file| noted(draft, file)).collect();
    // No two have the same moment: by file and moment a note is known.
    for (count, note) in (0..).zip(&mut notes) {
        note.at += count;
    }
    let states: Vec<_> = files.iter().map(|file| file.opened.state.clone()).collect();
    let unknown = files.iter().map(|file| file.opened.unknown.clone()).collect();
    let undo = draft.join_files(&states, &notes, unknown);
    let names = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
    waiting.update(|all| all.retain(|file| files.iter().all(|joined| joined.id != file.id)));
    say_with_undo(words().named(ui().received_joined, &names), undo);
    page::focus_soon("joined");
}

fn noted(draft: Draft, file: &File) -> Received {
    let effects = effects(draft, file);
    let counts = [Kind::New, Kind::Changed, Kind::Cleared, Kind::Conflict].map(|kind| count(&effects, kind));
    Received {
        file: file.name.clone(),
        by: file.opened.made.by.clone(),
        made: file.opened.made.at.clone(),
        table: file.opened.made.table.clone(),
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
            vec![of_class("ul", "received-list").children(all.iter().map(entry))]
        })
        .child({
            let settle = settle.clone();
            el("p").when(move || !draft.differences.with(Vec::is_empty), move || settle.clone())
        })
        .child(of_class("p", "hint").text(ui.received_versions))
}

fn entry(of: &Received) -> El {
    let (ui, words) = (ui(), words());
    let by = (!of.by.trim().is_empty()).then(|| words.named(ui.received_says, of.by.trim()));
    let made = browser::moment(&of.made).map(|at| moment(ui.received_made, at));
    let on = moment(ui.received_on, of.at);
    let kinds = [ui.count_new, ui.count_changed, ui.count_cleared, ui.count_conflicts];
    let counts = of.effects.iter().zip(kinds).filter(|(count, _)| **count > 0);
    let counts = counts.map(|(count, text)| words.count(usize::try_from(*count).unwrap_or_default(), text));
    let back = of.taken_back.then(|| ui.received_taken_back.to_owned());
    let table = from_table(&of.table);
    let facts = back.into_iter().chain(table).chain(by).chain(made).chain([on]).chain(counts);
    el("li")
        .attr("data-received", &of.file)
        .attr_if("data-taken-back", of.taken_back.then_some(""))
        .child(says("strong", &of.file).attr("dir", "auto"))
        .child(of_class("ul", "facts").children(facts.map(|fact| says("li", &fact))))
}

/// A moment in a sentence.
fn moment(template: &str, at: i64) -> String {
    let values = [
        ("day", rules::Value::Day(browser::day_of(at))),
        ("time", rules::Value::Text(browser::time_of_day(at))),
    ];
    words().fill(template, &values)
}
