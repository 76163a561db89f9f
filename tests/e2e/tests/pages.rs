//! Every page, empty, filled and in error state: sound for everybody in light and dark, quiet in the
//! browser's log, and never wider than a phone.

use anyhow::{Result, ensure};
use e2e::{Browser, Engine, Options, Window, css, field, hook, page, wait_until};
use plan_ouvert::question::Section;

e2e::in_each_engine!(pages_around_the_forms, forms_filled);

/// A section's page: its name, and its address within a draft.
fn sections(commitment: &str) -> Vec<(String, String)> {
    let of_plan = Section::OF_PLAN.map(|section| match section {
        Section::About => ("section-about".to_owned(), "about".to_owned()),
        section => (format!("section-{}", section.slug()), format!("vision/{}", section.slug())),
    });
    let of_commitment = Section::OF_COMMITMENT.map(|section| {
        (format!("commitment-{}", section.slug()), format!("commitment/{commitment}/{}", section.slug()))
    });
    let beside = Section::BESIDE.map(|section| (section.slug().to_owned(), section.slug().to_owned()));
    of_plan.into_iter().chain(of_commitment).chain(beside).collect()
}

/// The example, and its first commitment.
async fn example(browser: &Browser) -> Result<(String, String)> {
    let draft = browser.open_example().await?;
    let first = browser.at(&css(".commitment-list > [data-row]")).await?;
    Ok((draft, first.attr("data-row").await?.unwrap_or_default()))
}

async fn pages_around_the_forms(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    browser.at(&page("start")).await?;
    browser.inspect("start-empty").await?;
    browser.visit("#/about").await?;
    browser.inspect("about").await?;
    browser.visit("#/rules").await?;
    browser.inspect("rules").await?;
    browser.visit("#/").await?;
    let empty = browser.new_plan().await?;
    browser.inspect("plan-empty").await?;
    browser.open_page(&empty, "review").await?;
    browser.inspect("review-empty").await?;
    browser.open_page(&empty, "calendar").await?;
    browser.inspect("calendar-empty").await?;
    browser.visit("#/").await?;
    let (filled, _) = example(&browser).await?;
    browser.inspect("plan-filled").await?;
    browser.open_page(&filled, "review").await?;
    browser.inspect("review-filled").await?;
    browser.open_page(&filled, "calendar").await?;
    browser.inspect("calendar-filled").await?;
    browser.open_page(&filled, "export").await?;
    browser.inspect("export").await?;
    browser.click(&css("#save-bundle")).await?;
    browser.focus_comes_to(&css("#send")).await?;
    browser.inspect("export-saved").await?;
    browser.visit("#/").await?;
    browser.inspect("start-drafts").await?;
    browser.click(&hook("act", "rename")).await?;
    browser.focus_comes_to(&css("form.rename input")).await?;
    browser.click(&hook("act", "duplicate")).await?;
    browser.at(&css(".notice")).await?;
    browser.inspect("start-notice").await?;
    browser.visit("#/plan/aaaaaaaaaa").await?;
    browser.at(&page("lost")).await?;
    browser.inspect("lost").await
}

#[tokio::test]
async fn forms_empty_and_in_error_state() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    let commitment = browser.add_commitment(&draft).await?;
    for (name, address) in sections(&commitment) {
        browser.open_page(&draft, &address).await?;
        // Nobody is told of an error before there is one.
        assert_eq!(browser.rules().await?, Vec::<String>::new(), "{name}");
        browser.inspect(&format!("{name}-empty")).await?;
        for question in ["A1-3", "A1-5.1", "A2-3", "A2-14", "A2-17"] {
            if browser.has(&hook("add", question)).await? {
                browser.add_row(question).await?;
            }
        }
        if name == "commitment-contacts" {
            browser.type_month(&field("A2-2").column("start"), "brumaire", "27").await?;
        }
        browser.check_section().await?;
        few_words_of_rules(&browser, &name).await?;
        browser.inspect(&format!("{name}-checked")).await?;
    }
    Ok(())
}

async fn forms_filled(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let (draft, commitment) = example(&browser).await?;
    for (name, address) in sections(&commitment) {
        browser.open_page(&draft, &address).await?;
        if browser.has(&css(".open-row")).await? {
            browser.click(&css(".open-row")).await?;
            browser.at(&css(".row.open")).await?;
        }
        few_words_of_rules(&browser, &name).await?;
        browser.inspect(&format!("{name}-filled")).await?;
    }
    Ok(())
}

/// A page never shows more words of rules than of the plan: its questions and answers.
async fn few_words_of_rules(browser: &Browser, name: &str) -> Result<()> {
    let count = "const words = (text) => text.split(/\\s+/).filter(Boolean).length;
        const main = document.querySelector('main');
        const written = [...main.querySelectorAll('textarea, input:is([type=text], [type=url], [type=email])')];
        const all = words(main.innerText) + words(written.map((field) => field.value).join(' '));
        const said = [...main.querySelectorAll('#summary, .message')].filter((part) => !part.parentElement.closest('#summary'));
        // What a link calls a question by is the question's own wording.
        const names = [...main.querySelectorAll('#summary a')].reduce((sum, link) => sum + words(link.innerText), 0);
        const rules = said.reduce((sum, part) => sum + words(part.innerText), -names);
        return [rules, all - rules];";
    let (rules, plan): (usize, usize) = browser.execute(count, []).await?.convert()?;
    ensure!(rules <= plan, "{name} shows {rules} words of rules and {plan} of the plan");
    Ok(())
}

#[tokio::test]
async fn a_phone_shows_everything() -> Result<()> {
    narrow(Window::Phone).await
}

#[tokio::test]
async fn the_narrowest_window_shows_everything() -> Result<()> {
    narrow(Window::Narrow).await
}

/// Every page fits the window's width: nobody reads sideways (WCAG 1.4.10).
async fn narrow(window: Window) -> Result<()> {
    let browser = Browser::new(Options { window, ..Options::default() }).await?;
    browser.at(&page("start")).await?;
    browser.inspect("start-empty").await?;
    fits(&browser, "start").await?;
    browser.visit("#/about").await?;
    fits(&browser, "about").await?;
    browser.visit("#/rules").await?;
    fits(&browser, "rules").await?;
    browser.visit("#/").await?;
    let (draft, commitment) = example(&browser).await?;
    browser.inspect("plan-filled").await?;
    for (name, address) in
        [("plan", ""), ("review", "review"), ("calendar", "calendar"), ("export", "export")]
            .map(|(name, address)| (name.to_owned(), address.to_owned()))
            .into_iter()
            .chain(sections(&commitment))
    {
        browser.visit(format!("#/plan/{draft}/{address}").trim_end_matches('/')).await?;
        if browser.has(&css(".open-row")).await? {
            browser.click(&css(".open-row")).await?;
            browser.at(&css(".row.open")).await?;
        }
        if browser.has(&css("[data-check]")).await? {
            browser.check_section().await?;
        }
        fits(&browser, &name).await?;
        if matches!(name.as_str(), "export" | "section-5" | "commitment-milestones" | "calendar" | "review") {
            browser.inspect(&format!("{name}-filled")).await?;
        }
    }
    browser.visit("#/").await?;
    browser.inspect("start-drafts").await?;
    fits(&browser, "start with drafts").await
}

async fn fits(browser: &Browser, name: &str) -> Result<()> {
    let wide = "const room = document.documentElement.clientWidth;
        if (document.scrollingElement.scrollWidth <= Math.min(room, innerWidth)) return [];
        const parts = [...document.querySelectorAll('body *')];
        const wide = parts.filter((part) => part.getBoundingClientRect().right > room + 0.5);
        return wide.slice(0, 5).map((part) => part.outerHTML.slice(0, 200));";
    let wide: Vec<String> = browser.execute(wide, []).await?.convert()?;
    ensure!(wide.is_empty(), "{name} is too wide for the window: {wide:#?}");
    Ok(())
}

/// Whatever page of a draft is printed, the whole plan comes out, in full and as no form.
#[tokio::test]
async fn paper_has_the_whole_plan() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let (draft, _) = example(&browser).await?;
    browser.open_page(&draft, "vision/1").await?;
    let print = "dispatchEvent(new Event('beforeprint'));
        return [document.querySelector('.paper').textContent, document.querySelectorAll('.paper :is(input, textarea, button)').length];";
    let (paper, controls): (String, usize) = browser.execute(print, []).await?.convert()?;
    assert_eq!(controls, 0);
    for text in [
        "Plan d’action – Valmont-sur-Orne",
        "Brouillon.",
        "mars 2032",
        "Dix-sept groupes",
        "antoine.leroux@example.org",
    ] {
        ensure!(paper.contains(text), "{text} is not on paper");
    }
    browser.execute("dispatchEvent(new Event('afterprint'))", []).await?;
    assert_eq!(browser.text_of(&css(".paper")).await?, "");
    // What the printer gets is more than the page that is shown.
    let pdf = browser.cdp().send_raw("Page.printToPDF", serde_json::json!({})).await?;
    ensure!(pdf["data"].as_str().is_some_and(|pdf| pdf.len() > 100_000), "the whole plan takes pages");
    Ok(())
}

/// The outline is not made anew with each page: it marks where one is, and on a phone it gets out of the way.
#[tokio::test]
async fn the_outline_stays_and_marks_where_one_is() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let (draft, first) = example(&browser).await?;
    browser.execute("document.querySelector('.outline details').isKept = true", []).await?;
    let section = format!("commitment/{first}/resources");
    for page in ["vision/5", &section, "review"] {
        browser.open_page(&draft, page).await?;
        let here = format!("#/plan/{draft}/{page}");
        wait_until("the mark", async || Ok(marked(&browser).await? == [here.as_str()])).await?;
        assert_eq!(browser.has(&css(".outline .here")).await?, page == section, "{page}");
    }
    let is_kept = "return document.querySelector('.outline details').isKept === true";
    ensure!(browser.execute(is_kept, []).await?.convert::<bool>()?, "it was made anew");

    let browser = Browser::new(Options { window: Window::Phone, ..Options::default() }).await?;
    let (draft, _) = example(&browser).await?;
    for page in ["review", "vision/5"] {
        browser.click(&css(".outline summary")).await?;
        browser.at(&css(".outline details[open]")).await?;
        browser.click(&css(&format!(".outline a[href='#/plan/{draft}/{page}']"))).await?;
        browser.gone(&css(".outline details[open]")).await?;
    }
    Ok(())
}

/// The addresses that the outline marks as the page one is on.
async fn marked(browser: &Browser) -> Result<Vec<String>> {
    let marked = "return [...document.querySelectorAll('.outline [aria-current=page]')]
        .map((link) => link.getAttribute('href'))";
    Ok(browser.execute(marked, []).await?.convert()?)
}
