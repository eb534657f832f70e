//! Reads `locales/<language>/<feature>.toml` and writes one Rust constant per message and one table per language.
//!
//! English says which messages there are. What another language lacks is taken from English, so that a build never
//! fails for a missing word; the test `locales` does.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a build script's way to say what is wrong")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const LOCALES: [&str; 5] = ["en", "es", "fr", "de", "ar"];

fn main() {
    println!("cargo:rerun-if-changed=locales");
    let tables: Vec<BTreeMap<String, String>> = LOCALES.iter().map(|l| read(&Path::new("locales").join(l))).collect();
    let english = &tables[0];
    let names: Vec<&str> = english.keys().map(String::as_str).collect();
    let mut out = String::from(
        "/// Every message there is. The name is `FEATURE_KEY` of `locales/en/feature.toml`.\npub mod m {\n    use super::Key;\n",
    );
    for (i, name) in names.iter().enumerate() {
        let shown = english[*name].split('\u{1}').next_back().unwrap_or_default().replace('\n', " ");
        let constant = name.replace('.', "_").to_uppercase();
        writeln!(out, "    #[doc = {shown:?}]\n    pub const {constant}: Key = Key({i});").expect("a String takes everything");
    }
    out.push_str("}\n");
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
    out.push_str("    pub const fn of(locale: crate::Locale) -> &'static [&'static str] {\n        match locale {\n");
    for locale in LOCALES {
        let variant = format!("{}{}", locale[..1].to_uppercase(), &locale[1..]);
        writeln!(out, "            crate::Locale::{variant} => {},", locale.to_uppercase()).expect("a String takes everything");
    }
    out.push_str("        }\n    }\n");
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
