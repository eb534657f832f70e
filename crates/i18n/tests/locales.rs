//! The locale files against each other and against the code: nothing missing, nothing unused, nothing half.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LOCALES: [(&str, &[&str]); 5] = [
    ("en", &["one", "other"]),
    ("es", &["one", "many", "other"]),
    ("fr", &["one", "many", "other"]),
    ("de", &["one", "other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
];

type Messages = BTreeMap<String, toml::Value>;

fn messages(locale: &str) -> Messages {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale)).unwrap() {
        let path = entry.unwrap().path();
        let feature = path.file_stem().unwrap().to_string_lossy().into_owned();
        let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        all.extend(table.into_iter().map(|(key, value)| (format!("{feature}.{key}"), value)));
    }
    all
}

fn forms(value: &toml::Value) -> Vec<(String, String)> {
    match value {
        toml::Value::String(s) => vec![(String::new(), s.clone())],
        toml::Value::Table(t) => t.iter().map(|(k, v)| (k.clone(), v.as_str().unwrap().to_owned())).collect(),
        other => panic!("{other}"),
    }
}

fn placeholders(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_language_has_every_message() {
    let english = messages("en");
    let mut faults = Vec::new();
    for (locale, _) in LOCALES {
        let other = messages(locale);
        faults.extend(english.keys().filter(|k| !other.contains_key(*k)).map(|k| format!("{locale} lacks {k}")));
        faults.extend(other.keys().filter(|k| !english.contains_key(*k)).map(|k| format!("{locale} has {k}, which English lacks")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_message_is_empty_and_each_has_the_placeholders_of_the_english_one() {
    let english = messages("en");
    let mut faults = Vec::new();
    for (locale, _) in LOCALES {
        for (key, value) in messages(locale) {
            let Some(original) = english.get(&key) else { continue };
            let wanted: BTreeSet<String> = forms(original).iter().flat_map(|(_, t)| placeholders(t)).collect();
            for (form, text) in forms(&value) {
                if text.trim().is_empty() {
                    faults.push(format!("{locale} {key} {form} is empty"));
                }
                let mut got = placeholders(&text);
                // "Yesterday" instead of "1 day ago": a form for a single number may leave the number out.
                if matches!(form.as_str(), "zero" | "one" | "two") && wanted.contains("count") {
                    got.insert("count".to_owned());
                }
                if got != wanted {
                    faults.push(format!("{locale} {key} {form} has {got:?} where English has {wanted:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn plurals_have_each_form_of_their_language() {
    let mut faults = Vec::new();
    for (locale, wanted) in LOCALES {
        for (key, value) in messages(locale) {
            if let toml::Value::Table(table) = value {
                let got: BTreeSet<&str> = table.keys().map(String::as_str).collect();
                if got != wanted.iter().copied().collect() {
                    faults.push(format!("{locale} {key} has the forms {got:?}, not {wanted:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn every_message_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["app/src", "server/src", "crates/service/src", "crates/wording/src", "crates/i18n/src"] {
        sources(&root.join(folder), &mut files);
    }
    let code: String = files.iter().map(|f| fs::read_to_string(f).unwrap()).collect();
    // Constants as they stand in the code (`m::HOME_TITLE`), and names that are put together at run time, which the code
    // writes out in full as a text.
    let constants: BTreeSet<&str> =
        code.split("m::").skip(1).map(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap()).collect();
    let unused: Vec<String> = messages("en")
        .into_keys()
        .filter(|key| {
            let constant = key.replace('.', "_").to_uppercase();
            let named = code.contains(&format!("\"{key}\""));
            !constants.contains(constant.as_str()) && !named
        })
        .collect();
    assert!(unused.is_empty(), "messages that nothing uses:\n{}", unused.join("\n"));
}
