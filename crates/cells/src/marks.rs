//! Marks that nobody sees, and spaces of other widths.

use std::borrow::Cow;

/// Marks for direction, joining and breaking, the byte order mark, and the soft hyphen.
#[must_use]
pub const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
    )
}

/// The two marks that change what is written: Persian words and pictures of several people need them.
const fn joins(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}')
}

/// A space that isn't the usual one: one that doesn't break, or has another width.
const fn is_odd_space(letter: char) -> bool {
    matches!(letter, '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// A text as people see it: without unseen marks (those that join letters stay between letters that aren't Latin), with usual
/// spaces, and nothing at either end.
#[must_use]
pub fn cleaned(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    if text.is_ascii() || !text.chars().any(|letter| is_unseen(letter) || is_odd_space(letter)) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        let needed = joins(letter) && clean.chars().next_back().is_some_and(|before| !before.is_ascii());
        if is_odd_space(letter) {
            clean.push(' ');
        } else if needed || !is_unseen(letter) {
            clean.push(letter);
        }
    }
    Cow::Owned(trimmed(&clean).to_owned())
}

/// Without spaces and unseen marks at either end.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || is_unseen(letter))
}

/// Whether there is nothing that a reader would see.
#[must_use]
pub fn is_empty(text: &str) -> bool {
    trimmed(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_what_joins_letters_stays() {
        assert_eq!(cleaned("\u{202A}Dalia\u{A0}Testfall\u{202C}"), "Dalia Testfall");
        assert_eq!(cleaned("al\u{200B}ma\u{FEFF}"), "alma");
        assert_eq!(cleaned("a\u{200D}b"), "ab");
        assert_eq!(cleaned("می\u{200C}خواهم"), "می\u{200C}خواهم", "a Persian word needs it");
        assert!(matches!(cleaned(" plain "), Cow::Borrowed("plain")));
    }

    #[test]
    fn what_nobody_sees_is_empty() {
        assert!(is_empty(" \u{200F}\u{A0}\t\u{61C}"));
        assert!(!is_empty("-"));
    }
}
