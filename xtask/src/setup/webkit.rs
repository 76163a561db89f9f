//! WebKitGTK: its driver, the small browser that it drives, and a screen for that, as it cannot do
//! without; found, or installed as packages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::Environment;
use super::browser::{self, Program};

const PROGRAMS: [Program; 3] = [
    Program::new("WEBKIT_DRIVER", &["WebKitWebDriver"]),
    Program { variable: "MINI_BROWSER", names: &["MiniBrowser"], elsewhere: mini_browser },
    Program::new("XVFB", &["Xvfb"]),
];
const PACKAGES: &str = "webkit2gtk-driver xvfb";

/// Makes sure of all three, and returns the environment that tells the tests where they are.
pub(super) fn environment() -> Result<Environment> {
    let places =
        browser::programs("WebKitGTK and its driver", &PROGRAMS, PACKAGES, "some 150 MB of packages")?;
    let variables = PROGRAMS.iter().map(|program| program.variable);
    Ok(variables.zip(places.map(Into::into)).collect())
}

/// No program for people to start: it lies among the library's own files.
fn mini_browser() -> Option<PathBuf> {
    let of_architectures = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = ["/usr/libexec", "/usr/lib", "/usr/lib64"].map(PathBuf::from);
    folders.into_iter().chain(of_architectures).find_map(|folder| in_library(&folder))
}

fn in_library(folder: &Path) -> Option<PathBuf> {
    Some(folder.join("webkit2gtk-4.1/MiniBrowser")).filter(|program| program.is_file())
}
