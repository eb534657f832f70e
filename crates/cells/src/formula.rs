//! What a spreadsheet would take for a formula, and the mark in front of it that keeps it from being one.

/// A text that no spreadsheet program takes for a formula: what begins as one gets an apostrophe in front, which most of them
/// don't show. (OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab and carriage return.) Plain numbers stay.
///
/// What had apostrophes in front of a formula already gets one more, so that [`undefused`] gives back every text.
#[must_use]
pub fn defused(text: &str) -> String {
    if is_risky(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The text that was [`defused`].
#[must_use]
pub fn undefused(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

fn is_risky(text: &str) -> bool {
    let first = text.trim_start_matches([' ', '\u{A0}', '\u{FEFF}']).chars().next();
    let begins = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    begins && !is_negative_number(text)
}

fn is_negative_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('-') else { return false };
    let mut points = 0;
    let is_number = digits.chars().all(|letter| {
        points += u32::from(letter == '.');
        letter == '.' || letter.is_ascii_digit()
    });
    is_number && points < 2 && digits.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+49 30", "-x", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "-1+1", "-1.2.3", "'=1", "''@x"] {
            assert_eq!(defused(text), format!("'{text}"));
        }
        for text in ["", "a=b", "-5", "-5.25", "x", "'x", "'-5"] {
            assert_eq!((defused(text).as_str(), undefused(text)), (text, text));
        }
    }
}
