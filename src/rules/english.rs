//! The English texts beside the answers (PLAN-8, handbook 3.2).

use super::shared::speak;
use super::{Case, Check, Issue};
use crate::plan::Text;
use crate::plan::text::is_filled;
use crate::question::{Column, Place, Question};

/// PLAN-8: where the working language is not English, every text that is filled has an English one beside it. Names,
/// titles of people, roles and contacts go as they are.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    if plan.language.key().is_none_or(|key| key == "en") {
        return;
    }
    let mut ask = |text: &Text, place: Place| {
        if is_filled(&text.text) && !is_filled(&text.english) {
            speak(found, Check::Plan8, place.in_english(), vec![]);
        }
    };
    let vision = &plan.vision;
    for (question, text) in [
        (Question::Foreword, &vision.foreword),
        (Question::LongTermVision, &vision.long_term_vision),
        (Question::Achievements, &vision.achievements),
        (Question::Challenges, &vision.challenges),
        (Question::MediumTermGoals, &vision.medium_term_goals),
        (Question::PlanContribution, &vision.plan_contribution),
        (Question::PolicyContribution, &vision.policy_contribution),
        (Question::Coordination, &vision.coordination),
        (Question::Spaces, &vision.spaces),
        (Question::Diversity, &vision.diversity),
        (Question::Participants, &vision.participants),
        (Question::Collaboration, &vision.collaboration),
        (Question::MonitoringBody, &vision.monitoring_body),
        (Question::ProgressActivities, &vision.progress_activities),
        (Question::ProgressChecks, &vision.progress_checks),
        (Question::PublicResults, &vision.public_results),
    ] {
        ask(text, Place::plan(question));
    }
    for of in &plan.commitments {
        for (question, text) in [
            (Question::Title, &of.title),
            (Question::Problem, &of.problem),
            (Question::StatusQuo, &of.status_quo),
            (Question::Action, &of.action),
            (Question::Contribution, &of.contribution),
            (Question::Goal, &of.goal),
            (Question::OtherPolicyArea, &of.other_policy_area),
            (Question::OtherSector, &of.other_sector),
            (Question::Additional, &of.additional),
        ] {
            ask(text, Place::commitment(of.id, question));
        }
        let resources = Place::commitment(of.id, Question::Resources);
        for row in &of.resources {
            ask(&row.other, resources.row(row.id).column(Column::OtherResources));
        }
        let milestones = Place::commitment(of.id, Question::Milestones);
        for row in &of.milestones {
            ask(&row.description, milestones.row(row.id).column(Column::Description));
        }
    }
}

/// Whether a place has an English text beside it, in a plan of this working language.
pub fn has_english(plan: &crate::plan::Plan, place: Place) -> bool {
    let is_asked = plan.language.key().is_some_and(|key| key != "en");
    let is_template = !place.question.is_own()
        || matches!(place.question, Question::OtherPolicyArea | Question::OtherSector);
    is_asked && is_template && place.answer(plan).is_some_and(|answer| answer.english().is_some())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, paths, text};
    use super::*;
    use crate::plan::{One, Plan};
    use crate::question::Question;

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
        use crate::question::{ColumnKind, Kind};
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
            for place in places.into_iter().filter(|place| has_english(&plan, *place)) {
                let asked = found.iter().any(|issue| issue.at == super::super::At::Place(place.in_english()));
                assert!(asked, "{place}");
            }
        }
    }
}
