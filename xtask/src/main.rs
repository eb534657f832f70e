//! The project's own build helper, run as `cargo run -p xtask -- <command>`.
//!
//! `site` compiles the client and lays out everything a browser downloads in one folder;
//! `size` weighs that folder against the budget of each page. It doesn't build the server, install tools
//! (that is `scripts/setup`) or run tests (`scripts/test`).

mod client;
mod compress;
mod css;
mod loader;
mod manifest;
mod optimise;
mod paths;
mod site;
mod size;
mod strip;
mod symbols;
mod words;

use anyhow::{Result, bail};
use client::Mode;
use paths::Paths;

const HELP: &str = "\
usage: cargo run -p xtask -- <command>

  site                       build the client for trying and lay out the site's files
  site --release             the same as small as can be
  size                       weigh what each page needs; fails when one is over budget
  size --crates              say besides which crates the client's code comes from
";

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let paths = Paths::find()?;
    match args.as_slice() {
        ["site"] => site::build(&paths, Mode::Quick),
        ["site", "--release"] => site::build(&paths, Mode::Release),
        ["size"] => size::report(&paths, false),
        ["size", "--crates"] => size::report(&paths, true),
        [] | ["help" | "--help" | "-h"] => {
            eprint!("{HELP}");
            Ok(())
        }
        other => bail!("unknown command `{}`\n\n{HELP}", other.join(" ")),
    }
}
