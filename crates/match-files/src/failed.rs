//! Why there is no result.

use matching::ProblemError;
use spreadsheet::{Problem, Reason};
use std::ops::ControlFlow;

/// Told how far a long step is (so much done, so much in all); a break ends it.
pub type Watch<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// Something in a file is wrong.
    Input(Problem),
    /// Whoever watched has stopped it.
    Stopped,
}

impl From<Problem> for Failed {
    fn from(problem: Problem) -> Self {
        Self::Input(problem)
    }
}

/// Goes on, or ends since whoever watches wants it so.
pub(crate) fn go_on(watch: Watch<'_>, done: u64, all: u64) -> Result<(), Failed> {
    if watch(done, all).is_break() { Err(Failed::Stopped) } else { Ok(()) }
}

/// What the engine can't work with, as something about a file.
pub(crate) fn refused(file: &str, error: &ProblemError) -> Problem {
    Problem::of_file(file, Reason::Other(error.to_string()))
}
