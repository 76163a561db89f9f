//! The bundle: what is in it, how ready it is, the file, and how to send it.

use std::rc::Rc;

use leptos::prelude::*;

use super::attachments::{self, Made, Way};
use super::heading;
use super::issues::{Lines, issue_list};
use crate::browser::files::{self, Content};
use crate::browser::{self, blobs, page};
use crate::bundle;
use crate::plan::text;
use crate::rules::Value;
use crate::rules::acknowledged::is_open;
use crate::ui::autosave::Keeping;
use crate::ui::context::{shared, ui, who, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::notice::say;
use crate::ui::watched::{Follows, Watched};
use crate::ui::who;

/// Bytes of a covering note that a mail's address carries at the most.
const LONG_NOTE: usize = 1500;

/// A file that was saved, to be sent.
struct Saved {
    name: String,
    content: Content,
    /// The names of the attachments that go apart, and of those that are not in this browser.
    apart: String,
    lacking: String,
}

/// The page.
pub(super) fn export(draft: Draft) -> Vec<El> {
    let ui = ui();
    let typed = Watched::new(draft.covering_note());
    let note = el("textarea").id("made-note").attr("rows", "3").on_typed(move |note| {
        let note = text::clean(&note).into_owned();
        draft.set_covering_note(note.clone());
        typed.set(note);
    });
    note.set_value(&typed.get_untracked());
    let way = Watched::new(Way::default());
    let saved = Watched::new(None::<Rc<Saved>>);
    let save = move || {
        draft.flush();
        let marks = draft.go_out();
        let file = (untrack(|| name(draft)), untrack(|| bundle_text(draft, made_now(draft, typed.get()))));
        let files = untrack(|| attachments::of_draft(draft));
        let way = way.get_untracked().fitting(file.1.len(), &files);
        // What is not here nobody can send.
        let here = files.iter().filter(|file| blobs::is_here(&file.sha256));
        let names: Vec<String> = here.map(|file| file.name.clone()).collect();
        let apart = if way == Way::Without { names.join(", ") } else { String::new() };
        attachments::save(file, files, way, move |file| match file {
            Some(Made { name, content, lacking }) => {
                draft.note_export(marks);
                saved.set(Some(Rc::new(Saved { name, content, apart, lacking: lacking.join(", ") })));
                page::focus_soon("send");
            }
            None => say(super::super::context::ui().export_failed),
        });
    };
    let length = Follows::new(move || {
        shared().who.track();
        bundle_text(draft, made_now(draft, typed.get())).len()
    });
    let size = move || words().size(attachments::size(draft, way.get(), length.get()));
    let facts = of_class("dl", "facts")
        .child(says("dt", ui.file_name))
        .child(
            el("dd")
                .attr("data-file-name", "")
                .text_with(move || attachments::name_of(draft, way.get(), length.get(), name(draft))),
        )
        .child(says("dt", ui.file_size))
        .child(el("dd").text_with(size))
        .child(says("dt", ui.file_holds))
        .child(says("dd", ui.file_holds_what));
    let label = of_class("label", "label")
        .attr("for", "made-note")
        .text(ui.made_note)
        .text(" ")
        .child(of_class("span", "need").text(ui.optional));
    vec![
        heading(ui.export_title),
        of_class("p", "lead").text(ui.export_lead),
        el("div").dynamic(move || vec![readiness(draft)]),
        el("div").dynamic(move || vec![handed_to(draft)]),
        facts,
        of_class("div", "question own").children(who::field("made-by")),
        of_class("div", "question own").child(label).child(note),
        attachments::choice(draft, way, length),
        of_class("div", "section-end")
            .child(button("primary", ui.save_bundle, save).id("save-bundle"))
            .child(button("", ui.print_plan, page::print).id("print")),
        el("div").dynamic(move || {
            let note = || typed.get_untracked();
            saved.get().map(|file| untrack(|| send(draft, &file, note()))).into_iter().collect()
        }),
        final_file(draft),
    ]
}

/// The file for submission: what it leaves out, how ready it is, and the file.
fn final_file(draft: Draft) -> El {
    let ui = ui();
    let name = move || draft.with(|plan| bundle::final_file_name(plan, browser::today(), browser::NORMALISE));
    let save = move || {
        let (made, issues) = (made_now(draft, String::new()), draft.issues_now());
        let text = draft.with_untracked(|plan| {
            bundle::export_final(plan, draft.differences.with_untracked(Vec::len), &issues, &made)
        });
        let files = draft.with_untracked(|plan| bundle::files_of(plan, None));
        // Whatever was chosen for the file to work with: this one is to be whole.
        let way = Way::Inside.fitting(text.len(), &files);
        attachments::save((untrack(name), text), files, way, |file| {
            say(match file {
                Some(Made { name, .. }) => words().named(super::super::context::ui().saved_as, &name),
                None => super::super::context::ui().export_failed.to_owned(),
            });
        });
    };
    let attached = move || {
        let files = draft.with(|plan| bundle::files_of(plan, None)).into_iter();
        files.filter(|file| draft.has_bytes(file)).count()
    };
    let state = move || {
        let ui = super::super::context::ui();
        let (state, means) = match draft.open_requirements() {
            0 => (ui.ready, ui.ready_means.to_owned()),
            open => (ui.draft_state, words().count(open, ui.open_requirements_lead)),
        };
        vec![el("p").child(says("strong", state)).text(" ").text(&means)]
    };
    of_class("section", "final")
        .attr("aria-labelledby", "final-title")
        .child(says("h2", ui.final_title).id("final-title"))
        .child(says("p", ui.final_lead))
        .child(says("p", ui.final_leaves_out))
        .child(
            el("p")
                .attr_with("hidden", move || (attached() == 0).then(String::new))
                .text_with(move || words().count(attached(), super::super::context::ui().final_files)),
        )
        .child(of_class("p", "hint").attr("data-final-name", "").text_with(name))
        .child(of_class("div", "final-state").dynamic(state))
        .child(button("", ui.save_final, save).id("save-final"))
}

/// Who makes a file now, and with what.
pub(super) fn made_now(draft: Draft, note: String) -> bundle::Made {
    let app = concat!("plan-ouvert ", env!("CARGO_PKG_VERSION")).to_owned();
    let notes = |keeping: &Keeping| (keeping.notes.scope.clone(), keeping.notes.table.clone());
    let (scope, table) = draft.keeping.with_untracked(notes);
    bundle::Made { app, at: browser::timestamp(browser::now()), by: who(), note, scope, table }
}

pub(super) fn name(draft: Draft) -> String {
    draft.with(|plan| bundle::file_name(plan, browser::today(), browser::NORMALISE))
}

pub(super) fn bundle_text(draft: Draft, made: bundle::Made) -> String {
    let issues = draft.issues();
    draft.keeping.with_untracked(|keeping| {
        let unknown = &keeping.notes.unknown;
        draft.differences.track();
        let text = |plan: &_| {
            draft
                .copies
                .with_untracked(|copies| bundle::export_copy(plan, copies.joined(), &issues, &made, unknown))
        };
        draft.with(text)
    })
}

/// Until the plan is submitted: to whom the file goes, who alone can submit it (PLAN-9).
fn handed_to(draft: Draft) -> El {
    let contact = draft.with(|plan| {
        let is_open = plan.submitted.value().is_none();
        is_open.then(|| plan.point_of_contact.name.trim().to_owned())
    });
    match contact.as_deref() {
        None => el("div"),
        Some("") => of_class("p", "hint").attr("data-line", "PLAN-9").text(ui().hand_to_contact),
        Some(name) => {
            of_class("p", "hint").attr("data-line", "PLAN-9").text(&words().named(ui().hand_to, name))
        }
    }
}

/// Draft or ready, and what is open.
fn readiness(draft: Draft) -> El {
    let (ui, words) = (ui(), words());
    let issues = draft.issues();
    let open: Vec<_> = draft.with(|plan| issues.iter().filter(|issue| is_open(plan, issue)).collect());
    let to_settle = draft.differences.with(Vec::len);
    if open.is_empty() && to_settle == 0 {
        let ready = of_class("p", "ready").attr("data-ready", "true");
        return ready.child(says("strong", ui.ready)).text(" ").text(ui.ready_means);
    }
    let how = Lines { name_commitments: true, ..Lines::default() };
    let state = el("p").child(says("strong", ui.draft_state)).text(" ");
    of_class("div", "not-ready")
        .attr("data-ready", "false")
        .child(state.text(&words.count(open.len() + to_settle, ui.open_requirements_lead)))
        .child(super::tasks::to_settle(draft))
        .child(el("details").child(says("summary", ui.show_open)).child(issue_list(draft, how, open)))
}

/// How to send the file that was just saved.
fn send(draft: Draft, file: &Rc<Saved>, note: String) -> El {
    let (ui, words) = (ui(), words());
    let Saved { name, content, apart, lacking } = &**file;
    let title = draft.with(|plan| draft.title(plan));
    let subject = words.named(ui.mail_subject, &title);
    // Mail programs take no long addresses.
    let note = match note.trim() {
        note if note.is_empty() || note.len() > LONG_NOTE => String::new(),
        note => format!("\n{note}\n"),
    };
    let of_files = [(apart, ui.mail_apart), (lacking, ui.mail_lacking)].into_iter();
    let of_files = of_files.filter(|(names, _)| !names.is_empty());
    let note = of_files.fold(note, |note, (names, said)| format!("{note}\n{}\n", words.named(said, names)));
    let value = |name, text| (name, Value::Text(text));
    let values = [
        value("name", name.clone()),
        value("address", page::address()),
        value("note", note),
        value("by", who()),
    ];
    let body = words.fill(ui.mail_body, &values);
    // A note or a name that is not given leaves no dots.
    let lines: Vec<&str> = body.lines().filter(|line| line.trim() != "…").collect();
    let body = lines.join("\n").replace("\n\n\n", "\n\n").trim_end().to_owned();
    let mail = format!("mailto:?subject={}&body={}", page::encoded(&subject), page::encoded(&body));
    let saved_as = says("p", &words.named(ui.saved_as, name));
    let shared = Rc::clone(file);
    let share = files::can_share(name, content).then(|| {
        button("", ui.share, move || files::share(&shared.name, &shared.content, |_| ())).id("share")
    });
    let ready = |id: &str, title: &str, copy: &str, text: String| {
        let shown = of_class("p", "copied-text").id(id).text(&text);
        [says("h3", title), shown, button("", copy, move || copy_text(&text))]
    };
    of_class("section", "send")
        .id("send")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "send-title")
        .child(says("h2", ui.send_title).id("send-title"))
        .child(saved_as)
        .children(share)
        .children(ready("mail-subject", ui.mail_subject_title, ui.copy_subject, subject))
        .children(ready("mail-body", ui.mail_body_title, ui.copy_body, body))
        .child(el("p").child(link(&mail, ui.open_mail).id("mailto").attr("class", "button secondary")))
        .child(of_class("p", "hint").text(ui.attach_by_hand))
}

fn copy_text(text: &str) {
    files::copy(text, |worked| say(if worked { ui().copied } else { ui().not_copied }));
}
