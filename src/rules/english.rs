//! The English texts beside the answers (PLAN-8, handbook 3.2).

use super::shared::speak;
use super::{Case, Check, Issue};
use crate::plan::text::is_filled;
use crate::plan::{Plan, Text};
use crate::question::{Column, ColumnKind, Kind, Place, Question};

/// PLAN-8: where the working language is not English, every text that is filled has an English one beside it. Names,
/// titles of people, roles and contacts go as they are.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    if !is_translated(plan) {
        return;
    }
    let ask = |place: Place, found: &mut Vec<Issue>| {
        if let Some(answer) = place.answer(plan)
            && answer.english().is_some_and(|english| !is_filled(english))
            && is_filled(&answer.shown())
        {
            speak(found, Check::Plan8, place.in_english(), vec![]);
        }
    };
    let (of_commitment, of_plan): (Vec<Question>, Vec<Question>) = Question::ALL
        .iter()
        .copied()
        .filter(is_asked_in_english)
        .partition(|of| of.section().is_of_commitment());
    of_plan.into_iter().for_each(|question| ask(Place::plan(question), found));
    for of in &plan.commitments {
        of_commitment.iter().for_each(|question| ask(Place::commitment(of.id, *question), found));
        // Rows are many: read where they stand, and not by their ids.
        let resources = Place::commitment(of.id, Question::Resources);
        for row in of.resources.iter().filter(|row| lacks_english(&row.other)) {
            let place = resources.row(row.id).column(Column::OtherResources);
            speak(found, Check::Plan8, place.in_english(), vec![]);
        }
        let milestones = Place::commitment(of.id, Question::Milestones);
        for row in of.milestones.iter().filter(|row| lacks_english(&row.description)) {
            let place = milestones.row(row.id).column(Column::Description);
            speak(found, Check::Plan8, place.in_english(), vec![]);
        }
    }
}

fn lacks_english(text: &Text) -> bool {
    is_filled(&text.text) && !is_filled(&text.english)
}

/// Whether a question takes a text that goes to OGP in English.
fn is_asked_in_english(question: &Question) -> bool {
    let is_template = !question.is_own();
    let is_which_other = matches!(question, Question::OtherPolicyArea | Question::OtherSector);
    matches!(question.kind(), Kind::Line | Kind::Long) && (is_template || is_which_other)
}

/// Whether answers of this plan have English texts beside them.
pub fn is_translated(plan: &Plan) -> bool {
    plan.language.key().is_some_and(|key| key != "en")
}

/// Whether an English text can stand beside a place: its question takes one, or its cell.
pub fn can_have_english(place: Place) -> bool {
    match place.column {
        Some(column) => !place.question.is_own() && column.kind() == ColumnKind::Long,
        None => is_asked_in_english(&place.question),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, paths, text};
    use super::*;
    use crate::plan::One;

    #[test]
    fn plan_8_asks_for_the_english_of_each_text() {
        holds(Check::Plan8, |plan| plan.language = One::default());
        let french = |plan: &mut Plan| plan.language = One::of("fr");
        breaks(Check::Plan8, french);
        let in_english = |plan: &mut Plan| {
            french(plan);
            plan.vision.foreword.english = "Together.".into();
        };
        assert!(!paths(Check::Plan8, in_english).contains(&"vision/foreword/english".to_owned()));
        assert!(paths(Check::Plan8, french).contains(&"vision/foreword/english".to_owned()));
        holds(Check::Plan8, |plan| {
            french(plan);
            *plan = Plan { language: plan.language, ..Plan::default() };
            plan.vision.foreword.english = "Together.".into();
        });
    }

    /// Every text of the annexes that has an English one beside it is asked for.
    #[test]
    fn plan_8_forgets_no_text() {
        let mut plan = super::super::testing::base();
        plan.language = One::of("fr");
        let commitment = plan.commitments[0].id;
        plan.commitments.truncate(1);
        plan.commitments[0].additional = text("Voir le plan climat.");
        plan.commitments[0].other_sector = text("Pêche");
        plan.commitments[0].other_policy_area = text("Cadastre");
        plan.commitments[0].resources[0].other = text("Une salle");
        let found =
            super::super::check(&plan, super::super::testing::today(), crate::plan::testing::NORMALISE);
        for question in Question::ALL.iter().copied() {
            let place = Place {
                commitment: question.section().is_of_commitment().then_some(commitment),
                ..Place::plan(question)
            };
            let places: Vec<Place> = match question.kind() {
                Kind::Line | Kind::Long => vec![place],
                kind => {
                    let rows = crate::question::ListPlace::Rows(place.commitment, question);
                    let row = rows.rows(&plan).and_then(|rows| rows.ids().first().copied());
                    let long = kind.columns().iter().filter(|column| column.kind() == ColumnKind::Long);
                    long.filter_map(|column| Some(place.row(row?).column(*column))).collect()
                }
            };
            for place in places.into_iter().filter(|place| can_have_english(*place)) {
                let asked = found.iter().any(|issue| issue.at == super::super::At::Place(place.in_english()));
                assert!(asked, "{place}");
            }
        }
    }
}
