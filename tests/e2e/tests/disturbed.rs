//! What else happens to a browser's storage while somebody works: its database is taken away, the clock is set, other
//! tabs close or die, and what was saved lately comes back as it was before.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, Victim, css, field, hook, kill, wait_until};
use serde_json::json;

e2e::in_each_engine!(a_database_that_is_deleted_is_made_anew, a_clock_that_is_set_costs_and_moves_nothing);

/// Two days, in milliseconds.
const TWO_DAYS: i64 = 2 * 24 * 60 * 60 * 1000;

/// Sets the page's clock forward by so much, or back.
async fn set_clock(browser: &Browser, by: i64) -> Result<()> {
    let set = "const now = (window.trueNow ??= Date.now); Date.now = () => now.call(Date) + arguments[0];";
    browser.execute(set, [json!(by)]).await?;
    Ok(())
}

/// Another page of the same site takes the database away: the app lets go of it, makes it anew and goes on.
async fn a_database_that_is_deleted_is_made_anew(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.saved().await?;
    browser.copied(&draft).await?;
    let first = browser.window().await?;
    browser.open_tab(format!("{}#/about", browser.url())).await?;
    let delete = "const [done] = arguments;
        const request = indexedDB.deleteDatabase('plan-ouvert /sub/path/');
        request.onsuccess = () => done('deleted');
        request.onerror = () => done('refused');";
    let deleted: String = browser.execute_async(delete, []).await?.convert()?;
    assert_eq!(deleted, "deleted", "the app held on to it");
    browser.close_window().await?;
    browser.switch_to_window(first).await?;
    browser.type_on(&field("A1-2"), " Après.").await?;
    browser.saved().await?;
    browser.copied(&draft).await?;
    ensure!(browser.second_copies(&draft).await?.contains("Avant. Après."), "both places have all");
    // The other stores are there again as well.
    browser.open_page(&draft, "changes").await?;
    browser.click(&css("#keep-version")).await?;
    browser.at(&css("[data-version]")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_clock_that_is_set_costs_and_moves_nothing(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    let mut commitments = Vec::new();
    let mut text = String::new();
    // Back and forth within a page, and across a reload, which sets it right.
    for (at, by) in [0, -TWO_DAYS, TWO_DAYS, 0, -TWO_DAYS, 0].into_iter().enumerate() {
        if at == 3 {
            browser.refresh().await?;
            browser.at(&css("[data-page]")).await?;
        }
        set_clock(&browser, by).await?;
        commitments.push(browser.add_commitment(&draft).await?);
        browser.open_page(&draft, "vision/2-3").await?;
        let word = format!("{at} ");
        browser.type_on(&field("A1-2"), &word).await?;
        text.push_str(&word);
        browser.saved().await?;
        browser.open_page(&draft, "changes").await?;
        browser.click(&css("#keep-version")).await?;
        wait_until("a version more", async || Ok(browser.count(&css("[data-version]")).await? > at)).await?;
    }
    browser.copied(&draft).await?;
    for _ in 0..2 {
        browser.open_page(&draft, "vision/2-3").await?;
        assert_eq!(browser.text_of(&field("A1-2")).await?, text);
        ensure!(!browser.has(&css("[data-differs]")).await?, "nobody else wrote");
        let plan = browser.plan_of(&draft).await?;
        let order: Vec<String> = plan.commitments.iter().map(|row| row.id.to_string()).collect();
        assert_eq!(order, commitments);
        browser.refresh().await?;
        browser.at(&css("[data-page]")).await?;
    }
    // Deleted two days ahead of now, it is still there to be brought back.
    browser.visit("#/").await?;
    set_clock(&browser, TWO_DAYS).await?;
    browser.click(&hook("act", "remove")).await?;
    browser.at(&hook("deleted", &draft)).await?;
    browser.refresh().await?;
    browser.at(&hook("deleted", &draft)).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// One tab types on and on; others come, write elsewhere in the draft, and are closed or die.
#[tokio::test]
async fn tabs_that_close_or_die_cost_nothing_of_what_another_types() -> Result<()> {
    let mut browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/4").await?;
    let type_on = "const [field] = arguments;
        window.typed = '';
        let count = 0;
        window.typing = setInterval(() => {
            const word = `${count += 1} `;
            field.setRangeText(word, field.value.length, field.value.length, 'end');
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            window.typed += word;
        }, 60);";
    let control = browser.at(&field("A1-4.1")).await?;
    browser.execute(type_on, [control.to_json()?]).await?;
    let first = browser.window().await?;
    let mut words = String::new();
    let mut killed = 0;
    for round in 0..8 {
        let before = browser.processes(Victim::Pages)?;
        let tab = browser.new_window().await?;
        browser.switch_to_window(tab).await?;
        browser.goto(format!("{}#/plan/{draft}/vision/4", browser.url())).await?;
        browser.at(&field("A1-4.2")).await?;
        let here = async || Ok(browser.text_of(&field("A1-4.2")).await? == words);
        wait_until("what the last tab wrote", here).await?;
        let word = format!("onglet{round} ");
        browser.type_on(&field("A1-4.2"), &word).await?;
        words.push_str(&word);
        browser.saved().await?;
        let of_it: Vec<u32> =
            browser.processes(Victim::Pages)?.into_iter().filter(|one| !before.contains(one)).collect();
        // A tab may share the process of the one that types.
        if round % 2 == 0 || of_it.is_empty() {
            browser.close_window().await?;
            browser.switch_to_window(first.clone()).await?;
        } else {
            browser.switch_to_window(first.clone()).await?;
            kill(&of_it)?;
            killed += 1;
        }
    }
    ensure!(killed > 0, "every tab shared the process of the one that types");
    browser.execute("clearInterval(window.typing)", []).await?;
    let typed: String = browser.execute("return window.typed", []).await?.convert()?;
    browser.saved().await?;
    let has_all = async |browser: &Browser| -> Result<()> {
        assert_eq!(browser.text_of(&field("A1-4.1")).await?, typed);
        wait_until("the tabs' words", async || Ok(browser.text_of(&field("A1-4.2")).await? == words)).await?;
        ensure!(!browser.has(&css("[data-differs]")).await?, "each wrote alone");
        Ok(())
    };
    has_all(&browser).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    browser.restart().await?;
    browser.at(&css("[data-page]")).await?;
    browser.open_page(&draft, "vision/4").await?;
    has_all(&browser).await
}

/// A browser that is killed has localStorage as it was up to a minute ago: also the copy of a page that another one took
/// over since, in an earlier state. Nobody is asked to choose between that and what was written in its place.
#[tokio::test]
async fn an_earlier_state_that_comes_back_is_not_taken_for_another_text() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Un début").await?;
    browser.saved().await?;
    let copies = browser.copies().await?;
    let (name, early) = copies.first().context("a copy")?;
    browser.type_on(&field("A1-2"), " qui continue").await?;
    wait_until("the second save", async || Ok(browser.stored(&draft).await?.contains("continue"))).await?;
    browser.refresh().await?;
    browser.type_on(&field("A1-2"), ", et s’achève.").await?;
    wait_until("one copy", async || {
        let copies = browser.copies().await?;
        Ok(copies.len() == 1 && !copies.iter().any(|(known, _)| known == name))
    })
    .await?;
    browser.saved().await?;
    browser.copied(&draft).await?;
    browser.visit("#/").await?;
    // As if the browser were killed now.
    let back = "localStorage.clear(); localStorage.setItem(`plan-ouvert /sub/path/ draft/${arguments[0]}`, arguments[1]);";
    browser.execute(back, [json!(name), json!(early)]).await?;
    browser.refresh().await?;
    browser.at(&css("[data-page]")).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Un début qui continue, et s’achève.");
    ensure!(!browser.has(&css("[data-differs]")).await?, "there is nothing to decide");
    Ok(())
}
