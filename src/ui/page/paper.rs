//! The plan on paper: whatever page of a draft is printed, the whole plan comes out as a document. The review, the
//! calendar and a comparison print as they stand, a workshop prints its tables' sheets.

use crate::browser;
use crate::document::{Block, document, of_pages};
use crate::parts::Part;
use crate::route::{Page, Route};
use crate::rules::Issue;
use crate::ui::context::{shared, texts, ui, words};
use crate::ui::dom::{El, el, of_class, on_window, says};
use crate::ui::draft::Draft;
use crate::ui::message::{place_name, wrong};

use super::{reason_given, sheet, table};

/// Where the document is while a draft is printed.
pub(super) fn paper(draft: Draft) -> El {
    let sheet = of_class("article", "paper");
    let (full, empty) = (sheet.clone(), sheet.clone());
    on_window("beforeprint", move |_| match shared().route.get_untracked() {
        Route::Draft(_, page) if page.prints_itself() => {}
        Route::Draft(_, Page::Workshop) => full.refill(sheet::sheets(draft)),
        _ => full.refill(written(draft)),
    });
    on_window("afterprint", move |_| {
        empty.refill(Vec::new());
        draft.printed.set(None);
    });
    sheet
}

fn written(draft: Draft) -> Vec<El> {
    if let Some(part) = table::part_of(draft) {
        return part_written(draft, &part);
    }
    let (ui, words) = (ui(), words());
    let (title, blocks) =
        draft.with_untracked(|plan| (draft.title(plan), document(plan, shared().lang.get_untracked())));
    let state = match draft.open_requirements() {
        0 => format!("{} {}", ui.ready, ui.ready_means),
        open => format!("{} {}", ui.draft_state, words.count(open, ui.open_requirements_lead)),
    };
    let day = words.day(browser::day_of(browser::now()));
    let head = [says("h1", &title), of_class("p", "lead").text(&day).text(" · ").text(&state)];
    head.into_iter().chain(reasons(draft)).chain(blocks.into_iter().map(block)).collect()
}

/// A part: its own questions and answers.
fn part_written(draft: Draft, part: &Part) -> Vec<El> {
    let lang = shared().lang.get_untracked();
    let blocks = draft.with_untracked(|plan| of_pages(plan, lang, &part.pages(plan)));
    let day = words().day(browser::day_of(browser::now()));
    let head = [says("h1", &table::title(draft, part)), of_class("p", "lead").text(&day)];
    head.into_iter().chain(blocks.into_iter().map(block)).collect()
}

/// What is left open with a reason, before the plan itself: whoever reads it on paper should know.
fn reasons(draft: Draft) -> Vec<El> {
    let (texts, words) = (texts(), words());
    let issues = draft.issues();
    let line = |issue: &Issue| {
        let (holds, reason) = draft.with_untracked(|plan| reason_given(plan, &issues, &words, issue))?;
        let name = place_name(texts, draft, issue.at);
        let said = format!("{} – {}", wrong(texts, &words, issue), reason);
        holds.then(|| [says("dt", &name), says("dd", &said)])
    };
    let given: Vec<[El; 2]> = issues.iter().filter_map(line).collect();
    if given.is_empty() {
        return Vec::new();
    }
    vec![says("h2", texts.ui.acknowledged), el("dl").children(given.into_iter().flatten())]
}

fn block(block: Block) -> El {
    match block {
        Block::Part(heading) => says("h2", &heading),
        Block::Question("", label) => says("h3", label),
        Block::Question(number, label) => {
            el("h3").child(of_class("span", "number").text(number)).text(" ").text(label)
        }
        Block::Answer(text) => of_class("p", "written").attr("dir", "auto").text(&text),
        Block::English(text) => of_class("p", "written in-english")
            .child(says("strong", ui().in_english))
            .text("\u{a0}– ")
            .child(says("span", &text).attr("lang", "en")),
        Block::Nothing => of_class("p", "empty").text(ui().no_answer),
        Block::Cells(cells) => of_class("dl", "written").attr("dir", "auto").children(
            cells.into_iter().flat_map(|(name, said)| {
                let name = (!name.is_empty()).then(|| says("dt", &name));
                name.into_iter().chain([says("dd", &said)])
            }),
        ),
    }
}
