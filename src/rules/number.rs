//! The number of commitments (CNT-*).

use super::shared::{number, speak};
use super::{At, Case, Check, Issue, Value};
use crate::plan::text::trimmed;
use crate::plan::{Commitment, Day, Month, Plan};
use crate::question::{Place, Question};

/// The commitments that a plan of so many jurisdictions may have active at a time (3.2, 3.4): the number, and what
/// speaks where there are more, in a month and always.
fn limit(plan: &Plan) -> (usize, [Check; 2]) {
    match plan.jurisdictions.len() {
        0 | 1 => (5, [Check::Cnt1, Check::Cnt1Always]),
        2 => (10, [Check::Cnt2, Check::Cnt2Always]),
        _ => (12, [Check::Cnt3, Check::Cnt3Always]),
    }
}

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    let plan = case.plan;
    if !cnt_1_to_3(plan, found) {
        cnt_5a(plan, found);
    }
    cnt_4(plan, found);
    for commitment in plan.commitments.iter().filter(|of| plan.was_added_later(of)) {
        cnt_5b(commitment, found);
        cnt_6(commitment, found);
    }
}

/// CNT-1 (3.2), CNT-2, CNT-3 (3.4): in no month more commitments are active than the plan's jurisdictions may have:
/// 5 for one, 10 for two, 12 for three or four. Says whether there are.
fn cnt_1_to_3(plan: &Plan, found: &mut Vec<Issue>) -> bool {
    let (limit, [in_month, always]) = limit(plan);
    if plan.commitments.len() <= limit {
        return false;
    }
    let spans: Vec<Span> = plan.commitments.iter().map(Span::of).collect();
    let count = |at: Option<Month>| spans.iter().filter(|span| span.is_active(at)).count();
    // The count can only rise where one starts; of equal counts the first month stands.
    let (mut peak, mut most) = (None, count(None));
    for start in spans.iter().filter_map(|span| span.start) {
        let active = count(Some(start));
        if active > most || (active == most && peak.is_some_and(|peak| start < peak)) {
            (peak, most) = (Some(start), active);
        }
    }
    if most <= limit {
        return false;
    }
    let active = plan.commitments.iter().zip(&spans).filter(|(_, span)| span.is_active(peak));
    let titles = active.map(|(commitment, _)| trimmed(commitment.title.compared()).to_owned()).collect();
    let mut values =
        vec![("count", number(most)), ("limit", number(limit)), ("titles", Value::Texts(titles))];
    let check = match peak {
        Some(month) => {
            values.insert(0, ("month", Value::Month(month)));
            in_month
        }
        None => always,
    };
    found.push(Issue { check, at: At::Commitments, values });
    true
}

/// CNT-5a (3.2, 3.2.1.2): a commitment takes another's place only once that is evaluated. Silent where CNT-1 to 3 speak.
fn cnt_5a(plan: &Plan, found: &mut Vec<Issue>) {
    let (limit, _) = limit(plan);
    let count = plan.commitments.iter().filter(|of| of.evaluated.value().is_none()).count();
    if count > limit {
        let values = vec![("count", number(count)), ("limit", number(limit))];
        found.push(Issue { check: Check::Cnt5a, at: At::Commitments, values });
    }
}

/// CNT-5b (3.2): a commitment added after submission is co-created too.
fn cnt_5b(commitment: &Commitment, found: &mut Vec<Issue>) {
    if !commitment.co_created {
        speak(found, Check::Cnt5b, Place::commitment(commitment.id, Question::CoCreated), vec![]);
    }
}

/// CNT-6 (3.5.1): a commitment added after submission gets no initial assessment.
fn cnt_6(commitment: &Commitment, found: &mut Vec<Issue>) {
    speak(found, Check::Cnt6, Place::commitment(commitment.id, Question::Title), vec![]);
}

/// The months in which a commitment is active; a missing side means always.
struct Span {
    start: Option<Month>,
    end: Option<Month>,
}

impl Span {
    fn of(commitment: &Commitment) -> Self {
        let done = commitment.done.value().and_then(Day::month);
        match (commitment.start.value(), commitment.end.value()) {
            (Some(start), Some(end)) if start > end => Self { start: None, end: done },
            (start, end) => Self { start, end: done.or(end) },
        }
    }

    /// Whether the month lies in it; without a month, the time before all starts.
    fn is_active(&self, at: Option<Month>) -> bool {
        match at {
            None => self.start.is_none(),
            Some(at) => self.start.is_none_or(|start| start <= at) && self.end.is_none_or(|end| at <= end),
        }
    }
}

/// CNT-4 (follows from 3.2): there is a commitment.
fn cnt_4(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.commitments.is_empty() {
        found.push(Issue { check: Check::Cnt4, at: At::Commitments, values: vec![] });
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{breaks, commitment, holds, issues, month, told, typed};
    use super::*;
    use crate::plan::Jurisdiction;

    /// As many commitments, each with these months.
    fn having(count: usize) -> impl FnOnce(&mut Plan) {
        move |plan| {
            plan.commitments =
                (1..=count).map(|number| commitment(number, &format!("Titre {number}"))).collect();
        }
    }

    #[test]
    fn cnt_1_counts_five_at_a_time() {
        holds(Check::Cnt1, having(5));
        breaks(Check::Cnt1, having(6));
        holds(Check::Cnt1Always, having(6));
    }

    #[test]
    fn cnt_1_follows_the_months() {
        let sixth = |start: &'static str, end: &'static str| {
            move |plan: &mut Plan| {
                having(6)(plan);
                plan.commitments[5].start = typed(start);
                plan.commitments[5].end = typed(end);
            }
        };
        // The others run from April 2026 to September 2027.
        holds(Check::Cnt1, sixth("2027-10", "2028-09"));
        breaks(Check::Cnt1, sixth("2027-09", "2028-09"));
        holds(Check::Cnt1, sixth("2025-04", "2026-03"));
        breaks(Check::Cnt1, sixth("2025-04", "2026-04"));
        holds(Check::Cnt1, sixth("", "2026-03"));
        breaks(Check::Cnt1, sixth("", "2026-04"));
        breaks(Check::Cnt1, sixth("2027-09", ""));
        holds(Check::Cnt1, sixth("2027-10", ""));
        breaks(Check::Cnt1, sixth("2029-10", "2028-09"));
        breaks(Check::Cnt1, sixth("en 2029", "un jour"));
    }

    #[test]
    fn cnt_1_ends_a_commitment_when_it_is_done() {
        let done = |done: &'static str| {
            move |plan: &mut Plan| {
                having(6)(plan);
                plan.commitments[0].done = typed(done);
                plan.commitments[5].start = month("2026-12");
            }
        };
        holds(Check::Cnt1, done("2026-11-30"));
        breaks(Check::Cnt1, done("2026-12-01"));
        holds(Check::Cnt1, |plan| {
            done("2026-11-30")(plan);
            plan.commitments[0].start = month("2028-01");
        });
        // Done late: active until then.
        breaks(Check::Cnt1, |plan| {
            having(6)(plan);
            plan.commitments[5].start = month("2027-11");
            plan.commitments.iter_mut().take(5).for_each(|commitment| commitment.done = typed("2027-11-02"));
        });
    }

    #[test]
    fn cnt_1_names_the_first_of_the_highest_months() {
        let told = |change: fn(&mut Plan)| {
            told(&issues(change).into_iter().filter(|i| i.at == At::Commitments).collect::<Vec<_>>())
        };
        let first = told(|plan| {
            having(8)(plan);
            plan.commitments[6].start = typed("2026-07");
            plan.commitments[7].start = typed("2027-10");
            plan.commitments[7].end = typed("2028-09");
        });
        let titles = r#"["Titre 1", "Titre 2", "Titre 3", "Titre 4", "Titre 5", "Titre 6", "Titre 7"]"#;
        assert_eq!(first, format!("Cnt1 commitments month=2026-07 count=7 limit=5 titles={titles}"));
        let always = told(|plan| {
            having(7)(plan);
            for commitment in &mut plan.commitments {
                commitment.start = typed("");
                commitment.end = typed("");
            }
        });
        assert_eq!(always, format!("Cnt1Always commitments count=7 limit=5 titles={titles}"));
    }

    #[test]
    fn the_limit_goes_by_the_number_of_jurisdictions() {
        let with = |jurisdictions: usize, commitments: usize| {
            move |plan: &mut Plan| {
                having(commitments)(plan);
                plan.jurisdictions = (0..jurisdictions).map(|_| Jurisdiction::default()).collect();
            }
        };
        breaks(Check::Cnt1, with(0, 6));
        breaks(Check::Cnt1, with(1, 6));
        holds(Check::Cnt1, with(2, 6));
        holds(Check::Cnt2, with(2, 10));
        breaks(Check::Cnt2, with(2, 11));
        holds(Check::Cnt3, with(3, 12));
        breaks(Check::Cnt3, with(3, 13));
        breaks(Check::Cnt3, with(4, 13));
    }

    #[test]
    fn cnt_5_adds_one_once_another_is_evaluated() {
        // The sixth starts when the others are over, so no month has six.
        let sixth = |plan: &mut Plan| {
            having(6)(plan);
            plan.commitments[5].start = typed("2027-10");
            plan.commitments[5].end = typed("2028-10");
        };
        breaks(Check::Cnt5a, sixth);
        holds(Check::Cnt5a, |plan| {
            sixth(plan);
            plan.commitments[0].evaluated = typed("2027-10-20");
        });
        holds(Check::Cnt5a, having(5));
        holds(Check::Cnt5a, having(6));
        let added = |plan: &mut Plan| {
            *plan = super::super::testing::submitted();
            plan.commitments.push(commitment(4, "Un registre des dons"));
        };
        breaks(Check::Cnt5b, added);
        breaks(Check::Cnt6, added);
        holds(Check::Cnt5b, |plan| {
            added(plan);
            plan.commitments[3].co_created = true;
        });
        holds(Check::Cnt6, |plan| {
            added(plan);
            plan.submitted = typed("");
        });
    }

    #[test]
    fn cnt_4_asks_for_one() {
        breaks(Check::Cnt4, having(0));
        holds(Check::Cnt4, having(1));
        holds(Check::Cnt4, |plan| plan.commitments = vec![Commitment::default()]);
    }
}
