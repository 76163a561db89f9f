//! Reading a bundle that may be anything at all.
//!
//! What is no bundle is refused, each case by its own name, before anything is made of it. What is one is read
//! answer by answer: a wrong value costs that answer alone and is reported as a fault. The digest only tells
//! whether the file is as it was written; a file that somebody changed by hand is read like any other.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::files::{self, FileBytes};
use super::{FORMAT, FORMAT_VERSION, MOST_FILE_BYTES, MOST_TEXT_BYTES, Made, tree, zip};
use crate::archive;
use crate::canonical;
use crate::plan::record::{Fault, FaultKind, MOST_ROWS, NodeMut, Reading, Record, Row as _};
use crate::plan::{IdMaker, Jurisdiction, NEVER_KEPT, Plan, RowId, TIMES_JOINED, text};
use crate::sync::{self, State};

/// Characters that are read of each text of `made` at the most; it is shown on one line.
const MOST_MADE: usize = 300;
/// Characters that are read of the covering note at the most: the instructions for a table have several lines.
const MOST_NOTE: usize = 4000;

/// Values in the plan of a file at the most, in what it was as well: lists and objects come on top of the answers.
const MOST_IN_PLAN: usize = 2 * sync::MOST_ANSWERS;
/// Rows of all lists of a file together at the most, in what the plan was as well. To name one takes as long as to read
/// several answers, and a copy has no more than [`MOST_ROWS_IN_ALL`].
const MOST_ROWS_IN_FILE: usize = sync::MOST_ANSWERS / 4;

/// Rows of all lists together at the most. A row has eleven answers at the most, a commitment's own left aside, and its
/// place.
const MOST_ROWS_IN_ALL: usize = sync::MOST_ANSWERS / 12;

/// What a bundle held.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// The versions of its answers; where the file tells none, what the plan says.
    pub state: State,
    /// What could not be read, in the file's order.
    pub faults: Vec<Fault>,
    /// Who says to have made it, as far as that could be read.
    pub made: Made,
    /// Whether it is as it was written.
    pub digest: Digest,
    /// The bytes of files that came with it, each as the plan names it.
    pub files: Vec<FileBytes>,
    /// The names of files whose bytes are not what they are said to be.
    pub damaged: Vec<String>,
    /// Members beside the plan that this version does not know, to be written back.
    pub unknown: Map<String, Value>,
}

/// What the digest says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digest {
    /// The file is as it was written.
    Matches,
    /// It was changed on its way, by somebody or something.
    Differs,
    /// There is none that can be checked.
    Absent,
}

/// Why a text cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleError {
    /// The file is greater than [`MOST_FILE_BYTES`].
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The JSON text is longer than [`MOST_TEXT_BYTES`].
    TooMuchText {
        /// Its length.
        bytes: usize,
    },
    /// There is nothing in it.
    Empty,
    /// It is no text at all, but a picture, a document or an archive.
    NotText,
    /// It is not JSON.
    NotJson {
        /// The line where that shows, from 1.
        line: usize,
        /// The character in it, from 1.
        column: usize,
    },
    /// It is the beginning of JSON, without its end.
    Truncated,
    /// Objects and lists are nested too deep.
    TooDeep,
    /// A key stands twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line of the second.
        line: usize,
    },
    /// A number with decimals or beyond ±(2^53 − 1).
    BadNumber {
        /// Its line, from 1.
        line: usize,
        /// The character in it, from 1.
        column: usize,
    },
    /// It is JSON, but of another format.
    NotABundle,
    /// The version of its format is missing or not of a version's shape.
    NoVersion,
    /// A later version of the app wrote it.
    NewerVersion {
        /// The file's version.
        theirs: String,
        /// The version that can be read.
        ours: &'static str,
    },
    /// It holds no plan.
    NoPlan,
    /// More commitments than a file may hold.
    TooManyCommitments {
        /// How many.
        count: usize,
        /// How many it may hold.
        limit: usize,
    },
    /// More rows than a list in a file may hold.
    TooManyRows {
        /// The list's path in the plan: `commitments/0/milestones`.
        path: String,
        /// How many.
        count: usize,
        /// How many it may hold.
        limit: usize,
    },
    /// More answers or versions of them than any copy of a plan has.
    TooManyVersions,
}

/// Whether a file of this size may be read at all.
pub fn check_size(bytes: u64) -> Result<(), BundleError> {
    if bytes > MOST_FILE_BYTES { Err(BundleError::TooLarge { bytes }) } else { Ok(()) }
}

/// Opens a file: a bundle, or a zip with one.
pub fn open_bytes(bytes: &[u8], ids: IdMaker<'_>) -> Result<Opened, BundleError> {
    check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    if !archive::is_archive(bytes) {
        return open(&String::from_utf8_lossy(bytes), ids);
    }
    let unzipped = zip::unzip(bytes)?;
    let mut opened = open(&unzipped.text, ids)?;
    let named = files::named_in(&opened.state);
    for file in unzipped.files.into_iter().filter(|file| named.iter().any(|of| of.sha256 == file.sha256)) {
        files::keep(&mut opened.files, file);
    }
    Ok(opened)
}

/// Opens a bundle. `ids` gives new ids where the file's cannot serve.
pub fn open(text: &str, mut ids: IdMaker<'_>) -> Result<Opened, BundleError> {
    check_size(u64::try_from(text.len()).unwrap_or(u64::MAX))?;
    // Only the bytes of files may be more.
    if text.len() > MOST_TEXT_BYTES && !text.contains(files::MEMBER) {
        return Err(BundleError::TooMuchText { bytes: text.len() });
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(BundleError::Empty);
    }
    if is_no_text(text) {
        return Err(BundleError::NotText);
    }
    let tree = tree::parse(text, tree::DEEPEST, tree::MOST_VALUES)?;
    let mut bundle = frame(tree, FORMAT, "1", FORMAT_VERSION)?;
    let without_files = text.len().saturating_sub(files::bytes_inside(&bundle));
    if without_files > MOST_TEXT_BYTES {
        return Err(BundleError::TooMuchText { bytes: without_files });
    }
    let integrity = bundle.shift_remove("integrity");
    let digest = check(&bundle, integrity.as_ref());
    let (mut delivered, damaged) = files::taken(bundle.shift_remove(files::MEMBER));
    if let Some(Value::Object(plan)) = bundle.get("plan") {
        // No plan that the app can hold has as many; what is worked out below takes its time.
        if count(&mut Plan::default(), plan, "")? > MOST_ROWS_IN_FILE {
            return Err(BundleError::TooManyVersions);
        }
    }
    if bundle.get("plan").map_or(0, tree::values) > MOST_IN_PLAN {
        return Err(BundleError::TooManyVersions);
    }
    let (mut member, sync) = (bundle.shift_remove("plan"), bundle.shift_remove("sync"));
    let (read, faults) = plan(member.clone(), ids.lend())?;
    if let Some(Value::Object(members)) = &mut member {
        name_rows(&mut Plan::default(), members, "", &mut BTreeSet::new());
    }
    // As the app itself writes it, so that the same answer has one spelling; but what cannot be read is kept as it is.
    if !faults.iter().any(|fault| fault.kind == FaultKind::Unexpected) {
        let has_jurisdictions = member.as_ref().is_some_and(|plan| plan.get("jurisdictions").is_some());
        let (named, _) = plan(member, ids.lend())?;
        member = (&named as &dyn Record).to_json();
        // The one that a plan always has, and the file does not.
        if let (false, Some(Value::Object(members))) = (has_jurisdictions, &mut member) {
            members.shift_remove("jurisdictions");
        }
    }
    let state = sync::read(sync.as_ref(), member.as_ref(), false);
    let state = state.map_err(|_| BundleError::TooManyVersions)?;
    let shown = state.plan(read.id);
    check_shown(&shown)?;
    let (plan, shown_faults) = plan(Some(shown), ids)?;
    // One row in two lists, by versions alone: what they say of it cannot be told apart, and what is shown counts.
    let is_twice = |fault: &Fault| {
        fault.kind == FaultKind::NewId && !NEVER_KEPT.iter().any(|kept| fault.path.starts_with(kept))
    };
    let state = match shown_faults.iter().any(is_twice) {
        true => State::plain(&(&plan as &dyn Record).to_json().unwrap_or_default()),
        false => state,
    };
    // What only the versions say may be unreadable too.
    let mut known = BTreeSet::new();
    for fault in &faults {
        known.insert(fault.path.as_str());
    }
    let more: Vec<Fault> = shown_faults
        .into_iter()
        .filter(|fault| sync.is_some() && !known.contains(fault.path.as_str()))
        .collect();
    let mut faults = faults;
    faults.extend(more);
    // What nothing in the plan names is not kept.
    let named = files::named_in(&state);
    delivered.retain(|file| named.iter().any(|of| of.sha256 == file.sha256));
    let made = made(bundle.shift_remove("made").as_ref());
    for known in ["format", "format_version", "schema", "report"] {
        bundle.shift_remove(known);
    }
    Ok(Opened { plan, state, faults, made, digest, files: delivered, damaged, unknown: bundle })
}

/// The bundle in a text that somebody copied with words around it, as a table gives it back; the whole text where there is
/// none. Mail breaks lines in the middle of texts: no text in JSON has a line's end in it, so there was a blank.
pub fn embedded(text: &str) -> String {
    let from = text.find("{\"format\":").or_else(|| text.find('{'));
    let Some(rest) = from.and_then(|from| text.get(from..)) else { return text.to_owned() };
    let mut bundle = String::new();
    let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
    for c in rest.chars() {
        match c {
            '\r' => continue,
            '\n' if is_text => {
                if !bundle.ends_with(' ') {
                    bundle.push(' ');
                }
                continue;
            }
            '"' if !is_escaped => is_text = !is_text,
            '{' if !is_text => depth += 1,
            '}' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_escaped = is_text && c == '\\' && !is_escaped;
        bundle.push(c);
        if depth == 0 {
            break;
        }
    }
    bundle
}

/// Whether a file that was read as text is none: it begins with characters that no text has, or as other documents do.
fn is_no_text(text: &str) -> bool {
    let is_binary = |c: char| c == char::REPLACEMENT_CHARACTER || (c.is_control() && !c.is_whitespace());
    text.starts_with("%PDF-") || text.chars().take(8).any(is_binary)
}

/// The members of a tree of this format, in a version that can be read: one of these majors, each of one digit.
pub(super) fn frame(
    tree: Value,
    format: &str,
    known: &str,
    ours: &'static str,
) -> Result<Map<String, Value>, BundleError> {
    let Value::Object(members) = tree else { return Err(BundleError::NotABundle) };
    if members.get("format").and_then(Value::as_str) != Some(format) {
        return Err(BundleError::NotABundle);
    }
    let version = members.get("format_version").and_then(Value::as_str).unwrap_or_default();
    match major(version) {
        None => Err(BundleError::NoVersion),
        Some(major) if known.contains(major) => Ok(members),
        Some(_) => Err(BundleError::NewerVersion { theirs: version.chars().take(20).collect(), ours }),
    }
}

/// The `1` of `1.7`.
fn major(version: &str) -> Option<&str> {
    let (major, minor) = version.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(major) && digits(minor) && !major.starts_with('0')).then_some(major)
}

/// Whether a state has no more answers, the plan that it shows no more rows, and no answer more versions than a file may
/// hold.
pub fn check_rows(state: &State) -> Result<(), BundleError> {
    if state.cells().count() > sync::MOST_ANSWERS
        || state.cells().any(|(_, cell)| cell.versions().len() > sync::MOST_VERSIONS)
    {
        return Err(BundleError::TooManyVersions);
    }
    // Whose plan it is makes no difference.
    check_shown(&state.plan(sync::named(&[])))
}

/// Whether a copy with this state can take a row more, so that its file can still be opened once all its rows are full.
/// Rows that were taken out count too: their answers stay in the file.
pub fn has_room(state: &State) -> bool {
    let rows = state.cells().filter(|(path, _)| sync::is_place(path)).count();
    rows < MOST_ROWS_IN_ALL
}

fn check_shown(plan: &Value) -> Result<(), BundleError> {
    plan.as_object().map_or(Ok(()), |plan| count(&mut Plan::default(), plan, "").map(drop))
}

/// The plan that a state shows.
pub(super) fn shown(state: &State, id: RowId, ids: IdMaker<'_>) -> Result<(Plan, Vec<Fault>), BundleError> {
    plan(Some(state.plan(id)), ids)
}

fn check(bundle: &Map<String, Value>, integrity: Option<&Value>) -> Digest {
    let part = |key| integrity.and_then(|integrity| integrity.get(key)).and_then(Value::as_str);
    match part("value").filter(|_| part("alg") == Some(super::DIGEST)) {
        None => Digest::Absent,
        Some(value) if value.eq_ignore_ascii_case(&canonical::hex(&canonical::digest(bundle))) => {
            Digest::Matches
        }
        Some(_) => Digest::Differs,
    }
}

fn made(value: Option<&Value>) -> Made {
    let part = |key| {
        let text = value.and_then(|made| made.get(key)).and_then(Value::as_str).unwrap_or_default();
        text::clean(text).chars().take(if key == "note" { MOST_NOTE } else { MOST_MADE }).collect()
    };
    let scope = value.and_then(|made| made.get("scope")).and_then(Value::as_array).into_iter().flatten();
    let scope = scope.filter_map(Value::as_str).take(MOST_ROWS).map(str::to_owned).collect();
    Made { scope, app: part("app"), at: part("at"), by: part("by"), note: part("note"), table: part("table") }
}

/// The plan of a file, and what could not be read of it.
pub(super) fn plan(value: Option<Value>, ids: IdMaker<'_>) -> Result<(Plan, Vec<Fault>), BundleError> {
    let Some(Value::Object(members)) = value else { return Err(BundleError::NoPlan) };
    let mut reading = Reading::new(ids);
    let mut plan = Plan::default();
    (&mut plan as &mut dyn Record).read(Value::Object(members), &mut reading);
    if plan.jurisdictions.is_empty() {
        // The same for everybody who reads it.
        let id = sync::named(&[&plan.id.as_str().into()]);
        plan.jurisdictions.push(Jurisdiction::fresh(id));
    }
    Ok((plan, reading.faults))
}

/// Counts what the lists of a record hold, before anything is made of it: how many rows. `sample` says which members are
/// lists.
fn count(sample: &mut dyn Record, members: &Map<String, Value>, at: &str) -> Result<usize, BundleError> {
    let mut total = 0;
    for key in sample.keys() {
        let path = || if at.is_empty() { (*key).to_owned() } else { [at, key].join("/") };
        match (sample.member_mut(key), members.get(*key)) {
            (Some(NodeMut::Rows(rows)), Some(Value::Array(items))) => {
                let limit = rows.most() * TIMES_JOINED;
                within(items.len(), limit, path)?;
                total += items.len();
                rows.push(None);
                let Some(row) = rows.at_mut(0) else { continue };
                for (position, item) in items.iter().enumerate() {
                    if let Value::Object(item) = item {
                        total += count(row, item, &[path(), position.to_string()].join("/"))?;
                    }
                }
            }
            (Some(NodeMut::Record(record)), Some(Value::Object(members))) => {
                total += count(record, members, &path())?;
            }
            (Some(NodeMut::Answer(_)), Some(Value::Array(items))) => within(items.len(), MOST_ROWS, path)?,
            // A plan inside the plan; what that kept itself is never read.
            (Some(NodeMut::Answer(_)), Some(Value::Object(members)))
                if NEVER_KEPT.contains(key) && at.is_empty() =>
            {
                total += count(&mut Plan::default(), members, key)?;
            }
            _ => {}
        }
    }
    Ok(total)
}

/// Gives the rows that have no id of their own one that their content gives: the same to everybody who reads the file.
/// Leaves out what is empty.
fn name_rows(
    sample: &mut dyn Record,
    members: &mut Map<String, Value>,
    at: &str,
    known: &mut BTreeSet<RowId>,
) {
    for key in sample.keys() {
        let path = format!("{at}/{key}");
        match (sample.member_mut(key), members.get_mut(*key)) {
            (Some(NodeMut::Rows(rows)), Some(Value::Array(items))) => {
                rows.push(None);
                let Some(row) = rows.at_mut(0) else { continue };
                for item in items.iter_mut() {
                    let mut id = item.get("id").and_then(Value::as_str).and_then(RowId::parse);
                    let mut again = 0;
                    while id.is_none_or(|id| !known.insert(id)) {
                        id = Some(sync::named(&[&path.as_str().into(), item, &again.into()]));
                        // Rows that say the same are told apart by how many there are before them.
                        again = known.len();
                    }
                    if let (Value::Object(item), Some(id)) = (item, id) {
                        item.insert("id".to_owned(), id.as_str().into());
                        name_rows(row, item, &path, known);
                    }
                }
                items.retain(Value::is_object);
            }
            (Some(NodeMut::Record(record)), Some(Value::Object(members))) => {
                name_rows(record, members, &path, known);
            }
            _ => {}
        }
        // Without rows, members or options there is no answer; what a newer version means by it, nobody here can know.
        if members.get(*key).is_some_and(is_empty) {
            members.shift_remove(*key);
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn within(count: usize, limit: usize, path: impl Fn() -> String) -> Result<(), BundleError> {
    match path() {
        _ if count <= limit => Ok(()),
        path if path == "commitments" => Err(BundleError::TooManyCommitments { count, limit }),
        path => Err(BundleError::TooManyRows { path, count, limit }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::testing;

    fn opened(text: &str) -> Result<Opened, BundleError> {
        let mut random = testing::counting();
        open(text, IdMaker::new(&mut random))
    }

    #[test]
    fn every_minor_version_of_ours_opens() {
        for version in ["1.0", "1.7", "1.12"] {
            let text = format!(
                r#"{{"format": "{FORMAT}", "format_version": "{version}", "plan": {{"id": "k7q2m9x4aa"}}}}"#
            );
            let opened = opened(&text).unwrap();
            assert_eq!(
                (opened.plan.jurisdictions.len(), opened.faults, opened.digest),
                (1, vec![], Digest::Absent)
            );
        }
        for (version, error) in [
            ("2.0", true),
            ("10.1", true),
            ("99999999999999999999.0", true),
            ("1", false),
            ("0.9", false),
            ("1.x", false),
            ("", false),
        ] {
            let text = format!(r#"{{"format": "{FORMAT}", "format_version": "{version}", "plan": {{}}}}"#);
            match opened(&text).unwrap_err() {
                BundleError::NewerVersion { theirs, ours } => {
                    assert!(error && ours == FORMAT_VERSION && version.starts_with(&theirs))
                }
                other => assert!(!error && other == BundleError::NoVersion, "{version}"),
            }
        }
    }

    #[test]
    fn what_is_no_bundle_is_told_apart() {
        for text in ["[]", "3", "{}", r#"{"format": "another", "format_version": "1.0", "plan": {}}"#] {
            assert_eq!(opened(text), Err(BundleError::NotABundle), "{text}");
        }
        for plan in ["null", "[]", "\"plan\""] {
            let text = format!(r#"{{"format": "{FORMAT}", "format_version": "1.0", "plan": {plan}}}"#);
            assert_eq!(opened(&text), Err(BundleError::NoPlan));
        }
        assert_eq!(
            check_size(MOST_FILE_BYTES + 1),
            Err(BundleError::TooLarge { bytes: MOST_FILE_BYTES + 1 })
        );
        assert_eq!(check_size(MOST_FILE_BYTES), Ok(()));
    }

    #[test]
    fn lists_are_counted_where_they_are() {
        let rows = |count: usize| format!("[{}]", vec!["{}"; count].join(","));
        for (plan, path, limit) in [
            (format!(r#"{{"jurisdictions": {}}}"#, rows(9)), "jurisdictions", 8),
            (format!(r#"{{"vision": {{"endorsements": {}}}}}"#, rows(1001)), "vision/endorsements", 1000),
            (
                format!(r#"{{"commitments": [{{}}, {{"milestones": {}}}]}}"#, rows(1001)),
                "commitments/1/milestones",
                1000,
            ),
            (format!(r#"{{"commitments": [{{"values": {}}}]}}"#, rows(501)), "commitments/0/values", 500),
        ] {
            let text = format!(r#"{{"format": "{FORMAT}", "format_version": "1.0", "plan": {plan}}}"#);
            let count = limit + 1;
            assert_eq!(opened(&text), Err(BundleError::TooManyRows { path: path.into(), count, limit }));
        }
    }
}
