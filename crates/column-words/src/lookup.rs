//! Looking a header up.

use crate::sentence::{LONGEST_BYTES, Sure, by_phrases, without_fillers};
use crate::{FIELDS, Field};
use cells::fold_header;
use spreadsheet::Header;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Each name as it is looked up, with what it is about, in the order of the file.
pub(crate) static NAMES: LazyLock<Vec<(String, Field)>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter_map(|line| line.split_once(": "));
    let fields = lines.filter_map(|(key, names)| FIELDS.iter().find(|(word, _)| *word == key).map(|(_, field)| (*field, names)));
    fields.flat_map(|(field, names)| names.split(", ").map(move |name| (fold_header(name), field))).collect()
});

static BY_NAME: LazyLock<HashMap<&'static str, Field>> =
    LazyLock::new(|| NAMES.iter().map(|(name, field)| (name.as_str(), *field)).collect());

/// Words for the two roles, which say nothing in a file that is about one of them.
const ROLES: &[&str] =
    &["mentor", "mentors", "mentee", "mentees", "mentora", "mentorado", "mentore", "des", "der", "du", "del", "of", "de", "s"];

/// The names of the column about something.
#[must_use]
pub fn names_of(wanted: Field) -> Vec<&'static str> {
    NAMES.iter().filter(|(_, field)| *field == wanted).map(|(name, _)| name.as_str()).collect()
}

/// What a header is about, as far as it tells.
#[must_use]
pub fn field(header: &str) -> Option<Field> {
    about(header).map(|(field, _)| field)
}

/// What a header is about, and how sure that is.
#[must_use]
pub fn about(header: &str) -> Option<(Field, Sure)> {
    if header.len() > LONGEST_BYTES {
        return None;
    }
    let folded = fold_header(header);
    let exact = |name: &str| BY_NAME.get(name).copied();
    if let Some(field) = exact(&folded) {
        return Some((field, Sure::Quite));
    }
    let without_roles = |text: &str| text.split(' ').filter(|word| !ROLES.contains(word)).collect::<Vec<_>>().join(" ");
    let nearly = exact(&without_roles(&folded)).or_else(|| {
        let rest = without_fillers(&folded);
        exact(&rest).or_else(|| exact(&without_roles(&rest)))
    });
    nearly.map(|field| (field, Sure::Nearly)).or_else(|| by_phrases(header))
}

/// The columns that may be about something, the likeliest first: by how sure that is, then by the order of the names, then by
/// that of the columns.
#[must_use]
pub fn candidates(header: &Header, wanted: Field) -> Vec<usize> {
    let names = names_of(wanted);
    let of = |column: usize| {
        let (field, sure) = about(header.name(column))?;
        let name = names.iter().position(|name| *name == header.folded(column)).unwrap_or(names.len());
        (field == wanted).then_some((Reverse(sure), name, column))
    };
    let mut found: Vec<_> = (0..header.len()).filter_map(of).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, _, column)| column).collect()
}
