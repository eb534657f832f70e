//! A table as a file that spreadsheet programs open.

use crate::Separator;
use cells::defused;

/// The bytes of a CSV file: UTF-8 with the mark by which Excel knows it, a line a row.
///
/// A cell that a spreadsheet would take for a formula is [`defused`].
pub fn csv<'r>(rows: impl IntoIterator<Item = &'r [String]>, separator: Separator) -> Vec<u8> {
    let mut file = b"\xEF\xBB\xBF".to_vec();
    let mut builder = csv::WriterBuilder::new();
    builder.delimiter(separator.byte()).terminator(csv::Terminator::CRLF).flexible(true);
    let mut writer = builder.from_writer(&mut file);
    for row in rows {
        // Writing to memory doesn't fail.
        drop(writer.write_record(row.iter().map(|cell| defused(cell))));
    }
    drop(writer.flush());
    drop(writer);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_its_mark_and_quotes_what_needs_it() {
        let rows = [vec!["Name".to_owned(), "Wörter".to_owned()], vec!["a;b\n".to_owned(), "say \"x\"".to_owned()], Vec::new()];
        let file = csv(rows.iter().map(Vec::as_slice), Separator::Semicolon);
        assert_eq!(String::from_utf8(file).unwrap(), "\u{FEFF}Name;Wörter\r\n\"a;b\n\";\"say \"\"x\"\"\"\r\n\"\"\r\n");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_defused() {
        let row = ["=HYPERLINK(1)", "+1-1", "-x", "@SUM(A1)", "-5"].map(str::to_owned);
        let file = csv([row.as_slice()], Separator::Comma);
        assert_eq!(String::from_utf8(file).unwrap(), "\u{FEFF}'=HYPERLINK(1),'+1-1,'-x,'@SUM(A1),-5\r\n");
    }
}
