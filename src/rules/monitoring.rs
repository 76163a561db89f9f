//! The monitoring body: question 6 of Annex 1 and what the handbook asks of it (VIS-10 to 15).

use std::collections::BTreeSet;

use super::format::is_email;
use super::shared::{speak, text};
use super::vision::missing;
use super::{Case, Check, Issue};
use crate::plan::text::is_filled;
use crate::plan::{MonitoringContact, Plan};
use crate::question::{Column, Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    vis_10(case, found);
    vis_11(case, found);
    vis_12(case, found);
    vis_13(case, found);
    vis_14(case, found);
    vis_15(case, found);
}

/// VIS-10 (2.3, 3.5, A1-6.1): the independent monitoring body is described.
fn vis_10(case: &Case<'_>, found: &mut Vec<Issue>) {
    missing(case, Check::Vis10, &[Question::MonitoringBody], found);
}

/// VIS-11 (A1-6.2): the monitoring body a) can be named and reached, b) by a well-formed email address.
fn vis_11(case: &Case<'_>, found: &mut Vec<Issue>) {
    let contact = &case.plan.vision.monitoring_contact;
    let place = Place::plan(Question::MonitoringContact);
    let named = is_filled(&contact.organisation) || is_filled(&contact.name);
    let reached = is_filled(&contact.email) || is_filled(&contact.telephone);
    if !named || !reached {
        speak(found, Check::Vis11a, place, vec![]);
    }
    if is_filled(&contact.email) && !is_email(&contact.email, case.normalise) {
        speak(found, Check::Vis11b, place.column(Column::Email), vec![text(&contact.email)]);
    }
}

/// What the monitoring body goes by: the organisation, else its contact person.
fn body(contact: &MonitoringContact) -> &str {
    if is_filled(&contact.organisation) { &contact.organisation } else { &contact.name }
}

/// VIS-12 (2.3, 3.5): the monitoring body is independent: a) it is not among those who lead or implement the plan,
/// b) as a working group of the space, none of its members implements.
fn vis_12(case: &Case<'_>, found: &mut Vec<Issue>) {
    let vision = &case.plan.vision;
    let contact = &vision.monitoring_contact;
    let key = case.normalise.key(body(contact));
    if !key.is_empty() && implementers(case.plan).into_iter().any(|name| case.normalise.key(name) == key) {
        let column = if is_filled(&contact.organisation) { Column::Organisation } else { Column::Name };
        let place = Place::plan(Question::MonitoringContact).column(column);
        speak(found, Check::Vis12a, place, vec![text(body(contact))]);
    }
    if vision.monitoring_group && !vision.monitoring_clear {
        speak(found, Check::Vis12b, Place::plan(Question::MonitoringClear), vec![]);
    }
}

/// Who leads or implements the plan, each name once. (Those of A2-5 are involved, not in charge.)
fn implementers(plan: &Plan) -> BTreeSet<&str> {
    let leads = plan.vision.lead_institutions.iter().map(|row| row.name.as_str());
    let of_commitments = plan.commitments.iter().flat_map(|of| {
        let offices = of.government.iter().map(|row| row.office.as_str());
        let partners = of.non_governmental.iter().map(|row| row.organisation.as_str());
        offices.chain(partners).chain(of.milestones.iter().map(|row| row.body.as_str()))
    });
    let first = [plan.lead_agency.as_str(), &plan.point_of_contact.office];
    // The same body stands beside many milestones; its key is made once.
    first.into_iter().chain(leads).chain(of_commitments).collect()
}

/// VIS-13 (3.5): the non-governmental stakeholders approved the body.
fn vis_13(case: &Case<'_>, found: &mut Vec<Issue>) {
    if case.plan.vision.monitoring_approved.value().is_none() {
        speak(found, Check::Vis13, Place::plan(Question::MonitoringApproved), vec![]);
    }
}

/// VIS-14 (3.5): the body has the resources it needs.
fn vis_14(case: &Case<'_>, found: &mut Vec<Issue>) {
    missing(case, Check::Vis14, &[Question::MonitoringResources], found);
}

/// VIS-15 (A1-6.3 to 6.5): each question on following the plan is answered.
fn vis_15(case: &Case<'_>, found: &mut Vec<Issue>) {
    let questions = [Question::ProgressActivities, Question::ProgressChecks, Question::PublicResults];
    missing(case, Check::Vis15, &questions, found);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, paths, typed};
    use super::*;

    #[test]
    fn vis_11_asks_for_a_name_and_a_way_to_reach_it() {
        let contact =
            |organisation: &'static str, name: &'static str, email: &'static str, telephone: &'static str| {
                move |plan: &mut Plan| {
                    let contact = &mut plan.vision.monitoring_contact;
                    contact.organisation = organisation.into();
                    contact.name = name.into();
                    contact.email = email.into();
                    contact.telephone = telephone.into();
                }
            };
        holds(Check::Vis11a, contact("Université", "", "a@v.fr", ""));
        holds(Check::Vis11a, contact("", "Nadia", "", "01 02"));
        breaks(Check::Vis11a, contact("", "", "a@v.fr", "01 02"));
        breaks(Check::Vis11a, contact("Université", "Nadia", "", " "));
        holds(Check::Vis11a, contact("Université", "", "a@v", ""));
        breaks(Check::Vis11b, contact("Université", "", "a@v", ""));
        holds(Check::Vis11b, contact("Université", "", "", ""));
    }

    #[test]
    fn vis_12_keeps_the_body_apart_from_those_who_implement() {
        let body = |name: &'static str| {
            move |plan: &mut Plan| plan.vision.monitoring_contact.organisation = name.into()
        };
        for same in [
            "Secretariat general",
            "Cabinet du Maire",
            "DIRECTION DES FINANCES",
            "Direction du numérique",
            "Les Amis de la donnée",
        ] {
            breaks(Check::Vis12a, body(same));
        }
        breaks(Check::Vis12a, |plan| {
            plan.commitments[1].milestones[1].body = "Régie des eaux".into();
            plan.vision.monitoring_contact.organisation = "regie des EAUX".into();
        });
        breaks(Check::Vis12a, |plan| {
            plan.vision.monitoring_contact.organisation.clear();
            plan.vision.monitoring_contact.name = "Cabinet du maire".into();
        });
        breaks(Check::Vis12a, |plan| {
            plan.lead_agency = "서울특별시".into();
            body("서울특별시")(plan);
        });
        holds(Check::Vis12a, body("Université"));
        holds(Check::Vis12a, body("–"));
        holds(Check::Vis12a, |plan| {
            body("Université")(plan);
            let partner = super::super::testing::partner("c1partner9", "Université");
            plan.commitments[0].stakeholders.push(partner);
        });
        breaks(Check::Vis12b, |plan| plan.vision.monitoring_group = true);
        holds(Check::Vis12b, |plan| {
            plan.vision.monitoring_group = true;
            plan.vision.monitoring_clear = true;
        });
    }

    #[test]
    fn vis_13_to_15_ask_for_what_the_body_needs() {
        breaks(Check::Vis13, |plan| plan.vision.monitoring_approved = typed(""));
        breaks(Check::Vis13, |plan| plan.vision.monitoring_approved = typed("hier"));
        breaks(Check::Vis14, |plan| plan.vision.monitoring_resources = false);
        assert_eq!(paths(Check::Vis15, |plan| plan.vision = crate::plan::Vision::default()).len(), 3);
    }
}
