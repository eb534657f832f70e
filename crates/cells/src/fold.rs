//! When two texts mean the same although they are written differently: case, accents, marks that nobody sees.

use crate::marks::{is_unseen, trimmed};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A header as it is looked up: small letters without accents, one space between words, no punctuation.
#[must_use]
pub fn fold_header(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in folded_letters(text) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A value as it is compared: like a header, but punctuation stays, since C, C# and C++ are three things.
#[must_use]
pub fn fold_value(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || (b'!'..=b'@').contains(&byte);
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for letter in folded_letters(text) {
        if !letter.is_whitespace() {
            folded.push(letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    Cow::Owned(folded)
}

fn folded_letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkd().filter(|letter| !is_combining_mark(*letter) && !plays_no_part(*letter)).flat_map(char::to_lowercase)
}

/// What nobody sees, and the stroke that only stretches Arabic words.
const fn plays_no_part(letter: char) -> bool {
    is_unseen(letter) || letter == '\u{0640}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_differ_only_in_what_counts() {
        for text in ["Adresse e-mail", " adresse  E_MAIL ", "ADRESSE E‑MAIL:", "\u{200F}adresse e.mail"] {
            assert_eq!(fold_header(text), "adresse e mail", "{text}");
        }
        assert_eq!(fold_header("Fähigkeiten"), fold_header("Fa\u{308}higkeiten"));
        assert_eq!(fold_header("اللُّغة"), fold_header("اللـغة"));
        assert_eq!(fold_header("الأهداف"), fold_header("الاهداف"));
        assert_eq!(fold_header(" ?! "), "");
    }

    #[test]
    fn values_keep_their_punctuation() {
        assert_eq!(fold_value("  C++ "), "c++");
        assert_ne!(fold_value("C#"), fold_value("C"));
        assert_eq!(fold_value("Français"), "francais");
        assert_eq!(fold_value("Data\u{A0} Analysis"), "data analysis");
        assert!(matches!(fold_value(" rust2 "), Cow::Borrowed("rust2")));
    }
}
