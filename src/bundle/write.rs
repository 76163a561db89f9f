//! Writing a bundle: pretty-printed JSON with its members in the schema's order, and the name of its file.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::{FORMAT, FORMAT_VERSION, Made, SCHEMA, files};
use crate::canonical;
use crate::plan::record::Record;
use crate::plan::{Day, Normalise, Plan};
use crate::rules::acknowledged;
use crate::rules::{self, Issue};
use crate::sync::{self, State};

/// Characters of a jurisdiction's name in a file's name at the most.
const MOST_NAME: usize = 60;

/// The bundle of a plan, with what the rules say of it. `unknown` is what [`super::Opened`] kept of another
/// version's file.
pub fn export(plan: &Plan, issues: &[Issue], made: &Made, unknown: &Map<String, Value>) -> String {
    bundle(plan, None, 0, issues, made, unknown)
}

/// The bundle of a plan with the versions of its answers, to be joined with other copies.
pub fn export_copy(
    plan: &Plan,
    state: &State,
    issues: &[Issue],
    made: &Made,
    unknown: &Map<String, Value>,
) -> String {
    bundle(plan, Some(state), state.differences().len(), issues, made, unknown)
}

/// A bundle; `differences` is how many answers nobody decided on yet.
pub(super) fn bundle(
    plan: &Plan,
    state: Option<&State>,
    differences: usize,
    issues: &[Issue],
    made: &Made,
    unknown: &Map<String, Value>,
) -> String {
    let record: &dyn Record = plan;
    let mut said = record.to_json().unwrap_or_default();
    // A plan always has a jurisdiction; one that no copy has is nothing to send.
    if let (Some(state), Some(members)) = (state, said.as_object_mut())
        && state.inside("jurisdictions/").next().is_none()
    {
        members.shift_remove("jurisdictions");
    }
    let mut by = texts(&[("app", &made.app), ("at", &made.at), ("by", &made.by), ("note", &made.note)]);
    if let Some(members) = by.as_object_mut().filter(|_| !made.scope.is_empty()) {
        members.insert("scope".to_owned(), made.scope.as_slice().into());
        members.insert("table".to_owned(), made.table.as_str().into());
    }
    let sync = state.and_then(|state| serde_json::from_str(&sync::written(state, Some(&said))).ok());
    let sync = sync.map(|sync: Value| ("sync", sync));
    let frame = [
        ("format", FORMAT.into()),
        ("format_version", FORMAT_VERSION.into()),
        ("schema", SCHEMA.into()),
        ("made", by),
        ("plan", said),
        ("report", report(plan, issues, differences)),
    ];
    let frame = frame.into_iter().chain(sync);
    let mut members: Map<String, Value> = frame.map(|(key, value)| (key.to_owned(), value)).collect();
    if let Some(files) = files::listed(&files::files_of(plan, state)) {
        members.insert(files::MEMBER.to_owned(), files);
    }
    for (key, value) in unknown.iter().filter(|(key, _)| *key != "integrity") {
        if !members.contains_key(key) {
            members.insert(key.clone(), value.clone());
        }
    }
    sealed(members)
}

/// The text of a bundle's members, with their digest at the end.
pub(super) fn sealed(mut members: Map<String, Value>) -> String {
    members.shift_remove("integrity");
    let value = canonical::hex(&canonical::digest(&members));
    let integrity = texts(&[("alg", super::DIGEST), ("of", super::DIGEST_OF), ("value", &value)]);
    members.insert("integrity".to_owned(), integrity);
    let mut text = serde_json::to_string_pretty(&members).unwrap_or_default();
    text.push('\n');
    text
}

/// A bundle's text in short lines, to be copied with words around it ([`super::embedded`]).
pub fn in_lines(bundle: &str) -> String {
    let lines = bundle.lines().map(str::trim_start);
    // The first two are one, by which it is found.
    lines.enumerate().map(|(at, line)| if at < 2 { line.to_owned() } else { format!("\n{line}") }).collect()
}

/// An object of texts, the empty ones left out.
fn texts(members: &[(&str, &str)]) -> Value {
    let filled = members.iter().filter(|(_, text)| !text.is_empty());
    Value::Object(filled.map(|(key, text)| ((*key).to_owned(), (*text).into())).collect())
}

fn report(plan: &Plan, issues: &[Issue], differences: usize) -> Value {
    let open = issues.iter().map(|issue| {
        let at = issue.at.path();
        let (check, grade) = (issue.check, issue.check.grade().key());
        let values: Map<_, _> =
            issue.values.iter().map(|(name, value)| ((*name).to_owned(), json(value))).collect();
        let reason = acknowledged::reason(plan, issue).map(|given| given.reason.as_str().into());
        let members = [
            ("rule", check.rule().into()),
            ("part", check.part().into()),
            ("grade", grade.into()),
            ("at", at.into()),
            ("values", Value::Object(values)),
        ];
        let members = members.into_iter().chain(reason.map(|reason| ("acknowledged", reason)));
        Value::Object(members.map(|(key, value)| (key.to_owned(), value)).collect())
    });
    let ready = differences == 0 && !issues.iter().any(|issue| acknowledged::is_open(plan, issue));
    let members = [
        ("ready", ready.into()),
        ("differences", differences.into()),
        ("open", Value::Array(open.collect())),
    ];
    let members = members.into_iter().filter(|(key, _)| differences > 0 || *key != "differences");
    Value::Object(members.map(|(key, value)| (key.to_owned(), value)).collect())
}

/// A value as the file holds it: months, days, options and cells in the plan's own spelling.
fn json(value: &rules::Value) -> Value {
    match value {
        rules::Value::Month(month) => month.to_string().into(),
        rules::Value::Day(day) => day.to_string().into(),
        rules::Value::Number(number) => (*number).into(),
        rules::Value::Amount(amount) => amount.to_string().into(),
        rules::Value::Text(text) => text.as_str().into(),
        rules::Value::Texts(texts) => texts.as_slice().into(),
        rules::Value::Option(key) => (*key).into(),
        rules::Value::Options(_, keys) => keys.as_slice().into(),
        rules::Value::Column(column) => column.key().into(),
        rules::Value::Questions(questions) => {
            questions.iter().map(|question| question.number()).collect::<Vec<_>>().into()
        }
    }
}

/// The name of a bundle's file: `valmont-2026-03-04.json`.
pub fn file_name(plan: &Plan, date: NaiveDate, normalise: Normalise) -> String {
    format!("{}-{}.json", spelled(&plan.place_name(), "plan", normalise), Day(date))
}

/// The name of a part's file: `valmont-table-1-2026-03-04.json`.
pub fn part_file_name(plan: &Plan, table: &str, date: NaiveDate, normalise: Normalise) -> String {
    let place = spelled(&plan.place_name(), "plan", normalise);
    format!("{place}-{}-{}.json", spelled(table, "table", normalise), Day(date))
}

/// A name as part of a file's. Without accents and signs that some systems or mail programs spoil; letters of every
/// script stay.
fn spelled(name: &str, where_empty: &str, normalise: Normalise) -> String {
    let mut spelt = String::new();
    for c in normalise.key(name).chars() {
        match c {
            'œ' => spelt.push_str("oe"),
            'æ' => spelt.push_str("ae"),
            'ß' => spelt.push_str("ss"),
            'ø' => spelt.push('o'),
            'ł' => spelt.push('l'),
            'đ' | 'ð' => spelt.push('d'),
            'ı' => spelt.push('i'),
            ' ' => spelt.push('-'),
            other => spelt.push(other),
        }
    }
    let cut: String = (normalise.nfc)(&spelt).chars().take(MOST_NAME).collect();
    match cut.trim_end_matches('-') {
        "" => where_empty.to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{IdMaker, testing};

    #[test]
    fn the_file_is_named_after_place_and_day() {
        let mut random = testing::counting();
        let mut plan = Plan::new("fr", &mut IdMaker::new(&mut random));
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let long = "Saint-".repeat(20);
        for (name, expected) in [
            ("Valmont-sur-Orne", "valmont-sur-orne-2026-03-04.json"),
            ("  L’Haÿ-les-Rœux / Évry (91)", "l-hay-les-roeux-evry-91-2026-03-04.json"),
            ("", "plan-2026-03-04.json"),
            ("../..", "plan-2026-03-04.json"),
            ("الكاف", "الكاف-2026-03-04.json"),
            ("한국", "한국-2026-03-04.json"),
            (&long, "saint-saint-saint-saint-saint-saint-saint-saint-saint-saint-2026-03-04.json"),
        ] {
            plan.jurisdictions[0].name = name.to_owned();
            assert_eq!(file_name(&plan, day, testing::NORMALISE), expected);
        }
        plan.jurisdictions[0].name = "L’Haÿ".to_owned();
        for (table, expected) in [
            ("Table 1", "l-hay-table-1-2026-03-04.json"),
            ("Groupe «\u{a0}Été\u{a0}»", "l-hay-groupe-ete-2026-03-04.json"),
            ("", "l-hay-table-2026-03-04.json"),
        ] {
            assert_eq!(part_file_name(&plan, table, day, testing::NORMALISE), expected);
        }
    }
}
