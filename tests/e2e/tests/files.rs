//! Opening: any file name, a paste and a drop; and whatever is no sound bundle gets its own words within two
//! seconds and costs nothing.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Engine, Options, css, hook, wait_until};
use plan_ouvert::i18n::Lang;
use plan_ouvert::question::Question;
use serde_json::{Value, json};

e2e::in_each_engine!(
    a_flawed_file_opens_and_says_what_is_amiss,
    a_bundle_comes_by_drop_and_by_paste_too,
    what_a_newer_version_wrote_is_kept,
);

const EXAMPLE: &str = include_str!("../../../public/example.json");
const GOLDEN: &str = include_str!("../../golden/1.0.json");
const MEBIBYTE: usize = 1024 * 1024;
/// How long a person waits for an answer to a file at the most.
const AT_MOST: Duration = Duration::from_secs(2);

/// A file that must not open, and the sentence that says why.
struct Hostile {
    name: &'static str,
    content: Vec<u8>,
    says: &'static str,
}

fn hostile_files() -> Result<Vec<Hostile>> {
    let ui = &Lang::Fr.texts().ui;
    let file = |name, content: String, says| Hostile { name, content: content.into_bytes(), says };
    let mut example: Value = serde_json::from_str(EXAMPLE)?;
    let changed = |change: fn(&mut Value)| {
        let mut copy = example.clone();
        change(&mut copy);
        copy.to_string()
    };
    let newer = changed(|file| file["format_version"] = "2.0".into());
    let other = changed(|file| file["format"] = "something-else".into());
    let planless = changed(|file| file["plan"] = Value::Null);
    let many = changed(|file| {
        let commitment = file["plan"]["commitments"][0].clone();
        file["plan"]["commitments"] = vec![commitment; 1000].into();
    });
    example["plan"]["vision"]["foreword"]["text"] = "Une ville ouverte. ".repeat(20 * MEBIBYTE / 19).into();
    let half = EXAMPLE.char_indices().nth(EXAMPLE.chars().count() / 2).context("the middle")?.0;
    let cut = EXAMPLE.get(..half).context("the first half")?.to_owned();
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let twice = EXAMPLE.replacen("\"plan\": {", "\"plan\": { \"language\": \"en\",", 1);
    Ok(vec![
        file("lettre.docx", "PK\u{3}\u{4} une lettre".to_owned(), ui.bundle_not_text),
        file("autre.json", other, ui.bundle_other_format),
        file("plus récent.json", newer, ui.bundle_newer),
        file("sans plan.json", planless, ui.bundle_no_plan),
        file("coupé.json", cut, ui.bundle_truncated),
        file("vingt.json", example.to_string(), ui.bundle_too_much_text),
        file("profond.json", nested, ui.bundle_too_deep),
        file("mille.json", many, ui.bundle_too_many_commitments),
        file("double.json", twice, ui.bundle_duplicate_key),
        Hostile { name: "énorme.json", content: vec![b' '; 41 * MEBIBYTE], says: ui.bundle_too_large },
        Hostile { name: "vide.json", content: Vec::new(), says: ui.bundle_empty },
    ])
}

/// Whether a text is what a template says, with any values in its braces.
fn is_said(template: &str, text: &str) -> bool {
    let mut rest = text;
    template.split(['{', '}']).step_by(2).all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => part.is_empty(),
    })
}

/// The words on the last file that did not open.
async fn refusal(browser: &Browser) -> Result<String> {
    browser.text_of(&css("#refused")).await
}

/// What the line at the foot said, also where it has gone since.
async fn lines_said(browser: &Browser) -> Result<Vec<String>> {
    Ok(browser.execute("return window.linesSaid", []).await?.convert()?)
}

#[tokio::test]
async fn a_large_file_is_said_to_be_read_and_a_small_one_is_not() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    browser.at(&css("#new-plan")).await?;
    let note = "window.linesSaid = [];
        const place = document.querySelector('.notices');
        const note = () => linesSaid.push(...[...place.querySelectorAll('p')].map((line) => line.textContent));
        new MutationObserver(note).observe(place, { childList: true, subtree: true });";
    browser.execute(note, []).await?;
    let reading = |name: &str| format!("Lecture de «\u{a0}{name}\u{a0}»…");
    browser.choose_file(&browser.file("petit.json", EXAMPLE)?).await?;
    browser.at(&css("#open-as-draft")).await?;
    ensure!(!lines_said(&browser).await?.contains(&reading("petit.json")), "half a second is not so long");
    let large = format!("{EXAMPLE}{}", " ".repeat(200_000));
    browser.choose_file(&browser.file("grand.json", large)?).await?;
    wait_until("a line on the large file", async || {
        Ok(lines_said(&browser).await?.contains(&reading("grand.json")))
    })
    .await?;
    browser.gone(&css(".notice")).await
}

#[tokio::test]
async fn a_hostile_file_gets_its_own_words_and_costs_nothing() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let kept = browser.open_file(&browser.file("exemple.json", EXAMPLE)?).await?;
    browser.visit("#/").await?;
    let before = browser.drafts().await?;
    assert_eq!(before.iter().map(|(id, _)| id).collect::<Vec<_>>(), [&kept]);
    for Hostile { name, content, says } in hostile_files()? {
        let path = browser.file(name, content)?;
        let said = async || refusal(&browser).await;
        let last = said().await?;
        let start = Instant::now();
        browser.choose_file(&path).await?;
        wait_until(&format!("words on {name}"), async || {
            let said = said().await?;
            Ok(!said.is_empty() && said != last)
        })
        .await?;
        let (took, said) = (start.elapsed(), said().await?);
        ensure!(is_said(says, &said), "{name}: {said}");
        ensure!(took < AT_MOST, "{name}: {took:?}");
        browser.focus_comes_to(&css("#refused")).await?;
        assert_eq!(browser.drafts().await?, before, "{name}");
    }
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A wrong value costs that answer alone; a changed file opens as it is. Both are said.
async fn a_flawed_file_opens_and_says_what_is_amiss(engine: Engine) -> Result<()> {
    let ui = &Lang::Fr.texts().ui;
    let browser = Browser::new(engine).await?;
    let mut file: Value = serde_json::from_str(GOLDEN)?;
    let wrong = json!({ "from": "another app" });
    file["plan"]["commitments"][0]["title"] = json!([wrong]);
    browser.choose_file(&browser.file("retouché.json", file.to_string())?).await?;
    let notes = browser.text_of(&css("#unknown")).await?;
    let title = Lang::Fr.texts().question(Question::Title).label;
    let named = format!("Engagement 1 – 1. {title}");
    for said in [ui.digest_differs, ui.fault_unexpected, &named] {
        ensure!(notes.contains(said), "{said}\n-- is not in --\n{notes}");
    }
    browser.focus_comes_to(&css("#unknown")).await?;
    browser.inspect("start-opened-with-notes").await?;
    assert_eq!(browser.drafts().await?.len(), 0, "nothing is made of it before somebody says so");
    browser.follow(&css("#open-as-draft")).await?;
    let draft = browser.draft_shown().await?;
    let sent = browser.text_of(&css(".received")).await?;
    ensure!(sent.contains("Ana Díaz") && sent.contains("Notre part de l’engagement 1"), "{sent}");
    let mut expected = e2e::bundle::open(GOLDEN)?.plan;
    expected.commitments.first_mut().context("a commitment")?.title = Default::default();
    // What could not be read travels on as it is, for whoever can read it, and is told again.
    let exported = e2e::bundle::open(&browser.export(&draft).await?.1)?;
    let faults: Vec<_> = exported.faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(faults, ["commitments/0/title"]);
    assert_eq!(e2e::bundle::json(&exported.plan), e2e::bundle::json(&expected));
    Ok(())
}

async fn a_bundle_comes_by_drop_and_by_paste_too(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let drop = "const transfer = new DataTransfer();
        transfer.items.add(new File([arguments[0]], 'plan.bak', { type: 'application/octet-stream' }));
        const dropped = { dataTransfer: transfer, bubbles: true, cancelable: true };
        document.querySelector('.opening').dispatchEvent(new DragEvent('dragover', dropped));
        document.querySelector('.opening').dispatchEvent(new DragEvent('drop', dropped));";
    let paste = "const transfer = new DataTransfer();
        transfer.setData('text/plain', arguments[0]);
        // Of a pretended paste Firefox takes a text only so.
        const firefox = { data: arguments[0], dataType: 'text/plain' };
        const pasted = { clipboardData: transfer, ...firefox, bubbles: true, cancelable: true };
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', pasted));";
    let wanted = sound_plan(GOLDEN)?;
    for way in [drop, paste] {
        browser.visit("#/").await?;
        browser
            .turn(async || {
                browser.execute(way, [json!(GOLDEN)]).await?;
                // The second time it is a copy of a draft.
                let open = if way == paste { "[data-act=known-beside]" } else { "#open-as-draft" };
                browser.click(&css(open)).await
            })
            .await?;
        let draft = browser.draft_shown().await?;
        assert_eq!(sound_plan(&browser.export(&draft).await?.1)?, wanted);
    }
    assert_eq!(browser.drafts().await?.len(), 2);
    // Pasting into a field is no opening.
    browser.visit("#/").await?;
    browser.click(&hook("act", "rename")).await?;
    browser.focus_comes_to(&css("form.rename input")).await?;
    browser.execute(paste, [json!("{ \"format\"")]).await?;
    ensure!(refusal(&browser).await?.is_empty(), "the paste was the field's");
    Ok(())
}

/// What another version wrote into the file beside the plan goes out again.
async fn what_a_newer_version_wrote_is_kept(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let mut file: Value = serde_json::from_str(GOLDEN)?;
    file["format_version"] = "1.9".into();
    file["from_the_future"] = json!({ "kept": ["to", "the letter"] });
    file["plan"]["commitments"][0]["from_the_future"] = json!(42);
    if let Some(members) = file.as_object_mut() {
        members.remove("integrity");
    }
    let draft = browser.open_file(&browser.file("1.9.json", file.to_string())?).await?;
    let again: Value = serde_json::from_str(&browser.export(&draft).await?.1)?;
    assert_eq!(again["from_the_future"], file["from_the_future"]);
    assert_eq!(again["plan"]["commitments"][0]["from_the_future"], 42);
    Ok(())
}
