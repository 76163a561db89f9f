//! The document: a plan with its strategic vision (Annex 1) and its commitments (Annex 2).
//!
//! The structs are the file's types too: member names are plain English words that never change. Nothing here
//! knows of questions, rules or the browser; a row is reached by its id, never by its position.

mod id;
mod month;
pub mod options;
pub mod record;
pub mod text;
mod typed;

pub use id::{IdMaker, RowId};
pub use month::Month;
pub use options::{
    Mention, OgpValue, One, Options, PolicyArea, Sector, Secured, Several, Status, WorkingLanguage,
};
pub use text::{Normalise, Text};
pub use typed::{Amount, Count, Day, Readable, Typed};

use record::{Record, Row as _, record};

/// Jurisdictions that make a plan together at the most (handbook 3.4).
pub const MOST_JURISDICTIONS: usize = 4;
/// Commitments in a plan at the most, in the form and in the file.
pub const MOST_COMMITMENTS: usize = 64;

record! {
    /// A local action plan: one jurisdiction, or a coalition of up to four.
    pub row struct Plan {
        /// The working language of the answers.
        language: One<WorkingLanguage>,
        /// Whether several jurisdictions make the plan together (3.4).
        joint: bool,
        /// The jurisdictions, one to four.
        jurisdictions: Vec<Jurisdiction>,
        /// The plan's first month.
        start: Typed<Month>,
        /// Question 1.2: the plan's last month.
        end: Typed<Month>,
        /// The day the jurisdiction joined OGP Local.
        joined: Typed<Day>,
        /// The day the plan was submitted.
        submitted: Typed<Day>,
        /// The agency that leads the process (2.1).
        lead_agency: String,
        /// The point of contact (2.1).
        point_of_contact: PointOfContact,
        /// Annex 1.
        vision: Vision,
        /// Annex 2, once for each commitment.
        commitments: Vec<Commitment>,
    }
}

record! {
    /// A jurisdiction that makes the plan.
    pub row struct Jurisdiction {
        /// Its name.
        name: String,
        /// Its country.
        country: String,
        /// Question 1.1: the month in which the current mandate ends.
        mandate_end: Typed<Month>,
        /// It holds no elections, so there is no mandate to end (3.2).
        no_elections: bool,
    }
    , most MOST_JURISDICTIONS
}

record! {
    /// The point of contact in the government (2.1).
    pub struct PointOfContact {
        /// Office, agency or department.
        office: String,
        /// Name of the person.
        name: String,
        /// Email address.
        email: String,
    }
}

record! {
    /// The strategic vision: Annex 1 from question 2 on.
    pub struct Vision {
        /// Question 2.
        foreword: Text,
        /// Question 3.
        letter: Vec<Attachment>,
        /// Question 4.1.
        long_term_vision: Text,
        /// Question 4.2.
        achievements: Text,
        /// Question 4.3.
        challenges: Text,
        /// Question 4.4.
        medium_term_goals: Text,
        /// Question 4.5.
        plan_contribution: Text,
        /// Question 4.6.
        policy_contribution: Text,
        /// Question 5.1.
        lead_institutions: Vec<Named>,
        /// Question 5.2.
        coordination: Text,
        /// Question 5.3.
        spaces: Text,
        /// Beside 5.3: spaces offline are named there, or there are none.
        offline_spaces: One<Mention>,
        /// Beside 5.3: spaces online are named there, or there are none.
        online_spaces: One<Mention>,
        /// Question 5.4.
        diversity: Text,
        /// Question 5.5.
        participants: Text,
        /// Question 5.6.
        group_count: Typed<Count>,
        /// Question 5.7.
        meeting_count: Typed<Count>,
        /// Question 5.8.
        collaboration: Text,
        /// Question 6.1.
        monitoring_body: Text,
        /// Question 6.2.
        monitoring_contact: MonitoringContact,
        /// Question 6.3.
        progress_activities: Text,
        /// Question 6.4.
        progress_checks: Text,
        /// Question 6.5.
        public_results: Text,
        /// Question 7.
        endorsements: Vec<Named>,
        /// Question 8.
        documents: Vec<Attachment>,
        /// Question 9.
        site: String,
    }
}

record! {
    /// An institution, an organisation or a person, by name alone (questions 5.1 and 7).
    pub row struct Named {
        /// The name.
        name: String,
    }
}

record! {
    /// A document that goes with the plan, by its address (questions 3 and 8).
    pub row struct Attachment {
        /// What it is called.
        name: String,
        /// Where it can be read.
        url: String,
    }
}

record! {
    /// How to reach the independent monitoring body (question 6.2).
    pub struct MonitoringContact {
        /// The organisation.
        organisation: String,
        /// Name of the contact person.
        name: String,
        /// The person's title.
        title: String,
        /// Email address.
        email: String,
        /// Telephone number.
        telephone: String,
    }
}

record! {
    /// One commitment (Annex 2).
    pub row struct Commitment {
        /// Question 1.
        title: Text,
        /// Question 2: first month.
        start: Typed<Month>,
        /// Question 2: last month.
        end: Typed<Month>,
        /// The day it was fully implemented.
        done: Typed<Day>,
        /// Question 3.
        government: Vec<GovernmentContact>,
        /// Question 4.
        non_governmental: Vec<Partner>,
        /// Beside 4: there is no non-governmental lead, on purpose.
        no_non_governmental: bool,
        /// Question 5.
        stakeholders: Vec<Partner>,
        /// Question 6.
        problem: Text,
        /// Question 7.
        status_quo: Text,
        /// Question 8.
        action: Text,
        /// Question 9.
        contribution: Text,
        /// Question 10.
        goal: Text,
        /// Question 11.
        policy_areas: Several<PolicyArea>,
        /// Beside 11: which other area.
        other_policy_area: Text,
        /// Question 12.
        sectors: Several<Sector>,
        /// Beside 12: which other sector.
        other_sector: Text,
        /// Question 13.
        values: Several<OgpValue>,
        /// Question 14.
        resources: Vec<Resource>,
        /// Question 15.
        secured: One<Secured>,
        /// Question 16.
        additional: Text,
        /// Question 17.
        milestones: Vec<Milestone>,
    }
    , most MOST_COMMITMENTS
}

record! {
    /// A contact in the lead government body (question 3 of Annex 2).
    pub row struct GovernmentContact {
        /// Office, agency or department.
        office: String,
        /// Branch of government.
        branch: String,
        /// Name of the contact person.
        name: String,
        /// The person's title.
        title: String,
        /// Email address.
        email: String,
        /// Role in the implementation.
        role: String,
    }
}

record! {
    /// A contact in another organisation (questions 4 and 5 of Annex 2).
    pub row struct Partner {
        /// The organisation.
        organisation: String,
        /// Name of the contact person.
        name: String,
        /// The person's title.
        title: String,
        /// Email address.
        email: String,
        /// Role in the implementation.
        role: String,
    }
}

record! {
    /// Resources a commitment needs (question 14 of Annex 2).
    pub row struct Resource {
        /// Estimated budget.
        amount: Typed<Amount>,
        /// The budget's currency.
        currency: String,
        /// Number of people.
        staff: Typed<Amount>,
        /// Time, in months.
        time: Typed<Amount>,
        /// Other resources, in words.
        other: Text,
    }
}

record! {
    /// A milestone of a commitment (question 17 of Annex 2).
    pub row struct Milestone {
        /// What is achieved.
        description: Text,
        /// First month.
        start: Typed<Month>,
        /// Last month.
        end: Typed<Month>,
        /// Responsible body.
        body: String,
        /// Contact.
        contact: String,
        /// Status.
        status: One<Status>,
    }
    fresh status: One::of("not_started")
}

impl Plan {
    /// An empty plan of one jurisdiction, in this working language.
    pub fn new(language: &str, ids: &mut IdMaker<'_>) -> Self {
        Self {
            id: ids.next_id(),
            language: One::of(language),
            jurisdictions: vec![Jurisdiction::fresh(ids.next_id())],
            ..Self::default()
        }
    }

    /// A copy that is a plan of its own: a new name for it and for every row.
    pub fn duplicate(&self, ids: &mut IdMaker<'_>) -> Self {
        let mut copy = Self::default();
        let (whole, into): (&dyn Record, &mut dyn Record) = (self, &mut copy);
        into.read(whole.to_json().unwrap_or_default(), &mut record::Reading::new(ids.lend()));
        into.renew_ids(ids);
        copy
    }

    /// The commitment of this id.
    pub fn commitment(&self, id: RowId) -> Option<&Commitment> {
        self.commitments.iter().find(|commitment| commitment.id == id)
    }

    /// The name the plan goes by: the names of its jurisdictions, as far as they are given.
    pub fn place_name(&self) -> String {
        let names = self.jurisdictions.iter().map(|j| text::trimmed(&j.name)).filter(|name| !name.is_empty());
        names.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
pub(crate) mod testing {
    //! What tests of the core share.
    use super::*;
    use unicode_normalization::UnicodeNormalization as _;

    /// The normalisation that the browser gives the app, by a crate.
    pub(crate) const NORMALISE: Normalise = Normalise {
        nfc: |text| text.nfc().collect(),
        nfd: |text| text.nfd().collect(),
        lower: |text| text.to_lowercase(),
    };

    /// A list, as everybody but its owner sees it.
    pub(crate) fn rows(list: &mut dyn record::Rows) -> &mut dyn record::Rows {
        list
    }

    /// A source of ids that gives the same ones each time.
    pub(crate) fn counting() -> impl FnMut() -> [u8; 10] {
        let mut next: u32 = 0;
        move || {
            next += 1;
            let mut bytes = [0; 10];
            for (at, byte) in bytes.iter_mut().enumerate() {
                *byte = ((next >> (5 * at.min(6))) & 31) as u8;
            }
            bytes
        }
    }
}

#[cfg(test)]
mod tests {
    use super::record::{Node, Record};
    use super::testing::rows;
    use super::*;

    #[test]
    fn members_are_reached_by_their_names() {
        let mut random = testing::counting();
        let plan = Plan::new("fr", &mut IdMaker::new(&mut random));
        let Some(Node::Record(vision)) = plan.member("vision") else { panic!("no vision") };
        assert!(vision.keys().contains(&"foreword") && !vision.is_started());
        assert!(record::is_started(&plan), "the language is set");
        assert!(plan.member("nonsense").is_none());
    }

    #[test]
    fn what_the_app_itself_puts_into_a_row_starts_nothing() {
        let mut milestone = Milestone::fresh(RowId::default());
        assert!(!record::is_started(&milestone), "«not started» is the app's own word");
        milestone.status = One::of("stuck");
        assert!(record::is_started(&milestone));
        milestone.status = One::of("not_started");
        milestone.body = "Mairie".to_owned();
        assert!(record::is_started(&milestone));
    }

    #[test]
    fn rows_come_and_go_by_their_ids() {
        let mut random = testing::counting();
        let mut ids = IdMaker::new(&mut random);
        let mut milestones: Vec<Milestone> = Vec::new();
        let (a, b) = (ids.next_id(), ids.next_id());
        assert!(rows(&mut milestones).add(a) && rows(&mut milestones).add(b));
        milestones[0].description = Text::new("Premier jalon");
        let copy = rows(&mut milestones).duplicate(a, &mut ids).unwrap();
        assert_eq!(rows(&mut milestones).ids(), [a, copy, b]);
        assert_eq!(milestones[1].description, milestones[0].description);
        assert!(rows(&mut milestones).shift(b, -2) && !rows(&mut milestones).shift(b, -1));
        let before = milestones.clone();
        let (at, value) = rows(&mut milestones).take(a).unwrap();
        assert_eq!(rows(&mut milestones).ids(), [b, copy]);
        rows(&mut milestones).put_back(at, value);
        assert_eq!(milestones, before);
    }

    #[test]
    fn lists_are_no_longer_than_their_limits() {
        let mut plan = Plan::default();
        let mut random = testing::counting();
        let mut ids = IdMaker::new(&mut random);
        for _ in 0..MOST_JURISDICTIONS {
            assert!(rows(&mut plan.jurisdictions).add(ids.next_id()));
        }
        assert!(!rows(&mut plan.jurisdictions).add(ids.next_id()));
        let first = plan.jurisdictions[0].id;
        assert_eq!(rows(&mut plan.jurisdictions).duplicate(first, &mut ids), None);
    }

    #[test]
    fn a_copy_of_a_plan_shares_no_id_with_it() {
        let mut random = testing::counting();
        let mut ids = IdMaker::new(&mut random);
        let mut plan = Plan::new("fr", &mut ids);
        rows(&mut plan.commitments).add(ids.next_id());
        rows(&mut plan.commitments[0].milestones).add(ids.next_id());
        let copy = plan.duplicate(&mut ids);
        assert_ne!(copy.id, plan.id);
        assert_ne!(copy.commitments[0].id, plan.commitments[0].id);
        assert_ne!(copy.commitments[0].milestones[0].id, plan.commitments[0].milestones[0].id);
    }
}
