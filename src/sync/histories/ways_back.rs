//! Going back: to what there was before a file or a decision, to an earlier state, step by step.

use std::collections::BTreeMap;

use super::*;
use crate::sync::Before;
use crate::sync::state::Difference;
use crate::sync::steps::Steps;

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
pub(super) fn told(copies: &Copies) -> (Value, BTreeMap<String, BTreeSet<String>>) {
    let values = |of: Difference| {
        let values: BTreeSet<String> = of.versions.iter().map(|of| of.value.to_string()).collect();
        (of.path, values)
    };
    let open: BTreeMap<_, _> = copies.differences().into_iter().map(values).collect();
    let is_open =
        |path: &str| open.keys().any(|open| path == open || (open.ends_with('/') && path.starts_with(open)));
    let settled = copies.joined().part(|path| path != crate::sync::CHANGED && !is_open(path));
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

/// Files that share much: each is taken out by itself, in any order, and what the others brought stays.
#[test]
fn files_are_taken_out_one_by_one() {
    let mut shared = 0;
    for seed in 0..300 {
        for is_out in [false, true] {
            let mut world = World::history(seed, Fault::None);
            let files: Vec<State> = [1, 1, 0, 1]
                .map(|who| {
                    let text = world.export(who);
                    let read = world.parse(&text);
                    world.edit(who);
                    read
                })
                .into();
            let mut chance = Chance(seed.wrapping_mul(77) | 1);
            let start = world.replicas[0].copies.clone();
            let mut copies = start.clone();
            let numbers: Vec<usize> = files.iter().map(|file| copies.join_file(file)).collect();
            if is_out {
                copies.give_out();
            }
            let mut left: Vec<usize> = numbers.clone();
            while !left.is_empty() {
                let number = left.remove(chance.below(left.len()));
                copies.take_out(number, ("Léa", 9));
                let mut expected = start.clone();
                for number in &left {
                    expected.take_in(&files[*number]);
                }
                let ids = files[number].ids();
                shared += usize::from(left.iter().any(|other| !files[*other].ids().is_disjoint(&ids)));
                assert_eq!(told(&copies), told(&expected), "{seed} {is_out} {number} of {left:?}");
            }
        }
    }
    assert!(shared > 300, "{shared}");
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
