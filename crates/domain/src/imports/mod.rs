//! Enrolling people from a spreadsheet: what its columns may say, and what is wrong with a cell.
//!
//! Reading files, and what follows for whom, is the service's; here a row of texts becomes somebody to enrol.

mod cells;
mod problem;
mod reading;
mod row;
mod target;
#[cfg(test)]
mod tests;
pub mod views;

pub use cells::{Tables, side};
pub use problem::CellProblem;
pub use reading::{Reading, Replacements};
pub use row::{Enrolling, Setting, Wrong, check_row};
pub use target::{ImportField, Target, TargetProblem, check_targets};

/// Largest file, in mebibytes.
pub const FILE_MIB_MAX: usize = 2;
/// Most rows of one file, without its header.
pub const ROWS_MAX: usize = 5_000;
/// Most columns of one file.
pub const COLUMNS_MAX: usize = 100;
/// Rows that are put right at once; the others wait.
pub const FIXED_AT_ONCE: usize = 25;
/// Most cells that somebody says mean something else than they say.
pub const REPLACED_MAX: usize = 100;
