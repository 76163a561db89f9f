//! Chromium and its driver: found, or installed as packages; and how the tests start it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::browser::{self, Program};
use super::{Environment, cache};

/// How every test starts Chromium: no window, no sandbox (which root cannot have), and no request
/// of its own to anywhere.
pub const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // It asks its maker what fields are for.
    "--disable-features=AutofillServerCommunication",
];

const PROGRAMS: [Program; 2] = [
    Program::new("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
    Program::new("CHROMEDRIVER", &["chromedriver"]),
];
const PACKAGES: &str = "chromium chromium-driver";

/// Makes sure of both, and returns the environment that tells the tests where they are.
pub(super) fn environment() -> Result<Environment> {
    let [browser, driver] =
        browser::programs("Chromium and its driver", &PROGRAMS, PACKAGES, "some 100 MB of packages")?;
    Ok(vec![
        ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser)?.into()),
        ("CHROMIUM", browser.into()),
        ("CHROMEDRIVER", driver.into()),
    ])
}

/// The file from which wasm-bindgen's test runner takes how to start the browser.
fn capabilities(browser: &Path) -> Result<PathBuf> {
    let file = cache::folder()?.join("webdriver.json");
    let options = format!("{{\"args\": {ARGUMENTS:?}, \"binary\": {browser:?}}}");
    fs::create_dir_all(cache::folder()?)?;
    fs::write(&file, format!("{{\"goog:chromeOptions\": {options}}}\n"))
        .with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}
