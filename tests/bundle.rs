//! The bundle as a whole: what goes out comes back, and nothing that comes in breaks anything.

mod files;

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use files::{BUNDLES, NORMALISE, assert_valid, counting};
use plan_ouvert::bundle::{self, BundleError, Digest, Made, Opened};
use plan_ouvert::comments;
use plan_ouvert::plan::record::{FaultKind, Rows};
use plan_ouvert::plan::{
    Acknowledgement, Day, IdMaker, Kept, Looked, MOST_COMMITMENTS, Plan, Progress, RowId, TIMES_JOINED,
};
use plan_ouvert::question::{ListPlace, Place, Question};
use plan_ouvert::rules::{self, acknowledged};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

/// A file of the first version, and one of the second.
const GOLDEN: &str = BUNDLES[0].1;
const SECOND: &str = BUNDLES[1].1;
const EXAMPLE: &str = include_str!("../public/example.json");
/// Answers of one file, nearly as many as there may be.
const WIDE: usize = 98_000;
/// What every file must be refused or read within.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 6 } else { 2 });
/// The same for files as large as they may be: without optimisation that takes five times as long.
const PATIENCE_WITH_THE_LARGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });

fn open(text: &str) -> Result<Opened, BundleError> {
    open_within(text, PATIENCE)
}

fn open_within(text: &str, patience: Duration) -> Result<Opened, BundleError> {
    let begun = Instant::now();
    let opened = files::open(text);
    assert!(begun.elapsed() < patience, "it took {:?}", begun.elapsed());
    opened
}

fn made(at: &str) -> Made {
    Made { app: "0.1.0".into(), at: at.into(), by: "Léa Morin".into(), ..Made::default() }
}

/// A bundle of the plan, which the published schema accepts.
fn export(plan: &Plan, unknown: &Map<String, Value>) -> String {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let issues = rules::check(plan, today, NORMALISE);
    let text = bundle::export(plan, &issues, &made("2026-11-23T10:12:00Z"), unknown);
    assert_valid(&text);
    text
}

/// A bundle around a plan, with nothing else.
fn framed(plan: &Value) -> String {
    json!({"format": bundle::FORMAT, "format_version": "1.0", "plan": plan}).to_string()
}

fn any_typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{0,40}",
        2 => any::<String>(),
        2 => "(0?[1-9]|1[0-9]|mars|févr\\.|marz)[/ ](20[0-9]{2}|27)",
        1 => "20[0-9]{2}-[01][0-9](-[0-3][0-9])?",
        2 => "[0-9]{1,3}([ .,\u{202f}][0-9]{3})?([.,][0-9]{1,3})?",
        1 => "[a-z.]{1,10}@[a-z]{1,8}\\.(org|fr)",
        1 => "[ \u{a0}\u{200b}\t\n]{0,4}",
        1 => Just("x\u{1f600}é\n".repeat(5_000)),
        3 => prop::sample::select(vec![
            "yes", "no", "partially", "named", "none", "fr", "other", "tax audits inclusion", "water", "technology",
            "stuck", "completed", "not_started", "https://example.org/plan?x=1#y",
        ]).prop_map(str::to_owned),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        Just(json!(9_007_199_254_740_991_i64)),
        any::<String>().prop_map(Value::from),
        Just(json!("k7q2m9x4aa")),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{0,8}|\\PC{1,4}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A plan into which random texts were typed, at random places.
fn any_plan() -> impl Strategy<Value = Plan> {
    let typed = (any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>(), any_typed());
    let later = prop::collection::vec(("later_[a-z]{1,5}", any_json()), 0..3);
    (0..4_usize, prop::collection::vec(typed, 0..60), later).prop_map(|(commitments, typed, later)| {
        let mut random = counting();
        let mut ids = IdMaker::new(&mut random);
        let mut plan = Plan::new("fr", &mut ids);
        (0..commitments).for_each(|_| plan.commitments.extend(fresh(&mut ids)));
        for (question, commitment, row, column, text) in typed {
            let place = any_place(&mut plan, &mut ids, [question, commitment, row, column]);
            place.inspect(|place| assert!(place.enter(&mut plan, &text), "{place}"));
        }
        for (key, value) in later {
            plan.unknown.insert(key.clone(), value.clone());
            plan.vision.unknown.insert(key.clone(), value.clone());
            plan.vision.spaces.unknown.insert(key.clone(), value.clone());
            plan.vision.spaces.english.push_str(&key);
            for commitment in &mut plan.commitments {
                commitment.unknown.insert(key.clone(), value.clone());
                commitment.problem.english.push_str("An English text");
            }
        }
        plan
    })
}

fn fresh<R: plan_ouvert::plan::record::Row>(ids: &mut IdMaker<'_>) -> Option<R> {
    Some(R::fresh(ids.next_id()))
}

/// A place that one control edits; adds a row where there is none to type into.
fn any_place(plan: &mut Plan, ids: &mut IdMaker<'_>, chosen: [Index; 4]) -> Option<Place> {
    let [question, commitment, row, column] = chosen;
    let question = Question::ALL[question.index(Question::ALL.len())];
    let commitment = match question.section().is_of_commitment() {
        true if plan.commitments.is_empty() => return None,
        true => Some(plan.commitments[commitment.index(plan.commitments.len())].id),
        false => None,
    };
    let list = match question {
        Question::MandateEnd => Some(ListPlace::Rows(None, Question::Jurisdictions)),
        _ => question.kind().has_rows().then_some(ListPlace::Rows(commitment, question)),
    };
    let mut place = Place { commitment, ..Place::plan(question) };
    if let Some(list) = list {
        let rows = list.rows_mut(plan)?;
        let at = row.index(4);
        if at >= rows.ids().len() {
            rows.add(ids.next_id());
        }
        place = place.row(rows.ids()[at.min(rows.ids().len() - 1)]);
    }
    match question.kind().columns() {
        [] => Some(place),
        columns => Some(place.column(columns[column.index(columns.len())])),
    }
}

/// Changes to a text: at a place, take a character out, put one in, or both.
fn mutated(text: &str, changes: &[(Index, bool, Option<char>)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, remove, insert) in changes {
        let at = at.index(chars.len().max(1));
        if *remove && at < chars.len() {
            chars.remove(at);
        }
        chars.splice(at.min(chars.len())..at.min(chars.len()), *insert);
    }
    chars.into_iter().collect()
}

fn places_of(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                // As a JSON pointer spells a key (RFC 6901).
                let key = key.replace('~', "~0").replace('/', "~1");
                places_of(value, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| places_of(value, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_out_comes_back(plan in any_plan()) {
        let opened = open(&export(&plan, &Map::new())).unwrap();
        prop_assert_eq!(opened.faults, vec![]);
        prop_assert_eq!(opened.digest, Digest::Matches);
        prop_assert_eq!(opened.plan, plan);
    }

    #[test]
    fn any_text_gets_an_answer(text in any::<String>()) {
        let _ = open(&text);
    }

    #[test]
    fn a_spoilt_text_gets_an_answer(
        changes in prop::collection::vec((any::<Index>(), any::<bool>(), prop::option::of(prop_oneof![
            prop::sample::select(vec!['{', '}', '[', ']', '"', ',', ':', '0', '-', '.', 'e', '\\', 'n', ' ', '\u{feff}']),
            any::<char>(),
        ])), 1..4),
    ) {
        if let Ok(opened) = open(&mutated(GOLDEN, &changes)) {
            let again = open(&export(&opened.plan, &opened.unknown)).unwrap();
            prop_assert_eq!((again.plan, again.faults, again.unknown), (opened.plan, vec![], opened.unknown));
        }
    }

    #[test]
    fn strange_values_cost_no_more_than_themselves(
        changes in prop::collection::vec((any::<Index>(), prop::option::of(any_json()), any::<Index>()), 1..6),
    ) {
        let mut bundle: Value = serde_json::from_str(GOLDEN).unwrap();
        for (at, value, from) in changes {
            let mut places = Vec::new();
            places_of(&bundle["plan"], "/plan", &mut places);
            let from = bundle.pointer(&places[from.index(places.len())]).cloned().unwrap_or_default();
            let at = &places[at.index(places.len())];
            *bundle.pointer_mut(at).unwrap() = value.unwrap_or(from);
        }
        let text = bundle.to_string();
        match open(&text) {
            Ok(opened) => {
                let again = open(&export(&opened.plan, &opened.unknown)).unwrap();
                prop_assert_eq!((again.plan, again.faults, again.unknown), (opened.plan, vec![], opened.unknown));
            }
            Err(error) => {
                // A list may be put where fewer rows are allowed.
                let is_clear = matches!(
                    error,
                    BundleError::NoPlan
                        | BundleError::TooDeep
                        | BundleError::TooManyRows { .. }
                        | BundleError::TooManyCommitments { .. }
                );
                prop_assert!(is_clear, "{:?}", error);
            }
        }
    }
}

#[test]
fn two_exports_of_a_plan_differ_in_their_making_alone() {
    let plan = open(GOLDEN).unwrap().plan;
    let export = |made: &Made| -> Value {
        serde_json::from_str(&bundle::export(&plan, &[], made, &Map::new())).unwrap()
    };
    let (mut one, mut two) = (export(&made("2026-11-23T10:12:00Z")), export(&made("2027-01-02T08:00:00Z")));
    assert_ne!(one["integrity"], two["integrity"]);
    for bundle in [&mut one, &mut two] {
        bundle.as_object_mut().unwrap().retain(|key, _| key != "made" && key != "integrity");
    }
    assert_eq!(one, two);
    assert_eq!(export(&made("x")), export(&made("x")));
    let text = bundle::export(&plan, &[], &made("x"), &Map::new());
    let members: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let order: Vec<_> = members.keys().map(String::as_str).collect();
    assert_eq!(order, ["format", "format_version", "schema", "made", "plan", "report", "integrity"]);
}

/// A copy of a plan that was submitted goes on naming its own rows: scopes, reasons, changes, what it was.
#[test]
fn what_names_a_row_follows_it_into_a_copy() {
    let plan = open(SECOND).unwrap().plan;
    let mut random = counting();
    let copy = plan.duplicate(&mut IdMaker::new(&mut random));
    let (old, new) = (&plan.commitments[0], &copy.commitments[0]);
    assert_ne!(old.id, new.id);
    assert_eq!(new.scope.id(), Some(copy.jurisdictions[0].id));
    assert_eq!(copy.changes[0].commitment.id(), Some(new.id));
    assert_eq!(copy.progress[0].milestone.id(), Some(new.milestones[0].id));
    assert_eq!(copy.looked[0].commitment.id(), Some(new.id));
    assert_eq!(copy.acknowledged[0].at.0, format!("commitments/#{}/end", new.id));
    let then = copy.as_submitted().unwrap();
    assert_eq!(then.commitments[0].id, new.id);
    assert_eq!(then.acknowledged[0].at.0, copy.acknowledged[0].at.0);
    assert!(!serde_json::to_string(&export(&copy, &Map::new())).unwrap().contains(old.id.as_str()));
}

#[test]
fn the_example_opens_without_a_fault() {
    let opened = open(EXAMPLE).unwrap();
    assert_eq!(opened.faults, vec![]);
    assert_ne!(opened.digest, Digest::Differs);
    assert_eq!(opened.plan.commitments.len(), 3);
    assert_valid(EXAMPLE);
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let again: Value = serde_json::from_str(&export(&opened.plan, &opened.unknown)).unwrap();
    assert!(again["plan"] == example["plan"], "it is not written as an export writes it");
}

#[test]
fn every_hostile_file_is_told_apart() {
    assert!(
        matches!(open(&"é".repeat(10 << 20)), Err(BundleError::TooMuchText { bytes }) if bytes == 20 << 20)
    );
    let text = framed(&json!({"vision": {"foreword": {"text": "a".repeat(20 << 20)}}}));
    assert!(matches!(open(&text), Err(BundleError::TooMuchText { .. })));
    let nested = format!("{}{}", "{\"plan\":".repeat(100_000), "}".repeat(100_000));
    assert_eq!(open(&nested), Err(BundleError::TooDeep));
    assert_eq!(open(&"[".repeat(16 << 20)), Err(BundleError::TooDeep));
    let thousand = framed(&json!({"commitments": vec![json!({}); 1000]}));
    let too_many = BundleError::TooManyCommitments { count: 1000, limit: MOST_COMMITMENTS * TIMES_JOINED };
    assert_eq!(open(&thousand), Err(too_many));
    let milestones = framed(&json!({"commitments": [{"milestones": vec![json!({}); 1001]}]}));
    let too_many =
        BundleError::TooManyRows { path: "commitments/0/milestones".into(), count: 1001, limit: 1000 };
    assert_eq!(open(&milestones), Err(too_many));
    let twice = framed(&json!({"start": "2027-01"})).replace("\"start\"", "\"start\":null,\"start\"");
    assert_eq!(open(&twice), Err(BundleError::DuplicateKey { key: "start".into(), line: 1 }));
    let newer = GOLDEN.replacen("\"1.0\"", "\"2.0\"", 1);
    assert_eq!(open(&newer), Err(BundleError::NewerVersion { theirs: "2.0".into(), ours: "1.3" }));
    assert_eq!(open(&GOLDEN.replacen(bundle::FORMAT, "other", 1)), Err(BundleError::NotABundle));
    assert_eq!(open("Bonjour, voici le plan."), Err(BundleError::NotJson { line: 1, column: 1 }));
    assert!(matches!(
        open(&GOLDEN.replacen("\"ready\": false", "\"ready\": 1e400", 1)),
        Err(BundleError::BadNumber { .. })
    ));
    for end in (2..GOLDEN.len() - 3).step_by(997).filter(|end| GOLDEN.is_char_boundary(*end)) {
        assert_eq!(open(&GOLDEN[..end]), Err(BundleError::Truncated), "cut at {end}");
    }
}

#[test]
fn what_is_no_text_is_told_as_such() {
    for text in ["", " \n", "\u{feff}\r\n"] {
        assert_eq!(open(text), Err(BundleError::Empty), "{text:?}");
    }
    for bytes in
        [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"]
    {
        assert_eq!(open(&String::from_utf8_lossy(bytes)), Err(BundleError::NotText), "{bytes:?}");
    }
}

/// What a table copies as a text is read by people, and joined by the app.
#[test]
fn a_bundle_is_found_among_words() {
    let lines = bundle::in_lines(GOLDEN);
    assert!(lines.starts_with("{\"format\": "));
    // As mail wraps it: at the blank before the 76th character, or not at all.
    let wrapped = |text: &str| -> String {
        let mut wrapped = String::new();
        for line in text.lines() {
            let mut length = 0;
            for word in line.split_inclusive(' ') {
                if length > 0 && length + word.chars().count() > 76 {
                    wrapped.truncate(wrapped.trim_end_matches(' ').len());
                    wrapped.push_str("\r\n");
                    length = 0;
                }
                wrapped.push_str(word);
                length += word.chars().count();
            }
            wrapped.push_str("\r\n");
        }
        wrapped
    };
    for text in [
        GOLDEN.to_owned(),
        lines.clone(),
        format!("Table 3 – {{vision}}\n\nNotre texte.\n\n{lines}\n\nBonne soirée :}} {{-:"),
        format!("Bonjour,\n{GOLDEN}\n-- \nAna }}"),
        wrapped(&format!("Notre texte.\n{lines}\nAna")),
    ] {
        assert_eq!(open(&bundle::embedded(&text)), open(GOLDEN));
    }
    for text in ["", "Bonjour", "}{", "}", "é{"] {
        assert!(open(&bundle::embedded(text)).is_err());
    }
}

#[test]
fn the_largest_files_are_read_in_time() {
    let long = framed(
        &json!({"id": "k7q2m9x4aa", "vision": {"foreword": {"text": "Une phrase. ".repeat(1_300_000)}}}),
    );
    let opened = open_within(&long, PATIENCE_WITH_THE_LARGEST).unwrap();
    assert_eq!(opened.faults, vec![]);
    let exported = bundle::export(&opened.plan, &[], &made("x"), &Map::new());
    assert_eq!(open_within(&exported, PATIENCE_WITH_THE_LARGEST).unwrap().digest, Digest::Matches);
    let endless: Map<String, Value> = (0..1_200_000).map(|n| (format!("m{n}"), json!(n % 10))).collect();
    assert_eq!(
        open_within(&framed(&Value::Object(endless)), PATIENCE_WITH_THE_LARGEST),
        Err(BundleError::TooManyVersions)
    );
    let members: Map<String, Value> = (0..WIDE).map(|n| (format!("m{n}"), json!(n % 10))).collect();
    let wide = framed(&Value::Object(members));
    assert_eq!(open_within(&wide, PATIENCE_WITH_THE_LARGEST).unwrap().plan.unknown.len(), WIDE);
    let row = json!({"office": 1, "branch": [], "name": {}, "title": 1, "email": 1, "role": 1});
    let commitment = json!({"government": vec![row; 500], "sectors": vec![json!(1); 500]});
    let wrong = |count: usize| framed(&json!({"commitments": vec![commitment.clone(); count]}));
    assert!(open_within(&wrong(24), PATIENCE_WITH_THE_LARGEST).unwrap().faults.len() > 90_000);
    assert_eq!(open_within(&wrong(64), PATIENCE_WITH_THE_LARGEST), Err(BundleError::TooManyVersions));
}

#[test]
fn a_digest_that_differs_is_a_note() {
    let changed = GOLDEN.replacen("Valmont", "Valmomt", 1);
    let opened = open(&changed).unwrap();
    assert_eq!((opened.digest, opened.faults), (Digest::Differs, vec![]));
    let reprinted: Value = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(open(&format!("\u{feff}\r\n {reprinted} \n")).unwrap().digest, Digest::Matches);
    let mut without = reprinted;
    without.as_object_mut().unwrap().remove("integrity");
    assert_eq!(open(&without.to_string()).unwrap().digest, Digest::Absent);
}

#[test]
fn a_wrong_value_costs_that_answer_alone() {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let whole = open(GOLDEN).unwrap().plan;
    for (place, wrong) in [
        ("start", json!([])),
        ("joint", json!("yes")),
        ("vision/foreword", json!(["a", "b"])),
        ("vision/foreword/english", json!(7)),
        ("vision/group_count", json!(true)),
        ("vision/offline_spaces", json!("perhaps")),
        ("vision/site", json!({"url": "https://example.org"})),
        ("vision/endorsements/0", json!("Les Amis")),
        ("commitments/0/title", json!(false)),
        ("commitments/0/start", json!({"typed": 3})),
        ("commitments/0/policy_areas/0", json!("cookery")),
        ("commitments/0/government/0/email", json!(["lea@example.org"])),
        ("commitments/0/milestones/0/status", json!("done")),
        ("commitments/0/milestones/1", json!(null)),
    ] {
        let mut bundle = golden.clone();
        *bundle.pointer_mut(&format!("/plan/{place}")).unwrap() = wrong.clone();
        let opened = open(&bundle.to_string()).unwrap();
        let faults: Vec<_> = opened.faults.iter().map(|fault| (fault.path.as_str(), fault.kind)).collect();
        let expected = if wrong.is_null() { vec![] } else { vec![(place, FaultKind::Unexpected)] };
        assert_eq!(faults, expected, "{place}");
        assert_ne!(opened.plan, whole);
        let mut mended = bundle;
        let value = golden.pointer(&format!("/plan/{place}")).unwrap().clone();
        *mended.pointer_mut(&format!("/plan/{place}")).unwrap() = value;
        assert_eq!(open(&mended.to_string()).unwrap().plan, whole, "nothing else changed at {place}");
    }
}

/// The day of the last change is settled without anybody; still, one that nobody can read is kept.
#[test]
fn a_day_of_the_last_change_that_cannot_be_read_comes_back() {
    for changed in [json!("2026-13"), json!({"typed": "mardi"})] {
        let opened = open(&framed(&json!({"id": "k7q2m9x4aa", "changed": changed}))).unwrap();
        assert!(opened.plan.changed.value().is_none() && opened.plan.changed != Plan::default().changed);
        assert_eq!(open(&files::export(&opened)).unwrap().plan, opened.plan, "{changed}");
    }
}

/// What only a version says is read with the same care, and told.
#[test]
fn a_wrong_value_in_a_version_is_told() {
    let mut bundle: Value = serde_json::from_str(GOLDEN).unwrap();
    bundle["sync"] = json!({"cells": {"vision/group_count": {"value": {"many": "x"}}, "lead_agency": {"value": [1, null]}}});
    bundle["plan"].as_object_mut().unwrap().remove("lead_agency");
    let opened = open(&bundle.to_string()).unwrap();
    let faults: Vec<_> = opened.faults.iter().map(|fault| (fault.path.as_str(), fault.kind)).collect();
    assert_eq!(faults, [("lead_agency", FaultKind::Unexpected)]);
}

/// The plan inside the plan is held to the same limits, never keeps another one, and is nothing where it is no plan.
#[test]
fn what_was_submitted_and_what_was_endorsed_are_read_with_the_same_care() {
    for member in ["as_submitted", "as_endorsed"] {
        let with = |kept: Value| open(&framed(&json!({"id": "k7q2m9x4aa", member: kept})));
        let kept_of = |plan: &Plan| match member {
            "as_submitted" => plan.as_submitted.clone(),
            _ => plan.as_endorsed.clone(),
        };
        let wrong = with(json!(5)).unwrap();
        assert_eq!((wrong.faults[0].path.as_str(), wrong.faults[0].kind), (member, FaultKind::Unexpected));
        assert_eq!(kept_of(&wrong.plan).plan(), None);
        let rows = |count: usize| Value::Array(vec![json!({}); count]);
        let most = MOST_COMMITMENTS * TIMES_JOINED;
        assert_eq!(
            with(json!({"commitments": rows(most + 1)})).unwrap_err(),
            BundleError::TooManyRows { path: format!("{member}/commitments"), count: most + 1, limit: most }
        );
        let mut nested = json!({"lead_agency": "Cabinet"});
        for _ in 0..100 {
            nested = json!({"lead_agency": "Mairie", "as_submitted": nested});
        }
        nested["as_endorsed"] = json!({"lead_agency": "Cabinet"});
        let opened = with(nested).unwrap();
        let kept = kept_of(&opened.plan);
        let kept = kept.plan().unwrap();
        assert_eq!(kept.lead_agency, "Mairie");
        assert_eq!((kept.as_submitted.plan(), kept.as_endorsed.plan()), (None, None));
    }
}

/// Whatever the app notes by itself, it opens its own file again.
#[test]
fn what_the_app_keeps_never_makes_a_file_that_it_refuses() {
    let mut plan = open(SECOND).unwrap().plan;
    let mut random = counting();
    let mut ids = IdMaker::new(&mut random);
    let (progress, reason, look) =
        (plan.progress[0].clone(), plan.acknowledged[0].clone(), plan.looked[0].clone());
    for _ in 0..600 {
        plan.progress.push(Progress { id: ids.next_id(), ..progress.clone() });
        plan.acknowledged.push(Acknowledgement { id: ids.next_id(), ..reason.clone() });
        plan.looked.push(Looked { id: ids.next_id(), ..look.clone() });
    }
    // What a newer version wrote, as deep as a file may be, lies deeper still in the plan that is kept.
    let mut deep = json!("x");
    for _ in 0..110 {
        deep = json!([deep]);
    }
    plan.vision.foreword.unknown.insert("later".into(), deep.clone());
    plan.vision.unknown.insert("later".into(), deep);
    plan.as_endorsed = Kept::of(&plan);
    plan.as_submitted = Kept::of(&plan);
    let opened = open(&export(&plan, &Map::new())).unwrap();
    assert_eq!((opened.faults, opened.plan.progress.len()), (vec![], plan.progress.len()));
}

/// A text that only stands where the final file has nothing of.
fn marks(value: &str) -> String {
    format!("beside-{value}")
}

/// A submitted plan with everything that the final file leaves out, each marked by a text of its own.
fn plan_with_all_beside() -> (Plan, Map<String, Value>) {
    let mut plan = open(SECOND).unwrap().plan;
    let mut random = counting();
    let mut ids = IdMaker::new(&mut random);
    // What was submitted, and since was written anew or deleted.
    plan.vision.foreword.text = marks("foreword");
    let rows: &mut dyn Rows = &mut plan.commitments;
    let first = rows.ids()[0];
    rows.duplicate(first, &mut ids).unwrap();
    plan.commitments[1].title.text = marks("deleted");
    plan.as_submitted = Kept::of(&plan);
    plan.vision.foreword.text = "Un avant-propos".to_owned();
    plan.commitments.remove(1);
    // What a newer version wrote.
    plan.unknown.insert("sync".into(), json!(marks("plan")));
    plan.vision.unknown.insert("later".into(), json!(marks("vision")));
    plan.vision.foreword.unknown.insert("later".into(), json!(marks("text")));
    plan.commitments[0].unknown.insert("later".into(), json!(marks("commitment")));
    let first = ids.next_id();
    let said = |text: &str| comments::Said {
        by: marks("by"),
        when: "2026-03-04T10:12:00Z".into(),
        text: marks(text),
    };
    assert!(comments::add(&mut plan, first, Place::plan(Question::Foreword), &said("comment")));
    assert!(comments::answer(&mut plan, ids.next_id(), first, &said("answer")));
    let frame = Map::from_iter([("sync".to_owned(), json!({"people": {"a": marks("sync")}}))]);
    (plan, frame)
}

#[test]
fn the_final_file_has_the_plan_and_nothing_beside_it() {
    let (plan, frame) = plan_with_all_beside();
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let mut plan = plan;
    let issues = rules::check(&plan, today, NORMALISE);
    // A reason that lapsed, and one that names what the plan said before.
    let deleted = issues.iter().find(|issue| acknowledged::values(issue).contains(&marks("deleted")));
    let deleted = deleted.expect("a rule tells of the deleted commitment").clone();
    let day = Day(today);
    let id = |text: &str| RowId::parse(text).unwrap();
    acknowledged::acknowledge(&mut plan, &issues, &deleted, "Décidé ensemble.", day, id("acknowled8"));
    let lapsed = Acknowledgement {
        reason: marks("reason"),
        values: marks("values"),
        id: id("acknowled9"),
        ..plan.acknowledged[0].clone()
    };
    plan.acknowledged.push(lapsed);
    let made = Made { by: marks("made"), note: marks("note"), ..made("2026-11-23T10:12:00Z") };
    let working = bundle::export(&plan, &issues, &made, &frame);
    let beside = [
        "foreword",
        "deleted",
        "plan",
        "vision",
        "text",
        "commitment",
        "by",
        "comment",
        "answer",
        "sync",
        "made",
        "note",
        "reason",
        "values",
    ];
    for text in beside.map(marks) {
        assert!(working.contains(&text), "the working file has no {text}");
    }
    let text = bundle::export_final(&plan, 0, &issues, &made);
    assert!(!text.contains("beside-"), "{text}");
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_valid(&text);
    let members: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, ["format", "format_version", "schema", "made", "plan", "report", "integrity"]);
    for member in ["comments", "as_submitted", "sync"] {
        assert_eq!(value["plan"].get(member), None);
    }
    // Every answer is there, and every reason for what is left open.
    let opened = open(&text).unwrap();
    assert_eq!((opened.faults, opened.digest), (vec![], Digest::Matches));
    let reasons: Vec<&str> = opened.plan.acknowledged.iter().map(|of| of.reason.as_str()).collect();
    assert_eq!(reasons, ["Décidé ensemble."]);
    assert_eq!(opened.plan.commitments[0].milestones, plan.commitments[0].milestones);
    assert_eq!(opened.plan.vision.foreword.text, "Un avant-propos");
    assert_eq!(value["report"]["open"].as_array().unwrap().len(), issues.len());
    assert!(bundle::final_file_name(&plan, today, NORMALISE).ends_with("-rivemont-2026-11-23-final.json"));
}

#[test]
fn comments_travel_in_the_working_file() {
    let (plan, frame) = plan_with_all_beside();
    let opened = open(&export(&plan, &frame)).unwrap();
    assert_eq!((opened.faults, &opened.plan.comments), (vec![], &plan.comments));
    assert_eq!(opened.plan, plan);
}

#[test]
fn ids_are_kept_and_no_two_are_the_same() {
    let plan = json!({"id": "k7q2m9x4aa", "commitments": [
        {"id": "c3hx0d81qz"}, {"id": "c3hx0d81qz"}, {"id": "C3"}, {}, {"id": "k7q2m9x4aa"},
    ]});
    let opened = open(&framed(&plan)).unwrap();
    assert_eq!(opened.plan.id, RowId::parse("k7q2m9x4aa").unwrap());
    let ids: std::collections::BTreeSet<_> = opened.plan.commitments.iter().map(|c| c.id).collect();
    assert_eq!((ids.len(), opened.plan.commitments[0].id.as_str()), (5, "c3hx0d81qz"));
    let kinds: Vec<_> = opened.faults.iter().map(|fault| (fault.path.as_str(), fault.kind)).collect();
    let new = |path| (path, FaultKind::NewId);
    assert_eq!(
        kinds,
        [new("commitments/1"), new("commitments/2"), new("commitments/3"), new("commitments/4")]
    );
    assert_eq!(opened.plan.jurisdictions.len(), 1, "a plan has a jurisdiction");
}

#[test]
fn deceptive_characters_are_taken_out_and_told() {
    let opened = open(&framed(&json!({"id": "k7q2m9x4aa", "lead_agency": "Ma\u{202e}irie\u{0}"}))).unwrap();
    assert_eq!(opened.plan.lead_agency, "Mairie");
    assert_eq!((opened.faults[0].path.as_str(), opened.faults[0].kind), ("lead_agency", FaultKind::Cleaned));
}
