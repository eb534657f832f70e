//! Columns that enrolling tells apart and matching doesn't. Looked at before [`crate::field`], which knows some of these names
//! as something broader (a country is a place there).

use crate::sentence::{LONGEST_BYTES, Sure, finer_by_phrases, without_fillers};
use cells::fold_header;
use std::sync::LazyLock;

/// What a column may be about, more finely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finer {
    /// Mentor, mentee or both. Where people write their job there, the same names mean [`Finer::Job`].
    Side,
    /// Oneself in one line.
    Headline,
    /// What somebody works as.
    Job,
    /// A country.
    Country,
    /// A time zone.
    Zone,
}

pub(crate) const FIELDS: [(&str, Finer); 5] =
    [("side", Finer::Side), ("headline", Finer::Headline), ("job", Finer::Job), ("country", Finer::Country), ("zone", Finer::Zone)];

pub(crate) static NAMES: LazyLock<Vec<(String, Finer)>> = LazyLock::new(|| {
    let lines = include_str!("finer.txt").lines().filter_map(|line| line.split_once(": "));
    let fields = lines.filter_map(|(key, names)| FIELDS.iter().find(|(word, _)| *word == key).map(|(_, field)| (*field, names)));
    fields.flat_map(|(field, names)| names.split(", ").map(move |name| (fold_header(name), field))).collect()
});

/// What a header is about, as far as it tells.
#[must_use]
pub fn finer(header: &str) -> Option<Finer> {
    finer_about(header).map(|(field, _)| field)
}

/// What a header is about, and how sure that is.
#[must_use]
pub fn finer_about(header: &str) -> Option<(Finer, Sure)> {
    if header.len() > LONGEST_BYTES {
        return None;
    }
    let folded = fold_header(header);
    let exact = |name: &str| NAMES.iter().find(|(known, _)| known == name).map(|(_, field)| *field);
    let quite = exact(&folded).map(|field| (field, Sure::Quite));
    let nearly = || exact(&without_fillers(&folded)).map(|field| (field, Sure::Nearly));
    quite.or_else(nearly).or_else(|| finer_by_phrases(header))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_file_is_understood() {
        for line in include_str!("finer.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let key = line.split_once(": ").map(|(key, _)| key);
            assert!(FIELDS.iter().any(|(word, _)| Some(*word) == key), "{line}");
        }
        for (at, (name, field)) in NAMES.iter().enumerate() {
            assert!(!name.is_empty());
            assert!(!NAMES[..at].iter().any(|(other, _)| other == name), "{name} {field:?} means two things");
        }
    }

    #[test]
    fn five_languages_are_understood() {
        for (expected, headers) in [
            (Finer::Side, ["Role", "Participa como", "Participe comme", "Rolle", "الدور"]),
            (Finer::Job, ["Job title", "Puesto", "Poste", "Stellenbezeichnung", "المسمى الوظيفي"]),
            (Finer::Country, ["Country", "País", "Pays", "Land", "البلد"]),
            (Finer::Zone, ["Time zone", "Zona horaria", "Fuseau horaire", "Zeitzone", "المنطقة الزمنية"]),
        ] {
            for header in headers {
                assert_eq!(finer(header), Some(expected), "{header}");
            }
        }
        assert_eq!(finer("E-mail"), None);
    }
}
