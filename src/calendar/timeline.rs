//! The timeline: the plan's dates as bars on one axis of months, after the handbook's figure 2.

use super::{Event, events};
use crate::plan::{Day, Month, Plan, RowId};
use crate::question::{Column, Place, Question};
use crate::rules::{At, Issue};

/// The picture: lanes of bars over the months from `first` to `last`.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
    /// The lanes, from top to bottom.
    pub lanes: Vec<Lane>,
}

/// What a lane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A jurisdiction's mandate, up to its end.
    Mandate(RowId),
    /// The plan.
    Plan,
    /// A commitment, and its milestones below.
    Commitment(RowId),
    /// Reports and other days on which something is due.
    Reports,
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What it shows.
    pub of: Of,
    /// Its own bar; none where its months are not known.
    pub bar: Option<Bar>,
    /// Its milestones, each in the first row in which it has room.
    pub milestones: Vec<(usize, Bar, RowId)>,
    /// Days on which something is due.
    pub marks: Vec<(Day, Event)>,
    /// The issues that speak of its months.
    pub issues: Vec<usize>,
}

/// Months, both ends counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// Whether a requirement or the form is broken there.
    pub is_wrong: bool,
}

impl Timeline {
    /// How far a month's beginning lies from the picture's left edge, in hundredths of its width.
    pub fn at(&self, month: Month) -> f64 {
        let (from, all) = (self.first.span(month) - 1, self.first.span(self.last));
        100.0 * f64::from(from) / f64::from(all.max(1))
    }

    /// How far a day lies from the left edge, in hundredths of the width; nothing outside the picture.
    pub fn at_day(&self, day: Day) -> Option<f64> {
        use chrono::Datelike as _;
        let month = day.month().filter(|month| (self.first..=self.last).contains(month))?;
        let into = f64::from(day.0.day0()) / 31.0 * 100.0 / f64::from(self.first.span(self.last));
        Some(self.at(month) + into)
    }
}

/// The picture of a plan; nothing where it has no dates to show. `issues` are all that the rules say of it.
pub fn timeline(plan: &Plan, issues: &[Issue], today: Day) -> Option<Timeline> {
    let is_grave = |at: &usize| issues.get(*at).is_some_and(|issue| issue.check.grade().keeps_from_ready());
    let wrong_at = |is_it: &dyn Fn(&At) -> bool| -> Vec<usize> {
        let speaks = |issue: &Issue| !issue.values.is_empty() && is_it(&issue.at);
        issues.iter().enumerate().filter(|(_, issue)| speaks(issue)).map(|(at, _)| at).collect()
    };
    let mut lanes = Vec::new();
    let plan_bar = plan.start.value().or_else(|| earliest(plan)).zip(plan.end.value());
    for of in plan.jurisdictions.iter().filter(|of| !of.no_elections) {
        let place = Place::plan(Question::MandateEnd).row(of.id);
        let issues = wrong_at(&|at| *at == At::Place(place));
        let from = plan_bar.map(|(from, _)| from).or_else(|| today.month());
        let bar = from.zip(of.mandate_end.value());
        lanes.push(Lane::new(Of::Mandate(of.id), bar, issues, &is_grave));
    }
    let of_plan = |at: &At| {
        let At::Place(place) = at else { return false };
        matches!(place.question, Question::Start | Question::PlanEnd)
    };
    lanes.push(Lane::new(Of::Plan, plan_bar, wrong_at(&of_plan), &is_grave));
    for commitment in &plan.commitments {
        let is_period = |at: &At| {
            matches!(at, At::Place(place) if place.commitment == Some(commitment.id)
                && place.question == Question::Period)
        };
        let bar = commitment.start.value().zip(commitment.end.value());
        let mut lane = Lane::new(Of::Commitment(commitment.id), bar, wrong_at(&is_period), &is_grave);
        let mut rows: Vec<Vec<Bar>> = Vec::new();
        for milestone in &commitment.milestones {
            let is_its = |at: &At| {
                matches!(at, At::Place(place) if place.row == Some(milestone.id)
                    && matches!(place.column, Some(Column::Start | Column::End)))
            };
            let issues = wrong_at(&is_its);
            let Some((from, to)) = milestone.start.value().zip(milestone.end.value()) else { continue };
            if from > to {
                continue;
            }
            let bar = Bar { from, to, is_wrong: issues.iter().any(is_grave) };
            lane.issues.extend(issues);
            let has_room = |row: &Vec<Bar>| row.iter().all(|other| other.to < from || to < other.from);
            let row = rows.iter().position(has_room).unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(bars) => bars.push(bar),
                None => rows.push(vec![bar]),
            }
            lane.milestones.push((row, bar, milestone.id));
        }
        lanes.push(lane);
    }
    let mut reports = Lane::new(Of::Reports, None, Vec::new(), &is_grave);
    reports.marks = events(plan, today)
        .into_iter()
        .filter(|dated| dated.event.is_deadline())
        .map(|dated| (dated.day, dated.event))
        .collect();
    lanes.push(reports);
    lanes.retain(|lane| lane.bar.is_some() || !lane.marks.is_empty() || !lane.milestones.is_empty());

    let bars =
        || lanes.iter().flat_map(|lane| lane.bar.into_iter().chain(lane.milestones.iter().map(|of| of.1)));
    let marked = || lanes.iter().flat_map(|lane| lane.marks.iter().filter_map(|(day, _)| day.month()));
    let first = bars().map(|bar| bar.from).chain(marked()).min()?;
    let last = bars().map(|bar| bar.to).chain(marked()).max()?;
    // Whole years, so that the axis begins and ends with one.
    let first = first - i32::try_from(first.number() - 1).unwrap_or_default();
    let last = last + i32::try_from(12 - last.number()).unwrap_or_default();
    Some(Timeline { first, last, lanes })
}

/// The first month that anything in the plan begins.
fn earliest(plan: &Plan) -> Option<Month> {
    plan.commitments.iter().filter_map(|of| of.start.value()).min()
}

impl Lane {
    fn new(
        of: Of,
        months: Option<(Month, Month)>,
        issues: Vec<usize>,
        is_grave: &dyn Fn(&usize) -> bool,
    ) -> Self {
        let bar = months.filter(|(from, to)| from <= to);
        let bar = bar.map(|(from, to)| Bar { from, to, is_wrong: issues.iter().any(is_grave) });
        Self { of, bar, milestones: Vec::new(), marks: Vec::new(), issues }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Commitment, Jurisdiction, Milestone, Readable as _, Typed};
    use crate::rules;

    fn id(text: &str) -> RowId {
        RowId::parse(text).unwrap()
    }

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    fn milestone(row: &str, start: &str, end: &str) -> Milestone {
        Milestone {
            id: id(row),
            start: Typed::from_text(start),
            end: Typed::from_text(end),
            ..Milestone::default()
        }
    }

    fn plan() -> Plan {
        Plan {
            jurisdictions: vec![Jurisdiction {
                id: id("jurisdict1"),
                mandate_end: Typed::from_text("2028-12"),
                ..Jurisdiction::default()
            }],
            start: Typed::from_text("2026-04"),
            end: Typed::from_text("2028-10"),
            commitments: vec![Commitment {
                id: id("commitmen1"),
                start: Typed::from_text("2026-04"),
                end: Typed::from_text("2028-12"),
                milestones: vec![
                    milestone("milestone1", "2026-04", "2026-09"),
                    milestone("milestone2", "2026-09", "2027-01"),
                    milestone("milestone3", "2026-10", "2027-01"),
                    milestone("milestone4", "2027-03", "2027-01"),
                ],
                ..Commitment::default()
            }],
            ..Plan::default()
        }
    }

    fn drawn(plan: &Plan) -> Option<Timeline> {
        let today = day("2026-05-15");
        timeline(plan, &rules::check(plan, today.0, crate::plan::testing::NORMALISE), today)
    }

    #[test]
    fn lanes_stand_over_whole_years() {
        let drawn = drawn(&plan()).unwrap();
        assert_eq!((drawn.first.to_string(), drawn.last.to_string()), ("2026-01".into(), "2029-12".into()));
        let lanes: Vec<Of> = drawn.lanes.iter().map(|lane| lane.of).collect();
        assert_eq!(
            lanes,
            [Of::Mandate(id("jurisdict1")), Of::Plan, Of::Commitment(id("commitmen1")), Of::Reports]
        );
        assert!((drawn.at(Month::new(2027, 1).unwrap()) - 25.0).abs() < 1e-9);
        assert!(drawn.at_day(day("2026-01-01")).unwrap() < 1e-9);
        assert_eq!(drawn.at_day(day("2031-01-01")), None);
    }

    #[test]
    fn milestones_that_overlap_stand_below_each_other() {
        let drawn = drawn(&plan()).unwrap();
        let rows: Vec<usize> = drawn.lanes[2].milestones.iter().map(|(row, ..)| *row).collect();
        assert_eq!(rows, [0, 1, 0], "the fourth ends before it starts");
    }

    #[test]
    fn what_breaks_a_rule_is_marked() {
        let drawn = drawn(&plan()).unwrap();
        assert!(drawn.lanes[2].bar.unwrap().is_wrong, "the commitment ends after the plan");
        assert!(!drawn.lanes[1].bar.unwrap().is_wrong);
    }

    #[test]
    fn without_dates_there_is_no_picture() {
        assert_eq!(drawn(&Plan::default()), None);
    }
}
