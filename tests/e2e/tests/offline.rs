//! Without a network: once the app was there, it starts again from what its worker keeps, and a newer version waits until
//! somebody lets it come.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, copy_folder, css, field, hook, page, wait_until};
use plan_ouvert::enclosures::sha256;
use serde_json::json;

async fn works_without_a_network(engine: Engine) -> Result<()> {
    let mut browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.saved().await?;
    let (_, bundle) = browser.export(&draft).await?;
    browser.kept_offline().await?;
    browser.set_online(false)?;
    browser.restart().await?;
    browser.at(&page("start")).await?;
    browser.choose(&css("#language"), "en").await?;
    browser.at(&css("html[lang=en]")).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_on(&field("A1-2"), " Après.").await?;
    browser.saved().await?;
    let (_, text) = browser.export(&draft).await?;
    assert_eq!(e2e::bundle::sound_plan(&text)?.vision.foreword.text, "Avant. Après.");
    browser.visit("#/").await?;
    browser.choose_file(&browser.file("avant.json", &bundle)?).await?;
    browser.at(&css("#known")).await?;
    browser.visit("#/about").await?;
    browser.at(&page("about")).await?;
    browser.visit("#/").await?;
    browser.open_example().await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn chromium_starts_cold_without_a_network() -> Result<()> {
    works_without_a_network(Engine::Chromium).await
}

#[tokio::test]
async fn firefox_starts_cold_without_a_network() -> Result<()> {
    works_without_a_network(Engine::Firefox).await
}

/// The app as it is hosted, but of another version: one file more, and the worker knows of it.
fn newer_version(folder: &Path) -> Result<()> {
    let dist = std::env::var("DIST").context("DIST")?;
    copy_folder(Path::new(&dist), folder)?;
    let later = "A file that only the newer version has.";
    fs::write(folder.join("later.txt"), later)?;
    let worker = fs::read_to_string(folder.join("sw.js"))?;
    let (before, after) = worker.split_once("const VERSION = \"").context("a version")?;
    let (_, after) = after.split_once('"').context("its end")?;
    let worker = format!("{before}const VERSION = \"newer\"{after}");
    let worker = worker.replacen(
        "const FILES = {",
        &format!("const FILES = {{ \"later.txt\": {:?},", sha256(later.as_bytes())),
        1,
    );
    Ok(fs::write(folder.join("sw.js"), worker)?)
}

async fn caches(browser: &Browser) -> Result<Vec<String>> {
    let names = "const [done] = arguments; caches.keys().then(done);";
    Ok(browser.execute_async(names, []).await?.convert()?)
}

/// The system's file manager opens a bundle with the installed app; here the browser's part is played.
#[tokio::test]
async fn a_file_that_the_system_opens_is_shown_like_any_other() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let queue = "const value = { setConsumer: (hear) => { window.launch = hear; } };
        Object.defineProperty(window, 'launchQueue', { value });";
    browser.before_each_page(queue).await?;
    browser.refresh().await?;
    browser.at(&page("start")).await?;
    let heard = async || Ok(browser.execute("return Boolean(window.launch)", []).await?.convert()?);
    wait_until("the app to take files", heard).await?;
    let launch = "const [text] = arguments;
        const getFile = async () => new File([text], 'du-bureau.json');
        window.launch({ files: [{ getFile }] });";
    browser.execute(launch, [json!(include_str!("../../golden/1.2.json"))]).await?;
    browser.at(&css("#unknown [data-file='du-bureau.json']")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_newer_version_waits_until_somebody_lets_it_come() -> Result<()> {
    let mut browser = Browser::new(Options::default()).await?;
    browser.kept_offline().await?;
    let draft = browser.new_plan().await?;
    browser.refresh().await?;
    browser
        .execute_async("const [done] = arguments; caches.open('of another app').then(() => done(true));", [])
        .await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.saved().await?;
    let first = browser.window().await?;
    let second = browser.open_tab(format!("{}#/plan/{draft}/vision/4", browser.url())).await?;
    browser.at(&field("A1-4.1")).await?;
    let before = caches(&browser).await?;
    assert_eq!(before.len(), 2, "{before:?}");
    ensure!(before.iter().any(|name| name.starts_with("plan-ouvert /sub/path/ ")), "{before:?}");

    let newer = browser.folder().join("newer");
    newer_version(&newer)?;
    browser.serve(&newer)?;
    browser.execute("navigator.serviceWorker.getRegistration().then((of) => of.update())", []).await?;
    for tab in [&second, &first] {
        browser.switch_to_window(tab.clone()).await?;
        browser.at(&hook("banner", "update")).await?;
    }
    browser.inspect("section-2-3-update").await?;
    // It waits: nothing is loaded anew by itself.
    browser.type_on(&field("A1-2"), " À peine écrit.").await?;
    browser.click(&hook("act", "update")).await?;
    browser.gone(&hook("banner", "update")).await?;
    browser.at(&field("A1-2")).await?;
    wait_until("the newer version's files alone", async || {
        let now = caches(&browser).await?;
        Ok(now.len() == 2 && now.iter().any(|name| name.ends_with(" newer")))
    })
    .await?;
    ensure!(caches(&browser).await?.contains(&"of another app".to_owned()), "others' caches stay");
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Avant. À peine écrit.");
    // The other tab saves, then only reads.
    browser.switch_to_window(second).await?;
    browser.at(&hook("banner", "outdated")).await?;
    browser.click(&hook("act", "reload")).await?;
    browser.gone(&hook("banner", "outdated")).await?;
    browser.type_into(&field("A1-4.1"), "Ensuite.").await?;
    browser.saved().await?;
    browser.set_online(false)?;
    browser.refresh().await?;
    browser.at(&field("A1-4.1")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
