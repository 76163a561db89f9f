//! The milestones of a commitment: question 17 of Annex 2 (MIL-*).

use super::shared::{months, near, speak, text, typed_month, word_key};
use super::{Case, Check, Issue, Value};
use crate::plan::record::Answer;
use crate::plan::text::is_filled;
use crate::plan::{Commitment, Day, Milestone, Month, Typed};
use crate::question::{Column, Place, Question};

/// Months that may pass without any milestone.
const LONGEST_GAP: i32 = 6;

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let this_month = Day(case.today).month();
    for commitment in &case.plan.commitments {
        let question = Place::commitment(commitment.id, Question::Milestones);
        let period = Period::of(commitment);
        mil_1(commitment, question, found);
        for milestone in &commitment.milestones {
            let row = question.row(milestone.id);
            mil_2(milestone, row, found);
            mil_3(milestone, row, found);
            mil_4(&period, milestone, row, found);
            mil_5(milestone, row, found);
            mil_6(milestone, row, found);
            mil_7(this_month, milestone, row, found);
        }
        mil_8(&period, &commitment.milestones, question, found);
        mil_9(case, commitment, question, found);
    }
}

/// The commitment's months as milestones are held against them.
struct Period {
    start: Option<Month>,
    end: Option<Month>,
}

impl Period {
    /// Nothing is held against a period whose start lies after its end: COM-2b speaks.
    fn of(commitment: &Commitment) -> Self {
        let (start, end) = (commitment.start.value(), commitment.end.value());
        if is_reversed(start, end) { Self { start: None, end: None } } else { Self { start, end } }
    }
}

fn is_reversed(start: Option<Month>, end: Option<Month>) -> bool {
    start.zip(end).is_some_and(|(start, end)| start > end)
}

fn dates(milestone: &Milestone) -> [(&Typed<Month>, Column); 2] {
    [(&milestone.start, Column::Start), (&milestone.end, Column::End)]
}

/// MIL-1 (3.2.1.2, A2-17): the commitment has a milestone.
fn mil_1(commitment: &Commitment, question: Place, found: &mut Vec<Issue>) {
    if commitment.milestones.is_empty() {
        speak(found, Check::Mil1, question, vec![]);
    }
}

/// MIL-2 (A2-17): the months can be read.
fn mil_2(milestone: &Milestone, row: Place, found: &mut Vec<Issue>) {
    for (month, column) in dates(milestone) {
        if month.is_unreadable() {
            speak(found, Check::Mil2, row.column(column), vec![typed_month(month)]);
        }
    }
}

/// MIL-3 (the form's own): the start does not lie after the end.
fn mil_3(milestone: &Milestone, row: Place, found: &mut Vec<Issue>) {
    if let (Some(start), Some(end)) = (milestone.start.value(), milestone.end.value())
        && start > end
    {
        speak(found, Check::Mil3, row.column(Column::End), vec![Value::Month(start), Value::Month(end)]);
    }
}

/// MIL-4 (follows from 3.2.1.2): the milestone lies inside the commitment. Silent where COM-2b speaks.
fn mil_4(period: &Period, milestone: &Milestone, row: Place, found: &mut Vec<Issue>) {
    for (month, column) in dates(milestone) {
        let Some(month) = month.value() else { continue };
        let place = row.column(column);
        if let Some(start) = period.start.filter(|start| month < *start) {
            speak(found, Check::Mil4Early, place, vec![Value::Month(month), Value::Month(start)]);
        }
        if let Some(end) = period.end.filter(|end| month > *end) {
            speak(found, Check::Mil4Late, place, vec![Value::Month(month), Value::Month(end)]);
        }
    }
}

/// MIL-5 (A2-17, 3.2.1.2): every cell but the status is filled; what cannot be read counts as filled here.
fn mil_5(milestone: &Milestone, row: Place, found: &mut Vec<Issue>) {
    let cells: [(&dyn Answer, Column); 5] = [
        (&milestone.description, Column::Description),
        (&milestone.start, Column::Start),
        (&milestone.end, Column::End),
        (&milestone.body, Column::Body),
        (&milestone.contact, Column::Contact),
    ];
    for (cell, column) in cells {
        if !cell.is_filled() {
            speak(found, Check::Mil5, row.column(column), vec![]);
        }
    }
}

/// MIL-6 (A2-17): the status is one of the five.
fn mil_6(milestone: &Milestone, row: Place, found: &mut Vec<Issue>) {
    if !milestone.status.is_filled() {
        speak(found, Check::Mil6, row.column(Column::Status), vec![]);
    }
}

/// MIL-7 (no section): the status agrees with the months. Silent where MIL-3 speaks.
fn mil_7(this_month: Option<Month>, milestone: &Milestone, row: Place, found: &mut Vec<Issue>) {
    let (start, end) = (milestone.start.value(), milestone.end.value());
    let (Some(status), Some(this_month)) = (milestone.status.key(), this_month) else { return };
    if is_reversed(start, end) {
        return;
    }
    let past = |month: &Month| *month < this_month;
    if status == "not_started" {
        if let Some(month) = start.filter(past).or(end.filter(past)) {
            speak(found, Check::Mil7NotStarted, row.column(Column::Status), vec![Value::Month(month)]);
        }
        return;
    }
    let (underway, completed) = (matches!(status, "in_progress" | "stuck"), status == "completed");
    if let Some(start) = start.filter(|start| (underway || completed) && *start > this_month) {
        let values = vec![Value::Option(status), Value::Month(start)];
        speak(found, Check::Mil7Early, row.column(Column::Status), values);
    } else if let Some(end) = end.filter(|end| underway && past(end)) {
        speak(
            found,
            Check::Mil7Late,
            row.column(Column::End),
            vec![Value::Option(status), Value::Month(end)],
        );
    }
}

/// MIL-8 (no section): the milestones with both months a) reach the commitment's end, b) leave no more than six
/// months in a row uncovered. Silent where COM-2b speaks; of several gaps the longest is told.
fn mil_8(period: &Period, milestones: &[Milestone], question: Place, found: &mut Vec<Issue>) {
    let both = |milestone: &Milestone| milestone.start.value().zip(milestone.end.value());
    let spans: Vec<(Month, Month)> =
        milestones.iter().filter_map(both).filter(|(start, end)| start <= end).collect();
    let Some(last) = spans.iter().map(|(_, end)| *end).max() else { return };
    if let Some(end) = period.end.filter(|end| last < *end) {
        speak(found, Check::Mil8a, question, vec![Value::Month(last), Value::Month(end)]);
    }
    let Some(mut open) = period.start else { return };
    let mut longest: Option<(Month, Month)> = None;
    loop {
        let reached = spans.iter().filter(|(start, _)| *start <= open).map(|(_, end)| *end + 1).max();
        if let Some(reached) = reached.filter(|reached| *reached > open) {
            open = reached;
            continue;
        }
        let Some(next) = spans.iter().map(|(start, _)| *start).filter(|start| *start > open).min() else {
            break;
        };
        if next - open > longest.map_or(LONGEST_GAP, |(from, to)| from.span(to)) {
            longest = Some((open, next - 1));
        }
        open = next;
    }
    if let Some((from, to)) = longest {
        speak(
            found,
            Check::Mil8b,
            question,
            vec![Value::Month(from), Value::Month(to), months(from.span(to))],
        );
    }
}

/// MIL-9 (follows from 3.2.1.2): the responsible body is one of those that the commitment names in 3 to 5, or near one
/// by name.
fn mil_9(case: &Case<'_>, commitment: &Commitment, question: Place, found: &mut Vec<Issue>) {
    let offices = commitment.government.iter().map(|row| &row.office);
    let partners = commitment.non_governmental.iter().chain(&commitment.stakeholders);
    let named = offices.chain(partners.map(|row| &row.organisation)).filter(|name| is_filled(name));
    let named: Vec<String> = named.map(|name| word_key(case, name)).collect();
    if named.is_empty() {
        return;
    }
    // The same body stands beside many milestones.
    let mut judged: Vec<(&str, bool)> = Vec::new();
    for milestone in commitment.milestones.iter().filter(|row| is_filled(&row.body)) {
        let body = milestone.body.as_str();
        let known = judged.iter().find(|(known, _)| *known == body).map(|(_, is_among)| *is_among);
        let is_among = known.unwrap_or_else(|| {
            let key = word_key(case, body);
            let is_among = named.iter().any(|name| near(&key, name));
            judged.push((body, is_among));
            is_among
        });
        if !is_among {
            speak(found, Check::Mil9, question.row(milestone.id).column(Column::Body), vec![text(body)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, issues, milestone, paths, text, told, typed};
    use super::*;
    use crate::plan::{One, Plan};

    /// The first commitment's first milestone; today is in March 2026.
    fn first(plan: &mut Plan) -> &mut Milestone {
        &mut plan.commitments[0].milestones[0]
    }

    /// The first milestone with this status and these months, in a commitment that began long ago.
    fn being(status: &'static str, start: &'static str, end: &'static str) -> impl Fn(&mut Plan) {
        move |plan| {
            plan.commitments[0].start = typed("2025-01");
            first(plan).status = One::of(status);
            first(plan).start = typed(start);
            first(plan).end = typed(end);
        }
    }

    /// The first commitment with these milestones; it runs from April 2026 to September 2027.
    fn having(spans: &[(&str, &str)]) -> impl FnOnce(&mut Plan) {
        let row = |(at, (start, end)): (usize, &(&str, &str))| Milestone {
            start: typed(start),
            end: typed(end),
            ..milestone(&format!("c1milesto{at}"), "2026-04", "2026-04")
        };
        let milestones = spans.iter().enumerate().map(row).collect();
        move |plan| plan.commitments[0].milestones = milestones
    }

    #[test]
    fn mil_2_and_5_share_the_months() {
        breaks(Check::Mil2, |plan| first(plan).start = typed("13/2026"));
        holds(Check::Mil5, |plan| first(plan).start = typed("13/2026"));
        holds(Check::Mil2, |plan| first(plan).start = typed(" "));
        breaks(Check::Mil5, |plan| first(plan).start = typed(" "));
        let empty = |plan: &mut Plan| *first(plan) = Milestone { id: first(plan).id, ..Milestone::default() };
        assert_eq!(paths(Check::Mil5, empty).len(), 5);
        assert_eq!(paths(Check::Mil6, empty).len(), 1);
        holds(Check::Mil5, |plan| first(plan).description = text("0"));
    }

    #[test]
    fn mil_3_starts_no_later_than_it_ends() {
        holds(Check::Mil3, being("incomplete", "2026-05", "2026-05"));
        breaks(Check::Mil3, being("incomplete", "2026-06", "2026-05"));
        holds(Check::Mil3, being("incomplete", "2026-06", ""));
    }

    #[test]
    fn mil_4_lies_inside_the_commitment() {
        holds(Check::Mil4Early, having(&[("2026-04", "2027-09")]));
        breaks(Check::Mil4Early, having(&[("2026-03", "2027-09")]));
        breaks(Check::Mil4Early, having(&[("", "2026-03")]));
        holds(Check::Mil4Late, having(&[("2026-04", "2027-09")]));
        breaks(Check::Mil4Late, having(&[("2026-04", "2027-10")]));
        breaks(Check::Mil4Late, having(&[("2027-10", "")]));
        let cell = |column: &str| format!("commitments/#c1commitme/milestones/#c1milesto0/{column}");
        assert_eq!(paths(Check::Mil4Late, having(&[("2027-10", "2027-11")])), [cell("start"), cell("end")]);
        // MIL-3 does not silence it; COM-2b does; a missing month of the commitment silences its side.
        breaks(Check::Mil4Late, having(&[("2027-11", "2027-10")]));
        holds(Check::Mil4Late, |plan| {
            having(&[("2026-01", "2027-10")])(plan);
            plan.commitments[0].start = typed("2027-10");
        });
        let open = |plan: &mut Plan| {
            having(&[("2026-01", "2027-10")])(plan);
            plan.commitments[0].end = typed("");
        };
        breaks(Check::Mil4Early, open);
        holds(Check::Mil4Late, open);
    }

    #[test]
    fn mil_7_not_started_lies_ahead() {
        let check = Check::Mil7NotStarted;
        holds(check, being("not_started", "2026-03", "2026-03"));
        breaks(check, being("not_started", "2026-02", "2026-03"));
        breaks(check, being("not_started", "2026-02", "2026-02"));
        breaks(check, being("not_started", "", "2026-02"));
        breaks(check, being("not_started", "2026-02", ""));
        holds(check, being("not_started", "2026-02", "2026-01"));
        assert_eq!(
            paths(check, being("not_started", "2025-02", "2025-03")).len(),
            1,
            "one issue a milestone"
        );
    }

    #[test]
    fn mil_7_underway_or_completed_has_begun() {
        for status in ["in_progress", "stuck", "completed"] {
            holds(Check::Mil7Early, being(status, "2026-03", "2026-05"));
            breaks(Check::Mil7Early, being(status, "2026-04", "2026-05"));
            holds(Check::Mil7Early, being(status, "2026-05", "2026-04"));
        }
        holds(Check::Mil7Early, being("incomplete", "2026-04", "2026-05"));
        holds(Check::Mil7Early, being("not_started", "2026-04", "2026-05"));
    }

    #[test]
    fn mil_7_underway_has_not_ended() {
        for status in ["in_progress", "stuck"] {
            holds(Check::Mil7Late, being(status, "2026-01", "2026-03"));
            breaks(Check::Mil7Late, being(status, "2026-01", "2026-02"));
            breaks(Check::Mil7Late, being(status, "", "2026-02"));
            holds(Check::Mil7Late, being(status, "2026-02", "2026-01"));
        }
        for status in ["completed", "incomplete", ""] {
            holds(Check::Mil7Late, being(status, "2026-01", "2026-02"));
        }
    }

    #[test]
    fn mil_8_reaches_the_end() {
        holds(Check::Mil8a, having(&[("2026-04", "2027-09")]));
        breaks(Check::Mil8a, having(&[("2026-04", "2027-08")]));
        holds(Check::Mil8a, having(&[("2026-04", "2027-10")]));
        holds(Check::Mil8a, having(&[("", "2027-08")]));
        holds(Check::Mil8a, having(&[("2027-09", "2027-08")]));
        breaks(Check::Mil8a, having(&[("2026-04", "2027-08"), ("", "2027-09")]));
        let reversed = |plan: &mut Plan| {
            having(&[("2027-09", "2027-09")])(plan);
            plan.commitments[0].start = typed("2027-11");
            plan.commitments[0].end = typed("2027-10");
        };
        holds(Check::Mil8a, reversed);
        holds(Check::Mil8b, reversed);
    }

    #[test]
    fn mil_8_leaves_no_gap_of_more_than_six_months() {
        // From April to September lie six months.
        holds(Check::Mil8b, having(&[("2026-10", "2027-09")]));
        breaks(Check::Mil8b, having(&[("2026-11", "2027-09")]));
        holds(Check::Mil8b, having(&[("2026-04", "2026-05"), ("2026-12", "2027-09")]));
        breaks(Check::Mil8b, having(&[("2026-04", "2026-05"), ("2027-01", "2027-09")]));
        // Order does not matter, and a long milestone covers short ones.
        holds(
            Check::Mil8b,
            having(&[("2027-08", "2027-09"), ("2026-04", "2027-06"), ("2026-05", "2026-05")]),
        );
        // Before the commitment nothing counts.
        holds(Check::Mil8b, having(&[("2025-01", "2025-02"), ("2026-10", "2027-09")]));
        holds(Check::Mil8b, having(&[("2025-01", "2025-02")]));
        holds(Check::Mil8b, having(&[("2027-09", "")]));
        holds(Check::Mil8b, |plan| {
            having(&[("2027-09", "2027-09")])(plan);
            plan.commitments[0].start = typed("");
        });
    }

    #[test]
    fn mil_8_tells_the_longest_gap() {
        let issues = issues(having(&[("2026-11", "2026-11"), ("2027-09", "2027-09")]));
        let question = "commitments/#c1commitme/milestones";
        assert_eq!(told(&issues), format!("Mil8b {question} from=2026-12 to=2027-08 months=9"));
    }

    #[test]
    fn mil_9_finds_the_body_among_those_the_commitment_names() {
        let body =
            |name: &'static str| move |plan: &mut Plan| plan.commitments[0].milestones[0].body = name.into();
        holds(Check::Mil9, body("Numérique"));
        holds(Check::Mil9, body("les amis de la donnee, section locale"));
        breaks(Check::Mil9, body("Régie des eaux"));
        holds(Check::Mil9, body(" "));
        holds(Check::Mil9, |plan| {
            body("Régie des eaux")(plan);
            plan.commitments[0].government.clear();
            plan.commitments[0].non_governmental.clear();
        });
    }
}
