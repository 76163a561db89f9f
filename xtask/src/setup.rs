//! Set-up: what a command needs and this machine lacks is brought, step by step on screen; where
//! nothing is missing, nothing is printed.
//!
//! What is built or downloaded here goes to the user's cache folder, one folder a version, so that
//! a second clone finds it there. Packages of the system are installed only as root on a Debian;
//! elsewhere the message names the command that does it.

use std::env;
use std::ffi::OsString;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::root;

mod browser;
mod cache;
pub mod chromium;
mod firefox;
mod packages;
mod tools;
mod wasm;
mod webkit;

/// Something a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The compiler's WebAssembly target.
    WasmTarget,
    /// Trunk, which builds the page.
    Trunk,
    /// wasm-bindgen, which joins Rust and JavaScript, and runs tests in a browser.
    WasmBindgen,
    /// wasm-opt and terser, which make the built files smaller.
    Shrinkers,
    /// Chromium and its driver.
    Chromium,
    /// Firefox and its driver.
    Firefox,
    /// WebKitGTK, its driver, and a screen.
    WebKit,
    /// axe-core, which finds faults of accessibility.
    Axe,
}

/// Variables that say where programs are.
type Environment = Vec<(&'static str, OsString)>;

/// Programs that are there, and the surroundings in which they find one another.
#[derive(Debug, Default)]
pub struct Tools {
    folders: Vec<OsString>,
    environment: Environment,
    wasm: &'static [(&'static str, &'static str)],
}

/// Brings what is missing of `needs`.
pub fn prepare(needs: &[Need]) -> Result<Tools> {
    let mut tools = Tools::default();
    for need in needs {
        match need {
            Need::WasmTarget => tools.wasm = wasm::target()?,
            Need::Trunk => tools.folders.push(tools::trunk()?.into()),
            Need::WasmBindgen => tools.folders.push(tools::wasm_bindgen()?.into()),
            Need::Shrinkers => tools.folders.push(tools::shrinkers()?.into()),
            Need::Chromium => tools.environment.extend(chromium::environment()?),
            Need::Firefox => tools.environment.extend(firefox::environment()?),
            Need::WebKit => tools.environment.extend(webkit::environment()?),
            Need::Axe => tools.environment.push(("AXE", tools::axe()?.into())),
        }
    }
    Ok(tools)
}

impl Tools {
    /// A command in the project's folder that finds the tools.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(root()).env("PATH", self.path());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        // An error says what went wrong; where inside a tool it was made says nothing here.
        command.env("RUST_LIB_BACKTRACE", "0");
        command
    }

    /// The same for a command that compiles for the browser.
    pub fn wasm_command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = self.command(program, arguments);
        command.envs(self.wasm.iter().copied());
        if self.wasm == wasm::DEBIAN {
            // Set by the cargo that runs xtask, and taken by any other for its own name.
            command.env_remove("CARGO");
        }
        command
    }

    /// The arguments of cargo that check code for the browser: Clippy's, or, where the compiler is
    /// Debian's, which has no Clippy, the compiler's own.
    pub fn wasm_lints(&self, selection: &str) -> String {
        if self.wasm == wasm::DEBIAN {
            format!("check {selection}")
        } else {
            format!("clippy {selection} -- -D warnings")
        }
    }

    fn path(&self) -> OsString {
        let mut path = OsString::new();
        let old = env::var_os("PATH").unwrap_or_default();
        for (place, folder) in self.folders.iter().chain([&old]).enumerate() {
            if place > 0 {
                path.push(if cfg!(windows) { ";" } else { ":" });
            }
            path.push(folder);
        }
        path
    }
}

/// One step of set-up on screen: what is done, why it takes its time, and how long it took.
fn step<T>(what: &str, why: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("Set-up: {what} ({why}) …");
    let start = Instant::now();
    let result = work().with_context(|| format!("set-up, {what}"))?;
    println!("Set-up: done in {:.0} s", start.elapsed().as_secs_f32());
    Ok(result)
}
