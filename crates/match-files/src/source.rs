//! A file that somebody else has read.

use spreadsheet::{DecimalMark, Encoding, Separator};

/// A file: what it is called, and what is in it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'b> {
    /// What it is called in messages.
    pub name: &'b str,
    /// Its bytes.
    pub bytes: &'b [u8],
    /// What to take it for when it is neither UTF-8 nor marked; a guess where nobody says it.
    pub encoding: Option<Encoding>,
    /// What stands between the fields; a guess where nobody says it.
    pub separator: Option<Separator>,
    /// The line with the names of the columns; a guess where nobody says it.
    pub header_line: Option<u64>,
    /// What stands before decimals; a guess where nobody says it.
    pub decimal_mark: Option<DecimalMark>,
}

impl<'b> Source<'b> {
    /// A file of which nothing else is known.
    #[must_use]
    pub const fn new(name: &'b str, bytes: &'b [u8]) -> Self {
        Self { name, bytes, encoding: None, separator: None, header_line: None, decimal_mark: None }
    }
}
