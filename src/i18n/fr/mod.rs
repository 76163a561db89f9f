//! French: all its words.

mod columns;
mod handbook;
mod options;
mod own;
mod questions;
mod rules;
mod ui;

use super::texts::Words;

/// Everything said in this language.
pub(super) fn words() -> Words {
    Words {
        ui: ui::UI,
        months: options::MONTHS,
        options: options::OPTIONS,
        question: questions::question,
        row: ui::row,
        add_row: ui::add_row,
        column: columns::column,
        section: columns::section,
        rule: rules::rule,
        silent: handbook::SILENT,
        contradictions: handbook::CONTRADICTIONS,
    }
}
