//! What the rules lead to: a coalition's plan from nothing to ready, reasons and looks on the review, the way from issue
//! to issue, a plan after its submission, the calendar file, the rule book.

use anyhow::{Context, Result, ensure};
use e2e::bundle::sound_plan;
use e2e::{Browser, Options, css, field, hook, page, rule, wait_until};
use icalendar::{CalendarComponent, Component as _, DatePerhapsTime};
use plan_ouvert::plan::Plan;
use thirtyfour::Key;

/// The plan that the browser saves as a file.
async fn exported(browser: &Browser, draft: &str) -> Result<Plan> {
    browser.open_page(draft, "export").await?;
    browser.click(&css("#save-bundle")).await?;
    browser.focus_comes_to(&css("#send")).await?;
    sound_plan(&String::from_utf8(browser.download().await?.1)?)
}

/// A joint plan of three towns, from nothing to a review without open requirements.
#[tokio::test]
async fn three_towns_make_a_plan_together() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    browser.turn(async || browser.click(&css("#new-joint-plan")).await).await?;
    let draft = browser.draft_shown().await?;
    about_the_coalition(&browser, &draft).await?;
    vision_of_the_coalition(&browser, &draft).await?;
    for scope in ["0", "1", "all"] {
        commitment_of_the_coalition(&browser, &draft, scope).await?;
    }
    checklist_of_the_coalition(&browser, &draft).await?;
    browser.open_page(&draft, "calendar").await?;
    browser.inspect("calendar-joint").await?;
    // What no rule can read, somebody looks at.
    browser.open_page(&draft, "review").await?;
    while browser.has(&hook("act", "looked")).await? {
        let left = browser.count(&hook("act", "looked")).await?;
        browser.click(&hook("act", "looked")).await?;
        wait_until("one look less", async || Ok(browser.count(&hook("act", "looked")).await? < left)).await?;
    }
    // After the last one the focus is at what is left; one taken back comes alone.
    browser.focus_comes_to(&css("#review-list")).await?;
    browser.click(&css(".notice .undo")).await?;
    browser.at(&hook("act", "looked")).await?;
    assert_eq!(browser.count(&hook("act", "looked")).await?, 1);
    browser.click(&hook("act", "looked")).await?;
    browser.at(&css("[data-ready=true]")).await?;
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    let plan = exported(&browser, &draft).await?;
    ensure!(plan.joint && plan.jurisdictions.len() == 3 && plan.commitments.len() == 3);
    Ok(())
}

async fn about_the_coalition(browser: &Browser, draft: &str) -> Result<()> {
    browser.open_page(draft, "about").await?;
    browser.check_section().await?;
    browser.at(&rule("JNT-1")).await?;
    browser.click(&field("x.lang").value("en")).await?;
    browser.add_row("x.jur").await?;
    for (at, row) in browser.rows_of("x.jur").await?.iter().enumerate() {
        let cell = |column| field("x.jur").column(column).in_row(row);
        if !browser.has(&cell("name")).await? {
            browser.click(&css(&format!("#row-{row}-open"))).await?;
        }
        browser.paste_into(&cell("name"), ["Valmont", "Rivemont", "Clairval"][at]).await?;
        browser.paste_into(&cell("country"), "France").await?;
        browser.click(&cell("member")).await?;
    }
    browser.gone(&rule("JNT-1")).await?;
    browser.click(&field("x.process").value("joint")).await?;
    browser.paste_into(&field("x.governance"), "A committee in which each town has one voice.").await?;
    browser.type_month(&field("x.start"), "1", "2027").await?;
    browser.paste_into(&field("x.lead"), "Secretariat of Valmont").await?;
    browser.paste_into(&field("x.official").column("name"), "Jeanne Costa").await?;
    for (column, text) in
        [("office", "Mayor’s office"), ("name", "Ana Pérez"), ("email", "ana.perez@example.org")]
    {
        browser.paste_into(&field("x.poc").column(column), text).await?;
    }
    browser.inspect("about-joint").await?;
    browser.open_page(draft, "vision/1").await?;
    // The second town's mandate ends first.
    let rows = browser.rows_of("A1-1.1").await?;
    for (row, year) in rows.iter().zip(["2030", "2029", "2030"]) {
        browser.type_month(&field("A1-1.1").in_row(row), "12", year).await?;
    }
    browser.type_month(&field("A1-1.2"), "6", "2030").await?;
    browser.at(&rule("JNT-3")).await?;
    browser.click(&css("[data-fix='JNT-3']")).await?;
    browser.gone(&rule("JNT-3")).await?;
    browser.inspect("section-1-joint").await?;
    assert_eq!(browser.text_of(&field("A1-1.2").part("year")).await?, "2030");
    Ok(())
}

async fn vision_of_the_coalition(browser: &Browser, draft: &str) -> Result<()> {
    browser.open_page(draft, "vision/2-3").await?;
    browser.paste_into(&field("A1-2"), "We go forward together.").await?;
    browser.open_page(draft, "vision/4").await?;
    for number in 1..=6 {
        browser.paste_into(&field(&format!("A1-4.{number}")), "An open region by 2030.").await?;
    }
    browser.open_page(draft, "vision/5").await?;
    browser.fill_row("A1-5.1", &[("name", "Department of finance")]).await?;
    for number in ["5.2", "5.3", "5.4", "5.5", "5.8"] {
        browser.paste_into(&field(&format!("A1-{number}")), "The forum meets every month.").await?;
    }
    browser.leave().await?;
    for question in ["x.offline", "x.online"] {
        browser.click(&field(question).value("none")).await?;
    }
    for side in ["government", "non_government"] {
        browser.click(&field("x.sides").value(side)).await?;
    }
    browser.paste_into(&field("A1-5.6"), "12").await?;
    browser.paste_into(&field("A1-5.7"), "3").await?;
    browser.open_page(draft, "vision/6").await?;
    for number in ["6.1", "6.3", "6.4", "6.5"] {
        browser.paste_into(&field(&format!("A1-{number}")), "Researchers of the university.").await?;
    }
    let body = field("A1-6.2");
    browser.paste_into(&body.clone().column("organisation"), "University of the Coast").await?;
    browser.paste_into(&body.column("email"), "monitoring@example.org").await?;
    browser.set_day(&field("x.mbApproved"), "2026-09-01").await?;
    browser.click(&field("x.mbResources")).await?;
    browser.open_page(draft, "vision/7-9").await?;
    browser.fill_row("A1-7", &[("name", "Friends of the data")]).await?;
    browser.leave().await?;
    browser.click(&field("x.tookPart")).await
}

async fn commitment_of_the_coalition(browser: &Browser, draft: &str, scope: &str) -> Result<()> {
    let id = browser.add_commitment(draft).await?;
    let open = async |page: &str| browser.open_page(draft, &format!("commitment/{id}/{page}")).await;
    browser.paste_into(&field("A2-1"), &format!("Open the accounts of {scope}")).await?;
    browser.type_month(&field("A2-2").column("start"), "1", "2028").await?;
    browser.type_month(&field("A2-2").column("end"), "6", "2029").await?;
    let chosen = match scope.parse::<usize>() {
        Ok(at) => {
            let options = "return [...arguments[0].options].map((option) => option.value)";
            let select = browser.at(&field("x.scope")).await?.to_json()?;
            let values: Vec<String> = browser.execute(options, [select]).await?.convert()?;
            values.get(at + 1).context("a jurisdiction")?.clone()
        }
        Err(_) => scope.to_owned(),
    };
    browser.choose(&field("x.scope"), &chosen).await?;
    if scope == "all" {
        browser.inspect("commitment-contacts-joint").await?;
    }
    let contact = [
        ("office", "Department of finance"),
        ("branch", "Executive"),
        ("name", "Jean Martel"),
        ("email", "jean.martel@example.org"),
    ];
    browser.fill_row("A2-3", &contact).await?;
    open("description").await?;
    for number in 6..=10 {
        browser.paste_into(&field(&format!("A2-{number}")), "In 2026, 12 of 80 accounts are open.").await?;
    }
    open("classification").await?;
    for (question, option) in [("A2-11", "open_data"), ("A2-12", "justice"), ("A2-13", "civic_participation")]
    {
        browser.click(&field(question).value(option)).await?;
    }
    open("resources").await?;
    let resources = [("amount", "120000"), ("currency", "EUR"), ("staff", "1.5"), ("time", "12")];
    browser.fill_row("A2-14", &resources).await?;
    browser.click(&field("A2-15").value("yes")).await?;
    open("milestones").await?;
    let cells = [("description", "Publish"), ("body", "Department of finance"), ("contact", "Jean Martel")];
    let row = browser.fill_row("A2-17", &cells).await?;
    browser.type_month(&field("A2-17").column("start").in_row(&row), "1", "2028").await?;
    browser.type_month(&field("A2-17").column("end").in_row(&row), "6", "2029").await
}

async fn checklist_of_the_coalition(browser: &Browser, draft: &str) -> Result<()> {
    browser.open_page(draft, "checklist").await?;
    browser.paste_into(&field("x.space").column("name"), "Forum of the three towns").await?;
    browser.set_day(&field("x.space").column("told"), "2026-09-01").await?;
    browser.set_day(&field("x.orientation"), "2026-09-01").await?;
    for option in 0..13 {
        let ticked = css("[data-question='x.letter']:not(:checked)");
        ensure!(browser.has(&ticked).await?, "option {option}");
        browser.click(&ticked).await?;
    }
    for requirement in ["forum", "regularity", "multi_stakeholder", "endorsement"] {
        let row = browser.add_row("x.evid").await?;
        let cell = |column| field("x.evid").column(column).in_row(&row);
        browser.choose(&cell("requirement"), requirement).await?;
        browser.paste_into(&cell("url"), "https://example.org/minutes").await?;
    }
    browser.open_page(draft, "vision/7-9").await?;
    browser.set_day(&field("x.endorsedOn"), &browser.today().await?).await?;
    browser.open_page(draft, "checklist").await?;
    browser.at(&css("[data-requirement=endorsement] .completed")).await?;
    assert_eq!(browser.count(&css("[data-requirement] .completed")).await?, 4);
    Ok(())
}

/// A requirement is left open with a reason, which lapses when the value it was given for changes.
#[tokio::test]
async fn a_reason_counts_until_its_value_changes() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/1").await?;
    browser.type_month(&field("A1-1.1"), "12", "2030").await?;
    browser.type_month(&field("A1-1.2"), "11", "2030").await?;
    browser.open_page(&draft, "review").await?;
    let line = ".issue[data-rule='PLAN-1']";
    browser.click(&css(&format!("{line} .acknowledge > summary"))).await?;
    browser.paste_into(&css(&format!("{line} textarea")), "Agreed with the Support Unit.").await?;
    browser.click(&css(&format!("{line} [data-act=acknowledge]"))).await?;
    browser.at(&css(".issue.acknowledged[data-rule='PLAN-1'] .reason")).await?;
    browser.inspect("review-acknowledged").await?;

    // It shows at the question and on paper, and travels in the file.
    browser.open_page(&draft, "vision/1").await?;
    browser.at(&css(".message.acknowledged[data-rule='PLAN-1']")).await?;
    let print =
        "dispatchEvent(new Event('beforeprint')); const text = document.querySelector('.paper').textContent;
        dispatchEvent(new Event('afterprint')); return text;";
    let paper: String = browser.execute(print, []).await?.convert()?;
    ensure!(paper.contains("Agreed with the Support Unit."));
    browser.open_page(&draft, "export").await?;
    browser.click(&css("#save-bundle")).await?;
    browser.focus_comes_to(&css("#send")).await?;
    let file: serde_json::Value = serde_json::from_slice(&browser.download().await?.1)?;
    let open = file["report"]["open"].as_array().context("a report")?;
    let issue = open.iter().find(|issue| issue["rule"] == "PLAN-1").context("the issue")?;
    assert_eq!(issue["acknowledged"], "Agreed with the Support Unit.");

    browser.open_page(&draft, "vision/1").await?;
    browser.type_into(&field("A1-1.2").part("month"), "12").await?;
    browser.leave().await?;
    browser.at(&css(".message.requirement[data-rule='PLAN-1'] .reason")).await?;
    browser.open_page(&draft, "review").await?;
    browser.at(&css(".issue.requirement[data-rule='PLAN-1'] .reason")).await.map(drop)
}

/// The review shows one kind and one part alone, and F8 goes from issue to issue.
#[tokio::test]
async fn the_review_is_filtered_and_walked_through() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "review").await?;
    let kind = |kind: &str| css(&format!(".chip[data-kind={kind}]"));
    let count: usize =
        browser.at(&kind("advice")).await?.attr("data-count").await?.unwrap_or_default().parse()?;
    browser.click(&kind("advice")).await?;
    browser.gone(&css(".review-list .issue.requirement")).await?;
    assert_eq!(browser.count(&css(".review-list .issue.advice")).await?, count);
    browser.click(&kind("all")).await?;
    browser.choose(&css("#filter-part"), "4").await?;
    wait_until("one part alone", async || Ok(browser.count(&css(".review-group")).await? <= 2)).await?;
    browser.choose(&css("#filter-part"), "").await?;
    browser.click(&css("#filter-by-grade")).await?;
    browser.at(&css("#filter-by-grade:checked")).await?;

    // From issue to issue, and back.
    let mut seen = Vec::new();
    for _ in 0..3 {
        browser.turn(async || browser.press(Key::F8).await).await?;
        seen.push(browser.hash().await?);
    }
    let all = seen.clone();
    seen.dedup();
    assert_eq!(seen, all, "each time another place");
    ensure!(seen.iter().all(|hash| hash.contains("?at=")), "{seen:?}");
    let back = "dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', shiftKey: true }))";
    browser
        .turn(async || {
            browser.execute(back, []).await?;
            Ok(())
        })
        .await?;
    assert_eq!(Some(&browser.hash().await?), seen.get(1));
    Ok(())
}

/// A plan is marked as submitted, changed, and its change is documented; a status goes into the log.
#[tokio::test]
async fn a_submitted_plan_is_changed_and_the_change_documented() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "follow-up").await?;
    browser.set_day(&field("x.submit"), &browser.today().await?).await?;
    browser.click(&css("#mark-submitted")).await?;
    browser.at(&css("[data-panel=differences] .empty")).await?;
    browser.click(&field("x.role").value("point_of_contact")).await?;

    browser.visit(&format!("#/plan/{draft}")).await?;
    let first = browser.at(&css(".commitment-list > [data-row]")).await?;
    let first = first.attr("data-row").await?.context("a commitment")?;
    browser.open_page(&draft, &format!("commitment/{first}/description")).await?;
    browser.type_on(&field("A2-6"), " Et plus encore.").await?;
    browser.open_page(&draft, &format!("commitment/{first}/milestones")).await?;
    browser.click(&css(".open-row")).await?;
    browser.choose(&field("A2-17").column("status"), "in_progress").await?;

    browser.open_page(&draft, "follow-up").await?;
    browser.at(&css("[data-panel=differences] .difference")).await?;
    assert_eq!(browser.count(&css(".difference")).await?, 1, "a status is no change");
    assert_eq!(browser.count(&css("[data-panel=progress] .log > li")).await?, 1);
    browser.at(&css(".question [data-rule='MOD-2']")).await?;
    browser.inspect("follow-up-changed").await?;
    let before = browser.rows_of("x.changes").await?;
    browser.click(&css("[data-note]")).await?;
    let row = browser.new_row(&before).await?;
    let cell = |column| field("x.changes").column(column).in_row(&row);
    browser.paste_into(&cell("consulted"), "Les Amis de l’Orne").await?;
    browser.paste_into(&cell("decision"), "À l’unanimité du forum.").await?;
    let today = browser.today().await?;
    browser.set_day(&cell("approved"), &today).await?;
    browser.set_day(&cell("told"), &today).await?;
    browser.leave().await?;
    browser.gone(&css("[data-rule^='MOD-']")).await?;
    let plan = exported(&browser, &draft).await?;
    assert_eq!(plan.changes[0].commitment.0, first);
    assert_eq!(plan.progress.len(), 1);
    ensure!(plan.as_submitted().is_some_and(|then| !then.commitments[0].problem.text.ends_with("encore.")));
    Ok(())
}

/// The calendar comes as a file that another program's library reads.
#[tokio::test]
async fn the_calendar_is_a_file_for_calendar_programs() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "calendar").await?;
    browser.at(&css("figure.timeline[aria-label]")).await?;
    let listed = browser.count(&css(".dates > .date")).await?;
    browser.click(&css("#save-calendar")).await?;
    let (name, file) = browser.download().await?;
    ensure!(name.ends_with(".ics"), "{name}");
    let calendar: icalendar::Calendar =
        String::from_utf8(file)?.parse().map_err(|error: String| anyhow::anyhow!(error))?;
    let events: Vec<&icalendar::Event> = calendar
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    assert_eq!(events.len(), listed);
    let end = events.iter().find(|event| event.get_uid().is_some_and(|uid| uid.contains("-plan-end@")));
    let end = end.and_then(|event| event.get_start()).context("the end of the plan")?;
    ensure!(matches!(end, DatePerhapsTime::Date(day) if day.to_string() == "2031-12-31"), "{end:?}");
    Ok(())
}

/// Each message leads to its rule's entry, and a rule to the contradiction it is read with.
#[tokio::test]
async fn a_message_leads_to_its_rule() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/1").await?;
    browser.type_month(&field("A1-1.1"), "12", "2030").await?;
    browser.type_month(&field("A1-1.2"), "11", "2030").await?;
    browser.click(&css("[data-rule='PLAN-1'] details > summary")).await?;
    browser.click(&css("[data-rule='PLAN-1'] .source a")).await?;
    browser.at(&page("rules")).await?;
    browser.focus_comes_to(&css("#rule-PLAN-1")).await?;
    browser.click(&css("#rule-PLAN-1 [data-contradiction=K4]")).await?;
    browser.focus_comes_to(&css("#rule-K4")).await?;
    assert_eq!(browser.count(&css("[data-entry]")).await?, 107);
    // And back to the question one came from.
    browser.execute("history.go(-2)", []).await?;
    browser.focus_comes_to(&field("A1-1.2").part("month")).await?;
    browser.at(&rule("PLAN-1")).await?;
    Ok(())
}
