//! The build tools: built from source by cargo or fetched by npm, each into the cache.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{cache, step};
use crate::{process, root};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const AXE: &str = "4.14.1";
const BINARYEN: &str = "132.0.0";
const TERSER: &str = "5.51.4";

/// The folder of the program `trunk`.
pub(super) fn trunk() -> Result<PathBuf> {
    cargo_tool("trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])
}

/// The folder of the programs `wasm-bindgen` and `wasm-bindgen-test-runner`, of the very version
/// that the app is linked with.
pub(super) fn wasm_bindgen() -> Result<PathBuf> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("reading Cargo.lock")?;
    let version = version_in(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    cargo_tool("wasm-bindgen-cli", version, &[])
}

/// The folder of the program `geckodriver`.
pub(super) fn geckodriver() -> Result<PathBuf> {
    cargo_tool("geckodriver", GECKODRIVER, &["--locked"])
}

/// The file `axe.min.js`.
pub(super) fn axe() -> Result<PathBuf> {
    Ok(npm_packages(&[("axe-core", AXE)])?.join("axe-core/axe.min.js"))
}

/// The folder of the programs `wasm-opt` and `terser`.
pub(super) fn shrinkers() -> Result<PathBuf> {
    Ok(npm_packages(&[("binaryen", BINARYEN), ("terser", TERSER)])?.join(".bin"))
}

/// The folder `node_modules` with these packages, each in its version, fetched unless they are there.
fn npm_packages(packages: &[(&str, &str)]) -> Result<PathBuf> {
    let (called, wanted): (Vec<_>, Vec<_>) = packages
        .iter()
        .map(|(name, version)| (format!("{name}-{version}"), format!("{name}@{version}")))
        .unzip();
    let place = cache::folder()?.join(called.join("-"));
    if !place.is_dir() {
        if process::find("npm").is_none() {
            bail!("npm is missing: it comes with node, and fetches {}", called.join(" and "));
        }
        step(&format!("{}, by npm", called.join(" and ")), "a download, once", || {
            cache::fill(&place, |part| {
                let mut npm = Command::new("npm");
                npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact"]);
                npm.arg("--prefix").arg(part).args(&wanted);
                process::read(&mut npm).map(drop)
            })
        })?;
    }
    Ok(place.join("node_modules"))
}

/// Builds a tool unless this version of it is there. A debug build: it takes a third of the time,
/// and the tools spend theirs waiting for the compiler.
fn cargo_tool(name: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let place = cache::folder()?.join(format!("{name}-{version}"));
    let programs = place.join("bin");
    if !programs.is_dir() {
        step(&format!("{name} {version}"), "built from source once, some minutes", || {
            cache::fill(&place, |part| {
                let mut cargo = Command::new("cargo");
                cargo.args(["install", "--debug", name, "--version", version]).args(options);
                cargo.arg("--root").arg(part);
                if !io::stderr().is_terminal() {
                    cargo.arg("--quiet");
                }
                cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env_remove("CARGO_TARGET_DIR");
                process::run(&mut cargo)
            })
        })?;
    }
    Ok(programs)
}

/// The version of a package in the text of a Cargo.lock.
fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
version = 4

[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.50\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
dependencies = [
 \"wasm-bindgen-shared\",
]
";

    #[test]
    fn reads_the_version_of_that_package_alone() {
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "wasm-bindgen-futures"), Some("0.4.50"));
        assert_eq!(version_in(LOCK, "wasm-bindgen-shared"), None);
        assert_eq!(version_in("", "wasm-bindgen"), None);
    }
}
