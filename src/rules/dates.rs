//! The days and months that follow from a plan: what is due when.
//!
//! Rules hold answers against them, the calendar lists them; each is reckoned here alone.

use super::plan::with_mandate;
use crate::plan::{Commitment, Day, Jurisdiction, Month, Plan};

/// A span of whole months, both ends counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
}

impl Months {
    /// Whether a day lies in it.
    pub fn has(self, day: Day) -> bool {
        day.month().is_some_and(|month| self.first <= month && month <= self.last)
    }

    /// Whether it is over on this day.
    pub fn is_over(self, today: Day) -> bool {
        self.last.last_day().is_some_and(|last| last < today)
    }
}

/// The ends of all mandates, once every jurisdiction that holds elections has given its own.
pub fn mandate_ends(plan: &Plan) -> Option<Vec<Month>> {
    with_mandate(plan).map(|jurisdiction| jurisdiction.mandate_end.value()).collect()
}

/// Question 1.1 of the plan: the latest mandate end, once all are given.
pub fn mandate_end(plan: &Plan) -> Option<Month> {
    mandate_ends(plan)?.into_iter().max()
}

/// The last month in which a plan can end under this mandate (3.2).
pub fn latest_end(mandate_end: Month) -> Month {
    mandate_end - 2
}

/// The last month in which a jurisdiction's own commitments can end (3.4); nothing without elections.
pub fn latest_end_for(jurisdiction: &Jurisdiction) -> Option<Month> {
    jurisdiction.mandate_end.value().filter(|_| !jurisdiction.no_elections).map(latest_end)
}

/// The last day to submit this plan (3.2, 4.1): four months after the plan before, or for a new member the day the
/// Support Unit set or granted.
pub fn submission_deadline(plan: &Plan) -> Option<Day> {
    match plan.previous_end.value() {
        Some(end) => (end + 4).last_day(),
        None => plan.deadline.value().max(plan.extension.value()),
    }
}

/// The last day to submit the plan after this one (3.2).
pub fn next_plan_deadline(plan: &Plan) -> Option<Day> {
    (plan.end.value()? + 4).last_day()
}

/// The day the initial assessment is due (3.5.1).
pub fn initial_report_due(plan: &Plan) -> Option<Day> {
    Some(plan.submitted.value()?.after_months(2))
}

/// The last day to change or delete a commitment (3.2.1.3).
pub fn changes_close(submitted: Day) -> Day {
    submitted.after_months(6)
}

/// The day a commitment's assessment is due (3.5.2): a month after it is done, or after the plan's end if that is
/// earlier.
pub fn evaluation_due(plan: &Plan, commitment: &Commitment) -> Option<Day> {
    let after_plan = plan.end.value().and_then(|end| (end + 1).last_day());
    let after_done = commitment.done.value().map(|done| done.after_months(1));
    [after_done, after_plan].into_iter().flatten().min()
}

/// The day the report of the final learning exercise is due (3.5.3).
pub fn final_report_due(plan: &Plan) -> Option<Day> {
    (plan.end.value()? + 2).last_day()
}

/// The quarters in which progress is published (3.5.4): those that begin after submission and end with the plan.
pub fn quarters(plan: &Plan) -> Vec<Months> {
    let Some((submitted, end)) = plan.submitted.value().and_then(Day::month).zip(plan.end.value()) else {
        return Vec::new();
    };
    let into_quarter = i32::try_from((submitted.number() - 1) % 3).unwrap_or_default();
    let mut first = submitted + (3 - into_quarter);
    let mut quarters = Vec::new();
    while first + 2 <= end {
        quarters.push(Months { first, last: first + 2 });
        first = first + 3;
    }
    quarters
}

/// The years since submission that end with the plan (3.3.1): the first and the last day of each.
pub fn years(plan: &Plan) -> Vec<(Day, Day)> {
    let plan_end = plan.end.value().and_then(Month::last_day);
    let Some((submitted, end)) = plan.submitted.value().zip(plan_end) else { return Vec::new() };
    let year = |number: u32| {
        let last = submitted.after_months(12 * (number + 1)).0.pred_opt()?;
        Some((submitted.after_months(12 * number), Day(last)))
    };
    (0..).map_while(year).take_while(|(_, last)| *last <= end).collect()
}

/// How many meetings on implementation with the non-governmental side lie between two days, both counted (3.3.1).
pub fn meetings_held(plan: &Plan, first: Day, last: Day) -> usize {
    let held =
        plan.meetings.iter().filter(|row| row.kind.key() == Some("implementation") && row.non_government);
    held.filter_map(|row| row.day.value()).filter(|day| (first..=last).contains(day)).count()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{base, month, typed};
    use super::*;

    fn day(text: &str) -> Day {
        typed(text).value().unwrap()
    }

    #[test]
    fn days_keep_their_number_as_far_as_the_month_has_it() {
        for (day_before, months, after) in [
            ("2025-12-31", 2, "2026-02-28"),
            ("2027-12-31", 2, "2028-02-29"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-01-15", 2, "2026-03-15"),
            ("2028-02-29", 12, "2029-02-28"),
        ] {
            assert_eq!(day(day_before).after_months(months), day(after), "{day_before}");
        }
    }

    #[test]
    fn quarters_begin_after_submission_and_end_with_the_plan() {
        let of = |submitted: &str, end: &str| {
            let mut plan = base();
            plan.submitted = typed(submitted);
            plan.end = month(end);
            let quarters = quarters(&plan);
            (quarters.first().map(|of| of.first.to_string()), quarters.len())
        };
        assert_eq!(of("2026-03-31", "2026-06"), (Some("2026-04".to_owned()), 1));
        assert_eq!(of("2026-04-01", "2026-09"), (Some("2026-07".to_owned()), 1), "it begins after");
        assert_eq!(of("2026-03-31", "2026-05"), (None, 0));
        assert_eq!(of("2026-01-01", "2028-12"), (Some("2026-04".to_owned()), 11));
    }

    #[test]
    fn years_are_whole_and_end_with_the_plan() {
        let mut plan = base();
        plan.submitted = typed("2026-02-28");
        plan.end = month("2028-02");
        assert_eq!(
            years(&plan),
            [(day("2026-02-28"), day("2027-02-27")), (day("2027-02-28"), day("2028-02-27"))]
        );
        plan.end = month("2027-01");
        assert_eq!(years(&plan), []);
    }

    #[test]
    fn deadlines_follow_the_plan_before_or_the_support_unit() {
        let mut plan = base();
        assert_eq!(submission_deadline(&plan), None);
        plan.deadline = typed("2026-05-31");
        plan.extension = typed("2026-04-30");
        assert_eq!(submission_deadline(&plan), Some(day("2026-05-31")), "the later of both");
        plan.previous_end = month("2025-10");
        assert_eq!(submission_deadline(&plan), Some(day("2026-02-28")));
    }

    #[test]
    fn assessments_follow_what_is_done_or_the_end_of_the_plan() {
        let mut plan = base();
        let due = |plan: &Plan| evaluation_due(plan, &plan.commitments[0]);
        assert_eq!(due(&plan), Some(day("2028-11-30")), "a month after 31 October");
        plan.commitments[0].done = typed("2027-01-31");
        assert_eq!(due(&plan), Some(day("2027-02-28")));
        plan.commitments[0].done = typed("2029-01-31");
        assert_eq!(due(&plan), Some(day("2028-11-30")), "the earlier of both");
        plan.end = month("2028-04");
        assert_eq!(due(&plan), Some(day("2028-05-31")), "the last day of the month after");
        plan.end = typed("");
        assert_eq!(due(&plan), Some(day("2029-02-28")));
    }
}
