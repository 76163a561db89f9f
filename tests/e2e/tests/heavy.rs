//! The heaviest files that are let in, and heavier ones: each comes to a plan or to words within two seconds, in the
//! browser as it is hosted.

use anyhow::{Result, ensure};
use e2e::{Browser, Options, css};
use plan_ouvert::bundle::{self, FORMAT, FileBytes, MOST_TEXT_BYTES};
use plan_ouvert::enclosures::{MOST_ENCLOSED_BYTES, sha256};
use plan_ouvert::plan::record::MOST_ROWS;
use plan_ouvert::plan::{MOST_COMMITMENTS, MOST_KEPT, TIMES_JOINED};
use plan_ouvert::sync::MOST_ANSWERS;
use serde_json::{Map, Value, json};

/// Milliseconds of work from the choice of a file to what is said of it. Beside it the machine does other things.
const PATIENCE: f64 = 2000.0;

fn id(number: usize) -> String {
    format!("r{number:09}")
}

fn framed(plan: Value, cells: Map<String, Value>) -> String {
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
    let comment = |at| {
        json!({"id": id(at), "at": "vision/foreword", "by": "Ana", "when": "2026-03-04T10:12:00Z",
            "text": "À relire ensemble."})
    };
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

/// A plan with as many bytes of attachments as the form takes, inside its file and beside it in a zip.
fn attachments() -> Result<[Vec<u8>; 2]> {
    let size = usize::try_from(MOST_ENCLOSED_BYTES)? / 6;
    let files = (0..6_u8).map(|number| {
        let mut bytes = format!("%PDF-1.7 {number}\n").into_bytes();
        bytes.resize(size, number);
        FileBytes { sha256: sha256(&bytes), bytes }
    });
    let files: Vec<FileBytes> = files.collect();
    let of = |file: &FileBytes| json!({"sha256": file.sha256, "name": "rapport.pdf", "type": "application/pdf", "size": size});
    let row = |(at, file)| json!({"id": id(at), "name": "Rapport", "file": of(file)});
    let documents: Vec<Value> = files.iter().enumerate().map(row).collect();
    let lines: Vec<Value> = files.iter().map(of).collect();
    let plan = json!({"vision": {"documents": documents}});
    let text =
        json!({"format": FORMAT, "format_version": "1.3", "plan": plan, "attachments": lines}).to_string();
    Ok([bundle::with_files(&text, &files).into_bytes(), bundle::zip_of(&text, &[], &files)])
}

#[tokio::test]
async fn the_heaviest_files_come_to_a_plan_or_to_words_in_two_seconds() -> Result<()> {
    let members = |count: usize| -> Map<String, Value> {
        (0..count).map(|at| (format!("vision/m{at}"), json!({"value": "x"}))).collect()
    };
    let nothing = |text: &str| format!("[{}0]", text.repeat((MOST_TEXT_BYTES - 10) / text.len()));
    let [inside, beside] = attachments()?;
    let files = [
        ("full.json", framed(full(), Map::new()).into_bytes(), true),
        ("comments.json", framed(comments(), Map::new()).into_bytes(), true),
        ("answers.json", framed(json!({}), members(MOST_ANSWERS)).into_bytes(), true),
        ("removals.json", framed(json!({}), removals()).into_bytes(), true),
        ("attachments.json", inside, true),
        ("attachments.zip", beside, true),
        ("too-many.json", framed(json!({}), members(MOST_ANSWERS + 1)).into_bytes(), false),
        ("lists.json", nothing("[],").into_bytes(), false),
        ("objects.json", nothing("{},").into_bytes(), false),
        ("text.json", "[".repeat(MOST_TEXT_BYTES + 1).into_bytes(), false),
    ];
    let browser = Browser::new(Options::default()).await?;
    let mut slow = Vec::new();
    for (name, content, opens) in files {
        browser.refresh().await?;
        browser.at(&css("#new-plan")).await?;
        let before = browser.worked().await?;
        browser.choose_file(&browser.file(name, &content)?).await?;
        browser.at(&css("#unknown, #refused p")).await?;
        let took = browser.worked().await? - before;
        println!("{name}: {} kB in {took:.0} ms", content.len() / 1000);
        ensure!(browser.has(&css("#unknown")).await? == opens, "{name} opens: {opens}");
        if opens && name.starts_with("attachments") {
            let told = browser.text_of(&css("#unknown")).await?;
            ensure!(told.contains("6 pièces jointes"), "{name}: {told}");
        }
        if took > PATIENCE {
            slow.push(format!("{name}: {took:.0} ms"));
        }
    }
    ensure!(slow.is_empty(), "too slow: {slow:?}");
    Ok(())
}
