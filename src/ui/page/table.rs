//! A part of a plan, as a table of a workshop fills it: its own questions and nothing else, in a few pages one after
//! the other, with what the table was told on top and giving it back at the end.

use super::section::questions_of_part;
use super::{differences, give_back, heading, received, shown};
use crate::browser::page;
use crate::parts::{self, Asked, Entry, Part};
use crate::plan::RowId;
use crate::route::{Page, Route};
use crate::rules::Value;
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::field::own::vision;
use crate::ui::watched::Follows;

/// The part that a draft is shown as; nothing where it is a whole plan, or a part of which this version knows nothing.
pub(super) fn part_of(draft: Draft) -> Option<Part> {
    let part = draft.part();
    let is_known = draft.with_untracked(|plan| !part.pages(plan).is_empty());
    is_known.then_some(part)
}

/// What the part is called: «Table 3 – Vision».
pub(super) fn title(draft: Draft, part: &Part) -> String {
    let table = match draft.table() {
        table if table.is_empty() => ui().part_untitled.to_owned(),
        table => table,
    };
    let mut entries = part.entries();
    match (entries.next(), entries.next()) {
        (Some(entry), None) => format!("{table} – {}", entry_title(draft, entry)),
        _ => table,
    }
}

/// What a section or commitment is called. Its number in the plan is not known here.
fn entry_title(draft: Draft, entry: Entry) -> String {
    match entry {
        Entry::Section(section) => texts().section(section).title.to_owned(),
        Entry::Commitment(id) => {
            let title =
                draft.with(|plan| plan.commitment(id).map(|of| of.title.compared().trim().to_owned()));
            title.filter(|title| !title.is_empty()).unwrap_or_else(|| ui().part_commitment.to_owned())
        }
    }
}

fn to(draft: Draft, page: Page) -> String {
    Route::Draft(draft.id, page).to_string()
}

fn page_of((section, commitment): Asked) -> Page {
    Page::Section { section, commitment, at: None }
}

/// The page that is shown at an address: of a page that is not the part's, its first one.
fn shown_at(pages: &[Asked], page: Page) -> Page {
    match page {
        // A second file for the same table may be joined too.
        Page::GiveBack | Page::Received | Page::Differences => page,
        Page::Section { section, commitment, .. } if pages.contains(&(section, commitment)) => page,
        _ => Page::Tasks,
    }
}

/// The list of the part's pages, with the page `here` marked.
pub(super) fn steps(draft: Draft, part: &Part, here: Page) -> El {
    let ui = ui();
    let pages = draft.with_untracked(|plan| part.pages(plan));
    let here = shown_at(&pages, here).without_at();
    let entry = |page: Page, content: El| {
        let at = link(&to(draft, page), "").attr_if("aria-current", (here == page).then_some("page"));
        el("li").child(at.child(content))
    };
    let simple = |page: Page, label: &str| el("ul").child(entry(page, says("span", label)));
    let step = |asked: Asked| {
        let section = asked.0;
        let label = el("span").child(of_class("span", "number").text(section.numbers())).text(" ");
        let label = label.text(texts().section(section).title);
        entry(page_of(asked), of_class("span", "entry").child(label).text(" ").child(state_of(draft, asked)))
    };
    let mut list = el("details")
        .attr_if("open", page::is_wide().then_some(""))
        .child(says("summary", ui.part_steps).id("outline-title"))
        .child(simple(Page::Tasks, ui.part_begin));
    let (of_vision, of_commitments): (Vec<Asked>, Vec<Asked>) =
        pages.iter().copied().partition(|(_, commitment)| commitment.is_none());
    if !of_vision.is_empty() {
        list = list.child(el("ul").children(of_vision.into_iter().map(step)));
    }
    // In the plan's order, as its pages are.
    let mut commitments: Vec<RowId> = Vec::new();
    for id in of_commitments.iter().filter_map(|(_, of)| *of) {
        if !commitments.contains(&id) {
            commitments.push(id);
        }
    }
    for id in commitments {
        let entry = Entry::Commitment(id);
        let of_this = of_commitments.iter().copied().filter(|(_, of)| *of == Some(id)).map(step);
        list = list
            .child(el("h2").text_with(move || entry_title(draft, entry)))
            .child(el("ul").children(of_this));
    }
    list.child(simple(Page::GiveBack, ui.give_back).attr("class", "ends"))
}

/// «Étape 2 sur 5», on a page of questions.
fn said_step(pages: &[Asked], here: Page) -> Option<String> {
    let at = pages.iter().position(|asked| page_of(*asked) == here)?;
    Some(words().numbered(ui().part_step, &pages.len().to_string(), at + 1))
}

/// How many questions of a page are answered, in words and a shape.
fn state_of(draft: Draft, asked: Asked) -> El {
    let counted = Follows::new(move || {
        let (done, all) = draft.with(|plan| parts::answered(plan, &[asked]));
        let class = match done {
            0 => "not-started",
            _ if done == all => "completed",
            _ => "in-progress",
        };
        format!("{class} {}", words().numbered(ui().part_of, &all.to_string(), done))
    });
    let parts = move || {
        let said = counted.get();
        let (class, said) = said.split_once(' ').unwrap_or_default();
        (class.to_owned(), said.to_owned())
    };
    el("span").attr_with("class", move || Some(format!("state {}", parts().0))).text_with(move || parts().1)
}

/// A page of the part.
pub(super) fn page(draft: Draft, part: &Part, page: Page) -> El {
    let pages = draft.with_untracked(|plan| part.pages(plan));
    let title = title(draft, part);
    match shown_at(&pages, page) {
        Page::Section { section, commitment, at } => {
            if let Some(at) = at {
                draft.point_at(at);
            }
            let content = questions(draft, part, &pages, (section, commitment));
            shown("section", &format!("{} – {title}", texts().section(section).title), content)
        }
        Page::Received => shown("received", ui().received_title, received::received(draft)),
        Page::Differences => shown("differences", ui().differ_title, differences::differences(draft)),
        Page::GiveBack => shown("give-back", ui().give_back_title, give_back::give_back(draft, part, &pages)),
        _ => shown("part", &title, first(draft, &title, &pages)),
    }
}

/// The first page: what is asked of the table, and by whom.
fn first(draft: Draft, title: &str, pages: &[Asked]) -> Vec<El> {
    let (ui, words) = (ui(), words());
    let place = draft.with_untracked(crate::plan::Plan::place_name);
    let of_plan = (!place.is_empty()).then(|| of_class("p", "above").text(&words.named(ui.plan_of, &place)));
    let (done, all) = draft.with_untracked(|plan| parts::answered(plan, pages));
    let is_open = |asked: &&Asked| {
        let (done, all) = draft.with_untracked(|plan| parts::answered(plan, &[**asked]));
        done < all
    };
    let next = pages.iter().find(is_open).or(pages.first()).copied().map_or(Page::GiveBack, page_of);
    let begin = if done == 0 { ui.part_start } else { ui.part_go_on };
    let (by, _) = draft.sent_by();
    let whom = if by.trim().is_empty() { ui.part_whoever } else { by.trim() };
    let how =
        [ui.part_how_answer.to_owned(), ui.part_how_kept.to_owned(), words.named(ui.part_how_back, whom)];
    let how = of_class("ol", "part-how").children(how.iter().map(|step| says("li", step)));
    let begin = link(&to(draft, next), begin).attr("class", "button").id("begin");
    let said = of_class("p", "lead").text(&words.count(all, ui.part_lead));
    let head = of_plan.into_iter().chain([heading(title), said]).chain(note(draft, true));
    let vision = pages.iter().any(|(_, of)| of.is_some()).then(|| vision(draft)).flatten();
    head.chain([how]).chain(vision).chain([el("p").child(begin)]).collect()
}

/// What the table was told: in full on the first page, folded on the others.
fn note(draft: Draft, is_open: bool) -> Option<El> {
    let (ui, (by, note)) = (ui(), draft.sent_by());
    let said = of_class("p", "written").attr("dir", "auto").text(note.trim());
    let by = (!by.trim().is_empty())
        .then(|| of_class("p", "hint").text(&words().named(ui.bundle_from, by.trim())));
    (!note.trim().is_empty()).then(|| match is_open {
        true => of_class("section", "part-note")
            .attr("aria-labelledby", "part-note")
            .child(says("h2", ui.part_note).id("part-note"))
            .child(said)
            .children(by),
        false => of_class("details", "folded part-note").child(says("summary", ui.part_note)).child(said),
    })
}

/// A page of questions.
fn questions(draft: Draft, part: &Part, pages: &[Asked], (section, commitment): Asked) -> Vec<El> {
    let (ui, text) = (ui(), texts().section(section));
    let here = page_of((section, commitment));
    let at = pages.iter().position(|asked| page_of(*asked) == here).unwrap_or_default();
    let before = at.checked_sub(1).and_then(|at| pages.get(at)).copied();
    let after = pages.get(at + 1).copied();
    let title = match section.numbers() {
        "" => heading(text.title),
        numbers => heading("").child(of_class("span", "number").text(numbers)).text(" ").text(text.title),
    };
    let part = part.clone();
    let above = of_class("p", "above").text_with(move || title_of_page(draft, &part, commitment));
    let back = link(&to(draft, before.map_or(Page::Tasks, page_of)), ui.part_back);
    let back = back.attr("class", "button secondary").attr("data-previous", "");
    let label = match after {
        Some((section, _)) => words().named(ui.part_next, texts().section(section).title),
        None => words().named(ui.part_next, ui.give_back),
    };
    let on = link(&to(draft, after.map_or(Page::GiveBack, page_of)), &label);
    let end =
        of_class("div", "section-end").child(back).child(on.attr("class", "button").attr("data-next", ""));
    let step = said_step(pages, here).unwrap_or_default();
    let head = [above, title, progress(draft, pages.to_vec(), step)];
    let rest = [questions_of_part(draft, section, commitment), end];
    head.into_iter().chain(note(draft, false)).chain(rest).collect()
}

/// Above the heading: the table, and the commitment where it has several.
fn title_of_page(draft: Draft, part: &Part, commitment: Option<RowId>) -> String {
    let title = title(draft, part);
    match commitment {
        Some(id) if part.entries().nth(1).is_some() => {
            format!("{title} – {}", entry_title(draft, Entry::Commitment(id)))
        }
        _ => title,
    }
}

/// How far the table is, in words and as a bar.
fn progress(draft: Draft, pages: Vec<Asked>, step: String) -> El {
    let counted = move || draft.with(|plan| parts::answered(plan, &pages));
    let (all, now, said) = (counted().1, counted.clone(), counted);
    let bar = el("progress")
        .attr("max", &all.to_string())
        .attr("aria-hidden", "true")
        .attr_with("value", move || Some(now().0.to_string()));
    let said = move || {
        let (done, all) = said();
        let values = [
            ("n", Value::Number(i64::try_from(done).unwrap_or_default())),
            ("name", Value::Text(all.to_string())),
        ];
        format!("{step} · {}", words().fill(ui().part_progress, &values))
    };
    of_class("div", "part-progress").child(el("p").text_with(said)).child(bar)
}
