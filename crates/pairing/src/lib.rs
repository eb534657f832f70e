//! A match run: people and settings in; pairs, their proof and their explanation out.
//!
//! **What it is for.** The server makes a run with this, and a browser in which a coordinator turns a weight makes it again with
//! the very same code: [`Board::run`]. Scores are `domain::fit`'s, in hundredths of a point, so a pair's score here is the one that
//! *Find a mentor* shows; pairs come from the engine in `matching`, and its proof is checked before anything is believed.
//!
//! **What it is not for.** Reading people from anywhere, words, and what follows from a pairing. No I/O, no clock.

mod board;
mod conditions;
mod outcome;
mod people;
mod preferences;
#[cfg(test)]
mod tests;
mod watch;
mod what_if;

pub use board::Board;
pub use conditions::MAX_PAIRS;
pub use outcome::{Made, Next, Outcome};
pub use people::{Mentee, Mentor, People};
pub use watch::{Halt, Watch};

pub use matching::ProblemError;
