//! What settles an issue with one click, where one answer does.

use super::{At, Check, Issue, Value};
use crate::plan::{Month, Plan};
use crate::question::{Column, Place, Question};

/// An answer that settles an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Where it goes.
    pub place: Place,
    /// The answer, as the file spells it.
    pub answer: String,
}

/// The answer that settles an issue; nothing where it takes more than one, or where somebody has to judge.
pub fn fix(plan: &Plan, issue: &Issue) -> Option<Fix> {
    let At::Place(place) = issue.at else { return None };
    let named = |name: &str| issue.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let month = |name: &str| match named(name) {
        Some(Value::Month(month)) => Some(*month),
        _ => None,
    };
    let commitment = || plan.commitment(place.commitment?);
    let at = |place: Place, month: Month| Some(Fix { place, answer: month.to_string() });
    // An end that would lie before its start settles nothing.
    let end = |place: Place, end: Month, start: Option<Month>| {
        at(place, end).filter(|_| start.is_none_or(|start| start <= end))
    };
    match issue.check {
        Check::Plan1 | Check::Plan12 | Check::Plan3Long | Check::Jnt3 => {
            end(place, month("latest")?, plan.start.value())
        }
        Check::Plan3Short => at(place, month("earliest")?),
        Check::Plan4b => {
            let joined = plan.joined.value()?.month()?;
            at(place, joined).filter(|_| plan.end.value().is_none_or(|end| joined <= end))
        }
        Check::Com3 => at(place, month("earliest")?),
        Check::Com3NoRoom => {
            // One that ends before the plan needs another end as well.
            let (start, ends) = (month("latest_start")?, commitment()?.end.value()?);
            let is_in_plan = plan.start.value().is_none_or(|plan_start| plan_start <= start);
            at(place.column(Column::Start), start).filter(|_| start + 11 <= ends && is_in_plan)
        }
        Check::Com4a => end(place, month("plan_end")?, commitment()?.start.value()),
        Check::Com4b => {
            let (start, ends) = (month("plan_start")?, commitment()?.end.value());
            at(place, start).filter(|_| ends.is_none_or(|end| start <= end))
        }
        Check::Jnt5a | Check::Jnt5b => end(place, month("latest")?, commitment()?.start.value()),
        Check::Mil4Early => at(place, month("start")?).filter(|fix| keeps_order(plan, fix)),
        Check::Mil4Late => at(place, month("end")?).filter(|fix| keeps_order(plan, fix)),
        Check::Com9 => {
            let place = Place { question: Question::NoNonGovernmental, ..place };
            Some(Fix { place, answer: "yes".to_owned() })
        }
        Check::Vis7b => Some(Fix { place, answer: named("total")?.to_string() }),
        _ => None,
    }
}

/// Whether a milestone's start still comes before its end.
fn keeps_order(plan: &Plan, fix: &Fix) -> bool {
    let other = if fix.place.column == Some(Column::Start) { Column::End } else { Column::Start };
    let other = fix.place.column(other).shown(plan);
    let (start, end) =
        if fix.place.column == Some(Column::Start) { (&fix.answer, &other) } else { (&other, &fix.answer) };
    // Months in the file's spelling come in the order of their letters.
    other.is_empty() || start <= end
}
