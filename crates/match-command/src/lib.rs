//! The command `trellis match`: files in, files out.
//!
//! **What it is for.** Opening and writing the files, showing how far it is, stopping on Ctrl-C without leaving half a file,
//! and saying in a line what is wrong where. **What it is not for.** What is in the files ([`match_files`]) and what the best
//! pairing is ([`matching`]). It needs no server, no database and no configuration of the site.

mod arguments;
mod files;
mod interrupt;
mod progress;
mod run;
mod summary;
mod told;

pub use arguments::{Match, Objective};
pub use run::run;

use spreadsheet::Problem;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Something in a file that was given is wrong.
    #[error(transparent)]
    Input(#[from] Problem),
    /// The command was called in a way that can't be meant.
    #[error("{0}")]
    Mistake(String),
    /// A file can't be written.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
    /// Somebody pressed Ctrl-C.
    #[error("stopped; nothing was written")]
    Interrupted,
    /// The engine gave an answer that doesn't hold, which is a fault of ours.
    #[error("the pairing that was found is wrong, which is a fault of Trellis; nothing was written: {0}")]
    Wrong(String),
}

impl Failure {
    /// The status to exit with: 2 for what whoever called can put right, 130 after Ctrl-C as shells expect, else 1.
    #[must_use]
    pub const fn status(&self) -> u8 {
        match self {
            Self::Input(_) | Self::Mistake(_) => 2,
            Self::Interrupted => 130,
            Self::Io(..) | Self::Wrong(_) => 1,
        }
    }
}
