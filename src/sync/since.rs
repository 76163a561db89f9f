//! What changed since a copy was kept elsewhere: the answers of a state, each by a mark of its living version.

use std::collections::BTreeSet;

use super::state::State;
use super::{CHANGED, POSITION, marked};

/// Characters of a version's name that serve as its mark: among thousands of answers hardly two are alike.
const MARK: usize = 5;

impl State {
    /// The marks of all that is answered, to be kept and compared with later.
    pub fn marks(&self) -> String {
        self.marked_answers().collect()
    }

    /// How many answers, and rows that were taken out, are others than when these marks were made.
    pub fn changed_since(&self, marks: &str) -> usize {
        let known: BTreeSet<&[u8]> = marks.as_bytes().chunks(MARK).collect();
        self.marked_answers().filter(|mark| !known.contains(mark.as_bytes())).count()
    }

    fn marked_answers(&self) -> impl Iterator<Item = &str> {
        let hidden = self.hidden();
        // Where a row stands says nothing by itself, and what the app notes is no answer.
        let answers = self.cells().filter(move |(path, cell)| {
            let is_of_app = *path == CHANGED || marked(path, POSITION).is_some();
            // Of a row that was taken out that alone counts.
            let is_removal = path.ends_with(super::GONE);
            !is_of_app && (is_removal || !hidden.cover(path)) && cell.winner().is_some()
        });
        answers.filter_map(|(_, cell)| cell.winner()?.id.as_str().get(..MARK))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Copies;
    use super::*;
    use serde_json::{Value, json};

    fn record(copies: &mut Copies, plan: Value, at: i64) {
        copies.record(plan, ("Ana", at), &[]);
    }

    #[test]
    fn answers_that_changed_are_counted() {
        let row = |name: &str| json!({"id": "aaaaaaaaaa", "name": name});
        let mut copies = Copies::new(State::default(), Vec::new());
        record(&mut copies, json!({"start": "2026-01", "commitments": [row("A")]}), 1);
        let marks = copies.joined().marks();
        assert_eq!(copies.joined().changed_since(&marks), 0);
        assert_eq!(copies.joined().changed_since(""), 2);
        copies.give_out();
        record(
            &mut copies,
            json!({"start": "2026-02", "changed": "2026-01-02", "commitments": [row("A")]}),
            2,
        );
        assert_eq!(copies.joined().changed_since(&marks), 1);
        // Cleared is changed too.
        record(&mut copies, json!({"commitments": [row("B")]}), 3);
        assert_eq!(copies.joined().changed_since(&marks), 2);
        // A row that is taken out counts once, whatever was in it.
        record(&mut copies, json!({}), 4);
        assert_eq!(copies.joined().changed_since(&marks), 2);
    }
}
