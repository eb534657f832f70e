//! The command `site`: puts together, in one folder, everything a browser downloads.
//!
//! ```text
//! site/site.json               what is here
//! site/pkg/<hash>/trellis.js   client, style and words: named by their content, cached for ever
//! site/…                       the files of `public/`, cached for a day
//! ```
//!
//! The whole folder carries one hash, so that the client's parts find each other by relative
//! address and a browser never mixes two versions.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::client::{self, Mode};
use crate::manifest::{self, Site};
use crate::paths::{Paths, files_below};
use crate::words::{self, Words};
use crate::{compress, css};

/// Builds the site, or leaves it when nothing changed.
pub fn build(paths: &Paths, mode: Mode) -> Result<()> {
    let wasm = timed("compiling the client", || client::compile(paths, mode))?;
    let wasm = std::fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?;

    let words = words::of_pages(&paths.root)?;

    let inputs = fingerprint(paths, &wasm, &words, mode)?;
    let site = paths.site();
    if let Some(last) = Site::read(&site)
        && last.inputs == inputs
        && last.is_whole(&site)
    {
        eprintln!("  site is up to date ({})", last.hash);
        return Ok(());
    }

    let staging = paths.staging();
    empty(&staging)?;
    let pkg = staging.join("pkg/new");
    std::fs::create_dir_all(&pkg)?;
    timed("splitting, gluing and optimising it", || client::bundle(paths, &wasm, &pkg, mode))?;
    let style = paths.root.join("style/main.css");
    if style.exists() {
        std::fs::write(pkg.join(format!("{}.css", client::NAME)), css::bundle(&style)?)?;
    }
    for (page, keys) in words {
        for locale in i18n::Locale::ALL {
            std::fs::write(pkg.join(i18n::words_file(&page, locale)), i18n::words_json(locale, keys.iter().copied()))?;
        }
    }
    copy_public(paths, &staging)?;

    let quality = match mode {
        Mode::Release => compress::BEST,
        Mode::Quick => compress::QUICK,
    };
    timed("compressing", || compress::compress_all(&files_below(&staging)?, quality))?;

    let hash = content_hash(&pkg)?;
    std::fs::rename(&pkg, staging.join("pkg").join(&hash))?;
    Site::list(&staging, hash, inputs, mode == Mode::Release)?.write(&staging)?;

    if site.exists() {
        std::fs::remove_dir_all(&site)?;
    }
    std::fs::rename(&staging, &site)?;
    Ok(())
}

/// Everything that decides what the site looks like: the client, its tools, style and files.
fn fingerprint(paths: &Paths, wasm: &[u8], words: &Words, mode: Mode) -> Result<String> {
    let mut hasher = Sha256::new();
    // This very program: it carries the messages and decides how the pieces are put together.
    let program = std::env::current_exe().and_then(std::fs::read)?;
    hasher.update(Sha256::digest(program));
    hasher.update([u8::from(mode == Mode::Release)]);
    hasher.update(Sha256::digest(wasm));
    hasher.update(format!("{words:?}"));
    for folder in ["style", "public"] {
        add_files(&mut hasher, &paths.root.join(folder))?;
    }
    for tool in ["xtask/package-lock.json", "xtask/optimise.mjs"] {
        hasher.update(Sha256::digest(std::fs::read(paths.root.join(tool)).unwrap_or_default()));
    }
    Ok(hex(&hasher.finalize()))
}

/// The first 16 hexadecimal digits of the hash of all names and contents below `dir`.
fn content_hash(dir: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    add_files(&mut hasher, dir)?;
    let mut hash = hex(&hasher.finalize());
    hash.truncate(16);
    Ok(hash)
}

fn add_files(hasher: &mut Sha256, dir: &Path) -> Result<()> {
    for file in files_below(dir)? {
        hasher.update(manifest::relative(dir, &file)?);
        hasher.update([0]);
        hasher.update(Sha256::digest(std::fs::read(&file)?));
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn copy_public(paths: &Paths, staging: &Path) -> Result<()> {
    let public = paths.root.join("public");
    for file in files_below(&public)? {
        let to = staging.join(manifest::relative(&public, &file)?);
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::copy(&file, &to).with_context(|| format!("copying {}", file.display()))?;
    }
    Ok(())
}

fn empty(dir: &PathBuf) -> Result<()> {
    if dir.exists() {
        std::fs::remove_dir_all(dir)?;
    }
    std::fs::create_dir_all(dir)?;
    Ok(())
}

/// Says what begins, and how long it took when that was worth mentioning.
fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = std::time::Instant::now();
    eprintln!("  {what} …");
    let done = work()?;
    let took = start.elapsed();
    if took > Duration::from_secs(1) {
        eprintln!("  {what}: {:.0} s", took.as_secs_f64());
    }
    Ok(done)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::paths::Scratch;

    #[test]
    fn the_hash_follows_names_and_contents() {
        let dir = Scratch::new("site-1");
        let file = dir.path().join("a.js");
        std::fs::write(&file, "1").unwrap();
        let first = content_hash(dir.path()).unwrap();
        assert_eq!(first.len(), 16);
        assert_eq!(first, content_hash(dir.path()).unwrap());
        std::fs::write(&file, "2").unwrap();
        let second = content_hash(dir.path()).unwrap();
        assert_ne!(first, second);
        std::fs::rename(&file, dir.path().join("b.js")).unwrap();
        assert_ne!(second, content_hash(dir.path()).unwrap());
    }
}
