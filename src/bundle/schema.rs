//! The JSON Schema of the file (draft 2020-12), made from its types; for tests and `public/`, never in the wasm.
//!
//! Nothing is required but the frame, and members that a newer minor version adds are let through. The titles carry
//! the templates' numbers and the descriptions the questions, which the caller gives: words are no business here.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::{FORMAT, MOST_JURISDICTIONS, Made, SCHEMA};
use crate::plan::record::MOST_ROWS;
use crate::plan::{MOST_COMMITMENTS, MOST_KEPT, Plan, TIMES_JOINED};
use crate::question::{Column, Place, Question};

/// The bundle's shape, as `write` writes it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape is read")]
struct Bundle<'a> {
    /// The format's name.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// The format's version; readers of 1.0 can read every 1.x.
    #[schemars(extend("pattern" = "^1\\.[0-9]{1,9}$"))]
    format_version: &'static str,
    /// The name of this schema.
    schema: &'static str,
    /// Who made this export, when and with what.
    made: &'a Made,
    /// The plan.
    plan: &'a Plan,
    /// What the rules say of it.
    report: Report,
    /// The versions of its answers, by which copies are joined; a file for submission has none.
    sync: Option<Sync>,
    /// The files that go with the plan.
    attachments: Vec<File>,
    /// What shows whether the file arrived whole.
    integrity: Option<Integrity>,
}

/// A file that goes with the plan.
#[derive(Default, JsonSchema, serde::Serialize)]
#[schemars(default)]
struct File {
    /// The SHA-256 of its bytes, in hexadecimal.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    sha256: String,
    /// Its name.
    name: String,
    /// Its media type.
    #[serde(rename = "type")]
    media: String,
    /// Its size, in bytes.
    size: u64,
    /// Its bytes as base64; `null` where they do not travel in this bundle.
    #[schemars(extend("contentEncoding" = "base64"))]
    data: Option<String>,
}

/// What the rules say of the plan at the moment of export: ids and values, no sentences.
#[derive(Default, JsonSchema, serde::Serialize)]
#[schemars(default)]
struct Report {
    /// Whether no requirement is open.
    ready: bool,
    /// How many answers have several versions that nobody decided on yet.
    differences: Option<u64>,
    /// The open issues, in the order of the questions.
    open: Vec<Open>,
}

/// An open issue.
#[derive(Default, JsonSchema, serde::Serialize)]
#[schemars(default)]
struct Open {
    /// The rule's id: `COM-3`.
    rule: &'static str,
    /// The rule's part: `a`, `b`, or nothing.
    part: &'static str,
    /// How grave it is.
    #[schemars(extend("enum" = ["requirement", "form", "recommendation", "advice"]))]
    grade: &'static str,
    /// The answer it speaks of, rows by their ids: `commitments/#c3hx0d81qz/title`.
    at: String,
    /// The values of its sentence.
    values: Map<String, Value>,
    /// The reason why it is left open, where one was given for these values.
    acknowledged: Option<&'static str>,
}

/// The versions of answers.
#[derive(Default, JsonSchema, serde::Serialize)]
#[schemars(default)]
struct Sync {
    /// Who wrote, as they called themselves, by a short key.
    people: BTreeMap<String, String>,
    /// The living versions of each answer, by its path in the plan: `commitments/#c3hx0d81qz/title/text`.
    cells: BTreeMap<String, Cell>,
}

/// The versions of one answer: one, or a list of them.
#[derive(JsonSchema, serde::Serialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its shape is read")]
enum Cell {
    One(Box<Version>),
    Several(Vec<Version>),
}

/// A version of an answer.
#[derive(Default, JsonSchema, serde::Serialize)]
#[schemars(default)]
struct Version {
    /// Its name: the first 96 bits of the SHA-256 over the RFC 8785 form of [path, value, by, at, over, saw].
    #[schemars(extend("pattern" = "^[A-Za-z0-9_-]{16}$"))]
    id: String,
    /// Who wrote it: a key of `people`.
    by: String,
    /// When, in milliseconds since 1970, by their clock.
    at: i64,
    /// The versions it replaces.
    over: Vec<String>,
    /// For a row that was taken out: the versions that were seen in it.
    saw: Vec<String>,
    /// The answer, where the plan does not say it; `null` where it was cleared.
    value: Value,
}

/// A digest of the file.
#[derive(Default, JsonSchema, serde::Serialize)]
#[schemars(default)]
struct Integrity {
    /// The algorithm.
    alg: &'static str,
    /// What it is taken over.
    of: &'static str,
    /// The digest, in hexadecimal.
    value: String,
}

/// What the schema has a title and a description for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Described {
    /// A question.
    Question(Question),
    /// A cell of a row or block.
    Column(Column),
}

/// The schema. `describe` gives the title and the description of a question or cell, as far as it has them; a
/// title of a template's question gets the question's number in front.
pub fn schema(describe: &dyn Fn(Described) -> Option<(String, String)>) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let Value::Object(made) = generator.into_root_schema_for::<Bundle<'static>>().to_value() else {
        return Value::Null;
    };
    let mut schema = Map::new();
    schema.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("$id".into(), SCHEMA.into());
    schema.insert("title".into(), "Bundle of an OGP Local action plan".into());
    schema.extend(made.into_iter().filter(|(key, _)| key != "title" && key != "$schema"));
    let mut schema = Value::Object(schema);
    if let Some(root) = schema.as_object_mut() {
        root.insert("required".into(), json!(["format", "format_version", "plan"]));
    }
    tidy(&mut schema);
    for question in Question::ALL {
        name_question(&mut schema, *question, describe);
    }
    schema
}

/// Takes out default values, which say nothing in a file, and limits the lists of rows.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get_mut("properties") {
                for (key, property) in properties {
                    limit(key, property);
                }
            }
            members.shift_remove("default");
            members.values_mut().for_each(tidy);
        }
        _ => {}
    }
}

fn limit(key: &str, property: &mut Value) {
    let most = match (key, property.pointer("/items/$ref").and_then(Value::as_str)) {
        (_, None | Some("#/$defs/Open")) => return,
        ("commitments", _) => MOST_COMMITMENTS,
        ("jurisdictions", _) => MOST_JURISDICTIONS,
        ("looked" | "acknowledged" | "comments" | "progress", _) => MOST_KEPT,
        _ => MOST_ROWS,
    };
    if let Some(property) = property.as_object_mut() {
        property.insert("maxItems".into(), (most * TIMES_JOINED).into());
    }
}

/// Gives the properties a question's answer stands in their titles.
fn name_question(
    schema: &mut Value,
    question: Question,
    describe: &dyn Fn(Described) -> Option<(String, String)>,
) {
    let mut at =
        if question.section().is_of_commitment() { "/$defs/Commitment" } else { "/$defs/Plan" }.to_owned();
    let path = Place::plan(question).path();
    let path: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
    if let Some((last, before)) = path.split_last() {
        for step in before.iter().filter(|step| **step != "*") {
            at = definition(schema, &at, step);
        }
        let (title, text) = describe(Described::Question(question)).unzip();
        let words = title.unwrap_or_else(|| last.replace('_', " "));
        let title = if question.is_own() { words } else { [question.number(), &words].join(" ") };
        set(schema, &at, last, title, text);
        if question.kind().columns().is_empty() {
            return;
        }
        at = definition(schema, &at, last);
    }
    for column in question.kind().columns() {
        let (title, text) = describe(Described::Column(*column)).unzip();
        let words = title.unwrap_or_else(|| column.key().replace('_', " "));
        let title = if path.is_empty() { [question.number(), &words].join(" ") } else { words };
        set(schema, &at, column.key(), title, text);
    }
}

/// Where the definition of what stands in a property is: `/$defs/Vision`.
fn definition(schema: &Value, at: &str, property: &str) -> String {
    let property = schema.pointer(&format!("{at}/properties/{property}"));
    let target =
        property.and_then(|property| property.get("$ref").or_else(|| property.pointer("/items/$ref")));
    target.and_then(Value::as_str).unwrap_or_default().trim_start_matches('#').to_owned()
}

fn set(schema: &mut Value, at: &str, property: &str, title: String, text: Option<String>) {
    let property = schema.pointer_mut(&format!("{at}/properties/{property}")).and_then(Value::as_object_mut);
    let property = property.expect("every question's answer is a member of the plan");
    let mut named = Map::new();
    named.insert("title".into(), title.into());
    let text = text.filter(|text| !text.is_empty()).map(Value::from);
    named.extend(
        text.or_else(|| property.get("description").cloned()).map(|text| ("description".to_owned(), text)),
    );
    named.extend(
        std::mem::take(property).into_iter().filter(|(key, _)| key != "title" && key != "description"),
    );
    *property = named;
}
