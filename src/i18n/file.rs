//! A part of a language as a file: a JSON list of its texts behind a line that says what it is.

#[cfg(not(target_arch = "wasm32"))]
use super::Texts;
use super::{Lang, Part, install};

/// What the list begins with, so that a file of another version is not taken for this one's.
fn header(lang: Lang, part: Part) -> String {
    format!("plan-ouvert {} {} {}", part.name(), lang.code(), part.count())
}

/// The file of a part of a language, one text a line.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(texts: &Texts, part: Part) -> String {
    let header = header(texts.lang, part);
    let list: Vec<&str> = std::iter::once(header.as_str()).chain(texts.list(part).iter().copied()).collect();
    let mut json = serde_json::to_string_pretty(&list).unwrap_or_default();
    json.push('\n');
    json
}

/// The texts a file holds; nothing if it holds something else, or the texts of another version.
pub fn read(lang: Lang, part: Part, json: &str) -> Option<Vec<&'static str>> {
    let strings: Vec<String> = serde_json::from_str(json).ok()?;
    let (first, rest) = strings.split_first()?;
    // A language is read once and spoken until the page is left.
    let leaked = || rest.iter().map(|text| &*text.clone().leak()).collect();
    (*first == header(lang, part) && rest.len() == part.count()).then(leaked)
}

/// Takes a file's texts into the language, from now on. Says whether the file was this version's.
pub fn take(lang: Lang, part: Part, json: &str) -> bool {
    read(lang, part, json).map(|strings| install(lang, part, strings)).is_some()
}
