//! The published schema is the one the file's types make, and is a schema.
#![cfg(feature = "schema")]

use expect_test::expect_file;
use plan_ouvert::bundle;
use plan_ouvert::i18n::Lang;

/// The English words of a question or cell: its label, and what helps with it.
fn describe(part: bundle::Described) -> Option<(String, String)> {
    let texts = Lang::En.texts();
    let (label, hint) = match part {
        bundle::Described::Question(question) => {
            (texts.question(question).label, texts.question(question).hint)
        }
        bundle::Described::Column(column) => (texts.column(column).label, texts.column(column).hint),
    };
    Some((label.to_owned(), if hint.is_empty() { label } else { hint }.to_owned()))
}

#[test]
fn the_published_schema_is_made_from_the_types() {
    let schema = serde_json::to_string_pretty(&bundle::schema(&describe)).unwrap() + "\n";
    expect_file!["../public/bundle.schema.json"].assert_eq(&schema);
}

#[test]
fn the_schema_is_one_of_draft_2020_12() {
    let schema = bundle::schema(&describe);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], bundle::SCHEMA);
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    assert!(jsonschema::draft202012::new(&schema).is_ok());
}

#[test]
fn titles_carry_the_templates_numbers() {
    let schema = bundle::schema(&|part| match part {
        bundle::Described::Question(question) => Some(("Words".to_owned(), format!("Question {question:?}"))),
        bundle::Described::Column(_) => None,
    });
    let title = |at: &str| schema.pointer(at).and_then(|value| value.as_str()).unwrap_or_default();
    assert_eq!(title("/$defs/Commitment/properties/problem/title"), "A2-6 Words");
    assert_eq!(title("/$defs/Commitment/properties/problem/description"), "Question Problem");
    assert_eq!(title("/$defs/Commitment/properties/start/title"), "A2-2 start");
    assert_eq!(title("/$defs/Jurisdiction/properties/mandate_end/title"), "A1-1.1 Words");
    assert_eq!(title("/$defs/Vision/properties/offline_spaces/title"), "Words");
    assert_eq!(title("/$defs/Milestone/properties/body/title"), "body");
}
