//! A browser on the app: what a person does with it, and what a test looks at.

use std::cell::Cell;
use std::env;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::{By, Key, WebDriver, WebElement, WindowHandle};
use xtask::one_file::ONE_FILE;
use xtask::serve::Server;

use crate::engine::Driver;
use crate::place::{Place, css, field};
use crate::{Engine, Options, Scheme, Victim, Violation, axe, named, wait_until};

/// Under which path the tests serve the app: what works there works under any.
const BASE: &str = "/sub/path/";

/// How the engines name what is not written to its end.
const UNFINISHED: [&str; 3] = [".crdownload", ".part", ".wkdownload"];

/// A browser on the app, ended when it is dropped. The start page is open; everything WebDriver offers
/// is there by dereferencing.
#[derive(Debug)]
pub struct Browser {
    session: Option<WebDriver>,
    // Before the folder: the browser ends before its profile goes.
    driver: Driver,
    server: Option<Server>,
    folder: TempDir,
    options: Options,
    url: String,
    port: u16,
}

impl Browser {
    /// Opens the app in a browser that has never seen it.
    pub async fn new(options: impl Into<Options>) -> Result<Self> {
        let options = options.into();
        let server = Server::start(&named("DIST")?, BASE, 0)?;
        let (url, port) = (server.url(), server.port());
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("downloads"))?;
        let driver = Driver::start(options.engine, folder.path())?;
        let mut browser = Self { session: None, driver, server: Some(server), folder, options, url, port };
        browser.open().await?;
        Ok(browser)
    }

    /// Opens the app as one file, from a folder whose name is no plain word; nothing is hosted anywhere.
    pub async fn on_disk(options: impl Into<Options>) -> Result<Self> {
        let options = options.into();
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("downloads"))?;
        let stick = folder.path().join("Clé USB");
        fs::create_dir(&stick)?;
        fs::copy(named("DIST")?.join(ONE_FILE), stick.join(ONE_FILE))?;
        let url = format!("file://{}/Cl%C3%A9%20USB/{ONE_FILE}", folder.path().display());
        let driver = Driver::start(options.engine, folder.path())?;
        let mut browser = Self { session: None, driver, server: None, folder, options, url, port: 0 };
        browser.open().await?;
        Ok(browser)
    }

    /// Quits, and opens the app again on the same profile.
    pub async fn restart(&mut self) -> Result<()> {
        ensure!(
            self.options.engine != Engine::WebKit,
            "WebKitGTK under WebDriver keeps nothing once it is closed"
        );
        self.quit().await?;
        self.open().await
    }

    pub(crate) async fn quit(&mut self) -> Result<()> {
        if let Some(session) = self.session.take() {
            session.quit().await?;
        }
        Ok(())
    }

    /// The processes of the browser that a crash would end, for [`kill`](crate::kill).
    pub fn processes(&self, victim: Victim) -> Result<Vec<u32>> {
        self.driver.processes(victim)
    }

    /// Opens the app again on the same profile, after a kill.
    pub async fn reopen(&mut self) -> Result<()> {
        // There is nobody to answer the session, and drivers wait long for one who is dead.
        self.session.take().map(WebDriver::leak);
        self.driver = Driver::start(self.options.engine, self.folder.path())?;
        self.open().await?;
        // Whoever goes on before it is drawn would come to a first page, which takes no focus.
        self.at(&css("[data-page]")).await.map(drop)
    }

    pub(crate) async fn open(&mut self) -> Result<()> {
        self.session = Some(self.driver.open(self.options).await?);
        self.goto(&self.url).await?;
        self.set_scheme(Scheme::Light).await?;
        if self.options.engine == Engine::WebKit {
            // What it asks pages for is the system's language, and the system may have none.
            self.choose(&css("#language"), self.options.language).await?;
        }
        Ok(())
    }

    /// Goes to an address, as whoever types it into the browser's own field.
    pub async fn goto(&self, address: impl AsRef<str>) -> Result<()> {
        self.deref().goto(address.as_ref()).await?;
        self.driver.arrived(self).await
    }

    /// Opens an address in another tab, and looks at that from now on.
    pub async fn open_tab(&self, address: impl AsRef<str>) -> Result<WindowHandle> {
        let tab = self.new_tab().await?;
        self.switch_to_window(tab.clone()).await?;
        self.goto(address).await?;
        Ok(tab)
    }

    /// Loads the page anew.
    pub async fn refresh(&self) -> Result<()> {
        self.deref().refresh().await?;
        self.driver.arrived(self).await
    }

    /// A folder of the test's own, gone with the browser.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn server(&self) -> Option<&Server> {
        self.server.as_ref()
    }

    fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// The address of the start page.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The network goes away, or comes back.
    pub fn set_online(&mut self, online: bool) -> Result<()> {
        self.server = None;
        if online {
            self.server = Some(Server::start(&named("DIST")?, BASE, self.port)?);
        }
        Ok(())
    }

    /// Another folder is hosted from now on, as after an update.
    pub fn serve(&mut self, folder: &Path) -> Result<()> {
        self.server = None;
        self.server = Some(Server::start(folder, BASE, self.port)?);
        Ok(())
    }

    /// Asks for light or dark colours, and always for no motion: a picture is then of something at rest.
    pub async fn set_scheme(&self, scheme: Scheme) -> Result<()> {
        self.driver.set_scheme(self, scheme).await
    }

    /// The element at a place, waited for.
    pub async fn at(&self, place: &Place) -> Result<WebElement> {
        self.query(By::Css(place.to_string())).first().await.with_context(|| format!("looking for {place}"))
    }

    /// How many elements are at a place now.
    pub async fn count(&self, place: &Place) -> Result<usize> {
        Ok(self.find_all(By::Css(place.to_string())).await?.len())
    }

    /// Clicks on the element at a place, in the middle of the window.
    pub async fn click(&self, place: &Place) -> Result<()> {
        let element = self.at(place).await?;
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.execute(scroll, [element.to_json()?]).await?;
        element.click().await.with_context(|| format!("clicking {place}"))
    }

    /// Types into a field, key by key, in place of what is there; each key takes 2 ms.
    pub async fn type_into(&self, place: &Place, text: &str) -> Result<()> {
        Ok(self.entered(place, "field.select()").await?.send_keys(keys(text)).await?)
    }

    /// Types on at the end of what is in a field.
    pub async fn type_on(&self, place: &Place, text: &str) -> Result<()> {
        let end = "field.setSelectionRange(field.value.length, field.value.length)";
        Ok(self.entered(place, end).await?.send_keys(keys(text)).await?)
    }

    /// Puts a long text into a field at once, in place of what is there, as a paste does.
    pub async fn paste_into(&self, place: &Place, text: &str) -> Result<()> {
        self.entered(place, "field.select()").await?;
        // The one way to change a field by script that is for the app what a person's own change is.
        self.execute("document.execCommand('insertText', false, arguments[0])", [json!(text)]).await?;
        Ok(())
    }

    /// A field that a person has come to. WebDriver's own way there would let nothing have the focus in
    /// between, as if the person had left the page first.
    async fn entered(&self, place: &Place, then: &str) -> Result<WebElement> {
        let element = self.at(place).await?;
        let enter = format!("const [field] = arguments; field.focus(); {then};");
        self.execute(enter, [element.to_json()?]).await?;
        Ok(element)
    }

    /// What a person reads at a place: a field's content, or an element's text.
    pub async fn text_of(&self, place: &Place) -> Result<String> {
        let element = self.at(place).await?;
        match element.tag_name().await?.as_str() {
            "input" | "textarea" | "select" => Ok(element.prop("value").await?.unwrap_or_default()),
            // Not WebDriver's own text: that turns spaces that do not break into others.
            _ => Ok(element.prop("innerText").await?.unwrap_or_default()),
        }
    }

    /// The ids of the rows that ask a question, from top to bottom.
    pub async fn rows_of(&self, question: &str) -> Result<Vec<String>> {
        let ids = self
            .execute(
                "const rows = [...document.querySelectorAll(arguments[0])].map((e) => e.closest('[data-row]'));
                 return [...new Set(rows.filter(Boolean).map((row) => row.dataset.row))];",
                [json!(field(question).to_string())],
            )
            .await?;
        Ok(ids.convert()?)
    }

    /// The next file that the page lets the person save, waited for: its name and content. It is
    /// taken out of the folder, so that the next call takes the next one.
    pub async fn download(&self) -> Result<(String, Vec<u8>)> {
        let folder = self.downloads();
        // WebKit writes it where it stays: it is whole once it grows no more.
        let size = Cell::new(0);
        wait_until("a download", async || {
            let Some(file) = finished_file(&folder)? else { return Ok(false) };
            let now = fs::metadata(file)?.len();
            Ok(size.replace(now) == now)
        })
        .await?;
        let file = finished_file(&folder)?.context("the download is gone")?;
        let name = file.file_name().context("a file has a name")?.to_string_lossy().into_owned();
        let content = fs::read(&file)?;
        fs::remove_file(&file)?;
        Ok((name, content))
    }

    /// The errors that the browser has noted of the app since the last look: exceptions, breaches of the page's
    /// policy, and, in Chromium, refused requests.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        self.driver.console_errors(self).await
    }

    /// The faults of accessibility that axe-core finds in the page as it is shown.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        axe::violations(self).await
    }

    /// Keeps a picture of the whole page, also of what one would scroll to, where `SHOTS` names a folder.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        let Some(folder) = env::var_os("SHOTS").map(PathBuf::from) else { return Ok(()) };
        let Some(picture) = self.driver.picture(self).await? else { return Ok(()) };
        fs::create_dir_all(&folder)?;
        Ok(fs::write(folder.join(format!("{name}.png")), picture)?)
    }

    /// The look that every page must stand, in light and in dark: no fault of accessibility, and
    /// nothing of level error in the browser's log. Leaves the page in light, and its pictures.
    pub async fn inspect(&self, name: &str) -> Result<()> {
        for scheme in [Scheme::Dark, Scheme::Light] {
            self.set_scheme(scheme).await?;
            let Options { engine, window, .. } = self.options;
            let name = format!("{name}-{engine:?}-{window:?}-{scheme:?}").to_lowercase();
            self.screenshot(&name).await?;
            let violations = self.axe().await?;
            if !violations.is_empty() {
                bail!("{name}: axe-core finds {violations:?}");
            }
        }
        let errors = self.console_errors().await?;
        if !errors.is_empty() {
            bail!("{name}: the browser's log has {errors:#?}");
        }
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends the browser. Left to itself, the session would wait for an answer that the
        // test's own thread, busy with this, cannot take.
        self.session.take().map(WebDriver::leak);
    }
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        self.session.as_ref().expect("a session is there from new to drop")
    }
}

/// The keys of a text. A line ends with the key for that: the character is for WebKit no key.
fn keys(text: &str) -> String {
    text.replace('\n', &String::from(char::from(Key::Return)))
}

/// A file in the folder that is written to its end. Browsers keep its name free with an empty file, and move the
/// written one there last.
fn finished_file(folder: &Path) -> Result<Option<PathBuf>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with('.')
            && !UNFINISHED.iter().any(|ending| name.ends_with(ending))
            && entry.metadata()?.len() > 0
        {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
