//! Parts of a plan, for the tables of a workshop (handbook 3.2.1, 3.3.1: co-creation with all who take part).
//!
//! A part is a list of sections of the vision and of commitments. Its file is an ordinary bundle of the same plan with
//! fewer answers: those it asks for, and the few one must know to read them. So what comes back is joined as any copy
//! is. What belongs to a section is read off the definitions of its questions.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::bundle::{self, Made};
use crate::plan::{IdMaker, Normalise, Plan, RowId};
use crate::question::{Need, Place, Question, Section};
use crate::rules::{self, At, Issue};
use crate::sync::State;

/// What begins the name of a section of the vision in a scope.
const VISION: &str = "vision/";
/// What begins the path of an answer in a commitment.
const COMMITMENTS: &str = "commitments/#";
/// What begins the path of a comment.
const COMMENTS: &str = "comments/#";
/// The day of the last change: the plan must hear of it when the part comes back.
const CHANGED: &str = "changed";

/// What a part is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A section of the vision (Annex 1).
    Section(Section),
    /// A commitment (Annex 2).
    Commitment(RowId),
}

impl Entry {
    /// The entry that a scope names so; nothing where this version knows none of this name.
    pub fn parse(name: &str) -> Option<Self> {
        match name.strip_prefix(VISION) {
            Some(slug) => Self::sections().find(|section| section.slug() == slug).map(Self::Section),
            None => RowId::parse(name).map(Self::Commitment),
        }
    }

    /// The sections that can be given to a table: those of Annex 1.
    pub fn sections() -> impl Iterator<Item = Section> {
        Section::OF_PLAN.into_iter().filter(|section| *section != Section::About)
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section) => write!(f, "{VISION}{}", section.slug()),
            Self::Commitment(id) => write!(f, "{id}"),
        }
    }
}

/// A page of questions: a section, of this commitment for one of Annex 2.
pub type Asked = (Section, Option<RowId>);

/// A part of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part(BTreeSet<Entry>);

impl Part {
    /// The part of these entries.
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        Self(entries.into_iter().collect())
    }

    /// The part that a scope names ([`Made`]); empty where it names nothing that this version knows.
    pub fn read(scope: &[String]) -> Self {
        Self::of(scope.iter().filter_map(|name| Entry::parse(name)))
    }

    /// The scope that names it.
    pub fn scope(&self) -> Vec<String> {
        self.0.iter().map(Entry::to_string).collect()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this is in it.
    pub fn has(&self, entry: Entry) -> bool {
        self.0.contains(&entry)
    }

    /// Takes this in, or leaves it out.
    pub fn set(&mut self, entry: Entry, is_in: bool) {
        if is_in {
            self.0.insert(entry);
        } else {
            self.0.remove(&entry);
        }
    }

    /// What is in it, sections first.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.0.iter().copied()
    }

    /// Its pages, in the templates' order; those of commitments that the plan has.
    pub fn pages(&self, plan: &Plan) -> Vec<Asked> {
        let sections = Entry::sections().filter(|section| self.has(Entry::Section(*section)));
        let commitments = plan.commitments.iter().map(|commitment| commitment.id);
        let commitments = commitments.filter(|id| self.has(Entry::Commitment(*id)));
        let of_commitment = |id| Section::OF_COMMITMENT.into_iter().map(move |section| (section, Some(id)));
        sections.map(|section| (section, None)).chain(commitments.flat_map(of_commitment)).collect()
    }

    /// Whether the part asks for what stands at a place.
    pub fn asks(&self, place: Place) -> bool {
        self.has(match place.commitment {
            Some(id) => Entry::Commitment(id),
            None => Entry::Section(place.question.section()),
        })
    }

    /// Whether the answer at a path of a [`State`] is one that the part asks for.
    pub fn asks_path(&self, path: &str) -> bool {
        match path.strip_prefix(COMMITMENTS) {
            Some(rest) => {
                let id = rest.split('/').next().and_then(RowId::parse);
                id.is_some_and(|id| self.has(Entry::Commitment(id)))
            }
            None => Question::at_member(path).is_some_and(|(_, question)| self.asks(Place::plan(question))),
        }
    }

    /// What a copy of the plan has of this part: the answers it asks for, the comments on them, and what one must know
    /// to read them. Nothing else of the plan is in it.
    pub fn cut(&self, state: &State) -> State {
        let comments = self.comments(state);
        state.part(|path| {
            let comment = || path.strip_prefix(COMMENTS).and_then(|rest| rest.split('/').next());
            self.asks_path(path) || self.is_context(path) || comment().is_some_and(|id| comments.contains(id))
        })
    }

    /// Whether an answer must be known to read or check the others, though the part does not ask for it: the language, who
    /// makes the plan, and for commitments its period and its goals.
    fn is_context(&self, path: &str) -> bool {
        use Question as Q;
        let has_commitments = self.entries().any(|entry| matches!(entry, Entry::Commitment(_)));
        match Question::at_member(path).map(|(_, question)| question) {
            Some(Q::Language | Q::Joint | Q::Jurisdictions) => true,
            Some(Q::Start | Q::PlanEnd | Q::LongTermVision | Q::MediumTermGoals) => has_commitments,
            _ => path == CHANGED,
        }
    }

    /// The comments on what it asks for.
    fn comments<'a>(&self, state: &'a State) -> BTreeSet<&'a str> {
        let is_here = |at: &Value| at.as_str().is_some_and(|at| self.asks_path(at));
        let ids = state.inside(COMMENTS).filter_map(|(path, cell)| {
            let id = path.strip_prefix(COMMENTS)?.strip_suffix("/at")?;
            cell.versions().iter().all(|version| is_here(&version.value)).then_some(id)
        });
        ids.collect()
    }
}

/// How many of the questions of these pages are answered, and how many there are. Of the templates' questions alone.
pub fn answered(plan: &Plan, pages: &[Asked]) -> (usize, usize) {
    let places = pages.iter().flat_map(|page| questions(*page));
    let (answered, open): (Vec<_>, Vec<_>) = places.partition(|place| place.is_answered(plan));
    (answered.len(), answered.len() + open.len())
}

/// The templates' questions on a page.
pub fn questions((section, commitment): Asked) -> impl Iterator<Item = Place> {
    let of_template = section.questions().filter(|question| question.need() != Need::Own);
    of_template.map(move |question| Place { commitment, ..Place::plan(question) })
}

/// The file of a part: what `state`, a copy of this plan, has of it. `made` says the rest; its scope is the part's.
pub fn file(
    part: &Part,
    (plan, state): (RowId, &State),
    made: &Made,
    unknown: &Map<String, Value>,
    (today, normalise): (NaiveDate, Normalise),
    ids: IdMaker<'_>,
) -> String {
    let state = part.cut(state);
    let plan = bundle::shown(&state, plan, ids);
    let issues: Vec<Issue> = rules::check(&plan, today, normalise)
        .into_iter()
        .filter(|issue| matches!(issue.at, At::Place(place) if part.asks(place)))
        .collect();
    let made = Made { scope: part.scope(), ..made.clone() };
    bundle::export_copy(&plan, &state, &issues, &made, unknown)
}
