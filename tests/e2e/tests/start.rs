//! The start page opens, under a sub-path, and is sound on a desktop and on a phone.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, Window, css, field, page, wait_until};
use plan_ouvert::i18n::Lang;
use serde_json::{Map, Value, json};

e2e::in_each_engine!(faults_are_found, a_fault_of_the_app_leaves_the_drafts_and_says_so);

#[tokio::test]
async fn opens_on_a_desktop() -> Result<()> {
    opens(Window::Desktop).await
}

#[tokio::test]
async fn opens_on_a_phone() -> Result<()> {
    opens(Window::Phone).await
}

async fn opens(window: Window) -> Result<()> {
    let browser = Browser::new(Options { window, ..Options::default() }).await?;
    browser.at(&page("start")).await?;
    browser.inspect("start").await
}

/// The rest of the code comes when the start page is shown. Where it does not come, the drafts are listed all the same,
/// with what was open in them when they were saved; whoever wants more is told, and can try again.
#[tokio::test]
async fn the_start_page_needs_nothing_of_the_rest() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Un avant-propos.").await?;
    browser.saved().await?;
    browser.visit("#/").await?;
    let open = async || {
        let count = browser.at(&css(&format!("[data-row='{draft}'] [data-open]"))).await?;
        count.attr("data-open").await?.context("a count")
    };
    let counted = open().await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());

    let block = async |files: &[&str]| {
        browser.cdp().send_raw("Network.setBlockedURLs", json!({ "urls": files })).await
    };
    browser.cdp().send_raw("Network.enable", json!({})).await?;
    block(&["*_rest.wasm"]).await?;
    browser.refresh().await?;
    let missing = async || {
        let said = Lang::Fr.texts().ui.pages_missing;
        wait_until(said, async || Ok(browser.text_of(&css(".notice p")).await? == said)).await?;
        browser.click(&css(".notice .dismiss")).await?;
        browser.gone(&css(".notice")).await
    };
    missing().await?;
    assert_eq!(open().await?, counted, "as of the last save");
    let link = css(&format!("[data-row='{draft}'] h3 a"));
    browser.click(&link).await?;
    missing().await?;

    block(&[]).await?;
    browser.back().await?;
    browser.follow(&link).await?;
    browser.at(&page("plan")).await?;
    Ok(())
}

/// Whoever finds nothing may not have looked: faults put into the page on purpose are found.
async fn faults_are_found(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    browser.at(&page("start")).await?;
    browser.execute("document.querySelector('main').append(document.createElement('img'))", []).await?;
    browser.execute("document.querySelector('main img').src = 'https://elsewhere.invalid/'", []).await?;
    assert!(browser.axe().await?.iter().any(|violation| violation.id == "image-alt"));
    let errors = browser.console_errors().await?;
    let refused = |error: &String| {
        error.replace('-', " ").contains("Content Security Policy") && error.contains("elsewhere.invalid")
    };
    assert!(errors.iter().any(refused), "{errors:?}");
    Ok(())
}

/// A panic leaves nothing of the app that works: a plain page takes its place.
async fn a_fault_of_the_app_leaves_the_drafts_and_says_so(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "A foreword that was saved.").await?;
    browser.saved().await?;
    browser.at(&field("A1-2")).await?.send_keys(" And more").await?;
    browser.execute("dispatchEvent(new Event('plan-ouvert-failed'))", []).await?;
    let said = browser.text_of(&css("#app main")).await?;
    ensure!(said.contains("s’est arrêtée par une erreur") && !said.contains("error."), "{said}");
    browser.inspect("stopped").await?;
    let heard =
        "const heading = document.querySelector('#app h1'); return document.activeElement === heading";
    ensure!(
        browser.execute(heard, []).await?.convert::<bool>()?,
        "a screen reader says that the page is another"
    );
    let typed = browser.execute("return document.querySelector('#app textarea').value", []).await?;
    assert_eq!(typed.convert::<String>()?, "A foreword that was saved. And more");
    browser.click(&css("#app button + button")).await?;
    let (name, content) = browser.download().await?;
    let kept: Map<String, Value> = serde_json::from_slice(&content)?;
    assert_eq!(name, "plan-ouvert.txt");
    ensure!(
        kept.iter().any(|(key, text)| {
            key.starts_with(&format!("plan-ouvert /sub/path/ draft/{draft}/"))
                && text.as_str().is_some_and(|text| text.contains("A foreword that was saved."))
        }),
        "{kept:?}"
    );
    browser.click(&css("#app button")).await?;
    browser.at(&field("A1-2")).await?;
    let plan = browser.plan_of(&draft).await?;
    ensure!(plan.vision.foreword.text.starts_with("A foreword that was saved."), "{plan:?}");
    Ok(())
}

/// Until the app is there the page says what comes, in the language that the app will speak.
#[tokio::test]
async fn whoever_waits_is_told_what_comes_in_their_language() -> Result<()> {
    let browser = Browser::new(Options { language: "es-MX", ..Options::default() }).await?;
    browser.at(&page("start")).await?;
    let never = "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {});";
    browser.before_each_page(never).await?;
    browser.refresh().await?;
    let told = async |lang: Lang| {
        browser.at(&css(&format!("html[lang={}] .coming", lang.code()))).await?;
        assert_eq!(browser.count(&css(".coming")).await?, 1);
        assert_eq!(browser.text_of(&css(".coming .lead")).await?, lang.texts().ui.start_lead);
        anyhow::Ok(())
    };
    told(Lang::Es).await?;
    browser.inspect("coming").await?;
    browser.execute("localStorage.setItem('plan-ouvert /sub/path/ language', '\"en\"')", []).await?;
    browser.refresh().await?;
    told(Lang::En).await
}

#[tokio::test]
async fn a_browser_without_webassembly_is_told_so() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    browser.new_plan().await?;
    browser.saved().await?;
    browser.before_each_page("delete globalThis.WebAssembly;").await?;
    browser.refresh().await?;
    browser.at(&css("#app main button")).await?;
    let said = browser.text_of(&css("#app main")).await?;
    ensure!(said.contains("WebAssembly y manque") && !said.contains("up-to-date"), "{said}");
    browser.screenshot("without-webassembly").await?;
    // What was written before can be taken to another browser.
    browser.click(&css("#app button + button")).await?;
    let (name, _) = browser.download().await?;
    assert_eq!(name, "plan-ouvert.txt");
    Ok(())
}

#[tokio::test]
async fn a_browser_without_scripts_is_told_so() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    browser.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.refresh().await?;
    browser.at(&css("noscript p")).await?;
    let said = browser.text_of(&css("#app main")).await?;
    for said_in in ["JavaScript est désactivé", "JavaScript is turned off", "JavaScript está desactivado"]
    {
        ensure!(said.contains(said_in), "{said}");
    }
    ensure!(!said.contains("on its way") && !said.contains("Nothing comes"), "{said}");
    browser.screenshot("without-scripts").await
}
