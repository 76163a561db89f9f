//! Chromium under its driver: one driver process and one profile for each browser of a test.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::extensions::query::ElementPollerWithTimeout;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use xtask::setup::chromium::ARGUMENTS;

use crate::{PATIENCE, PAUSE, named};

/// What a test asks of its browser.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The size of the page.
    pub window: Window,
    /// The language that the browser asks pages for.
    pub language: &'static str,
    /// Whether pages may store anything.
    pub storage: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { window: Window::Desktop, language: "fr", storage: true }
    }
}

/// The size of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// 1280 by 900.
    Desktop,
    /// 1600 by 900: room for what the rules say beside the questions.
    Wide,
    /// 360 by 740, with touch.
    Phone,
    /// 320 by 640: a desktop's window at 400 %.
    Narrow,
}

/// A chromedriver, ended when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts one. The port it picks for itself may be taken before it listens there; then it ends, and another is
    /// started.
    pub(crate) fn start() -> Result<Self> {
        Self::try_start().or_else(|_| Self::try_start()).or_else(|_| Self::try_start())
    }

    /// Starts one on a free port, which it prints.
    fn try_start() -> Result<Self> {
        let mut process = Command::new(named("CHROMEDRIVER")?)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .context("starting chromedriver")?;
        let output = process.stdout.take().context("the output was asked for")?;
        let mut driver = Self { process, address: String::new() };
        let mut lines = BufReader::new(output).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                Some(line.split_once("successfully on port ")?.1.trim_end_matches('.').to_owned())
            })
            .context("chromedriver did not start")?;
        driver.address = format!("127.0.0.1:{port}");
        // A driver whose words nobody takes would stop at the first that finds its pipe full.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(driver)
    }

    /// Opens Chromium on a profile.
    pub(crate) async fn open(&self, profile: &Path, options: Options) -> Result<WebDriver> {
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&named("CHROMIUM")?.to_string_lossy())?;
        for argument in ARGUMENTS {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        wanted.add_arg(&format!("--lang={}", options.language))?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        wanted.add_experimental_option(
            "prefs",
            json!({
                "intl.accept_languages": options.language,
                "profile.default_content_setting_values.cookies": if options.storage { 1 } else { 2 },
            }),
        )?;
        let (width, height, phone) = match options.window {
            Window::Desktop => (1280, 900, false),
            Window::Wide => (1600, 900, false),
            Window::Phone => (360, 740, true),
            Window::Narrow => (320, 640, false),
        };
        let metrics =
            json!({ "width": width, "height": height, "pixelRatio": 1, "mobile": phone, "touch": phone });
        wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
        let poller = Arc::new(ElementPollerWithTimeout::new(PATIENCE, PAUSE));
        Ok(WebDriver::builder(format!("http://{}", self.address), wanted).poller(poller).connect().await?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked so, it ends its browsers first; killed, it would leave them running.
        let asked = TcpStream::connect(&self.address).and_then(|mut driver| {
            write!(driver, "GET /shutdown HTTP/1.1\r\nHost: {}\r\n\r\n", self.address)
        });
        if asked.is_err() {
            // It may be gone already.
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}
