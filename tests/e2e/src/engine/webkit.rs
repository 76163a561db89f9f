//! WebKitGTK: its small browser under its driver, on a screen that nobody sees.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use super::{NO_VARIABLES, connect, fit};
use crate::service::Service;
use crate::{Options, Scheme, named};

/// Collects what goes wrong in a page from now on.
const WATCH: &str = include_str!("webkit.js");

/// A WebKitWebDriver, with a screen for its browser.
#[derive(Debug)]
pub(crate) struct Driver {
    // Before the screen: a browser without one would complain.
    _service: Service,
    _screen: Service,
    address: String,
}

impl Driver {
    /// Starts both. The driver picks no port for itself that it would tell.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        let screen = ["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"];
        let screen = Service::start(named("XVFB")?, screen, NO_VARIABLES)?;
        let display: u32 = screen.hears(|line| line.trim().parse().ok()).context("Xvfb")?;

        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let variables = home(folder)?.into_iter().chain([("DISPLAY", format!(":{display}").into())]);
        let service =
            Service::start(named("WEBKIT_DRIVER")?, [format!("--port={port}").as_str()], variables)?;
        service.comes_to(|| TcpStream::connect(&address).is_ok()).context("WebKitWebDriver")?;
        Ok(Self { _service: service, _screen: screen, address })
    }

    pub(super) async fn open(&self, options: Options) -> Result<WebDriver> {
        ensure!(options.storage, "WebKitGTK under WebDriver cannot refuse storage");
        let mut wanted = Capabilities::new();
        let browser = json!({ "binary": named("MINI_BROWSER")?, "args": ["--automation"] });
        wanted.set("webkitgtk:browserOptions", browser)?;
        let session = connect(&self.address, wanted).await?;
        fit(&session, options.window).await?;
        Ok(session)
    }
}

/// A home in the folder, in which downloads go to `downloads`, and nothing moves.
fn home(folder: &Path) -> Result<[(&'static str, PathBuf); 4]> {
    let home = folder.join("profile");
    let settings = home.join("config/gtk-3.0");
    fs::create_dir_all(&settings)?;
    fs::write(settings.join("settings.ini"), "[Settings]\ngtk-enable-animations=false\n")?;
    let downloads = format!("XDG_DOWNLOAD_DIR={:?}\n", folder.join("downloads"));
    fs::write(home.join("config/user-dirs.dirs"), downloads)?;
    Ok([
        ("XDG_CONFIG_HOME", home.join("config")),
        ("XDG_CACHE_HOME", home.join("cache")),
        ("XDG_DATA_HOME", home.join("data")),
        ("HOME", home),
    ])
}

/// Has the page collect its errors: those from before are not known.
pub(super) async fn arrived(session: &WebDriver) -> Result<()> {
    session.execute(WATCH, []).await?;
    Ok(())
}

/// What the page has collected.
pub(super) async fn console_errors(session: &WebDriver) -> Result<Vec<String>> {
    Ok(session.execute("return window.faults?.splice(0) ?? []", []).await?.convert()?)
}

/// The engine takes the colours from the desktop once; so the style sheets' own conditions are set in its place.
/// For no motion its home asks.
pub(super) async fn set_scheme(session: &WebDriver, scheme: Scheme) -> Result<()> {
    let set = "const [dark] = arguments;
        document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
        for (const rule of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
            const asked = rule.media?.mediaText ?? '';
            if (asked !== '(prefers-color-scheme: dark)' && !/^(not )?all$/.test(asked)) continue;
            rule.media.mediaText = dark ? 'all' : 'not all';
        }";
    session.execute(set, [json!(scheme == Scheme::Dark)]).await?;
    Ok(())
}

/// Of what is in the window. A tab behind another is never drawn, and the driver would wait for that.
pub(super) async fn picture(session: &WebDriver) -> Result<Option<Vec<u8>>> {
    let hidden: bool = session.execute("return document.hidden", []).await?.convert()?;
    Ok(if hidden { None } else { Some(session.screenshot_as_png().await?) })
}
