//! From a file's bytes to its header and lines.

use domain::imports::{COLUMNS_MAX, FILE_MIB_MAX, ROWS_MAX};
use domain::problem::ProblemCode;
use spreadsheet::{NotText, Problem, Reason, Sheet, Text};
use store::imports::Line;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// Reads a file.
///
/// # Errors
/// What is wrong with the file as a whole.
pub(super) fn read(bytes: &[u8]) -> Result<Table, ProblemCode> {
    if bytes.is_empty() {
        return Err(ProblemCode::Required);
    }
    if bytes.len() > FILE_MIB_MAX * 1024 * 1024 {
        return Err(ProblemCode::FileTooLarge { max_mib: FILE_MIB_MAX });
    }
    let text = Text::decode("", bytes).map_err(|problem| code(&problem))?;
    let mut sheet = Sheet::open("", &text).map_err(|problem| code(&problem))?;
    let header: Vec<String> = sheet.header().names().to_vec();
    if header.len() > COLUMNS_MAX {
        return Err(ProblemCode::TooMany { max: COLUMNS_MAX });
    }
    let mut lines = Vec::new();
    while let Some((row, ragged)) = sheet.next_ragged().map_err(|problem| code(&problem))? {
        if lines.len() == ROWS_MAX {
            return Err(ProblemCode::TooMany { max: ROWS_MAX });
        }
        let cells = (0..header.len()).map(|column| bare(row.get(column)).to_owned()).collect();
        lines.push(Line { line: row.line(), ragged, cells });
    }
    if lines.is_empty() { Err(ProblemCode::EmptyFile) } else { Ok(Table { header, lines }) }
}

/// Without the mark that keeps spreadsheets from taking a cell for a formula, as our own files have it.
fn bare(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

fn code(problem: &Problem) -> ProblemCode {
    match problem.reason {
        Reason::Empty | Reason::NoRows => ProblemCode::EmptyFile,
        Reason::NotText(NotText::Workbook) => ProblemCode::NotCsv,
        Reason::OpenQuote => ProblemCode::OpenQuote { line: problem.line.unwrap_or(1) },
        _ => ProblemCode::NotText,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_with_its_ragged_lines() {
        let table = read("\u{FEFF}Name;E-mail\nAda;'=a@example.org\nBo\n".as_bytes()).unwrap();
        assert_eq!(table.header, ["Name", "E-mail"]);
        let lines: Vec<(u64, Option<usize>, String)> =
            table.lines.iter().map(|line| (line.line, line.ragged, line.cells.join("|"))).collect();
        assert_eq!(lines, [(2, None, "Ada|=a@example.org".to_owned()), (3, Some(1), "Bo|".to_owned())]);
    }

    #[test]
    fn what_is_no_table_is_refused_as_a_whole() {
        assert_eq!(read(b""), Err(ProblemCode::Required));
        assert_eq!(read(b"a,b\n"), Err(ProblemCode::EmptyFile));
        assert_eq!(read(b"\n\n"), Err(ProblemCode::EmptyFile));
        assert_eq!(read(b"PK\x03\x04xlsx"), Err(ProblemCode::NotCsv));
        assert_eq!(read(b"\x89PNG\r\n\x1A\n\0"), Err(ProblemCode::NotText));
        assert_eq!(read(b"a,b\n1,\"2\n"), Err(ProblemCode::OpenQuote { line: 2 }));
        assert_eq!(read(&vec![b'a'; 2 * 1024 * 1024 + 1]), Err(ProblemCode::FileTooLarge { max_mib: 2 }));
        let long = format!("a,b\n{}", "1,2\n".repeat(5_001));
        assert_eq!(read(long.as_bytes()), Err(ProblemCode::TooMany { max: 5_000 }));
        assert_eq!(read(format!("{}\n1", "a,".repeat(100)).as_bytes()), Err(ProblemCode::TooMany { max: 100 }));
    }
}
