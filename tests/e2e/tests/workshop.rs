//! A workshop: each table gets a part of the plan, fills it on a phone or on paper, and gives it back.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use e2e::bundle::{open, sound_plan};
use e2e::{Browser, Engine, Options, Place, Window, css, field, hook, page, wait_until};
use plan_ouvert::i18n::Lang;
use plan_ouvert::plan::RowId;
use plan_ouvert::sync::State;
use serde_json::{Value, json};
use thirtyfour::Key;

e2e::in_each_engine!(two_tables_get_their_parts_and_one_comes_back_from_a_phone, all_files_are_saved_at_once,);

/// Bytes of an empty part at the most.
const MOST_BYTES: usize = 20_000;

/// What is at a place inside a table.
fn in_table(number: usize, selector: &str) -> Place {
    css(&format!("{} {selector}", hook("table", &number.to_string())))
}

fn scope_box(number: usize, entry: &str) -> Place {
    in_table(number, &format!("[data-scope='{entry}']"))
}

/// Saves a table's file, and returns its name and text.
async fn part_of(browser: &Browser, number: usize) -> Result<(String, String)> {
    browser.click(&css(&format!("#save-part-{number}"))).await?;
    let (name, content) = browser.download().await?;
    Ok((name, String::from_utf8(content)?))
}

/// Adds a commitment for a table, and returns its id.
async fn new_commitment(browser: &Browser, number: usize) -> Result<String> {
    browser.click(&scope_box(number, "new")).await?;
    let ticked = "const box = document.activeElement; return box.checked ? box.dataset.scope : ''";
    let id = async || -> Result<String> { Ok(browser.execute(ticked, []).await?.convert()?) };
    wait_until("the new commitment, ticked", async || Ok(RowId::parse(&id().await?).is_some())).await?;
    id().await
}

/// The paths of a copy's answers, without what every part has for reading.
fn own_paths(state: &State) -> Vec<String> {
    const FOR_READING: [&str; 7] = [
        "language",
        "joint",
        "changed",
        "start",
        "end",
        "vision/long_term_vision/",
        "vision/medium_term_goals/",
    ];
    let is_own = |path: &&str| {
        !path.starts_with("jurisdictions/")
            && FOR_READING.iter().all(|known| match known.ends_with('/') {
                true => !path.starts_with(known),
                false => path != known,
            })
    };
    state.cells().map(|(path, _)| path).filter(is_own).map(str::to_owned).collect()
}

/// Nobody reads sideways.
async fn fits(browser: &Browser) -> Result<()> {
    let room = "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth";
    let beyond: i64 = browser.execute(room, []).await?.convert()?;
    ensure!(beyond <= 0, "the page is {beyond} px too wide");
    Ok(())
}

/// What the printer gets: its text as it stands on the page, and where `SHOTS` names a folder the sheet itself.
async fn printed(browser: &Browser, name: &str) -> Result<String> {
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": false });
    let pdf = browser.cdp().send_raw("Page.printToPDF", paper).await?;
    let pdf = pdf.get("data").and_then(Value::as_str).context("a PDF")?;
    if let Some(folder) = env::var_os("SHOTS").map(PathBuf::from) {
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{name}.pdf")), BASE64_STANDARD.decode(pdf)?)?;
    }
    let print = "dispatchEvent(new Event('beforeprint'));
        const text = document.querySelector('.paper').textContent;
        dispatchEvent(new Event('afterprint')); return text;";
    Ok(browser.execute(print, []).await?.convert()?)
}

async fn two_tables_get_their_parts_and_one_comes_back_from_a_phone(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.open_example().await?;
    browser.follow(&css("main a[href$='/workshop']")).await?;
    browser.at(&page("workshop")).await?;
    browser.type_into(&css("#workshop-by"), "Léa Morin").await?;
    browser.click(&scope_box(1, "vision/4")).await?;
    let new = new_commitment(&browser, 2).await?;
    browser.type_into(&css("#table-2-name"), "Table jeunesse").await?;
    browser.leave().await?;
    browser.saved().await?;
    // What is prepared waits for another day.
    browser.refresh().await?;
    browser.at(&css("#table-2-name")).await?;
    assert_eq!(
        browser.at(&css("#table-2-name")).await?.prop("value").await?.as_deref(),
        Some("Table jeunesse")
    );
    for (number, entry) in [(1, "vision/4"), (2, new.as_str())] {
        ensure!(browser.at(&scope_box(number, entry)).await?.is_selected().await?, "{entry} is ticked");
    }
    browser.inspect("workshop").await?;

    // Each file holds its own part, and nothing else.
    let (name, text) = part_of(&browser, 1).await?;
    ensure!(name.contains("-table-1-") && name.ends_with(".json"), "{name}");
    let opened = open(&text)?;
    assert_eq!(opened.made.scope, ["vision/4"]);
    assert_eq!((opened.made.by.as_str(), opened.made.table.as_str()), ("Léa Morin", "Table 1"));
    ensure!(!opened.made.note.is_empty(), "the instructions go with it");
    let plan = sound_plan(&text)?;
    ensure!(plan.commitments.is_empty() && !plan.vision.foreword.is_filled(), "{text}");
    ensure!(plan.vision.long_term_vision.is_filled(), "what is there already goes with it");
    ensure!(own_paths(&opened.state).iter().all(|path| path.starts_with("vision/")), "{text}");

    let (name, text) = part_of(&browser, 2).await?;
    ensure!(name.contains("-table-jeunesse-"), "{name}");
    ensure!(text.len() < MOST_BYTES, "an empty part has {} bytes", text.len());
    sound_plan(&text)?;
    // The facilitator's own draft has the new commitment, so that the part joins back.
    browser.saved().await?;
    let plan = browser.plan_of(&draft).await?;
    ensure!(plan.commitments.iter().any(|of| of.id.as_str() == new), "no commitment {new}");
    let commitments = plan.commitments.len();

    // A phone that has never seen the plan.
    // Only Chromium has windows as small as a phone.
    let window = if engine == Engine::Chromium { Window::Phone } else { Window::Desktop };
    let phone = Browser::new(Options { window, ..Options::from(engine) }).await?;
    let received = phone.open_file(&phone.file(&name, &text)?).await?;
    phone.at(&page("part")).await?;
    let said = phone.text_of(&css("main")).await?;
    ensure!(said.contains("Table jeunesse") && said.contains("Léa Morin"), "{said}");
    phone.click(&css(".vision summary")).await?;
    let aims = phone.text_of(&css(".vision")).await?;
    ensure!(aims.contains("4.1") && aims.contains("4.4"), "{aims}");
    phone.inspect("part").await?;
    fits(&phone).await?;
    for other in ["a[href$='/export']", "a[href$='/review']", "a[href$='/calendar']", "a[href*='/vision/']"] {
        ensure!(!phone.has(&css(other)).await?, "{other}");
    }
    // What is not the part's leads to its first page.
    phone.open_page(&received, "export").await?;
    phone.at(&page("part")).await?;
    phone.follow(&css("#begin")).await?;
    phone.at(&page("section")).await?;
    phone.type_into(&field("A2-1"), "Un budget que les jeunes décident").await?;
    phone.leave().await?;
    phone.inspect("part-contacts").await?;
    fits(&phone).await?;
    phone.follow(&css("[data-next]")).await?;
    phone.type_into(&field("A2-6"), "Les jeunes ne sont pas entendus.").await?;
    phone.leave().await?;
    phone.inspect("part-description").await?;
    for _ in 0..3 {
        phone.follow(&css("[data-next]")).await?;
    }
    phone.add_row("A2-17").await?;
    phone.type_into(&field("A2-17").column("description"), "Un vote dans chaque collège").await?;
    phone.leave().await?;
    phone.inspect("part-milestones").await?;
    fits(&phone).await?;
    phone.follow(&css("[data-next]")).await?;
    phone.at(&page("give-back")).await?;
    phone.type_into(&css("#part-by"), "Ana, jeunesse").await?;
    phone.leave().await?;
    ensure!(!phone.has(&css(".banner")).await?, "nothing is begun");
    phone.inspect("give-back").await?;
    fits(&phone).await?;
    phone.click(&css("#save-part")).await?;
    let (name, content) = phone.download().await?;
    ensure!(name.contains("-table-jeunesse-rempli-"), "{name}");
    let text = String::from_utf8(content)?;
    let (plan, opened) = (sound_plan(&text)?, open(&text)?);
    assert_eq!(opened.made.scope, std::slice::from_ref(&new));
    assert_eq!((opened.made.by.as_str(), opened.made.table.as_str()), ("Ana, jeunesse", "Table jeunesse"));
    let own = format!("commitments/#{new}/");
    for path in own_paths(&opened.state) {
        ensure!(path.starts_with(&own), "{path} is not the table's");
    }
    assert_eq!(plan.commitments.len(), 1);
    assert_eq!(plan.commitments[0].title.text, "Un budget que les jeunes décident");
    assert_eq!(plan.commitments[0].milestones.len(), 1);

    // Back at the facilitator's, it joins the plan.
    browser.open_page(&draft, "received").await?;
    let path = browser.file("rendu.json", &text)?;
    browser.at(&css("#receive")).await?.send_keys(path.to_string_lossy()).await?;
    browser.click(&css("[data-file='rendu.json'] [data-act=join]")).await?;
    browser.at(&hook("received", "rendu.json")).await?;
    wait_until("the joined commitment", async || {
        let plan = browser.plan_of(&draft).await?;
        let joined = plan.commitments.iter().find(|of| of.id.as_str() == new);
        Ok(plan.vision.foreword.is_filled()
            && joined.is_some_and(|of| of.title.text == "Un budget que les jeunes décident"))
    })
    .await?;
    assert_eq!(browser.plan_of(&draft).await?.commitments.len(), commitments);

    // The start page tells it from a plan.
    phone.visit("#/").await?;
    let listed = phone.text_of(&css(".drafts")).await?;
    ensure!(listed.contains("part du plan pour Table jeunesse"), "{listed}");
    Ok(())
}

/// Everything at once, tables that come and go, and the way from an empty table to what it can be given.
async fn all_files_are_saved_at_once(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "workshop").await?;
    browser.click(&css("#save-part-1")).await?;
    browser.focus_comes_to(&in_table(1, "input[type=checkbox]")).await?;
    browser.click(&css("#add-table")).await?;
    browser.focus_comes_to(&css("#table-3-name")).await?;
    browser.click(&in_table(2, "[data-act=remove]")).await?;
    browser.focus_comes_to(&css("#table-1-name")).await?;
    assert_eq!(browser.count(&css("[data-table]")).await?, 2);
    assert_eq!(browser.text_of(&css("#table-2-name")).await?, "Table 3");
    for section in ["1", "2-3", "4", "5", "6", "7-9"] {
        browser.click(&scope_box(1, &format!("vision/{section}"))).await?;
    }
    browser.click(&scope_box(2, "vision/6")).await?;
    let said = browser.text_of(&in_table(2, ".option:has([data-scope='vision/6'])")).await?;
    ensure!(said.contains("Table 1"), "{said}");
    browser.click(&css("#save-parts")).await?;
    let mut scopes = Vec::new();
    for _ in 0..2 {
        let (name, content) = browser.download().await?;
        let text = String::from_utf8(content)?;
        ensure!(text.len() < MOST_BYTES, "{name} has {} bytes", text.len());
        sound_plan(&text)?;
        scopes.push(open(&text)?.made.scope.len());
    }
    scopes.sort_unstable();
    assert_eq!(scopes, [1, 6]);
    Ok(())
}

/// The sheet of one table prints alone; on paper there are its questions, with room to write.
#[tokio::test]
async fn a_table_has_its_sheet() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "workshop").await?;
    for section in ["1", "4", "5", "7-9"] {
        browser.click(&scope_box(1, &format!("vision/{section}"))).await?;
    }
    new_commitment(&browser, 2).await?;
    browser.execute("window.print = () => { window.wasPrinted = true; }", []).await?;
    browser.click(&css("#print-part-2")).await?;
    let asked: bool = browser.execute("return window.wasPrinted === true", []).await?.convert()?;
    ensure!(asked, "nothing was to be printed");
    let print = "dispatchEvent(new Event('beforeprint'));
        return [document.querySelector('.paper').innerText, document.querySelectorAll('.paper .sheet').length];";
    let (_, sheets): (String, usize) = browser.execute(print, []).await?.convert()?;
    assert_eq!(sheets, 1);
    printed(&browser, "sheet-commitment").await?;
    // Whoever prints the page itself gets all sheets.
    let text = printed(&browser, "sheets").await?;
    for said in ["Table 1", "Table 2", "4.1", "Valmont"] {
        ensure!(text.contains(said), "{said} is not in {text}");
    }
    ensure!(!browser.has(&css(".paper .sheet")).await?, "the sheet stays on the screen");
    Ok(())
}

#[tokio::test]
async fn a_part_by_the_keyboard_alone() -> Result<()> {
    let browser = Browser::new(Options { language: "en", ..Options::default() }).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "workshop").await?;
    browser.tab_to(&scope_box(1, "vision/1")).await?;
    browser.press(Key::Space).await?;
    browser.tab_to(&scope_box(1, "vision/4")).await?;
    browser.press(Key::Space).await?;
    browser.tab_to(&css("#save-part-1")).await?;
    browser.press(Key::Enter).await?;
    let (name, content) = browser.download().await?;
    let text = String::from_utf8(content)?;

    let table =
        Browser::new(Options { window: Window::Narrow, language: "en", ..Options::default() }).await?;
    table.open_file(&table.file(&name, &text)?).await?;
    table.inspect("part-two-sections").await?;
    fits(&table).await?;
    table.tab_to(&css("#begin")).await?;
    table.turn(async || table.press(Key::Enter).await).await?;
    table.tab_to(&field("A1-1.2").part("month")).await?;
    table.type_here("March").await?;
    table.tab_to(&css("[data-next]")).await?;
    table.turn(async || table.press(Key::Enter).await).await?;
    table.tab_to(&field("A1-4.1")).await?;
    table.type_here("A town that shows its accounts").await?;
    table.tab_to(&css("[data-previous]")).await?;
    table.turn(async || table.press(Key::Enter).await).await?;
    // A browser that shares and copies.
    let stand_in = "navigator.canShare = () => true;
        navigator.share = async (data) => { window.sharedFile = data.files[0].name; };
        navigator.clipboard.writeText = async (text) => { window.copiedText = text; };";
    table.execute(stand_in, []).await?;
    table.tab_to(&css("#give-back")).await?;
    table.turn(async || table.press(Key::Enter).await).await?;
    table.at(&page("give-back")).await?;
    table.inspect("give-back-two-sections").await?;
    fits(&table).await?;
    table.tab_to(&css("#share-part")).await?;
    table.press(Key::Enter).await?;
    let shared: String = table.execute("return window.sharedFile ?? ''", []).await?.convert()?;
    ensure!(shared.contains("-table-1-"), "{shared}");
    table.tab_to(&css("#copy-part")).await?;
    table.press(Key::Enter).await?;
    let copied: String = table.execute("return window.copiedText ?? ''", []).await?.convert()?;
    for said in [
        "Table 1",
        "4.1. ",
        "A town that shows its accounts",
        "1.2. ",
        "March",
        Lang::En.texts().ui.no_answer,
    ] {
        ensure!(copied.contains(said), "{said} is not in {copied}");
    }
    table.tab_back_to(&css("#save-part")).await?;
    table.press(Key::Enter).await?;
    let (_, content) = table.download().await?;
    table.focus_comes_to(&css("#given")).await?;
    let plan = sound_plan(&String::from_utf8(content)?)?;
    assert_eq!(plan.vision.long_term_vision.text, "A town that shows its accounts");
    Ok(())
}

/// Every page on the screen it was not made for.
#[tokio::test]
async fn the_pages_fit_every_screen() -> Result<()> {
    let phone = Browser::new(Options { window: Window::Phone, language: "es", ..Options::default() }).await?;
    let draft = phone.open_example().await?;
    phone.open_page(&draft, "workshop").await?;
    phone.click(&scope_box(1, "vision/5")).await?;
    new_commitment(&phone, 1).await?;
    phone.inspect("workshop").await?;
    fits(&phone).await?;
    let (name, text) = part_of(&phone, 1).await?;

    let browser = Browser::new(Options::default()).await?;
    let received = browser.open_file(&browser.file(&name, &text)?).await?;
    browser.inspect("part").await?;
    browser.follow(&css("#begin")).await?;
    browser.inspect("part-section").await?;
    browser.open_page(&received, "give-back").await?;
    browser.inspect("give-back").await?;
    // On paper, a part is its own questions and answers.
    let text = printed(&browser, "part-printed").await?;
    ensure!(text.contains("5.1") && !text.contains("4.1"), "{text}");
    Ok(())
}
