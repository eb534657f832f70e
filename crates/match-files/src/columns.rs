//! A whole table in memory, by columns: what people's files are read into.

use crate::config::{Capacity, Names};
use crate::source::Source;
use cells::Rules;
use column_words::{Field, Finer, candidates, field, finer};
use people_tables::{How, Note, Unanswered};
use spreadsheet::{DecimalMark, Header, Marks, Problem, Reason, Separator};

/// A table of people.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) file: String,
    pub(crate) header: Header,
    pub(crate) separator: Separator,
    /// Whether the file began with a mark for its encoding, so that what is written should too.
    pub(crate) marked: bool,
    /// How cells are read.
    pub(crate) rules: Rules,
    /// What stands before decimals, where somebody says it.
    decimal_mark: Option<DecimalMark>,
    /// The line of each row.
    pub(crate) lines: Vec<u64>,
    /// What was guessed while reading.
    pub(crate) notes: Vec<Note>,
    /// How the file was cut into rows and columns, in a sentence.
    pub(crate) read_as: String,
    /// The texts of each column, one for each row; empty where there is no answer.
    columns: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn read(source: Source<'_>, how: How) -> Result<Self, Problem> {
        let table = people_tables::Table::read(source.name, source.bytes, how)?;
        let (expected, mut lines) = (table.header.len(), Vec::with_capacity(table.rows.len()));
        let blanks: Vec<_> = table.header.names().iter().map(|name| says_nothing(name)).collect();
        let mut unanswered = Unanswered::default();
        let mut notes = table.notes;
        let mut columns = vec![Vec::with_capacity(table.rows.len()); expected];
        for row in table.rows {
            if let Some(found) = row.ragged {
                let reason =
                    if found < expected { Reason::TooFewFields { expected, found } } else { Reason::TooManyFields { expected, found } };
                return Err(Problem::at(source.name, row.line, reason));
            }
            lines.push(row.line);
            for ((texts, text), is_blank) in columns.iter_mut().zip(row.cells).zip(&blanks) {
                let is_blank = is_blank(how.rules, &text);
                if is_blank && !text.is_empty() {
                    unanswered.add(&text, row.line);
                }
                texts.push(if is_blank { String::new() } else { text });
            }
        }
        notes.extend(unanswered.note());
        let read_as = read_as(table.separator, table.header_line, lines.len());
        Ok(Self {
            file: table.file,
            header: table.header,
            separator: table.separator,
            marked: table.marked,
            rules: how.rules,
            decimal_mark: source.decimal_mark,
            lines,
            notes,
            read_as,
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

    /// How numbers are read.
    pub(crate) fn marks(&self) -> Marks {
        self.decimal_mark.map_or(Marks::Guessed { comma: self.separator != Separator::Comma }, Marks::Told)
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

    /// A number for each person; `otherwise` for who leaves it empty.
    pub(crate) fn places(&self, capacity: Option<&Capacity>, otherwise: u32) -> Result<Places, Problem> {
        let everybody = |places| Ok(Places { of_each: vec![places; self.len()], in_words: Vec::new(), unsaid: 0 });
        let name = match capacity {
            None => return everybody(otherwise),
            Some(Capacity::Everybody(places)) => return everybody(*places),
            Some(Capacity::Column(name)) => name,
        };
        let found = self.find(&Names::One(name.clone())).map_err(|reason| Problem::at(&self.file, 1, reason))?;
        let texts = found.first().map_or(&[][..], |column| self.column(*column));
        let (mut in_words, mut unsaid) = (Vec::new(), 0);
        let mut one = |(row, text): (usize, &String)| {
            if text.is_empty() {
                unsaid += 1;
                return Ok(otherwise);
            }
            spreadsheet::whole(text, name, self.marks()).or_else(|reason| {
                let number = cells::number_in_words(text).ok_or_else(|| self.problem(row, reason))?;
                in_words.extend(self.lines.get(row));
                Ok(number)
            })
        };
        let places: Result<Vec<u32>, Problem> = texts.iter().enumerate().map(&mut one).collect();
        Ok(Places { of_each: places?, in_words, unsaid })
    }
}

/// How many places people have.
pub(crate) struct Places {
    /// A number for each.
    pub(crate) of_each: Vec<u32>,
    /// The lines where it stood among words.
    pub(crate) in_words: Vec<u64>,
    /// How many said none.
    pub(crate) unsaid: usize,
}

/// How a file was cut into rows and columns, in a sentence.
pub(crate) fn read_as(separator: Separator, header_line: u64, rows: usize) -> String {
    let between = match separator {
        Separator::Comma => "commas",
        Separator::Semicolon => "semicolons",
        Separator::Tab => "tabs",
    };
    let s = if rows == 1 { "" } else { "s" };
    format!("{rows} row{s}, {between} between fields, names of columns on line {header_line}; --separator, --header-line read it otherwise")
}

/// What counts as no answer in a column: of a name or a country only what can't be one.
fn says_nothing(name: &str) -> fn(Rules, &str) -> bool {
    if finer(name) == Some(Finer::Country) {
        // Namibia.
        return |rules, text| rules.is_no_answer(text) && !text.eq_ignore_ascii_case("na");
    }
    match field(name) {
        Some(Field::Id | Field::Email | Field::Name | Field::FirstName | Field::LastName) => Rules::is_no_answer_for_sure,
        _ => Rules::is_no_answer,
    }
}
