//! The weight of the first load: every script, style and wasm that the start page makes the browser
//! fetch before it can be used, as it travels from a host that compresses with brotli.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::enc::BrotliEncoderParams;

use crate::offline::WORKER;
use crate::split::REST;

/// What the first load may weigh, in bytes.
pub const BUDGET: usize = 160_000;

/// A file that the start page loads.
#[derive(Debug)]
pub struct Loaded {
    /// Its name in the folder to host.
    pub name: String,
    /// Its bytes on disk.
    pub raw: usize,
    /// Its bytes compressed.
    pub brotli: usize,
}

/// The files of the app, as the page loads them.
#[derive(Debug)]
pub struct Load {
    /// What the start page needs: `index.html` and what it leads to.
    pub first: Vec<Loaded>,
    /// What is fetched once the start page can be used.
    pub later: Vec<Loaded>,
}

/// Every script, style and wasm of the app, and the words of the start page.
pub fn load(dist: &Path) -> Result<Load> {
    let mut contents = BTreeMap::new();
    // The app itself asks for the words of its start page; no other language's are longer.
    let words = ["texts/fr.start.txt".to_owned()].into_iter().filter(|name| dist.join(name).is_file());
    let mut waiting: Vec<String> = words.chain(["index.html".to_owned()]).collect();
    while let Some(name) = waiting.pop() {
        let bytes = fs::read(dist.join(&name)).with_context(|| format!("reading {name}"))?;
        if [".html", ".js"].iter().any(|end| name.ends_with(end)) {
            let text = String::from_utf8_lossy(&bytes);
            let named =
                names(&text).filter(|name| dist.join(name).is_file() && !contents.contains_key(*name));
            waiting.extend(named.map(str::to_owned));
        }
        contents.insert(name, bytes);
    }
    let page = contents.get("index.html").map(|page| String::from_utf8_lossy(page).into_owned());
    let disabled = page.as_deref().map(disabled).unwrap_or_default();
    let mut load = Load { first: Vec::new(), later: Vec::new() };
    for (name, bytes) in contents {
        let is_later = name.ends_with(REST) || name == WORKER || disabled.contains(&name.as_str());
        let part = if is_later { &mut load.later } else { &mut load.first };
        part.push(Loaded { raw: bytes.len(), brotli: compressed(&bytes)?, name });
    }
    Ok(load)
}

/// What a page names in disabled links: `start.js` enables them with the rest.
fn disabled(page: &str) -> Vec<&str> {
    let is_disabled = |tag: &&str| tag.starts_with("link ") && tag.contains(" disabled");
    page.split(['<', '>']).filter(is_disabled).flat_map(names).collect()
}

/// The scripts, styles and wasm that a page or a script names, relative to the page.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "\"'`<>=()".contains(c))
        .filter(|word| [".js", ".css", ".wasm"].iter().any(|end| word.ends_with(end)))
        .map(|word| word.trim_start_matches("./"))
}

/// How many bytes a file has as it travels.
pub fn compressed(bytes: &[u8]) -> Result<usize> {
    let best = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut bytes = bytes;
    Ok(brotli::BrotliCompress(&mut bytes, &mut io::sink(), &best)?)
}

/// The files, their weights and the sum of the first load, to print.
pub fn table(load: &Load) -> String {
    let mut table = format!("{:>10} {:>10}  first load\n", "bytes", "brotli");
    for file in &load.first {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "{:>10} {:>10}  {}", file.raw, file.brotli, file.name);
    }
    let raw: usize = load.first.iter().map(|file| file.raw).sum();
    let _ = writeln!(table, "{raw:>10} {:>10}  in all, of {BUDGET} allowed", total(&load.first));
    for file in &load.later {
        let _ = writeln!(table, "{:>10} {:>10}  later: {}", file.raw, file.brotli, file.name);
    }
    table
}

/// Prints the table, and fails when the first load is over [`BUDGET`].
pub fn check(dist: &Path) -> Result<()> {
    let load = load(dist)?;
    print!("{}", table(&load));
    let total = total(&load.first);
    ensure!(total <= BUDGET, "the first load weighs {total} bytes, over {BUDGET}");
    Ok(())
}

fn total(files: &[Loaded]) -> usize {
    files.iter().map(|file| file.brotli).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_page_names_with_and_without_quotes() {
        let page = r#"<link href=./a-1.css rel=stylesheet><link rel="icon" href="./icon.svg">
            <script type="module" src="./start.js" data-js='./app-2.js' data-wasm=./app-2_bg.wasm></script>"#;
        let found: Vec<_> = names(page).collect();
        assert_eq!(found, ["a-1.css", "start.js", "app-2.js", "app-2_bg.wasm"]);
    }

    #[test]
    fn follows_scripts_and_counts_each_file_once_and_what_comes_later_apart() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        fs::create_dir_all(dist.join("snippets"))?;
        let files = [
            (
                "index.html",
                "<script src=./app.js data-rest=./app_rest.wasm></script><link href=./gone.css>
                <link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"stylesheet\" href=\"./b.css\" disabled=\"\">",
            ),
            ("a.css", "first"),
            ("b.css", "disabled"),
            ("app.js", "import { a } from './snippets/a.js'; import './app.js'"),
            ("snippets/a.js", "export const a = 1;"),
            ("apart.js", "not loaded"),
            ("app_rest.wasm", "loaded later"),
        ];
        for (name, text) in files {
            fs::write(dist.join(name), text)?;
        }
        let loaded = load(&dist)?;
        fs::remove_dir_all(&dist)?;
        let names = |files: &[Loaded]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&loaded.first), ["a.css", "app.js", "index.html", "snippets/a.js"]);
        assert_eq!(names(&loaded.later), ["app_rest.wasm", "b.css"]);
        assert!(loaded.first.iter().all(|file| file.brotli > 0));
        Ok(())
    }
}
