//! How far each section is, for the task list: read off the plan and its issues.

use crate::plan::{Plan, RowId};
use crate::question::{Need, Place, Section};
use crate::rules::acknowledged::is_open;
use crate::rules::{At, Issue};

/// A section's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing is answered.
    NotStarted,
    /// Some required answers are missing.
    InProgress,
    /// A requirement or a form is broken by what is answered.
    Problem,
    /// Everything required is there.
    Completed,
}

/// The state of a section, of this commitment for one of Annex 2.
pub fn state(plan: &Plan, issues: &[Issue], section: Section, commitment: Option<RowId>) -> State {
    let of_section = || issues.iter().filter(|issue| is_of(issue, section, commitment));
    // What a person has to look at stands on the review, whatever page it speaks of.
    let keeps = || of_section().filter(|issue| !issue.check.is_judgement() && is_open(plan, issue));
    let started = section.questions().any(|question| {
        // A milestone's or contact's row counts once something is in it; the language is set from the start.
        question != crate::question::Question::Language
            && Place { commitment, ..Place::plan(question) }.is_answered(plan)
    });
    let required = section.questions().any(|question| question.need() == Need::Required);
    if !started {
        State::NotStarted
    } else if keeps().any(|issue| !issue.check.waits()) {
        State::Problem
    } else if required && keeps().next().is_some() {
        State::InProgress
    } else {
        State::Completed
    }
}

/// Whether an issue belongs to this section, of this commitment for one of Annex 2.
pub fn is_of(issue: &Issue, section: Section, commitment: Option<RowId>) -> bool {
    matches!(issue.at, At::Place(place) if place.question.section() == section && place.commitment == commitment)
}

/// How many issues keep the plan from being ready.
pub fn open_requirements(plan: &Plan, issues: &[Issue]) -> usize {
    issues.iter().filter(|issue| is_open(plan, issue)).count()
}
