//! The final file, for the submission: the plan, what the rules say of it, and nothing of how it came about.
//!
//! It is a bundle like any other, made of less. What it leaves out is left out before anything is written.

use chrono::NaiveDate;
use serde_json::Map;

use super::{Made, write};
use crate::plan::record::Record;
use crate::plan::{Acknowledgement, Kept, Normalise, Plan};
use crate::rules::{Issue, Value, acknowledged};

/// The final file of a plan, with what the rules say of it. Left out are comments, the plan as it stood before, who made
/// the file and what they noted, and whatever this version does not know. The reasons for what is left open belong to
/// the report, and stay as long as they hold; so does how many differences between copies are undecided.
pub fn export_final(plan: &Plan, differences: usize, issues: &[Issue], made: &Made) -> String {
    let mut alone = alone(plan);
    let without = without_old_texts(issues, &alone, plan);
    alone.acknowledged = reasons_that_hold(plan, issues, &without);
    let made = Made { app: made.app.clone(), at: made.at.clone(), ..Made::default() };
    write::bundle(&alone, None, differences, &without, &made, &Map::new())
}

/// The name of the final file: `valmont-2026-03-04-final.json`.
pub fn final_file_name(plan: &Plan, date: NaiveDate, normalise: Normalise) -> String {
    let name = write::file_name(plan, date, normalise);
    format!("{}-final.json", name.strip_suffix(".json").unwrap_or(&name))
}

/// The plan as it stands, and nothing beside it.
fn alone(plan: &Plan) -> Plan {
    let mut alone = Plan {
        comments: Vec::new(),
        as_submitted: Kept::default(),
        as_endorsed: Kept::default(),
        acknowledged: Vec::new(),
        ..plan.clone()
    };
    (&mut alone as &mut dyn Record).forget_unknown();
    alone
}

/// The reasons that hold, each for the values that are told of its issue. One that lapsed was given for what the plan says
/// no longer.
fn reasons_that_hold(plan: &Plan, issues: &[Issue], told: &[Issue]) -> Vec<Acknowledgement> {
    let mut holding: Vec<Acknowledgement> = Vec::new();
    for (issue, told) in issues.iter().zip(told) {
        if let Some(given) = acknowledged::reason(plan, issue)
            && holding.iter().all(|known| known.id != given.id)
        {
            holding.push(Acknowledgement { values: acknowledged::values(told), ..given.clone() });
        }
    }
    holding
}

/// The issues, without texts that only the plan as it stood before has: the title of a commitment that was deleted.
fn without_old_texts(issues: &[Issue], alone: &Plan, plan: &Plan) -> Vec<Issue> {
    let written = |plan: &Plan| (plan as &dyn Record).to_json().unwrap_or_default().to_string();
    let kept = [&plan.as_submitted, &plan.as_endorsed];
    let then: String = kept.into_iter().filter_map(|kept| kept.plan().map(written)).collect();
    if then.is_empty() {
        return issues.to_vec();
    }
    let now = written(alone);
    let is_old = |text: &str| {
        let spelled = serde_json::Value::from(text).to_string();
        let spelled = spelled.trim_matches('"');
        then.contains(spelled) && !now.contains(spelled)
    };
    let mut issues = issues.to_vec();
    for (_, value) in issues.iter_mut().flat_map(|issue| &mut issue.values) {
        match value {
            Value::Text(text) if is_old(text) => text.clear(),
            Value::Texts(texts) => texts.retain(|text| !is_old(text)),
            _ => {}
        }
    }
    issues
}
