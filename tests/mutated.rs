//! Ten thousand files that were spoilt, by bytes and by members: each opens, or is refused with a reason; and what opens
//! goes out and comes back the same.
//!
//! The spoiling follows from a number alone, which a failure names: `SEED=n cargo test --test mutated` does that one again.

mod files;

use std::panic::catch_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use files::{BUNDLES, assert_valid, export, open};
use plan_ouvert::bundle::Opened;
use plan_ouvert::plan::Plan;
use plan_ouvert::plan::record::{Fault, FaultKind};
use plan_ouvert::sync::Copies;
use serde_json::{Value, json};

/// Files that are spoilt, half of them by bytes.
const FILES: u64 = 10_000;
/// Of those that open, every so many go out and come back, and are joined with the file they were; that takes longer than
/// all else.
const FOLLOWED: u64 = 19;
/// Two seconds; without optimisation, beside other tests, it takes some times as long.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });

/// Chance that can be had again (xorshift64*).
struct Chance(u64);

impl Chance {
    fn of(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn among<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Spoils bytes: flips, cuts, inserts, doubles, swaps. What is no text any more is read as browsers read it.
fn by_bytes(text: &str, chance: &mut Chance) -> String {
    const INSERTED: [&[u8]; 16] = [
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b",",
        b":",
        b"\\",
        b"\\ud800",
        b"0",
        b"-1e999",
        b"null",
        b"\xff",
        b"\0",
        b"\xe2\x80\xae",
        b"{\"id\":\"",
    ];
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..1 + chance.below(4) {
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(200)).min(bytes.len());
        match chance.below(6) {
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, chance.among(&INSERTED).iter().copied())),
            3 => bytes.extend_from_within(at..end),
            4 => {
                let piece: Vec<u8> = bytes[at..end].to_vec();
                let to = chance.below(bytes.len());
                drop(bytes.splice(to..to, piece));
            }
            _ => {
                let other = chance.below(bytes.len());
                bytes.swap(at, other);
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A value that belongs nowhere, or anywhere.
fn strange(chance: &mut Chance) -> Value {
    match chance.below(14) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(9_007_199_254_740_991_i64),
        4 => json!(""),
        5 => json!("\u{202e}x\0"),
        6 => json!("x".repeat(100_000)),
        7 => json!([]),
        8 => json!({}),
        9 => (0..chance.below(110)).fold(json!("x"), |inner, _| json!([inner])),
        10 => (0..chance.below(110)).fold(json!("x"), |inner, _| json!({"a": inner})),
        11 => json!([{"id": "c3hx0d81qz"}, {"id": "c3hx0d81qz"}, 7]),
        12 => json!({"typed": [1]}),
        _ => json!(["b", "a", "tax"]),
    }
}

/// One place in a tree, by chance: the way down ends early or late.
fn somewhere<'a>(tree: &'a mut Value, chance: &mut Chance) -> &'a mut Value {
    let mut at = tree;
    for _ in 0..3 + chance.below(8) {
        let goes_on = match &*at {
            Value::Object(members) => !members.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => false,
        };
        if !goes_on {
            break;
        }
        at = match at {
            Value::Object(members) => {
                let n = chance.below(members.len());
                members.values_mut().nth(n).unwrap()
            }
            Value::Array(items) => {
                let n = chance.below(items.len());
                &mut items[n]
            }
            _ => unreachable!("it goes on"),
        };
    }
    at
}

/// Spoils members and rows: replaces, takes out, doubles, moves, renames, and lets two ids be the same.
fn by_members(tree: &mut Value, chance: &mut Chance) {
    const KEYS: [&str; 12] = [
        "id",
        "text",
        "typed",
        "__proto__",
        "",
        "_gone",
        "#c3hx0d81qz",
        "value",
        "over",
        "cells",
        "plan",
        "commitments",
    ];
    // Most of it is to stay a bundle.
    let part = *chance.among(&["plan", "plan", "plan", "sync", "made", ""]);
    let elsewhere = somewhere(tree, chance).clone();
    let root = match tree.get(part) {
        Some(_) => &mut tree[part],
        None => tree,
    };
    let at = somewhere(root, chance);
    match (chance.below(5), at) {
        (0, Value::Object(members)) if !members.is_empty() => {
            let key = members.keys().nth(chance.below(members.len())).unwrap().clone();
            members.shift_remove(&key);
        }
        (1, Value::Object(members)) => {
            members.insert((*chance.among(&KEYS)).to_owned(), strange(chance));
        }
        (2, Value::Object(members)) if !members.is_empty() => {
            let key = members.keys().nth(chance.below(members.len())).unwrap().clone();
            let value = members.shift_remove(&key).unwrap();
            members.insert((*chance.among(&KEYS)).to_owned(), value);
        }
        (0, Value::Array(items)) if !items.is_empty() => drop(items.swap_remove(chance.below(items.len()))),
        (1, Value::Array(items)) if !items.is_empty() => {
            let copy = chance.among(items).clone();
            (0..1 + chance.below(3)).for_each(|_| items.push(copy.clone()));
        }
        (2, Value::Array(items)) => items.reverse(),
        (3, at) => *at = elsewhere,
        (_, Value::String(text)) => {
            let others = ["c3hx0d81qz", "m11kz0aa2d", "2026-13", "2026-03", "fr", "no", "0", text];
            *text = (*chance.among(&others)).to_owned();
        }
        (_, at) => *at = strange(chance),
    }
}

/// The spoilt file of a number, and the one it was.
fn spoilt(seed: u64) -> (String, &'static str) {
    let mut chance = Chance::of(seed);
    // The larger ones seldom: they take six times as long.
    let (_, text) = BUNDLES[*chance.among(&[0, 0, 0, 0, 0, 0, 1, 1, 3, 2])];
    if seed.is_multiple_of(2) {
        return (by_bytes(text, &mut chance), text);
    }
    let mut tree: Value = serde_json::from_str(text).unwrap();
    for _ in 0..1 + chance.below(5) {
        by_members(&mut tree, &mut chance);
        if !tree.is_object() {
            break;
        }
    }
    (tree.to_string(), text)
}

/// Whether a fault is one that was told before; among options, whichever place it had.
fn is_of(fault: &Fault, before: &Fault) -> bool {
    let list = |path: &str| {
        path.rsplit_once('/').filter(|(_, at)| at.parse::<u32>().is_ok()).map(|(of, _)| of.to_owned())
    };
    let is_same =
        fault.path == before.path || list(&fault.path).is_some_and(|of| list(&before.path) == Some(of));
    is_same && before.kind == FaultKind::Unexpected
}

/// Where two plans begin to differ.
fn difference(one: &Plan, other: &Plan) -> String {
    let [one, other] = [one, other].map(|plan| format!("{plan:?}").chars().collect::<Vec<_>>());
    let at = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let near = |plan: &[char]| plan.iter().skip(at.saturating_sub(200)).take(300).collect::<String>();
    format!("{}\n{}", near(&one), near(&other))
}

/// Holds that what opened goes out and comes back the same, and is joined with the file it was.
fn follow(opened: &Opened, was: &str) {
    let exported = export(opened);
    let again = open(&exported).expect("what the app writes, it opens");
    assert!(again.plan == opened.plan, "{}", difference(&again.plan, &opened.plan));
    assert_eq!(again.unknown, opened.unknown);
    // What cannot be read stays in the file as it was, and is told each time; all else was mended.
    let is_told = |fault: &Fault| opened.faults.iter().any(|before| is_of(fault, before));
    assert!(again.faults.iter().all(is_told), "{:?} of {:?}", again.faults, opened.faults);
    assert_valid(&exported);
    let mut copies = Copies::new(open(was).unwrap().state, Vec::new());
    copies.effects(&opened.state);
    copies.take_in(&opened.state);
    copies.differences();
    let joined = copies.joined().clone();
    copies.take_in(&opened.state);
    assert_eq!(copies.joined(), &joined, "once more changes nothing");
}

/// What became of a file: whether it opened.
fn try_out(seed: u64) -> bool {
    let (text, was) = spoilt(seed);
    let begun = Instant::now();
    let opened = open(&text);
    assert!(begun.elapsed() < PATIENCE, "it took {:?}", begun.elapsed());
    let Ok(opened) = opened else { return false };
    if seed.is_multiple_of(FOLLOWED) {
        follow(&opened, was);
    }
    true
}

#[test]
fn ten_thousand_spoilt_files_open_or_are_refused() {
    if let Some(seed) = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()) {
        println!("{}", spoilt(seed).0);
        try_out(seed);
        return;
    }
    let (threads, said) = (4, Mutex::new(Vec::new()));
    let opened = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (said, opened) = (&said, &opened);
            scope.spawn(move || {
                for seed in (0..FILES).filter(|seed| seed % threads == thread) {
                    match catch_unwind(|| try_out(seed)) {
                        Ok(has_opened) => drop(opened.fetch_add(has_opened.into(), Ordering::Relaxed)),
                        Err(_) => said.lock().unwrap().push(seed),
                    }
                }
            });
        }
    });
    let (failed, opened) = (said.into_inner().unwrap(), opened.into_inner());
    assert!(failed.is_empty(), "files that were not dealt with, each a SEED: {failed:?}");
    println!("{opened} of {FILES} opened");
    assert!(opened > FILES / 10 && opened < FILES, "the spoiling is too harsh or too kind: {opened} opened");
}
