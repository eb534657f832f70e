//! From tables to a matching problem, and from its answer to a table and a report.
//!
//! **What it is for.** Two ways in: [`raw`], scores that somebody else has made; and [`people`], the tables of mentors and
//! mentees as coordinators keep them, with a [`Config`] that says which columns count and how, or a [guess](guess()) at one.
//! One way out: the bytes of `pairs.csv` and `report.json`.
//!
//! **What it is not for.** Finding the pairing (that is [`matching`]), opening files, showing anything. No I/O, no clock;
//! scores and totals are whole numbers of a decimal unit, so nothing is rounded on the way.

mod about;
mod columns;
mod config;
mod criteria;
mod failed;
mod guess;
mod identity;
mod keys;
mod labels;
mod named;
pub mod people;
pub mod raw;
mod results;
mod score;
mod source;
mod why;

pub use config::{Capacity, Config, Criterion, How, Names, Side};
pub use failed::{Failed, Watch};
pub use guess::{Guess, guess};
pub use results::{Report, Seconds, score_written};
pub use source::Source;

#[cfg(test)]
mod cases_tests;
#[cfg(test)]
mod properties;
