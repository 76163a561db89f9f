//! The files that go with a plan: what travels in a bundle arrives as it was, and nothing else does.

use plan_ouvert::archive;
use plan_ouvert::bundle::{self, BundleError, FileBytes, MOST_FILE_BYTES, Made, Opened};
use plan_ouvert::enclosures::{self, MOST_ENCLOSED_BYTES};
use plan_ouvert::plan::record::Record;
use plan_ouvert::plan::{Attachment, Enclosed, Enclosure, IdMaker, Plan, RowId};
use plan_ouvert::sync::{Copies, State};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const EXAMPLE: &str = include_str!("../public/example.json");

fn opened(bytes: &[u8]) -> Result<Opened, BundleError> {
    let mut no_id_is_missing = || unreachable!("every row has an id");
    bundle::open_bytes(bytes, IdMaker::new(&mut no_id_is_missing))
}

fn open(text: &str) -> Opened {
    opened(text.as_bytes()).unwrap()
}

/// A document that says this.
fn pdf(says: &str) -> Vec<u8> {
    [b"%PDF-1.7\n", says.as_bytes()].concat()
}

fn bytes(file: &Enclosure, bytes: &[u8]) -> FileBytes {
    FileBytes { sha256: file.sha256.clone(), bytes: bytes.to_vec() }
}

/// The example with these files as documents of question 8.
fn plan_with(files: &[Enclosure]) -> Plan {
    let mut plan = open(EXAMPLE).plan;
    let row = |(at, file): (usize, &Enclosure)| Attachment {
        id: RowId::parse(&format!("document{at:02}")).unwrap(),
        name: format!("Annexe {at}"),
        file: Enclosed(Some(file.clone())),
        ..Attachment::default()
    };
    plan.vision.documents = files.iter().enumerate().map(row).collect();
    plan
}

fn state_of(plan: &Plan) -> State {
    let record: &dyn Record = plan;
    let mut copies = Copies::new(State::default(), Vec::new());
    copies.record(record.to_json().unwrap(), ("Ana", 5), &[]);
    copies.joined().clone()
}

fn exported(plan: &Plan) -> String {
    bundle::export_copy(plan, &state_of(plan), &[], &Made::default(), &Map::new())
}

fn valid(text: &str) -> Value {
    let schema = serde_json::from_str(include_str!("../public/bundle.schema.json")).unwrap();
    let bundle: Value = serde_json::from_str(text).unwrap();
    let wrong: Vec<_> = jsonschema::draft202012::new(&schema)
        .unwrap()
        .iter_errors(&bundle)
        .map(|error| error.to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    bundle
}

#[test]
fn files_travel_inside_beside_or_not_at_all() {
    let (letter, annex) = (pdf("Lettre"), pdf("Annexe"));
    let named = [("lettre.pdf", &letter), ("lettre.pdf", &annex)]
        .map(|(name, of)| enclosures::enclosure(name, of).unwrap());
    let plan = plan_with(&named);
    let files = [bytes(&named[0], &letter), bytes(&named[1], &annex)];
    let without = exported(&plan);
    let within = bundle::with_files(&without, &files);
    let beside = bundle::zip_of(&without, &named, &files);
    for text in [&without, &within] {
        assert_eq!(valid(text)["attachments"].as_array().unwrap().len(), 2);
    }
    assert_eq!(bundle::size_with(without.len(), named.iter()), within.len() as u64);
    for (bytes, came) in [(without.as_bytes(), &[][..]), (within.as_bytes(), &files), (&beside, &files)] {
        let opened = opened(bytes).unwrap();
        assert_eq!((&opened.plan, opened.files.as_slice(), opened.damaged.len()), (&plan, came, 0));
        assert_eq!(opened.digest, bundle::Digest::Matches);
        // What came goes out as it was.
        assert_eq!(
            bundle::with_files(&exported(&opened.plan), &opened.files),
            bundle::with_files(&without, came)
        );
    }
    let names: Vec<String> =
        archive::unpack(&beside, 1 << 20).unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["bundle.json", "lettre.pdf", "lettre-2.pdf"]);
    let last = bundle::export_final(&plan, 0, &[], &Made::default());
    assert_eq!(open(&bundle::with_files(&last, &files)).files, files);
}

#[test]
fn a_file_that_is_not_what_it_is_said_to_be_is_left_out_and_told() {
    let letter = pdf("Lettre");
    let file = enclosures::enclosure("lettre.pdf", &letter).unwrap();
    let text =
        bundle::with_files(&exported(&plan_with(std::slice::from_ref(&file))), &[bytes(&file, &letter)]);
    let page = b"<html><script>alert(1)</script>";
    let of_page = Enclosure { sha256: enclosures::sha256(page), ..file.clone() };
    for spoilt in [
        // Other bytes, none at all, no base64, no text.
        text.replace("\"JVBERi0xLjcKTGV0dHJl\"", "\"JVBERi0xLjcKTGV0dHJm\""),
        text.replace("\"JVBERi0xLjcKTGV0dHJl\"", "\"\""),
        text.replace("\"JVBERi0xLjcKTGV0dHJl\"", "\"JVBERi0xLjcKTGV0dHJ\\u0000\""),
        text.replace("\"JVBERi0xLjcKTGV0dHJl\"", "7"),
        // A page that would run: its digest is right, its kind is not taken.
        bundle::with_files(&exported(&plan_with(std::slice::from_ref(&of_page))), &[bytes(&of_page, page)]),
    ] {
        assert_ne!(spoilt, text);
        let opened = open(&spoilt);
        assert_eq!((opened.files.len(), opened.damaged.as_slice()), (0, &["lettre.pdf".to_owned()][..]));
        assert_eq!(opened.plan.vision.documents.len(), 1, "it is still named");
    }
}

#[test]
fn what_the_plan_does_not_name_is_not_kept() {
    let (letter, other) = (pdf("Lettre"), pdf("Autre"));
    let file = enclosures::enclosure("lettre.pdf", &letter).unwrap();
    let text = exported(&plan_with(std::slice::from_ref(&file)));
    let mut bundle: Value = serde_json::from_str(&text).unwrap();
    let line =
        json!({"sha256": enclosures::sha256(&other), "name": "autre.pdf", "data": "JVBERi0xLjcKQXV0cmU="});
    bundle["attachments"].as_array_mut().unwrap().push(line);
    assert_eq!(open(&bundle.to_string()).files, []);
    let zip = archive::pack(&[
        ("bundle.json", text.as_bytes()),
        ("files/autre.pdf", &other),
        ("a/b/x.pdf", &letter),
    ]);
    assert_eq!(opened(&zip).unwrap().files, [bytes(&file, &letter)], "known by its bytes, whatever its name");
}

/// A reader that knows no files carries the list through, and one that knows them finds it.
#[test]
fn strange_lists_of_files_harm_nothing() {
    let text = exported(&open(EXAMPLE).plan);
    for strange in
        [json!(null), json!(7), json!({}), json!([]), json!([7, null, {}, {"sha256": 1}, []]), json!("x")]
    {
        let mut bundle: Value = serde_json::from_str(&text).unwrap();
        bundle["attachments"] = strange.clone();
        let opened = open(&bundle.to_string());
        assert_eq!((opened.files.len(), opened.damaged.len()), (0, 0), "{strange}");
        assert_eq!(opened.plan, open(EXAMPLE).plan);
    }
}

#[test]
fn whatever_the_form_takes_fits_into_a_bundle() {
    let large = usize::try_from(MOST_ENCLOSED_BYTES).unwrap();
    let mut letter = pdf("");
    letter.resize(large, b' ');
    let file = enclosures::enclosure("strategie.pdf", &letter).unwrap();
    let text = exported(&plan_with(std::slice::from_ref(&file)));
    let within = bundle::with_files(&text, &[bytes(&file, &letter)]);
    // With as much JSON as there may be.
    assert!((within.len() - text.len() + bundle::MOST_TEXT_BYTES) as u64 <= MOST_FILE_BYTES);
    assert_eq!(open(&within).files, [bytes(&file, &letter)]);
}

#[test]
fn only_an_archive_with_a_bundle_is_one() {
    for (zip, error) in [
        (archive::pack(&[("lettre.pdf", b"%PDF-1.7")]), BundleError::NotText),
        (archive::pack(&[("bundle.json", b"")]), BundleError::Empty),
        (archive::pack(&[("bundle.json", b"{")]), BundleError::Truncated),
        (b"PK\x03\x04".to_vec(), BundleError::NotText),
    ] {
        assert_eq!(opened(&zip).map(|_| ()), Err(error));
    }
    let zip = archive::pack(&[("plan/bundle.json", EXAMPLE.as_bytes())]);
    assert_eq!(opened(&zip).unwrap().plan, open(EXAMPLE).plan, "somebody packed the folder anew");
}

/// An answer nobody decided on may be a file too: both travel.
#[test]
fn files_of_open_differences_travel_and_those_of_rows_taken_out_do_not() {
    let named = ["a.pdf", "b.pdf"].map(|name| enclosures::enclosure(name, &pdf(name)).unwrap());
    let [one, two] = [plan_with(&named[..1]), plan_with(&named[1..])];
    let mut state = state_of(&one);
    state.join(&state_of(&two));
    assert_eq!(bundle::files_of(&one, Some(&state)).len(), 2);
    let mut copies = Copies::new(state_of(&plan_with(&named)), Vec::new());
    let fewer = plan_with(&named[..1]);
    copies.settle((&plan_with(&named) as &dyn Record).to_json().unwrap());
    copies.record((&fewer as &dyn Record).to_json().unwrap(), ("Ana", 6), &[]);
    assert_eq!(bundle::files_of(&fewer, Some(copies.joined())), named[..1]);
    assert_eq!(bundle::named_in(copies.joined()).len(), 2, "it may come back");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn import_of_export_is_the_identity_with_files(
        documents in prop::collection::vec(("[\\PC]{0,40}", prop::collection::vec(any::<u8>(), 0..300)), 0..6),
        is_zip: bool,
    ) {
        let documents: Vec<(Enclosure, FileBytes)> = documents
            .into_iter()
            .map(|(name, tail)| {
                let all = [&pdf("")[..], &tail].concat();
                let file = enclosures::enclosure(&name, &all).unwrap();
                let of = bytes(&file, &all);
                (file, of)
            })
            .collect();
        let named: Vec<Enclosure> = documents.iter().map(|(file, _)| file.clone()).collect();
        let plan = plan_with(&named);
        let mut files: Vec<FileBytes> = Vec::new();
        for (_, file) in documents {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        let text = exported(&plan);
        let sent = match is_zip {
            true => bundle::zip_of(&text, &named, &files),
            false => bundle::with_files(&text, &files).into_bytes(),
        };
        let opened = opened(&sent).unwrap();
        prop_assert_eq!(&opened.plan, &plan);
        prop_assert_eq!(opened.files, files);
    }
}
