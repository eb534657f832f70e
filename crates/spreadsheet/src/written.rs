//! A table as a file that spreadsheet programs open.

use crate::Separator;

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

/// A text that no spreadsheet program takes for a formula: what begins as one gets an apostrophe in front, which most of them
/// don't show. (OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab and carriage return.) Plain numbers stay.
#[must_use]
pub fn defused(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{A0}', '\u{FEFF}']).chars().next();
    let risky = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'));
    let number = || text.parse::<i64>().is_ok() && text.starts_with('-');
    if risky && !number() { format!("'{text}") } else { text.to_owned() }
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
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+49 30", "-x", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "-1+1"] {
            assert_eq!(defused(text), format!("'{text}"));
        }
        for text in ["", "a=b", "-5", "x", "'=1"] {
            assert_eq!(defused(text), text);
        }
    }
}
