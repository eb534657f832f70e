//! Who is who in a file: the columns that say it, and of those the first by which people really are told apart.

use crate::columns::Table;
use crate::config::{Capacity, Names, Side};
use column_words::{Field, Sure, about, candidates};
use spreadsheet::{Problem, Reason};
use std::collections::HashMap;

/// Why some columns don't tell people apart.
pub(crate) enum Alike {
    /// Somebody says nothing there.
    Empty {
        /// Their row.
        row: usize,
    },
    /// Two say the same.
    Twice {
        /// What.
        text: String,
        /// The line of the first.
        first: u64,
        /// The row of the second.
        row: usize,
    },
}

/// Whether what people say tells them apart.
pub(crate) fn tells_apart(table: &Table, texts: &[String]) -> Result<(), Alike> {
    let mut lines: HashMap<String, u64> = HashMap::new();
    for (row, (text, line)) in texts.iter().zip(&table.lines).enumerate() {
        if text.is_empty() {
            return Err(Alike::Empty { row });
        }
        // The part of an address that people write now in capitals, now not.
        let key = if text.contains('@') { cells::address(text).to_lowercase() } else { text.clone() };
        if let Some(first) = lines.insert(key, *line) {
            return Err(Alike::Twice { text: text.clone(), first, row });
        }
    }
    Ok(())
}

/// Who is who in a file, and what was guessed on the way, in sentences.
pub(crate) struct Found {
    pub(crate) side: Side,
    /// What tells people apart.
    pub(crate) about_id: Vec<String>,
    /// How many places there are.
    pub(crate) about_places: Vec<String>,
}

/// Finds out who is who in a file.
pub(crate) fn side(table: &Table, places: Field, role: &[&str]) -> Result<Found, Problem> {
    let name_of = |column: usize| table.header.name(column).to_owned();
    let column = |field| table.all(field).first().copied().map(name_of);
    let by_role = table.header.find(role).ok().flatten().map(name_of);
    let parts: Vec<String> = [Field::FirstName, Field::LastName].into_iter().filter_map(column).collect();
    let name = match (column(Field::Name), parts.len()) {
        (Some(name), _) => Some(Names::One(name)),
        (None, 0) => by_role.clone().map(Names::One),
        (None, 1) => parts.into_iter().next().map(Names::One),
        (None, _) => Some(Names::Several(parts)),
    };
    let (id, about_id) = identity(table, by_role, name.as_ref())?;
    let column = table.all(places).first().copied();
    let about_places = column.map(|column| about_places(table, places, column)).unwrap_or_default();
    let side = Side { id: Some(id), name, places: column.map(name_of).map(Capacity::Column), otherwise: None };
    Ok(Found { side, about_id, about_places })
}

/// The first of the columns that could tell people apart and do; the first of all where none does, so that it is said which two
/// are alike.
fn identity(table: &Table, by_role: Option<String>, name: Option<&Names>) -> Result<(Names, Vec<String>), Problem> {
    let named = |field| table.all(field).into_iter().map(|column| Names::One(table.header.name(column).to_owned()));
    let mut candidates: Vec<Names> = named(Field::Id).chain(named(Field::Email)).collect();
    candidates.extend(by_role.map(Names::One));
    candidates.extend(name.cloned());
    if let (Some(name), Some(email)) = (name, named(Field::Email).next()) {
        candidates.push(Names::Several([name.all(), email.all()].concat()));
    }
    let mut notes = Vec::new();
    for candidate in &candidates {
        let Ok(found) = table.find(candidate) else { continue };
        match tells_apart(table, &table.joined(&found)) {
            Ok(()) => {
                if let Some(last) = notes.last_mut() {
                    *last = format!("{last}; {} does (id = … in a configuration overrides)", quoted(candidate));
                }
                return Ok((candidate.clone(), notes));
            }
            Err(alike) => notes.push(format!("{} doesn't tell people apart ({})", quoted(candidate), why(table, &alike))),
        }
    }
    match candidates.into_iter().next() {
        Some(first) => Ok((first, Vec::new())),
        None => {
            let found = table.header.names().iter().filter(|name| !name.is_empty()).cloned().collect();
            let wanted = "that says who is who (id, email or name)".to_owned();
            Err(Problem::at(&table.file, 1, Reason::NoColumn { wanted, found }))
        }
    }
}

fn why(table: &Table, alike: &Alike) -> String {
    let line = |row: usize| table.lines.get(row).copied().unwrap_or_default();
    match alike {
        Alike::Empty { row } => format!("it is empty on line {}", line(*row)),
        Alike::Twice { first, row, .. } => format!("the lines {first} and {} say the same", line(*row)),
    }
}

/// What is to be said of a column with numbers of people that isn't simply called so.
fn about_places(table: &Table, places: Field, column: usize) -> Vec<String> {
    let name = table.header.name(column);
    let what = if places == Field::Capacity { "how many mentees a mentor takes" } else { "how many mentors a mentee wants" };
    let key = if places == Field::Capacity { "capacity" } else { "wanted" };
    let mut notes = Vec::new();
    // Another column has the name and holds something else.
    let sure = |column: &usize| about(table.header.name(*column)).map(|(_, sure)| sure);
    for other in candidates(&table.header, places).into_iter().take_while(|other| *other != column) {
        notes.push(format!("{:?} doesn't say {what}, since there are no numbers in it", table.header.name(other)));
    }
    if sure(&column) != Some(Sure::Quite) || !notes.is_empty() {
        notes.push(format!("{name:?} is read as {what} ({key} = … in a configuration overrides)"));
    }
    notes
}

fn quoted(names: &Names) -> String {
    names.all().iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(" with ")
}
