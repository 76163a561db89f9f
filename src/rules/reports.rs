//! After submission: assessments, quarterly updates, inactivity (MON-*). Silent until the plan is submitted.

use super::dates::{self, Months};
use super::shared::{number, speak};
use super::{Case, Check, Issue, Value};
use crate::plan::{Commitment, Day, Period, Plan, Progress};
use crate::question::{Place, Question};

/// Months that inactivity may last before it is contrary to process (4.2).
const INACTIVE: u32 = 6;
/// Months in which a member on probation repairs what is missing (4.2).
const PROBATION: u32 = 4;

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    if case.plan.submitted.value().is_none() {
        return;
    }
    mon_1(case, found);
    for commitment in &case.plan.commitments {
        mon_2(case, commitment, found);
    }
    mon_3(case, found);
    mon_4_and_5(case, found);
    mon_6(case, found);
    mon_7(case, found);
    mon_8(case, found);
    mon_9(case.plan, found);
    mon_10(case.plan, found);
}

/// Speaks where a report came after its day, or has not come by today.
fn late(
    case: &Case<'_>,
    check: Check,
    due: Option<Day>,
    came: Option<Day>,
    place: Place,
    found: &mut Vec<Issue>,
) {
    if let Some(due) = due.filter(|due| came.unwrap_or(Day(case.today)) > *due) {
        speak(found, check, place, vec![Value::Day(due)]);
    }
}

/// MON-1 (3.5.1): the initial assessment comes within two months of submission.
fn mon_1(case: &Case<'_>, found: &mut Vec<Issue>) {
    let (due, came) = (dates::initial_report_due(case.plan), case.plan.initial_report.value());
    late(case, Check::Mon1, due, came, Place::plan(Question::InitialReport), found);
}

/// MON-2 (3.5.2): a commitment is assessed within a month of being done, or of the plan's end.
fn mon_2(case: &Case<'_>, commitment: &Commitment, found: &mut Vec<Issue>) {
    let due = dates::evaluation_due(case.plan, commitment);
    let place = Place::commitment(commitment.id, Question::Evaluated);
    late(case, Check::Mon2, due, commitment.evaluated.value(), place, found);
}

/// MON-3 (3.5.3): the report of the learning exercise comes within two months of the plan's end.
fn mon_3(case: &Case<'_>, found: &mut Vec<Issue>) {
    let (due, came) = (dates::final_report_due(case.plan), case.plan.final_report.value());
    late(case, Check::Mon3, due, came, Place::plan(Question::FinalReport), found);
}

/// The quarters judged so far: they are over.
fn judged(case: &Case<'_>) -> impl Iterator<Item = Months> {
    let today = Day(case.today);
    dates::quarters(case.plan).into_iter().filter(move |quarter| quarter.is_over(today))
}

fn has_update(plan: &Plan, quarter: Months) -> bool {
    plan.updates.iter().filter_map(|row| row.day.value()).any(|day| quarter.has(day))
}

/// The runs of quarters that follow each other, as the months they last together; and how many quarters each has.
fn runs(quarters: impl Iterator<Item = Months>) -> Vec<(Months, usize)> {
    let mut runs: Vec<(Months, usize)> = Vec::new();
    for quarter in quarters {
        match runs.last_mut() {
            Some((run, count)) if run.last + 1 == quarter.first => {
                run.last = quarter.last;
                *count += 1;
            }
            _ => runs.push((quarter, 1)),
        }
    }
    runs
}

fn months(quarter: Months) -> [Value; 2] {
    [quarter.first, quarter.last].map(Value::Month)
}

/// A run of quarters: its months, and how many quarters they are.
fn counted(run: Months, count: usize) -> Vec<Value> {
    months(run).into_iter().chain([number(count)]).collect()
}

/// MON-4 (3.5, 3.5.4): each quarter has a public update; MON-5 (4.1): no two in a row have none, where MON-4 is silent.
fn mon_4_and_5(case: &Case<'_>, found: &mut Vec<Issue>) {
    for (run, count) in runs(judged(case).filter(|quarter| !has_update(case.plan, *quarter))) {
        let (check, values) = match count {
            1 => (Check::Mon4, months(run).into()),
            _ => (Check::Mon5, counted(run, count)),
        };
        speak(found, check, Place::plan(Question::Updates), values);
    }
}

/// Whether a change of status is progress: on the way from where it had not begun or was held up, or done.
fn is_progress(change: &Progress) -> bool {
    match (change.from.key(), change.to.key()) {
        (Some("not_started" | "stuck" | "incomplete"), Some("in_progress")) => true,
        (from, Some("completed")) => from != Some("completed"),
        _ => false,
    }
}

/// Whether a milestone was open in a quarter: begun by its end, and not completed before it.
fn has_open_milestone(plan: &Plan, quarter: Months) -> bool {
    let done_before = |id| {
        let of = plan.progress.iter().filter(|row| row.milestone.id() == Some(id));
        let done =
            of.filter(|row| row.to.key() == Some("completed")).filter_map(|row| row.day.value()?.month());
        done.max()
    };
    plan.commitments.iter().flat_map(|of| &of.milestones).any(|milestone| {
        // A start that is missing means always before.
        let has_begun = milestone.start.value().is_none_or(|start| start <= quarter.last);
        let is_completed = milestone.status.key() == Some("completed");
        has_begun && !(is_completed && done_before(milestone.id).is_none_or(|month| month < quarter.first))
    })
}

/// MON-6 (4.1): no two quarters in a row, each with an update, pass without progress in any commitment. A quarter in
/// which no milestone was open is not judged.
fn mon_6(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    let stands_still = |quarter: &Months| {
        let progress = plan.progress.iter().filter(|row| is_progress(row)).filter_map(|row| row.day.value());
        has_update(plan, *quarter)
            && !progress.clone().any(|day| quarter.has(day))
            && has_open_milestone(plan, *quarter)
    };
    for (run, count) in runs(judged(case).filter(stands_still)).into_iter().filter(|(_, count)| *count > 1) {
        speak(found, Check::Mon6, Place::plan(Question::Updates), counted(run, count));
    }
}

/// Speaks where a time has not ended so many months after it began.
fn overlong(
    case: &Case<'_>,
    check: Check,
    period: &Period,
    most: u32,
    question: Question,
    found: &mut Vec<Issue>,
) {
    let Some(since) = period.from.value().filter(|_| period.until.value().is_none()) else { return };
    let limit = since.after_months(most);
    if Day(case.today) > limit {
        speak(found, check, Place::plan(question), vec![Value::Day(since), Value::Day(limit)]);
    }
}

/// MON-7 (4.2): inactivity that is not the member's own wish ends within six months.
fn mon_7(case: &Case<'_>, found: &mut Vec<Issue>) {
    if !case.plan.voluntary {
        overlong(case, Check::Mon7, &case.plan.inactive, INACTIVE, Question::Inactive, found);
    }
}

/// MON-8 (4.2): probation is repaired within four months.
fn mon_8(case: &Case<'_>, found: &mut Vec<Issue>) {
    overlong(case, Check::Mon8, &case.plan.probation, PROBATION, Question::Probation, found);
}

/// MON-9 (2.3, 3.5): the monitoring body invites comments from both sides, on OGP's forms.
fn mon_9(plan: &Plan, found: &mut Vec<Issue>) {
    if !plan.comments_invited {
        speak(found, Check::Mon9, Place::plan(Question::CommentsInvited), vec![]);
    }
}

/// MON-10 (4.1): inactivity at the member's own wish is talked over first.
fn mon_10(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.voluntary && !plan.discussed {
        speak(found, Check::Mon10, Place::plan(Question::Discussed), vec![]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, id, issues, month, submitted, told, typed};
    use super::*;
    use crate::plan::{One, Reference, Update};

    /// The plan submitted on this day, after a change; today is 15 March 2026.
    fn since(day: &'static str, change: impl FnOnce(&mut Plan)) -> impl FnOnce(&mut Plan) {
        move |plan| {
            *plan = submitted();
            plan.submitted = typed(day);
            change(plan);
        }
    }

    fn updated(days: &'static [&'static str]) -> Vec<Update> {
        days.iter().map(|day| Update { day: typed(day), ..Update::default() }).collect()
    }

    #[test]
    fn mon_1_comes_within_two_months() {
        let comes = |day: &'static str| since("2026-01-14", move |plan| plan.initial_report = typed(day));
        holds(Check::Mon1, comes("2026-03-14"));
        breaks(Check::Mon1, comes("2026-03-15"));
        breaks(Check::Mon1, comes(""));
        holds(Check::Mon1, since("2026-01-15", |plan| plan.initial_report = typed("")));
        holds(Check::Mon1, |plan| plan.initial_report = typed("2030-01-01"));
    }

    #[test]
    fn mon_2_and_3_follow_what_is_done_and_the_end() {
        let done = |done: &'static str, evaluated: &'static str| {
            since("2025-01-10", move |plan| {
                plan.commitments[0].done = typed(done);
                plan.commitments[0].evaluated = typed(evaluated);
            })
        };
        holds(Check::Mon2, done("2026-01-31", "2026-02-28"));
        breaks(Check::Mon2, done("2026-01-31", "2026-03-01"));
        holds(Check::Mon2, done("2026-02-15", ""));
        breaks(Check::Mon2, done("2026-02-14", ""));
        let ends = |end: &'static str, came: &'static str| {
            since("2025-01-10", move |plan| {
                plan.end = month(end);
                plan.final_report = typed(came);
            })
        };
        holds(Check::Mon3, ends("2026-01", ""));
        breaks(Check::Mon3, ends("2025-12", ""));
        holds(Check::Mon3, ends("2025-12", "2026-02-28"));
        breaks(Check::Mon3, ends("2025-12", "2026-03-01"));
        holds(Check::Mon2, ends("2026-02", ""));
        breaks(Check::Mon2, ends("2026-01", ""));
    }

    #[test]
    fn mon_4_and_5_count_the_quarters_that_are_over() {
        // Submitted in May 2025: judged are July to September and October to December 2025.
        let with =
            |days: &'static [&'static str]| since("2025-05-10", move |plan| plan.updates = updated(days));
        holds(Check::Mon4, with(&["2025-07-01", "2025-12-31"]));
        breaks(Check::Mon4, with(&["2025-09-30"]));
        breaks(Check::Mon4, with(&["2025-10-01"]));
        holds(Check::Mon5, with(&["2025-10-01"]));
        breaks(Check::Mon5, with(&["2025-06-30", "2026-01-01"]));
        holds(Check::Mon4, with(&[]));
        holds(Check::Mon4, since("2025-10-01", |plan| plan.updates.clear()));
        holds(
            Check::Mon4,
            since("2025-05-10", |plan| {
                plan.updates = updated(&["2025-07-01"]);
                plan.end = month("2025-11");
            }),
        );
        let said: Vec<_> = issues(with(&[])).into_iter().filter(|issue| issue.check == Check::Mon5).collect();
        assert_eq!(told(&said), "Mon5 updates from=2025-07 to=2025-12 count=2");
    }

    #[test]
    fn mon_6_looks_for_progress_where_a_milestone_was_open() {
        let moved = |from: &'static str, to: &'static str, day: &'static str| {
            since("2025-05-10", move |plan| {
                plan.updates = updated(&["2025-07-01", "2025-12-31"]);
                plan.commitments[0].milestones[0].start = month("2025-06");
                plan.progress = vec![Progress {
                    id: id("progress01"),
                    commitment: Reference::to(plan.commitments[0].id),
                    milestone: Reference::to(plan.commitments[0].milestones[0].id),
                    from: One::of(from),
                    to: One::of(to),
                    day: typed(day),
                    ..Progress::default()
                }];
            })
        };
        for (from, to, day, right) in [
            ("not_started", "in_progress", "2025-07-01", true),
            ("stuck", "in_progress", "2025-10-01", true),
            ("incomplete", "in_progress", "2025-10-01", true),
            ("in_progress", "completed", "2025-10-01", true),
            ("not_started", "stuck", "2025-10-01", false),
            ("completed", "in_progress", "2025-10-01", false),
            ("not_started", "in_progress", "2026-01-10", false),
        ] {
            let change = moved(from, to, day);
            if right { holds(Check::Mon6, change) } else { breaks(Check::Mon6, change) }
        }
        holds(Check::Mon6, |plan| {
            moved("not_started", "stuck", "2025-10-01")(plan);
            plan.updates.pop();
        });
        holds(Check::Mon6, |plan| {
            moved("not_started", "stuck", "2025-10-01")(plan);
            plan.commitments[0].milestones[0].start = month("2026-04");
        });
        holds(Check::Mon6, |plan| {
            moved("not_started", "completed", "2025-06-15")(plan);
            plan.commitments[0].milestones[0].status = One::of("completed");
        });
    }

    #[test]
    fn mon_7_to_10_end_inactivity_and_probation_in_time() {
        let inactive = |from: &'static str, until: &'static str, voluntary: bool| {
            since("2025-01-10", move |plan| {
                plan.inactive.from = typed(from);
                plan.inactive.until = typed(until);
                plan.voluntary = voluntary;
                plan.discussed = false;
            })
        };
        holds(Check::Mon7, inactive("2025-09-15", "", false));
        breaks(Check::Mon7, inactive("2025-09-14", "", false));
        holds(Check::Mon7, inactive("2025-09-14", "2026-03-01", false));
        holds(Check::Mon7, inactive("2025-09-14", "", true));
        breaks(Check::Mon10, inactive("2025-09-14", "", true));
        let probation =
            |from: &'static str| since("2025-01-10", move |plan| plan.probation.from = typed(from));
        holds(Check::Mon8, probation("2025-11-15"));
        breaks(Check::Mon8, probation("2025-11-14"));
        breaks(Check::Mon9, since("2026-03-01", |plan| plan.comments_invited = false));
        holds(Check::Mon9, |plan| plan.comments_invited = false);
    }
}
