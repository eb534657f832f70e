//! From bytes to text: which encoding they are in, and whether they are text at all.

use crate::problem::{NotText, Problem, Reason};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How the bytes say letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// What nearly everything writes today, with or without a mark at the beginning.
    Utf8,
    /// What Excel calls "Unicode text".
    Utf16,
    /// What Excel calls "CSV" on a Western Windows.
    Windows1252,
}

/// The text of a file.
#[derive(Clone, Debug)]
pub struct Text<'b> {
    text: Cow<'b, str>,
    encoding: Encoding,
    marked: bool,
}

impl<'b> Text<'b> {
    /// Finds the encoding and decodes. Plain UTF-8 is borrowed, not copied.
    ///
    /// # Errors
    /// When it isn't text, with the first line where that shows.
    pub fn decode(file: &str, bytes: &'b [u8]) -> Result<Self, Problem> {
        if looks_like_workbook(bytes) {
            return Err(Problem::of_file(file, Reason::NotText(NotText::Workbook)));
        }
        let (text, encoding) = match bytes {
            [0xEF, 0xBB, 0xBF, rest @ ..] => (Cow::Borrowed(utf8(file, rest)?), Encoding::Utf8),
            [0xFF, 0xFE, rest @ ..] => (utf16(file, rest, UTF_16LE)?, Encoding::Utf16),
            [0xFE, 0xFF, rest @ ..] => (utf16(file, rest, UTF_16BE)?, Encoding::Utf16),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
                Err(_) => (windows_1252(file, bytes)?, Encoding::Windows1252),
            },
        };
        if let Some(at) = text.bytes().position(no_text_has) {
            let line = line_at(text.as_bytes(), at);
            return Err(Problem::at(file, line, Reason::NotText(NotText::Binary)));
        }
        let marked = encoding == Encoding::Utf16 || bytes.starts_with(b"\xEF\xBB\xBF");
        Ok(Self { text: with_usual_line_ends(text), encoding, marked })
    }

    /// The text, without a mark at its beginning.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a mark at the beginning said the encoding, as Excel wants it and other programs don't.
    #[must_use]
    pub const fn is_marked(&self) -> bool {
        self.marked
    }

    /// The encoding that was found.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }
}

/// Zip (xlsx, ods, numbers) and the older compound file (xls).
fn looks_like_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// Control characters other than those that lay out lines.
const fn no_text_has(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)
}

fn line_at(bytes: &[u8], at: usize) -> u64 {
    let before = bytes.get(..at).unwrap_or(bytes);
    1 + before.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>()
}

fn utf8<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    std::str::from_utf8(bytes).map_err(|error| Problem::at(file, line_at(bytes, error.valid_up_to()), Reason::NotText(NotText::Broken)))
}

fn utf16<'b>(file: &str, bytes: &'b [u8], encoding: &'static encoding_rs::Encoding) -> Result<Cow<'b, str>, Problem> {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text);
    }
    // Where it breaks shows only when decoding with a sign for what is broken.
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let at = text.find(char::REPLACEMENT_CHARACTER).unwrap_or_default();
    Err(Problem::at(file, line_at(text.as_bytes(), at), Reason::NotText(NotText::Broken)))
}

fn windows_1252<'b>(file: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Problem> {
    // The five bytes that Windows-1252 gives no letter to: pictures and archives are full of them.
    let unassigned = |byte: &u8| matches!(*byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    match bytes.iter().position(|byte| unassigned(byte) || no_text_has(*byte)) {
        Some(at) => Err(Problem::at(file, line_at(bytes, at), Reason::NotText(NotText::Binary))),
        None => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

/// Old Macintosh programs, and some pasted cells, end lines with a carriage return alone. It does end a line for the CSV
/// reader, so it must count as one.
fn with_usual_line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut pieces = text.split('\r');
    let alone = pieces.next().is_some() && pieces.any(|piece| !piece.starts_with('\n'));
    if alone { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let text = Text::decode("a.csv", bytes).unwrap();
        (text.as_str().to_owned(), text.encoding())
    }

    fn refused(bytes: &[u8]) -> (Option<u64>, Reason) {
        let problem = Text::decode("a.csv", bytes).unwrap_err();
        (problem.line, problem.reason)
    }

    #[test]
    fn utf_8_with_and_without_mark() {
        assert_eq!(decoded("Müller,مرشد".as_bytes()), ("Müller,مرشد".to_owned(), Encoding::Utf8));
        assert_eq!(decoded("\u{FEFF}Müller".as_bytes()), ("Müller".to_owned(), Encoding::Utf8));
    }

    #[test]
    fn utf_16_both_ways_round() {
        let (mut little, mut big) = (vec![0xFF, 0xFE], vec![0xFE, 0xFF]);
        for unit in "é\t😀".encode_utf16() {
            little.extend(unit.to_le_bytes());
            big.extend(unit.to_be_bytes());
        }
        assert_eq!(decoded(&little), ("é\t😀".to_owned(), Encoding::Utf16));
        assert_eq!(decoded(&big), ("é\t😀".to_owned(), Encoding::Utf16));
    }

    #[test]
    fn anything_else_that_is_text_is_western_windows() {
        assert_eq!(decoded(b"Fran\xE7ois \x80 5"), ("François € 5".to_owned(), Encoding::Windows1252));
    }

    #[test]
    fn what_is_no_text_is_refused_where_it_shows() {
        assert_eq!(refused(b"PK\x03\x04rest"), (None, Reason::NotText(NotText::Workbook)));
        assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), (None, Reason::NotText(NotText::Workbook)));
        assert_eq!(refused(b"a,b\n1,\0\n"), (Some(2), Reason::NotText(NotText::Binary)));
        assert_eq!(refused(b"a\n\n\x89PNG\x1A"), (Some(3), Reason::NotText(NotText::Binary)));
        assert_eq!(refused(b"a\nb\n\x9D\n"), (Some(3), Reason::NotText(NotText::Binary)));
        assert_eq!(refused(b"\xEF\xBB\xBFa\n\xE7"), (Some(2), Reason::NotText(NotText::Broken)));
        assert_eq!(refused(b"\xFF\xFEa\0\n\0\x00\xD8b\0"), (Some(2), Reason::NotText(NotText::Broken)));
        assert_eq!(refused(b"\xFF\xFEa"), (Some(1), Reason::NotText(NotText::Broken)));
    }

    #[test]
    fn lines_that_a_carriage_return_ends() {
        assert_eq!(decoded(b"a\rb\r").0, "a\nb\n");
        assert_eq!(decoded(b"a\r\nb\r\n").0, "a\r\nb\r\n");
        assert_eq!(decoded(b"a\r\nb\rc\r").0, "a\nb\nc\n");
    }
}
