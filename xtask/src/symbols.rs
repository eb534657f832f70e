//! Which crates the client's code comes from: function bodies of the WASM files, summed by the
//! crate in each function's name. It reads the copies made before the optimiser, so the sums
//! are bigger than what is sent; their proportions tell what crept in.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::paths::files_below;
use crate::size::grouped;

/// How many crates are worth a line.
const LINES: usize = 25;

/// Prints the crates behind all parts in `dir`, the biggest first.
#[allow(clippy::print_stdout, reason = "the table is this command's product")]
pub fn print_crates(dir: &Path) -> Result<()> {
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    for file in files_below(dir)? {
        let wasm = std::fs::read(&file)?;
        for (name, size) in functions(&wasm).with_context(|| format!("reading {}", file.display()))? {
            *sums.entry(crate_of(&name)).or_default() += size;
        }
    }
    let total: u64 = sums.values().sum();
    let mut rows: Vec<(u64, String)> = sums.into_iter().map(|(name, size)| (size, name)).collect();
    rows.sort_by(|a, b| b.cmp(a));
    println!("\ncode before optimising, by crate ({} bytes in all)", grouped(total));
    for (size, name) in rows.iter().take(LINES) {
        let share = size * 100 / total.max(1);
        println!("{:>12}  {share:>2} %  {name}", grouped(*size));
    }
    Ok(())
}

/// Name and size of each function with a body.
fn functions(wasm: &[u8]) -> Result<Vec<(String, u64)>> {
    let mut imported = 0_u32;
    let mut sizes = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sizes.push(range.end - range.start);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    for part in reader {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let unnamed = || "?".to_owned();
    Ok(sizes.into_iter().zip(imported..).map(|(size, index)| (names.remove(&index).unwrap_or_else(unnamed), size)).collect())
}

/// The crate a mangled name begins with: `<leptos::x as core::y>::z` belongs to `leptos`.
fn crate_of(mangled: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let start = name.trim_start_matches(['<', '&', '(', '[', '*', ' ']);
    let start = ["mut ", "const ", "dyn "].iter().fold(start, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    match start.split_once("::") {
        Some((krate, _)) if krate.chars().all(|c| c.is_alphanumeric() || c == '_') => krate.to_owned(),
        _ => "(other)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn a_function_belongs_to_the_crate_its_name_begins_with() {
        assert_eq!(crate_of("leptos::mount::hydrate"), "leptos");
        assert_eq!(crate_of("<tachys::A as core::fmt::Debug>::fmt"), "tachys");
        assert_eq!(crate_of("<&mut domain::Goal as core::fmt::Debug>::fmt"), "domain");
        assert_eq!(crate_of("__wbindgen_malloc"), "(other)");
    }
}
