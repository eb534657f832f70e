//! Brotli beside each file that shrinks by it, so that the server never compresses while
//! somebody waits. Pictures and fonts are compressed already and stay as they are.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Context, Result};

const WORTH_IT: [&str; 10] = ["css", "html", "ico", "js", "json", "map", "svg", "txt", "wasm", "webmanifest"];

/// The quality that the release site is compressed with: the best there is.
pub const BEST: u32 = 11;
/// For trying: a tenth of the time, and some per cent more.
pub const QUICK: u32 = 9;

/// Whether a file of this name gets a compressed twin.
pub fn is_worth_it(file: &Path) -> bool {
    file.extension().and_then(|ext| ext.to_str()).is_some_and(|ext| WORTH_IT.contains(&ext))
}

/// Writes `<file>.br` beside each of `files` that is worth it and becomes smaller.
pub fn compress_all(files: &[PathBuf], quality: u32) -> Result<()> {
    // The biggest first, so that the two threads end at about the same time.
    let mut queue: Vec<(u64, &PathBuf)> = Vec::new();
    for file in files.iter().filter(|file| is_worth_it(file)) {
        queue.push((std::fs::metadata(file)?.len(), file));
    }
    queue.sort();
    let queue = Mutex::new(queue);
    let next = || queue.lock().ok().and_then(|mut queue| queue.pop());
    let work = || -> Result<()> {
        while let Some((_, file)) = next() {
            compress(file, quality).with_context(|| format!("compressing {}", file.display()))?;
        }
        Ok(())
    };
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| anyhow::bail!("a compressing thread panicked")))
    })
}

fn compress(file: &Path, quality: u32) -> Result<()> {
    let plain = std::fs::read(file)?;
    let mut packed = Vec::with_capacity(plain.len() / 3);
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, quality, 24);
        writer.write_all(&plain)?;
    }
    if packed.len() < plain.len() {
        std::fs::write(twin(file), packed)?;
    }
    Ok(())
}

/// The compressed twin's path.
pub fn twin(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_os_string();
    name.push(".br");
    name.into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::paths::Scratch;

    #[test]
    fn the_twin_unpacks_to_the_file() {
        let dir = Scratch::new("compress-1");
        let file = dir.path().join("a.css");
        let text = "a { color: red }\n".repeat(100);
        std::fs::write(&file, &text).unwrap();
        compress_all(std::slice::from_ref(&file), BEST).unwrap();
        let packed = std::fs::read(twin(&file)).unwrap();
        assert!(packed.len() < text.len() / 10);
        let mut plain = String::new();
        brotli::Decompressor::new(packed.as_slice(), 4096).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
    }

    #[test]
    fn what_would_grow_or_is_a_picture_gets_no_twin() {
        let dir = Scratch::new("compress-2");
        let tiny = dir.path().join("a.txt");
        let picture = dir.path().join("a.png");
        std::fs::write(&tiny, "x").unwrap();
        std::fs::write(&picture, "x".repeat(1000)).unwrap();
        compress_all(&[tiny.clone(), picture.clone()], BEST).unwrap();
        assert!(!twin(&tiny).exists());
        assert!(!twin(&picture).exists());
    }
}
