//! Which character stands between the fields.

use csv::{ReaderBuilder, StringRecord};

/// So many records are looked at.
const LOOKED_AT: usize = 20;

/// What stands between the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`, where the comma is for decimals.
    Semicolon,
    /// Tab.
    Tab,
}

impl Separator {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The byte.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// Guesses from the first lines: the one that cuts the header and most of the lines into as many fields.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let mut best = (Self::Comma, (0, 0));
        for separator in Self::ALL {
            let found = fitness(text, separator);
            if found > best.1 {
                best = (separator, found);
            }
        }
        best.0
    }

    /// The first line `sep=;` by which Excel is told, with the rest of the text.
    pub(crate) fn told(text: &str) -> Option<(Self, &str)> {
        let rest = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.get(4..))?;
        let separator = Self::ALL.into_iter().find(|separator| rest.as_bytes().first() == Some(&separator.byte()))?;
        let rest = rest.get(1..)?;
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
        Some((separator, rest))
    }
}

/// How many of the first records have as many fields as the header, and how many those are. Nothing when the header is not
/// cut at all.
fn fitness(text: &str, separator: Separator) -> (usize, usize) {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator.byte()).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let (mut header, mut agreeing) = (0, 0);
    for _ in 0..LOOKED_AT {
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            break;
        }
        if header == 0 {
            header = record.len();
        }
        // The wrong separator cuts through quoted fields and leaves halves of their quotation marks.
        let whole = record.iter().all(|field| field.matches('"').count() % 2 == 0);
        agreeing += usize::from(whole && record.len() == header);
    }
    if header > 1 { (agreeing, header) } else { (0, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_cuts_all_lines_alike() {
        assert_eq!(Separator::guess("a,b\n1,2\n"), Separator::Comma);
        assert_eq!(Separator::guess("a;b\n1,5;2,5\n"), Separator::Semicolon);
        assert_eq!(Separator::guess("a\tb\n1;2\t3,4\n"), Separator::Tab);
        assert_eq!(Separator::guess("name;skills, wanted;x\nAda;a, b, c;1\nBo;;2\n"), Separator::Semicolon);
        assert_eq!(Separator::guess("\"a;b\";c,d\n1;2\n3;4\n"), Separator::Semicolon);
        assert_eq!(Separator::guess("id,langs\n1,en;fr\n2\n3,de\n"), Separator::Comma, "one short line changes nothing");
        assert_eq!(Separator::guess("\"a\";\"b,\"\n\"x\";\",x\"\n"), Separator::Semicolon);
        assert_eq!(Separator::guess("alone\n1\n"), Separator::Comma);
        assert_eq!(Separator::guess(""), Separator::Comma);
    }

    #[test]
    fn excel_may_be_told() {
        assert_eq!(Separator::told("sep=;\r\na,b;c\n"), Some((Separator::Semicolon, "a,b;c\n")));
        assert_eq!(Separator::told("SEP=\t\na"), Some((Separator::Tab, "a")));
        assert_eq!(Separator::told("sep=x\na"), None);
        assert_eq!(Separator::told("sépa"), None);
    }
}
