//! The whole journey, on texts as long as real ones: from an empty browser to a file, and from the file to
//! an equal plan in another empty browser.

use anyhow::{Context, Result, ensure};
use e2e::bundle::{json, sound_plan};
use e2e::{Browser, Engine, Options, css, field, hook, page, rule, wait_until};
use plan_ouvert::plan::{Plan, RowId};
use plan_ouvert::question::{Kind, Place, Question, Section};
use serde_json::Value;

e2e::in_each_engine!(
    from_an_empty_browser_to_a_file_and_to_an_equal_plan_elsewhere,
    a_message_does_not_swallow_the_click_that_leaves,
);

pub(crate) const TEXTS: &str = include_str!("../../texts/fr.json");

async fn from_an_empty_browser_to_a_file_and_to_an_equal_plan_elsewhere(engine: Engine) -> Result<()> {
    let texts: Value = serde_json::from_str(TEXTS)?;
    let mut browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    let commitments = write_plan(&browser, &draft, &texts).await?;

    browser.saved().await?;
    let before = browser.plan_of(&draft).await?;
    if engine == Engine::WebKit {
        // It keeps nothing once it is closed.
        browser.visit("#/").await?;
        browser.refresh().await?;
    } else {
        browser.restart().await?;
    }
    browser.at(&page("start")).await?;
    browser.follow(&css(&format!("[data-row='{draft}'] h3 a"))).await?;
    assert_eq!(browser.plan_of(&draft).await?, before, "all is there after the browser was closed");

    let (name, text) = browser.export(&draft).await?;
    ensure!(name.starts_with("valmont-sur-orne-") && name.ends_with(".json"), "{name}");
    let plan = sound_plan(&text)?;
    holds_texts(&plan, &texts, &commitments)?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());

    let elsewhere = Browser::new(engine).await?;
    let copy = elsewhere.open_file(&elsewhere.file("reçu de Valmont.txt", &text)?).await?;
    assert_ne!(copy, draft, "a new draft");
    let again = sound_plan(&elsewhere.export(&copy).await?.1)?;
    assert_eq!(json(&again), json(&plan));
    assert_eq!(again, plan);
    Ok(())
}

/// Writes a whole plan into an empty draft, and returns the ids of its commitments.
pub(crate) async fn write_plan(browser: &Browser, draft: &str, texts: &Value) -> Result<Vec<RowId>> {
    about_the_plan(browser, draft).await?;
    duration_with_a_wrong_date(browser, draft).await?;
    annex_1(browser, draft, &texts["annex1"]).await?;
    let mut commitments = Vec::new();
    for wanted in texts["commitments"].as_array().context("commitments")? {
        commitments.push(commitment(browser, draft, wanted).await?);
    }
    Ok(commitments)
}

async fn about_the_plan(browser: &Browser, draft: &str) -> Result<()> {
    browser.open_page(draft, "about").await?;
    browser.type_into(&field("x.jur").column("name"), "Valmont-sur-Orne").await?;
    browser.type_into(&field("x.jur").column("country"), "France").await?;
    browser.set_day(&field("x.joined"), "2026-04-28").await?;
    browser.type_month(&field("x.start"), "1", "2027").await?;
    assert_eq!(browser.text_of(&field("x.start").part("month")).await?, "janvier", "read, and shown in full");
    browser.type_into(&field("x.lead"), "Direction de la citoyenneté et des assemblées").await?;
    for (column, text) in [("office", "Direction de la citoyenneté"), ("name", "Fatou Diarra")] {
        browser.paste_into(&field("x.poc").column(column), text).await?;
    }
    browser.paste_into(&field("x.poc").column("email"), "fatou.diarra@example.org").await
}

/// A date that breaks a rule: nothing while it is typed, the rule's word when it is left, and the rule is
/// silent with the key that mends it.
async fn duration_with_a_wrong_date(browser: &Browser, draft: &str) -> Result<()> {
    browser.open_page(draft, "vision/1").await?;
    browser.type_month(&field("A1-1.1"), "mars", "2032").await?;
    let end = field("A1-1.2");
    browser.type_into(&end.clone().part("month"), "fev").await?;
    browser.type_into(&end.clone().part("year"), "2032").await?;
    assert_eq!(browser.rules().await?, Vec::<String>::new(), "nothing is said while the date is typed");
    browser.leave().await?;
    browser.at(&rule("PLAN-1")).await?;
    assert_eq!(browser.at(&end.clone().part("year")).await?.attr("aria-invalid").await?, Some("true".into()));
    browser.type_into(&end.clone().part("month"), "jan").await?;
    browser.gone(&rule("PLAN-1")).await?;
    ensure!(browser.is_focused(&end.part("month")).await?, "the field is still the person's");
    Ok(())
}

async fn annex_1(browser: &Browser, draft: &str, texts: &Value) -> Result<()> {
    for section in Section::OF_PLAN.into_iter().filter(|section| *section > Section::Duration) {
        browser.open_page(draft, &format!("vision/{}", section.slug())).await?;
        for question in section.questions() {
            match &texts[question.number()] {
                // The last one waits until it is asked for.
                Value::String(_) if question == Question::PolicyContribution => {}
                Value::String(text) if question == Question::PublicResults => {
                    browser.type_into(&field(question.number()), text).await?;
                }
                Value::String(text) => browser.paste_into(&field(question.number()), text).await?,
                Value::Array(names) => {
                    for name in names.iter().filter_map(Value::as_str) {
                        browser.fill_row(question.number(), &[("name", name)]).await?;
                    }
                }
                _ => beyond_texts(browser, question).await?,
            }
        }
        if section == Section::Vision {
            missing_is_asked_for(browser, texts).await?;
        }
        browser.check_section().await?;
        // One of the institutions has a name longer than OGP's own page shows.
        let open: &[&str] = if section == Section::Engagement { &["VIS-5"] } else { &[] };
        let mut said = browser.rules().await?;
        // The plan is in French, and its English texts are still to come.
        let without_english = said.iter().any(|rule| rule == "PLAN-8");
        let has_texts = section.questions().any(|question| question.kind() == Kind::Long);
        ensure!(without_english == has_texts, "section {}", section.slug());
        said.retain(|rule| rule != "PLAN-8");
        said.dedup();
        assert_eq!(said, open, "section {}", section.slug());
    }
    Ok(())
}

/// The answers of Annex 1 that are no texts.
async fn beyond_texts(browser: &Browser, question: Question) -> Result<()> {
    let number = question.number();
    match question {
        Question::OfflineSpaces | Question::OnlineSpaces => {
            browser.click(&field(number).value("named")).await?;
        }
        Question::MonitoringContact => {
            for (column, text) in [
                ("organisation", "Université de la Côte de Nacre"),
                ("name", "Nadia Cherif"),
                ("title", "Maîtresse de conférences"),
                ("email", "nadia.cherif@example.org"),
                ("telephone", "+33 2 00 00 00 00"),
            ] {
                browser.paste_into(&field(number).column(column), text).await?;
            }
        }
        Question::Letter | Question::Documents => {
            let url = "https://example.org/valmont/lettre.pdf";
            browser.fill_row(number, &[("name", "Lettre de la maire"), ("url", url)]).await?;
        }
        Question::Sides => {
            for side in ["government", "non_government"] {
                browser.click(&field(number).value(side)).await?;
            }
        }
        Question::MonitoringApproved => browser.set_day(&field(number), "2026-02-20").await?,
        // An endorsement is for the text as it stands today.
        Question::Endorsed => browser.set_day(&field(number), &browser.today().await?).await?,
        Question::MonitoringResources | Question::EndorsersTookPart => browser.click(&field(number)).await?,
        // What has nothing to do with this plan.
        Question::Groups | Question::MonitoringGroup | Question::MonitoringClear => {}
        Question::Site => browser.paste_into(&field(number), "https://example.org/participer").await?,
        other => anyhow::bail!("nothing is said to {other:?}"),
    }
    Ok(())
}

/// An answer is left out: nothing is said until the section is checked, and the summary leads to it.
async fn missing_is_asked_for(browser: &Browser, texts: &Value) -> Result<()> {
    let last = field("A1-4.6");
    ensure!(!browser.has(&rule("VIS-3")).await?, "what is missing waits for the check");
    browser.check_section().await?;
    ensure!(browser.count(&rule("VIS-3")).await? == 2, "in the summary and beside the question");
    browser.follow(&css("#summary [data-rule='VIS-3'] a")).await?;
    browser.focus_comes_to(&last).await?;
    browser.paste_into(&last, texts["A1-4.6"].as_str().context("a text")?).await?;
    browser.gone(&rule("VIS-3")).await
}

async fn commitment(browser: &Browser, draft: &str, texts: &Value) -> Result<RowId> {
    let id = browser.add_commitment(draft).await?;
    let open = async |page: &str| browser.open_page(draft, &format!("commitment/{id}/{page}")).await;
    browser.paste_into(&field("A2-1"), texts["A2-1"].as_str().context("a title")?).await?;
    browser.type_month(&field("A2-2").column("start"), "janvier", "2027").await?;
    browser.type_month(&field("A2-2").column("end"), "12", "2028").await?;
    let government =
        [("office", "Direction des finances"), ("branch", "Pouvoir exécutif"), ("name", "Jean Martel")];
    let person = [("title", "Directeur"), ("email", "jean.martel@example.org"), ("role", "Pilotage")];
    browser.fill_row("A2-3", &[government.as_slice(), &person].concat()).await?;
    for (question, organisation) in [("A2-4", "Valmont Données ouvertes"), ("A2-5", "Les Amis de l’Orne")]
    {
        let cells =
            [("organisation", organisation), ("name", "Ana Pérez"), ("email", "ana.perez@example.org")];
        browser.fill_row(question, &cells).await?;
    }

    open("description").await?;
    for number in ["A2-6", "A2-7", "A2-8", "A2-9", "A2-10"] {
        browser.paste_into(&field(number), texts[number].as_str().context("a text")?).await?;
    }
    browser.check_section().await?;

    open("classification").await?;
    for (question, option) in [
        ("A2-11", "open_data"),
        ("A2-11", "fiscal_openness"),
        ("A2-12", "public_services"),
        ("A2-13", "technology"),
    ] {
        browser.click(&field(question).value(option)).await?;
    }
    third_option(browser).await?;

    open("resources").await?;
    let resources = [("amount", "120000"), ("currency", "EUR"), ("staff", "1,5"), ("time", "24")];
    browser.fill_row("A2-14", &resources).await?;
    browser.click(&field("A2-15").value("partially")).await?;
    browser.paste_into(&field("A2-16"), texts["A2-16"].as_str().context("a text")?).await?;

    open("milestones").await?;
    for text in texts["milestones"].as_array().context("milestones")? {
        let cells = [("description", text.as_str().context("a text")?), ("body", "Direction des finances")];
        let row = browser.fill_row("A2-17", &cells).await?;
        browser.type_month(&field("A2-17").column("start").in_row(&row), "1", "2027").await?;
        browser.type_month(&field("A2-17").column("end").in_row(&row), "déc.", "2028").await?;
        browser.paste_into(&field("A2-17").column("contact").in_row(&row), "Jean Martel").await?;
        browser.choose(&field("A2-17").column("status").in_row(&row), "in_progress").await?;
    }
    browser.check_section().await?;
    RowId::parse(&id).context("a commitment's id")
}

/// A third policy area can be ticked; the rule speaks, and is silent when it is unticked.
async fn third_option(browser: &Browser) -> Result<()> {
    let third = field("A2-11").value("inclusion");
    browser.click(&third).await?;
    browser.check_section().await?;
    browser.at(&css("#summary [data-rule='COM-14']")).await?;
    browser.at(&css(".question [data-rule='COM-14']")).await?;
    browser.click(&third).await?;
    browser.gone(&rule("COM-14")).await
}

/// The file has every text to the letter.
fn holds_texts(plan: &Plan, texts: &Value, commitments: &[RowId]) -> Result<()> {
    for (number, text) in texts["annex1"].as_object().context("texts")? {
        let place = Place::plan(Question::from_number(number).context("a question")?);
        if let Some(text) = text.as_str() {
            assert_eq!(place.shown(plan), text, "{number}");
        }
    }
    let named =
        |rows: &[plan_ouvert::plan::Named]| rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
    assert_eq!(Value::from(named(&plan.vision.lead_institutions)), texts["annex1"]["A1-5.1"]);
    assert_eq!(Value::from(named(&plan.vision.endorsements)), texts["annex1"]["A1-7"]);
    let wanted = texts["commitments"].as_array().context("texts")?;
    assert_eq!(plan.commitments.iter().map(|commitment| commitment.id).collect::<Vec<_>>(), commitments);
    for (commitment, texts) in plan.commitments.iter().zip(wanted) {
        for number in ["A2-1", "A2-6", "A2-7", "A2-8", "A2-9", "A2-10", "A2-16"] {
            let place =
                Place::commitment(commitment.id, Question::from_number(number).context("a question")?);
            assert_eq!(place.shown(plan), texts[number].as_str().context("a text")?, "{number}");
        }
        let milestones = commitment.milestones.iter().map(|milestone| milestone.description.text.clone());
        assert_eq!(Value::from_iter(milestones), texts["milestones"]);
    }
    Ok(())
}

/// The language changes in the middle of a form: not a letter is lost, and months are named in it.
#[tokio::test]
async fn the_language_changes_in_the_middle_of_an_answer() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "about").await?;
    browser.type_month(&field("x.start"), "3", "2027").await?;
    browser.type_into(&field("x.lead"), "Direction de la ").await?;
    for (language, month) in [("en", "March"), ("es", "marzo"), ("fr", "mars")] {
        browser.choose(&css("#language"), language).await?;
        browser.at(&css(&format!("html[lang={language}]"))).await?;
        let typed = browser.text_of(&field("x.lead")).await?;
        browser.type_on(&field("x.lead"), language).await?;
        assert_eq!(browser.text_of(&field("x.lead")).await?, format!("{typed}{language}"));
        assert_eq!(browser.text_of(&field("x.start").part("month")).await?, month);
    }
    browser.saved().await?;
    wait_until("the answer in storage", async || {
        Ok(browser.stored(&draft).await?.contains("Direction de la enesfr"))
    })
    .await?;
    browser.refresh().await?;
    browser.at(&hook("check", "about")).await?;
    assert_eq!(browser.text_of(&field("x.lead")).await?, "Direction de la enesfr");
    Ok(())
}

/// What a rule says as one leaves an answer does not take away the click that one leaves it with.
async fn a_message_does_not_swallow_the_click_that_leaves(engine: Engine) -> Result<()> {
    let browser = Browser::new(engine).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/5").await?;
    browser.add_row("A1-5.1").await?;
    browser.type_into(&field("A1-5.1"), &"Institution au nom bien trop long ".repeat(5)).await?;
    browser.add_row("A1-5.1").await?;
    browser.at(&rule("VIS-5")).await?;
    Ok(())
}
