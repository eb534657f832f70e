//! What the page shows on which people are enrolled from a spreadsheet, already in the reader's words.

use crate::ids::ImportId;
use crate::problem::Refusal;
use crate::shared::ProgramRef;
use serde::{Deserialize, Serialize};

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPage {
    /// The program.
    pub program: ProgramRef,
    /// Why nobody can be enrolled here.
    pub refusal: Option<Refusal>,
    /// How many of the organisation's invitations wait for their turn, and until when, in a sentence.
    pub queued: Option<String>,
    /// The file that was uploaded, if any.
    pub draft: Option<ImportDraft>,
}

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDraft {
    /// Its id.
    pub id: ImportId,
    /// What the file is called.
    pub file: String,
    /// How many people are in it still.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// What a column may be for: a word, and what it is called.
    pub targets: Vec<(String, String)>,
    /// What whoever doesn't say it is: a word of [`super::super::enrolments::views::Side`], `both`, or empty.
    pub side: String,
    /// How the file was cut into rows and columns, in a sentence.
    pub read_as: Option<String>,
    /// What was guessed while reading, a line each.
    pub notes: Vec<String>,
    /// Cells that were read as something else than they say, the first of them.
    pub understood: Vec<String>,
    /// What can be chosen for reading the file otherwise.
    pub reading: Option<ImportReading>,
    /// Columns that needn't say anything and say something that isn't understood.
    pub unclear: Vec<UnclearColumn>,
    /// Why nobody can be enrolled by these columns, in words.
    pub problem: Option<String>,
    /// How many will be enrolled at once.
    pub enrol: usize,
    /// How many will be invited.
    pub invite: usize,
    /// How many of these invitations leave only later, and by when, in a sentence.
    pub later: Option<String>,
    /// How many take part already, or are invited already, or left: nothing changes for them.
    pub unchanged: usize,
    /// How many rows are wrong.
    pub wrong: usize,
    /// The first of the wrong rows.
    pub to_fix: Vec<WrongRow>,
    /// The first of those that are right.
    pub sample: Vec<RightRow>,
    /// Names of skills that will be added.
    pub new_skills: Vec<String>,
    /// What became of the rows before: enrolled, invited, unchanged.
    pub done: Option<(usize, usize, usize)>,
}

/// How the file was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReading {
    /// What it was read by where it doesn't say its encoding; else empty.
    pub encoding: String,
    /// What it may be read by: names, and what they are called.
    pub encodings: Vec<(String, String)>,
    /// Whether rows were kept that look like headers or like nobody.
    pub keep_rows: bool,
    /// What somebody said stands between the fields; empty where it was guessed.
    pub separator: String,
    /// The line that somebody said has the names of the columns; empty where it was guessed.
    pub header_line: String,
    /// What stands between the things in one cell: a word of `cells::Between`.
    pub between: String,
    /// How many mentees a mentor takes who doesn't say it; empty where it is as usual in the program.
    pub capacity: String,
    /// How many that usually is.
    pub usual_capacity: i32,
    /// Whether cells count as they are written.
    pub as_written: bool,
    /// Cells that mean something else than they say, one a line.
    pub replace: String,
}

/// A column that needn't say anything and says something that isn't understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnclearColumn {
    /// Its place.
    pub column: usize,
    /// What it is called.
    pub name: String,
    /// How many of its cells aren't understood.
    pub cells: usize,
    /// What the first of them say.
    pub sample: String,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportColumn {
    /// What it is called.
    pub name: String,
    /// What the first rows say in it.
    pub sample: String,
    /// What it is for, by its word; empty for nothing.
    pub target: String,
}

/// A row with something wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongRow {
    /// Its line in the file.
    pub line: u64,
    /// What is wrong with the row as a whole, in words.
    pub problem: Option<String>,
    /// The cells of columns that are for something.
    pub cells: Vec<ImportCell>,
}

/// A cell of a wrong row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCell {
    /// Its column's place.
    pub column: usize,
    /// What it is for.
    pub label: String,
    /// What it says.
    pub text: String,
    /// What is wrong with it, in words.
    pub problem: Option<String>,
}

/// A row that is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightRow {
    /// The name, or the address where there is none.
    pub name: String,
    /// The address.
    pub email: String,
    /// As what.
    pub side: String,
    /// What will happen.
    pub outcome: String,
}
