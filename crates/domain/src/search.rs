//! Words for searching: how texts and queries are folded and cut into trigrams.
//!
//! The same on both databases because it happens here: the store keeps folded words and their trigrams in plain tables.
//! Folding takes the accents off letters, so "Zoë" is found by "zoe"; it does not stem and knows no language.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest word that is kept, in characters: longer ones are cut, so that no text fills the index.
const WORD_MAX: usize = 40;

/// Lower case, compatibility forms unified, without marks, and everything that is neither a letter nor a digit becomes
/// one space between words.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if is_combining_mark(c) || is_invisible(c) {
            continue;
        }
        if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        match plain(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

/// The form of a name under which it is kept and looked for: folded, or in lower case where folding leaves nothing (a name of
/// signs alone). Empty for an empty name only.
#[must_use]
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.trim().to_lowercase() } else { folded }
}

/// Letters that Unicode doesn't take apart, as people type them who don't have the key.
const fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        // Alef without its seat, yeh and heh as they are interchanged in Arabic writing.
        'ٱ' => "ا",
        'ى' => "ي",
        'ة' => "ه",
        _ => return None,
    })
}

/// Characters inside words that nobody sees: joiners, soft hyphens, the Arabic tatweel.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | 'ـ')
}

/// The folded words of a text, each once, cut at [`WORD_MAX`] characters, in their first order.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut seen = BTreeSet::new();
    let cut = folded.split(' ').filter(|word| !word.is_empty());
    let cut = cut.map(|word| word.chars().take(WORD_MAX).collect::<String>());
    cut.filter(|word| seen.insert(word.clone())).collect()
}

/// The trigrams of one folded word, each once, ascending, with two spaces before it and one after: so the beginning of a
/// word counts more than its end. An empty word has none.
#[must_use]
pub fn trigrams(word: &str) -> Vec<String> {
    if word.is_empty() {
        return Vec::new();
    }
    let padded: Vec<char> = "  ".chars().chain(word.chars()).chain(" ".chars()).collect();
    let grams: BTreeSet<String> = padded.windows(3).map(|gram| gram.iter().collect()).collect();
    grams.into_iter().collect()
}

/// How alike two folded words are: shared trigrams among all of both, 0 to 1. Symmetric.
#[must_use]
pub fn similarity(a: &str, b: &str) -> f32 {
    let (a, b) = (trigrams(a), trigrams(b));
    let shared = a.iter().filter(|gram| b.binary_search(gram).is_ok()).count();
    similarity_of(shared, a.len(), b.len())
}

/// The same from counts alone, for a store that counts shared trigrams itself.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "words have at most some dozens of trigrams")]
pub fn similarity_of(shared: usize, grams_a: usize, grams_b: usize) -> f32 {
    let all = (grams_a + grams_b).saturating_sub(shared);
    if all == 0 { 0.0 } else { shared as f32 / all as f32 }
}

/// Whether two folded words differ by one slip of the fingers: a letter wrong, missing or too many, or two swapped. In short
/// words trigrams don't see that, since one slip spoils most of them.
#[must_use]
pub fn is_one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = |(x, y): &(&char, &char)| x == y;
    let start = a.iter().zip(&b).take_while(same).count();
    let rest = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(same).count();
    let middle = |word: &[char]| word.get(start..word.len() - end).unwrap_or_default().to_vec();
    match (middle(&a).as_slice(), middle(&b).as_slice()) {
        ([_], [_] | []) | ([], [_]) => true,
        ([x, y], [v, w]) => x == w && y == v,
        _ => false,
    }
}

/// Words at least this alike are taken for the same word with a typo: one letter wrong or missing in a word of usual
/// length. See also [`is_one_slip`].
pub const TYPO: f32 = 0.3;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_are_found_without_the_marks_of_their_names() {
        assert_eq!(fold("  Zoë Müller-Łukasz,  O’Brien "), "zoe muller lukasz o brien");
        assert_eq!(fold("STRASSE"), fold("Straße"));
        assert_eq!(fold("ﬁne №5"), "fine no5");
        assert_eq!(fold("İstanbul"), "istanbul");
        assert_eq!(fold("مُحَمَّد"), "محمد", "without the vowel marks");
        assert_eq!(fold("أحمد"), fold("احمد"));
        assert_eq!(fold("日本 語"), "日本 語");
        assert_eq!(fold("!?"), "");
    }

    #[test]
    fn a_name_has_a_key_even_of_signs_alone() {
        assert_eq!(name_key(" ÉMILE Ørsted "), "emile orsted");
        assert_eq!(name_key("☘ "), "☘");
        assert_eq!(name_key(" "), "");
    }

    #[test]
    fn words_are_counted_once_and_cut() {
        assert_eq!(words("Rust, rust & C++ (RUST)"), ["rust", "c"]);
        assert_eq!(words(&"a".repeat(100)), ["a".repeat(40)]);
        assert!(words(" — ").is_empty());
    }

    #[test]
    fn trigrams_are_padded_like_everybody_expects() {
        assert_eq!(trigrams("cat"), ["  c", " ca", "at ", "cat"]);
        assert_eq!(trigrams("a"), ["  a", " a "]);
        assert_eq!(trigrams("aaaa"), ["  a", " aa", "aa ", "aaa"]);
        assert!(trigrams("").is_empty());
    }

    #[test]
    fn one_slip_is_a_letter_wrong_missing_too_many_or_two_swapped() {
        for (typed, meant) in [("pyhton", "python"), ("pthon", "python"), ("pythoon", "python"), ("pxthon", "python"), ("zoee", "zoe")] {
            assert!(is_one_slip(typed, meant) && is_one_slip(meant, typed), "{typed}");
        }
        for (typed, other) in [("python", "python"), ("noor", "mia"), ("pyhtno", "python"), ("", "to"), ("abab", "baba")] {
            assert!(!is_one_slip(typed, other), "{typed}");
        }
    }

    #[test]
    fn a_typo_is_near_and_another_word_is_far() {
        for (typed, meant) in [("leadrship", "leadership"), ("desing", "design"), ("marketting", "marketing"), ("pyton", "python")] {
            assert!(similarity(typed, meant) >= TYPO, "{typed}: {}", similarity(typed, meant));
        }
        for (typed, other) in [("design", "python"), ("sales", "finance"), ("law", "flow")] {
            assert!(similarity(typed, other) < TYPO, "{typed}: {}", similarity(typed, other));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
        }

        #[test]
        fn likeness_is_bounded_symmetric_and_whole_with_itself(a in "\\PC{1,12}", b in "\\PC{0,12}") {
            let alike = similarity(&a, &b);
            prop_assert!((0.0..=1.0).contains(&alike));
            prop_assert_eq!(alike, similarity(&b, &a));
            prop_assert_eq!(similarity(&a, &a), 1.0);
        }
    }
}
