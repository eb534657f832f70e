//! From the crate `frontend` to the files a browser runs: compile, split into the part every
//! page needs and one part a lazy page, generate the JavaScript glue, optimise.
//!
//! The splitter and the glue generator read private sections that one exact version of
//! wasm-bindgen writes, hence the pinned versions in `Cargo.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::loader;
use crate::optimise::optimise;
use crate::paths::Paths;
use crate::strip::strip;

/// The name of the client's files. cargo-leptos uses the same (`output-name`).
pub const NAME: &str = "trellis";
/// The script that loads the parts. The splitter and Leptos agree on this odd name.
pub const LOADER: &str = "__wasm_split.______________________.js";
/// Which parts each lazy page needs; the server reads it to preload them.
pub const MANIFEST: &str = "__wasm_split_manifest.json";

/// What a further file costs a page, in bytes of code, of which four are one when they are sent: a request, what every module begins
/// with, and beginning to compress anew.
const FILE: u64 = 2_400;

/// As small as can be, or quick to build and nearly as small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What users get.
    Release,
    /// For trying, testing and developing.
    Quick,
}

impl Mode {
    /// The profile's name and its folder's.
    fn profile(self) -> (&'static str, &'static str) {
        match self {
            Self::Release => ("wasm-release", "wasm-release"),
            Self::Quick => ("dev", "debug"),
        }
    }

    /// How the client differs from what else is built with its profile. Not a profile of its own: procedural macros and build
    /// scripts, a minute's work, would be built once more for it.
    const fn settings(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Release => &[],
            Self::Quick => &[
                ("CARGO_PROFILE_DEV_OPT_LEVEL", "z"),
                ("CARGO_PROFILE_DEV_DEBUG", "false"),
                ("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false"),
                ("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false"),
                ("CARGO_PROFILE_DEV_PANIC", "abort"),
                ("CARGO_PROFILE_DEV_CODEGEN_UNITS", "16"),
            ],
        }
    }
}

/// Compiles the client and gives the path of the WASM file, as the linker left it.
pub fn compile(paths: &Paths, mode: Mode) -> Result<PathBuf> {
    let (profile, folder) = mode.profile();
    // The splitter needs the linker's relocations. This variable takes the place of `.cargo/config.toml`'s flags, so these
    // are repeated. With `--target`, it leaves build scripts and procedural macros alone.
    let mut flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    flags.push_str(" --cfg erase_components -Clink-args=--emit-relocs");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(&paths.root)
        .args(["build", "--package", "frontend", "--lib", "--profile", profile])
        .args(["--target", "wasm32-unknown-unknown"])
        .env("CARGO_TARGET_DIR", &paths.target)
        .env("RUSTFLAGS", flags.trim())
        .env("LEPTOS_OUTPUT_NAME", NAME)
        .envs(mode.settings().iter().copied())
        .status()
        .context("starting cargo")?;
    ensure!(status.success(), "the client did not compile");
    Ok(paths.target.join("wasm32-unknown-unknown").join(folder).join("frontend.wasm"))
}

/// Splits `wasm` and writes glue, main part and page parts to `out`.
pub fn bundle(paths: &Paths, wasm: &[u8], out: &Path, mode: Mode) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let work = paths.work();
    std::fs::create_dir_all(&work)?;

    let whole = work.join("main_split.wasm");
    let link_name = format!("./{LOADER}");
    let main_module = format!("./{NAME}.js");
    let mut options = wasm_split_cli_support::Options::new(wasm);
    options.output_dir = out;
    options.main_out_path = &whole;
    options.main_module = &main_module;
    options.link_name = &link_name;
    options.file_cost = Some(FILE);
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("splitting the client failed: {error:?}"))?;
    // Sorted, so that the same client gives the same site.
    let parts: BTreeMap<String, Vec<String>> = split.prefetch_map.into_iter().collect();
    std::fs::write(out.join(MANIFEST), serde_json::to_string_pretty(&parts)?)?;

    Bindgen::new()
        .input_path(&whole)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        .keep_lld_exports(true)
        .demangle(false)
        .generate(out)
        .context("generating the JavaScript glue failed")?;
    // cargo-leptos and Leptos' own script call the file so.
    let main = out.join(format!("{NAME}.wasm"));
    std::fs::rename(out.join(format!("{NAME}_bg.wasm")), &main)?;

    let loader = out.join(LOADER);
    let script = loader::mended(&std::fs::read_to_string(&loader).context("the loader is missing")?)?;
    std::fs::write(&loader, loader::without_comments(&script))?;
    keep_named_copies(&main, &split.split_modules, &work)?;
    let mut files = split.split_modules;
    files.insert(0, main);
    if mode == Mode::Release {
        let scripts = [out.join(format!("{NAME}.js")), loader];
        optimise(paths, &files.iter().cloned().chain(scripts).collect::<Vec<_>>())?;
    }
    for file in &files {
        let wasm = std::fs::read(file)?;
        std::fs::write(file, strip(&wasm).with_context(|| format!("stripping {}", file.display()))?)?;
    }
    Ok(())
}

/// The optimiser drops function names; `size --crates` reads them from these copies.
fn keep_named_copies(main: &Path, parts: &[PathBuf], work: &Path) -> Result<()> {
    let named = work.join("named");
    if named.exists() {
        std::fs::remove_dir_all(&named)?;
    }
    std::fs::create_dir_all(&named)?;
    for file in parts.iter().map(PathBuf::as_path).chain([main]) {
        let name = file.file_name().context("a client part without a name")?;
        std::fs::copy(file, named.join(name))?;
    }
    Ok(())
}
