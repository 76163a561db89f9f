//! What changed since a copy was kept elsewhere: the answers of a state, each by a mark of where it stands and of what it
//! says. Who goes back to what was said changed nothing.

use std::collections::BTreeSet;

use serde_json::Value;

use super::state::State;
use super::steps::is_answer;
use super::version::ALPHABET;
use super::{GONE, POSITION, marked};

/// How marks begin. Those of before named versions, and tell nothing that can be counted from.
const BEGIN: &str = "=";
/// Letters for a path; two of them that are alike do harm only where both are cleared or taken out.
const PATH: usize = 4;
/// Letters for what is said there: of some 4000 changes one may go unseen.
const SAID: usize = 2;

impl State {
    /// The marks of all that is answered, to be kept and compared with later.
    pub fn marks(&self) -> String {
        let mut marks = BEGIN.to_owned();
        for (path, said) in self.said() {
            marks.push_str(&mark::<PATH>(path));
            marks.push_str(&mark::<SAID>(&said));
        }
        marks
    }

    /// How many answers are others than when these marks were made, and how many rows of that time were taken out.
    /// Nothing where they are no marks.
    pub fn changed_since(&self, marks: &str) -> Option<usize> {
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let mut rest = marks.strip_prefix(BEGIN)?;
        while let Some((mark, more)) = rest.split_at_checked(PATH + SAID) {
            known.insert(mark);
            rest = more;
        }
        if !rest.is_empty() {
            return None;
        }
        let was_there = |path: &str| {
            let path = mark::<PATH>(path);
            known.range(path.as_str()..).next().is_some_and(|mark| mark.starts_with(&path))
        };
        let is_other = |(path, said): &(&str, String)| {
            let is_place = marked(path, POSITION).is_some();
            // A new row counts by its answers, and a comment as one.
            let counts = is_place == is_comment(path);
            let is_known = known.contains([mark::<PATH>(path), mark::<SAID>(said)].concat().as_str());
            counts && !is_known && (is_place || said != NOTHING || was_there(path))
        };
        let hidden = self.hidden();
        // Whatever was in it, and in rows inside it.
        let gone = hidden.outermost().filter(|row| was_there(&[row, POSITION].concat()));
        Some(self.said().filter(is_other).count() + gone.count())
    }

    /// Each answer with what it says, and each row's place with nothing: where a row stands says nothing by itself.
    fn said(&self) -> impl Iterator<Item = (&str, String)> {
        let hidden = self.hidden();
        // What the app notes is no answer.
        let is_said = |path: &str| is_answer(path) || is_comment(path);
        let answers = self
            .cells()
            .filter(move |(path, _)| is_said(path) && marked(path, GONE).is_none() && !hidden.cover(path));
        answers.map(|(path, cell)| {
            let is_place = marked(path, POSITION).is_some();
            (path, if is_place { &Value::Null } else { cell.value() }.to_string())
        })
    }
}

/// What an answer says that was cleared.
const NOTHING: &str = "null";

fn is_comment(path: &str) -> bool {
    path.starts_with("comments/")
}

/// So many letters that stand for a text.
fn mark<const LETTERS: usize>(text: &str) -> String {
    // FNV-1a, and what MurmurHash3 does at its end: else texts that differ in their last letter have like marks.
    let digest = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let digest = [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53]
        .into_iter()
        .fold(digest, |digest: u64, factor| (digest ^ (digest >> 33)).wrapping_mul(factor));
    let letters = (0..LETTERS).map(|at| (digest >> (58 - 6 * at)) & 63);
    let letters = letters.filter_map(|six| ALPHABET.get(usize::try_from(six).ok()?));
    letters.map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Copies;
    use super::*;
    use serde_json::json;

    fn record(copies: &mut Copies, plan: Value, at: i64) {
        copies.record(plan, ("Ana", at), &[]);
    }

    fn row(name: &str) -> Value {
        json!({"id": "aaaaaaaaaa", "name": name})
    }

    #[test]
    fn answers_that_changed_are_counted() {
        let mut copies = Copies::new(State::default(), Vec::new());
        record(&mut copies, json!({"start": "2026-01", "commitments": [row("A")]}), 1);
        let marks = copies.joined().marks();
        let changed = |copies: &Copies| copies.joined().changed_since(&marks);
        assert_eq!(changed(&copies), Some(0));
        assert_eq!(copies.joined().changed_since(&State::default().marks()), Some(2));
        copies.give_out();
        record(
            &mut copies,
            json!({"start": "2026-02", "changed": "2026-01-02", "commitments": [row("A")]}),
            2,
        );
        assert_eq!(changed(&copies), Some(1));
        // Cleared is changed too.
        record(&mut copies, json!({"commitments": [row("B")]}), 3);
        assert_eq!(changed(&copies), Some(2));
        // A row that is taken out counts once, whatever was in it.
        record(&mut copies, json!({}), 4);
        assert_eq!(changed(&copies), Some(2));
    }

    #[test]
    fn what_is_again_as_it_was_did_not_change() {
        let mut copies = Copies::new(State::default(), Vec::new());
        let plan = || json!({"start": "2026-01", "commitments": [row("A")]});
        record(&mut copies, plan(), 1);
        let marks = copies.joined().marks();
        copies.give_out();
        record(&mut copies, json!({"start": "2026-02", "commitments": [row("B")], "end": "2028"}), 2);
        assert_eq!(copies.joined().changed_since(&marks), Some(3));
        record(&mut copies, plan(), 3);
        assert_eq!(copies.joined().changed_since(&marks), Some(0));
        // Nor a row that came and went.
        let other = json!({"id": "bbbbbbbbbb", "name": "B"});
        record(&mut copies, json!({"start": "2026-01", "commitments": [row("A"), other]}), 4);
        assert_eq!(copies.joined().changed_since(&marks), Some(1));
        copies.give_out();
        record(&mut copies, plan(), 5);
        assert_eq!(copies.joined().changed_since(&marks), Some(0));
        // Nor one that moved.
        copies.give_out();
        let empty = json!({"id": "cccccccccc"});
        record(&mut copies, json!({"start": "2026-01", "commitments": [empty, row("A")]}), 6);
        assert_eq!(copies.joined().changed_since(&marks), Some(0));
    }

    #[test]
    fn a_comment_counts_as_one_and_what_the_app_notes_as_none() {
        let mut copies = Copies::new(State::default(), Vec::new());
        record(&mut copies, json!({"start": "2026-01"}), 1);
        let marks = copies.joined().marks();
        let comment = |at: &str| json!({"id": at, "by": "Ana", "text": "À relire", "when": 5, "of": "x"});
        let comments = json!({"start": "2026-01", "comments": [comment("aaaaaaaaaa"), comment("bbbbbbbbbb")],
            "looked": [{"id": "cccccccccc", "at": "x"}], "changed": "2026-02-02"});
        record(&mut copies, comments, 2);
        assert_eq!(copies.joined().changed_since(&marks), Some(2));
    }

    #[test]
    fn marks_of_before_tell_nothing() {
        let state = State::plain(&json!({"start": "2026-01"}));
        assert_eq!(state.changed_since("abcdeABCDE"), None);
        assert_eq!(state.changed_since(""), None);
        assert_eq!(state.changed_since("=é€é€"), None);
    }
}
