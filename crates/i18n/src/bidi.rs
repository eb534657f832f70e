//! Text that reads from the other side within a sentence: a Latin name in Arabic, an Arabic one in English.
//!
//! Such a value is put between two invisible signs (Unicode Standard Annex 9, *Explicit Directional Isolates*), as Project Fluent
//! does: else a bracket, a full stop or a number beside it may end up on its wrong side.

use crate::Locale;

/// FIRST STRONG ISOLATE: what follows has a direction of its own.
pub(crate) const ISOLATE: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE: so far.
pub(crate) const END: char = '\u{2069}';

/// Whether a value has letters that run against the language. Links are left alone: what finds them in a mail would take the
/// sign for a part of them.
pub(crate) fn foreign(value: &str, locale: Locale) -> bool {
    let against = if locale == Locale::Ar { runs_right } else { runs_left };
    value.chars().any(against) && !value.contains("://")
}

/// Whether a letter belongs to a script that is written from right to left.
const fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a letter belongs to any other script. Roughly: the tables of Unicode would be sent to every phone.
const fn runs_right(c: char) -> bool {
    let sign = matches!(c, '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe6f}' | '\u{1f000}'..='\u{1faff}');
    c.is_ascii_alphabetic() || (c >= '\u{c0}' && !sign && !runs_left(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(feature = "all-locales")]
    use crate::{I18n, m};

    #[cfg(feature = "all-locales")]
    #[test]
    fn a_name_that_runs_the_other_way_is_set_apart() {
        let with = |locale, mentee, mentor| I18n::of(locale).f(m::MATCH_RUNS_WITH, &[("mentee", mentee), ("mentor", mentor)]);
        assert_eq!(with(Locale::En, "Mia", "Noor"), "Mia with Noor");
        assert_eq!(with(Locale::En, "Mia", "نور"), "Mia with \u{2068}نور\u{2069}");
        let arabic = with(Locale::Ar, "Mia (she)", "نور");
        assert!(arabic.contains("\u{2068}Mia (she)\u{2069}") && !arabic.contains("\u{2068}نور"), "{arabic}");
    }

    #[test]
    fn numbers_and_links_are_left_alone() {
        assert!(!foreign("1,106", Locale::Ar));
        assert!(!foreign("", Locale::Ar));
        assert!(!foreign("12 – 15 % “…” 🎉", Locale::Ar));
        assert!(foreign("Łódź", Locale::Ar) && foreign("東京", Locale::Ar));
        assert!(!foreign("https://example.org/a", Locale::Ar));
        assert!(foreign("example.org", Locale::Ar));
        assert!(foreign("שלום", Locale::De));
    }
}
