//! Makes the built files smaller: wasm-opt takes unused and repeated code out of the wasm, and the names that only
//! debuggers read; terser does the same for wasm-bindgen's JavaScript, which Trunk's own minifier cannot read.
//! Together 4 kB of the first load.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

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

/// Makes the files of the folder to host smaller.
pub(crate) fn shrink(dist: &Path, tools: &Tools) -> Result<()> {
    for wasm in files(dist, "_bg.wasm")? {
        let mut wasm_opt = tools.command("wasm-opt", &["-Os"]);
        process::read(wasm_opt.args(FEATURES).arg(&wasm).arg("-o").arg(&wasm))?;
        let script = wasm.with_file_name(script_of(&wasm));
        ensure!(script.is_file(), "{} is missing", script.display());
        let mut terser = tools.command("terser", &["--compress", "--mangle", "--module"]);
        process::read(terser.arg(&script).arg("--output").arg(&script))?;
    }
    Ok(())
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
    fn a_wasm_has_its_script_beside_it() {
        assert_eq!(script_of(Path::new("dist/plan-ouvert-1f_bg.wasm")), "plan-ouvert-1f.js");
    }
}
