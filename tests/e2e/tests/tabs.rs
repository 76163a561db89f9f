//! A draft in several tabs and of several ages: each sees what the others write, and none takes away what another wrote.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, css, field, hook, wait_until};
use serde_json::json;

e2e::in_each_engine!(
    an_old_list_of_drafts_takes_the_newest_of_each,
    tabs_show_each_other_s_answers,
    both_texts_stay_where_two_tabs_write_at_once,
    a_commitment_deleted_elsewhere_is_said_to_be_gone,
);

/// Puts a text into storage under a copy's name, `<draft>/<page>`.
const PUT: &str = "localStorage.setItem(`plan-ouvert /sub/path/ draft/${arguments[0]}`, arguments[1])";

/// Opens an address of the app in a second tab, and returns the tabs' handles.
async fn second_tab(
    browser: &Browser,
    address: &str,
) -> Result<(thirtyfour::WindowHandle, thirtyfour::WindowHandle)> {
    let first = browser.window().await?;
    let second = browser.open_tab(format!("{}{address}", browser.url())).await?;
    Ok((first, second))
}

async fn foreword_of(browser: &Browser, draft: &str) -> Result<String> {
    Ok(browser.plan_of(draft).await?.vision.foreword.text)
}

/// The name and the text of the only copy of a draft.
async fn only_copy(browser: &Browser, draft: &str) -> Result<(String, String)> {
    let copies = browser.copies().await?.into_iter().filter(|(name, _)| name.starts_with(draft));
    let [copy] = copies.collect::<Vec<_>>().try_into().map_err(|all| anyhow::anyhow!("{all:?}"))?;
    Ok(copy)
}

/// Types a text into a field as if key by key, without the pauses of a driver, and leaves the focus there.
const TYPE: &str = "const [field, text] = arguments;
    field.focus();
    for (const letter of text) {
        field.setRangeText(letter, field.selectionEnd, field.selectionEnd, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }";

/// The list of drafts was drawn before another tab wrote on: duplicating and deleting take what is there now.
async fn an_old_list_of_drafts_takes_the_newest_of_each(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.visit("#/").await?;
    let (list, writing) = second_tab(&browser, &format!("#/plan/{draft}/vision/2-3")).await?;
    browser.type_on(&field("A1-2"), " Après.").await?;
    browser.saved().await?;

    // Open elsewhere: it is not taken away from under somebody's hands.
    browser.switch_to_window(list.clone()).await?;
    let act = |name: &str| hook("act", name).in_row(&draft);
    browser.click(&act("remove")).await?;
    browser.at(&css(".notice")).await?;
    assert_eq!(browser.drafts().await?.len(), 1);
    browser.switch_to_window(writing).await?;
    browser.close_window().await?;

    browser.switch_to_window(list).await?;
    // A page that is closed lets go of its draft a moment later.
    let held = "const [draft, done] = arguments;
        navigator.locks.query().then(({ held }) => done(held.filter(({ name }) => name.includes(draft)).length));";
    wait_until("the draft to be let go", async || {
        Ok(browser.execute_async(held, [json!(draft)]).await?.convert::<usize>()? == 0)
    })
    .await?;
    browser.click(&act("duplicate")).await?;
    wait_until("the copy", async || Ok(browser.drafts().await?.len() == 2)).await?;
    let drafts = browser.drafts().await?;
    let copy = drafts.iter().map(|(id, _)| id).find(|id| **id != draft).context("the copy")?;
    assert_eq!(foreword_of(&browser, copy).await?, "Avant. Après.");
    browser.click(&act("remove")).await?;
    wait_until("one draft less", async || Ok(browser.drafts().await?.len() == 1)).await?;
    browser.click(&css(".notice .undo")).await?;
    wait_until("the draft again", async || Ok(browser.drafts().await?.len() == 2)).await?;
    assert_eq!(foreword_of(&browser, &draft).await?, "Avant. Après.");
    Ok(())
}

/// Each tab shows the other's answers within a second, and the cursor stays where somebody writes.
async fn tabs_show_each_other_s_answers(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/4").await?;
    browser.type_into(&field("A1-4.1"), "Une ville").await?;
    browser.saved().await?;
    let (first, second) = second_tab(&browser, &format!("#/plan/{draft}/vision/4")).await?;
    wait_until("the first tab's text", async || Ok(browser.text_of(&field("A1-4.1")).await? == "Une ville"))
        .await?;
    // Somebody is in the middle of a word here.
    browser.type_into(&field("A1-4.2"), "Des budgets ouverts").await?;
    browser.execute("document.activeElement.setSelectionRange(4, 4)", []).await?;
    browser.switch_to_window(first.clone()).await?;
    wait_until("the second tab's text", async || {
        Ok(browser.text_of(&field("A1-4.2")).await? == "Des budgets ouverts")
    })
    .await?;
    browser.type_on(&field("A1-4.1"), " ouverte").await?;
    browser.switch_to_window(second).await?;
    let start = std::time::Instant::now();
    wait_until("what follows", async || Ok(browser.text_of(&field("A1-4.1")).await? == "Une ville ouverte"))
        .await?;
    ensure!(start.elapsed().as_millis() < 1000, "it took {:?}", start.elapsed());
    let cursor: u32 = browser.execute("return document.activeElement.selectionStart", []).await?.convert()?;
    assert_eq!((browser.focus().await?.as_str(), cursor), ("#A1-4.2", 4));
    browser.active_element().await?.send_keys("grands ").await?;
    browser.saved().await?;
    let plan = browser.plan_of(&draft).await?;
    assert_eq!(plan.vision.long_term_vision.text, "Une ville ouverte");
    assert_eq!(plan.vision.achievements.text, "Des grands budgets ouverts");
    ensure!(!browser.has(&css("[data-differs]")).await?, "nobody wrote where another did");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());

    // A tab that is closed leaves nothing behind but its words.
    browser.close_window().await?;
    browser.switch_to_window(first).await?;
    browser.refresh().await?;
    browser.at(&field("A1-4.1")).await?;
    wait_until("one copy", async || Ok(browser.copies().await?.len() == 1)).await?;
    assert_eq!(browser.plan_of(&draft).await?.vision.achievements.text, "Des grands budgets ouverts");
    Ok(())
}

/// Two tabs write in one field at once: both texts are kept and shown, and the plan is not ready before somebody decides.
async fn both_texts_stay_where_two_tabs_write_at_once(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Ensemble").await?;
    browser.saved().await?;
    let (first, second) = second_tab(&browser, &format!("#/plan/{draft}/vision/2-3")).await?;
    wait_until("the text", async || Ok(browser.text_of(&field("A1-2")).await? == "Ensemble")).await?;
    let open = browser.at(&css("[data-open]")).await?.attr("data-open").await?.context("open")?;
    let foreword = async |text: &str| -> Result<()> {
        let field = browser.at(&field("A1-2")).await?.to_json()?;
        browser.execute(TYPE, [field, json!(text)]).await?;
        Ok(())
    };
    // What the first tab saves reaches nobody yet: both write at once, however slow this machine is.
    browser.switch_to_window(first.clone()).await?;
    let hold_back = "const set = Storage.prototype.setItem, held = [];
        Storage.prototype.setItem = function (...entry) { held.push([this, entry]); };
        window.release = () => {
            Storage.prototype.setItem = set;
            held.forEach(([storage, entry]) => set.apply(storage, entry));
        };";
    browser.execute(hold_back, []).await?;
    foreword(", demain").await?;
    browser.saved().await?;
    browser.switch_to_window(second.clone()).await?;
    foreword(", aujourd’hui").await?;
    browser.saved().await?;
    browser.switch_to_window(first.clone()).await?;
    browser.at(&css("[data-differs]")).await?;
    browser.execute("release()", []).await?;
    browser.switch_to_window(second.clone()).await?;
    browser.at(&css("[data-differs]")).await?;
    let now = browser.at(&css(".state-line [data-open]")).await?.attr("data-open").await?.context("open")?;
    assert_eq!(now.parse::<u32>()?, open.parse::<u32>()? + 1, "a difference keeps the plan from being ready");
    browser.follow(&css("[data-differs]")).await?;
    browser.at(&hook("difference", "vision/foreword/text")).await?;
    let texts =
        "return [...document.querySelectorAll('[data-version] .written')].map((text) => text.textContent)";
    let mut texts: Vec<String> = browser.execute(texts, []).await?.convert()?;
    texts.sort();
    assert_eq!(texts, ["Ensemble, aujourd’hui", "Ensemble, demain"]);
    browser.click(&hook("act", "both")).await?;
    browser.gone(&hook("difference", "vision/foreword/text")).await?;
    browser.saved().await?;
    let decided = foreword_of(&browser, &draft).await?;
    ensure!(decided.contains("demain") && decided.contains("aujourd’hui"), "{decided}");
    browser.switch_to_window(first).await?;
    browser.gone(&css("[data-differs]")).await?;
    wait_until("the decision", async || Ok(browser.text_of(&field("A1-2")).await? == decided)).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The commitment that is shown may be deleted by another tab; nobody types into a form of nothing then.
async fn a_commitment_deleted_elsewhere_is_said_to_be_gone(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    let commitment = browser.add_commitment(&draft).await?;
    browser.saved().await?;
    let (first, second) = second_tab(&browser, &format!("#/plan/{draft}")).await?;
    browser.click(&hook("act", "remove").in_row(&commitment)).await?;
    browser.saved().await?;
    browser.switch_to_window(first).await?;
    browser.at(&hook("page", "lost")).await?;
    browser.switch_to_window(second).await?;
    browser.click(&css(".notice .undo")).await?;
    browser.at(&hook("row", &commitment)).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Three tabs type for a minute, each in a question of its own: not a letter is lost, and each shows all.
#[tokio::test]
async fn three_tabs_type_at_once_for_a_minute() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/4").await?;
    browser.saved().await?;
    let mut tabs = vec![browser.window().await?];
    for _ in 0..2 {
        let tab = browser.new_window().await?;
        browser.switch_to_window(tab.clone()).await?;
        browser.goto(format!("{}#/plan/{draft}/vision/4", browser.url())).await?;
        browser.at(&field("A1-4.1")).await?;
        tabs.push(tab);
    }
    let type_on = "const [field, name] = arguments;
        window.typed = '';
        window.ends = performance.now() + 60000;
        let count = 0;
        const timer = setInterval(() => {
            if (performance.now() > window.ends) { clearInterval(timer); window.done = true; return; }
            const word = `${name}${count += 1} `;
            for (const letter of word) {
                field.setRangeText(letter, field.value.length, field.value.length, 'end');
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }
            window.typed += word;
        }, 120);";
    let fields = ["A1-4.1", "A1-4.2", "A1-4.3"];
    for ((tab, question), name) in tabs.iter().zip(fields).zip(["a", "b", "c"]) {
        browser.switch_to_window(tab.clone()).await?;
        let control = browser.at(&field(question)).await?;
        browser.execute("arguments[0].focus()", [control.to_json()?]).await?;
        browser.execute(type_on, [control.to_json()?, json!(name)]).await?;
    }
    let mut typed = Vec::new();
    for tab in &tabs {
        browser.switch_to_window(tab.clone()).await?;
        e2e::wait_long("a minute of typing", async || {
            Ok(browser.execute("return window.done === true", []).await?.convert()?)
        })
        .await?;
        browser.saved().await?;
        let text: String = browser.execute("return window.typed", []).await?.convert()?;
        ensure!(text.split(' ').count() > 40, "too little was typed: {text}");
        typed.push(text);
    }
    for tab in &tabs {
        browser.switch_to_window(tab.clone()).await?;
        for (question, text) in fields.iter().zip(&typed) {
            wait_until(question, async || Ok(browser.text_of(&field(question)).await? == *text)).await?;
        }
        ensure!(!browser.has(&css("[data-differs]")).await?, "each wrote alone");
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    let vision = browser.plan_of(&draft).await?.vision;
    let stored = [vision.long_term_vision.text, vision.achievements.text, vision.challenges.text];
    assert_eq!(stored.as_slice(), typed.as_slice());
    Ok(())
}

/// Over plain http a browser has no Web Locks: tabs write all the same, and see each other.
#[tokio::test]
async fn without_locks_tabs_write_all_the_same() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let source =
        json!({ "source": "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })" });
    browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source.clone()).await?;
    browser.refresh().await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Premier onglet.").await?;
    browser.saved().await?;
    let first = browser.window().await?;
    let second = browser.new_tab().await?;
    browser.switch_to_window(second).await?;
    browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    browser.goto(format!("{}#/plan/{draft}/vision/2-3", browser.url())).await?;
    browser.type_on(&field("A1-2"), " Second onglet.").await?;
    browser.saved().await?;
    browser.switch_to_window(first).await?;
    wait_until("the second tab's text", async || {
        Ok(browser.text_of(&field("A1-2")).await? == "Premier onglet. Second onglet.")
    })
    .await?;
    browser.type_on(&field("A1-2"), " Encore.").await?;
    browser.saved().await?;
    assert_eq!(foreword_of(&browser, &draft).await?, "Premier onglet. Second onglet. Encore.");
    Ok(())
}

/// A draft of a later version of the app stays where it is and as it is, and is told of.
#[tokio::test]
async fn a_draft_of_a_newer_version_stays_as_it_is() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.visit("#/").await?;
    let (name, text) = only_copy(&browser, &draft).await?;
    let newer = text.replacen("\"2.1\"", "\"3.0\"", 1);
    browser.execute(PUT, [json!(name), json!(newer)]).await?;
    browser.refresh().await?;
    browser.at(&hook("banner", "newer")).await?;
    browser.inspect("start-newer").await?;
    assert_eq!(browser.stored(&draft).await?, newer);
    ensure!(!browser.has(&hook("banner", "damaged")).await?, "it is not damaged");
    browser.visit(&format!("#/plan/{draft}")).await?;
    browser.at(&hook("page", "lost")).await?;
    browser.at(&hook("banner", "newer")).await?;
    assert_eq!(browser.stored(&draft).await?, newer);
    Ok(())
}

/// A draft that no storage took is told of wherever one goes, until it is saved.
#[tokio::test]
async fn an_unsaved_draft_stays_said_to_be_unsaved() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.fill_storage().await?;
    browser.type_into(&field("A1-2"), "Où irait ce texte ?").await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.visit("#/").await?;
    browser.at(&hook("banner", "not-saved")).await?;
    browser.inspect("start-not-saved").await?;
    browser.visit(&format!("#/plan/{draft}/vision/2-3")).await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.at(&hook("banner", "not-saved")).await?;
    assert_eq!(browser.text_of(&field("A1-2")).await?, "Où irait ce texte ?");
    browser.empty_storage().await?;
    browser.type_on(&field("A1-2"), " Ici.").await?;
    browser.saved().await?;
    assert_eq!(foreword_of(&browser, &draft).await?, "Où irait ce texte ? Ici.");
    Ok(())
}

/// A newer app has the draft open in another tab: this one reads on and writes nothing over it.
#[tokio::test]
async fn what_a_newer_version_saved_meanwhile_is_not_written_over() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Ici.").await?;
    browser.saved().await?;
    let (_, text) = only_copy(&browser, &draft).await?;
    let newer = text.replacen("\"2.1\"", "\"3.0\"", 1);
    let (first, _) = second_tab(&browser, "#/").await?;
    browser.execute(PUT, [json!(format!("{draft}/newerpage0")), json!(newer)]).await?;
    browser.switch_to_window(first).await?;
    browser.at(&hook("banner", "read-only")).await?;
    let readonly = browser.at(&field("A1-2")).await?.attr("readonly").await?;
    assert_eq!(readonly, Some("true".to_owned()), "nothing can be typed here any more");
    browser.inspect("section-newer").await?;
    let kept = browser.copies().await?;
    ensure!(kept.iter().any(|(_, text)| *text == newer), "the newer copy is as it was");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// No storage took the last keys, and another tab wrote there since: both texts are kept, to be decided.
#[tokio::test]
async fn what_no_storage_took_is_joined_with_what_another_tab_saved() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.type_into(&field("A1-2"), "Avant.").await?;
    browser.saved().await?;
    let (first, second) = second_tab(&browser, &format!("#/plan/{draft}/vision/2-3")).await?;
    browser.at(&field("A1-2")).await?;
    browser.switch_to_window(first.clone()).await?;
    // As if there were no room, for this tab alone.
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    browser.execute(full, []).await?;
    browser.type_into(&field("A1-2"), "Ici seulement, sans place pour cette phrase.").await?;
    browser.at(&hook("saved", "failed")).await?;
    browser.switch_to_window(second).await?;
    browser.type_into(&field("A1-2"), "Ailleurs.").await?;
    browser.saved().await?;
    browser.switch_to_window(first).await?;
    browser.at(&css("[data-differs]")).await?;
    browser.follow(&css("[data-differs]")).await?;
    let said = browser.text_of(&css(".versions")).await?;
    ensure!(said.contains("Ici seulement") && said.contains("Ailleurs."), "{said}");
    Ok(())
}
