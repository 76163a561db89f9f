//! Which issues the review shows: of one kind, of one part, under the parts or the grades.

use super::context::{texts, ui};
use super::draft::Draft;
use super::message::grade;
use super::page;
use crate::plan::{Plan, RowId};
use crate::question::{Place, Section};
use crate::rules::{At, Grade, Issue, acknowledged};

/// Which issues the review shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Those of this kind alone.
    pub(super) kind: Option<Kind>,
    /// Those of this part alone.
    pub(super) part: Option<Part>,
    /// Under the grades instead of the parts.
    pub(super) by_grade: bool,
}

impl Filter {
    /// Whether an issue is among those shown.
    pub(super) fn shows(&self, plan: &Plan, issue: &Issue) -> bool {
        self.kind.is_none_or(|kind| Kind::of(plan, issue) == kind)
            && self.part.is_none_or(|part| Part::of(issue) == part)
    }
}

/// A kind of issue that can be shown alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Grade(Grade),
    Acknowledged,
    Judgement,
}

/// A part of the plan that can be shown alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Section(Section),
    Commitments,
    Commitment(RowId),
}

impl Kind {
    pub(super) const ALL: [Self; 6] = [
        Self::Grade(Grade::Requirement),
        Self::Grade(Grade::Form),
        Self::Grade(Grade::Recommendation),
        Self::Grade(Grade::Advice),
        Self::Judgement,
        Self::Acknowledged,
    ];

    /// The kind an issue is of.
    pub(super) fn of(plan: &Plan, issue: &Issue) -> Self {
        if issue.check.is_judgement() {
            Self::Judgement
        } else if acknowledged::reason(plan, issue).is_some() {
            Self::Acknowledged
        } else {
            Self::Grade(issue.check.grade())
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Grade(grade) => grade.key(),
            Self::Judgement => "judgement",
            Self::Acknowledged => "acknowledged",
        }
    }

    pub(super) fn counted(self) -> &'static str {
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

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Grade(of) => grade(texts(), of),
            Self::Judgement => ui().judgements_title,
            Self::Acknowledged => ui().acknowledged,
        }
    }
}

impl Part {
    /// The part an issue belongs to.
    pub(super) fn of(issue: &Issue) -> Self {
        match issue.at {
            At::Commitments => Self::Commitments,
            At::Place(place) => Self::of_place(place),
        }
    }

    /// The part a place lies in.
    pub(super) fn of_place(place: Place) -> Self {
        place.commitment.map_or(Self::Section(place.question.section()), Self::Commitment)
    }

    /// All parts of a plan, in the order of the form.
    pub(super) fn all(plan: &Plan) -> Vec<Self> {
        let sections = Section::OF_PLAN.into_iter().map(Self::Section);
        let commitments = plan.commitments.iter().map(|of| Self::Commitment(of.id));
        let beside = Section::BESIDE.into_iter().map(Self::Section);
        sections.chain([Self::Commitments]).chain(commitments).chain(beside).collect()
    }

    pub(super) fn name(self, draft: Draft) -> String {
        match self {
            Self::Section(section) => texts().section(section).title.to_owned(),
            Self::Commitments => ui().commitments.to_owned(),
            Self::Commitment(id) => page::numbered_title(draft, id),
        }
    }
}
