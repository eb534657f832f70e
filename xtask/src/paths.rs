//! Where things are: the checkout, the target folder (which the environment may move) and the
//! site's folder inside it. Nothing else in this program names a folder by itself.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders this program reads from and writes to.
pub struct Paths {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's target folder: `CARGO_TARGET_DIR`, or `target` in the checkout.
    pub target: PathBuf,
}

impl Paths {
    /// Finds the folders from the environment.
    pub fn find() -> Result<Self> {
        // Asked of cargo when running, not when compiling: checkouts may share a target folder.
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").context("run this with `cargo run -p xtask`")?;
        let root = Path::new(&manifest).parent().context("xtask has no parent folder")?.to_path_buf();
        // A relative folder is meant from the checkout, as the Makefile and CI start there.
        let target = match std::env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty()) {
            Some(dir) => root.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// Everything a browser may download. `server/build.rs` puts this folder into the binary.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// Where a new site grows until it is complete and takes the old one's place.
    pub fn staging(&self) -> PathBuf {
        self.target.join("site.new")
    }

    /// Intermediate files of the client, kept so that `size --crates` can read names from them.
    pub fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }
}

/// Every file below `dir`, in a stable order; nothing when the folder is missing.
pub fn files_below(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![dir.to_path_buf()];
    while let Some(next) = waiting.pop() {
        if !next.is_dir() {
            continue;
        }
        let entries = std::fs::read_dir(&next).with_context(|| format!("reading {}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// An empty folder for a test, gone when dropped. (The crate `tempfile` would change the features of this program's
/// dependencies, and its tests would compile them all again.)
#[cfg(test)]
pub struct Scratch(PathBuf);

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
impl Scratch {
    /// A folder with `name`, one a test, in its own name.
    pub fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("trellis-xtask-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

#[cfg(test)]
impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind lies in the system's folder for such things.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
