//! What the app notes by itself while a plan is edited: the day an answer of the annexes last changed, which an
//! endorsement is held against (PROC-4), and after submission each change of a milestone's status (MON-6).

use crate::plan::{Day, One, Plan, Progress, Reference, RowId, Typed};
use crate::question::{Column, ListPlace, Place, Question};

/// Whether an endorsement is for what stands at this place: the templates' answers, but not the list of who endorses, the
/// English texts and the statuses of milestones.
fn is_endorsed(place: Place) -> bool {
    let is_template = !place.question.is_own() && place.question != Question::Endorsements;
    is_template && !place.english && place.column != Some(Column::Status)
}

/// Puts what was typed at a place, and notes what that changes. `new_id` names a row of the progress log, where one comes.
pub fn enter(plan: &mut Plan, place: Place, typed: &str, today: Day, new_id: &dyn Fn() -> RowId) {
    let before = place.shown(plan);
    if !place.enter(plan, typed) || place.shown(plan) == before {
        return;
    }
    if is_endorsed(place) {
        plan.changed = Typed::Value(today);
    }
    if place.column == Some(Column::Status) && plan.submitted.value().is_some() {
        note_status(plan, place, &before, today, new_id);
    }
}

/// A plan that goes back to the answers it had earlier. What people said about them stays, and all that happened since: the
/// submission, the endorsement, and what follows them (3.2.1.3, 3.5, 4).
#[must_use]
pub fn restored(now: &Plan, earlier: Plan) -> Plan {
    let mut restored = Plan {
        comments: now.comments.clone(),
        looked: now.looked.clone(),
        acknowledged: now.acknowledged.clone(),
        submitted: now.submitted.clone(),
        submitter: now.submitter,
        as_submitted: now.as_submitted.clone(),
        as_endorsed: now.as_endorsed.clone(),
        changes: now.changes.clone(),
        updates: now.updates.clone(),
        progress: now.progress.clone(),
        comments_invited: now.comments_invited,
        initial_report: now.initial_report.clone(),
        final_report: now.final_report.clone(),
        inactive: now.inactive.clone(),
        voluntary: now.voluntary,
        discussed: now.discussed,
        probation: now.probation.clone(),
        ..earlier
    };
    restored.vision.endorsed = now.vision.endorsed.clone();
    restored
}

/// Notes that rows came or went.
pub fn note_rows(plan: &mut Plan, list: ListPlace, today: Day) {
    let counts = match list {
        ListPlace::Commitments => true,
        ListPlace::Rows(_, question) => is_endorsed(Place::plan(question)),
    };
    if counts {
        plan.changed = Typed::Value(today);
    }
}

/// Notes a milestone's new status. Of one day, only what it came to counts.
fn note_status(plan: &mut Plan, place: Place, before: &str, today: Day, new_id: &dyn Fn() -> RowId) {
    let (Some(commitment), Some(milestone)) = (place.commitment, place.row) else { return };
    let to = One::of(&place.shown(plan));
    let noted = |row: &Progress| row.milestone.id() == Some(milestone) && row.day == Typed::Value(today);
    match plan.progress.iter_mut().find(|row| noted(row)) {
        Some(row) => row.to = to,
        None => plan.progress.push(Progress {
            id: new_id(),
            commitment: Reference::to(commitment),
            milestone: Reference::to(milestone),
            from: One::of(before),
            to,
            day: Typed::Value(today),
            ..Progress::default()
        }),
    }
    plan.progress.retain(|row| !noted(row) || row.from != row.to);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Commitment, Kept, Milestone, Readable as _};

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    fn id(text: &str) -> RowId {
        RowId::parse(text).unwrap()
    }

    fn plan() -> Plan {
        let milestone =
            Milestone { id: id("milestone1"), status: One::of("not_started"), ..Milestone::default() };
        let commitment =
            Commitment { id: id("commitmen1"), milestones: vec![milestone], ..Commitment::default() };
        Plan { commitments: vec![commitment], ..Plan::default() }
    }

    #[test]
    fn what_happened_since_stays_when_answers_are_restored() {
        let mut earlier = plan();
        earlier.lead_agency = "Cabinet".into();
        let mut now = plan();
        now.submitted = Typed::Value(day("2026-03-01"));
        now.vision.endorsed = Typed::Value(day("2026-02-20"));
        now.as_endorsed = Kept::of(&earlier);
        let status = Place::commitment(id("commitmen1"), Question::Milestones).row(id("milestone1"));
        enter(&mut now, status.column(Column::Status), "stuck", day("2026-03-15"), &|| id("progress01"));
        let restored = restored(&now, earlier);
        assert_eq!(restored.lead_agency, "Cabinet");
        assert_eq!(restored.commitments, plan().commitments);
        assert_eq!(
            (&restored.submitted, &restored.vision.endorsed, &restored.as_endorsed, &restored.progress),
            (&now.submitted, &now.vision.endorsed, &now.as_endorsed, &now.progress)
        );
        assert_eq!(restored.progress.len(), 1);
    }

    #[test]
    fn the_day_of_the_last_change_is_noted() {
        let milestone = Place::commitment(id("commitmen1"), Question::Milestones).row(id("milestone1"));
        for (place, typed, counts) in [
            (Place::plan(Question::Foreword), "Ensemble.", true),
            (Place::plan(Question::Foreword), "", false),
            (Place::plan(Question::Foreword).in_english(), "Together.", false),
            (Place::plan(Question::LeadAgency), "Cabinet", false),
            (milestone.column(Column::Description), "Publier", true),
            (milestone.column(Column::Status), "stuck", false),
        ] {
            let mut plan = plan();
            enter(&mut plan, place, typed, day("2026-03-15"), &|| id("progress01"));
            assert_eq!(plan.changed.value().is_some(), counts, "{place} {typed}");
        }
        for (list, counts) in [
            (ListPlace::Commitments, true),
            (ListPlace::Rows(None, Question::LeadInstitutions), true),
            (ListPlace::Rows(None, Question::Endorsements), false),
            (ListPlace::Rows(None, Question::Meetings), false),
        ] {
            let mut plan = plan();
            note_rows(&mut plan, list, day("2026-03-15"));
            assert_eq!(plan.changed.value().is_some(), counts, "{list:?}");
        }
    }

    #[test]
    fn statuses_are_logged_once_the_plan_is_submitted() {
        let mut plan = plan();
        let status = Place::commitment(id("commitmen1"), Question::Milestones)
            .row(id("milestone1"))
            .column(Column::Status);
        let to = |plan: &mut Plan, typed: &str, on: &str| {
            enter(plan, status, typed, day(on), &|| id(&format!("progress{}", &on[8..])));
        };
        to(&mut plan, "stuck", "2026-03-10");
        assert_eq!(plan.progress.len(), 0);
        plan.submitted = Typed::Value(day("2026-03-11"));
        to(&mut plan, "in_progress", "2026-03-12");
        to(&mut plan, "completed", "2026-03-13");
        to(&mut plan, "incomplete", "2026-03-13");
        let logged = |plan: &Plan| -> Vec<(Option<&str>, Option<&str>)> {
            plan.progress.iter().map(|row| (row.from.key(), row.to.key())).collect()
        };
        let (stuck, going, half) = (Some("stuck"), Some("in_progress"), Some("incomplete"));
        assert_eq!(logged(&plan), [(stuck, going), (going, half)]);
        to(&mut plan, "in_progress", "2026-03-13");
        assert_eq!(logged(&plan), [(stuck, going)], "taken back on the same day");
    }
}
