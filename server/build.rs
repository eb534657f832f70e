//! Lists the site's files (made by `cargo run -p xtask -- site`) for the binary to carry inside.
//!
//! Only release builds carry them: while developing, the files are read from their folder, so
//! that a new style needs no new server. A missing folder is no error; the binary then looks for
//! the files when it starts (`src/site.rs`).

#![allow(clippy::print_stdout, reason = "how a build script talks to cargo")]

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=CARGO_TARGET_DIR");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("embedded_site.rs");
    let list = match std::env::var("PROFILE").as_deref() {
        Ok("release") => list(&site_folder()?)?,
        _ => empty(),
    };
    std::fs::write(out, list)?;
    Ok(())
}

/// The same folder that xtask writes: `site` in cargo's target folder.
fn site_folder() -> Result<PathBuf, Box<dyn Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("..").canonicalize()?;
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_default();
    let target = if target.is_empty() { "target" } else { &target };
    Ok(root.join(target).join("site"))
}

fn empty() -> String {
    "static HASH: &str = \"\";\nstatic FILES: &[Embedded] = &[];\n".to_owned()
}

/// Rust source with the hash and every file of `site`.
fn list(site: &Path) -> Result<String, Box<dyn Error>> {
    let manifest = site.join("site.json");
    // Watched also while missing, so that the first site makes a new binary.
    println!("cargo::rerun-if-changed={}", manifest.display());
    let Ok(text) = std::fs::read_to_string(&manifest) else {
        println!("cargo::warning=no site in {}: the binary will look for one when it starts", site.display());
        return Ok(empty());
    };
    let manifest: serde_json::Value = serde_json::from_str(&text)?;
    let hash = manifest.get("hash").and_then(|hash| hash.as_str()).ok_or("site.json without a hash")?;
    let mut source = format!("static HASH: &str = {hash:?};\n");
    source.push_str("static FILES: &[Embedded] = &[\n");
    for file in manifest.get("files").and_then(|files| files.as_array()).ok_or("site.json without files")? {
        let path = file.get("path").and_then(|path| path.as_str()).ok_or("a file without a path")?;
        let plain = site.join(path);
        let packed = match file.get("br").is_none_or(serde_json::Value::is_null) {
            true => "None".to_owned(),
            false => format!("Some(include_bytes!({:?}))", site.join(format!("{path}.br"))),
        };
        writeln!(source, "    Embedded {{ path: {path:?}, plain: include_bytes!({plain:?}), brotli: {packed} }},")?;
    }
    source.push_str("];\n");
    Ok(source)
}
