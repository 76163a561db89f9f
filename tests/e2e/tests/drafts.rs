//! Drafts: named, copied, deleted and brought back; saved while one types; one writer at a time; and nothing
//! is lost when the browser's storage is damaged, refused or full.

use anyhow::{Context, Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Engine, Options, css, field, hook, wait_until};
use plan_ouvert::i18n::Lang;
use serde_json::{Value, json};

e2e::in_each_engine!(
    a_draft_is_renamed_duplicated_deleted_and_brought_back,
    what_is_typed_is_saved_while_typing_goes_on,
    a_damaged_draft_is_kept_aside_and_a_lost_one_comes_back,
);

/// Milliseconds after the first unsaved key by which it is in storage, with some for the measuring.
const SAVED_WITHIN: f64 = 500.0;

async fn a_draft_is_renamed_duplicated_deleted_and_brought_back(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.paste_into(&field("A1-2"), "Un avant-propos.").await?;
    browser.visit("#/").await?;

    let act = |name: &str| hook("act", name).in_row(&draft);
    browser.click(&act("rename")).await?;
    browser.focus_comes_to(&css("form.rename input")).await?;
    browser.type_into(&css("form.rename input"), "Version du 3 mars").await?;
    browser.click(&css("form.rename button")).await?;
    let titles = async || {
        let titles = "return [...document.querySelectorAll('.drafts h3')].map((title) => title.innerText)";
        Ok::<Vec<String>, anyhow::Error>(browser.execute(titles, []).await?.convert()?)
    };
    wait_until("the new name", async || Ok(titles().await? == ["Version du 3 mars"])).await?;

    browser.click(&act("duplicate")).await?;
    wait_until("the copy", async || Ok(titles().await?.len() == 2)).await?;
    let copies = browser.drafts().await?;
    let copy = copies.iter().map(|(id, _)| id).find(|id| **id != draft).context("the copy")?;
    let (original, copied) = (browser.plan_of(&draft).await?, browser.plan_of(copy).await?);
    assert_eq!(original.vision.foreword, copied.vision.foreword);
    assert_ne!(original.id, copied.id, "a plan of its own");

    let before = browser.drafts().await?;
    browser.click(&act("remove")).await?;
    wait_until("one draft less", async || Ok(titles().await?.len() == 1)).await?;
    browser.click(&css(".notice .undo")).await?;
    wait_until("the draft again", async || Ok(titles().await?.len() == 2)).await?;
    assert_eq!(browser.drafts().await?, before);
    browser.refresh().await?;
    wait_until("both after a reload", async || Ok(titles().await?.len() == 2)).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn what_is_typed_is_saved_while_typing_goes_on(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    let watch = "const prefix = `plan-ouvert /sub/path/ draft/${arguments[0]}/`;
        const copies = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => localStorage.getItem(key));
        const times = (window.watched = { first: 0, saved: 0, last: 0 });
        addEventListener('input', () => {
            times.first ||= performance.now();
            times.last = performance.now();
        }, { capture: true });
        const timer = setInterval(() => {
            if (!copies().join().includes('value\":\"U')) return;
            times.saved = performance.now();
            clearInterval(timer);
        }, 5);";
    browser.execute(watch, [json!(draft)]).await?;
    let text = "Une phrase que personne n’interrompt, ".repeat(4);
    browser.click(&field("A1-2")).await?;
    let typing = browser.active_element().await?;
    // One by one, some eighty a second: all at once they would leave the page no moment for a timer.
    for key in text.chars() {
        typing.send_keys(key.to_string()).await?;
    }
    let times: Value = browser.execute("return window.watched", []).await?.convert()?;
    let at = |name: &str| times[name].as_f64().context("a time");
    let (first, saved, last) = (at("first")?, at("saved")?, at("last")?);
    ensure!(saved != 0.0 && saved - first < SAVED_WITHIN, "saved {} ms after the first key", saved - first);
    ensure!(last > saved, "saved only after the last key, {} ms later", saved - last);

    browser.saved().await?;
    let state = browser.text_of(&css(".save-state")).await?;
    let (before, _) = Lang::Fr.texts().ui.saved_at.split_once('{').context("a time in the sentence")?;
    ensure!(state.starts_with(before), "{state}");
    // The last letters go with the page: nobody waits for the timer.
    browser.type_on(&field("A1-2"), "fin.").await?;
    browser.refresh().await?;
    browser.at(&field("A1-2")).await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, format!("{text}fin."));
    Ok(())
}

/// Takes the copies of a draft out of IndexedDB.
async fn forget_copies(browser: &Browser, draft: &str) -> Result<()> {
    let forget = "const [draft, done] = arguments;
        const request = indexedDB.open('plan-ouvert /sub/path/');
        request.onsuccess = () => {
            const change = request.result.transaction('drafts', 'readwrite');
            change.objectStore('drafts').delete(IDBKeyRange.bound(draft, `${draft}~`));
            change.oncomplete = () => { request.result.close(); done(true); };
        };";
    browser.execute_async(forget, [json!(draft)]).await?;
    Ok(())
}

async fn a_damaged_draft_is_kept_aside_and_a_lost_one_comes_back(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let mut drafts = Vec::new();
    for text in ["endommagé", "perdu", "intact"] {
        let draft = browser.new_plan().await?;
        browser.open_page(&draft, "vision/2-3").await?;
        browser.type_into(&field("A1-2"), text).await?;
        browser.visit("#/").await?;
        browser.copied(&draft).await?;
        drafts.push(draft);
    }
    let [damaged, lost, sound] = drafts.as_slice() else { anyhow::bail!("three drafts") };
    let kept = [browser.stored(lost).await?, browser.stored(sound).await?];
    forget_copies(&browser, damaged).await?;
    let garbage = "{ \"format\": \"plan-ouvert-draft\", \"plan\": {";
    let spoil = "const of = (draft) => Object.keys(localStorage).find((key) => key.startsWith(`plan-ouvert /sub/path/ draft/${draft}/`));
        localStorage.setItem(of(arguments[0]), arguments[1]);
        localStorage.removeItem(of(arguments[2]));";
    browser.execute(spoil, [json!(damaged), json!(garbage), json!(lost)]).await?;
    browser.refresh().await?;

    browser.at(&hook("banner", "damaged")).await?;
    browser.inspect("start-damaged").await?;
    assert_eq!([browser.stored(lost).await?, browser.stored(sound).await?], kept);
    let listed =
        "return [...document.querySelectorAll('.drafts > [data-row]')].map((one) => one.dataset.row)";
    let mut listed: Vec<String> = browser.execute(listed, []).await?.convert()?;
    listed.sort();
    let mut wanted = vec![lost.clone(), sound.clone()];
    wanted.sort();
    assert_eq!(listed, wanted);
    browser.click(&css("[data-kept]")).await?;
    assert_eq!(browser.download().await?.1, garbage.as_bytes(), "kept to the letter, and handed out");
    browser.refresh().await?;
    browser.at(&hook("banner", "damaged")).await?;
    Ok(())
}

#[tokio::test]
async fn without_storage_the_app_works_in_memory_and_says_so() -> Result<()> {
    let browser = Browser::new(Options { storage: false, ..Options::default() }).await?;
    browser.at(&hook("banner", "no-storage")).await?;
    browser.inspect("start-no-storage").await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Seulement en mémoire.").await?;
    browser.at(&hook("banner", "not-saved")).await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.inspect("section-not-saved").await?;
    browser.visit("#/").await?;
    browser.at(&css(&format!("[data-row='{draft}']"))).await?;
    let (_, text) = browser.export(&draft).await?;
    assert_eq!(sound_plan(&text)?.vision.foreword.text, "Seulement en mémoire.");
    Ok(())
}

#[tokio::test]
async fn a_full_storage_is_said_and_comes_right_when_there_is_room() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant. ").await?;
    browser.saved().await?;
    let fill = "let text = '';
        for (let size = 1 << 22; size >= 1; size >>= 1) {
            try {
                localStorage.setItem('filler', text + 'x'.repeat(size));
                text += 'x'.repeat(size);
            } catch {}
        }
        return text.length;";
    let filled: u64 = browser.execute(fill, []).await?.convert()?;
    ensure!(filled > 1 << 20, "the filler took {filled} characters only");
    browser.type_on(&field("A1-2"), "Pendant. ").await?;
    browser.at(&hook("banner", "not-saved")).await?;
    browser.at(&hook("saved", "failed")).await?;
    ensure!(browser.stored(&draft).await?.contains("Avant. "), "the last save is still there");
    let (_, text) = browser.export(&draft).await?;
    assert_eq!(sound_plan(&text)?.vision.foreword.text, "Avant. Pendant. ");

    browser.execute("localStorage.removeItem('filler')", []).await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_on(&field("A1-2"), "Après.").await?;
    browser.saved().await?;
    browser.gone(&hook("banner", "not-saved")).await?;
    ensure!(browser.stored(&draft).await?.contains("Avant. Pendant. Après."), "all is saved now");
    Ok(())
}
