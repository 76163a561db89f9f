//! Rows that look alike: two people may have added the same one. They are proposed for joining, never joined alone.

use crate::plan::record::{Record, Rows};
use crate::plan::text::is_filled;
use crate::plan::{Normalise, Plan, RowId};
use crate::question::{ListPlace, Place, Question};

/// Letters that two rows must share at least.
const LEAST: usize = 4;

/// Two rows of a list that look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The list.
    pub list: ListPlace,
    /// The row that comes first.
    pub first: RowId,
    /// The other one.
    pub second: RowId,
}

/// The rows of the plan that begin with the same words, letter case and accents aside: commitments by their titles, rows
/// of tables by their first answers.
pub fn alike(plan: &Plan, normalise: Normalise) -> Vec<Alike> {
    let commitments = plan.commitments.iter().map(|of| (of.id, of.title.compared().to_owned()));
    let mut found = pairs(ListPlace::Commitments, commitments, normalise);
    for question in Question::ALL.iter().copied().filter(|question| question.kind().has_rows()) {
        let of_commitments = plan.commitments.iter().map(|of| Some(of.id));
        let everywhere: Vec<Option<RowId>> =
            if question.section().is_of_commitment() { of_commitments.collect() } else { vec![None] };
        for commitment in everywhere {
            let list = ListPlace::Rows(commitment, question);
            let Some(rows) = list.rows(plan) else { continue };
            let place = Place { commitment, ..Place::plan(question) };
            let named = rows.ids().into_iter().map(|id| (id, first_answers(plan, place.row(id))));
            found.extend(pairs(list, named, normalise));
        }
    }
    found
}

/// What a row's first two filled cells say.
fn first_answers(plan: &Plan, row: Place) -> String {
    let columns = row.question.kind().columns();
    let said = columns.iter().map(|column| row.column(*column).shown(plan));
    said.filter(|said| is_filled(said)).take(2).collect::<Vec<_>>().join(" ")
}

fn pairs(list: ListPlace, rows: impl Iterator<Item = (RowId, String)>, normalise: Normalise) -> Vec<Alike> {
    let named: Vec<(RowId, String)> = rows.map(|(id, said)| (id, normalise.key(&said))).collect();
    let mut found = Vec::new();
    for (at, (first, said)) in named.iter().enumerate() {
        if said.chars().count() >= LEAST {
            // One after the other: the next pair shows once this one is settled.
            let other = named.iter().skip(at + 1).find(|(_, other)| other == said);
            found.extend(other.map(|(second, _)| Alike { list, first: *first, second: *second }));
        }
    }
    found
}

impl Alike {
    /// The paths of both rows in the file, each with `/` at its end.
    pub fn paths(self) -> [String; 2] {
        [self.first, self.second].map(|row| match self.list {
            ListPlace::Commitments => format!("commitments/#{row}/"),
            ListPlace::Rows(commitment, question) => {
                let place = Place { commitment, ..Place::plan(question) };
                format!("{}/", place.row(row).path())
            }
        })
    }

    /// What both are called together, for somebody who said that they are two: the same whichever comes first.
    pub fn name(self) -> String {
        let (least, greatest) = (self.first.min(self.second), self.first.max(self.second));
        format!("{least} {greatest}")
    }

    /// Whether somebody filled both in.
    pub fn are_started(self, plan: &Plan) -> bool {
        let is_started = |rows: &dyn Rows, row| rows.row(row).is_some_and(<dyn Record>::is_started);
        self.list.rows(plan).is_some_and(|rows| is_started(rows, self.first) && is_started(rows, self.second))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Commitment, Milestone, Text, testing};

    fn id(text: &str) -> RowId {
        RowId::parse(text).unwrap()
    }

    #[test]
    fn rows_that_begin_alike_are_found() {
        let commitment = |of: &str, title: &str| Commitment {
            id: id(of),
            title: Text::new(title),
            ..Commitment::default()
        };
        let commitments = vec![
            commitment("commitmen1", "Ouvrir les données du budget"),
            commitment("commitmen2", "Une autre chose"),
            commitment("commitmen3", " ouvrir les donnees  du BUDGET"),
            commitment("commitmen4", "Oui"),
            commitment("commitmen5", "Oui"),
        ];
        let mut plan = Plan { commitments, ..Plan::default() };
        let milestone = |of: &str, body: &str| Milestone {
            id: id(of),
            description: Text::new("Publier"),
            body: body.into(),
            ..Milestone::default()
        };
        plan.commitments[1].milestones = vec![
            milestone("milestone1", "Mairie"),
            milestone("milestone2", "Mairie"),
            milestone("milestone3", "Région"),
        ];
        let found = alike(&plan, testing::NORMALISE);
        let pairs: Vec<_> = found.iter().map(|of| (of.first.to_string(), of.second.to_string())).collect();
        assert_eq!(pairs.len(), 2, "{pairs:?}");
        assert_eq!(pairs[0], ("commitmen1".into(), "commitmen3".into()));
        assert_eq!(found[0].paths(), ["commitments/#commitmen1/", "commitments/#commitmen3/"]);
        assert_eq!(found[1].paths()[1], "commitments/#commitmen2/milestones/#milestone2/");
        assert_eq!(found[0].name(), "commitmen1 commitmen3");
        assert!(found[0].are_started(&plan));
    }
}
