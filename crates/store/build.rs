//! Lists the migrations for the program to carry inside.
//!
//! sqlx has a macro for it; but its macros bring both drivers a second time, compiled for the build itself (docs/decisions.md).

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../migrations").canonicalize()?;
    let mut source = String::new();
    for engine in ["sqlite", "postgres"] {
        let folder = root.join(engine);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
        files.sort();
        writeln!(source, "pub(super) const {}: &[(i64, &str, &str)] = &[", engine.to_uppercase())?;
        for file in files {
            let name = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a migration without a name")?;
            let (number, what) = name.split_once('_').ok_or("a migration is named NUMBER_what_it_does.sql")?;
            writeln!(source, "    ({}, {:?}, include_str!({file:?})),", number.parse::<i64>()?, what.replace('_', " "))?;
        }
        source.push_str("];\n");
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("migrations.rs"), source)?;
    Ok(())
}
