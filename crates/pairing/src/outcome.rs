//! What a run came to.

use domain::match_runs::{LeftOut, RunNumbers};

/// A pair that was made. Indices into [`crate::People`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The mentee.
    pub mentee: u32,
    /// The mentor.
    pub mentor: u32,
    /// Hundredths of a point, 0 to 10,000.
    pub score: i32,
    /// Whether it was kept rather than found.
    pub pinned: bool,
}

/// Somebody who would come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// An index into the other side's list.
    pub other: u32,
    /// Hundredths of a point.
    pub score: u16,
    /// How much of what counts is known, in percent.
    pub known: u8,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The pairs, by mentee.
    pub pairs: Vec<Made>,
    /// The answer in numbers.
    pub numbers: RunNumbers,
    /// Who got nobody, by mentee.
    pub left_out: Vec<LeftOut>,
}
