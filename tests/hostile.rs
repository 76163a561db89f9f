//! Files that somebody made to do harm, or that broke on their way: each is refused with a reason or costs no more than
//! itself, and every outcome is there in two seconds.

mod files;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use files::{BUNDLES, assert_valid, export};
use plan_ouvert::bundle::{self, BundleError, Opened};
use plan_ouvert::plan::record::{FaultKind, MOST_ROWS};
use plan_ouvert::plan::{IdMaker, MOST_COMMITMENTS, MOST_JURISDICTIONS, RowId, TIMES_JOINED};
use plan_ouvert::rules::format::is_url;
use plan_ouvert::sync::{
    Copies, Effect, Kind, MOST_ANSWERS, MOST_REPLACED, MOST_VERSIONS, State, Version, VersionId,
};
use serde_json::{Map, Value, json};

/// Two seconds; without optimisation, on a machine that does other things too, it takes some times as long.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 15 } else { 2 });

/// The year 287396.
const FUTURE: i64 = (1 << 53) - 1;

const FOREWORD: &str = "vision/foreword/text";

fn open(text: &str) -> Result<Opened, BundleError> {
    let begun = Instant::now();
    let opened = files::open(text);
    assert!(begun.elapsed() < PATIENCE, "it took {:?}", begun.elapsed());
    opened
}

/// A bundle around a plan, and versions of its answers where there are any.
fn framed(plan: &Value, cells: &Value) -> String {
    let mut bundle = json!({"format": bundle::FORMAT, "format_version": "1.2", "plan": plan});
    if !cells.is_null() {
        bundle["sync"] = json!({"people": {"0": "Ana"}, "cells": cells});
    }
    bundle.to_string()
}

/// An id that no other number gives.
fn id(number: usize) -> String {
    format!("r{number:09}")
}

#[test]
fn a_file_that_is_too_large_is_refused_by_its_size_alone() {
    assert_eq!(bundle::check_size(bundle::MOST_FILE_BYTES), Ok(()));
    let bytes = bundle::MOST_FILE_BYTES + 1;
    assert_eq!(bundle::check_size(bytes), Err(BundleError::TooLarge { bytes }));
    // What would be read all the same is looked at no further.
    let bytes = bundle::MOST_TEXT_BYTES + 1;
    assert_eq!(open(&"[".repeat(bytes)), Err(BundleError::TooMuchText { bytes }));
}

#[test]
fn ten_million_levels_are_too_deep() {
    for level in ["[", "{\"a\":", "[{\"a\":"] {
        let text = level.repeat((10_000_000).min(bundle::MOST_TEXT_BYTES / level.len()));
        assert_eq!(open(&text), Err(BundleError::TooDeep), "{level}");
        let text = framed(&json!({}), &Value::Null).replacen("{}", &level.repeat(100_000), 1);
        assert_eq!(open(&text), Err(BundleError::TooDeep), "{level}");
    }
}

/// Readers of which one keeps the first and one the last would read two files.
#[test]
fn a_key_that_stands_twice_is_refused_wherever_it_stands() {
    for (name, text) in BUNDLES {
        let bundle: Value = serde_json::from_str(text).unwrap();
        let text = bundle.to_string();
        let objects: Vec<usize> = text.match_indices("{\"").map(|(at, _)| at + 1).collect();
        assert!(objects.len() > 40);
        for at in objects.iter().step_by(7) {
            let key = text[at + 1..].split('"').next().unwrap();
            let twice = format!("{}\"{key}\":null,{}", &text[..*at], &text[*at..]);
            let error = BundleError::DuplicateKey { key: key.to_owned(), line: 1 };
            assert_eq!(open(&twice), Err(error), "{name} at {at}");
        }
    }
    for depth in 0..100 {
        let text = format!("{}{{\"k\":1,\"k\":1}}{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        assert!(matches!(open(&text), Err(BundleError::DuplicateKey { .. })), "{depth}");
    }
}

#[test]
fn numbers_that_others_would_read_otherwise_are_refused() {
    for number in ["1e999", "-1e999", "1.5", "1e3", "-0", "0.1", "9007199254740992", &"9".repeat(100_000)] {
        for member in ["start", "later_member", "vision"] {
            let text = framed(&json!({member: 7}), &Value::Null).replacen('7', number, 1);
            assert!(matches!(open(&text), Err(BundleError::BadNumber { line: 1, .. })), "{member}");
        }
    }
    for number in ["1e", "01", "+1", "NaN", "Infinity", ".5", "0x1"] {
        let text = framed(&json!({"start": 7}), &Value::Null).replacen('7', number, 1);
        assert!(matches!(open(&text), Err(BundleError::NotJson { line: 1, .. })), "{number}");
    }
}

#[test]
fn half_a_character_is_refused() {
    for half in ["\\ud800", "\\udfff", "\\ud83d x", "\\udbff\\ud800", "\\u12"] {
        let text = framed(&json!({"lead_agency": "AGENCY"}), &Value::Null).replacen("AGENCY", half, 1);
        assert!(matches!(open(&text), Err(BundleError::NotJson { line: 1, .. })), "{half}");
    }
    let whole =
        framed(&json!({"lead_agency": "AGENCY"}), &Value::Null).replacen("AGENCY", "\\ud83c\\udfdb", 1);
    assert_eq!(open(&whole).unwrap().plan.lead_agency, "🏛");
}

#[test]
fn a_list_may_be_as_long_as_the_limit_and_no_longer() {
    let rows = |count: usize| Value::Array((0..count).map(|at| json!({"id": id(at)})).collect());
    let keys = |count: usize| Value::Array((0..count).map(|at| format!("k{at}").into()).collect());
    let one = |list: &str, items: Value| json!({"commitments": [{"id": "c3hx0d81qz", list: items}]});
    type Plan<'a> = Box<dyn Fn(usize) -> Value + 'a>;
    let lists: [(usize, Plan<'_>); 5] = [
        (MOST_COMMITMENTS * TIMES_JOINED, Box::new(|count| json!({"commitments": rows(count)}))),
        (MOST_JURISDICTIONS * TIMES_JOINED, Box::new(|count| json!({"jurisdictions": rows(count)}))),
        (MOST_ROWS * TIMES_JOINED, Box::new(|count| one("milestones", rows(count)))),
        (MOST_ROWS * TIMES_JOINED, Box::new(|count| json!({"vision": {"endorsements": rows(count)}}))),
        (MOST_ROWS, Box::new(|count| one("sectors", keys(count)))),
    ];
    for (limit, plan) in lists {
        let opened = open(&framed(&plan(limit), &Value::Null)).unwrap();
        assert!(opened.faults.iter().all(|fault| fault.kind != FaultKind::NewId || fault.path.is_empty()));
        let error = open(&framed(&plan(limit + 1), &Value::Null)).unwrap_err();
        assert!(
            matches!(error,
                BundleError::TooManyCommitments { count, limit: told } | BundleError::TooManyRows { count, limit: told, .. }
                    if (count, told) == (limit + 1, limit)),
            "{error:?}"
        );
    }
}

#[test]
fn a_file_has_as_many_answers_and_versions_as_the_limit_and_no_more() {
    let answers = |count: usize| -> Value {
        let members: Map<String, Value> = (0..count).map(|at| (format!("m{at}"), json!(1))).collect();
        // No object of a plan has as many members, so each is one of twenty.
        let mut plan = Map::new();
        for (at, member) in members.into_iter().enumerate() {
            let of = plan.entry(format!("n{}", at / 400)).or_insert_with(|| json!({}));
            of.as_object_mut().unwrap().insert(member.0, member.1);
        }
        Value::Object(plan)
    };
    let opened = open(&framed(&answers(MOST_ANSWERS), &Value::Null)).unwrap();
    assert_eq!(opened.state.cells().count(), MOST_ANSWERS);
    let refused = |text: &str| assert_eq!(open(text), Err(BundleError::TooManyVersions));
    refused(&framed(&answers(MOST_ANSWERS + 1), &Value::Null));
    let many = |count: usize| -> Value {
        (0..count).map(|at| (format!("vision/m{at}"), json!({"value": "x"}))).collect::<Map<_, _>>().into()
    };
    assert!(open(&framed(&json!({}), &many(MOST_ANSWERS))).is_ok());
    refused(&framed(&json!({}), &many(MOST_ANSWERS + 1)));
    let versions = |count: usize| json!({FOREWORD: vec![json!({"value": "x"}); count]});
    assert!(open(&framed(&json!({}), &versions(MOST_VERSIONS))).is_ok());
    refused(&framed(&json!({}), &versions(MOST_VERSIONS + 1)));
    let name = |at: usize| format!("A{at:015}");
    let replaced = |count: usize| {
        let over: Vec<String> = (0..count).map(name).collect();
        json!({FOREWORD: {"id": name(0), "over": over, "value": "x"}})
    };
    assert!(open(&framed(&json!({}), &replaced(MOST_REPLACED))).is_ok());
    refused(&framed(&json!({}), &replaced(MOST_REPLACED + 1)));
}

#[test]
fn what_would_be_larger_in_memory_than_as_a_file_is_never_built() {
    for text in ["[],", "{},", "0,", "\"\",", "[[]],"] {
        let begun = Instant::now();
        let list = format!("[{}0]", text.repeat((bundle::MOST_TEXT_BYTES - 10) / text.len()));
        assert_eq!(open(&list), Err(BundleError::TooManyVersions), "{text}");
        assert!(begun.elapsed() < PATIENCE);
    }
}

#[test]
fn rows_inside_rows_that_many_took_out_are_read_in_time() {
    let mut path = String::new();
    let (mut cells, saw) = (Map::new(), (0..250).map(|n| format!("A{n:015}")).collect::<Vec<_>>());
    for depth in 0..29 {
        path.push_str(&format!("x/#{}/", id(depth)));
        let removals: Vec<Value> = (0..60)
            .map(|at| json!({"value": true, "at": at, "id": format!("B{at:015}"), "saw": saw}))
            .collect();
        cells.insert(format!("{path}_gone"), json!(removals));
    }
    cells.extend((0..10_000).map(|at| (format!("{path}k{at}"), json!({"value": true}))));
    assert!(open(&framed(&json!({}), &Value::Object(cells))).is_ok());
}

/// Rows that the versions know and the plan beside them has no more: each of them is looked for once.
#[test]
fn rows_that_are_missing_by_the_thousand_are_read_in_time() {
    let cells: Map<String, Value> =
        (0..20_000).map(|at| (format!("comments/#{}/_pos", id(at)), json!({"value": "001i"}))).collect();
    let opened = open(&framed(&json!({}), &Value::Object(cells))).unwrap();
    assert_eq!(opened.plan.comments.len(), 0);
}

#[test]
fn members_that_mean_something_to_other_programs_mean_nothing_here() {
    let strange =
        ["__proto__", "constructor", "toString", "", "~", "/", "_gone", "_pos", "#c3hx0d81qz", "=x"];
    let harm = json!({"lead_agency": "Autre", "text": "Autre"});
    let mut plan = json!({"id": "k7q2m9x4aa", "lead_agency": "Mairie", "vision": {}, "commitments": [{"id": "c3hx0d81qz"}]});
    for place in ["", "/vision", "/commitments/0"] {
        for member in strange {
            plan.pointer_mut(place).unwrap()[member] = harm.clone();
        }
    }
    let opened = open(&framed(&plan, &Value::Null)).unwrap();
    assert!(opened.faults.iter().all(|fault| fault.path.is_empty()), "{:?}", opened.faults);
    assert_eq!((opened.plan.lead_agency.as_str(), opened.plan.commitments.len()), ("Mairie", 1));
    let exported = export(&opened);
    assert_valid(&exported);
    let again: Value = serde_json::from_str(&exported).unwrap();
    for place in ["/plan", "/plan/vision", "/plan/commitments/0"] {
        for member in strange {
            assert_eq!(again.pointer(place).unwrap()[member], harm, "{place} {member:?}");
        }
    }
}

#[test]
fn versions_at_places_that_no_plan_has_are_left_out() {
    let said = json!({"value": "Autre"});
    let paths = [
        "",
        "/",
        "//",
        "vision//site",
        "/vision/site",
        "vision/site/",
        "__proto__/site",
        "vision/__proto__",
        "_gone",
        "vision/_pos",
        "commitments/#C3HX0D81QZ/title/text",
        "commitments/#c3hx0d81q/title/text",
        "commitments/#c3hx0d81qzz/title/text",
        "commitments/#c3hx0d81q\u{430}/title/text",
        "commitments/#/title/text",
        "commitments/#c3hx0d81qz/_other",
        "commitments/#c3hx0d81qz/id",
        "id",
        &"a/".repeat(100),
    ];
    let cells: Map<String, Value> = paths.iter().map(|path| ((*path).to_owned(), said.clone())).collect();
    let opened = open(&framed(&json!({"id": "k7q2m9x4aa"}), &Value::Object(cells))).unwrap();
    assert!(opened.state.is_empty(), "{:?}", opened.state);
    assert!(opened.plan.commitments.is_empty());
}

#[test]
fn a_row_of_an_odd_id_gets_another_one_and_keeps_what_it_says() {
    for odd in [json!("C3HX0D81QZ"), json!("../../etc"), json!("__proto__"), json!(7), json!(null), json!({})]
    {
        let plan = json!({"id": "k7q2m9x4aa", "commitments": [{"id": odd, "title": "Titre"}]});
        let opened = open(&framed(&plan, &Value::Null)).unwrap();
        let commitment = &opened.plan.commitments[0];
        assert_eq!(commitment.title.text, "Titre");
        assert!(RowId::parse(commitment.id.as_str()).is_some());
        assert_eq!(opened.faults[0].kind, FaultKind::NewId, "{odd}");
    }
}

/// Versions without the places of their rows, or of rows that the plan beside them has not.
/// One row in two lists, as only versions can say it.
#[test]
fn a_row_in_two_lists_is_two_rows_from_then_on() {
    let file = include_bytes!("fuzz/corpus/row-in-two-lists.json");
    let opened = open(&String::from_utf8_lossy(file)).unwrap();
    let again = open(&export(&opened)).unwrap();
    assert_eq!(again.plan, opened.plan);
    assert!(again.faults.iter().all(|fault| fault.kind != FaultKind::NewId));
}

#[test]
fn a_row_under_an_answer_hides_it_not() {
    let site = "https://example.org";
    let cells = json!({"vision/site/#r000000001/name": {"id": "HMPTgPZjIcMfnlwN"}});
    let opened = open(&framed(&json!({"id": "k7q2m9x4aa", "vision": {"site": site}}), &cells)).unwrap();
    assert_eq!(opened.plan.vision.site, site);
}

#[test]
fn rows_whose_places_are_lost_stay_where_they_were() {
    let row = |id: &str| json!({"id": id, "title": "Titre"});
    let plan = json!({"id": "k7q2m9x4aa", "commitments": [row("c9hx0d81qz"), row("c3hx0d81qz")]});
    for lost in [json!(null), json!([]), json!({"value": 7})] {
        let cells = json!({"commitments/#c3hx0d81qz/_pos": lost, "commitments/#c1hx0d81qz/title/text": {"value": null},
            "commitments/#c5hx0d81qz/title/text": {"value": "Autre"}});
        let opened = open(&framed(&plan, &cells)).unwrap();
        let order: Vec<&str> = opened.plan.commitments.iter().map(|of| of.id.as_str()).collect();
        assert_eq!(order, ["c1hx0d81qz", "c5hx0d81qz", "c9hx0d81qz", "c3hx0d81qz"], "{lost}");
        let again = open(&export(&opened)).unwrap();
        assert_eq!((again.plan, again.state), (opened.plan, opened.state), "{lost}");
    }
}

/// A draft in which two people wrote, each in an answer of their own, and the names of their versions.
fn draft() -> (Copies, [VersionId; 2]) {
    let mut state = State::default();
    let ana = Version::new(FOREWORD, "Ana".into(), ("Ana", 5), vec![], vec![]);
    let ben = Version::new("vision/site", "https://ben.example.org".into(), ("Ben", 6), vec![], vec![]);
    let names = [ana.id, ben.id];
    state.put(FOREWORD, ana);
    state.put("vision/site", ben);
    (Copies::new(state, Vec::new()), names)
}

/// The state of a file in which one version stands at a path.
fn file_of(path: &str, version: &Version) -> State {
    let names = |of: &[VersionId]| of.iter().map(|id| id.to_string()).collect::<Vec<_>>();
    let entry = json!({"id": version.id.as_str(), "by": "0", "at": version.at, "over": names(&version.over),
        "saw": names(&version.saw), "value": version.value});
    let mut cells = Map::new();
    cells.insert(path.to_owned(), entry);
    open(&framed(&json!({"id": "k7q2m9x4aa"}), &Value::Object(cells))).unwrap().state
}

#[test]
fn a_file_that_claims_to_replace_everything_clears_nothing_that_is_not_told() {
    let (mut copies, [ana, ben]) = draft();
    // It names both as replaced, but stands at the place of one.
    let erasing = Version::new(FOREWORD, Value::Null, ("Ana", FUTURE), vec![ana, ben], vec![]);
    let file = file_of(FOREWORD, &erasing);
    let told = copies.effects(&file);
    assert_eq!(told, [Effect { path: FOREWORD.into(), kind: Kind::Cleared }]);
    copies.take_in(&file);
    assert_eq!(copies.joined().value("vision/site"), "https://ben.example.org");
    // Replacing without a living successor takes nothing away.
    let (mut copies, names) = draft();
    let empty = json!({FOREWORD: [], "vision/site": {"over": names.map(|name| name.to_string())}});
    let file = open(&framed(&json!({"id": "k7q2m9x4aa"}), &empty)).unwrap().state;
    copies.take_in(&file);
    for (path, name) in [FOREWORD, "vision/site"].into_iter().zip(names) {
        assert!(copies.joined().cell(path).unwrap().versions().iter().any(|version| version.id == name));
    }
}

#[test]
fn a_file_that_claims_to_take_out_what_it_never_saw_is_a_question_to_people() {
    let mut state = State::default();
    let row = "commitments/#c3hx0d81qz/";
    for member in ["title/text", "_pos"] {
        state.put(&format!("{row}{member}"), Version::new(row, "001i".into(), ("Ana", 5), vec![], vec![]));
    }
    let copies = Copies::new(state, Vec::new());
    let gone = format!("{row}_gone");
    let blind = Version::new(&gone, true.into(), ("Ana", FUTURE), vec![], vec![]);
    let told = copies.effects(&file_of(&gone, &blind));
    assert_eq!(told, [Effect { path: row.into(), kind: Kind::Conflict }]);
}

#[test]
fn nobody_is_made_to_say_what_they_never_wrote() {
    let (mut copies, [ana, _]) = draft();
    // Ana's name, and the name of her version, over another text.
    let forged = Version { id: ana, ..Version::new(FOREWORD, "Autre".into(), ("Ana", 5), vec![], vec![]) };
    let file = file_of(FOREWORD, &forged);
    let version = file.cell(FOREWORD).unwrap().versions()[0].clone();
    assert_eq!((version.by.as_str(), version.at), ("", 0), "whoever wrote it, it was not she");
    assert_ne!(version.id, ana);
    copies.take_in(&file);
    assert!(
        copies.joined().cell(FOREWORD).unwrap().versions().iter().all(|of| of.by != "Ana" || of.id == ana)
    );
}

#[test]
fn no_date_and_no_name_decides_anything() {
    for at in [i64::MIN, -1, 0, 5, 4_102_444_800_000, i64::MAX] {
        for by in ["Ana", "Zoé", ""] {
            let (mut copies, _) = draft();
            let other = Version::new(FOREWORD, "Autre".into(), (by, at), vec![], vec![]);
            let mut file = State::default();
            file.put(FOREWORD, other);
            assert_eq!(copies.effects(&file), [Effect { path: FOREWORD.into(), kind: Kind::Conflict }]);
            copies.take_in(&file);
            assert_eq!(copies.differences().len(), 1, "both texts wait for somebody: {by:?} {at}");
        }
    }
}

/// Puts characters that deceive into all texts that people read, and tells the places of those of the plan.
fn spoilt(value: &mut Value, at: &str, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter_mut().for_each(|(key, value)| {
            let at = format!("{at}/{key}");
            match value {
                Value::String(text)
                    if ["text", "english", "name", "office", "reason"].contains(&key.as_str()) =>
                {
                    *text = format!("\u{202e}{text}\0\u{2066}\u{1b}");
                    places.push(at);
                }
                _ => spoilt(value, &at, places),
            }
        }),
        Value::Array(items) => {
            items.iter_mut().enumerate().for_each(|(n, item)| spoilt(item, &format!("{at}/{n}"), places));
        }
        _ => {}
    }
}

#[test]
fn characters_that_deceive_are_taken_out_of_every_text_and_told() {
    let (_, text) = BUNDLES[1];
    let whole = open(text).unwrap();
    let mut bundle: Value = serde_json::from_str(text).unwrap();
    let mut places = Vec::new();
    spoilt(&mut bundle["plan"], "", &mut places);
    assert!(places.len() > 60);
    let opened = open(&bundle.to_string()).unwrap();
    assert_eq!(opened.plan, whole.plan);
    let told: Vec<String> = opened.faults.iter().map(|fault| format!("/{}", fault.path)).collect();
    for place in &places {
        assert!(told.contains(place), "{place} is not told");
    }
    assert!(opened.faults.iter().all(|fault| fault.kind == FaultKind::Cleaned));
    // In what only the versions say, in names, and in the words around the plan.
    let cells =
        json!({FOREWORD: {"id": "AAAAAAAAAAAAAAAA", "by": "0", "at": 5, "value": "\u{202e}Bonjour\u{2069}"}});
    let text = framed(&json!({"id": "k7q2m9x4aa"}), &cells).replacen("Ana", "\u{202e}Ana\\u0007", 1);
    let made = json!({"by": "\u{202e}Ana\u{2066}", "note": "a\u{8}b\nc", "app": "x", "table": "\u{202d}T"});
    let mut bundle: Value = serde_json::from_str(&text).unwrap();
    bundle["made"] = made;
    let opened = open(&bundle.to_string()).unwrap();
    assert_eq!(opened.plan.vision.foreword.text, "Bonjour");
    let made = opened.made;
    assert_eq!((made.by.as_str(), made.note.as_str(), made.table.as_str()), ("Ana", "ab\nc", "T"));
    assert!(
        opened.state.cells().all(|(_, cell)| cell.versions().iter().all(|of| !of.by.contains('\u{202e}')))
    );
    // Those that scripts are written with stay.
    let kept = "می\u{200c}خواهم \u{200f}א\u{200e}";
    let opened = open(&framed(&json!({"id": "k7q2m9x4aa", "lead_agency": kept}), &Value::Null)).unwrap();
    assert_eq!((opened.plan.lead_agency.as_str(), opened.faults.len()), (kept, 0));
}

#[test]
fn markup_is_a_text_like_any_other() {
    let markup = "<img src=x onerror=alert(1)><script>1</script>{{x}} =cmd|'/C'!A1 ${x}";
    let plan = json!({"id": "k7q2m9x4aa", "lead_agency": markup, "vision": {"foreword": markup}});
    let opened = open(&framed(&plan, &Value::Null)).unwrap();
    assert_eq!(
        (opened.plan.lead_agency.as_str(), opened.plan.vision.foreword.text.as_str()),
        (markup, markup)
    );
    assert_eq!(open(&export(&opened)).unwrap().plan, opened.plan);
}

/// The files of the app's pages, without their comments.
fn pages() -> Vec<(PathBuf, String)> {
    fn gather(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs" || end == "js") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    ["src", "public"].iter().for_each(|folder| gather(&root.join(folder), &mut found));
    found
}

/// An answer that is an address is shown as a text. One function makes links, to the app's own pages and files and to a new
/// message, and nothing makes elements of a text.
#[test]
fn no_address_in_a_file_becomes_a_link() {
    let normalise =
        plan_ouvert::plan::Normalise { nfc: str::to_owned, nfd: str::to_owned, lower: str::to_lowercase };
    for harmful in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "blob:x", "vbscript:x"] {
        assert!(!is_url(harmful, normalise), "{harmful}");
    }
    for (path, text) in pages() {
        let path = path.display().to_string();
        for call in
            ["inner_html", "innerHTML", "outer_html", "outerHTML", "insert_adjacent", "insertAdjacent"]
        {
            assert!(!text.contains(call), "{path} has {call}");
        }
        if !path.ends_with("ui/dom.rs") {
            assert!(!text.contains("\"href\""), "{path} makes a link by itself");
        }
    }
}

/// As many rows as the form ever adds, each of them full: the file that comes of it opens.
#[test]
fn what_the_form_lets_in_the_file_takes_back() {
    let comment = |at: usize| {
        json!({"id": id(at), "at": "vision/foreword", "by": "Ana", "when": "2026-03-04T10:12:00Z",
            "text": "Un commentaire", "of": id(at + 1), "closed": true})
    };
    let with = |count: usize| State::plain(&json!({"comments": (0..count).map(comment).collect::<Vec<_>>()}));
    let (mut few, mut many) = (0, MOST_ANSWERS);
    while few + 1 < many {
        let between = few.midpoint(many);
        let mut state = State::default();
        let rows = (0..between).map(|at| format!("comments/#{}/_pos", id(at)));
        rows.for_each(|path| state.put(&path, Version::plain("", "001i".into())));
        if bundle::has_room(&state) { few = between } else { many = between }
    }
    assert!(many > 5_000, "years of comments have room, and not {many} alone");
    let state = with(many);
    assert!(!bundle::has_room(&state));
    let plan = RowId::parse("k7q2m9x4aa").unwrap();
    let mut random = files::counting();
    let shown = bundle::shown(&state, plan, IdMaker::new(&mut random));
    let text = bundle::export_copy(&shown, &state, &[], &bundle::Made::default(), &Map::new());
    let opened = open(&text).unwrap();
    assert_eq!((opened.plan.comments.len(), opened.faults.len()), (many, 0));
}
