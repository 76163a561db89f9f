//! The release build: Trunk makes the folder to host, `dist/`.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::setup::{self, Need, Tools};
use crate::{offline, one_file, process, root, shrink};

/// What a build needs.
pub const NEEDS: &[Need] = &[Need::WasmTarget, Need::Trunk, Need::WasmBindgen, Need::Shrinkers];

/// Brings what is missing, builds, and returns the folder to host.
pub fn set_up_and_build() -> Result<PathBuf> {
    build(&setup::prepare(NEEDS)?)?;
    Ok(dist())
}

/// Builds the folder to host.
pub fn build(tools: &Tools) -> Result<()> {
    process::run(&mut trunk(tools))?;
    shrink::shrink(&dist(), &linked(), tools)?;
    one_file::write(&dist())?;
    shrink::shrink_script(&dist().join("start.js"), tools)?;
    offline::write(&dist())
}

/// The wasm as the linker left it.
fn linked() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    root().join(target).join("wasm32-unknown-unknown/release/plan-ouvert.wasm")
}

/// The folder to host.
pub fn dist() -> PathBuf {
    root().join("dist")
}

fn trunk(tools: &Tools) -> Command {
    let mut command = tools.wasm_command("trunk", &["build", "--release", "--offline"]);
    // Trunk 0.21 stops at the usual NO_COLOR=1: it takes only "true" and "false".
    command.env_remove("NO_COLOR");
    // In place of those of `.cargo/config.toml`: where to cut the wasm shows only in the linker's account of what uses
    // what, and in names. Neither stays in the files to host.
    command.env("RUSTFLAGS", "-C link-arg=--emit-relocs");
    command
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The policy in a text that has one, from its first rule to the quote that ends it.
    fn policies(name: &str) -> Vec<String> {
        let text = fs::read_to_string(root().join(name)).unwrap_or_default();
        let starts = text.match_indices("default-src");
        starts.filter_map(|(at, _)| Some(text.get(at..)?.split('"').next()?.to_owned())).collect()
    }

    #[test]
    fn hosts_send_the_policy_that_the_page_brings_and_forbid_frames() {
        let page = policies("index.html");
        assert_eq!(page.len(), 1);
        for host in ["xtask/hosting/nginx.conf", "xtask/hosting/apache.conf"] {
            let sent: Vec<String> =
                page.iter().map(|page| format!("{page}; frame-ancestors 'none'")).collect();
            assert_eq!(policies(host), sent, "{host}");
        }
    }
}
