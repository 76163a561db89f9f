//! English: cells and sections.
//!
//! A cell of the templates says what the handbook's says.

use crate::i18n::{ColumnText, SectionText};
use crate::question::{Column, Section};

/// The wording of a cell.
pub(super) fn column(column: Column) -> ColumnText {
    let (label, hint) = match column {
        Column::Office => ("Office, agency or department", ""),
        Column::Branch => ("Branch of government", "For example, executive or legislative."),
        Column::Organisation => ("Name of the organisation", ""),
        Column::Institution => ("Institution", ""),
        Column::Endorser => ("Organisation or person", ""),
        Column::DocumentName => ("Name of the document", ""),
        Column::Jurisdiction => ("Name of the jurisdiction", ""),
        Column::Name => ("Contact name", ""),
        Column::Title => ("Title", "The person’s position."),
        Column::Email => ("Email", ""),
        Column::Telephone => ("Telephone", "With the country code."),
        Column::Role => ("Role in implementation", ""),
        Column::File => (
            "Attached file",
            "PDF, PNG or JPEG picture, or a document of Word (docx), Excel (xlsx), PowerPoint (pptx) or LibreOffice (odt, ods, odp). You can also drop or paste the file here. Together, the attachments of a plan may have 18\u{a0}MB.",
        ),
        Column::Url => ("Link to the document or page", ""),
        Column::Country => ("Country", ""),
        Column::NoElections => (
            "No elections",
            "Tick if the jurisdiction holds no elections; the end of the mandate is then not asked for.",
        ),
        Column::MandateEnd => ("Mandate end", ""),
        Column::Start => ("Start date", ""),
        Column::End => ("End date", ""),
        Column::Amount => ("Budget (estimated allocation)", ""),
        Column::Currency => ("Currency", "EUR, KES, PHP…"),
        Column::Staff => ("Staff (number of people)", "Someone working half-time: 0.5."),
        Column::Time => ("Time (months)", ""),
        Column::OtherResources => ("Other resources needed", "Describe them."),
        Column::Description => ("Description", ""),
        Column::Body => ("Responsible body", ""),
        Column::Contact => ("Contact", ""),
        Column::Status => ("Status", ""),
        Column::Member => ("Member of OGP Local", "In a joint plan, all jurisdictions are members (3.4)."),
        Column::Told => ("Day OGP was told", "The day you told the OGP Local team at the Support Unit."),
        Column::On => ("Day", ""),
        Column::MeetingKind => ("Purpose of the meeting", ""),
        Column::NonGovernment => ("Non-governmental stakeholders present", ""),
        Column::Participants => ("Participants", "The kinds of groups and how many; names are not needed."),
        Column::Requirement => ("Requirement", "One of the four minimum requirements of 3.3.1."),
        Column::EvidenceKind => ("Kind of evidence", ""),
        Column::GroupKind => {
            ("Kind of group", "For example, neighbourhood association, university, youth council.")
        }
        Column::Count => ("Number of groups", ""),
        Column::ChangedCommitment => ("Commitment", ""),
        Column::ChangeKind => ("Kind of change", ""),
        Column::Consulted => {
            ("Stakeholders consulted", "The non-governmental ones that took part in co-creation.")
        }
        Column::Approved => ("Day of approval", "The day these stakeholders approved the change."),
        Column::Decision => (
            "Decision process",
            "How the decision was made, for example at a meeting, by a vote or in writing.",
        ),
        Column::From => ("From", ""),
        Column::Until => ("Until", "Leave this empty while it lasts."),
        Column::Space => ("Name of the space", ""),
    };
    ColumnText { label, hint }
}

/// The wording of a section.
pub(super) fn section(section: Section) -> SectionText {
    let (title, intro) = match section {
        Section::About => (
            "About this plan",
            "These questions are not in the template: the app asks them because rules of the handbook \
            depend on them.",
        ),
        Section::Duration => {
            ("Duration", "The plan follows the current mandate and ends at least two months before it does.")
        }
        Section::Foreword => (
            "Foreword and letter",
            "The ambition of the plan in a few paragraphs, and the letter that introduces it.",
        ),
        Section::Vision => (
            "Challenges, opportunities and strategic vision",
            "This part sets out the open government vision that should guide the commitments of the action \
            plan period.",
        ),
        Section::Engagement => (
            "Engagement and coordination",
            "Who implements the plan, how it was co-created and how collaboration will continue.",
        ),
        Section::Monitoring => (
            "Monitoring of the OGP action plan",
            "Who monitors the plan independently, and how everyone will learn of the results.",
        ),
        Section::Endorsement => (
            "Endorsement and documents",
            "Who outside government endorses the plan, and which documents go with it.",
        ),
        Section::Contacts => {
            ("Header and contacts", "The title of the commitment, its dates and those who implement it.")
        }
        Section::Description => (
            "Description",
            "From the problem to the goal: what is wrong, where things stand, what will be done and what \
            should come of it.",
        ),
        Section::Classification => {
            ("Policy area, sector and values", "OGP uses these lists to sort and compare commitments.")
        }
        Section::Resources => ("Resources", "What the commitment needs, and what is already secured."),
        Section::Milestones => (
            "Milestones",
            "The steps of the commitment, with their dates, who is responsible and where they stand.",
        ),
        Section::Checklist => (
            "For the monitoring body",
            "What the monitoring body will look at under section 3.3 and annexes 3 to 5: the space, the \
            meetings, the evidence, the practices. You can also draw on it to answer 5.5, 5.6 and 5.7.",
        ),
        Section::FollowUp => (
            "After submission",
            "The changes to commitments, updates and reports that follow submission. There is nothing to \
            fill in here before then.",
        ),
    };
    let heading = match section {
        Section::Vision => "Open Government Challenges, Opportunities and Strategic Vision",
        Section::Engagement => {
            "Engagement and coordination in the Open Government Strategic Vision and OGP action plan"
        }
        Section::Checklist => "Checklist for the monitoring body",
        Section::FollowUp => "After submission: changes, updates and reports",
        _ => title,
    };
    SectionText { title, heading, intro }
}
