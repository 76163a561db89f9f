//! The resources of a commitment: questions 14 and 15 of Annex 2 (COM-19 to 21).

use super::commitments::span;
use super::shared::{months, speak, typed};
use super::{Case, Check, Issue, Value};
use crate::plan::record::{Answer, is_started};
use crate::plan::text::is_filled;
use crate::plan::{Amount, Commitment, Resource, Typed};
use crate::question::{Column, Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    for commitment in &case.plan.commitments {
        com_19(commitment, found);
        com_20(commitment, found);
        com_21(commitment, found);
    }
}

fn numbers(row: &Resource) -> [(&Typed<Amount>, Column); 3] {
    [(&row.amount, Column::Amount), (&row.staff, Column::Staff), (&row.time, Column::Time)]
}

/// COM-19 (A2-14, 3.2.1.2): a) resources are given; b) an amount has a currency; c) numbers can be read; d) budget,
/// staff and time are each given somewhere.
fn com_19(commitment: &Commitment, found: &mut Vec<Issue>) {
    let whole = Place::commitment(commitment.id, Question::Resources);
    if !commitment.resources.iter().any(|row| is_started(row)) {
        speak(found, Check::Com19a, whole, vec![]);
        return;
    }
    let mut given = [false; 3];
    for row in &commitment.resources {
        let place = whole.row(row.id);
        for ((number, column), given) in numbers(row).into_iter().zip(&mut given) {
            *given |= number.is_filled();
            if number.is_unreadable() {
                speak(found, Check::Com19c, place.column(column), vec![typed(number)]);
            }
        }
        let costs = row.amount.value().filter(|amount| amount.0 > 0 && !is_filled(&row.currency));
        if let Some(amount) = costs {
            speak(found, Check::Com19b, place.column(Column::Currency), vec![Value::Amount(amount)]);
        }
    }
    for (column, given) in [Column::Amount, Column::Staff, Column::Time].into_iter().zip(given) {
        if !given {
            speak(found, Check::Com19d, whole, vec![Value::Column(column)]);
        }
    }
}

/// COM-20 (no section): the longest time of the resources is no longer than the commitment. Silent where COM-2b
/// speaks.
fn com_20(commitment: &Commitment, found: &mut Vec<Issue>) {
    let Some(span) = span(commitment) else { return };
    let Some(longest) = commitment.resources.iter().filter_map(|row| row.time.value()).max() else { return };
    if longest.0 <= u64::from(span.unsigned_abs()) * 100 {
        return;
    }
    for row in commitment.resources.iter().filter(|row| row.time.value() == Some(longest)) {
        let place = Place::commitment(commitment.id, Question::Resources).row(row.id).column(Column::Time);
        speak(found, Check::Com20, place, vec![Value::Amount(longest), months(span)]);
    }
}

/// COM-21 (A2-15): it is said whether the resources are secured.
fn com_21(commitment: &Commitment, found: &mut Vec<Issue>) {
    if !commitment.secured.is_filled() {
        speak(found, Check::Com21, Place::commitment(commitment.id, Question::Secured), vec![]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, id, issues, paths, text, typed};
    use super::*;
    use crate::plan::{One, Plan};

    fn row(plan: &mut Plan) -> &mut Resource {
        &mut plan.commitments[0].resources[0]
    }

    fn add(plan: &mut Plan, row: Resource) {
        plan.commitments[0].resources.push(Resource { id: id("c1resourc2"), ..row });
    }

    #[test]
    fn com_19_wants_a_started_row() {
        breaks(Check::Com19a, |plan| plan.commitments[0].resources.clear());
        breaks(Check::Com19a, |plan| plan.commitments[0].resources = vec![Resource::default()]);
        holds(Check::Com19a, |plan| {
            plan.commitments[0].resources =
                vec![Resource { other: text("Salle prêtée"), ..Default::default() }];
        });
        holds(Check::Com19a, |plan| {
            plan.commitments[0].resources = vec![Resource { staff: typed("deux"), ..Default::default() }];
        });
    }

    #[test]
    fn com_19_an_amount_has_a_currency() {
        let costs = |amount: &'static str, currency: &'static str| {
            move |plan: &mut Plan| {
                row(plan).amount = typed(amount);
                row(plan).currency = currency.into();
            }
        };
        breaks(Check::Com19b, costs("0,01", ""));
        holds(Check::Com19b, costs("0", ""));
        holds(Check::Com19b, costs("12", "francs"));
        holds(Check::Com19b, costs("12 €", ""));
        breaks(Check::Com19b, costs("12", " "));
    }

    #[test]
    fn com_19_numbers_can_be_read() {
        let unread = |plan: &mut Plan| {
            row(plan).amount = typed("12 €");
            row(plan).staff = typed("2-3");
            row(plan).time = typed("-1");
        };
        assert_eq!(paths(Check::Com19c, unread).len(), 3);
        holds(Check::Com19d, unread);
        holds(Check::Com19c, |plan| row(plan).staff = typed("0,5"));
    }

    #[test]
    fn com_19_names_each_kind_that_is_missing() {
        let missing = |change: fn(&mut Plan)| -> Vec<Value> {
            let issues = issues(change).into_iter().filter(|issue| issue.check == Check::Com19d);
            issues.flat_map(|issue| issue.values).map(|(_, value)| value).collect()
        };
        let cell = Value::Column;
        assert_eq!(missing(|plan| row(plan).staff = typed("")), [cell(Column::Staff)]);
        assert_eq!(
            missing(|plan| *row(plan) = Resource { currency: "EUR".into(), ..Default::default() }),
            [cell(Column::Amount), cell(Column::Staff), cell(Column::Time)]
        );
        assert_eq!(
            missing(|plan| {
                row(plan).staff = typed("");
                add(plan, Resource { staff: typed("1"), ..Default::default() });
            }),
            []
        );
        assert_eq!(missing(|plan| plan.commitments[0].resources = vec![Resource::default()]), []);
    }

    #[test]
    fn com_20_the_longest_time_fits_the_period() {
        // April 2026 to September 2027: 18 months.
        holds(Check::Com20, |plan| row(plan).time = typed("18"));
        breaks(Check::Com20, |plan| row(plan).time = typed("18,01"));
        holds(Check::Com20, |plan| row(plan).time = typed("vingt"));
        holds(Check::Com20, |plan| {
            row(plan).time = typed("30");
            plan.commitments[0].end = typed("2026-03");
        });
        let three = |plan: &mut Plan| {
            row(plan).time = typed("24");
            add(plan, Resource { time: typed("20"), ..Default::default() });
            plan.commitments[0].resources.push(Resource { time: typed("24,0"), ..Default::default() });
        };
        assert_eq!(paths(Check::Com20, three).len(), 2, "among equals each one gets the issue");
    }

    #[test]
    fn com_21_asks_for_one_of_three() {
        for key in ["yes", "no", "partially"] {
            holds(Check::Com21, |plan| plan.commitments[0].secured = One::of(key));
        }
        breaks(Check::Com21, |plan| plan.commitments[0].secured = One::of("maybe"));
    }
}
