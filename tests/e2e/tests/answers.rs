//! Answers that need more than a box: what the app offers, what it tells at a field, and where the focus goes.

use anyhow::{Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Engine, Options, css, field, hook, page, rule, wait_until};
use plan_ouvert::plan::Vision;
use serde_json::json;

e2e::in_each_engine!(
    months_are_taken_as_people_type_them,
    the_app_offers_what_it_can_work_out,
    a_new_row_is_seen_and_left_in_peace,
    undo_stays_until_it_is_used_or_the_draft_is_left,
    steps_go_back_and_forth_and_the_focus_with_them,
);

/// Whether an element stands in the window as a whole, or at least with its upper half.
async fn is_in_window(browser: &Browser, selector: &str) -> Result<bool> {
    let look = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return box.top >= 0 && box.top + Math.min(box.height, 200) / 2 <= innerHeight;";
    Ok(browser.execute(look, [json!(selector)]).await?.convert()?)
}

async fn months_are_taken_as_people_type_them(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "about").await?;
    let start = field("x.start");
    let (month, year) = (start.clone().part("month"), start.clone().part("year"));
    // As WebDriver spells the key that empties a field whose text is selected.
    let nothing = "\u{e003}";
    for (typed_month, typed_year) in
        [("mars", "2027"), ("3", "2027"), ("03/2027", nothing), (nothing, "03/2027"), ("mars 2027", "2027")]
    {
        browser.type_into(&year, typed_year).await?;
        browser.type_into(&month, typed_month).await?;
        browser.leave().await?;
        assert_eq!(browser.text_of(&month).await?, "mars", "{typed_month} and {typed_year}");
        assert_eq!(browser.text_of(&year).await?, "2027", "{typed_month} and {typed_year}");
    }
    // What cannot be read stays as it is, and is told at its field: no rule asks for it.
    browser.type_into(&month, "brumaire").await?;
    browser.leave().await?;
    browser.leave().await?;
    browser.at(&css("[id='x.start-messages'] .message")).await?;
    assert_eq!(browser.text_of(&month).await?, "brumaire");
    assert_eq!(browser.rules().await?, Vec::<String>::new());
    Ok(())
}

async fn the_app_offers_what_it_can_work_out(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "about").await?;
    browser.set_day(&field("x.joined"), "2026-04-28").await?;
    browser.click(&css(".offer")).await?;
    wait_until("the month of joining", async || {
        Ok(browser.text_of(&field("x.start").part("month")).await? == "avril")
    })
    .await?;
    browser.gone(&css(".offer")).await?;
    browser.paste_into(&field("x.poc").column("email"), "fatou.diarra@").await?;
    browser.leave().await?;
    browser.at(&css("[id='x.poc::email-messages'] .message")).await?;

    browser.open_page(&draft, "vision/1").await?;
    browser.type_month(&field("A1-1.1"), "mars", "2032").await?;
    browser.click(&css(".offer")).await?;
    wait_until("the latest end", async || {
        Ok(browser.text_of(&field("A1-1.2").part("month")).await? == "janvier")
    })
    .await?;
    assert_eq!(browser.text_of(&field("A1-1.2").part("year")).await?, "2032");

    browser.open_page(&draft, "vision/7-9").await?;
    browser.type_into(&field("A1-9"), "participer.example.org").await?;
    browser.leave().await?;
    browser.at(&rule("VIS-18")).await?;
    browser.click(&css(".offer")).await?;
    browser.gone(&rule("VIS-18")).await?;
    assert_eq!(browser.text_of(&field("A1-9")).await?, "https://participer.example.org");
    Ok(())
}

/// The row that was just added is seen, and nothing is said of it before it is left.
async fn a_new_row_is_seen_and_left_in_peace(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    let commitment = browser.add_commitment(&draft).await?;
    browser.open_page(&draft, &format!("commitment/{commitment}/milestones")).await?;
    for number in 1..=4 {
        let row = browser.fill_row("A2-17", &[("description", &format!("Jalon {number}"))]).await?;
        ensure!(is_in_window(&browser, &format!("#row-{row}")).await?, "milestone {number} is out of sight");
    }
    browser.open_page(&draft, "vision/5").await?;
    browser.fill_row("A1-5.1", &[("name", "Direction des finances")]).await?;
    browser.add_row("A1-5.1").await?;
    assert_eq!(browser.rules().await?, Vec::<String>::new(), "the new row is empty, and new");
    browser.click(&field("A1-5.2")).await?;
    browser.at(&rule("VIS-5")).await?;
    Ok(())
}

/// A line that undoes something outlives what is said after it, and goes with the draft.
async fn undo_stays_until_it_is_used_or_the_draft_is_left(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/5").await?;
    for name in ["Première", "Deuxième", "Troisième"] {
        browser.fill_row("A1-5.1", &[("name", name)]).await?;
    }
    let rows = browser.rows_of("A1-5.1").await?;
    let [first, second, third] = rows.as_slice() else { anyhow::bail!("three rows") };
    browser.click(&hook("act", "remove").in_row(first)).await?;
    browser.click(&hook("act", "down").in_row(second)).await?;
    wait_until("the rows in another order", async || {
        Ok(browser.rows_of("A1-5.1").await? == [third.clone(), second.clone()])
    })
    .await?;
    browser.click(&css(".notice .undo")).await?;
    wait_until("the first row again", async || {
        Ok(browser.rows_of("A1-5.1").await? == [first.clone(), third.clone(), second.clone()])
    })
    .await?;
    browser.click(&hook("act", "remove").in_row(second)).await?;
    browser.at(&css(".notice .undo")).await?;
    browser.visit("#/").await?;
    browser.gone(&css(".notice .undo")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Six commitments at a time: the list of commitments says so itself, and the review leads there.
#[tokio::test]
async fn too_many_commitments_are_told_where_they_are_listed() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    for _ in 0..6 {
        browser.add_commitment(&draft).await?;
    }
    browser.open_page(&draft, "review").await?;
    browser.follow(&css("[data-rule='CNT-1'] a")).await?;
    browser.at(&page("plan")).await?;
    browser.focus_comes_to(&css("#commitments")).await?;
    browser.at(&css("#commitments-messages [data-rule='CNT-1'] .todo")).await?;
    browser.inspect("plan-six-commitments").await
}

/// The vision's goals can be read beside the question that refers to them.
#[tokio::test]
async fn the_goals_of_the_vision_stand_beside_question_10() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/4").await?;
    browser.paste_into(&field("A1-4.4"), "Publier chaque dépense.").await?;
    let commitment = browser.add_commitment(&draft).await?;
    browser.open_page(&draft, &format!("commitment/{commitment}/description")).await?;
    browser.click(&css("details.vision summary")).await?;
    let read = browser.text_of(&css("details.vision")).await?;
    ensure!(read.contains("Publier chaque dépense."), "{read}");
    Ok(())
}

/// Who exports and the covering note outlast the page, travel in the file, and greet whoever opens it.
#[tokio::test]
async fn the_covering_note_arrives() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "export").await?;
    browser.type_into(&css("#made-by"), "Ana Díaz").await?;
    browser.type_into(&css("#made-note"), "Relisez surtout l’engagement 2.").await?;
    browser.choose(&css("#language"), "en").await?;
    browser.at(&css("html[lang=en]")).await?;
    assert_eq!(browser.text_of(&css("#made-by")).await?, "Ana Díaz");
    browser.open_page(&draft, "review").await?;
    let (_, text) = browser.export(&draft).await?;
    sound_plan(&text)?;
    let elsewhere = Browser::new(Options::default()).await?;
    elsewhere.open_file(&elsewhere.file("reçu.json", &text)?).await?;
    let said = elsewhere.text_of(&css(".received")).await?;
    ensure!(said.contains("Ana Díaz") && said.contains("Relisez surtout l’engagement 2."), "{said}");
    Ok(())
}

/// Characters that deceive are taken out of what is pasted, in sight of the person.
#[tokio::test]
async fn what_is_taken_out_of_a_text_is_told() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.paste_into(&field("A1-2"), "Un \u{202e}avant-propos").await?;
    browser.at(&css(".notice")).await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Un avant-propos");
    Ok(())
}

/// With two jurisdictions each is asked by its name, and one always stays.
#[tokio::test]
async fn each_jurisdiction_is_asked_by_its_name() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "about").await?;
    let only = browser.rows_of("x.jur").await?;
    let [only] = only.as_slice() else { anyhow::bail!("one jurisdiction") };
    let remove = hook("act", "remove").in_row(only);
    ensure!(!browser.at(&remove).await?.is_enabled().await?, "the only jurisdiction cannot go");
    browser.fill_row("x.jur", &[("name", "Orbec")]).await?;
    ensure!(browser.at(&remove).await?.is_enabled().await?, "one of two can");
    browser.open_page(&draft, "vision/1").await?;
    let asked = browser.text_of(&css("form.questions")).await?;
    ensure!(asked.contains("Juridiction 2 – Orbec"), "{asked}");
    browser.check_section().await?;
    browser.inspect("section-1-two-jurisdictions").await
}

/// What was changed is taken back step by step, wherever it was, and done again; the focus goes to what changed.
async fn steps_go_back_and_forth_and_the_focus_with_them(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    let foreword = field("A1-2");
    browser.type_into(&foreword, "Un avant-propos.").await?;
    browser.leave().await?;
    browser.open_page(&draft, "vision/7-9").await?;
    let row = browser.add_row("A1-7").await?;
    let name = field("A1-7").in_row(&row);
    browser.saved().await?;
    browser.type_into(&name, "Forum citoyen").await?;
    browser.leave().await?;
    let vision = async || Ok::<_, anyhow::Error>(browser.plan_of(&draft).await?.vision);
    let is_there = async |what: &str, is_it: fn(&Vision) -> bool| {
        wait_until(what, async || Ok(is_it(&vision().await?))).await
    };
    let (undo, redo) = (css("#undo"), css("#redo"));

    browser.click(&undo).await?;
    browser.focus_comes_to(&name).await?;
    is_there("the row without its name", |of| of.endorsements.iter().all(|of| of.name.is_empty())).await?;
    assert_eq!(browser.text_of(&name).await?, "");
    browser.click(&undo).await?;
    browser.focus_comes_to(&hook("add", "A1-7")).await?;
    assert_eq!(browser.rows_of("A1-7").await?, Vec::<String>::new());
    browser.turn(async || browser.click(&undo).await).await?;
    browser.focus_comes_to(&foreword).await?;
    is_there("no foreword", |of| of.foreword.text.is_empty()).await?;
    let said = browser.text_of(&css(".notice")).await?;
    ensure!(said.contains("Annulé\u{a0}: 2"), "{said}");
    browser.inspect("undone").await?;

    browser.click(&redo).await?;
    is_there("the foreword again", |of| of.foreword.text == "Un avant-propos.").await?;
    browser.focus_comes_to(&foreword).await?;
    assert_eq!(browser.text_of(&foreword).await?, "Un avant-propos.");
    browser.turn(async || browser.click(&redo).await).await?;
    browser.click(&redo).await?;
    is_there("the row again", |of| of.endorsements.iter().any(|of| of.name == "Forum citoyen")).await?;
    browser.focus_comes_to(&name).await?;
    ensure!(!browser.at(&redo).await?.is_enabled().await?, "there is nothing to do again");

    // By keyboard; in a field the key is the field's own.
    browser.press_with_control("z").await?;
    browser.execute("document.getElementById('heading').focus()", []).await?;
    assert_eq!(vision().await?.endorsements.len(), 1);
    browser.press_with_control("z").await?;
    is_there("the name gone by key", |of| of.endorsements.iter().all(|of| of.name.is_empty())).await?;
    browser.focus_comes_to(&name).await?;
    browser.execute("document.getElementById('heading').focus()", []).await?;
    browser.press_with_control("y").await?;
    is_there("the name again by key", |of| of.endorsements.iter().any(|of| of.name == "Forum citoyen"))
        .await?;
    // What was undone stays so after a reload.
    browser.click(&undo).await?;
    browser.saved().await?;
    browser.refresh().await?;
    browser.at(&name).await?;
    assert_eq!(browser.text_of(&name).await?, "");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
