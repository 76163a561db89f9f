//! The app as one file on a stick, opened from there: the same app, with its drafts in the browser, and nothing to connect to.

use anyhow::{Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Engine, css, field, hook, page};

async fn drafts_from_a_stick(engine: Engine) -> Result<()> {
    let mut browser = Browser::on_disk(engine).await?;
    browser.at(&hook("banner", "on-disk")).await?;
    let policy = browser.at(&css("meta[http-equiv='Content-Security-Policy']")).await?;
    let policy = policy.attr("content").await?.unwrap_or_default();
    ensure!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    ensure!(!policy.contains("connect-src") && !policy.contains("'self'"), "{policy}");
    browser.at(&hook("fact", "stores")).await?;
    browser.inspect("start-on-disk").await?;

    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.saved().await?;
    browser.restart().await?;
    browser.at(&css("li.draft")).await?;
    browser.choose(&css("#language"), "en").await?;
    browser.at(&css("html[lang=en]")).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Avant.");
    browser.type_on(&field("A1-2"), " Après.").await?;
    browser.saved().await?;
    // Another tab on the same file has the same drafts, and hears of them.
    let first = browser.window().await?;
    let address = format!("{}#/plan/{draft}/vision/2-3", browser.url());
    let second = browser.open_tab(&address).await?;
    browser.at(&field("A1-2")).await?;
    browser.type_on(&field("A1-2"), " Ensuite.").await?;
    browser.saved().await?;
    browser.switch_to_window(first).await?;
    e2e::wait_until("the other tab's words", async || {
        Ok(browser.text_of(&field("A1-2")).await? == "Avant. Après. Ensuite.")
    })
    .await?;
    browser.open_page(&draft, "vision/7-9").await?;
    browser.check_section().await?;
    ensure!(browser.count(&css("[data-rule]")).await? > 0, "the rules speak");

    let (name, text) = browser.export(&draft).await?;
    assert_eq!(sound_plan(&text)?.vision.foreword.text, "Avant. Après. Ensuite.");
    browser.visit("#/").await?;
    browser.choose_file(&browser.file(&name, &text)?).await?;
    browser.at(&css("#known")).await?;
    browser.visit("#/about").await?;
    browser.at(&page("about")).await?;
    assert_eq!(browser.count(&hook("act", "one-file")).await?, 0);
    browser.inspect("about-on-disk").await?;
    browser.click(&css("#schema")).await?;
    let (name, schema) = browser.download().await?;
    assert_eq!((&*name, schema), ("bundle.schema.json", std::fs::read("../../public/bundle.schema.json")?));
    browser.visit("#/").await?;
    browser.open_example().await?;

    let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !name.startsWith('data:') && !name.startsWith('blob:'))";
    assert_eq!(browser.execute(asked, []).await?.convert::<Vec<String>>()?, Vec::<String>::new());
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.switch_to_window(second).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn chromium_drafts_from_a_stick() -> Result<()> {
    drafts_from_a_stick(Engine::Chromium).await
}

#[tokio::test]
async fn firefox_drafts_from_a_stick() -> Result<()> {
    drafts_from_a_stick(Engine::Firefox).await
}
