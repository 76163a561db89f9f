//! Every check broken once, what it says then and where; and what holds of all checks together.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::testing::{self, commitment, id, issues, named, partner, text, told, typed};
use super::{Check, Issue, check};
use crate::plan::testing::NORMALISE;
use crate::plan::{
    Commitment, GovernmentContact, Milestone, MonitoringContact, Named, One, Partner, Plan, Resource,
    Several, Text, Typed, Vision,
};
use crate::question::{Column, ListPlace, Place, Question};

/// A check, a change of the base plan that breaks it, and all that is said then.
type Breach = (Check, fn(&mut Plan), Expect);

/// The first commitment.
fn c(plan: &mut Plan) -> &mut Commitment {
    &mut plan.commitments[0]
}

/// Its first milestone, which runs from April to December 2026.
fn m(plan: &mut Plan) -> &mut Milestone {
    &mut plan.commitments[0].milestones[0]
}

#[rustfmt::skip]
fn breaches() -> Vec<Breach> {
    use Check::*;
    vec![
        (Plan1, |p| { p.end = typed("2028-11"); }, expect!["Plan1 end end=2028-11 mandate_end=2028-12 latest=2028-10"]),
        (Plan2, |p| { p.end = typed(""); }, expect!["Plan2 end"]),
        (Plan2Mandate, |p| { p.jurisdictions[0].mandate_end = typed(""); }, expect!["Plan2Mandate jurisdictions/#jurisdict1/mandate_end"]),
        (Plan2Unreadable, |p| { p.jurisdictions[0].mandate_end = typed("fin 2028"); }, expect!["Plan2Unreadable jurisdictions/#jurisdict1/mandate_end typed=«fin 2028»"]),
        (Plan4a, |p| { p.start = typed("2028-11"); }, expect![[r#"
            Plan4a start start=2028-11 end=2028-10
            Com4b commitments/#c1commitme/start start=2026-04 plan_start=2028-11
            Com4b commitments/#c2commitme/start start=2026-04 plan_start=2028-11
            Com4b commitments/#c3commitme/start start=2026-04 plan_start=2028-11"#]]),
        (Plan4b, |p| { p.joined = typed("2026-05-02"); }, expect!["Plan4b start start=2026-04 joined=2026-05-02"]),
        (Plan5, |p| { p.start = typed("2027-12"); }, expect![[r#"
            Plan5 end months=11
            Com4b commitments/#c1commitme/start start=2026-04 plan_start=2027-12
            Com4b commitments/#c2commitme/start start=2026-04 plan_start=2027-12
            Com4b commitments/#c3commitme/start start=2026-04 plan_start=2027-12"#]]),
        (Plan11a, |p| { p.end = typed("2026-02"); }, expect![[r#"
            Plan4a start start=2026-04 end=2026-02
            Plan11a end end=2026-02
            Plan12 end end=2026-02 months=34 latest=2028-10
            Com4a commitments/#c1commitme/end end=2027-09 plan_end=2026-02 months=19
            Com4a commitments/#c2commitme/end end=2027-09 plan_end=2026-02 months=19
            Com4a commitments/#c3commitme/end end=2027-09 plan_end=2026-02 months=19"#]]),
        (Plan11b, |p| { p.jurisdictions[0].mandate_end = typed("2034-04"); }, expect![[r#"
            Plan11b jurisdictions/#jurisdict1/mandate_end mandate_end=2034-04
            Plan12 end end=2028-10 months=66 latest=2034-02"#]]),
        (Plan12, |p| { p.end = typed("2028-03"); }, expect!["Plan12 end end=2028-03 months=9 latest=2028-10"]),
        (Vis1a, |p| { p.vision.foreword = Text::default(); }, expect!["Vis1a vision/foreword"]),
        (Vis3, |p| { p.vision.challenges = Text::default(); }, expect!["Vis3 vision/challenges"]),
        (Vis4, |p| { p.vision.coordination = Text::default(); }, expect!["Vis4 vision/coordination"]),
        (Vis5Long, |p| { p.vision.lead_institutions[1].name = "é".repeat(101); }, expect!["Vis5Long vision/lead_institutions/#institute2/name length=101 limit=100"]),
        (Vis5Same, |p| { p.vision.lead_institutions[1].name = "Direction du numérique.".into(); }, expect![[r#"
            Vis5Same vision/lead_institutions/#institute1/name name=«Direction du numérique»
            Vis5Same vision/lead_institutions/#institute2/name name=«Direction du numérique.»"#]]),
        (Vis5Empty, |p| { p.vision.lead_institutions[1].name = " ".into(); }, expect!["Vis5Empty vision/lead_institutions/#institute2/name"]),
        (Vis6, |p| { p.vision.offline_spaces = One::default(); }, expect!["Vis6 vision/offline_spaces"]),
        (Vis7a, |p| { p.vision.group_count = typed(" douze"); }, expect!["Vis7a vision/group_count typed=«douze»"]),
        (Vis8, |p| { p.vision.meeting_count = typed("0"); }, expect!["Vis8 vision/meeting_count typed=«0»"]),
        (Vis10, |p| { p.vision.monitoring_body = Text::default(); }, expect!["Vis10 vision/monitoring_body"]),
        (Vis11a, |p| { p.vision.monitoring_contact = MonitoringContact::default(); }, expect!["Vis11a vision/monitoring_contact"]),
        (Vis11b, |p| { p.vision.monitoring_contact.email = "suivi(at)univ.example.org".into(); }, expect!["Vis11b vision/monitoring_contact/email typed=«suivi(at)univ.example.org»"]),
        (Vis15, |p| { p.vision.progress_checks = Text::default(); }, expect!["Vis15 vision/progress_checks"]),
        (Vis16a, |p| { p.vision.endorsements.clear(); }, expect!["Vis16a vision/endorsements"]),
        (Vis16bSame, |p| { p.vision.endorsements[1].name = "Les amis de la donnee".into(); }, expect![[r#"
            Vis16bSame vision/endorsements/#endorsing1/name name=«Les Amis de la donnée»
            Vis16bSame vision/endorsements/#endorsing2/name name=«Les amis de la donnee»"#]]),
        (Vis16bEmpty, |p| { p.vision.endorsements[1].name = String::new(); }, expect!["Vis16bEmpty vision/endorsements/#endorsing2/name"]),
        (Vis16bGovernment, |p| { p.vision.endorsements[1].name = "Secrétariat général".into(); }, expect!["Vis16bGovernment vision/endorsements/#endorsing2/name name=«Secrétariat général»"]),
        (Vis18a, |p| { p.vision.site = "participer.valmont.example.org".into(); }, expect!["Vis18a vision/site typed=«participer.valmont.example.org»"]),
        (Vis18b, |p| { p.vision.site = String::new(); }, expect!["Vis18b vision/site"]),
        (Cnt1, |p| { p.commitments.extend((4..=6).map(|n| commitment(n, &format!("Titre {n}")))); }, expect![[r#"Cnt1 commitments month=2026-04 count=6 limit=5 titles=["Ouvrir les marchés publics", "Créer un budget participatif", "Publier les délibérations", "Titre 4", "Titre 5", "Titre 6"]"#]]),
        (Cnt1Always, |p| { p.commitments = (1..=6).map(|n| Commitment { start: Typed::Empty, ..commitment(n, &format!("Titre {n}")) }).collect(); }, expect![[r#"
            Cnt1Always commitments count=6 limit=5 titles=["Titre 1", "Titre 2", "Titre 3", "Titre 4", "Titre 5", "Titre 6"]
            Com2a commitments/#c1commitme/start cell=start
            Com2a commitments/#c2commitme/start cell=start
            Com2a commitments/#c3commitme/start cell=start
            Com2a commitments/#c4commitme/start cell=start
            Com2a commitments/#c5commitme/start cell=start
            Com2a commitments/#c6commitme/start cell=start"#]]),
        (Cnt4, |p| { p.commitments.clear(); }, expect!["Cnt4 commitments"]),
        (Com1a, |p| { c(p).title = Text::default(); }, expect!["Com1a commitments/#c1commitme/title"]),
        (Com1b, |p| { c(p).title = text("créer un Budget participatif !"); }, expect![[r#"
            Com1b commitments/#c1commitme/title title=«Créer un budget participatif»
            Com1b commitments/#c2commitme/title title=«créer un Budget participatif !»"#]]),
        (Com2a, |p| { c(p).start = typed(""); }, expect!["Com2a commitments/#c1commitme/start cell=start"]),
        (Com2aUnreadable, |p| { c(p).end = typed("fin 2027"); }, expect!["Com2aUnreadable commitments/#c1commitme/end typed=«fin 2027»"]),
        (Com2b, |p| { c(p).end = typed("2026-03"); }, expect!["Com2b commitments/#c1commitme/end start=2026-04 end=2026-03"]),
        (Com3, |p| { c(p).end = typed("2027-02"); }, expect![[r#"
            Com3 commitments/#c1commitme/end months=11 earliest=2027-03
            Com20 commitments/#c1commitme/resources/#c1resource/time time=18 months=11
            Mil4Late commitments/#c1commitme/milestones/#c1milesto2/end month=2027-09 end=2027-02"#]]),
        (Com3NoRoom, |p| { c(p).start = typed("2027-12"); c(p).end = typed("2028-10"); c(p).milestones.clear(); }, expect![[r#"
            Com3NoRoom commitments/#c1commitme/end months=11 latest_start=2027-11
            Com20 commitments/#c1commitme/resources/#c1resource/time time=18 months=11
            Mil1 commitments/#c1commitme/milestones"#]]),
        (Com4a, |p| { c(p).end = typed("2028-11"); }, expect![[r#"
            Com4a commitments/#c1commitme/end end=2028-11 plan_end=2028-10 months=1
            Mil8a commitments/#c1commitme/milestones last=2027-09 end=2028-11"#]]),
        (Com4b, |p| { c(p).start = typed("2026-03"); }, expect!["Com4b commitments/#c1commitme/start start=2026-03 plan_start=2026-04"]),
        (Com5, |p| { c(p).government[0].email = String::new(); }, expect!["Com5 commitments/#c1commitme/government"]),
        (Com6, |p| { c(p).government[0].branch = String::new(); }, expect!["Com6 commitments/#c1commitme/government"]),
        (Com7, |p| { c(p).non_governmental[0].email = " nadia@amis ".into(); }, expect!["Com7 commitments/#c1commitme/non_governmental/#c1partner1/email typed=«nadia@amis»"]),
        (Com8Organisation, |p| { c(p).non_governmental[0].organisation.clear(); }, expect!["Com8Organisation commitments/#c1commitme/non_governmental/#c1partner1/organisation"]),
        (Com8Name, |p| { c(p).government.push(GovernmentContact { id: id("c1governm2"), office: "Cabinet".into(), ..GovernmentContact::default() }); }, expect!["Com8Name commitments/#c1commitme/government/#c1governm2/name"]),
        (Com8Empty, |p| { c(p).non_governmental.push(Partner { id: id("c1partner2"), ..Partner::default() }); }, expect!["Com8Empty commitments/#c1commitme/non_governmental/#c1partner2"]),
        (Com9, |p| { c(p).non_governmental.clear(); }, expect!["Com9 commitments/#c1commitme/non_governmental"]),
        (Com10, |p| { c(p).action = Text::default(); }, expect!["Com10 commitments/#c1commitme/action"]),
        (Com13a, |p| { c(p).goal = Text::default(); }, expect!["Com13a commitments/#c1commitme/goal"]),
        (Com13b, |p| { (p.vision.long_term_vision, p.vision.medium_term_goals) = (Text::default(), Text::default()); }, expect![[r#"
            Vis3 vision/long_term_vision
            Vis3 vision/medium_term_goals
            Com13b commitments/#c1commitme/goal
            Com13b commitments/#c2commitme/goal
            Com13b commitments/#c3commitme/goal"#]]),
        (Com14, |p| { c(p).policy_areas = Several::default(); }, expect!["Com14 commitments/#c1commitme/policy_areas"]),
        (Com14Many, |p| { c(p).policy_areas = Several::of(&["tax", "inclusion", "lobbying"]); }, expect!["Com14Many commitments/#c1commitme/policy_areas count=3"]),
        (Com15, |p| { c(p).sectors = Several::default(); }, expect!["Com15 commitments/#c1commitme/sectors"]),
        (Com15Many, |p| { c(p).sectors = Several::of(&["land", "water", "health", "justice"]); }, expect!["Com15Many commitments/#c1commitme/sectors count=4"]),
        (Com16, |p| { c(p).sectors = Several::of(&["other"]); }, expect!["Com16 commitments/#c1commitme/other_sector"]),
        (Com17, |p| { c(p).values = Several::default(); }, expect!["Com17 commitments/#c1commitme/values"]),
        (Com18, |p| { c(p).values = Several::of(&["technology"]); }, expect!["Com18 commitments/#c1commitme/values"]),
        (Com19a, |p| { c(p).resources.clear(); }, expect!["Com19a commitments/#c1commitme/resources"]),
        (Com19b, |p| { c(p).resources[0].currency.clear(); }, expect!["Com19b commitments/#c1commitme/resources/#c1resource/currency amount=12000"]),
        (Com19c, |p| { c(p).resources[0].amount = typed("12 à 15"); }, expect!["Com19c commitments/#c1commitme/resources/#c1resource/amount typed=«12 à 15»"]),
        (Com19d, |p| { c(p).resources[0].staff = Typed::Empty; }, expect!["Com19d commitments/#c1commitme/resources cell=staff"]),
        (Com20, |p| { c(p).resources[0].time = typed("30,5"); }, expect!["Com20 commitments/#c1commitme/resources/#c1resource/time time=30.5 months=18"]),
        (Com21, |p| { c(p).secured = One::default(); }, expect!["Com21 commitments/#c1commitme/secured"]),
        (Com24, |p| { c(p).government[0].office = "Régie des eaux".into(); }, expect!["Com24 commitments/#c1commitme/government office=«Régie des eaux»"]),
        (Mil1, |p| { c(p).milestones.clear(); }, expect!["Mil1 commitments/#c1commitme/milestones"]),
        (Mil2, |p| { m(p).start = typed("04/26"); }, expect![[r#"
            Mil8b commitments/#c1commitme/milestones from=2026-04 to=2026-12 months=9
            Mil2 commitments/#c1commitme/milestones/#c1mileston/start typed=«04/26»"#]]),
        (Mil3, |p| { m(p).end = typed("2026-03"); }, expect![[r#"
            Mil8b commitments/#c1commitme/milestones from=2026-04 to=2026-12 months=9
            Mil3 commitments/#c1commitme/milestones/#c1mileston/end start=2026-04 end=2026-03
            Mil4Early commitments/#c1commitme/milestones/#c1mileston/end month=2026-03 start=2026-04"#]]),
        (Mil4Early, |p| { m(p).start = typed("2026-03"); }, expect!["Mil4Early commitments/#c1commitme/milestones/#c1mileston/start month=2026-03 start=2026-04"]),
        (Mil4Late, |p| { c(p).milestones[1].end = typed("2027-10"); }, expect!["Mil4Late commitments/#c1commitme/milestones/#c1milesto2/end month=2027-10 end=2027-09"]),
        (Mil5, |p| { m(p).contact = " ".into(); }, expect!["Mil5 commitments/#c1commitme/milestones/#c1mileston/contact"]),
        (Mil6, |p| { m(p).status = One::default(); }, expect!["Mil6 commitments/#c1commitme/milestones/#c1mileston/status"]),
        (Mil7NotStarted, |p| { m(p).start = typed("2026-02"); }, expect![[r#"
            Mil4Early commitments/#c1commitme/milestones/#c1mileston/start month=2026-02 start=2026-04
            Mil7NotStarted commitments/#c1commitme/milestones/#c1mileston/status month=2026-02"#]]),
        (Mil7Early, |p| { m(p).status = One::of("completed"); }, expect!["Mil7Early commitments/#c1commitme/milestones/#c1mileston/status status=completed start=2026-04"]),
        (Mil7Late, |p| { (m(p).status, m(p).start, m(p).end) = (One::of("stuck"), typed("2025-12"), typed("2026-01")); }, expect![[r#"
            Mil8b commitments/#c1commitme/milestones from=2026-04 to=2026-12 months=9
            Mil4Early commitments/#c1commitme/milestones/#c1mileston/start month=2025-12 start=2026-04
            Mil4Early commitments/#c1commitme/milestones/#c1mileston/end month=2026-01 start=2026-04
            Mil7Late commitments/#c1commitme/milestones/#c1mileston/end status=stuck end=2026-01"#]]),
        (Mil8a, |p| { c(p).milestones[1].end = typed("2027-08"); }, expect!["Mil8a commitments/#c1commitme/milestones last=2027-08 end=2027-09"]),
        (Mil8b, |p| { m(p).end = typed("2026-05"); }, expect!["Mil8b commitments/#c1commitme/milestones from=2026-06 to=2026-12 months=7"]),
    ]
}

#[test]
fn every_check_can_be_broken() {
    let mut broken = BTreeSet::new();
    for (check, change, says) in breaches() {
        let issues = issues(change);
        says.assert_eq(&told(&issues));
        assert!(issues.iter().any(|issue| issue.check == check), "{check:?} is silent");
        broken.insert(check);
    }
    assert_eq!(broken, Check::ALL.iter().copied().collect(), "checks that no plan breaks");
}

/// Question after question, commitment after commitment, row after row, whatever the ids.
#[test]
fn issues_come_in_the_order_of_the_questions() {
    let issues = issues(|plan| {
        plan.end = typed("");
        plan.commitments.push(Commitment { id: id("c4commitme"), ..Commitment::default() });
        plan.commitments[0].milestones[1].body.clear();
        plan.commitments[0].milestones[0] = Milestone { id: id("zzzzzzzzzz"), ..Milestone::default() };
        plan.commitments[0].secured = One::default();
        plan.jurisdictions.clear();
        plan.vision.site.clear();
        plan.vision.foreword = Text::default();
    });
    expect![[r#"
        Plan2 end
        Vis1a vision/foreword
        Vis18b vision/site
        Com21 commitments/#c1commitme/secured
        Mil8b commitments/#c1commitme/milestones from=2026-04 to=2026-12 months=9
        Mil5 commitments/#c1commitme/milestones/#zzzzzzzzzz/description
        Mil5 commitments/#c1commitme/milestones/#zzzzzzzzzz/start
        Mil5 commitments/#c1commitme/milestones/#zzzzzzzzzz/end
        Mil5 commitments/#c1commitme/milestones/#zzzzzzzzzz/body
        Mil5 commitments/#c1commitme/milestones/#zzzzzzzzzz/contact
        Mil6 commitments/#c1commitme/milestones/#zzzzzzzzzz/status
        Mil5 commitments/#c1commitme/milestones/#c1milesto2/body
        Com1a commitments/#c4commitme/title
        Com2a commitments/#c4commitme/start cell=start
        Com2a commitments/#c4commitme/end cell=end
        Com5 commitments/#c4commitme/government
        Com6 commitments/#c4commitme/government
        Com9 commitments/#c4commitme/non_governmental
        Com10 commitments/#c4commitme/problem
        Com10 commitments/#c4commitme/status_quo
        Com10 commitments/#c4commitme/action
        Com10 commitments/#c4commitme/contribution
        Com13a commitments/#c4commitme/goal
        Com14 commitments/#c4commitme/policy_areas
        Com15 commitments/#c4commitme/sectors
        Com17 commitments/#c4commitme/values
        Com19a commitments/#c4commitme/resources
        Com21 commitments/#c4commitme/secured
        Mil1 commitments/#c4commitme/milestones"#]]
    .assert_eq(&told(&issues));
}

const TYPED: [&str; 16] = [
    "",
    " ",
    "–",
    "x",
    "Mairie",
    "mairie.",
    "Valmont",
    "2026-03",
    "2026-04",
    "2027-02",
    "2099-12",
    "2000-01",
    "0",
    "18",
    "a@v.fr",
    "https://v.fr",
];

/// What may be typed at a place: an option, a tick, or any of the texts above.
fn typed_at(place: Place, which: usize) -> String {
    use crate::question::{ColumnKind, Kind};
    let options = match (place.question.kind(), place.column.map(Column::kind)) {
        (Kind::One(keys) | Kind::Several(keys, _), _) | (_, Some(ColumnKind::One(keys))) => keys,
        (Kind::Tick, _) | (_, Some(ColumnKind::Tick)) => &["yes"],
        (Kind::Day, _) => return ["2026-03-04", "1999-01-01", "hier"][which % 3].to_owned(),
        _ => return TYPED[which % TYPED.len()].to_owned(),
    };
    options[which % options.len()].to_owned()
}

/// Every place of the plan that one control edits.
fn places(plan: &Plan) -> Vec<Place> {
    let mut places = Vec::new();
    for question in Question::ALL.iter().copied() {
        let commitments: Vec<_> = match question.section().is_of_commitment() {
            true => plan.commitments.iter().map(|of| Some(of.id)).collect(),
            false => vec![None],
        };
        for commitment in commitments {
            let whole = Place { commitment, ..Place::plan(question) };
            let rows: Vec<Place> = if question == Question::MandateEnd {
                plan.jurisdictions.iter().map(|row| whole.row(row.id)).collect()
            } else if let Some(rows) = ListPlace::Rows(commitment, question).rows(plan) {
                rows.ids().into_iter().map(|row| whole.row(row)).collect()
            } else {
                vec![whole]
            };
            for row in rows {
                match question.kind().columns() {
                    [] => places.push(row),
                    columns => places.extend(columns.iter().map(|column| row.column(*column))),
                }
            }
        }
    }
    places
}

/// A plan with rows in every list, some answers of the complete plan taken away or typed over.
fn plans() -> impl Strategy<Value = Plan> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<usize>()), 0..40);
    (0..8_usize, 0..3_usize, any::<bool>(), edits).prop_map(|(commitments, rows, bare, edits)| {
        let mut plan = testing::base();
        plan.commitments = (1..=commitments).map(|number| commitment(number, "Ouvrir les marchés")).collect();
        plan.jurisdictions.truncate(rows);
        if bare {
            plan.vision = Vision::default();
        }
        for at in 0..rows {
            plan.vision.lead_institutions.push(named(&format!("institut{at}a"), ""));
            plan.vision.endorsements.push(Named { id: id(&format!("endorsin{at}a")), ..Named::default() });
        }
        for (number, commitment) in plan.commitments.iter_mut().enumerate() {
            let row = |name: &str, at: usize| id(&format!("c{number}{name}{at}a"));
            if bare && number > 0 {
                *commitment = Commitment { id: commitment.id, ..Commitment::default() };
            }
            for at in 0..rows {
                commitment
                    .government
                    .push(GovernmentContact { id: row("govern", at), ..GovernmentContact::default() });
                commitment.stakeholders.push(partner(row("partne", at).as_str(), ""));
                commitment.resources.push(Resource { id: row("resour", at), ..Resource::default() });
                commitment.milestones.push(Milestone { id: row("milest", at), ..Milestone::default() });
            }
        }
        let places = places(&plan);
        for (at, which) in edits {
            let place = *at.get(&places);
            place.enter(&mut plan, &typed_at(place, which));
        }
        plan
    })
}

fn checked(plan: &Plan) -> Vec<Issue> {
    check(plan, testing::today(), NORMALISE)
}

/// The issues by rule, part and place.
fn known(issues: &[Issue]) -> BTreeSet<(&'static str, &'static str, String)> {
    issues.iter().map(|issue| (issue.check.rule(), issue.check.part(), issue.at.path())).collect()
}

fn missing(plan: &Plan) -> BTreeSet<(&'static str, &'static str, String)> {
    known(&checked(plan).into_iter().filter(|issue| issue.check.is_missing()).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn one_more_answer_adds_nothing_missing(plan in plans(), at: prop::sample::Index, which: usize) {
        let places = places(&plan);
        let empty: Vec<Place> = places.into_iter().filter(|place| !place.is_filled(&plan)).collect();
        prop_assume!(!empty.is_empty());
        let place = *at.get(&empty);
        let mut filled = plan.clone();
        place.enter(&mut filled, &typed_at(place, which));
        let (before, after) = (missing(&plan), missing(&filled));
        prop_assert!(after.is_subset(&before), "{place}: {:?}", after.difference(&before).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_of_rows_changes_nothing(plan in plans(), by in 1..4_usize) {
        fn turn<T>(rows: &mut [T], by: usize) {
            let by = by.min(rows.len());
            rows.rotate_left(by);
            rows.reverse();
        }
        let mut turned = plan.clone();
        turn(&mut turned.jurisdictions, by);
        turn(&mut turned.vision.lead_institutions, by);
        turn(&mut turned.vision.endorsements, by);
        turn(&mut turned.commitments, by);
        for commitment in &mut turned.commitments {
            turn(&mut commitment.government, by);
            turn(&mut commitment.non_governmental, by);
            turn(&mut commitment.stakeholders, by);
            turn(&mut commitment.resources, by);
            turn(&mut commitment.milestones, by);
        }
        prop_assert_eq!(known(&checked(&plan)), known(&checked(&turned)));
    }

    #[test]
    fn values_are_those_of_the_catalogue(plan in plans()) {
        for issue in checked(&plan) {
            let names: Vec<&str> = issue.values.iter().map(|(name, _)| *name).collect();
            prop_assert_eq!(&names[..], issue.check.values());
        }
    }
}

/// Twelve commitments of sixty milestones. Prints how long a check takes: `--release -- --nocapture large_plan`.
#[test]
fn a_large_plan_is_checked_at_once() {
    let mut plan = testing::base();
    plan.commitments =
        (1..=12).map(|number| commitment(number % 10, &format!("Engagement n° {number}"))).collect();
    for (number, of) in plan.commitments.iter_mut().enumerate() {
        let row = |at| testing::milestone(&format!("c{number:02}mile{at:03}"), "2026-04", "2027-09");
        of.id = id(&format!("commitme{number:02}"));
        of.milestones = (0..60).map(row).collect();
    }
    for (state, plan) in [
        ("complete", plan.clone()),
        ("milestones empty", {
            plan.commitments
                .iter_mut()
                .flat_map(|of| &mut of.milestones)
                .for_each(|of| *of = Milestone { id: of.id, ..Milestone::default() });
            plan
        }),
    ] {
        let start = std::time::Instant::now();
        let rounds: u32 = 5;
        let issues: usize = (0..rounds).map(|_| checked(std::hint::black_box(&plan)).len()).sum();
        println!("{state}: {:?}, {} issues", start.elapsed() / rounds, issues / 5);
        // An unoptimised build on a busy machine included: far from where somebody typing would feel it grow.
        assert!(start.elapsed() / rounds < std::time::Duration::from_secs(1), "{state}");
    }
}
