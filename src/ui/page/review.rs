//! The review: every issue of the plan, by place or by grade, each a link to its answer; requirements can be left open
//! with a reason, and what no rule can read is looked at by a person.

use super::heading;
use super::issues::{Lines, go_to_next, issue_list};
use super::outline::numbered_title;
use crate::plan::{Plan, RowId};
use crate::question::Section;
use crate::route::Page;
use crate::rules::acknowledged::{Standing, standing};
use crate::rules::{At, Grade, Issue};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::message::grade;

/// Which issues the review shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Filter {
    /// Those of this kind alone.
    kind: Option<Kind>,
    /// Those of this part alone.
    part: Option<Part>,
    /// Under the grades instead of the parts.
    by_grade: bool,
}

/// A kind of issue that can be shown alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Grade(Grade),
    Acknowledged,
    Judgement,
}

/// A part of the plan that can be shown alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Section(Section),
    Commitments,
    Commitment(RowId),
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Grade(Grade::Requirement),
        Self::Grade(Grade::Form),
        Self::Grade(Grade::Recommendation),
        Self::Grade(Grade::Advice),
        Self::Judgement,
        Self::Acknowledged,
    ];

    /// The kind an issue is of.
    fn of(plan: &Plan, issue: &Issue) -> Self {
        if issue.check.is_judgement() {
            Self::Judgement
        } else if matches!(standing(plan, issue), Standing::Acknowledged(_)) {
            Self::Acknowledged
        } else {
            Self::Grade(issue.check.grade())
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Grade(grade) => grade.key(),
            Self::Judgement => "judgement",
            Self::Acknowledged => "acknowledged",
        }
    }

    fn counted(self) -> &'static str {
        let ui = ui();
        match self {
            Self::Grade(Grade::Requirement) => ui.count_requirements,
            Self::Grade(Grade::Form) => ui.count_forms,
            Self::Grade(Grade::Recommendation) => ui.count_recommendations,
            Self::Grade(Grade::Advice) => ui.count_advice,
            Self::Judgement => ui.count_judgements,
            Self::Acknowledged => ui.count_acknowledged,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Grade(of) => grade(texts(), of),
            Self::Judgement => ui().judgements_title,
            Self::Acknowledged => ui().acknowledged,
        }
    }
}

impl Part {
    /// The part an issue belongs to.
    fn of(issue: &Issue) -> Self {
        match issue.at {
            At::Commitments => Self::Commitments,
            At::Place(place) => {
                place.commitment.map_or(Self::Section(place.question.section()), Self::Commitment)
            }
        }
    }

    /// All parts of a plan, in the order of the form.
    fn all(plan: &Plan) -> Vec<Self> {
        let sections = Section::OF_PLAN.into_iter().map(Self::Section);
        let commitments = plan.commitments.iter().map(|of| Self::Commitment(of.id));
        let beside = Section::BESIDE.into_iter().map(Self::Section);
        sections.chain([Self::Commitments]).chain(commitments).chain(beside).collect()
    }

    fn name(self, draft: Draft) -> String {
        match self {
            Self::Section(section) => texts().section(section).title.to_owned(),
            Self::Commitments => ui().commitments.to_owned(),
            Self::Commitment(id) => numbered_title(draft, id),
        }
    }
}

/// The page.
pub(super) fn review(draft: Draft) -> Vec<El> {
    let ui = ui();
    vec![
        heading(ui.review_title),
        el("div").dynamic(move || vec![lead(draft)]),
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

/// The kinds with their counts as buttons, the parts as a list.
fn filters(draft: Draft) -> Vec<El> {
    let (ui, words) = (ui(), words());
    let issues = draft.issues();
    let now = draft.filter.get();
    let set = move |filter: Filter| draft.filter.set(filter);
    let counted = |kind: Option<Kind>| {
        let is_it = |issue: &&Issue| {
            kind.is_none_or(|kind| draft.with(|plan| Kind::of(plan, issue)) == kind)
                && !issue.check.is_told_twice()
        };
        issues.iter().filter(is_it).count()
    };
    let kinds = std::iter::once(None).chain(Kind::ALL.map(Some)).map(|kind| {
        let count = counted(kind);
        let label = words.count(count, kind.map_or(ui.count_all, Kind::counted));
        let is_on = now.kind == kind;
        button("chip", &label, move || set(Filter { kind, ..now }))
            .attr("aria-pressed", if is_on { "true" } else { "false" })
            .attr("data-count", &count.to_string())
            .attr("data-kind", kind.map_or("all", Kind::key))
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
            set(Filter { part, ..now });
            crate::browser::page::focus_soon("filter-part");
        },
    );
    select.set_value(&chosen.map(|at| at.to_string()).unwrap_or_default());
    let by_grade = el("input").attr("type", "checkbox").id("filter-by-grade");
    let ticked = by_grade.clone();
    let by_grade = by_grade.checked_with(move || now.by_grade).on("change", move |_| {
        set(Filter { by_grade: ticked.is_checked(), ..now });
        crate::browser::page::focus_soon("filter-by-grade");
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
    let kind_of = |issue: &Issue| draft.with(|plan| Kind::of(plan, issue));
    let is_wanted = |issue: &&Issue| {
        !issue.check.is_told_twice()
            && filter.kind.is_none_or(|kind| kind_of(issue) == kind)
            && filter.part.is_none_or(|part| Part::of(issue) == part)
    };
    let wanted: Vec<&Issue> = issues.iter().filter(is_wanted).collect();
    if wanted.is_empty() {
        return vec![of_class("p", "empty").text(ui.filter_nothing)];
    }
    let how = |issues: &[&Issue]| {
        let name_commitments = filter.by_grade || issues.iter().all(|issue| issue.check.is_judgement());
        Lines { name_commitments, can_acknowledge: true }
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
    for part in draft.with(Part::all) {
        let here = wanted.iter().copied();
        let of_part = here.filter(|issue| Part::of(issue) == part && !issue.check.is_judgement());
        group(&part.name(draft), None, of_part.collect());
    }
    group(ui.judgements_title, Some(ui.judgements_lead), of_kind(Kind::Judgement));
    groups
}
