//! The client's smallest parts, packed together. The splitter makes hundreds of parts of a few hundred bytes, nearly all of it
//! what every module begins with: each alone costs a request, and compresses to three times what it adds to a pack.
//!
//! There are two packs: what the start page needs, and the others. The loader takes a part out of its pack where it would have
//! fetched its file; a page that needs any small part needs the pack. Does not touch larger parts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::client::{LOADER, MANIFEST};
use crate::loader;

/// Parts below this many bytes are packed.
const SMALL: usize = 1_500;
/// What the pack of the start page is called, and that of all others.
const PACKS: [&str; 2] = ["small_first", "small_rest"];

/// Which parts each page needs.
pub type Parts = BTreeMap<String, Vec<String>>;

/// Packs the small parts in `dir`, and makes loader and manifest know of it. `first` is in the name of the page that visitors see first.
pub fn pack(dir: &Path, parts: &Parts, first: &str) -> Result<Parts> {
    let mut small: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for name in parts.values().flatten().filter(|name| name.starts_with("chunk_")) {
        let wasm = std::fs::read(dir.join(format!("{name}.wasm"))).with_context(|| format!("reading the part {name}"))?;
        if wasm.len() < SMALL {
            small.insert(name, wasm);
        }
    }
    let of_first: BTreeSet<&str> =
        parts.iter().filter(|(page, _)| page.contains(first)).flat_map(|(_, names)| names).map(String::as_str).collect();
    let mut packs = [Vec::new(), Vec::new()];
    let mut places: BTreeMap<&str, Place> = BTreeMap::new();
    for (name, wasm) in &small {
        let which = usize::from(!of_first.contains(name));
        let (Some(pack), Some(called)) = (packs.get_mut(which), PACKS.get(which)) else { continue };
        let from = pack.len();
        pack.extend_from_slice(wasm);
        places.insert(name, Place { pack: called, from, to: pack.len() });
    }
    for (name, pack) in PACKS.iter().zip(&packs) {
        std::fs::write(dir.join(format!("{name}.wasm")), pack)?;
    }
    let loader = dir.join(LOADER);
    let script = std::fs::read_to_string(&loader).context("the loader is missing")?;
    std::fs::write(&loader, redirect(&script, &places)?)?;
    let packed: Parts = parts.iter().map(|(page, names)| (page.clone(), needs(names, &places))).collect();
    std::fs::write(dir.join(MANIFEST), serde_json::to_string_pretty(&packed)?)?;
    for name in small.keys() {
        std::fs::remove_file(dir.join(format!("{name}.wasm")))?;
    }
    Ok(packed)
}

/// Where a part lies in a pack.
struct Place {
    pack: &'static str,
    from: usize,
    to: usize,
}

/// The loader, with each packed part taken out of its pack.
fn redirect(script: &str, places: &BTreeMap<&str, Place>) -> Result<String> {
    let mut script = script.to_owned();
    for (name, Place { pack, from, to }) in places {
        let asked = loader::asks_for(name);
        ensure!(script.matches(&asked).count() == 1, "the loader does not ask for {name} as it used to");
        script = script.replace(&asked, &format!("pack('{pack}',{from},{to})"));
    }
    Ok(script)
}

/// What a page needs: large parts, and the packs in which its small ones lie.
fn needs(names: &[String], places: &BTreeMap<&str, Place>) -> Vec<String> {
    let mut packs = BTreeSet::new();
    let mut needs: Vec<String> = Vec::new();
    for name in names {
        match places.get(name.as_str()) {
            Some(place) => drop(packs.insert(place.pack)),
            None => needs.push(name.clone()),
        }
    }
    packs.into_iter().map(str::to_owned).chain(needs).collect()
}

/// The loader without the comments that say for each part who needs it: four fifths of it.
pub fn without_comments(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths::Scratch;

    fn mended(names: &[&str]) -> String {
        loader::mended(&loader::tests::loader(names)).unwrap()
    }

    #[test]
    fn small_parts_lie_in_the_pack_that_their_page_needs() {
        let dir = Scratch::new("packs");
        let write =
            |name: &str, length: usize, byte: u8| std::fs::write(dir.path().join(format!("{name}.wasm")), vec![byte; length]).unwrap();
        write("chunk_1", 10, 1);
        write("chunk_2", 20, 2);
        write("chunk_3", SMALL, 3);
        write("chunk_4", 30, 4);
        let names = ["chunk_1", "chunk_2", "chunk_3", "chunk_4"];
        std::fs::write(dir.path().join(LOADER), mended(&names)).unwrap();
        let page = |name: &str, needs: &[&str]| (name.to_owned(), needs.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        let parts: Parts = [
            page("__landing_1", &["chunk_1", "chunk_3", "split_landing"]),
            page("__other_2", &["chunk_1", "chunk_2", "chunk_4", "split_other"]),
            page("__third_3", &["chunk_3", "split_third"]),
        ]
        .into();
        let packed = pack(dir.path(), &parts, "landing").unwrap();
        let needs: Vec<&[String]> = packed.values().map(Vec::as_slice).collect();
        assert_eq!(
            needs,
            [
                &["small_first", "chunk_3", "split_landing"].map(str::to_owned)[..],
                &["small_first", "small_rest", "split_other"].map(str::to_owned)[..],
                &["chunk_3", "split_third"].map(str::to_owned)[..],
            ]
        );
        let read = |name: &str| std::fs::read(dir.path().join(format!("{name}.wasm"))).unwrap();
        assert_eq!(read("small_first"), [1; 10]);
        assert_eq!(read("small_rest"), [[2; 20].as_slice(), &[4; 30]].concat());
        assert!(!dir.path().join("chunk_1.wasm").exists() && dir.path().join("chunk_3.wasm").exists());
        let script = std::fs::read_to_string(dir.path().join(LOADER)).unwrap();
        assert!(
            script.contains("src = pack('small_rest',20,50)")
                && script.contains(&loader::asks_for("chunk_3"))
                && script.contains("const packs =")
        );
        assert!(!script.contains(&loader::asks_for("chunk_2")), "{script}");
    }

    #[test]
    fn a_loader_that_fetches_otherwise_is_noticed() {
        let places = BTreeMap::from([("chunk_9", Place { pack: "small_rest", from: 0, to: 1 })]);
        assert!(redirect(&mended(&["chunk_1"]), &places).is_err());
    }

    #[test]
    fn comments_go_and_nothing_else() {
        assert_eq!(without_comments("a/* b */c\n/* d\n*/e"), "ac\ne");
        assert_eq!(without_comments("a / b * c"), "a / b * c");
    }
}
