//! Spanish: what the checks say.
//!
//! Each check has three sentences: what is wrong, to be understood without its question; why it matters; what
//! to do. Braces hold the values that the catalogue names for the check; `{months|mes|meses}` is the word that
//! fits that number. The terms are OGP's own Spanish ones, the tone that of a Latin American public form.

mod commitments;
mod number;
mod plan;
mod process;
mod vision;

use crate::i18n::RuleText;
use crate::rules::Check;

/// What a check says.
pub(super) const fn rule(check: Check) -> RuleText {
    if let Some(text) = plan::rule(check) {
        return text;
    }
    if let Some(text) = vision::rule(check) {
        return text;
    }
    if let Some(text) = number::rule(check) {
        return text;
    }
    if let Some(text) = commitments::rule(check) {
        return text;
    }
    if let Some(text) = process::rule(check) {
        return text;
    }
    panic!("a check that says nothing")
}

/// A check that says nothing does not compile.
const _: () = {
    let mut checks = Check::ALL;
    while let Some((check, others)) = checks.split_first() {
        rule(*check);
        checks = others;
    }
};
