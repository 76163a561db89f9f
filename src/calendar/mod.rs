//! The plan's calendar: what is due when, as it follows from the plan's own dates.
//!
//! Days come from [`rules::dates`](crate::rules::dates), where the rules read them too. Before the plan is submitted, what
//! follows from its submission is reckoned from the last day to submit, and says so.

pub mod ics;
pub mod timeline;

use crate::plan::{Commitment, Day, Month, Plan, RowId, Typed};
use crate::rules::dates::{self, Months};

/// What is due, or happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The plan begins.
    PlanStart,
    /// The last day to submit the plan (3.2, 4.1).
    Submission,
    /// The initial assessment is due (3.5.1).
    InitialReport,
    /// The last day to change or delete commitments (3.2.1.3).
    ChangesClose,
    /// A public update of a quarter is due (3.5.4).
    Update(Months),
    /// Two meetings on implementation are to be held by then (3.3.1): since this day.
    Meetings(Day),
    /// The last month in which a commitment of a year can begin (3.2.1.2).
    LatestStart,
    /// A commitment begins.
    CommitmentStart(RowId),
    /// A commitment ends.
    CommitmentEnd(RowId),
    /// A commitment's assessment is due (3.5.2).
    Evaluation(RowId),
    /// The plan ends.
    PlanEnd,
    /// The report of the learning exercise is due (3.5.3).
    FinalReport,
    /// The last month of what a member of a joint plan implements alone (3.4).
    OwnEnd(RowId),
    /// A jurisdiction's mandate ends.
    MandateEnd(RowId),
    /// The last day to submit the next plan (3.2).
    NextPlan,
}

/// An event with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day it is due, or happens.
    pub day: Day,
    /// What it is.
    pub event: Event,
    /// It is done, or came to pass.
    pub is_done: bool,
    /// Its day follows from a submission that has not been yet.
    pub is_assumed: bool,
}

impl Event {
    /// Its name in a calendar file: the same whenever the file is made, so that calendars know it again.
    pub fn key(self) -> String {
        match self {
            Self::PlanStart => "plan-start".to_owned(),
            Self::Submission => "submission".to_owned(),
            Self::InitialReport => "initial-report".to_owned(),
            Self::ChangesClose => "changes-close".to_owned(),
            Self::Update(quarter) => format!("update-{}", quarter.first),
            Self::Meetings(since) => format!("meetings-{since}"),
            Self::LatestStart => "latest-start".to_owned(),
            Self::CommitmentStart(of) => format!("start-{of}"),
            Self::CommitmentEnd(of) => format!("end-{of}"),
            Self::Evaluation(of) => format!("evaluation-{of}"),
            Self::PlanEnd => "plan-end".to_owned(),
            Self::FinalReport => "final-report".to_owned(),
            Self::OwnEnd(of) => format!("own-end-{of}"),
            Self::MandateEnd(of) => format!("mandate-end-{of}"),
            Self::NextPlan => "next-plan".to_owned(),
        }
    }
}

impl Event {
    /// The handbook's sections it comes from; nothing where it is the plan's own.
    pub fn sections(self) -> &'static str {
        match self {
            Self::Submission => "3.2, 4.1",
            Self::InitialReport => "3.5.1",
            Self::ChangesClose => "3.2.1.3",
            Self::Update(_) => "3.5.4",
            Self::Meetings(_) => "3.3.1",
            Self::LatestStart => "3.2.1.2",
            Self::Evaluation(_) => "3.5.2",
            Self::FinalReport => "3.5.3",
            Self::NextPlan => "3.2",
            Self::OwnEnd(_) => "3.4",
            Self::PlanStart
            | Self::PlanEnd
            | Self::CommitmentStart(_)
            | Self::CommitmentEnd(_)
            | Self::MandateEnd(_) => "",
        }
    }

    /// Whether somebody has to do something by then.
    pub fn is_deadline(self) -> bool {
        !self.sections().is_empty() && !matches!(self, Self::LatestStart | Self::OwnEnd(_))
    }
}

/// The day a commitment's assessment is due, as far as it can be told: while it is not done, a month after the month in
/// which it is to end, or after the plan's end if that is earlier.
fn evaluation_due(plan: &Plan, commitment: &Commitment) -> Option<Day> {
    if commitment.done.value().is_some() {
        return dates::evaluation_due(plan, commitment);
    }
    let ends = [commitment.end.value(), plan.end.value()].into_iter().flatten().min()?;
    (ends + 1).last_day()
}

/// All that is due and happens, by its day.
pub fn events(plan: &Plan, today: Day) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut add = |day: Option<Day>, event: Event, is_done: bool, is_assumed: bool| {
        found.extend(day.map(|day| Dated { day, event, is_done, is_assumed }));
    };
    let is_past = |day: Option<Day>| day.is_some_and(|day| day < today);

    let start = plan.start.value().and_then(Month::first_day);
    add(start, Event::PlanStart, is_past(start), false);
    add(dates::submission_deadline(plan), Event::Submission, plan.submitted.value().is_some(), false);
    let latest_start = plan.end.value().and_then(|end| (end - 11).last_day());
    add(latest_start, Event::LatestStart, is_past(latest_start), false);
    for of in &plan.commitments {
        let starts = of.start.value().and_then(Month::first_day);
        add(starts, Event::CommitmentStart(of.id), is_past(starts), false);
        let ends = of.end.value().and_then(Month::last_day);
        add(ends, Event::CommitmentEnd(of.id), of.done.value().is_some() || is_past(ends), false);
        let is_evaluated = of.evaluated.value().is_some();
        add(evaluation_due(plan, of), Event::Evaluation(of.id), is_evaluated, false);
    }
    let end = plan.end.value().and_then(Month::last_day);
    add(end, Event::PlanEnd, is_past(end), false);
    let is_reported = plan.final_report.value().is_some();
    add(dates::final_report_due(plan), Event::FinalReport, is_reported, false);
    add(dates::next_plan_deadline(plan), Event::NextPlan, false, false);
    for of in plan.jurisdictions.iter().filter(|of| !of.no_elections) {
        let own = dates::latest_end_for(of).filter(|_| plan.joint).and_then(Month::last_day);
        add(own, Event::OwnEnd(of.id), is_past(own), false);
        let ends = of.mandate_end.value().and_then(Month::last_day);
        add(ends, Event::MandateEnd(of.id), is_past(ends), false);
    }

    let (submitted, is_assumed) = match plan.submitted.value() {
        Some(day) => (Some(day), false),
        None => (dates::submission_deadline(plan), true),
    };
    if let Some(submitted) = submitted {
        let plan = &Plan {
            end: plan.end.clone(),
            submitted: Typed::Value(submitted),
            updates: plan.updates.clone(),
            meetings: plan.meetings.clone(),
            initial_report: plan.initial_report.clone(),
            ..Plan::default()
        };
        let is_reported = plan.initial_report.value().is_some();
        add(dates::initial_report_due(plan), Event::InitialReport, is_reported, is_assumed);
        let closes = dates::changes_close(submitted);
        add(Some(closes), Event::ChangesClose, closes < today, is_assumed);
        for quarter in dates::quarters(plan) {
            let is_done = plan.updates.iter().filter_map(|row| row.day.value()).any(|day| quarter.has(day));
            add(quarter.last.last_day(), Event::Update(quarter), is_done, is_assumed);
        }
        for (first, last) in dates::years(plan) {
            let held = dates::meetings_held(plan, first, last);
            add(Some(last), Event::Meetings(first), held >= 2, is_assumed);
        }
    }
    // Of one day, in the order in which they were found.
    found.sort_by_key(|dated| dated.day);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Jurisdiction, Readable};
    use proptest::prelude::*;

    fn typed<T: Readable>(text: &str) -> Typed<T> {
        Typed::from_text(text)
    }

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    fn id(text: &str) -> RowId {
        RowId::parse(text).unwrap()
    }

    /// A plan of one commitment, submitted on 15 January 2026, of a mandate until December 2028.
    fn plan() -> Plan {
        Plan {
            jurisdictions: vec![Jurisdiction {
                id: id("jurisdict1"),
                mandate_end: typed("2028-12"),
                ..Jurisdiction::default()
            }],
            start: typed("2026-01"),
            end: typed("2028-10"),
            deadline: typed("2026-01-31"),
            submitted: typed("2026-01-15"),
            commitments: vec![Commitment {
                id: id("commitmen1"),
                start: typed("2026-02"),
                end: typed("2027-06"),
                ..Commitment::default()
            }],
            ..Plan::default()
        }
    }

    fn day_of(plan: &Plan, event: Event) -> Option<(Day, bool, bool)> {
        let found = events(plan, day("2026-03-15")).into_iter().find(|dated| dated.event == event)?;
        Some((found.day, found.is_done, found.is_assumed))
    }

    #[test]
    fn what_is_due_follows_from_the_plan() {
        let plan = plan();
        for (event, due, is_done) in [
            (Event::Submission, "2026-01-31", true),
            (Event::InitialReport, "2026-03-15", false),
            (Event::ChangesClose, "2026-07-15", false),
            (Event::Meetings(day("2026-01-15")), "2027-01-14", false),
            (Event::LatestStart, "2027-11-30", false),
            (Event::CommitmentStart(id("commitmen1")), "2026-02-01", true),
            (Event::CommitmentEnd(id("commitmen1")), "2027-06-30", false),
            (Event::Evaluation(id("commitmen1")), "2027-07-31", false),
            (Event::PlanEnd, "2028-10-31", false),
            (Event::FinalReport, "2028-12-31", false),
            (Event::MandateEnd(id("jurisdict1")), "2028-12-31", false),
            (Event::NextPlan, "2029-02-28", false),
        ] {
            assert_eq!(day_of(&plan, event), Some((day(due), is_done, false)), "{event:?}");
        }
        let updates = events(&plan, day("2026-03-15"));
        let updates = updates.iter().filter(|dated| matches!(dated.event, Event::Update(_)));
        assert_eq!(updates.count(), 10, "from April 2026 to September 2028");
    }

    #[test]
    fn before_submission_its_last_day_is_assumed() {
        let mut plan = plan();
        plan.submitted = typed("");
        assert_eq!(day_of(&plan, Event::InitialReport), Some((day("2026-03-31"), false, true)));
        assert_eq!(day_of(&plan, Event::Submission), Some((day("2026-01-31"), false, false)));
        plan.deadline = typed("");
        assert_eq!(day_of(&plan, Event::InitialReport), None);
    }

    #[test]
    fn each_member_of_a_coalition_has_its_own_last_month() {
        let mut plan = plan();
        let own = Event::OwnEnd(id("jurisdict1"));
        assert_eq!(day_of(&plan, own), None);
        plan.joint = true;
        assert_eq!(day_of(&plan, own), Some((day("2028-10-31"), false, false)));
    }

    #[test]
    fn what_is_done_moves_the_assessment() {
        let mut plan = plan();
        plan.commitments[0].done = typed("2026-12-31");
        let evaluation = Event::Evaluation(id("commitmen1"));
        assert_eq!(day_of(&plan, evaluation), Some((day("2027-01-31"), false, false)));
        plan.commitments[0].evaluated = typed("2027-01-20");
        assert_eq!(day_of(&plan, evaluation), Some((day("2027-01-31"), true, false)));
    }

    #[test]
    fn a_plan_without_dates_has_nothing_due() {
        assert_eq!(events(&Plan::default(), day("2026-03-15")), []);
    }

    fn months() -> impl Strategy<Value = Month> {
        (2024..2032_i32, 1..13_u32).prop_map(|(year, month)| Month::new(year, month).unwrap())
    }

    proptest! {
        /// Moving a date of the plan later never moves a day that follows from it earlier.
        #[test]
        fn later_dates_never_make_anything_due_earlier(end in months(), by in 0..30_i32, submitted in 0..1500_u64, days in 0..400_u64) {
            let first = day("2024-01-01").0;
            let on = |days: u64| first.checked_add_days(chrono::Days::new(days)).map(Day).unwrap();
            let with = |end: Month, submitted: Day| Plan {
                end: Typed::Value(end), submitted: Typed::Value(submitted), ..plan()
            };
            let (before, after) = (with(end, on(submitted)), with(end + by, on(submitted + days)));
            for event in [Event::PlanEnd, Event::FinalReport, Event::NextPlan, Event::LatestStart, Event::InitialReport, Event::ChangesClose, Event::Evaluation(id("commitmen1"))] {
                let (before, after) = (day_of(&before, event), day_of(&after, event));
                prop_assert!(before.map(|of| of.0) <= after.map(|of| of.0), "{event:?}");
            }
        }
    }
}
