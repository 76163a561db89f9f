//! What tests of files share: the files of every version, and how they are opened and written.

use std::sync::LazyLock;

use chrono::NaiveDate;
use plan_ouvert::bundle::{self, BundleError, Made, Opened};
use plan_ouvert::plan::{IdMaker, Normalise};
use plan_ouvert::rules;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// A bundle of each version there ever was, and one for a table of a workshop, each written by the code of its time.
/// None of them ever changes.
pub const BUNDLES: [(&str, &str); 5] = [
    ("1.0", include_str!("../golden/1.0.json")),
    ("1.1", include_str!("../golden/1.1.json")),
    ("1.2", include_str!("../golden/1.2.json")),
    ("1.2-part", include_str!("../golden/1.2-part.json")),
    ("1.3", include_str!("../golden/1.3.json")),
];

/// What the browser does natively.
pub const NORMALISE: Normalise = Normalise {
    nfc: |text| text.nfc().collect(),
    nfd: |text| text.nfd().collect(),
    lower: |text| text.to_lowercase(),
};

/// A source of ids, each of them new.
pub fn counting() -> impl FnMut() -> [u8; 10] {
    let mut next: u64 = 0;
    move || {
        next += 1;
        let mut bytes = *b"zzzzzzzzzz";
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = ((next >> (5 * at.min(11))) & 31) as u8;
        }
        bytes
    }
}

/// What a text holds.
pub fn open(text: &str) -> Result<Opened, BundleError> {
    let mut random = counting();
    bundle::open(text, IdMaker::new(&mut random))
}

/// The working file of what was opened, with what the rules say of it and all versions of its answers.
pub fn export(opened: &Opened) -> String {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let issues = rules::check(&opened.plan, today, NORMALISE);
    let made = Made { at: "2026-11-23T10:12:00Z".into(), ..opened.made.clone() };
    bundle::export_copy(&opened.plan, &opened.state, &issues, &made, &opened.unknown)
}

/// Stops the test where the published schema does not accept a bundle.
pub fn assert_valid(bundle: &str) {
    static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
        let schema = serde_json::from_str(include_str!("../../public/bundle.schema.json")).unwrap();
        jsonschema::draft202012::new(&schema).unwrap()
    });
    let bundle: Value = serde_json::from_str(bundle).unwrap();
    let wrong: Vec<_> = SCHEMA.iter_errors(&bundle).map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
