//! The engines that the app is tried in. What each does in a way of its own is in a module of its own, behind
//! [`Driver`].

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, bail, ensure};
use thirtyfour::extensions::query::ElementPollerWithTimeout;
use thirtyfour::{Capabilities, WebDriver};

use crate::{Options, PATIENCE, PAUSE, Scheme, Window, wait_until};

pub(crate) mod chromium;
mod firefox;
mod webkit;

/// Whose browser the app is tried in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, which can pretend most: every test runs in it.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, in the small browser that comes with it. It keeps nothing once it is closed.
    WebKit,
}

impl Default for Engine {
    /// What tests run in that name none: Chromium, unless `ENGINE` is `firefox` or `webkit`.
    ///
    /// # Panics
    /// Where it is anything else.
    fn default() -> Self {
        match std::env::var("ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok(other) => panic!("ENGINE is {other}, and not chromium, firefox or webkit"),
        }
    }
}

/// What ends as in a crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Victim {
    /// Every process that shows pages.
    Pages,
    /// The whole browser.
    Browser,
}

/// For a program that needs no variables beside those that are there.
const NO_VARIABLES: [(&str, &str); 0] = [];

/// Makes a test of an async function of an [`Engine`] for each engine, named `function::engine`.
#[macro_export]
macro_rules! in_each_engine {
    ($($test:ident),+ $(,)?) => {
        $(mod $test {
            #[tokio::test]
            async fn chromium() -> anyhow::Result<()> {
                super::$test($crate::Engine::Chromium).await
            }

            #[tokio::test]
            async fn firefox() -> anyhow::Result<()> {
                super::$test($crate::Engine::Firefox).await
            }

            #[tokio::test]
            async fn webkit() -> anyhow::Result<()> {
                super::$test($crate::Engine::WebKit).await
            }
        })+
    };
}

/// A driver with the browser that it opens, both ended when it is dropped.
#[derive(Debug)]
pub(crate) enum Driver {
    Chromium(chromium::Driver),
    Firefox(firefox::Driver),
    WebKit(webkit::Driver),
}

impl Driver {
    /// Starts one; all that its browser keeps goes to the folder.
    pub(crate) fn start(engine: Engine, folder: &Path) -> Result<Self> {
        // The port may be taken by another before it listens there; then it ends, and another is started.
        let start = || -> Result<Self> {
            Ok(match engine {
                Engine::Chromium => Self::Chromium(chromium::Driver::start(folder)?),
                Engine::Firefox => Self::Firefox(firefox::Driver::start(folder)?),
                Engine::WebKit => Self::WebKit(webkit::Driver::start(folder)?),
            })
        };
        start().or_else(|_| start()).or_else(|_| start())
    }

    /// Opens the browser; what pages let people save goes to the folder's `downloads`.
    pub(crate) async fn open(&self, options: Options) -> Result<WebDriver> {
        match self {
            Self::Chromium(driver) => driver.open(options).await,
            Self::Firefox(driver) => driver.open(options).await,
            Self::WebKit(driver) => driver.open(options).await,
        }
    }

    /// The processes of the browser that it opened, and no others, that a crash would end.
    pub(crate) fn processes(&self, victim: Victim) -> Result<Vec<u32>> {
        let (started, shows_pages): (_, fn(&str) -> bool) = match self {
            Self::Chromium(driver) => (driver.started()?, |called| called.contains("--type=renderer")),
            Self::Firefox(driver) => {
                (driver.started()?, |called| called.contains("-contentproc") && called.ends_with(" tab"))
            }
            Self::WebKit(_) => bail!("WebKitGTK under WebDriver keeps nothing once it is closed"),
        };
        let struck = started.iter().filter(|(_, called)| victim == Victim::Browser || shows_pages(called));
        let struck: Vec<u32> = struck.map(|(process, _)| *process).collect();
        ensure!(!struck.is_empty(), "no process to kill among {started:#?}");
        Ok(struck)
    }

    /// Prepares a page that was just loaded.
    pub(crate) async fn arrived(&self, session: &WebDriver) -> Result<()> {
        match self {
            Self::Chromium(_) | Self::Firefox(_) => Ok(()),
            Self::WebKit(_) => webkit::arrived(session).await,
        }
    }

    /// Asks the page for light or dark colours.
    pub(crate) async fn set_scheme(&self, session: &WebDriver, scheme: Scheme) -> Result<()> {
        match self {
            Self::Chromium(_) => chromium::set_scheme(session, scheme).await,
            Self::Firefox(_) => firefox::set_scheme(session, scheme).await,
            Self::WebKit(_) => webkit::set_scheme(session, scheme).await,
        }
    }

    /// The errors since the last look.
    pub(crate) async fn console_errors(&self, session: &WebDriver) -> Result<Vec<String>> {
        match self {
            Self::Chromium(_) => chromium::console_errors(session).await,
            Self::Firefox(_) => firefox::console_errors(session).await,
            Self::WebKit(_) => webkit::console_errors(session).await,
        }
    }

    /// A picture of the whole page, as PNG; none where the engine cannot take one now.
    pub(crate) async fn picture(&self, session: &WebDriver) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Chromium(_) => chromium::picture(session).await.map(Some),
            Self::Firefox(_) => firefox::picture(session).await.map(Some),
            Self::WebKit(_) => webkit::picture(session).await,
        }
    }
}

/// Opens a browser by a driver that listens at an address.
async fn connect(address: &str, wanted: impl Into<Capabilities>) -> Result<WebDriver> {
    let poller = Arc::new(ElementPollerWithTimeout::new(PATIENCE, PAUSE));
    Ok(WebDriver::builder(format!("http://{address}"), wanted).poller(poller).connect().await?)
}

/// Makes the window as large as the page in it must be.
async fn fit(session: &WebDriver, window: Window) -> Result<()> {
    let (width, height) = window.size();
    let outside = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
    let (beside, above): (u32, u32) = session.execute(outside, []).await?.convert()?;
    session.set_window_rect(0, 0, width + beside, height + above).await?;
    let inside = async || -> Result<(u32, u32)> {
        Ok(session.execute("return [innerWidth, innerHeight]", []).await?.convert()?)
    };
    let fits = wait_until("the window's size", async || Ok(inside().await? == (width, height))).await;
    ensure!(fits.is_ok(), "{window:?} is a size that this engine has no window of: {:?}", inside().await?);
    Ok(())
}
