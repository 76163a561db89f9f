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
    let mut order = Order::of(plan);
    // A heap sorts with far less code than a slice does.
    let in_order: BinaryHeap<(u64, usize)> =
        found.iter().enumerate().map(|(at, issue)| (order.key(issue.at), at)).collect();
    let mut found: Vec<Option<Issue>> = found.into_iter().map(Some).collect();
    in_order.into_sorted_vec().into_iter().filter_map(|(_, at)| found.get_mut(at)?.take()).collect()
}

/// Where one is on the way through places.
#[derive(Clone, Copy, Debug)]
pub enum Here {
    /// Nowhere among them.
    Anywhere,
    /// At this place: others come next.
    Place(At),
    /// Just before this place.
    Before(At),
}

/// Of places in their order the one that comes next, or the one before; round and round. From anywhere the first, or
/// the last.
pub fn after(plan: &Plan, places: &[At], here: Here, is_back: bool) -> Option<At> {
    let mut order = Order::of(plan);
    // The next one is at this number or behind it.
    let (at, next) = match here {
        Here::Anywhere if is_back => return places.last().copied(),
        Here::Anywhere => return places.first().copied(),
        Here::Place(at) => (order.key(at), order.key(at) + 1),
        Here::Before(at) => (order.key(at), order.key(at)),
    };
    let next = if is_back {
        places.iter().rev().find(|place| order.key(**place) < at).or(places.last())
    } else {
        places.iter().find(|at| order.key(**at) >= next).or(places.first())
    };
    next.copied()
}

/// The order of places: as the questions are asked, commitment after commitment, row after row.
struct Order {
    ids: Vec<RowId>,
    /// Places of one row follow each other, so most look-ups ask what the one before did.
    last: [(RowId, usize); 2],
}

impl Order {
    fn of(plan: &Plan) -> Self {
        Self { ids: ids(plan), last: [(RowId::default(), 0); 2] }
    }

    /// A number that compares as the places do.
    fn key(&mut self, at: At) -> u64 {
        // The list of commitments comes between the plan's questions and those of the first commitment.
        let At::Place(place) = at else { return packed([1, 0, 0, 0]) };
        let is_beside = Section::BESIDE.contains(&place.question.section());
        let [commitment, row] = &mut self.last;
        let columns = place.question.kind().columns();
        let column = place.column.and_then(|column| columns.iter().position(|known| *known == column));
        packed([
            if is_beside { LAST } else { position(&self.ids, place.commitment, commitment) },
            place.question as usize + 1,
            position(&self.ids, place.row, row),
            column.map_or(0, |at| 2 * at + 2) + usize::from(place.english),
        ])
    }
}

/// A row's position in the plan. From 2 on: 0 is no row, 1 the list of commitments.
fn position(ids: &[RowId], id: Option<RowId>, last: &mut (RowId, usize)) -> usize {
    let Some(id) = id else { return 0 };
    if last.1 == 0 || last.0 != id {
        *last = (id, ids.iter().position(|known| *known == id).map_or(LAST, |at| at + 2));
    }
    last.1
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

#[cfg(test)]
mod tests {
    use super::super::testing::base;
    use super::*;
    use crate::question::{Column, Place, Question};

    #[test]
    fn one_goes_from_place_to_place_and_back() {
        let plan = base();
        let first = plan.commitments[0].id;
        let end = At::Place(Place::commitment(first, Question::Period).column(Column::End));
        let foreword = At::Place(Place::plan(Question::Foreword));
        let space = At::Place(Place::plan(Question::Space));
        let places = [foreword, At::Commitments, end, space];
        let go = |here: Option<At>, is_back| {
            after(&plan, &places, here.map_or(Here::Anywhere, Here::Place), is_back)
        };
        assert_eq!((go(None, false), go(None, true)), (Some(foreword), Some(space)));
        assert_eq!((go(Some(end), false), go(Some(end), true)), (Some(space), Some(At::Commitments)));
        assert_eq!((go(Some(space), false), go(Some(foreword), true)), (Some(foreword), Some(space)));
        // From an answer that nothing is said of, the next one after it.
        let title = At::Place(Place::commitment(first, Question::Title));
        assert_eq!((go(Some(title), false), go(Some(title), true)), (Some(end), Some(At::Commitments)));
        // From a heading, the question below it is the next.
        assert_eq!(after(&plan, &places, Here::Before(space), false), Some(space));
        assert_eq!(after(&plan, &places, Here::Before(space), true), Some(end));
        assert_eq!(after(&plan, &[], Here::Place(title), false), None);
    }
}
