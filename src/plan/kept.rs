//! The plan as it stood once, kept inside the plan: what was endorsed, what was submitted.

use std::borrow::Cow;

use serde_json::Value;

use super::Plan;
use super::record::{Answer, Reading, Record, answers};

/// A plan as it stood at its endorsement or submission; nothing before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept(Option<Box<Plan>>);

/// The plan's members that a kept plan goes without: plans it kept itself.
pub(crate) const NEVER_KEPT: [&str; 2] = ["as_submitted", "as_endorsed"];

impl Kept {
    /// The plan as it stands now, without what it kept itself and what people said about it.
    pub fn of(plan: &Plan) -> Self {
        let mut kept = Plan {
            as_submitted: Self::default(),
            as_endorsed: Self::default(),
            comments: Vec::new(),
            ..plan.clone()
        };
        // What a newer version wrote stays in the plan itself; kept once more it would lie a level deeper.
        (&mut kept as &mut dyn Record).forget_unknown();
        Self(Some(Box::new(kept)))
    }

    /// The plan that was kept.
    pub fn plan(&self) -> Option<&Plan> {
        self.0.as_deref()
    }
}

impl Answer for Kept {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        let Value::Object(mut members) = value else { return reading.fault(&value) };
        // It never keeps what it kept itself, however deep a file nests that, and no comments.
        NEVER_KEPT.iter().chain(&["comments"]).for_each(|key| drop(members.shift_remove(*key)));
        let mut plan = Plan::default();
        // Its rows are the plan's own rows as they were, so they have the same ids.
        reading.apart(|reading| (&mut plan as &mut dyn Record).read(Value::Object(members), reading));
        self.0 = Some(Box::new(plan));
    }

    fn to_json(&self) -> Option<Value> {
        (self.0.as_deref()? as &dyn Record).to_json()
    }

    fn shown(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn enter(&mut self, _: &str) {}

    fn is_filled(&self) -> bool {
        self.0.is_some()
    }

    fn follow(&mut self, new: &dyn Fn(super::RowId) -> Option<super::RowId>) {
        if let Some(plan) = &mut self.0 {
            let plan: &mut dyn Record = &mut **plan;
            plan.rename(&mut |old| new(old).unwrap_or(old));
            plan.follow(new);
        }
    }
}

answers!(Kept);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Kept {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Kept".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Plan>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{IdMaker, testing};
    use serde_json::json;

    #[test]
    fn rows_without_ids_get_the_same_ones_each_time() {
        let value = json!({"commitments": [{}, {"id": "c3hx0d81qz"}, {"id": "c3hx0d81qz"}]});
        let read = |random: &mut dyn FnMut() -> [u8; 10]| {
            let mut kept = Kept::default();
            kept.read(value.clone(), &mut Reading::new(IdMaker::new(random)));
            kept.to_json().unwrap()
        };
        let (mut one, mut other) = (testing::counting(), testing::counting());
        other();
        let first = read(&mut one);
        assert_eq!(first, read(&mut other));
        let ids = first["commitments"].as_array().unwrap().iter().map(|row| row["id"].to_string());
        assert_eq!(ids.collect::<std::collections::BTreeSet<_>>().len(), 3);
    }
}
