//! Two states of a plan beside each other: a version, what was endorsed, a file; on the screen, on paper, by keyboard.

use anyhow::{Result, ensure};
use e2e::{Browser, Options, Place, Scheme, Window, css, field, hook, page, wait_until};
use serde_json::json;
use thirtyfour::Key;

const EXAMPLE: &str = include_str!("../../../public/example.json");
/// The example's first commitment.
const FIRST: &str = "sgv7tpagux";

/// Waits until the page says this of how much differs.
async fn counts(browser: &Browser, said: &str) -> Result<()> {
    let counts = hook("counts", "");
    wait_until(&format!("the counts to say {said}"), async || {
        let now = browser.text_of(&counts).await?;
        if now == said { Ok(true) } else { Err(anyhow::anyhow!("they say {now}")) }
    })
    .await
}

/// What is marked in a question that differs: the words gone, and the words that came.
async fn words(browser: &Browser, question: &str) -> Result<(Vec<String>, Vec<String>)> {
    let marked = "const at = document.querySelector(arguments[0]);
        const of = (tag) => [...at.querySelectorAll(tag)].map((said) => said.childNodes[1].data);
        return [of('del'), of('ins')];";
    let place = compared(question).to_string();
    browser.at(&compared(question)).await?;
    Ok(browser.execute(marked, [place.into()]).await?.convert()?)
}

fn compared(question: &str) -> Place {
    hook("compared", question)
}

async fn changes(browser: &Browser, draft: &str) -> Result<()> {
    browser.open_page(draft, "changes").await?;
    browser.at(&page("changes")).await.map(drop)
}

/// Keeps a version, on the page of changes.
async fn keep(browser: &Browser, name: &str) -> Result<()> {
    let before = browser.count(&css(".version")).await?;
    browser.type_into(&css("#version-name"), name).await?;
    browser.click(&css("#keep-version")).await?;
    wait_until("the version in the list", async || Ok(browser.count(&css(".version")).await? > before)).await
}

#[tokio::test]
async fn a_version_is_kept_and_compared_word_by_word() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    changes(&browser, &draft).await?;
    wait_until("the empty state", async || {
        Ok(browser.text_of(&hook("counts", "")).await?.starts_with("Rien à comparer"))
    })
    .await?;
    browser.inspect("changes-empty").await?;
    keep(&browser, "Avant l’atelier").await?;
    counts(&browser, "Aucune différence entre ces deux états.").await?;

    browser.open_page(&draft, "vision/2-3").await?;
    let foreword = browser.text_of(&field("A1-2")).await?;
    let foreword = foreword.replacen("trois collèges", "deux collèges et un lycée", 1);
    browser.paste_into(&field("A1-2"), &foreword).await?;
    browser.open_page(&draft, "vision/5").await?;
    browser.fill_row("A1-5.1", &[("name", "Direction de la culture")]).await?;
    browser.open_page(&draft, &format!("commitment/{FIRST}/milestones")).await?;
    browser.click(&css(".open-row")).await?;
    browser.type_on(&field("A2-17").column("body"), " et Forum").await?;
    browser.type_month(&field("A2-17").column("end"), "juin", "2027").await?;
    browser.visit(&format!("#/plan/{draft}")).await?;
    browser.click(&css("li.commitment:nth-child(3) [data-act=remove]")).await?;
    browser.gone(&css("li.commitment:nth-child(3)")).await?;

    changes(&browser, &draft).await?;
    counts(&browser, "1 réponse modifiée, 1 ligne modifiée, 1 ligne ajoutée, 1 engagement supprimé.").await?;
    let (gone, new) = words(&browser, "A1-2").await?;
    assert_eq!((gone, new), (vec!["trois".to_owned()], vec!["deux".to_owned(), "et un lycée".to_owned()]));
    let (gone, new) = words(&browser, "A1-5.1").await?;
    assert_eq!((gone, new), (vec![], vec!["Direction de la culture".to_owned()]));
    let (gone, new) = words(&browser, "A2-17").await?;
    assert_eq!((gone.len(), new), (1, vec!["juin 2027".to_owned(), "et Forum".to_owned()]));
    let chosen = browser.text_of(&css("#compare-from option:checked")).await?;
    ensure!(chosen.starts_with("Avant l’atelier – version du "), "{chosen}");
    browser.inspect("changes-of-a-version").await?;

    // Long passages that stayed come with a tick, and are always on paper.
    let is_seen = "return getComputedStyle(document.querySelector('.unchanged')).display !== 'none'";
    let is_seen = async || -> Result<bool> { Ok(browser.execute(is_seen, []).await?.convert()?) };
    ensure!(!is_seen().await?);
    browser.click(&css("#compare-in-full")).await?;
    ensure!(is_seen().await?);
    browser.click(&css("#compare-in-full")).await?;
    browser.cdp().send_raw("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await?;
    ensure!(is_seen().await?);
    let paper = browser.text_of(&css("main")).await?;
    ensure!(
        paper.contains("Avant\u{a0}: Avant l’atelier") && paper.contains("Après\u{a0}: Plan actuel"),
        "{paper}"
    );
    ensure!(!paper.contains("Versions gardées") && !paper.contains("Ajouter un dossier"), "{paper}");
    browser.execute("dispatchEvent(new Event('beforeprint'))", []).await?;
    browser.at(&css("#compared details[open]")).await?;
    ensure!(browser.text_of(&css(".paper")).await?.is_empty(), "the comparison prints itself");
    browser.screenshot("changes-on-paper").await?;
    browser.cdp().send_raw("Emulation.setEmulatedMedia", serde_json::json!({ "media": "" })).await?;

    // The heading leads to the question; and back, the choice is still there.
    browser.choose(&css("#compare-to"), &browser.text_of(&css("#compare-from")).await?).await?;
    counts(&browser, "C’est deux fois le même état\u{a0}: choisissez-en un autre dans l’une des listes.")
        .await?;
    let hash = browser.hash().await?;
    ensure!(hash.contains("changes?to="), "{hash}");
    browser.refresh().await?;
    counts(&browser, "C’est deux fois le même état\u{a0}: choisissez-en un autre dans l’une des listes.")
        .await?;
    browser.choose(&css("#compare-to"), "now").await?;
    browser.follow(&css("[data-compared='A1-2'] h3 a")).await?;
    browser.focus_comes_to(&field("A1-2")).await?;

    // A version goes, and comes back.
    changes(&browser, &draft).await?;
    browser.click(&css(".version [data-act=remove]")).await?;
    browser.gone(&css(".version")).await?;
    browser.click(&css(".notice .undo")).await?;
    browser.at(&css(".version")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Civil society endorses a text; whatever changes after that is told, and shown.
#[tokio::test]
async fn what_changed_since_the_endorsement() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "vision/7-9").await?;
    let kept = browser.text_of(&css("#keep-endorsed")).await?;
    assert_eq!(kept, "Garder le plan d’aujourd’hui comme approuvé le 17 novembre 2026");
    browser.click(&css("#keep-endorsed")).await?;
    browser.at(&css("[data-since=endorsed]")).await?;
    browser.focus_comes_to(&css("#keep-endorsed")).await?;
    browser.inspect("endorsement-kept").await?;

    // Who endorses it is no change of the text.
    browser.fill_row("A1-7", &[("name", "Maison de la jeunesse")]).await?;
    browser.open_page(&draft, "checklist").await?;
    ensure!(!browser.rules().await?.contains(&"PROC-4".to_owned()));
    browser.open_page(&draft, "vision/4").await?;
    browser.type_on(&field("A1-4.3"), " Le temps manque.").await?;
    browser.open_page(&draft, "vision/7-9").await?;
    let said = browser.text_of(&css("[data-rule='PROC-4'] .wrong")).await?;
    ensure!(
        said.contains("approbation du 17 novembre 2026, le plan a changé\u{a0}: annexe 1, 4.3."),
        "{said}"
    );
    browser.inspect("endorsement-lapsed").await?;
    browser.follow(&css("[data-since=endorsed]")).await?;
    counts(&browser, "1 réponse modifiée, 1 ligne ajoutée.").await?;
    assert_eq!(browser.text_of(&css("#compare-from")).await?, "endorsed");
    let (gone, new) = words(&browser, "A1-4.3").await?;
    assert_eq!((gone, new), (vec![], vec!["Le temps manque.".to_owned()]));

    // It travels in the file, and is there with another language.
    let plan = e2e::bundle::sound_plan(&browser.export(&draft).await?.1)?;
    ensure!(plan.as_endorsed().is_some_and(|then| !then.vision.challenges.text.ends_with("manque.")));
    browser.open_page(&draft, "changes?from=endorsed&to=now").await?;
    browser.choose(&css(".language select"), "es").await?;
    counts(&browser, "1 respuesta modificada, 1 fila agregada.").await?;
    browser.choose(&css(".language select"), "fr").await?;

    // Endorsed anew: kept as it is now, and taken back.
    browser.open_page(&draft, "vision/7-9").await?;
    browser.click(&css("#keep-endorsed")).await?;
    browser.gone(&css("[data-rule='PROC-4']")).await?;
    browser.click(&css(".notice .undo")).await?;
    browser.at(&css("[data-rule='PROC-4']")).await?;
    browser.set_day(&field("x.endorsedOn"), &browser.today().await?).await?;
    wait_until("a day of its own to be kept for", async || {
        Ok(browser.text_of(&css("#keep-endorsed")).await?.starts_with("Garder le plan d’aujourd’hui"))
    })
    .await
}

#[tokio::test]
async fn a_file_is_compared_and_not_kept() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let file = browser.file("valmont.json", EXAMPLE)?;
    let draft = browser.open_file(&file).await?;
    browser.open_page(&draft, "vision/4").await?;
    browser.paste_into(&field("A1-4.2"), "Rien encore.").await?;
    changes(&browser, &draft).await?;
    let choose = async |path: &std::path::Path| -> Result<()> {
        Ok(browser.at(&css("#compare-file")).await?.send_keys(path.to_string_lossy()).await?)
    };
    choose(&browser.file("note.txt", "Bonjour")?).await?;
    browser.focus_comes_to(&css("#compare-refused")).await?;
    browser.inspect("changes-refused").await?;
    choose(&file).await?;
    counts(&browser, "1 réponse modifiée.").await?;
    ensure!(browser.text_of(&css("#compare-refused")).await?.is_empty());
    assert_eq!(browser.text_of(&css("#compare-to option:checked")).await?, "Fichier valmont.json");
    let (gone, _) = words(&browser, "A1-4.2").await?;
    ensure!(gone.concat().contains("Rien encore"), "{gone:?}");
    assert_eq!(browser.drafts().await?.len(), 1, "it is only compared");
    // A plan of its own shares no row with this one.
    browser.visit("#/").await?;
    let other = browser.new_plan().await?;
    changes(&browser, &other).await?;
    choose(&file).await?;
    browser.at(&hook("other-plan", "")).await?;
    browser.inspect("changes-other-plan").await
}

#[tokio::test]
async fn by_keyboard_and_on_a_phone() -> Result<()> {
    let browser = Browser::new(Options { window: Window::Phone, ..Options::default() }).await?;
    let draft = browser.open_example().await?;
    changes(&browser, &draft).await?;
    browser.tab_to(&css("#version-name")).await?;
    browser.type_here("Une première version dont le nom est vraiment long").await?;
    browser.press(Key::Enter).await?;
    browser.at(&css(".version")).await?;
    browser.open_page(&draft, &format!("commitment/{FIRST}/description")).await?;
    browser.type_on(&field("A2-6"), " Et plus encore.").await?;
    changes(&browser, &draft).await?;
    counts(&browser, "1 réponse modifiée.").await?;
    browser.inspect("changes-phone").await?;
    let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    ensure!(!browser.execute(wide, []).await?.convert::<bool>()?, "it scrolls sideways");
    browser.tab_to(&css("#compare-from")).await?;
    browser.press(Key::Home).await?;
    counts(&browser, "C’est deux fois le même état\u{a0}: choisissez-en un autre dans l’une des listes.")
        .await?;
    browser.tab_to(&css("#compare-to")).await?;
    browser.tab_to(&css("#compare-file")).await?;
    browser.tab_to(&css(".version [data-act=compare]")).await?;
    browser.press(Key::Enter).await?;
    browser.focus_comes_to(&css("#compare-from")).await?;
    counts(&browser, "1 réponse modifiée.").await?;
    browser.tab_to(&css("#print")).await?;
    browser.tab_to(&css("#compare-in-full")).await?;
    browser.press(Key::Space).await?;
    browser.set_scheme(Scheme::Dark).await?;
    browser.screenshot("changes-phone-in-full").await?;
    browser.tab_to(&css("[data-compared] h3 a")).await?;
    browser.turn(async || browser.press(Key::Enter).await).await?;
    browser.focus_comes_to(&field("A2-6")).await
}

/// A deleted draft can be had back for thirty days, with its versions; then all of it goes.
#[tokio::test]
async fn a_deleted_draft_stays_thirty_days_with_its_versions() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let (gone, stays) = (browser.open_example().await?, {
        browser.visit("#/").await?;
        browser.open_example().await?
    });
    for draft in [&gone, &stays] {
        changes(&browser, draft).await?;
        keep(&browser, "").await?;
    }
    let before = browser.plan_of(&gone).await?;
    let delete = async || -> Result<()> {
        browser.visit("#/").await?;
        browser.click(&css(&format!("[data-row={gone:?}] [data-act=remove]"))).await?;
        browser.gone(&css(&format!("[data-row={gone:?}]"))).await
    };
    let all = "const done = arguments[0];
        indexedDB.open('plan-ouvert /sub/path/').onsuccess = ({ target: { result: db } }) => {
            db.transaction('versions').objectStore('versions').getAllKeys().onsuccess =
                ({ target }) => { db.close(); done(target.result.map(([draft]) => draft)); };
        };";
    let kept = async || -> Result<Vec<String>> { Ok(browser.execute_async(all, []).await?.convert()?) };

    delete().await?;
    browser.refresh().await?;
    let deleted = css(&format!("[data-deleted={gone:?}]"));
    browser.click(&css("details.deleted summary")).await?;
    let said = browser.text_of(&deleted).await?;
    ensure!(said.contains("Valmont-sur-Orne") && said.contains("supprimé le"), "{said}");
    browser.inspect("start-deleted").await?;
    browser.click(&css(&format!("[data-deleted={gone:?}] [data-act=restore]"))).await?;
    browser.gone(&deleted).await?;
    browser.focus_comes_to(&css(&format!("#draft-{gone}"))).await?;
    assert_eq!(browser.plan_of(&gone).await?, before);
    ensure!(kept().await?.contains(&gone), "its versions are gone");

    delete().await?;
    let age = "const [draft, done] = arguments;
        indexedDB.open('plan-ouvert /sub/path/').onsuccess = ({ target: { result: db } }) => {
            const store = db.transaction('bin', 'readwrite').objectStore('bin');
            store.get(draft).onsuccess = ({ target: { result } }) => {
                result[0] -= 31 * 24 * 3600 * 1000;
                store.put(result, draft).onsuccess = () => { db.close(); done(true); };
            };
        };";
    browser.execute_async(age, [json!(gone)]).await?;
    browser.refresh().await?;
    wait_until("the versions to go", async || Ok(kept().await? == [stays.clone()])).await?;
    ensure!(!browser.has(&deleted).await?, "the deleted draft is still offered");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Going back to a version keeps what was there, can itself be taken back, and leaves what people said.
#[tokio::test]
async fn a_version_is_restored_and_that_is_undone() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    let first = browser.plan_of(&draft).await?;
    changes(&browser, &draft).await?;
    keep(&browser, "Avant l’atelier").await?;
    browser.open_page(&draft, "vision/4").await?;
    browser.paste_into(&field("A1-4.1"), "Une autre vision.").await?;
    browser.open_page(&draft, "vision/7-9").await?;
    let endorser = first.vision.endorsements.first().map(|row| row.id.to_string()).unwrap_or_default();
    browser.click(&hook("act", "remove").in_row(&endorser)).await?;
    browser.saved().await?;
    let second = browser.plan_of(&draft).await?;
    assert_ne!(first.vision, second.vision);

    changes(&browser, &draft).await?;
    browser.click(&css(".version [data-act=restore]")).await?;
    wait_until("the version's answers", async || Ok(browser.plan_of(&draft).await?.vision == first.vision))
        .await?;
    wait_until("a version of what was there", async || {
        Ok(browser.text_of(&css(".versions")).await?.contains("Avant le retour"))
    })
    .await?;
    browser.inspect("changes-restored").await?;
    browser.click(&css(".notice:last-child .undo")).await?;
    wait_until("what was there", async || Ok(browser.plan_of(&draft).await?.vision == second.vision)).await?;
    let outline = browser.text_of(&css("nav a[href$='/differences']")).await?;
    ensure!(!outline.contains('('), "{outline}: nothing is to be decided");
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}
