//! Several files of one plan: opened together, joined together, each taken out again; and what was decided against.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Engine, Options, css, field, hook, page, wait_until};

e2e::in_each_engine!(each_file_is_taken_out_by_itself, a_text_that_was_not_kept_can_be_taken_after_all);

/// A plan with a foreword, and the files of colleagues who each rewrote it and added an answer of their own.
async fn rewritten(office: &Browser, names: &[&str], answers: &[(&str, &str)]) -> Result<Vec<PathBuf>> {
    let draft = office.new_plan().await?;
    answer(office, &draft, "vision/2-3", "A1-2", "Du bureau.").await?;
    let (_, text) = office.export(&draft).await?;
    let mut files = Vec::new();
    for name in names {
        let colleague = Browser::new(Options::default()).await?;
        let copy = colleague.open_file(&colleague.file("reçu.json", &text)?).await?;
        colleague.open_page(&copy, "export").await?;
        colleague.type_into(&css("#made-by"), name).await?;
        colleague.leave().await?;
        for (section, question) in answers {
            answer(&colleague, &copy, section, question, &format!("De {name}.")).await?;
        }
        let (_, text) = colleague.export(&copy).await?;
        files.push(office.file(&format!("{name}.json"), text)?);
    }
    office.visit(&format!("#/plan/{draft}")).await?;
    Ok(files)
}

async fn answer(browser: &Browser, draft: &str, section: &str, question: &str, text: &str) -> Result<()> {
    browser.open_page(draft, section).await?;
    browser.type_into(&field(question), text).await?;
    browser.leave().await?;
    browser.saved().await
}

/// Chooses files all at once.
async fn choose(browser: &Browser, control: &str, files: &[PathBuf]) -> Result<()> {
    let all: Vec<String> = files.iter().map(|file| file.to_string_lossy().into_owned()).collect();
    browser.at(&css(control)).await?.send_keys(all.join("\n")).await?;
    Ok(())
}

/// What each file brought goes with it; the others' answers stay.
async fn each_file_is_taken_out_by_itself(engine: Engine) -> Result<()> {
    let office = Browser::new(engine).await?;
    let draft = office.new_plan().await?;
    let (_, text) = office.export(&draft).await?;
    let mut files = Vec::new();
    for (name, question) in [("Ana", "A1-4.1"), ("Zoé", "A1-4.2")] {
        let colleague = Browser::new(Options::default()).await?;
        let copy = colleague.open_file(&colleague.file("reçu.json", &text)?).await?;
        answer(&colleague, &copy, "vision/4", question, &format!("De {name}.")).await?;
        let (_, text) = colleague.export(&copy).await?;
        files.push(office.file(&format!("{name}.json"), text)?);
    }
    office.open_page(&draft, "received").await?;
    for file in &files {
        // WebKitGTK's driver takes one file at a time.
        choose(&office, "#receive", std::slice::from_ref(file)).await?;
    }
    wait_until("two files", async || Ok(office.count(&css("[data-file]")).await? == 2)).await?;
    office.click(&css("#join-all")).await?;
    let answers = async || -> Result<[String; 2]> {
        let vision = office.plan_of(&draft).await?.vision;
        Ok([vision.long_term_vision.text, vision.achievements.text])
    };
    wait_until("both answers", async || Ok(answers().await? == ["De Ana.", "De Zoé."])).await?;

    office.click(&css("[data-received='Ana.json'] [data-act=take-back]")).await?;
    wait_until("the other's answer alone", async || Ok(answers().await? == ["", "De Zoé."])).await?;
    office.at(&css("[data-received='Ana.json'][data-taken-back]")).await?;
    ensure!(!office.has(&css("[data-received='Ana.json'] [data-act=take-back]")).await?, "it is out");
    office.at(&css("[data-received='Zoé.json'] [data-act=take-back]")).await?;
    office.inspect("received-list").await?;
    assert_eq!(office.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A decision drops no text: what was not kept is listed, and can be taken after all.
async fn a_text_that_was_not_kept_can_be_taken_after_all(engine: Engine) -> Result<()> {
    let mut office = Browser::new(engine).await?;
    let files = rewritten(&office, &["Ana", "Zoé"], &[("vision/2-3", "A1-2")]).await?;
    let draft = office.draft_shown().await?;
    office.open_page(&draft, "received").await?;
    for file in &files {
        choose(&office, "#receive", std::slice::from_ref(file)).await?;
        let name = file.file_name().context("a name")?.to_string_lossy().into_owned();
        office.click(&css(&format!("[data-file='{name}'] [data-act=join]"))).await?;
        office.at(&hook("received", &name)).await?;
    }
    office.follow(&css("#settle")).await?;
    ensure!(!office.has(&css("[data-panel=decided]")).await?, "nothing was decided yet");
    let kept = office.text_of(&css(".version .written")).await?;
    let (other, by) = if kept == "De Ana." { ("De Zoé.", "Zoé") } else { ("De Ana.", "Ana") };
    office.click(&css(".version [data-act=keep]")).await?;
    office.gone(&css(".difference")).await?;
    office.saved().await?;

    // Another day.
    if engine == Engine::Chromium {
        office.restart().await?;
    }
    office.open_page(&draft, "differences").await?;
    office.click(&css("[data-panel=decided] summary")).await?;
    let said = office.text_of(&css(".left-out-text")).await?;
    ensure!(said.contains(other) && said.contains(&format!("Écarté · {by}, le ")), "{said}");
    office.inspect("differences-decided").await?;
    office.click(&css(".left-out-text [data-act=use]")).await?;
    wait_until("the other text", async || Ok(office.plan_of(&draft).await?.vision.foreword.text == other))
        .await?;
    let said = async || office.text_of(&css(".left-out-text")).await;
    wait_until("the other in its place", async || Ok(said().await?.contains(&kept))).await?;
    let said = said().await?;
    ensure!(!said.contains(other), "the one in use is not left out: {said}");
    assert_eq!(office.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A table's second file has what its first one had: the first can go, and what was taken out comes back on request.
#[tokio::test]
async fn a_later_file_keeps_what_an_older_one_brought_too() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.new_plan().await?;
    let (_, text) = office.export(&draft).await?;
    let ana = Browser::new(Options::default()).await?;
    let copy = ana.open_file(&ana.file("reçu.json", &text)?).await?;
    let mut files = Vec::new();
    for (name, question) in [("premier", "A1-4.1"), ("second", "A1-4.2")] {
        answer(&ana, &copy, "vision/4", question, &format!("Le {name}.")).await?;
        let (_, text) = ana.export(&copy).await?;
        files.push(office.file(&format!("{name}.json"), text)?);
    }
    office.open_page(&draft, "received").await?;
    for (file, name) in files.iter().zip(["premier", "second"]) {
        choose(&office, "#receive", std::slice::from_ref(file)).await?;
        office.click(&css(&format!("[data-file='{name}.json'] [data-act=join]"))).await?;
        office.at(&hook("received", &format!("{name}.json"))).await?;
    }
    let answers = async || -> Result<[String; 2]> {
        let vision = office.plan_of(&draft).await?.vision;
        Ok([vision.long_term_vision.text, vision.achievements.text])
    };
    let both = ["Le premier.", "Le second."];
    wait_until("both answers", async || Ok(answers().await? == both)).await?;
    let out = async |name: &str| -> Result<()> {
        office.click(&css(&format!("[data-received='{name}.json'] [data-act=take-back]"))).await?;
        office.at(&css(&format!("[data-received='{name}.json'][data-taken-back]"))).await.map(drop)
    };
    out("premier").await?;
    assert_eq!(answers().await?, both, "the second file brings both");
    // It goes out with a file, so that what is taken out now is written over.
    office.export(&draft).await?;
    office.open_page(&draft, "received").await?;
    out("second").await?;
    wait_until("neither", async || Ok(answers().await? == ["", ""])).await?;

    choose(&office, "#receive", &files[1..]).await?;
    let again = css("[data-file='second.json'] [data-act=again]");
    let said = office.text_of(&css("[data-file='second.json']")).await?;
    ensure!(said.contains("récrite ou retirée depuis"), "{said}");
    office.inspect("received-again").await?;
    office.click(&again).await?;
    wait_until("both again", async || Ok(answers().await? == both)).await?;
    office.click(&css(".notice:last-child .undo")).await?;
    wait_until("neither again", async || Ok(answers().await? == ["", ""])).await?;
    assert_eq!(office.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// What is begun and not kept is there after a look elsewhere: another text for a difference, files that wait.
#[tokio::test]
async fn what_is_begun_waits() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let files = rewritten(&office, &["Ana", "Zoé", "Léo"], &[("vision/2-3", "A1-2")]).await?;
    let draft = office.draft_shown().await?;
    office.open_page(&draft, "received").await?;
    choose(&office, "#receive", &files).await?;
    for name in ["Ana", "Zoé"] {
        office.click(&css(&format!("[data-file='{name}.json'] [data-act=join]"))).await?;
        office.gone(&css(&format!("[data-file='{name}.json']"))).await?;
    }
    office.follow(&css("#settle")).await?;
    office.click(&css(".difference summary")).await?;
    office.type_into(&css("#difference-text"), "Un troisième texte").await?;
    office.open_page(&draft, "vision/2-3").await?;
    office.open_page(&draft, "differences").await?;
    let typed =
        async || Ok::<_, anyhow::Error>(office.at(&css("#difference-text")).await?.prop("value").await?);
    assert_eq!(typed().await?.as_deref(), Some("Un troisième texte"));
    office.refresh().await?;
    assert_eq!(typed().await?.as_deref(), Some("Un troisième texte"));
    office.click(&css("[data-act=write]")).await?;
    office.gone(&css(".difference")).await?;
    assert_eq!(office.plan_of(&draft).await?.vision.foreword.text, "Un troisième texte");
    Ok(())
}

/// What was written after a decision stays, and the way back says so.
#[tokio::test]
async fn a_decision_is_not_undone_over_what_was_written_since() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let files = rewritten(&office, &["Ana", "Zoé"], &[("vision/2-3", "A1-2")]).await?;
    let draft = office.draft_shown().await?;
    office.open_page(&draft, "received").await?;
    choose(&office, "#receive", &files).await?;
    office.click(&css("#join-all")).await?;
    office.follow(&css("#settle")).await?;
    office.click(&css(".version [data-act=keep]")).await?;
    office.gone(&css(".difference")).await?;
    answer(&office, &draft, "vision/2-3", "A1-2", "Écrit depuis.").await?;
    let undo = "const notices = [...document.querySelectorAll('.notice')];
        notices.at(-1).querySelector('.undo').click();";
    office.execute(undo, []).await?;
    wait_until("a word on it", async || {
        let said = "return [...document.querySelectorAll('.notice')].map(one => one.textContent).join()";
        let said: String = office.execute(said, []).await?.convert()?;
        Ok(said.contains("Rien n’a changé"))
    })
    .await?;
    assert_eq!(office.plan_of(&draft).await?.vision.foreword.text, "Écrit depuis.");
    Ok(())
}

/// On the start page of a browser without the plan: one draft, where the others wait to be joined; what is refused is named.
#[tokio::test]
async fn files_of_one_plan_become_one_draft() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let files = rewritten(&office, &["Ana", "Zoé", "Léo"], &[("vision/4", "A1-4.1")]).await?;
    let elsewhere = Browser::new(Options::default()).await?;
    choose(&elsewhere, "#open-bundle", &files).await?;
    let told = elsewhere.text_of(&css("#unknown")).await?;
    ensure!(["Ana.json", "Zoé.json", "Léo.json"].iter().all(|name| told.contains(name)), "{told}");
    elsewhere.inspect("start-unknown-several").await?;
    elsewhere.click(&css("#open-as-draft")).await?;
    elsewhere.at(&page("received")).await?;
    wait_until("the others", async || Ok(elsewhere.count(&css("[data-file]")).await? == 2)).await?;
    assert_eq!(elsewhere.drafts().await?.len(), 1);
    elsewhere.click(&css("#join-all")).await?;
    elsewhere.at(&css("#settle")).await?;
    assert_eq!(elsewhere.count(&css(".received-list > li")).await?, 3, "the one that made the draft too");

    // Here it is known; and one file cannot be read.
    elsewhere.visit("#/").await?;
    let letter = elsewhere.file("lettre.pdf", "%PDF-1.7 une lettre")?;
    let two = [files[0].clone(), letter, files[1].clone()];
    choose(&elsewhere, "#open-bundle", &two).await?;
    let refused = async || elsewhere.text_of(&css("#refused")).await;
    wait_until("the refusal, by name", async || Ok(refused().await?.starts_with("lettre.pdf – "))).await?;
    let known = elsewhere.text_of(&css("#known")).await?;
    ensure!(known.contains("Ana.json") && known.contains("Zoé.json"), "{known}");
    elsewhere.inspect("start-several").await?;
    elsewhere.click(&css("[data-act=known-beside]")).await?;
    wait_until("a draft of each", async || Ok(elsewhere.drafts().await?.len() == 3)).await?;
    let said = elsewhere.text_of(&css("#opened")).await?;
    ensure!(said.contains("Ana.json"), "{said}");
    assert_eq!(elsewhere.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A file is shown before anything is made of it; where its plan is here, it can take the draft's place.
#[tokio::test]
async fn a_file_takes_the_place_of_the_draft_and_gives_it_back() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.open_example().await?;
    let (_, text) = office.export(&draft).await?;
    let before = office.plan_of(&draft).await?;
    answer(&office, &draft, "vision/4", "A1-4.1", "Une autre vision.").await?;
    answer(&office, &draft, "vision/2-3", "A1-2", "Un autre avant-propos.").await?;
    let elsewhere = Browser::new(Options::default()).await?;
    elsewhere.choose_file(&elsewhere.file("plan.json", &text)?).await?;
    let told = elsewhere.text_of(&css("#unknown")).await?;
    let count = before.commitments.len();
    ensure!(told.contains(&format!("{count} engagements")) && told.contains("à régler"), "{told}");
    elsewhere.focus_comes_to(&css("#unknown")).await?;
    elsewhere.inspect("start-unknown").await?;
    elsewhere.click(&css("[data-act=leave-out]")).await?;
    elsewhere.gone(&css("#unknown")).await?;
    assert_eq!(elsewhere.drafts().await?.len(), 0);

    office.visit("#/").await?;
    office.choose_file(&office.file("plan.json", &text)?).await?;
    office.click(&css("[data-act=known-replace]")).await?;
    office.inspect("received-replace").await?;
    let written = office.plan_of(&draft).await?;
    office.click(&css("[data-act=replace]")).await?;
    wait_until("the plan of the file", async || {
        Ok(office.plan_of(&draft).await?.vision.foreword == before.vision.foreword)
    })
    .await?;
    assert_eq!(office.plan_of(&draft).await?.vision.long_term_vision, before.vision.long_term_vision);
    office.click(&css(".notice .undo")).await?;
    wait_until("the plan as it was", async || {
        let now = office.plan_of(&draft).await?.vision;
        Ok(now.foreword == written.vision.foreword && now.long_term_vision == written.vision.long_term_vision)
    })
    .await?;
    // And among the versions it is in any case.
    office.open_page(&draft, "changes").await?;
    let versions = "return [...document.querySelectorAll('select option')].map((option) => option.innerText).join('\\n')";
    wait_until("the version before", async || {
        let names: String = office.execute(versions, []).await?.convert()?;
        Ok(names.contains("plan.json"))
    })
    .await?;
    assert_eq!(office.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Files that clear little each and much together are asked about.
#[tokio::test]
async fn files_that_clear_much_together_ask_again() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.new_plan().await?;
    let answers = ["A1-4.1", "A1-4.2", "A1-4.3", "A1-4.4"];
    for question in answers {
        answer(&office, &draft, "vision/4", question, "Une réponse.").await?;
    }
    let (_, text) = office.export(&draft).await?;
    let mut files = Vec::new();
    for (name, member) in [("un", "long_term_vision"), ("deux", "achievements")] {
        let mut file: serde_json::Value = serde_json::from_str(&text)?;
        // Emptied by hand, in different ways.
        let emptied = if name == "un" { serde_json::json!({"text": ""}) } else { serde_json::Value::Null };
        *file.pointer_mut(&format!("/plan/vision/{member}")).context(member)? = emptied;
        files.push(office.file(&format!("{name}.json"), file.to_string())?);
    }
    office.open_page(&draft, "received").await?;
    choose(&office, "#receive", &files).await?;
    wait_until("two files", async || Ok(office.count(&css("[data-file]")).await? == 2)).await?;
    for name in ["un", "deux"] {
        let said = office.text_of(&css(&format!("[data-file='{name}.json']"))).await?;
        ensure!(said.contains("1 réponse effacée"), "{said}");
        ensure!(said.contains("modifié depuis son export"), "{said}");
        let join = office.at(&css(&format!("[data-file='{name}.json'] [data-act=join]"))).await?;
        ensure!(join.is_enabled().await?, "one answer of five is not much");
    }
    ensure!(!office.at(&css("#join-all")).await?.is_enabled().await?, "two of five are");
    office.inspect("received-clear-together").await?;
    office.click(&css(".all-files input")).await?;
    office.click(&css("#join-all")).await?;
    wait_until("two answers less", async || {
        let vision = office.plan_of(&draft).await?.vision;
        Ok(vision.long_term_vision.text.is_empty() && vision.achievements.text.is_empty())
    })
    .await?;
    Ok(())
}

/// The button at the foot takes back what was done last, whatever the plan said of its last change, and all of it.
#[tokio::test]
async fn a_replaced_plan_comes_back_by_the_button_at_the_foot() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.open_example().await?;
    let (_, text) = office.export(&draft).await?;
    let mut file: serde_json::Value = serde_json::from_str(&text)?;
    file["plan"]["vision"]["foreword"]["text"] = "Du fichier.".into();
    let path = office.file("plan.json", file.to_string())?;
    for own in ["", "Une autre vision."] {
        if !own.is_empty() {
            answer(&office, &draft, "vision/4", "A1-4.1", own).await?;
        }
        let before = office.plan_of(&draft).await?.vision;
        office.visit("#/").await?;
        office.choose_file(&path).await?;
        office.click(&css("[data-act=known-replace]")).await?;
        office.click(&css("[data-act=replace]")).await?;
        wait_until("the plan of the file", async || {
            Ok(office.plan_of(&draft).await?.vision.foreword.text == "Du fichier.")
        })
        .await?;
        office.click(&css("#undo")).await?;
        wait_until("the plan as it was", async || Ok(office.plan_of(&draft).await?.vision == before)).await?;
    }
    assert_eq!(office.console_errors().await?, Vec::<String>::new());
    Ok(())
}
