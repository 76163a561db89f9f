//! Nothing leaves the browser: the page's own policy forbids it, and a short journey asks for nothing but the
//! app's own files.

use anyhow::{Result, ensure};
use e2e::{Browser, Options, css, field};

#[tokio::test]
async fn nothing_is_asked_of_anybody_else() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
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

    let example = browser.open_example().await?;
    let draft = {
        browser.visit("#/").await?;
        browser.new_plan().await?
    };
    browser.open_page(&draft, "vision/4").await?;
    browser.type_into(&field("A1-4.1"), "https://elsewhere.invalid/ est cité, et reste un texte.").await?;
    browser.choose(&css("#language"), "en").await?;
    browser.at(&css("html[lang=en]")).await?;
    browser.check_section().await?;
    browser.open_page(&draft, "review").await?;
    browser.export(&example).await?;

    let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let asked: Vec<String> = browser.execute(asked, []).await?.convert()?;
    ensure!(asked.iter().any(|address| address.ends_with(".wasm")), "{asked:#?}");
    let elsewhere = |address: &&String| {
        !address.starts_with(browser.url()) && !address.starts_with("data:") && !address.starts_with("blob:")
    };
    assert_eq!(asked.iter().filter(elsewhere).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
