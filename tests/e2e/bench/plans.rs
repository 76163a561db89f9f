//! The plans of the benchmark, made of the example's texts.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

const EXAMPLE: &str = include_str!("../../../public/example.json");

/// How large the common draft is, in bytes of compact JSON.
const DRAFT: usize = 82_000;

/// Twelve commitments of ten milestones: 82 kB.
pub(crate) fn full() -> Result<Value> {
    let mut length = 40;
    let mut plan = plan(10, length, length)?;
    // Texts grow until the draft has its size.
    while serde_json::to_string(&plan)?.len() < DRAFT {
        length += 5;
        plan = self::plan(10, length, length)?;
    }
    Ok(plan)
}

/// Twelve commitments of sixty milestones of 2,000 characters.
pub(crate) fn large() -> Result<Value> {
    plan(60, 400, 2000)
}

/// A bundle with this plan.
pub(crate) fn bundle(plan: &Value) -> Result<String> {
    let mut bundle: Value = serde_json::from_str(EXAMPLE)?;
    bundle.as_object_mut().context("an object")?.insert("plan".into(), plan.clone());
    Ok(serde_json::to_string(&bundle)?)
}

fn plan(milestones: usize, length: usize, milestone_length: usize) -> Result<Value> {
    let example: Value = serde_json::from_str(EXAMPLE)?;
    let mut plan = example.get("plan").cloned().context("a plan")?;
    in_english(&mut plan);
    cut(&mut plan, length);
    let plan_members = plan.as_object_mut().context("an object")?;
    plan_members.insert("language".into(), json!("en"));
    let patterns =
        plan_members.get("commitments").and_then(Value::as_array).cloned().context("commitments")?;
    let mut made = Vec::new();
    for (number, pattern) in patterns.iter().cycle().take(12).enumerate() {
        let mut commitment = pattern.clone();
        let members = commitment.as_object_mut().context("an object")?;
        let title = members.get("title").and_then(|title| title.get("text")?.as_str()).unwrap_or_default();
        members.insert("title".into(), json!({ "text": format!("{}. {title}", number + 1) }));
        let steps = members.get("milestones").and_then(Value::as_array).cloned().unwrap_or_default();
        let steps = steps.iter().cycle().take(milestones).cloned().map(|mut step| {
            lengthen(&mut step, milestone_length);
            step
        });
        members.insert("milestones".into(), steps.collect());
        made.push(commitment);
    }
    plan_members.insert("commitments".into(), made.into());
    let mut count = 0;
    give_ids(&mut plan, &mut count);
    Ok(plan)
}

/// The English of each answer in place of both.
fn in_english(value: &mut Value) {
    if let Some(english) = value.as_object_mut().and_then(|members| members.remove("english")) {
        *value = json!({ "text": english });
        return;
    }
    members_of(value).for_each(in_english);
}

/// No text longer than this many characters.
fn cut(value: &mut Value, length: usize) {
    if let Some(text) = value.as_object_mut().and_then(|members| members.get_mut("text")) {
        let short: String = text.as_str().unwrap_or_default().chars().take(length).collect();
        *text = short.into();
        return;
    }
    members_of(value).for_each(|member| cut(member, length));
}

/// A milestone's description, repeated to this many characters.
fn lengthen(milestone: &mut Value, length: usize) {
    let text = milestone.pointer_mut("/description/text");
    if let Some(text) = text {
        let once = text.as_str().unwrap_or("A step.").to_owned() + " ";
        *text = once.chars().cycle().take(length).collect::<String>().into();
    }
}

fn give_ids(value: &mut Value, count: &mut usize) {
    if let Some(id) = value.as_object_mut().and_then(|members| members.get_mut("id")) {
        *count += 1;
        *id = format!("bench{count:05}").into();
    }
    members_of(value).for_each(|member| give_ids(member, count));
}

fn members_of(value: &mut Value) -> Box<dyn Iterator<Item = &mut Value> + '_> {
    match value {
        Value::Object(members) => Box::new(Map::values_mut(members)),
        Value::Array(items) => Box::new(items.iter_mut()),
        _ => Box::new(std::iter::empty()),
    }
}
