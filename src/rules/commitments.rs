//! Each commitment: its title, its period, its description and what it is about (COM-*).
//!
//! The contacts of questions 3 to 5 are checked in `contacts`, the resources of 14 and 15 in `resources`.

use super::shared::{months, number, repeated, speak, text, typed_month};
use super::{Case, Check, Issue, Value, contacts, number as counting, resources};
use crate::plan::record::Answer;
use crate::plan::{Commitment, Text};
use crate::question::{Column, Place, Question};

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    counting::check(case, found);
    com_1(case, found);
    for commitment in &case.plan.commitments {
        com_2(commitment, found);
        com_3(case, commitment, found);
        com_4(case, commitment, found);
        com_10(commitment, found);
        com_12(commitment, found);
        com_13(case, commitment, found);
        com_14(commitment, found);
        com_15(commitment, found);
        com_16(commitment, found);
        com_17(commitment, found);
        com_18(commitment, found);
    }
    contacts::check(case, found);
    resources::check(case, found);
}

/// Speaks without values at a question of the commitment where `wrong`.
fn speak_if(wrong: bool, check: Check, commitment: &Commitment, question: Question, found: &mut Vec<Issue>) {
    if wrong {
        speak(found, check, Place::commitment(commitment.id, question), vec![]);
    }
}

fn period(commitment: &Commitment, column: Column) -> Place {
    Place::commitment(commitment.id, Question::Period).column(column)
}

/// COM-1 (A2-1): the commitment a) has a title, b) that no other has.
fn com_1(case: &Case<'_>, found: &mut Vec<Issue>) {
    let (titled, untitled): (Vec<&Commitment>, Vec<&Commitment>) =
        case.plan.commitments.iter().partition(|commitment| commitment.title.is_filled());
    for commitment in untitled {
        speak_if(true, Check::Com1a, commitment, Question::Title, found);
    }
    let titles: Vec<&str> = titled.iter().map(|commitment| commitment.title.compared()).collect();
    for (commitment, other) in titled.iter().zip(repeated(case, &titles)) {
        if let Some(title) = other.and_then(|other| titles.get(other)) {
            speak(found, Check::Com1b, Place::commitment(commitment.id, Question::Title), vec![text(title)]);
        }
    }
}

/// COM-2 (A2-2, 3.2.1.2): a) start and end are given and can be read, b) in this order.
fn com_2(commitment: &Commitment, found: &mut Vec<Issue>) {
    for (month, column) in [(&commitment.start, Column::Start), (&commitment.end, Column::End)] {
        if month.is_unreadable() {
            speak(found, Check::Com2aUnreadable, period(commitment, column), vec![typed_month(month)]);
        } else if month.value().is_none() {
            speak(found, Check::Com2a, period(commitment, column), vec![Value::Column(column)]);
        }
    }
    if let (Some(start), Some(end)) = (commitment.start.value(), commitment.end.value())
        && start > end
    {
        let values = vec![Value::Month(start), Value::Month(end)];
        speak(found, Check::Com2b, period(commitment, Column::End), values);
    }
}

/// The months the commitment lasts, both counted; nothing where its start lies after its end.
pub(super) fn span(commitment: &Commitment) -> Option<i32> {
    let span = commitment.start.value()?.span(commitment.end.value()?);
    (span > 0).then_some(span)
}

/// COM-3 (3.2.1.2): the commitment lasts twelve months or more. Silent where COM-2b speaks. Where the plan ends
/// before the twelve months would, only an earlier start helps.
fn com_3(case: &Case<'_>, commitment: &Commitment, found: &mut Vec<Issue>) {
    let (Some(span), Some(start)) = (span(commitment), commitment.start.value()) else { return };
    if span >= 12 {
        return;
    }
    let (check, month) = match case.plan.end.value().filter(|end| start + 11 > *end) {
        Some(end) => (Check::Com3NoRoom, end - 11),
        None => (Check::Com3, start + 11),
    };
    speak(found, check, period(commitment, Column::End), vec![months(span), Value::Month(month)]);
}

/// COM-4 (3.2, 3.2.1.2): the commitment lies within the plan: a) its end, b) its start.
fn com_4(case: &Case<'_>, commitment: &Commitment, found: &mut Vec<Issue>) {
    if let (Some(end), Some(plan_end)) = (commitment.end.value(), case.plan.end.value())
        && end > plan_end
    {
        let values = vec![Value::Month(end), Value::Month(plan_end), months(end - plan_end)];
        speak(found, Check::Com4a, period(commitment, Column::End), values);
    }
    if let (Some(start), Some(plan_start)) = (commitment.start.value(), case.plan.start.value())
        && start < plan_start
    {
        let values = vec![Value::Month(start), Value::Month(plan_start)];
        speak(found, Check::Com4b, period(commitment, Column::Start), values);
    }
}

/// COM-10 (3.2.1.2, A2-6 to 9): problem, status quo, action and contribution are described.
fn com_10(commitment: &Commitment, found: &mut Vec<Issue>) {
    let texts: [(&Text, Question); 4] = [
        (&commitment.problem, Question::Problem),
        (&commitment.status_quo, Question::StatusQuo),
        (&commitment.action, Question::Action),
        (&commitment.contribution, Question::Contribution),
    ];
    for (text, question) in texts {
        speak_if(!text.is_filled(), Check::Com10, commitment, question, found);
    }
}

/// COM-12 (A2-7, 3.2.1.2): the status quo has a figure, to measure change by.
fn com_12(commitment: &Commitment, found: &mut Vec<Issue>) {
    let text = &commitment.status_quo;
    let lacks = text.is_filled() && !text.compared().chars().any(char::is_numeric);
    speak_if(lacks, Check::Com12, commitment, Question::StatusQuo, found);
}

/// COM-13 (A2-10): the commitment a) names a goal b) of a vision that has goals.
fn com_13(case: &Case<'_>, commitment: &Commitment, found: &mut Vec<Issue>) {
    let vision = &case.plan.vision;
    let goals = vision.long_term_vision.is_filled() || vision.medium_term_goals.is_filled();
    let named = commitment.goal.is_filled();
    speak_if(!named, Check::Com13a, commitment, Question::Goal, found);
    speak_if(named && !goals, Check::Com13b, commitment, Question::Goal, found);
}

/// COM-14 (A2-11): one or two policy areas.
fn com_14(commitment: &Commitment, found: &mut Vec<Issue>) {
    let chosen = commitment.policy_areas.keys().len();
    one_or_two(chosen, [Check::Com14, Check::Com14Many], commitment, Question::PolicyAreas, found);
}

/// COM-15 (A2-12): one or two sectors.
fn com_15(commitment: &Commitment, found: &mut Vec<Issue>) {
    let chosen = commitment.sectors.keys().len();
    one_or_two(chosen, [Check::Com15, Check::Com15Many], commitment, Question::Sectors, found);
}

fn one_or_two(
    chosen: usize,
    [none, many]: [Check; 2],
    commitment: &Commitment,
    question: Question,
    found: &mut Vec<Issue>,
) {
    speak_if(chosen == 0, none, commitment, question, found);
    if chosen > 2 {
        speak(found, many, Place::commitment(commitment.id, question), vec![number(chosen)]);
    }
}

/// COM-16 (no section): where "other" is chosen, it is said which.
fn com_16(commitment: &Commitment, found: &mut Vec<Issue>) {
    let area = commitment.policy_areas.has("other") && !commitment.other_policy_area.is_filled();
    speak_if(area, Check::Com16, commitment, Question::OtherPolicyArea, found);
    let sector = commitment.sectors.has("other") && !commitment.other_sector.is_filled();
    speak_if(sector, Check::Com16, commitment, Question::OtherSector, found);
}

/// COM-17 (A2-13, 3.2.1.2): the commitment serves a value of OGP.
fn com_17(commitment: &Commitment, found: &mut Vec<Issue>) {
    speak_if(!commitment.values.is_filled(), Check::Com17, commitment, Question::Values, found);
}

/// COM-18 (3.2.1.1): technology and innovation is not its only value.
fn com_18(commitment: &Commitment, found: &mut Vec<Issue>) {
    speak_if(commitment.values.keys() == ["technology"], Check::Com18, commitment, Question::Values, found);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, holds, month, paths, text, typed};
    use super::*;
    use crate::plan::{Plan, Several};

    /// The first commitment with this period.
    fn lasting(start: &'static str, end: &'static str) -> impl FnOnce(&mut Plan) {
        move |plan| {
            plan.commitments[0].start = typed(start);
            plan.commitments[0].end = typed(end);
        }
    }

    #[test]
    fn com_1_titles_differ() {
        let same = |plan: &mut Plan| plan.commitments[2].title = text("OUVRIR les marches-publics.");
        let at = |commitment: usize| format!("commitments/#c{commitment}commitme/title");
        assert_eq!(paths(Check::Com1b, same), [at(1), at(3)]);
        holds(Check::Com1b, |plan| plan.commitments[2].title = text("Ouvrir les marchés publics 2"));
        let blank = |plan: &mut Plan| plan.commitments.iter_mut().for_each(|of| of.title = text(" "));
        holds(Check::Com1b, blank);
        assert_eq!(paths(Check::Com1a, blank).len(), 3);
        holds(Check::Com1b, |plan| plan.commitments.iter_mut().for_each(|of| of.title = text("?")));
        breaks(Check::Com1b, |plan| {
            plan.commitments[1].title = Text { english: "Open contracts".into(), ..Text::default() };
            plan.commitments[2].title = text("open contracts");
        });
    }

    #[test]
    fn com_2_asks_for_both_months_in_order() {
        assert_eq!(paths(Check::Com2a, lasting("", " ")).len(), 2);
        holds(Check::Com2a, lasting("mars", "2027"));
        assert_eq!(paths(Check::Com2aUnreadable, lasting("mars", "2027")).len(), 2);
        holds(Check::Com2b, lasting("2026-04", "2026-04"));
        breaks(Check::Com2b, lasting("2026-05", "2026-04"));
        holds(Check::Com2b, lasting("2026-05", ""));
    }

    #[test]
    fn com_3_lasts_twelve_whole_months() {
        holds(Check::Com3, lasting("2025-03", "2026-02"));
        breaks(Check::Com3, lasting("2025-03", "2026-01"));
        holds(Check::Com3, lasting("2025-03", "2026-03"));
        breaks(Check::Com3, lasting("2026-04", "2026-04"));
        holds(Check::Com3, lasting("2026-05", "2026-04"));
        holds(Check::Com3, lasting("2026-05", "bientôt"));
    }

    #[test]
    fn com_4_lies_within_the_plan() {
        holds(Check::Com4a, lasting("2026-04", "2028-10"));
        breaks(Check::Com4a, lasting("2026-04", "2028-11"));
        holds(Check::Com4a, |plan| {
            lasting("2026-04", "2028-11")(plan);
            plan.end = typed("");
        });
        holds(Check::Com4b, lasting("2026-04", "2027-09"));
        breaks(Check::Com4b, lasting("2026-03", "2027-09"));
        holds(Check::Com4b, |plan| {
            lasting("2026-03", "2027-09")(plan);
            plan.start = typed("");
        });
        breaks(Check::Com4a, |plan| plan.end = month("2027-08"));
    }

    #[test]
    fn com_12_looks_for_a_figure_of_any_script() {
        let says =
            |status: &'static str| move |plan: &mut Plan| plan.commitments[0].status_quo = text(status);
        breaks(Check::Com12, says("Presque rien n’est publié."));
        for figure in ["En 2025, rien.", "٣ jeux", "½ des jeux"] {
            holds(Check::Com12, says(figure));
        }
        holds(Check::Com12, says(" "));
    }

    #[test]
    fn com_13_fills_the_vision_first() {
        let without = |plan: &mut Plan| {
            plan.vision.long_term_vision = Text::default();
            plan.vision.medium_term_goals = Text::default();
        };
        breaks(Check::Com13b, without);
        for goal in [Question::LongTermVision, Question::MediumTermGoals] {
            holds(Check::Com13b, |plan| {
                without(plan);
                Place::plan(goal).enter(plan, "Une ville ouverte.");
            });
        }
        assert_eq!(
            paths(Check::Com13b, |plan| {
                without(plan);
                plan.commitments[0].goal = Text::default();
            })
            .len(),
            2
        );
    }

    #[test]
    fn com_14_and_15_take_one_or_two() {
        let areas = |keys: &'static [&'static str]| {
            move |plan: &mut Plan| plan.commitments[0].policy_areas = Several::of(keys)
        };
        breaks(Check::Com14, areas(&[]));
        breaks(Check::Com14, areas(&["nonsense"]));
        holds(Check::Com14Many, areas(&["tax", "audits"]));
        breaks(Check::Com14Many, areas(&["tax", "audits", "inclusion"]));
        let sectors = |keys: &'static [&'static str]| {
            move |plan: &mut Plan| plan.commitments[0].sectors = Several::of(keys)
        };
        breaks(Check::Com15, sectors(&[]));
        holds(Check::Com15Many, sectors(&["land", "water"]));
        breaks(Check::Com15Many, sectors(&["land", "water", "health"]));
    }

    #[test]
    fn com_16_says_which_other() {
        let other = |plan: &mut Plan| {
            plan.commitments[0].policy_areas = Several::of(&["tax", "other"]);
            plan.commitments[0].sectors = Several::of(&["other"]);
        };
        assert_eq!(
            paths(Check::Com16, other),
            ["commitments/#c1commitme/other_policy_area", "commitments/#c1commitme/other_sector"]
        );
        holds(Check::Com16, |plan| {
            other(plan);
            plan.commitments[0].other_policy_area = text("Cadastre");
            plan.commitments[0].other_sector = text("Pêche");
        });
    }

    #[test]
    fn com_18_technology_serves_another_value() {
        let values = |keys: &'static [&'static str]| {
            move |plan: &mut Plan| plan.commitments[0].values = Several::of(keys)
        };
        breaks(Check::Com18, values(&["technology"]));
        holds(Check::Com18, values(&["civic_participation"]));
        holds(Check::Com18, values(&["technology", "civic_participation"]));
        holds(Check::Com18, values(&[]));
        breaks(Check::Com17, values(&[]));
    }

    #[test]
    fn com_10_asks_each_question() {
        let clear = |plan: &mut Plan| {
            let of = &mut plan.commitments[1];
            for text in [&mut of.problem, &mut of.status_quo, &mut of.action, &mut of.contribution] {
                *text = Text::new("\u{200b} ");
            }
        };
        assert_eq!(paths(Check::Com10, clear).len(), 4);
    }
}
