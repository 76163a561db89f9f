//! A name of something else in the plan: another row, or the path of an answer with rows by their ids.
//!
//! A copy that gets new ids keeps pointing at its own rows, so these names are known by their type.

use std::borrow::Cow;

use serde_json::Value;

use super::RowId;
use super::record::{Answer, Reading, answers};

/// What names another row: an id, a path that holds ids (`commitments/#c3hx0d81qz/end`), or a word of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Reference(pub String);

impl Reference {
    /// The name of a row.
    pub fn to(id: RowId) -> Self {
        Self(id.to_string())
    }

    /// The row it names; nothing where it names none.
    pub fn id(&self) -> Option<RowId> {
        RowId::parse(&self.0)
    }
}

impl Answer for Reference {
    fn read(&mut self, value: Value, reading: &mut Reading<'_>) {
        self.0 = reading.text(value).unwrap_or_default();
    }

    fn to_json(&self) -> Option<Value> {
        (!self.0.is_empty()).then(|| self.0.as_str().into())
    }

    fn shown(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }

    fn enter(&mut self, typed: &str) {
        typed.clone_into(&mut self.0);
    }

    fn is_filled(&self) -> bool {
        !self.0.is_empty()
    }

    fn follow(&mut self, new: &dyn Fn(RowId) -> Option<RowId>) {
        let steps = self.0.split('/').map(|step| {
            let (mark, name) =
                step.split_at_checked(usize::from(step.starts_with('#'))).unwrap_or(("", step));
            let followed = RowId::parse(name).and_then(new).map(|id| format!("{mark}{id}"));
            followed.unwrap_or_else(|| step.to_owned())
        });
        self.0 = steps.collect::<Vec<_>>().join("/");
    }
}

answers!(Reference);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_follows_the_rows_it_names() {
        let id = |text: &str| RowId::parse(text).unwrap();
        let new = |old: RowId| (old == id("c000000001")).then(|| id("c000000002"));
        for (before, after) in [
            ("c000000001", "c000000002"),
            ("c000000009", "c000000009"),
            ("commitments/#c000000001/end", "commitments/#c000000002/end"),
            ("all", "all"),
            ("", ""),
        ] {
            let mut reference = Reference(before.to_owned());
            reference.follow(&new);
            assert_eq!(reference.0, after);
        }
    }
}
