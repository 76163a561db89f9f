//! Ways back that meet: with other tabs, with files that went out, with what was typed in between.

use super::ways_back::told;
use super::*;

fn foreword(text: &str) -> Value {
    json!({"id": "plan000000", "vision": {"foreword": {"text": text}}})
}

fn shown(copies: &Copies) -> Value {
    copies.joined().plan(plan_id())
}

/// A file over `state`, in which the plan says something else.
fn file_of(state: &State, plan: &Value, by: &str, at: i64) -> State {
    let mut theirs = Copies::new(state.clone(), Vec::new());
    theirs.settle(theirs.joined().plan(plan_id()));
    theirs.record(plan.clone(), (by, at), &[]);
    theirs.give_out();
    theirs.joined().clone()
}

#[test]
fn what_another_tab_joined_again_stays() {
    let start = State::plain(&foreword("A"));
    let file = file_of(&start, &foreword("B"), "Ana", 1);
    let mut ours = Copies::new(start.clone(), Vec::new());
    let kept = ours.kept();
    ours.take_in(&file);
    ours.take_back(&file.ids(), &kept, ("Léa", 2));
    // The second tab joins the file, and is closed.
    let mut tab = start.clone();
    tab.join(&file);
    ours.hear("tab2", Some(tab));
    ours.inherit("tab2");
    assert_eq!(shown(&ours), foreword("B"));
    // Some decision elsewhere, undone.
    let kept = ours.kept();
    let id = ours.decide("vision/site", "x".into(), ("Léa", 3));
    ours.take_back(&BTreeSet::from([id]), &kept, ("Léa", 4));
    assert_eq!(shown(&ours), foreword("B"), "nobody took B back a second time");
}

#[test]
fn what_another_tab_wrote_comes_back_with_a_way_back() {
    let start = State::plain(&foreword("A"));
    let theirs = file_of(&start, &foreword("written in tab 2"), "Zoé", 1);
    let file = file_of(&theirs, &foreword("colleague"), "Ana", 2);
    let mut ours = Copies::new(start, vec![("tab2".to_owned(), theirs)]);
    assert_eq!(shown(&ours), foreword("written in tab 2"));
    let kept = ours.kept();
    ours.take_in(&file);
    ours.inherit("tab2");
    ours.take_back(&file.ids(), &kept, ("Léa", 3));
    assert_eq!(shown(&ours), foreword("written in tab 2"));
}

#[test]
fn a_file_that_says_nothing_new_takes_nothing_with_it() {
    // Léa wrote B, and it went out; Ana has it. Léa restores A; Ana's file says B still, which is no news.
    let mut ours = Copies::new(State::plain(&foreword("A")), Vec::new());
    ours.settle(foreword("A"));
    ours.record(foreword("B"), ("Léa", 1), &[]);
    ours.give_out();
    let mut other = foreword("B");
    other["vision"]["site"] = "s".into();
    let file = file_of(ours.joined(), &other, "Ana", 2);
    let first = ours.kept();
    let was = ours.joined().ids();
    ours.record(foreword("A"), ("Léa", 3), &[]);
    let came: BTreeSet<VersionId> = ours.joined().ids().difference(&was).copied().collect();
    let second = ours.kept();
    ours.take_in(&file);
    ours.take_back(&file.ids(), &second, ("Léa", 4));
    assert_eq!(shown(&ours), foreword("A"));
    ours.take_back(&came, &first, ("Léa", 5));
    assert_eq!(shown(&ours), foreword("B"));
}

/// A file that brought nothing is taken back, and then a decision: both texts are there again.
#[test]
fn a_decision_undone_after_a_file_has_both_texts() {
    let start = State::plain(&foreword("A"));
    let ana = file_of(&start, &foreword("Ana"), "Ana", 1);
    let zoe = file_of(&start, &foreword("Zoé"), "Zoé", 1);
    let mut ours = Copies::new(start, Vec::new());
    ours.take_in(&ana);
    ours.take_in(&zoe);
    let first = ours.kept();
    let id = ours.decide("vision/foreword/text", "Zoé".into(), ("Léa", 2));
    let second = ours.kept();
    // Ana's file once more, by mistake: the page says that it brings nothing; a later one of hers brings something else.
    ours.take_in(&ana);
    ours.take_back(&ana.ids(), &second, ("Léa", 3));
    ours.take_back(&BTreeSet::from([id]), &first, ("Léa", 4));
    assert_eq!(ours.differences().len(), 1, "{:?}", shown(&ours));
}

/// Two files are joined at once, the plan goes out, somebody writes on, and both are taken back.
#[test]
fn what_was_typed_survives_two_ways_back() {
    for (n, is_reversed) in [(1, false), (1, true), (2, false), (2, true), (3, false), (3, true)] {
        let start = State::plain(&foreword("A"));
        let ana = file_of(&start, &foreword("Ana"), "Ana", n);
        let zoe = file_of(&start, &foreword("Zoé"), "Zoé", n);
        let mut ours = Copies::new(start, Vec::new());
        let first = ours.kept();
        ours.take_in(&ana);
        let second = ours.kept();
        ours.take_in(&zoe);
        ours.give_out();
        ours.settle(shown(&ours));
        // Typed over the text that is shown; the other one waits beside it.
        ours.record(foreword("typed for an hour"), ("Léa", 5), &[]);
        let mut ways = vec![(zoe.ids(), second), (ana.ids(), first)];
        if is_reversed {
            ways.reverse();
        }
        for (came, before) in ways {
            ours.take_back(&came, &before, ("Léa", 6));
        }
        let cell = ours.joined().cell("vision/foreword/text").unwrap();
        assert!(
            cell.versions().iter().any(|of| of.value == "typed for an hour"),
            "{n} {is_reversed} {cell:?}"
        );
    }
}

/// The first file went out, the second did not: taken back in this order, neither stays.
#[test]
fn a_copy_of_what_is_taken_back_goes_with_it() {
    let start = State::plain(&foreword("A"));
    let ana = file_of(&start, &foreword("Ana"), "Ana", 1);
    let zoe = file_of(&start, &foreword("Zoé"), "Zoé", 1);
    let mut ours = Copies::new(start, Vec::new());
    let first = ours.kept();
    ours.take_in(&ana);
    ours.give_out();
    let second = ours.kept();
    ours.take_in(&zoe);
    ours.take_back(&ana.ids(), &first, ("Léa", 6));
    ours.take_back(&zoe.ids(), &second, ("Léa", 7));
    assert_eq!((shown(&ours), ours.differences().len()), (foreword("A"), 0));
}

/// Three files of the second replica, each with more in it.
fn files_of(world: &mut World) -> [State; 3] {
    [(); 3].map(|()| {
        let text = world.export(1);
        let read = world.parse(&text);
        world.edit(1);
        world.edit(1);
        read
    })
}

/// Files come and are taken back, the plan goes out, and somebody writes in between: what they wrote last is still there,
/// shown or to be decided, whatever is taken back then.
#[test]
fn what_was_written_last_stays() {
    let mut written = 0;
    for seed in 0..500 {
        let mut world = World::history(seed, Fault::None);
        let mut chance = Chance(seed.wrapping_mul(99_999_997) | 1);
        let files = files_of(&mut world);
        let mut ways = Vec::new();
        for now in 1..9 {
            let replica = &mut world.replicas[0];
            match chance.below(4) {
                0 => {
                    let file = &files[chance.below(files.len())];
                    ways.push((file.ids(), replica.copies.kept()));
                    replica.copies.take_in(file);
                    replica.read();
                }
                1 if !ways.is_empty() => {
                    let (came, before) = ways.remove(chance.below(ways.len()));
                    replica.copies.take_back(&came, &before, ("Léa", 200 + now));
                    replica.read();
                }
                2 if chance.below(2) == 0 => replica.copies.give_out(),
                _ => {
                    let text = json!(format!("mine {now}"));
                    let mut plan = replica.plan.clone();
                    plan["vision"]["foreword"] = json!({"text": text});
                    world.record(0, plan);
                    let mut copies = world.replicas[0].copies.clone();
                    for (came, before) in ways.iter().rev() {
                        copies.take_back(came, before, ("Léa", 300 + now));
                    }
                    let cell = copies.joined().cell("vision/foreword/text").unwrap();
                    let is_there = cell.versions().iter().any(|version| version.value == text);
                    assert!(is_there, "{seed}: {text} is lost");
                    written += 1;
                }
            }
        }
    }
    assert!(written > 1000, "{written}");
}

/// A plan without rows in which nothing stands.
fn without_empty_rows(plan: Value) -> Value {
    match plan {
        Value::Array(rows) => {
            let is_empty =
                |row: &Value| row.as_object().is_some_and(|row| row.len() == 1 && row.contains_key("id"));
            rows.into_iter().map(without_empty_rows).filter(|row| !is_empty(row)).collect()
        }
        Value::Object(members) => {
            let members = members.into_iter().map(|(key, value)| (key, without_empty_rows(value)));
            Value::Object(members.filter(|(_, value)| *value != json!([])).collect())
        }
        other => other,
    }
}

/// Three or four ways back of files, decisions, rows kept or not and rows made one, in any order, going out at any moment: in the end all
/// texts are as they were. An empty row may be left.
#[test]
fn many_ways_back_lead_to_the_texts_there_were() {
    let mut gone = 0;
    for seed in 0..1500 {
        let mut world = World::history(seed, Fault::None);
        let mut chance = Chance(seed.wrapping_mul(77_777_777) | 1);
        let files = files_of(&mut world);
        let copies = &mut world.replicas[0].copies;
        let told = |copies: &Copies| {
            let (plan, open) = told(copies);
            (without_empty_rows(plan), open)
        };
        let start = told(copies);
        let mut ways = Vec::new();
        for (at, now) in (100..104).enumerate() {
            let before = copies.kept();
            let came = match chance.below(4) {
                0 | 1 if at < files.len() => {
                    copies.take_in(&files[at]);
                    files[at].ids()
                }
                2 => {
                    let Some(open) = copies.differences().into_iter().next() else { continue };
                    if open.path.ends_with('/') {
                        let stays = chance.below(2) == 0;
                        copies.decide_row(&open.path, stays, ("Léa", now)).into_iter().collect()
                    } else {
                        BTreeSet::from([copies.decide(&open.path, json!("D"), ("Léa", now))])
                    }
                }
                _ => {
                    let hidden = copies.joined().hidden();
                    let rows = copies.joined().cells().filter_map(|(path, _)| marked(path, POSITION));
                    let is_commitment =
                        |row: &&str| row.starts_with("commitments/") && row.matches('#').count() == 1;
                    let rows: Vec<String> = rows
                        .filter(is_commitment)
                        .filter(|row| !hidden.cover(row))
                        .map(str::to_owned)
                        .collect();
                    let [stays, other, ..] = rows.as_slice() else { continue };
                    copies.unite(stays, other, ("Léa", now))
                }
            };
            ways.push((came, before));
            if chance.below(4) == 0 {
                copies.give_out();
            }
        }
        while !ways.is_empty() {
            let (came, before) = ways.remove(chance.below(ways.len()));
            copies.take_back(&came, &before, ("Léa", 200));
            gone += 1;
            if chance.below(5) == 0 {
                copies.give_out();
            }
        }
        assert_eq!(told(copies), start, "{seed}");
    }
    assert!(gone > 3000, "{gone}");
}
