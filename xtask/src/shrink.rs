//! Makes the built files smaller, by some 10 kB of the first load: wasm-opt takes unused and repeated code out of the
//! wasm, and the names that only debuggers read; terser does the same for wasm-bindgen's JavaScript, which Trunk's own
//! minifier cannot read. The names by which the two know each other are half random digits, which nothing compresses,
//! so both get the short ones that wasm-opt gives.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;
use crate::setup::Tools;

/// What wasm a browser of the last years reads, and no more: the compiler uses it already.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What wasm-opt does: it drops the classes of streams that a library of Leptos's brings along, and runs of its passes for
/// size those that help here, in the order that helped most when it was tried.
const PASSES: &[&str] = &[
    "--remove-exports=*intounderlying*",
    "--flatten",
    "--rereloop",
    "-Os",
    "--gufa",
    "-Os",
    "--minify-imports-and-exports-and-modules",
];

/// Makes the files of the folder to host smaller.
pub(crate) fn shrink(dist: &Path, tools: &Tools) -> Result<()> {
    for wasm in files(dist, "_bg.wasm")? {
        let mut wasm_opt = tools.command("wasm-opt", PASSES);
        let names = process::read(wasm_opt.args(FEATURES).arg(&wasm).arg("-o").arg(&wasm))?;
        let names: Names = serde_json::from_str(&names).context("reading the names that wasm-opt gave")?;

        let script = wasm.with_file_name(script_of(&wasm));
        let text = fs::read_to_string(&script).with_context(|| format!("reading {}", script.display()))?;
        fs::write(&script, names.put_into(&without_streams(&text)))?;
        let mut terser =
            tools.command("terser", &["--compress", "pure_new,passes=2", "--mangle", "--module"]);
        process::read(terser.arg(&script).arg("--output").arg(&script))?;
        name_after_content(dist, &script, &wasm)?;
    }
    Ok(())
}

/// Gives a script and its wasm a name by what is in them now, as Trunk did by what was in them before: no browser may put
/// an old script from its cache and a new wasm together.
fn name_after_content(dist: &Path, script: &Path, wasm: &Path) -> Result<()> {
    let mut hasher = DefaultHasher::new();
    for file in [script, wasm] {
        fs::read(file).with_context(|| format!("reading {}", file.display()))?.hash(&mut hasher);
    }
    let old = script.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let app = old.rsplit_once('-').map_or(&*old, |(app, _)| app);
    let new = format!("{app}-{:016x}", hasher.finish());
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    fs::write(&index, page.replace(&old, &new))?;
    fs::rename(script, script.with_file_name(format!("{new}.js")))?;
    fs::rename(wasm, wasm.with_file_name(format!("{new}_bg.wasm")))?;
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
    /// The script with the short names: what it gives is a member `name:` of the module `"./app_bg.js":`, what it is
    /// given is read as `wasm.name`.
    fn put_into(&self, script: &str) -> String {
        let given: HashMap<&str, &str> =
            self.imports.iter().map(|(_, name, short)| (&**name, &**short)).collect();
        let taken: HashMap<&str, &str> =
            self.exports.iter().map(|(name, short)| (&**name, &**short)).collect();
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
            let (script, wasm) = (dist.join("plan-ouvert-1f.js"), dist.join("plan-ouvert-1f_bg.wasm"));
            fs::write(&script, "script").unwrap();
            fs::write(&wasm, content).unwrap();
            fs::write(dist.join("index.html"), "./plan-ouvert-1f.js ./plan-ouvert-1f_bg.wasm").unwrap();
            name_after_content(&dist, &script, &wasm).unwrap();
            fs::read_to_string(dist.join("index.html")).unwrap()
        };
        let first = named("wasm");
        assert!(first.split(' ').all(|name| dist.join(name).is_file()), "{first}");
        assert_eq!(first, named("wasm"));
        assert_ne!(first, named("another"));
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn a_wasm_has_its_script_beside_it() {
        assert_eq!(script_of(Path::new("dist/plan-ouvert-1f_bg.wasm")), "plan-ouvert-1f.js");
    }
}
