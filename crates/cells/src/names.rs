//! Somebody's name in any spelling: family name first or last, with a title, a remark, an address, an initial.

use crate::address::addresses;
use crate::fold::fold_header;
use crate::marks::{cleaned, trimmed};
use crate::none::is_no_answer;

/// Somebody whom a cell names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// As it is written.
    pub written: String,
    /// Their addresses, in small letters.
    pub addresses: Vec<String>,
    /// What their name may be, each as words in order of the alphabet. More than one where a comma may stand between family and
    /// given name, or between two people.
    pub names: Vec<Vec<String>>,
}

/// Words in front of a name or behind it that are no part of it, folded.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "phd",
    "md",
    "mba",
    "msc",
    "bsc",
    "jr",
    "sr",
    "herr",
    "frau",
    "med",
    "habil",
    "dipl",
    "ing",
    "senor",
    "senora",
    "don",
    "dona",
    "dra",
    "lic",
    "monsieur",
    "madame",
    "mme",
    "mlle",
    "dott",
    "ing",
    "السيد",
    "السيدة",
    "الدكتور",
    "الدكتورة",
    "الاستاذ",
    "الاستاذة",
    "د",
    "ا",
];

/// What stands between people; a comma may stand within a name.
const BETWEEN_PEOPLE: [char; 7] = [';', '|', '\n', '\r', '\t', '؛', '•'];
const AND: [&str; 7] = [" / ", " and ", " & ", " und ", " et ", " y ", " و "];

/// Everybody whom a cell names.
#[must_use]
pub fn people_named(text: &str) -> Vec<Named> {
    let clean = cleaned(text);
    if is_no_answer(&clean) {
        return Vec::new();
    }
    let mut parts: Vec<&str> = clean.split(BETWEEN_PEOPLE).collect();
    for and in AND {
        parts = parts.into_iter().flat_map(|part| part.split(and)).collect();
    }
    parts
        .into_iter()
        .filter(|part| !is_no_answer(part))
        .map(one)
        .filter(|named| !named.addresses.is_empty() || !named.names.is_empty())
        .collect()
}

/// Somebody whom a text is about, who is one person whatever the text.
#[must_use]
pub fn person_named(text: &str) -> Named {
    one(&cleaned(text))
}

fn one(text: &str) -> Named {
    let found: Vec<String> = addresses(text).into_iter().map(|address| address.to_lowercase()).collect();
    let words_only: String = without_brackets(text).split_whitespace().filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ");
    let before_remark = [" - ", " – ", " — "].iter().filter_map(|sign| words_only.find(sign)).min();
    let name = trimmed(before_remark.and_then(|end| words_only.get(..end)).unwrap_or(&words_only));
    let parts: Vec<&str> = name.split([',', '،', '，']).map(trimmed).filter(|part| !part.is_empty()).collect();
    let mut names: Vec<Vec<String>> = Vec::new();
    if parts.len() < 3 {
        names.push(name_words(name));
    }
    if parts.len() > 1 {
        // "Obi, Ada" is one, "Ada Obi, Max Ode" are two, and "Ada Obi, Head of Data" is one again.
        names.extend(parts.chunks(2).map(|two| name_words(&two.join(" "))));
        names.extend(parts.iter().map(|part| name_words(part)).filter(|words| words.len() > 1));
    }
    names.retain(|words| !words.is_empty());
    if names.is_empty() {
        // "ada.obi@example.org" names somebody as well.
        let locals = found.iter().map(|address| address.split('@').next().map(name_words).unwrap_or_default());
        names.extend(locals.filter(|words| words.len() > 1));
    }
    names.sort_unstable();
    names.dedup();
    Named { written: trimmed(text).to_owned(), addresses: found, names }
}

/// Without what stands in brackets of any kind: remarks, pronouns, and addresses.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut rest = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' | '[' | '<' | '（' => depth += 1,
            ')' | ']' | '>' | '）' => {
                depth = depth.saturating_sub(1);
                rest.push(' ');
            }
            other if depth == 0 => rest.push(other),
            _ => {}
        }
    }
    rest
}

/// The words of a name in order of the alphabet, as they are compared.
fn name_words(text: &str) -> Vec<String> {
    let folded = fold_header(text);
    let mut words: Vec<String> =
        folded.split(' ').filter(|word| !TITLES.contains(word) && word.chars().any(char::is_alphabetic)).map(plain).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Letters that are written in two ways: Müller and Mueller, Øre and Oere, and how Arabic writing interchanges some.
fn plain(word: &str) -> String {
    let mut word: String = word
        .chars()
        .map(|letter| match letter {
            'ø' => 'o',
            'æ' => 'a',
            'ł' => 'l',
            'đ' | 'ð' => 'd',
            'ı' => 'i',
            'ى' => 'ي',
            'ة' => 'ه',
            'ٱ' => 'ا',
            other => other,
        })
        .collect();
    for (long, short) in [("ß", "ss"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("œ", "o")] {
        if word.contains(long) && word.chars().count() > long.chars().count() {
            word = word.replace(long, short);
        }
    }
    word
}

/// Whether two names may be one person's: every word of the shorter one is in the longer, or is its initial, and at least one is
/// there in full.
#[must_use]
pub fn same_name(one: &[String], other: &[String]) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut free: Vec<&String> = longer.iter().collect();
    let mut in_full = false;
    // Whole words first, so that an initial doesn't take the place of one.
    let (whole, rest): (Vec<&String>, Vec<&String>) = shorter.iter().partition(|word| longer.contains(word));
    for word in whole {
        in_full |= word.chars().nth(1).is_some();
        free.retain(|other| *other != word);
    }
    in_full
        && rest.iter().all(|word| {
            let place = free.iter().position(|other| is_initial(word, other) || is_initial(other, word));
            place.map(|place| free.remove(place)).is_some()
        })
}

fn is_initial(short: &str, long: &str) -> bool {
    short.chars().nth(1).is_none() && short.chars().next() == long.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_one(one: &str, other: &str) -> bool {
        let (one, other) = (people_named(one), people_named(other));
        let mut pairs = one.iter().flat_map(|one| other.iter().map(move |other| (one, other)));
        pairs.any(|(one, other)| {
            one.addresses.iter().any(|address| other.addresses.contains(address))
                || one.names.iter().any(|name| other.names.iter().any(|other| same_name(name, other)))
        })
    }

    #[test]
    fn one_person_in_any_spelling() {
        for text in [
            "Dora Beispiel",
            "dora beispiel",
            "Beispiel, Dora",
            "BEISPIEL Dora",
            "Dora Beispiel (she/her)",
            "Dr. Dora Beispiel",
            "Beispiel, Prof. Dr. Dora",
            "D. Beispiel",
            "Beispiel, D.",
            "Dora M. Beispiel",
            "Dora Maria Beispiel",
            "Dora Beispiel, Head of Data",
            "Dora Beispiel – Head of Data",
            "Dora Beispiel <dora@example.org>",
            "dora.beispiel@example.org",
            "Emil Muster; Dora Beispiel",
            "Emil Muster, Dora Beispiel",
            "Emil Muster and Dora Beispiel",
            "Dora\u{A0}Beispiel\u{200B}",
            "Beispiel",
        ] {
            assert!(are_one(text, "Dora Beispiel"), "{text}");
        }
        for (one, other) in [
            ("Müller, Jürgen", "Juergen Mueller"),
            ("José Núñez", "Nunez, Jose"),
            ("a@x.org", "Ada Obi <A@x.org>"),
            ("Straße, Ann", "Ann Strasse"),
        ] {
            assert!(are_one(one, other), "{one} {other}");
        }
        for text in
            ["Emil Beispiel", "Dora Muster", "D. Muster", "dora@example.org", "E. Beispiel", "N/A", "", "none", "D.", "Beispiel, Emil"]
        {
            assert!(!are_one(text, "Dora Beispiel"), "{text}");
        }
    }

    #[test]
    fn several_people_in_a_cell() {
        let named = |text| people_named(text).len();
        assert_eq!((named("Doe, Jane; Roe, Ann"), named("Jane Doe / Ann Roe"), named("-"), named("Jane Doe & Ann Roe")), (2, 2, 0, 2));
    }
}
