//! A draft in several tabs and of several ages: what one tab does never takes away what another wrote.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, css, field, hook, wait_until};
use serde_json::{Value, json};

e2e::in_each_engine!(
    an_old_list_of_drafts_takes_the_newest_of_each,
    a_reading_tab_follows_the_writing_one,
    a_commitment_deleted_elsewhere_is_said_to_be_gone,
    what_is_unsaved_when_the_draft_is_taken_is_kept_apart,
);

/// Puts a text into storage as a draft's.
const PUT: &str = "localStorage.setItem(`plan-ouvert/draft/${arguments[0]}`, arguments[1])";

/// Leaves no room in storage.
const FILL: &str = "let size = 1 << 22;
    for (let at = 0; size >= 1; at += 1) {
        try { localStorage.setItem(`filler-${at}`, 'x'.repeat(size)); } catch { size >>= 1; }
    }";

/// Makes room again.
const EMPTY: &str = "const fillers = Object.keys(localStorage).filter((key) => key.startsWith('filler'));
    fillers.forEach((key) => localStorage.removeItem(key));";

/// Opens an address of the app in a second tab, and returns the tabs' handles.
async fn second_tab(
    browser: &Browser,
    address: &str,
) -> Result<(thirtyfour::WindowHandle, thirtyfour::WindowHandle)> {
    let first = browser.window().await?;
    let second = browser.new_tab().await?;
    browser.switch_to_window(second.clone()).await?;
    browser.goto(format!("{}{address}", browser.url())).await?;
    Ok((first, second))
}

async fn foreword_of(browser: &Browser, draft: &str) -> Result<String> {
    let stored: Value = serde_json::from_str(&browser.stored(draft).await?)?;
    Ok(stored["plan"]["vision"]["foreword"]["text"].as_str().unwrap_or_default().to_owned())
}

/// The list of drafts was drawn before another tab wrote on: duplicating and deleting take what is there now.
async fn an_old_list_of_drafts_takes_the_newest_of_each(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.visit("#/").await?;
    let (list, writing) = second_tab(&browser, &format!("#/plan/{draft}/vision/2-3")).await?;
    browser.type_on(&field("A1-2"), " Après.").await?;

    // Open elsewhere: it is not taken away from under somebody's hands.
    browser.switch_to_window(list.clone()).await?;
    let act = |name: &str| hook("act", name).in_row(&draft);
    browser.click(&act("remove")).await?;
    browser.at(&css(".notice")).await?;
    assert_eq!(browser.drafts().await?.len(), 1);
    browser.switch_to_window(writing).await?;
    browser.saved().await?;
    browser.close_window().await?;

    browser.switch_to_window(list).await?;
    browser.click(&act("duplicate")).await?;
    wait_until("the copy", async || Ok(browser.drafts().await?.len() == 2)).await?;
    let drafts = browser.drafts().await?;
    let copy = drafts.iter().map(|(id, _)| id).find(|id| **id != draft).context("the copy")?;
    assert_eq!(foreword_of(&browser, copy).await?, "Avant. Après.");
    browser.click(&act("remove")).await?;
    wait_until("one draft less", async || Ok(browser.drafts().await?.len() == 1)).await?;
    browser.click(&css(".notice .undo")).await?;
    wait_until("the draft again", async || Ok(browser.drafts().await?.len() == 2)).await?;
    assert_eq!(foreword_of(&browser, &draft).await?, "Avant. Après.");
    Ok(())
}

/// A tab that only reads is never behind, and exports what is there now.
async fn a_reading_tab_follows_the_writing_one(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    let address = format!("#/plan/{draft}/vision/2-3");
    let (writing, reading) = second_tab(&browser, &address).await?;
    browser.at(&hook("banner", "read-only")).await?;
    browser.switch_to_window(writing).await?;
    browser.type_into(&field("A1-2"), "Écrit ailleurs.").await?;
    browser.saved().await?;
    browser.switch_to_window(reading).await?;
    wait_until("the other tab's text", async || {
        Ok(browser.text_of(&field("A1-2")).await? == "Écrit ailleurs.")
    })
    .await?;
    let (_, text) = browser.export(&draft).await?;
    ensure!(text.contains("Écrit ailleurs."), "the export is of now");
    Ok(())
}

/// The commitment that is shown may be deleted by another tab; nobody types into a form of nothing then.
async fn a_commitment_deleted_elsewhere_is_said_to_be_gone(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    let commitment = browser.add_commitment(&draft).await?;
    browser.saved().await?;
    let (first, second) = second_tab(&browser, &format!("#/plan/{draft}")).await?;
    browser.click(&css("[data-banner=read-only] button")).await?;
    browser.gone(&hook("banner", "read-only")).await?;
    browser.click(&hook("act", "remove").in_row(&commitment)).await?;
    browser.saved().await?;
    browser.switch_to_window(first).await?;
    browser.at(&hook("page", "lost")).await?;
    browser.switch_to_window(second).await?;
    browser.click(&css(".notice .undo")).await?;
    browser.at(&hook("row", &commitment)).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The draft is taken by force while keys are unsaved: they become a draft beside it.
async fn what_is_unsaved_when_the_draft_is_taken_is_kept_apart(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Enregistré.").await?;
    browser.saved().await?;
    let type_and_steal = "const [field, draft] = arguments;
        field.value = 'Pas encore enregistré.';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        navigator.locks.request(`plan-ouvert/draft/${draft}`, { steal: true }, () => new Promise(() => {}));";
    let foreword = browser.at(&field("A1-2")).await?.to_json()?;
    browser.execute(type_and_steal, [foreword, json!(draft)]).await?;
    browser.at(&hook("banner", "read-only")).await?;
    wait_until("the copy", async || Ok(browser.drafts().await?.len() == 2)).await?;
    let drafts = browser.drafts().await?;
    let apart = drafts.iter().map(|(id, _)| id).find(|id| **id != draft).context("the copy")?;
    assert_eq!(foreword_of(&browser, apart).await?, "Pas encore enregistré.");
    assert_eq!(foreword_of(&browser, &draft).await?, "Enregistré.");
    Ok(())
}

/// Over plain http a browser has no Web Locks: the tab that wrote last writes on, the other reads.
#[tokio::test]
async fn without_locks_the_last_writer_writes_on() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let source =
        json!({ "source": "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })" });
    browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source.clone()).await?;
    browser.refresh().await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Premier onglet.").await?;
    browser.saved().await?;
    let first = browser.window().await?;
    let second = browser.new_tab().await?;
    browser.switch_to_window(second).await?;
    browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    browser.goto(format!("{}#/plan/{draft}/vision/2-3", browser.url())).await?;
    browser.type_on(&field("A1-2"), " Second onglet.").await?;
    browser.saved().await?;
    browser.switch_to_window(first).await?;
    browser.at(&hook("banner", "read-only")).await?;
    wait_until("the second tab's text", async || {
        Ok(browser.text_of(&field("A1-2")).await? == "Premier onglet. Second onglet.")
    })
    .await?;
    browser.click(&css("[data-banner=read-only] button")).await?;
    browser.gone(&hook("banner", "read-only")).await?;
    browser.type_on(&field("A1-2"), " Repris.").await?;
    browser.saved().await?;
    assert_eq!(foreword_of(&browser, &draft).await?, "Premier onglet. Second onglet. Repris.");
    Ok(())
}

/// A draft of a later version of the app stays where it is and as it is, and is told of.
#[tokio::test]
async fn a_draft_of_a_newer_version_stays_as_it_is() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.visit("#/").await?;
    let newer = browser.stored(&draft).await?.replacen("\"1.1\"", "\"2.0\"", 1);
    browser.execute(PUT, [json!(draft), json!(newer)]).await?;
    browser.refresh().await?;
    browser.at(&hook("banner", "newer")).await?;
    browser.inspect("start-newer").await?;
    assert_eq!(browser.stored(&draft).await?, newer);
    ensure!(!browser.has(&hook("banner", "damaged")).await?, "it is not damaged");
    browser.visit(&format!("#/plan/{draft}")).await?;
    browser.at(&hook("page", "lost")).await?;
    browser.at(&hook("banner", "newer")).await?;
    assert_eq!(browser.stored(&draft).await?, newer);
    Ok(())
}

/// A draft that no storage took is told of wherever one goes, until it is saved.
#[tokio::test]
async fn an_unsaved_draft_stays_said_to_be_unsaved() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.execute(FILL, []).await?;
    browser.type_into(&field("A1-2"), "Où irait ce texte ?").await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.visit("#/").await?;
    browser.at(&hook("banner", "not-saved")).await?;
    browser.inspect("start-not-saved").await?;
    browser.visit(&format!("#/plan/{draft}/vision/2-3")).await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.at(&hook("banner", "not-saved")).await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Où irait ce texte ?");
    browser.execute(EMPTY, []).await?;
    browser.type_on(&field("A1-2"), " Ici.").await?;
    browser.saved().await?;
    assert_eq!(foreword_of(&browser, &draft).await?, "Où irait ce texte ? Ici.");
    Ok(())
}

/// A newer app saved the draft in another tab, and this one takes it over: it reads on and writes nothing over it.
#[tokio::test]
async fn what_a_newer_version_saved_meanwhile_is_not_written_over() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.saved().await?;
    let newer = browser.stored(&draft).await?.replacen("\"1.1\"", "\"2.0\"", 1);
    let (writing, reading) = second_tab(&browser, &format!("#/plan/{draft}/vision/2-3")).await?;
    browser.at(&hook("banner", "read-only")).await?;
    browser.switch_to_window(writing).await?;
    browser.execute(PUT, [json!(draft), json!(newer)]).await?;
    browser.close_window().await?;
    browser.switch_to_window(reading).await?;
    browser.click(&css("[data-banner=read-only] button")).await?;
    browser.at(&css(".notice")).await?;
    ensure!(browser.has(&hook("banner", "read-only")).await?, "it still only reads");
    assert_eq!(browser.stored(&draft).await?, newer);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// No storage took the last keys, and another tab saved the draft since: both are kept, beside each other.
#[tokio::test]
async fn what_no_storage_took_is_kept_beside_what_another_tab_saved() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Ailleurs.").await?;
    browser.saved().await?;
    let elsewhere = browser.stored(&draft).await?;
    browser.execute(FILL, []).await?;
    browser.type_into(&field("A1-2"), "Ici seulement, sans place pour cette phrase.").await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.visit("#/").await?;
    browser.execute(EMPTY, []).await?;
    let mut later: Value = serde_json::from_str(&elsewhere)?;
    let counter = later["counter"].as_u64().context("the count of saves")?;
    later["counter"] = json!(counter + 5);
    browser.execute(PUT, [json!(draft), json!(later.to_string())]).await?;
    browser.visit(&format!("#/plan/{draft}/vision/2-3")).await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Ailleurs.");
    let drafts = browser.drafts().await?;
    assert_eq!(drafts.len(), 2);
    let beside = drafts.iter().map(|(id, _)| id).find(|id| **id != draft).context("the draft beside")?;
    assert_eq!(foreword_of(&browser, beside).await?, "Ici seulement, sans place pour cette phrase.");
    assert_eq!(foreword_of(&browser, &draft).await?, "Ailleurs.");
    Ok(())
}
