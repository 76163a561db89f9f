//! The pictures of the README and of the manifest, from the real app: `PICTURES=$PWD/public/screenshots cargo xtask test e2e pictures`.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use e2e::{Browser, Options, Scheme, Window, css, rule};

/// A question with what a rule says beside it, on a desktop.
#[tokio::test]
async fn a_rule_speaks_beside_its_question() -> Result<()> {
    let browser = Browser::new(Options { window: Window::Wide, ..Options::default() }).await?;
    let third = open_third_commitment(&browser, "classification").await?;
    browser.at(&rule("COM-14")).await?;
    keep(&browser, "desktop").await.context(third)
}

/// A milestone open for editing, on a phone in the dark.
#[tokio::test]
async fn a_milestone_on_a_phone() -> Result<()> {
    let browser = Browser::new(Options { window: Window::Phone, ..Options::default() }).await?;
    browser.set_scheme(Scheme::Dark).await?;
    let third = open_third_commitment(&browser, "milestones").await?;
    browser.click(&css(".open-row")).await?;
    browser.at(&css("textarea[data-column=description]")).await?;
    keep(&browser, "phone").await.context(third)
}

async fn open_third_commitment(browser: &Browser, section: &str) -> Result<String> {
    let draft = browser.open_example().await?;
    let third = browser.at(&css("li.commitment:nth-child(3)")).await?.attr("data-row").await?;
    let third = third.context("a commitment's row")?;
    browser.click(&css(".notice .dismiss")).await?;
    browser.gone(&css(".notice")).await?;
    browser.open_page(&draft, &format!("commitment/{third}/{section}")).await?;
    Ok(third)
}

async fn keep(browser: &Browser, name: &str) -> Result<()> {
    if let Some(folder) = env::var_os("PICTURES").map(PathBuf::from) {
        std::fs::create_dir_all(&folder)?;
        browser
            .screenshot_as_png()
            .await
            .map(|png| std::fs::write(folder.join(format!("{name}.png")), png))??;
    }
    Ok(())
}
