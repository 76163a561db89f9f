//! What must hold of every history of copies: random edits, files that go out, come late, twice or never, tabs that hear
//! each other, clocks that are wrong. Every exchange goes through the JSON text. Each fault that is planted here must
//! show in one of the properties, or they would prove nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::copies::{Before, Copies};
use super::state::{Cell, Difference, State};
use super::steps::Steps;
use super::version::{Version, VersionId};
use super::{GONE, POSITION, file, marked};
use crate::plan::RowId;

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
    let sync = file::written(state, Some(&plan));
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

fn joined(a: &State, b: &State, fault: Fault) -> State {
    let mut joined = a.clone();
    if fault == Fault::ReplacedKept {
        for (path, cell) in b.cells() {
            cell.0.iter().for_each(|version| joined.at(path).take(Rc::clone(version)));
        }
    } else {
        joined.join(b);
    }
    joined
}

type Holds = Result<(), String>;

fn ensure(holds: bool, what: &str) -> Holds {
    if holds { Ok(()) } else { Err(what.to_owned()) }
}

/// In whatever order and however often copies are joined, they come to the same.
fn joining_knows_no_order(world: World) -> Holds {
    let fault = world.fault;
    let state = |at: usize| world.replicas[at % world.replicas.len()].copies.joined();
    let (a, b, c) = (state(0), state(1), state(2));
    let join = |a: &State, b: &State| joined(a, b, fault);
    let both = join(a, b);
    ensure(both == join(b, a), "commutative")?;
    ensure(join(&both, c) == join(a, &join(b, c)), "associative")?;
    ensure(join(a, a) == *a, "idempotent")?;
    ensure(join(&both, b) == both, "absorbing")?;
    ensure(both.plan(plan_id()) == join(b, a).plan(plan_id()), "the same plan")?;
    // None of what lives is replaced by another that lives.
    let is_clean = |(_, cell): (&str, &Cell)| {
        cell.0.iter().all(|version| cell.0.iter().all(|other| !other.replaces(version.id)))
    };
    ensure(both.cells().all(is_clean), "what was replaced is gone")
}

/// Whoever only takes in one person's files, some late, some never, ends with what the last one says.
fn who_only_reads_ends_with_what_was_written(mut world: World) -> Holds {
    let fault = world.fault;
    world.edit(0);
    world.export(0);
    world.edit(0);
    let last = world.export(0);
    let mut reader = Copies::default();
    let mut files: Vec<String> =
        world.files.iter().filter(|(by, _)| *by == 0).map(|(_, text)| text.clone()).collect();
    files.retain(|_| world.chance.below(3) > 0);
    files.push(last);
    while !files.is_empty() {
        let text = files.swap_remove(world.chance.below(files.len()));
        let read = world.parse(&text);
        if fault == Fault::ReplacedKept { reader.take_in_all(&read) } else { reader.take_in(&read) }
    }
    let writer = &world.replicas[0].copies;
    ensure(reader.differences() == writer.differences(), "no conflict of its own")?;
    ensure(reader.joined() == writer.joined(), "the same state")?;
    ensure(shown(reader.joined(), fault) == world.shown(0), "the same plan")
}

/// Nothing vanishes: what lived in a copy lives in the joined one, or something there names it as replaced.
fn nothing_vanishes(world: World) -> Holds {
    let fault = world.fault;
    let (a, b) = (world.replicas[0].copies.joined(), world.replicas[1].copies.joined());
    let both = joined(a, b, fault);
    for (path, cell) in a.cells().chain(b.cells()) {
        let now = both.cell(path).ok_or("an answer is gone")?;
        ensure(!now.0.is_empty(), "an answer is empty")?;
        for version in &cell.0 {
            let lives = |known: &Rc<Version>| known.id == version.id || known.replaces(version.id);
            ensure(now.0.iter().any(lives), "a version vanished")?;
        }
    }
    Ok(())
}

/// What was decided stays decided, whichever old file comes again.
fn what_is_decided_stays_decided(mut world: World) -> Holds {
    let fault = world.fault;
    for file in world.files.clone() {
        world.import(0, &file.1);
    }
    let by = ("Facilitatrice", 1);
    let copies = &mut world.replicas[0].copies;
    // A row that stays may hold more to decide.
    for _ in 0..8 {
        for difference in copies.differences() {
            let _ = match difference.path.strip_suffix('/') {
                Some(_) => copies.decide_row(&difference.path, world.chance.below(2) == 0, by),
                None => {
                    let at = world.chance.below(difference.versions.len());
                    Some(copies.decide(&difference.path, difference.versions[at].value.clone(), by))
                }
            };
        }
    }
    ensure(copies.differences().is_empty(), "all is decided")?;
    let decided = copies.joined().clone();
    for file in world.files.clone() {
        world.import(0, &file.1);
    }
    let now = &world.replicas[0].copies;
    ensure(now.differences().is_empty(), "decided again")?;
    ensure(shown(now.joined(), fault) == shown(&decided, fault), "as it was decided")
}

/// A row that one takes out while another writes in it stays in view; one that nobody holds on to goes; brought back,
/// it is as it was.
fn taking_out_hides_nobodys_words(mut world: World) -> Holds {
    world.meet();
    let before = world.replicas[0].plan.clone();
    let rows = before["commitments"].as_array().cloned().unwrap_or_default();
    if rows.is_empty() {
        return Ok(());
    }
    let at = world.chance.below(rows.len());
    let id = rows[at]["id"].clone();
    let has = |plan: &Value| {
        plan["commitments"].as_array().is_some_and(|rows| rows.iter().any(|row| row["id"] == id))
    };
    let mut without = before.clone();
    without["commitments"].as_array_mut().unwrap().remove(at);
    world.record(0, without);
    if world.chance.below(2) == 0 {
        let mut written = world.replicas[1].plan.clone();
        let rows = written["commitments"].as_array_mut().unwrap();
        let row = rows.iter_mut().find(|row| row["id"] == id).ok_or("all know all")?;
        row["problem"] = json!({"text": "Écrit pendant ce temps"});
        world.record(1, written);
        let (mine, theirs) = (world.export(0), world.export(1));
        world.import(0, &theirs);
        world.import(1, &mine);
        for who in [0, 1] {
            ensure(has(&world.shown(who)), "it stays in view")?;
            let asks = world.replicas[who].copies.differences();
            let path = format!("commitments/#{}/", id.as_str().unwrap());
            ensure(asks.iter().any(|difference| difference.path == path), "and is to be decided")?;
        }
        return Ok(());
    }
    ensure(!has(&world.shown(0)), "it is hidden")?;
    let mine = world.export(0);
    world.import(1, &mine);
    ensure(!has(&world.shown(1)), "it is hidden for others")?;
    world.record(0, before.clone());
    let mine = world.export(0);
    world.import(1, &mine);
    for who in [0, 1] {
        let now = world.shown(who);
        let row = |plan: &Value| {
            plan["commitments"].as_array().unwrap().iter().find(|row| row["id"] == id).cloned()
        };
        ensure(row(&now).is_some() && sorted(row(&now)) == sorted(row(&before)), "it is as it was")?;
    }
    Ok(())
}

/// As text with members in one order.
fn sorted(value: Option<Value>) -> String {
    serde_json_canonicalizer::to_string(&value).unwrap()
}

/// What is printed reads back; a part and then the whole is the whole; an edit of the readable plan counts, once; and
/// nobody can change what another said under that one's name.
fn files_say_what_was_said(mut world: World) -> Holds {
    let fault = world.fault;
    for file in world.files.clone() {
        world.import(0, &file.1);
    }
    world.edit(0);
    let text = world.export(0);
    let state = world.replicas[0].copies.joined().clone();
    ensure(world.parse(&text) == state, "it reads back")?;
    let mut part = state.part(|path| path.starts_with("vision/"));
    part.join(&state);
    ensure(part == state, "a part and the whole are the whole")?;

    // Edited by hand, in the plan.
    let mut bundle: Value = serde_json::from_str(&text).unwrap();
    bundle["plan"]["language"] = "es".into();
    let edited = world.parse(&bundle.to_string());
    let once = joined(&state, &edited, fault);
    ensure(once.value("language") == "es", "what was edited counts")?;
    ensure(once.differences().len() <= state.differences().len(), "without a question")?;
    ensure(joined(&once, &world.parse(&bundle.to_string()), fault) == once, "once")?;

    // Edited by hand, in what others said.
    let Some(people) = bundle["sync"]["people"].as_object().cloned().filter(|people| !people.is_empty())
    else {
        return Ok(());
    };
    let (key, name) = people.iter().next().unwrap();
    bundle["sync"]["people"][key] = "Quelqu’un d’autre".into();
    bundle["plan"]["language"] = serde_json::from_str::<Value>(&text).unwrap()["plan"]["language"].clone();
    let forged = world.parse(&bundle.to_string());
    for (path, cell) in state.cells() {
        for honest in cell.0.iter().filter(|version| version.by == *name.as_str().unwrap()) {
            let copies = forged.cell(path).map(|cell| cell.0.clone()).unwrap_or_default();
            ensure(copies.iter().all(|copy| copy.id != honest.id), "under that one's name")?;
        }
    }
    Ok(())
}

type Property = fn(World) -> Holds;

const PROPERTIES: [(&str, Property); 6] = [
    ("joining knows no order", joining_knows_no_order),
    ("who only reads ends with what was written", who_only_reads_ends_with_what_was_written),
    ("nothing vanishes", nothing_vanishes),
    ("what is decided stays decided", what_is_decided_stays_decided),
    ("taking out hides nobody's words", taking_out_hides_nobodys_words),
    ("files say what was said", files_say_what_was_said),
];

#[test]
fn every_history_keeps_the_promises() {
    let all_of = |parity: u64| {
        for seed in (0..HISTORIES).filter(|seed| seed % 2 == parity) {
            let world = World::history(seed, Fault::None);
            for (name, holds) in PROPERTIES {
                if let Err(what) = holds(world.clone()) {
                    panic!("{name}: {what}, in history {seed}");
                }
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| all_of(0));
        all_of(1);
    });
}

#[test]
fn every_planted_fault_shows() {
    let faults: [(Fault, Property); 8] = [
        (Fault::ReplacedKept, joining_knows_no_order),
        (Fault::ReplacedKept, who_only_reads_ends_with_what_was_written),
        (Fault::ExportedCoalesced, who_only_reads_ends_with_what_was_written),
        (Fault::OverNotFlattened, who_only_reads_ends_with_what_was_written),
        (Fault::OverNotFlattened, what_is_decided_stays_decided),
        (Fault::DeletionAlwaysHides, taking_out_hides_nobodys_words),
        (Fault::DeletionWithoutSaw, taking_out_hides_nobodys_words),
        (Fault::IdsNotVerified, files_say_what_was_said),
    ];
    for (fault, holds) in faults {
        let shows = |seed| holds(World::history(seed, fault)).is_err();
        assert!((0..HISTORIES).any(shows), "{fault:?} shows nowhere");
    }
}

/// Two tabs of one draft: each writes on what it sees; what the other wrote meanwhile stays beside it.
#[test]
fn a_write_over_an_old_view_leaves_both_texts() {
    for seed in 0..200 {
        let mut chance = Chance(seed * 7919 + 1);
        let start = State::plain(&first_plan());
        let mut tabs = [Copies::new(start, Vec::new()), Copies::default()];
        let mut plans = [Value::Null, Value::Null];
        let hear = |tabs: &mut [Copies; 2], from: usize| {
            let text = file::written(tabs[from].own(), None).to_string();
            let read = file::read(serde_json::from_str(&text).ok().as_ref(), None, true).unwrap();
            assert_eq!(read, *tabs[from].own());
            tabs[1 - from].hear(&format!("page{from}"), Some(read));
        };
        hear(&mut tabs, 0);
        for (tab, plan) in tabs.iter_mut().zip(&mut plans) {
            *plan = tab.joined().plan(plan_id());
            tab.settle(plan.clone());
        }
        // One tab types on, save after save; the other hears some of it, and writes as well.
        for key in 0..1 + chance.below(6) {
            plans[0]["vision"]["foreword"]["text"] = format!("Ensemble {key}").into();
            tabs[0].record(plans[0].clone(), ("Ana", 1), &[]);
            if chance.below(2) == 0 {
                hear(&mut tabs, 0);
            }
        }
        assert_eq!(
            tabs[0].joined().cell("vision/foreword/text").unwrap().0.len(),
            1,
            "saves leave one version"
        );
        let held = vec![(
            "vision/foreword/text".to_owned(),
            vec![Version::plain("vision/foreword/text", json!("Ensemble")).id],
        )];
        hear(&mut tabs, 0);
        plans[1]["vision"]["foreword"]["text"] = "Autrement".into();
        tabs[1].record(plans[1].clone(), ("Bruno", 2), &held);
        hear(&mut tabs, 1);
        hear(&mut tabs, 0);
        for tab in &tabs {
            let differences = tab.differences();
            assert_eq!(differences.len(), 1);
            let said: BTreeSet<&str> =
                differences[0].versions.iter().map(|version| version.value.as_str().unwrap()).collect();
            assert!(
                said.contains("Autrement") && said.iter().any(|said| said.starts_with("Ensemble ")),
                "{said:?}"
            );
        }
        assert_eq!(tabs[0].joined(), tabs[1].joined());
    }
}

/// A page goes, and another one makes what it kept its own: nothing changes by that.
#[test]
fn what_a_page_leaves_behind_goes_on() {
    for seed in 0..300 {
        let mut world = World::history(seed, Fault::None);
        let left = world.replicas[0].copies.own().clone();
        let mut here = Copies::new(State::default(), vec![("gone".to_owned(), left.clone())]);
        let before = here.joined().clone();
        here.inherit("gone");
        assert_eq!((here.joined(), here.own(), here.pages().count()), (&before, &left, 0));
        world.edit(1);
    }
}

#[test]
fn taking_a_file_in_can_be_taken_back() {
    for seed in 0..500 {
        let mut world = World::history(seed, Fault::None);
        let text = world.export(1);
        let read = world.parse(&text);
        let before = world.replicas[0].copies.own().clone();
        let kept = world.replicas[0].copies.kept();
        let effects = world.replicas[0].copies.effects(&read);
        world.import(0, &text);
        assert!(world.replicas[0].copies.effects(&read).is_empty(), "again it changes nothing");
        // Rows that only change places are not told of.
        let placeless = |state: &State| state.part(|path| marked(path, POSITION).is_none()).plan(plan_id());
        let is_changed = placeless(world.replicas[0].copies.joined()) != placeless(&before);
        assert!(!is_changed || !effects.is_empty(), "what changes is told");
        world.replicas[0].copies.take_back(&read.ids(), &kept, ("", 0));
        assert_eq!(*world.replicas[0].copies.own(), before);
    }
}

/// What a page shows and leaves to decide. Which of several texts is shown until somebody decides may be another one.
fn told(copies: &Copies) -> (Value, BTreeMap<String, BTreeSet<String>>) {
    let values = |of: Difference| {
        let values: BTreeSet<String> = of.versions.iter().map(|of| of.value.to_string()).collect();
        (of.path, values)
    };
    let open: BTreeMap<_, _> = copies.differences().into_iter().map(values).collect();
    let is_open =
        |path: &str| open.keys().any(|open| path == open || (open.ends_with('/') && path.starts_with(open)));
    let settled = copies.joined().part(|path| path != super::CHANGED && !is_open(path));
    (settled.plan(plan_id()), open)
}

/// Taking back is for good, even where others have by then what is taken back.
#[test]
fn what_went_out_is_taken_back_for_good() {
    for seed in 0..500 {
        let mut world = World::history(seed, Fault::None);
        let came = world.export(1);
        let read = world.parse(&came);
        let kept = world.replicas[0].copies.kept();
        let before = told(&world.replicas[0].copies);
        world.import(0, &came);
        let went_out = world.export(0);
        world.replicas[0].copies.take_back(&read.ids(), &kept, ("Léa", 5));
        assert_eq!(told(&world.replicas[0].copies), before, "{seed}");
        for text in [came, went_out] {
            world.import(0, &text);
            assert_eq!(told(&world.replicas[0].copies), before, "{seed}: it does not come back");
        }
    }
}

/// A file is taken back, and what was written after it came is not.
#[test]
fn what_was_written_since_a_file_came_stays() {
    let plan = |text: &str| json!({"id": "plan000000", "vision": {"foreword": {"text": text}}});
    let told = |copies: &Copies| (copies.joined().plan(plan_id()), copies.differences().len());
    for (first, is_out) in [("A", true), ("A", false), ("", true), ("", false)] {
        let start = State::plain(&plan(first));
        let [mut ours, mut theirs] = [start.clone(), start].map(|state| Copies::new(state, Vec::new()));
        for copies in [&mut ours, &mut theirs] {
            copies.settle(plan(first));
        }
        theirs.record(plan("B"), ("Ana", 1), &[]);
        theirs.give_out();
        // Both write over the same; what is shown may be either, and is written over.
        ours.record(plan("Z"), ("Léa", 1), &[]);
        let kept = ours.kept();
        ours.take_in(theirs.joined());
        let shown = ours.joined().plan(plan_id());
        ours.settle(shown);
        ours.record(plan("C"), ("Léa", 2), &[]);
        if is_out {
            ours.give_out();
        }
        ours.take_back(&theirs.joined().ids(), &kept, ("Léa", 3));
        let (plan_now, open) = told(&ours);
        if open == 0 {
            assert_eq!(plan_now, plan("C"), "{first} {is_out}");
        } else {
            // What stood there and was not written over waits beside it.
            let values = ours.differences()[0].versions.iter().map(|of| of.value.clone()).collect::<Vec<_>>();
            assert!(values.contains(&json!("C")) && !values.contains(&json!("B")), "{values:?}");
        }
    }
}

/// Of two ways back, each takes its own, in any order and whatever went out; in the end all is as it was.
#[test]
fn ways_back_may_be_gone_in_any_order() {
    let mut decided = 0;
    for seed in 0..300 {
        for case in 0..8 {
            let (is_out, is_reversed, is_second_a_file) = (case & 1 != 0, case & 2 != 0, case & 4 != 0);
            let mut world = World::history(seed, Fault::None);
            let files = [1, 1].map(|who| {
                let text = world.export(who);
                let read = world.parse(&text);
                world.edit(who);
                read
            });
            let copies = &mut world.replicas[0].copies;
            let before_all = told(copies);
            let mut ways: Vec<(BTreeSet<VersionId>, Before)> = Vec::new();
            ways.push((files[0].ids(), copies.kept()));
            copies.take_in(&files[0]);
            let before = copies.kept();
            if is_second_a_file {
                copies.take_in(&files[1]);
                ways.push((files[1].ids(), before));
            } else {
                let open = copies.differences().into_iter().find(|of| !of.path.ends_with('/'));
                let Some(open) = open else { continue };
                let id = copies.decide(&open.path, json!("Entschieden"), ("Léa", 5));
                ways.push((BTreeSet::from([id]), before));
                decided += 1;
            }
            if is_out {
                copies.give_out();
            }
            if is_reversed {
                ways.reverse();
            }
            for (came, before) in ways {
                copies.take_back(&came, &before, ("Léa", 6));
            }
            assert_eq!(told(copies), before_all, "{seed}, case {case}");
        }
    }
    assert!(decided > 300, "only {decided} had something to decide");
}

/// Whoever goes back to an earlier state has it whole, and can go forth again; nothing of it is left to decide.
#[test]
fn an_earlier_state_comes_back_whole() {
    let mut compared = 0;
    for seed in 0..500 {
        let mut world = World::history(seed, Fault::None);
        let earlier = world.replicas[0].plan.clone();
        // Where two texts wait for a decision, either may be the one that is shown.
        if !world.replicas[0].copies.differences().is_empty() {
            continue;
        }
        for _ in 0..6 {
            world.edit(0);
        }
        let later = world.replicas[0].plan.clone();
        let kept = world.replicas[0].copies.kept();
        world.record(0, earlier.clone());
        let copies = &mut world.replicas[0].copies;
        let whole = |plan: &Value| State::plain(plan).plan(plan_id());
        assert_eq!(copies.joined().plan(plan_id()), whole(&earlier), "{seed}");
        assert!(copies.differences().is_empty(), "{seed}: going back is no difference");
        compared += 1;
        let came = copies.joined().ids();
        copies.take_back(&came, &kept, ("", 0));
        assert_eq!(copies.joined().plan(plan_id()), whole(&later), "{seed}");
    }
    assert!(compared > 100, "only {compared} had nothing to decide");
}

/// All steps back lead to the plan as it was, and all steps forth to the plan as it became.
#[test]
fn steps_back_and_forth_lead_to_the_same_plan() {
    for seed in 0..500 {
        let mut world = World::new(seed, Fault::None);
        let mut steps = Steps::default();
        let whole = |plan: &Value| State::plain(plan).plan(plan_id());
        let first = world.replicas[0].plan.clone();
        let mut plans = vec![first];
        for _ in 0..12 {
            world.edit(0);
            let replica = &mut world.replicas[0];
            steps.note(replica.copies.take_step());
            steps.close();
            if plans.last().map(whole) != Some(whole(&replica.plan)) {
                plans.push(replica.plan.clone());
            }
        }
        let mut now = world.replicas[0].plan.clone();
        for plan in plans.iter().rev().skip(1) {
            now = steps.back(&now).unwrap().state.plan(plan_id());
            assert_eq!(now, whole(plan), "{seed}: back");
        }
        assert_eq!(steps.back(&now), None);
        for plan in plans.iter().skip(1) {
            now = steps.forth(&now).unwrap().state.plan(plan_id());
            assert_eq!(now, whole(plan), "{seed}: forth");
        }
    }
}

/// A newer version of the app asks more; this one knows nothing of it, and joins it all the same.
#[test]
fn what_a_newer_version_wrote_is_joined_too() {
    let mut newer = first_plan();
    newer["vision"]["mood"] = json!({"text": "Confiante", "english": "Hopeful"});
    newer["visits"] = json!([{"id": "visit00001", "who": "Élus"}]);
    let start = State::plain(&newer);
    let [mut a, mut b] = [Copies::new(start.clone(), Vec::new()), Copies::new(start, Vec::new())];
    for (copies, path, said) in [(&mut a, "text", "Sereine"), (&mut b, "english", "Calm")] {
        let mut plan = newer.clone();
        copies.settle(plan.clone());
        plan["vision"]["mood"][path] = said.into();
        copies.record(plan.clone(), (said, 1), &[]);
    }
    b.give_out();
    a.take_in(&parse(&print(b.joined()), false));
    let plan = a.joined().plan(plan_id());
    assert_eq!(plan["vision"]["mood"], json!({"english": "Calm", "text": "Sereine"}));
    assert_eq!(plan["visits"], newer["visits"]);
    assert_eq!(plan["later"], newer["later"]);
    assert!(a.differences().is_empty());
}

#[test]
fn two_rows_become_one_with_all_that_both_say() {
    let plan = json!({"id": "plan000000", "commitments": [
        {"id": "commitmen1", "title": {"text": "Ouvrir"}, "problem": {"text": "Peu de données"}},
        {"id": "commitmen2", "title": {"text": "Ouvrir"}, "problem": {"text": "Aucune donnée"}, "goal": {"text": "Publier"},
         "milestones": [{"id": "milestone9", "body": "Mairie"}]},
    ]});
    let mut copies = Copies::new(State::plain(&plan), Vec::new());
    let (before, kept) = (copies.own().clone(), copies.kept());
    let wrote = copies.unite("commitments/#commitmen1/", "commitments/#commitmen2/", ("Léa", 1));
    let united = copies.joined().plan(plan_id());
    let rows = united["commitments"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["goal"]["text"]), (1, &json!("Publier")));
    assert_eq!(rows[0]["milestones"][0]["body"], "Mairie");
    assert_ne!(rows[0]["milestones"][0]["id"], "milestone9", "that one may still be seen where it was");
    let open = copies.differences();
    assert_eq!(
        open.iter().map(|of| of.path.as_str()).collect::<Vec<_>>(),
        ["commitments/#commitmen1/problem/text"]
    );
    copies.take_back(&wrote, &kept, ("", 0));
    assert_eq!(copies.own(), &before);
}

/// They are united, parted and united again: nothing is lost on the way, nor when a file that came since is taken back.
#[test]
fn two_rows_are_made_one_once_more() {
    const ONE: &str = "commitments/#commitmen1/";
    const OTHER: &str = "commitments/#commitmen2/";
    let plan = json!({"id": "plan000000", "commitments": [
        {"id": "commitmen1", "title": {"text": "Ouvrir"}},
        {"id": "commitmen2", "title": {"text": "Ouvrir"}, "goal": {"text": "Publier"}, "milestones": [{"id": "milestone9", "body": "Mairie"}]},
    ]});
    let shown = |copies: &Copies| copies.joined().plan(plan_id());
    for way in ["an earlier version is restored", "it went out, and is undone", "it is undone"] {
        let mut copies = Copies::new(State::plain(&plan), Vec::new());
        copies.settle(plan.clone());
        let kept = copies.kept();
        let wrote = copies.unite(ONE, OTHER, ("Léa", 1));
        if way == "an earlier version is restored" {
            copies.settle(shown(&copies));
            copies.record(plan.clone(), ("Léa", 2), &[]);
        } else {
            if way == "it went out, and is undone" {
                copies.give_out();
            }
            copies.take_back(&wrote, &kept, ("Léa", 2));
        }
        assert_eq!(shown(&copies), plan, "{way}");
        copies.unite(ONE, OTHER, ("Léa", 3));
        let united = shown(&copies);
        assert_eq!(united["commitments"].as_array().unwrap().len(), 1, "{way}");
        assert_eq!(united["commitments"][0]["goal"]["text"], "Publier", "{way}");
        assert_eq!(united["commitments"][0]["milestones"][0]["body"], "Mairie", "{way}");
        // A file writes over the goal, and is taken back.
        copies.give_out();
        let mut theirs = Copies::new(copies.joined().clone(), Vec::new());
        theirs.settle(united.clone());
        let mut changed = united.clone();
        changed["commitments"][0]["goal"]["text"] = "Fermer".into();
        theirs.record(changed, ("Ana", 4), &[]);
        let kept = copies.kept();
        copies.take_in(theirs.joined());
        assert_ne!(shown(&copies), united, "{way}");
        copies.take_back(&theirs.joined().ids(), &kept, ("Léa", 5));
        assert_eq!(shown(&copies), united, "{way}");
    }
}

/// A commitment that came with a file goes with it, also where its milestones or itself were moved since.
#[test]
fn a_row_that_is_taken_back_goes_whole() {
    let first =
        json!({"id": "plan000000", "commitments": [{"id": "commitmen0", "title": {"text": "Avant"}}]});
    let with = json!({"id": "plan000000", "commitments": [
        {"id": "commitmen0", "title": {"text": "Avant"}},
        {"id": "commitmen1", "title": {"text": "Ouvrir"}, "milestones": [{"id": "milestone1", "body": "a"}, {"id": "milestone2", "body": "b"}]},
    ]});
    let milestones =
        |plan: &mut Value| plan["commitments"][1]["milestones"].as_array_mut().unwrap().reverse();
    let moved = |plan: &mut Value| plan["commitments"].as_array_mut().unwrap().reverse();
    let removed = |plan: &mut Value| {
        plan["commitments"][1]["milestones"].as_array_mut().unwrap().remove(0);
        plan["commitments"].as_array_mut().unwrap().reverse();
    };
    let changes: [&dyn Fn(&mut Value); 3] = [&milestones, &moved, &removed];
    for change in changes {
        for is_out in [false, true] {
            let mut copies = Copies::new(State::plain(&first), Vec::new());
            copies.settle(first.clone());
            let file = State::plain(&with);
            let kept = copies.kept();
            copies.take_in(&file);
            copies.settle(with.clone());
            let mut plan = with.clone();
            change(&mut plan);
            copies.record(plan, ("Léa", 1), &[]);
            if is_out {
                copies.give_out();
            }
            copies.take_back(&file.ids(), &kept, ("Léa", 2));
            assert_eq!(copies.joined().plan(plan_id()), first, "{is_out}");
            assert!(copies.differences().is_empty());
        }
    }
}

#[test]
fn the_day_of_the_last_change_is_the_latest() {
    let plan = |day: &str| State::plain(&json!({"id": "plan000000", "changed": day}));
    for (a, b) in [("2026-03-04", "2026-05-01"), ("2026-05-01", "2026-03-04")] {
        let mut both = plan(a);
        both.join(&plan(b));
        assert_eq!(both.plan(plan_id())["changed"], "2026-05-01");
        assert!(both.differences().is_empty());
    }
}

#[test]
fn names_of_members_cannot_pass_for_rows_or_marks() {
    let plan = json!({"id": "plan000000", "#abcdefghij": "x", "_gone": true, "_pos": "1", "a/b": {"~c": 1, "=d": [1]}});
    assert_eq!(State::plain(&plan).plan(plan_id()), plan);
}

#[test]
fn what_are_no_rows_stays_as_it_is() {
    for list in [
        json!([{"a": 1}, {"b": 2}]),
        json!([{"id": "abcdefghij"}, {"id": "abcdefghij"}]),
        json!([{"id": "short"}]),
        json!(["a", "A"]),
        json!([["a"], null]),
    ] {
        let plan = json!({"id": "plan000000", "later": list});
        assert_eq!(State::plain(&plan).plan(plan_id()), plan);
    }
}

#[test]
fn more_versions_than_any_app_writes_are_refused() {
    let entry = json!({"value": "x"});
    let many = json!({"cells": {"vision/site": vec![entry; 129]}});
    let refused = file::read(Some(&many), None, false).unwrap_err();
    assert_eq!((refused.count, refused.limit, refused.path.as_str()), (129, 128, "vision/site"));
    let over = vec!["AAAAAAAAAAAAAAAA"; 513];
    let many = json!({"cells": {"vision/site": {"value": "x", "id": "AAAAAAAAAAAAAAAA", "over": over}}});
    assert_eq!(file::read(Some(&many), None, false).unwrap_err().count, 513);
    for odd in
        [json!(3), json!({"cells": [1]}), json!({"cells": {"": {}, "a/#b/c": {"value": 1}, "x": [null, 3]}})]
    {
        assert!(file::read(Some(&odd), None, false).unwrap().is_empty(), "{odd}");
    }
}

/// Rows are ordered by people, and two orders never leave a row out.
#[test]
fn rows_keep_the_order_they_were_given() {
    for seed in 0..300 {
        let mut world = World::history(seed, Fault::None);
        let plan = world.replicas[0].plan.clone();
        let ids = |plan: &Value| -> Vec<Value> {
            plan["commitments"].as_array().into_iter().flatten().map(|row| row["id"].clone()).collect()
        };
        assert_eq!(ids(&world.shown(0)), ids(&plan), "history {seed}");
        let mut moved = plan.clone();
        if let Some(rows) = moved["commitments"].as_array_mut() {
            rows.reverse();
        }
        world.record(0, moved.clone());
        assert_eq!(ids(&world.shown(0)), ids(&moved), "history {seed}");
        let hidden: Vec<Value> = ids(&plan);
        assert_eq!(hidden.len(), ids(&moved).len());
    }
}

#[test]
fn the_marks_of_rows_are_no_answers() {
    let state = State::plain(&first_plan());
    assert!(state.cells().any(|(path, _)| marked(path, POSITION).is_some()));
    assert!(!state.cells().any(|(path, _)| marked(path, GONE).is_some()));
    let members: Map<String, Value> = state.plan(plan_id()).as_object().cloned().unwrap();
    assert_eq!(sorted(Some(members.into())), sorted(Some(first_plan())));
}
