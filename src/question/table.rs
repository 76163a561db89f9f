//! The table itself. A new question is one line here, its texts in `i18n`, its member in `plan`.

use super::{
    AREAS, CO_CREATIONS, Column as C, Definition, Kind::*, LANGUAGES, LETTER_POINTS, MENTIONS, Need,
    PRACTICES, SECTORS, SECURED, SIDES, SUBMITTERS, Section, VALUES, WEBSITE_POINTS, questions,
};

questions! {
    // About this plan: the app's own.
    Joint = "x.joint", About, Tick, Own, ["joint"];
    Jurisdictions = "x.jur", About,
        Table(&[C::Jurisdiction, C::Country, C::Member, C::NoElections]), Own, ["jurisdictions"];
    CoCreation = "x.process", About, One(CO_CREATIONS), Own, ["co_creation"];
    Governance = "x.governance", About, Long, Own, ["governance"];
    Language = "x.lang", About, One(LANGUAGES), Own, ["language"];
    Joined = "x.joined", About, Day, Own, ["joined"];
    Start = "x.start", About, Month, Own, ["start"];
    VisionEnd = "x.visionEnd", About, Month, Own, ["vision_end"];
    PreviousEnd = "x.prevEnd", About, Month, Own, ["previous_end"];
    PreviousJoint = "x.prevJoint", About, Tick, Own, ["previous_joint"];
    Renewed = "x.renewedOn", About, Day, Own, ["renewed"];
    Deadline = "x.deadline", About, Day, Own, ["deadline"];
    Extension = "x.extension", About, Day, Own, ["extension"];
    LeadAgency = "x.lead", About, Line, Own, ["lead_agency"];
    SeniorOfficial = "x.official", About, Block(&[C::Name, C::Title]), Own, ["senior_official"];
    PointOfContact = "x.poc", About, Block(&[C::Office, C::Name, C::Email]), Own, ["point_of_contact"];

    // Annex 1.
    MandateEnd = "A1-1.1", Duration, Month, Required, ["jurisdictions", "*", "mandate_end"];
    PlanEnd = "A1-1.2", Duration, Month, Required, ["end"];
    Foreword = "A1-2", Foreword, Long, Required, ["vision", "foreword"];
    Letter = "A1-3", Foreword, Table(&[C::DocumentName, C::File, C::Url]), Optional, ["vision", "letter"];
    LongTermVision = "A1-4.1", Vision, Long, Required, ["vision", "long_term_vision"];
    Achievements = "A1-4.2", Vision, Long, Required, ["vision", "achievements"];
    Challenges = "A1-4.3", Vision, Long, Required, ["vision", "challenges"];
    MediumTermGoals = "A1-4.4", Vision, Long, Required, ["vision", "medium_term_goals"];
    PlanContribution = "A1-4.5", Vision, Long, Required, ["vision", "plan_contribution"];
    PolicyContribution = "A1-4.6", Vision, Long, Required, ["vision", "policy_contribution"];
    LeadInstitutions = "A1-5.1", Engagement, List(&[C::Institution]), Required, ["vision", "lead_institutions"];
    Coordination = "A1-5.2", Engagement, Long, Required, ["vision", "coordination"];
    Spaces = "A1-5.3", Engagement, Long, Required, ["vision", "spaces"];
    OfflineSpaces = "x.offline", Engagement, One(MENTIONS), Own, ["vision", "offline_spaces"];
    OnlineSpaces = "x.online", Engagement, One(MENTIONS), Own, ["vision", "online_spaces"];
    Diversity = "A1-5.4", Engagement, Long, Required, ["vision", "diversity"];
    Participants = "A1-5.5", Engagement, Long, Required, ["vision", "participants"];
    Sides = "x.sides", Engagement, Several(SIDES, 2), Own, ["vision", "sides"];
    Groups = "x.groups", Engagement, Table(&[C::GroupKind, C::Count]), Own, ["vision", "groups"];
    GroupCount = "A1-5.6", Engagement, Count, Required, ["vision", "group_count"];
    MeetingCount = "A1-5.7", Engagement, Count, Required, ["vision", "meeting_count"];
    Collaboration = "A1-5.8", Engagement, Long, Required, ["vision", "collaboration"];
    MonitoringBody = "A1-6.1", Monitoring, Long, Required, ["vision", "monitoring_body"];
    MonitoringContact = "A1-6.2", Monitoring,
        Block(&[C::Organisation, C::Name, C::Title, C::Email, C::Telephone]), Required, ["vision", "monitoring_contact"];
    MonitoringApproved = "x.mbApproved", Monitoring, Day, Own, ["vision", "monitoring_approved"];
    MonitoringResources = "x.mbResources", Monitoring, Tick, Own, ["vision", "monitoring_resources"];
    MonitoringGroup = "x.mbGroup", Monitoring, Tick, Own, ["vision", "monitoring_group"];
    MonitoringClear = "x.mbClear", Monitoring, Tick, Own, ["vision", "monitoring_clear"];
    ProgressActivities = "A1-6.3", Monitoring, Long, Required, ["vision", "progress_activities"];
    ProgressChecks = "A1-6.4", Monitoring, Long, Required, ["vision", "progress_checks"];
    PublicResults = "A1-6.5", Monitoring, Long, Required, ["vision", "public_results"];
    Endorsements = "A1-7", Endorsement, List(&[C::Endorser]), Required, ["vision", "endorsements"];
    EndorsersTookPart = "x.tookPart", Endorsement, Tick, Own, ["vision", "endorsers_took_part"];
    Endorsed = "x.endorsedOn", Endorsement, Day, Own, ["vision", "endorsed"];
    Documents = "A1-8", Endorsement, Table(&[C::DocumentName, C::File, C::Url]), Optional, ["vision", "documents"];
    Site = "A1-9", Endorsement, Url, Optional, ["vision", "site"];

    // Annex 2.
    Title = "A2-1", Contacts, Line, Required, ["title"];
    Period = "A2-2", Contacts, Block(&[C::Start, C::End]), Required, [];
    Scope = "x.scope", Contacts, Scope, Own, ["scope"];
    AddedOn = "x.addedOn", Contacts, Day, Own, ["submitted"];
    CoCreated = "x.cocreated", Contacts, Tick, Own, ["co_created"];
    Done = "x.done", Contacts, Day, Own, ["done"];
    Evaluated = "x.evaluated", Contacts, Day, Own, ["evaluated"];
    Government = "A2-3", Contacts,
        Table(&[C::Office, C::Branch, C::Name, C::Title, C::Email, C::Role]), Required, ["government"];
    NonGovernmental = "A2-4", Contacts,
        Table(&[C::Organisation, C::Name, C::Title, C::Email, C::Role]), Optional, ["non_governmental"];
    NoNonGovernmental = "x.noNonGov", Contacts, Tick, Own, ["no_non_governmental"];
    Stakeholders = "A2-5", Contacts,
        Table(&[C::Organisation, C::Name, C::Title, C::Email, C::Role]), Optional, ["stakeholders"];
    Problem = "A2-6", Description, Long, Required, ["problem"];
    StatusQuo = "A2-7", Description, Long, Required, ["status_quo"];
    Action = "A2-8", Description, Long, Required, ["action"];
    Contribution = "A2-9", Description, Long, Required, ["contribution"];
    Goal = "A2-10", Description, Long, Required, ["goal"];
    PolicyAreas = "A2-11", Classification, Several(AREAS, 2), Required, ["policy_areas"];
    OtherPolicyArea = "x.other11", Classification, Line, Own, ["other_policy_area"];
    Sectors = "A2-12", Classification, Several(SECTORS, 2), Required, ["sectors"];
    OtherSector = "x.other12", Classification, Line, Own, ["other_sector"];
    Values = "A2-13", Classification, Several(VALUES, 4), Required, ["values"];
    Resources = "A2-14", Resources,
        Table(&[C::Amount, C::Currency, C::Staff, C::Time, C::OtherResources]), Required, ["resources"];
    Secured = "A2-15", Resources, One(SECURED), Required, ["secured"];
    Additional = "A2-16", Resources, Long, Optional, ["additional"];
    Milestones = "A2-17", Milestones,
        Table(&[C::Description, C::Start, C::End, C::Body, C::Contact, C::Status]), Required, ["milestones"];

    // For the monitoring body: the app's own.
    Space = "x.space", Checklist, Block(&[C::Space, C::Told]), Own, ["space"];
    Meetings = "x.meetings", Checklist,
        Table(&[C::On, C::MeetingKind, C::NonGovernment, C::Participants]), Own, ["meetings"];
    Evidence = "x.evid", Checklist,
        Table(&[C::Requirement, C::EvidenceKind, C::DocumentName, C::File, C::Url]), Own, ["evidence"];
    Practices = "x.practices", Checklist, Several(PRACTICES, 8), Own, ["practices"];
    Website = "x.site", Checklist, Url, Own, ["website"];
    WebsitePoints = "x.sitePoints", Checklist, Several(WEBSITE_POINTS, 8), Own, ["website_points"];
    Orientation = "x.orientation", Checklist, Day, Own, ["orientation"];
    LetterOfSupport = "x.letter", Checklist, Several(LETTER_POINTS, 13), Own, ["letter_of_support"];

    // After submission: the app's own.
    Submitted = "x.submit", FollowUp, Day, Own, ["submitted"];
    Submitter = "x.role", FollowUp, One(SUBMITTERS), Own, ["submitter"];
    Changes = "x.changes", FollowUp,
        Table(&[C::ChangedCommitment, C::ChangeKind, C::On, C::Consulted, C::Approved, C::Decision, C::Told]),
        Own, ["changes"];
    Updates = "x.updates", FollowUp, Table(&[C::On, C::Url]), Own, ["updates"];
    InitialReport = "x.initialReport", FollowUp, Day, Own, ["initial_report"];
    CommentsInvited = "x.mbInvites", FollowUp, Tick, Own, ["comments_invited"];
    FinalReport = "x.finalReport", FollowUp, Day, Own, ["final_report"];
    Inactive = "x.inactive", FollowUp, Block(&[C::From, C::Until]), Own, ["inactive"];
    Voluntary = "x.voluntary", FollowUp, Tick, Own, ["voluntary"];
    Discussed = "x.discussed", FollowUp, Tick, Own, ["discussed"];
    Probation = "x.probation", FollowUp, Block(&[C::From, C::Until]), Own, ["probation"];
}
