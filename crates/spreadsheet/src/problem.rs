//! What can be wrong with a file, as data. The English sentences here are for the command line; pages have their own.

use std::fmt;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Problem {
    /// The file, as it was called.
    pub file: String,
    /// The line, from 1, as an editor counts them; `None` when it is about the whole file.
    pub line: Option<u64>,
    /// What is wrong there.
    pub reason: Reason,
}

impl Problem {
    /// Something about the file as a whole.
    #[must_use]
    pub fn of_file(file: &str, reason: Reason) -> Self {
        Self { file: file.to_owned(), line: None, reason }
    }

    /// Something about one line.
    #[must_use]
    pub fn at(file: &str, line: u64, reason: Reason) -> Self {
        Self { file: file.to_owned(), line: Some(line), reason }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.reason),
            None => write!(f, "{}: {}", self.file, self.reason),
        }
    }
}

/// Why some bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A workbook of Excel, LibreOffice or Numbers rather than what they save as CSV.
    Workbook,
    /// UTF-8 or UTF-16 by its mark, but with an impossible sequence.
    Broken,
    /// Bytes that no text has.
    Binary,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// Nothing is in it.
    Empty,
    /// There is a header and nothing below it.
    NoRows,
    /// It isn't text.
    NotText(NotText),
    /// A line has fewer fields than the header.
    TooFewFields {
        /// As many as the header has.
        expected: usize,
        /// As many as there are.
        found: usize,
    },
    /// A line has more fields than the header.
    TooManyFields {
        /// As many as the header has.
        expected: usize,
        /// As many as there are.
        found: usize,
    },
    /// A quotation mark opens a field and none closes it.
    OpenQuote,
    /// A column that is needed isn't there.
    NoColumn {
        /// The name it should have, or one of them.
        wanted: String,
        /// The names that are there.
        found: Vec<String>,
    },
    /// Two columns could be meant.
    TwoColumns {
        /// The name of the second.
        name: String,
    },
    /// A field that must say something is empty.
    Missing {
        /// Its column.
        column: String,
    },
    /// Not a whole number.
    NotWhole {
        /// Its column.
        column: String,
        /// What is there.
        text: String,
    },
    /// Not a number.
    NotNumber {
        /// Its column.
        column: String,
        /// What is there.
        text: String,
    },
    /// A number below zero where none may be.
    Negative {
        /// Its column.
        column: String,
        /// What is there.
        text: String,
    },
    /// More decimals than can be kept exactly.
    TooManyDecimals {
        /// Its column.
        column: String,
        /// What is there.
        text: String,
    },
    /// A number larger than can be worked with.
    TooLarge {
        /// Its column.
        column: String,
        /// What is there.
        text: String,
    },
    /// More rows than the caller takes.
    TooManyRows {
        /// So many it takes.
        max: usize,
    },
    /// More columns than the caller takes.
    TooManyColumns {
        /// So many it takes.
        max: usize,
    },
    /// Something is there for the second time.
    Twice {
        /// What.
        what: String,
        /// The line where it was first.
        first: u64,
    },
    /// Something that only the caller knows about, in a sentence.
    Other(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty"),
            Self::NoRows => write!(f, "there is nothing below the header"),
            Self::NotText(NotText::Workbook) => write!(f, "this is a workbook, not text; save it as CSV"),
            Self::NotText(NotText::Broken) => write!(f, "not text: its encoding is broken here"),
            Self::NotText(NotText::Binary) => write!(f, "not text: no text has such bytes; save the table as CSV"),
            Self::TooFewFields { expected, found } => write!(f, "too few fields: {found} where the header has {expected}"),
            Self::TooManyFields { expected, found } => write!(f, "too many fields: {found} where the header has {expected}"),
            Self::OpenQuote => write!(f, "a quotation mark opens a field here and none closes it"),
            Self::NoColumn { wanted, found } => write!(f, "there is no column {wanted}; there are: {}", found.join(", ")),
            Self::TwoColumns { name } => write!(f, "two columns could be meant, the second is {name}"),
            Self::Missing { column } => write!(f, "{column} is empty"),
            Self::NotWhole { column, text } => write!(f, "{column} is not a whole number: {text}"),
            Self::NotNumber { column, text } => write!(f, "{column} is not a number: {text}"),
            Self::Negative { column, text } => write!(f, "{column} is negative: {text}"),
            Self::TooManyDecimals { column, text } => {
                write!(f, "{column} has more than {} decimals: {text}", crate::MAX_PLACES)
            }
            Self::TooLarge { column, text } => write!(f, "{column} is too large: {text}"),
            Self::TooManyRows { max } => write!(f, "there are more than {max} rows"),
            Self::TooManyColumns { max } => write!(f, "there are more than {max} columns"),
            Self::Twice { what, first } => write!(f, "{what} is here twice; first on line {first}"),
            Self::Other(sentence) => f.write_str(sentence),
        }
    }
}
