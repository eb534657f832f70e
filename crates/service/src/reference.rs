//! Countries, languages and industries in the reader's language.
//!
//! Names come as they stand inside a sentence; the lists, which are for choosing from, have them as they stand alone,
//! sorted. Codes that nobody knows have no name: that is how a form's value is checked.

use crate::tables::{ReferenceRow, alone, read};
use domain::search::fold;
use i18n::Locale;
use std::collections::HashMap;
use std::sync::LazyLock;

/// One table, with its lists made once.
struct Table {
    rows: Vec<ReferenceRow>,
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
    sorted: HashMap<&'static str, Vec<(&'static str, String)>>,
}

static COUNTRIES: LazyLock<Table> = LazyLock::new(|| Table::new(&COUNTRY_ROWS));
static LANGUAGES: LazyLock<Table> = LazyLock::new(|| Table::new(&LANGUAGE_ROWS));
static INDUSTRIES: LazyLock<Table> = LazyLock::new(|| Table::new(&INDUSTRY_ROWS));

static COUNTRY_ROWS: LazyLock<Vec<ReferenceRow>> = LazyLock::new(|| read("countries.csv", include_str!("../data/countries.csv")));
static LANGUAGE_ROWS: LazyLock<Vec<ReferenceRow>> = LazyLock::new(|| read("languages.csv", include_str!("../data/languages.csv")));
static INDUSTRY_ROWS: LazyLock<Vec<ReferenceRow>> = LazyLock::new(|| read("industries.csv", include_str!("../data/industries.csv")));

impl Table {
    fn new(rows: &'static [ReferenceRow]) -> Self {
        let by_id = rows.iter().enumerate().map(|(place, row)| (row.id.clone(), place)).collect();
        let mut by_name = HashMap::new();
        for (place, row) in rows.iter().enumerate() {
            for name in row.names().into_iter().map(fold).filter(|name| !name.is_empty()) {
                by_name.entry(name).or_insert(place);
            }
        }
        let sorted = |locale: Locale| {
            let mut list: Vec<(&'static str, String)> = rows.iter().map(|row| (row.id.as_str(), alone(row.name(locale)))).collect();
            list.sort_by_cached_key(|(_, name)| fold(name));
            (locale.as_str(), list)
        };
        Self { rows: rows.to_vec(), by_id, by_name, sorted: Locale::ALL.into_iter().map(sorted).collect() }
    }

    fn name(&self, id: &str, locale: Locale) -> Option<&str> {
        self.by_id.get(id).and_then(|place| self.rows.get(*place)).map(|row| row.name(locale))
    }

    fn meant(&self, text: &str) -> Option<&str> {
        self.by_name.get(&fold(text)).and_then(|place| self.rows.get(*place)).map(|row| row.id.as_str())
    }

    fn list(&self, locale: Locale) -> Vec<(&'static str, String)> {
        self.sorted.get(locale.as_str()).cloned().unwrap_or_default()
    }
}

/// Every country, by name.
#[must_use]
pub fn countries(locale: Locale) -> Vec<(&'static str, String)> {
    COUNTRIES.list(locale)
}

/// A country's name.
#[must_use]
pub fn country_name(code: &str, locale: Locale) -> Option<&'static str> {
    COUNTRIES.name(code, locale)
}

/// Every language, by name.
#[must_use]
pub fn languages(locale: Locale) -> Vec<(&'static str, String)> {
    LANGUAGES.list(locale)
}

/// A language's name, as it stands inside a sentence ("you both speak *French*").
#[must_use]
pub fn language_name(code: &str, locale: Locale) -> Option<&'static str> {
    LANGUAGES.name(code, locale)
}

/// Every industry, by name.
#[must_use]
pub fn industries(locale: Locale) -> Vec<(&'static str, String)> {
    INDUSTRIES.list(locale)
}

/// An industry's name.
#[must_use]
pub fn industry_name(id: &str, locale: Locale) -> Option<&'static str> {
    INDUSTRIES.name(id, locale)
}

/// The country that a text means: a code of two or three letters, a name in any of the site's languages, or another that people use
/// (`USA`, `England`, `Holland`); also behind a place (`Nairobi, Kenya`) and in front of a remark.
#[must_use]
pub fn country_meant(text: &str) -> Option<&'static str> {
    let whole = |text: &str| country_named(text).or_else(|| other_name(text));
    let behind_place = || text.rsplit_once([',', '،']).and_then(|(_, last)| whole(last));
    whole(text).or_else(|| whole(cells::without_remark(text).0)).or_else(behind_place)
}

/// The country that has this code or this very name.
#[must_use]
pub fn country_named(text: &str) -> Option<&'static str> {
    COUNTRIES.meant(text)
}

/// Other names of countries, folded, also without what stands between their letters (`U.S.A.`).
static OTHER_NAMES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let rows: Vec<OtherName> = read("country_names.csv", include_str!("../data/country_names.csv"));
    let mut names = HashMap::new();
    for row in rows {
        let folded = fold(&row.name);
        names.entry(folded.replace(' ', "")).or_insert_with(|| row.code.clone());
        names.entry(folded).or_insert(row.code);
    }
    names
});

#[derive(serde::Deserialize)]
struct OtherName {
    code: String,
    name: String,
}

fn other_name(text: &str) -> Option<&'static str> {
    const ARTICLES: &[&str] = &["the", "la", "el", "los", "les", "le", "l", "die", "der", "republic of", "kingdom of", "state of"];
    let folded = fold(text);
    let other = |text: &str| OTHER_NAMES.get(text).or_else(|| OTHER_NAMES.get(&text.replace(' ', ""))).map(String::as_str);
    let bare = ARTICLES.iter().find_map(|article| folded.strip_prefix(article)?.strip_prefix(' '));
    other(&folded).or_else(|| bare.and_then(|bare| COUNTRIES.meant(bare).or_else(|| other(bare))))
}

/// The same for a language, which may also be named in itself.
#[must_use]
pub fn language_meant(text: &str) -> Option<&'static str> {
    LANGUAGES.meant(text)
}

/// The same for an industry.
#[must_use]
pub fn industry_meant(text: &str) -> Option<&'static str> {
    INDUSTRIES.meant(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_can_be_read_and_every_name_is_there() {
        for (table, least) in [(&COUNTRIES, 240), (&LANGUAGES, 80), (&INDUSTRIES, 25)] {
            assert!(table.rows.len() >= least, "{}", table.rows.len());
            assert_eq!(table.by_id.len(), table.rows.len(), "each key once");
            for locale in Locale::ALL {
                assert!(table.rows.iter().all(|row| !row.name(locale).trim().is_empty()), "{locale}");
                assert_eq!(table.list(locale).len(), table.rows.len());
            }
        }
    }

    #[test]
    fn lists_are_sorted_as_people_read_them() {
        let german: Vec<String> = countries(Locale::De).into_iter().map(|(_, name)| name).collect();
        let place = |name: &str| german.iter().position(|n| n == name);
        assert!(place("Österreich").is_some() && place("Österreich") < place("Portugal"), "an accent doesn't move a letter to the end");
        assert_eq!(languages(Locale::Fr).first().map(|(_, name)| name.as_str()), Some("Afrikaans"), "alone, with a capital");
    }

    #[test]
    fn names_follow_the_reader_and_unknown_codes_have_none() {
        assert_eq!(language_name("fr", Locale::Es), Some("francés"));
        assert_eq!(country_name("DE", Locale::Fr), Some("Allemagne"));
        assert_eq!(industry_name("arts", Locale::De), Some("Kunst und Kultur"));
        assert_eq!(country_name("XX", Locale::En), None);
        assert_eq!(language_name("", Locale::En), None);
    }

    #[test]
    fn countries_have_other_names() {
        let rows: Vec<OtherName> = read("country_names.csv", include_str!("../data/country_names.csv"));
        assert!(rows.len() > 400);
        for row in rows {
            assert!(country_name(&row.code, Locale::En).is_some(), "{}", row.code);
            assert_eq!(country_meant(&row.name), Some(row.code.as_str()), "{}", row.name);
        }
        for (text, code) in [
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("the United States", "US"),
            ("EE. UU.", "US"),
            ("UK", "GB"),
            ("England", "GB"),
            ("Escocia", "GB"),
            ("Czech Republic", "CZ"),
            ("Turkey", "TR"),
            ("Ivory Coast", "CI"),
            ("DEU", "DE"),
            ("Holland", "NL"),
            ("The Gambia", "GM"),
            ("Nairobi, Kenya", "KE"),
            ("Kenya (remote)", "KE"),
            ("بريطانيا", "GB"),
            ("Großbritannien", "GB"),
            ("Republic of Kenya", "KE"),
        ] {
            assert_eq!(country_meant(text), Some(code), "{text}");
        }
        assert_eq!((country_meant("Narnia"), country_meant(""), country_meant(",")), (None, None, None));
        assert_eq!((country_named("England"), country_named("de")), (None, Some("DE")));
    }

    #[test]
    fn people_name_things_in_their_own_language() {
        for text in ["de", "DE", "German", "alemán", "Allemand", "deutsch", "الألمانية"] {
            assert_eq!(language_meant(text), Some("de"), "{text}");
        }
        assert_eq!(country_meant("Länder"), None);
        assert_eq!((country_meant("cote d'ivoire"), country_meant("ci")), (Some("CI"), Some("CI")));
        assert_eq!(industry_meant("kunst und kultur"), Some("arts"));
        assert_eq!(language_meant(" "), None);
    }
}
