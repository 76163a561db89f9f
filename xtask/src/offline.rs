//! What the service worker keeps: the list of all files of a build, written into `sw.js`, and the page told that there is one.
//! Where nothing does that, as under `trunk serve`, the page registers none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest as _, Sha256};

use crate::one_file::ONE_FILE;

/// The worker, which the page brings once it is shown.
pub(crate) const WORKER: &str = "sw.js";
/// What the browser shows of the app before it is installed; the app itself never does.
pub(crate) const SCREENSHOTS: &str = "screenshots/";
/// The page.
pub(crate) const PAGE: &str = "index.html";
/// The lines of the worker that wait for the build.
const VERSION: &str = "const VERSION = \"\";";
const FILES: &str = "const FILES = {};";

/// Writes the list, and names the worker in the page. After everything else: the list has what each file is.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let page = dist.join(PAGE);
    let text = fs::read_to_string(&page).context("reading the page")?;
    let named = text.replacen("data-js=", &format!("data-worker=./{WORKER} data-js="), 1);
    ensure!(named != text, "the page names no script");
    fs::write(&page, named)?;

    let mut files = list(dist)?;
    files.remove(WORKER);
    // It has all the others inside.
    files.remove(ONE_FILE);
    files.retain(|name, _| !name.starts_with(SCREENSHOTS));
    let mut whole = Sha256::new();
    let mut lines = String::from("const FILES = {\n");
    for (name, digest) in &files {
        whole.update(name);
        whole.update(digest);
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "  {name:?}: {digest:?},");
    }
    lines.push_str("};");
    let version = hex(&whole.finalize()).chars().take(16).collect::<String>();

    let worker = dist.join(WORKER);
    let text = fs::read_to_string(&worker).context("reading the worker")?;
    ensure!(text.contains(VERSION) && text.contains(FILES), "the worker has no place for the list");
    let text = text.replacen(VERSION, &format!("const VERSION = {version:?};"), 1).replacen(FILES, &lines, 1);
    Ok(fs::write(worker, text)?)
}

/// All files of a folder by their names in it, each with its SHA-256.
pub(crate) fn list(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    list_into(folder, "", &mut files)?;
    Ok(files)
}

fn list_into(folder: &Path, before: &str, files: &mut BTreeMap<String, String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a file's name is no text")?;
        let name = format!("{before}{name}");
        if entry.file_type()?.is_dir() {
            list_into(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, hex(&Sha256::digest(fs::read(entry.path())?)));
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
