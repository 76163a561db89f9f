//! The handbook's rules, live: a plan in, the issues it has out.
//!
//! One function a rule, in the module of its family; this table says what each check is called, how grave it is and
//! where the handbook has it. Checks cannot fail and never change a plan. What they say in words stands in `i18n`.

mod catalogue;
mod commitments;
mod contacts;
pub mod format;
mod milestones;
mod number;
mod order;
pub mod own;
mod plan;
mod resources;
mod shared;
mod vision;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use catalogue::{Check, Grade};

use chrono::NaiveDate;

use crate::plan::{Amount, Day, Month, Normalise, Plan};
use crate::question::{Column, Place};

/// What a rule says about the plan, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Which check speaks.
    pub check: Check,
    /// The place it speaks about.
    pub at: At,
    /// What the sentence fills in, by the names [`Check::values`] gives.
    pub values: Vec<(&'static str, Value)>,
}

/// What an issue speaks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// An answer, a row or a question.
    Place(Place),
    /// The list of commitments as a whole.
    Commitments,
}

/// A value in an issue's sentence, put into words in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A month: «mars 2026».
    Month(Month),
    /// A day.
    Day(Day),
    /// A whole number.
    Number(i64),
    /// A quantity: money, people, months.
    Amount(Amount),
    /// What somebody typed.
    Text(String),
    /// Several texts, such as titles.
    Texts(Vec<String>),
    /// An option, by its key.
    Option(&'static str),
    /// The name of a cell.
    Column(Column),
}

/// What the checks read beside the plan.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The local calendar day.
    pub today: NaiveDate,
    /// Unicode normalisation, for comparing texts and counting characters.
    pub normalise: Normalise,
}

/// Checks the whole plan. The issues come in the order of the questions.
pub fn check(plan: &Plan, today: NaiveDate, normalise: Normalise) -> Vec<Issue> {
    let case = Case { plan, today, normalise };
    let mut found = Vec::new();
    plan::check(&case, &mut found);
    vision::check(&case, &mut found);
    commitments::check(&case, &mut found);
    milestones::check(&case, &mut found);
    order::sorted(plan, found)
}

impl At {
    /// The place's path in the file; `commitments` for the list of commitments.
    pub fn path(self) -> String {
        match self {
            Self::Place(place) => place.path(),
            Self::Commitments => "commitments".to_owned(),
        }
    }
}
