//! Every check broken once, what it says then and where; and what holds of all checks together.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::testing::{self, commitment, id, issues, named, partner, text, told, typed};
use super::{Check, Issue, check};
use crate::plan::record::Row as _;
use crate::plan::testing::NORMALISE;
use crate::plan::{
    Attachment, Change, Commitment, Enclosed, Enclosure, GovernmentContact, Group, Jurisdiction, Kept,
    LetterPoint, Meeting, Milestone, MonitoringContact, Named, One, Options as _, Partner, Plan, Reference,
    Resource, RowId, Several, Text, Typed, Update, Vision, WebsitePoint,
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

fn meeting(day: &str, kind: &str, non_government: bool) -> Meeting {
    Meeting {
        id: id("meeting001"),
        day: typed(day),
        kind: One::of(kind),
        non_government,
        ..Meeting::default()
    }
}

fn update(day: &str) -> Update {
    Update { day: typed(day), ..Update::default() }
}

/// An entry on the first commitment, complete.
fn change() -> Change {
    Change {
        id: id("change0001"),
        commitment: Reference("c1commitme".into()),
        kind: One::of("change"),
        day: typed("2026-03-10"),
        consulted: "Les Amis de la donnée".into(),
        approved: typed("2026-03-10"),
        decision: "À l’unanimité".into(),
        told: typed("2026-03-11"),
        ..Change::default()
    }
}

#[rustfmt::skip]
fn breaches() -> Vec<Breach> {
    use Check::*;
    vec![
        (Elig1, |p| { p.joined = typed("2027-09-01"); p.start = typed(""); }, expect!["Elig1 joined joined=2027-09-01 mandate_end=2028-12"]),
        (Elig2, |p| { p.letter_of_support = Several::of(&["experience", "english"]); }, expect!["Elig2 letter_of_support lacking=pages; letterhead; head; non_governmental; values; benefit; ambition; capacity; lessons; peers; spread"]),
        (Elig3, |p| { p.letter_of_support = Several::of(&LetterPoint::KEYS.iter().copied().filter(|key| *key != "experience").collect::<Vec<_>>()); }, expect!["Elig3 letter_of_support"]),
        (Elig5Lead, |p| { p.lead_agency.clear(); }, expect!["Elig5Lead lead_agency"]),
        (Elig5Official, |p| { p.senior_official.name.clear(); }, expect!["Elig5Official senior_official"]),
        (Elig5Contact, |p| { p.point_of_contact.name.clear(); }, expect!["Elig5Contact point_of_contact"]),
        (Plan1, |p| { p.end = typed("2028-11"); }, expect!["Plan1 end end=2028-11 mandate_end=2028-12 latest=2028-10"]),
        (Plan2, |p| { p.end = typed(""); }, expect!["Plan2 end"]),
        (Plan2Mandate, |p| { p.jurisdictions[0].mandate_end = typed(""); }, expect!["Plan2Mandate jurisdictions/#jurisdict1/mandate_end"]),
        (Plan2Unreadable, |p| { p.jurisdictions[0].mandate_end = typed("fin 2028"); }, expect!["Plan2Unreadable jurisdictions/#jurisdict1/mandate_end typed=«fin 2028»"]),
        (Plan3Short, |p| { p.jurisdictions[0].no_elections = true; p.start = typed("2027-12"); }, expect![[r#"
            Plan3Short end months=11 earliest=2028-11
            Com4b commitments/#c1commitme/start start=2026-04 plan_start=2027-12
            Com4b commitments/#c2commitme/start start=2026-04 plan_start=2027-12
            Com4b commitments/#c3commitme/start start=2026-04 plan_start=2027-12"#]]),
        (Plan3Long, |p| { p.jurisdictions[0].no_elections = true; p.end = typed("2030-04"); }, expect!["Plan3Long end months=49 latest=2030-03"]),
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
        (Plan6, |p| { p.previous_end = typed("2025-10"); }, expect!["Plan6 previous_end deadline=2026-02-28 previous_end=2025-10"]),
        (Plan7, |p| { p.deadline = typed("2026-03-14"); }, expect!["Plan7 deadline deadline=2026-03-14"]),
        (Plan8, |p| { *p = Plan { language: One::of("fr"), commitments: vec![Commitment { id: id("c1commitme"), title: text("Ouvrir"), ..Commitment::default() }], ..testing::base() }; p.vision = Vision::default(); p.looked.clear(); p.evidence.clear(); }, expect![[r#"
            Vis1a vision/foreword
            Vis3 vision/long_term_vision
            Vis3 vision/achievements
            Vis3 vision/challenges
            Vis3 vision/medium_term_goals
            Vis3 vision/plan_contribution
            Vis3 vision/policy_contribution
            Vis4 vision/lead_institutions
            Vis4 vision/coordination
            Vis4 vision/spaces
            Vis4 vision/diversity
            Vis4 vision/participants
            Vis4 vision/group_count
            Vis4 vision/meeting_count
            Vis4 vision/collaboration
            Vis10 vision/monitoring_body
            Vis11a vision/monitoring_contact
            Vis13 vision/monitoring_approved
            Vis14 vision/monitoring_resources
            Vis15 vision/progress_activities
            Vis15 vision/progress_checks
            Vis15 vision/public_results
            Vis16a vision/endorsements
            Plan8 commitments/#c1commitme/title/english
            Com2a commitments/#c1commitme/start cell=start
            Com2a commitments/#c1commitme/end cell=end
            Com5 commitments/#c1commitme/government
            Com6 commitments/#c1commitme/government
            Com9 commitments/#c1commitme/non_governmental
            Com10 commitments/#c1commitme/problem
            Com10 commitments/#c1commitme/status_quo
            Com10 commitments/#c1commitme/action
            Com10 commitments/#c1commitme/contribution
            Com13a commitments/#c1commitme/goal
            Com14 commitments/#c1commitme/policy_areas
            Com15 commitments/#c1commitme/sectors
            Com17 commitments/#c1commitme/values
            Com19a commitments/#c1commitme/resources
            Com21 commitments/#c1commitme/secured
            Mil1 commitments/#c1commitme/milestones
            Proc5 evidence requirement=forum"#]]),
        (Plan9, |p| { *p = testing::submitted(); p.submitter = One::of("other"); }, expect!["Plan9 submitter"]),
        (Plan10, |p| { *p = testing::coalition(); p.jurisdictions[2].mandate_end = typed("2028-11"); }, expect!["Plan10 jurisdictions/#jurisdict3/mandate_end name=«Clairval» exercise=2028-12 mandate_end=2028-11"]),
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
        (Vis1b, |p| { p.vision.foreword = text("Autrement."); }, expect!["Vis1b vision/foreword"]),
        (Vis2, |p| { p.vision.letter = (0..4).map(|_| Attachment { name: "Lettre".into(), ..Attachment::default() }).collect(); }, expect!["Vis2 vision/letter count=4 limit=3"]),
        (Vis2Large, |p| { p.vision.letter = vec![Attachment { id: RowId::parse("letter0001").unwrap(), file: Enclosed(Some(Enclosure { name: "lettre.pdf".into(), size: 12_340_001, ..Enclosure::default() })), ..Attachment::default() }]; }, expect!["Vis2Large vision/letter/#letter0001/file name=«lettre.pdf» size=12.35 limit=10"]),
        (Vis3, |p| { p.vision.challenges = Text::default(); }, expect!["Vis3 vision/challenges"]),
        (Vis4, |p| { p.vision.coordination = Text::default(); }, expect!["Vis4 vision/coordination"]),
        (Vis5Long, |p| { p.vision.lead_institutions[1].name = "é".repeat(101); }, expect!["Vis5Long vision/lead_institutions/#institute2/name length=101 limit=100"]),
        (Vis5Same, |p| { p.vision.lead_institutions[1].name = "Direction du numérique.".into(); }, expect![[r#"
            Vis5Same vision/lead_institutions/#institute1/name name=«Direction du numérique»
            Vis5Same vision/lead_institutions/#institute2/name name=«Direction du numérique.»"#]]),
        (Vis5Empty, |p| { p.vision.lead_institutions[1].name = " ".into(); }, expect!["Vis5Empty vision/lead_institutions/#institute2/name"]),
        (Vis6, |p| { p.vision.offline_spaces = One::default(); }, expect!["Vis6 vision/offline_spaces"]),
        (Vis7a, |p| { p.vision.group_count = typed(" douze"); }, expect!["Vis7a vision/group_count typed=«douze»"]),
        (Vis7b, |p| { p.vision.groups = vec![Group { count: typed("5"), ..Group::default() }]; }, expect!["Vis7b vision/group_count count=7 total=5"]),
        (Vis8, |p| { p.vision.meeting_count = typed("0"); }, expect!["Vis8 vision/meeting_count typed=«0»"]),
        (Vis9, |p| { p.vision.sides = Several::of(&["government"]); }, expect![[r#"
            Vis9 vision/sides
            Proc3 space"#]]),
        (Vis10, |p| { p.vision.monitoring_body = Text::default(); }, expect!["Vis10 vision/monitoring_body"]),
        (Vis11a, |p| { p.vision.monitoring_contact = MonitoringContact::default(); }, expect!["Vis11a vision/monitoring_contact"]),
        (Vis11b, |p| { p.vision.monitoring_contact.email = "suivi(at)univ.example.org".into(); }, expect!["Vis11b vision/monitoring_contact/email typed=«suivi(at)univ.example.org»"]),
        (Vis12a, |p| { p.vision.monitoring_contact.organisation = "secretariat general".into(); }, expect!["Vis12a vision/monitoring_contact/organisation name=«secretariat general»"]),
        (Vis12b, |p| { p.vision.monitoring_group = true; }, expect!["Vis12b vision/monitoring_clear"]),
        (Vis13, |p| { p.vision.monitoring_approved = typed(""); }, expect!["Vis13 vision/monitoring_approved"]),
        (Vis14, |p| { p.vision.monitoring_resources = false; }, expect!["Vis14 vision/monitoring_resources"]),
        (Vis15, |p| { p.vision.progress_checks = Text::default(); }, expect!["Vis15 vision/progress_checks"]),
        (Vis16a, |p| { p.vision.endorsements.clear(); }, expect!["Vis16a vision/endorsements"]),
        (Vis16bSame, |p| { p.vision.endorsements[1].name = "Les amis de la donnee".into(); }, expect![[r#"
            Vis16bSame vision/endorsements/#endorsing1/name name=«Les Amis de la donnée»
            Vis16bSame vision/endorsements/#endorsing2/name name=«Les amis de la donnee»"#]]),
        (Vis16bEmpty, |p| { p.vision.endorsements[1].name = String::new(); }, expect!["Vis16bEmpty vision/endorsements/#endorsing2/name"]),
        (Vis16bGovernment, |p| { p.vision.endorsements[1].name = "Secrétariat général".into(); }, expect!["Vis16bGovernment vision/endorsements/#endorsing2/name name=«Secrétariat général»"]),
        (Vis17, |p| { p.vision.endorsers_took_part = false; }, expect!["Vis17 vision/endorsers_took_part"]),
        (Vis18a, |p| { p.vision.site = "participer.valmont.example.org".into(); }, expect!["Vis18a vision/site typed=«participer.valmont.example.org»"]),
        (Vis18b, |p| { p.vision.site = String::new(); }, expect!["Vis18b vision/site"]),
        (Vis19, |p| { p.vision.public_results = text("Autrement."); }, expect!["Vis19 vision/spaces"]),
        (Vis20, |p| { p.vision.medium_term_goals = text("Autrement."); }, expect!["Vis20 vision/long_term_vision"]),
        (Cnt1, |p| { p.commitments.extend((4..=6).map(|n| commitment(n, &format!("Titre {n}")))); }, expect![[r#"Cnt1 commitments month=2026-04 count=6 limit=5 titles=["Ouvrir les marchés publics", "Créer un budget participatif", "Publier les délibérations", "Titre 4", "Titre 5", "Titre 6"]"#]]),
        (Cnt1Always, |p| { p.commitments = (1..=6).map(|n| Commitment { start: Typed::Empty, ..commitment(n, &format!("Titre {n}")) }).collect(); }, expect![[r#"
            Cnt1Always commitments count=6 limit=5 titles=["Titre 1", "Titre 2", "Titre 3", "Titre 4", "Titre 5", "Titre 6"]
            Com2a commitments/#c1commitme/start cell=start
            Com2a commitments/#c2commitme/start cell=start
            Com2a commitments/#c3commitme/start cell=start
            Com2a commitments/#c4commitme/start cell=start
            Com2a commitments/#c5commitme/start cell=start
            Com2a commitments/#c6commitme/start cell=start"#]]),
        (Cnt2, |p| { p.jurisdictions.push(Jurisdiction::fresh(id("jurisdict2"))); p.jurisdictions[1].no_elections = true; p.commitments = (1..=11).map(|n| commitment(n, &format!("Titre {n}"))).collect(); }, expect![[r#"Cnt2 commitments month=2026-04 count=11 limit=10 titles=["Titre 1", "Titre 2", "Titre 3", "Titre 4", "Titre 5", "Titre 6", "Titre 7", "Titre 8", "Titre 9", "Titre 10", "Titre 11"]"#]]),
        (Cnt2Always, |p| { p.jurisdictions.push(Jurisdiction::fresh(id("jurisdict2"))); p.jurisdictions[1].no_elections = true; p.commitments = (1..=11).map(|n| Commitment { start: typed("2027-10"), ..commitment(n, &format!("Titre {n}")) }).collect(); }, expect![[r#"
            Cnt2Always commitments count=11 limit=10 titles=["Titre 1", "Titre 2", "Titre 3", "Titre 4", "Titre 5", "Titre 6", "Titre 7", "Titre 8", "Titre 9", "Titre 10", "Titre 11"]
            Com2b commitments/#c1commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c2commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c3commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c4commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c5commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c6commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c7commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c8commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c9commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c10ommitme/end start=2027-10 end=2027-09
            Com2b commitments/#c11ommitme/end start=2027-10 end=2027-09"#]]),
        (Cnt3, |p| { p.jurisdictions.extend(["jurisdict2", "jurisdict3"].map(|row| Jurisdiction { no_elections: true, ..Jurisdiction::fresh(id(row)) })); p.commitments = (1..=13).map(|n| commitment(n, &format!("Titre {n}"))).collect(); }, expect![[r#"Cnt3 commitments month=2026-04 count=13 limit=12 titles=["Titre 1", "Titre 2", "Titre 3", "Titre 4", "Titre 5", "Titre 6", "Titre 7", "Titre 8", "Titre 9", "Titre 10", "Titre 11", "Titre 12", "Titre 13"]"#]]),
        (Cnt3Always, |p| { p.jurisdictions.extend(["jurisdict2", "jurisdict3"].map(|row| Jurisdiction { no_elections: true, ..Jurisdiction::fresh(id(row)) })); p.commitments = (1..=13).map(|n| Commitment { start: typed("2027-10"), ..commitment(n, &format!("Titre {n}")) }).collect(); }, expect![[r#"
            Cnt3Always commitments count=13 limit=12 titles=["Titre 1", "Titre 2", "Titre 3", "Titre 4", "Titre 5", "Titre 6", "Titre 7", "Titre 8", "Titre 9", "Titre 10", "Titre 11", "Titre 12", "Titre 13"]
            Com2b commitments/#c1commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c2commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c3commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c4commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c5commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c6commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c7commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c8commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c9commitme/end start=2027-10 end=2027-09
            Com2b commitments/#c10ommitme/end start=2027-10 end=2027-09
            Com2b commitments/#c11ommitme/end start=2027-10 end=2027-09
            Com2b commitments/#c12ommitme/end start=2027-10 end=2027-09
            Com2b commitments/#c13ommitme/end start=2027-10 end=2027-09"#]]),
        (Cnt4, |p| { p.commitments.clear(); }, expect!["Cnt4 commitments"]),
        (Cnt5a, |p| { p.commitments.extend((4..=6).map(|n| Commitment { start: typed("2027-10"), end: typed("2028-10"), milestones: vec![testing::milestone(&format!("c{n}mileston"), "2027-10", "2028-10")], ..commitment(n, &format!("Titre {n}")) })); }, expect![[r#"
            Cnt5a commitments count=6 limit=5
            Com20 commitments/#c4commitme/resources/#c4resource/time time=18 months=13
            Com20 commitments/#c5commitme/resources/#c5resource/time time=18 months=13
            Com20 commitments/#c6commitme/resources/#c6resource/time time=18 months=13"#]]),
        (Cnt5b, |p| { *p = testing::submitted(); p.commitments.push(commitment(4, "Un registre")); }, expect![[r#"
            Cnt6 commitments/#c4commitme/title
            Cnt5b commitments/#c4commitme/co_created"#]]),
        (Cnt6, |p| { *p = testing::submitted(); p.commitments.push(Commitment { co_created: true, ..commitment(4, "Un registre") }); }, expect!["Cnt6 commitments/#c4commitme/title"]),
        (Jnt1Count, |p| { *p = testing::coalition(); p.jurisdictions.truncate(1); p.commitments[1].scope = Reference("all".into()); }, expect!["Jnt1Count jurisdictions"]),
        (Jnt1Country, |p| { *p = testing::coalition(); p.jurisdictions[1].country = "Maroc".into(); }, expect!["Jnt1Country jurisdictions countries=«France, Maroc»"]),
        (Jnt1NoCountry, |p| { *p = testing::coalition(); p.jurisdictions[1].country.clear(); }, expect!["Jnt1NoCountry jurisdictions/#jurisdict2/country name=«Rivemont»"]),
        (Jnt1Member, |p| { *p = testing::coalition(); p.jurisdictions[1].member = false; }, expect!["Jnt1Member jurisdictions/#jurisdict2/member name=«Rivemont»"]),
        (Jnt2, |p| { *p = testing::coalition(); p.point_of_contact.email.clear(); }, expect!["Jnt2 point_of_contact"]),
        (Jnt3, |p| { *p = testing::coalition(); p.jurisdictions[1].mandate_end = typed("2029-12"); }, expect!["Jnt3 end end=2028-10 mandate_end=2029-12 latest=2029-10"]),
        (Jnt4, |p| { *p = testing::coalition(); p.commitments[0].scope = Reference::default(); }, expect!["Jnt4 commitments/#c1commitme/scope"]),
        (Jnt5a, |p| { *p = testing::coalition(); p.jurisdictions[1].mandate_end = typed("2027-10"); p.commitments[2].end = typed("2027-08"); p.commitments[2].milestones[1].end = typed("2027-08"); }, expect![[r#"
            Plan10 jurisdictions/#jurisdict2/mandate_end name=«Rivemont» exercise=2028-12 mandate_end=2027-10
            Jnt5a commitments/#c2commitme/end end=2027-09 name=«Rivemont» latest=2027-08
            Com20 commitments/#c3commitme/resources/#c3resource/time time=18 months=17"#]]),
        (Jnt5b, |p| { *p = testing::coalition(); p.jurisdictions[0].no_elections = true; p.jurisdictions[1].mandate_end = typed("2027-10"); p.commitments[1].scope = Reference("jurisdict1".into()); }, expect![[r#"
            Plan10 jurisdictions/#jurisdict2/mandate_end name=«Rivemont» exercise=2028-12 mandate_end=2027-10
            Jnt5b commitments/#c3commitme/end end=2027-09 latest=2027-08"#]]),
        (Jnt6a, |p| { *p = testing::coalition(); p.governance = Text::default(); }, expect!["Jnt6a governance"]),
        (Jnt6b, |p| { *p = testing::coalition(); p.co_creation = One::default(); }, expect!["Jnt6b co_creation"]),
        (Jnt7, |p| { *p = testing::coalition(); p.previous_joint = true; }, expect!["Jnt7 renewed"]),
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
        (Com11, |p| { c(p).problem = text("Autrement."); }, expect!["Com11 commitments/#c1commitme/problem"]),
        (Com12, |p| { c(p).status_quo = text("Presque rien."); }, expect!["Com12 commitments/#c1commitme/status_quo"]),
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
        (Com23, |p| { c(p).contribution = text("Autrement."); }, expect!["Com23 commitments/#c1commitme/action"]),
        (Com24, |p| { c(p).government[0].office = "Régie des eaux".into(); }, expect![[r#"
            Com24 commitments/#c1commitme/government office=«Régie des eaux»
            Mil9 commitments/#c1commitme/milestones/#c1mileston/body name=«Direction du numérique»
            Mil9 commitments/#c1commitme/milestones/#c1milesto2/body name=«Direction du numérique»"#]]),
        (Com25, |p| { c(p).status_quo = text("En 2025, 13 jeux."); }, expect!["Com25 commitments/#c1commitme/status_quo"]),
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
        (Mil9, |p| { m(p).body = "Régie des eaux".into(); }, expect!["Mil9 commitments/#c1commitme/milestones/#c1mileston/body name=«Régie des eaux»"]),
        (Proc1, |p| { p.space.name.clear(); }, expect!["Proc1 space"]),
        (Proc2a, |p| { p.meetings = vec![meeting("2026-01-10", "co_creation", false)]; }, expect!["Proc2a meetings"]),
        (Proc2b, |p| { *p = testing::submitted(); p.submitted = typed("2025-03-14"); p.meetings = vec![meeting("2025-01-10", "co_creation", true), meeting("2025-06-10", "implementation", true)]; }, expect![[r#"
            Proc2b meetings from=2025-03-14 to=2026-03-13 count=1
            Mon5 updates from=2025-04 to=2025-12 count=3
            Mon1 initial_report due=2025-05-14"#]]),
        (Proc3, |p| { p.vision.sides = Several::of(&["non_government"]); }, expect![[r#"
            Vis9 vision/sides
            Proc3 space"#]]),
        (Proc4None, |p| { p.vision.endorsed = typed(""); }, expect!["Proc4None vision/endorsed"]),
        (Proc4Changed, |p| { p.changed = typed("2026-02-26"); }, expect!["Proc4Changed vision/endorsed endorsed=2026-02-25 changed=2026-02-26"]),
        (Proc4Differs, |p| { p.as_endorsed = Kept::of(p); p.vision.challenges = text("Le temps."); c(p).problem = text("Le reste."); }, expect!["Proc4Differs vision/endorsed endorsed=2026-02-25 questions=A1-4.3, A2-6"]),
        (Proc5, |p| { p.evidence.remove(0); }, expect!["Proc5 evidence requirement=forum"]),
        (Proc6, |p| { p.orientation = typed(""); }, expect!["Proc6 orientation"]),
        (Proc7, |p| { p.practices = Several::of(&["website", "dialogue"]); }, expect!["Proc7 practices lacking=documents_ahead; awareness; inclusiveness; channels; repository; feedback"]),
        (Proc8, |p| { p.website_points = Several::of(&WebsitePoint::KEYS[1..]); }, expect!["Proc8 website_points lacking=contact"]),
        (Proc9, |p| { p.space.told = typed(""); }, expect!["Proc9 space/told"]),
        (Mod1, |p| { *p = testing::submitted(); p.changes = vec![Change { day: typed("2026-09-02"), ..change() }]; }, expect!["Mod1 changes/#change0001/day day=2026-09-02 closed=2026-09-01"]),
        (Mod1Unlisted, |p| { *p = testing::submitted(); p.submitted = typed("2025-09-01"); p.initial_report = typed("2025-10-20"); p.updates = vec![update("2025-11-10")]; c(p).title = text("Ouvrir tous les marchés"); }, expect![[r#"
            Mod1Unlisted changes title=«Ouvrir tous les marchés» closed=2026-03-01
            Mod2Unlisted changes title=«Ouvrir tous les marchés»"#]]),
        (Mod2, |p| { *p = testing::submitted(); p.changes = vec![Change { consulted: String::new(), ..change() }]; }, expect!["Mod2 changes/#change0001/consulted cell=consulted"]),
        (Mod2Unlisted, |p| { *p = testing::submitted(); c(p).title = text("Ouvrir tous les marchés"); }, expect!["Mod2Unlisted changes title=«Ouvrir tous les marchés»"]),
        (Mod3, |p| { *p = testing::submitted(); p.changes = vec![Change { told: typed(""), ..change() }]; }, expect!["Mod3 changes/#change0001/told"]),
        (Mod4, |p| { *p = testing::submitted(); p.changes = vec![change()]; c(p).values = Several::of(&["technology"]); }, expect![[r#"
            Mod4 commitments/#c1commitme/title rules=«COM-18»
            Com18 commitments/#c1commitme/values"#]]),
        (Mon1, |p| { *p = testing::submitted(); p.initial_report = typed("2026-05-02"); }, expect!["Mon1 initial_report due=2026-05-01"]),
        (Mon2, |p| { *p = testing::submitted(); c(p).done = typed("2026-03-02"); c(p).evaluated = typed("2026-04-03"); }, expect!["Mon2 commitments/#c1commitme/evaluated due=2026-04-02"]),
        (Mon3, |p| { *p = testing::submitted(); p.final_report = typed("2029-01-01"); }, expect!["Mon3 final_report due=2028-12-31"]),
        (Mon4, |p| { *p = testing::submitted(); p.submitted = typed("2025-09-01"); p.initial_report = typed("2025-10-20"); }, expect!["Mon4 updates from=2025-10 to=2025-12"]),
        (Mon5, |p| { *p = testing::submitted(); p.submitted = typed("2025-06-01"); p.initial_report = typed("2025-07-20"); }, expect!["Mon5 updates from=2025-07 to=2025-12 count=2"]),
        (Mon6, |p| { *p = testing::submitted(); p.submitted = typed("2025-06-01"); p.initial_report = typed("2025-07-20"); p.updates = vec![update("2025-07-10"), update("2025-11-10")]; m(p).start = typed("2025-12"); c(p).milestones[1].start = typed("2025-09"); }, expect![[r#"
            Mil4Early commitments/#c1commitme/milestones/#c1mileston/start month=2025-12 start=2026-04
            Mil7NotStarted commitments/#c1commitme/milestones/#c1mileston/status month=2025-12
            Mil4Early commitments/#c1commitme/milestones/#c1milesto2/start month=2025-09 start=2026-04
            Mil7NotStarted commitments/#c1commitme/milestones/#c1milesto2/status month=2025-09
            Mod1Unlisted changes title=«Ouvrir les marchés publics» closed=2025-12-01
            Mod2Unlisted changes title=«Ouvrir les marchés publics»
            Mon6 updates from=2025-07 to=2025-12 count=2"#]]),
        (Mon7, |p| { *p = testing::submitted(); p.inactive.from = typed("2025-09-14"); }, expect!["Mon7 inactive since=2025-09-14 limit=2026-03-14"]),
        (Mon8, |p| { *p = testing::submitted(); p.probation.from = typed("2025-11-14"); }, expect!["Mon8 probation since=2025-11-14 limit=2026-03-14"]),
        (Mon9, |p| { *p = testing::submitted(); p.comments_invited = false; }, expect!["Mon9 comments_invited"]),
        (Mon10, |p| { *p = testing::submitted(); p.voluntary = true; }, expect!["Mon10 discussed"]),
    ]
}

#[test]
fn every_check_can_be_broken() {
    let mut broken = BTreeSet::new();
    for (check, change, says) in breaches() {
        let mut issues = issues(change);
        // Whatever changes a text asks for a look at it; only where that is the point is it told.
        issues.retain(|issue| check.is_judgement() || !issue.check.is_judgement());
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
        Com23 commitments/#c1commitme/action
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
        (Kind::Day, _) | (_, Some(ColumnKind::Day)) => {
            return ["2026-03-04", "2025-02-28", "1999-01-01", "hier"][which % 4].to_owned();
        }
        (Kind::Scope, _) => &["all", "jurisdict1", "nonsense00"],
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
    let kinds = (any::<bool>(), 0..3_u8);
    (0..8_usize, 0..3_usize, kinds, edits).prop_map(|(commitments, rows, (bare, which), edits)| {
        let mut plan = match which {
            0 => testing::coalition(),
            1 => testing::submitted(),
            _ => testing::base(),
        };
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
        // An answer of the app's own can open others: a joint plan asks more than a plan of one.
        let empty: Vec<Place> = places
            .into_iter()
            .filter(|place| !place.question.is_own() && !place.is_filled(&plan))
            .collect();
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
        turn(&mut turned.vision.groups, by);
        turn(&mut turned.meetings, by);
        turn(&mut turned.evidence, by);
        turn(&mut turned.changes, by);
        turn(&mut turned.updates, by);
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
    fn an_offered_fix_settles_its_issue(plan in plans()) {
        for issue in checked(&plan) {
            let Some(fix) = super::fix::fix(&plan, &issue) else { continue };
            let mut fixed = plan.clone();
            prop_assert!(fix.place.enter(&mut fixed, &fix.answer));
            let settled = (issue.check.rule(), issue.check.part(), issue.at.path());
            prop_assert!(!known(&checked(&fixed)).contains(&settled), "{issue:?} by {fix:?}");
        }
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
        (1..=12).map(|number| commitment(number, &format!("Engagement n° {number}"))).collect();
    for (number, of) in plan.commitments.iter_mut().enumerate() {
        let row = |at| testing::milestone(&format!("c{number:02}mile{at:03}"), "2026-04", "2027-09");
        of.id = id(&format!("commitme{number:02}"));
        of.milestones = (0..60).map(row).collect();
    }
    let empty = {
        let mut plan = plan.clone();
        let milestones = plan.commitments.iter_mut().flat_map(|of| &mut of.milestones);
        milestones.for_each(|of| *of = Milestone { id: of.id, ..Milestone::default() });
        plan
    };
    let long = {
        let mut plan = plan.clone();
        plan.language = One::of("fr");
        let milestones = plan.commitments.iter_mut().flat_map(|of| &mut of.milestones);
        milestones.for_each(|of| of.description = text(&"Publier une première version. ".repeat(70)));
        testing::look_at_all(&mut plan);
        plan
    };
    let changed = {
        let mut plan = plan.clone();
        plan.submitted = typed("2026-03-01");
        plan.as_submitted = crate::plan::Kept::of(&plan);
        plan.commitments[3].problem = text("Autrement.");
        plan
    };
    for (state, plan) in [
        ("complete", plan),
        ("texts of 2,000 characters, in French", long),
        ("submitted and changed", changed),
        ("milestones empty", empty),
    ] {
        let start = std::time::Instant::now();
        let rounds: u32 = 5;
        let issues: usize = (0..rounds).map(|_| checked(std::hint::black_box(&plan)).len()).sum();
        println!("{state}: {:?}, {} issues", start.elapsed() / rounds, issues / 5);
        // An unoptimised build on a busy machine included: far from where somebody typing would feel it grow.
        assert!(start.elapsed() / rounds < std::time::Duration::from_secs(1), "{state}");
    }
}
