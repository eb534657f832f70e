//! `site.json`: what is in the site's folder. The server's build script embeds exactly these
//! files, and `size` weighs them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::compress;
use crate::paths::files_below;

/// The file's name, at the top of the site's folder.
pub const FILE: &str = "site.json";

/// The whole site.
#[derive(Serialize, Deserialize)]
pub struct Site {
    /// The content's hash: the name of the folder below `pkg/`.
    pub hash: String,
    /// What the site was made from; the same again means nothing is to be done.
    pub inputs: String,
    /// Whether it is what users get, or bigger and quicker to make.
    pub release: bool,
    /// Every file, compressed twins not listed by themselves.
    pub files: Vec<Entry>,
}

/// One file of the site.
#[derive(Serialize, Deserialize)]
pub struct Entry {
    /// Below the site's folder, with `/`.
    pub path: String,
    /// Bytes as they are.
    pub size: u64,
    /// Bytes of the compressed twin, when there is one.
    pub br: Option<u64>,
}

impl Entry {
    /// What a browser downloads.
    pub fn sent(&self) -> u64 {
        self.br.unwrap_or(self.size)
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

impl Site {
    /// Reads the site that was built last, if its manifest is there and readable.
    pub fn read(dir: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(dir.join(FILE)).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Lists what is in `dir`.
    pub fn list(dir: &Path, hash: String, inputs: String, release: bool) -> Result<Self> {
        let mut files = Vec::new();
        for file in files_below(dir)? {
            let is_twin = file.extension().is_some_and(|ext| ext == "br");
            if is_twin || file.file_name().is_some_and(|name| name == FILE) {
                continue;
            }
            let twin = compress::twin(&file);
            files.push(Entry {
                path: relative(dir, &file)?,
                size: std::fs::metadata(&file)?.len(),
                br: twin.exists().then(|| std::fs::metadata(&twin)).transpose()?.map(|m| m.len()),
            });
        }
        Ok(Self { hash, inputs, release, files })
    }

    /// Whether every listed file is still in `dir` at its size.
    pub fn is_whole(&self, dir: &Path) -> bool {
        let has = |file: PathBuf, size: u64| std::fs::metadata(file).is_ok_and(|meta| meta.len() == size);
        self.files.iter().all(|entry| {
            let file = dir.join(&entry.path);
            let twin_is_there = entry.br.is_none_or(|size| has(compress::twin(&file), size));
            twin_is_there && has(file, entry.size)
        })
    }

    /// Writes the manifest into `dir`.
    pub fn write(&self, dir: &Path) -> Result<()> {
        std::fs::write(dir.join(FILE), serde_json::to_string_pretty(self)?)?;
        Ok(())
    }
}

/// `file` as seen from `dir`, with `/` on every system.
pub fn relative(dir: &Path, file: &Path) -> Result<String> {
    let inside = file.strip_prefix(dir).context("a file outside its folder")?;
    let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
    Ok(parts.with_context(|| format!("{} is no plain text", file.display()))?.join("/"))
}
