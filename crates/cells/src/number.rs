//! A number among words: `3 mentees`, `up to 2`, `1-2`, `three`.

use crate::fold::fold_header;

/// Words for small numbers, folded, from 0.
const WORDS: [&[&str]; 11] = [
    &["zero", "cero", "null", "صفر"],
    &["one", "uno", "una", "un", "une", "ein", "eine", "einen", "eins", "واحد", "واحدة"],
    &["two", "dos", "deux", "zwei", "اثنان", "اثنين"],
    &["three", "tres", "trois", "drei", "ثلاثة", "ثلاث"],
    &["four", "cuatro", "quatre", "vier", "اربعة", "اربع"],
    &["five", "cinco", "cinq", "funf", "fuenf", "خمسة", "خمس"],
    &["six", "seis", "sechs", "ستة", "ست"],
    &["seven", "siete", "sept", "sieben", "سبعة", "سبع"],
    &["eight", "ocho", "huit", "acht", "ثمانية", "ثماني"],
    &["nine", "nueve", "neuf", "neun", "تسعة", "تسع"],
    &["ten", "diez", "dix", "zehn", "عشرة", "عشر"],
];

/// Spreadsheets make dates of what was `1-2`.
const MONTHS: &[&str] = &[
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "ene",
    "abr",
    "ago",
    "dic",
    "janv",
    "fevr",
    "mars",
    "avr",
    "mai",
    "juin",
    "juil",
    "aout",
    "sept",
    "mrz",
    "maerz",
    "marz",
    "okt",
    "dez",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// No answer to "how many?" is longer.
const LONGEST: usize = 60;

/// The whole number that a text says among other words; of two, the greater (`1-2`, `2 or 3`). `None` when it says none, more
/// than two, one below zero or with decimals, or a date.
#[must_use]
pub fn number_in_words(text: &str) -> Option<u32> {
    if text.chars().count() > LONGEST || has_sign_or_decimals(text) {
        return None;
    }
    let folded = fold_header(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| MONTHS.contains(word)) {
        return None;
    }
    let mut found: Vec<u32> = Vec::new();
    for word in words {
        let digits: Option<String> = word.chars().map(western).collect();
        if let Some(digits) = digits {
            found.push(digits.parse().ok()?);
        } else if let Some(number) = WORDS.iter().position(|same| same.contains(&word)) {
            found.push(u32::try_from(number).ok()?);
        } else if word.chars().any(|letter| western(letter).is_some()) {
            return None;
        }
    }
    if found.len() > 2 { None } else { found.into_iter().max() }
}

fn western(letter: char) -> Option<char> {
    let zero = match letter {
        '0'..='9' => return Some(letter),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        _ => return None,
    };
    char::from_digit(u32::from(letter) - zero, 10)
}

/// `-3`, `1.5`, `1,5` are judged by who reads numbers.
fn has_sign_or_decimals(text: &str) -> bool {
    let letters: Vec<char> = text.trim().chars().collect();
    let signed = matches!(letters.first(), Some('-' | '\u{2212}')) && letters.get(1).copied().and_then(western).is_some();
    let decimal = letters.windows(3).any(|three| match three {
        [before, mark, behind] => matches!(mark, '.' | ',' | '\u{66B}') && western(*before).is_some() && western(*behind).is_some(),
        _ => false,
    });
    signed || decimal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_among_words() {
        for (text, number) in [
            ("3 mentees", 3),
            ("up to 2", 2),
            ("1-2", 2),
            ("2 or 3", 3),
            ("1–2 people", 2),
            ("two", 2),
            ("Höchstens drei", 3),
            ("max. 4", 4),
            ("٢", 2),
            ("2+", 2),
            ("ثلاثة", 3),
            ("none, 0", 0),
        ] {
            assert_eq!(number_in_words(text), Some(number), "{text}");
        }
        for text in ["", "many", "-1", "1.5", "1,5", "1, 2, 3", "01-Feb", "2. Jan", "Early career", "B2", "99999999999", "2026-02-01"] {
            assert_eq!(number_in_words(text), None, "{text}");
        }
    }
}
