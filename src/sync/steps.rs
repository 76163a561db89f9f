//! Steps back and forth: what somebody changed in the form, to take back and to do again.
//!
//! A step knows the answers it changed, as they were and as they became. Taking it back changes those alone, and of them
//! only what still says what the step made it say: what others wrote since stays.

use std::collections::BTreeSet;

use serde_json::Value;

use super::order::Positions;
use super::state::State;
use super::tree::{Leaves, differing, leaves};
use super::version::Version;
use super::{CHANGED, POSITION, marked};

/// Steps back at the most.
const MOST_STEPS: usize = 200;
/// What the app keeps beside the answers; no step goes there.
const BESIDE: [&str; 6] = [CHANGED, "acknowledged", "as_endorsed", "as_submitted", "comments", "looked"];

/// A change of answers: as they were, and as they became.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    before: Leaves,
    after: Leaves,
}

impl Step {
    /// What differs between two states of a plan, as one step.
    pub fn between(before: &Value, after: &Value) -> Self {
        Self::new(differing(before, after))
    }

    pub(super) fn new([before, after]: [Leaves; 2]) -> Self {
        let mut step = Self { before: answers(before), after: answers(after) };
        // Of rows that did not change, only the order matters.
        let mut same = BTreeSet::new();
        for (path, value) in &step.before {
            if !is_place(path) && step.after.get(path) == Some(value) {
                same.insert(path.clone());
            }
        }
        for leaves in [&mut step.before, &mut step.after] {
            leaves.retain(|path, _| !same.contains(path));
        }
        step
    }

    fn paths(&self) -> BTreeSet<&String> {
        self.before.keys().chain(self.after.keys()).collect()
    }

    fn reversed(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}

fn answers(leaves: Leaves) -> Leaves {
    leaves.into_iter().filter(|(path, _)| is_answer(path)).collect()
}

/// Whether an answer of a question stands at a path, and not what the app keeps beside.
pub(super) fn is_answer(path: &str) -> bool {
    path.split('/').next().is_some_and(|member| BESIDE.iter().all(|known| *known != member))
}

/// The steps that can be taken back, and those that can be done again.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    back: Vec<Step>,
    forth: Vec<Step>,
    /// Whether somebody is still at the answer of the last step: what they write is the same step.
    is_open: bool,
}

/// What a step leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// The answers of the plan then.
    pub state: State,
    /// The paths of those that changed, in their order; of a row that came, went or moved, with `/` at its end.
    pub paths: Vec<String>,
}

impl Steps {
    /// Notes what somebody changed. From here there is nothing to do again.
    pub fn note(&mut self, step: Step) {
        if step.before == step.after {
            return;
        }
        self.forth.clear();
        let same = |last: &&mut Step| self.is_open && last.paths() == step.paths() && last.paths().len() == 1;
        match self.back.last_mut().filter(same) {
            Some(last) => {
                last.after = step.after;
                if last.before == last.after {
                    self.back.pop();
                }
            }
            None => self.back.push(step),
        }
        self.is_open = true;
        let surplus = self.back.len().saturating_sub(MOST_STEPS);
        self.back.drain(..surplus);
    }

    /// Somebody left the answer: what they write there from now on is another step.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// Whether there is a step to take back, and one to do again.
    pub fn can(&self) -> [bool; 2] {
        [!self.back.is_empty(), !self.forth.is_empty()]
    }

    /// Takes the last step back that still says something in this plan; nothing where there is none.
    pub fn back(&mut self, plan: &Value) -> Option<Gone> {
        self.is_open = false;
        while let Some(step) = self.back.pop() {
            if let Some(gone) = applied(plan, &step.reversed()) {
                self.forth.push(step);
                return Some(gone);
            }
        }
        None
    }

    /// Does the step again that was taken back last.
    pub fn forth(&mut self, plan: &Value) -> Option<Gone> {
        self.is_open = false;
        while let Some(step) = self.forth.pop() {
            if let Some(gone) = applied(plan, &step) {
                self.back.push(step);
                return Some(gone);
            }
        }
        None
    }
}

/// The plan after a step, where the step changes anything.
fn applied(plan: &Value, step: &Step) -> Option<Gone> {
    let then = leaves(plan);
    let mut now = then.clone();
    let mut paths = Vec::new();
    for path in step.paths() {
        let (from, to) = (step.before.get(path), step.after.get(path));
        if is_place(path) {
            // A row that others took out does not come back because it was moved here.
            if from.is_none() != to.is_none() {
                now.entry(path.clone()).or_insert_with(|| to.or(from).cloned().unwrap_or_default());
            }
            let is_there = now.contains_key(path);
            if from != to && is_there {
                paths.push(marked(path, POSITION).unwrap_or(path).to_owned());
            }
        } else if from != to && now.get(path) == from && has_its_rows(path, &now) {
            match to {
                Some(value) => drop(now.insert(path.clone(), value.clone())),
                None => drop(now.remove(path)),
            }
            paths.push(path.clone());
        }
    }
    put_in_order(&then, step, &mut now);
    // A row goes with all that was in it; where others wrote something else there, it stays.
    let places = step.before.keys().filter(|path| is_place(path) && !step.after.contains_key(*path));
    for path in places.rev() {
        let Some(row) = marked(path, POSITION) else { continue };
        if now.range(row.to_owned()..).take_while(|(inner, _)| inner.starts_with(row)).count() < 2 {
            now.remove(path);
        }
    }
    let mut state = State::default();
    for (path, value) in now {
        let version = Version::plain(&path, value);
        state.put(&path, version);
    }
    (!paths.is_empty()).then_some(Gone { state, paths })
}

/// Whether the rows that an answer lies in are there.
fn has_its_rows(path: &str, now: &Leaves) -> bool {
    let rows = path.match_indices('/').filter_map(|(at, _)| path.get(..=at));
    let rows = rows.filter(|row| row.rsplit('/').nth(1).is_some_and(|step| step.starts_with('#')));
    rows.into_iter().all(|row| now.contains_key(&format!("{row}{POSITION}")))
}

/// The places of a list's rows, in their order.
fn places_in<'a>(leaves: &'a Leaves, list: &str) -> Vec<&'a String> {
    let inside = leaves.range(list.to_owned()..).take_while(|(path, _)| path.starts_with(list));
    let mut rows = BTreeSet::new();
    for (path, place) in inside.filter(|(path, _)| list_of(path) == Some(list)) {
        rows.insert((place.as_str().unwrap_or_default(), path));
    }
    rows.into_iter().map(|(_, path)| path).collect()
}

/// The list of the row whose place lies at a path.
fn list_of(path: &str) -> Option<&str> {
    marked(path, POSITION).and_then(|row| row.rsplit_once("/#")).map(|(list, _)| list)
}

/// Gives the rows their places after a step. Where it moved rows, they stand as it says, and those of others after the
/// row that they came after; else all stand as they do, and the rows that it brings after the row that they came after.
fn put_in_order(then: &Leaves, step: &Step, now: &mut Leaves) {
    let mut lists = BTreeSet::new();
    for path in step.paths() {
        lists.extend(list_of(path));
    }
    for list in lists {
        let [from, to, here] = [&step.before, &step.after, then].map(|leaves| places_in(leaves, list));
        let in_both = |rows: &[&String], others: &[&String]| -> Vec<String> {
            rows.iter().filter(|row| others.contains(row)).map(|row| (*row).clone()).collect()
        };
        let is_moved = in_both(&from, &to) != in_both(&to, &from);
        let is_there = |row: &&&String| now.contains_key(row.as_str());
        let (known, guide) = if is_moved { (&to, &here) } else { (&here, &to) };
        let mut order: Vec<&String> = known.iter().filter(is_there).copied().collect();
        for (at, row) in guide.iter().enumerate().filter(|(_, row)| is_there(row)) {
            if order.contains(row) {
                continue;
            }
            let mut before = guide.iter().take(at).rev();
            let after = before.find_map(|before| order.iter().position(|known| known == before));
            order.insert(after.map_or(0, |after| after + 1), row);
        }
        let mut positions = Positions::default();
        for path in order.into_iter().cloned().collect::<Vec<_>>() {
            now.insert(path, positions.next_one().into());
        }
    }
}

fn is_place(path: &str) -> bool {
    marked(path, POSITION).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::tree::differing;
    use super::*;
    use crate::plan::RowId;
    use serde_json::json;

    fn id() -> RowId {
        RowId::parse("plan000000").unwrap()
    }

    fn step(before: &Value, after: &Value) -> Step {
        Step::new(differing(before, after))
    }

    fn foreword(text: &str) -> Value {
        json!({"id": "plan000000", "vision": {"foreword": {"text": text}}})
    }

    #[test]
    fn what_is_written_at_one_answer_is_one_step() {
        let mut steps = Steps::default();
        steps.note(step(&foreword("U"), &foreword("Un")));
        steps.note(step(&foreword("Un"), &foreword("Une ville")));
        steps.close();
        steps.note(step(&foreword("Une ville"), &foreword("Une ville ouverte")));
        let gone = steps.back(&foreword("Une ville ouverte")).unwrap();
        assert_eq!(gone.paths, ["vision/foreword/text"]);
        assert_eq!(gone.state.plan(id()), foreword("Une ville"));
        assert_eq!(steps.back(&foreword("Une ville")).unwrap().state.plan(id()), foreword("U"));
        assert_eq!((steps.back(&foreword("U")), steps.can()), (None, [false, true]));
        assert_eq!(steps.forth(&foreword("U")).unwrap().state.plan(id()), foreword("Une ville"));
        // Whoever writes something else has nothing to do again.
        steps.note(step(&foreword("Une ville"), &foreword("Un bourg")));
        assert_eq!((steps.forth(&foreword("Un bourg")), steps.can()), (None, [true, false]));
    }

    #[test]
    fn what_others_wrote_since_stays() {
        let mut steps = Steps::default();
        let before = json!({"id": "plan000000", "lead_agency": "Mairie"});
        let after = json!({"id": "plan000000", "lead_agency": "Cabinet", "commitments": [
            {"id": "commitmen1", "title": {"text": "Ouvrir"}}]});
        steps.note(step(&before, &after));
        let now = json!({"id": "plan000000", "lead_agency": "Services", "commitments": [
            {"id": "commitmen1", "title": {"text": "Ouvrir"}, "goal": {"text": "Publier"}}]});
        let gone = steps.back(&now).unwrap();
        assert_eq!(
            gone.state.plan(id()),
            json!({"id": "plan000000", "lead_agency": "Services", "commitments": [
                {"id": "commitmen1", "goal": {"text": "Publier"}}]})
        );
        // A step that changes nothing any more is passed over.
        let mut steps = Steps::default();
        steps.note(step(&foreword("A"), &foreword("B")));
        assert_eq!(steps.back(&foreword("C")), None);
    }

    /// What others put between stays there, whatever the ids.
    #[test]
    fn rows_of_others_stay_in_their_places() {
        let rows = |ids: &str| -> Value {
            let rows: Vec<Value> =
                ids.chars().map(|c| json!({"id": c.to_string().repeat(10), "title": "T"})).collect();
            json!({"id": "plan000000", "commitments": rows})
        };
        let order = |gone: &Gone| -> String {
            let plan = gone.state.plan(id());
            let ids = plan["commitments"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["id"].as_str().unwrap().chars().next());
            ids.map(Option::unwrap).collect()
        };
        for (before, after, now, expected) in [
            ("abc", "ac", "acz", "abcz"),
            ("abc", "ac", "ac0", "abc0"),
            ("abc", "ac", "0ac", "0abc"),
            ("abc", "ac", "0yazc", "0yabzc"),
            ("abc", "bac", "bxac", "abxc"),
            ("ac", "abc", "abzc", "azc"),
            ("abc", "bac", "ba", "ab"),
            ("ab", "abc", "bac", "ba"),
            ("abc", "ab", "ba", "bca"),
            ("abc", "bac", "zb", "zb"),
        ] {
            let mut steps = Steps::default();
            steps.note(step(&rows(before), &rows(after)));
            let gone = steps.back(&rows(now)).unwrap();
            assert_eq!(order(&gone), expected, "{before} {after} {now}");
        }
    }

    /// A row that others took out does not come back with an answer in it.
    #[test]
    fn a_row_that_is_gone_stays_gone() {
        let plan = |rows: Value| json!({"id": "plan000000", "commitments": rows});
        let row = json!({"id": "commitmen0", "goal": "x"});
        let full = plan(json!([row, {"id": "commitmen1", "title": "A", "goal": "G"}]));
        let cleared = plan(json!([row, {"id": "commitmen1", "goal": "G"}]));
        let mut steps = Steps::default();
        steps.note(step(&full, &cleared));
        assert_eq!(steps.back(&plan(json!([row]))), None);
        // Where the step took it out, it comes back whole.
        let mut steps = Steps::default();
        steps.note(step(&full, &plan(json!([row]))));
        assert_eq!(steps.back(&plan(json!([row]))).unwrap().state.plan(id()), full);
    }

    #[test]
    fn what_did_not_change_is_in_no_step() {
        let plan = |more: Value| json!({"id": "plan000000", "commitments": [{"id": "commitmen1", "title": "T"}, more]});
        let step = step(&plan(json!({"id": "commitmen2", "goal": "x"})), &plan(json!({"id": "commitmen3"})));
        let paths: Vec<_> = step.paths().into_iter().filter(|path| !is_place(path)).collect();
        assert_eq!(paths, ["commitments/#commitmen2/goal"]);
    }

    #[test]
    fn what_the_app_keeps_is_no_step() {
        let mut steps = Steps::default();
        steps.note(step(
            &json!({"id": "plan000000", "changed": "2026-03-04"}),
            &json!({"id": "plan000000", "changed": "2026-03-05", "comments": [{"id": "comment001", "text": "Ah"}]}),
        ));
        assert_eq!(steps.can(), [false, false]);
    }
}
