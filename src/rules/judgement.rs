//! Judgements: rules that no program can read off a text. The app asks whether somebody looked, and remembers at what.
//!
//! Once all answers that such a rule reads are filled, it speaks until somebody ticks "looked at" for it; the tick lapses
//! when one of these answers changes.

use super::shared::speak;
use super::{At, Case, Check, Issue};
use crate::plan::text::{is_filled, trimmed};
use crate::plan::{Commitment, Looked, Plan, Reference, RowId};
use crate::question::{Place, Question};

/// The judgements, with the questions whose answers they read; the first is the place they speak at.
const JUDGED: &[(Check, &[Question])] = {
    use Question as Q;
    &[
        (Check::Vis1b, &[Q::Foreword]),
        (
            Check::Vis19,
            &[Q::Spaces, Q::Participants, Q::Collaboration, Q::ProgressActivities, Q::PublicResults],
        ),
        (Check::Vis20, &[Q::LongTermVision, Q::MediumTermGoals]),
        (Check::Com11, &[Q::Problem]),
        (Check::Com23, &[Q::Action, Q::Contribution, Q::Milestones]),
        (Check::Com25, &[Q::StatusQuo, Q::Action]),
    ]
};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    for (check, questions) in JUDGED {
        let Some(at) = questions.first() else { continue };
        let is_of_commitment = at.section().is_of_commitment();
        let mut ask = |commitment: Option<&Commitment>| {
            let place = Place { commitment: commitment.map(|of| of.id), ..Place::plan(*at) };
            if is_filled_throughout(case.plan, questions, commitment)
                && !is_looked_at(case, *check, questions, commitment)
            {
                speak(found, *check, place, vec![]);
            }
        };
        if is_of_commitment {
            case.plan.commitments.iter().for_each(|commitment| ask(Some(commitment)));
        } else {
            ask(None);
        }
    }
}

/// What comparisons read of the text that answers a question: the working language, else the English.
fn text(plan: &Plan, question: Question, commitment: Option<&Commitment>) -> String {
    let place = Place { commitment: commitment.map(|of| of.id), ..Place::plan(question) };
    match place.shown(plan) {
        said if is_filled(&said) => said,
        _ => place.in_english().shown(plan),
    }
}

/// Whether all answers are there that a judgement reads; of the milestones one.
fn is_filled_throughout(plan: &Plan, questions: &[Question], commitment: Option<&Commitment>) -> bool {
    questions.iter().all(|question| match (question, commitment) {
        (Question::Milestones, Some(of)) => of.milestones.iter().any(|row| row.description.is_filled()),
        _ => {
            let place = Place { commitment: commitment.map(|of| of.id), ..Place::plan(*question) };
            place.is_filled(plan)
        }
    })
}

/// The rows that speak of a judgement on a commitment, or on the plan as a whole.
fn rows<'a>(plan: &'a Plan, check: Check, commitment: &Reference) -> impl Iterator<Item = &'a Looked> {
    let (rule, commitment) = (check.id(), commitment.clone());
    plan.looked.iter().filter(move |row| row.rule == rule && row.commitment == commitment)
}

fn is_looked_at(
    case: &Case<'_>,
    check: Check,
    questions: &[Question],
    commitment: Option<&Commitment>,
) -> bool {
    let of = commitment.map(|of| Reference::to(of.id)).unwrap_or_default();
    // Only what somebody ticked once costs reading the texts.
    let mut rows = rows(case.plan, check, &of).peekable();
    rows.peek().is_some() && {
        let now = fingerprint(case.plan, questions, commitment);
        rows.any(|row| row.seen == now)
    }
}

/// What a judgement saw: the rule's id with its part, the commitment, and a fingerprint of the answers as they stand.
/// Nothing where the issue is no judgement.
pub fn seen(plan: &Plan, issue: &Issue) -> Option<(String, Reference, String)> {
    let At::Place(place) = issue.at else { return None };
    let (check, questions) = JUDGED.iter().find(|(check, _)| *check == issue.check)?;
    let commitment = place.commitment.and_then(|id| plan.commitment(id));
    let reference = place.commitment.map(Reference::to).unwrap_or_default();
    Some((check.id(), reference, fingerprint(plan, questions, commitment)))
}

/// A fingerprint of answers, whatever the order of rows. It only has to change when they do; nobody gains by forging it.
fn fingerprint(plan: &Plan, questions: &[Question], commitment: Option<&Commitment>) -> String {
    let mut whole = 0_u64;
    for question in questions {
        let said = match (question, commitment) {
            (Question::Milestones, Some(of)) => {
                let filled = of.milestones.iter().map(|row| row.description.compared());
                filled.filter(|text| is_filled(text)).fold(0, |sum, text| hash(text).wrapping_add(sum))
            }
            _ => hash(&text(plan, *question, commitment)),
        };
        whole = mixed(whole, said);
    }
    format!("{whole:016x}")
}

/// A hash that is the same on every computer, of eight bytes at a time.
fn hash(text: &str) -> u64 {
    let text = trimmed(text).as_bytes();
    let (words, rest) = text.as_chunks::<8>();
    let mut hash = words.iter().fold(text.len() as u64, |hash, word| mixed(hash, u64::from_le_bytes(*word)));
    for byte in rest {
        hash = mixed(hash, u64::from(*byte));
    }
    hash
}

fn mixed(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// What was noted of a look at what an issue asks about.
pub fn looked<'a>(plan: &'a Plan, issue: &Issue) -> Option<&'a Looked> {
    let (rule, commitment, _) = seen(plan, issue)?;
    plan.looked.iter().find(|row| row.rule == rule && row.commitment == commitment)
}

/// Takes a look back: what was noted before stands again.
pub fn take_back(plan: &mut Plan, issue: &Issue, before: Option<Looked>) {
    let Some((rule, commitment, _)) = seen(plan, issue) else { return };
    plan.looked.retain(|row| row.rule != rule || row.commitment != commitment);
    plan.looked.extend(before);
}

/// Notes that somebody looked at what a judgement reads. The row takes the place of one that lapsed, or has this id.
pub fn look(plan: &mut Plan, issue: &Issue, id: RowId) {
    let Some((rule, commitment, seen)) = seen(plan, issue) else { return };
    let known = plan.looked.iter_mut().find(|row| row.rule == rule && row.commitment == commitment);
    match known {
        Some(row) => row.seen = seen,
        None => {
            plan.looked.push(Looked { id, rule, commitment, seen, ..Default::default() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, look_at_all, milestone, text};
    use super::*;
    use crate::plan::Text;

    #[test]
    fn a_look_is_taken_back_alone() {
        let mut plan = super::super::testing::base();
        let noted = plan.looked.clone();
        plan.looked.clear();
        let open = super::super::testing::issues(|plan| plan.looked.clear());
        let of: Vec<_> = open.into_iter().filter(|issue| issue.check.is_judgement()).take(2).collect();
        let [first, second] = of.as_slice() else { panic!("{of:?}") };
        look(&mut plan, first, noted[0].id);
        look(&mut plan, second, noted[1].id);
        take_back(&mut plan, first, None);
        assert_eq!((looked(&plan, first), plan.looked.len()), (None, 1));
        let before = looked(&plan, second).cloned();
        take_back(&mut plan, second, before.clone());
        assert_eq!(looked(&plan, second), before.as_ref());
    }

    #[test]
    fn a_judgement_waits_for_all_it_reads_and_lapses_when_that_changes() {
        holds(Check::Vis20, |_| ());
        breaks(Check::Vis20, |plan| plan.looked.clear());
        holds(Check::Vis20, |plan| {
            plan.looked.clear();
            plan.vision.medium_term_goals = Text::default();
        });
        breaks(Check::Vis20, |plan| plan.vision.long_term_vision = text("Une autre vision."));
        holds(Check::Vis20, |plan| plan.vision.long_term_vision.text.push_str(" \n"));
        holds(Check::Vis20, |plan| plan.vision.foreword = text("Un autre avant-propos."));
        breaks(Check::Vis1b, |plan| plan.vision.foreword = text("Un autre avant-propos."));
        holds(Check::Vis1b, |plan| {
            plan.vision.foreword = text("Un autre avant-propos.");
            look_at_all(plan);
        });
    }

    #[test]
    fn a_commitment_is_looked_at_on_its_own_whatever_the_order_of_its_milestones() {
        holds(Check::Com23, |plan| plan.commitments[0].milestones.reverse());
        breaks(Check::Com23, |plan| {
            plan.commitments[0].milestones[1].description = text("Publier la deuxième version");
        });
        breaks(Check::Com23, |plan| {
            plan.commitments[0].milestones.push(milestone("c1milesto3", "2027-01", "2027-03"));
        });
        holds(Check::Com23, |plan| {
            plan.looked.clear();
            plan.commitments.iter_mut().for_each(|of| of.milestones.clear());
        });
        breaks(Check::Com25, |plan| plan.commitments[1].status_quo = text("En 2026, 14 jeux."));
        breaks(Check::Com11, |plan| plan.commitments[1].problem = text("Personne ne sait."));
    }
}
