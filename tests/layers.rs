//! The layers of the crate: which module may name which, and who may name the browser.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module and those it may name.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("plan", &[]),
    ("canonical", &[]),
    ("ascii", &[]),
    ("archive", &[]),
    ("enclosures", &["plan", "canonical", "archive"]),
    ("sync", &["plan", "canonical"]),
    ("question", &["plan"]),
    ("rules", &["plan", "question", "enclosures"]),
    ("progress", &["plan", "question", "rules"]),
    ("bundle", &["plan", "question", "rules", "canonical", "ascii", "archive", "enclosures", "sync"]),
    ("history", &["plan", "question"]),
    ("alike", &["plan", "question"]),
    ("comments", &["plan", "question"]),
    ("parts", &["plan", "question", "rules", "bundle", "sync"]),
    ("calendar", &["plan", "question", "rules"]),
    ("route", &["plan", "question", "rules"]),
    ("i18n", &["plan", "question", "rules", "enclosures"]),
    ("document", &["plan", "question", "rules", "calendar", "i18n"]),
    ("compare", &["plan", "question", "i18n", "document"]),
    ("browser", &["plan", "bundle", "enclosures", "sync", "route"]),
    (
        "ui",
        &[
            "plan",
            "question",
            "rules",
            "progress",
            "bundle",
            "comments",
            "parts",
            "sync",
            "calendar",
            "history",
            "route",
            "i18n",
            "document",
            "compare",
            "alike",
            "enclosures",
            "browser",
        ],
    ),
];
/// What belongs to the browser.
const BROWSER_CRATES: &[&str] = &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

struct Source {
    /// The module of the crate it belongs to.
    module: String,
    path: PathBuf,
    /// Its text without comments.
    code: String,
}

fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), None, &mut files);
    assert!(files.len() > 20, "the sources are not where they were");
    files
}

fn collect(folder: &Path, module: Option<&str>, files: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let module = module.map_or(name, str::to_owned);
        if path.is_dir() {
            collect(&path, Some(&module), files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
            let code = code.collect::<Vec<_>>().join("\n");
            files.push(Source { module, path, code });
        }
    }
}

/// The modules that a text names as `crate::module` or `crate::{module, …}`.
fn named(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, token) in code.match_indices("crate::") {
        let rest = &code[at + token.len()..];
        match rest.strip_prefix('{') {
            None => names.extend(first_name(rest)),
            Some(group) => {
                let mut depth = 0;
                for part in group.split_inclusive(['{', '}', ',']) {
                    if depth == 0 {
                        names.extend(first_name(part.trim_start()));
                    }
                    match part.chars().last() {
                        Some('{') => depth += 1,
                        Some('}') if depth == 0 => break,
                        Some('}') => depth -= 1,
                        _ => {}
                    }
                }
            }
        }
    }
    names
}

fn first_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[test]
fn modules_name_only_what_lies_below_them() {
    let modules: BTreeSet<&str> = MAY_NAME.iter().map(|(module, _)| *module).collect();
    for source in sources() {
        if ["lib", "main"].contains(&source.module.as_str()) {
            continue;
        }
        let path = source.path.display();
        let Some((_, may)) = MAY_NAME.iter().find(|(module, _)| *module == source.module) else {
            panic!("{path} is in a module that this test knows nothing of");
        };
        for name in named(&source.code).iter().filter(|name| modules.contains(name.as_str())) {
            let words_for_the_schema =
                source.module == "bundle" && path.to_string().ends_with("schema.rs") && name == "i18n";
            let allowed = *name == source.module || may.contains(&name.as_str()) || words_for_the_schema;
            assert!(allowed, "{path} names crate::{name}");
        }
    }
}

#[test]
fn only_browser_and_ui_know_the_browser() {
    for source in sources() {
        if ["browser", "ui", "main"].contains(&source.module.as_str()) {
            continue;
        }
        for word in source.code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
            let browser =
                BROWSER_CRATES.iter().any(|name| word == *name || word.starts_with(&format!("{name}_")));
            assert!(!browser, "{} names {word}", source.path.display());
        }
    }
}

#[test]
fn names_are_found_in_every_way_of_writing_them() {
    let code =
        "use crate::plan::{Plan, text}; use crate::{question::{A, B}, rules}; $crate::ui::x(crate::i18n::L)";
    let names: Vec<_> = named(code).into_iter().collect();
    assert_eq!(names, ["i18n", "plan", "question", "rules", "ui"]);
}
