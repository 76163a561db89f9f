//! The promises, each over thousands of histories, and the faults that show that they would be missed.

use super::*;

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
