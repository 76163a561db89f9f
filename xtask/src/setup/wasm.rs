//! The compiler's WebAssembly target: by rustup, or, where that download is refused, Debian's own
//! compiler, which brings the standard library's source and builds it for the browser.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::{packages, step};
use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// What a command needs around it to compile for the browser with Debian's compiler.
pub(super) const DEBIAN: &[(&str, &str)] = &[
    ("RUSTUP_TOOLCHAIN", "debian"),
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
];

const PACKAGES: &str = "rustc-web cargo-web rust-web-src rust-web-llvm";

/// Makes sure of a compiler for the browser, and returns what it needs in its environment.
pub(super) fn target() -> Result<&'static [(&'static str, &'static str)]> {
    if is_installed() {
        return Ok(&[]);
    }
    if is_linked() && missing().is_empty() {
        return Ok(DEBIAN);
    }
    let Err(error) = step("the compiler's WebAssembly target", "a small download", by_rustup) else {
        return Ok(&[]);
    };
    println!("Set-up: rustup could not: {}", one_line(&error));
    if !missing().is_empty() && !packages::can_install() {
        bail!(
            "Rust cannot compile for the browser yet. Type: rustup target add {TARGET}\n\
             or, on Debian: {}",
            packages::by_hand(&missing())
        );
    }
    step("Debian's Rust compiler, which can", "some 200 MB of packages", || {
        packages::install(&missing())?;
        // Only now does it show which linker it is.
        packages::install(&missing())?;
        process::read(Command::new("rustup").args(["toolchain", "link", "debian", "/usr"])).map(drop)
    })?;
    Ok(DEBIAN)
}

fn by_rustup() -> Result<()> {
    process::read(Command::new("rustup").args(["target", "add", TARGET]))?;
    if !is_installed() {
        bail!("the target is still missing");
    }
    Ok(())
}

/// Asks the compiler itself, which also answers where there is no rustup.
fn is_installed() -> bool {
    process::read(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| Path::new(&folder).is_dir())
}

fn is_linked() -> bool {
    process::read(Command::new("rustup").args(["run", "debian", "rustc", "--version"])).is_ok()
}

/// The packages that Debian's compiler lacks. The last shows only once the others are there: the linker
/// is a link to a program that none of them brings, in a package of the same name.
fn missing() -> String {
    if !Path::new("/usr/lib/rustlib/src/rust/library/std").is_dir() {
        return PACKAGES.to_owned();
    }
    let linker = fs::read_link("/usr/bin/rust-lld").ok();
    let linker = linker.filter(|program| !Path::new("/usr/bin").join(program).exists());
    linker.map(|program| program.display().to_string()).unwrap_or_default()
}

fn one_line(error: &anyhow::Error) -> String {
    error.root_cause().to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}
