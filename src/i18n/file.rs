//! A part of a language as a file: a line that says what it is, then one text a line, a line end in it spelled `\n`.

#[cfg(not(target_arch = "wasm32"))]
use super::Texts;
use super::{Lang, Part, install};

/// What the file begins with, so that one of another version is not taken for this one's.
fn header(lang: Lang, part: Part) -> String {
    format!("plan-ouvert {} {} {}", part.name(), lang.code(), part.count())
}

/// The file of a part of a language.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(texts: &Texts, part: Part) -> String {
    let lines = texts.list(part).iter().map(|text| text.replace('\n', "\\n"));
    std::iter::once(header(texts.lang, part)).chain(lines).map(|line| line + "\n").collect()
}

/// The texts a file holds; nothing if it holds something else, or the texts of another version.
pub fn read(lang: Lang, part: Part, file: &str) -> Option<Vec<&'static str>> {
    let lines = file.strip_suffix('\n')?.strip_prefix(&header(lang, part))?.strip_prefix('\n')?;
    // A language is read once and spoken until the page is left.
    let texts: Vec<&'static str> = lines.split('\n').map(|line| &*line.replace("\\n", "\n").leak()).collect();
    (texts.len() == part.count()).then_some(texts)
}

/// Takes a file's texts into the language, from now on. Says whether the file was this version's.
pub fn take(lang: Lang, part: Part, file: &str) -> bool {
    read(lang, part, file).map(|strings| install(lang, part, strings)).is_some()
}
