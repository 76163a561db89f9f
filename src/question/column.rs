//! The cells of rows and blocks.

use crate::plan::{ChangeKind, EvidenceKind, MeetingKind, Options as _, Proved, Status};

/// A cell of a row or block. Two questions share one where it asks the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the cell of its name")]
pub enum Column {
    Office,
    Branch,
    Organisation,
    Institution,
    Endorser,
    DocumentName,
    File,
    Jurisdiction,
    Name,
    Title,
    Email,
    Telephone,
    Role,
    Url,
    Country,
    NoElections,
    MandateEnd,
    Start,
    End,
    Amount,
    Currency,
    Staff,
    Time,
    OtherResources,
    Description,
    Body,
    Contact,
    Status,
    Member,
    Told,
    On,
    MeetingKind,
    NonGovernment,
    Participants,
    Requirement,
    EvidenceKind,
    GroupKind,
    Count,
    ChangedCommitment,
    ChangeKind,
    Consulted,
    Approved,
    Decision,
    From,
    Until,
    Space,
}

/// What kind of answer a cell takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ColumnKind {
    /// One line in the working language.
    Line,
    /// A name of a person or body: one line that no spell checker should touch.
    Name,
    /// A text of any length.
    Long,
    /// An email address.
    Email,
    /// A telephone number.
    Telephone,
    /// The address of a page.
    Url,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A decimal number of at least 0.
    Decimal,
    /// A whole number.
    Count,
    /// A commitment of the plan.
    Commitment,
    /// A file that goes with the plan.
    File,
    /// Yes, or not yet answered.
    Tick,
    /// One option of a list.
    One(&'static [&'static str]),
}

impl Column {
    /// All cells.
    pub const ALL: [Self; 46] = [
        Self::Office,
        Self::Branch,
        Self::Organisation,
        Self::Institution,
        Self::Endorser,
        Self::DocumentName,
        Self::File,
        Self::Jurisdiction,
        Self::Name,
        Self::Title,
        Self::Email,
        Self::Telephone,
        Self::Role,
        Self::Url,
        Self::Country,
        Self::NoElections,
        Self::MandateEnd,
        Self::Start,
        Self::End,
        Self::Amount,
        Self::Currency,
        Self::Staff,
        Self::Time,
        Self::OtherResources,
        Self::Description,
        Self::Body,
        Self::Contact,
        Self::Status,
        Self::Member,
        Self::Told,
        Self::On,
        Self::MeetingKind,
        Self::NonGovernment,
        Self::Participants,
        Self::Requirement,
        Self::EvidenceKind,
        Self::GroupKind,
        Self::Count,
        Self::ChangedCommitment,
        Self::ChangeKind,
        Self::Consulted,
        Self::Approved,
        Self::Decision,
        Self::From,
        Self::Until,
        Self::Space,
    ];

    /// The member's name in the plan and the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Branch => "branch",
            Self::Organisation => "organisation",
            Self::Institution
            | Self::Endorser
            | Self::DocumentName
            | Self::Jurisdiction
            | Self::Space
            | Self::Name => "name",
            Self::File => "file",
            Self::Title => "title",
            Self::Email => "email",
            Self::Telephone => "telephone",
            Self::Role => "role",
            Self::Url => "url",
            Self::Country => "country",
            Self::NoElections => "no_elections",
            Self::MandateEnd => "mandate_end",
            Self::Start => "start",
            Self::End => "end",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::Staff => "staff",
            Self::Time => "time",
            Self::OtherResources => "other",
            Self::Description => "description",
            Self::Body => "body",
            Self::Contact => "contact",
            Self::Status => "status",
            Self::Member => "member",
            Self::Told => "told",
            Self::On => "day",
            Self::MeetingKind | Self::EvidenceKind | Self::GroupKind | Self::ChangeKind => "kind",
            Self::NonGovernment => "non_government",
            Self::Participants => "participants",
            Self::Requirement => "requirement",
            Self::Count => "count",
            Self::ChangedCommitment => "commitment",
            Self::Consulted => "consulted",
            Self::Approved => "approved",
            Self::Decision => "decision",
            Self::From => "from",
            Self::Until => "until",
        }
    }

    /// What kind of answer it takes.
    pub fn kind(self) -> ColumnKind {
        match self {
            Self::Branch | Self::Title | Self::Role | Self::Currency | Self::Country | Self::DocumentName => {
                ColumnKind::Line
            }
            Self::Office
            | Self::Organisation
            | Self::Institution
            | Self::Endorser
            | Self::Jurisdiction
            | Self::Name
            | Self::Body
            | Self::Contact => ColumnKind::Name,
            Self::Email => ColumnKind::Email,
            Self::Telephone => ColumnKind::Telephone,
            Self::File => ColumnKind::File,
            Self::Url => ColumnKind::Url,
            Self::NoElections => ColumnKind::Tick,
            Self::MandateEnd | Self::Start | Self::End => ColumnKind::Month,
            Self::Amount | Self::Staff | Self::Time => ColumnKind::Decimal,
            Self::OtherResources | Self::Description => ColumnKind::Long,
            Self::Status => ColumnKind::One(Status::KEYS),
            Self::Member | Self::NonGovernment => ColumnKind::Tick,
            Self::Told | Self::On | Self::Approved | Self::From | Self::Until => ColumnKind::Day,
            Self::MeetingKind => ColumnKind::One(MeetingKind::KEYS),
            Self::Participants | Self::GroupKind | Self::Consulted => ColumnKind::Line,
            Self::Requirement => ColumnKind::One(Proved::KEYS),
            Self::EvidenceKind => ColumnKind::One(EvidenceKind::KEYS),
            Self::Count => ColumnKind::Count,
            Self::ChangedCommitment => ColumnKind::Commitment,
            Self::ChangeKind => ColumnKind::One(ChangeKind::KEYS),
            Self::Decision => ColumnKind::Long,
            Self::Space => ColumnKind::Name,
        }
    }
}
