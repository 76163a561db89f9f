//! Chromium under its driver.

use std::io::Write;
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use xtask::setup::chromium::ARGUMENTS;

use super::{NO_VARIABLES, connect};
use crate::service::Service;
use crate::{Options, PATIENCE, Scheme, Window, named};

/// Where Chromium notes its requests, in the folder of a test.
pub(crate) const REQUESTS: &str = "requests.json";

/// A chromedriver.
#[derive(Debug)]
pub(crate) struct Driver {
    service: Service,
    address: String,
    folder: PathBuf,
}

impl Driver {
    /// Starts one on a free port, which it prints.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        let service = Service::start(named("CHROMEDRIVER")?, ["--port=0"], NO_VARIABLES)?;
        let address = service.hears(address).context("chromedriver")?;
        Ok(Self { service, address, folder: folder.to_owned() })
    }

    /// The processes of its browser.
    pub(super) fn started(&self) -> Result<Vec<(u32, String)>> {
        self.service.started()
    }

    pub(super) async fn open(&self, options: Options) -> Result<WebDriver> {
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&named("CHROMIUM")?.to_string_lossy())?;
        for argument in ARGUMENTS {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", self.folder.join("profile").display()))?;
        wanted.add_arg(&format!("--lang={}", options.language))?;
        if options.notes_requests {
            wanted.add_arg(&format!("--log-net-log={}", self.folder.join(REQUESTS).display()))?;
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        wanted.add_experimental_option(
            "prefs",
            json!({
                "intl.accept_languages": options.language,
                "profile.default_content_setting_values.cookies": if options.storage { 1 } else { 2 },
            }),
        )?;
        let (width, height) = options.window.size();
        let phone = options.window == Window::Phone;
        let metrics =
            json!({ "width": width, "height": height, "pixelRatio": 1, "mobile": phone, "touch": phone });
        wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
        let session = connect(&self.address, wanted).await?;
        let downloads = json!({ "behavior": "allow", "downloadPath": self.folder.join("downloads") });
        session.cdp().send_raw("Browser.setDownloadBehavior", downloads).await?;
        Ok(session)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked so, it ends its browsers first; killed, it would leave them running.
        let asked = TcpStream::connect(&self.address).and_then(|mut driver| {
            write!(driver, "GET /shutdown HTTP/1.1\r\nHost: {}\r\n\r\n", self.address)
        });
        if asked.is_ok() {
            self.service.ends_within(PATIENCE);
        }
    }
}

/// Where it listens, from the line that tells.
fn address(line: &str) -> Option<String> {
    let (_, port) = line.split_once("successfully on port ")?;
    Some(format!("127.0.0.1:{}", port.trim_end_matches('.')))
}

/// Asks for the colours, and always for no motion.
pub(super) async fn set_scheme(session: &WebDriver, scheme: Scheme) -> Result<()> {
    let colours = if scheme == Scheme::Dark { "dark" } else { "light" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": colours },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    session.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    Ok(())
}

/// The entries of level error in the browser's log: exceptions, refused requests, breaches of the page's policy.
pub(super) async fn console_errors(session: &WebDriver) -> Result<Vec<String>> {
    let entries = session.browser_log().await?;
    Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
}

/// Also what one would scroll to.
pub(super) async fn picture(session: &WebDriver) -> Result<Vec<u8>> {
    let size = "const { clientWidth, clientHeight, scrollHeight } = document.documentElement;
                return [clientWidth, Math.max(clientHeight, scrollHeight)];";
    let (width, height): (f64, f64) = session.execute(size, []).await?.convert()?;
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
    let whole = json!({ "captureBeyondViewport": true, "clip": clip });
    let picture = session.cdp().send_raw("Page.captureScreenshot", whole).await?;
    let picture = picture.get("data").and_then(Value::as_str).context("no picture came")?;
    Ok(BASE64_STANDARD.decode(picture)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_with_the_port_is_known() {
        let line = "ChromeDriver was started successfully on port 40613.";
        assert_eq!(address(line).as_deref(), Some("127.0.0.1:40613"));
        assert_eq!(address("Starting ChromeDriver 156.0.8078.79 on port 0"), None);
    }
}
