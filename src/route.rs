//! The addresses of pages: `#/…` names what is shown, so that reload, back and links keep the place.

use std::fmt;

use crate::plan::RowId;
use crate::question::{Place, Section};
use crate::rules::{CONTRADICTIONS, Check, SILENT};

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The drafts in this browser.
    #[default]
    Start,
    /// About the app.
    About,
    /// The rule book, at the entry of a rule or a contradiction.
    Rules(Option<Entry>),
    /// A page of a draft.
    Draft(RowId, Page),
}

/// An entry of the rule book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A rule, by its id.
    Rule(&'static str),
    /// A contradiction of the handbook, by its number.
    Contradiction(usize),
}

impl Entry {
    fn read(name: &str) -> Option<Self> {
        let rules =
            Check::ALL.iter().map(|check| check.rule()).chain(SILENT.iter().map(|silent| silent.rule));
        let contradiction = || {
            let number = name.strip_prefix('K')?.parse().ok()?;
            CONTRADICTIONS.iter().any(|of| of.number == number).then_some(Self::Contradiction(number))
        };
        rules.into_iter().find(|rule| *rule == name).map(Self::Rule).or_else(contradiction)
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(rule) => f.write_str(rule),
            Self::Contradiction(number) => write!(f, "K{number}"),
        }
    }
}

/// A page of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The task list.
    Tasks,
    /// The task list, at its commitments.
    Commitments,
    /// A section's questions: of the plan, or of this commitment; `at` opens and focuses an answer.
    Section {
        /// Which section.
        section: Section,
        /// The commitment, for a section of Annex 2.
        commitment: Option<RowId>,
        /// The answer to open and focus.
        at: Option<Place>,
    },
    /// All issues.
    Review,
    /// What people say about the answers.
    Comments,
    /// What is due when.
    Calendar,
    /// Two states of the plan beside each other.
    Changes {
        /// The earlier one.
        from: Option<AsOf>,
        /// The later one.
        to: Option<AsOf>,
    },
    /// Files that come back, and what they bring.
    Received,
    /// What people have to decide.
    Differences,
    /// The bundle.
    Export,
    /// Parts of the plan, for the tables of a workshop.
    Workshop,
    /// In a part: giving it back.
    GiveBack,
}

/// A state of a plan that a draft knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// As it is.
    Now,
    /// As it was submitted.
    Submitted,
    /// As it was endorsed.
    Endorsed,
    /// A version that was kept at this moment, in milliseconds since 1970.
    Kept(i64),
}

impl AsOf {
    /// The state that an address names.
    pub fn read(name: &str) -> Option<Self> {
        match name {
            "now" => Some(Self::Now),
            "submitted" => Some(Self::Submitted),
            "endorsed" => Some(Self::Endorsed),
            moment => moment.parse().ok().filter(|at| *at >= 0).map(Self::Kept),
        }
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Now => f.write_str("now"),
            Self::Submitted => f.write_str("submitted"),
            Self::Endorsed => f.write_str("endorsed"),
            Self::Kept(at) => write!(f, "{at}"),
        }
    }
}

impl Route {
    /// Reads the part of an address behind `#`. What names nothing leads to the start.
    pub fn parse(hash: &str) -> Self {
        Self::read(hash).unwrap_or(Self::Start)
    }

    fn read(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut steps = path.split('/').filter(|step| !step.is_empty());
        match steps.next() {
            None => return Some(Self::Start),
            Some("about") => return Some(Self::About),
            Some("rules") => {
                return Some(Self::Rules(steps.next().and_then(Entry::read)));
            }
            Some("plan") => {}
            Some(_) => return None,
        }
        let draft = RowId::parse(steps.next()?)?;
        let value = |name| query.split('&').find_map(|pair| pair.strip_prefix(name));
        let at = |commitment| Place::parse(&value("at=")?.replace("%3A", ":"), commitment);
        let page = match steps.next() {
            None => Page::Tasks,
            Some("commitments") => Page::Commitments,
            Some("review") => Page::Review,
            Some("comments") => Page::Comments,
            Some("received") => Page::Received,
            Some("differences") => Page::Differences,
            Some("calendar") => Page::Calendar,
            Some("export") => Page::Export,
            Some("workshop") => Page::Workshop,
            Some("give-back") => Page::GiveBack,
            Some("changes") => Page::Changes {
                from: value("from=").and_then(AsOf::read),
                to: value("to=").and_then(AsOf::read),
            },
            Some(slug) if let Some(section) = own_section(slug) => Page::section(section, at(None)),
            Some("vision") => {
                let slug = steps.next()?;
                Page::section(Section::OF_PLAN.into_iter().find(|section| section.slug() == slug)?, at(None))
            }
            Some("commitment") => {
                let commitment = RowId::parse(steps.next()?)?;
                let slug = steps.next().unwrap_or(Section::Contacts.slug());
                let section = Section::OF_COMMITMENT.into_iter().find(|section| section.slug() == slug)?;
                let at = at(Some(commitment)).filter(|place| place.commitment.is_some());
                Page::Section { section, commitment: Some(commitment), at }
            }
            Some(_) => return None,
        };
        Some(Self::Draft(draft, page))
    }

    /// The draft the page belongs to.
    pub fn draft(self) -> Option<RowId> {
        match self {
            Self::Draft(draft, _) => Some(draft),
            _ => None,
        }
    }

    /// The address that opens and focuses this answer.
    pub fn to_place(draft: RowId, at: Place) -> Self {
        let (section, commitment) = (at.question.section(), at.commitment);
        Self::Draft(draft, Page::Section { section, commitment, at: Some(at) })
    }
}

/// The section of the app's own questions that has a page of this name.
fn own_section(slug: &str) -> Option<Section> {
    let own = [Section::About].into_iter().chain(Section::BESIDE);
    own.into_iter().find(|section| section.slug() == slug)
}

impl Page {
    fn section(section: Section, at: Option<Place>) -> Self {
        let at = at.filter(|place| !place.question.section().is_of_commitment());
        Self::Section { section, commitment: None, at }
    }

    /// Whether it is printed as it stands, and not the whole plan in its place.
    pub fn prints_itself(self) -> bool {
        matches!(self, Self::Review | Self::Comments | Self::Calendar | Self::Changes { .. })
    }

    /// The same page without a place in it to focus, or a choice made on it.
    pub fn without_at(self) -> Self {
        match self {
            Self::Section { section, commitment, .. } => Self::Section { section, commitment, at: None },
            Self::Commitments => Self::Tasks,
            Self::Changes { .. } => Self::Changes { from: None, to: None },
            other => other,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (draft, page) = match self {
            Self::Start => return f.write_str("#/"),
            Self::About => return f.write_str("#/about"),
            Self::Rules(None) => return f.write_str("#/rules"),
            Self::Rules(Some(entry)) => return write!(f, "#/rules/{entry}"),
            Self::Draft(draft, page) => (draft, page),
        };
        write!(f, "#/plan/{draft}")?;
        match page {
            Page::Tasks => Ok(()),
            Page::Commitments => f.write_str("/commitments"),
            Page::Review => f.write_str("/review"),
            Page::Comments => f.write_str("/comments"),
            Page::Received => f.write_str("/received"),
            Page::Differences => f.write_str("/differences"),
            Page::Calendar => f.write_str("/calendar"),
            Page::Export => f.write_str("/export"),
            Page::Workshop => f.write_str("/workshop"),
            Page::GiveBack => f.write_str("/give-back"),
            Page::Changes { from, to } => {
                f.write_str("/changes")?;
                let given = [("from", from), ("to", to)];
                let mut given = given.into_iter().filter_map(|(name, of)| of.map(|of| (name, of)));
                given.try_fold('?', |mark, (name, of)| write!(f, "{mark}{name}={of}").map(|()| '&')).map(drop)
            }
            Page::Section { section, commitment, at } => {
                match (commitment, section) {
                    (Some(commitment), section) => write!(f, "/commitment/{commitment}/{}", section.slug())?,
                    (None, section) if own_section(section.slug()).is_some() => {
                        write!(f, "/{}", section.slug())?
                    }
                    (None, section) => write!(f, "/vision/{}", section.slug())?,
                }
                at.map_or(Ok(()), |at| write!(f, "?at={at}"))
            }
        }
    }
}

/// The folder of its host that a page with this path stands in, with a slash at both ends; empty where that is the host
/// itself.
pub fn folder_of(path: &str) -> &str {
    let folder = path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or_default();
    if folder == "/" { "" } else { folder }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_stands_in_a_folder_or_in_none() {
        for (path, folder) in [
            ("/", ""),
            ("/index.html", ""),
            ("", ""),
            ("/plan/", "/plan/"),
            ("/plan/index.html", "/plan/"),
            ("/a/b/index.html", "/a/b/"),
            ("/a%20b/", "/a%20b/"),
        ] {
            assert_eq!(folder_of(path), folder, "{path}");
        }
    }

    use crate::question::{Column, Question};
    use proptest::prelude::*;

    fn id(text: &str) -> RowId {
        RowId::parse(text).unwrap()
    }

    #[test]
    fn pages_have_the_addresses_that_links_rely_on() {
        let draft = id("d000000000");
        let commitment = id("c000000000");
        let email =
            Place::commitment(commitment, Question::Government).row(id("r000000000")).column(Column::Email);
        for (route, address) in [
            (Route::Start, "#/"),
            (Route::About, "#/about"),
            (Route::Rules(None), "#/rules"),
            (Route::Rules(Some(Entry::Rule("COM-22"))), "#/rules/COM-22"),
            (Route::Rules(Some(Entry::Contradiction(7))), "#/rules/K7"),
            (Route::Draft(draft, Page::Calendar), "#/plan/d000000000/calendar"),
            (Route::Draft(draft, Page::Comments), "#/plan/d000000000/comments"),
            (Route::Draft(draft, Page::Workshop), "#/plan/d000000000/workshop"),
            (Route::Draft(draft, Page::GiveBack), "#/plan/d000000000/give-back"),
            (Route::Draft(draft, Page::Tasks), "#/plan/d000000000"),
            (Route::Draft(draft, Page::Commitments), "#/plan/d000000000/commitments"),
            (Route::Draft(draft, Page::Review), "#/plan/d000000000/review"),
            (Route::Draft(draft, Page::Received), "#/plan/d000000000/received"),
            (Route::Draft(draft, Page::Differences), "#/plan/d000000000/differences"),
            (Route::Draft(draft, Page::Changes { from: None, to: None }), "#/plan/d000000000/changes"),
            (
                Route::Draft(draft, Page::Changes { from: Some(AsOf::Endorsed), to: Some(AsOf::Now) }),
                "#/plan/d000000000/changes?from=endorsed&to=now",
            ),
            (
                Route::Draft(draft, Page::Changes { from: None, to: Some(AsOf::Kept(1_772_619_120_000)) }),
                "#/plan/d000000000/changes?to=1772619120000",
            ),
            (Route::to_place(draft, Place::plan(Question::Foreword)), "#/plan/d000000000/vision/2-3?at=A1-2"),
            (
                Route::to_place(draft, email),
                "#/plan/d000000000/commitment/c000000000/contacts?at=A2-3:r000000000:email",
            ),
        ] {
            assert_eq!(route.to_string(), address);
            assert_eq!(Route::parse(address), route);
        }
    }

    #[test]
    fn what_names_nothing_leads_to_the_start() {
        for wrong in
            ["#/plan", "#/plan/short", "#/nonsense", "#/plan/d000000000/vision/9", "#/plan/d000000000/x"]
        {
            assert_eq!(Route::parse(wrong), Route::Start, "{wrong}");
        }
        let draft = Route::Draft(
            id("d000000000"),
            Page::Section { section: Section::Vision, commitment: None, at: None },
        );
        assert_eq!(Route::parse("#/plan/d000000000/vision/4?at=nonsense"), draft);
    }

    fn ids() -> impl Strategy<Value = RowId> {
        any::<[u8; 10]>().prop_map(RowId::from_random)
    }

    proptest! {
        #[test]
        fn every_address_leads_back(draft in ids(), commitment in ids(), row in ids(), which in 0..Question::ALL.len(), column in 0..8_usize) {
            let question = Question::ALL[which];
            let place = Place { commitment: question.section().is_of_commitment().then_some(commitment), ..Place::plan(question) };
            let place = match question.kind().columns().get(column) {
                Some(column) => place.row(row).column(*column),
                None => place,
            };
            let route = Route::to_place(draft, place);
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }

        #[test]
        fn no_address_panics(hash in ".{0,80}") {
            Route::parse(&hash);
        }
    }
}
