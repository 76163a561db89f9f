//! Nothing leaves the browser: the page's own policy forbids it, a whole journey asks for nothing but the app's own files,
//! and, once the worker keeps those, for nothing at all but whether there is a newer worker.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, css, field, hook, page};
use serde_json::Value;

use crate::journey;

e2e::in_each_engine!(nothing_is_asked_of_anybody_else);

/// Many pages, each with what it may bring.
async fn short_journey(browser: &Browser) -> Result<()> {
    let example = browser.open_example().await?;
    browser.visit("#/").await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/4").await?;
    browser.type_into(&field("A1-4.1"), "https://elsewhere.invalid/ est cité, et reste un texte.").await?;
    browser.choose(&css("#language"), "en").await?;
    browser.at(&css("html[lang=en]")).await?;
    browser.check_section().await?;
    browser.open_page(&draft, "review").await?;
    for place in ["workshop", "calendar", "changes", "paper"] {
        browser.open_page(&example, place).await?;
    }
    let (name, bundle) = browser.export(&example).await?;
    browser.visit("#/").await?;
    browser.choose_file(&browser.file(&name, &bundle)?).await?;
    browser.at(&css("#known")).await?;
    for place in ["#/rules", "#/about"] {
        browser.visit(place).await?;
    }
    Ok(())
}

async fn nothing_is_asked_of_anybody_else(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let policy = browser.at(&css("meta[http-equiv='Content-Security-Policy']")).await?;
    let policy = policy.attr("content").await?.unwrap_or_default();
    for rule in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        ensure!(policy.split("; ").any(|part| part == rule), "{rule} is not in {policy}");
    }
    short_journey(&browser).await?;
    let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let asked: Vec<String> = browser.execute(asked, []).await?.convert()?;
    ensure!(asked.iter().any(|address| address.ends_with(".wasm")), "{asked:#?}");
    let elsewhere = |address: &&String| {
        !address.starts_with(browser.url()) && !address.starts_with("data:") && !address.starts_with("blob:")
    };
    assert_eq!(asked.iter().filter(elsewhere).collect::<Vec<_>>(), Vec::<&String>::new());

    browser.kept_offline().await?;
    ensure!(
        browser.asked().iter().any(|address| address.ends_with("_rest.wasm")),
        "the server notes what it is asked"
    );
    // Not a reload: the one of Firefox's driver goes round the worker.
    browser.goto("about:blank").await?;
    browser.asked();
    browser.goto(browser.url()).await?;
    browser.at(&page("start")).await?;
    short_journey(&browser).await?;
    let asked = browser.asked();
    ensure!(asked.iter().all(|address| address == "/sub/path/sw.js"), "{asked:#?}");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// By the account that Chromium itself gives of its network, where workers have no way round.
#[tokio::test]
async fn a_whole_journey_asks_for_nothing_once_the_worker_keeps_all() -> Result<()> {
    let texts: Value = serde_json::from_str(journey::TEXTS)?;
    let mut browser = Browser::new(Options { notes_requests: true, ..Options::default() }).await?;
    browser.at(&page("start")).await?;
    browser.kept_offline().await?;
    let own = browser.url().to_owned();
    let first = browser.requests().await?;
    let own_origin = own.trim_end_matches("/sub/path/");
    let wasm = first.iter().find(|request| request.address.ends_with("_bg.wasm")).context("the wasm")?;
    assert_eq!(wasm.by.as_deref(), Some(own_origin), "who asks is noted");
    let elsewhere = |request: &&e2e::Request| !request.address.starts_with(&own);
    let by_the_app: Vec<_> = first.iter().filter(|request| request.by.is_some()).filter(elsewhere).collect();
    ensure!(by_the_app.is_empty(), "{by_the_app:#?}");

    browser.at(&page("start")).await?;
    let draft = browser.new_plan().await?;
    journey::write_plan(&browser, &draft, &texts).await?;
    for place in ["review", "workshop", "calendar", "changes", "export"] {
        browser.open_page(&draft, place).await?;
    }
    browser.visit("#/").await?;
    short_journey(&browser).await?;
    browser.at(&hook("act", "one-file")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    let then = browser.requests().await?;
    // The browser itself asks its maker of its own updates and the like, in nobody's name.
    let apps = then.iter().filter(|request| request.by.is_some() || request.address.starts_with(own_origin));
    let allowed = format!("{own}sw.js");
    let others: Vec<_> = apps.filter(|request| request.address != allowed).collect();
    ensure!(others.is_empty(), "{others:#?}");
    Ok(())
}
