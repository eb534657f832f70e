//! From bytes to text: which encoding they are in, and whether they are text at all.

use crate::problem::{NotText, Problem, Reason};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How the bytes say letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// What nearly everything writes today, with or without a mark at the beginning.
    Utf8,
    /// What Excel calls "Unicode text".
    Utf16,
    /// What Excel calls "CSV" on a Windows of some language, and other encodings of before. The file doesn't say which.
    Older(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// What people may choose from: the older encodings of the languages that programs still write.
    pub const OLDER: [&'static str; 16] = [
        "windows-1252",
        "windows-1250",
        "windows-1251",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "windows-874",
        "macintosh",
        "KOI8-U",
        "Shift_JIS",
        "GBK",
        "Big5",
        "EUC-KR",
    ];

    /// The encoding that a name stands for (`windows-1256`, `latin1`, `utf-8`, …).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match encoding_rs::Encoding::for_label(name.trim().as_bytes())? {
            found if found == UTF_8 => Some(Self::Utf8),
            found if found == UTF_16LE || found == UTF_16BE => Some(Self::Utf16),
            // What stands for "no text" and what only browsers write.
            found if found == encoding_rs::REPLACEMENT || found == encoding_rs::X_USER_DEFINED => None,
            found => Some(Self::Older(found)),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Older(encoding) => encoding.name(),
        }
    }
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
        Self::decode_as(file, bytes, None)
    }

    /// The same where somebody may have said what to take for what is neither UTF-8 nor marked.
    ///
    /// # Errors
    /// When it isn't text, with the first line where that shows.
    pub fn decode_as(file: &str, bytes: &'b [u8], told: Option<Encoding>) -> Result<Self, Problem> {
        if looks_like_workbook(bytes) {
            return Err(Problem::of_file(file, Reason::NotText(NotText::Workbook)));
        }
        let (text, encoding) = match bytes {
            [0xEF, 0xBB, 0xBF, rest @ ..] => (Cow::Borrowed(utf8(file, rest)?), Encoding::Utf8),
            [0xFF, 0xFE, rest @ ..] => (utf16(file, rest, UTF_16LE)?, Encoding::Utf16),
            [0xFE, 0xFF, rest @ ..] => (utf16(file, rest, UTF_16BE)?, Encoding::Utf16),
            _ => match (std::str::from_utf8(bytes), told) {
                (Ok(text), _) => (Cow::Borrowed(text), Encoding::Utf8),
                (Err(_), Some(Encoding::Older(told))) => (older(file, bytes, told)?, Encoding::Older(told)),
                (Err(_), Some(Encoding::Utf8)) => (Cow::Borrowed(utf8(file, bytes)?), Encoding::Utf8),
                (Err(_), _) => guessed(file, bytes)?,
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

    /// Whether the encoding is a guess at what an older program wrote, or somebody's word for it.
    #[must_use]
    pub const fn is_older(&self) -> bool {
        matches!(self.encoding, Encoding::Older(_))
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

/// What the letters most look like; Western where that can't be.
fn guessed<'b>(file: &str, bytes: &'b [u8]) -> Result<(Cow<'b, str>, Encoding), Problem> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    match older(file, bytes, found) {
        Ok(text) => Ok((text, Encoding::Older(found))),
        Err(_) => Ok((older(file, bytes, WINDOWS_1252)?, Encoding::Older(WINDOWS_1252))),
    }
}

fn older<'b>(file: &str, bytes: &'b [u8], encoding: &'static encoding_rs::Encoding) -> Result<Cow<'b, str>, Problem> {
    if let Some(at) = bytes.iter().position(|byte| no_text_has(*byte)) {
        return Err(Problem::at(file, line_at(bytes, at), Reason::NotText(NotText::Binary)));
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    // What an encoding has no letter for: pictures and archives are full of it.
    let no_letter = |letter: char| letter == char::REPLACEMENT_CHARACTER || matches!(letter, '\u{80}'..='\u{9F}');
    match text.find(no_letter) {
        Some(at) => Err(Problem::at(file, line_at(text.as_bytes(), at), Reason::NotText(NotText::Binary))),
        None => Ok(text),
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
    fn anything_else_is_what_it_looks_like() {
        let western = b"Vorname;Nachname;F\xE4higkeiten\nFran\xE7ois;M\xFCller;Verkauf \x80 5\nJ\xF6rg;Stra\xDFe;B\xFCro\n";
        assert_eq!(
            decoded(western),
            ("Vorname;Nachname;Fähigkeiten\nFrançois;Müller;Verkauf € 5\nJörg;Straße;Büro\n".to_owned(), Encoding::Older(WINDOWS_1252))
        );
        for (encoding, written) in [
            ("windows-1256", "الاسم;البريد الإلكتروني;الدور\nسلمى تجريبية;salma@example.org;مسترشد\n"),
            ("windows-1251", "Имя;Адрес;Роль\nАнна Петрова;anna@example.org;наставник\n"),
            ("windows-1253", "Όνομα;Διεύθυνση\nΜαρία Παπαδοπούλου;maria@example.org\n"),
        ] {
            let Some(Encoding::Older(found)) = Encoding::named(encoding) else { panic!("{encoding}") };
            let (bytes, _, _) = found.encode(written);
            assert_eq!(decoded(&bytes), (written.to_owned(), Encoding::Older(found)));
        }
    }

    #[test]
    fn who_says_the_encoding_is_believed() {
        let told = Encoding::named("windows-1256");
        assert_eq!(told.map(Encoding::name), Some("windows-1256"));
        let text = Text::decode_as("a.csv", b"\xD3\xE1\xE3\xEC", told).unwrap();
        assert_eq!((text.as_str(), text.is_older()), ("سلمى", true));
        assert_eq!(
            Text::decode_as("a.csv", "é".as_bytes(), told).map(|text| text.encoding()),
            Ok(Encoding::Utf8),
            "what is UTF-8 is nothing else"
        );
        assert!(Text::decode_as("a.csv", b"\xE9", Some(Encoding::Utf8)).is_err());
        assert!(Encoding::OLDER.iter().all(|name| Encoding::named(name).is_some_and(|found| found.name() == *name)));
        assert_eq!((Encoding::named("magic"), Encoding::named("iso-2022-kr")), (None, None));
    }

    #[test]
    fn what_is_no_text_is_refused_where_it_shows() {
        assert_eq!(refused(b"PK\x03\x04rest"), (None, Reason::NotText(NotText::Workbook)));
        assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), (None, Reason::NotText(NotText::Workbook)));
        assert_eq!(refused(b"a,b\n1,\0\n"), (Some(2), Reason::NotText(NotText::Binary)));
        assert_eq!(refused(b"a\n\n\x89PNG\x1A"), (Some(3), Reason::NotText(NotText::Binary)));
        assert_eq!(refused(b"a\nb\n\xE9\x01\n"), (Some(3), Reason::NotText(NotText::Binary)));
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
