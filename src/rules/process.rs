//! The process: the four minimum requirements of 3.3.1 with their evidence, and the practices around them (PROC-*).
//!
//! They are lines of the checklist for the monitoring body and speak there.

use super::changes::{Difference, differences_since};
use super::dates::{meetings_held, years};
use super::format::is_url;
use super::shared::{lacking, number, speak};
use super::vision::both_sides;
use super::{Case, Check, Issue, Value};
use crate::plan::record::is_started;
use crate::plan::text::is_filled;
use crate::plan::{Day, Evidence, Meeting, Options as _, Plan, Practice, Requirement, WebsitePoint};
use crate::question::{Column, Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    proc_1(plan, found);
    proc_2(case, found);
    proc_3(plan, found);
    proc_4(plan, found);
    proc_5(case, found);
    proc_6(plan, found);
    proc_7(plan, found);
    proc_8(plan, found);
    proc_9(plan, found);
}

/// Whether one of the four minimum requirements is met, as far as answers show it (3.3.1).
pub fn is_met(case: &Case<'_>, requirement: &str) -> bool {
    let plan = case.plan;
    match requirement {
        "forum" => is_filled(&plan.space.name),
        "regularity" => met_in_co_creation(plan) && thin_years(case).is_empty(),
        "multi_stakeholder" => both_sides(plan) == Some(true),
        "endorsement" => {
            plan.vision.endorsements.iter().any(|row| is_filled(&row.name))
                && lapsed_endorsement(plan).is_none()
        }
        _ => false,
    }
}

/// Whether something that can be read proves a requirement (A5).
pub fn is_proved(case: &Case<'_>, requirement: &str) -> bool {
    let can_be_read = |row: &Evidence| row.file.0.is_some() || is_url(&row.url, case.normalise);
    let proves = |row: &Evidence| row.requirement.key() == Some(requirement) && can_be_read(row);
    case.plan.evidence.iter().any(proves)
}

/// PROC-1 (3.3.1): there is a participation space.
fn proc_1(plan: &Plan, found: &mut Vec<Issue>) {
    if !is_filled(&plan.space.name) {
        speak(found, Check::Proc1, Place::plan(Question::Space), vec![]);
    }
}

fn meetings(plan: &Plan) -> impl Iterator<Item = &Meeting> {
    plan.meetings.iter().filter(|row| is_started(*row))
}

/// How many meetings of the co-creation are listed.
pub(super) fn co_creation_meetings(plan: &Plan) -> usize {
    plan.meetings.iter().filter(|row| row.kind.key() == Some("co_creation")).count()
}

/// Whether a meeting of the co-creation is known: listed, or as long as none is, counted in 5.7.
fn met_in_co_creation(plan: &Plan) -> bool {
    match meetings(plan).next() {
        Some(_) => {
            let is_it = |row: &Meeting| row.kind.key() == Some("co_creation") && row.non_government;
            meetings(plan).any(is_it)
        }
        None => plan.vision.meeting_count.value().is_some_and(|count| count.0 > 0),
    }
}

/// The years since submission, over by now, with fewer than two meetings on implementation; and how many each had.
fn thin_years(case: &Case<'_>) -> Vec<(Day, Day, usize)> {
    let over = years(case.plan).into_iter().filter(|(_, last)| *last < Day(case.today));
    let counted = over.map(|(first, last)| (first, last, meetings_held(case.plan, first, last)));
    counted.filter(|(.., count)| *count < 2).collect()
}

/// PROC-2 (3.3.1): a) there was a meeting of the co-creation, b) there are two a year on implementation, each with the
/// non-governmental side.
fn proc_2(case: &Case<'_>, found: &mut Vec<Issue>) {
    let place = Place::plan(Question::Meetings);
    if meetings(case.plan).next().is_some() && !met_in_co_creation(case.plan) {
        speak(found, Check::Proc2a, place, vec![]);
    }
    for (first, last, count) in thin_years(case) {
        speak(found, Check::Proc2b, place, vec![Value::Day(first), Value::Day(last), number(count)]);
    }
}

/// PROC-3 (3.3.1): both sides are in the space. VIS-9 says so at its question, and counts.
fn proc_3(plan: &Plan, found: &mut Vec<Issue>) {
    if both_sides(plan) == Some(false) {
        speak(found, Check::Proc3, Place::plan(Question::Space), vec![]);
    }
}

/// The plan that is endorsed: as it was submitted, before that as it is.
fn final_plan(plan: &Plan) -> &Plan {
    plan.as_submitted().unwrap_or(plan)
}

/// Why there is no endorsement of the final plan: it is not given, or the plan changed since. Where the plan was kept
/// as it was endorsed, its answers tell; else the days do.
fn lapsed_endorsement(plan: &Plan) -> Option<(Check, Vec<Value>)> {
    let last = final_plan(plan);
    let Some(endorsed) = last.vision.endorsed.value() else { return Some((Check::Proc4None, vec![])) };
    if let Some(then) = plan.as_endorsed.plan().filter(|then| then.vision.endorsed == last.vision.endorsed) {
        let changed = changed_since(then, last);
        let values = || vec![Value::Day(endorsed), Value::Questions(changed.clone())];
        return (!changed.is_empty()).then(|| (Check::Proc4Differs, values()));
    }
    let changed = last.changed.value().filter(|changed| *changed > endorsed)?;
    Some((Check::Proc4Changed, vec![Value::Day(endorsed), Value::Day(changed)]))
}

/// The questions answered otherwise than when the plan was endorsed; who endorses it is no matter of its text. A
/// commitment that came or went is one by its title.
fn changed_since(then: &Plan, last: &Plan) -> Vec<Question> {
    let question = |difference| match difference {
        Difference::Answer(place) => place.question,
        Difference::Added(_) | Difference::Deleted(_) => Question::Title,
    };
    let mut questions: Vec<Question> = differences_since(then, last).into_iter().map(question).collect();
    questions.retain(|question| *question != Question::Endorsements);
    questions.sort_unstable();
    questions.dedup();
    questions
}

/// PROC-4 (3.3.1): once somebody is listed, it is the final plan they endorsed.
fn proc_4(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.vision.endorsements.iter().any(|row| is_filled(&row.name))
        && let Some((check, values)) = lapsed_endorsement(plan)
    {
        speak(found, check, Place::plan(Question::Endorsed), values);
    }
}

/// PROC-5 (A5, 2.1, 3.5, 4.2): each requirement that is met is proved by something that can be read.
fn proc_5(case: &Case<'_>, found: &mut Vec<Issue>) {
    for requirement in Requirement::KEYS.iter().copied().filter(|key| is_met(case, key)) {
        if !is_proved(case, requirement) {
            let values = vec![Value::Options(Requirement::KEYS, vec![requirement])];
            speak(found, Check::Proc5, Place::plan(Question::Evidence), values);
        }
    }
}

/// PROC-6 (3.1): a new member completes the orientation.
fn proc_6(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.previous_end.value().is_none() && plan.orientation.value().is_none() {
        speak(found, Check::Proc6, Place::plan(Question::Orientation), vec![]);
    }
}

/// PROC-7 (3.3.2): the eight practices are followed.
fn proc_7(plan: &Plan, found: &mut Vec<Issue>) {
    if let Some(lacks) = lacking(Practice::KEYS, |key| plan.practices.has(key)) {
        speak(found, Check::Proc7, Place::plan(Question::Practices), vec![lacks]);
    }
}

/// PROC-8 (A4): where the process has a site, it shows all it should.
fn proc_8(plan: &Plan, found: &mut Vec<Issue>) {
    if is_filled(&plan.website)
        && let Some(lacks) = lacking(WebsitePoint::KEYS, |key| plan.website_points.has(key))
    {
        speak(found, Check::Proc8, Place::plan(Question::WebsitePoints), vec![lacks]);
    }
}

/// PROC-9 (A3): the Support Unit was told which space is used.
fn proc_9(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.space.told.value().is_none() {
        speak(found, Check::Proc9, Place::plan(Question::Space).column(Column::Told), vec![]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, month, paths, submitted, typed};
    use super::*;
    use crate::plan::{Kept, One, Several, Text};

    fn meeting(day: &str, kind: &str, non_government: bool) -> Meeting {
        Meeting { day: typed(day), kind: One::of(kind), non_government, ..Meeting::default() }
    }

    #[test]
    fn proc_2a_reads_the_list_once_there_is_one() {
        let list = |meetings: Vec<Meeting>| move |plan: &mut Plan| plan.meetings = meetings;
        holds(Check::Proc2a, list(vec![]));
        holds(Check::Proc2a, list(vec![Meeting::default()]));
        holds(Check::Proc2a, list(vec![meeting("", "co_creation", true)]));
        breaks(Check::Proc2a, list(vec![meeting("2026-01-10", "co_creation", false)]));
        breaks(Check::Proc2a, list(vec![meeting("2026-01-10", "implementation", true)]));
    }

    #[test]
    fn proc_2b_judges_a_year_once_it_is_over() {
        // Submitted on 14 March 2025: the first year ends on 13 March 2026, two days before today.
        let year = |meetings: Vec<Meeting>, submitted_on: &'static str| {
            move |plan: &mut Plan| {
                *plan = submitted();
                plan.submitted = typed(submitted_on);
                plan.meetings = meetings;
            }
        };
        let two = || ["2025-03-14", "2026-03-13"].map(|day| meeting(day, "implementation", true));
        let co_creation = || meeting("2025-01-10", "co_creation", true);
        holds(Check::Proc2b, year([&two()[..], &[co_creation()]].concat(), "2025-03-14"));
        breaks(Check::Proc2b, year(vec![two()[0].clone()], "2025-03-14"));
        breaks(
            Check::Proc2b,
            year(vec![two()[0].clone(), meeting("2026-03-14", "implementation", true)], "2025-03-14"),
        );
        breaks(
            Check::Proc2b,
            year(vec![two()[0].clone(), meeting("2026-03-13", "implementation", false)], "2025-03-14"),
        );
        holds(Check::Proc2b, year(vec![], "2025-03-16"));
        breaks(Check::Proc2b, year(vec![], "2025-03-15"));
        holds(Check::Proc2b, |plan| {
            year(vec![], "2025-03-14")(plan);
            plan.end = month("2026-02");
        });
    }

    #[test]
    fn proc_3_is_vis_9_on_the_checklist() {
        let one_side = |plan: &mut Plan| plan.vision.sides = Several::of(&["government"]);
        breaks(Check::Proc3, one_side);
        breaks(Check::Vis9, one_side);
        let issues = super::super::testing::issues(one_side);
        let plan = super::super::testing::base();
        let open = issues.iter().filter(|issue| super::super::acknowledged::is_open(&plan, issue)).count();
        assert_eq!(open, 1, "told twice, counted once");
    }

    #[test]
    fn proc_4_asks_for_the_endorsement_of_the_final_text() {
        let days = |endorsed: &'static str, changed: &'static str| {
            move |plan: &mut Plan| {
                plan.vision.endorsed = typed(endorsed);
                plan.changed = typed(changed);
            }
        };
        holds(Check::Proc4Changed, days("2026-03-01", "2026-03-01"));
        breaks(Check::Proc4Changed, days("2026-03-01", "2026-03-02"));
        holds(Check::Proc4Changed, days("2026-03-01", ""));
        breaks(Check::Proc4None, days("", ""));
        holds(Check::Proc4None, |plan| {
            days("", "")(plan);
            plan.vision.endorsements.clear();
        });
        holds(Check::Proc4Changed, |plan| {
            *plan = submitted();
            days("2026-03-01", "2026-03-02")(plan);
        });
    }

    #[test]
    fn proc_4_compares_with_what_was_endorsed_where_that_was_kept() {
        let kept = |change: fn(&mut Plan)| {
            move |plan: &mut Plan| {
                plan.vision.endorsed = typed("2026-03-01");
                plan.as_endorsed = Kept::of(plan);
                plan.changed = typed("2026-03-02");
                change(plan);
            }
        };
        let both = |change: fn(&mut Plan), differs: bool| {
            holds(Check::Proc4Changed, kept(change));
            let test = if differs { breaks } else { holds };
            test(Check::Proc4Differs, kept(change));
        };
        both(|_| (), false);
        both(|plan| plan.vision.endorsements[0].name = "Collectif".into(), false);
        both(|plan| plan.commitments[0].milestones[0].status = One::of("in_progress"), false);
        both(|plan| plan.lead_agency = "Cabinet".into(), false);
        both(|plan| plan.vision.foreword = Text::new("Autrement."), true);
        both(|plan| drop(plan.commitments.remove(0)), true);
        // What was kept for another day tells nothing.
        breaks(Check::Proc4Changed, kept(|plan| plan.vision.endorsed = typed("2026-02-28")));
        // After submission, it is the plan submitted that must have been endorsed.
        let after = |change: fn(&mut Plan)| {
            move |plan: &mut Plan| {
                *plan = submitted();
                plan.as_endorsed = Kept::of(plan);
                change(plan);
            }
        };
        holds(Check::Proc4Differs, after(|plan| plan.vision.foreword = Text::new("Autrement.")));
        breaks(
            Check::Proc4Differs,
            after(|plan| {
                plan.vision.foreword = Text::new("Autrement.");
                plan.as_submitted = Kept::of(plan);
            }),
        );
    }

    #[test]
    fn proc_5_asks_to_prove_what_is_met_and_nothing_else() {
        let told = |change: fn(&mut Plan)| paths(Check::Proc5, change).len();
        assert_eq!(told(|_| ()), 0);
        assert_eq!(told(|plan| plan.evidence.clear()), 4);
        assert_eq!(told(|plan| plan.evidence[0].url = "chez nous".into()), 1);
        assert_eq!(
            told(|plan| {
                plan.evidence.clear();
                plan.space.name.clear();
                plan.vision.meeting_count = typed("0");
                plan.vision.participants = Text::default();
                plan.vision.endorsements.clear();
            }),
            0
        );
    }

    #[test]
    fn proc_6_to_9_read_the_checklist() {
        let new_member = |plan: &mut Plan| plan.orientation = typed("");
        breaks(Check::Proc6, new_member);
        holds(Check::Proc6, |plan| {
            new_member(plan);
            plan.previous_end = month("2026-02");
        });
        breaks(Check::Proc7, |plan| plan.practices = Several::of(&["website"]));
        breaks(Check::Proc8, |plan| plan.website_points = Several::default());
        holds(Check::Proc8, |plan| {
            plan.website_points = Several::default();
            plan.website.clear();
        });
        breaks(Check::Proc1, |plan| plan.space.name.clear());
        breaks(Check::Proc9, |plan| plan.space.told = typed("hier"));
    }
}
