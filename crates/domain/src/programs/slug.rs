//! A program's name in addresses: suggested from its name, checked when somebody chooses another.

use crate::problem::ProblemCode;
use crate::search::fold;

/// Shortest name in addresses, in characters.
pub const SLUG_MIN: usize = 3;
/// Longest name in addresses, in characters.
pub const SLUG_MAX: usize = 60;
/// What is an address of something else already.
const RESERVED: [&str; 1] = ["new"];
/// For names that have no Latin letter.
const FALLBACK: &str = "program";

/// The name in addresses that a name suggests: its Latin letters without accents, its digits, and hyphens between words.
#[must_use]
pub fn suggest_slug(name: &str) -> String {
    let plain: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let mut slug = String::new();
    for word in plain.split_whitespace() {
        let joint = usize::from(!slug.is_empty());
        if slug.len() + joint + word.len() > SLUG_MAX - 4 {
            break;
        }
        if joint == 1 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if check_slug(&slug).is_ok() { slug } else { FALLBACK.to_owned() }
}

/// The suggestion, or it with the lowest number from 2 that is free.
#[must_use]
pub fn free_slug(suggestion: &str, taken: &[String]) -> String {
    let is_free = |slug: &String| !taken.contains(slug);
    let numbered = (2_usize..=taken.len() + 2).map(|n| format!("{suggestion}-{n}"));
    std::iter::once(suggestion.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| suggestion.to_owned())
}

/// A name in addresses as somebody typed it; capitals are forgiven.
///
/// # Errors
/// `Required`, `TooShort`, `TooLong`, `NotASlug`, or `Taken` for what is an address of something else.
pub fn check_slug(value: &str) -> Result<String, ProblemCode> {
    let slug = value.trim().to_lowercase();
    let length = slug.chars().count();
    if length == 0 {
        return Err(ProblemCode::Required);
    }
    let shaped = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !shaped || slug.starts_with('-') || slug.ends_with('-') || slug.contains("--") {
        return Err(ProblemCode::NotASlug);
    }
    match length {
        n if n < SLUG_MIN => Err(ProblemCode::TooShort { min: SLUG_MIN }),
        n if n > SLUG_MAX => Err(ProblemCode::TooLong { max: SLUG_MAX }),
        _ if RESERVED.contains(&slug.as_str()) => Err(ProblemCode::Taken),
        _ => Ok(slug),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_suggests_what_can_be_read_aloud() {
        assert_eq!(suggest_slug("Career mentoring 2026"), "career-mentoring-2026");
        assert_eq!(suggest_slug("  Führung & Mut!  "), "fuhrung-mut");
        assert_eq!(suggest_slug("الإرشاد المهني"), "program");
        assert_eq!(suggest_slug("New"), "program");
    }

    #[test]
    fn the_first_free_one_is_taken() {
        let taken = ["career", "career-2"].map(str::to_owned);
        assert_eq!(free_slug("career", &taken), "career-3");
        assert_eq!(free_slug("peer", &taken), "peer");
    }

    #[test]
    fn what_somebody_types_is_an_address() {
        assert_eq!(check_slug(" Career-2026 "), Ok("career-2026".to_owned()));
        assert_eq!(check_slug(""), Err(ProblemCode::Required));
        assert_eq!(check_slug("ab"), Err(ProblemCode::TooShort { min: SLUG_MIN }));
        assert_eq!(check_slug(&"a".repeat(61)), Err(ProblemCode::TooLong { max: SLUG_MAX }));
        assert_eq!(check_slug("new"), Err(ProblemCode::Taken));
        for wrong in ["two words", "a/b/c", "-career", "career-", "ca--reer", "führung", "<b>"] {
            assert_eq!(check_slug(wrong), Err(ProblemCode::NotASlug), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_name_the_suggestion_passes(name in ".{0,120}") {
            let slug = suggest_slug(&name);
            prop_assert_eq!(check_slug(&slug), Ok(slug.clone()));
            prop_assert!(check_slug(&free_slug(&slug, std::slice::from_ref(&slug))).is_ok());
        }
    }
}
