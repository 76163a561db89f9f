//! The files that travel in a bundle: named by the plan, their bytes in a list of their own as base64.
//!
//! A bundle is written without their bytes, and they are filled in afterwards ([`with_files`]): so the same text serves
//! alone, with them inside, and in a zip beside them. Nothing that is read is believed: bytes count only where their
//! digest is the one the plan names and their kind is one that is taken.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::write;
use crate::enclosures::{self, FileKind};
use crate::plan::record::Record;
use crate::plan::{Enclosure, Plan};
use crate::sync::State;

/// The bundle's member that lists the files.
pub(super) const MEMBER: &str = "attachments";

/// Files of a plan that are looked at, at the most.
const MOST_FILES: usize = 1024;

/// A file's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileBytes {
    /// Their SHA-256, in hexadecimal.
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// The files that go out with a plan: those that it names, and those of answers that nobody decided on yet; each once.
pub fn files_of(plan: &Plan, state: Option<&State>) -> Vec<Enclosure> {
    let record: &dyn Record = plan;
    let mut found = Vec::new();
    find(&record.to_json().unwrap_or_default(), &mut found);
    let open = state.map(State::differences).unwrap_or_default();
    for version in open.iter().flat_map(|of| &of.versions) {
        find(&version.value, &mut found);
    }
    found
}

/// All files that a state names, also in rows that were taken out; each once.
pub fn named_in(state: &State) -> Vec<Enclosure> {
    let mut found = Vec::new();
    for version in state.cells().flat_map(|(_, cell)| cell.versions()) {
        find(&version.value, &mut found);
    }
    found
}

fn find(value: &Value, found: &mut Vec<Enclosure>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| find(item, found)),
        Value::Object(members) if members.contains_key("sha256") => {
            let file = Enclosure::read(value.clone()).filter(|_| found.len() < MOST_FILES);
            if let Some(file) = file.filter(|file| !found.iter().any(|known| known.sha256 == file.sha256)) {
                found.push(file);
            }
        }
        Value::Object(members) => members.values().for_each(|value| find(value, found)),
        _ => {}
    }
}

/// What a bundle of this length weighs once these files are in it, in bytes.
pub fn size_with<'a>(text: usize, files: impl Iterator<Item = &'a Enclosure>) -> u64 {
    // Instead of `null`, between quotes.
    let inside = files.map(|file| file.size.div_ceil(3).saturating_mul(4).saturating_sub(2));
    let inside = inside.fold(0, u64::saturating_add);
    u64::try_from(text).unwrap_or(u64::MAX).saturating_add(inside)
}

/// The bundle's list of these files, their bytes left out; nothing where there are none.
pub(super) fn listed(files: &[Enclosure]) -> Option<Value> {
    let line = |file: &Enclosure| {
        let mut line = file.to_json();
        if let Some(members) = line.as_object_mut() {
            members.insert("data".to_owned(), Value::Null);
        }
        line
    };
    (!files.is_empty()).then(|| files.iter().map(line).collect())
}

/// A bundle's text, with the bytes of its files filled in where they are given.
pub fn with_files(bundle: &str, files: &[FileBytes]) -> String {
    let Ok(Value::Object(mut members)) = serde_json::from_str(bundle) else { return bundle.to_owned() };
    let lines = members.get_mut(MEMBER).and_then(Value::as_array_mut);
    for line in lines.into_iter().flatten().filter_map(Value::as_object_mut) {
        let digest = line.get("sha256").and_then(Value::as_str).unwrap_or_default();
        if let Some(file) = files.iter().find(|file| file.sha256 == digest) {
            line.insert("data".to_owned(), STANDARD.encode(&file.bytes).into());
        }
    }
    write::sealed(members)
}

/// Takes the bytes out of a bundle's list of files: those that are what they are said to be; the names of others.
pub(super) fn taken(member: Option<Value>) -> (Vec<FileBytes>, Vec<String>) {
    let (mut files, mut damaged) = (Vec::new(), Vec::new());
    let Some(Value::Array(lines)) = member else { return (files, damaged) };
    for mut line in lines.into_iter().take(MOST_FILES) {
        let data = line.as_object_mut().and_then(|members| members.shift_remove("data"));
        let Some(file) = Enclosure::read(line) else { continue };
        match data {
            None | Some(Value::Null) => {}
            Some(data) => {
                let bytes = data.as_str().and_then(|text| STANDARD.decode(text).ok());
                match bytes
                    .filter(|bytes| is_of_size(bytes, &file))
                    .and_then(|bytes| checked(bytes, &file.sha256))
                {
                    Some(bytes) => keep(&mut files, bytes),
                    None => damaged.push(file.name),
                }
            }
        }
    }
    (files, damaged)
}

/// Takes the files out that a version of the app before 1.3 carried with a draft, without knowing what they are.
pub fn carried_along(unknown: &mut Map<String, Value>) -> Vec<FileBytes> {
    let Some(Value::Array(lines)) = unknown.shift_remove(MEMBER) else { return Vec::new() };
    let (mut files, mut left) = (Vec::new(), Vec::new());
    for line in lines {
        match taken(Some(Value::Array(vec![line.clone()]))).0.pop() {
            Some(file) => keep(&mut files, file),
            None => left.push(line),
        }
    }
    if !left.is_empty() {
        unknown.insert(MEMBER.to_owned(), Value::Array(left));
    }
    files
}

/// Whether a file says of itself how large it is, if it says that at all.
fn is_of_size(bytes: &[u8], file: &Enclosure) -> bool {
    file.size == 0 || u64::try_from(bytes.len()) == Ok(file.size)
}

/// The bytes, if they have this digest and are of a kind that is taken.
pub(super) fn checked(bytes: Vec<u8>, sha256: &str) -> Option<FileBytes> {
    let is_it = enclosures::sha256(&bytes) == sha256 && FileKind::of(&bytes).is_ok();
    is_it.then(|| FileBytes { sha256: sha256.to_owned(), bytes })
}

pub(super) fn keep(files: &mut Vec<FileBytes>, file: FileBytes) {
    if files.iter().all(|known| known.sha256 != file.sha256) {
        files.push(file);
    }
}

/// How many bytes of a bundle's text are the bytes of files.
pub(super) fn bytes_inside(bundle: &Map<String, Value>) -> usize {
    let lines = bundle.get(MEMBER).and_then(Value::as_array);
    let data = lines.into_iter().flatten().filter_map(|line| line.get("data")?.as_str());
    data.map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn files_that_an_older_app_carried_along_are_taken_out() {
        let bytes = b"%PDF-1.7".to_vec();
        let sha256 = enclosures::sha256(&bytes);
        let line = json!({"sha256": sha256, "name": "a.pdf", "type": "application/pdf", "size": 8, "data": STANDARD.encode(&bytes)});
        let other = json!({"later": 1});
        let Value::Object(mut unknown) = json!({"attachments": [line, other], "future": 1}) else {
            unreachable!()
        };
        assert_eq!(carried_along(&mut unknown), [FileBytes { sha256, bytes }]);
        assert_eq!(Value::Object(unknown.clone()), json!({"future": 1, "attachments": [other]}));
        assert_eq!(carried_along(&mut unknown), []);
        assert_eq!(unknown.len(), 2);
    }
}
