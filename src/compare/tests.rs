use super::*;
use crate::plan::record::Row;
use crate::plan::{
    Commitment, Jurisdiction, Kept, Looked, Milestone, Named, One, Progress, Readable as _, Reference,
    Resource, Several, Text, Typed,
};

fn id(text: &str) -> RowId {
    RowId::parse(text).unwrap()
}

fn row<R: Row>(name: &str) -> R {
    R::fresh(id(name))
}

fn plan() -> Plan {
    let milestone = |name: &str, text: &str| Milestone {
        description: Text::new(text),
        body: "Mairie".into(),
        ..row(name)
    };
    let milestones = vec![milestone("milestone1", "Choisir l’outil"), milestone("milestone2", "Publier")];
    let commitment = |name: &str, title: &str| Commitment { title: Text::new(title), ..row(name) };
    let mut plan = Plan {
        language: One::of("fr"),
        jurisdictions: vec![Jurisdiction { name: "Valmont".into(), ..row("jurisdict1") }],
        commitments: vec![commitment("commitmen1", "Les marchés"), commitment("commitmen2", "Le budget")],
        ..Plan::default()
    };
    plan.commitments[0].milestones = milestones;
    plan.vision.foreword = Text::new("Nous avançons ensemble.");
    plan.vision.endorsements = vec![Named { name: "Les Amis".into(), ..row("endorsing1") }];
    plan
}

/// What differs after a change, a line each.
fn told(change: impl FnOnce(&mut Plan)) -> Vec<String> {
    let before = plan();
    let mut now = before.clone();
    change(&mut now);
    lines(&compare(&before, &now, Lang::En))
}

fn lines(parts: &[Part]) -> Vec<String> {
    let mut lines = Vec::new();
    for part in parts {
        if part.change != Change::Changed {
            lines.push(format!("{:?} {:?}", part.of, part.change));
        }
        for Difference { place, change, cells } in &part.differences {
            for Cell { label, before, now, .. } in cells {
                lines.push(format!("{} {change:?} {label}: {before} → {now}", place.path()));
            }
        }
    }
    lines
}

fn month(text: &str) -> Typed<crate::plan::Month> {
    Typed::Value(crate::plan::Month::read(text).unwrap())
}

#[test]
fn what_nobody_answered_is_no_difference() {
    for nothing in [
        (|_| ()) as fn(&mut Plan),
        |plan| plan.commitments.reverse(),
        |plan| plan.commitments[0].milestones.reverse(),
        |plan| plan.commitments[0].milestones.push(row("milestone3")),
        |plan| plan.changed = Typed::Value(crate::plan::Day::read("2026-03-01").unwrap()),
        |plan| plan.looked.push(Looked { seen: "x".into(), ..row("looked0001") }),
        |plan| plan.progress.push(Progress { to: One::of("stuck"), ..row("progress01") }),
        |plan| plan.as_endorsed = Kept::of(plan),
        |plan| plan.as_submitted = Kept::of(plan),
    ] {
        assert_eq!(told(nothing), [""; 0]);
    }
}

#[test]
fn each_kind_of_answer_says_what_it_was_and_is() {
    assert_eq!(
        told(|plan| {
            plan.lead_agency = "Cabinet".into();
            plan.joint = true;
            plan.language = One::of("es");
            plan.end = month("2028-10");
            plan.vision.foreword = Text { english: "Together.".into(), ..Text::new("Nous avançons.") };
            plan.commitments[1].values = Several::of(&["access_to_information", "civic_participation"]);
            plan.commitments[1].start = month("2026-04");
            plan.vision.monitoring_contact.email = "suivi@valmont.example".into();
        }),
        [
            "joint Changed : no → yes",
            "language Changed : French → Spanish",
            "lead_agency Changed :  → Cabinet",
            "end Changed :  → October 2028",
            "vision/foreword Changed : Nous avançons ensemble. → Nous avançons.",
            "vision/foreword Changed In English:  → Together.",
            "vision/monitoring_contact Changed Email:  → suivi@valmont.example",
            "commitments/#commitmen2 Changed Start date:  → April 2026",
            "commitments/#commitmen2/values Changed :  → Access to information; Civic Participation",
        ]
    );
}

#[test]
fn rows_come_go_and_change_by_their_ids() {
    assert_eq!(
        told(|plan| {
            plan.vision.endorsements = vec![Named { name: "Le Collectif".into(), ..row("endorsing2") }];
            let milestones = &mut plan.commitments[0].milestones;
            milestones.remove(0);
            milestones[0].description.english = "Publish".into();
            milestones[0].status = One::of("completed");
            plan.commitments[0].resources = vec![Resource { currency: "EUR".into(), ..row("resource01") }];
        }),
        [
            "vision/endorsements/#endorsing2 Added :  → Le Collectif",
            "vision/endorsements/#endorsing1 Removed : Les Amis → ",
            "commitments/#commitmen1/resources/#resource01 Added Currency:  → EUR",
            "commitments/#commitmen1/milestones/#milestone2 Changed Description – In English:  → Publish",
            "commitments/#commitmen1/milestones/#milestone2 Changed Status: Not started → Completed",
            "commitments/#commitmen1/milestones/#milestone1 Removed Description: Choisir l’outil → ",
            "commitments/#commitmen1/milestones/#milestone1 Removed Responsible body: Mairie → ",
            "commitments/#commitmen1/milestones/#milestone1 Removed Status: Not started → ",
        ]
    );
}

#[test]
fn commitments_come_and_go_whole() {
    assert_eq!(
        told(|plan| {
            plan.commitments.remove(1);
            let mut new = Commitment { title: Text::new("Les dons"), ..row("commitmen3") };
            new.co_created = true;
            plan.commitments.push(new);
        }),
        [
            "Commitment(commitmen3) Added",
            "commitments/#commitmen3/title Changed :  → Les dons",
            "commitments/#commitmen3/co_created Changed :  → yes",
            "Commitment(commitmen2) Removed",
            "commitments/#commitmen2/title Changed : Le budget → ",
        ]
    );
}

#[test]
fn mandates_end_for_each_jurisdiction() {
    assert_eq!(
        told(|plan| plan.jurisdictions[0].mandate_end = month("2028-12")),
        ["jurisdictions/*/mandate_end Changed :  → December 2028"]
    );
    assert_eq!(
        told(|plan| {
            plan.jurisdictions.push(Jurisdiction {
                name: "Aubry".into(),
                mandate_end: month("2029-01"),
                ..row("jurisdict2")
            });
        }),
        [
            "jurisdictions/#jurisdict2 Added Name of the jurisdiction:  → Aubry",
            "jurisdictions/*/mandate_end Changed Aubry:  → January 2029",
        ]
    );
}

#[test]
fn a_reference_says_the_title_of_its_own_time() {
    let before = plan();
    let mut now = before.clone();
    now.commitments.remove(1);
    now.as_submitted = Kept::of(&before);
    now.submitted = Typed::Value(crate::plan::Day::read("2026-03-01").unwrap());
    now.changes =
        vec![crate::plan::Change { commitment: Reference("commitmen2".into()), ..row("change0001") }];
    let parts = compare(&before, &now, Lang::En);
    let said = lines(&parts);
    assert!(said.contains(&"changes/#change0001 Added Commitment:  → Le budget".to_owned()), "{said:#?}");
}

#[test]
fn what_is_counted() {
    let before = plan();
    let mut now = before.clone();
    now.lead_agency = "Cabinet".into();
    now.vision.foreword = Text { english: "Together.".into(), ..Text::new("Autrement.") };
    now.vision.endorsements.clear();
    now.commitments[0].milestones[0].body = "Cabinet".into();
    now.commitments[0].milestones.push(Milestone { body: "Cabinet".into(), ..row("milestone3") });
    now.commitments.remove(1);
    now.commitments.push(Commitment { title: Text::new("Les dons"), ..row("commitmen3") });
    assert_eq!(
        counts(&compare(&before, &now, Lang::Fr)),
        Counts {
            answers: 2,
            rows_changed: 1,
            rows_added: 1,
            rows_removed: 1,
            commitments_added: 1,
            commitments_removed: 1
        }
    );
    assert_eq!(counts(&[]), Counts::default());
}

/// The other way round, the same differs.
#[test]
fn what_came_goes_the_other_way() {
    let before = plan();
    let mut now = before.clone();
    now.vision.endorsements.clear();
    now.commitments.remove(0);
    let (there, back) =
        (counts(&compare(&before, &now, Lang::Fr)), counts(&compare(&now, &before, Lang::Fr)));
    assert_eq!((there.rows_removed, there.commitments_removed), (back.rows_added, back.commitments_added));
}
