//! The order issues come in: as the questions are asked, commitment after commitment, row after row.

use std::collections::BinaryHeap;

use super::{At, Issue};
use crate::plan::{Plan, RowId};
use crate::question::Section;

/// The issues by place. Those at one place keep the rules' order.
pub(super) fn sorted(plan: &Plan, found: Vec<Issue>) -> Vec<Issue> {
    if found.len() < 2 {
        return found;
    }
    let ids = ids(plan);
    // Issues of one row follow each other, so most look-ups ask what the one before did.
    let mut last = [(RowId::default(), 0); 2];
    let position = |id: Option<RowId>, last: &mut (RowId, usize)| {
        let Some(id) = id else { return 0 };
        if last.1 == 0 || last.0 != id {
            // From 2 on: 0 is no row, 1 the list of commitments.
            *last = (id, ids.iter().position(|known| *known == id).map_or(LAST, |at| at + 2));
        }
        last.1
    };
    let mut key = |issue: &Issue| {
        // The list of commitments comes between the plan's questions and those of the first commitment.
        let At::Place(place) = issue.at else { return packed([1, 0, 0, 0]) };
        let is_beside = Section::BESIDE.contains(&place.question.section());
        let [commitment, row] = &mut last;
        let columns = place.question.kind().columns();
        let column = place.column.and_then(|column| columns.iter().position(|known| *known == column));
        packed([
            if is_beside { LAST } else { position(place.commitment, commitment) },
            place.question as usize + 1,
            position(place.row, row),
            column.map_or(0, |at| at + 1),
        ])
    };
    // A heap sorts with far less code than a slice does.
    let in_order: BinaryHeap<(u64, usize)> =
        found.iter().enumerate().map(|(at, issue)| (key(issue), at)).collect();
    let mut found: Vec<Option<Issue>> = found.into_iter().map(Some).collect();
    in_order.into_sorted_vec().into_iter().filter_map(|(_, at)| found.get_mut(at)?.take()).collect()
}

/// The bits of a position of a row in the plan: a million rows, far more than a plan can hold.
const BITS: u32 = 20;
/// The position of what comes last.
const LAST: usize = (1 << BITS) - 1;

/// Four numbers as one that compares like them: commitment, question, row, cell.
fn packed([commitment, question, row, column]: [usize; 4]) -> u64 {
    let part = |number: usize, most: usize| u64::try_from(number.min(most)).unwrap_or_default();
    let mut key = part(commitment, LAST);
    for (number, bits) in [(question, 8), (row, BITS), (column, 8)] {
        key = (key << bits) | part(number, (1 << bits) - 1);
    }
    key
}

/// The ids of all rows that checks name, in the plan's order.
fn ids(plan: &Plan) -> Vec<RowId> {
    let vision = &plan.vision;
    let mut ids: Vec<RowId> = plan.jurisdictions.iter().map(|row| row.id).collect();
    ids.extend(vision.groups.iter().map(|row| row.id));
    ids.extend(plan.meetings.iter().map(|row| row.id));
    ids.extend(plan.evidence.iter().map(|row| row.id));
    ids.extend(plan.changes.iter().map(|row| row.id));
    ids.extend(plan.updates.iter().map(|row| row.id));
    ids.extend(vision.lead_institutions.iter().chain(&vision.endorsements).map(|row| row.id));
    for commitment in &plan.commitments {
        ids.push(commitment.id);
        ids.extend(commitment.government.iter().map(|row| row.id));
        ids.extend(commitment.non_governmental.iter().chain(&commitment.stakeholders).map(|row| row.id));
        ids.extend(commitment.resources.iter().map(|row| row.id));
        ids.extend(commitment.milestones.iter().map(|row| row.id));
    }
    ids
}
