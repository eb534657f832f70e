//! How a file was read: what somebody said of it, checked, and what was guessed. It is kept with the file.

use cells::Rules;
use domain::fields::optional_number;
use domain::imports::{Reading, Replacements};
use domain::limits::{CAPACITY_MAX, text};
use domain::problem::{ProblemCode, Problems};
use people_tables::Table;
use serde::{Deserialize, Serialize};
use spreadsheet::{Encoding, Separator};

/// What somebody said, and what followed from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct How {
    /// What was said.
    pub told: Reading,
    /// What the file was read as; nothing of files that were kept before this was.
    pub found: Option<Found>,
}

/// What a file was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Found {
    /// Its encoding.
    pub encoding: String,
    /// What stands between its fields, by its word.
    pub separator: String,
    /// The line with the names of its columns.
    pub header_line: u64,
    /// How many cells were read as somebody said.
    pub replaced: u64,
}

/// The word by which it is known among the notes that are kept.
const KIND: &str = "how";
/// So long may be what is said about cells, in characters.
const REPLACE_MAX: usize = 10_000;

impl How {
    /// As it is kept among a file's notes.
    pub(super) fn kept(&self) -> Option<serde_json::Value> {
        let mut value = serde_json::to_value(self).ok()?;
        value.as_object_mut()?.insert("kind".to_owned(), KIND.into());
        Some(value)
    }

    /// As it was kept.
    pub(super) fn of(notes: &[serde_json::Value]) -> Self {
        let kept = notes.iter().find(|note| note.get("kind").and_then(|kind| kind.as_str()) == Some(KIND));
        kept.and_then(|note| serde_json::from_value(note.clone()).ok()).unwrap_or_default()
    }

    /// How cells are read.
    pub(super) fn rules(&self) -> Rules {
        Rules { between: self.told.between.parse().unwrap_or_default(), as_written: domain::fields::ticked(&self.told.as_written) }
    }

    /// How many mentees a mentor takes who doesn't say it, where somebody said it.
    pub(super) fn capacity(&self) -> Option<i32> {
        capacity(&self.told).ok().flatten()
    }
}

fn capacity(told: &Reading) -> Result<Option<i32>, ProblemCode> {
    optional_number(&told.capacity, 1, CAPACITY_MAX)
}

/// What somebody said, ready to be followed.
#[derive(Clone)]
pub(super) struct Checked {
    /// As it was said.
    pub told: Reading,
    /// How the file is read.
    pub how: people_tables::How,
    /// Cells that mean something else than they say.
    pub replacements: Replacements,
}

/// Checks what somebody said.
///
/// # Errors
/// Everything that means nothing, beside its field.
pub(super) fn checked(mut told: Reading) -> Result<Checked, Problems> {
    let mut problems = Problems::default();
    let choice = |word: &str, known: bool| if word.is_empty() || known { Ok(()) } else { Err(ProblemCode::NotAChoice) };
    // What says its encoding isn't read by another.
    let encoding = Encoding::named(&told.encoding).filter(|found| matches!(found, Encoding::Older(_)));
    problems.check("encoding", choice(&told.encoding, encoding.is_some()));
    let separator = Separator::named(&told.separator);
    problems.check("separator", choice(&told.separator, separator.is_some()));
    let header_line = problems.check("header_line", told.header_line()).flatten();
    let between = told.between.parse();
    problems.check("between", choice(&told.between, between.is_ok()));
    problems.check("capacity", capacity(&told));
    let replace = problems.check("replace", text(&told.replace, 0, REPLACE_MAX)).unwrap_or_default();
    let replacements = problems.check("replace", Replacements::parse(&replace)).unwrap_or_default();
    problems.into_result()?;
    told.replace = replace;
    let rules = Rules { between: between.unwrap_or_default(), as_written: domain::fields::ticked(&told.as_written) };
    let keep_rows = domain::fields::ticked(&told.keep_rows);
    let how = people_tables::How { encoding, separator, header_line, keep_rows, rules, limits: None };
    Ok(Checked { told, how, replacements })
}

impl Checked {
    /// Beside which field it is said that the file can't be read so.
    pub(super) fn blamed(&self, code: &ProblemCode) -> &'static str {
        match code {
            ProblemCode::EmptyFile if self.how.header_line.is_some() => "header_line",
            ProblemCode::TooMany { .. } | ProblemCode::OpenQuote { .. } if self.how.separator.is_some() => "separator",
            _ => "encoding",
        }
    }

    /// What followed for a table.
    pub(super) fn found(self, table: &Table, replaced: u64) -> How {
        let found = Found {
            encoding: table.encoding.name().to_owned(),
            separator: table.separator.word().to_owned(),
            header_line: table.header_line,
            replaced,
        };
        How { told: self.told, found: Some(found) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_means_nothing_is_said_beside_its_field() {
        let all = Reading {
            encoding: "klingon".to_owned(),
            separator: "stroke".to_owned(),
            header_line: "0".to_owned(),
            between: "stroke".to_owned(),
            capacity: "201".to_owned(),
            replace: "x\n".repeat(101),
            ..Reading::default()
        };
        let problems = checked(all).err().unwrap_or_default();
        let fields: Vec<&str> = problems.0.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["encoding", "separator", "header_line", "between", "capacity", "replace"]);
        assert!(checked(Reading::default()).is_ok());
    }

    #[test]
    fn it_is_kept_among_the_notes() {
        let how = How { told: Reading { between: "bar".to_owned(), ..Reading::default() }, found: None };
        let notes = [serde_json::json!({ "kind": "marks", "cells": 1, "first": 2 }), how.kept().unwrap_or_default()];
        assert_eq!((How::of(&notes), How::of(&notes[..1])), (how.clone(), How::default()));
        assert_eq!(how.rules().between, cells::Between::Bar);
    }
}
