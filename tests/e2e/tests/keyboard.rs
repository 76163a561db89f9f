//! One plan by the keyboard alone, from an empty browser to its file; the focus is seen at every step.

use anyhow::{Context, Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Engine, css, field, hook, page, rule, wait_until};
use thirtyfour::Key;

e2e::in_each_engine!(a_plan_by_the_keyboard_alone);

async fn a_plan_by_the_keyboard_alone(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    browser.at(&page("start")).await?;
    browser.tab_to(&css("a.skip")).await?;
    browser.press(Key::Enter).await?;
    browser.focus_comes_to(&css("#main")).await?;
    browser.tab_to(&css("#new-plan")).await?;
    enter(&browser).await?;

    // A section: the app's own questions, with a choice, a month and a table.
    browser.tab_to(&css("[data-section=about] a")).await?;
    enter(&browser).await?;
    browser.tab_to(&field("x.jur").column("name")).await?;
    browser.type_here("Valmont-sur-Orne").await?;
    browser.tab_to(&css("[data-question='x.lang']:checked")).await?;
    browser.press(Key::Down).await?;
    ensure!(browser.is_focused(&field("x.lang").value("en")).await?, "an arrow chooses the next option");
    browser.at(&css("[data-question='x.lang'][value=en]:checked")).await?;
    browser.press(Key::Up).await?;
    browser.at(&css("[data-question='x.lang'][value=fr]:checked")).await?;
    browser.tab_to(&field("x.start").part("month")).await?;
    browser.type_here("janv").await?;
    browser.press(Key::Tab).await?;
    browser.type_here("2027").await?;
    browser.tab_to(&field("x.lead")).await?;
    browser.tab_to(&hook("next", "")).await?;
    enter(&browser).await?;

    // A row is added, filled, moved away and brought back.
    browser.tab_back_to(&css("nav a[href$='vision/5']")).await?;
    enter(&browser).await?;
    add_and_remove(&browser).await?;

    // What is missing is asked for, and the summary leads to it.
    browser.tab_to(&css("[data-check]")).await?;
    browser.press(Key::Enter).await?;
    browser.focus_comes_to(&css("#summary")).await?;
    browser.tab_to(&css("#summary [data-rule='VIS-4'] a[href*='A1-5.2']")).await?;
    enter(&browser).await?;
    browser.focus_comes_to(&field("A1-5.2")).await?;
    browser.type_here("Un comité se réunit chaque mois.").await?;
    // The app's own question beside 5.3 opens once that is answered.
    browser.tab_to(&field("A1-5.3")).await?;
    browser.type_here("Le forum citoyen, salle des fêtes.").await?;
    browser.tab_to(&field("x.offline").value("named")).await?;
    browser.press(Key::Space).await?;
    browser.at(&css("[data-question='x.offline'][value=named]:checked")).await?;

    // The review leads to a question, and the export ends with a file.
    browser.tab_back_to(&css("nav a[href$='/review']")).await?;
    enter(&browser).await?;
    browser.at(&page("review")).await?;
    browser.tab_to(&css("[data-rule='PLAN-2'] a[href*='A1-1.2']")).await?;
    enter(&browser).await?;
    browser.focus_comes_to(&field("A1-1.2").part("month")).await?;
    browser.type_here("12").await?;
    browser.press(Key::Tab).await?;
    browser.type_here("2031").await?;
    browser.press(Key::Tab).await?;
    browser.gone(&rule("PLAN-2")).await?;
    browser.tab_back_to(&css("nav a[href$='/export']")).await?;
    enter(&browser).await?;
    browser.tab_to(&css("#save-bundle")).await?;
    browser.press(Key::Space).await?;
    browser.focus_comes_to(&css("#send")).await?;
    let plan = sound_plan(&String::from_utf8(browser.download().await?.1)?)?;
    assert_eq!(plan.place_name(), "Valmont-sur-Orne");
    assert_eq!(plan.vision.coordination.text, "Un comité se réunit chaque mois.");
    let written =
        |month: &plan_ouvert::plan::Typed<plan_ouvert::plan::Month>| month.value().map(|m| m.to_string());
    assert_eq!(written(&plan.start).as_deref(), Some("2027-01"));
    assert_eq!(written(&plan.end).as_deref(), Some("2031-12"));
    let names: Vec<_> = plan.vision.lead_institutions.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Direction des finances", "Forum citoyen"]);
    Ok(())
}

/// Opens what has the focus, and sees where the focus went.
async fn enter(browser: &Browser) -> Result<()> {
    browser.turn(async || browser.press(Key::Enter).await).await?;
    browser.sees_focus().await
}

async fn add_and_remove(browser: &Browser) -> Result<()> {
    let (institutions, add) = ("A1-5.1", hook("add", "A1-5.1"));
    for name in ["Direction des finances", "Forum citoyen"] {
        browser.tab_to(&add).await?;
        let before = browser.rows_of(institutions).await?;
        browser.press(Key::Enter).await?;
        browser.new_row(&before).await?;
        browser.sees_focus().await?;
        browser.type_here(name).await?;
    }
    let rows = browser.rows_of(institutions).await?;
    let second = rows.get(1).context("the second row")?;
    let act = |name: &str| hook("act", name).in_row(second);
    browser.tab_to(&act("up")).await?;
    browser.press(Key::Enter).await?;
    wait_until("the row at the top", async || {
        Ok(browser.rows_of(institutions).await?.first() == Some(second))
    })
    .await?;
    // At the top there is no further up: the row itself has the focus now.
    browser.focus_comes_to(&css(&format!("#row-{second}"))).await?;
    browser.tab_to(&act("down")).await?;
    browser.press(Key::Space).await?;
    wait_until("the row at the end", async || Ok(browser.rows_of(institutions).await? == rows)).await?;
    browser.tab_to(&act("remove")).await?;
    browser.press(Key::Enter).await?;
    wait_until("one row", async || Ok(browser.rows_of(institutions).await?.len() == 1)).await?;
    browser.focus_comes_to(&css(&format!("#row-{}", rows.first().context("the first row")?))).await?;
    browser.sees_focus().await?;
    browser.tab_to(&css(".notice .undo")).await?;
    browser.press(Key::Enter).await?;
    wait_until("the row again", async || Ok(browser.rows_of(institutions).await? == rows)).await?;
    browser.focus_comes_to(&css(&format!("#row-{second}"))).await?;
    // A notice that is closed gives the focus back to where it came from.
    browser.tab_to(&act("duplicate")).await?;
    browser.press(Key::Enter).await?;
    browser.tab_back_to(&act("remove")).await?;
    browser.press(Key::Enter).await?;
    let place = css(&format!("#row-{}", rows.first().context("the first row")?));
    browser.focus_comes_to(&place).await?;
    browser.tab_to(&css(".notice .dismiss")).await?;
    browser.press(Key::Enter).await?;
    browser.gone(&css(".notice")).await?;
    wait_until("the focus on the page", async || Ok(browser.focus().await? != "body")).await?;
    browser.sees_focus().await?;
    browser.tab_back_to(&add).await
}
