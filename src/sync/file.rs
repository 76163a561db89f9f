//! The versions as a file holds them, in a bundle beside the readable plan or in the browser's storage alone.
//!
//! A version whose answer stands in the plan leaves its value out there. On reading every name is worked out anew:
//! where it does not fit, somebody changed the plan or the file by hand, and that counts as a version of its own over
//! the one that was recorded. So a plan that was edited by hand is joined too, and nobody's words can be changed under
//! their name.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::state::{Cell, RowPaths, State};
use super::tree::{Leaves, clean, is_one_answer, leaves};
use super::version::{Version, VersionId};
use super::{GONE, MOST_ANSWERS, MOST_REPLACED, MOST_VERSIONS, POSITION, marked};
use crate::plan::{RowId, text};

/// Bytes of a row's place at the most; it grows by one in every few rows that are put between the same two.
const MOST_PLACE: usize = 1000;
/// Steps of a path at the most; a plan has far fewer.
const MOST_STEPS: usize = 60;

/// More answers, versions of one, or versions replaced by one than any file that this app writes has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// The answer's path; empty for the file as a whole.
    pub path: String,
    /// How many.
    pub count: usize,
    /// How many there may be.
    pub limit: usize,
}

/// The versions for a file, as JSON. What `plan` says is not said again.
pub fn written(state: &State, plan: Option<&Value>) -> String {
    let said = plan.map(leaves).unwrap_or_default();
    let (mut people, mut cells) = (People::new(), String::new());
    for (path, cell) in state.cells() {
        let said = said.get(path);
        // The first that says what the plan says.
        let omitted = cell.versions().iter().position(|version| said == Some(&version.value));
        cells.push(if cells.is_empty() { '{' } else { ',' });
        cells.push_str(&quoted(path));
        cells.push(':');
        let is_one = cell.versions().len() == 1;
        for (at, version) in cell.versions().iter().enumerate() {
            if !is_one {
                cells.push(if at == 0 { '[' } else { ',' });
            }
            write_entry(version, omitted == Some(at), &mut people, &mut cells);
        }
        if !is_one {
            cells.push_str(if cell.versions().is_empty() { "[]" } else { "]" });
        }
    }
    cells.push_str(if cells.is_empty() { "{}" } else { "}" });
    let people =
        people.into_iter().map(|(name, at)| (at.as_str().unwrap_or_default().to_owned(), name.into()));
    let people = Value::Object(people.collect());
    format!("{{\"people\":{people},\"cells\":{cells}}}")
}

/// Who wrote, each with the number that stands for them.
type People = Map<String, Value>;

/// Not by way of a [`Value`]: drafts are written every other moment, and that would copy all texts once more.
fn write_entry(version: &Version, is_said: bool, people: &mut People, out: &mut String) {
    // It shows whether somebody changes what is said, and saves working it out anew where nobody can have.
    out.push_str("{\"id\":\"");
    out.push_str(version.id.as_str());
    out.push('"');
    if !version.is_plain() {
        if !people.contains_key(&version.by) {
            people.insert(version.by.clone(), people.len().to_string().into());
        }
        out.push_str(",\"by\":");
        out.push_str(&people.get(&version.by).map(Value::to_string).unwrap_or_default());
        out.push_str(",\"at\":");
        out.push_str(&version.at.to_string());
        for (key, names) in [(",\"over\":[\"", &version.over), (",\"saw\":[\"", &version.saw)] {
            for (at, name) in names.iter().enumerate() {
                out.push_str(if at == 0 { key } else { "\",\"" });
                out.push_str(name.as_str());
            }
            if !names.is_empty() {
                out.push_str("\"]");
            }
        }
    }
    if !is_said {
        out.push_str(",\"value\":");
        match &version.value {
            Value::String(text) => out.push_str(&quoted(text)),
            value => out.push_str(&value.to_string()),
        }
    }
    out.push('}');
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// What a file says, of which `plan` may say a part. A copy of the app's own is `trusted`: nobody but the app wrote it.
pub fn read(sync: Option<&Value>, plan: Option<&Value>, trusted: bool) -> Result<State, TooMany> {
    let mut said = plan.map(leaves).unwrap_or_default();
    let part = |key| sync.and_then(|sync| sync.get(key)).and_then(Value::as_object);
    let people = part("people");
    let count = said.len().max(part("cells").map_or(0, Map::len));
    if count > MOST_ANSWERS && !trusted {
        return Err(TooMany { path: String::new(), count, limit: MOST_ANSWERS });
    }
    let mut state = State::default();
    let cells = || part("cells").into_iter().flatten().filter(|(path, _)| is_path(path));
    let rows = cells().filter_map(|(path, _)| marked(path, POSITION).filter(|_| !said.contains_key(path)));
    let absent: RowPaths<'_> = rows.filter(|_| plan.is_some()).collect();
    for (path, entries) in cells() {
        let mut entries = entries_of(entries);
        // What the plan would say of a row that it has no more, nobody can know.
        let said_here: Vec<Value>;
        if absent.cover(path) {
            said_here = entries.iter().filter(|entry| entry.get("value").is_some()).cloned().collect();
            entries = &said_here;
        }
        let here = said.remove(path);
        let cell = cell(path, entries, here, people, trusted)?;
        if !cell.versions().is_empty() {
            state.cells.insert(path.clone(), cell);
        }
    }
    for (path, value) in said {
        let version = Version::plain(&path, value);
        state.put(&path, version);
    }
    if !trusted {
        place_rows(&mut state);
    }
    let hidden = state.hidden();
    let missing: Vec<&str> = absent.outermost().filter(|row| !hidden.cover(row)).collect();
    // By their paths, so that what lies in a row lies together. Of a type that is there already, and seldom needed.
    let mut recorded = Leaves::new();
    for (path, of) in cells().filter(|_| !missing.is_empty()) {
        recorded.insert(path.clone(), of.clone());
    }
    let missing: Vec<(&str, Vec<VersionId>)> = missing
        .into_iter()
        .map(|row| {
            let inside = recorded.range(row.to_owned()..).take_while(|(path, _)| path.starts_with(row));
            let inside = inside.flat_map(|(_, of)| entries_of(of));
            let ids = inside.filter_map(|entry| VersionId::parse(entry.get("id")?.as_str()?));
            (row, ids.collect())
        })
        .collect();
    for (row, saw) in missing {
        take_out(&mut state, row, saw);
    }
    // What was taken out is marked so, and has to have room too.
    match state.cells.len() {
        count if count > MOST_ANSWERS && !trusted => {
            Err(TooMany { path: String::new(), count, limit: MOST_ANSWERS })
        }
        _ => Ok(state),
    }
}

/// Gives the rows that have answers and no place the first one, as they are shown. Else the next file, whose plan has them
/// in some order, would give them another.
fn place_rows(state: &mut State) {
    let (mut without, mut before): (Vec<String>, &str) = (Vec::new(), "");
    for (path, _) in state.cells().filter(|(path, _)| marked(path, GONE).is_none()) {
        // What lies in a row lies together: the rows that the path before lies in were looked at with it.
        let rows = path.match_indices('/').filter_map(|(at, _)| path.get(..=at));
        for row in rows.filter(|row| !before.starts_with(row)) {
            let is_row =
                row.strip_suffix('/').and_then(|row| row.rsplit('/').next()?.strip_prefix('#')).is_some();
            let place = format!("{row}{POSITION}");
            if is_row && !state.cells.contains_key(&place) {
                without.push(place);
            }
        }
        before = path;
    }
    for path in without {
        let version = Version::plain(&path, "".into());
        state.put(&path, version);
    }
}

fn cell(
    path: &str,
    entries: &[Value],
    said: Option<Value>,
    people: Option<&Map<String, Value>>,
    trusted: bool,
) -> Result<Cell, TooMany> {
    let within = |count, limit| match count > limit && !trusted {
        true => Err(TooMany { path: path.to_owned(), count, limit }),
        false => Ok(()),
    };
    within(entries.len(), MOST_VERSIONS)?;
    let mut recorded = Cell::default();
    let is_place = marked(path, POSITION).is_some();
    let (mut is_said, mut is_left_out) = (false, false);
    for entry in entries.iter().filter_map(Value::as_object) {
        let names = |key| {
            let names = entry.get(key).and_then(Value::as_array);
            let names = names.into_iter().flatten();
            names.filter_map(|name| VersionId::parse(name.as_str()?)).collect::<Vec<_>>()
        };
        let (over, saw) = (names("over"), names("saw"));
        within(over.len(), MOST_REPLACED)?;
        within(saw.len(), MOST_ANSWERS)?;
        let by = entry.get("by").and_then(Value::as_str);
        let by = by.and_then(|key| people?.get(key)?.as_str()).unwrap_or_default();
        let at = entry.get("at").and_then(Value::as_i64).unwrap_or_default();
        let value = match entry.get("value") {
            Some(value) => value.clone(),
            // What the plan says is left out of one version alone.
            None if std::mem::replace(&mut is_left_out, true) => continue,
            None => said.clone().unwrap_or_default(),
        };
        // What holds answers or rows is none itself, and would hide them.
        if !is_one_answer(&value) || (is_place && !can_be_place(&value)) {
            continue;
        }
        is_said |= said.as_ref() == Some(&value);
        let id = entry.get("id").and_then(Value::as_str).and_then(VersionId::parse);
        let version = match id {
            Some(id) if trusted => Version { id, value, by: by.to_owned(), at, over, saw },
            None => Version::plain(path, value),
            Some(id) => {
                let mut value = value;
                clean(&mut value);
                let honest = Version::new(path, value, (&text::clean(by), at), over.clone(), saw);
                if honest.id == id {
                    honest
                } else {
                    let over = [id].into_iter().chain(over);
                    Version::over(path, honest.value, ("", 0), over, Vec::new())
                }
            }
        };
        recorded.take(Rc::new(version));
    }
    let mut cell = Cell::default();
    cell.join(&recorded);
    // The plan says what no version says: somebody wrote it there. A row's place is what the versions say, if any do.
    let is_of_plan = !is_said && (!is_place || cell.versions().is_empty());
    if let Some(value) = said.filter(|_| is_of_plan) {
        let shown = cell.winner().cloned();
        let over =
            shown.iter().flat_map(|version| [version.id].into_iter().chain(version.over.iter().copied()));
        cell.join(&Cell(vec![Rc::new(Version::over(path, value, ("", 0), over, Vec::new()))]));
    }
    Ok(cell)
}

/// Whether a row can have this place.
fn can_be_place(value: &Value) -> bool {
    value.as_str().is_some_and(|place| place.len() <= MOST_PLACE)
}

/// The versions of an answer, as a file lists them.
fn entries_of(entries: &Value) -> &[Value] {
    match entries {
        Value::Array(entries) => entries,
        single => std::slice::from_ref(single),
    }
}

/// Takes out a row that the versions know and the plan beside them has no more: somebody took it out by hand, with all that
/// was in it.
fn take_out(state: &mut State, row: &str, mut saw: Vec<VersionId>) {
    saw.extend(state.inside(row).flat_map(|(_, cell)| cell.versions()).map(|version| version.id));
    let path = format!("{row}{GONE}");
    let marks: Vec<Rc<Version>> = state.cell(&path).map(|cell| cell.0.clone()).unwrap_or_default();
    let ids = marks.iter().map(|version| version.id);
    let over = ids.chain(marks.iter().flat_map(|version| version.over.iter().copied()));
    let version = Version::over(&path, true.into(), ("", 0), over, saw);
    state.at(&path).join(&Cell(vec![Rc::new(version)]));
}

/// Whether a path is of the shape that paths have: not endless, rows named by ids, the marks of rows at rows alone.
fn is_path(path: &str) -> bool {
    let mut before = "";
    let mut count = 0;
    path.split('/').all(|step| {
        let is_row = before.starts_with('#');
        before = step;
        count += 1;
        let is_sound = match step.strip_prefix('#') {
            Some(id) => RowId::parse(id).is_some(),
            None => !step.starts_with('_') || (is_row && (step == GONE || step == POSITION)),
        };
        is_sound && !step.is_empty() && step != "id" && count <= MOST_STEPS
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn whatever_people_write_is_written_as_json() {
        let nasty = "«\"\\\n\u{1}🌍» {\"id\":";
        let path = |name: &str| format!("commitments/{name}");
        let mut state = State::default();
        let gone = Version::plain("gone", json!(1));
        let first = Version::new(&path(nasty), json!(nasty), (nasty, 5), Vec::new(), Vec::new());
        let second = Version::new(&path(nasty), json!(nasty.repeat(2)), ("Ana", 6), vec![gone.id], vec![]);
        state.put(&path(nasty), Version::plain(&path(nasty), json!(nasty)));
        state.put(&path(nasty), first.clone());
        state.put(&path(nasty), second.clone());
        state.put(
            &path("b"),
            Version::new(&path("b"), json!(true), (nasty, 7), vec![], vec![first.id, second.id]),
        );
        state.put(&path("c"), Version::plain(&path("c"), Value::Null));
        state.at("d");
        let written: Value = serde_json::from_str(&written(&state, None)).unwrap();
        assert_eq!(written["people"].as_object().unwrap().len(), 2);
        assert_eq!(written["cells"][path(nasty)].as_array().unwrap().len(), 3);
        assert_eq!(written["cells"]["d"], json!([]));
        state.cells.remove("d");
        assert_eq!(read(Some(&written), None, true).unwrap(), state);
    }
}
