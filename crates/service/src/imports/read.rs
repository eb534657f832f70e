//! From a file's bytes to its header and lines, by the reader that `trellis match` uses too.

use super::how::{Checked, How};
use domain::imports::{COLUMNS_MAX, FILE_MIB_MAX, ROWS_MAX};
use domain::problem::ProblemCode;
use people_tables::{Limits, Note};
use spreadsheet::{Encoding, NotText, Problem, Reason};
use store::imports::Line;

/// What a file says.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// What it was read to.
    pub read: people_tables::Table,
    /// Its lines, as they are kept.
    pub lines: Vec<Line>,
    /// How it was read.
    pub how: How,
}

impl Table {
    /// The names of its columns.
    pub(super) fn header(&self) -> &[String] {
        self.read.header.names()
    }

    /// What it was read by, where it doesn't say its encoding; else empty.
    pub(super) fn encoding(&self) -> &'static str {
        match self.read.encoding {
            Encoding::Older(_) => self.read.encoding.name(),
            Encoding::Utf8 | Encoding::Utf16 => "",
        }
    }

    /// What was guessed, as it is kept.
    pub(super) fn notes(&self) -> Vec<serde_json::Value> {
        self.read.notes.iter().filter_map(|note| serde_json::to_value(note).ok()).chain(self.how.kept()).collect()
    }
}

/// What was guessed, as it was kept.
pub(super) fn notes(kept: &[serde_json::Value]) -> Vec<Note> {
    kept.iter().filter_map(|note| serde_json::from_value(note.clone()).ok()).collect()
}

/// Reads a file as somebody said.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(super) fn read(bytes: &[u8], checked: Checked) -> Result<Table, ProblemCode> {
    if bytes.is_empty() {
        return Err(ProblemCode::Required);
    }
    if bytes.len() > FILE_MIB_MAX * 1024 * 1024 {
        return Err(ProblemCode::FileTooLarge { max_mib: FILE_MIB_MAX });
    }
    let limits = Some(Limits { rows: ROWS_MAX, columns: COLUMNS_MAX });
    let mut read = people_tables::Table::read("", bytes, people_tables::How { limits, ..checked.how }).map_err(|problem| code(&problem))?;
    let mut replaced = 0;
    for cell in read.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Some(meant) = checked.replacements.of(cell) {
            meant.clone_into(cell);
            replaced += 1;
        }
    }
    let line = |row: &people_tables::PersonRow| Line { line: row.line, ragged: row.ragged, cells: row.cells.clone() };
    let lines = read.rows.iter().map(line).collect();
    let how = checked.found(&read, replaced);
    Ok(Table { read, lines, how })
}

fn code(problem: &Problem) -> ProblemCode {
    match problem.reason {
        Reason::Empty | Reason::NoRows => ProblemCode::EmptyFile,
        Reason::NotText(NotText::Workbook) => ProblemCode::NotCsv,
        Reason::OpenQuote => ProblemCode::OpenQuote { line: problem.line.unwrap_or(1) },
        Reason::TooManyRows { max } | Reason::TooManyColumns { max } => ProblemCode::TooMany { max },
        _ => ProblemCode::NotText,
    }
}

#[cfg(test)]
mod tests {
    use super::super::how::checked;
    use super::*;
    use domain::imports::Reading;

    fn read(bytes: &[u8], encoding: &str) -> Result<Table, ProblemCode> {
        super::read(bytes, checked(Reading { encoding: encoding.to_owned(), ..Reading::default() }).unwrap())
    }

    fn refused(bytes: &[u8]) -> Option<ProblemCode> {
        read(bytes, "").err()
    }

    #[test]
    fn a_file_is_read_with_its_ragged_lines() {
        let table = read("\u{FEFF}Name;E-mail\nAda;'=a@example.org\nBo\n".as_bytes(), "").unwrap();
        assert_eq!(table.header(), ["Name", "E-mail"]);
        let lines: Vec<(u64, Option<usize>, String)> =
            table.lines.iter().map(|line| (line.line, line.ragged, line.cells.join("|"))).collect();
        assert_eq!(lines, [(2, None, "Ada|=a@example.org".to_owned()), (3, Some(1), "Bo|".to_owned())]);
    }

    #[test]
    fn what_was_guessed_is_kept() {
        let table = read(b"Name,E-mail,Agreed\nAda,a@example.org,TRUE\n,,FALSE\n", "").unwrap();
        assert_eq!((notes(&table.notes()), table.encoding()), (vec![Note::Nobody { rows: 1, first: 3, last: 3 }], ""));
        assert!(notes(&[serde_json::json!({ "kind": "of another version" })]).is_empty());
        assert_eq!(read(b"Name,E-mail\nJos\xE9,a@example.org\n", "windows-1252").unwrap().encoding(), "windows-1252");
    }

    #[test]
    fn a_file_is_read_as_somebody_says() {
        let told = Reading {
            separator: "semicolon".to_owned(),
            header_line: "2".to_owned(),
            replace: "GMT = Africa/Accra\nsoon".to_owned(),
            ..Reading::default()
        };
        let file = b"Our people\nName, given;Zone\nAda;gmt\nBo;Soon\nCy;CET\n";
        let table = super::read(file, checked(told).unwrap()).unwrap();
        assert_eq!(table.header(), ["Name, given", "Zone"]);
        assert_eq!(table.lines.iter().map(|line| line.cells[1].as_str()).collect::<Vec<_>>(), ["Africa/Accra", "", "CET"]);
        let found = table.how.found.as_ref().unwrap();
        assert_eq!((found.separator.as_str(), found.header_line, found.replaced), ("semicolon", 2, 2));
        assert_eq!(How::of(&table.notes()), table.how);
    }

    #[test]
    fn what_is_no_table_is_refused_as_a_whole() {
        assert_eq!(refused(b""), Some(ProblemCode::Required));
        assert_eq!(refused(b"a,b\n"), Some(ProblemCode::EmptyFile));
        assert_eq!(refused(b"\n\n"), Some(ProblemCode::EmptyFile));
        assert_eq!(refused(b"PK\x03\x04xlsx"), Some(ProblemCode::NotCsv));
        assert_eq!(refused(b"\x89PNG\r\n\x1A\n\0"), Some(ProblemCode::NotText));
        assert_eq!(refused(b"a,b\n1,\"2\n"), Some(ProblemCode::OpenQuote { line: 2 }));
        assert_eq!(refused(&vec![b'a'; 2 * 1024 * 1024 + 1]), Some(ProblemCode::FileTooLarge { max_mib: 2 }));
        let long = format!("a,b\n{}", "1,2\n".repeat(5_001));
        assert_eq!(refused(long.as_bytes()), Some(ProblemCode::TooMany { max: 5_000 }));
        assert_eq!(refused(format!("{}\n1", "a,".repeat(100)).as_bytes()), Some(ProblemCode::TooMany { max: 100 }));
    }
}
