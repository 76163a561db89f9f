//! The app as a whole, driven in a browser as a person drives it: in Chromium, and, where a journey has to do with what
//! engines do each in its way, in Firefox and WebKitGTK too ([`in_each_engine!`]).
//!
//! A test opens a [`Browser`]: the built app under a sub-path of a server of its own, in a fresh
//! profile, so tests share nothing. It addresses the page by its hooks ([`Place`]) and waits with
//! [`wait_until`], never by sleeping. `cargo xtask test e2e` names, in the environment, the folder to
//! serve (`DIST`), the programs (`CHROMIUM` and `CHROMEDRIVER`; `FIREFOX` and `GECKODRIVER`; `MINI_BROWSER`,
//! `WEBKIT_DRIVER` and `XVFB`) and axe-core (`AXE`); whoever sets `SHOTS` to a folder finds pictures of
//! every page there. A new file of tests is a module of `tests/main.rs`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

mod axe;
mod browser;
pub mod bundle;
mod engine;
mod form;
mod keyboard;
mod options;
mod place;
mod requests;
mod service;
mod storage;

pub use axe::Violation;
pub use browser::Browser;
pub use engine::{Engine, Victim};
pub use options::{Options, Scheme, Window};
pub use place::{Place, css, field, hook, page, row, rule};
pub use requests::Request;
pub use service::kill;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(10);
/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(30);

/// Waits until a condition holds, and fails with the words for what it waited for. A condition that
/// cannot be looked at yet, because its element is gone or not there, does not hold yet.
pub async fn wait_until(what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
    wait_for(what, PATIENCE, condition).await
}

/// Waits for something that takes its minute or more.
pub async fn wait_long(what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
    wait_for(what, Duration::from_secs(120), condition).await
}

async fn wait_for(what: &str, patience: Duration, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    loop {
        match condition().await {
            Ok(true) => return Ok(()),
            Ok(false) if start.elapsed() > patience => bail!("waited in vain for {what}"),
            Err(error) if start.elapsed() > patience => {
                return Err(error.context(format!("waited in vain for {what}")));
            }
            _ => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// Copies all that is in a folder.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// A path that the environment names.
fn named(variable: &str) -> Result<PathBuf> {
    let path = env::var_os(variable).map(PathBuf::from);
    path.with_context(|| format!("{variable} is not set: run the tests with cargo xtask test e2e"))
}
