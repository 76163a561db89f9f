//! The document: a plan with its strategic vision (Annex 1) and its commitments (Annex 2).
//!
//! The structs are the file's types too: member names are plain English words that never change. Nothing here
//! knows of questions, rules or the browser; a row is reached by its id, never by its position.

mod enclosed;
mod id;
mod kept;
mod month;
pub mod options;
pub mod record;
mod reference;
pub mod text;
mod typed;

pub use enclosed::{Enclosed, Enclosure, file_name};
pub use id::{IdMaker, RowId};
pub use kept::Kept;
pub(crate) use kept::NEVER_KEPT;
pub use month::Month;
pub use options::{
    ChangeKind, CoCreation, EvidenceKind, LetterPoint, MeetingKind, Mention, OgpValue, One, Options,
    PolicyArea, Practice, Proved, Requirement, Sector, Secured, Several, Side, Status, Submitter,
    WebsitePoint, WorkingLanguage,
};
pub use reference::Reference;
pub use text::{Normalise, Text};
pub use typed::{Amount, Count, Day, Readable, Typed};

use record::{Record, Row as _, record};

/// Jurisdictions that make a plan together at the most (handbook 3.4).
pub const MOST_JURISDICTIONS: usize = 4;
/// Rows at the most in a list that the app keeps by itself: so many that nobody comes to its end.
pub const MOST_KEPT: usize = 10_000;
/// Commitments that a form takes at the most.
pub const MOST_COMMITMENTS: usize = 64;
/// How many times the rows that a form takes may stand in a file: where copies of a plan come together, each has brought
/// its own.
pub const TIMES_JOINED: usize = 2;

record! {
    /// A local action plan: one jurisdiction, or a coalition of up to four.
    pub row struct Plan {
        /// The working language of the answers.
        language: One<WorkingLanguage>,
        /// Whether several jurisdictions make the plan together (3.4).
        joint: bool,
        /// The jurisdictions, one to four.
        jurisdictions: Vec<Jurisdiction>,
        /// How a coalition co-creates: together or each apart (3.4).
        co_creation: One<CoCreation>,
        /// How a coalition is governed (3.4).
        governance: Text,
        /// The plan's first month.
        start: Typed<Month>,
        /// Question 1.2: the plan's last month.
        end: Typed<Month>,
        /// The last month of the medium-term vision, where there are no elections (3.2).
        vision_end: Typed<Month>,
        /// The day the jurisdiction joined OGP Local.
        joined: Typed<Day>,
        /// The last month of the plan before this one; none for a new member.
        previous_end: Typed<Month>,
        /// The plan before was a joint one.
        previous_joint: bool,
        /// The day the coalition decided to go on (3.4).
        renewed: Typed<Day>,
        /// The day by which a new member submits, set by the Support Unit (4.1).
        deadline: Typed<Day>,
        /// The day of an extension that was granted (4.1).
        extension: Typed<Day>,
        /// The agency that leads the process (2.1).
        lead_agency: String,
        /// The senior official with delegated authority (2.1).
        senior_official: SeniorOfficial,
        /// The point of contact (2.1).
        point_of_contact: PointOfContact,
        /// Annex 1.
        vision: Vision,
        /// Annex 2, once for each commitment.
        commitments: Vec<Commitment>,
        /// What the letter of support has (1.2).
        letter_of_support: Several<LetterPoint>,
        /// The day a new member completed the orientation (3.1).
        orientation: Typed<Day>,
        /// The participation space (3.3.1, Annex 3).
        space: Space,
        /// Meetings of the space (3.3.1).
        meetings: Vec<Meeting>,
        /// What proves the requirements of 3.3.1 (Annex 5).
        evidence: Vec<Evidence>,
        /// The practices of 3.3.2 that are followed.
        practices: Several<Practice>,
        /// The address of the process's own site (Annex 4).
        website: String,
        /// What that site shows (Annex 4).
        website_points: Several<WebsitePoint>,
        /// The day an answer of the annexes last changed; kept by the app.
        changed: Typed<Day>,
        /// Judgements somebody made of answers that no rule can read.
        looked: Vec<Looked>,
        /// Reasons why requirements are left open.
        acknowledged: Vec<Acknowledgement>,
        /// What people say to each other about the answers; never in the file for submission.
        comments: Vec<Comment>,
        /// The day the plan was submitted.
        submitted: Typed<Day>,
        /// Who submitted it.
        submitter: One<Submitter>,
        /// The plan as it stood on that day.
        as_submitted: Kept,
        /// The plan as its non-governmental stakeholders endorsed it (3.3.1).
        as_endorsed: Kept,
        /// Changes to commitments since (3.2.1.3).
        changes: Vec<Change>,
        /// Public updates of progress since (3.5.4).
        updates: Vec<Update>,
        /// Changes of milestones' statuses since; kept by the app.
        progress: Vec<Progress>,
        /// The monitoring body invited comments from both sides, on OGP's forms (3.5).
        comments_invited: bool,
        /// The day the initial assessment was submitted (3.5.1).
        initial_report: Typed<Day>,
        /// The day the report of the final learning exercise was submitted (3.5.3).
        final_report: Typed<Day>,
        /// Inactivity (4.1).
        inactive: Period,
        /// The inactivity is at the member's own request (4.1).
        voluntary: bool,
        /// It was discussed with the stakeholders and OGP Local's team (4.1).
        discussed: bool,
        /// Probation (4.2).
        probation: Period,
    }
}

record! {
    /// A jurisdiction that makes the plan.
    pub row struct Jurisdiction {
        /// Its name.
        name: String,
        /// Its country.
        country: String,
        /// It is a member of OGP Local.
        member: bool,
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
    /// The senior official to whom the head of the jurisdiction delegated authority (2.1).
    pub struct SeniorOfficial {
        /// Name of the person.
        name: String,
        /// The person's title.
        title: String,
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
        /// Beside 5.5: who takes part.
        sides: Several<Side>,
        /// Beside 5.5: the groups that took part.
        groups: Vec<Group>,
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
        /// Beside 6: the day the non-governmental stakeholders approved the body.
        monitoring_approved: Typed<Day>,
        /// Beside 6: the body has the resources it needs.
        monitoring_resources: bool,
        /// Beside 6: the body is a working group of the participation space.
        monitoring_group: bool,
        /// Beside 6: none of the body's members implements the plan.
        monitoring_clear: bool,
        /// Question 6.3.
        progress_activities: Text,
        /// Question 6.4.
        progress_checks: Text,
        /// Question 6.5.
        public_results: Text,
        /// Question 7.
        endorsements: Vec<Named>,
        /// Beside 7: all who are listed took part.
        endorsers_took_part: bool,
        /// Beside 7: the day of the endorsement.
        endorsed: Typed<Day>,
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
    /// A document that goes with the plan, as a file or by its address (questions 3 and 8).
    pub row struct Attachment {
        /// What it is called.
        name: String,
        /// The file itself.
        file: Enclosed,
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
        /// In a joint plan: the jurisdiction it applies to, or all of them (3.4).
        scope: Reference,
        /// The day it was submitted, where that is not the plan's own.
        submitted: Typed<Day>,
        /// Added later, it was co-created as well (3.2).
        co_created: bool,
        /// The day it was fully implemented.
        done: Typed<Day>,
        /// The day its assessment was submitted (3.5.2).
        evaluated: Typed<Day>,
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

record! {
    /// Groups of one kind that took part (beside question 5.5).
    pub row struct Group {
        /// What kind.
        kind: String,
        /// How many.
        count: Typed<Count>,
    }
}

record! {
    /// The participation space (3.3.1).
    pub struct Space {
        /// Its name.
        name: String,
        /// The day the Support Unit was told of it (Annex 3).
        told: Typed<Day>,
    }
}

record! {
    /// A meeting of the participation space (3.3.1).
    pub row struct Meeting {
        /// The day.
        day: Typed<Day>,
        /// What it was for.
        kind: One<MeetingKind>,
        /// Somebody from outside the government was there.
        non_government: bool,
        /// Who took part.
        participants: String,
    }
}

record! {
    /// Evidence that a requirement of 3.3.1 is met, or a practice of 3.3.2 followed (Annex 5).
    pub row struct Evidence {
        /// Which requirement or practice.
        requirement: One<Proved>,
        /// What kind of evidence.
        kind: One<EvidenceKind>,
        /// What it is called.
        name: String,
        /// The file itself.
        file: Enclosed,
        /// Where it can be read.
        url: String,
    }
}

record! {
    /// A judgement: somebody looked at answers that no rule can read.
    pub row struct Looked {
        /// The rule's id.
        rule: String,
        /// The commitment looked at; empty for the plan as a whole.
        commitment: Reference,
        /// A fingerprint of the answers as they stood.
        seen: String,
    }
    , most MOST_KEPT
}

record! {
    /// A reason why a requirement is left open.
    pub row struct Acknowledgement {
        /// The rule's id and part: `COM-4a`.
        rule: String,
        /// The answer it speaks of, as in the report: `commitments/#c3hx0d81qz/end`.
        at: Reference,
        /// The values it was given for.
        values: String,
        /// The reason.
        reason: String,
        /// The day it was given.
        day: Typed<Day>,
    }
    , most MOST_KEPT
}

record! {
    /// A comment on an answer, or an answer to one.
    pub row struct Comment {
        /// The answer it speaks of, rows by their ids: `commitments/#c3hx0d81qz/title`.
        at: Reference,
        /// Who wrote it: a label that somebody typed, and proof of nothing.
        by: String,
        /// The moment it was written, in UTC: `2026-03-04T10:12:00Z` (RFC 3339).
        when: String,
        /// What it says.
        text: String,
        /// It is settled, and so are its answers.
        closed: bool,
        /// The comment it answers; empty for a first one.
        of: Reference,
    }
    , most MOST_KEPT
}

record! {
    /// A change to a commitment after submission (3.2.1.3).
    pub row struct Change {
        /// The commitment.
        commitment: Reference,
        /// Changed or deleted.
        kind: One<ChangeKind>,
        /// The day.
        day: Typed<Day>,
        /// Who was consulted.
        consulted: String,
        /// The day they approved.
        approved: Typed<Day>,
        /// How it was decided.
        decision: String,
        /// The day OGP Local's team was told.
        told: Typed<Day>,
    }
}

record! {
    /// A public update of progress (3.5.4).
    pub row struct Update {
        /// The day.
        day: Typed<Day>,
        /// Where it can be read.
        url: String,
    }
}

record! {
    /// A milestone's status changed.
    pub row struct Progress {
        /// The commitment.
        commitment: Reference,
        /// The milestone.
        milestone: Reference,
        /// The status before.
        from: One<Status>,
        /// The status since.
        to: One<Status>,
        /// The day.
        day: Typed<Day>,
    }
    , most MOST_KEPT
}

record! {
    /// A time from one day to another.
    pub struct Period {
        /// The first day.
        from: Typed<Day>,
        /// The day it ended.
        until: Typed<Day>,
    }
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

    /// An empty joint plan, of two jurisdictions to begin with (3.4).
    pub fn new_joint(language: &str, ids: &mut IdMaker<'_>) -> Self {
        let mut plan = Self::new(language, ids);
        plan.joint = true;
        plan.jurisdictions.push(Jurisdiction::fresh(ids.next_id()));
        plan
    }

    /// A copy that is a plan of its own: a new name for it and for every row.
    pub fn duplicate(&self, ids: &mut IdMaker<'_>) -> Self {
        let mut copy = Self::default();
        let (whole, into): (&dyn Record, &mut dyn Record) = (self, &mut copy);
        into.read(whole.to_json().unwrap_or_default(), &mut record::Reading::new(ids.lend()));
        into.renew_ids(ids);
        copy
    }

    /// The plan as it was submitted; nothing before that.
    pub fn as_submitted(&self) -> Option<&Self> {
        self.submitted.value().and(self.as_submitted.plan())
    }

    /// The plan as it was endorsed on the day that is given now; nothing where it was not kept for that day.
    pub fn as_endorsed(&self) -> Option<&Self> {
        let day = self.vision.endorsed.value()?;
        self.as_endorsed.plan().filter(|then| then.vision.endorsed.value() == Some(day))
    }

    /// Whether a commitment was added after the plan was submitted.
    pub fn was_added_later(&self, commitment: &Commitment) -> bool {
        self.as_submitted().is_some_and(|then| then.commitment(commitment.id).is_none())
    }

    /// The day a commitment was submitted: its own, else the plan's.
    pub fn submitted_on(&self, commitment: &Commitment) -> Option<Day> {
        commitment.submitted.value().or(self.submitted.value())
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
