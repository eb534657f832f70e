//! The client's words: files with those of one page, and what came of them.
//!
//! A file is a list of runs. A run begins with the place of its first word in the table of all words, as a text, and goes on with
//! words that stand one after the other there: `[["12","Goals","New goal"],["40","Save"]]`.

use crate::Locale;
#[cfg(feature = "all-locales")]
use crate::{Key, tables};
use std::sync::{PoisonError, RwLock};

/// The name of the words around every page, as if that were a page.
pub const FRAME: &str = "frame";

/// All words that were given, by their place; empty where one wasn't.
static GIVEN: RwLock<Vec<&'static str>> = RwLock::new(Vec::new());

/// The name of the file with the words of a page in a language.
#[must_use]
pub fn words_file(page: &str, locale: Locale) -> String {
    format!("words.{page}.{locale}.json")
}

/// Takes the words of a file, beside those that were given before. They are kept for good.
///
/// # Errors
/// The text is no such file.
pub fn give(json: &str) -> Result<(), serde_json::Error> {
    let runs: Vec<Vec<String>> = serde_json::from_str(json)?;
    let mut given = GIVEN.write().unwrap_or_else(PoisonError::into_inner);
    for run in runs {
        let mut words = run.into_iter();
        let Some(first) = words.next().and_then(|place| place.parse::<u16>().ok()) else { continue };
        for (place, word) in (usize::from(first)..).zip(words) {
            if given.len() <= place {
                given.resize(place + 1, "");
            }
            if let Some(known) = given.get_mut(place)
                && known.is_empty()
            {
                *known = word.leak();
            }
        }
    }
    Ok(())
}

/// The word at a place. One that was not given is told in the browser's console, which fails every browser test.
pub fn word(place: usize) -> &'static str {
    let word = GIVEN.read().unwrap_or_else(PoisonError::into_inner).get(place).copied().unwrap_or_default();
    #[cfg(target_arch = "wasm32")]
    if word.is_empty() {
        web_sys::console::error_1(&format!("message {place} is not among the words of this page").into());
    }
    word
}

/// The words of `keys` as a file: what the client fetches.
#[cfg(feature = "all-locales")]
#[must_use]
pub fn words_json(locale: Locale, keys: impl IntoIterator<Item = Key>) -> String {
    let table = tables::of(locale);
    let mut places: Vec<u16> = keys.into_iter().map(|key| key.0).collect();
    places.sort_unstable();
    places.dedup();
    let runs: Vec<Vec<String>> = places
        .chunk_by(|before, after| before + 1 == *after)
        .map(|run| {
            let words = run.iter().filter_map(|place| table.get(usize::from(*place))).map(|word| (*word).to_owned());
            run.first().map(u16::to_string).into_iter().chain(words).collect()
        })
        .collect();
    serde_json::to_string(&runs).unwrap_or_default()
}

/// All messages and their names, `feature.key`.
#[cfg(feature = "all-locales")]
pub fn names() -> impl Iterator<Item = (&'static str, Key)> {
    tables::NAMES.iter().copied().zip((0_u16..).map(Key))
}

/// The message of a name, `feature.key`.
#[cfg(feature = "all-locales")]
#[must_use]
pub fn key(name: &str) -> Option<Key> {
    // They are sorted.
    let place = tables::NAMES.binary_search(&name).ok()?;
    u16::try_from(place).ok().map(Key)
}

#[cfg(all(test, feature = "all-locales"))]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::{I18n, m};

    #[test]
    fn what_a_page_was_given_is_there_and_nothing_else() {
        let client = I18n::given(Locale::Fr);
        let server = I18n::of(Locale::Fr);
        assert_eq!(client.t(m::NAV_HOME), "");
        give(&words_json(Locale::Fr, [m::NAV_HOME, m::COMMON_LIST_AND, m::COMMON_MONTHS, m::NAV_HOME])).unwrap();
        assert_eq!(client.t(m::NAV_HOME), server.t(m::NAV_HOME));
        assert_eq!(client.list(&["a", "b"]), server.list(&["a", "b"]));
        assert_eq!(client.t(m::NAV_EXPLORE), "");
        // Another page of the same language.
        give(&words_json(Locale::Fr, names().map(|(_, key)| key))).unwrap();
        for (name, key) in names() {
            assert_eq!(client.n(key, 3, &[]), server.n(key, 3, &[]), "{name}");
        }
        assert!(give("[1]").is_err() && give("").is_err());
        give("[[],[\"x\",\"y\"]]").unwrap();
    }
}
