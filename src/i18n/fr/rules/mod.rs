//! French: what the checks say.
//!
//! Each check has three sentences: what is wrong, to be understood without its question; why it matters; what
//! to do. Braces hold the values that the catalogue names for the check. Nothing here scolds, and no answer is
//! called wrong that is only missing.

mod commitments;
mod number;
mod plan;
mod process;
mod vision;

crate::i18n::rule_files!(plan, vision, number, commitments, process);
