//! Reads `locales/<language>/<feature>.toml` and writes one Rust constant per message and one table per language.
//!
//! The words of the start page come first in each table, so that a browser can be given them alone.
//!
//! English says which messages there are. What another language lacks is taken from English, so that a build never
//! fails for a missing word; the test `locales` does.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a build script's way to say what is wrong")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const LOCALES: [&str; 5] = ["en", "es", "fr", "de", "ar"];
/// The features whose words the start page and the frame around every page need.
const FIRST: [&str; 4] = ["common", "errors", "landing", "nav"];

fn main() {
    println!("cargo:rerun-if-changed=locales");
    let tables: Vec<BTreeMap<String, String>> = LOCALES.iter().map(|l| read(&Path::new("locales").join(l))).collect();
    let english = &tables[0];
    let is_first = |name: &str| name.split_once('.').is_some_and(|(feature, _)| FIRST.contains(&feature));
    let mut names: Vec<&str> = english.keys().map(String::as_str).collect();
    names.sort_by_key(|name| !is_first(name));
    let mut out = String::from(
        "/// Every message there is. The name is `FEATURE_KEY` of `locales/en/feature.toml`.\npub mod m {\n    use super::Key;\n",
    );
    for (i, name) in names.iter().enumerate() {
        let shown = english[*name].split('\u{1}').next_back().unwrap_or_default().replace('\n', " ");
        let constant = name.replace('.', "_").to_uppercase();
        writeln!(out, "    #[doc = {shown:?}]\n    pub const {constant}: Key = Key({i});").expect("a String takes everything");
    }
    out.push_str("}\n");
    writeln!(out, "/// How many messages there are.\npub const COUNT: usize = {};", names.len()).expect("a String takes everything");
    let first = names.iter().filter(|name| is_first(name)).count();
    writeln!(out, "/// How many of them the start page needs: they come first.\npub const FIRST: usize = {first};")
        .expect("a String takes everything");
    out.push_str("#[cfg(feature = \"all-locales\")]\nmod tables {\n    pub static NAMES: &[&str] = &[");
    for name in &names {
        write!(out, "{name:?},").expect("a String takes everything");
    }
    out.push_str("];\n");
    for (locale, table) in LOCALES.iter().zip(&tables) {
        write!(out, "    pub static {}: &[&str] = &[", locale.to_uppercase()).expect("a String takes everything");
        for name in &names {
            write!(out, "{:?},", table.get(*name).unwrap_or(&english[*name])).expect("a String takes everything");
        }
        out.push_str("];\n");
    }
    out.push_str("}\n");
    let target = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    fs::write(target, out).expect("OUT_DIR can be written");
}

/// All messages of one language: `feature.key` → text, plural forms joined as `\u{1}form=text…`.
fn read(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder) else { return all };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let feature = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let text = fs::read_to_string(&path).expect("a locale file is readable");
        let table: toml::Table = text.parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for (key, value) in table {
            let text = match value {
                toml::Value::String(s) => s,
                toml::Value::Table(forms) => forms.iter().fold(String::new(), |mut acc, (form, text)| {
                    write!(acc, "\u{1}{form}={}", text.as_str().unwrap_or_default()).expect("a String takes everything");
                    acc
                }),
                other => panic!("{}: {key} is neither a text nor plural forms: {other}", path.display()),
            };
            all.insert(format!("{feature}.{key}"), text);
        }
    }
    all
}
