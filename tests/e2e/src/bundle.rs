//! Bundles as the tests see them: held to the published schema by a validator that is not the app's, and
//! opened by the app's own code.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use plan_ouvert::bundle::{self, Digest, Made, Opened};
use plan_ouvert::plan::record::Record;
use plan_ouvert::plan::{IdMaker, Plan, RowId};
use serde_json::{Map, Value};

use crate::named;

/// Ids for a test's own rows, each a new one.
pub fn counting() -> impl FnMut() -> [u8; 10] {
    let mut next: u32 = 0;
    move || {
        next += 1;
        let mut bytes = *b"eeeeeeeeee";
        for (at, byte) in bytes.iter_mut().take(6).enumerate() {
            *byte = ((next >> (5 * at)) & 31) as u8;
        }
        bytes
    }
}

/// A new id of this maker's.
pub fn id(ids: &mut impl FnMut() -> [u8; 10]) -> RowId {
    IdMaker::new(ids).next_id()
}

/// The plan of a bundle in which nothing is amiss: it fits the published schema, is as it was written,
/// and every answer in it can be read.
pub fn sound_plan(text: &str) -> Result<Plan> {
    let schema = fs::read_to_string(named("DIST")?.join("bundle.schema.json")).context("the schema")?;
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema)?)?;
    let faults: Vec<String> =
        schema.iter_errors(&serde_json::from_str(text)?).map(|error| error.to_string()).collect();
    ensure!(faults.is_empty(), "the schema finds {faults:#?}");
    let opened = open(text)?;
    ensure!(opened.digest == Digest::Matches, "the digest: {:?}", opened.digest);
    ensure!(opened.faults.is_empty(), "{:?}", opened.faults);
    Ok(opened.plan)
}

/// A bundle, opened by the app's own code.
pub fn open(text: &str) -> Result<Opened> {
    let mut random = counting();
    match bundle::open(text, IdMaker::new(&mut random)) {
        Ok(opened) => Ok(opened),
        Err(error) => bail!("the bundle does not open: {error:?}"),
    }
}

/// The bundle of a plan.
pub fn bundle_of(plan: &Plan) -> String {
    bundle::export(plan, &[], &Made::default(), &Map::new())
}

/// A plan as JSON: what a failed comparison shows best.
pub fn json(plan: &Plan) -> Value {
    let plan: &dyn Record = plan;
    plan.to_json().unwrap_or_default()
}
