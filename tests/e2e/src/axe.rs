//! Faults of accessibility, as axe-core finds them in the page that is shown.

use std::fmt;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::named;

/// WCAG 2.2 up to level AA, and what axe-core holds for good practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// A rule that the page breaks, and where.
#[derive(Deserialize, PartialEq, Eq)]
pub struct Violation {
    /// The rule's name in axe-core.
    pub id: String,
    /// How bad it is, from minor to critical.
    pub impact: Option<String>,
    /// What the rule asks.
    pub help: String,
    /// The elements at fault.
    pub nodes: Vec<Node>,
}

/// An element at fault.
#[derive(Deserialize, PartialEq, Eq)]
pub struct Node {
    /// Its markup.
    pub html: String,
    /// Its place, as CSS selectors.
    pub target: Vec<Value>,
    /// What is wrong with it.
    #[serde(rename = "failureSummary")]
    pub summary: Option<String>,
}

/// For a failed assertion: a paragraph for each rule.
impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{} ({}): {}", self.id, self.impact.as_deref().unwrap_or("?"), self.help)?;
        for node in &self.nodes {
            let summary = node.summary.as_deref().unwrap_or_default().replace('\n', "\n    ");
            writeln!(f, "  {}\n    {}\n    {summary}", Value::from(node.target.clone()), node.html)?;
        }
        Ok(())
    }
}

/// Every rule that the page breaks. A script that WebDriver brings is not held to the page's policy.
pub(crate) async fn violations(driver: &WebDriver) -> Result<Vec<Violation>> {
    let there = driver.execute("return Boolean(window.axe)", []).await?;
    if !there.convert::<bool>()? {
        let script = fs::read_to_string(named("AXE")?).context("reading axe-core")?;
        driver.execute(script, []).await?;
    }
    let found = driver
        .execute_async(
            "const [tags, done] = arguments;
             const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
             // What lies behind the line at the foot is scrolled to; for axe it is too small a target. What lies further
             // down is laid out once it is scrolled to; axe would measure it as it is not.
             const sheet = new CSSStyleSheet();
             sheet.replaceSync('* { content-visibility: visible !important } .state-line { position: static !important }');
             document.adoptedStyleSheets.push(sheet);
             const end = (result) => { document.adoptedStyleSheets.pop(); done(result); };
             axe.run(document, options).then(end, (error) => end(String(error)));",
            [json!(TAGS)],
        )
        .await?;
    let violations = found.json().get("violations").with_context(|| format!("axe-core: {}", found.json()))?;
    Ok(serde_json::from_value(violations.clone())?)
}
