//! The calendar: the plan's timeline as a picture and as a list, and as a file for calendar programs.

use super::heading;
use super::timeline::timeline;
use crate::browser::{self, files};
use crate::bundle;
use crate::calendar::ics::{self, Entry};
use crate::calendar::{Dated, Event, events};
use crate::document;
use crate::i18n::Words;
use crate::plan::Day;
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::notice::say;

/// The page.
pub(super) fn calendar(draft: Draft) -> Vec<El> {
    let ui = ui();
    vec![
        heading(ui.calendar_title),
        of_class("p", "lead").text(ui.calendar_lead),
        el("div").dynamic(move || content(draft)),
    ]
}

fn content(draft: Draft) -> Vec<El> {
    let ui = ui();
    let dates = dates(draft);
    if dates.is_empty() {
        return vec![of_class("p", "empty").text(ui.calendar_empty)];
    }
    let save = move || {
        let name = draft.with_untracked(|plan| bundle::file_name(plan, browser::today(), browser::NORMALISE));
        let name = format!("{}.ics", name.trim_end_matches(".json"));
        if !files::download_as(&name, &file(draft), "text/calendar") {
            say(super::super::context::ui().export_failed);
        }
    };
    let list = of_class("ol", "dates").children(dates.iter().map(|dated| date(draft, *dated)));
    timeline(draft)
        .into_iter()
        .chain([
            says("h2", ui.calendar_list),
            el("p").child(button("primary", ui.calendar_save, save).id("save-calendar")),
            of_class("p", "hint").text(ui.calendar_save_hint),
            list,
        ])
        .collect()
}

fn dates(draft: Draft) -> Vec<Dated> {
    draft.with(|plan| events(plan, Day(browser::today())))
}

fn date(draft: Draft, dated: Dated) -> El {
    let (ui, words) = (ui(), words());
    let is_late = !dated.is_done && dated.day < Day(browser::today());
    let state = match (dated.event.is_deadline(), dated.is_done) {
        (true, true) => Some(ui.calendar_done),
        (false, true) => Some(ui.calendar_past),
        _ => is_late.then_some(ui.calendar_past),
    };
    let class = if dated.is_done { "date done" } else { "date" };
    let said = draft.with_untracked(|plan| document::event(plan, texts(), &words, dated.event));
    let source = match dated.event.sections() {
        "" => None,
        sections => {
            let source = format!("{}\u{a0}{}", ui.source_handbook, words.sections(sections));
            Some(of_class("span", "source").text(&source))
        }
    };
    of_class("li", class)
        .attr("data-event", &dated.event.key())
        .child(el("time").attr("datetime", &dated.day.to_string()).text(&when(&words, dated)))
        .text(" ")
        .child(of_class("span", "what").text(&said))
        .children(
            dated.is_assumed.then(|| of_class("span", "need").text(&format!(" ({})", ui.calendar_assumed))),
        )
        .children(state.map(|state| of_class("span", "date-state").text(" · ").text(state)))
        .text(" ")
        .children(source)
}

/// The day, or the month where a month is meant.
fn when(words: &Words, dated: Dated) -> String {
    let month = dated.day.month().filter(|_| matches!(dated.event, Event::LatestStart | Event::OwnEnd(_)));
    month.map_or_else(|| words.day(dated.day), |month| words.month(month))
}

/// The calendar file.
fn file(draft: Draft) -> String {
    let (ui, words) = (ui(), words());
    let made = browser::timestamp(browser::now());
    draft.with_untracked(|plan| {
        let entry = |dated: &Dated| {
            let sections = words.sections(dated.event.sections());
            let source = if sections.is_empty() {
                String::new()
            } else {
                format!("{} {sections}", ui.source_handbook)
            };
            let assumed = if dated.is_assumed { ui.calendar_assumed } else { "" };
            let note = [source.as_str(), assumed]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>();
            // A calendar may hold the plans of several towns.
            let title = document::event(plan, texts(), &words, dated.event);
            let title = match plan.place_name().as_str() {
                "" => title,
                place => format!("{title} – {place}"),
            };
            Entry { key: dated.event.key(), day: dated.day, title, note: note.join("\n") }
        };
        let entries: Vec<Entry> = events(plan, Day(browser::today())).iter().map(entry).collect();
        ics::file(plan.id.as_str(), &draft.title(plan), &made, &entries)
    })
}
