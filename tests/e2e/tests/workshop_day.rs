//! A whole workshop: a facilitator and four tables, each in a browser of its own; parts go out, come back, and become one
//! plan.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use e2e::bundle::{open, sound_plan};
use e2e::{Browser, Options, Window, css, field, hook, wait_until};
use plan_ouvert::plan::RowId;

/// A table: its browser, and the draft that its part became.
struct Table {
    browser: Browser,
    draft: String,
    name: &'static str,
}

impl Table {
    /// Opens the part in a browser that has never seen the plan.
    async fn open(name: &'static str, part: &str, window: Window) -> Result<Self> {
        let browser = Browser::new(Options { window, ..Options::default() }).await?;
        let draft = browser.open_file(&browser.file("partie.json", part)?).await?;
        Ok(Self { browser, draft, name })
    }

    async fn answer(&self, page: &str, question: &str, text: &str) -> Result<()> {
        self.browser.open_page(&self.draft, page).await?;
        self.browser.type_into(&field(question), text).await?;
        self.browser.leave().await?;
        self.browser.saved().await
    }

    /// Gives the part back, as a file in the facilitator's folder.
    async fn give_back(&self, office: &Browser, file: &str) -> Result<PathBuf> {
        self.browser.open_page(&self.draft, "give-back").await?;
        self.browser.click(&css("#save-part")).await?;
        let (_, content) = self.browser.download().await?;
        let text = String::from_utf8(content)?;
        ensure!(!open(&text)?.made.scope.is_empty(), "{}: it is still a part", self.name);
        office.file(file, text)
    }
}

#[tokio::test]
async fn four_tables_make_one_plan() -> Result<()> {
    let office = Browser::new(Options::default()).await?;
    let draft = office.open_example().await?;
    office.open_page(&draft, "workshop").await?;
    let tables = office.count(&css("[data-table]")).await?;
    for _ in tables..4 {
        office.click(&css("#add-table")).await?;
    }
    let scope = |table: usize, entry: &str| css(&format!("[data-table='{table}'] [data-scope='{entry}']"));
    office.click(&scope(1, "vision/4")).await?;
    office.click(&scope(2, "new")).await?;
    let ticked = "const box = document.activeElement; return box.checked ? box.dataset.scope : ''";
    let id = async || -> Result<String> { Ok(office.execute(ticked, []).await?.convert()?) };
    wait_until("the new commitment", async || Ok(RowId::parse(&id().await?).is_some())).await?;
    let commitment = id().await?;
    // Two tables fill the same commitment.
    office.click(&scope(3, &commitment)).await?;
    office.click(&scope(4, "vision/5")).await?;
    let mut parts = Vec::new();
    for table in 1..=4 {
        office.click(&css(&format!("#save-part-{table}"))).await?;
        let (_, content) = office.download().await?;
        parts.push(String::from_utf8(content)?);
    }
    let [vision, first, second, engagement] = parts.as_slice() else { anyhow::bail!("four parts") };

    let vision = Table::open("vision", vision, Window::Desktop).await?;
    let first = Table::open("first", first, Window::Desktop).await?;
    let second = Table::open("second", second, Window::Desktop).await?;
    let phone = Table::open("phone", engagement, Window::Phone).await?;
    vision.answer("vision/4", "A1-4.1", "Une vision de la table 1.").await?;
    let contacts = format!("commitment/{commitment}/contacts");
    let description = format!("commitment/{commitment}/description");
    for (table, title, problem) in [
        (&first, "Un budget pour les jeunes", "Les jeunes décident de trop peu."),
        (&second, "Un budget des collégiens", "Les collèges n’ont pas de budget."),
    ] {
        table.answer(&contacts, "A2-1", title).await?;
        table.answer(&description, "A2-6", problem).await?;
    }
    first.answer(&description, "A2-8", "Un vote dans chaque collège.").await?;
    phone.answer("vision/5", "A1-5.2", "Écrit sur un téléphone.").await?;

    let mut files = Vec::new();
    for (table, name) in [
        (&vision, "vision.json"),
        (&first, "jeunes.json"),
        (&second, "colleges.json"),
        (&phone, "telephone.json"),
    ] {
        files.push(table.give_back(&office, name).await?);
    }
    // All four at once.
    office.open_page(&draft, "received").await?;
    let all: Vec<String> = files.iter().map(|file| file.to_string_lossy().into_owned()).collect();
    office.at(&css("#receive")).await?.send_keys(all.join("\n")).await?;
    wait_until("four files", async || Ok(office.count(&css("[data-file]")).await? == 4)).await?;
    office.inspect("received-four").await?;
    office.click(&css("#join-all")).await?;
    wait_until("four joined", async || Ok(office.count(&css("[data-received]")).await? == 4)).await?;
    let said = office.text_of(&css("#settle")).await?;
    assert_eq!(said, "2 différences à régler");

    // Both tables' titles and problems are decided, one by one.
    office.follow(&css("#settle")).await?;
    // Nobody typed a name: the tables stand for who wrote.
    let by = "return [...document.querySelectorAll('.version .said-by')].map(one => one.textContent).sort().join()";
    let by: String = office.execute(by, []).await?.convert()?;
    ensure!(by.contains("Table 2") && by.contains("Table 3"), "{by}");
    for left in [1, 0] {
        office.click(&css(".version [data-act=keep]")).await?;
        wait_until("the next one", async || {
            let open = "return document.querySelectorAll('.difference').length ? document.querySelector('.above').textContent : ''";
            let said: String = office.execute(open, []).await?.convert()?;
            Ok(if left == 0 { said.is_empty() } else { said == "Différence 1 sur 1" })
        })
        .await?;
    }
    // What a table was not asked is no difference of its file.
    office.open_page(&draft, "changes").await?;
    let file = files.get(1).context("a file")?.to_string_lossy().into_owned();
    office.at(&css("#compare-file")).await?.send_keys(file).await?;
    office.at(&css("[data-part]")).await?;
    // Whose texts were kept is left to chance.
    ensure!(office.count(&css("#compared .compared-part")).await? <= 1, "its commitment at the most");
    ensure!(!office.has(&css("#compared .removed")).await?, "and nothing is gone");

    // Somebody sends a file twice, and a table writes on and sends another one late.
    office.open_page(&draft, "received").await?;
    let again = files.first().context("a file")?.to_string_lossy().into_owned();
    office.at(&css("#receive")).await?.send_keys(again).await?;
    let preview = office.at(&hook("file", "vision.json")).await?;
    assert_eq!(preview.attr("data-effects").await?.as_deref(), Some("none"));
    vision.answer("vision/4", "A1-4.2", "Ajouté le soir.").await?;
    let late = vision.give_back(&office, "vision-le-soir.json").await?;
    office.at(&css("#receive")).await?.send_keys(late.to_string_lossy()).await?;
    office.click(&css("[data-file='vision-le-soir.json'] [data-act=join]")).await?;
    office.at(&hook("received", "vision-le-soir.json")).await?;
    ensure!(!office.has(&css("#settle")).await?, "nothing more to settle");

    let (_, text) = office.export(&draft).await?;
    let plan = sound_plan(&text)?;
    assert_eq!(plan.vision.long_term_vision.text, "Une vision de la table 1.");
    assert_eq!(plan.vision.achievements.text, "Ajouté le soir.");
    assert_eq!(plan.vision.coordination.text, "Écrit sur un téléphone.");
    let of = plan.commitments.iter().find(|of| of.id.as_str() == commitment).context("the new commitment")?;
    ensure!(["Un budget pour les jeunes", "Un budget des collégiens"].contains(&of.title.text.as_str()));
    assert_eq!(of.action.text, "Un vote dans chaque collège.");
    for browser in [&office, &vision.browser, &first.browser, &second.browser, &phone.browser] {
        assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    }
    Ok(())
}
