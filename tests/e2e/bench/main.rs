//! The same work on the app and on a page written by hand, in turns, in Chromium: `cargo xtask bench [ROUNDS]`.
//!
//! The hand-written page (`reference.html`) has the same questions, saves as often (in localStorage alone) and checks the same rules,
//! without any library: near to the least that the work can cost. Only ratios say something of another machine.

mod form;
mod plans;
mod report;
mod subject;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{copy_folder, css, field, wait_until};
use serde_json::{Value, json};

use report::{Figure, Report};
use subject::{Page, Subject};

const REFERENCE: &str = include_str!("reference.html");
/// What stands in the reference page in place of the questions.
const FORM: &str = "/*FORM*/ null";
/// The same, for a program that leaves comments out.
const PLACE: &str = "window.FORM";

/// The page written by hand, as it is served.
pub(crate) struct Reference {
    /// Without the questions.
    pub(crate) bare: String,
    /// With them.
    pub(crate) whole: String,
}

/// How many keys are typed, at the pace of somebody who types well.
const KEYS: usize = 30;
const PACE: Duration = Duration::from_millis(120);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let rounds = std::env::args().nth(1);
    let rounds: usize = rounds.map_or(Ok(10), |rounds| rounds.parse()).context("how many rounds?")?;
    let dist = std::env::var("DIST").context("DIST is not set: run it with cargo xtask bench")?;
    let folder = tempfile::tempdir()?;
    let reference = host(Path::new(&dist), folder.path())?;
    let (full, large) = (plans::full()?, plans::large()?);
    let mut report = Report::default();
    // In turns, so that whatever else the machine does falls on both.
    for round in 1..=rounds {
        for slowed in [1, 4] {
            for subject in Subject::ALL {
                eprintln!("round {round} of {rounds}: {subject:?}, slowed {slowed} times");
                let run = Run { subject, slowed, folder: folder.path() };
                run.common(&full, &mut report).await?;
                if round <= rounds.div_ceil(3) {
                    run.with_much_text(&large, &mut report).await?;
                }
            }
        }
    }
    report.weigh(Path::new(&dist), &reference)?;
    let table =
        report.table(rounds, serde_json::to_string(&full)?.len(), serde_json::to_string(&large)?.len())?;
    print!("{table}");
    fs::write(xtask::root().join("tests/e2e/bench/RESULTS.md"), table).context("writing the results")
}

/// Puts both pages side by side into a folder. The app's worker stays out: it would bring files while the page is watched.
fn host(dist: &Path, folder: &Path) -> Result<Reference> {
    copy_folder(dist, folder)?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    let without = page.replacen(" data-worker=./sw.js", "", 1);
    ensure!(without != page, "the page names no worker");
    fs::write(folder.join("index.html"), without)?;
    fs::create_dir(folder.join("reference"))?;
    let bare = shrunk(REFERENCE, folder)?;
    let form = serde_json::to_string(&form::form())?.replace("</", "<\\/");
    let reference = bare.replacen(FORM, &form, 1);
    ensure!(reference != bare, "the reference page has no place for the questions");
    fs::write(folder.join("reference/index.html"), &reference)?;
    Ok(Reference { bare, whole: reference })
}

/// The page without what only its readers need, as the app's scripts are.
fn shrunk(page: &str, folder: &Path) -> Result<String> {
    let (head, rest) = page.split_once("<script>").context("a script")?;
    let (script, end) = rest.split_once("</script>").context("a script's end")?;
    let file = folder.join("reference/script.js");
    fs::write(&file, script.replacen(FORM, PLACE, 1))?;
    let options = ["--compress", "passes=2", "--mangle", "--toplevel"];
    let shrunk = Command::new("terser").args(options).arg(&file).output().context("terser")?;
    ensure!(shrunk.status.success(), "{}", String::from_utf8_lossy(&shrunk.stderr));
    fs::remove_file(file)?;
    let script = String::from_utf8(shrunk.stdout)?.replacen(PLACE, FORM, 1);
    Ok(format!("{head}<script>{script}</script>{end}"))
}

/// One page at work, so many times slower than the machine is.
#[derive(Clone, Copy)]
struct Run<'a> {
    subject: Subject,
    slowed: u32,
    folder: &'a Path,
}

impl Run<'_> {
    /// The work on the common draft.
    async fn common(self, plan: &Value, report: &mut Report) -> Result<()> {
        let mut page = self.subject.open(self.folder).await?;
        slow(&page, self.slowed).await?;
        report.note(self.subject, self.slowed, Figure::Empty, page.load("", "#new-plan").await?);
        slow(&page, 1).await?;
        page.keep(plan).await?;
        slow(&page, self.slowed).await?;
        let mut note = |figure, value| report.note(self.subject, self.slowed, figure, value);
        note(Figure::Full, page.load(&page.section("description"), "[data-question='A2-6']").await?);
        let (keys, saves) = keys(&page).await?;
        keys.into_iter().for_each(|key| note(Figure::Key, key));
        saves.into_iter().for_each(|save| note(Figure::Save, save));
        let seconds: Vec<f64> = page.browser.execute("return bench.seconds", []).await?.convert()?;
        seconds.into_iter().for_each(|second| note(Figure::Second, second));

        show(&page, &page.section("milestones"), "[data-add='A2-17'], [data-act='add-row']").await?;
        note(Figure::Milestone, click(&page, page.add_milestone()).await?);
        show(&page, &page.tasks(), "h1").await?;
        note(Figure::Commitment, click(&page, page.add_commitment()).await?);
        show(&page, &page.section("description"), "[data-question='A2-6']").await?;
        // What was checked last is of an older plan.
        type_keys(&page, 1).await?;
        let before = page.browser.laid_out().await?;
        show(&page, &page.review(), "[data-page='review'] [data-rule]").await?;
        note(Figure::Check, page.browser.laid_out().await? - before);
        let rules = page.rules().await?;

        page.load(&page.section("description"), "[data-question='A2-6']").await?;
        page.browser.cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
        let wasm: f64 = page.browser.execute("return bench.wasmBytes()", []).await?.convert()?;
        note(Figure::Memory, wasm + page.browser.metric("JSHeapUsedSize").await?);
        report.note_rules(self.subject, rules)
    }

    /// Typing in a draft as large as may be.
    async fn with_much_text(self, plan: &Value, report: &mut Report) -> Result<()> {
        let mut page = self.subject.open(self.folder).await?;
        page.keep(plan).await?;
        slow(&page, self.slowed).await?;
        let mut note = |figure, value| report.note(self.subject, self.slowed, figure, value);
        note(Figure::LargeFull, page.load(&page.section("description"), "[data-question='A2-6']").await?);
        let (keys, saves) = keys(&page).await?;
        keys.into_iter().for_each(|key| note(Figure::LargeKey, key));
        saves.into_iter().for_each(|save| note(Figure::LargeSave, save));
        Ok(())
    }
}

async fn slow(page: &Page, times: u32) -> Result<()> {
    page.browser.cdp().send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await?;
    Ok(())
}

/// Goes to another page of the same document, and waits until it is there and painted.
async fn show(page: &Page, route: &str, element: &str) -> Result<()> {
    let go =
        "const [route, element, done] = arguments; location.hash = route; bench.ready(element).then(done);";
    page.browser.execute_async(go, [json!(route), json!(element)]).await?;
    Ok(())
}

/// Milliseconds from a click until there is one more of something.
async fn click(page: &Page, (button, more): (e2e::Place, &str)) -> Result<f64> {
    page.browser.at(&button).await?;
    page.browser.execute("bench.after('click', arguments[0])", [json!(more)]).await?;
    page.browser.click(&button).await?;
    let waited = "const [done] = arguments; bench.waited.then(done);";
    Ok(page.browser.execute_async(waited, []).await?.convert()?)
}

/// Types into the first long text: milliseconds from each key to the frame that shows it, and of each task that saved.
async fn keys(page: &Page) -> Result<(Vec<f64>, Vec<f64>)> {
    type_keys(page, KEYS).await?;
    let all = async || -> Result<(Vec<f64>, Vec<f64>)> {
        Ok(page.browser.execute("return [bench.keys, bench.saves]", []).await?.convert()?)
    };
    wait_until("the last key to be saved", async || {
        let (keys, saves) = all().await?;
        Ok(keys.len() >= KEYS && !saves.is_empty())
    })
    .await?;
    all().await
}

async fn type_keys(page: &Page, count: usize) -> Result<()> {
    page.browser.at(&field("A2-6")).await?;
    let focus = "const text = document.querySelector(\"textarea[data-question='A2-6']\");
        text.focus(); text.setSelectionRange(text.value.length, text.value.length);";
    page.browser.execute(focus, []).await?;
    for _ in 0..count {
        for (kind, text) in [("keyDown", Some("e")), ("keyUp", None)] {
            let mut key = json!({ "type": kind, "key": "e", "code": "KeyE", "windowsVirtualKeyCode": 69 });
            if let (Some(text), Some(members)) = (text, key.as_object_mut()) {
                members.insert("text".into(), text.into());
            }
            page.browser.cdp().send_raw("Input.dispatchKeyEvent", key).await?;
        }
        tokio::time::sleep(PACE).await;
    }
    page.browser.at(&css("body")).await.map(drop)
}
