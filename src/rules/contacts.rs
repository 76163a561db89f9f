//! The contacts of a commitment: questions 3 to 5 of Annex 2 (COM-5 to 9, COM-24).

use super::format::is_email;
use super::shared::{near, speak, text, word_key};
use super::{Case, Check, Issue};
use crate::plan::record::is_started;
use crate::plan::text::is_filled;
use crate::plan::{Commitment, GovernmentContact, Partner, RowId};
use crate::question::{Column, Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let institutions = institution_keys(case);
    for commitment in &case.plan.commitments {
        let government = Contacts::of_government(commitment);
        let complete = com_5(&government, found);
        com_6(commitment, found);
        com_7(case, &government, found);
        if complete {
            com_8(&government, found);
        }
        com_24(case, &government, &institutions, found);
        for partners in [
            Contacts::of_partners(commitment, Question::NonGovernmental, &commitment.non_governmental),
            Contacts::of_partners(commitment, Question::Stakeholders, &commitment.stakeholders),
        ] {
            com_7(case, &partners, found);
            com_8(&partners, found);
        }
        com_9(commitment, found);
    }
}

/// The plan's institutions (question 5.1), for comparing.
fn institution_keys(case: &Case<'_>) -> Vec<String> {
    if case.plan.commitments.is_empty() {
        return Vec::new();
    }
    let rows = case.plan.vision.lead_institutions.iter().filter(|row| is_filled(&row.name));
    rows.map(|row| word_key(case, &row.name)).collect()
}

/// The rows of one of the three questions.
struct Contacts<'a> {
    place: Place,
    body: Column,
    rows: Vec<Contact<'a>>,
}

impl<'a> Contacts<'a> {
    fn of_government(commitment: &'a Commitment) -> Self {
        let row = |row: &'a GovernmentContact| Contact {
            id: row.id,
            body: &row.office,
            name: &row.name,
            email: &row.email,
            started: is_started(row),
        };
        Self {
            place: Place::commitment(commitment.id, Question::Government),
            body: Column::Office,
            rows: commitment.government.iter().map(row).collect(),
        }
    }

    fn of_partners(commitment: &Commitment, question: Question, rows: &'a [Partner]) -> Self {
        let row = |row: &'a Partner| Contact {
            id: row.id,
            body: &row.organisation,
            name: &row.name,
            email: &row.email,
            started: is_started(row),
        };
        Self {
            place: Place::commitment(commitment.id, question),
            body: Column::Organisation,
            rows: rows.iter().map(row).collect(),
        }
    }
}

struct Contact<'a> {
    id: RowId,
    body: &'a str,
    name: &'a str,
    email: &'a str,
    started: bool,
}

/// COM-5 (A2-3, 3.2.1.2): somebody in the lead body has an office, a name and an email address. Says whether so.
fn com_5(government: &Contacts<'_>, found: &mut Vec<Issue>) -> bool {
    let complete = |row: &Contact<'_>| [row.body, row.name, row.email].into_iter().all(is_filled);
    let any = government.rows.iter().any(complete);
    if !any {
        speak(found, Check::Com5, government.place, vec![]);
    }
    any
}

/// COM-6 (A2-3): the branch of government is given.
fn com_6(commitment: &Commitment, found: &mut Vec<Issue>) {
    if !commitment.government.iter().any(|row| is_filled(&row.branch)) {
        speak(found, Check::Com6, Place::commitment(commitment.id, Question::Government), vec![]);
    }
}

/// COM-7 (A2-3 to 5): every email address is well formed.
fn com_7(case: &Case<'_>, contacts: &Contacts<'_>, found: &mut Vec<Issue>) {
    for row in contacts.rows.iter().filter(|row| is_filled(row.email)) {
        if !is_email(row.email, case.normalise) {
            let place = contacts.place.row(row.id).column(Column::Email);
            speak(found, Check::Com7, place, vec![text(row.email)]);
        }
    }
}

/// COM-8 (A2-3 to 5): each started row names a body and a person, and no row beside it is empty. Silent on
/// question 3 while COM-5 speaks.
fn com_8(contacts: &Contacts<'_>, found: &mut Vec<Issue>) {
    let beside = contacts.rows.iter().any(|row| row.started);
    for row in contacts.rows.iter().filter(|_| beside) {
        let place = contacts.place.row(row.id);
        if !row.started {
            speak(found, Check::Com8Empty, place, vec![]);
            continue;
        }
        if !is_filled(row.body) {
            speak(found, Check::Com8Organisation, place.column(contacts.body), vec![]);
        }
        if !is_filled(row.name) {
            speak(found, Check::Com8Name, place.column(Column::Name), vec![]);
        }
    }
}

/// COM-9 (A2-4): somebody outside the government leads too, or there is nobody on purpose.
fn com_9(commitment: &Commitment, found: &mut Vec<Issue>) {
    let anybody = commitment.non_governmental.iter().any(|row| is_started(row));
    if !anybody && !commitment.no_non_governmental {
        speak(found, Check::Com9, Place::commitment(commitment.id, Question::NonGovernmental), vec![]);
    }
}

/// COM-24 (3.2.1.2): the lead body is one of the plan's institutions, or near one by name.
fn com_24(case: &Case<'_>, government: &Contacts<'_>, institutions: &[String], found: &mut Vec<Issue>) {
    let offices: Vec<&str> =
        government.rows.iter().map(|row| row.body).filter(|office| is_filled(office)).collect();
    let (Some(first), false) = (offices.first(), institutions.is_empty()) else { return };
    let among = |office: &&str| {
        let office = word_key(case, office);
        institutions.iter().any(|institution| near(&office, institution))
    };
    if !offices.iter().any(among) {
        speak(found, Check::Com24, government.place, vec![text(first)]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, id, named, partner, paths};
    use super::*;
    use crate::plan::Plan;

    fn first(plan: &mut Plan) -> &mut GovernmentContact {
        &mut plan.commitments[0].government[0]
    }

    fn add(plan: &mut Plan, row: GovernmentContact) {
        plan.commitments[0].government.push(GovernmentContact { id: id("c1governm2"), ..row });
    }

    #[test]
    fn com_5_wants_one_complete_row() {
        breaks(Check::Com5, |plan| first(plan).office = String::new());
        breaks(Check::Com5, |plan| first(plan).name = " ".into());
        breaks(Check::Com5, |plan| first(plan).email = String::new());
        holds(Check::Com5, |plan| first(plan).email = "pas une adresse".into());
        breaks(Check::Com5, |plan| plan.commitments[0].government.clear());
        // What one row lacks, another must not lend.
        breaks(Check::Com5, |plan| {
            first(plan).email = String::new();
            add(plan, GovernmentContact { email: "a@v.fr".into(), ..Default::default() });
        });
        holds(Check::Com5, |plan| add(plan, GovernmentContact::default()));
    }

    #[test]
    fn com_6_wants_one_branch() {
        breaks(Check::Com6, |plan| first(plan).branch = String::new());
        holds(Check::Com6, |plan| {
            first(plan).branch = String::new();
            add(plan, GovernmentContact { branch: "Exécutif".into(), ..Default::default() });
        });
    }

    #[test]
    fn com_7_reads_all_three_questions() {
        let wrong = |plan: &mut Plan| {
            first(plan).email = "paul".into();
            plan.commitments[0].non_governmental[0].email = "nadia@".into();
            let mut row = partner("c1stakehol", "Collectif");
            row.email = "@collectif".into();
            plan.commitments[0].stakeholders.push(row);
        };
        assert_eq!(paths(Check::Com7, wrong).len(), 3);
        holds(Check::Com7, |plan| plan.commitments[0].non_governmental[0].email = " ".into());
    }

    #[test]
    fn com_8_rows_are_whole_or_absent() {
        breaks(Check::Com8Organisation, |plan| plan.commitments[0].non_governmental[0].organisation.clear());
        breaks(Check::Com8Name, |plan| plan.commitments[0].non_governmental[0].name.clear());
        let empty = |plan: &mut Plan| plan.commitments[0].stakeholders.push(Partner::default());
        holds(Check::Com8Empty, empty);
        breaks(Check::Com8Empty, |plan| {
            empty(plan);
            plan.commitments[0].stakeholders.push(partner("c1stakehol", "Collectif"));
        });
        breaks(Check::Com8Organisation, |plan| {
            add(plan, GovernmentContact { name: "Ana".into(), ..Default::default() });
        });
        breaks(Check::Com8Name, |plan| {
            add(plan, GovernmentContact { title: "Cheffe".into(), ..Default::default() })
        });
        breaks(Check::Com8Empty, |plan| {
            add(plan, GovernmentContact { name: " ".into(), ..Default::default() })
        });
    }

    #[test]
    fn com_8_leaves_question_3_to_com_5() {
        let incomplete = |plan: &mut Plan| {
            first(plan).name = String::new();
            first(plan).office = String::new();
            add(plan, GovernmentContact::default());
        };
        for check in [Check::Com8Organisation, Check::Com8Name, Check::Com8Empty] {
            holds(check, incomplete);
        }
        breaks(Check::Com8Name, |plan| {
            incomplete(plan);
            plan.commitments[0].non_governmental[0].name.clear();
        });
    }

    #[test]
    fn com_9_asks_whether_nobody_is_meant() {
        breaks(Check::Com9, |plan| plan.commitments[0].non_governmental.clear());
        breaks(Check::Com9, |plan| plan.commitments[0].non_governmental = vec![Partner::default()]);
        holds(Check::Com9, |plan| {
            plan.commitments[0].non_governmental.clear();
            plan.commitments[0].no_non_governmental = true;
        });
    }

    #[test]
    fn com_24_finds_the_office_among_the_institutions() {
        let office = |office: &'static str| move |plan: &mut Plan| first(plan).office = office.into();
        holds(Check::Com24, office("direction du NUMERIQUE, service des données"));
        holds(Check::Com24, office("Finances"));
        breaks(Check::Com24, office("Direction du numériqu"));
        breaks(Check::Com24, office("Régie des eaux"));
        holds(Check::Com24, office(" "));
        breaks(Check::Com24, office("–"));
        holds(Check::Com24, |plan| {
            office("Régie des eaux")(plan);
            plan.vision.lead_institutions = vec![named("institute1", "")];
        });
        holds(Check::Com24, |plan| {
            office("Régie des eaux")(plan);
            add(plan, GovernmentContact { office: "Direction des finances".into(), ..Default::default() });
        });
    }
}
