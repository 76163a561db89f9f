//! Joint plans of two to four jurisdictions (JNT-*, handbook 3.4). Silent unless the plan is a joint one.

use super::dates::{latest_end, latest_end_for, mandate_ends};
use super::shared::{speak, text};
use super::{Case, Check, Issue, Value};
use crate::plan::record::Answer as _;
use crate::plan::text::{is_filled, trimmed};
use crate::plan::{Commitment, Jurisdiction, Month, Plan};
use crate::question::{Column, Place, Question};

/// What a commitment's scope says where it applies to all jurisdictions.
pub const ALL: &str = "all";

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    if !plan.joint {
        return;
    }
    jnt_1(case, found);
    jnt_2(plan, found);
    jnt_3(plan, found);
    for commitment in &plan.commitments {
        jnt_4(plan, commitment, found);
        jnt_5(plan, commitment, found);
    }
    jnt_6(plan, found);
    jnt_7(plan, found);
}

/// JNT-1: two to four members of OGP Local, all of one country. (The form has room for no more than four.)
fn jnt_1(case: &Case<'_>, found: &mut Vec<Issue>) {
    let members = &case.plan.jurisdictions;
    let place = Place::plan(Question::Jurisdictions);
    if members.len() < 2 {
        speak(found, Check::Jnt1Count, place, vec![]);
    }
    let mut countries: Vec<(String, &str)> = Vec::new();
    for member in members {
        let (key, country) = (case.normalise.key(&member.country), trimmed(&member.country));
        if key.is_empty() {
            let cell = place.row(member.id).column(Column::Country);
            speak(found, Check::Jnt1NoCountry, cell, vec![text(&member.name)]);
        } else if !countries.iter().any(|(known, _)| *known == key) {
            countries.push((key, country));
        }
    }
    if countries.len() > 1 {
        let named: Vec<&str> = countries.iter().map(|(_, country)| *country).collect();
        speak(found, Check::Jnt1Country, place, vec![text(&named.join(", "))]);
    }
    for member in members.iter().filter(|of| !of.member) {
        speak(
            found,
            Check::Jnt1Member,
            place.row(member.id).column(Column::Member),
            vec![text(&member.name)],
        );
    }
}

/// JNT-2: there is one point of contact, who can be reached.
fn jnt_2(plan: &Plan, found: &mut Vec<Issue>) {
    let contact = &plan.point_of_contact;
    if !is_filled(&contact.name) || !is_filled(&contact.email) {
        speak(found, Check::Jnt2, Place::plan(Question::PointOfContact), vec![]);
    }
}

/// What JNT-3 holds the plan's end against: the latest mandate's end, where mandates differ.
fn longest_mandate(plan: &Plan) -> Option<Month> {
    let ends = mandate_ends(plan)?;
    let latest = ends.iter().copied().max()?;
    ends.iter().any(|end| *end != latest).then_some(latest)
}

/// Whether JNT-3 speaks: the plan ends before the longest mandate lets it.
pub(super) fn ends_before_longest(plan: &Plan) -> Option<(Month, Month)> {
    let (end, mandate_end) = (plan.end.value()?, longest_mandate(plan).filter(|_| plan.joint)?);
    (end < latest_end(mandate_end)).then_some((end, mandate_end))
}

/// JNT-3: the plan follows the longest of the mandates. (Later is PLAN-1.)
fn jnt_3(plan: &Plan, found: &mut Vec<Issue>) {
    if let Some((end, mandate_end)) = ends_before_longest(plan) {
        let values = [end, mandate_end, latest_end(mandate_end)].map(Value::Month).into();
        speak(found, Check::Jnt3, Place::plan(Question::PlanEnd), values);
    }
}

/// The jurisdiction a commitment applies to alone; nothing where it is joint or that is not said.
fn own_member<'a>(plan: &'a Plan, commitment: &Commitment) -> Option<&'a Jurisdiction> {
    let id = commitment.scope.id()?;
    plan.jurisdictions.iter().find(|member| member.id == id)
}

/// JNT-4: each commitment applies to one member, or to all.
fn jnt_4(plan: &Plan, commitment: &Commitment, found: &mut Vec<Issue>) {
    if commitment.scope.shown() != ALL && own_member(plan, commitment).is_none() {
        speak(found, Check::Jnt4, Place::commitment(commitment.id, Question::Scope), vec![]);
    }
}

/// JNT-5: a) a separate commitment ends two months before its member's mandate, b) a joint one before the earliest.
fn jnt_5(plan: &Plan, commitment: &Commitment, found: &mut Vec<Issue>) {
    let Some(end) = commitment.end.value() else { return };
    let place = Place::commitment(commitment.id, Question::Period).column(Column::End);
    if let Some(member) = own_member(plan, commitment) {
        if let Some(latest) = latest_end_for(member).filter(|latest| end > *latest) {
            let values = vec![Value::Month(end), text(&member.name), Value::Month(latest)];
            speak(found, Check::Jnt5a, place, values);
        }
    } else if commitment.scope.shown() == ALL
        && let Some(earliest) = mandate_ends(plan).and_then(|ends| ends.into_iter().min())
        && end > latest_end(earliest)
    {
        speak(found, Check::Jnt5b, place, vec![Value::Month(end), Value::Month(latest_end(earliest))]);
    }
}

/// JNT-6: a) the coalition's governance is defined, b) it is said whether co-creation is joint or separate.
fn jnt_6(plan: &Plan, found: &mut Vec<Issue>) {
    if !plan.governance.is_filled() {
        speak(found, Check::Jnt6a, Place::plan(Question::Governance), vec![]);
    }
    if !plan.co_creation.is_filled() {
        speak(found, Check::Jnt6b, Place::plan(Question::CoCreation), vec![]);
    }
}

/// JNT-7: a coalition that goes on has decided so anew.
fn jnt_7(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.previous_joint && plan.renewed.value().is_none() {
        speak(found, Check::Jnt7, Place::plan(Question::Renewed), vec![]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, coalition, holds, month, paths, typed};
    use super::*;
    use crate::plan::{Reference, Text};

    /// The coalition of three, the second's mandate ending in June 2028, after a change.
    fn joint(change: impl FnOnce(&mut Plan)) -> impl FnOnce(&mut Plan) {
        move |plan| {
            *plan = coalition();
            plan.jurisdictions[1].mandate_end = month("2028-06");
            change(plan);
        }
    }

    #[test]
    fn jnt_is_silent_in_a_plan_of_one() {
        holds(Check::Jnt6a, |plan| plan.governance = Text::default());
        holds(Check::Jnt4, |plan| plan.commitments[0].scope = Reference::default());
    }

    #[test]
    fn jnt_1_takes_members_of_one_country() {
        breaks(Check::Jnt1Count, joint(|plan| plan.jurisdictions.truncate(1)));
        holds(Check::Jnt1Count, joint(|plan| plan.jurisdictions.truncate(2)));
        holds(Check::Jnt1Country, joint(|plan| plan.jurisdictions[1].country = "FRANCE.".into()));
        breaks(Check::Jnt1Country, joint(|plan| plan.jurisdictions[1].country = "Maroc".into()));
        for blank in [" ", "–"] {
            breaks(Check::Jnt1NoCountry, joint(|plan| plan.jurisdictions[2].country = blank.into()));
        }
        holds(Check::Jnt1Country, joint(|plan| plan.jurisdictions[2].country = " ".into()));
        let path = "jurisdictions/#jurisdict2/member";
        assert_eq!(paths(Check::Jnt1Member, joint(|plan| plan.jurisdictions[1].member = false)), [path]);
    }

    #[test]
    fn jnt_3_follows_the_longest_mandate() {
        // The mandates end in December 2028, June 2028 and December 2028.
        holds(Check::Jnt3, joint(|plan| plan.end = month("2028-10")));
        breaks(Check::Jnt3, joint(|plan| plan.end = month("2028-09")));
        holds(Check::Plan12, joint(|plan| plan.end = month("2027-10")));
        holds(Check::Jnt3, joint(|plan| plan.end = month("2028-11")));
        holds(
            Check::Jnt3,
            joint(|plan| {
                plan.end = month("2028-09");
                plan.jurisdictions[1].mandate_end = typed("");
            }),
        );
        holds(
            Check::Jnt3,
            joint(|plan| {
                plan.end = month("2028-09");
                plan.jurisdictions[1].mandate_end = month("2028-12");
            }),
        );
    }

    #[test]
    fn four_mandates_each_count_for_their_own() {
        let four = |plan: &mut Plan| {
            let ends = ["2027-06", "2028-02", "2028-12", "2029-03"];
            plan.jurisdictions.push(Jurisdiction {
                id: super::super::testing::id("jurisdict4"),
                country: "France".into(),
                member: true,
                ..Jurisdiction::default()
            });
            for (of, end) in plan.jurisdictions.iter_mut().zip(ends) {
                of.mandate_end = month(end);
            }
            plan.end = month("2029-01");
            let all = Commitment { scope: Reference(ALL.into()), ..plan.commitments[0].clone() };
            let own = ["jurisdict1", "jurisdict2", "jurisdict3", "jurisdict4"];
            let own = own.map(|scope| Commitment { scope: Reference(scope.into()), ..all.clone() });
            plan.commitments = own.into_iter().chain([all]).collect();
            for (of, end) in
                plan.commitments.iter_mut().zip(["2027-05", "2027-12", "2028-11", "2029-01", "2027-04"])
            {
                of.end = month(end);
            }
        };
        holds(Check::Jnt1Count, joint(four));
        holds(Check::Jnt3, joint(four));
        assert_eq!(paths(Check::Jnt5a, joint(four)).len(), 2, "the first and the third end too late");
        holds(Check::Jnt5b, joint(four));
        breaks(
            Check::Jnt5b,
            joint(|plan| {
                four(plan);
                plan.commitments[4].end = month("2027-05");
            }),
        );
        breaks(
            Check::Jnt3,
            joint(|plan| {
                four(plan);
                plan.end = month("2028-12");
            }),
        );
    }

    #[test]
    fn jnt_4_takes_one_member_or_all() {
        for (scope, right) in [("all", true), ("jurisdict2", true), ("jurisdict9", false), ("", false)] {
            let change = joint(|plan| plan.commitments[0].scope = Reference(scope.into()));
            if right { holds(Check::Jnt4, change) } else { breaks(Check::Jnt4, change) }
        }
    }

    #[test]
    fn jnt_5_ends_before_the_mandate_that_counts() {
        let ends = |scope: &'static str, end: &'static str| {
            joint(move |plan| {
                plan.commitments[0].scope = Reference(scope.into());
                plan.commitments[0].end = month(end);
            })
        };
        holds(Check::Jnt5a, ends("jurisdict2", "2028-04"));
        breaks(Check::Jnt5a, ends("jurisdict2", "2028-05"));
        holds(Check::Jnt5a, ends("jurisdict1", "2028-10"));
        breaks(Check::Jnt5a, ends("jurisdict1", "2028-11"));
        holds(Check::Jnt5b, ends("all", "2028-04"));
        breaks(Check::Jnt5b, ends("all", "2028-05"));
        holds(Check::Jnt5a, ends("all", "2028-05"));
        holds(
            Check::Jnt5b,
            joint(|plan| {
                ends("all", "2028-05")(plan);
                plan.jurisdictions[2].mandate_end = typed("");
            }),
        );
    }

    #[test]
    fn jnt_2_6_and_7_ask_for_what_a_coalition_decides() {
        breaks(Check::Jnt2, joint(|plan| plan.point_of_contact.email.clear()));
        breaks(Check::Jnt6a, joint(|plan| plan.governance = Text::new(" ")));
        breaks(Check::Jnt6b, joint(|plan| plan.co_creation = crate::plan::One::default()));
        breaks(Check::Jnt7, joint(|plan| plan.previous_joint = true));
        holds(
            Check::Jnt7,
            joint(|plan| {
                plan.previous_joint = true;
                plan.renewed = typed("2026-01-10");
            }),
        );
    }
}
