//! The plan's period: when it starts and ends, against the mandate and the day of joining (PLAN-*).
//!
//! Question 1.1 of a plan is the latest mandate end of its jurisdictions; those without elections have none.

use super::dates::{latest_end, mandate_end, submission_deadline};
use super::shared::{months, speak, text, typed_month};
use super::{Case, Check, Issue, Value, joint};
use crate::plan::{Day, Jurisdiction, Plan};
use crate::question::{Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    plan_1(plan, found);
    plan_2(plan, found);
    plan_3(plan, found);
    plan_4(plan, found);
    plan_5(plan, found);
    plan_6_and_7(plan, case, found);
    plan_9(plan, found);
    plan_10(plan, found);
    plan_11(plan, case, found);
    plan_12(plan, found);
}

/// The jurisdictions that are asked for the end of a mandate.
pub(super) fn with_mandate(plan: &Plan) -> impl Iterator<Item = &Jurisdiction> {
    plan.jurisdictions.iter().filter(|jurisdiction| !jurisdiction.no_elections)
}

/// PLAN-1 (3.2, A1-1.2): the plan ends two months before the mandate, or earlier.
fn plan_1(plan: &Plan, found: &mut Vec<Issue>) {
    let (Some(end), Some(mandate_end)) = (plan.end.value(), mandate_end(plan)) else { return };
    let latest = latest_end(mandate_end);
    if end > latest {
        let values = vec![Value::Month(end), Value::Month(mandate_end), Value::Month(latest)];
        speak(found, Check::Plan1, Place::plan(Question::PlanEnd), values);
    }
}

/// PLAN-2 (3.2, A1-1): both months of question 1 are given and can be read.
fn plan_2(plan: &Plan, found: &mut Vec<Issue>) {
    let mandate = Place::plan(Question::MandateEnd);
    let mandates = with_mandate(plan)
        .map(|jurisdiction| (&jurisdiction.mandate_end, mandate.row(jurisdiction.id), Check::Plan2Mandate));
    for (month, place, missing) in mandates.chain([(&plan.end, Place::plan(Question::PlanEnd), Check::Plan2)])
    {
        if month.is_unreadable() {
            speak(found, Check::Plan2Unreadable, place, vec![typed_month(month)]);
        } else if month.value().is_none() {
            speak(found, missing, place, vec![]);
        }
    }
}

/// Months a plan without elections lasts at the least and at the most (3.2).
const WITHOUT_ELECTIONS: [i32; 2] = [12, 48];

/// What PLAN-3 says, where it speaks.
fn wrong_span(plan: &Plan) -> Option<(Check, i32)> {
    let (start, end) = (plan.start.value()?, plan.end.value()?);
    let is_asked = !plan.jurisdictions.is_empty() && with_mandate(plan).next().is_none();
    let (span, [least, most]) = (start.span(end), WITHOUT_ELECTIONS);
    let check = if span < least { Check::Plan3Short } else { Check::Plan3Long };
    let is_wrong = span > 0 && !(least..=most).contains(&span) && plan.vision_end.value() != Some(end);
    (is_asked && is_wrong).then_some((check, span))
}

/// PLAN-3 (3.2): without elections the plan lasts one to four years, or ends with the vision there is. Silent where
/// PLAN-4a speaks.
fn plan_3(plan: &Plan, found: &mut Vec<Issue>) {
    let (Some((check, span)), Some(start)) = (wrong_span(plan), plan.start.value()) else { return };
    let [least, most] = WITHOUT_ELECTIONS;
    let bound = if check == Check::Plan3Short { least } else { most };
    let values = vec![months(span), Value::Month(start + (bound - 1))];
    speak(found, check, Place::plan(Question::PlanEnd), values);
}

/// PLAN-4 (3.2): the plan starts a) no later than it ends, b) not before the jurisdiction joined.
fn plan_4(plan: &Plan, found: &mut Vec<Issue>) {
    let Some(start) = plan.start.value() else { return };
    let place = Place::plan(Question::Start);
    if let Some(end) = plan.end.value().filter(|end| start > *end) {
        speak(found, Check::Plan4a, place, vec![Value::Month(start), Value::Month(end)]);
    }
    if let Some(joined) =
        plan.joined.value().filter(|joined| joined.month().is_some_and(|month| start < month))
    {
        speak(found, Check::Plan4b, place, vec![Value::Month(start), Value::Day(joined)]);
    }
}

/// PLAN-5 (follows from 3.2.1.2): there is room for a commitment of twelve months. Silent where PLAN-3
/// or PLAN-4a speaks.
fn plan_5(plan: &Plan, found: &mut Vec<Issue>) {
    let (Some(start), Some(end)) = (plan.start.value(), plan.end.value()) else { return };
    let span = start.span(end);
    if (1..12).contains(&span) && wrong_span(plan).is_none() {
        speak(found, Check::Plan5, Place::plan(Question::PlanEnd), vec![months(span)]);
    }
}

/// PLAN-6 (3.2, 4.1): a plan follows the one before within four months; PLAN-7 (4.1): a new member submits by the day
/// that was set, or granted.
fn plan_6_and_7(plan: &Plan, case: &Case<'_>, found: &mut Vec<Issue>) {
    let Some(deadline) = submission_deadline(plan) else { return };
    if plan.submitted.value().unwrap_or(Day(case.today)) <= deadline {
        return;
    }
    match plan.previous_end.value() {
        Some(end) => {
            let values = vec![Value::Day(deadline), Value::Month(end)];
            speak(found, Check::Plan6, Place::plan(Question::PreviousEnd), values);
        }
        None => speak(found, Check::Plan7, Place::plan(Question::Deadline), vec![Value::Day(deadline)]),
    }
}

/// PLAN-9 (A1, A2): the point of contact submits the plan.
fn plan_9(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.submitted.value().is_some() && plan.submitter.key() != Some("point_of_contact") {
        speak(found, Check::Plan9, Place::plan(Question::Submitter), vec![]);
    }
}

/// PLAN-10 (3.5.3): in a joint plan the learning exercise still lies in each member's mandate. Waits until all
/// mandate ends are given; in a plan of one this is PLAN-1.
fn plan_10(plan: &Plan, found: &mut Vec<Issue>) {
    let (Some(end), Some(_)) = (plan.end.value().filter(|_| plan.joint), mandate_end(plan)) else { return };
    for member in with_mandate(plan) {
        if let Some(mandate_end) = member.mandate_end.value().filter(|mandate_end| end + 2 > *mandate_end) {
            let values = vec![text(&member.name), Value::Month(end + 2), Value::Month(mandate_end)];
            speak(found, Check::Plan10, Place::plan(Question::MandateEnd).row(member.id), values);
        }
    }
}

/// PLAN-11 (no section): until the plan is submitted, a) it ends this month or later, b) the mandate, of several the
/// one that ends last, ends no more than eight years from now.
fn plan_11(plan: &Plan, case: &Case<'_>, found: &mut Vec<Issue>) {
    let Some(this_month) = Day(case.today).month().filter(|_| plan.submitted.value().is_none()) else {
        return;
    };
    if let Some(end) = plan.end.value().filter(|end| *end < this_month) {
        speak(found, Check::Plan11a, Place::plan(Question::PlanEnd), vec![Value::Month(end)]);
    }
    let latest = with_mandate(plan).filter_map(|of| of.mandate_end.value()).max();
    let Some(latest) = latest.filter(|end| *end > this_month + 96) else { return };
    for jurisdiction in with_mandate(plan).filter(|of| of.mandate_end.value() == Some(latest)) {
        let place = Place::plan(Question::MandateEnd).row(jurisdiction.id);
        speak(found, Check::Plan11b, place, vec![Value::Month(latest)]);
    }
}

/// PLAN-12 (3, 3.2): the plan ends at most eight months before the mandate. Silent where JNT-3 speaks.
fn plan_12(plan: &Plan, found: &mut Vec<Issue>) {
    let (Some(end), Some(mandate_end)) = (plan.end.value(), mandate_end(plan)) else { return };
    if end < mandate_end - 8 && joint::ends_before_longest(plan).is_none() {
        let values =
            vec![Value::Month(end), months(mandate_end - end), Value::Month(latest_end(mandate_end))];
        speak(found, Check::Plan12, Place::plan(Question::PlanEnd), values);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, month, paths, typed};
    use super::*;

    fn second(plan: &mut Plan, mandate_end: &str) {
        let id = super::super::testing::id("jurisdict2");
        plan.jurisdictions.push(Jurisdiction {
            id,
            mandate_end: typed(mandate_end),
            ..Jurisdiction::default()
        });
    }

    #[test]
    fn plan_1_ends_two_months_before_the_mandate() {
        holds(Check::Plan1, |plan| plan.end = month("2028-10"));
        breaks(Check::Plan1, |plan| plan.end = month("2028-11"));
        breaks(Check::Plan1, |plan| plan.end = month("2029-03"));
        holds(Check::Plan1, |plan| plan.end = typed("bientôt"));
    }

    #[test]
    fn plan_1_crosses_years_and_short_months() {
        let ends = |end: &str, mandate: &str| {
            let (end, mandate) = (month(end), month(mandate));
            move |plan: &mut Plan| {
                plan.end = end;
                plan.jurisdictions[0].mandate_end = mandate;
            }
        };
        holds(Check::Plan1, ends("2027-02", "2027-04"));
        breaks(Check::Plan1, ends("2027-03", "2027-04"));
        holds(Check::Plan1, ends("2027-12", "2028-02"));
        breaks(Check::Plan1, ends("2028-01", "2028-02"));
    }

    #[test]
    fn plan_1_follows_the_longest_mandate_once_all_are_given() {
        holds(Check::Plan1, |plan| second(plan, "2028-06"));
        breaks(Check::Plan1, |plan| {
            plan.end = month("2028-11");
            second(plan, "2028-06");
        });
        holds(Check::Plan1, |plan| {
            plan.end = month("2028-11");
            second(plan, "2029-01");
        });
        for waiting in ["", "bientôt"] {
            holds(Check::Plan1, |plan| {
                plan.end = month("2028-11");
                second(plan, waiting);
            });
        }
        breaks(Check::Plan1, |plan| {
            plan.end = month("2028-11");
            second(plan, "2031-01");
            plan.jurisdictions[1].no_elections = true;
        });
        holds(Check::Plan1, |plan| {
            plan.end = month("2028-11");
            plan.jurisdictions[0].no_elections = true;
        });
    }

    #[test]
    fn plan_2_asks_each_member_that_holds_elections() {
        breaks(Check::Plan2Mandate, |plan| plan.jurisdictions[0].mandate_end = typed(""));
        breaks(Check::Plan2Mandate, |plan| plan.jurisdictions[0].mandate_end = typed(" \u{200b}"));
        breaks(Check::Plan2Mandate, |plan| second(plan, ""));
        holds(Check::Plan2Mandate, |plan| {
            second(plan, "");
            plan.jurisdictions[1].no_elections = true;
        });
        breaks(Check::Plan2, |plan| plan.end = typed(" "));
        holds(Check::Plan2, |plan| plan.end = typed("13/2028"));
        holds(Check::Plan2Unreadable, |plan| plan.end = typed("12/2028"));
        holds(Check::Plan2Unreadable, |plan| {
            plan.jurisdictions[0].mandate_end = typed("fin 2028");
            plan.jurisdictions[0].no_elections = true;
        });
        let empty = paths(Check::Plan2, |plan| {
            plan.jurisdictions.clear();
            plan.end = typed("");
        });
        assert_eq!(empty, ["end"]);
    }

    #[test]
    fn plan_3_lasts_one_to_four_years_without_elections() {
        let lasts = |start: &'static str, end: &'static str| {
            move |plan: &mut Plan| {
                plan.jurisdictions[0].no_elections = true;
                plan.start = month(start);
                plan.end = month(end);
            }
        };
        holds(Check::Plan3Short, lasts("2026-04", "2027-03"));
        breaks(Check::Plan3Short, lasts("2026-04", "2027-02"));
        holds(Check::Plan3Long, lasts("2026-04", "2030-03"));
        breaks(Check::Plan3Long, lasts("2026-04", "2030-04"));
        holds(Check::Plan5, lasts("2026-04", "2027-02"));
        holds(Check::Plan3Short, lasts("2026-04", "2026-03"));
        holds(Check::Plan3Long, |plan| {
            lasts("2026-04", "2030-04")(plan);
            plan.vision_end = month("2030-04");
        });
        holds(Check::Plan3Long, |plan| {
            lasts("2026-04", "2030-04")(plan);
            second(plan, "2031-01");
        });
    }

    #[test]
    fn plan_6_and_7_hold_the_day_of_submission() {
        let submitted = |day: &'static str| {
            move |plan: &mut Plan| {
                plan.previous_end = month("2025-10");
                plan.submitted = typed(day);
            }
        };
        holds(Check::Plan6, submitted("2026-02-28"));
        breaks(Check::Plan6, submitted("2026-03-01"));
        breaks(Check::Plan6, submitted(""));
        holds(Check::Plan6, |plan| plan.previous_end = month("2025-11"));
        let deadline = |deadline: &'static str, extension: &'static str| {
            move |plan: &mut Plan| {
                plan.previous_end = typed("");
                plan.deadline = typed(deadline);
                plan.extension = typed(extension);
            }
        };
        holds(Check::Plan7, deadline("2026-03-15", ""));
        breaks(Check::Plan7, deadline("2026-03-14", ""));
        holds(Check::Plan7, deadline("2026-03-14", "2026-03-15"));
        holds(Check::Plan7, deadline("", ""));
    }

    #[test]
    fn plan_9_asks_who_submitted_once_it_is_submitted() {
        let by = |submitter: &'static str| {
            move |plan: &mut Plan| {
                plan.submitted = typed("2026-03-01");
                plan.submitter = crate::plan::One::of(submitter);
            }
        };
        holds(Check::Plan9, |_| ());
        holds(Check::Plan9, by("point_of_contact"));
        breaks(Check::Plan9, by("other"));
        breaks(Check::Plan9, by(""));
    }

    #[test]
    fn plan_10_looks_at_each_member_of_a_coalition() {
        let of = |end: &'static str| {
            move |plan: &mut Plan| {
                *plan = super::super::testing::coalition();
                plan.jurisdictions[1].mandate_end = typed(end);
            }
        };
        holds(Check::Plan10, of("2028-12"));
        assert_eq!(paths(Check::Plan10, of("2028-11")), ["jurisdictions/#jurisdict2/mandate_end"]);
        holds(Check::Plan10, of(""));
        holds(Check::Plan10, |plan| plan.end = month("2028-11"));
    }

    #[test]
    fn plan_4_starts_between_joining_and_the_end() {
        holds(Check::Plan4a, |plan| plan.start = month("2028-10"));
        breaks(Check::Plan4a, |plan| plan.start = month("2028-11"));
        for (joined, right) in
            [("2026-04-01", true), ("2026-04-30", true), ("2026-05-01", false), ("1999-05-01", true)]
        {
            let joins = |plan: &mut Plan| plan.joined = typed(joined);
            if right { holds(Check::Plan4b, joins) } else { breaks(Check::Plan4b, joins) }
        }
    }

    #[test]
    fn plan_5_leaves_room_for_twelve_months() {
        holds(Check::Plan5, |plan| plan.start = month("2027-11"));
        breaks(Check::Plan5, |plan| plan.start = month("2027-12"));
        breaks(Check::Plan5, |plan| plan.start = month("2028-10"));
        holds(Check::Plan5, |plan| plan.start = month("2028-11"));
    }

    #[test]
    fn plan_11_looks_at_the_year_until_submitted() {
        let ended = |end: &str| {
            let end = month(end);
            move |plan: &mut Plan| plan.end = end
        };
        holds(Check::Plan11a, ended("2026-03"));
        breaks(Check::Plan11a, ended("2026-02"));
        holds(Check::Plan11a, |plan| {
            plan.end = month("2026-02");
            plan.submitted = typed("2024-01-15");
        });
        breaks(Check::Plan11a, |plan| {
            plan.end = month("2026-02");
            plan.submitted = typed("hier");
        });
        holds(Check::Plan11b, |plan| plan.jurisdictions[0].mandate_end = month("2034-03"));
        breaks(Check::Plan11b, |plan| plan.jurisdictions[0].mandate_end = month("2034-04"));
        let both = |plan: &mut Plan| {
            plan.jurisdictions[0].mandate_end = month("2034-05");
            second(plan, "2034-04");
        };
        assert_eq!(
            paths(Check::Plan11b, both),
            ["jurisdictions/#jurisdict1/mandate_end"],
            "the last one alone"
        );
        let equal = |plan: &mut Plan| {
            both(plan);
            plan.jurisdictions[1].mandate_end = month("2034-05");
        };
        assert_eq!(paths(Check::Plan11b, equal).len(), 2, "among equals each");
        holds(Check::Plan11b, |plan| {
            plan.jurisdictions[0].mandate_end = month("2034-04");
            plan.submitted = typed("2026-01-15");
        });
        holds(Check::Plan11b, |plan| {
            plan.jurisdictions[0].mandate_end = month("2034-04");
            plan.jurisdictions[0].no_elections = true;
        });
    }

    #[test]
    fn plan_12_ends_eight_months_before_the_mandate_at_most() {
        holds(Check::Plan12, |plan| plan.end = month("2028-04"));
        breaks(Check::Plan12, |plan| plan.end = month("2028-03"));
        holds(Check::Plan12, |plan| {
            plan.end = month("2028-03");
            second(plan, "");
        });
        breaks(Check::Plan12, |plan| second(plan, "2029-07"));
        holds(Check::Plan12, |plan| second(plan, "2029-06"));
    }
}
