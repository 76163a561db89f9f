//! Makes the built files smaller, by some 10 kB of the first load: wasm-opt takes unused and repeated code out of the
//! wasm, and the names that only debuggers read; terser does the same for wasm-bindgen's JavaScript, which Trunk's own
//! minifier cannot read. The names by which the two know each other are half random digits, which nothing compresses,
//! so both get the short ones that wasm-opt gives. In between the wasm is cut in two ([`crate::split`]).

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::setup::Tools;
use crate::{process, split};

/// What wasm a browser of the last years reads, and no more: the compiler uses it already.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What wasm-opt does to the whole: it drops the classes of streams that a library of Leptos's brings along, and runs of
/// its passes for size those that help here, in the order that helped most when it was tried. The gates stay functions
/// of their own, and keep their names.
const WHOLE: &[&str] = &[
    "--debuginfo",
    "--remove-exports=*intounderlying*",
    "--no-inline=plan_ouvert*ui::rest::*",
    "--flatten",
    "--rereloop",
    "-Os",
    "--gufa",
    "-Os",
];

/// What it does to the first part, and to the rest. Nothing that must know all that calls through the table, or all that
/// the table holds.
const FIRST: &[&str] = &["-Os", "--minify-imports-and-exports-and-modules"];
const REST: &[&str] = &["-Os"];

/// Makes the files of the folder to host smaller. `linked` is the wasm as the linker left it.
pub(crate) fn shrink(dist: &Path, linked: &Path, tools: &Tools) -> Result<()> {
    for wasm in files(dist, "_bg.wasm")? {
        let uses = split::plan(&read(linked)?, &read(&wasm)?)?;
        optimise(&wasm, WHOLE, tools)?;
        let parts = split::cut(&read(&wasm)?, &uses)?;

        write(&wasm, &parts.first)?;
        let names = optimise(&wasm, FIRST, tools)?;
        let names: Names = serde_json::from_str(&names).context("reading the names that wasm-opt gave")?;
        let rest = wasm.with_file_name(rest_of(&wasm));
        write(&rest, &parts.rest.write(&names.taken()))?;
        optimise(&rest, REST, tools)?;

        let script = wasm.with_file_name(script_of(&wasm));
        let text = fs::read_to_string(&script).with_context(|| format!("reading {}", script.display()))?;
        fs::write(&script, names.put_into(&without_streams(&text)))?;
        shrink_script(&script, tools)?;
        name_rest(dist, &script, &rest)?;
        name_after_content(dist, [&script, &wasm, &rest])?;
    }
    Ok(())
}

/// Takes out of a script what only its readers need.
pub(crate) fn shrink_script(script: &Path, tools: &Tools) -> Result<()> {
    let mut terser = tools.command("terser", &["--compress", "pure_new,passes=2", "--mangle", "--module"]);
    process::read(terser.arg(script).arg("--output").arg(script)).map(drop)
}

/// Runs wasm-opt on a file, and returns what it printed.
fn optimise(wasm: &Path, passes: &[&str], tools: &Tools) -> Result<String> {
    process::read(tools.command("wasm-opt", passes).args(FEATURES).arg(wasm).arg("-o").arg(wasm))
}

/// Tells the page of the rest, beside the script and the wasm that it names.
fn name_rest(dist: &Path, script: &Path, rest: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (script, rest) = (name(script), name(rest));
    // As Trunk writes it: `data-js=./app.js`, with quotes or without.
    let (before, after) = page.split_once("data-js=").context("the page names no script")?;
    let (value, after) = after.split_once(&*script).context("the page names another script")?;
    let quote = value.get(..1).filter(|quote| ["\"", "'"].contains(quote)).unwrap_or_default();
    let base = value.trim_start_matches(['"', '\'']);
    let named = format!("{before}data-rest={quote}{base}{rest}{quote} data-js={value}{script}{after}");
    Ok(fs::write(&index, named)?)
}

/// Gives a script and its two wasms a name by what is in them now, as Trunk did by what was in them before: no browser
/// may put an old script from its cache and a new wasm together.
fn name_after_content(dist: &Path, files: [&Path; 3]) -> Result<()> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        read(file)?.hash(&mut hasher);
    }
    let [script, ..] = files;
    let old = script.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let app = old.rsplit_once('-').map_or(&*old, |(app, _)| app);
    let new = format!("{app}-{:016x}", hasher.finish());
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    fs::write(&index, page.replace(&old, &new))?;
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().replace(&old, &new);
        fs::rename(file, file.with_file_name(name))?;
    }
    Ok(())
}

/// The short names that wasm-opt gave, as it prints them.
#[derive(Deserialize)]
struct Names {
    /// Module, name and short name of what the script gives to the wasm.
    imports: Vec<(String, String, String)>,
    /// Name and short name of what the wasm gives to the script.
    exports: Vec<(String, String)>,
}

impl Names {
    /// The short names of what the wasm gives.
    fn taken(&self) -> HashMap<&str, &str> {
        self.exports.iter().map(|(name, short)| (&**name, &**short)).collect()
    }

    /// The script with the short names: what it gives is a member `name:` of the module `"./app_bg.js":`, what it is
    /// given is read as `wasm.name`.
    fn put_into(&self, script: &str) -> String {
        let given: HashMap<&str, &str> =
            self.imports.iter().map(|(_, name, short)| (&**name, &**short)).collect();
        let taken = self.taken();
        let mut put = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_of_name) {
            let (before, from) = rest.split_at(start);
            let (word, after) = from.split_at(from.find(|c| !is_of_name(c)).unwrap_or(from.len()));
            let short =
                if put.ends_with("wasm") && before == "." { taken.get(word) } else { given.get(word) };
            put.push_str(before);
            put.push_str(short.unwrap_or(&word));
            rest = after;
        }
        put.push_str(rest);
        match self.imports.first() {
            // With short names there is but one module, and wasm-opt calls it so.
            Some((module, ..)) => put.replace(&format!("\"{module}\""), "\"a\""),
            None => put,
        }
    }
}

/// The script without giving away the classes of the streams, which nothing here calls: so terser can take them out.
fn without_streams(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.starts_with("if (Symbol.dispose) "));
    let kept = lines.map(|line| match line.strip_prefix("export ") {
        Some(class) if class.starts_with("class IntoUnderlying") => class,
        _ => line,
    });
    kept.collect::<Vec<_>>().join("\n")
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

fn files(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(end)) {
            found.push(path);
        }
    }
    Ok(found)
}

/// The name of the script that loads a wasm: `app_bg.wasm` is loaded by `app.js`.
fn script_of(wasm: &Path) -> String {
    let name = wasm.file_name().unwrap_or_default().to_string_lossy();
    name.replace("_bg.wasm", ".js")
}

/// The name of the rest that is cut from a wasm.
fn rest_of(wasm: &Path) -> String {
    let name = wasm.file_name().unwrap_or_default().to_string_lossy();
    name.replace("_bg.wasm", split::REST)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    fs::write(file, content).with_context(|| format!("writing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_given_and_taken_by_their_short_ones() {
        let names = r#"{
            "imports": [["./app_bg.js", "__wbg_now_1f", "a"], ["./app_bg.js", "__wbg_later_2e", "$b"]],
            "exports": [["memory", "c"], ["__wbindgen_start", "d"]]
        }"#;
        let script = r#"
            const import0 = { __wbg_now_1f: function() {}, __wbg_later_2e: (memory) => wasm.memory.buffer };
            return { "./app_bg.js": import0 };
            performance.memory; wasm.__wbindgen_start(); wasm = instance.exports"#;
        let short = r#"
            const import0 = { a: function() {}, $b: (memory) => wasm.c.buffer };
            return { "a": import0 };
            performance.memory; wasm.d(); wasm = instance.exports"#;
        assert_eq!(serde_json::from_str::<Names>(names).unwrap().put_into(script), short);
    }

    #[test]
    fn the_script_gives_no_class_of_streams() {
        let script = "export class IntoUnderlyingSink {\n    close() {}\n}\n\
            if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;\n\
            export { initSync };";
        let without = "class IntoUnderlyingSink {\n    close() {}\n}\nexport { initSync };";
        assert_eq!(without_streams(script), without);
    }

    #[test]
    fn a_name_follows_what_is_in_the_files() {
        let dist = std::env::temp_dir().join(format!("plan-ouvert-shrink-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let named = |content: &str| {
            let names = ["plan-ouvert-1f.js", "plan-ouvert-1f_bg.wasm", "plan-ouvert-1f_rest.wasm"];
            let [script, wasm, rest] = names.map(|name| dist.join(name));
            fs::write(&script, "script").unwrap();
            fs::write(&wasm, "wasm").unwrap();
            fs::write(&rest, content).unwrap();
            fs::write(dist.join("index.html"), names.join(" ")).unwrap();
            name_after_content(&dist, [&script, &wasm, &rest]).unwrap();
            fs::read_to_string(dist.join("index.html")).unwrap()
        };
        let first = named("rest");
        assert!(first.split(' ').all(|name| dist.join(name).is_file()), "{first}");
        assert_eq!(first, named("rest"));
        assert_ne!(first, named("another"));
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn the_page_tells_of_the_rest() {
        let dist = std::env::temp_dir().join(format!("plan-ouvert-rest-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        for (page, told) in [
            ("<script data-js=./a-1.js>", "<script data-rest=./a-1_rest.wasm data-js=./a-1.js>"),
            (
                "<link href=./a-1.js><script data-js='a-1.js'>",
                "<link href=./a-1.js><script data-rest='a-1_rest.wasm' data-js='a-1.js'>",
            ),
        ] {
            fs::write(dist.join("index.html"), page).unwrap();
            name_rest(&dist, Path::new("a-1.js"), Path::new("a-1_rest.wasm")).unwrap();
            assert_eq!(fs::read_to_string(dist.join("index.html")).unwrap(), told);
        }
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn a_wasm_has_its_script_beside_it() {
        assert_eq!(script_of(Path::new("dist/plan-ouvert-1f_bg.wasm")), "plan-ouvert-1f.js");
    }
}
