//! Chromium and its driver: found, or installed as packages; and how the tests start it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{cache, packages, step};
use crate::process;

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
];

const PROGRAMS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PACKAGES: &str = "chromium chromium-driver";

/// Makes sure of both, and returns the environment that tells the tests where they are.
pub(super) fn environment() -> Result<Vec<(&'static str, OsString)>> {
    if browser().is_none() || driver().is_none() {
        if !packages::can_install() {
            bail!(
                "the tests need Chromium and chromedriver. On Debian: {}\n\
                 elsewhere name them in the variables CHROMIUM and CHROMEDRIVER",
                packages::by_hand(PACKAGES)
            );
        }
        step("Chromium and its driver", "some 100 MB of packages", || packages::install(PACKAGES))?;
    }
    let browser = browser().context("Chromium was installed but is not on PATH")?;
    let driver = driver().context("chromedriver was installed but is not on PATH")?;
    Ok(vec![
        ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser)?.into()),
        ("CHROMIUM", browser.into()),
        ("CHROMEDRIVER", driver.into()),
    ])
}

fn browser() -> Option<PathBuf> {
    named("CHROMIUM").or_else(|| PROGRAMS.iter().find_map(|program| process::find(program)))
}

fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| process::find("chromedriver"))
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
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
