//! Joining OGP Local: the mandate that is left, the letter of support, the people in charge (ELIG-*).

use super::shared::{lacking, speak};
use super::{Case, Check, Issue, Value};
use crate::plan::record::Answer as _;
use crate::plan::text::is_filled;
use crate::plan::{LetterPoint, Options as _, Plan};
use crate::question::{Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    elig_1(case.plan, found);
    elig_2(case.plan, found);
    elig_3(case.plan, found);
    elig_5(case.plan, found);
}

/// ELIG-1 (1.1): at joining, sixteen months of the mandate were left.
fn elig_1(plan: &Plan, found: &mut Vec<Issue>) {
    let latest = super::plan::with_mandate(plan).filter_map(|of| of.mandate_end.value()).max();
    let (Some(joined), Some(mandate_end)) = (plan.joined.value(), latest) else { return };
    if mandate_end.last_day().is_some_and(|last| last < joined.after_months(16)) {
        let values = vec![Value::Day(joined), Value::Month(mandate_end)];
        speak(found, Check::Elig1, Place::plan(Question::Joined), values);
    }
}

/// The point of the letter that ELIG-3 speaks of: 5 of 1.2.
const EXPERIENCE: &str = "experience";

/// ELIG-2 (1.2): the letter of support has all it must have.
fn elig_2(plan: &Plan, found: &mut Vec<Issue>) {
    let lacks = lacking(LetterPoint::KEYS, |key| key == EXPERIENCE || plan.letter_of_support.has(key));
    if let Some(lacks) = lacks {
        speak(found, Check::Elig2, Place::plan(Question::LetterOfSupport), vec![lacks]);
    }
}

/// ELIG-3 (1.1, 1.2): a reform or a co-creation of the last three years is told.
fn elig_3(plan: &Plan, found: &mut Vec<Issue>) {
    if !plan.letter_of_support.has(EXPERIENCE) {
        speak(found, Check::Elig3, Place::plan(Question::LetterOfSupport), vec![]);
    }
}

/// ELIG-5 (2.1): lead agency, senior official and point of contact are named.
fn elig_5(plan: &Plan, found: &mut Vec<Issue>) {
    for (check, question, is_named) in [
        (Check::Elig5Lead, Question::LeadAgency, is_filled(&plan.lead_agency)),
        (Check::Elig5Official, Question::SeniorOfficial, plan.senior_official.name.is_filled()),
        (Check::Elig5Contact, Question::PointOfContact, plan.point_of_contact.name.is_filled()),
    ] {
        if !is_named {
            speak(found, check, Place::plan(question), vec![]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, paths, typed};
    use super::*;
    use crate::plan::{Jurisdiction, Several};

    #[test]
    fn elig_1_counts_sixteen_months_to_the_day() {
        // The mandate ends on 31 December 2028.
        let joins = |day: &'static str| move |plan: &mut Plan| plan.joined = typed(day);
        holds(Check::Elig1, joins("2027-08-31"));
        breaks(Check::Elig1, joins("2027-09-01"));
        holds(Check::Elig1, |plan| {
            joins("2028-09-01")(plan);
            plan.jurisdictions[0].no_elections = true;
        });
        holds(Check::Elig1, |plan| {
            joins("2027-09-01")(plan);
            plan.jurisdictions
                .push(Jurisdiction { mandate_end: typed("2029-01"), ..Jurisdiction::default() });
        });
    }

    #[test]
    fn elig_2_and_3_read_the_letter() {
        let lacks = |key: &'static str| {
            move |plan: &mut Plan| {
                let keys: Vec<&str> =
                    LetterPoint::KEYS.iter().copied().filter(|known| *known != key).collect();
                plan.letter_of_support = Several::of(&keys);
            }
        };
        for key in LetterPoint::KEYS {
            let (breaks_2, breaks_3) = (paths(Check::Elig2, lacks(key)), paths(Check::Elig3, lacks(key)));
            assert_eq!(
                (breaks_2.len(), breaks_3.len()),
                if *key == EXPERIENCE { (0, 1) } else { (1, 0) },
                "{key}"
            );
        }
    }

    #[test]
    fn elig_5_names_who_is_missing() {
        breaks(Check::Elig5Lead, |plan| plan.lead_agency = " ".into());
        breaks(Check::Elig5Official, |plan| plan.senior_official.name.clear());
        breaks(Check::Elig5Contact, |plan| plan.point_of_contact.name.clear());
    }
}
