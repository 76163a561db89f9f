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

crate::i18n::rule_files!(plan, vision, number, commitments, process);
