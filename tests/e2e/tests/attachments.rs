//! Files that go with a plan: picked, dropped and pasted, kept in the browser, sent inside, beside or not at all.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, Window, css, field, hook, page, wait_until};
use plan_ouvert::archive;
use plan_ouvert::enclosures::sha256;
use plan_ouvert::i18n::Lang;
use serde_json::{Value, json};

e2e::in_each_engine!(
    a_letter_travels_with_the_plan_and_is_saved_as_it_was,
    files_come_by_drop_and_by_paste_too
);

/// A document that says this.
fn pdf(says: &str) -> Vec<u8> {
    [b"%PDF-1.7\n", says.as_bytes()].concat()
}

/// Picks a file in the first row that has none.
async fn pick(browser: &Browser, question: &str, name: &str, content: &[u8]) -> Result<()> {
    let path = browser.file(name, content)?;
    let input = css(&format!("[data-question={question:?}][data-column=file] input[type=file]"));
    Ok(browser.at(&input).await?.send_keys(path.to_string_lossy()).await?)
}

/// What is shown of the file in the only row of a question.
async fn shown(browser: &Browser, question: &str) -> Result<String> {
    browser.text_of(&css(&format!("[data-question={question:?}][data-column=file] [data-sha256]"))).await
}

async fn a_letter_travels_with_the_plan_and_is_saved_as_it_was(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.add_row("A1-3").await?;
    let letter = pdf("Lettre d’introduction");
    pick(&browser, "A1-3", "lettre.pdf", &letter).await?;
    assert_eq!(shown(&browser, "A1-3").await?, "lettre.pdf (PDF, 1\u{a0}ko)");
    let name = browser.at(&field("A1-3").column("name")).await?.value().await?;
    assert_eq!(name.as_deref(), Some("lettre"), "the document is called as its file");
    browser.inspect("section-2-3-letter").await?;
    browser.saved().await?;
    browser.click(&hook("act", "save-file")).await?;
    assert_eq!(browser.download().await?, ("lettre.pdf".to_owned(), letter.clone()));

    // Inside the bundle, which another draft is made of.
    browser.open_page(&draft, "export").await?;
    browser.inspect("export-with-a-letter").await?;
    browser.click(&css("#save-bundle")).await?;
    let (name, inside) = browser.download().await?;
    ensure!(name.ends_with(".json"), "{name}");
    let bundle: Value = serde_json::from_slice(&inside)?;
    assert_eq!(bundle["attachments"][0]["sha256"], json!(sha256(&letter)));
    // Beside it in a zip, as a file like any other.
    browser.click(&css("#attachments-zip")).await?;
    let told = async || Ok(browser.text_of(&css("[data-file-name]")).await?.ends_with(".zip"));
    wait_until("the archive's name", told).await?;
    browser.click(&css("#save-bundle")).await?;
    let (name, zip) = browser.download().await?;
    ensure!(name.ends_with(".zip"), "{name}");
    let entries = archive::unpack(&zip, 1 << 20).ok().context("an archive")?;
    assert_eq!(entries.last().context("the letter")?, &("lettre.pdf".to_owned(), letter.clone()));
    browser.click(&css("#attachments-without")).await?;
    browser.click(&css("#save-bundle")).await?;
    let (name, without) = browser.download().await?;
    ensure!(name.ends_with("-sans-pieces-jointes.json"), "{name}");
    assert_eq!(serde_json::from_slice::<Value>(&without)?["attachments"][0]["data"], Value::Null);
    // The final file has the letter, whatever was chosen for the others.
    browser.click(&css("#save-final")).await?;
    let (name, last) = browser.download().await?;
    ensure!(name.ends_with("-final.json"), "{name}");
    assert_eq!(serde_json::from_slice::<Value>(&last)?["attachments"], bundle["attachments"]);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());

    // Elsewhere the letter is there where it was sent, and named where not.
    for (name, content, has_letter) in
        [("a.json", &inside, true), ("b.zip", &zip, true), ("c.json", &without, false)]
    {
        let elsewhere = Browser::new(engine).await?;
        let path = elsewhere.file(name, content)?;
        if has_letter {
            elsewhere.open_file(&path).await?;
        } else {
            elsewhere.choose_file(&path).await?;
            let told = elsewhere.text_of(&css("#unknown")).await?;
            ensure!(told.contains(Lang::Fr.texts().ui.came_without) && told.contains("lettre.pdf"), "{told}");
            elsewhere.follow(&css("#open-as-draft")).await?;
        }
        let copy = elsewhere.draft_shown().await?;
        elsewhere.open_page(&copy, "vision/2-3").await?;
        elsewhere.click(&css("[data-question='A1-3'] .open-row, .open-row")).await?;
        assert_eq!(shown(&elsewhere, "A1-3").await?, "lettre.pdf (PDF, 1\u{a0}ko)");
        if has_letter {
            elsewhere.click(&hook("act", "save-file")).await?;
            assert_eq!(elsewhere.download().await?.1, letter);
        } else {
            // Whoever has the file gives it back to the plan.
            elsewhere.inspect("section-2-3-letter-missing").await?;
            pick(&elsewhere, "A1-3", "lettre (1).pdf", &letter).await?;
            elsewhere.at(&hook("act", "save-file")).await?;
        }
        assert_eq!(elsewhere.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}

async fn files_come_by_drop_and_by_paste_too(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/7-9").await?;
    let send = "const [question, way, names] = arguments;
        const transfer = new DataTransfer();
        for (const name of names) transfer.items.add(new File(['%PDF-1.7 ' + name], name));
        const to = document.getElementById(question + '-group');
        const event = way === 'drop'
            ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
        to.dispatchEvent(event);";
    browser.execute(send, [json!("A1-8"), json!("drop"), json!(["strategie.pdf", "annexe.pdf"])]).await?;
    wait_until("two documents", async || Ok(browser.rows_of("A1-8").await?.len() == 2)).await?;
    // Of a pretended paste Firefox takes no files.
    let count = if engine == Engine::Firefox {
        2
    } else {
        browser.execute(send, [json!("A1-8"), json!("paste"), json!(["capture.pdf"])]).await?;
        3
    };
    wait_until("the documents", async || Ok(browser.rows_of("A1-8").await?.len() == count)).await?;
    browser.saved().await?;
    let plan = browser.plan_of(&draft).await?;
    let names: Vec<&str> = plan.vision.documents.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["strategie", "annexe", "capture"][..count]);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn what_cannot_go_with_a_plan_is_refused_where_it_came_from() -> Result<()> {
    let ui = &Lang::Fr.texts().ui;
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.add_row("A1-3").await?;
    let macros = archive::pack(&[("word/document.xml", b""), ("word/vbaProject.bin", b"")]);
    for (name, content, says) in [
        ("vide.pdf", Vec::new(), ui.file_is_empty),
        ("page.pdf", b"<html><script>alert(1)</script>".to_vec(), ui.file_of_no_kind),
        ("image.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), ui.file_of_no_kind),
        ("lettre.docx", macros, ui.file_has_macros),
        ("film.pdf", vec![b'%'; 19 << 20], ui.file_too_much),
    ] {
        pick(&browser, "A1-3", name, &content).await?;
        let end = says.rsplit('}').next().context("an end")?;
        wait_until(&format!("words on {name}"), async || {
            let said = browser.text_of(&css("[data-row] .refused")).await?;
            Ok(said.contains(name) && said.ends_with(end))
        })
        .await?;
    }
    browser.inspect("section-2-3-refused").await?;
    assert_eq!(
        browser.plan_of(&draft).await?.vision.letter.iter().filter(|row| row.file.0.is_some()).count(),
        0
    );
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_file_outlives_the_browser_and_a_step_back() -> Result<()> {
    let mut browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.add_row("A1-3").await?;
    let letter = pdf("Lettre");
    pick(&browser, "A1-3", "lettre.pdf", &letter).await?;
    browser.at(&hook("act", "save-file")).await?;
    browser.click(&hook("act", "take-out-file")).await?;
    browser.gone(&hook("act", "save-file")).await?;
    browser.click(&css("#undo")).await?;
    browser.at(&hook("act", "save-file")).await?;
    browser.saved().await?;
    browser.restart().await?;
    browser.at(&page("start")).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.click(&css(".open-row")).await?;
    browser.click(&hook("act", "save-file")).await?;
    assert_eq!(browser.download().await?.1, letter);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A plan with a letter of this content, and its file sent without the letter and with it inside.
async fn sent(letter: &[u8]) -> Result<[Vec<u8>; 2]> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.add_row("A1-3").await?;
    pick(&browser, "A1-3", "lettre.pdf", letter).await?;
    browser.at(&hook("act", "save-file")).await?;
    browser.open_page(&draft, "export").await?;
    browser.click(&css("#attachments-without")).await?;
    browser.click(&css("#save-bundle")).await?;
    let (_, without) = browser.download().await?;
    let mail = browser.text_of(&css("#mail-body")).await?;
    ensure!(mail.contains("suivent à part") && mail.contains("lettre.pdf"), "{mail}");
    browser.click(&css("#attachments-inside")).await?;
    browser.click(&css("#save-bundle")).await?;
    let (_, inside) = browser.download().await?;
    let told = async || Ok(!browser.text_of(&css("#mail-body")).await?.contains("à part"));
    wait_until("the letter is in the file now", told).await?;
    Ok([without, inside])
}

#[tokio::test]
async fn a_file_that_brings_nothing_but_a_missing_letter_brings_that() -> Result<()> {
    let letter = pdf("Lettre");
    let [without, inside] = sent(&letter).await?;
    let options = Options { window: Window::Phone, language: "es", ..Options::default() };
    let browser = Browser::new(options).await?;
    let draft = browser.open_file(&browser.file("sans.json", &without)?).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.at(&css("[data-missing]")).await?;
    browser.inspect("section-2-3-letter-missing-closed").await?;
    browser.open_page(&draft, "received").await?;
    let path = browser.file("avec.json", &inside)?;
    browser.at(&css("#receive")).await?.send_keys(path.to_string_lossy()).await?;
    browser.at(&css("[data-file='avec.json'][data-effects=attachments]")).await?;
    browser.inspect("received-missing-letter").await?;
    assert_eq!(browser.attachments_kept().await?, 0, "nothing is made of it yet");
    browser.click(&hook("act", "take-files")).await?;
    browser.gone(&css("[data-file='avec.json']")).await?;
    assert_eq!(browser.attachments_kept().await?, 1);
    browser.open_page(&draft, "vision/2-3").await?;
    browser.gone(&css("[data-missing]")).await?;
    browser.click(&css(".open-row")).await?;
    browser.click(&hook("act", "save-file")).await?;
    assert_eq!(browser.download().await?.1, letter);
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn another_file_in_the_place_of_a_missing_one_is_said_to_be_another() -> Result<()> {
    let [without, _] = sent(&pdf("Lettre")).await?;
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_file(&browser.file("sans.json", &without)?).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.click(&css(".open-row")).await?;
    pick(&browser, "A1-3", "autre.pdf", &pdf("Une autre")).await?;
    let said = async || Ok(browser.text_of(&css(".notice")).await?.contains("pas le même fichier"));
    wait_until("that it is another", said).await?;
    Ok(())
}

/// A table's letter goes back with its part, in the way that is chosen; the table itself gets none.
#[tokio::test]
async fn a_table_gives_its_letter_back_with_its_part() -> Result<()> {
    let ui = &Lang::Fr.texts().ui;
    let letter = pdf("Lettre");
    let [_, inside] = sent(&letter).await?;
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_file(&browser.file("avec.json", &inside)?).await?;
    browser.open_page(&draft, "workshop").await?;
    browser.inspect("workshop-letter").await?;
    browser.click(&css("[data-table='1'] [data-scope='vision/2-3']")).await?;
    browser.click(&css("#save-part-1")).await?;
    let (name, part) = browser.download().await?;

    let options = Options { window: Window::Phone, language: "en", ..Options::default() };
    let table = Browser::new(options).await?;
    let part = table.open_file(&table.file(&name, &part)?).await?;
    table.open_page(&part, "vision/2-3").await?;
    table.at(&css("[data-missing]")).await?;
    table.click(&css(".open-row")).await?;
    pick(&table, "A1-3", "lettre.pdf", &letter).await?;
    table.at(&hook("act", "save-file")).await?;
    table.open_page(&part, "give-back").await?;
    let said = table.text_of(&css("main")).await?;
    ensure!(said.contains(ui.give_back_no_files), "{said}");
    table.inspect("give-back-letter").await?;
    for (way, has_letter) in [("inside", true), ("without", false)] {
        table.click(&css(&format!("#attachments-{way}"))).await?;
        table.click(&css("#save-part")).await?;
        let given: Value = serde_json::from_slice(&table.download().await?.1)?;
        assert_eq!(given["attachments"][0]["data"].is_string(), has_letter, "{way}");
    }
    assert_eq!(table.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// What is left out leaves nothing behind, and what is opened beside a draft has a name of its own.
#[tokio::test]
async fn the_letter_of_a_file_is_kept_only_once_something_is_made_of_it() -> Result<()> {
    let [_, inside] = sent(&pdf("Lettre")).await?;
    let options = Options { window: Window::Narrow, language: "en", ..Options::default() };
    let browser = Browser::new(options).await?;
    let path = browser.file("avec.json", &inside)?;
    browser.choose_file(&path).await?;
    browser.click(&css("#unknown [data-act=leave-out]")).await?;
    browser.gone(&css("#unknown")).await?;
    assert_eq!(browser.attachments_kept().await?, 0);
    browser.open_file(&path).await?;
    assert_eq!(browser.attachments_kept().await?, 1);
    browser.visit("#/").await?;
    browser.choose_file(&path).await?;
    browser.at(&css("#known")).await?;
    browser.inspect("start-known").await?;
    browser.click(&css("#known [data-act=leave-out]")).await?;
    browser.gone(&css("#known")).await?;
    browser.choose_file(&path).await?;
    browser.follow(&hook("act", "known-beside")).await?;
    browser.visit("#/").await?;
    let names = "return [...document.querySelectorAll('.drafts h3')].map((name) => name.textContent)";
    let names: Vec<String> = browser.execute(names, []).await?.convert()?;
    ensure!(names.len() == 2 && names[0] != names[1], "{names:?}");
    ensure!(names.iter().any(|name| name.contains("avec.json")), "{names:?}");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// What mail may refuse is said before it is sent.
#[tokio::test]
async fn a_bundle_too_large_for_mail_is_said_to_be() -> Result<()> {
    let options = Options { window: Window::Phone, language: "en", ..Options::default() };
    let browser = Browser::new(options).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.add_row("A1-3").await?;
    let mut letter = pdf("Lettre");
    letter.resize(4_500_000, b' ');
    pick(&browser, "A1-3", "lettre.pdf", &letter).await?;
    browser.at(&hook("act", "save-file")).await?;
    browser.open_page(&draft, "export").await?;
    browser.at(&hook("banner", "large")).await?;
    browser.inspect("export-too-large-for-mail").await?;
    // Packed beside the plan it is less.
    browser.click(&css("#attachments-zip")).await?;
    browser.gone(&hook("banner", "large")).await?;
    Ok(())
}
