//! A whole table in memory, by columns: what people's files are read into.

use crate::config::{Capacity, Names};
use crate::source::Source;
use cells::{is_no_answer, is_no_answer_for_sure};
use column_words::{Field, Finer, candidates, field, finer};
use people_tables::{How, Note};
use spreadsheet::{Header, Problem, Reason, Separator};

/// A table of people.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) file: String,
    pub(crate) header: Header,
    pub(crate) separator: Separator,
    /// Whether the file began with a mark for its encoding, so that what is written should too.
    pub(crate) marked: bool,
    /// The line of each row.
    pub(crate) lines: Vec<u64>,
    /// What was guessed while reading.
    pub(crate) notes: Vec<Note>,
    /// The texts of each column, one for each row; empty where there is no answer.
    columns: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn read(source: Source<'_>, how: How) -> Result<Self, Problem> {
        let table = people_tables::Table::read(source.name, source.bytes, how)?;
        let (expected, mut lines) = (table.header.len(), Vec::with_capacity(table.rows.len()));
        let blanks: Vec<fn(&str) -> bool> = table.header.names().iter().map(|name| says_nothing(name)).collect();
        let mut columns = vec![Vec::with_capacity(table.rows.len()); expected];
        for row in table.rows {
            if let Some(found) = row.ragged {
                let reason =
                    if found < expected { Reason::TooFewFields { expected, found } } else { Reason::TooManyFields { expected, found } };
                return Err(Problem::at(source.name, row.line, reason));
            }
            lines.push(row.line);
            for ((texts, text), is_blank) in columns.iter_mut().zip(row.cells).zip(&blanks) {
                texts.push(if is_blank(&text) { String::new() } else { text });
            }
        }
        Ok(Self {
            file: table.file,
            header: table.header,
            separator: table.separator,
            marked: table.marked,
            lines,
            notes: table.notes,
            columns,
        })
    }

    /// How many people are in it.
    pub(crate) const fn len(&self) -> usize {
        self.lines.len()
    }

    /// The texts of a column.
    pub(crate) fn column(&self, column: usize) -> &[String] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
    }

    /// The columns that may be about something, by their headers and by what is in them, the likeliest first.
    pub(crate) fn all(&self, wanted: Field) -> Vec<usize> {
        let said = |column: usize| self.column(column).iter().map(String::as_str).filter(|text| !text.is_empty());
        candidates(&self.header, wanted).into_iter().filter(|column| people_tables::fits(wanted, said(*column))).collect()
    }

    /// Whether a comma is a decimal one.
    pub(crate) fn decimal_comma(&self) -> bool {
        self.separator != Separator::Comma
    }

    /// Something that is wrong with a row.
    pub(crate) fn problem(&self, row: usize, reason: Reason) -> Problem {
        Problem { file: self.file.clone(), line: self.lines.get(row).copied(), reason }
    }

    /// The columns of these names.
    pub(crate) fn find(&self, names: &Names) -> Result<Vec<usize>, Reason> {
        let one = |name: &String| {
            let found = || self.header.names().iter().filter(|name| !name.is_empty()).cloned().collect();
            self.header.find(&[name])?.ok_or_else(|| Reason::NoColumn { wanted: name.clone(), found: found() })
        };
        names.all().iter().map(one).collect()
    }

    /// What each person says in some columns, read as one.
    pub(crate) fn joined(&self, columns: &[usize]) -> Vec<String> {
        if let [column] = columns {
            return self.column(*column).to_vec();
        }
        let of_row = |row: usize| {
            let texts = columns.iter().filter_map(|column| self.column(*column).get(row));
            texts.filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
        };
        (0..self.len()).map(of_row).collect()
    }

    /// A number for each person, and the lines where it stood among words. Who leaves it empty counts as 1.
    pub(crate) fn places(&self, capacity: Option<&Capacity>) -> Result<(Vec<u32>, Vec<u64>), Problem> {
        let name = match capacity {
            None => return Ok((vec![1; self.len()], Vec::new())),
            Some(Capacity::Everybody(places)) => return Ok((vec![*places; self.len()], Vec::new())),
            Some(Capacity::Column(name)) => name,
        };
        let found = self.find(&Names::One(name.clone())).map_err(|reason| Problem::at(&self.file, 1, reason))?;
        let texts = found.first().map_or(&[][..], |column| self.column(*column));
        let mut in_words = Vec::new();
        let mut one = |(row, text): (usize, &String)| {
            if text.is_empty() {
                return Ok(1);
            }
            spreadsheet::whole(text, name, self.decimal_comma()).or_else(|reason| {
                let number = cells::number_in_words(text).ok_or_else(|| self.problem(row, reason))?;
                in_words.extend(self.lines.get(row));
                Ok(number)
            })
        };
        let places: Result<Vec<u32>, Problem> = texts.iter().enumerate().map(&mut one).collect();
        Ok((places?, in_words))
    }
}

/// What counts as no answer in a column: of a name or a country only what can't be one.
fn says_nothing(name: &str) -> fn(&str) -> bool {
    if finer(name) == Some(Finer::Country) {
        // Namibia.
        return |text| is_no_answer(text) && !text.eq_ignore_ascii_case("na");
    }
    match field(name) {
        Some(Field::Id | Field::Email | Field::Name | Field::FirstName | Field::LastName) => is_no_answer_for_sure,
        _ => is_no_answer,
    }
}
