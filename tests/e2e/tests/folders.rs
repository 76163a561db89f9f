//! Two folders of one host, as of two towns, or of a version to try beside the one in use: each has its own drafts, though a
//! browser has one storage for both.

use std::path::Path;

use anyhow::{Context, Result};
use e2e::{Browser, Options, copy_folder, css, field};

#[tokio::test]
async fn each_folder_of_a_host_has_its_own_drafts() -> Result<()> {
    let mut browser = Browser::new(Options::default()).await?;
    // Its worker must not miss the host that goes away for a moment.
    browser.kept_offline().await?;
    let dist = std::env::var("DIST").context("DIST")?;
    let both = browser.folder().join("both");
    // Named as what the app keeps drafts under.
    for folder in [both.clone(), both.join("draft")] {
        copy_folder(Path::new(&dist), &folder)?;
    }
    browser.serve(&both)?;
    let inner = format!("{}draft/", browser.url());

    let outer_draft = browser.new_plan().await?;
    browser.open_page(&outer_draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Dehors.").await?;
    browser.saved().await?;
    browser.copied(&outer_draft).await?;

    browser.goto(&inner).await?;
    browser.at(&css("#new-plan")).await?;
    assert_eq!(browser.count(&css("li.draft")).await?, 0);
    let inner_draft = browser.new_plan().await?;
    browser.open_page(&inner_draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Dedans.").await?;
    browser.saved().await?;
    browser.choose(&css("#language"), "es").await?;

    let outer = browser.url().to_owned();
    for (address, draft, text, language) in
        [(&outer, &outer_draft, "Dehors.", "fr"), (&inner, &inner_draft, "Dedans.", "es")]
    {
        browser.goto(address).await?;
        browser.at(&css(&format!("html[lang={language}]"))).await?;
        browser.at(&css("li.draft")).await?;
        assert_eq!(browser.count(&css("li.draft")).await?, 1, "{address}");
        assert_eq!(browser.count(&css("[data-kept]")).await?, 0, "nothing is damaged in {address}");
        browser.open_page(draft, "vision/2-3").await?;
        assert_eq!(browser.text_of(&field("A1-2")).await?, text);
    }
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
