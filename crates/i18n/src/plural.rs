//! Which plural form a whole number takes, after Unicode CLDR's plural rules (cardinals) for our five languages.
//!
//! Forty lines instead of a library: the client carries them, and a test compares them with ICU's own data.

use crate::Locale;

/// CLDR's plural categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Zero.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// All else; each message has this form.
    Other,
}

impl Plural {
    /// CLDR's word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The form that a whole number takes.
#[must_use]
pub fn of(locale: Locale, n: i64) -> Plural {
    let n = n.unsigned_abs();
    let million = n != 0 && n.is_multiple_of(1_000_000);
    match locale {
        Locale::En | Locale::De if n == 1 => Plural::One,
        Locale::En | Locale::De => Plural::Other,
        Locale::Es if n == 1 => Plural::One,
        Locale::Fr if n < 2 => Plural::One,
        Locale::Es | Locale::Fr if million => Plural::Many,
        Locale::Es | Locale::Fr => Plural::Other,
        Locale::Ar => match (n, n % 100) {
            (0, _) => Plural::Zero,
            (1, _) => Plural::One,
            (2, _) => Plural::Two,
            (_, 3..=10) => Plural::Few,
            (_, 11..=99) => Plural::Many,
            _ => Plural::Other,
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use icu_locale_core::Locale as Tag;
    use icu_plurals::{PluralCategory, PluralRules};

    #[test]
    fn forms_are_those_of_cldr() {
        for locale in Locale::ALL {
            let tag: Tag = locale.as_str().parse().unwrap();
            let rules = PluralRules::try_new_cardinal(tag.into()).unwrap();
            for n in (0..=1_100_i64).chain([9_999, 10_000, 999_999, 1_000_000, 1_000_001, 2_500_000, 7_000_000]) {
                let expected = match rules.category_for(n.unsigned_abs()) {
                    PluralCategory::Zero => "zero",
                    PluralCategory::One => "one",
                    PluralCategory::Two => "two",
                    PluralCategory::Few => "few",
                    PluralCategory::Many => "many",
                    PluralCategory::Other => "other",
                };
                assert_eq!(of(locale, n).as_str(), expected, "{locale} {n}");
            }
        }
    }
}
