//! Preparing a workshop: for each table a part of the plan, as a file and on paper.

use leptos::prelude::untrack;

use super::attachments;
use super::export::made_now;
use super::heading;
use super::outline::numbered_title;
use crate::browser::{self, files, page};
use crate::bundle::{self, Table, Workshop};
use crate::parts::{self, Entry, Part};
use crate::plan::{RowId, text};
use crate::question::{ListPlace, Section};
use crate::route::{Page, Route};
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says, unseen};
use crate::ui::draft::Draft;
use crate::ui::notice::{say, say_with_undo};
use crate::ui::watched::Watched;
use crate::ui::who;

/// How long after a file the next one follows, in milliseconds: browsers drop files that come all at once.
const NEXT_FILE: i32 = 400;
/// Tables at the beginning.
const FIRST_TABLES: usize = 2;

/// What a table is told: what is said to all, and to it alone.
pub(super) fn told(table: &Table, to_all: &str) -> String {
    let notes = [to_all.trim(), table.note.trim()];
    notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The page while it is shown.
#[derive(Clone, Copy)]
struct Preparing {
    draft: Draft,
    /// Counts tables that come and go.
    shape: Watched<u32>,
    /// Counts what was ticked, and texts that somebody left.
    settled: Watched<u32>,
}

/// The page.
pub(super) fn workshop(draft: Draft) -> Vec<El> {
    let ui = ui();
    let now = Preparing { draft, shape: Watched::new(0), settled: Watched::new(0) };
    let kept = draft.keeping.with_untracked(|keeping| keeping.notes.workshop.clone());
    if !kept.is_null() {
        draft.workshop.set(Workshop::read(&kept));
    } else if draft.workshop.with_untracked(|workshop| workshop.tables.is_empty()) {
        draft.workshop.change(|workshop| ui.workshop_instructions.clone_into(&mut workshop.note));
        (0..FIRST_TABLES).for_each(|_| now.add_table());
    }
    let note = now.area("workshop-note", |workshop| Some(&mut workshop.note));
    let commitments = draft.rows(ListPlace::Commitments);
    let tables = of_class("div", "workshop-tables").dynamic(move || {
        now.shape.track();
        commitments.with(|_| ());
        let count = draft.workshop.with_untracked(|workshop| workshop.tables.len());
        untrack(|| (0..count).map(|at| now.table(at)).collect())
    });
    let add = move || {
        now.add_table();
        now.keep();
        now.shape.update(|count| *count += 1);
        let count = draft.workshop.with_untracked(|workshop| workshop.tables.len());
        page::focus_soon(name_id(count - 1));
    };
    let has_files = !untrack(|| attachments::of_draft(draft)).is_empty();
    let mut page = vec![
        heading(ui.workshop_title),
        of_class("p", "lead").text(ui.workshop_lead),
        of_class("div", "question own").children(who::field("workshop-by")),
        of_class("div", "question own")
            .child(of_class("label", "label").attr("for", "workshop-note").text(ui.workshop_note))
            .child(of_class("p", "hint").id("workshop-note-hint").text(ui.workshop_note_hint))
            .child(note.attr("aria-describedby", "workshop-note-hint")),
        tables,
        button("add", ui.table_add, add).id("add-table"),
        of_class("div", "section-end")
            .child(button("primary", ui.tables_save, move || now.save_all()).id("save-parts"))
            .child(button("", ui.tables_print, move || now.print(None)).id("print-parts")),
        of_class("p", "hint")
            .text(&words().named(ui.workshop_then, &page::address()))
            .text(" ")
            .child(link(&Route::Draft(draft.id, Page::Received).to_string(), ui.received_title)),
    ];
    page.extend(has_files.then(|| of_class("p", "hint").text(ui.workshop_no_files)));
    page
}

fn name_id(at: usize) -> String {
    format!("table-{}-name", at + 1)
}

impl Preparing {
    fn add_table(self) {
        let workshop = self.draft.workshop;
        let number = workshop.with_untracked(|workshop| workshop.tables.len()) + 1;
        let name = words().count(number, ui().table_named);
        workshop.change(|workshop| workshop.tables.push(Table { name, ..Table::default() }));
    }

    /// Keeps what is prepared with the draft, for another day.
    fn keep(self) {
        if self.draft.can_write.get_untracked() {
            let workshop = self.draft.workshop.with_untracked(Workshop::write);
            self.draft.keeping.change(|keeping| keeping.notes.workshop = workshop);
            self.draft.save_soon();
        }
    }

    /// A box for a text of the workshop's.
    fn area(self, id: &str, text_of: fn(&mut Workshop) -> Option<&mut String>) -> El {
        self.typed(
            of_class("textarea", "").id(id).attr("dir", "auto"),
            move |workshop, _| text_of(workshop),
            0,
        )
    }

    /// A control for a text of the workshop's, or of the table at this place.
    fn typed(
        self,
        control: El,
        text_of: impl Fn(&mut Workshop, usize) -> Option<&mut String> + Copy + 'static,
        at: usize,
    ) -> El {
        let workshop = self.draft.workshop;
        let known = workshop.change(|workshop| text_of(workshop, at).cloned().unwrap_or_default());
        control.set_value(&known);
        control
            .on_typed(move |typed| {
                let typed = text::clean(&typed).into_owned();
                workshop.update(|workshop| {
                    if let Some(text) = text_of(workshop, at) {
                        *text = typed;
                    }
                });
                self.keep();
            })
            .on("change", move |_| self.settled.update(|count| *count += 1))
    }

    fn part(self, at: usize) -> Part {
        Part::read(&self.read(at).scope)
    }

    fn read(self, at: usize) -> Table {
        self.draft.workshop.with(|workshop| workshop.tables.get(at).cloned().unwrap_or_default())
    }

    /// One table.
    fn table(self, at: usize) -> El {
        let (ui, draft, number) = (ui(), self.draft, at + 1);
        let title = format!("table-{number}-title");
        let name = move || self.read(at).name;
        let field = el("input").id(&name_id(at)).attr("type", "text").attr("autocomplete", "off");
        let field = field.attr("spellcheck", "false").attr("dir", "auto");
        let field = self.typed(field, |workshop, at| workshop.tables.get_mut(at).map(|of| &mut of.name), at);
        let note_id = format!("table-{number}-note");
        let note = of_class("textarea", "line").id(&note_id).attr("dir", "auto").attr("rows", "2");
        let note = self.typed(note, |workshop, at| workshop.tables.get_mut(at).map(|of| &mut of.note), at);
        let of_table = move |class: &str, label: &str, act: Box<dyn Fn()>| {
            button(class, label, act).child(unseen(" – ").text_with(name))
        };
        let remove = move || {
            let mut removed = None;
            draft.workshop.update(|workshop| {
                removed = (at < workshop.tables.len()).then(|| workshop.tables.remove(at));
            });
            self.keep();
            self.shape.update(|count| *count += 1);
            page::focus_soon(if at == 0 { "add-table".to_owned() } else { name_id(at - 1) });
            let Some(table) = removed else { return };
            let said = words().named(super::super::context::ui().removed, &table.name);
            say_with_undo(said, move || {
                draft.workshop.update(|workshop| {
                    workshop.tables.insert(at.min(workshop.tables.len()), table.clone());
                });
                self.keep();
                self.shape.update(|count| *count += 1);
                page::focus_soon(name_id(at));
                true
            });
        };
        let remove = of_table("quiet", ui.remove, Box::new(remove)).attr("data-act", "remove");
        let actions = of_class("div", "choices")
            .child(
                of_table("", ui.table_save, Box::new(move || self.save(at)))
                    .id(&format!("save-part-{number}")),
            )
            .child(
                of_table("", ui.table_print, Box::new(move || self.print(Some(at))))
                    .id(&format!("print-part-{number}")),
            );
        of_class("section", "workshop-table")
            .attr("data-table", &number.to_string())
            .attr("aria-labelledby", &title)
            .child(el("h2").id(&title).text_with(name))
            .child(
                of_class("div", "workshop-name")
                    .child(of_class("label", "label").attr("for", &name_id(at)).text(ui.table_name))
                    .child(field)
                    .child(remove),
            )
            .child(self.choices(at))
            .child(
                of_class("details", "folded")
                    .child(says("summary", ui.table_note).id(&format!("{note_id}-label")))
                    .child(note.attr("aria-labelledby", &format!("{note_id}-label {title}"))),
            )
            .child(of_class("p", "hint").text_with(move || {
                self.settled.track();
                shared().who.track();
                untrack(|| self.file_said(at))
            }))
            .child(actions)
    }

    /// What the table can be given: the sections of the vision, the commitments, a new one.
    fn choices(self, at: usize) -> El {
        let (ui, draft) = (ui(), self.draft);
        let sections = Entry::sections().map(|section| self.choice(at, Entry::Section(section)));
        let ids = draft.with_untracked(|plan| plan.commitments.iter().map(|of| of.id).collect::<Vec<_>>());
        let commitments = ids.into_iter().map(|id| self.choice(at, Entry::Commitment(id)));
        let add = move || {
            let Some(id) = draft.add_row(ListPlace::Commitments) else {
                return say(super::super::context::ui().list_is_full);
            };
            let entry = Entry::Commitment(id);
            self.tick(at, entry, true);
            page::focus_soon(choice_id(at, entry));
        };
        let add = button("add", ui.table_new_commitment, add)
            .attr("data-scope", "new")
            .disabled_if(move || !draft.can_write.get());
        of_class("fieldset", "group")
            .id(&format!("table-{}-part", at + 1))
            .child(
                of_class("legend", "label")
                    .text(ui.table_asks)
                    .child(unseen(" – ").text_with(move || self.read(at).name)),
            )
            .child(of_class("p", "hint").text(ui.annex_1))
            .child(of_class("div", "options").children(sections))
            .child(of_class("p", "hint").text(ui.annex_2))
            .child(of_class("div", "options").children(commitments))
            .child(add)
    }

    /// A section or commitment to tick, and the other tables that have it as well.
    fn choice(self, at: usize, entry: Entry) -> El {
        let id = choice_id(at, entry);
        let input = el("input").attr("type", "checkbox").id(&id).attr("data-scope", &entry.to_string());
        let ticked = input.clone();
        let input = input
            .checked_with(move || self.part(at).has(entry))
            .on("change", move |_| self.tick(at, entry, ticked.is_checked()));
        let also = move || {
            let others = self.draft.workshop.with(|workshop| {
                let others = workshop
                    .tables
                    .iter()
                    .enumerate()
                    .filter(|(other, of)| *other != at && Part::read(&of.scope).has(entry));
                others.map(|(_, of)| of.name.clone()).collect::<Vec<_>>()
            });
            match others.is_empty() {
                true => String::new(),
                false => words().named(ui().table_also, &others.join(", ")),
            }
        };
        let label = el("label").attr("for", &id).text(&entry_title(self.draft, entry)).text(" ");
        of_class("div", "option").child(input).child(label.child(of_class("span", "need").text_with(also)))
    }

    fn tick(self, at: usize, entry: Entry, is_in: bool) {
        self.draft.workshop.update(|workshop| {
            if let Some(table) = workshop.tables.get_mut(at) {
                let mut part = Part::read(&table.scope);
                part.set(entry, is_in);
                table.scope = part.scope();
            }
        });
        self.keep();
        self.settled.update(|count| *count += 1);
    }

    /// The file of a table: its name and text; nothing where the table has nothing to fill.
    fn file(self, at: usize) -> Option<(String, String)> {
        let draft = self.draft;
        let (table, told) = self.draft.workshop.with_untracked(|workshop| {
            let table = workshop.tables.get(at).cloned().unwrap_or_default();
            let told = told(&table, &workshop.note);
            (table, told)
        });
        let part = Part::read(&table.scope);
        if draft.with_untracked(|plan| part.pages(plan).is_empty()) {
            return None;
        }
        let mut made = made_now(draft, told);
        made.table = text::label(&table.name);
        Some(file_of(draft, &part, &made, &serde_json::Map::new(), ""))
    }

    fn file_said(self, at: usize) -> String {
        match self.file(at) {
            Some((name, text)) => {
                format!("{name} · {}", words().size(u64::try_from(text.len()).unwrap_or(u64::MAX)))
            }
            None => ui().table_nothing.to_owned(),
        }
    }

    fn save(self, at: usize) {
        self.draft.flush();
        let Some((name, text)) = self.file(at) else { return self.nothing(at) };
        if files::download(&name, &text) {
            self.draft.note_given_out();
            say(words().named(ui().saved_as, &name));
        } else {
            say(ui().export_failed);
        }
    }

    /// The table has nothing to fill: the way to what it can be given.
    fn nothing(self, at: usize) {
        say(ui().table_nothing);
        page::focus_soon(format!("table-{}-part", at + 1));
    }

    fn save_all(self) {
        self.draft.flush();
        let count = self.draft.workshop.with_untracked(|workshop| workshop.tables.len());
        let files: Vec<_> = (0..count).filter_map(|at| self.file(at)).collect();
        if files.is_empty() {
            return self.nothing(0);
        }
        self.draft.note_given_out();
        say(words().count(files.len(), ui().tables_saved));
        let mut wait = 0;
        for (name, text) in files {
            page::later(wait, move || {
                files::download(&name, &text);
            });
            wait += NEXT_FILE;
        }
    }

    fn print(self, table: Option<usize>) {
        let is_empty = |at: usize| self.part(at).is_empty();
        let count = self.draft.workshop.with_untracked(|workshop| workshop.tables.len());
        if table.map_or_else(|| (0..count).all(is_empty), is_empty) {
            return self.nothing(table.unwrap_or_default());
        }
        self.draft.printed.set(table);
        page::print();
    }
}

fn choice_id(at: usize, entry: Entry) -> String {
    format!("table-{}-{}", at + 1, entry.to_string().replace('/', "-"))
}

/// What a section or commitment is called in a list.
pub(super) fn entry_title(draft: Draft, entry: Entry) -> String {
    match entry {
        Entry::Section(section) => section_title(section),
        Entry::Commitment(id) => untrack(|| numbered_title(draft, id)),
    }
}

fn section_title(section: Section) -> String {
    format!("{} {}", section.numbers(), texts().section(section).title)
}

/// The file of a part: its name, which says so where it is `filled`, and its text.
pub(super) fn file_of(
    draft: Draft,
    part: &Part,
    made: &bundle::Made,
    unknown: &serde_json::Map<String, serde_json::Value>,
    filled: &str,
) -> (String, String) {
    let (today, normalise) = (browser::today(), browser::NORMALISE);
    let id: RowId = draft.with_untracked(|plan| plan.id);
    let text = draft.copies.with_untracked(|copies| {
        browser::with_ids(|ids| {
            parts::file(part, (id, copies.joined()), made, unknown, (today, normalise), ids.lend())
        })
    });
    let table = if filled.is_empty() { made.table.clone() } else { format!("{} {filled}", made.table) };
    let name = draft.with_untracked(|plan| bundle::part_file_name(plan, &table, today, normalise));
    (name, text)
}
