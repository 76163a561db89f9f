//! What the tests of the rules share: a plan without any issue, and what becomes of it when something changes.

use chrono::NaiveDate;

use super::{At, Case, Check, Issue, Value, check};
use crate::plan::testing::NORMALISE;
use crate::plan::{
    Commitment, Evidence, GovernmentContact, Jurisdiction, Kept, LetterPoint, Milestone, MonitoringContact,
    Named, One, Options as _, Partner, Plan, PointOfContact, Practice, Readable, Reference, Requirement,
    Resource, RowId, SeniorOfficial, Several, Side, Space, Text, Typed, Vision, WebsitePoint,
};

/// The day of all tests.
pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 15).unwrap()
}

pub(super) fn case(plan: &Plan) -> Case<'_> {
    Case { plan, today: today(), normalise: NORMALISE }
}

/// An id that can be read in a failing test.
pub(super) fn id(text: &str) -> RowId {
    RowId::parse(text).unwrap()
}

/// What was typed, readable or not.
pub(super) fn typed<T: Readable>(text: &str) -> Typed<T> {
    Typed::from_text(text)
}

/// A month that can be read.
pub(super) fn month<T: Readable>(text: &str) -> Typed<T> {
    let month = Typed::from_text(text);
    assert!(month.value().is_some(), "{text}");
    month
}

pub(super) fn text(text: &str) -> Text {
    Text::new(text)
}

pub(super) fn named(row: &str, name: &str) -> Named {
    Named { id: id(row), name: name.into(), ..Named::default() }
}

/// A contact in an organisation, complete.
pub(super) fn partner(row: &str, organisation: &str) -> Partner {
    Partner {
        id: id(row),
        organisation: organisation.into(),
        name: "Nadia Ferrand".into(),
        email: "nadia@amis.example.org".into(),
        ..Partner::default()
    }
}

/// A milestone, complete and not started.
pub(super) fn milestone(row: &str, start: &str, end: &str) -> Milestone {
    Milestone {
        id: id(row),
        description: text("Publier une première version"),
        start: month(start),
        end: month(end),
        body: "Direction du numérique".into(),
        contact: "Paul Ndiaye".into(),
        status: One::of("not_started"),
        ..Milestone::default()
    }
}

/// The commitment of this number (1 to 99) from April 2026 to September 2027, complete.
pub(super) fn commitment(number: usize, title: &str) -> Commitment {
    // Ten characters in all.
    let row = |name: &str| format!("c{number}{}", &name[number.to_string().len() - 1..]);
    Commitment {
        id: id(&row("commitme")),
        title: text(title),
        start: month("2026-04"),
        end: month("2027-09"),
        government: vec![GovernmentContact {
            id: id(&row("governme")),
            office: "Direction du numérique".into(),
            branch: "Exécutif".into(),
            name: "Paul Ndiaye".into(),
            email: "paul.ndiaye@valmont.example.org".into(),
            ..GovernmentContact::default()
        }],
        non_governmental: vec![partner(&row("partner1"), "Les Amis de la donnée")],
        problem: text("Les habitants ne savent pas où va l’argent public."),
        status_quo: text("En 2025, 12 jeux de données sont publiés."),
        action: text("Publier tous les marchés."),
        contribution: text("Chacun peut suivre les dépenses."),
        goal: text("Une ville transparente."),
        policy_areas: Several::of(&["open_data"]),
        sectors: Several::of(&["public_services"]),
        values: Several::of(&["access_to_information", "technology"]),
        resources: vec![Resource {
            id: id(&row("resource")),
            amount: typed("12 000"),
            currency: "EUR".into(),
            staff: typed("2,5"),
            time: typed("18"),
            ..Resource::default()
        }],
        secured: One::of("yes"),
        milestones: vec![
            milestone(&row("mileston"), "2026-04", "2026-12"),
            milestone(&row("milesto2"), "2027-01", "2027-09"),
        ],
        ..Commitment::default()
    }
}

/// A complete plan of three commitments, without any issue.
pub(super) fn base() -> Plan {
    let mut plan = Plan {
        id: id("plan000000"),
        language: One::of("en"),
        jurisdictions: vec![jurisdiction("jurisdict1", "Valmont", "2028-12")],
        start: month("2026-04"),
        end: month("2028-10"),
        joined: typed("2026-01-20"),
        lead_agency: "Secrétariat général".into(),
        senior_official: SeniorOfficial { name: "Jeanne Costa".into(), ..SeniorOfficial::default() },
        point_of_contact: PointOfContact {
            office: "Cabinet du maire".into(),
            name: "Ana Pérez".into(),
            email: "ana.perez@valmont.example.org".into(),
            ..PointOfContact::default()
        },
        vision: vision(),
        commitments: vec![
            commitment(1, "Ouvrir les marchés publics"),
            commitment(2, "Créer un budget participatif"),
            commitment(3, "Publier les délibérations"),
        ],
        letter_of_support: Several::of(LetterPoint::KEYS),
        orientation: typed("2026-02-10"),
        space: Space { name: "Forum ouvert".into(), told: typed("2026-02-12"), ..Space::default() },
        evidence: Requirement::KEYS.iter().map(|key| evidence(key)).collect(),
        practices: Several::of(Practice::KEYS),
        website: "https://valmont.example.org/ogp".into(),
        website_points: Several::of(WebsitePoint::KEYS),
        ..Plan::default()
    };
    look_at_all(&mut plan);
    plan
}

/// A jurisdiction, a member of OGP Local.
fn jurisdiction(row: &str, name: &str, mandate_end: &str) -> Jurisdiction {
    Jurisdiction {
        id: id(row),
        name: name.into(),
        country: "France".into(),
        member: true,
        mandate_end: month(mandate_end),
        ..Jurisdiction::default()
    }
}

fn evidence(requirement: &str) -> Evidence {
    Evidence {
        id: id(&format!("evid{:0>6}", requirement.len())),
        requirement: One::of(requirement),
        url: format!("https://valmont.example.org/{requirement}"),
        ..Evidence::default()
    }
}

/// Somebody looks at all that is to be looked at.
pub(super) fn look_at_all(plan: &mut Plan) {
    for issue in check(plan, today(), NORMALISE).iter().filter(|issue| issue.check.is_judgement()) {
        let row = id(&format!("looked{:04}", plan.looked.len()));
        super::judgement::look(plan, issue, row);
    }
}

/// A joint plan of three, without any issue.
pub(super) fn coalition() -> Plan {
    let mut plan = base();
    plan.joint = true;
    plan.jurisdictions = vec![
        jurisdiction("jurisdict1", "Valmont", "2028-12"),
        jurisdiction("jurisdict2", "Rivemont", "2028-12"),
        jurisdiction("jurisdict3", "Clairval", "2028-12"),
    ];
    plan.co_creation = One::of("joint");
    plan.governance = text("Un comité où chaque ville a une voix.");
    for (commitment, scope) in plan.commitments.iter_mut().zip(["jurisdict1", "jurisdict2", "all"]) {
        commitment.scope = Reference(scope.into());
    }
    plan
}

/// The complete plan, submitted on 1 March 2026, without any issue.
pub(super) fn submitted() -> Plan {
    let mut plan = base();
    plan.submitted = typed("2026-03-01");
    plan.submitter = One::of("point_of_contact");
    plan.comments_invited = true;
    plan.as_submitted = Kept::of(&plan);
    plan
}

fn vision() -> Vision {
    let said = text("Nous avançons ensemble.");
    Vision {
        foreword: said.clone(),
        long_term_vision: said.clone(),
        achievements: said.clone(),
        challenges: said.clone(),
        medium_term_goals: said.clone(),
        plan_contribution: said.clone(),
        policy_contribution: said.clone(),
        lead_institutions: vec![
            named("institute1", "Direction du numérique"),
            named("institute2", "Direction des finances"),
        ],
        coordination: said.clone(),
        spaces: said.clone(),
        offline_spaces: One::of("named"),
        online_spaces: One::of("named"),
        diversity: said.clone(),
        participants: said.clone(),
        sides: Several::of(Side::KEYS),
        group_count: typed("7"),
        meeting_count: typed("4"),
        collaboration: said.clone(),
        monitoring_body: said.clone(),
        monitoring_contact: MonitoringContact {
            organisation: "Université de Valmont".into(),
            email: "suivi@univ.example.org".into(),
            ..MonitoringContact::default()
        },
        monitoring_approved: typed("2026-02-20"),
        monitoring_resources: true,
        progress_activities: said.clone(),
        progress_checks: said.clone(),
        public_results: said,
        endorsements: vec![
            named("endorsing1", "Les Amis de la donnée"),
            named("endorsing2", "Nadia Ferrand"),
        ],
        endorsers_took_part: true,
        endorsed: typed("2026-02-25"),
        site: "https://participer.valmont.example.org".into(),
        ..Vision::default()
    }
}

/// The issues of the base plan after a change.
pub(super) fn issues(change: impl FnOnce(&mut Plan)) -> Vec<Issue> {
    let mut plan = base();
    change(&mut plan);
    check(&plan, today(), NORMALISE)
}

/// The places where a check speaks after a change.
pub(super) fn paths(check: Check, change: impl FnOnce(&mut Plan)) -> Vec<String> {
    issues(change).into_iter().filter(|issue| issue.check == check).map(|issue| issue.at.path()).collect()
}

/// After this change the check is silent.
#[track_caller]
pub(super) fn holds(check: Check, change: impl FnOnce(&mut Plan)) {
    assert_eq!(paths(check, change), [""; 0], "{check:?} speaks");
}

/// After this change the check speaks.
#[track_caller]
pub(super) fn breaks(check: Check, change: impl FnOnce(&mut Plan)) {
    assert_ne!(paths(check, change), [""; 0], "{check:?} is silent");
}

/// Issues as text: the check, the place, the values.
pub(super) fn told(issues: &[Issue]) -> String {
    let lines: Vec<String> = issues.iter().map(line).collect();
    lines.join("\n")
}

fn line(issue: &Issue) -> String {
    let mut line = format!("{:?} {}", issue.check, issue.at.path());
    for (name, value) in &issue.values {
        line.push_str(&format!(" {name}={}", shown(value)));
    }
    if let At::Place(place) = issue.at {
        assert!(place.commitment.is_some() == place.question.section().is_of_commitment(), "{line}");
    }
    line
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("«{text}»"),
        Value::Texts(texts) => format!("{texts:?}"),
        value => value.to_string(),
    }
}

#[test]
fn the_base_plan_has_no_issue() {
    assert_eq!(told(&issues(|_| ())), "");
    assert_eq!(told(&check(&coalition(), today(), NORMALISE)), "");
    assert_eq!(told(&check(&submitted(), today(), NORMALISE)), "");
}
