//! The start page opens, under a sub-path, and is sound on a desktop and on a phone.

use anyhow::Result;
use e2e::{Browser, Options, Window, page};

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

/// Whoever finds nothing may not have looked: faults put into the page on purpose are found.
#[tokio::test]
async fn faults_are_found() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    browser.at(&page("start")).await?;
    browser.execute("document.querySelector('main').append(document.createElement('img'))", []).await?;
    browser.execute("document.querySelector('main img').src = 'https://elsewhere.invalid/'", []).await?;
    assert!(browser.axe().await?.iter().any(|violation| violation.id == "image-alt"));
    let errors = browser.console_errors().await?;
    assert!(errors.iter().any(|error| error.contains("Content Security Policy")), "{errors:?}");
    Ok(())
}
