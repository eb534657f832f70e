//! Tables of people as form tools, office programs and helpful colleagues hand them over.
//!
//! **What it is for.** The one reader behind `trellis match` and behind enrolling from a spreadsheet: bytes in, a header and a row a
//! person out. A title above the header, further header rows below it and rows that are nobody are recognised, letters of older
//! encodings are read, marks that nobody sees go; each guess is a [`Note`] that both say in a line, and [`How`] overrides it. Which
//! column is about what is judged by its header *and* by what is in it ([`Table::find`]).
//!
//! **What it is not for.** Deciding what follows from a column, opening files, showing anything. No I/O; no bytes make it panic.

mod columns;
mod headers;
mod note;
mod read;

pub use columns::{fits, mostly};
pub use note::{Note, Unanswered};
pub use read::{How, Limits, PersonRow, Table};

#[cfg(test)]
mod properties;
