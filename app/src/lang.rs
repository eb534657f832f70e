//! The reader's words: `use_i18n()` in any component.

use i18n::I18n;
#[cfg(not(feature = "ssr"))]
use std::sync::OnceLock;

#[cfg(not(feature = "ssr"))]
static WORDS: OnceLock<I18n> = OnceLock::new();

/// Gives the client its words, before it hydrates.
#[cfg(not(feature = "ssr"))]
pub fn set_words(words: I18n) {
    // A second call would be a second page in the same document: the first words stay.
    let _ = WORDS.set(words);
}

/// The words of the reader's language.
#[must_use]
pub fn use_i18n() -> I18n {
    #[cfg(feature = "ssr")]
    {
        I18n::of(crate::viewer::use_viewer().locale)
    }
    #[cfg(not(feature = "ssr"))]
    {
        WORDS.get().copied().unwrap_or_else(I18n::empty)
    }
}
