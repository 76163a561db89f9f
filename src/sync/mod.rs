//! Joining copies of one draft: tabs, returned bundles, older copies; all by one mechanism.
//!
//! Each answer keeps its concurrent [`Version`]s, each named by a digest of its content and naming what it replaces.
//! Joining is their union less what was replaced: no clock, no common start, no names of computers. So copies can be
//! joined in any order, again and again, and come to the same. Nothing here knows the plan's questions: a [`State`] is
//! made of JSON, by paths, and what a newer version of the app wrote is joined like all else.
//!
//! The path of an answer is where it stands in the JSON, rows by their ids and options of a list by their keys:
//! `commitments/#c3hx0d81qz/milestones/#m81kz0aa2d/description/text`, `vision/sides/=government`.

mod copies;
mod file;
mod order;
mod since;
mod state;
mod steps;
mod tree;
mod version;
mod ways_back;

#[cfg(test)]
mod histories;

pub use copies::{Copies, Effect, Kind, row_ids};
pub use file::{TooMany, read, written};
pub use state::{Cell, Difference, RowPaths, State};
pub use steps::{Gone, Step, Steps};
pub use tree::named;
pub use version::{Version, VersionId};
pub use ways_back::Before;

/// The end of the path that holds a row's place among the rows.
const POSITION: &str = "_pos";
/// The end of the path that says whether a row was taken out.
const GONE: &str = "_gone";
/// The day of the last change: what copies say of it is settled without anybody.
const CHANGED: &str = "changed";

/// The row whose mark of this kind lies at a path, with `/` at its end.
fn marked<'a>(path: &'a str, mark: &str) -> Option<&'a str> {
    path.strip_suffix(mark).filter(|row| row.ends_with('/'))
}

/// Whether a path is that of a row's place.
pub fn is_place(path: &str) -> bool {
    marked(path, POSITION).is_some()
}

/// Answers of one file at the most, the places of rows among them. Twelve commitments of sixty milestones each, every
/// question answered, have about 10 000, and five thousand comments 25 000 more; a browser needs well over a second to
/// read what is allowed.
pub const MOST_ANSWERS: usize = 100_000;
/// Living versions of one answer at the most, in a file.
pub const MOST_VERSIONS: usize = 128;
/// Versions that one version names at the most as replaced.
pub const MOST_REPLACED: usize = 512;
