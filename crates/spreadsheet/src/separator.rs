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

    /// The word by which options and forms know it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    /// The one of a word, or the character itself.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|separator| word == separator.word() || word.as_bytes() == [separator.byte()])
    }

    /// The byte.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// Guesses from the first lines: the one that cuts the header and most of the lines into as many fields. The header is the first
    /// line, or below titles, which nothing cuts, the first line that is cut.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        for below_titles in [false, true] {
            let mut best = (Self::Comma, (0, 0));
            for separator in Self::ALL {
                let found = fitness(text, separator, below_titles);
                if found > best.1 {
                    best = (separator, found);
                }
            }
            if best.1.0 > 0 {
                return best.0;
            }
        }
        Self::Comma
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

/// How many of the first records have as many fields as the header, and how many those are. Nothing when the header, which is the first
/// record or the first one that is cut, is not cut at all.
fn fitness(text: &str, separator: Separator, below_titles: bool) -> (usize, usize) {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator.byte()).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let (mut header, mut agreeing) = (0, 0);
    for _ in 0..LOOKED_AT {
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            break;
        }
        if header == 0 || (below_titles && header == 1) {
            (header, agreeing) = (record.len(), 0);
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
        assert_eq!(Separator::guess("Our people\n\na;b\n1,5;2\n"), Separator::Semicolon, "below a title");
        assert_eq!(Separator::guess("alone\n1\n"), Separator::Comma);
        assert_eq!(Separator::guess(""), Separator::Comma);
    }

    #[test]
    fn each_has_a_word() {
        for separator in Separator::ALL {
            assert_eq!(Separator::named(separator.word()), Some(separator));
        }
        assert_eq!((Separator::named(";"), Separator::named("pipe"), Separator::named("")), (Some(Separator::Semicolon), None, None));
    }

    #[test]
    fn excel_may_be_told() {
        assert_eq!(Separator::told("sep=;\r\na,b;c\n"), Some((Separator::Semicolon, "a,b;c\n")));
        assert_eq!(Separator::told("SEP=\t\na"), Some((Separator::Tab, "a")));
        assert_eq!(Separator::told("sep=x\na"), None);
        assert_eq!(Separator::told("sépa"), None);
    }
}
