//! The review: every issue of the plan by place, each a link to its answer.

use super::heading;
use super::outline::numbered_title;
use super::section::issue_list;
use crate::progress;
use crate::question::Section;
use crate::rules::{At, Grade, Issue};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, el, of_class, says};
use crate::ui::draft::Draft;

/// The page.
pub(super) fn review(draft: Draft) -> Vec<El> {
    vec![heading(ui().review_title), el("div").dynamic(move || list(draft))]
}

fn list(draft: Draft) -> Vec<El> {
    let (ui, words) = (ui(), words());
    let issues = draft.issues();
    let count = |grade: Grade| issues.iter().filter(|issue| issue.check.grade() == grade).count();
    let counts = [
        (Grade::Requirement, ui.count_requirements),
        (Grade::Form, ui.count_forms),
        (Grade::Recommendation, ui.count_recommendations),
        (Grade::Advice, ui.count_advice),
    ];
    let ready = progress::open_requirements(&issues) == 0;
    let lead = if ready { ui.plan_ready } else { ui.plan_draft };
    let mut content = vec![
        of_class("p", "lead").attr("data-ready", if ready { "true" } else { "false" }).text(lead),
        of_class("ul", "counts")
            .children(counts.map(|(grade, text)| says("li", &words.count(count(grade), text)))),
    ];
    let mut group = |title: &str, issues: Vec<&Issue>| {
        if !issues.is_empty() {
            let list = issue_list(draft, &words, issues);
            content.push(of_class("section", "review-group").child(says("h2", title)).child(list));
        }
    };
    let of_plan =
        |section: Section| issues.iter().filter(move |issue| progress::is_of(issue, section, None)).collect();
    for section in Section::OF_PLAN {
        group(texts().section(section).title, of_plan(section));
    }
    group(ui.commitments, issues.iter().filter(|issue| issue.at == At::Commitments).collect());
    for id in draft.with(|plan| plan.commitments.iter().map(|commitment| commitment.id).collect::<Vec<_>>()) {
        let of_commitment =
            |issue: &&Issue| matches!(issue.at, At::Place(place) if place.commitment == Some(id));
        group(&numbered_title(draft, id), issues.iter().filter(of_commitment).collect());
    }
    content
}
