//! Copies of a whole plan, as people send them: what each wrote comes together, and nothing is lost.

use std::collections::BTreeSet;

use plan_ouvert::bundle::{self, BundleError, Made, Opened};
use plan_ouvert::plan::record::Record;
use plan_ouvert::plan::{IdMaker, Kept, Plan};
use plan_ouvert::sync::{self, Copies, Kind, State};
use serde_json::{Map, Value, json};

const EXAMPLE: &str = include_str!("../public/example.json");

fn open(text: &str) -> Opened {
    let mut no_id_is_missing = || unreachable!("every row has an id");
    bundle::open(text, IdMaker::new(&mut no_id_is_missing)).unwrap()
}

fn tree(plan: &Plan) -> Value {
    let plan: &dyn Record = plan;
    plan.to_json().unwrap()
}

fn plan_of(state: &State, of: &Plan) -> Plan {
    let mut no_id_is_missing = || unreachable!("every row has an id");
    bundle::shown(state, of.id, IdMaker::new(&mut no_id_is_missing))
}

/// A copy in which somebody rewrites answers, as the form would, and the file that comes of it.
fn rewritten(by: &str, mut plan: Value, state: &State, paths: &[&str]) -> String {
    let mut copies = Copies::new(state.clone(), Vec::new());
    copies.settle(plan.clone());
    for path in paths {
        *plan.pointer_mut(path).unwrap() = format!("{by} : {path}").into();
    }
    copies.record(plan.clone(), (by, 1_772_619_120_000), &[]);
    copies.give_out();
    let shown = plan_of(copies.joined(), &open(EXAMPLE).plan);
    bundle::export_copy(&shown, copies.joined(), &[], &Made { by: by.into(), ..Made::default() }, &Map::new())
}

/// Where the texts of the example stand.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| texts(value, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| texts(value, &format!("{at}/{index}"), found));
        }
        Value::String(_) if at.ends_with("/text") => found.push(at.to_owned()),
        _ => {}
    }
}

#[test]
fn five_copies_with_forty_answers_each_come_together() {
    let example = open(EXAMPLE);
    let whole = tree(&example.plan);
    let mut all = Vec::new();
    texts(&whole, "", &mut all);
    assert!(all.len() >= 50, "the example has {} texts", all.len());
    let people = ["Ana", "Bruno", "Chloé", "Driss", "Elif"];
    // Each begins some answers further on, so that most are written by several people.
    let wrote =
        |at: usize| -> Vec<&str> { (0..40).map(|n| all[(at * 7 + n) % all.len()].as_str()).collect() };
    let mut joined = Copies::new(example.state.clone(), Vec::new());
    for (at, by) in people.iter().enumerate() {
        let file = rewritten(by, whole.clone(), &example.state, &wrote(at));
        let copy = open(&file);
        let effects = joined.effects(&copy.state);
        assert_eq!(effects.len(), 40, "{by} wrote forty answers: {effects:?}");
        assert!(at > 0 || effects.iter().all(|effect| effect.kind == Kind::Changed));
        joined.take_in(&copy.state);
        assert!(joined.effects(&copy.state).is_empty(), "the same file again changes nothing");
    }
    let differences = joined.differences();
    let paths: BTreeSet<&str> = differences.iter().map(|of| of.path.as_str()).collect();
    assert_eq!(paths.len(), differences.len(), "each conflict is listed once");
    // Whatever anybody wrote is there still: in the plan, or in a version that waits for a decision.
    for (at, by) in people.iter().enumerate() {
        for path in wrote(at) {
            let text: Value = format!("{by} : {path}").into();
            let lives =
                joined.joined().cells().any(|(_, cell)| cell.versions().iter().any(|of| of.value == text));
            assert!(lives, "{by}'s text is gone: {path}");
        }
    }
    let shared =
        all.iter().filter(|path| (0..5).filter(|at| wrote(*at).contains(&path.as_str())).count() > 1);
    assert_eq!(differences.len(), shared.count());
}

/// What an earlier version of the app wrote has no versions: it is joined as what it is, an older copy.
#[test]
fn a_file_of_an_earlier_version_joins() {
    let example = open(EXAMPLE);
    let mut copies = Copies::new(example.state.clone(), Vec::new());
    let mut plan = tree(&example.plan);
    copies.settle(plan.clone());
    plan["vision"]["foreword"]["text"] = "Réécrit depuis.".into();
    copies.record(plan.clone(), ("Léa", 1), &[]);
    let now = copies.joined().clone();
    copies.take_in(&open(EXAMPLE).state);
    assert_eq!(copies.joined(), &now, "what was written over it stays");
    let mut edited: Value = serde_json::from_str(EXAMPLE).unwrap();
    edited["plan"]["vision"]["coordination"]["text"] = "Écrit dans le fichier.".into();
    copies.take_in(&open(&edited.to_string()).state);
    let open = copies.differences();
    assert_eq!(open.iter().map(|of| of.path.as_str()).collect::<Vec<_>>(), ["vision/coordination/text"]);
}

/// A working file is changed by hand: that counts over what it says was written.
#[test]
fn an_edit_of_the_file_by_hand_counts() {
    let example = open(EXAMPLE);
    let text = rewritten("Ana", tree(&example.plan), &example.state, &["/vision/foreword/text"]);
    let mut copies = Copies::new(open(&text).state, Vec::new());
    let mut edited: Value = serde_json::from_str(&text).unwrap();
    edited["plan"]["vision"]["foreword"]["text"] = "Corrigé à la main.".into();
    edited["plan"]["commitments"].as_array_mut().unwrap().remove(0);
    let commitments = example.plan.commitments.len();
    for _ in 0..2 {
        copies.take_in(&open(&edited.to_string()).state);
        let plan = plan_of(copies.joined(), &example.plan);
        assert_eq!(plan.vision.foreword.text, "Corrigé à la main.");
        assert_eq!(plan.commitments.len(), commitments - 1);
        assert!(copies.differences().is_empty(), "{:?}", copies.differences());
    }
}

/// The final file has nothing of what only copies need.
#[test]
fn the_final_file_says_nothing_of_versions() {
    let example = open(EXAMPLE);
    let whole = tree(&example.plan);
    let mut copies = Copies::new(example.state.clone(), Vec::new());
    for by in ["Relectrice Une", "Relecteur Deux"] {
        let file = rewritten(by, whole.clone(), &example.state, &["/vision/foreword/text"]);
        copies.take_in(&open(&file).state);
    }
    let mut plan = plan_of(copies.joined(), &example.plan);
    let removed = plan.commitments.remove(0);
    copies.settle(tree(&plan_of(copies.joined(), &example.plan)));
    copies.record(tree(&plan), ("Secrétaire", 5), &[]);
    let made = Made { by: "Secrétaire".into(), note: "Entre nous".into(), ..Made::default() };
    let lost = copies.differences();
    let mut shown_plan = plan_of(copies.joined(), &example.plan);
    let mut before = shown_plan.clone();
    before.vision.coordination.text = "Comme approuvé autrefois".into();
    shown_plan.as_endorsed = Kept::of(&before);
    let text = bundle::export_final(&shown_plan, lost.len(), &[], &made);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&report["report"]["ready"], &report["report"]["differences"]), (&json!(false), &json!(1)));
    let loser = lost[0].versions[1].value.as_str().unwrap();
    let shown = lost[0].versions[0].value.as_str().unwrap();
    assert!(text.contains(&shown.replace('"', "\\\"")), "what the plan shows is there");
    assert!(!text.contains("Comme approuvé autrefois"));
    for said in [
        loser,
        "Secrétaire",
        "Entre nous",
        "\"sync\"",
        "\"over\"",
        "_gone",
        "_pos",
        &removed.title.text,
        removed.id.as_str(),
    ] {
        assert!(!text.contains(said), "{said} is in the final file");
    }
}

/// A working file of this version, with all it can hold: it opens, is as it was written, and is joined as it was.
#[test]
fn a_working_file_of_this_version_opens_for_ever() {
    let golden = open(include_str!("golden/1.2.json"));
    assert_eq!((golden.faults.len(), golden.digest), (0, bundle::Digest::Matches));
    let paths: Vec<String> = golden.state.differences().into_iter().map(|of| of.path).collect();
    assert_eq!(paths.len(), 2, "{paths:?}");
    assert!(paths.contains(&"vision/foreword/text".to_owned()), "{paths:?}");
    assert_eq!(golden.plan.comments.len(), 1);
    assert!(golden.plan.as_endorsed.plan().is_some());
    let mut again = Copies::new(golden.state.clone(), Vec::new());
    again.take_in(&golden.state);
    assert_eq!(again.joined(), &golden.state);
}

/// Reading an older version and joining can change places: what 1.1 says is the same answer as what this version says.
#[test]
fn joining_commutes_with_reading_an_older_version() {
    let old = open(include_str!("golden/1.1.json"));
    let new = bundle::export(&old.plan, &[], &Made::default(), &Map::new());
    assert_eq!(open(&new).state, old.state, "the same answers, whichever version wrote them");
    let mut copies = Copies::new(old.state.clone(), Vec::new());
    let mut plan = tree(&old.plan);
    copies.settle(plan.clone());
    plan["vision"]["site"] = "https://example.org/nouveau".into();
    copies.record(plan, ("Léa", 1), &[]);
    let written = copies.joined();
    let [mut old_first, mut new_first] = [old.state.clone(), open(&new).state];
    old_first.join(written);
    new_first.join(written);
    assert_eq!(old_first, new_first);
    assert_eq!(&old_first, written, "an older copy brings nothing back");
}

/// A part has no jurisdiction of its own, and brings none back.
#[test]
fn a_part_brings_nothing_that_nobody_wrote() {
    let example = open(EXAMPLE);
    let part = example.state.part(|path| path.starts_with("vision/foreword"));
    let plan = plan_of(&part, &example.plan);
    assert_eq!(plan.jurisdictions.len(), 1, "the form always has one");
    let text = bundle::export_copy(&plan, &part, &[], &Made::default(), &Map::new());
    let back = open(&text);
    assert_eq!(back.state, part);
    assert!(Copies::new(example.state, Vec::new()).effects(&back.state).is_empty());
}

/// What several copies add comes together, up to twice what one form takes.
#[test]
fn a_joined_plan_opens_again_with_all_its_rows() {
    let plan = |count: usize, from: usize| {
        let rows: Vec<Value> = (0..count)
            .map(|n| json!({"id": format!("place{:05}", from + n), "name": format!("Ville {}", from + n)}))
            .collect();
        json!({"id": "k7q2m9x4aa", "joint": true, "jurisdictions": rows})
    };
    let [ours, theirs, third] =
        [(0, 4), (4, 4), (8, 1)].map(|(from, count)| State::plain(&plan(count, from)));
    let mut joined = Copies::new(ours, Vec::new());
    joined.take_in(&theirs);
    assert_eq!(bundle::check_rows(joined.joined()), Ok(()));
    let shown = plan_of(joined.joined(), &open(EXAMPLE).plan);
    assert_eq!(shown.jurisdictions.len(), 2 * bundle::MOST_JURISDICTIONS);
    let text = bundle::export_copy(&shown, joined.joined(), &[], &Made::default(), &Map::new());
    assert_eq!(open(&text).plan.jurisdictions, shown.jurisdictions);
    joined.take_in(&third);
    let too_many = BundleError::TooManyRows { path: "jurisdictions".into(), count: 9, limit: 8 };
    assert_eq!(bundle::check_rows(joined.joined()), Err(too_many));
    // A file that holds the rows among its versions alone: somebody took them out of the plan by hand.
    let sync = sync::written(joined.joined(), None);
    let file = json!({
        "format": bundle::FORMAT, "format_version": "1.2", "plan": {"id": "k7q2m9x4aa", "jurisdictions": [{"id": "place00001"}]}, "sync": sync,
    });
    let opened = open(&file.to_string());
    assert_eq!(opened.plan.jurisdictions.len(), 1);
    assert!(opened.state.differences().is_empty());
}
