//! The user's cache folder: one folder for each tool and version, there whole or not at all.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};

/// The project's folder among the user's caches.
pub(super) fn folder() -> Result<PathBuf> {
    let named = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let caches = match named {
        Some(path) => path,
        None => {
            let home = env::home_dir().context("no home folder to keep the tools in")?;
            home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" })
        }
    };
    Ok(caches.join("plan-ouvert"))
}

/// Fills the folder `place` by `work`, which is given a folder beside it to fill: only what was
/// finished gets the name that counts as installed.
pub(super) fn fill(place: &Path, work: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let part = place.with_added_extension(format!("part-{}", process::id()));
    fs::create_dir_all(&part).with_context(|| format!("making {}", part.display()))?;
    let filled = work(&part).and_then(|()| {
        if place.exists() {
            fs::remove_dir_all(place)?;
        }
        fs::rename(&part, place).with_context(|| format!("naming {}", place.display()))
    });
    if filled.is_err() {
        // What is left over is in nobody's way: the next run takes another name.
        let _ = fs::remove_dir_all(&part);
    }
    filled
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn a_failed_step_leaves_nothing() -> Result<()> {
        let folder = env::temp_dir().join(format!("xtask-cache-{}", process::id()));
        let place = folder.join("tool-1.2.3");
        let failed = fill(&place, |part| {
            fs::write(part.join("half"), "")?;
            bail!("the network went away")
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_dir(&folder)?.count(), 0);

        fill(&place, |part| Ok(fs::write(part.join("whole"), "")?))?;
        assert!(place.join("whole").is_file());
        assert_eq!(fs::read_dir(&folder)?.count(), 1);
        Ok(fs::remove_dir_all(&folder)?)
    }
}
