//! Which rows can be enrolled, and what is wrong with the others: without the database.

use crate::{reference, zones};
use domain::accounts::{self, email_key};
use domain::imports::{CellProblem, Enrolling, ImportField, Setting, Tables, Target, Wrong, check_row};
use std::collections::HashMap;
use store::imports::Line;

/// The tables of words that come with the service.
struct Reference;

impl Tables for Reference {
    fn language(&self, text: &str) -> Option<String> {
        reference::language_meant(text).map(str::to_owned)
    }
    fn country(&self, text: &str) -> Option<String> {
        reference::country_meant(text).map(str::to_owned)
    }
    fn industry(&self, text: &str) -> Option<String> {
        reference::industry_meant(text).map(str::to_owned)
    }
    fn zone(&self, text: &str, country: Option<&str>) -> Option<String> {
        zones::zone_meant(text, country).map(str::to_owned)
    }
}

/// The rows, by the places of their lines.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Those that can be enrolled.
    pub right: Vec<(usize, Enrolling)>,
    /// Those that can't, with what is wrong; nothing where the line has too few or too many fields.
    pub wrong: Vec<(usize, Vec<Wrong>)>,
}

/// Judges every line.
pub(super) fn judge(lines: &[Line], setting: &Setting<'_>) -> Judged {
    let mut judged = Judged::default();
    let column = setting.targets.iter().position(|target| *target == Target::Field(ImportField::Email));
    let mut first: HashMap<String, u64> = HashMap::new();
    for (place, line) in lines.iter().enumerate() {
        let mut wrong = Vec::new();
        let address = column.and_then(|column| Some((column, accounts::email(line.cells.get(column)?).ok()?)));
        if let Some((column, address)) = address {
            let before = *first.entry(email_key(&address)).or_insert(line.line);
            if before != line.line {
                wrong.push(Wrong { column, problem: CellProblem::TwiceInFile { line: before } });
            }
        }
        match check_row(setting, &Reference, &line.cells) {
            Ok(person) if wrong.is_empty() && line.ragged.is_none() => judged.right.push((place, person)),
            Ok(_) => judged.wrong.push((place, wrong)),
            Err(more) => {
                wrong.extend(more);
                wrong.sort_by_key(|wrong| wrong.column);
                judged.wrong.push((place, wrong));
            }
        }
    }
    judged
}
