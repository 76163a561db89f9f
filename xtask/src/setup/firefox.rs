//! Firefox, found or installed as a package, and its driver, which Debian has no package of.

use std::env::consts::EXE_SUFFIX;

use anyhow::Result;

use super::browser::{self, Program};
use super::{Environment, tools};

const FIREFOX: [Program; 1] = [Program::new("FIREFOX", &["firefox-esr", "firefox"])];
const DRIVER: Program = Program::new("GECKODRIVER", &["geckodriver"]);
const PACKAGES: &str = "firefox-esr";

/// Makes sure of both, and returns the environment that tells the tests where they are.
pub(super) fn environment() -> Result<Environment> {
    let [browser] = browser::programs("Firefox", &FIREFOX, PACKAGES, "some 75 MB of packages")?;
    let driver = match DRIVER.find() {
        Some(driver) => driver,
        None => tools::geckodriver()?.join(format!("geckodriver{EXE_SUFFIX}")),
    };
    Ok(vec![("FIREFOX", browser.into()), ("GECKODRIVER", driver.into())])
}
