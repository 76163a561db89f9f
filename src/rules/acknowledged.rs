//! Acknowledgements: reasons why a requirement is left open. Each holds for the values it was given for.

use super::Issue;
use crate::plan::text::is_filled;
use crate::plan::{Acknowledgement, Day, Plan, Reference, RowId, Typed};

/// How an issue stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing<'a> {
    /// Nobody said anything about it.
    Open,
    /// It is left open for this reason.
    Acknowledged(&'a Acknowledgement),
    /// A reason was given for other values than now stand; it counts no longer.
    Lapsed(&'a Acknowledgement),
}

/// The values an issue speaks of, as an acknowledgement keeps them: `months=9; earliest=2027-03`.
pub fn values(issue: &Issue) -> String {
    issue.values.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
}

/// The reason why an issue is left open: one that was given for the values it speaks of now.
pub fn reason<'a>(plan: &'a Plan, issue: &Issue) -> Option<&'a Acknowledgement> {
    let values = values(issue);
    given(plan, issue).find(|of| of.values == values)
}

/// What was said of an issue's rule at its place, whatever the values. Only what keeps a plan from being ready can be
/// acknowledged.
fn given<'a>(plan: &'a Plan, issue: &Issue) -> impl Iterator<Item = &'a Acknowledgement> {
    let can_be = !plan.acknowledged.is_empty() && issue.check.grade().keeps_from_ready();
    let (rule, at) = if can_be { (issue.check.id(), issue.at.path()) } else { Default::default() };
    let about =
        move |of: &&Acknowledgement| can_be && of.rule == rule && of.at.0 == at && is_filled(&of.reason);
    plan.acknowledged.iter().filter(about)
}

/// How an issue stands among all that the rules say. A reason has lapsed when its values fit none of them any more: a
/// rule may speak several times of one place.
pub fn standing<'a>(plan: &'a Plan, issues: &[Issue], issue: &Issue) -> Standing<'a> {
    if let Some(holds) = reason(plan, issue) {
        return Standing::Acknowledged(holds);
    }
    let fits_none = |of: &&Acknowledgement| {
        let is_alike = |other: &&Issue| other.check == issue.check && other.at == issue.at;
        !issues.iter().filter(is_alike).any(|other| values(other) == of.values)
    };
    given(plan, issue).filter(fits_none).last().map_or(Standing::Open, Standing::Lapsed)
}

/// Whether an issue keeps the plan from being ready: a requirement or form fault that nobody gave a reason for.
pub fn is_open(plan: &Plan, issue: &Issue) -> bool {
    let counts = issue.check.grade().keeps_from_ready() && !issue.check.is_told_twice();
    counts && reason(plan, issue).is_none()
}

/// Gives a reason for leaving an issue open, from today on. It takes the place of one that lapsed, or has this id; an
/// empty one takes the reason back.
pub fn acknowledge(plan: &mut Plan, issues: &[Issue], issue: &Issue, reason: &str, today: Day, id: RowId) {
    let (rule, at, values) = (issue.check.id(), issue.at.path(), values(issue));
    let replaced = match standing(plan, issues, issue) {
        Standing::Open => None,
        Standing::Acknowledged(given) | Standing::Lapsed(given) => Some(given.id),
    };
    if !issue.check.grade().keeps_from_ready() {
        return;
    }
    plan.acknowledged.retain(|of| Some(of.id) != replaced);
    if is_filled(reason) {
        plan.acknowledged.push(Acknowledgement {
            id: replaced.unwrap_or(id),
            rule,
            at: Reference(at),
            values,
            reason: reason.to_owned(),
            day: Typed::Value(today),
            ..Acknowledgement::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{base, id, typed};
    use super::super::{Check, check};
    use super::*;
    use crate::plan::testing::NORMALISE;

    fn too_late(plan: &Plan) -> Issue {
        let issues = check(plan, super::super::testing::today(), NORMALISE);
        issues.into_iter().find(|issue| issue.check == Check::Plan1).unwrap()
    }

    #[test]
    fn a_reason_holds_for_the_values_it_was_given_for() {
        let mut plan = base();
        plan.end = typed("2028-11");
        let today = Day(super::super::testing::today());
        let issue = too_late(&plan);
        assert!(is_open(&plan, &issue));
        assert_eq!(standing(&plan, std::slice::from_ref(&issue), &issue), Standing::Open);

        acknowledge(
            &mut plan,
            std::slice::from_ref(&issue),
            &issue,
            "L’Unité de soutien est d’accord.",
            today,
            id("acknowledg"),
        );
        assert!(!is_open(&plan, &issue));
        assert_eq!(plan.acknowledged[0].values, "end=2028-11; mandate_end=2028-12; latest=2028-10");

        plan.end = typed("2028-12");
        let later = too_late(&plan);
        assert!(is_open(&plan, &later));
        assert!(
            matches!(standing(&plan, std::slice::from_ref(&later), &later), Standing::Lapsed(given) if given.id == id("acknowledg"))
        );

        acknowledge(
            &mut plan,
            std::slice::from_ref(&later),
            &later,
            "Toujours d’accord.",
            today,
            id("acknowled2"),
        );
        assert_eq!(plan.acknowledged.len(), 1, "it takes the lapsed one's place");
        assert!(!is_open(&plan, &later));

        acknowledge(&mut plan, std::slice::from_ref(&later), &later, " ", today, id("acknowled3"));
        assert!(is_open(&plan, &later) && plan.acknowledged.is_empty());
    }

    #[test]
    fn a_reason_lapses_visibly_also_where_a_rule_speaks_twice() {
        let mut plan = base();
        plan.end = typed("2028-11");
        let first = too_late(&plan);
        plan.end = typed("2028-12");
        let second = too_late(&plan);
        let both = [first.clone(), second.clone()];
        let today = Day(super::super::testing::today());
        acknowledge(&mut plan, &both, &first, "Convenu.", today, id("acknowledg"));
        assert!(matches!(standing(&plan, &both, &first), Standing::Acknowledged(_)));
        assert_eq!(standing(&plan, &both, &second), Standing::Open, "the reason is the other's");
        plan.end = typed("2029-01");
        let changed = [too_late(&plan), second];
        assert!(matches!(standing(&plan, &changed, &changed[0]), Standing::Lapsed(_)));
    }

    #[test]
    fn advice_needs_no_reason() {
        let mut plan = base();
        plan.end = typed("2028-03");
        let issues = check(&plan, super::super::testing::today(), NORMALISE);
        let advice = issues.into_iter().find(|issue| issue.check == Check::Plan12).unwrap();
        assert!(!is_open(&plan, &advice));
        acknowledge(
            &mut plan,
            std::slice::from_ref(&advice),
            &advice,
            "Vu.",
            Day(super::super::testing::today()),
            id("acknowledg"),
        );
        assert!(plan.acknowledged.is_empty());
    }

    #[test]
    fn a_rule_that_speaks_twice_of_a_place_takes_two_reasons() {
        let mut plan = base();
        plan.evidence.clear();
        let said = |plan: &Plan| -> Vec<Issue> {
            let issues = check(plan, super::super::testing::today(), NORMALISE);
            issues.into_iter().filter(|issue| issue.check == Check::Proc5).collect()
        };
        let today = Day(super::super::testing::today());
        let issues = said(&plan);
        assert_eq!(issues.len(), 4);
        acknowledge(&mut plan, &issues, &issues[0], "Le procès-verbal suit.", today, id("acknowled1"));
        assert_eq!(standing(&plan, &issues, &issues[1]), Standing::Open, "the other's reason is not its own");
        acknowledge(&mut plan, &issues, &issues[1], "La liste suit.", today, id("acknowled2"));
        let open = issues.iter().filter(|issue| is_open(&plan, issue)).count();
        assert_eq!((plan.acknowledged.len(), open), (2, 2));
    }
}
