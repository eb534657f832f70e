//! Makes WebAssembly files small with Binaryen (`wasm-opt -Oz`), and scripts with terser, as npm has them.
//!
//! Through its library and in one process a core, not with the command `wasm-opt`: that takes a second to start, and there are
//! hundreds of files. Does not decide what a file is, and leaves it where it is.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::paths::Paths;

/// From this size on a part is optimised again and again: that takes half a minute for the main one, and saves each visitor a kilobyte.
const WORTH_REPEATING: u64 = 500_000;
/// So often.
const PASSES: usize = 3;
/// More processes would only take memory from each other: the main part takes as long as all others together.
const PROCESSES: usize = 4;

/// A file, and how often it is gone through.
struct Task<'a> {
    file: &'a Path,
    passes: usize,
    size: u64,
}

/// Optimises the files in place; says so and leaves them when Binaryen is missing.
pub fn optimise(paths: &Paths, files: &[PathBuf]) -> Result<()> {
    let missing = ["binaryen", "terser"].into_iter().find(|tool| !paths.root.join("xtask/node_modules").join(tool).exists());
    if let Some(missing) = missing {
        eprintln!("  {missing} is missing (scripts/setup installs it): the client stays bigger than need be");
        return Ok(());
    }
    let script = paths.root.join("xtask/optimise.mjs");
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(PROCESSES);
    let running = shares(files, cores)?.iter().map(|share| start(&script, share)).collect::<Result<Vec<_>>>()?;
    for child in running {
        let done = child.wait_with_output()?;
        if !done.status.success() {
            bail!("optimising failed:\n{}", String::from_utf8_lossy(&done.stderr));
        }
    }
    Ok(())
}

/// Deals the files out so that all shares take about as long: the largest first, each to whoever has least.
fn shares(files: &[PathBuf], count: usize) -> Result<Vec<Vec<Task<'_>>>> {
    let mut tasks = Vec::new();
    for file in files {
        let size = std::fs::metadata(file).with_context(|| format!("reading {}", file.display()))?.len();
        tasks.push(Task { file, passes: if size >= WORTH_REPEATING { PASSES } else { 1 }, size });
    }
    let weight = |task: &Task<'_>| task.size * task.passes as u64;
    tasks.sort_by_key(|task| std::cmp::Reverse(weight(task)));
    let mut shares: Vec<(u64, Vec<Task<'_>>)> = (0..count.max(1)).map(|_| (0, Vec::new())).collect();
    for task in tasks {
        if let Some((sum, share)) = shares.iter_mut().min_by_key(|(sum, _)| *sum) {
            *sum += weight(&task);
            share.push(task);
        }
    }
    Ok(shares.into_iter().map(|(_, share)| share).filter(|share| !share.is_empty()).collect())
}

fn start(script: &Path, share: &[Task<'_>]) -> Result<Child> {
    let mut list = String::new();
    for task in share {
        writeln!(list, "{}\t{}", task.passes, task.file.display())?;
    }
    // Binaryen warns of every name section; what it says matters when it fails.
    let mut child = Command::new("node").arg(script).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().context("starting node")?;
    let mut input = child.stdin.take().context("node takes no list")?;
    input.write_all(list.as_bytes()).context("giving node its list")?;
    Ok(child)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_is_alone_and_the_rest_together() {
        let folder = std::env::temp_dir().join(format!("trellis-optimise-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let files: Vec<PathBuf> = [300, 900, 200, 100, 250].iter().map(|size| folder.join(format!("{size}.wasm"))).collect();
        for (file, size) in files.iter().zip([300, 900, 200, 100, 250]) {
            std::fs::write(file, vec![0; size]).unwrap();
        }
        let dealt = shares(&files, 2).unwrap();
        let sizes: Vec<Vec<u64>> = dealt.iter().map(|share| share.iter().map(|task| task.size).collect()).collect();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(sizes, [vec![900], vec![300, 250, 200, 100]]);
    }
}
