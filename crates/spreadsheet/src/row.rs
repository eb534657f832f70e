//! One line of a table, and what its fields say.

use crate::decimal::{Decimal, DecimalError, DecimalMark};
use crate::header::Header;
use crate::problem::{Problem, Reason};
use cells::{cleaned, trimmed, undefused};
use csv::StringRecord;
use std::borrow::Cow;

/// One line of a table. It lasts until the next is read.
#[derive(Clone, Copy, Debug)]
pub struct Row<'s> {
    pub(crate) file: &'s str,
    pub(crate) header: &'s Header,
    pub(crate) record: &'s StringRecord,
    pub(crate) line: u64,
    pub(crate) marks: Marks,
}

/// How numbers are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// A point stands before decimals, and a comma too where it doesn't stand between fields.
    Guessed {
        /// Whether a comma does.
        comma: bool,
    },
    /// As somebody says.
    Told(DecimalMark),
}

impl Marks {
    /// The number that a text says.
    ///
    /// # Errors
    /// See [`DecimalError`].
    pub fn number(self, text: &str) -> Result<Decimal, DecimalError> {
        match self {
            Self::Guessed { comma } => Decimal::parse(text, comma),
            Self::Told(mark) => Decimal::parse(&mark.plain(text), false),
        }
    }
}

impl<'s> Row<'s> {
    /// The line where it begins, from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// What a field says, without spaces around it and without the mark that keeps it from being a formula ([`cells::defused`]);
    /// empty when there is no such column.
    #[must_use]
    pub fn get(&self, column: usize) -> &'s str {
        trimmed(undefused(trimmed(self.record.get(column).unwrap_or_default())))
    }

    /// The same without marks that nobody sees ([`cells::cleaned`]).
    #[must_use]
    pub fn clean(&self, column: usize) -> Cow<'s, str> {
        cleaned(self.get(column))
    }

    /// Whether every field says nothing, or no more than a tick box does ([`cells::is_nothing_or_tick`]).
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        self.record.iter().all(cells::is_nothing_or_tick)
    }

    /// What a field says, which must be something.
    ///
    /// # Errors
    /// [`Reason::Missing`].
    pub fn required(&self, column: usize) -> Result<&'s str, Problem> {
        match self.get(column) {
            "" => Err(self.problem(Reason::Missing { column: self.header.name(column).to_owned() })),
            text => Ok(text),
        }
    }

    /// A whole number from 0.
    ///
    /// # Errors
    /// When it is empty, negative, too large, or no whole number.
    pub fn whole(&self, column: usize) -> Result<u32, Problem> {
        let text = self.required(column)?;
        whole(text, self.header.name(column), self.marks).map_err(|reason| self.problem(reason))
    }

    /// A number with up to six decimals. A comma is a decimal one where it doesn't stand between fields.
    ///
    /// # Errors
    /// When it is empty, too large, has more decimals, or is no number.
    pub fn decimal(&self, column: usize) -> Result<Decimal, Problem> {
        let text = self.required(column)?;
        decimal(text, self.header.name(column), self.marks).map_err(|reason| self.problem(reason))
    }

    /// Something that is wrong with this line.
    #[must_use]
    pub fn problem(&self, reason: Reason) -> Problem {
        Problem::at(self.file, self.line, reason)
    }
}

/// The whole number that a field of a column says.
///
/// # Errors
/// When it is negative, too large, or no whole number.
pub fn whole(text: &str, column: &str, marks: Marks) -> Result<u32, Reason> {
    let (column, shown) = (column.to_owned(), shortened(text));
    let millionths = match marks.number(text) {
        Ok(decimal) => decimal.millionths,
        Err(DecimalError::TooLarge) => return Err(Reason::TooLarge { column, text: shown }),
        Err(_) => return Err(Reason::NotWhole { column, text: shown }),
    };
    if millionths % 1_000_000 != 0 {
        Err(Reason::NotWhole { column, text: shown })
    } else if millionths < 0 {
        Err(Reason::Negative { column, text: shown })
    } else {
        u32::try_from(millionths / 1_000_000).map_err(|_| Reason::TooLarge { column, text: shown })
    }
}

/// The number with up to six decimals that a field of a column says.
///
/// # Errors
/// When it is too large, has more decimals, or is no number.
pub fn decimal(text: &str, column: &str, marks: Marks) -> Result<Decimal, Reason> {
    marks.number(text).map_err(|error| {
        let (column, text) = (column.to_owned(), shortened(text));
        match error {
            DecimalError::NoNumber => Reason::NotNumber { column, text },
            DecimalError::TooManyPlaces => Reason::TooManyDecimals { column, text },
            DecimalError::TooLarge => Reason::TooLarge { column, text },
        }
    })
}

/// Enough of a text to find it again, so that no message fills the screen.
fn shortened(text: &str) -> String {
    const ENOUGH: usize = 40;
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
