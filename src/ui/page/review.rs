//! The review: every issue of the plan, by place or by grade, each a link to its answer; requirements can be left open
//! with a reason, and what no rule can read is looked at by a person.

use leptos::prelude::untrack;

use super::heading;
use super::issues::{Lines, go_to_next, issue_list};
use crate::browser::page;
use crate::route::Page;
use crate::rules::Issue;
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::filter::{Filter, Kind, Part};

/// The page.
pub(super) fn review(draft: Draft) -> Vec<El> {
    let ui = ui();
    vec![
        heading(ui.review_title),
        el("div").dynamic(move || vec![lead(draft)]),
        super::tasks::to_settle(draft),
        of_class("div", "filters").dynamic(move || filters(draft)),
        of_class("div", "next-issue")
            .child(button("", ui.next_issue, move || go_to_next(draft, Page::Review, false)).id("next-issue"))
            .child(of_class("p", "hint").text(ui.next_issue_keys)),
        of_class("div", "review-list").id("review-list").attr("tabindex", "-1").dynamic(move || list(draft)),
    ]
}

fn lead(draft: Draft) -> El {
    let ready = draft.open_requirements() == 0;
    of_class("p", "lead").attr("data-ready", if ready { "true" } else { "false" }).text(if ready {
        ui().plan_ready
    } else {
        ui().plan_draft
    })
}

/// The kinds with their counts as buttons, the parts as a list. A click makes them anew, and the focus stays.
fn filters(draft: Draft) -> Vec<El> {
    let (ui, words) = (ui(), words());
    let issues = draft.issues();
    draft.given.with(|_| ());
    let now = draft.filter.get();
    let set = move |filter: Filter, id: String| {
        draft.filter.set(filter);
        page::focus_soon(id);
    };
    let told = issues.iter().filter(|issue| !issue.check.is_told_twice());
    let of: Vec<Kind> = draft.with(|plan| told.map(|issue| Kind::of(plan, issue)).collect());
    let kinds = std::iter::once(None).chain(Kind::ALL.map(Some)).map(|kind| {
        let count = of.iter().filter(|of| kind.is_none_or(|kind| kind == **of)).count();
        let label = words.count(count, kind.map_or(ui.count_all, Kind::counted));
        let key = kind.map_or("all", Kind::key);
        let id = format!("filter-{key}");
        button("chip", &label, move || set(Filter { kind, ..now }, format!("filter-{key}")))
            .id(&id)
            .attr("aria-pressed", if now.kind == kind { "true" } else { "false" })
            .attr("data-count", &count.to_string())
            .attr("data-kind", key)
    });
    let parts: Vec<Part> = draft.with(Part::all);
    let chosen = parts.iter().position(|part| Some(*part) == now.part);
    let select = el("select").id("filter-part");
    let picked = select.clone();
    let options = parts
        .iter()
        .enumerate()
        .map(|(at, part)| says("option", &part.name(draft)).attr("value", &at.to_string()));
    let select = select.child(says("option", ui.filter_everywhere).attr("value", "")).children(options).on(
        "change",
        move |_| {
            let part = picked.value().parse().ok().and_then(|at: usize| parts.get(at).copied());
            set(Filter { part, ..now }, "filter-part".to_owned());
        },
    );
    select.set_value(&chosen.map(|at| at.to_string()).unwrap_or_default());
    let by_grade = el("input").attr("type", "checkbox").id("filter-by-grade");
    let ticked = by_grade.clone();
    let by_grade = by_grade.checked_with(move || now.by_grade).on("change", move |_| {
        set(Filter { by_grade: ticked.is_checked(), ..now }, "filter-by-grade".to_owned());
    });
    vec![
        of_class("div", "chips").attr("role", "group").attr("aria-label", ui.filter_by).children(kinds),
        of_class("div", "filter-part")
            .child(says("label", ui.filter_place).attr("for", "filter-part"))
            .child(select),
        of_class("div", "option")
            .child(by_grade)
            .child(says("label", ui.group_by_grade).attr("for", "filter-by-grade")),
    ]
}

fn list(draft: Draft) -> Vec<El> {
    let (ui, filter, issues) = (ui(), draft.filter.get(), draft.issues());
    draft.given.with(|_| ());
    let kind_of = |issue: &Issue| draft.with_untracked(|plan| Kind::of(plan, issue));
    let is_wanted = |issue: &&Issue| {
        !issue.check.is_told_twice() && draft.with_untracked(|plan| filter.shows(plan, issue))
    };
    let wanted: Vec<&Issue> = issues.iter().filter(is_wanted).collect();
    if wanted.is_empty() {
        return vec![of_class("p", "empty").text(ui.filter_nothing)];
    }
    let mut first = 0;
    let mut how = |issues: &[&Issue]| {
        let name_commitments = filter.by_grade || issues.iter().all(|issue| issue.check.is_judgement());
        let how = Lines { name_commitments, can_acknowledge: true, first };
        first += issues.len();
        how
    };
    let mut groups = Vec::new();
    let mut group = |title: &str, lead: Option<&str>, issues: Vec<&Issue>| {
        if !issues.is_empty() {
            let section = of_class("section", "review-group").child(says("h2", title));
            groups.push(section.children(lead.map(|lead| says("p", lead))).child(issue_list(
                draft,
                how(issues.as_slice()),
                issues,
            )));
        }
    };
    let of_kind = |kind: Kind| wanted.iter().copied().filter(|issue| kind_of(issue) == kind).collect();
    if filter.by_grade {
        for kind in Kind::ALL {
            group(kind.name(), (kind == Kind::Judgement).then_some(ui.judgements_lead), of_kind(kind));
        }
        return groups;
    }
    for part in draft.with_untracked(Part::all) {
        let here = wanted.iter().copied();
        let of_part = here.filter(|issue| Part::of(issue) == part && !issue.check.is_judgement());
        group(&untrack(|| part.name(draft)), None, of_part.collect());
    }
    group(ui.judgements_title, Some(ui.judgements_lead), of_kind(Kind::Judgement));
    groups
}
