//! The file a plan travels in: one JSON object with the plan, what the rules say of it, and a digest.
//!
//! Member names are plain English words that never change; `public/bundle.schema.json` is made from these types.
//! A copy that people work on has the versions of its answers beside the plan (`sync`), by which it is joined with
//! others. Writing is deterministic: two exports of the same plan differ in `made` and `integrity` alone. Reading never
//! panics and loses no more than the one answer that cannot be read; what a newer minor version added is kept and
//! written back. The draft in the browser's storage ([`StoredCopy`]) holds the plan in the same form.

mod files;
mod notes;
mod read;
mod stored;
mod submission;
mod tree;
mod versions;
mod write;
mod zip;

#[cfg(feature = "schema")]
mod schema;

pub use files::{FileBytes, carried_along, files_of, named_in, size_with, with_files};
pub use notes::{Decided, LeftOut, MOST_DECIDED, Notes, Received, Table, Workshop};
pub use read::{BundleError, Digest, Opened, check_rows, check_size, embedded, has_room, open, open_bytes};
#[cfg(feature = "schema")]
pub use schema::{Described, schema};
pub use stored::{StoredCopy, StoredDraft, shown};
pub use submission::{export_final, final_file_name};
pub use versions::{DELETED_STAYS, KEPT_EVERY, MOST_VERSIONS, Why, surplus};
pub use write::{export, export_copy, file_name, in_lines, part_file_name};
pub use zip::zip_of;

/// What `format` says in every bundle.
pub const FORMAT: &str = "ogp-local-plan-bundle";
/// The version of the format that is written.
pub const FORMAT_VERSION: &str = "1.3";
/// The schema's name.
pub const SCHEMA: &str = "urn:plan-ouvert:bundle:1";

/// The digest's algorithm, as the file names it.
const DIGEST: &str = "sha-256";
/// What the digest is taken over, as the file says it.
const DIGEST_OF: &str = "RFC 8785 of this object without integrity";

/// Bytes of a file at the most; to be checked before it is read.
pub const MOST_FILE_BYTES: u64 = 40 * 1024 * 1024;
/// Bytes of JSON text at the most.
pub const MOST_TEXT_BYTES: usize = 16 * 1024 * 1024;
pub use crate::plan::MOST_JURISDICTIONS;

/// Who made an export, when and with what. Nothing here proves anything; it is what somebody typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Made {
    /// The app's version.
    pub app: String,
    /// The moment, in UTC: `2026-03-04T10:12:00Z` (RFC 3339).
    pub at: String,
    /// The name that was typed.
    pub by: String,
    /// A note to whoever opens it.
    pub note: String,
    /// Where it is a part of a plan, for a table of a workshop: the sections (`vision/4`) and commitments it is to fill.
    pub scope: Vec<String>,
    /// Where it is a part of a plan: the table it is for, by its name.
    pub table: String,
}
