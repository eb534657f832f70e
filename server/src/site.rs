//! The site's files: client, style, messages, icons, as `xtask site` laid them out.
//!
//! A release binary carries them inside. One that doesn't, or one that is told to with
//! `TRELLIS_SITE`, reads them from a folder. This module finds files; [`serve`] answers requests
//! for them. Pages are none of its business.

mod serve;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use axum::body::Bytes;

/// Where the splitter says which page needs which parts.
const SPLIT_MANIFEST: &str = "__wasm_split_manifest.json";
/// Where xtask says what the site consists of.
const SITE_MANIFEST: &str = "site.json";

/// A file that the build script put into the binary.
struct Embedded {
    path: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/embedded_site.rs"));

/// A file of the site, ready to be sent.
#[derive(Clone)]
struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    etag: String,
}

impl File {
    fn new(plain: Bytes, brotli: Option<Bytes>) -> Self {
        let mut hasher = DefaultHasher::new();
        plain.hash(&mut hasher);
        // Weak, because both encodings go under one tag.
        let etag = format!("W/\"{:016x}\"", hasher.finish());
        Self { plain, brotli, etag }
    }
}

/// Where the files come from.
enum Source {
    /// All in memory, and never another: a finished site.
    Fixed(HashMap<String, File>),
    /// Read at each request: what `cargo leptos watch` keeps writing.
    Watched(PathBuf),
}

/// The site's files, found once when the program starts.
pub struct Site {
    hash: String,
    source: Source,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").field("hash", &self.hash).finish_non_exhaustive()
    }
}

impl Site {
    /// The folder that was named; else what cargo-leptos is writing, when it started us; else the files inside the binary; else a folder
    /// `site` beside it or, for a binary still in cargo's target folder, where xtask put it.
    #[must_use]
    pub fn find(named: Option<&Path>) -> Self {
        if let Some(folder) = named {
            return Self::from_folder(folder);
        }
        if let Some(folder) = std::env::var_os("LEPTOS_SITE_ROOT").filter(|dir| !dir.is_empty()) {
            return Self::watching(Path::new(&folder));
        }
        if !FILES.is_empty() {
            return Self::embedded();
        }
        let program = std::env::current_exe().unwrap_or_default();
        let beside = program.parent().unwrap_or(Path::new("."));
        let found = ["site", "../site"].map(|dir| beside.join(dir)).into_iter().find(|dir| dir.is_dir());
        found.map_or_else(Self::empty, |dir| Self::from_folder(&dir))
    }

    /// No files at all.
    #[must_use]
    pub fn empty() -> Self {
        Self { hash: String::new(), source: Source::Fixed(HashMap::new()) }
    }

    fn embedded() -> Self {
        let files = FILES.iter().map(|file| {
            let brotli = file.brotli.map(Bytes::from_static);
            (file.path.to_owned(), File::new(Bytes::from_static(file.plain), brotli))
        });
        Self { hash: HASH.to_owned(), source: Source::Fixed(files.collect()) }
    }

    fn watching(dir: &Path) -> Self {
        Self { hash: String::new(), source: Source::Watched(dir.to_owned()) }
    }

    /// A folder with a manifest is a finished site, one without is being written to.
    fn from_folder(dir: &Path) -> Self {
        let manifest = std::fs::read_to_string(dir.join(SITE_MANIFEST)).unwrap_or_default();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap_or_default();
        let Some(hash) = manifest.get("hash").and_then(|hash| hash.as_str()) else {
            return Self::watching(dir);
        };
        let listed = manifest.get("files").and_then(|files| files.as_array());
        let paths = listed.into_iter().flatten().filter_map(|file| file.get("path")?.as_str());
        let files = paths.filter_map(|path| Some((path.to_owned(), read(dir, path)?)));
        Self { hash: hash.to_owned(), source: Source::Fixed(files.collect()) }
    }

    /// Whether there is a client at all. Without one the pages work as they do without JavaScript.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.file(&format!("{}/trellis.js", self.pkg().trim_start_matches('/'))).is_some()
    }

    /// The hash of everything below `/pkg`; empty while developing with cargo-leptos.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The address of the folder with client, style and messages, without a slash at its end.
    #[must_use]
    pub fn pkg(&self) -> String {
        match self.hash.as_str() {
            "" => "/pkg".to_owned(),
            hash => format!("/pkg/{hash}"),
        }
    }

    /// Which parts each lazy page needs, by the page's name in the client.
    #[must_use]
    pub fn split_manifest(&self) -> Option<HashMap<String, Vec<String>>> {
        let path = format!("{}/{SPLIT_MANIFEST}", self.pkg().trim_start_matches('/'));
        serde_json::from_slice(&self.file(&path)?.plain).ok()
    }

    /// The file at `path` (without a leading slash).
    fn file(&self, path: &str) -> Option<File> {
        match &self.source {
            Source::Fixed(files) => files.get(path).cloned(),
            Source::Watched(dir) => read(dir, path),
        }
    }

    /// Addresses of the files outside `/pkg`, each to get a route of its own.
    fn public_files(&self) -> Vec<String> {
        let mut paths: Vec<String> = match &self.source {
            Source::Fixed(files) => files.keys().cloned().collect(),
            Source::Watched(dir) => names_below(dir, dir),
        };
        paths.retain(|path| !path.starts_with("pkg/") && path != SITE_MANIFEST);
        paths
    }
}

/// Reads a file and its compressed twin; nothing when the path leads out of the folder.
fn read(dir: &Path, path: &str) -> Option<File> {
    let inside = Path::new(path);
    let only_down = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
    if !inside.components().all(only_down) {
        return None;
    }
    let plain = std::fs::read(dir.join(inside)).ok()?;
    let brotli = std::fs::read(dir.join(format!("{path}.br"))).ok();
    Some(File::new(plain.into(), brotli.map(Bytes::from)))
}

fn names_below(root: &Path, dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => names_below(root, &path),
            false => {
                let inside = path.strip_prefix(root).ok().and_then(Path::to_str);
                inside.map(str::to_owned).into_iter().collect()
            }
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    /// A finished site with the hash `abc` in a new folder.
    pub(super) fn finished() -> (tempfile::TempDir, Site) {
        let dir = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let file = dir.path().join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        };
        write("pkg/abc/trellis.js", "plain");
        write("pkg/abc/trellis.js.br", "packed");
        write("pkg/abc/trellis.wasm", "wasm");
        write("pkg/abc/__wasm_split_manifest.json", r#"{"home":["chunk_0","home"]}"#);
        write("icons/a.svg", "<svg/>");
        write("secret.txt", "not listed");
        let files = ["pkg/abc/trellis.js", "pkg/abc/trellis.wasm", "pkg/abc/__wasm_split_manifest.json", "icons/a.svg"];
        let files: Vec<_> = files.iter().map(|path| serde_json::json!({ "path": path })).collect();
        write("site.json", &serde_json::json!({ "hash": "abc", "files": files }).to_string());
        let site = Site::from_folder(dir.path());
        (dir, site)
    }

    #[test]
    fn a_finished_site_knows_its_hash_and_parts() {
        let (_dir, site) = finished();
        assert_eq!(site.hash(), "abc");
        assert_eq!(site.pkg(), "/pkg/abc");
        assert!(site.is_there());
        assert_eq!(site.split_manifest().unwrap()["home"], ["chunk_0", "home"]);
        assert_eq!(site.public_files(), ["icons/a.svg"]);
        assert!(site.file("secret.txt").is_none());
    }

    #[test]
    fn a_folder_being_written_to_is_read_anew() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("pkg")).unwrap();
        let site = Site::from_folder(dir.path());
        assert_eq!(site.pkg(), "/pkg");
        assert!(!site.is_there());
        std::fs::write(dir.path().join("pkg/trellis.js"), "1").unwrap();
        assert!(site.is_there());
        assert!(site.split_manifest().is_none());
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("site")).unwrap();
        std::fs::write(dir.path().join("outside"), "secret").unwrap();
        let site = Site::from_folder(&dir.path().join("site"));
        let absolute = dir.path().join("outside");
        for path in ["../outside", "pkg/../../outside", "./../outside", absolute.to_str().unwrap()] {
            assert!(site.file(path).is_none(), "{path}");
        }
    }
}
