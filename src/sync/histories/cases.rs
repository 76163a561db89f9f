//! Single cases: rows made one, what newer versions write, shapes that are no answers.

use super::*;

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

/// What nobody had decided on is open again, whoever decided it since.
#[test]
fn an_earlier_state_comes_back_with_what_was_open_in_it() {
    let path = "vision/foreword/text";
    let plan = |text: &str| json!({"id": "plan000000", "vision": {"foreword": {"text": text}}});
    let mut copies = Copies::new(State::plain(&plan("Avant")), Vec::new());
    let mut other = copies.clone();
    for (copies, text) in [(&mut copies, "Gauche"), (&mut other, "Droite")] {
        copies.settle(plan("Avant"));
        copies.record(plan(text), (text, 1), &[]);
    }
    other.give_out();
    copies.take_in(other.joined());
    copies.give_out();
    let earlier = copies.joined().clone();
    let shown = |state: &State| plan(state.value(path).as_str().unwrap());
    let texts = |state: &State| -> BTreeSet<(String, String)> {
        let versions = state.cell(path).unwrap().versions().iter();
        versions.map(|version| (version.value.as_str().unwrap().to_owned(), version.by.clone())).collect()
    };
    for decided in ["Gauche", "Droite", "Autre chose"] {
        let mut copies = copies.clone();
        copies.settle(shown(copies.joined()));
        copies.decide(path, decided.into(), ("Léa", 2));
        copies.give_out();
        copies.settle(shown(copies.joined()));
        assert!(copies.differences().is_empty());
        copies.go_back_to(shown(&earlier), &earlier, ("Léa", 3));
        let said: Vec<String> = texts(copies.joined()).into_iter().map(|(text, _)| text).collect();
        assert_eq!(said, ["Droite", "Gauche"], "after {decided}");
        assert_eq!(copies.differences().len(), 1);
        // Whoever has all that was before takes it as written since.
        let mut elsewhere = Copies::new(earlier.clone(), Vec::new());
        copies.give_out();
        elsewhere.take_in(copies.own());
        assert_eq!(texts(elsewhere.joined()), texts(copies.joined()), "after {decided}");
    }
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

/// What people said about the row that goes stays with what it says.
#[test]
fn comments_follow_a_row_that_is_made_one_with_another() {
    let comment = |id: &str, at: &str| json!({"id": id, "at": at, "text": "?"});
    let plan = json!({"id": "plan000000", "commitments": [
        {"id": "commitmen1", "title": {"text": "Ouvrir"}},
        {"id": "commitmen2", "milestones": [{"id": "milestone9", "body": "Mairie"}]},
    ], "comments": [
        comment("comment001", "commitments/#commitmen2"),
        comment("comment002", "commitments/#commitmen2/title"),
        comment("comment003", "commitments/#commitmen2/milestones/#milestone9"),
        comment("comment004", "commitments/#commitmen1/title"),
        comment("comment005", "vision/foreword"),
    ]});
    let mut copies = Copies::new(State::plain(&plan), Vec::new());
    let (before, kept) = (copies.own().clone(), copies.kept());
    let wrote = copies.unite("commitments/#commitmen1/", "commitments/#commitmen2/", ("Léa", 1));
    let united = copies.joined().plan(plan_id());
    let milestone = united["commitments"][0]["milestones"][0]["id"].as_str().unwrap();
    let at: Vec<_> = united["comments"].as_array().unwrap().iter().map(|of| of["at"].clone()).collect();
    assert_eq!(
        at,
        [
            json!("commitments/#commitmen1"),
            json!("commitments/#commitmen1/title"),
            json!(format!("commitments/#commitmen1/milestones/#{milestone}")),
            json!("commitments/#commitmen1/title"),
            json!("vision/foreword"),
        ]
    );
    copies.take_back(&wrote, &kept, ("", 0));
    assert_eq!(copies.own(), &before);
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

/// A version that says rows, or answers by name, would hide those that lie there.
#[test]
fn what_holds_answers_is_none_in_a_file() {
    for value in [json!([{"id": "commitmen9"}]), json!({"goal": "x"}), json!([]), json!({}), json!(["a_key"])]
    {
        let sync = json!({"cells": {"commitments": {"value": value}, "vision": {"value": value}}});
        for trusted in [false, true] {
            let state = file::read(Some(&sync), Some(&first_plan()), trusted).unwrap();
            assert_eq!(sorted(Some(state.plan(plan_id()))), sorted(Some(first_plan())), "{value}");
        }
    }
}

/// What was written over a file's texts gives way to them again, and its rows are back.
#[test]
fn what_a_file_says_is_taken_up_again() {
    let file = State::plain(&first_plan());
    let mut copies = Copies::new(file.clone(), Vec::new());
    assert!(!copies.has_rewritten(&file));
    copies.settle(first_plan());
    let mut changed = first_plan();
    changed.as_object_mut().unwrap().shift_remove("commitments");
    changed["vision"]["foreword"]["text"] = "Autrement".into();
    changed["vision"]["site"] = "https://valmont.example.org".into();
    copies.record(changed.clone(), ("Ana", 1), &[]);
    assert!(copies.has_rewritten(&file) && copies.effects(&file).is_empty());
    let kept = copies.kept();
    let wrote = copies.take_again(&file, ("Léa", 2));
    let mut expected = first_plan();
    expected["vision"]["site"] = changed["vision"]["site"].clone();
    assert_eq!(sorted(Some(copies.joined().plan(plan_id()))), sorted(Some(expected)));
    assert!(!copies.has_rewritten(&file) && copies.differences().is_empty());
    copies.take_back(&wrote, &kept, ("Léa", 3));
    assert_eq!(copies.joined().plan(plan_id()).get("commitments"), None);
}

#[test]
fn an_endless_place_is_none() {
    let long = "1".repeat(100_000);
    let sync =
        json!({"cells": {"commitments/#commitmen1/_pos": [{"value": long}, {"value": 3}, {"value": "2"}]}});
    let state = file::read(Some(&sync), Some(&first_plan()), false).unwrap();
    assert_eq!(state.value("commitments/#commitmen1/_pos"), "2");
}

/// A row that somebody cut out of the readable plan stays out, also where an older copy has what its mark replaced.
#[test]
fn a_row_cut_out_of_the_plan_by_hand_stays_out() {
    let mut copies = Copies::new(State::plain(&first_plan()), Vec::new());
    copies.settle(first_plan());
    let mut without = first_plan();
    without.as_object_mut().unwrap().shift_remove("commitments");
    copies.record(without.clone(), ("Ana", 1), &[]);
    copies.give_out();
    let taken_out = copies.joined().clone();
    copies.record(first_plan(), ("Ana", 2), &[]);
    copies.give_out();
    let back = copies.joined().clone();
    assert!(back.plan(plan_id()).get("commitments").is_some());
    let by_hand =
        file::read(serde_json::from_str(&file::written(&back, None)).ok().as_ref(), Some(&without), false)
            .unwrap();
    for older in [&taken_out, &back] {
        let mut joined = by_hand.clone();
        joined.join(older);
        assert_eq!(joined.plan(plan_id()).get("commitments"), None);
        assert!(joined.differences().is_empty());
    }
}

/// What a file brings though it says no other text.
#[test]
fn a_file_that_only_decides_or_moves_brings_something() {
    let mut plan = first_plan();
    plan["commitments"] = json!([{"id": "commitmen1", "title": "A"}, {"id": "commitmen2", "title": "B"}, {"id": "commitmen3", "title": "C"}]);
    let start = State::plain(&plan);
    let [mut ana, mut leo, mut zoe] = [(); 3].map(|()| Copies::new(start.clone(), Vec::new()));
    for (copies, said) in [(&mut ana, "Sereine"), (&mut leo, "Calme")] {
        copies.settle(plan.clone());
        let mut changed = plan.clone();
        changed["vision"]["site"] = said.into();
        copies.record(changed, (said, 1), &[]);
        copies.give_out();
        zoe.take_in(copies.joined());
    }
    let told = |effects: Vec<Effect>| -> Vec<(String, Kind)> {
        effects.into_iter().map(|effect| (effect.path, effect.kind)).collect()
    };
    ana.take_in(leo.joined());
    // The one that stands there already.
    let shown = ana.joined().value("vision/site").clone();
    ana.decide("vision/site", shown, ("Ana", 5));
    assert_eq!(told(zoe.effects(ana.joined())), [("vision/site".to_owned(), Kind::Settled)]);
    zoe.take_in(ana.joined());
    assert_eq!(told(zoe.effects(ana.joined())), []);
    let mut moved = ana.joined().plan(plan_id());
    ana.settle(moved.clone());
    moved["commitments"].as_array_mut().unwrap().rotate_left(1);
    ana.record(moved, ("Ana", 6), &[]);
    assert_eq!(told(zoe.effects(ana.joined())), [("commitments".to_owned(), Kind::Moved)]);
    zoe.take_in(ana.joined());
    assert_eq!(told(zoe.effects(ana.joined())), []);
}

/// Somebody cuts a row out of a file by hand while somebody else writes in it: whoever keeps it has all that was in it.
#[test]
fn a_row_cut_by_hand_loses_nothing_where_it_stays() {
    let whole = json!({"id": "plan000000", "commitments": [
        {"id": "commitmen0", "title": "Zero"}, {"id": "commitmen1", "title": "Ouvrir", "goal": "Publier"}]});
    let mut base = Copies::new(State::plain(&json!({"id": "plan000000"})), Vec::new());
    base.settle(json!({"id": "plan000000"}));
    base.record(whole.clone(), ("Ana", 1), &[]);
    base.give_out();
    let state = base.joined().clone();
    let text = print(&state);
    let mut bundle: Value = serde_json::from_str(&text).unwrap();
    bundle["plan"]["commitments"].as_array_mut().unwrap().remove(1);
    let by_hand = file::read(bundle.get("sync"), bundle.get("plan"), false).unwrap();
    // Meanwhile somebody writes in it.
    let mut ours = base;
    let mut changed = whole.clone();
    changed["commitments"][1]["title"] = "Ouvrir tout".into();
    ours.settle(whole);
    ours.record(changed.clone(), ("Léa", 2), &[]);
    ours.take_in(&by_hand);
    let open = ours.differences();
    assert_eq!(open.len(), 1, "{open:?}");
    for of in open {
        if of.path.ends_with('/') {
            ours.decide_row(&of.path, true, ("Léa", 3));
        }
    }
    assert_eq!(ours.joined().plan(plan_id())["commitments"][1]["goal"], "Publier");
}
