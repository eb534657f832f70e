//! The modules of the crate use each other without circles, so that each feature can be read after those that it stands on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Which modules each module of the crate uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Left out: `testing` is there for tests alone, and `context` holds what features keep in memory while all of them get it.
const LEFT_OUT: [&str; 3] = ["context", "lib", "testing"];

#[test]
fn modules_use_each_other_without_circles() {
    let mut graph = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    assert!(graph["requests"].contains("pairs") && graph.len() > 30, "the sources were not understood: {graph:?}");
    // What uses nothing, or is used by nothing, is in no circle.
    loop {
        let used: BTreeSet<String> = graph.values().flatten().cloned().collect();
        let outside: Vec<String> =
            graph.iter().filter(|(name, uses)| uses.is_empty() || !used.contains(*name)).map(|(name, _)| name.clone()).collect();
        if outside.is_empty() {
            break;
        }
        graph.retain(|name, _| !outside.contains(name));
        graph.values_mut().for_each(|uses| uses.retain(|name| !outside.contains(name)));
    }
    assert!(graph.is_empty(), "these use each other in a circle: {graph:#?}");
}

fn read(source: &Path) -> Graph {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for file in files(source) {
        let inside = file.strip_prefix(source).unwrap().with_extension("");
        let module = inside.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
        texts.entry(module).or_default().push_str(&std::fs::read_to_string(&file).unwrap());
    }
    texts.retain(|module, _| !LEFT_OUT.contains(&module.as_str()));
    let names: BTreeSet<String> = texts.keys().cloned().collect();
    let uses = |(module, text): (&String, &String)| {
        let named = named(text).into_iter().filter(|name| name != module && names.contains(name));
        (module.clone(), named.collect())
    };
    texts.iter().map(uses).collect()
}

/// The sources in a folder, but for those that are tests of one module alone.
fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let all = paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    let is_source = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.ends_with(".rs") && !["tests.rs", "test.rs"].iter().any(|end| name.ends_with(end))
    };
    all.filter(is_source).collect()
}

/// The first names after each `crate::`, in a list or alone. Paths that climb out of a module's folder count as well.
fn named(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let code = code.replace("super::super::", "crate::");
    code.split("crate::").skip(1).flat_map(firsts).collect()
}

fn firsts(path: &str) -> Vec<String> {
    let Some(list) = path.strip_prefix('{') else { return vec![word(path)] };
    let (mut depth, mut names, mut item) = (1, Vec::new(), String::new());
    for sign in list.chars() {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        if depth == 0 || (depth == 1 && sign == ',') {
            names.push(word(item.trim()));
            item.clear();
        } else {
            item.push(sign);
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn word(path: &str) -> String {
    path.chars().take_while(|sign| sign.is_ascii_lowercase() || *sign == '_').collect()
}
