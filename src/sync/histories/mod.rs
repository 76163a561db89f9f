//! What must hold of every history of copies: random edits, files that go out, come late, twice or never, tabs that hear
//! each other, clocks that are wrong. Every exchange goes through the JSON text. Each fault that is planted here must
//! show in one of the properties, or they would prove nothing.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::copies::{Copies, Effect, Kind};
use super::state::{Cell, State};
use super::version::{Version, VersionId};
use super::{GONE, POSITION, file, marked};
use crate::plan::RowId;

mod cases;
mod meeting;
mod promises;
mod ways_back;

const HISTORIES: u64 = 3000;
const STEPS: usize = 24;

/// A fault of the mechanism, planted.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    None,
    /// Joining keeps what was replaced.
    ReplacedKept,
    /// A version that went out in a file is replaced without a trace.
    ExportedCoalesced,
    /// A version names only what it replaces itself, and not what that replaced.
    OverNotFlattened,
    /// A row that somebody took out is hidden, whatever others wrote in it.
    DeletionAlwaysHides,
    /// Taking a row out does not say what was seen of it.
    DeletionWithoutSaw,
    /// Names are taken as the file gives them.
    IdsNotVerified,
}

/// Chance that can be had again.
#[derive(Clone)]
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }

    fn id(&mut self) -> RowId {
        RowId::from_random(std::array::from_fn(|_| u8::try_from(self.below(256)).unwrap()))
    }
}

/// Somebody's copy: the form's plan, and beside it the versions.
#[derive(Clone)]
struct Replica {
    copies: Copies,
    plan: Value,
    /// Rows taken out here, with what they held.
    removed: Vec<(String, Value)>,
    name: String,
    /// How wrong the clock is, in milliseconds.
    skew: i64,
}

#[derive(Clone)]
struct World {
    replicas: Vec<Replica>,
    /// The files that went out: by whom, and the text.
    files: Vec<(usize, String)>,
    chance: Chance,
    fault: Fault,
    now: i64,
}

fn plan_id() -> RowId {
    RowId::parse("plan000000").unwrap()
}

/// A plan with something in it, that nobody tells who wrote.
fn first_plan() -> Value {
    json!({
        "id": "plan000000",
        "language": "fr",
        "vision": {"foreword": {"text": "Ensemble"}, "sides": ["government"], "endorsements": [{"id": "endorser01", "name": "Ville"}]},
        "commitments": [
            {"id": "commitmen1", "title": {"text": "Ouvrir", "english": "Open"}, "milestones": [{"id": "milestone1", "description": {"text": "Jalon"}}]},
        ],
        "later": {"question": "of a newer version", "list": [3, {"deep": true}]},
    })
}

impl World {
    fn new(seed: u64, fault: Fault) -> Self {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let count = 2 + chance.below(3);
        let replicas = (0..count)
            .map(|at| {
                let mut replica = Replica {
                    copies: Copies::new(State::plain(&first_plan()), Vec::new()),
                    plan: Value::Null,
                    removed: Vec::new(),
                    name: format!("Table {at}"),
                    skew: i64::try_from(chance.below(2_000_000)).unwrap() - 1_000_000,
                };
                replica.read();
                replica
            })
            .collect();
        Self { replicas, files: Vec::new(), chance, fault, now: 1_772_619_120_000 }
    }

    fn history(seed: u64, fault: Fault) -> Self {
        let mut world = Self::new(seed, fault);
        for _ in 0..STEPS {
            world.step();
        }
        world
    }

    fn step(&mut self) {
        let who = self.chance.below(self.replicas.len());
        match self.chance.below(10) {
            0..6 => self.edit(who),
            6..8 => drop(self.export(who)),
            _ if self.files.is_empty() => self.edit(who),
            _ => {
                let file = self.chance.below(self.files.len());
                let text = self.files[file].1.clone();
                self.import(who, &text);
            }
        }
    }

    fn edit(&mut self, who: usize) {
        let mut plan = self.replicas[who].plan.clone();
        change(&mut plan, &mut self.replicas[who].removed, &mut self.chance);
        self.record(who, plan);
    }

    fn record(&mut self, who: usize, plan: Value) {
        self.now += 1000;
        let replica = &mut self.replicas[who];
        let before = replica.copies.joined().ids();
        replica.copies.record(plan.clone(), (&replica.name, self.now + replica.skew), &[]);
        replica.plan = plan;
        let spoil = |version: &Version, path: &str| {
            let over = match self.fault {
                Fault::OverNotFlattened => {
                    version.over.iter().copied().filter(|id| before.contains(id)).collect()
                }
                _ => version.over.clone(),
            };
            let saw = if self.fault == Fault::DeletionWithoutSaw { Vec::new() } else { version.saw.clone() };
            Version::new(path, version.value.clone(), (&version.by, version.at), over, saw)
        };
        if matches!(self.fault, Fault::OverNotFlattened | Fault::DeletionWithoutSaw) {
            replica.copies.rewrite(&before, spoil);
        }
    }

    fn export(&mut self, who: usize) -> String {
        let replica = &mut self.replicas[who];
        let fresh = replica.copies.fresh.clone();
        replica.copies.give_out();
        let text = print(replica.copies.joined());
        if self.fault == Fault::ExportedCoalesced {
            replica.copies.fresh = fresh;
        }
        self.files.push((who, text.clone()));
        text
    }

    fn import(&mut self, who: usize, text: &str) {
        let read = self.parse(text);
        let replica = &mut self.replicas[who];
        match self.fault {
            Fault::ReplacedKept => replica.copies.take_in_all(&read),
            _ => replica.copies.take_in(&read),
        }
        replica.read();
    }

    fn parse(&self, text: &str) -> State {
        parse(text, self.fault == Fault::IdsNotVerified)
    }

    fn shown(&self, who: usize) -> Value {
        shown(self.replicas[who].copies.joined(), self.fault)
    }

    /// Everybody takes everybody's file in, twice, so that all know all.
    fn meet(&mut self) {
        for _ in 0..2 {
            for who in 0..self.replicas.len() {
                let text = self.export(who);
                for other in 0..self.replicas.len() {
                    self.import(other, &text);
                }
            }
        }
    }
}

impl Replica {
    fn read(&mut self) {
        self.plan = self.copies.joined().plan(plan_id());
        self.copies.settle(self.plan.clone());
    }
}

impl Copies {
    /// Puts other versions in the place of those that were not there before.
    fn rewrite(&mut self, before: &BTreeSet<VersionId>, other: impl Fn(&Version, &str) -> Version) {
        for state in [&mut self.own, &mut self.joined] {
            for (path, cell) in &mut state.cells {
                for version in &mut cell.0 {
                    if !before.contains(&version.id) {
                        *version = Rc::new(other(version, path));
                    }
                }
                cell.0.sort_by_key(|version| version.id);
            }
        }
        self.fresh = self.joined.ids().difference(before).copied().collect();
    }

    fn take_in_all(&mut self, copy: &State) {
        for state in [&mut self.own, &mut self.joined] {
            for (path, cell) in copy.cells() {
                cell.0.iter().for_each(|version| state.at(path).take(Rc::clone(version)));
            }
        }
    }
}

fn shown(state: &State, fault: Fault) -> Value {
    if fault != Fault::DeletionAlwaysHides {
        return state.plan(plan_id());
    }
    let rows: Vec<&str> = state.removals().map(|(row, _)| row).collect();
    state.part(|path| !rows.iter().any(|row| path.starts_with(row))).plan(plan_id())
}

/// The text of a bundle, as far as it matters here.
fn print(state: &State) -> String {
    let plan = state.plan(plan_id());
    let sync: Value = serde_json::from_str(&file::written(state, Some(&plan))).unwrap();
    serde_json::to_string(&json!({"plan": plan, "sync": sync})).unwrap()
}

fn parse(text: &str, trusted: bool) -> State {
    let bundle: Value = serde_json::from_str(text).unwrap();
    file::read(bundle.get("sync"), bundle.get("plan"), trusted).unwrap()
}

/// Something that a person does in the form.
fn change(plan: &mut Value, removed: &mut Vec<(String, Value)>, chance: &mut Chance) {
    let word = ["Oui", "Non", "Peut-être", "Ensemble", "Demain"][chance.below(5)];
    let text = format!("{word} {}", chance.below(4));
    let vision = &mut plan["vision"];
    match chance.below(11) {
        0 | 1 => vision["foreword"]["text"] = text.into(),
        2 => vision["foreword"] = Value::Null,
        3 => vision["foreword"] = json!({"text": text, "english": word}),
        4 => {
            let key = ["government", "civil_society", "other"][chance.below(3)];
            let mut keys = vision["sides"].as_array().cloned().unwrap_or_default();
            match keys.iter().position(|known| known == key) {
                Some(at) => drop(keys.remove(at)),
                None => keys.push(key.into()),
            }
            vision["sides"] = if keys.is_empty() { Value::Null } else { keys.into() };
        }
        at => {
            let lists = ["/vision/endorsements", "/commitments", "/commitments/0/milestones"];
            let list = lists[chance.below(3)];
            let Some(rows) = plan.pointer_mut(list).and_then(Value::as_array_mut) else {
                if let Some(of) = plan.pointer_mut("/commitments/0") {
                    of["milestones"] = json!([{"id": chance.id().as_str(), "description": {"text": text}}]);
                }
                return;
            };
            let row = chance.below(rows.len());
            match at {
                5 => rows.push(json!({"id": chance.id().as_str(), "name": text})),
                6 if rows.len() > 1 => {
                    let row = rows.remove(row);
                    let at = chance.below(rows.len() + 1);
                    rows.insert(at, row);
                }
                7 if !rows.is_empty() => removed.push((list.to_owned(), rows.remove(row))),
                8 if !removed.is_empty() => {
                    let (list, row) = removed.swap_remove(chance.below(removed.len()));
                    if let Some(rows) = plan.pointer_mut(&list).and_then(Value::as_array_mut)
                        && rows.iter().all(|known| known["id"] != row["id"])
                    {
                        rows.push(row);
                    }
                }
                _ => {
                    if let Some(row) = rows.get_mut(row) {
                        row["name"] = text.into();
                    }
                }
            }
        }
    }
}

/// As text with members in one order.
fn sorted(value: Option<Value>) -> String {
    serde_json_canonicalizer::to_string(&value).unwrap()
}
