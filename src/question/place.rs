//! The address of one answer: which question, in which commitment, in which row, which cell.
//!
//! Forms, rules, reports and links all point at answers with it, and reach them through it.

use std::fmt;

use super::{Column, Kind, Question};
use crate::plan::record::{Answer, Node, NodeMut, Record, Rows};
use crate::plan::text::is_filled;
use crate::plan::{Plan, RowId};

/// The address of an answer; of a whole question or row where `column` or `row` is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The commitment, for a question of Annex 2.
    pub commitment: Option<RowId>,
    /// The question.
    pub question: Question,
    /// The row, for a question that takes rows.
    pub row: Option<RowId>,
    /// The cell, for a row or block of cells.
    pub column: Option<Column>,
    /// The English text beside the answer, and not the answer itself (3.2).
    pub english: bool,
}

/// What ends the address of an English text.
const ENGLISH: &str = "~en";

/// The address of a list of rows: the plan's commitments, or the rows of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListPlace {
    /// The commitments.
    Commitments,
    /// The rows of a question that takes rows, in this commitment for Annex 2.
    Rows(Option<RowId>, Question),
}

impl Place {
    /// A question of the plan as a whole.
    pub fn plan(question: Question) -> Self {
        Self { commitment: None, question, row: None, column: None, english: false }
    }

    /// A question of a commitment.
    pub fn commitment(commitment: RowId, question: Question) -> Self {
        Self { commitment: Some(commitment), ..Self::plan(question) }
    }

    /// A row of this question.
    pub fn row(self, row: RowId) -> Self {
        Self { row: Some(row), ..self }
    }

    /// A cell of this row or block.
    pub fn column(self, column: Column) -> Self {
        Self { column: Some(column), ..self }
    }

    /// The whole question this place belongs to.
    pub fn whole_question(self) -> Self {
        Self { row: None, column: None, english: false, ..self }
    }

    /// The English text beside this answer.
    pub fn in_english(self) -> Self {
        Self { english: true, ..self }
    }

    /// The answer in the working language.
    pub fn in_working_language(self) -> Self {
        Self { english: false, ..self }
    }

    /// Whether `other` is this place or lies inside it.
    pub fn holds(self, other: Self) -> bool {
        self.commitment == other.commitment
            && self.question == other.question
            && (self.row.is_none() || self.row == other.row)
            && (self.column.is_none() || self.column == other.column)
            && (!self.english || other.english)
    }

    /// The answer at this place.
    pub fn answer(self, plan: &Plan) -> Option<&dyn Answer> {
        match self.node(plan)? {
            Node::Answer(answer) => Some(answer),
            _ => None,
        }
    }

    /// The answer as a control shows it; empty where there is none.
    pub fn shown(self, plan: &Plan) -> String {
        let shown = |answer: &dyn Answer| match self.english {
            true => answer.english().unwrap_or_default().to_owned(),
            false => answer.shown().into_owned(),
        };
        self.answer(plan).map(shown).unwrap_or_default()
    }

    /// What stands at this place; the cells of a block one by one, which may be members of a greater record.
    pub fn parts(self, plan: &Plan) -> Vec<Option<Node<'_>>> {
        match (self.question.kind(), self.column) {
            (Kind::Block(columns), None) => {
                columns.iter().map(|column| self.column(*column).node(plan)).collect()
            }
            _ => vec![self.node(plan)],
        }
    }

    /// Whether anything is answered at this place or inside it.
    pub fn is_filled(self, plan: &Plan) -> bool {
        match self.node(plan) {
            Some(Node::Answer(answer)) if self.english => answer.english().is_some_and(is_filled),
            Some(Node::Answer(answer)) => answer.is_filled(),
            Some(Node::Record(record)) if self.question == Question::Period && self.column.is_none() => {
                Question::Period.kind().columns().iter().any(|column| filled(record.member(column.key())))
            }
            Some(Node::Record(record)) => record.is_started(),
            Some(Node::Rows(rows)) => {
                (0..rows.count()).any(|at| rows.at(at).is_some_and(<dyn Record>::is_started))
            }
            None => false,
        }
    }

    /// Whether anything is answered in any row of the question: also where a question asks each jurisdiction.
    pub fn is_answered(self, plan: &Plan) -> bool {
        if self.question == Question::MandateEnd {
            return plan.jurisdictions.iter().any(|jurisdiction| self.row(jurisdiction.id).is_filled(plan));
        }
        self.is_filled(plan)
    }

    /// Puts what was typed at this place. Says whether the place exists.
    pub fn enter(self, plan: &mut Plan, typed: &str) -> bool {
        match self.node_mut(plan) {
            Some(NodeMut::Answer(answer)) => {
                if self.english {
                    answer.enter_english(typed);
                } else {
                    answer.enter(typed);
                }
                true
            }
            _ => false,
        }
    }

    fn node(self, plan: &Plan) -> Option<Node<'_>> {
        let mut node = match self.commitment {
            Some(id) => Node::Record((&plan.commitments as &dyn Rows).row(id)?),
            None => Node::Record(plan),
        };
        for step in self.question.definition().path {
            node = match node {
                Node::Record(record) => record.member(step)?,
                Node::Rows(rows) => Node::Record(rows.row(self.row?)?),
                Node::Answer(_) => return None,
            };
        }
        if let (Node::Rows(rows), Some(row)) = (&node, self.row) {
            node = Node::Record(rows.row(row)?);
        }
        match (node, self.column) {
            (Node::Record(record), Some(column)) => record.member(column.key()),
            (node, _) => Some(node),
        }
    }

    fn node_mut(self, plan: &mut Plan) -> Option<NodeMut<'_>> {
        let mut node = match self.commitment {
            Some(id) => NodeMut::Record((&mut plan.commitments as &mut dyn Rows).row_mut(id)?),
            None => NodeMut::Record(plan),
        };
        for step in self.question.definition().path {
            node = match node {
                NodeMut::Record(record) => record.member_mut(step)?,
                NodeMut::Rows(rows) => NodeMut::Record(rows.row_mut(self.row?)?),
                NodeMut::Answer(_) => return None,
            };
        }
        if let Some(row) = self.row {
            node = match node {
                NodeMut::Rows(rows) => NodeMut::Record(rows.row_mut(row)?),
                other => other,
            };
        }
        match (node, self.column) {
            (NodeMut::Record(record), Some(column)) => record.member_mut(column.key()),
            (node, _) => Some(node),
        }
    }

    /// The answer's path in the file: `commitments/#c3hx0d81qz/milestones/#m81kz0aa2d/description`.
    pub fn path(self) -> String {
        let mut path = String::new();
        let mut push = |step: &str| {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(step);
        };
        if let Some(commitment) = self.commitment {
            push("commitments");
            push(&format!("#{commitment}"));
        }
        let row = self.row.map(|row| format!("#{row}"));
        let steps = self.question.definition().path;
        for step in steps {
            push(if *step == "*" { row.as_deref().unwrap_or("*") } else { step });
        }
        if let Some(row) = row.filter(|_| !steps.contains(&"*")) {
            push(&row);
        }
        if let Some(column) = self.column {
            push(column.key());
        }
        if self.english {
            push("english");
        }
        path
    }

    /// The place of this path, whether or not there is such a row.
    pub fn from_path(path: &str) -> Option<Self> {
        let (commitment, steps) = match path.strip_prefix("commitments/#") {
            Some(rest) => {
                let (id, steps) = rest.split_once('/').unwrap_or((rest, ""));
                (Some(RowId::parse(id)?), steps)
            }
            None => (None, path),
        };
        let of_annex = |question: &Question| question.section().is_of_commitment() == commitment.is_some();
        let named = |question: Question| (Self { commitment, ..Self::plan(question) }).named_by(steps);
        Question::ALL.iter().copied().filter(of_annex).find_map(named)
    }

    /// The place in this question that the steps of a path name, all of them.
    fn named_by(self, steps: &str) -> Option<Self> {
        let mut place = self;
        let mut steps = steps.split('/').filter(|step| !step.is_empty()).peekable();
        let row = |step: &&str| step.strip_prefix('#').and_then(RowId::parse);
        for known in self.question.definition().path {
            let step = steps.next()?;
            if *known == "*" {
                place.row = row(&step);
            }
            if *known != step && (*known != "*" || place.row.is_none()) {
                return None;
            }
        }
        if self.question.kind().has_rows() {
            place.row = steps.peek().and_then(row);
            place.row.and_then(|_| steps.next());
        }
        let column =
            |step: &&str| self.question.kind().columns().iter().copied().find(|column| column.key() == *step);
        place.column = steps.peek().and_then(column);
        place.column.and_then(|_| steps.next());
        place.english = steps.next_if_eq(&"english").is_some();
        steps.next().is_none().then_some(place)
    }

    /// Whether the plan has the commitment and the row that this place names.
    pub fn exists(self, plan: &Plan) -> bool {
        let list = match self.question {
            Question::MandateEnd => ListPlace::Rows(None, Question::Jurisdictions),
            question => ListPlace::Rows(self.commitment, question),
        };
        let has = |row| list.rows(plan).is_some_and(|rows| rows.row(row).is_some());
        self.commitment.is_none_or(|id| plan.commitment(id).is_some()) && self.row.is_none_or(has)
    }

    /// The place that `?at=` names in the address of a page of this commitment.
    pub fn parse(text: &str, commitment: Option<RowId>) -> Option<Self> {
        let (text, english) = text.strip_suffix(ENGLISH).map_or((text, false), |text| (text, true));
        let mut parts = text.split(':');
        let question = Question::from_number(parts.next()?)?;
        let row = match parts.next() {
            None | Some("") => None,
            Some(row) => Some(RowId::parse(row)?),
        };
        let column = match parts.next() {
            None => None,
            Some(key) => Some(question.kind().columns().iter().copied().find(|column| column.key() == key)?),
        };
        let commitment = commitment.filter(|_| question.section().is_of_commitment());
        Some(Self { commitment, question, row, column, english })
    }
}

/// As `?at=` names it: `A2-3:<row>:email`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.question.number())?;
        match (self.row, self.column) {
            (None, None) => Ok(()),
            (Some(row), None) => write!(f, ":{row}"),
            (row, Some(column)) => {
                f.write_str(":")?;
                row.map_or(Ok(()), |row| write!(f, "{row}"))?;
                write!(f, ":{}", column.key())
            }
        }?;
        f.write_str(if self.english { ENGLISH } else { "" })
    }
}

fn filled(node: Option<Node<'_>>) -> bool {
    matches!(node, Some(Node::Answer(answer)) if answer.is_filled())
}

impl ListPlace {
    /// How many rows the list never falls below: a plan has a jurisdiction.
    pub fn least(self) -> usize {
        usize::from(self == Self::Rows(None, Question::Jurisdictions))
    }

    /// The list.
    pub fn rows(self, plan: &Plan) -> Option<&dyn Rows> {
        match self {
            Self::Commitments => Some(&plan.commitments),
            Self::Rows(commitment, question) => {
                match (Place { commitment, ..Place::plan(question) }).node(plan)? {
                    Node::Rows(rows) => Some(rows),
                    _ => None,
                }
            }
        }
    }

    /// The list, to change.
    pub fn rows_mut(self, plan: &mut Plan) -> Option<&mut dyn Rows> {
        match self {
            Self::Commitments => Some(&mut plan.commitments),
            Self::Rows(commitment, question) => {
                match (Place { commitment, ..Place::plan(question) }).node_mut(plan)? {
                    NodeMut::Rows(rows) => Some(rows),
                    _ => None,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{IdMaker, testing};

    fn plan() -> Plan {
        let mut random = testing::counting();
        let mut ids = IdMaker::new(&mut random);
        let mut plan = Plan::new("fr", &mut ids);
        testing::rows(&mut plan.commitments).add(ids.next_id());
        for question in Question::ALL.iter().filter(|question| question.kind().has_rows()) {
            let commitment = question.section().is_of_commitment().then(|| plan.commitments[0].id);
            let id = ids.next_id();
            ListPlace::Rows(commitment, *question).rows_mut(&mut plan).unwrap().add(id);
        }
        plan
    }

    /// Every place that one control edits, in a plan with one row everywhere.
    fn places(plan: &Plan) -> Vec<Place> {
        let mut places = Vec::new();
        for question in Question::ALL.iter().copied() {
            let commitment = question.section().is_of_commitment().then(|| plan.commitments[0].id);
            let place = Place { commitment, ..Place::plan(question) };
            let row = match question {
                Question::MandateEnd => Some(plan.jurisdictions[0].id),
                _ => ListPlace::Rows(commitment, question)
                    .rows(plan)
                    .and_then(|rows| rows.ids().first().copied()),
            };
            let place = Place { row, ..place };
            match question.kind().columns() {
                [] => places.push(place),
                columns => places.extend(columns.iter().map(|column| place.column(*column))),
            }
        }
        places
    }

    /// A file, as its answer spells it.
    const FILE: &str =
        "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a 12 application/pdf lettre.pdf";

    #[test]
    fn every_question_reaches_its_answer_and_no_other() {
        let empty = plan();
        for place in places(&empty) {
            let mut plan = empty.clone();
            let typed = match place.shown(&plan).as_str() {
                "not_started" => "stuck",
                "fr" => "en",
                _ if place.question == Question::Language => "en",
                _ => [
                    "x",
                    FILE,
                    "yes",
                    "named",
                    "tax",
                    "land",
                    "technology",
                    "joint",
                    "government",
                    "minutes",
                    "forum",
                    "feedback",
                    "head",
                    "comments",
                    "other",
                    "change",
                    "implementation",
                ]
                .into_iter()
                .find(|typed| {
                    place.enter(&mut empty.clone(), typed) && {
                        let mut p = empty.clone();
                        place.enter(&mut p, typed);
                        p != empty
                    }
                })
                .unwrap_or_else(|| panic!("{place} takes no answer")),
            };
            assert!(place.enter(&mut plan, typed), "{place}");
            assert_eq!(place.shown(&plan), typed, "{place}");
            assert!(place.is_filled(&plan));
            for other in places(&empty) {
                if other.path() != place.path() {
                    assert_eq!(other.shown(&plan), other.shown(&empty), "{place} changes {other}");
                }
            }
        }
    }

    #[test]
    fn places_read_back_from_addresses() {
        let plan = plan();
        for place in places(&plan) {
            assert_eq!(Place::parse(&place.to_string(), place.commitment), Some(place));
        }
        for wrong in ["", "A9-1", "A2-3:short:email", "A2-3:c3hx0d81qz:nonsense", "A2-3:c3hx0d81qz:salary"] {
            assert_eq!(Place::parse(wrong, None), None, "{wrong}");
        }
    }

    #[test]
    fn paths_lead_back_to_their_places() {
        let plan = plan();
        for place in places(&plan) {
            for place in [place, place.whole_question(), Place { column: None, ..place }, place.in_english()]
            {
                assert_eq!(Place::from_path(&place.path()), Some(place), "{}", place.path());
                assert!(place.exists(&plan) && (place.row.is_none() || !place.exists(&Plan::default())));
            }
        }
        for wrong in
            ["", "vision", "vision/foreword/x", "commitments", "commitments/#short", "jurisdictions/#short"]
        {
            assert_eq!(Place::from_path(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_path_names_rows_by_their_ids() {
        let plan = plan();
        let commitment = &plan.commitments[0];
        let place = Place::commitment(commitment.id, Question::Milestones)
            .row(commitment.milestones[0].id)
            .column(Column::Description);
        assert_eq!(
            place.path(),
            format!("commitments/#{}/milestones/#{}/description", commitment.id, commitment.milestones[0].id)
        );
        assert_eq!(Place::plan(Question::Foreword).path(), "vision/foreword");
    }
}
