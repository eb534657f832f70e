//! Reads the tables that people save from their spreadsheets.
//!
//! **What it is for.** Bytes in, rows of text out, whatever program wrote them: UTF-8 with or without its mark, UTF-16 with
//! its mark, else what an older program's letters most look like (or what the caller says); comma, semicolon or tab; columns found by their header in any order. Whatever is wrong is
//! a [`Problem`]: the file, the line and the reason, as data, so that a page can say it in the reader's language.
//!
//! The other way round, [`csv()`] makes of rows what spreadsheet programs open.
//!
//! **What it is not for.** Opening files, or knowing what a column means. It does no I/O, and no bytes make it panic.
//!
//! ```
//! use spreadsheet::{Sheet, Text};
//!
//! let text = Text::decode("people.csv", b"Name;Places\nAda;2\n")?;
//! let mut sheet = Sheet::open("people.csv", &text)?;
//! let places = sheet.column(&["places", "capacity"])?;
//! while let Some(row) = sheet.next_row()? {
//!     assert_eq!((row.line(), row.whole(places)?), (2, 2));
//! }
//! # Ok::<(), spreadsheet::Problem>(())
//! ```

mod decimal;
mod decode;
mod header;
mod problem;
mod row;
mod separator;
mod sheet;
mod written;

pub use cells::{defused, fold_header, fold_value, is_empty};
pub use decimal::{Decimal, DecimalError, DecimalMark, MAX_PLACES};
pub use decode::{Encoding, Text};
pub use header::Header;
pub use problem::{NotText, Problem, Reason};
pub use row::{Marks, Row, decimal, whole};
pub use separator::Separator;
pub use sheet::{Blank, Sheet};
pub use written::csv;

#[cfg(test)]
mod properties;
