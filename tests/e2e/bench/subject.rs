//! The two pages that do the same work, and how each is brought to do it.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use e2e::{Browser, Options, Place, css};
use serde_json::{Value, json};

use crate::plans;

const WATCH: &str = include_str!("watch.js");

/// A page that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The app.
    App,
    /// The page written by hand.
    Reference,
}

/// A page in a browser of its own, with a draft in it.
pub(crate) struct Page {
    pub(crate) browser: Browser,
    subject: Subject,
    address: String,
    draft: String,
    commitment: String,
}

impl Subject {
    pub(crate) const ALL: [Self; 2] = [Self::App, Self::Reference];

    /// Opens its start page in a new browser, on what the folder has.
    pub(crate) async fn open(self, folder: &std::path::Path) -> Result<Page> {
        let mut browser = Browser::new(Options::default()).await?;
        browser.serve(folder)?;
        browser.before_each_page(WATCH).await?;
        let below = if self == Self::App { "" } else { "reference/" };
        let address = format!("{}{below}", browser.url());
        Ok(Page { browser, subject: self, address, draft: String::new(), commitment: String::new() })
    }
}

impl Page {
    /// Loads an address of the page from nothing, and gives the milliseconds until one of its two watched elements is there.
    pub(crate) async fn load(&self, route: &str, element: &str) -> Result<f64> {
        self.browser.goto("about:blank").await?;
        self.browser.goto(format!("{}{route}", self.address)).await?;
        let ready = "const [element, done] = arguments; bench.seen[element].then(done);";
        Ok(self.browser.execute_async(ready, [json!(element)]).await?.convert()?)
    }

    /// Puts a plan into the page's storage as a draft.
    pub(crate) async fn keep(&mut self, plan: &Value) -> Result<()> {
        let commitment = plan.pointer("/commitments/3/id").and_then(Value::as_str).context("a commitment")?;
        self.commitment = commitment.to_owned();
        match self.subject {
            Subject::App => {
                self.load("", "#new-plan").await?;
                let file = self.browser.file("plan.json", plans::bundle(plan)?)?;
                self.draft = self.browser.open_file(&file).await?;
                self.browser.at(&css("[data-saved='saved'], [data-page='plan']")).await?;
                self.browser.copied(&self.draft).await?;
            }
            Subject::Reference => {
                let keep = "localStorage.setItem('reference/draft', JSON.stringify({ plan: arguments[0] }))";
                self.browser.execute(keep, [plan.clone()]).await?;
            }
        }
        Ok(())
    }

    /// The route of a section of the fourth commitment.
    pub(crate) fn section(&self, slug: &str) -> String {
        format!("{}commitment/{}/{slug}", self.before(), self.commitment)
    }

    /// The route of the review.
    pub(crate) fn review(&self) -> String {
        format!("{}review", self.before())
    }

    /// The rules that the review lists, each once.
    pub(crate) async fn rules(&self) -> Result<BTreeSet<String>> {
        let listed =
            "return [...document.querySelectorAll('[data-rule]')].map((issue) => issue.dataset.rule)";
        let listed: Vec<String> = self.browser.execute(listed, []).await?.convert()?;
        let whole = |rule: String| rule.trim_end_matches(char::is_lowercase).to_owned();
        // The app alone notes when a plan changed after its endorsement.
        Ok(listed.into_iter().map(whole).filter(|rule| rule != "PROC-4").collect())
    }

    /// The route of the page on which a commitment is added.
    pub(crate) fn tasks(&self) -> String {
        match self.subject {
            Subject::App => format!("#/plan/{}", self.draft),
            Subject::Reference => "#/about".to_owned(),
        }
    }

    fn before(&self) -> String {
        match self.subject {
            Subject::App => format!("#/plan/{}/", self.draft),
            Subject::Reference => "#/".to_owned(),
        }
    }

    /// The button that adds a milestone, and what there is one more of then.
    pub(crate) fn add_milestone(&self) -> (Place, &'static str) {
        let button = match self.subject {
            Subject::App => css("[data-add='A2-17']"),
            Subject::Reference => css("[data-act='add-row'][data-question='A2-17']"),
        };
        (button, "[data-row]")
    }

    /// The button that adds a commitment, and what is there once it is shown.
    pub(crate) fn add_commitment(&self) -> (Place, &'static str) {
        let button = match self.subject {
            Subject::App => css("#add-commitment"),
            Subject::Reference => css("[data-act='add-commitment']"),
        };
        (button, "[data-question='A2-1']")
    }
}
