//! A bundle as a zip: its JSON, and the files of the plan beside it, to be opened like any others.
//!
//! Names count for nothing but which entry is the JSON; every other entry is known by its digest, and no more comes out
//! of it than a file may hold.

use std::collections::BTreeSet;

use super::files::{FileBytes, checked, keep};
use super::{BundleError, MOST_FILE_BYTES};
use crate::archive::{self, Unpacked};
use crate::enclosures::{self, FileKind, safe_name};
use crate::plan::Enclosure;

/// The entry that is the bundle.
const BUNDLE: &str = "bundle.json";
/// The folder of the files.
const FOLDER: &str = "files";

/// The zip of a bundle's text and the files of its plan, those whose bytes are given.
pub fn zip_of(bundle: &str, named: &[Enclosure], files: &[FileBytes]) -> Vec<u8> {
    let mut entries: Vec<(String, &[u8])> = vec![(BUNDLE.to_owned(), bundle.as_bytes())];
    let mut taken = BTreeSet::new();
    for file in files {
        let Ok(kind) = FileKind::of(&file.bytes) else { continue };
        let name = named.iter().find(|of| of.sha256 == file.sha256).map_or("", |of| of.name.as_str());
        let name = with_number(&safe_name(name, kind), &mut taken);
        entries.push((format!("{FOLDER}/{name}"), &file.bytes));
    }
    let entries: Vec<(&str, &[u8])> = entries.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    archive::pack(&entries)
}

/// A name that is not taken: `lettre.pdf`, `lettre-2.pdf`. For many systems `Lettre.pdf` is the same.
fn with_number(name: &str, taken: &mut BTreeSet<String>) -> String {
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}.{end}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

/// What a zip holds.
pub(super) struct Unzipped {
    /// The bundle's text.
    pub(super) text: String,
    /// All other entries, each with its digest: whether the plan names them is still to be seen.
    pub(super) files: Vec<FileBytes>,
}

/// Takes a zip apart.
pub(super) fn unzip(bytes: &[u8]) -> Result<Unzipped, BundleError> {
    let most = usize::try_from(MOST_FILE_BYTES).unwrap_or(usize::MAX);
    let entries = archive::unpack(bytes, most).map_err(|error| match error {
        Unpacked::NotAnArchive => BundleError::NotText,
        Unpacked::Damaged => BundleError::Truncated,
        Unpacked::TooMuch => BundleError::TooLarge { bytes: MOST_FILE_BYTES + 1 },
    })?;
    let (mut text, mut files) = (None, Vec::new());
    for (name, content) in entries {
        if name != BUNDLE {
            let sha256 = enclosures::sha256(&content);
            // What the plan names is taken from these; what a system puts into folders by itself is not.
            if let Some(file) = checked(content, &sha256) {
                keep(&mut files, file);
            }
        } else if text.is_none() {
            text = Some(content);
        }
    }
    let text = text.ok_or(BundleError::NotText)?;
    Ok(Unzipped { text: String::from_utf8_lossy(&text).into_owned(), files })
}
