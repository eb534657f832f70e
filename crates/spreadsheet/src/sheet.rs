//! A table, line by line.

use crate::decimal::DecimalMark;
use crate::decode::Text;
use crate::header::Header;
use crate::problem::{Problem, Reason};
use crate::row::{Marks, Row};
use crate::separator::Separator;
use csv::{ReaderBuilder, StringRecord};

/// A table that is read line by line, so that a file of millions of lines needs no second copy in memory.
#[derive(Debug)]
pub struct Sheet<'t> {
    file: String,
    text: &'t str,
    separator: Separator,
    header: Header,
    header_line: u64,
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    /// Lines before `text`: the one that tells Excel the separator.
    lines_before: u64,
    rows: u64,
    blank: Blank,
    decimal_mark: Option<DecimalMark>,
}

/// Lines that hold separators and nothing else, as spreadsheets write them below a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blank {
    /// How many.
    pub lines: u64,
    /// The first of them; 0 for none.
    pub first: u64,
    /// The last of them.
    pub last: u64,
}

impl Blank {
    /// Counts one more.
    pub const fn add(&mut self, line: u64) {
        self.lines += 1;
        if self.first == 0 {
            self.first = line;
        }
        self.last = line;
    }
}

impl<'t> Sheet<'t> {
    /// Guesses the separator and reads the header.
    ///
    /// # Errors
    /// [`Reason::Empty`] when there is none.
    pub fn open(file: &str, text: &'t Text<'_>) -> Result<Self, Problem> {
        Self::open_by(file, text, None)
    }

    /// The same where somebody may have said what stands between the fields, which counts more than what the file says.
    ///
    /// # Errors
    /// [`Reason::Empty`] when there is no header.
    pub fn open_by(file: &str, text: &'t Text<'_>, separator: Option<Separator>) -> Result<Self, Problem> {
        let (said, text, lines_before) = match Separator::told(text.as_str()) {
            Some((separator, rest)) => (Some(separator), rest, 1),
            None => (None, text.as_str(), 0),
        };
        let separator = separator.or(said).unwrap_or_else(|| Separator::guess(text));
        let mut sheet = Self {
            file: file.to_owned(),
            text,
            separator,
            header: Header::default(),
            header_line: 1,
            reader: reader(text.as_bytes(), separator),
            record: StringRecord::new(),
            lines_before,
            rows: 0,
            blank: Blank::default(),
            decimal_mark: None,
        };
        sheet.header_line = sheet.read_record()?.ok_or_else(|| Problem::of_file(file, Reason::Empty))?;
        sheet.header = Header::new(sheet.record.iter());
        Ok(sheet)
    }

    /// Takes the next line that isn't empty as the header instead: what was one was a title above the table. Whether there was
    /// such a line.
    ///
    /// # Errors
    /// When a quotation mark isn't closed.
    pub fn take_next_as_header(&mut self) -> Result<bool, Problem> {
        let Some(line) = self.read_record()? else { return Ok(false) };
        self.header_line = line;
        self.header = Header::new(self.record.iter());
        Ok(true)
    }

    /// Takes the first line from this one on that isn't empty as the header.
    ///
    /// # Errors
    /// [`Reason::NoRows`] when the file ends before; when a quotation mark isn't closed.
    pub fn take_header_from(&mut self, line: u64) -> Result<(), Problem> {
        while self.header_line < line {
            if !self.take_next_as_header()? {
                return Err(Problem::of_file(&self.file, Reason::NoRows));
            }
        }
        Ok(())
    }

    /// Says what stands before decimals, where it isn't to be guessed.
    pub const fn set_decimal_mark(&mut self, mark: Option<DecimalMark>) {
        self.decimal_mark = mark;
    }

    /// The columns.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The line of the header.
    #[must_use]
    pub const fn header_line(&self) -> u64 {
        self.header_line
    }

    /// What stands between the fields.
    #[must_use]
    pub const fn separator(&self) -> Separator {
        self.separator
    }

    /// The file, as it was called.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The lines of separators alone that were passed over so far.
    #[must_use]
    pub const fn blank(&self) -> Blank {
        self.blank
    }

    /// How far the reading is: bytes of the text behind, bytes in all.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        (self.reader.position().byte(), self.text.len() as u64)
    }

    /// The column with the first of these names that is there.
    ///
    /// # Errors
    /// When there is none, or two have the name.
    pub fn column(&self, names: &[&str]) -> Result<usize, Problem> {
        self.find(names)?.ok_or_else(|| {
            let found = self.header.names().iter().filter(|name| !name.is_empty()).cloned().collect();
            self.problem(Reason::NoColumn { wanted: names.first().copied().unwrap_or_default().to_owned(), found })
        })
    }

    /// The same where it may be missing.
    ///
    /// # Errors
    /// When two have the name.
    pub fn find(&self, names: &[&str]) -> Result<Option<usize>, Problem> {
        self.header.find(names).map_err(|reason| self.problem(reason))
    }

    /// Something that is wrong with the header.
    #[must_use]
    pub fn problem(&self, reason: Reason) -> Problem {
        Problem::at(&self.file, self.header_line, reason)
    }

    /// The next line that isn't empty. After an error about a line, the lines behind it can be read on.
    ///
    /// # Errors
    /// When it has fewer fields than the header, or more that say something; when a quotation mark isn't closed; at the end,
    /// when there was no line at all.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        let Some(line) = self.read_record()? else {
            return if self.rows == 0 { Err(Problem::of_file(&self.file, Reason::NoRows)) } else { Ok(None) };
        };
        self.rows += 1;
        let (expected, found) = (self.header.len(), self.record.len());
        if found < expected {
            return Err(Problem::at(&self.file, line, Reason::TooFewFields { expected, found }));
        }
        // Some programs end each line with separators; what is empty there may stay.
        if found > expected && self.record.iter().skip(expected).any(|field| !cells::is_empty(field)) {
            return Err(Problem::at(&self.file, line, Reason::TooManyFields { expected, found }));
        }
        let marks = self.marks();
        Ok(Some(Row { file: &self.file, header: &self.header, record: &self.record, line, marks }))
    }

    /// The next line that isn't empty, however many fields it has; what is missing reads as empty. With it how many there are, as
    /// far as the header doesn't foresee so many. For callers who let people put a line right.
    ///
    /// # Errors
    /// When a quotation mark isn't closed.
    pub fn next_ragged(&mut self) -> Result<Option<(Row<'_>, Option<usize>)>, Problem> {
        let Some(line) = self.read_record()? else { return Ok(None) };
        self.rows += 1;
        let (expected, found) = (self.header.len(), self.record.len());
        let beyond = self.record.iter().skip(expected).any(|field| !cells::is_empty(field));
        let ragged = (found < expected || beyond).then_some(found);
        let marks = self.marks();
        Ok(Some((Row { file: &self.file, header: &self.header, record: &self.record, line, marks }, ragged)))
    }

    /// How numbers are read.
    fn marks(&self) -> Marks {
        self.decimal_mark.map_or(Marks::Guessed { comma: self.separator != Separator::Comma }, Marks::Told)
    }

    /// Reads on to the next record in which anything is said, and tells its line.
    fn read_record(&mut self) -> Result<Option<u64>, Problem> {
        loop {
            let start = self.reader.position().clone();
            // The text is UTF-8 and records may have any length, so nothing is left that could fail.
            if !self.reader.read_record(&mut self.record).unwrap_or(false) {
                return Ok(None);
            }
            let from = usize::try_from(start.byte()).unwrap_or(usize::MAX);
            let raw = self.text.get(from..).unwrap_or_default();
            // The reader passes over empty lines, and says that the record began with the first of them.
            let empty = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
            let skipped = raw.bytes().take(empty).filter(|byte| *byte == b'\n').count();
            let line = start.line() + skipped as u64 + self.lines_before;
            if self.reader.position().byte() >= self.text.len() as u64 && is_open(raw, self.separator) {
                return Err(Problem::at(&self.file, line, Reason::OpenQuote));
            }
            if !self.record.iter().all(cells::is_empty) {
                return Ok(Some(line));
            }
            self.blank.add(line);
        }
    }
}

fn reader(bytes: &[u8], separator: Separator) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator.byte()).from_reader(bytes)
}

/// Whether the last record of a file would have gone on: another line behind it then becomes part of it.
fn is_open(last: &str, separator: Separator) -> bool {
    if !last.contains('"') {
        return false;
    }
    let longer = format!("{last}\nx");
    let mut reader = reader(longer.as_bytes(), separator);
    let mut record = StringRecord::new();
    let mut next = || reader.read_record(&mut record).unwrap_or(false);
    !(next() && next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &str) -> Vec<Result<(u64, String), String>> {
        let text = Text::decode("a.csv", bytes.as_bytes()).unwrap();
        let mut sheet = Sheet::open("a.csv", &text).unwrap();
        let width = sheet.header().len();
        let mut lines = Vec::new();
        loop {
            match sheet.next_row() {
                Ok(Some(row)) => {
                    let fields: Vec<&str> = (0..width).map(|column| row.get(column)).collect();
                    lines.push(Ok((row.line(), fields.join("|"))));
                }
                Ok(None) => return lines,
                Err(problem) if problem.reason == Reason::NoRows => return lines,
                Err(problem) => lines.push(Err(problem.to_string())),
            }
        }
    }

    fn ok(line: u64, fields: &str) -> Result<(u64, String), String> {
        Ok((line, fields.to_owned()))
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        assert_eq!(lines("\n\na,b\n\n 1 ,2\r\n\r\n\"x\ny\",3\n,,\n4,5"), [ok(5, "1|2"), ok(7, "x\ny|3"), ok(10, "4|5")]);
        assert_eq!(lines("sep=;\na;b\n1;2\n"), [ok(3, "1|2")]);
    }

    #[test]
    fn a_wrong_line_is_told_and_the_next_is_read() {
        let read = lines("a,b\n1\n2,3,,\n4,5,6\n7,8\n");
        assert_eq!(read[0], Err("a.csv, line 2: too few fields: 1 where the header has 2".to_owned()));
        assert_eq!(read[1], ok(3, "2|3"));
        assert_eq!(read[2], Err("a.csv, line 4: too many fields: 3 where the header has 2".to_owned()));
        assert_eq!(read[3], ok(5, "7|8"));
    }

    #[test]
    fn separator_and_header_can_be_told() {
        let text = Text::decode("a.csv", b"Mentoring, 2026\n\nname;skills, wanted\nAda;a, b\n").unwrap();
        let mut sheet = Sheet::open_by("a.csv", &text, Some(Separator::Semicolon)).unwrap();
        sheet.take_header_from(2).unwrap();
        assert_eq!((sheet.header_line(), sheet.header().names()), (3, ["name".to_owned(), "skills, wanted".to_owned()].as_slice()));
        assert_eq!(sheet.next_row().unwrap().map(|row| row.line()), Some(4));
        let mut sheet = Sheet::open("a.csv", &text).unwrap();
        assert_eq!(sheet.take_header_from(9).unwrap_err().reason, Reason::NoRows);
        let text = Text::decode("a.csv", b"sep=,\na;b\n1,5;2\n").unwrap();
        let mut sheet = Sheet::open_by("a.csv", &text, Separator::named(";")).unwrap();
        sheet.set_decimal_mark(Some(DecimalMark::Point));
        assert_eq!(sheet.header().len(), 2);
        assert!(sheet.next_row().unwrap().unwrap().decimal(0).is_err(), "a comma stands between thousands then");
    }

    #[test]
    fn ragged_lines_are_given_as_they_are() {
        let text = Text::decode("a.csv", b"a,b\n1\n2,3,,\n4,5,6\n").unwrap();
        let mut sheet = Sheet::open("a.csv", &text).unwrap();
        let mut found = Vec::new();
        while let Some((row, ragged)) = sheet.next_ragged().unwrap() {
            found.push((row.line(), format!("{}|{}", row.get(0), row.get(1)), ragged));
        }
        assert_eq!(found, [(2, "1|".to_owned(), Some(1)), (3, "2|3".to_owned(), None), (4, "4|5".to_owned(), Some(3))]);
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_swallows_nothing_in_silence() {
        let read = lines("a,b\n1,\"2\n3,4\n5,6\n");
        assert_eq!(read, [Err("a.csv, line 2: a quotation mark opens a field here and none closes it".to_owned())]);
        assert_eq!(lines("a,b\n1,\"2\"\n"), [ok(2, "1|2")]);
        assert_eq!(lines("a,b\n1,5\" pipe"), [ok(2, "1|5\" pipe")]);
        assert_eq!(lines("a,b\n1,\"say \"\"x\"\"\""), [ok(2, "1|say \"x\"")]);
    }

    #[test]
    fn nothing_and_nothing_below_the_header_are_told() {
        for empty in ["", "\n\n", "\u{FEFF}", ",,\n"] {
            let text = Text::decode("a.csv", empty.as_bytes()).unwrap();
            assert_eq!(Sheet::open("a.csv", &text).unwrap_err().to_string(), "a.csv: the file is empty");
        }
        let text = Text::decode("a.csv", b"a,b\n").unwrap();
        let mut sheet = Sheet::open("a.csv", &text).unwrap();
        assert_eq!(sheet.next_row().unwrap_err().reason, Reason::NoRows);
    }

    #[test]
    fn a_missing_column_is_told_with_those_there_are() {
        let text = Text::decode("a.csv", b"id,,name\n").unwrap();
        let sheet = Sheet::open("a.csv", &text).unwrap();
        let problem = sheet.column(&["score", "points"]).unwrap_err();
        assert_eq!(problem.to_string(), "a.csv, line 1: there is no column score; there are: id, name");
    }

    #[test]
    fn numbers_are_checked() {
        let text = Text::decode("a.csv", "n\n2\n-1\n1.5\nmany\n\"\"\nx,\n٣\n5000000000\n".as_bytes()).unwrap();
        let mut sheet = Sheet::open("a.csv", &text).unwrap();
        let mut found = Vec::new();
        while let Ok(Some(row)) = sheet.next_row() {
            found.push(row.whole(0).map_err(|problem| problem.reason.to_string()));
        }
        let error = |text: &str| Err(text.to_owned());
        let expected = [
            Ok(2),
            error("n is negative: -1"),
            error("n is not a whole number: 1.5"),
            error("n is not a whole number: many"),
            error("n is not a whole number: x"),
            Ok(3),
            error("n is too large: 5000000000"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_comma_is_a_decimal_one_where_it_does_not_separate() {
        for (file, expected) in
            [("a;b\n1;2,5\n", Ok(2_500_000)), ("a,b\n1,\"2,5\"\n", Err("a.csv, line 2: b is not a number: 2,5".to_owned()))]
        {
            let text = Text::decode("a.csv", file.as_bytes()).unwrap();
            let mut sheet = Sheet::open("a.csv", &text).unwrap();
            let row = sheet.next_row().unwrap().unwrap();
            assert_eq!(row.decimal(1).map(|decimal| decimal.millionths).map_err(|problem| problem.to_string()), expected);
        }
    }
}
