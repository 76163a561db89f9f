//! The timeline as a picture: lanes of bars on one axis of months. A list beside it says the same in words.

use crate::browser;
use crate::calendar::timeline::{self as drawn, Bar, Lane, Of, Timeline};
use crate::document::{commitment_title, event};
use crate::plan::{Day, Month};
use crate::question::{Place, Question};
use crate::rules::{Issue, Value};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, el, of_class, says, svg};
use crate::ui::draft::Draft;
use crate::ui::field::row_title;
use crate::ui::message::{grade, wrong};

/// Heights in the picture, in pixels: a lane's own bar, and each row of milestones below it.
const BAR: usize = 14;
const ROW: usize = 8;
const GAP: usize = 4;

/// The picture of a draft's plan; nothing where it has no dates.
pub(super) fn timeline(draft: Draft) -> Option<El> {
    let issues = draft.issues();
    let today = Day(browser::today());
    let picture = draft.with(|plan| drawn::timeline(plan, &issues, today))?;
    let (ui, words) = (ui(), words());
    let values = [("from", Value::Month(picture.first)), ("to", Value::Month(picture.last))];
    let lanes = picture.lanes.iter().map(|lane| lane_of(draft, &picture, lane, &issues, today));
    Some(
        of_class("figure", "timeline")
            .attr("aria-label", &words.fill(ui.calendar_picture_says, &values))
            .child(axis(&picture, today))
            .children(lanes)
            .child(legend()),
    )
}

/// What the marks of the picture mean.
fn legend() -> El {
    let sign = |class: &str| of_class("span", &format!("sign {class}"));
    of_class("figcaption", "legend")
        .attr("aria-hidden", "true")
        .child(el("span").child(sign("of-milestone")).text(ui().calendar_milestones))
        .child(el("span").child(sign("of-mark")).text(ui().calendar_reports))
        .child(el("span").child(sign("of-today")).text(ui().calendar_today))
}

fn percent(part: f64) -> String {
    format!("{part:.3}%")
}

/// The years, and where today lies.
fn axis(picture: &Timeline, today: Day) -> El {
    let years = years(picture).map(|year| {
        svg("text")
            .attr("x", &percent(picture.at(year)))
            .attr("dx", "3")
            .attr("y", "12")
            .text(&year.year().to_string())
    });
    let lines = years_lines(picture, 18);
    let today = picture.at_day(today).map(|at| line("today", at, 18));
    svg("svg")
        .attr("class", "axis")
        .attr("aria-hidden", "true")
        .attr("height", "18")
        .children(lines)
        .children(years)
        .children(today)
}

fn years(picture: &Timeline) -> impl Iterator<Item = Month> {
    let count = picture.first.span(picture.last) / 12;
    let first = picture.first;
    (0..count).map(move |year| first + 12 * year)
}

fn years_lines(picture: &Timeline, height: usize) -> Vec<El> {
    years(picture).map(|year| line("year", picture.at(year), height)).collect()
}

fn line(class: &str, at: f64, height: usize) -> El {
    svg("line")
        .attr("class", class)
        .attr("x1", &percent(at))
        .attr("x2", &percent(at))
        .attr("y1", "0")
        .attr("y2", &height.to_string())
}

fn lane_of(draft: Draft, picture: &Timeline, lane: &Lane, issues: &[Issue], today: Day) -> El {
    let (texts, words) = (texts(), words());
    let (class, name) = draft.with_untracked(|plan| match lane.of {
        Of::Mandate(id) => {
            let several = plan.jurisdictions.len() > 1;
            let of = plan.jurisdictions.iter().find(|of| several && of.id == id);
            let name = of.map(|of| format!(" – {}", of.name)).unwrap_or_default();
            ("mandate", format!("{}{name}", texts.ui.calendar_mandate))
        }
        Of::Plan => ("plan", texts.ui.calendar_plan.to_owned()),
        Of::Commitment(id) => ("commitment", commitment_title(plan, texts, id.as_str())),
        Of::Reports => ("reports", texts.ui.calendar_reports.to_owned()),
    });
    let rows = lane.milestones.iter().map(|(row, ..)| row + 1).max().unwrap_or_default();
    let height = BAR + GAP + rows * ROW;
    let track = svg("svg")
        .attr("class", "track")
        .attr("aria-hidden", "true")
        .attr("height", &height.to_string())
        .children(years_lines(picture, height))
        .children(lane.bar.map(|bar| rect(picture, bar, 2, BAR, "bar")))
        .children(
            lane.milestones
                .iter()
                .map(|(row, bar, _)| rect(picture, *bar, BAR + GAP + row * ROW, ROW - 2, "milestone")),
        )
        .children(lane.marks.iter().filter_map(|(day, what)| {
            let at = picture.at_day(*day)?;
            let said = draft.with_untracked(|plan| event(plan, texts, &words, *what));
            let mark = svg("circle")
                .attr("class", "mark")
                .attr("cx", &percent(at))
                .attr("cy", &(BAR / 2 + 2).to_string())
                .attr("r", "4");
            Some(mark.child(svg("title").text(&format!("{} – {said}", words.day(*day)))))
        }))
        .children(picture.at_day(today).map(|at| line("today", at, height)));
    let why = lane.issues.iter().filter_map(|at| issues.get(*at)).map(|issue| {
        let (said, of) = (wrong(texts, &words, issue), issue.check.grade());
        of_class("p", &format!("lane-issue {}", of.key()))
            .child(says("strong", grade(texts, of)))
            .text(" – ")
            .text(&said)
    });
    let months = lane.bar.map(|bar| {
        // When a mandate began is not asked.
        let months = match lane.of {
            Of::Mandate(_) => words.fill(texts.ui.calendar_until, &[("to", Value::Month(bar.to))]),
            _ => format!("{} – {}", words.month(bar.from), words.month(bar.to)),
        };
        of_class("span", "lane-months").text(" ").text(&months)
    });
    // What the bars and the marks show, for whoever hears the page.
    let commitment = match lane.of {
        Of::Commitment(id) => Some(id),
        _ => None,
    };
    let milestones = lane.milestones.iter().map(|(_, bar, id)| {
        let row = Place { commitment, ..Place::plan(Question::Milestones) }.row(*id);
        let title = draft.with_untracked(|plan| row_title(texts, plan, row));
        says("li", &format!("{title} – {} – {}", words.month(bar.from), words.month(bar.to)))
    });
    let marks = lane.marks.iter().map(|(day, what)| {
        let said = draft.with_untracked(|plan| event(plan, texts, &words, *what));
        says("li", &format!("{} – {said}", words.day(*day)))
    });
    let heard = (!lane.milestones.is_empty() || !lane.marks.is_empty())
        .then(|| of_class("ul", "unseen").children(milestones).children(marks));
    of_class("div", &format!("lane of-{class}"))
        .child(of_class("p", "lane-name").text(&name).children(months))
        .child(track)
        .children(heard)
        .children(why)
}

fn rect(picture: &Timeline, bar: Bar, y: usize, height: usize, class: &str) -> El {
    let class = if bar.is_wrong { format!("{class} wrong") } else { class.to_owned() };
    let (from, to) = (picture.at(bar.from), picture.at(bar.to + 1));
    svg("rect")
        .attr("class", &class)
        .attr("x", &percent(from))
        .attr("width", &percent(to - from))
        .attr("y", &y.to_string())
        .attr("height", &height.to_string())
        .attr("rx", "2")
}
