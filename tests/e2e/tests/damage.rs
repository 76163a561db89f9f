//! Every record that the browser keeps of the app is damaged in turn, in each of several ways: the app starts, no draft
//! suffers, for each is kept in two places, and what was damaged is put aside and handed out, never deleted.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Options, css, field, hook, wait_until};
use plan_ouvert::enclosures::sha256;
use plan_ouvert::plan::Plan;
use serde::Deserialize;
use serde_json::{Value, json};

/// Reads all that is kept: lists of the store, the key and the value; bytes as a list under `bytes`.
const READ: &str = "const [done] = arguments;
    const shown = (value) => value instanceof ArrayBuffer ? { bytes: [...new Uint8Array(value)] }
        : Array.isArray(value) ? value.map(shown) : value;
    const all = Object.entries(localStorage).map(([key, value]) => ({ store: '', key, value }));
    const request = indexedDB.open('plan-ouvert /sub/path/');
    request.onsuccess = async () => {
        const database = request.result;
        const got = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
        for (const store of database.objectStoreNames) {
            const of = database.transaction(store).objectStore(store);
            const [keys, values] = await Promise.all([got(of.getAllKeys()), got(of.getAll())]);
            keys.forEach((key, at) => all.push({ store, key, value: shown(values[at]) }));
        }
        database.close();
        done(all);
    };";

/// Puts all that back, and nothing else.
const WRITE: &str = "const [all, done] = arguments;
    const meant = (value) => value?.bytes ? new Uint8Array(value.bytes).buffer
        : Array.isArray(value) ? value.map(meant) : value;
    localStorage.clear();
    all.filter(({ store }) => !store).forEach(({ key, value }) => localStorage.setItem(key, value));
    const request = indexedDB.open('plan-ouvert /sub/path/');
    request.onsuccess = () => {
        const stores = [...request.result.objectStoreNames];
        const change = request.result.transaction(stores, 'readwrite');
        stores.forEach((store) => change.objectStore(store).clear());
        all.filter(({ store }) => store).forEach(({ store, key, value }) => change.objectStore(store).put(meant(value), key));
        change.oncomplete = () => { request.result.close(); done(true); };
    };";

/// Something that is kept, in localStorage where it has no store.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Kept {
    store: String,
    key: Value,
    value: Value,
}

/// A browser with all that the app keeps: two drafts, one with a letter and a version, a third one that was deleted, a
/// language and a name.
struct Full {
    browser: Browser,
    kept: Vec<Kept>,
    /// Both drafts' ids, the one with the letter first, and their plans.
    drafts: [(String, Plan); 2],
    deleted: String,
    letter: Vec<u8>,
}

async fn full() -> Result<Full> {
    let browser = Browser::new(Options::default()).await?;
    browser.choose(&css("#language"), "en").await?;
    browser.choose(&css("#language"), "fr").await?;
    browser.execute("localStorage.setItem('plan-ouvert /sub/path/ who', 'Ana')", []).await?;
    let mut ids = Vec::new();
    for text in ["Supprimé.", "L’autre.", "Avec une lettre."] {
        browser.visit("#/").await?;
        let draft = browser.new_plan().await?;
        browser.open_page(&draft, "vision/2-3").await?;
        browser.type_into(&field("A1-2"), text).await?;
        browser.saved().await?;
        ids.push(draft);
    }
    let [deleted, other, draft] = ids.try_into().ok().context("three drafts")?;
    let letter = b"%PDF-1.7\nLettre".to_vec();
    browser.add_row("A1-3").await?;
    let path = browser.file("lettre.pdf", &letter)?;
    browser.at(&css("input[type=file]")).await?.send_keys(path.to_string_lossy()).await?;
    browser.at(&hook("act", "save-file")).await?;
    browser.saved().await?;
    browser.open_page(&draft, "changes").await?;
    browser.click(&css("#keep-version")).await?;
    browser.at(&css("[data-version]")).await?;
    browser.visit("#/").await?;
    browser.click(&hook("act", "remove").in_row(&deleted)).await?;
    browser.at(&hook("deleted", &deleted)).await?;
    for id in [&draft, &other] {
        browser.copied(id).await?;
    }
    // From now on nothing of the past is left on the page.
    browser.refresh().await?;
    browser.at(&hook("deleted", &deleted)).await?;
    let (plan, other_plan) = (browser.plan_of(&draft).await?, browser.plan_of(&other).await?);
    let mut kept: Vec<Kept> = serde_json::from_value(browser.execute_async(READ, []).await?.json().clone())?;
    // What was given up needs no damage.
    kept.retain(|one| one.store != "drafts" || one.value.is_string());
    Ok(Full { browser, kept, drafts: [(draft, plan), (other, other_plan)], deleted, letter })
}

/// Half of something.
fn half(value: &Value) -> Value {
    match value {
        Value::String(text) => text.chars().take(text.chars().count() / 2).collect::<String>().into(),
        Value::Array(list) => list.iter().take(list.len() / 2).cloned().collect(),
        other => other.clone(),
    }
}

/// The same list, with half of its longest part.
fn half_of_the_last(value: &Value) -> Option<Value> {
    let mut list = value.as_array()?.clone();
    let last = list.last_mut()?;
    *last = match last.get("bytes") {
        Some(bytes) => json!({ "bytes": half(bytes) }),
        None => half(last),
    };
    Some(list.into())
}

/// The ways in which a record is damaged.
fn damaged(kept: &Kept) -> Vec<Value> {
    let mut ways = vec![half(&kept.value)];
    if kept.store.is_empty() {
        ways.extend(["{}", "\u{1}garbage", "42", "null"].map(Value::from));
    } else {
        ways.extend(half_of_the_last(&kept.value));
        ways.extend([json!({}), json!("garbage"), json!(42), json!(null)]);
    }
    ways
}

impl Full {
    /// Puts all in its place, but one record as it was damaged, and starts the app.
    async fn start_with(&self, broken: &Kept) -> Result<()> {
        let all: Vec<Value> = (self.kept.iter())
            .map(|one| if (&one.store, &one.key) == (&broken.store, &broken.key) { broken } else { one })
            .map(|one| json!({ "store": one.store, "key": one.key, "value": one.value }))
            .collect();
        self.browser.execute_async(WRITE, [all.into()]).await?;
        self.browser.refresh().await?;
        self.browser.at(&hook("page", "start")).await.map(drop)
    }

    async fn check(&self, original: &Kept, broken: &Kept) -> Result<()> {
        let browser = &self.browser;
        self.start_with(broken).await?;
        for (id, plan) in &self.drafts {
            browser.at(&css(&format!(".drafts > [data-row='{id}']"))).await?;
            ensure!(browser.plan_of(id).await? == *plan, "{id} is not what it was");
        }
        let key = broken.key.as_str().unwrap_or_default();
        if broken.store.is_empty() && key.starts_with("plan-ouvert /sub/path/ draft/") {
            browser.at(&hook("banner", "damaged")).await?;
            browser.click(&css("[data-kept]")).await?;
            let (_, handed_out) = browser.download().await?;
            let handed_out = String::from_utf8(handed_out)?;
            ensure!(Some(handed_out.as_str()) == broken.value.as_str(), "handed out as {handed_out}");
        } else {
            ensure!(
                !browser.has(&hook("banner", "damaged")).await?,
                "nothing that anybody misses is damaged"
            );
        }
        // A draft that was deleted and cannot be read any more is handed out too, as long as there is a text at all.
        if let Some(text) = broken.value.get(1).and_then(Value::as_str).filter(|_| broken.store == "bin") {
            browser.click(&css("[data-kept=damaged-beside]")).await?;
            let (_, handed_out) = browser.download().await?;
            ensure!(handed_out == text.as_bytes(), "the deleted draft is handed out otherwise");
        }
        if broken.store != "bin" {
            browser.at(&hook("deleted", &self.deleted)).await?;
        }
        // The pages of a draft work as well, and its letter is there.
        let [(draft, plan), _] = &self.drafts;
        browser.open_page(draft, "vision/2-3").await?;
        let shown = browser.text_of(&field("A1-2")).await?;
        ensure!(shown == plan.vision.foreword.text, "shown as {shown}");
        if broken.store != "files" {
            browser.click(&css(".open-row")).await?;
            browser.at(&hook("act", "save-file")).await?;
        }
        if broken.store != "versions" {
            browser.open_page(draft, "changes").await?;
            browser.at(&css("[data-version]")).await?;
        }
        browser.visit("#/").await?;
        if ["versions", "bin", "files"].contains(&broken.store.as_str()) {
            let now: Vec<Kept> =
                serde_json::from_value(browser.execute_async(READ, []).await?.json().clone())?;
            ensure!(now.contains(broken), "it was not left as it was, from {original:?} on");
        }
        let errors = browser.console_errors().await?;
        ensure!(errors.is_empty(), "the browser's log has {errors:#?}");
        Ok(())
    }
}

#[tokio::test]
async fn no_damaged_record_costs_anything_but_itself() -> Result<()> {
    let full = full().await?;
    let of = |store: &str| full.kept.iter().filter(|one| one.store == store).count();
    for store in ["", "drafts", "versions", "bin", "files"] {
        ensure!(of(store) > 0, "nothing in «{store}» to damage");
    }
    let mut faults = Vec::new();
    for original in &full.kept {
        for value in damaged(original) {
            let broken = Kept { value, ..original.clone() };
            if let Err(error) = full.check(original, &broken).await {
                let shown: String = broken.value.to_string().chars().take(60).collect();
                faults.push(format!("{}:{} as {shown}: {error:#}", broken.store, broken.key));
                // What it said is said.
                full.browser.console_errors().await?;
            }
        }
    }
    ensure!(faults.is_empty(), "{faults:#?}");
    Ok(())
}

/// Bytes that are not those whose digest the plan names are neither handed out nor sent as if they were.
#[tokio::test]
async fn a_letter_whose_bytes_changed_is_not_exported_as_if_sound() -> Result<()> {
    let full = full().await?;
    let letter = full.kept.iter().find(|one| one.store == "files").context("the letter")?;
    assert_eq!(letter.key, json!(sha256(&full.letter)));
    let mut broken = letter.clone();
    broken.value[1]["bytes"][9] = json!(0);
    ensure!(broken != *letter, "something changed");
    full.start_with(&broken).await?;
    let [(draft, plan), _] = &full.drafts;
    let (_, text) = full.browser.export(draft).await?;
    let bundle: Value = serde_json::from_str(&text)?;
    assert_eq!(bundle["attachments"][0]["sha256"], letter.key);
    assert_eq!(bundle["attachments"][0]["data"], Value::Null);
    assert_eq!(e2e::bundle::sound_plan(&text)?.vision, plan.vision);
    assert_eq!(full.browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Two tabs' copies may be damaged at once, and are found in one moment: both are put aside.
#[tokio::test]
async fn each_of_several_damaged_copies_of_a_draft_is_kept() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let damage = "for (const page of ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd']) {
            localStorage.setItem(`plan-ouvert /sub/path/ draft/eeeeeeeeee/${page}`, `{ ${page}`);
        }";
    browser.execute(damage, []).await?;
    browser.refresh().await?;
    browser.at(&hook("banner", "damaged")).await?;
    wait_until("all four", async || Ok(browser.count(&css("[data-kept]")).await? == 4)).await?;
    Ok(())
}
