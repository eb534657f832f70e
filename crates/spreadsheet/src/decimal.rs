//! Decimal numbers without rounding: whole millionths, and how many places were written.

use std::borrow::Cow;

/// So many places can be kept.
pub const MAX_PLACES: u32 = 6;

/// A number with up to [`MAX_PLACES`] places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The number times a million.
    pub millionths: i64,
    /// How many places it was written with.
    pub places: u32,
}

/// Why a text is no such number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// No number at all.
    NoNumber,
    /// More than [`MAX_PLACES`] places that matter.
    TooManyPlaces,
    /// Larger than fits.
    TooLarge,
}

/// What stands between the whole part of a number and its decimals, where somebody says it. The other of the two then stands
/// between thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,5` and `1.000`.
    Comma,
    /// `1.5` and `1,000`.
    Point,
}

impl DecimalMark {
    /// The one of a word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "comma" => Some(Self::Comma),
            "point" => Some(Self::Point),
            _ => None,
        }
    }

    /// A number with a point before its decimals and nothing between thousands; a text that isn't one comes back as something
    /// that is none either.
    #[must_use]
    pub fn plain(self, text: &str) -> Cow<'_, str> {
        let (mark, thousands) = match self {
            Self::Comma => (',', '.'),
            Self::Point => ('.', ','),
        };
        if !text.contains([',', '.']) {
            return Cow::Borrowed(text);
        }
        let text = cells::trimmed(text);
        let (whole, decimals) = text.split_once(mark).map_or((text, None), |(whole, decimals)| (whole, Some(decimals)));
        let mut groups = whole.split(thousands);
        let first = groups.next().unwrap_or_default().trim_start_matches(['-', '+', '\u{2212}']).chars().count();
        let of_thousands = whole.contains(thousands);
        let grouped = !of_thousands || ((1..=3).contains(&first) && groups.all(|group| group.chars().count() == 3));
        if !grouped || decimals.is_some_and(|decimals| decimals.contains([mark, thousands])) {
            return Cow::Borrowed("-");
        }
        let whole = whole.replace(thousands, "");
        Cow::Owned(decimals.map_or_else(|| whole.clone(), |decimals| format!("{whole}.{decimals}")))
    }
}

impl Decimal {
    /// Reads a number as people write it: a sign or none, digits (Arabic ones too), a point or an Arabic decimal mark. A
    /// comma is one only when the caller says so, since in some files it stands between fields or thousands.
    ///
    /// # Errors
    /// See [`DecimalError`]. Zeros beyond the places kept are no error.
    pub fn parse(text: &str, comma: bool) -> Result<Self, DecimalError> {
        let text = cells::trimmed(text);
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mut value, mut places, mut seen, mut point) = (0_i64, 0_u32, false, false);
        for letter in digits.chars() {
            let Some(digit) = digit(letter) else {
                let mark = letter == '.' || letter == '\u{66B}' || (comma && letter == ',');
                if point || !mark {
                    return Err(DecimalError::NoNumber);
                }
                point = true;
                continue;
            };
            seen = true;
            if point && places == MAX_PLACES {
                if digit != 0 {
                    // Whether the rest is a number at all is told first.
                    return Err(if is_number(digits, comma) { DecimalError::TooManyPlaces } else { DecimalError::NoNumber });
                }
                continue;
            }
            places += u32::from(point);
            value = match value.checked_mul(10).and_then(|value| value.checked_add(digit)) {
                Some(value) => value,
                None if is_number(digits, comma) => return Err(DecimalError::TooLarge),
                None => return Err(DecimalError::NoNumber),
            };
        }
        if !seen {
            return Err(DecimalError::NoNumber);
        }
        let scale = 10_i64.pow(MAX_PLACES - places.min(MAX_PLACES));
        let millionths = value.checked_mul(scale).ok_or(DecimalError::TooLarge)?;
        Ok(Self { millionths: if negative { -millionths } else { millionths }, places })
    }

    /// A whole number of units of `10^-places`, written out with all its places.
    #[must_use]
    pub fn written(units: i64, places: u32) -> String {
        if places == 0 {
            return units.to_string();
        }
        let one = 10_u64.pow(places.min(MAX_PLACES));
        let size = units.unsigned_abs();
        let sign = if units < 0 { "-" } else { "" };
        let width = places.min(MAX_PLACES) as usize;
        format!("{sign}{}.{:0width$}", size / one, size % one)
    }
}

/// A digit of the West, of Arabic, or of Persian and Urdu.
fn digit(letter: char) -> Option<i64> {
    let zero = match letter {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        _ => return None,
    };
    Some(i64::from(u32::from(letter) - u32::from(zero)))
}

fn is_number(digits: &str, comma: bool) -> bool {
    let mut points = 0;
    digits.chars().all(|letter| {
        let mark = letter == '.' || letter == '\u{66B}' || (comma && letter == ',');
        points += u32::from(mark);
        mark || digit(letter).is_some()
    }) && points <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(i64, u32), DecimalError> {
        Decimal::parse(text, false).map(|decimal| (decimal.millionths, decimal.places))
    }

    #[test]
    fn who_says_which_mark_is_for_decimals_is_believed() {
        let read = |mark: DecimalMark, text: &str| Decimal::parse(&mark.plain(text), false).ok().map(|number| number.millionths);
        for (text, by_comma, by_point) in [
            ("1,5", Some(1_500_000), None),
            ("1.5", None, Some(1_500_000)),
            ("1.000", Some(1_000_000_000), Some(1_000_000)),
            ("1,000", Some(1_000_000), Some(1_000_000_000)),
            ("-1.234,5", Some(-1_234_500_000), None),
            ("12.34", None, Some(12_340_000)),
            ("7", Some(7_000_000), Some(7_000_000)),
            ("1,2,3", None, None),
            (".5", None, Some(500_000)),
            ("many", None, None),
        ] {
            assert_eq!((read(DecimalMark::Comma, text), read(DecimalMark::Point, text)), (by_comma, by_point), "{text}");
        }
        assert_eq!((DecimalMark::named("comma"), DecimalMark::named("dot")), (Some(DecimalMark::Comma), None));
    }

    #[test]
    fn numbers_are_exact() {
        assert_eq!(read("0.1"), Ok((100_000, 1)));
        assert_eq!(read(" -12.345678 "), Ok((-12_345_678, 6)));
        assert_eq!(read("+7"), Ok((7_000_000, 0)));
        assert_eq!(read("1.50"), Ok((1_500_000, 2)));
        assert_eq!(read(".5"), Ok((500_000, 1)));
        assert_eq!(read("5."), Ok((5_000_000, 0)));
        assert_eq!(read("\u{2212}3"), Ok((-3_000_000, 0)));
        assert_eq!(read("٣٫٥"), Ok((3_500_000, 1)));
        assert_eq!(read("1.10000000"), Ok((1_100_000, 6)), "zeros lose nothing");
        assert_eq!(Decimal::parse("3,25", true).map(|d| d.millionths), Ok(3_250_000));
    }

    #[test]
    fn what_is_none_says_why() {
        for text in ["", "-", ".", "abc", "1e5", "1.2.3", "--1", "1 000", "3,5", "0x1", "NaN", "1.0000000x", "99999999999999999999x"] {
            assert_eq!(read(text), Err(DecimalError::NoNumber), "{text}");
        }
        assert_eq!(read("1.0000001"), Err(DecimalError::TooManyPlaces));
        assert_eq!(read("99999999999999999999"), Err(DecimalError::TooLarge));
        assert_eq!(read("9999999999999999"), Err(DecimalError::TooLarge));
    }

    #[test]
    fn written_as_read() {
        for (units, places, text) in
            [(5, 0, "5"), (-5, 1, "-0.5"), (1050, 2, "10.50"), (i64::MIN, 6, "-9223372036854.775808"), (0, 3, "0.000")]
        {
            assert_eq!(Decimal::written(units, places), text);
        }
    }
}
