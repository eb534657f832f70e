//! A whole table in memory, by columns: what people's files are read into.

use crate::config::{Capacity, Names};
use crate::source::Source;
use spreadsheet::{Header, Problem, Reason, Separator, Sheet, Text};

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
    /// The texts of each column, one for each row.
    columns: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn read(source: Source<'_>) -> Result<Self, Problem> {
        let text = Text::decode(source.name, source.bytes)?;
        let mut sheet = Sheet::open(source.name, &text)?;
        let mut columns = vec![Vec::new(); sheet.header().len()];
        let mut lines = Vec::new();
        while let Some(row) = sheet.next_row()? {
            lines.push(row.line());
            for (column, texts) in columns.iter_mut().enumerate() {
                texts.push(row.get(column).to_owned());
            }
        }
        let (header, separator) = (sheet.header().clone(), sheet.separator());
        Ok(Self { file: source.name.to_owned(), header, separator, marked: text.is_marked(), lines, columns })
    }

    /// How many people are in it.
    pub(crate) const fn len(&self) -> usize {
        self.lines.len()
    }

    /// The texts of a column.
    pub(crate) fn column(&self, column: usize) -> &[String] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
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

    /// A number for each person. Who leaves it empty counts as 1.
    pub(crate) fn places(&self, capacity: Option<&Capacity>) -> Result<Vec<u32>, Problem> {
        let name = match capacity {
            None => return Ok(vec![1; self.len()]),
            Some(Capacity::Everybody(places)) => return Ok(vec![*places; self.len()]),
            Some(Capacity::Column(name)) => name,
        };
        let found = self.find(&Names::One(name.clone())).map_err(|reason| Problem::at(&self.file, 1, reason))?;
        let texts = found.first().map_or(&[][..], |column| self.column(*column));
        let one = |(row, text): (usize, &String)| match text.as_str() {
            "" => Ok(1),
            text => spreadsheet::whole(text, name, self.decimal_comma()).map_err(|reason| self.problem(row, reason)),
        };
        texts.iter().enumerate().map(one).collect()
    }
}
