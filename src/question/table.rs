//! The table itself. A new question is one line here, its texts in `i18n`, its member in `plan`.

use super::{
    AREAS, Column as C, Definition, Kind::*, LANGUAGES, MENTIONS, Need, SECTORS, SECURED, Section, VALUES,
    questions,
};

questions! {
    // About this plan: the app's own.
    Jurisdictions = "x.jur", About, Table(&[C::Jurisdiction, C::Country, C::NoElections]), Own, ["jurisdictions"];
    Language = "x.lang", About, One(LANGUAGES), Own, ["language"];
    Joined = "x.joined", About, Day, Own, ["joined"];
    Start = "x.start", About, Month, Own, ["start"];
    LeadAgency = "x.lead", About, Line, Own, ["lead_agency"];
    PointOfContact = "x.poc", About, Block(&[C::Office, C::Name, C::Email]), Own, ["point_of_contact"];
    Submitted = "x.submit", About, Day, Own, ["submitted"];

    // Annex 1.
    MandateEnd = "A1-1.1", Duration, Month, Required, ["jurisdictions", "*", "mandate_end"];
    PlanEnd = "A1-1.2", Duration, Month, Required, ["end"];
    Foreword = "A1-2", Foreword, Long, Required, ["vision", "foreword"];
    Letter = "A1-3", Foreword, Table(&[C::DocumentName, C::Url]), Optional, ["vision", "letter"];
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
    GroupCount = "A1-5.6", Engagement, Count, Required, ["vision", "group_count"];
    MeetingCount = "A1-5.7", Engagement, Count, Required, ["vision", "meeting_count"];
    Collaboration = "A1-5.8", Engagement, Long, Required, ["vision", "collaboration"];
    MonitoringBody = "A1-6.1", Monitoring, Long, Required, ["vision", "monitoring_body"];
    MonitoringContact = "A1-6.2", Monitoring,
        Block(&[C::Organisation, C::Name, C::Title, C::Email, C::Telephone]), Required, ["vision", "monitoring_contact"];
    ProgressActivities = "A1-6.3", Monitoring, Long, Required, ["vision", "progress_activities"];
    ProgressChecks = "A1-6.4", Monitoring, Long, Required, ["vision", "progress_checks"];
    PublicResults = "A1-6.5", Monitoring, Long, Required, ["vision", "public_results"];
    Endorsements = "A1-7", Endorsement, List(&[C::Endorser]), Required, ["vision", "endorsements"];
    Documents = "A1-8", Endorsement, Table(&[C::DocumentName, C::Url]), Optional, ["vision", "documents"];
    Site = "A1-9", Endorsement, Url, Optional, ["vision", "site"];

    // Annex 2.
    Title = "A2-1", Contacts, Line, Required, ["title"];
    Period = "A2-2", Contacts, Block(&[C::Start, C::End]), Required, [];
    Done = "x.done", Contacts, Day, Own, ["done"];
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
}
