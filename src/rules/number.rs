//! The number of commitments (CNT-*).

use super::{At, Case, Check, Issue, Value};
use crate::plan::text::trimmed;
use crate::plan::{Commitment, Day, Month, Plan};

/// Commitments of one jurisdiction that may be active at a time.
const MOST_ACTIVE: usize = 5;

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Issue>) {
    cnt_1(case.plan, found);
    cnt_4(case.plan, found);
}

/// CNT-1 (3.2): a plan of one jurisdiction has in no month more than five active commitments.
fn cnt_1(plan: &Plan, found: &mut Vec<Issue>) {
    if plan.jurisdictions.len() > 1 || plan.commitments.len() <= MOST_ACTIVE {
        return;
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
    if most <= MOST_ACTIVE {
        return;
    }
    let active = plan.commitments.iter().zip(&spans).filter(|(_, span)| span.is_active(peak));
    let titles = active.map(|(commitment, _)| trimmed(commitment.title.compared()).to_owned()).collect();
    let mut values = vec![
        ("count", super::shared::number(most)),
        ("limit", super::shared::number(MOST_ACTIVE)),
        ("titles", Value::Texts(titles)),
    ];
    let check = match peak {
        Some(month) => {
            values.insert(0, ("month", Value::Month(month)));
            Check::Cnt1
        }
        None => Check::Cnt1Always,
    };
    found.push(Issue { check, at: At::Commitments, values });
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
                (1..=count).map(|number| commitment(number, &format!("Titre {number}"))).collect()
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
    fn cnt_1_is_for_plans_of_one_jurisdiction() {
        breaks(Check::Cnt1, |plan| {
            having(6)(plan);
            plan.jurisdictions.clear();
        });
        holds(Check::Cnt1, |plan| {
            having(6)(plan);
            plan.jurisdictions.push(Jurisdiction::default());
        });
    }

    #[test]
    fn cnt_4_asks_for_one() {
        breaks(Check::Cnt4, having(0));
        holds(Check::Cnt4, having(1));
        holds(Check::Cnt4, |plan| plan.commitments = vec![Commitment::default()]);
    }
}
