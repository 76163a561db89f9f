//! Places in the page, by the hooks that its elements carry for tests: `data-page`, `data-row`,
//! `data-question` with `data-column` and `data-part`, `data-rule`, and others of the kind.

use std::fmt;

/// A place in the page; prints as its CSS selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(String);

/// Whatever carries the hook `data-name="value"`.
pub fn hook(name: &str, value: &str) -> Place {
    Place(format!("[data-{name}={value:?}]"))
}

/// Whatever a CSS selector finds, where there is no hook.
pub fn css(selector: &str) -> Place {
    Place(selector.to_owned())
}

/// A page by its name.
pub fn page(name: &str) -> Place {
    hook("page", name)
}

/// A row, of whatever list, by its id.
pub fn row(id: &str) -> Place {
    hook("row", id)
}

/// The control of a question of the template, by its number.
pub fn field(question: &str) -> Place {
    hook("question", question)
}

/// What a rule says, by the rule's id.
pub fn rule(id: &str) -> Place {
    hook("rule", id)
}

impl Place {
    /// The control of one column of a table.
    pub fn column(self, name: &str) -> Self {
        Self(format!("{self}{}", hook("column", name)))
    }

    /// The control of one part of an answer that is split, such as its month.
    pub fn part(self, name: &str) -> Self {
        Self(format!("{self}{}", hook("part", name)))
    }

    /// The one of several controls, check boxes say, that stands for this value.
    pub fn value(self, value: &str) -> Self {
        Self(format!("{self}[value={value:?}]"))
    }

    /// The same within a row.
    pub fn in_row(self, id: &str) -> Self {
        Self(format!("{} {self}", row(id)))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_carries_its_hooks_and_a_row_encloses_it() {
        let email = field("A1-4.1").column("email").in_row("k3x");
        assert_eq!(email.to_string(), r#"[data-row="k3x"] [data-question="A1-4.1"][data-column="email"]"#);
        let theme = field("A2-3").value("access");
        assert_eq!(theme.to_string(), r#"[data-question="A2-3"][value="access"]"#);
    }
}
