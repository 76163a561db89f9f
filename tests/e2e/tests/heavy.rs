//! The heaviest files that are let in, and heavier ones: each comes to a plan or to words within two seconds, in the
//! browser as it is hosted.

use anyhow::{Result, ensure};
use e2e::{Browser, Options, css};
use plan_ouvert::bundle::{FORMAT, MOST_TEXT_BYTES};
use plan_ouvert::plan::record::MOST_ROWS;
use plan_ouvert::plan::{MOST_COMMITMENTS, MOST_KEPT, TIMES_JOINED};
use plan_ouvert::sync::MOST_ANSWERS;
use serde_json::{Map, Value, json};

/// Milliseconds from the choice of a file to what is said of it.
const PATIENCE: f64 = 2000.0;

/// Notes when a file is chosen, and when something is said of it.
const WATCH: &str = "const noted = window.noted = {};
    document.getElementById('open-bundle').addEventListener('change', () => { noted.from = performance.now(); }, true);
    new MutationObserver(() => {
        if (noted.from && document.querySelector('#unknown, #refused p')) noted.to ??= performance.now();
    }).observe(document.body, { childList: true, subtree: true });";

fn id(number: usize) -> String {
    format!("r{number:09}")
}

fn bundle(plan: Value, cells: Map<String, Value>) -> String {
    let sync = json!({"people": {"0": "Ana"}, "cells": cells});
    json!({"format": FORMAT, "format_version": "1.3", "plan": plan, "sync": sync}).to_string()
}

/// Rows of commitments as full as the limit on answers lets them be.
fn full() -> Value {
    let mut number = 0;
    let mut new_id = || {
        number += 1;
        id(number)
    };
    let texts =
        |name: &str| json!({"text": format!("{name} – un texte d’une longueur qui se voit dans un plan.")});
    let commitments = (0..MOST_COMMITMENTS * TIMES_JOINED).map(|_| {
        let milestones = (0..MOST_ROWS.min(60)).map(|_| {
            json!({"id": new_id(), "description": texts("Jalon"), "start": "2026-01", "end": "2027-12",
                "body": "Direction des finances", "status": "not_started"})
        });
        let milestones: Vec<Value> = milestones.collect();
        json!({"id": new_id(), "title": texts("Engagement"), "milestones": milestones})
    });
    let commitments: Vec<Value> = commitments.collect();
    json!({"commitments": commitments})
}

fn comments() -> Value {
    let comment =
        |at| json!({"id": id(at), "by": "Ana", "text": "À relire ensemble.", "at": 1, "on": "A1-2"});
    json!({"comments": (0..MOST_KEPT).map(comment).collect::<Vec<_>>()})
}

/// Rows in rows that sixty people took out, each having seen all.
fn removals() -> Map<String, Value> {
    let (mut path, mut cells) = (String::new(), Map::new());
    let saw: Vec<String> = (0..250).map(|at| format!("A{at:015}")).collect();
    for depth in 0..29 {
        path.push_str(&format!("x/#{}/", id(depth)));
        let of = |at| json!({"value": true, "at": at, "id": format!("B{at:015}"), "saw": saw});
        cells.insert(format!("{path}_gone"), (0..60).map(of).collect());
    }
    cells.extend((0..10_000).map(|at| (format!("{path}k{at}"), json!({"value": true}))));
    cells
}

#[tokio::test]
async fn the_heaviest_files_come_to_a_plan_or_to_words_in_two_seconds() -> Result<()> {
    let members = |count: usize| -> Map<String, Value> {
        (0..count).map(|at| (format!("vision/m{at}"), json!({"value": "x"}))).collect()
    };
    let nothing = |text: &str| format!("[{}0]", text.repeat((MOST_TEXT_BYTES - 10) / text.len()));
    let files = [
        ("full", bundle(full(), Map::new()), true),
        ("comments", bundle(comments(), Map::new()), true),
        ("answers", bundle(json!({}), members(MOST_ANSWERS)), true),
        ("removals", bundle(json!({}), removals()), true),
        ("too-many", bundle(json!({}), members(MOST_ANSWERS + 1)), false),
        ("lists", nothing("[],"), false),
        ("objects", nothing("{},"), false),
        ("text", "[".repeat(MOST_TEXT_BYTES + 1), false),
    ];
    let browser = Browser::new(Options::default()).await?;
    let mut slow = Vec::new();
    for (name, content, opens) in files {
        browser.refresh().await?;
        browser.at(&css("#new-plan")).await?;
        browser.execute(WATCH, []).await?;
        browser.choose_file(&browser.file(&format!("{name}.json"), &content)?).await?;
        browser.at(&css("#unknown, #refused p")).await?;
        let took = "return window.noted.to - window.noted.from";
        let took: f64 = browser.execute(took, []).await?.convert()?;
        println!("{name}: {} kB in {took:.0} ms", content.len() / 1000);
        ensure!(browser.has(&css("#unknown")).await? == opens, "{name} opens: {opens}");
        if took > PATIENCE {
            slow.push(format!("{name}: {took:.0} ms"));
        }
    }
    ensure!(slow.is_empty(), "too slow: {slow:?}");
    Ok(())
}
