//! Firefox under geckodriver.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{DesiredCapabilities, RequestData, SessionId, WebDriver};

use super::{NO_VARIABLES, connect, fit};
use crate::service::Service;
use crate::{Options, Scheme, named};

/// A geckodriver.
#[derive(Debug)]
pub(crate) struct Driver {
    service: Service,
    address: String,
    folder: PathBuf,
}

impl Driver {
    /// Starts one on a free port, which it prints. It may reach what is Firefox's own, beside the pages.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        let arguments = ["--port=0", "--websocket-port=0", "--allow-system-access"];
        let service = Service::start(named("GECKODRIVER")?, arguments, NO_VARIABLES)?;
        let address = service.hears(address).context("geckodriver")?;
        Ok(Self { service, address, folder: folder.to_owned() })
    }

    /// The processes of its browser.
    pub(super) fn started(&self) -> Result<Vec<(u32, String)>> {
        self.service.started()
    }

    pub(super) async fn open(&self, options: Options) -> Result<WebDriver> {
        let mut wanted = DesiredCapabilities::firefox();
        wanted.set_firefox_binary(&named("FIREFOX")?.to_string_lossy())?;
        let profile = self.folder.join("profile");
        std::fs::create_dir_all(&profile)?;
        for argument in ["-headless", "-profile", &profile.to_string_lossy()] {
            wanted.add_arg(argument)?;
        }
        let downloads = self.folder.join("downloads");
        let mut preferences = FirefoxPreferences::new();
        for (name, value) in [
            ("intl.accept_languages", json!(options.language)),
            ("ui.prefersReducedMotion", json!(1)),
            ("browser.download.folderList", json!(2)),
            ("browser.download.dir", json!(downloads)),
            ("network.cookie.cookieBehavior", json!(if options.storage { 0 } else { 2 })),
            ("dom.indexedDB.enabled", json!(options.storage)),
        ] {
            preferences.set(name, value)?;
        }
        wanted.set_preferences(preferences)?;
        let session = connect(&self.address, wanted).await?;
        fit(&session, options.window).await?;
        Ok(session)
    }
}

/// Where it listens, from the line that tells.
fn address(line: &str) -> Option<String> {
    Some(line.split_once("Listening on ")?.1.trim().to_owned())
}

/// Asks for the colours; for no motion the profile does.
pub(super) async fn set_scheme(session: &WebDriver, scheme: Scheme) -> Result<()> {
    let colours = if scheme == Scheme::Dark { 0 } else { 1 };
    let set = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
    in_firefox(session, set, json!(colours)).await.map(drop)
}

/// What the browser's console has as errors of the app: exceptions, refused requests, breaches of the page's policy.
pub(super) async fn console_errors(session: &WebDriver) -> Result<Vec<String>> {
    let page = session.current_url().await?;
    let site = page.origin().ascii_serialization();
    let take = "const said = Services.console.getMessageArray();
        Services.console.reset();
        const { warningFlag, infoFlag } = Ci.nsIScriptError;
        // So it calls a load that a worker answers and that ends because the page goes.
        const isCutOff = (one) => one.errorMessage.includes('A ServiceWorker intercepted the request');
        const isError = (one) => one instanceof Ci.nsIScriptError && !(one.flags & (warningFlag | infoFlag));
        const errors = said.filter((one) => isError(one) && !isCutOff(one));
        return errors.filter((one) => one.sourceName.startsWith(arguments[0])).map((one) => one.errorMessage);";
    Ok(serde_json::from_value(in_firefox(session, take, json!(site)).await?)?)
}

/// Also what one would scroll to.
pub(super) async fn picture(session: &WebDriver) -> Result<Vec<u8>> {
    Ok(FirefoxTools::new(session.handle().clone()).full_screenshot_as_png().await?)
}

/// Runs a script in Firefox itself, not in the page.
async fn in_firefox(session: &WebDriver, script: &str, argument: Value) -> Result<Value> {
    session.handle().cmd(ScriptsRun("chrome")).await?;
    let done = session.execute(script, [argument]).await;
    session.handle().cmd(ScriptsRun("content")).await?;
    Ok(done?.json().clone())
}

/// Where scripts run from now on: `chrome` is Firefox itself, `content` the page.
#[derive(Debug)]
struct ScriptsRun(&'static str);

impl FormatRequestData for ScriptsRun {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_with_the_port_is_known() {
        let line = "1764038529744\tgeckodriver\tINFO\tListening on 127.0.0.1:37219";
        assert_eq!(address(line).as_deref(), Some("127.0.0.1:37219"));
        assert_eq!(address("1764038529740\tmozrunner::runner\tINFO\tRunning command"), None);
    }
}
