//! The project's own tooling: what `cargo xtask` does, and what the end-to-end tests share with it.
//!
//! [`setup`] brings what a fresh machine lacks, [`build`] makes the folder to host and [`one_file`] the app in one file, [`serve`] serves it,
//! [`size`] weighs it, [`fuzz`] throws spoilt files at it, and [`checks`] runs everything that must hold before a change is taken.
//! Nothing here knows the app's code: it starts programs and reads what they print.

use std::path::Path;

pub mod build;
pub mod checks;
pub mod fuzz;
mod offline;
pub mod one_file;
mod process;
pub mod serve;
pub mod setup;
mod shrink;
pub mod size;
mod split;
pub mod tally;

/// The project's folder.
///
/// # Panics
/// Never: xtask lies in a folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in a folder of the project")
}
