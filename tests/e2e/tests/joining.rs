//! Copies that come back: seen before they are joined, joined, decided, taken back.

use anyhow::{Context, Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Engine, Options, Place, Window, css, field, hook, page, wait_until};
use serde_json::json;
use thirtyfour::Key;

e2e::in_each_engine!(a_returned_file_is_seen_joined_and_taken_back);

/// The file of a draft, as its page saves it.
async fn file_of(browser: &Browser, draft: &str, name: &str) -> Result<std::path::PathBuf> {
    browser.open_page(draft, "export").await?;
    browser.type_into(&css("#made-by"), name).await?;
    let (_, text) = browser.export(draft).await?;
    browser.file(&format!("{name}.json"), text)
}

/// Chooses files on the page of received files, without waiting for what they bring.
async fn receive(browser: &Browser, draft: &str, files: &[&std::path::Path]) -> Result<()> {
    browser.open_page(draft, "received").await?;
    for file in files {
        browser.at(&css("#receive")).await?.send_keys(file.to_string_lossy()).await?;
        let name = file.file_name().context("a name")?.to_string_lossy().into_owned();
        browser.at(&preview(&name)).await?;
    }
    Ok(())
}

fn preview(file: &str) -> Place {
    css(&format!("[data-file={file:?}]"))
}

fn in_preview(file: &str, what: &str) -> Place {
    css(&format!("[data-file={file:?}] {what}"))
}

/// Somebody else's browser with a copy of a draft in it.
async fn colleague(text: &str, options: Options) -> Result<(Browser, String)> {
    let browser = Browser::new(options).await?;
    let path = browser.file("reçu.json", text)?;
    let draft = browser.open_file(&path).await?;
    Ok((browser, draft))
}

async fn foreword(browser: &Browser, draft: &str, text: &str) -> Result<()> {
    browser.open_page(draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), text).await?;
    browser.saved().await
}

async fn a_returned_file_is_seen_joined_and_taken_back(engine: Engine) -> Result<()> {
    let office = Browser::new(engine).await?;
    let draft = office.new_plan().await?;
    foreword(&office, &draft, "Un premier texte.").await?;
    let (_, text) = office.export(&draft).await?;
    let (ana, copy) = colleague(&text, engine.into()).await?;
    foreword(&ana, &copy, "Un premier texte, relu.").await?;
    ana.open_page(&copy, "vision/4").await?;
    ana.type_into(&field("A1-4.1"), "Une ville ouverte.").await?;
    let file = file_of(&ana, &copy, "Ana").await?;

    receive(&office, &draft, &[&file]).await?;
    let said = office.text_of(&preview("Ana.json")).await?;
    ensure!(said.contains("envoyé par Ana"), "{said}");
    ensure!(said.contains("1 réponse nouvelle") && said.contains("1 réponse modifiée"), "{said}");
    office.click(&in_preview("Ana.json", "summary")).await?;
    office.at(&in_preview("Ana.json", "[data-compared='A1-2'] ins")).await?;
    office.inspect("received").await?;
    office.click(&in_preview("Ana.json", "[data-act=join]")).await?;
    office.at(&hook("received", "Ana.json")).await?;
    let vision = async || Ok::<_, anyhow::Error>(office.plan_of(&draft).await?.vision);
    wait_until("the joined answers", async || {
        let vision = vision().await?;
        Ok(vision.foreword.text == "Un premier texte, relu."
            && vision.long_term_vision.text == "Une ville ouverte.")
    })
    .await?;
    ensure!(!office.has(&css("#settle")).await?, "Ana wrote after what the office wrote");

    // All of it can be taken back.
    office.click(&css(".notice .undo")).await?;
    wait_until("as it was", async || {
        let vision = vision().await?;
        Ok(vision.foreword.text == "Un premier texte." && vision.long_term_vision.text.is_empty())
    })
    .await?;
    office.at(&css("[data-received='Ana.json'][data-taken-back]")).await?;

    // Joined after all; and once more, which changes nothing and says so.
    receive(&office, &draft, &[&file]).await?;
    office.click(&in_preview("Ana.json", "[data-act=join]")).await?;
    office.at(&css("[data-received='Ana.json']:not([data-taken-back])")).await?;
    receive(&office, &draft, &[&file]).await?;
    assert_eq!(office.at(&preview("Ana.json")).await?.attr("data-effects").await?.as_deref(), Some("none"));
    office.click(&in_preview("Ana.json", "[data-act=skip]")).await?;
    office.gone(&preview("Ana.json")).await?;

    // What went out with it meanwhile does not bring it back.
    office.open_page(&draft, "export").await?;
    let (_, sent) = office.export(&draft).await?;
    office.click(&css(".notice:has(.undo) .undo")).await?;
    wait_until("as it was before", async || Ok(vision().await?.foreword.text == "Un premier texte.")).await?;
    let sent = office.file("sent.json", &sent)?;
    receive(&office, &draft, &[&sent]).await?;
    assert_eq!(office.at(&preview("sent.json")).await?.attr("data-effects").await?.as_deref(), Some("none"));
    for browser in [&office, &ana] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}

/// Both wrote in the same answers: the page of differences goes through them, by keyboard alone.
#[tokio::test]
async fn differences_are_decided_by_keyboard() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.new_plan().await?;
    foreword(&office, &draft, "Ensemble pour une ville ouverte.").await?;
    let commitment = office.add_commitment(&draft).await?;
    office.type_into(&field("A2-1"), "Publier le budget").await?;
    let (_, text) = office.export(&draft).await?;
    let (ana, copy) = colleague(&text, Options::default()).await?;
    foreword(&ana, &copy, "Ensemble pour une commune ouverte.").await?;
    ana.open_page(&copy, &format!("commitment/{commitment}/contacts")).await?;
    ana.type_into(&field("A2-1"), "Publier le budget détaillé").await?;
    ana.open_page(&copy, "vision/4").await?;
    ana.type_into(&field("A1-4.1"), "D’Ana").await?;
    let file = file_of(&ana, &copy, "Ana").await?;
    foreword(&office, &draft, "Ensemble pour une ville plus ouverte.").await?;
    office.open_page(&draft, "vision/4").await?;
    office.type_into(&field("A1-4.1"), "Du bureau").await?;
    office.visit(&format!("#/plan/{draft}")).await?;
    office.click(&hook("act", "remove").in_row(&commitment)).await?;
    office.saved().await?;

    receive(&office, &draft, &[&file]).await?;
    office.click(&in_preview("Ana.json", "[data-act=join]")).await?;
    office.follow(&css("#settle")).await?;
    office.at(&page("differences")).await?;
    let said = office.text_of(&css(".difference .above")).await?;
    assert_eq!(said, "Différence 1 sur 3");
    office.inspect("differences").await?;
    office.at(&css("mark")).await?;

    // Keep one: from the heading on with Tab and Enter.
    let press = async |keys: &[Key]| -> Result<()> {
        for key in keys {
            office.active_element().await?.send_keys(key.clone() + "").await?;
        }
        Ok(())
    };
    let tab_to = async |wanted: &str| -> Result<()> {
        for _ in 0..30 {
            let is_there = "return document.activeElement.matches(arguments[0])";
            if office.execute(is_there, [json!(wanted)]).await?.convert::<bool>()? {
                return Ok(());
            }
            press(&[Key::Tab]).await?;
        }
        anyhow::bail!("Tab does not come to {wanted}")
    };
    tab_to("[data-act=keep]").await?;
    press(&[Key::Enter]).await?;
    wait_until("the next one", async || {
        Ok(office.text_of(&css(".difference .above")).await? == "Différence 1 sur 2")
    })
    .await?;
    wait_until("the focus on it", async || Ok(office.focus().await? == "#difference")).await?;
    // Write a third.
    tab_to("summary").await?;
    press(&[Key::Enter]).await?;
    tab_to("#difference-text").await?;
    office.active_element().await?.send_keys(Key::Control + "a").await?;
    office.active_element().await?.send_keys("De nous deux").await?;
    tab_to("[data-act=write]").await?;
    press(&[Key::Enter]).await?;
    // The commitment that one took out and the other wrote in.
    office.at(&hook("difference", &format!("commitments/#{commitment}/"))).await?;
    office.inspect("differences-row").await?;
    tab_to("[data-act=keep-row]").await?;
    press(&[Key::Enter]).await?;
    office.gone(&css(".difference")).await?;
    wait_until("the focus on the heading", async || Ok(office.focus().await? == "#heading")).await?;
    office.inspect("differences-none").await?;
    let (_, text) = office.export(&draft).await?;
    let plan = sound_plan(&text)?;
    assert_eq!(plan.vision.long_term_vision.text, "De nous deux");
    assert_eq!(plan.commitments[0].title.text, "Publier le budget détaillé");
    // An old file again changes nothing of what was decided.
    receive(&office, &draft, &[&file]).await?;
    assert_eq!(office.at(&preview("Ana.json")).await?.attr("data-effects").await?.as_deref(), Some("none"));
    assert_eq!(office.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// On a phone the versions stand one below the other.
#[tokio::test]
async fn differences_on_a_phone() -> Result<()> {
    let office = Browser::new(Options { window: Window::Narrow, ..Options::default() }).await?;
    let draft = office.new_plan().await?;
    foreword(&office, &draft, "Un texte.").await?;
    let (_, text) = office.export(&draft).await?;
    let (ana, copy) = colleague(&text, Options::default()).await?;
    foreword(&ana, &copy, "Un texte d’Ana, avec un mot très long : anticonstitutionnellement.").await?;
    let file = file_of(&ana, &copy, "Ana").await?;
    foreword(&office, &draft, "Un texte du bureau.").await?;
    receive(&office, &draft, &[&file]).await?;
    office.inspect("received").await?;
    office.click(&in_preview("Ana.json", "[data-act=join]")).await?;
    office.follow(&css("#settle")).await?;
    office.inspect("differences").await?;
    let width = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(office.execute(width, []).await?.convert::<i64>()?, 0, "nothing scrolls sideways");
    Ok(())
}

/// On the start page a copy of a draft is known as such; a file of another plan cannot be joined.
#[tokio::test]
async fn a_copy_is_known_on_the_start_page() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    foreword(&browser, &draft, "Un.").await?;
    let (_, text) = browser.export(&draft).await?;
    let file = browser.file("copie.json", &text)?;
    foreword(&browser, &draft, "Deux.").await?;
    browser.visit("#/").await?;
    browser.choose_file(&file).await?;
    browser.at(&css("#known")).await?;
    browser.inspect("start-known").await?;
    assert_eq!(browser.drafts().await?.len(), 1);
    browser.click(&css("[data-act=known-join]")).await?;
    browser.at(&preview("copie.json")).await?;
    assert_eq!(browser.draft_shown().await?, draft);
    assert_eq!(
        browser.at(&preview("copie.json")).await?.attr("data-effects").await?.as_deref(),
        Some("none")
    );

    browser.visit("#/").await?;
    browser.choose_file(&file).await?;
    browser.at(&css("#known")).await?;
    browser.turn(async || browser.click(&css("[data-act=known-beside]")).await).await?;
    let beside = browser.draft_shown().await?;
    ensure!(beside != draft, "a draft beside it");
    assert_eq!(browser.plan_of(&beside).await?.vision.foreword.text, "Un.");
    assert_eq!(browser.plan_of(&draft).await?.vision.foreword.text, "Deux.");

    browser.visit("#/").await?;
    let other = browser.new_plan().await?;
    browser.open_page(&other, "received").await?;
    browser.at(&css("#receive")).await?.send_keys(file.to_string_lossy()).await?;
    let said = browser.text_of(&preview("copie.json")).await?;
    ensure!(said.contains("autre plan"), "{said}");
    ensure!(!browser.has(&in_preview("copie.json", "[data-act=join]")).await?, "it cannot be joined");
    Ok(())
}

/// A file that clears much is asked about once more.
#[tokio::test]
async fn a_file_that_clears_much_asks_again() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.new_plan().await?;
    foreword(&office, &draft, "Un avant-propos.").await?;
    let (_, text) = office.export(&draft).await?;
    let (ana, copy) = colleague(&text, Options::default()).await?;
    ana.open_page(&copy, "vision/2-3").await?;
    ana.type_into(&field("A1-2"), "\u{e017}").await?;
    ana.saved().await?;
    let file = file_of(&ana, &copy, "Ana").await?;
    receive(&office, &draft, &[&file]).await?;
    let join = in_preview("Ana.json", "[data-act=join]");
    ensure!(!office.at(&join).await?.is_enabled().await?, "somebody must say so first");
    office.inspect("received-clears").await?;
    office.click(&in_preview("Ana.json", "input[type=checkbox]")).await?;
    office.click(&join).await?;
    wait_until("the empty answer", async || Ok(office.plan_of(&draft).await?.vision.foreword.text.is_empty()))
        .await
}

/// Five copies of a full plan with forty answers each: joined in no more time than a blink.
#[tokio::test]
async fn five_copies_are_joined_in_time() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.open_example().await?;
    let (_, text) = office.export(&draft).await?;
    let bundle: serde_json::Value = serde_json::from_str(&text)?;
    let mut places = Vec::new();
    texts(&bundle["plan"], "", &mut places);
    let mut files = Vec::new();
    for person in 0..5 {
        let mut copy = bundle.clone();
        for at in 0..40 {
            let place = &places[(person * 7 + at) % places.len()];
            *copy["plan"].pointer_mut(place).context("a text")? = json!(format!("{person} : {place}"));
        }
        files.push(office.file(&format!("table-{person}.json"), copy.to_string())?);
    }
    receive(&office, &draft, &files.iter().map(std::path::PathBuf::as_path).collect::<Vec<_>>()).await?;
    let before = office.worked().await?;
    office.click(&css("#join-all")).await?;
    office.gone(&css(".preview")).await?;
    let took = office.worked().await? - before;
    println!("five copies are joined in {took:.0} ms");
    ensure!(took < 200.0, "it took {took:.0} ms");
    let open = office.text_of(&css("#settle")).await?;
    ensure!(open.contains("différences"), "{open}");
    assert_eq!(office.console_errors().await?, Vec::<String>::new());
    Ok(())
}

fn texts(value: &serde_json::Value, at: &str, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            members.iter().for_each(|(key, value)| texts(value, &format!("{at}/{key}"), found));
        }
        serde_json::Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| texts(value, &format!("{at}/{index}"), found));
        }
        serde_json::Value::String(_) if at.ends_with("/text") => found.push(at.to_owned()),
        _ => {}
    }
}
