//! Packages of the system, by Debian's apt-get.

use std::process::Command;

use anyhow::Result;

use crate::process;

/// We may install packages here: there is an apt-get and we are root.
pub(super) fn can_install() -> bool {
    process::find("apt-get").is_some()
        && process::read(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

/// Installs packages, named with spaces between, without a question.
pub(super) fn install(packages: &str) -> Result<()> {
    if !packages.is_empty() {
        process::read(apt_get().args(["update", "-qq"]))?;
        let install = ["install", "-y", "-qq", "--no-install-recommends"];
        process::read(apt_get().args(install).args(packages.split(' ')))?;
    }
    Ok(())
}

/// The command that whoever may install packages can type.
pub(super) fn by_hand(packages: &str) -> String {
    format!("sudo apt-get install --no-install-recommends {packages}")
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
