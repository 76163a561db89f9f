//! Files of every version ever released open for ever, and what a newer version wrote comes through untouched.

mod files;

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use files::{BUNDLES, assert_valid, counting, export, open};
use plan_ouvert::bundle::{self, BundleError, Decided, Digest, Opened, StoredCopy, StoredDraft, Workshop};
use plan_ouvert::plan::record::Record;
use plan_ouvert::plan::{IdMaker, Plan};
use serde_json::{Value, json};

/// A stored draft of each version there ever was, written by the code of its time; the last one with a workshop.
const DRAFTS: [(&str, &str); 4] = [
    ("1.0", include_str!("golden/draft-1.0.json")),
    ("1.1", include_str!("golden/draft-1.1.json")),
    ("2.0", include_str!("golden/draft-2.0.json")),
    ("2.0-workshop", include_str!("golden/draft-2.0-workshop.json")),
];

/// Where something unknown lies in the files of a newer version: at every depth.
const DEPTHS: [&str; 11] = [
    "/plan",
    "/plan/vision",
    "/plan/vision/foreword",
    "/plan/vision/monitoring_contact",
    "/plan/vision/letter/0",
    "/plan/jurisdictions/0",
    "/plan/commitments/0",
    "/plan/commitments/0/problem",
    "/plan/commitments/0/resources/0",
    "/plan/commitments/0/milestones/0",
    "/plan/commitments/0/milestones/0/description",
];

/// One answer of every kind that a plan has.
const TOLD: [&str; 26] = [
    "/language",
    "/joint",
    "/jurisdictions/0/name",
    "/jurisdictions/1/mandate_end",
    "/governance",
    "/start",
    "/extension",
    "/vision/foreword",
    "/vision/letter/0/url",
    "/vision/sides",
    "/vision/groups/1/count",
    "/vision/site",
    "/commitments/0/title",
    "/commitments/0/end",
    "/commitments/0/scope",
    "/commitments/0/stakeholders/0/email",
    "/commitments/0/values",
    "/commitments/0/resources/0",
    "/commitments/0/resources/1/amount",
    "/commitments/0/secured",
    "/commitments/0/milestones/2/end",
    "/commitments/0/milestones/3/status",
    "/looked/0/seen",
    "/acknowledged/0/at",
    "/comments/0/text",
    "/progress/0",
];

fn tree(plan: &Plan) -> Value {
    let plan: &dyn Record = plan;
    plan.to_json().unwrap()
}

/// How long each list is.
fn counts(value: &Value, at: &str, told: &mut String) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| counts(value, &format!("{at}/{key}"), told));
        }
        Value::Array(items) => {
            let _ = write!(told, " {at}:{}", items.len());
            if let Some(first) = items.first() {
                counts(first, &format!("{at}/0"), told);
            }
        }
        _ => {}
    }
}

/// What a plan says: an answer of every kind, and how much there is of each.
fn told(plan: &Plan) -> String {
    let plan = tree(plan);
    let mut told = String::new();
    for place in TOLD {
        if let Some(value) = plan.pointer(place) {
            let _ = writeln!(told, "{place} {value}");
        }
    }
    told.push_str("rows");
    for (key, value) in plan.as_object().unwrap() {
        counts(value, key, &mut told);
    }
    told.push('\n');
    told
}

/// The draft of one stored copy.
fn draft(text: &str) -> StoredDraft {
    let mut random = counting();
    StoredDraft::of([StoredCopy::read(text).unwrap()], IdMaker::new(&mut random)).unwrap()
}

/// A draft as if it had been opened from a file.
fn as_opened(draft: &StoredDraft) -> Opened {
    let (plan, state) = (draft.plan.clone(), draft.state.clone());
    let (made, unknown) = (bundle::Made::default(), draft.notes.unknown.clone());
    Opened {
        plan,
        state,
        faults: Vec::new(),
        made,
        digest: Digest::Absent,
        files: Vec::new(),
        damaged: Vec::new(),
        unknown,
    }
}

/// Holds that a bundle opens whole, and that an export of it is accepted and opens to the same.
fn holds_as_bundle(name: &str, says: &Expect) {
    let (_, text) = BUNDLES.into_iter().find(|(known, _)| *known == name).unwrap();
    let opened = open(text).unwrap();
    assert_eq!((opened.faults.as_slice(), opened.digest), (&[][..], Digest::Matches), "{name}");
    says.assert_eq(&told(&opened.plan));
    let golden: Value = serde_json::from_str(text).unwrap();
    assert_valid(text);
    let exported = export(&opened);
    assert_valid(&exported);
    let mut again: Value = serde_json::from_str(&exported).unwrap();
    assert_eq!(again["plan"].take(), golden["plan"], "{name}");
    let again = open(&exported).unwrap();
    assert_eq!((again.plan, again.state, again.faults), (opened.plan, opened.state, vec![]), "{name}");
}

/// Holds the same for a stored draft.
fn holds_as_draft(name: &str, says: &Expect) {
    let (_, text) = DRAFTS.into_iter().find(|(known, _)| *known == name).unwrap();
    let draft = draft(text);
    let mut said = told(&draft.plan);
    let notes = &draft.notes;
    let _ = writeln!(
        said,
        "notes {} {:?} {:?} {:?} {:?} {:?}",
        notes.counter, notes.open, notes.name, notes.from, notes.scope, notes.unknown
    );
    for received in &notes.received {
        let _ = writeln!(said, "received {} {:?}", received.file, received.effects);
    }
    for decided in notes.decided.iter().map(Decided::read) {
        let _ = writeln!(said, "decided {} {}", decided.path, decided.left_out[0].value);
    }
    let _ = writeln!(said, "tables {}", Workshop::read(&notes.workshop).tables.len());
    says.assert_eq(&said);
    let written = draft.notes.write(draft.plan.id, &draft.state);
    assert_eq!(self::draft(&written), draft, "{name}");
    let exported = export(&as_opened(&draft));
    assert_valid(&exported);
    let opened = open(&exported).unwrap();
    assert_eq!((opened.plan, opened.faults), (draft.plan, vec![]), "{name}");
}

#[test]
fn a_bundle_of_format_1_0_opens_for_ever() {
    holds_as_bundle(
        "1.0",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /jurisdictions/1/mandate_end {"typed":"fin 2028"}
        /start "2026-01"
        /vision/foreword {"text":"Valmont s’engage.\n\nUn deuxième paragraphe, avec «guillemets», tabulation\tet emoji 🏛️.","english":"Valmont commits itself."}
        /vision/letter/0/url "https://example.org/lettre.pdf"
        /vision/site "https://participer.example.org/plan?annee=2026#haut"
        /commitments/0/title {"text":"Publier les subventions","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        rows jurisdictions:2 vision/letter:1 vision/lead_institutions:2 vision/endorsements:2 vision/documents:1 commitments:3 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5
    "#]],
    );
}

#[test]
fn a_bundle_of_format_1_1_opens_for_ever() {
    holds_as_bundle(
        "1.1",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /jurisdictions/1/mandate_end {"typed":"fin 2028"}
        /governance {"text":"Un comité paritaire.","english":"A joint committee."}
        /start "2026-01"
        /extension {"typed":"juin 2026"}
        /vision/foreword {"text":"Valmont s’engage.\n\nUn deuxième paragraphe, avec «guillemets», tabulation\tet emoji 🏛️.","english":"Valmont commits itself."}
        /vision/letter/0/url "https://example.org/lettre.pdf"
        /vision/sides ["government","non_government"]
        /vision/groups/1/count {"typed":"deux"}
        /vision/site "https://participer.example.org/plan?annee=2026#haut"
        /commitments/0/title {"text":"Publier les subventions","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/scope "j0q8s1m2zz"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        /looked/0/seen "00ff00ff00ff00ff"
        /acknowledged/0/at "commitments/#c3hx0d81qz/end"
        /progress/0 {"id":"p0000000h1","commitment":"c3hx0d81qz","milestone":"m11kz0aa2d","from":"not_started","to":"in_progress","day":"2026-05-04"}
        rows jurisdictions:3 vision/letter:1 vision/lead_institutions:2 vision/sides:2 vision/groups:2 vision/endorsements:2 vision/documents:1 commitments:3 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5 letter_of_support:2 meetings:1 evidence:1 practices:2 website_points:2 looked:2 acknowledged:1 as_submitted/jurisdictions:3 as_submitted/vision/letter:1 as_submitted/vision/lead_institutions:2 as_submitted/vision/sides:2 as_submitted/vision/groups:2 as_submitted/vision/endorsements:2 as_submitted/vision/documents:1 as_submitted/commitments:3 as_submitted/commitments/0/government:1 as_submitted/commitments/0/non_governmental:1 as_submitted/commitments/0/stakeholders:1 as_submitted/commitments/0/policy_areas:22 as_submitted/commitments/0/sectors:16 as_submitted/commitments/0/values:4 as_submitted/commitments/0/resources:2 as_submitted/commitments/0/milestones:5 as_submitted/letter_of_support:2 as_submitted/meetings:1 as_submitted/evidence:1 as_submitted/practices:2 as_submitted/website_points:2 as_submitted/looked:2 as_submitted/acknowledged:1 changes:1 updates:1 progress:1
    "#]],
    );
}

#[test]
fn a_bundle_of_format_1_2_opens_for_ever() {
    holds_as_bundle(
        "1.2",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /jurisdictions/1/mandate_end {"typed":"fin 2028"}
        /governance {"text":"Un comité paritaire.","english":"A joint committee."}
        /start "2026-01"
        /extension {"typed":"juin 2026"}
        /vision/foreword {"text":"Un avant-propos du bureau.","english":"Valmont commits itself."}
        /vision/letter/0/url "https://example.org/lettre.pdf"
        /vision/sides ["government","non_government"]
        /vision/groups/1/count {"typed":"deux"}
        /vision/site "https://participer.example.org/plan?annee=2026#haut"
        /commitments/0/title {"text":"Un titre d’Ana","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/scope "j0q8s1m2zz"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        /looked/0/seen "00ff00ff00ff00ff"
        /acknowledged/0/at "commitments/#c3hx0d81qz/end"
        /comments/0/text "Est-ce trop court ?"
        /progress/0 {"id":"p0000000h1","commitment":"c3hx0d81qz","milestone":"m11kz0aa2d","from":"not_started","to":"in_progress","day":"2026-05-04"}
        rows jurisdictions:3 vision/letter:1 vision/lead_institutions:2 vision/sides:2 vision/groups:2 vision/endorsements:2 vision/documents:1 commitments:3 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5 letter_of_support:2 meetings:1 evidence:1 practices:2 website_points:2 looked:2 acknowledged:1 comments:1 as_submitted/jurisdictions:3 as_submitted/vision/letter:1 as_submitted/vision/lead_institutions:2 as_submitted/vision/sides:2 as_submitted/vision/groups:2 as_submitted/vision/endorsements:2 as_submitted/vision/documents:1 as_submitted/commitments:3 as_submitted/commitments/0/government:1 as_submitted/commitments/0/non_governmental:1 as_submitted/commitments/0/stakeholders:1 as_submitted/commitments/0/policy_areas:22 as_submitted/commitments/0/sectors:16 as_submitted/commitments/0/values:4 as_submitted/commitments/0/resources:2 as_submitted/commitments/0/milestones:5 as_submitted/letter_of_support:2 as_submitted/meetings:1 as_submitted/evidence:1 as_submitted/practices:2 as_submitted/website_points:2 as_submitted/looked:2 as_submitted/acknowledged:1 as_endorsed/jurisdictions:3 as_endorsed/vision/letter:1 as_endorsed/vision/lead_institutions:2 as_endorsed/vision/sides:2 as_endorsed/vision/groups:2 as_endorsed/vision/endorsements:2 as_endorsed/vision/documents:1 as_endorsed/commitments:3 as_endorsed/commitments/0/government:1 as_endorsed/commitments/0/non_governmental:1 as_endorsed/commitments/0/stakeholders:1 as_endorsed/commitments/0/policy_areas:22 as_endorsed/commitments/0/sectors:16 as_endorsed/commitments/0/values:4 as_endorsed/commitments/0/resources:2 as_endorsed/commitments/0/milestones:5 as_endorsed/letter_of_support:2 as_endorsed/meetings:1 as_endorsed/evidence:1 as_endorsed/practices:2 as_endorsed/website_points:2 as_endorsed/looked:2 as_endorsed/acknowledged:1 as_endorsed/changes:1 as_endorsed/updates:1 as_endorsed/progress:1 changes:1 updates:1 progress:1
    "#]],
    );
}

#[test]
fn a_part_for_a_table_opens_for_ever() {
    holds_as_bundle(
        "1.2-part",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /start "2026-01"
        /commitments/0/title {"text":"Un titre d’Ana","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/scope "j0q8s1m2zz"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        rows jurisdictions:3 commitments:1 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5
    "#]],
    );
    let made = open(BUNDLES[3].1).unwrap().made;
    assert_eq!(
        (made.scope, made.table.as_str()),
        (vec!["vision/4".to_owned(), "c3hx0d81qz".to_owned()], "Table 1")
    );
}

#[test]
fn a_stored_draft_of_version_1_0_opens_for_ever() {
    holds_as_draft(
        "1.0",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /jurisdictions/1/mandate_end {"typed":"fin 2028"}
        /start "2026-01"
        /vision/foreword {"text":"Valmont s’engage.\n\nUn deuxième paragraphe, avec «guillemets», tabulation\tet emoji 🏛️.","english":"Valmont commits itself.","later_member":{"new":[1,{"deep":null}],"text":"é"}}
        /vision/letter/0/url "https://example.org/lettre.pdf"
        /vision/site "https://participer.example.org/plan?annee=2026#haut"
        /commitments/0/title {"text":"Publier les subventions","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        rows jurisdictions:2 jurisdictions/0/later_member/new:2 vision/foreword/later_member/new:2 vision/letter:1 vision/lead_institutions:2 vision/endorsements:2 vision/documents:1 vision/later_member/new:2 commitments:3 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5 commitments/0/milestones/0/later_member/new:2 commitments/0/later_member/new:2 later_member/new:2
        notes 412 Some(17) "Brouillon «Été»" "Table 3" [] {"later_member": Object {"new": Array [Number(1), Object {"deep": Null}], "text": String("é")}}
        tables 0
    "#]],
    );
}

#[test]
fn a_stored_draft_of_version_1_1_opens_for_ever() {
    holds_as_draft(
        "1.1",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /jurisdictions/1/mandate_end {"typed":"fin 2028"}
        /governance {"text":"Un comité paritaire.","english":"A joint committee."}
        /start "2026-01"
        /extension {"typed":"juin 2026"}
        /vision/foreword {"text":"Valmont s’engage.\n\nUn deuxième paragraphe, avec «guillemets», tabulation\tet emoji 🏛️.","english":"Valmont commits itself.","later_member":{"new":[1,{"deep":null}],"text":"é"}}
        /vision/letter/0/url "https://example.org/lettre.pdf"
        /vision/sides ["government","non_government"]
        /vision/groups/1/count {"typed":"deux"}
        /vision/site "https://participer.example.org/plan?annee=2026#haut"
        /commitments/0/title {"text":"Publier les subventions","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/scope "j0q8s1m2zz"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        /looked/0/seen "00ff00ff00ff00ff"
        /acknowledged/0/at "commitments/#c3hx0d81qz/end"
        /progress/0 {"id":"p0000000h1","commitment":"c3hx0d81qz","milestone":"m11kz0aa2d","from":"not_started","to":"in_progress","day":"2026-05-04"}
        rows jurisdictions:3 jurisdictions/0/later_member/new:2 vision/foreword/later_member/new:2 vision/letter:1 vision/lead_institutions:2 vision/sides:2 vision/groups:2 vision/endorsements:2 vision/documents:1 vision/later_member/new:2 commitments:3 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5 commitments/0/milestones/0/later_member/new:2 commitments/0/later_member/new:2 letter_of_support:2 meetings:1 evidence:1 practices:2 website_points:2 looked:2 acknowledged:1 as_submitted/jurisdictions:3 as_submitted/vision/letter:1 as_submitted/vision/lead_institutions:2 as_submitted/vision/sides:2 as_submitted/vision/groups:2 as_submitted/vision/endorsements:2 as_submitted/vision/documents:1 as_submitted/commitments:3 as_submitted/commitments/0/government:1 as_submitted/commitments/0/non_governmental:1 as_submitted/commitments/0/stakeholders:1 as_submitted/commitments/0/policy_areas:22 as_submitted/commitments/0/sectors:16 as_submitted/commitments/0/values:4 as_submitted/commitments/0/resources:2 as_submitted/commitments/0/milestones:5 as_submitted/letter_of_support:2 as_submitted/meetings:1 as_submitted/evidence:1 as_submitted/practices:2 as_submitted/website_points:2 as_submitted/looked:2 as_submitted/acknowledged:1 changes:1 updates:1 progress:1 later_member/new:2
        notes 412 Some(17) "Brouillon «Été»" "Table 3" [] {"later_member": Object {"new": Array [Number(1), Object {"deep": Null}], "text": String("é")}}
        tables 0
    "#]],
    );
}

#[test]
fn a_stored_draft_of_version_2_0_opens_for_ever() {
    holds_as_draft(
        "2.0",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /jurisdictions/1/mandate_end {"typed":"fin 2028"}
        /governance {"text":"Un comité paritaire.","english":"A joint committee."}
        /start "2026-01"
        /extension {"typed":"juin 2026"}
        /vision/foreword {"text":"Un avant-propos du bureau.","english":"Valmont commits itself.","later_member":{"new":[1,{"deep":null}],"text":"é"}}
        /vision/letter/0/url "https://example.org/lettre.pdf"
        /vision/sides ["government","non_government"]
        /vision/groups/1/count {"typed":"deux"}
        /vision/site "https://participer.example.org/plan?annee=2026#haut"
        /commitments/0/title {"text":"Un titre d’Ana","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/scope "j0q8s1m2zz"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        /looked/0/seen "00ff00ff00ff00ff"
        /acknowledged/0/at "commitments/#c3hx0d81qz/end"
        /comments/0/text "Est-ce trop court ?"
        /progress/0 {"id":"p0000000h1","commitment":"c3hx0d81qz","milestone":"m11kz0aa2d","from":"not_started","to":"in_progress","day":"2026-05-04"}
        rows jurisdictions:3 jurisdictions/0/later_member/new:2 vision/foreword/later_member/new:2 vision/letter:1 vision/lead_institutions:2 vision/sides:2 vision/groups:2 vision/endorsements:2 vision/documents:1 vision/later_member/new:2 commitments:3 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5 commitments/0/milestones/0/later_member/new:2 commitments/0/later_member/new:2 letter_of_support:2 meetings:1 evidence:1 practices:2 website_points:2 looked:2 acknowledged:1 comments:1 as_submitted/jurisdictions:3 as_submitted/vision/letter:1 as_submitted/vision/lead_institutions:2 as_submitted/vision/sides:2 as_submitted/vision/groups:2 as_submitted/vision/endorsements:2 as_submitted/vision/documents:1 as_submitted/commitments:3 as_submitted/commitments/0/government:1 as_submitted/commitments/0/non_governmental:1 as_submitted/commitments/0/stakeholders:1 as_submitted/commitments/0/policy_areas:22 as_submitted/commitments/0/sectors:16 as_submitted/commitments/0/values:4 as_submitted/commitments/0/resources:2 as_submitted/commitments/0/milestones:5 as_submitted/letter_of_support:2 as_submitted/meetings:1 as_submitted/evidence:1 as_submitted/practices:2 as_submitted/website_points:2 as_submitted/looked:2 as_submitted/acknowledged:1 as_endorsed/jurisdictions:3 as_endorsed/vision/letter:1 as_endorsed/vision/lead_institutions:2 as_endorsed/vision/sides:2 as_endorsed/vision/groups:2 as_endorsed/vision/endorsements:2 as_endorsed/vision/documents:1 as_endorsed/commitments:3 as_endorsed/commitments/0/government:1 as_endorsed/commitments/0/non_governmental:1 as_endorsed/commitments/0/stakeholders:1 as_endorsed/commitments/0/policy_areas:22 as_endorsed/commitments/0/sectors:16 as_endorsed/commitments/0/values:4 as_endorsed/commitments/0/resources:2 as_endorsed/commitments/0/milestones:5 as_endorsed/letter_of_support:2 as_endorsed/meetings:1 as_endorsed/evidence:1 as_endorsed/practices:2 as_endorsed/website_points:2 as_endorsed/looked:2 as_endorsed/acknowledged:1 as_endorsed/changes:1 as_endorsed/updates:1 as_endorsed/progress:1 changes:1 updates:1 progress:1 later_member/new:2
        notes 412 Some(17) "Brouillon «Été»" "Table 3" ["vision/4"] {"later_member": Object {"new": Array [Number(1), Object {"deep": Null}], "text": String("é")}}
        received table-3.json [1, 2, 0, 1, 0, 0, 0]
        tables 0
    "#]],
    );
}

#[test]
fn a_stored_draft_with_a_workshop_opens_for_ever() {
    holds_as_draft(
        "2.0-workshop",
        &expect![[r#"
        /language "fr"
        /joint true
        /jurisdictions/0/name "Valmont-sur-Orne"
        /jurisdictions/1/mandate_end {"typed":"fin 2028"}
        /governance {"text":"Un comité paritaire.","english":"A joint committee."}
        /start "2026-01"
        /extension {"typed":"juin 2026"}
        /vision/foreword {"text":"Un avant-propos du bureau.","english":"Valmont commits itself.","later_member":{"new":[1,{"deep":null}],"text":"é"}}
        /vision/letter/0/url "https://example.org/lettre.pdf"
        /vision/sides ["government","non_government"]
        /vision/groups/1/count {"typed":"deux"}
        /vision/site "https://participer.example.org/plan?annee=2026#haut"
        /commitments/0/title {"text":"Un titre d’Ana","english":"Publish the grants"}
        /commitments/0/end "2027-02"
        /commitments/0/scope "j0q8s1m2zz"
        /commitments/0/stakeholders/0/email "pas une adresse"
        /commitments/0/values ["access_to_information","civic_participation","public_accountability","technology"]
        /commitments/0/resources/0 {"id":"3sybx8q8xa","amount":"12345.67","currency":"EUR","staff":"1.5","time":"12","other":{"text":"Deux bénévoles"}}
        /commitments/0/resources/1/amount {"typed":"entre 5 et 10 k€"}
        /commitments/0/secured "partially"
        /commitments/0/milestones/2/end {"typed":"marz 27"}
        /commitments/0/milestones/3/status "completed"
        /looked/0/seen "00ff00ff00ff00ff"
        /acknowledged/0/at "commitments/#c3hx0d81qz/end"
        /comments/0/text "Est-ce trop court ?"
        /progress/0 {"id":"p0000000h1","commitment":"c3hx0d81qz","milestone":"m11kz0aa2d","from":"not_started","to":"in_progress","day":"2026-05-04"}
        rows jurisdictions:3 jurisdictions/0/later_member/new:2 vision/foreword/later_member/new:2 vision/letter:1 vision/lead_institutions:2 vision/sides:2 vision/groups:2 vision/endorsements:2 vision/documents:1 vision/later_member/new:2 commitments:3 commitments/0/government:1 commitments/0/non_governmental:1 commitments/0/stakeholders:1 commitments/0/policy_areas:22 commitments/0/sectors:16 commitments/0/values:4 commitments/0/resources:2 commitments/0/milestones:5 commitments/0/milestones/0/later_member/new:2 commitments/0/later_member/new:2 letter_of_support:2 meetings:1 evidence:1 practices:2 website_points:2 looked:2 acknowledged:1 comments:1 as_submitted/jurisdictions:3 as_submitted/vision/letter:1 as_submitted/vision/lead_institutions:2 as_submitted/vision/sides:2 as_submitted/vision/groups:2 as_submitted/vision/endorsements:2 as_submitted/vision/documents:1 as_submitted/commitments:3 as_submitted/commitments/0/government:1 as_submitted/commitments/0/non_governmental:1 as_submitted/commitments/0/stakeholders:1 as_submitted/commitments/0/policy_areas:22 as_submitted/commitments/0/sectors:16 as_submitted/commitments/0/values:4 as_submitted/commitments/0/resources:2 as_submitted/commitments/0/milestones:5 as_submitted/letter_of_support:2 as_submitted/meetings:1 as_submitted/evidence:1 as_submitted/practices:2 as_submitted/website_points:2 as_submitted/looked:2 as_submitted/acknowledged:1 as_endorsed/jurisdictions:3 as_endorsed/vision/letter:1 as_endorsed/vision/lead_institutions:2 as_endorsed/vision/sides:2 as_endorsed/vision/groups:2 as_endorsed/vision/endorsements:2 as_endorsed/vision/documents:1 as_endorsed/commitments:3 as_endorsed/commitments/0/government:1 as_endorsed/commitments/0/non_governmental:1 as_endorsed/commitments/0/stakeholders:1 as_endorsed/commitments/0/policy_areas:22 as_endorsed/commitments/0/sectors:16 as_endorsed/commitments/0/values:4 as_endorsed/commitments/0/resources:2 as_endorsed/commitments/0/milestones:5 as_endorsed/letter_of_support:2 as_endorsed/meetings:1 as_endorsed/evidence:1 as_endorsed/practices:2 as_endorsed/website_points:2 as_endorsed/looked:2 as_endorsed/acknowledged:1 as_endorsed/changes:1 as_endorsed/updates:1 as_endorsed/progress:1 changes:1 updates:1 progress:1 later_member/new:2
        notes 412 Some(17) "Brouillon «Été»" "Table 3" ["vision/4"] {"later_member": Object {"new": Array [Number(1), Object {"deep": Null}], "text": String("é")}}
        received table-3.json [1, 2, 0, 1, 3, 0, 4]
        decided vision/site "https://valmont.example"
        tables 1
    "#]],
    );
}

/// What a version of the app wrote that is not there yet.
fn later() -> Value {
    json!({"new": [1, {"deep": null}], "text": "é", "none": [], "empty": {}, "key": ["a", "a"], "rows": [{"id": "k7q2m9x4ab"}]})
}

/// A bundle of an imagined newer version, with something unknown at every depth.
fn newer(text: &str, version: &str) -> String {
    let mut bundle: Value = serde_json::from_str(text).unwrap();
    bundle["format_version"] = version.into();
    for place in DEPTHS.iter().chain(&[""]) {
        bundle.pointer_mut(place).unwrap()["later_member"] = later();
    }
    bundle.to_string()
}

fn assert_untouched(exported: &str, places: &[&str], from: &str) {
    let again: Value = serde_json::from_str(exported).unwrap();
    for place in places {
        assert_eq!(again.pointer(&format!("{place}/later_member")), Some(&later()), "{from} at {place:?}");
    }
}

#[test]
fn what_a_newer_minor_version_wrote_comes_back_out_of_a_bundle_untouched() {
    for (name, text) in &BUNDLES[..3] {
        let opened = open(&newer(text, "1.99")).unwrap();
        assert_eq!(opened.faults, vec![], "{name}");
        let exported = export(&opened);
        assert_valid(&exported);
        assert_untouched(&exported, &[&DEPTHS[..], &[""]].concat(), name);
        let copied = export(&open(&exported).unwrap());
        assert_untouched(&copied, &[&DEPTHS[..], &[""]].concat(), name);
    }
}

#[test]
fn what_a_newer_minor_version_wrote_comes_back_out_of_a_stored_draft_untouched() {
    for (name, text) in &BUNDLES[..3] {
        let opened = open(&newer(text, "1.99")).unwrap();
        let notes = bundle::Notes { unknown: opened.unknown.clone(), ..bundle::Notes::default() };
        let stored = notes.write(opened.plan.id, &opened.state);
        let draft = draft(&stored);
        assert_eq!(draft.plan, opened.plan, "{name}");
        assert_untouched(&export(&as_opened(&draft)), &[&DEPTHS[..], &[""]].concat(), name);
    }
    // A draft that held its plan whole, as the first version did.
    for (name, text) in &DRAFTS[..2] {
        let mut stored: Value = serde_json::from_str(text).unwrap();
        stored["format_version"] = "1.99".into();
        for place in DEPTHS {
            stored.pointer_mut(place).unwrap()["later_member"] = later();
        }
        stored["unknown"]["later_member"] = later();
        let draft = draft(&stored.to_string());
        assert_untouched(&export(&as_opened(&draft)), &[&DEPTHS[..], &[""]].concat(), name);
    }
    // One of versions, that a newer one made.
    for (name, text) in &DRAFTS[2..] {
        let stored = text.replacen("\"2.0\"", "\"2.99\"", 1);
        assert_eq!(draft(&stored), draft(text), "{name}");
    }
}

#[test]
fn a_newer_major_version_is_refused_with_both_versions_named() {
    for (name, text) in BUNDLES {
        let ours = bundle::FORMAT_VERSION;
        let error = BundleError::NewerVersion { theirs: "2.0".into(), ours };
        assert_eq!(open(&newer_major(text, "2.0")), Err(error), "{name}");
    }
    for (name, text) in DRAFTS {
        let error = BundleError::NewerVersion { theirs: "3.1".into(), ours: "2.1" };
        assert_eq!(StoredCopy::read(&newer_major(text, "3.1")), Err(error), "{name}");
    }
}

fn newer_major(text: &str, version: &str) -> String {
    let mut file: Value = serde_json::from_str(text).unwrap();
    file["format_version"] = version.into();
    file.to_string()
}

/// The first version with files that go with the plan.
#[test]
fn a_bundle_of_version_1_3_opens_for_ever_with_its_files() {
    let opened = open(include_str!("golden/1.3.json")).unwrap();
    assert_eq!((opened.digest, opened.faults.len(), opened.damaged.len()), (Digest::Matches, 0, 0));
    let file = opened.plan.vision.documents[0].file.0.as_ref().unwrap();
    assert_eq!((file.name.as_str(), file.media.as_str(), file.size), ("lettre.pdf", "application/pdf", 32));
    assert_eq!(opened.files.len(), 1);
    assert_eq!((opened.files[0].sha256.as_str(), opened.files[0].bytes.len()), (file.sha256.as_str(), 32));
    assert_eq!(opened.unknown.keys().collect::<Vec<_>>(), ["later"]);
    let again = bundle::with_files(&export(&opened), &opened.files);
    assert_valid(&again);
    assert_eq!(open(&again).unwrap().files, opened.files);
}

/// The first version with marks of what was exported.
#[test]
fn a_stored_draft_of_version_2_1_opens_for_ever() {
    let copy = StoredCopy::read(include_str!("golden/draft-2.1.json")).unwrap();
    assert_eq!((copy.notes.counter, copy.notes.name.as_str()), (5, "Brouillon"));
    // Its marks named versions; those of today are of answers.
    assert_eq!(copy.state.changed_since(&copy.notes.marks), None);
    assert_eq!(copy.state.changed_since(&copy.state.marks()), Some(0));
    let bundle = open(include_str!("golden/1.3.json")).unwrap();
    let mut random = counting();
    let draft = StoredDraft::of([copy], IdMaker::new(&mut random)).unwrap();
    assert_eq!(draft.plan, bundle.plan);
}
