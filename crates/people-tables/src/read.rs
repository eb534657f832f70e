//! From bytes to a row a person.

use crate::headers::{further, is_title};
use crate::note::Note;
use cells::{Rules, garbled, is_unseen};
use column_words::Field;
use spreadsheet::{Blank, Encoding, Header, Problem, Reason, Separator, Sheet, Text};

/// So many lines above the header may be titles.
const TITLES: usize = 5;
/// A sample has so many characters.
const SAMPLE: usize = 60;

/// How a file is to be read, where somebody knows better than a guess.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct How {
    /// The encoding of what is neither UTF-8 nor marked.
    pub encoding: Option<Encoding>,
    /// What stands between the fields.
    pub separator: Option<Separator>,
    /// The line with the names of the columns; what is above is left out.
    pub header_line: Option<u64>,
    /// How cells are read.
    pub rules: Rules,
    /// Whether rows are kept that look like further headers or like nobody.
    pub keep_rows: bool,
    /// How much is taken.
    pub limits: Option<Limits>,
}

/// How much is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most people.
    pub rows: usize,
    /// Most columns.
    pub columns: usize,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The line where the row begins, from 1.
    pub line: u64,
    /// How many fields it has, where the header doesn't foresee so many.
    pub ragged: Option<usize>,
    /// What it says, a text for each column.
    pub cells: Vec<String>,
}

/// A table of people.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file, as it was called.
    pub file: String,
    /// Its columns.
    pub header: Header,
    /// The line with the names of its columns.
    pub header_line: u64,
    /// What stands between its fields.
    pub separator: Separator,
    /// Its encoding.
    pub encoding: Encoding,
    /// Whether it began with a mark for its encoding, so that what is written should too.
    pub marked: bool,
    /// Its people.
    pub rows: Vec<PersonRow>,
    /// What was guessed.
    pub notes: Vec<Note>,
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is no table, has too much in it, or a quotation mark isn't closed. Rows with too few or too many fields are none:
    /// they are marked ([`PersonRow::ragged`]).
    pub fn read(file: &str, bytes: &[u8], how: How) -> Result<Self, Problem> {
        let text = Text::decode_as(file, bytes, how.encoding)?;
        let (mut sheet, titles) = open(file, &text, how)?;
        let width = sheet.header().len();
        if let Some(limits) = how.limits.filter(|limits| width > limits.columns) {
            return Err(Problem::of_file(file, Reason::TooManyColumns { max: limits.columns }));
        }
        let mut reading = Reading::default();
        let mut any = false;
        while let Some((row, ragged)) = sheet.next_ragged()? {
            any = true;
            if !how.keep_rows && row.is_nobody() {
                reading.nobody.add(row.line());
                continue;
            }
            if let Some(limits) = how.limits.filter(|limits| reading.rows.len() >= limits.rows) {
                return Err(Problem::of_file(file, Reason::TooManyRows { max: limits.rows }));
            }
            let mut cells = Vec::with_capacity(width);
            for column in 0..width {
                let text = how.rules.cleaned(row.get(column));
                reading.count_marks(row.get(column), &text, row.line());
                cells.push(text.into_owned());
            }
            reading.rows.push(PersonRow { line: row.line(), ragged, cells });
        }
        let blank = sheet.blank();
        let mut headers = titles;
        if !how.keep_rows {
            headers.extend(reading.take_headers(sheet.header()));
        }
        if !any || reading.rows.is_empty() {
            return Err(Problem::of_file(file, Reason::NoRows));
        }
        let mut table = Self {
            file: file.to_owned(),
            header: sheet.header().clone(),
            header_line: sheet.header_line(),
            separator: sheet.separator(),
            encoding: text.encoding(),
            marked: text.is_marked(),
            rows: reading.rows,
            notes: Vec::new(),
        };
        if text.is_older() {
            table.notes.push(Note::Encoding { name: table.encoding.name().to_owned(), sample: sample(&table) });
        }
        if !headers.is_empty() {
            table.notes.push(Note::Headers { lines: headers });
        }
        table.notes.extend(nobody(reading.nobody, blank));
        if reading.marks.lines > 0 {
            table.notes.push(Note::Marks { cells: reading.marks.lines, first: reading.marks.first });
        }
        table.notes.extend(garbled_names(&table));
        Ok(table)
    }
}

#[derive(Default)]
struct Reading {
    rows: Vec<PersonRow>,
    nobody: Blank,
    /// Cells with marks that nobody sees.
    marks: Blank,
}

impl Reading {
    fn count_marks(&mut self, text: &str, clean: &str, line: u64) {
        if !text.is_ascii() && text.chars().any(is_unseen) && clean != text {
            self.marks.add(line);
        }
    }

    /// Takes the further headers out, and says on which lines they stood.
    fn take_headers(&mut self, header: &Header) -> Vec<u64> {
        let mut is_header = further(header, self.rows.iter().map(|row| row.cells.as_slice())).into_iter();
        let mut lines = Vec::new();
        self.rows.retain(|row| {
            let is = is_header.next().unwrap_or(false);
            if is {
                lines.push(row.line);
            }
            !is
        });
        lines
    }
}

/// Opens the table below titles, with the lines of those; where somebody says which line is the header, there.
fn open<'t>(file: &str, text: &'t Text<'_>, how: How) -> Result<(Sheet<'t>, Vec<u64>), Problem> {
    let begin = || Sheet::open_by(file, text, how.separator);
    let mut sheet = begin()?;
    if let Some(line) = how.header_line {
        sheet.take_header_from(line)?;
        return Ok((sheet, Vec::new()));
    }
    let mut lines = Vec::new();
    for titles in 1..=TITLES {
        let mut next = begin()?;
        for _ in 0..titles {
            if !next.take_next_as_header()? {
                return Ok((begin()?, Vec::new()));
            }
        }
        lines.push(sheet.header_line());
        let several = sheet.header().names().iter().filter(|name| !name.is_empty()).count() > 1;
        if several {
            break;
        }
        if is_title(sheet.header(), next.header()) {
            return Ok((next, lines));
        }
        sheet = next;
    }
    Ok((begin()?, Vec::new()))
}

/// What was left out below a table, in one line however many rows.
fn nobody(found: Blank, blank: Blank) -> Option<Note> {
    let both = [found, blank].into_iter().filter(|blank| blank.lines > 0);
    let (rows, first, last) =
        both.fold((0, u64::MAX, 0), |(rows, first, last), blank| (rows + blank.lines, first.min(blank.first), last.max(blank.last)));
    (rows > 0).then_some(Note::Nobody { rows, first, last })
}

/// The first words whose letters depend on the encoding.
fn sample(table: &Table) -> String {
    let in_header = table.header.names().iter().filter(|name| !name.is_ascii());
    let in_rows = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_ascii());
    let words: Vec<&str> = in_rows.take(3).chain(in_header.take(1)).map(String::as_str).collect();
    shortened(&words.join(" · "))
}

fn garbled_names(table: &Table) -> Option<Note> {
    let columns = [Field::Name, Field::FirstName, Field::LastName].into_iter().flat_map(|field| table.all(field));
    let columns: Vec<usize> = columns.collect();
    let mut found = Blank::default();
    let mut first = None;
    for row in &table.rows {
        for text in columns.iter().filter_map(|column| row.cells.get(*column)).filter(|text| garbled(text)) {
            found.add(row.line);
            first.get_or_insert_with(|| shortened(text));
        }
    }
    first.map(|sample| Note::Garbled { cells: found.lines, first: found.first, sample })
}

fn shortened(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(SAMPLE) {
        Some((end, _)) => format!("{}…", flat.get(..end).unwrap_or_default()),
        None => flat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> Table {
        Table::read("a.csv", file.as_bytes(), How::default()).unwrap()
    }

    fn lines(table: &Table) -> Vec<u64> {
        table.rows.iter().map(|row| row.line).collect()
    }

    #[test]
    fn rows_that_are_nobody_are_said_once() {
        let table = read(&format!("Name,Agreed\nAda,FALSE\n{}Bo,TRUE\n", ",FALSE\n,\nN/A,0\n".repeat(100)));
        assert_eq!(lines(&table), [2, 303]);
        assert_eq!(table.notes, [Note::Nobody { rows: 300, first: 3, last: 302 }]);
        let kept = Table::read("a.csv", b"Name,Agreed\nAda,TRUE\n,FALSE\n", How { keep_rows: true, ..How::default() }).unwrap();
        assert_eq!((lines(&kept), kept.notes.len()), (vec![2, 3], 0));
    }

    #[test]
    fn a_table_of_nobody_has_no_rows() {
        for file in ["Name,Agreed\n,FALSE\n", "Name,Agreed\n", "Name,Email\nName,Email\n"] {
            assert_eq!(Table::read("a.csv", file.as_bytes(), How::default()).unwrap_err().reason, Reason::NoRows, "{file}");
        }
    }

    #[test]
    fn unseen_marks_go_and_formulas_come_back() {
        let table = read("Name,Email\nA\u{200B}da,\u{202A}a@x.org\u{202C}\n'=1+1,b@x.org\n");
        assert_eq!(table.rows[0].cells, ["Ada", "a@x.org"]);
        assert_eq!(table.rows[1].cells, ["=1+1", "b@x.org"]);
        assert_eq!(table.notes, [Note::Marks { cells: 1, first: 2 }], "what stands around a cell is nothing to speak of");
    }

    #[test]
    fn separator_header_and_marks_can_be_told() {
        let file = "Mentoring 2026\nName,Email\nA\u{200B}da,a@x.org\n";
        let table = read(file);
        assert_eq!((table.header_line, table.separator, table.rows[0].cells[0].as_str()), (2, Separator::Comma, "Ada"));
        assert_eq!(table.notes, [Note::Headers { lines: vec![1] }, Note::Marks { cells: 1, first: 3 }]);
        let by = |how: How| Table::read("a.csv", file.as_bytes(), how).unwrap();
        let told = by(How { header_line: Some(1), ..How::default() });
        assert_eq!((told.header.names(), told.rows.len(), told.header_line), (["Mentoring 2026".to_owned()].as_slice(), 2, 1));
        let told = by(How { header_line: Some(2), rules: Rules { as_written: true, ..Rules::default() }, ..How::default() });
        assert_eq!((told.rows[0].cells[0].as_str(), told.notes.len()), ("A\u{200B}da", 0));
        let told = by(How { separator: Some(Separator::Semicolon), header_line: Some(2), ..How::default() });
        assert_eq!(told.header.names(), ["Name,Email"]);
        let beyond = Table::read("a.csv", file.as_bytes(), How { header_line: Some(4), ..How::default() });
        assert_eq!(beyond.unwrap_err().reason, Reason::NoRows);
    }

    #[test]
    fn an_older_encoding_is_a_guess_that_can_be_put_right() {
        let (bytes, _, _) = encoding_of("windows-1256").encode("الاسم;البريد الإلكتروني\nسلمى تجريبية;salma@example.org\n");
        let table = Table::read("a.csv", &bytes, How::default()).unwrap();
        assert_eq!(table.notes, [Note::Encoding { name: "windows-1256".to_owned(), sample: "سلمى تجريبية · الاسم".to_owned() }]);
        let western = How { encoding: Encoding::named("windows-1252"), ..How::default() };
        let table = Table::read("a.csv", &bytes, western).unwrap();
        assert!(table.rows[0].cells[0].starts_with("Óáãì"), "{:?}", table.rows[0]);
    }

    fn encoding_of(name: &str) -> &'static encoding_rs::Encoding {
        match Encoding::named(name) {
            Some(Encoding::Older(encoding)) => encoding,
            _ => panic!("{name}"),
        }
    }

    #[test]
    fn names_of_question_marks_are_noticed() {
        let table = read("Name;E-mail\n????? ??????;a@x.org\nBo;b@x.org\n");
        assert_eq!(table.notes, [Note::Garbled { cells: 1, first: 2, sample: "????? ??????".to_owned() }]);
    }

    #[test]
    fn there_are_limits() {
        let how = How { limits: Some(Limits { rows: 2, columns: 2 }), ..How::default() };
        let reason = |file: &str| Table::read("a.csv", file.as_bytes(), how).map(|_| ()).map_err(|problem| problem.reason);
        assert_eq!(reason("a,b\n1,2\n1,2\n,\n"), Ok(()));
        assert_eq!(reason("a,b\n1,2\n1,2\n1,2\n"), Err(Reason::TooManyRows { max: 2 }));
        assert_eq!(reason("a,b,c\n1,2,3\n"), Err(Reason::TooManyColumns { max: 2 }));
    }
}
