//! Real texts: where `PLAN_TEXTS` names a folder with them, they come back to the letter, whether a file
//! brings them or a person puts them in.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result};
use e2e::bundle::{bundle_of, counting, id, json, sound_plan};
use e2e::{Browser, Options, field};
use plan_ouvert::plan::record::Row as _;
use plan_ouvert::plan::{Commitment, GovernmentContact, IdMaker, Milestone, One, Plan, RowId, Text, Typed};
use serde_json::Value;

/// How many of the commitments there are put into the app.
const MOST: usize = 12;

#[tokio::test]
async fn titles_texts_and_milestones_of_real_plans_come_back_to_the_letter() -> Result<()> {
    let Some(folder) = env::var_os("PLAN_TEXTS").map(PathBuf::from) else {
        println!("skipped: PLAN_TEXTS names no folder with texts of real plans");
        return Ok(());
    };
    let texts: Value = serde_json::from_str(&fs::read_to_string(folder.join("us-nap5.json"))?)?;
    let texts = texts["commitments"].as_array().context("commitments")?;
    let mut random = counting();
    let mut plan = Plan::new("en", &mut IdMaker::new(&mut random));
    plan.commitments = texts.iter().take(MOST).map(|texts| commitment(texts, &mut random)).collect();
    assert_eq!(plan.commitments.len(), MOST);

    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_file(&browser.file("nap5.json", bundle_of(&plan))?).await?;
    let back = sound_plan(&browser.export(&draft).await?.1)?;
    assert_eq!(json(&back), json(&plan));

    // The one with the most milestones, put in by hand behind the others.
    let texts = texts.iter().take(MOST).max_by_key(|texts| subs(texts).len()).context("a commitment")?;
    let typed = type_in(&browser, &draft, texts).await?;
    let now = sound_plan(&browser.export(&draft).await?.1)?;
    plan.commitments.push(now.commitment(typed).context("the new one")?.clone());
    // Something was typed today, and the app notes that.
    plan.changed = now.changed.clone();
    assert_eq!(json(&now), json(&plan), "the others are as they were");
    let (new, wanted) = (plan.commitments.last().context("the new one")?, commitment(texts, &mut random));
    assert_eq!((&new.title, &new.problem, &new.action), (&wanted.title, &wanted.problem, &wanted.action));
    let said = |of: &Commitment| {
        let rows = of.milestones.iter();
        rows.map(|row| (row.description.text.clone(), row.body.clone())).collect::<Vec<_>>()
    };
    assert_eq!(said(new), said(&wanted));
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

fn text(texts: &Value, key: &str) -> String {
    texts[key].as_str().unwrap_or_default().to_owned()
}

fn subs(texts: &Value) -> &[Value] {
    texts["sub"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// All that was written on the sub-commitments: the longest texts there are.
fn long_text(texts: &Value) -> String {
    subs(texts).iter().map(|sub| text(sub, "text")).collect::<Vec<_>>().join("\n\n")
}

fn commitment(texts: &Value, random: &mut impl FnMut() -> [u8; 10]) -> Commitment {
    let mut made = Commitment::fresh(id(random));
    made.title = Text::new(text(texts, "1"));
    made.action = Text::new(text(texts, "8"));
    made.problem = Text::new(long_text(texts));
    made.start = Typed::from_text("2027-01");
    let mut contact = GovernmentContact::fresh(id(random));
    contact.office = subs(texts).first().map(|sub| text(sub, "3")).unwrap_or_default();
    made.government.push(contact);
    made.milestones = subs(texts).iter().map(|sub| milestone(sub, id(random))).collect();
    made
}

fn milestone(texts: &Value, id: RowId) -> Milestone {
    let mut made = Milestone::fresh(id);
    made.description = Text::new(text(texts, "8"));
    made.body = text(texts, "3");
    let complete = text(texts, "17.status_as_published") == "Complete";
    made.status = One::of(if complete { "completed" } else { "in_progress" });
    made
}

async fn type_in(browser: &Browser, draft: &str, texts: &Value) -> Result<RowId> {
    let id = browser.add_commitment(draft).await?;
    let open = async |page: &str| browser.open_page(draft, &format!("commitment/{id}/{page}")).await;
    browser.type_into(&field("A2-1"), &text(texts, "1")).await?;
    open("description").await?;
    browser.paste_into(&field("A2-6"), &long_text(texts)).await?;
    browser.paste_into(&field("A2-8"), &text(texts, "8")).await?;
    open("milestones").await?;
    for sub in subs(texts) {
        let (description, body) = (text(sub, "8"), text(sub, "3"));
        let row = browser.fill_row("A2-17", &[("description", &description), ("body", &body)]).await?;
        browser.choose(&field("A2-17").column("status").in_row(&row), "completed").await?;
    }
    RowId::parse(&id).context("a commitment's id")
}
