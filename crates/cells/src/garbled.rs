//! Letters that were lost or mistaken before the file came here.

/// Whether letters of a text were lost (`????? ??????`, `M�ller`) or mistaken (`JÃ¼rgen`) by a program that took one encoding for
/// another.
#[must_use]
pub fn garbled(text: &str) -> bool {
    let (mut marks, mut letters, mut in_a_row, mut longest) = (0, 0, 0, 0);
    for letter in text.chars() {
        if letter == '?' {
            marks += 1;
            in_a_row += 1;
            longest = longest.max(in_a_row);
        } else {
            in_a_row = 0;
            letters += usize::from(letter.is_alphanumeric());
        }
    }
    let lost = longest >= 2 && marks >= letters;
    lost || text.contains('\u{FFFD}') || is_mistaken_utf_8(text)
}

/// Whether the text, written as Windows-1252, would be UTF-8 of something else.
fn is_mistaken_utf_8(text: &str) -> bool {
    let bytes: Option<Vec<u8>> = text.chars().map(windows_1252).collect();
    bytes.is_some_and(|bytes| !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok())
}

fn windows_1252(letter: char) -> Option<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    match u32::from(letter) {
        code @ (0..=0x7F | 0xA0..=0xFF) => u8::try_from(code).ok(),
        _ => HIGH.chars().position(|high| high == letter).and_then(|place| u8::try_from(0x80 + place).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_and_mistaken_letters_are_noticed() {
        for text in ["????? ??????", "???? M.", "M\u{FFFD}ller", "JÃ¼rgen", "ZoÃ« Obi", "Ø³Ù„Ù…Ù‰"] {
            assert!(garbled(text), "{text}");
        }
        for text in ["", "Jürgen", "Zoë", "Why? Because", "Really??", "سلمى", "François", "São Tomé", "Ü", "?"] {
            assert!(!garbled(text), "{text}");
        }
    }
}
