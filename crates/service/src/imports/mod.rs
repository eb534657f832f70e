//! Enrolling people from a spreadsheet: a file is uploaded, its columns are understood, wrong rows are put right, and the right
//! ones are enrolled or invited.
//!
//! Who is a member of the program's organisation is enrolled; everybody else is invited by mail, and enrolled when they accept,
//! with what the file says about them. Nobody learns here who has an account elsewhere. What people said of themselves is
//! never overwritten. What it doesn't do: anything about the programs of the open community, which have nobody to invite into.

mod edit;
mod enrol;
mod guess;
mod how;
mod judge;
mod notes;
mod page;
mod preview;
#[cfg(test)]
mod properties;
mod read;
mod readings;
mod run;
mod welcome;
mod words;
mod wrong;

pub use edit::{choose_columns, discard, fix, leave_empty, read_again, upload};
pub use page::page;
pub use run::run;
pub(crate) use welcome::welcome;
pub use wrong::wrong_rows;
