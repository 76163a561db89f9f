//! What changed since the plan was submitted, and what the handbook asks of a change (MOD-*, 3.2.1.3).
//!
//! Changes are differences in the templates' answers in the working language. Statuses of milestones, the order of rows
//! and English texts are none; a commitment that is added is no modification of another.

use super::dates::changes_close;
use super::shared::{speak, text};
use super::{At, Case, Check, Issue, Value};
use crate::plan::record::{Record, is_started};
use crate::plan::text::is_filled;
use crate::plan::{Change, Commitment, Day, Plan, RowId};
use crate::question::{Column, ListPlace, Place, Question};

/// A difference between the plan and what was submitted or endorsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A question is answered otherwise.
    Answer(Place),
    /// A commitment was added.
    Added(RowId),
    /// A commitment was deleted.
    Deleted(RowId),
}

impl Difference {
    /// The commitment that was changed or deleted.
    pub fn modified(self) -> Option<RowId> {
        match self {
            Self::Answer(place) => place.commitment,
            Self::Deleted(commitment) => Some(commitment),
            Self::Added(_) => None,
        }
    }
}

/// What differs from the plan as it was submitted, in the order of the questions; nothing before it was.
pub fn differences(plan: &Plan) -> Vec<Difference> {
    plan.as_submitted().map(|then| differences_since(then, plan)).unwrap_or_default()
}

/// What differs from a plan as it stood then, in the order of the questions.
pub fn differences_since(then: &Plan, plan: &Plan) -> Vec<Difference> {
    let mut found = Vec::new();
    let template = || Question::ALL.iter().copied().filter(|question| !question.is_own());
    for question in template().filter(|question| !question.section().is_of_commitment()) {
        let place = Place::plan(question);
        let differs = match question {
            Question::MandateEnd => plan.jurisdictions.iter().any(|row| {
                let place = place.row(row.id);
                place.shown(plan) != place.shown(then)
            }),
            _ => differs(place, plan, then),
        };
        if differs {
            found.push(Difference::Answer(place));
        }
    }
    for commitment in &plan.commitments {
        match then.commitment(commitment.id) {
            None => found.push(Difference::Added(commitment.id)),
            Some(before) if (commitment as &dyn Record).differs(before, STATUS) => {
                let of = |question| Place::commitment(commitment.id, question);
                found.extend(
                    template()
                        .filter(|question| question.section().is_of_commitment())
                        .map(of)
                        .filter(|place| differs(*place, plan, then))
                        .map(Difference::Answer),
                );
            }
            Some(_) => {}
        }
    }
    let gone = then.commitments.iter().filter(|of| plan.commitment(of.id).is_none());
    found.extend(gone.map(|of| Difference::Deleted(of.id)));
    found
}

/// A milestone's status goes on by itself: it is no change of the commitment.
const STATUS: &str = "status";

fn differs(place: Place, now: &Plan, then: &Plan) -> bool {
    let mut parts = place.parts(now).into_iter().zip(place.parts(then));
    parts.any(|(now, then)| match (now, then) {
        (Some(now), Some(then)) => now.differs(&then, STATUS),
        (now, then) => now.is_some() != then.is_some(),
    })
}

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    let Some(submitted) = plan.submitted.value() else { return };
    let entries = || plan.changes.iter().filter(|row| is_started(*row));
    for entry in entries() {
        mod_1(plan, entry, submitted, found);
        mod_2(entry, found);
        mod_3(entry, found);
    }
    let mut modified: Vec<RowId> = Vec::new();
    for commitment in differences(plan).into_iter().filter_map(Difference::modified) {
        if !modified.contains(&commitment) {
            modified.push(commitment);
        }
    }
    let lists = |commitment: &RowId| entries().any(|entry| entry.commitment.id() == Some(*commitment));
    for commitment in modified.iter().filter(|commitment| !lists(commitment)) {
        unlisted(case, *commitment, submitted, found);
    }
    if !modified.is_empty() {
        let broken = mod_4(case, &modified, found);
        found.extend(broken);
    }
}

fn cell(entry: &Change, column: Column) -> Place {
    Place::plan(Question::Changes).row(entry.id).column(column)
}

/// A commitment as it is, or as it was before it was deleted.
fn known(plan: &Plan, id: RowId) -> Option<&Commitment> {
    plan.commitment(id).or_else(|| plan.as_submitted()?.commitment(id))
}

/// The last day to change a commitment.
fn closes(plan: &Plan, commitment: Option<RowId>, submitted: Day) -> Day {
    let own = commitment.and_then(|id| plan.submitted_on(known(plan, id)?));
    changes_close(own.unwrap_or(submitted))
}

/// MOD-1 (3.2.1.3): a commitment is changed or deleted within six months of its submission.
fn mod_1(plan: &Plan, entry: &Change, submitted: Day, found: &mut Vec<Issue>) {
    let closes = closes(plan, entry.commitment.id(), submitted);
    if let Some(day) = entry.day.value().filter(|day| *day > closes) {
        let values = vec![Value::Day(day), Value::Day(closes)];
        speak(found, Check::Mod1, cell(entry, Column::On), values);
    }
}

/// MOD-2 (3.2.1.3): an entry says who was consulted, when they approved, and how it was decided.
fn mod_2(entry: &Change, found: &mut Vec<Issue>) {
    for (column, is_there) in [
        (Column::Consulted, is_filled(&entry.consulted)),
        (Column::Approved, entry.approved.value().is_some()),
        (Column::Decision, is_filled(&entry.decision)),
    ] {
        if !is_there {
            speak(found, Check::Mod2, cell(entry, column), vec![Value::Column(column)]);
        }
    }
}

/// MOD-3 (3.2.1.3): an entry says when OGP Local's team was told.
fn mod_3(entry: &Change, found: &mut Vec<Issue>) {
    if entry.told.value().is_none() {
        speak(found, Check::Mod3, cell(entry, Column::Told), vec![]);
    }
}

/// MOD-1 and MOD-2 for a commitment that differs from what was submitted while no entry says so: it counts as changed
/// today.
fn unlisted(case: &Case<'_>, commitment: RowId, submitted: Day, found: &mut Vec<Issue>) {
    let Some(title) = known(case.plan, commitment).map(|of| text(of.title.compared())) else { return };
    let closes = closes(case.plan, Some(commitment), submitted);
    let place = Place::plan(Question::Changes);
    if Day(case.today) > closes {
        speak(found, Check::Mod1Unlisted, place, vec![title.clone(), Value::Day(closes)]);
    }
    speak(found, Check::Mod2Unlisted, place, vec![title]);
}

/// MOD-4 (follows from 3.2.1.3): a changed commitment breaks no requirement that it kept when it was submitted. Of the
/// number of commitments only a change of period can be the cause. `now` is what the rules say of the plan.
fn mod_4(case: &Case<'_>, modified: &[RowId], now: &[Issue]) -> Vec<Issue> {
    let mut found = Vec::new();
    let Some(then) = case.plan.as_submitted() else { return found };
    let mut before = Vec::new();
    super::of_commitments(&Case { plan: then, ..*case }, &mut before);
    for commitment in modified.iter().copied().filter(|id| case.plan.commitment(*id).is_some()) {
        let moved = differs(Place::commitment(commitment, Question::Period), case.plan, then);
        let is_its = |issue: &&Issue| {
            let family = issue.check.rule().split_once('-').map_or("", |(family, _)| family);
            // A look that lapsed is asked for on the review anyway.
            issue.check.grade() == super::Grade::Requirement
                && !issue.check.is_judgement()
                && ["CNT", "JNT", "COM", "MIL"].contains(&family)
                && match issue.at {
                    At::Place(place) => place.commitment == Some(commitment),
                    // Growth in the second year is no matter of periods.
                    At::Commitments => moved && issue.check != Check::Cnt5a,
                }
        };
        let is_old = |issue: &&Issue| {
            before.iter().any(|old| {
                let (old_id, id) =
                    ((old.check.rule(), old.check.part()), (issue.check.rule(), issue.check.part()));
                old_id == id && (old.at == issue.at || is_new_row(then, issue) && is_of_one(old, issue))
            })
        };
        let mut rules: Vec<&str> = Vec::new();
        for issue in now.iter().filter(is_its).filter(|issue| !is_old(issue)) {
            if !rules.contains(&issue.check.rule()) {
                rules.push(issue.check.rule());
            }
        }
        if !rules.is_empty() {
            let values = vec![Value::Text(rules.join(", "))];
            speak(&mut found, Check::Mod4, Place::commitment(commitment, Question::Title), values);
        }
    }
    found
}

/// Whether an issue stands in a row that was not there then.
fn is_new_row(then: &Plan, issue: &Issue) -> bool {
    let At::Place(Place { commitment, question, row: Some(row), .. }) = issue.at else { return false };
    ListPlace::Rows(commitment, question).rows(then).is_none_or(|rows| !rows.ids().contains(&row))
}

/// Whether two issues speak of one commitment.
fn is_of_one(one: &Issue, other: &Issue) -> bool {
    matches!((one.at, other.at), (At::Place(one), At::Place(other)) if one.commitment == other.commitment)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{
        breaks, commitment, holds, id, issues, milestone, month, paths, submitted, text, told, typed,
    };
    use super::*;
    use crate::plan::{One, Reference};

    /// The plan submitted on 1 March 2026, after a change.
    fn since(change: impl FnOnce(&mut Plan)) -> impl FnOnce(&mut Plan) {
        move |plan| {
            *plan = submitted();
            change(plan);
        }
    }

    fn entry(commitment: &str, day: &str) -> Change {
        Change {
            id: id("change0001"),
            commitment: Reference(commitment.into()),
            kind: One::of("change"),
            day: typed(day),
            consulted: "Les Amis de la donnée".into(),
            approved: typed("2026-03-10"),
            decision: "À l’unanimité".into(),
            told: typed("2026-03-11"),
            ..Change::default()
        }
    }

    #[test]
    fn what_is_written_anew_differs_and_nothing_else() {
        let differing = |change: fn(&mut Plan)| {
            let mut plan = submitted();
            change(&mut plan);
            differences(&plan)
        };
        let of = |number: usize, question| {
            let commitment = id(&format!("c{number}commitme"));
            Difference::Answer(Place::commitment(commitment, question))
        };
        assert_eq!(differing(|_| ()), []);
        for nothing in [
            (|plan| plan.commitments[0].milestones[0].status = One::of("in_progress")) as fn(&mut Plan),
            |plan| plan.commitments.reverse(),
            |plan| plan.commitments[0].milestones.reverse(),
            |plan| plan.vision.endorsements.reverse(),
            |plan| plan.vision.foreword.english = "Together.".into(),
            |plan| plan.lead_agency = "Cabinet".into(),
            |plan| plan.commitments[0].done = typed("2026-09-01"),
            |plan| plan.commitments[0].milestones.push(crate::plan::Milestone::default()),
        ] {
            assert_eq!(differing(nothing), []);
        }
        assert_eq!(
            differing(|plan| plan.vision.foreword = text("Autrement.")),
            [Difference::Answer(Place::plan(Question::Foreword))]
        );
        assert_eq!(
            differing(|plan| plan.jurisdictions[0].mandate_end = month("2029-01")),
            [Difference::Answer(Place::plan(Question::MandateEnd))]
        );
        assert_eq!(
            differing(|plan| {
                plan.commitments[0].end = month("2027-08");
                plan.commitments[0].milestones[1].end = month("2027-08");
            }),
            [of(1, Question::Period), of(1, Question::Milestones)]
        );
        assert_eq!(
            differing(|plan| {
                plan.commitments.remove(1);
                plan.commitments.push(commitment(4, "Un registre des dons"));
            }),
            [Difference::Added(id("c4commitme")), Difference::Deleted(id("c2commitme"))]
        );
    }

    #[test]
    fn mod_1_closes_after_six_months() {
        let dated = |day: &'static str| since(move |plan| plan.changes = vec![entry("c1commitme", day)]);
        holds(Check::Mod1, dated("2026-09-01"));
        breaks(Check::Mod1, dated("2026-09-02"));
        holds(
            Check::Mod1,
            since(|plan| {
                plan.commitments[0].submitted = typed("2026-03-05");
                plan.changes = vec![entry("c1commitme", "2026-09-05")];
            }),
        );
        holds(Check::Mod1, |plan| plan.changes = vec![entry("c1commitme", "2027-09-02")]);
        let unlisted = |submitted_on: &'static str| {
            since(move |plan| {
                plan.submitted = typed(submitted_on);
                plan.commitments[0].end = month("2027-10");
            })
        };
        holds(Check::Mod1Unlisted, unlisted("2025-09-15"));
        breaks(Check::Mod1Unlisted, unlisted("2025-09-14"));
    }

    #[test]
    fn mod_2_and_3_ask_for_the_whole_story() {
        let without = |change: fn(&mut Change)| {
            since(move |plan| {
                plan.changes = vec![entry("c1commitme", "2026-03-12")];
                change(&mut plan.changes[0]);
            })
        };
        assert_eq!(paths(Check::Mod2, without(|_| ())), [""; 0]);
        assert_eq!(paths(Check::Mod2, without(|of| of.consulted.clear())), ["changes/#change0001/consulted"]);
        assert_eq!(
            paths(Check::Mod2, without(|of| of.approved = typed("x"))),
            ["changes/#change0001/approved"]
        );
        assert_eq!(paths(Check::Mod2, without(|of| of.decision.clear())), ["changes/#change0001/decision"]);
        breaks(Check::Mod3, without(|of| of.told = typed("")));
        let deleted = |plan: &mut Plan| drop(plan.commitments.remove(1));
        breaks(Check::Mod2Unlisted, since(deleted));
        holds(
            Check::Mod2Unlisted,
            since(|plan| {
                deleted(plan);
                plan.changes = vec![entry("c2commitme", "2026-03-12")];
            }),
        );
        holds(Check::Mod2Unlisted, since(|plan| plan.commitments.push(commitment(4, "Un registre"))));
    }

    #[test]
    fn mod_4_names_what_a_change_broke() {
        let changed = |plan: &mut Plan| {
            plan.commitments[0].end = month("2028-11");
            plan.commitments[0].milestones.clear();
        };
        let said: Vec<_> =
            issues(since(changed)).into_iter().filter(|issue| issue.check == Check::Mod4).collect();
        assert_eq!(told(&said), "Mod4 commitments/#c1commitme/title rules=«COM-4, MIL-1»");
        holds(Check::Mod4, since(|plan| plan.commitments[0].end = month("2027-10")));
        holds(
            Check::Mod4,
            since(|plan| {
                plan.commitments[0].milestones.push(milestone("c1milesto3", "2027-01", "2027-09"));
            }),
        );
        // A typo mended is not why there is one too many.
        holds(
            Check::Mod4,
            since(|plan| {
                plan.commitments[0].title = text("Ouvrir tous les marchés publics");
                plan.commitments.extend((4..=6).map(|number| commitment(number, &format!("Titre {number}"))));
            }),
        );
        breaks(
            Check::Mod4,
            since(|plan| {
                plan.commitments[0].problem = text(" ");
                plan.as_submitted = crate::plan::Kept::of(plan);
                plan.commitments[0].action = text(" ");
            }),
        );
        // Of a new row, neither is what the commitment broke elsewhere.
        let without_body = |plan: &mut Plan| {
            plan.commitments[0].milestones[0].body = String::new();
            plan.as_submitted = crate::plan::Kept::of(plan);
            plan.commitments[0].milestones.push(milestone("c1milesto3", "2027-01", "2027-09"));
        };
        let adds_another = |plan: &mut Plan| {
            without_body(plan);
            plan.commitments[0].milestones.last_mut().unwrap().body = String::new();
        };
        holds(Check::Mod4, since(adds_another));
        breaks(
            Check::Mod4,
            since(|plan| {
                without_body(plan);
                plan.commitments[0].milestones[1].body = String::new();
            }),
        );
        // What it broke before is no news.
        holds(Check::Mod4, |plan| {
            plan.commitments[0].end = month("2028-11");
            plan.submitted = typed("2026-03-01");
            plan.as_submitted = crate::plan::Kept::of(plan);
            plan.commitments[0].end = month("2028-12");
        });
    }
}
