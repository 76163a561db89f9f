//! What people say about the answers: threads of comments with their answers.
//!
//! Comments are rows of the plan beside the answers, so that they travel in the working file. Nothing else reads them: no
//! rule, no count of progress, no printed page, and not the file for submission.

use std::collections::BTreeMap;

use crate::plan::{Comment, MOST_KEPT, Plan, Reference, RowId, text};
use crate::question::{Place, Question};

/// Answers to answers that are followed up to the first comment; what lies deeper begins a thread.
const DEEPEST: usize = 50;

/// A first comment, and its answers in the order they were written.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread<'a> {
    /// The first comment.
    pub first: &'a Comment,
    /// What was answered.
    pub answers: Vec<&'a Comment>,
}

/// What somebody says, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Who: a label.
    pub by: String,
    /// When, in UTC (RFC 3339).
    pub when: String,
    /// What.
    pub text: String,
}

/// The place that a comment speaks of; nothing where its path names none.
pub fn place(comment: &Comment) -> Option<Place> {
    Place::from_path(&comment.at.0)
}

/// The question in whose thread a place is spoken of. The end of the mandate is asked of each jurisdiction.
pub fn question_of(place: Place) -> Place {
    let row = place.row.filter(|_| place.question == Question::MandateEnd);
    Place { row, ..place.whole_question() }
}

/// All threads, in the order they began.
pub fn threads(plan: &Plan) -> Vec<Thread<'_>> {
    grouped(plan.comments.iter().collect())
}

/// The threads on a place and on what lies inside it.
pub fn threads_at(plan: &Plan, at: Place) -> Vec<Thread<'_>> {
    let path = at.path();
    let is_here =
        |of: &&Comment| of.at.0.starts_with(&path) && place(of).is_some_and(|inside| at.holds(inside));
    grouped(plan.comments.iter().filter(is_here).collect())
}

/// The thread that a comment began.
pub fn thread(plan: &Plan, first: RowId) -> Option<Thread<'_>> {
    let at = &plan.comments.iter().find(|of| of.id == first)?.at;
    let of_place = grouped(plan.comments.iter().filter(|of| of.at == *at).collect());
    of_place.into_iter().find(|thread| thread.first.id == first)
}

/// Comments as threads. An answer speaks of the same place as what it answers; one that does not begins a thread.
fn grouped(mut comments: Vec<&Comment>) -> Vec<Thread<'_>> {
    let known: BTreeMap<RowId, &Comment> = comments.iter().map(|of| (of.id, *of)).collect();
    // Moments of one spelling: as texts they stand in their order.
    comments.sort_by(|one, other| one.when.cmp(&other.when));
    let begun = comments.into_iter().map(|of| (begun_by(&known, of), of));
    let (first, answers): (Vec<_>, Vec<_>) = begun.partition(|(root, of)| *root == of.id);
    let at: BTreeMap<RowId, usize> = first.iter().map(|(root, _)| *root).zip(0..).collect();
    let begin = |(_, first)| Thread { first, answers: Vec::new() };
    let mut threads: Vec<Thread<'_>> = first.into_iter().map(begin).collect();
    for (root, answer) in answers {
        if let Some(thread) = at.get(&root).and_then(|at| threads.get_mut(*at)) {
            thread.answers.push(answer);
        }
    }
    threads
}

/// The comment that began the thread of this one: itself, where what it answers is gone.
fn begun_by(known: &BTreeMap<RowId, &Comment>, comment: &Comment) -> RowId {
    let mut now = comment;
    for _ in 0..DEEPEST {
        match now.of.id().and_then(|of| known.get(&of)).filter(|before| before.at == now.at) {
            Some(before) => now = before,
            None => return now.id,
        }
    }
    comment.id
}

/// How many threads on a place are open, and how many are closed.
pub fn count_at(plan: &Plan, at: Place) -> (usize, usize) {
    counts(&threads_at(plan, at))
}

/// How many threads of the plan are open, and how many are closed.
pub fn count(plan: &Plan) -> (usize, usize) {
    counts(&threads(plan))
}

fn counts(threads: &[Thread<'_>]) -> (usize, usize) {
    let closed = threads.iter().filter(|thread| thread.first.closed).count();
    (threads.len() - closed, closed)
}

/// Begins a thread on a place, under this id. Says whether there was something to say, and room for it.
pub fn add(plan: &mut Plan, id: RowId, at: Place, said: &Said) -> bool {
    put(plan, id, Reference(at.path()), Reference::default(), said)
}

/// Answers a comment. A closed one opens again.
pub fn answer(plan: &mut Plan, id: RowId, of: RowId, said: &Said) -> bool {
    let Some(at) = plan.comments.iter().find(|known| known.id == of).map(|known| known.at.clone()) else {
        return false;
    };
    let is_put = put(plan, id, at, Reference::to(of), said);
    if is_put {
        set_closed(plan, of, false);
    }
    is_put
}

fn put(plan: &mut Plan, id: RowId, at: Reference, of: Reference, said: &Said) -> bool {
    let said_text = text::clean(&said.text);
    let text = text::trimmed(&said_text);
    let fits = !text.is_empty() && plan.comments.len() < MOST_KEPT;
    if fits {
        plan.comments.push(Comment {
            id,
            at,
            by: said.by.clone(),
            when: said.when.clone(),
            text: text.to_owned(),
            of,
            ..Comment::default()
        });
    }
    fits
}

/// Closes the thread that a comment began, or opens it again.
pub fn set_closed(plan: &mut Plan, first: RowId, closed: bool) {
    if let Some(comment) = plan.comments.iter_mut().find(|of| of.id == first) {
        comment.closed = closed;
    }
}

/// Whether somebody of this label may take a comment out: their own, which nobody answered.
pub fn can_remove(plan: &Plan, comment: &Comment, who: &str) -> bool {
    comment.by == who && !plan.comments.iter().any(|other| other.of.id() == Some(comment.id))
}

/// Takes a comment out. Returns it with its position, to [`put_back`].
pub fn remove(plan: &mut Plan, id: RowId) -> Option<(usize, Comment)> {
    let at = plan.comments.iter().position(|comment| comment.id == id)?;
    Some((at, plan.comments.remove(at)))
}

/// Puts a comment back where it stood, unless another copy of the plan brought it back already.
pub fn put_back(plan: &mut Plan, (at, comment): (usize, Comment)) {
    if plan.comments.iter().all(|known| known.id != comment.id) {
        plan.comments.insert(at.min(plan.comments.len()), comment);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Commitment, IdMaker, Kept, Milestone, testing};
    use crate::question::Column;

    fn id(text: &str) -> RowId {
        RowId::parse(text).unwrap()
    }

    fn said(by: &str, minute: u32, text: &str) -> Said {
        Said { by: by.to_owned(), when: format!("2026-03-04T10:{minute:02}:00Z"), text: text.to_owned() }
    }

    fn plan() -> Plan {
        let milestone = Milestone { id: id("m000000001"), ..Milestone::default() };
        let commitment =
            Commitment { id: id("c000000001"), milestones: vec![milestone], ..Commitment::default() };
        Plan { commitments: vec![commitment], ..Plan::default() }
    }

    fn texts<'a>(threads: &[Thread<'a>]) -> Vec<(&'a str, Vec<&'a str>)> {
        let answers = |thread: &Thread<'a>| thread.answers.iter().map(|of| of.text.as_str()).collect();
        threads.iter().map(|thread| (thread.first.text.as_str(), answers(thread))).collect()
    }

    #[test]
    fn threads_are_read_in_the_order_of_their_moments() {
        let (mut plan, foreword) = (plan(), Place::plan(Question::Foreword));
        assert!(add(&mut plan, id("k000000002"), foreword, &said("Ana", 9, "second")));
        assert!(add(&mut plan, id("k000000001"), foreword, &said("Table 3", 5, " first\n")));
        assert!(answer(&mut plan, id("k000000003"), id("k000000001"), &said("Ana", 12, "later")));
        assert!(answer(&mut plan, id("k000000004"), id("k000000001"), &said("Ana", 11, "sooner")));
        // An answer to an answer belongs to the same thread.
        assert!(answer(&mut plan, id("k000000005"), id("k000000003"), &said("Ana", 13, "last")));
        let all = threads(&plan);
        assert_eq!(texts(&all), [("first", vec!["sooner", "later", "last"]), ("second", vec![])]);
        assert_eq!(threads_at(&plan, foreword), all);
        assert_eq!(thread(&plan, id("k000000001")).as_ref(), all.first());
        assert_eq!(threads_at(&plan, Place::plan(Question::Achievements)), []);
    }

    #[test]
    fn a_question_has_the_threads_of_its_rows_and_no_other() {
        let mut plan = plan();
        let commitment = id("c000000001");
        let milestones = Place::commitment(commitment, Question::Milestones);
        let cell = milestones.row(id("m000000001")).column(Column::Description);
        let period = Place::commitment(commitment, Question::Period);
        assert!(add(&mut plan, id("k000000001"), cell, &said("Ana", 1, "cell")));
        assert!(add(&mut plan, id("k000000002"), period, &said("Ana", 2, "period")));
        assert_eq!(texts(&threads_at(&plan, milestones)), [("cell", vec![])]);
        assert_eq!(texts(&threads_at(&plan, period)), [("period", vec![])]);
        // A comment stays when its row goes.
        plan.commitments[0].milestones.clear();
        assert_eq!(texts(&threads_at(&plan, milestones)), [("cell", vec![])]);
        assert!(!place(&plan.comments[0]).unwrap().exists(&plan));
        plan.commitments.clear();
        assert_eq!(threads(&plan).len(), 2);
    }

    #[test]
    fn a_thread_closes_and_opens_again_with_an_answer() {
        let (mut plan, place) = (plan(), Place::plan(Question::Foreword));
        let first = id("k000000001");
        assert!(add(&mut plan, first, place, &said("", 1, "first")));
        assert_eq!((count(&plan), count_at(&plan, place)), ((1, 0), (1, 0)));
        set_closed(&mut plan, first, true);
        assert_eq!((count(&plan), count_at(&plan, place)), ((0, 1), (0, 1)));
        assert!(answer(&mut plan, id("k000000002"), first, &said("", 2, "wait")));
        assert_eq!(count(&plan), (1, 0));
        assert_eq!(count_at(&plan, Place::plan(Question::Site)), (0, 0));
    }

    #[test]
    fn nothing_to_say_is_no_comment() {
        let (mut plan, place) = (plan(), Place::plan(Question::Foreword));
        assert!(!add(&mut plan, id("k000000001"), place, &said("Ana", 1, " \u{200b}\n")));
        assert!(!answer(&mut plan, id("k000000001"), id("k000000009"), &said("Ana", 1, "to nobody")));
        assert_eq!(plan.comments, []);
    }

    #[test]
    fn people_take_out_their_own_as_long_as_nobody_answered() {
        let (mut plan, place) = (plan(), Place::plan(Question::Foreword));
        let (first, second) = (id("k000000001"), id("k000000002"));
        assert!(add(&mut plan, first, place, &said("Ana", 1, "first")));
        assert!(can_remove(&plan, &plan.comments[0], "Ana") && !can_remove(&plan, &plan.comments[0], "Léa"));
        assert!(answer(&mut plan, second, first, &said("Léa", 2, "answer")));
        assert!(!can_remove(&plan, &plan.comments[0], "Ana") && can_remove(&plan, &plan.comments[1], "Léa"));
        let before = plan.clone();
        let taken = remove(&mut plan, first).unwrap();
        assert_eq!(texts(&threads(&plan)), [("answer", vec![])], "an answer left alone begins a thread");
        put_back(&mut plan, taken);
        assert_eq!(plan, before);
        assert_eq!(remove(&mut plan, id("k000000009")), None);
    }

    #[test]
    fn answers_that_go_round_in_a_circle_are_all_there() {
        let mut plan = plan();
        for (own, of) in
            [("k000000001", "k000000002"), ("k000000002", "k000000001"), ("k000000003", "k000000003")]
        {
            plan.comments.push(Comment { id: id(own), of: Reference::to(id(of)), ..Comment::default() });
        }
        assert_eq!(threads(&plan).len(), 3);
    }

    #[test]
    fn comments_follow_their_rows_into_a_copy_and_never_into_what_is_kept() {
        let mut plan = plan();
        let title = Place::commitment(id("c000000001"), Question::Title);
        assert!(add(&mut plan, id("k000000001"), title, &said("Ana", 1, "first")));
        assert!(answer(&mut plan, id("k000000002"), id("k000000001"), &said("Léa", 2, "answer")));
        let mut random = testing::counting();
        let copy = plan.duplicate(&mut IdMaker::new(&mut random));
        assert_ne!(copy.comments[0].id, plan.comments[0].id);
        assert_eq!(texts(&threads(&copy)), [("first", vec!["answer"])]);
        assert_eq!(
            place(&copy.comments[0]),
            Some(Place::commitment(copy.commitments[0].id, Question::Title))
        );
        assert_eq!(Kept::of(&plan).plan().unwrap().comments, []);
    }
}
