//! Comments: who writes is typed once; a question is commented on, answered, closed; all of it travels in the working
//! file and none of it in the final one.

use anyhow::{Context, Result, ensure};
use e2e::bundle::{open, sound_plan};
use e2e::{Browser, Options, Place, Window, css, field, hook, page, wait_until};
use plan_ouvert::i18n::Lang;
use plan_ouvert::plan::Plan;
use thirtyfour::Key;

/// What is at a place inside the comments on a question.
fn in_thread(question: &str, selector: &str) -> Place {
    css(&format!("{} {selector}", hook("thread", question)))
}

/// The button of a question that opens its comments.
fn opener(question: &str) -> Place {
    in_thread(question, "> button")
}

/// Says something in the box that has the focus, and returns the new comment's id: the focus goes to it.
async fn say(browser: &Browser, within: &str, text: &str) -> Result<String> {
    browser.type_into(&css(&format!("{within} .write textarea")), text).await?;
    browser.click(&css(&format!("{within} .write [data-act=say]"))).await?;
    focused_comment(browser).await
}

async fn focused_comment(browser: &Browser) -> Result<String> {
    let script = "return document.activeElement.dataset.comment ?? ''";
    let id = async || -> Result<String> { Ok(browser.execute(script, []).await?.convert()?) };
    wait_until("the focus at a comment", async || Ok(!id().await?.is_empty())).await?;
    id().await
}

/// The plan of the draft's working file, and its text.
async fn working_file(browser: &Browser, draft: &str) -> Result<(Plan, String)> {
    let (_, text) = browser.export(draft).await?;
    Ok((sound_plan(&text)?, text))
}

#[tokio::test]
async fn a_comment_is_answered_closed_and_travels() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "vision/4").await?;
    let thread = "[data-thread='A1-4.1']";
    browser.click(&opener("A1-4.1")).await?;
    browser.focus_comes_to(&in_thread("A1-4.1", "textarea")).await?;
    // The first comment asks who writes; the label counts for the whole browser.
    browser.type_into(&in_thread("A1-4.1", "[data-who]"), "Table 3").await?;
    let first = say(&browser, thread, "Trop vague : par quoi le mesurer ?").await?;
    let said = browser.text_of(&hook("comment", &first)).await?;
    ensure!(said.contains("Table 3") && said.contains("Trop vague"), "{said}");
    ensure!(!browser.has(&in_thread("A1-4.1", "[data-who]")).await?, "who writes is asked once");
    browser.inspect("section-4-commented").await?;

    // An answer, then the thread is closed and waits behind its fold.
    browser.click(&in_thread("A1-4.1", "[data-act=reply]")).await?;
    browser.focus_comes_to(&css(&format!("#reply-{first}"))).await?;
    let answer =
        say(&browser, &format!("{thread} .discussion"), "Par la part des dépenses publiées.").await?;
    ensure!(answer != first, "the answer is a comment of its own");
    browser.inspect("section-4-answered").await?;
    assert_eq!(browser.text_of(&opener("A1-4.1")).await?.lines().next(), Some("1 commentaire"));
    browser.click(&in_thread("A1-4.1", "[data-act=close]")).await?;
    browser.focus_comes_to(&in_thread("A1-4.1", ".thread")).await?;
    browser.click(&in_thread("A1-4.1", ".folded > summary")).await?;
    browser.click(&in_thread("A1-4.1", "[data-act=reopen]")).await?;
    browser.focus_comes_to(&hook("comment", &first)).await?;

    // Comments are no answers: the rules and the state of the section stay as they were.
    let (plan, text) = working_file(&browser, &draft).await?;
    let texts: Vec<_> =
        plan.comments.iter().map(|of| (of.by.as_str(), of.text.as_str(), of.closed)).collect();
    assert_eq!(
        texts,
        [
            ("Table 3", "Trop vague : par quoi le mesurer ?", false),
            ("Table 3", "Par la part des dépenses publiées.", false)
        ]
    );
    assert_eq!(plan.comments[0].at.0, "vision/long_term_vision");
    assert_eq!(plan.comments[1].of.0, first);
    assert_eq!(open(&text)?.made.by, "Table 3");

    // Elsewhere they are read, answered under another name, and listed.
    let elsewhere = Browser::new(Options::default()).await?;
    let received = elsewhere.open_file(&elsewhere.file("reçu.json", &text)?).await?;
    elsewhere.open_page(&received, "comments").await?;
    elsewhere.inspect("comments").await?;
    elsewhere.click(&css("[data-act=reply]")).await?;
    elsewhere.type_into(&css(".discussion [data-who]"), "Ana, jeunesse").await?;
    say(&elsewhere, ".discussion", "D’accord.").await?;
    elsewhere.inspect("comments-answered").await?;
    // Nobody takes out what another wrote, or what was answered: only the new answer is theirs to take out.
    assert_eq!(elsewhere.count(&hook("act", "remove")).await?, 1);
    elsewhere.click(&css(".asked h3 a")).await?;
    elsewhere.focus_comes_to(&field("A1-4.1")).await?;
    elsewhere.at(&in_thread("A1-4.1", ".thread")).await?;
    let (plan, _) = working_file(&elsewhere, &received).await?;
    assert_eq!(
        plan.comments.iter().map(|of| of.by.as_str()).collect::<Vec<_>>(),
        ["Table 3", "Table 3", "Ana, jeunesse"]
    );
    Ok(())
}

/// The label is typed once, on the start page, and signs comments and files of every draft; it outlasts the browser.
#[tokio::test]
async fn a_label_is_typed_once() -> Result<()> {
    let mut browser = Browser::new(Options::default()).await?;
    browser.click(&css("#who-change")).await?;
    browser.focus_comes_to(&css("#who")).await?;
    browser.type_here("Ana, jeunesse").await?;
    browser.inspect("start-who").await?;
    browser.press(Key::Enter).await?;
    browser.focus_comes_to(&css("#who-change")).await?;
    browser.restart().await?;
    let said = browser.text_of(&css(".who-said")).await?;
    ensure!(said.contains("«\u{a0}Ana, jeunesse\u{a0}»"), "{said}");
    // What is taken back stays as it was.
    browser.click(&css("#who-change")).await?;
    browser.type_into(&css("#who"), "Personne").await?;
    browser.press(Key::Escape).await?;
    browser.focus_comes_to(&css("#who-change")).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "export").await?;
    assert_eq!(browser.text_of(&css("#made-by")).await?, "Ana, jeunesse");
    // One label: what is changed in the outline stands on the page too.
    browser.click(&css("#outline-who-change")).await?;
    browser.type_into(&css("#outline-who"), "Table 3").await?;
    assert_eq!(browser.text_of(&css("#made-by")).await?, "Table 3");
    let (_, text) = working_file(&browser, &draft).await?;
    assert_eq!(open(&text)?.made.by, "Table 3");
    Ok(())
}

/// A name that an older version kept with a draft becomes the browser's label.
#[tokio::test]
async fn a_name_of_an_older_version_is_taken_over() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.new_plan().await?;
    browser.saved().await?;
    browser.visit("#/").await?;
    let older = "const key = Object.keys(localStorage).find((key) => key.startsWith('plan-ouvert /sub/path/ draft/'));
        const draft = JSON.parse(localStorage.getItem(key));
        localStorage.setItem(key, JSON.stringify({ ...draft, by: 'Léa Morin' }, null, 2));";
    browser.execute(older, []).await?;
    browser.open_page(&draft, "export").await?;
    assert_eq!(browser.text_of(&css("#made-by")).await?, "Léa Morin");
    Ok(())
}

/// The final file is a bundle that opens like any other, with nothing of what was said on the way.
#[tokio::test]
async fn the_final_file_is_the_plan_alone() -> Result<()> {
    let ui = &Lang::Fr.texts().ui;
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.click(&opener("A1-2")).await?;
    browser.type_into(&in_thread("A1-2", "[data-who]"), "Table 3").await?;
    say(&browser, "[data-thread='A1-2']", "Rien de tout cela").await?;
    browser.open_page(&draft, "export").await?;
    browser.type_into(&css("#made-note"), "Un mot pour vous").await?;
    browser.inspect("export-final").await?;
    browser.click(&css("#save-final")).await?;
    let (name, content) = browser.download().await?;
    ensure!(name.ends_with("-final.json"), "{name}");
    let text = String::from_utf8(content)?;
    for said in ["Table 3", "Rien de tout cela", "Un mot pour vous"] {
        ensure!(!text.contains(said), "{said} is in the final file");
    }
    let plan = sound_plan(&text)?;
    let (working, _) = working_file(&browser, &draft).await?;
    assert_eq!(plan, Plan { comments: Vec::new(), ..working });
    let notice = browser.text_of(&css(".notice")).await?;
    ensure!(notice.contains(&name), "{notice}");
    let state = browser.text_of(&css(".final-state")).await?;
    ensure!(state.starts_with(ui.draft_state) || state.starts_with(ui.ready), "{state}");
    Ok(())
}

/// A comment on a row says which, and stays when the row goes; one's own can be taken out and put back.
#[tokio::test]
async fn a_comment_outlives_its_row() -> Result<()> {
    let browser = Browser::new(Options::default()).await?;
    let draft = browser.open_example().await?;
    let commitment = browser.at(&css(".commitment-list > [data-row]")).await?;
    let commitment = commitment.attr("data-row").await?.context("a commitment")?;
    browser.open_page(&draft, &format!("commitment/{commitment}/milestones")).await?;
    // Closed rows have no controls to be known by.
    let ids = "return [...document.querySelectorAll('.rows [data-row]')].map((row) => row.dataset.row)";
    let rows: Vec<String> = browser.execute(ids, []).await?.convert()?;
    let row = rows.first().context("a milestone")?;
    browser.click(&opener("A2-17")).await?;
    browser.choose(&in_thread("A2-17", ".about select"), row).await?;
    let first = say(&browser, "[data-thread='A2-17']", "Qui s’en charge ?").await?;
    let said = browser.text_of(&hook("comment", &first)).await?;
    ensure!(said.contains("Jalon 1"), "{said}");
    browser.inspect("commitment-milestones-commented").await?;
    browser.click(&hook("act", "remove").in_row(row)).await?;
    browser.open_page(&draft, "comments").await?;
    let said = browser.text_of(&hook("comment", &first)).await?;
    ensure!(said.contains(Lang::Fr.texts().ui.comment_gone), "{said}");
    browser.click(&css(".discussion [data-act=remove]")).await?;
    browser.gone(&hook("comment", &first)).await?;
    browser.focus_comes_to(&css("#comment-list")).await?;
    browser.inspect("comments-empty").await?;
    browser.click(&css(".notice:has(.undo):last-child .undo")).await?;
    browser.at(&hook("comment", &first)).await?;
    Ok(())
}

#[tokio::test]
async fn a_thread_by_the_keyboard_alone() -> Result<()> {
    let browser = Browser::new(Options { window: Window::Wide, ..Options::default() }).await?;
    let draft = browser.new_plan().await?;
    browser.open_page(&draft, "vision/2-3").await?;
    browser.tab_to(&opener("A1-2")).await?;
    browser.press(Key::Enter).await?;
    browser.focus_comes_to(&in_thread("A1-2", "textarea")).await?;
    browser.sees_focus().await?;
    browser.type_here("À relire").await?;
    browser.inspect("section-2-3-commented").await?;
    // What is typed and not sent waits.
    browser.press(Key::Escape).await?;
    browser.focus_comes_to(&opener("A1-2")).await?;
    browser.press(Key::Space).await?;
    browser.focus_comes_to(&in_thread("A1-2", "textarea")).await?;
    assert_eq!(browser.text_of(&in_thread("A1-2", "textarea")).await?, "À relire");
    browser.tab_to(&in_thread("A1-2", "[data-act=say]")).await?;
    browser.press(Key::Enter).await?;
    focused_comment(&browser).await?;
    browser.tab_to(&in_thread("A1-2", "[data-act=reply]")).await?;
    browser.press(Key::Enter).await?;
    browser.focus_comes_to(&in_thread("A1-2", ".discussion textarea")).await?;
    browser.press(Key::Escape).await?;
    browser.focus_comes_to(&in_thread("A1-2", "[data-act=reply]")).await?;
    browser.tab_to(&in_thread("A1-2", "[data-act=close]")).await?;
    browser.press(Key::Enter).await?;
    browser.focus_comes_to(&in_thread("A1-2", ".thread")).await?;
    browser.press(Key::Escape).await?;
    browser.focus_comes_to(&opener("A1-2")).await?;
    browser.tab_back_to(&css("nav a[href$='/comments']")).await?;
    browser.turn(async || browser.press(Key::Enter).await).await?;
    browser.at(&page("comments")).await?;
    browser.tab_to(&css("#comments-closed")).await?;
    browser.press(Key::Space).await?;
    browser.tab_to(&css("[data-act=reopen]")).await?;
    browser.press(Key::Enter).await?;
    wait_until("no closed comment", async || Ok(!browser.has(&css(".discussion")).await?)).await
}

#[tokio::test]
async fn comments_fit_a_phone() -> Result<()> {
    let browser = Browser::new(Options { window: Window::Phone, ..Options::default() }).await?;
    let draft = browser.open_example().await?;
    browser.open_page(&draft, "vision/4").await?;
    browser.click(&opener("A1-4.2")).await?;
    browser.type_into(&in_thread("A1-4.2", "[data-who]"), "Conseil des jeunes de Valmont-sur-Orne").await?;
    let first = say(&browser, "[data-thread='A1-4.2']", "On pourrait nommer les trois quartiers.").await?;
    browser.click(&in_thread("A1-4.2", "[data-act=reply]")).await?;
    browser.focus_comes_to(&css(&format!("#reply-{first}"))).await?;
    browser.inspect("section-4-commented").await?;
    say(&browser, "[data-thread='A1-4.2'] .discussion", "Oui, c’est noté.").await?;
    browser.open_page(&draft, "comments").await?;
    browser.inspect("comments").await?;
    fits(&browser).await?;
    browser.open_page(&draft, "export").await?;
    browser.inspect("export-final").await?;
    // The rows of a table have long names.
    browser.visit(&format!("#/plan/{draft}")).await?;
    let commitment = browser.at(&css(".commitment-list > [data-row]")).await?;
    let commitment = commitment.attr("data-row").await?.context("a commitment")?;
    browser.open_page(&draft, &format!("commitment/{commitment}/milestones")).await?;
    browser.click(&opener("A2-17")).await?;
    browser.at(&in_thread("A2-17", ".about select")).await?;
    browser.inspect("commitment-milestones-commented").await?;
    fits(&browser).await
}

/// Nobody reads sideways.
async fn fits(browser: &Browser) -> Result<()> {
    let room = "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth";
    let beyond: i64 = browser.execute(room, []).await?.convert()?;
    ensure!(beyond <= 0, "the page is {beyond} px too wide");
    Ok(())
}
