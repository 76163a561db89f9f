//! The weight of the first load: every script, style and wasm that the start page makes the browser
//! fetch, as it travels from a host that compresses with brotli.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::enc::BrotliEncoderParams;

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

/// Every file of the first load, `index.html` and what it leads to.
pub fn first_load(dist: &Path) -> Result<Vec<Loaded>> {
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
    contents
        .into_iter()
        .map(|(name, bytes)| Ok(Loaded { name, raw: bytes.len(), brotli: compressed(&bytes)? }))
        .collect()
}

/// The scripts, styles and wasm that a page or a script names, relative to the page.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "\"'`<>=()".contains(c))
        .filter(|word| [".js", ".css", ".wasm"].iter().any(|end| word.ends_with(end)))
        .map(|word| word.trim_start_matches("./"))
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let best = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut bytes = bytes;
    Ok(brotli::BrotliCompress(&mut bytes, &mut io::sink(), &best)?)
}

/// The files, their weights and the sum, to print.
pub fn table(files: &[Loaded]) -> String {
    let mut table = format!("{:>10} {:>10}  first load\n", "bytes", "brotli");
    for file in files {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "{:>10} {:>10}  {}", file.raw, file.brotli, file.name);
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    let _ = writeln!(table, "{raw:>10} {:>10}  in all, of {BUDGET} allowed", total(files));
    table
}

/// Prints the table, and fails when the first load is over [`BUDGET`].
pub fn check(dist: &Path) -> Result<()> {
    let files = first_load(dist)?;
    print!("{}", table(&files));
    ensure!(total(&files) <= BUDGET, "the first load weighs {} bytes, over {BUDGET}", total(&files));
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
    fn follows_scripts_and_counts_each_file_once() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        fs::create_dir_all(dist.join("snippets"))?;
        let files = [
            ("index.html", "<script src=./app.js></script><link href=./app.js><link href=./gone.css>"),
            ("app.js", "import { a } from './snippets/a.js'; import './app.js'"),
            ("snippets/a.js", "export const a = 1;"),
            ("apart.js", "not loaded"),
        ];
        for (name, text) in files {
            fs::write(dist.join(name), text)?;
        }
        let loaded = first_load(&dist)?;
        fs::remove_dir_all(&dist)?;
        let names: Vec<_> = loaded.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["app.js", "index.html", "snippets/a.js"]);
        assert!(loaded.iter().all(|file| file.brotli > 0));
        Ok(())
    }
}
