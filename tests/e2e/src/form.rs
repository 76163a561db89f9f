//! What a person does in the app: comes to its pages, adds rows, fills fields in, saves a file, opens one.
//!
//! Every step ends when the app has taken it: a page is drawn and has the focus, a new row has it. So the
//! next step needs no pause.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use plan_ouvert::bundle::{StoredCopy, StoredDraft};
use plan_ouvert::plan::{IdMaker, Plan};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::bundle::counting;
use crate::place::{Place, css, field, hook, page};
use crate::{Browser, wait_until};

impl Browser {
    /// Makes a new plan on the start page, and returns the draft's id.
    pub async fn new_plan(&self) -> Result<String> {
        self.turn(async || self.click(&css("#new-plan")).await).await?;
        self.at(&page("plan")).await?;
        self.draft_shown().await
    }

    /// Opens the example on the start page, and returns the draft's id.
    pub async fn open_example(&self) -> Result<String> {
        self.turn(async || self.click(&css("#example")).await).await?;
        self.at(&page("plan")).await?;
        self.draft_shown().await
    }

    /// The id of the draft that the address names.
    pub async fn draft_shown(&self) -> Result<String> {
        let hash = self.hash().await?;
        let draft = hash.strip_prefix("#/plan/").and_then(|rest| rest.split('/').next());
        Ok(draft.with_context(|| format!("{hash} is no draft's"))?.to_owned())
    }

    /// What the address names.
    pub async fn hash(&self) -> Result<String> {
        Ok(self.execute("return location.hash", []).await?.convert()?)
    }

    /// Goes to an address of the app, as a link does.
    pub async fn visit(&self, address: &str) -> Result<()> {
        let here = self.hash().await?;
        if here == address || (here.is_empty() && address == "#/") {
            return self.at(&css("[data-page]")).await.map(drop);
        }
        self.turn(async || {
            self.execute("location.hash = arguments[0]", [json!(address)]).await?;
            Ok(())
        })
        .await
        .with_context(|| format!("going to {address}"))
    }

    /// Goes to a page of a draft: `vision/4`, `review`, `commitment/<row>/contacts`.
    pub async fn open_page(&self, draft: &str, page: &str) -> Result<()> {
        self.visit(&format!("#/plan/{draft}/{page}")).await
    }

    /// Clicks on what leads to another page, or to the same one anew, and waits for it.
    pub async fn follow(&self, link: &Place) -> Result<()> {
        self.turn(async || self.click(link).await).await
    }

    /// Waits until what `act` begins has drawn a new page and given it the focus.
    pub async fn turn(&self, act: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        self.execute("document.querySelector('[data-page]')?.setAttribute('data-left', '')", []).await?;
        act().await?;
        let arrived = "const page = document.querySelector('[data-page]:not([data-left])');
            const focus = document.activeElement;
            if (!page) return false;
            const inside = location.hash.includes('?at=') || location.hash.endsWith('/commitments');
            return inside ? page.contains(focus) && focus.id !== 'heading' : focus.id === 'heading';";
        wait_until("a new page with the focus in it", async || {
            Ok(self.execute(arrived, []).await?.convert()?)
        })
        .await
    }

    /// Adds a commitment on the plan's page, and returns its id.
    pub async fn add_commitment(&self, draft: &str) -> Result<String> {
        self.visit(&format!("#/plan/{draft}")).await?;
        self.follow(&hook("add", "commitment")).await?;
        let hash = self.hash().await?;
        Ok(hash.split('/').nth(4).with_context(|| format!("{hash} is no commitment's"))?.to_owned())
    }

    /// Adds a row to a question, and returns its id.
    pub async fn add_row(&self, question: &str) -> Result<String> {
        let before = self.rows_of(question).await?;
        self.click(&hook("add", question)).await?;
        self.new_row(&before).await
    }

    /// The row that has come and taken the focus since there were these rows.
    pub async fn new_row(&self, before: &[String]) -> Result<String> {
        // The form of a commitment is a row too, and holds the button that adds; the focus is there a moment longer.
        let focused = "return document.activeElement.closest('[data-row]:not(form)')?.dataset.row ?? ''";
        let row = async || -> Result<String> { Ok(self.execute(focused, []).await?.convert()?) };
        wait_until("the focus in a new row", async || {
            let row = row().await?;
            Ok(!row.is_empty() && !before.contains(&row))
        })
        .await?;
        row().await
    }

    /// Fills in the cells of a new row: pairs of a column and a text.
    pub async fn fill_row(&self, question: &str, cells: &[(&str, &str)]) -> Result<String> {
        let row = self.add_row(question).await?;
        for (column, text) in cells {
            self.paste_into(&field(question).column(column).in_row(&row), text).await?;
        }
        Ok(row)
    }

    /// Types a month into its two fields, and leaves them.
    pub async fn type_month(&self, place: &Place, month: &str, year: &str) -> Result<()> {
        self.type_into(&place.clone().part("month"), month).await?;
        self.type_into(&place.clone().part("year"), year).await?;
        self.leave().await
    }

    /// Sets a day, `2026-04-28`, as a browser's calendar does: how it is typed differs with the system.
    pub async fn set_day(&self, place: &Place, day: &str) -> Result<()> {
        let set = "const [field, day] = arguments;
            field.focus();
            field.value = day;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        self.execute(set, [self.at(place).await?.to_json()?, json!(day)]).await?;
        Ok(())
    }

    /// The browser's own day: `2026-04-28`.
    pub async fn today(&self) -> Result<String> {
        Ok(self.execute("return new Date().toLocaleDateString('sv')", []).await?.convert()?)
    }

    /// Chooses an option of a list.
    pub async fn choose(&self, place: &Place, value: &str) -> Result<()> {
        let option = By::Css(format!("option[value={value:?}]"));
        Ok(self.at(place).await?.find(option).await?.click().await?)
    }

    /// Leaves a field for the next one.
    pub async fn leave(&self) -> Result<()> {
        Ok(self.active_element().await?.send_keys(Key::Tab + "").await?)
    }

    /// Asks for what is missing in the section shown, and waits for the summary, which takes the focus.
    pub async fn check_section(&self) -> Result<()> {
        self.click(&css("[data-check]")).await?;
        wait_until("the summary with the focus", async || Ok(self.focus().await? == "#summary")).await
    }

    /// Which element has the focus: its id, or its tag where it has none.
    pub async fn focus(&self) -> Result<String> {
        let which = "const { id, localName } = document.activeElement; return id ? `#${id}` : localName;";
        Ok(self.execute(which, []).await?.convert()?)
    }

    /// Whether anything is at a place now.
    pub async fn has(&self, place: &Place) -> Result<bool> {
        Ok(self.count(place).await? != 0)
    }

    /// The rules that speak on the page shown, by their ids.
    pub async fn rules(&self) -> Result<Vec<String>> {
        let rules = "return [...document.querySelectorAll('[data-rule]')].map((said) => said.dataset.rule)";
        Ok(self.execute(rules, []).await?.convert()?)
    }

    /// Waits until nothing is at a place any more.
    pub async fn gone(&self, place: &Place) -> Result<()> {
        wait_until(&format!("{place} to go"), async || Ok(!self.has(place).await?)).await
    }

    /// Waits until the draft shown is saved.
    pub async fn saved(&self) -> Result<()> {
        self.at(&hook("saved", "saved")).await.map(drop)
    }

    /// Saves the draft's file, and returns its name and text.
    pub async fn export(&self, draft: &str) -> Result<(String, String)> {
        self.open_page(draft, "export").await?;
        self.click(&css("#save-bundle")).await?;
        let (name, content) = self.download().await?;
        Ok((name, String::from_utf8(content)?))
    }

    /// Puts a file for the browser to open beside its profile.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let folder = self.folder().join("files");
        fs::create_dir_all(&folder)?;
        let path = folder.join(name);
        fs::write(&path, content)?;
        Ok(path)
    }

    /// Chooses a file to open, on the start page. What comes of it is not waited for.
    pub async fn choose_file(&self, path: &Path) -> Result<()> {
        Ok(self.at(&css("#open-bundle")).await?.send_keys(path.to_string_lossy()).await?)
    }

    /// Opens a sound file on the start page, and returns the id of the draft it made.
    pub async fn open_file(&self, path: &Path) -> Result<String> {
        self.turn(async || {
            self.choose_file(path).await?;
            self.click(&css("#open-as-draft")).await
        })
        .await?;
        self.draft_shown().await
    }

    /// The copies of drafts in the browser's storage: the draft's id and the page's name, `<draft>/<page>`, with the text.
    pub async fn copies(&self) -> Result<Vec<(String, String)>> {
        let all = "const prefix = 'plan-ouvert /sub/path/ draft/';
            const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort();
            return keys.map((key) => [key.slice(prefix.length), localStorage.getItem(key)]);";
        Ok(self.execute(all, []).await?.convert()?)
    }

    /// The drafts in the browser's storage, each with the plan that its copies make together.
    pub async fn drafts(&self) -> Result<Vec<(String, Plan)>> {
        let mut drafts: Vec<(String, Vec<StoredCopy>)> = Vec::new();
        for (name, text) in self.copies().await? {
            let id = name.split('/').next().unwrap_or_default();
            let Ok(copy) = StoredCopy::read(&text) else { bail!("{name} cannot be read: {text}") };
            match drafts.iter_mut().find(|(known, _)| known == id) {
                Some((_, copies)) => copies.push(copy),
                None => drafts.push((id.to_owned(), vec![copy])),
            }
        }
        let mut random = counting();
        let mut joined = |copies| StoredDraft::of(copies, IdMaker::new(&mut random));
        let plans = drafts.into_iter().filter_map(|(id, copies)| Some((id, joined(copies)?.plan)));
        Ok(plans.collect())
    }

    /// The plan that the browser's storage holds of a draft.
    pub async fn plan_of(&self, draft: &str) -> Result<Plan> {
        let drafts = self.drafts().await?;
        let plan = drafts.into_iter().find(|(id, _)| id == draft).map(|(_, plan)| plan);
        plan.with_context(|| format!("the browser has no draft {draft}"))
    }

    /// All that the browser's storage holds of a draft, one copy after the other, with letters for their numbers; nothing
    /// where it holds none.
    pub async fn stored(&self, draft: &str) -> Result<String> {
        let copies = self.copies().await?.into_iter().filter(|(name, _)| name.starts_with(draft));
        Ok(legible(&copies.map(|(_, text)| text).collect::<String>()))
    }
}

/// A text of JSON with letters for their numbers.
pub(crate) fn legible(json: &str) -> String {
    let mut letters: Vec<u16> = Vec::new();
    let mut rest = json;
    while let Some((before, after)) = rest.split_once("\\u") {
        letters.extend(before.encode_utf16());
        let (number, more) = after.split_at_checked(4).unwrap_or((after, ""));
        letters.extend(u16::from_str_radix(number, 16));
        rest = more;
    }
    letters.extend(rest.encode_utf16());
    String::from_utf16_lossy(&letters)
}
