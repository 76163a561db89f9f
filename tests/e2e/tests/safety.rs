//! How safe the work is, and what the app says of it: the last file, the storage, a newer version beside this one.

use anyhow::{Result, ensure};
use e2e::{Browser, Engine, Options, css, field, hook, wait_until};
use serde_json::json;

e2e::in_each_engine!(
    the_last_file_is_always_in_view_with_what_changed_since,
    a_page_that_meets_a_newer_one_writes_no_more
);

async fn changed(browser: &Browser) -> Result<String> {
    let changed = browser.at(&css(".exported")).await?.attr("data-changed").await?;
    Ok(changed.unwrap_or_default())
}

async fn the_last_file_is_always_in_view_with_what_changed_since(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.open_example().await?;
    assert_eq!(changed(&browser).await?, "0", "the example is a file that came");
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Un autre avant-propos.").await?;
    wait_until("one answer since", async || Ok(changed(&browser).await? == "1")).await?;
    browser.inspect("section-2-3-exported-never").await?;
    browser.click(&css("#export-now")).await?;
    let (name, text) = browser.download().await?;
    ensure!(name.ends_with(".json"), "{name}");
    let plan = e2e::bundle::sound_plan(&String::from_utf8(text)?)?;
    assert_eq!(plan.vision.foreword.text, "Un autre avant-propos.");
    wait_until("none since", async || Ok(changed(&browser).await? == "0")).await?;
    browser.type_on(&field("A1-2"), " Plus long.").await?;
    wait_until("one since", async || Ok(changed(&browser).await? == "1")).await?;
    // What is taken back did not change.
    browser.leave().await?;
    browser.click(&css("#undo")).await?;
    wait_until("none again", async || Ok(changed(&browser).await? == "0")).await?;
    browser.click(&css("#redo")).await?;
    wait_until("one again", async || Ok(changed(&browser).await? == "1")).await?;
    browser.saved().await?;
    browser.refresh().await?;
    wait_until("the same after a reload", async || Ok(changed(&browser).await? == "1")).await?;
    browser.inspect("section-2-3-exported-today").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Another tab of the same browser, in which a newer version of the app says that it is there.
async fn a_page_that_meets_a_newer_one_writes_no_more(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.saved().await?;
    let first = browser.window().await?;
    let second = browser.open_tab(browser.url()).await?;
    browser.at(&css("#new-plan")).await?;
    // An older one is nothing to this one.
    browser.execute("localStorage.setItem('plan-ouvert /sub/path/ app', '0.0.9 old 1')", []).await?;
    browser.switch_to_window(first.clone()).await?;
    browser.type_on(&field("A1-2"), " Pendant.").await?;
    browser.saved().await?;
    browser.switch_to_window(second.clone()).await?;
    browser.execute("localStorage.setItem('plan-ouvert /sub/path/ app', '99.0.0 new 1')", []).await?;
    browser.switch_to_window(first.clone()).await?;
    browser.at(&hook("banner", "outdated")).await?;
    browser.inspect("section-2-3-outdated").await?;
    let before = browser.copies().await?;
    let type_in = "const field = document.querySelector('[data-question=\"A1-2\"]');
        field.value += ' Après.';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        window.dispatchEvent(new Event('pagehide'));";
    browser.execute(type_in, []).await?;
    assert_eq!(browser.copies().await?, before, "it writes no more");
    let text = browser.plan_of(&draft).await?.vision.foreword.text;
    assert_eq!(text, "Avant. Pendant.");
    // A page that is loaded anew is the newest there is, and writes.
    browser.click(&hook("act", "reload")).await?;
    browser.gone(&hook("banner", "outdated")).await?;
    browser.type_on(&field("A1-2"), " Ensuite.").await?;
    browser.saved().await?;
    wait_until("what was typed then", async || {
        Ok(browser.plan_of(&draft).await?.vision.foreword.text == "Avant. Pendant. Ensuite.")
    })
    .await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A newer database is another sign; what was being typed when it came is saved for the last time.
#[tokio::test]
async fn a_newer_database_stops_the_writing_and_loses_nothing() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.saved().await?;
    let upgrade = "const [done] = arguments;
        const field = document.querySelector('[data-question=\"A1-2\"]');
        field.value += ' À peine.';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const request = indexedDB.open('plan-ouvert /sub/path/', 99);
        request.onsuccess = () => { request.result.close(); done(true); };
        request.onerror = () => done(false);";
    ensure!(browser.execute_async(upgrade, []).await?.convert::<bool>()?, "the newer database opens");
    browser.at(&hook("banner", "outdated")).await?;
    assert_eq!(browser.plan_of(&draft).await?.vision.foreword.text, "Avant. À peine.");
    // What is there can be taken out as a file.
    browser.click(&css("#export-now")).await?;
    let (_, text) = browser.download().await?;
    let plan = e2e::bundle::sound_plan(&String::from_utf8(text)?)?;
    assert_eq!(plan.vision.foreword.text, "Avant. À peine.");
    // This app stays older than the database, and says so at once.
    browser.refresh().await?;
    browser.at(&hook("banner", "outdated")).await?;
    browser.visit("#/").await?;
    browser.at(&hook("banner", "outdated")).await?;
    browser.inspect("start-outdated").await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn the_start_page_says_what_is_kept_where() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let fact = async |name: &str| browser.text_of(&hook("fact", name)).await;
    wait_until("the panel", async || Ok(browser.has(&hook("fact", "local")).await?)).await?;
    ensure!(fact("local").await?.contains("0 brouillon"), "{}", fact("local").await?);
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.add_row("A1-3").await?;
    let letter = browser.file("lettre.pdf", "%PDF-1.7 lettre")?;
    let input = css("[data-question='A1-3'][data-column=file] input[type=file]");
    browser.at(&input).await?.send_keys(letter.to_string_lossy()).await?;
    browser.at(&hook("act", "save-file")).await?;
    browser.saved().await?;
    browser.visit("#/").await?;
    wait_until("what is kept", async || {
        let (local, stores) = (fact("local").await?, fact("stores").await?);
        Ok(local.contains("1 brouillon") && stores.contains("1 pièce jointe") && stores.contains("1 copie"))
    })
    .await?;
    ensure!(fact("room").await?.contains("selon son estimation"), "{}", fact("room").await?);
    browser.at(&hook("fact", "promise")).await?;
    browser.inspect("start-safety").await?;
    // Nobody knows what the browser answers; the page shows it.
    browser
        .execute(
            "navigator.storage.persisted = async () => true; navigator.storage.persist = async () => true",
            [],
        )
        .await?;
    browser.click(&css("#ask-to-keep")).await?;
    browser.gone(&css("#ask-to-keep")).await?;
    browser.focus_comes_to(&css("#kept-promise")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Days are counted by the calendar, and a clock that was set back is no day in the future.
#[tokio::test]
async fn the_age_of_the_last_file_is_told_in_days() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.saved().await?;
    let said = async || browser.text_of(&css(".exported span")).await;
    for (days, expected) in [
        (0, "Exporté aujourd’hui"),
        (-2, "Exporté aujourd’hui"),
        (1, "Exporté hier"),
        (3, "Exporté il y a 3 jours"),
    ] {
        browser.visit("#/").await?;
        let date = "const [draft, days] = arguments;
            const keys = Object.keys(localStorage).filter((key) => key.startsWith(`plan-ouvert /sub/path/ draft/${draft}`));
            for (const key of keys) {
                const copy = JSON.parse(localStorage[key]);
                copy.exported_at = Date.now() - days * 86400000;
                copy.counter += 100;
                localStorage[key] = JSON.stringify(copy);
            }";
        browser.execute(date, [json!(draft), json!(days)]).await?;
        browser.open_page(&draft, "vision/2-3").await?;
        wait_until(expected, async || Ok(said().await?.starts_with(expected))).await?;
    }
    Ok(())
}
