//! Storage that is full, too small or refused: the page says so, and nothing that was typed is lost.

use anyhow::{Context, Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Engine, Options, css, field, hook, wait_until};
use plan_ouvert::i18n::Lang;
use serde_json::json;

e2e::in_each_engine!(what_is_typed_without_a_byte_of_room_is_not_lost);

/// Makes reading a member of the window fail, as a browser does that refuses storage.
const REFUSE: &str = "for (const name of NAMES) {
    const get = () => { throw new DOMException('refused', 'SecurityError'); };
    Object.defineProperty(window, name, { get, configurable: true });
}";

/// Picks a file in the first row of the letter that has none.
async fn pick(browser: &Browser, name: &str, size: usize) -> Result<()> {
    // As in a picture: nothing that repeats, for browsers store that in little room.
    let mut noise: u32 = 1;
    let noise = std::iter::repeat_with(|| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.to_be_bytes()[0]
    });
    let content: Vec<u8> = b"%PDF-1.7\n".iter().copied().chain(noise.take(size)).collect();
    let path = browser.file(name, content)?;
    let input = css("[data-question='A1-3'][data-column=file] input[type=file]");
    Ok(browser.at(&input).await?.send_keys(path.to_string_lossy()).await?)
}

/// Waits until the page says this of a file, where the sentence has its place for the name.
async fn refused(browser: &Browser, name: &str, says: &str) -> Result<()> {
    let end = says.rsplit('}').next().context("an end")?;
    wait_until(&format!("words on {name}"), async || {
        let said = browser.text_of(&css("[data-row] .refused:not(:empty) > *")).await?;
        Ok(said.contains(name) && said.ends_with(end))
    })
    .await
}

/// Closes the browser and opens it again; in WebKitGTK, which keeps nothing from one session to the next, the page alone.
async fn begin_anew(browser: &mut Browser, engine: Engine) -> Result<()> {
    match engine {
        Engine::WebKit => browser.refresh().await?,
        _ => browser.restart().await?,
    }
    browser.at(&css("[data-page]")).await.map(drop)
}

async fn what_is_typed_without_a_byte_of_room_is_not_lost(engine: Engine) -> Result<()> {
    let mut browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant. ").await?;
    browser.saved().await?;
    browser.fill_storage().await?;
    browser.type_on(&field("A1-2"), "Pendant. ").await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.at(&css("[data-banner='not-saved'] a[href$='/export']")).await?;
    // What is said is true: the other storage has it.
    let said = browser.text_of(&css("[data-banner='not-saved']")).await?;
    ensure!(said.contains(Lang::Fr.texts().ui.saved_beside), "{said}");
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Avant. Pendant. ");
    ensure!(browser.stored(&draft).await?.contains("Avant. "), "the last save is still there");
    // The other storage has room.
    wait_until("the second copy", async || Ok(browser.second_copies(&draft).await?.contains("Pendant. ")))
        .await?;
    let (_, text) = browser.export(&draft).await?;
    assert_eq!(sound_plan(&text)?.vision.foreword.text, "Avant. Pendant. ");

    // Nor where the browser is closed before there is room again.
    begin_anew(&mut browser, engine).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Avant. Pendant. ");
    browser.empty_storage().await?;
    // It is tried again without a word from anybody.
    browser.saved().await?;
    browser.type_on(&field("A1-2"), "Après.").await?;
    browser.saved().await?;
    browser.gone(&hook("banner", "not-saved")).await?;
    browser.copied(&draft).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    begin_anew(&mut browser, engine).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Avant. Pendant. Après.");
    Ok(())
}

/// What does not fit is refused; what was there stays, and what was typed is saved.
#[tokio::test]
async fn a_file_for_which_there_is_no_room_is_refused() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    // The app's own files have their room already.
    let used = "const [done] = arguments;
        navigator.serviceWorker.ready.then(() => navigator.storage.estimate()).then(({ usage }) => done(usage));";
    let used: u64 = browser.execute_async(used, []).await?.convert()?;
    let origin: String = browser.execute("return location.origin", []).await?.convert()?;
    let quota = async |quota: serde_json::Value| {
        browser.cdp().send_raw("Storage.overrideQuotaForOrigin", quota).await
    };
    // Before anything is stored: how much room there is, browsers ask only now and then.
    quota(json!({ "origin": origin, "quotaSize": used + 500_000 })).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Un avant-propos.").await?;
    browser.add_row("A1-3").await?;
    pick(&browser, "petit.pdf", 1000).await?;
    browser.at(&hook("act", "save-file")).await?;
    browser.saved().await?;
    let before = browser.plan_of(&draft).await?;

    let row = browser.add_row("A1-3").await?;
    pick(&browser, "grand.pdf", 4_000_000).await?;
    refused(&browser, "grand.pdf", Lang::Fr.texts().ui.file_not_kept).await?;
    assert_eq!(browser.plan_of(&draft).await?.vision.foreword, before.vision.foreword);
    let letters = browser.plan_of(&draft).await?.vision.letter;
    assert_eq!(letters.iter().filter(|row| row.file.0.is_some()).count(), 1, "only the one that is kept");
    browser.type_on(&field("A1-2"), " Et la suite.").await?;
    browser.saved().await?;

    // With room again the same file is taken.
    quota(json!({ "origin": origin })).await?;
    pick(&browser, "grand.pdf", 4_000_000).await?;
    browser.at(&hook("act", "save-file").in_row(&row)).await?;
    browser.refresh().await?;
    browser.click(&css(".open-row")).await?;
    browser.click(&hook("act", "save-file")).await?;
    assert_eq!(browser.download().await?.0, "petit.pdf");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Whoever is told that nothing is kept can work all the same, and take the work away as a file.
async fn works_in_memory_and_says_so(browser: &Browser) -> Result<()> {
    browser.at(&hook("banner", "no-storage")).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Seulement en mémoire.").await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.at(&hook("banner", "not-saved")).await?;
    let commitment = browser.add_commitment(&draft).await?;
    let (_, text) = browser.export(&draft).await?;
    let plan = sound_plan(&text)?;
    assert_eq!(plan.vision.foreword.text, "Seulement en mémoire.");
    assert_eq!(plan.commitments.first().map(|row| row.id.to_string()), Some(commitment));
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn without_any_storage_one_works_in_memory_in_firefox() -> Result<()> {
    let options = Options { storage: false, ..Engine::Firefox.into() };
    works_in_memory_and_says_so(&Browser::new(options).await?).await
}

#[tokio::test]
async fn without_any_storage_one_works_in_memory_in_chromium() -> Result<()> {
    works_in_memory_and_says_so(&Browser::new(Options { storage: false, ..Options::default() }).await?).await
}

#[tokio::test]
async fn where_local_storage_is_refused_one_works_in_memory() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    browser.before_each_page(&REFUSE.replace("NAMES", "['localStorage']")).await?;
    browser.refresh().await?;
    works_in_memory_and_says_so(&browser).await
}

#[tokio::test]
async fn where_both_are_refused_one_works_in_memory() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    browser
        .before_each_page(&REFUSE.replace("NAMES", "['localStorage', 'sessionStorage', 'indexedDB']"))
        .await?;
    browser.refresh().await?;
    works_in_memory_and_says_so(&browser).await
}

/// Drafts are kept then; what only IndexedDB can keep is said not to be.
#[tokio::test]
async fn where_indexed_db_is_refused_drafts_are_kept_and_the_rest_is_said_not_to_be() -> Result<()> {
    let ui = &Lang::Fr.texts().ui;
    let browser = Browser::new(Options::default()).await?;
    browser.before_each_page(&REFUSE.replace("NAMES", "['indexedDB']")).await?;
    browser.refresh().await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Gardé.").await?;
    browser.saved().await?;
    browser.add_row("A1-3").await?;
    pick(&browser, "lettre.pdf", 1000).await?;
    refused(&browser, "lettre.pdf", ui.file_not_kept).await?;
    browser.open_page(&draft, "changes").await?;
    browser.click(&css("#keep-version")).await?;
    wait_until("words on the version", async || {
        Ok(browser.text_of(&css(".notice")).await?.contains(ui.version_not_kept))
    })
    .await?;
    browser.refresh().await?;
    browser.at(&css("[data-page]")).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Gardé.");
    // A letter that came in a file is said not to be kept, whatever else is said, until somebody has read it.
    browser.visit("#/").await?;
    browser.open_file(&browser.file("plan.json", include_str!("../../golden/1.3.json"))?).await?;
    let said = browser.text_of(&css(".notices")).await?;
    ensure!(said.contains(&ui.file_not_kept.replace("{name}", "lettre.pdf")), "{said}");
    ensure!(said.contains(ui.bundle_opened), "{said}");
    let received = browser.draft_shown().await?;
    browser.visit("#/").await?;
    browser.click(&hook("act", "remove").in_row(&received)).await?;
    wait_until("one draft less", async || Ok(browser.drafts().await?.len() == 1)).await?;
    // The list is drawn anew with each.
    browser.execute("document.querySelector('.drafts [data-act=remove]').click()", []).await?;
    wait_until("no draft", async || Ok(browser.drafts().await?.is_empty())).await?;
    browser.click(&css(".notice .undo")).await?;
    wait_until("the draft again", async || Ok(browser.drafts().await?.len() == 1)).await?;
    assert_eq!(browser.plan_of(&draft).await?.vision.foreword.text, "Gardé.");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
