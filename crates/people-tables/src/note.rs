//! What was guessed while reading, as data: the English sentences are for the command, pages have their own.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What was guessed, or noticed, while reading a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Note {
    /// The file doesn't say its encoding.
    Encoding {
        /// The one that it was read by.
        name: String,
        /// A few words with letters that depend on it.
        sample: String,
    },
    /// Rows that say nothing, or no more than a tick box, were left out.
    Nobody {
        /// How many.
        rows: u64,
        /// The line of the first.
        first: u64,
        /// The line of the last.
        last: u64,
    },
    /// Rows were taken for further headers, or for a title above the header.
    Headers {
        /// Their lines.
        lines: Vec<u64>,
    },
    /// Marks that nobody sees were taken out of cells.
    Marks {
        /// How many cells.
        cells: u64,
        /// The line of the first.
        first: u64,
    },
    /// Cells say by a word or a sign that there is no answer, and count as empty.
    NoAnswer {
        /// How many.
        cells: u64,
        /// The line of the first.
        first: u64,
        /// The first different ones.
        sample: Vec<String>,
    },
    /// Names whose letters were lost or mistaken before the file came here.
    Garbled {
        /// How many.
        cells: u64,
        /// The line of the first.
        first: u64,
        /// The first of them.
        sample: String,
    },
}

/// So many different words for "no answer" are shown.
const WORDS: usize = 4;

/// Counts cells that say there is no answer.
#[derive(Clone, Debug, Default)]
pub struct Unanswered {
    cells: u64,
    first: u64,
    sample: Vec<String>,
}

impl Unanswered {
    /// Counts one more.
    pub fn add(&mut self, text: &str, line: u64) {
        self.cells += 1;
        self.first = if self.cells == 1 { line } else { self.first.min(line) };
        if self.sample.len() < WORDS && !self.sample.iter().any(|seen| seen == text) {
            self.sample.push(text.to_owned());
        }
    }

    /// What is to be said of them, if there were any.
    #[must_use]
    pub fn note(self) -> Option<Note> {
        (self.cells > 0).then_some(Note::NoAnswer { cells: self.cells, first: self.first, sample: self.sample })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding { name, sample } => {
                write!(f, "the file doesn't say its encoding and is read as {name} (\"{sample}\"); --encoding NAME reads it otherwise")
            }
            Self::Nobody { rows: 1, first, .. } => {
                write!(f, "line {first} says nothing about anybody and is left out; --keep-rows keeps it if anything is in it")
            }
            Self::Nobody { rows, first, last } => {
                write!(
                    f,
                    "{rows} rows between the lines {first} and {last} say nothing about anybody and are left out; --keep-rows keeps those with anything in them"
                )
            }
            Self::Headers { lines } => {
                let lines = lines.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
                write!(
                    f,
                    "no person but a further header or a title: line {lines}; --keep-rows takes further headers for people, --header-line N says where the table begins"
                )
            }
            Self::Marks { cells, first } => {
                write!(f, "marks that nobody sees were taken out of {cells} cells, first on line {first}; --as-written leaves them")
            }
            Self::NoAnswer { cells, first, sample } => {
                let sample = sample.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ");
                write!(
                    f,
                    "cells that say there is no answer and count as empty: {cells}, first on line {first} ({sample}); --as-written counts them"
                )
            }
            Self::Garbled { cells, first, sample } => {
                write!(f, "letters were lost in {cells} names before the file came here, first on line {first}: {sample}")
            }
        }
    }
}
