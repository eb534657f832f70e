//! How a file is to be read, where a coordinator says it otherwise than it was guessed.

use super::{REPLACED_MAX, ROWS_MAX};
use crate::limits::LINE_MAX;
use crate::problem::ProblemCode;
use ::cells::fold_value;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How a file is to be read, as the form sends it. What is empty is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// The encoding of a file that doesn't say it.
    pub encoding: String,
    /// What stands between the fields: `comma`, `semicolon` or `tab`.
    pub separator: String,
    /// The line with the names of the columns.
    pub header_line: String,
    /// What stands between the things in one cell: a word of [`cells::Between`](::cells::Between).
    pub between: String,
    /// How many mentees a mentor takes who doesn't say it.
    pub capacity: String,
    /// Cells that mean something else than they say ([`Replacements`]).
    pub replace: String,
    /// Whether cells count as they are written.
    pub as_written: String,
    /// Whether rows are kept that look like headers or like nobody.
    pub keep_rows: String,
}

impl Reading {
    /// The line with the names of the columns.
    ///
    /// # Errors
    /// No number, or one that no line of a file has that we take.
    pub fn header_line(&self) -> Result<Option<u64>, ProblemCode> {
        // Cells may hold several lines, so that a file has more of them than rows.
        let most = i32::try_from(ROWS_MAX * 10).unwrap_or(i32::MAX);
        let line = crate::fields::optional_number(&self.header_line, 1, most)?;
        Ok(line.and_then(|line| u64::try_from(line).ok()))
    }
}

/// Cells that mean something else than they say: one a line, what stands in the cell, `=`, and what it means. Without `=` the
/// cell counts as empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replacements(HashMap<String, String>);

impl Replacements {
    /// Reads them.
    ///
    /// # Errors
    /// Too many lines, or one that is too long.
    pub fn parse(text: &str) -> Result<Self, ProblemCode> {
        let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
        if lines().nth(REPLACED_MAX).is_some() {
            return Err(ProblemCode::TooMany { max: REPLACED_MAX });
        }
        let mut all = HashMap::new();
        for line in lines() {
            if line.chars().count() > LINE_MAX {
                return Err(ProblemCode::TooLong { max: LINE_MAX });
            }
            let (said, meant) = line.rsplit_once('=').unwrap_or((line, ""));
            all.insert(fold_value(said).into_owned(), meant.trim().to_owned());
        }
        Ok(Self(all))
    }

    /// What a cell means, where it was said.
    #[must_use]
    pub fn of(&self, cell: &str) -> Option<&str> {
        if self.0.is_empty() || cell.is_empty() {
            return None;
        }
        self.0.get(&*fold_value(cell)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_mean_what_was_said() {
        let all = Replacements::parse(" GMT = Africa/Accra\n\nChef=mentor\r\nsoon\na = b = c\n").unwrap();
        for (cell, meaning) in [
            ("gmt", Some("Africa/Accra")),
            ("CHEF ", Some("mentor")),
            ("Soon", Some("")),
            ("a = b", Some("c")),
            ("GMT+1", None),
            ("", None),
        ] {
            assert_eq!(all.of(cell), meaning, "{cell}");
        }
        assert_eq!(Replacements::parse(""), Ok(Replacements::default()));
    }

    #[test]
    fn there_is_a_limit_to_them() {
        assert!(Replacements::parse(&"x\n".repeat(REPLACED_MAX)).is_ok());
        assert_eq!(Replacements::parse(&"x\n".repeat(REPLACED_MAX + 1)), Err(ProblemCode::TooMany { max: REPLACED_MAX }));
        assert_eq!(Replacements::parse(&"x".repeat(LINE_MAX + 1)), Err(ProblemCode::TooLong { max: LINE_MAX }));
    }

    #[test]
    fn a_line_is_a_number_from_one() {
        let line = |text: &str| Reading { header_line: text.to_owned(), ..Reading::default() }.header_line();
        assert_eq!((line(""), line(" 3 ")), (Ok(None), Ok(Some(3))));
        assert_eq!((line("0"), line("first")), (Err(ProblemCode::OutOfRange { min: 1, max: 50_000 }), Err(ProblemCode::NotANumber)));
    }
}
