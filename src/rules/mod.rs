//! The handbook's rules, live: a plan in, the issues it has out.
//!
//! One function a rule, in the module of its family; this table says what each check is called, how grave it is and
//! where the handbook has it. Checks cannot fail and never change a plan. What they say in words stands in `i18n`.

pub mod acknowledged;
pub mod book;
mod catalogue;
pub mod changes;
mod commitments;
mod contacts;
pub mod dates;
mod eligibility;
pub mod english;
pub mod fix;
pub mod format;
pub mod joint;
pub mod judgement;
mod milestones;
mod monitoring;
mod number;
mod order;
pub mod own;
mod plan;
pub mod process;
mod reports;
mod resources;
mod shared;
mod vision;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use order::{Here, after};

pub use catalogue::{CONTRADICTIONS, Check, Contradiction, Grade, SILENT, Silent};

use std::fmt;

use chrono::NaiveDate;

use crate::plan::{Amount, Day, Month, Normalise, Plan};
use crate::question::{Column, Place, Question};

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
    /// Options of a list, by their keys.
    Options(&'static [&'static str], Vec<&'static str>),
    /// The name of a cell.
    Column(Column),
    /// Questions of the templates, by their numbers.
    Questions(Vec<Question>),
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
    eligibility::check(&case, &mut found);
    plan::check(&case, &mut found);
    english::check(&case, &mut found);
    vision::check(&case, &mut found);
    judgement::check(&case, &mut found);
    of_commitments(&case, &mut found);
    process::check(&case, &mut found);
    changes::check(&case, &mut found);
    reports::check(&case, &mut found);
    order::sorted(plan, found)
}

/// CNT-*, JNT-*, COM-* and MIL-*: what a change to a commitment can break (MOD-4).
fn of_commitments(case: &Case<'_>, found: &mut Vec<Issue>) {
    joint::check(case, found);
    commitments::check(case, found);
    milestones::check(case, found);
}

/// The templates' numbers of questions: `A1-4.1, A2-6`.
pub fn numbers(questions: &[Question]) -> String {
    questions.iter().map(|question| question.number()).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for Value {
    /// As the file spells it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Day(day) => day.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Amount(amount) => amount.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Texts(texts) => f.write_str(&texts.join("; ")),
            Self::Option(key) => f.write_str(key),
            Self::Options(_, keys) => f.write_str(&keys.join("; ")),
            Self::Column(column) => f.write_str(column.key()),
            Self::Questions(questions) => f.write_str(&numbers(questions)),
        }
    }
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
