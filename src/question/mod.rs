//! The templates' questions as one table: number, section, kind, place in the plan.
//!
//! Everything that shows, checks, exports or counts answers reads them here. Their wording stands in `i18n`, one
//! file a language. The numbers are the handbook's; a question of the app's own (`x.…`) never has one.

mod column;
mod place;
mod table;

pub use table::Question;

pub use column::{Column, ColumnKind};
pub use place::{ListPlace, Place};

use crate::plan::{
    CoCreation, LetterPoint, Mention, OgpValue, Options as _, PolicyArea, Practice, Sector, Secured, Side,
    Submitter, WebsitePoint, WorkingLanguage,
};

/// A page of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The app's own questions on the plan as a whole.
    About,
    /// Annex 1, 1.
    Duration,
    /// Annex 1, 2 and 3.
    Foreword,
    /// Annex 1, 4.
    Vision,
    /// Annex 1, 5.
    Engagement,
    /// Annex 1, 6.
    Monitoring,
    /// Annex 1, 7 to 9.
    Endorsement,
    /// Annex 2, 1 to 5.
    Contacts,
    /// Annex 2, 6 to 10.
    Description,
    /// Annex 2, 11 to 13.
    Classification,
    /// Annex 2, 14 to 16.
    Resources,
    /// Annex 2, 17.
    Milestones,
    /// The app's own checklist for the monitoring body (3.3, annexes 3 to 5).
    Checklist,
    /// The app's own questions on what follows submission (3.2.1.3, 3.5, 4).
    FollowUp,
}

impl Section {
    /// The sections of the plan as a whole, in the template's order.
    pub const OF_PLAN: [Self; 7] = [
        Self::About,
        Self::Duration,
        Self::Foreword,
        Self::Vision,
        Self::Engagement,
        Self::Monitoring,
        Self::Endorsement,
    ];
    /// The app's own sections that go with the plan, after its commitments.
    pub const BESIDE: [Self; 2] = [Self::Checklist, Self::FollowUp];
    /// The sections of each commitment, in the template's order.
    pub const OF_COMMITMENT: [Self; 5] =
        [Self::Contacts, Self::Description, Self::Classification, Self::Resources, Self::Milestones];

    /// How many sections there are.
    pub const ALL_COUNT: usize = Self::OF_PLAN.len() + Self::OF_COMMITMENT.len() + Self::BESIDE.len();

    /// All sections, in the order of their names here.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::OF_PLAN.into_iter().chain(Self::OF_COMMITMENT).chain(Self::BESIDE)
    }

    /// Whether the section is asked for each commitment.
    pub fn is_of_commitment(self) -> bool {
        Self::OF_COMMITMENT.contains(&self)
    }

    /// The section's name in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Duration => "1",
            Self::Foreword => "2-3",
            Self::Vision => "4",
            Self::Engagement => "5",
            Self::Monitoring => "6",
            Self::Endorsement => "7-9",
            Self::Contacts => "contacts",
            Self::Description => "description",
            Self::Classification => "classification",
            Self::Resources => "resources",
            Self::Milestones => "milestones",
            Self::Checklist => "checklist",
            Self::FollowUp => "follow-up",
        }
    }

    /// The numbers of the template's questions on it, as people say them; nothing for the app's own.
    pub fn numbers(self) -> &'static str {
        match self {
            Self::About | Self::Checklist | Self::FollowUp => "",
            Self::Contacts => "1–5",
            Self::Description => "6–10",
            Self::Classification => "11–13",
            Self::Resources => "14–16",
            Self::Milestones => "17",
            Self::Foreword => "2–3",
            Self::Endorsement => "7–9",
            other => other.slug(),
        }
    }

    /// The questions of the section, in order.
    pub fn questions(self) -> impl Iterator<Item = Question> {
        Question::ALL.iter().copied().filter(move |question| question.section() == self)
    }
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// One line.
    Line,
    /// A text of any length.
    Long,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A whole number.
    Count,
    /// The address of a page.
    Url,
    /// Yes, or not yet answered.
    Tick,
    /// One jurisdiction of the plan, or all.
    Scope,
    /// One option of a list.
    One(&'static [&'static str]),
    /// Options of a list, so many at the most asked for (more can be ticked, and a rule speaks).
    Several(&'static [&'static str], usize),
    /// Rows of one short text.
    List(&'static [Column]),
    /// Rows of named cells.
    Table(&'static [Column]),
    /// Named cells, once.
    Block(&'static [Column]),
}

impl Kind {
    /// The cells of a row or block; none for a single answer.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::List(columns) | Self::Table(columns) | Self::Block(columns) => columns,
            _ => &[],
        }
    }

    /// Whether the answer is a list of rows.
    pub fn has_rows(self) -> bool {
        matches!(self, Self::List(_) | Self::Table(_))
    }
}

/// Whether a question must be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The template asks for it.
    Required,
    /// The template asks for it where there is something to say.
    Optional,
    /// The app's own question, never required.
    Own,
}

/// One question's definition.
pub(crate) struct Definition {
    /// `A1-4.1`, `A2-6`, or `x.start` for the app's own.
    pub(crate) number: &'static str,
    pub(crate) section: Section,
    pub(crate) kind: Kind,
    pub(crate) need: Need,
    /// Where the answer stands: member names from the plan (Annex 2: from the commitment), `*` for the place's row.
    pub(crate) path: &'static [&'static str],
}

macro_rules! questions {
    ($($name:ident = $number:literal, $section:ident, $kind:expr, $need:ident, [$($step:literal),*];)*) => {
        /// A question of the templates, or one of the app's own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant is the question of its name; the table below gives its number")]
        pub enum Question { $($name),* }

        impl Question {
            /// All questions in the order they are asked.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            pub(super) fn definition(self) -> &'static Definition {
                match self {
                    $(Self::$name => &Definition {
                        number: $number, section: Section::$section, kind: $kind, need: Need::$need, path: &[$($step),*],
                    },)*
                }
            }
        }
    };
}
use questions;

impl Question {
    /// The template's number (`A1-4.1`), or the own question's name (`x.start`).
    pub fn number(self) -> &'static str {
        self.definition().number
    }

    /// The number as it is printed beside the question: `4.1`; nothing for the app's own.
    pub fn printed_number(self) -> &'static str {
        self.number().split_once('-').map_or("", |(_, number)| number)
    }

    /// The page it is asked on.
    pub fn section(self) -> Section {
        self.definition().section
    }

    /// What kind of answer it takes.
    pub fn kind(self) -> Kind {
        self.definition().kind
    }

    /// Whether it must be answered.
    pub fn need(self) -> Need {
        self.definition().need
    }

    /// Where its answer stands: member names from the plan (Annex 2: from the commitment), `*` for each row of a list.
    pub fn path(self) -> &'static [&'static str] {
        self.definition().path
    }

    /// Whether it is the app's own.
    pub fn is_own(self) -> bool {
        self.need() == Need::Own
    }

    /// The question of this number.
    pub fn from_number(number: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|question| question.number() == number)
    }

    /// The question that a member of the file answers (`vision/foreword`, `commitments/0/title`), and the position of
    /// the commitment it is asked in; nothing where the member belongs to no question.
    pub fn at_member(path: &str) -> Option<(Option<u32>, Self)> {
        let (commitment, members) =
            match path.strip_prefix("commitments/").and_then(|rest| rest.split_once('/')) {
                Some((position, members)) => (Some(position.parse().ok()?), members),
                None => (None, path),
            };
        let stands_at = |question: Self| {
            let mut members = members.split('/');
            let steps = question.definition().path;
            let mut is_on_way =
                steps.iter().all(|step| members.next().is_some_and(|member| ["*", member].contains(step)));
            if steps.is_empty() {
                // A block whose cells are members of the commitment itself.
                let cell = members.next();
                is_on_way = question.kind().columns().iter().any(|column| Some(column.key()) == cell);
            }
            question.section().is_of_commitment() == commitment.is_some() && is_on_way
        };
        let found = Self::ALL.iter().filter(|question| stands_at(**question));
        // The one that says most of where it stands: a jurisdiction's mandate and not the jurisdictions.
        found.max_by_key(|question| question.definition().path.len()).map(|question| (commitment, *question))
    }

    /// How many characters OGP's own pages show of the answer; longer ones are cut there.
    pub fn shown_characters(self) -> Option<usize> {
        (self == Self::LeadInstitutions).then_some(100)
    }
}

const LANGUAGES: &[&str] = WorkingLanguage::KEYS;
const MENTIONS: &[&str] = Mention::KEYS;
const AREAS: &[&str] = PolicyArea::KEYS;
const SECTORS: &[&str] = Sector::KEYS;
const VALUES: &[&str] = OgpValue::KEYS;
const SECURED: &[&str] = Secured::KEYS;
const CO_CREATIONS: &[&str] = CoCreation::KEYS;
const SIDES: &[&str] = Side::KEYS;
const PRACTICES: &[&str] = Practice::KEYS;
const WEBSITE_POINTS: &[&str] = WebsitePoint::KEYS;
const LETTER_POINTS: &[&str] = LetterPoint::KEYS;
const SUBMITTERS: &[&str] = Submitter::KEYS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_have_forty_three_questions() {
        let of = |annex: &str| Question::ALL.iter().filter(|q| q.number().starts_with(annex)).count();
        assert_eq!((of("A1-"), of("A2-")), (26, 17));
        assert_eq!(of("x."), Question::ALL.len() - 43);
    }

    #[test]
    fn members_of_the_file_lead_to_their_questions() {
        for (path, expected) in [
            ("language", Some((None, Question::Language))),
            ("vision/foreword/english", Some((None, Question::Foreword))),
            ("vision/lead_institutions/2/name", Some((None, Question::LeadInstitutions))),
            ("jurisdictions/0/name", Some((None, Question::Jurisdictions))),
            ("jurisdictions/1/mandate_end", Some((None, Question::MandateEnd))),
            ("commitments/0/title", Some((Some(0), Question::Title))),
            ("commitments/12/end", Some((Some(12), Question::Period))),
            ("commitments/3/milestones/4/end", Some((Some(3), Question::Milestones))),
            ("commitments/3/id", None),
            ("commitments/3", None),
            ("commitments", None),
            ("title", None),
            ("vision", None),
            ("", None),
        ] {
            assert_eq!(Question::at_member(path), expected, "{path}");
        }
    }

    #[test]
    fn numbers_are_unique_and_lead_back() {
        for question in Question::ALL {
            assert_eq!(Question::from_number(question.number()), Some(*question));
            assert_eq!(question.is_own(), question.number().starts_with("x."));
            assert_eq!(
                question.section().is_of_commitment(),
                question.number().starts_with("A2") || {
                    use Question as Q;
                    let beside_contacts = [Q::Scope, Q::AddedOn, Q::CoCreated, Q::Done, Q::Evaluated];
                    let others = [Q::NoNonGovernmental, Q::OtherPolicyArea, Q::OtherSector];
                    beside_contacts.contains(question) || others.contains(question)
                }
            );
        }
    }
}
