//! What was guessed about a file, in the reader's words: each guess a line, with what can be chosen instead.

use super::preview::ImportPreview;
use super::read::notes;
use super::{readings, words};
use crate::{reference, zones};
use cells::{number_in_words, without_remark};
use domain::imports::views::{ImportReading, UnclearColumn};
use domain::imports::{CellProblem, Enrolling, ImportField, Target};
use i18n::{I18n, m};
use people_tables::Note;
use spreadsheet::{Encoding, Separator};

/// So many readings of cells are shown.
const READINGS: usize = 20;
/// So many columns that are left out are named.
const LEFT_OUT: usize = 5;
/// So many texts that aren't understood are shown of a column.
const UNCLEAR: usize = 3;

/// How the file was cut into rows and columns, and which of those are left out.
pub(super) fn read_as(i18n: I18n, preview: &ImportPreview) -> Option<String> {
    let found = preview.how.found.as_ref()?;
    let between = match Separator::named(&found.separator) {
        Some(Separator::Semicolon) => m::IMPORTS_SEPARATOR_SEMICOLON,
        Some(Separator::Tab) => m::IMPORTS_SEPARATOR_TAB,
        Some(Separator::Comma) | None => m::IMPORTS_SEPARATOR_COMMA,
    };
    let line = i18n.number(i64::try_from(found.header_line).unwrap_or(i64::MAX));
    let as_what = i18n.f(m::IMPORTS_READ_AS, &[("letters", &found.encoding), ("separator", i18n.t(between)), ("line", &line)]);
    let left: Vec<String> = (0..preview.targets.len())
        .filter(|column| preview.targets.get(*column) == Some(&Target::Nothing))
        .map(|column| words::column(i18n, preview, column))
        .collect();
    if left.is_empty() {
        return Some(as_what);
    }
    let more = left.len().saturating_sub(LEFT_OUT);
    let named = i18n.list(left.get(..LEFT_OUT).unwrap_or(&left));
    let named = if more > 0 { format!("{named}, +{}", i18n.number(i64::try_from(more).unwrap_or(i64::MAX))) } else { named };
    Some(format!("{as_what} {}", i18n.f(m::IMPORTS_LEFT_OUT, &[("list", &named)])))
}

/// What was guessed while reading. Lost letters are spoken of until they are put right.
pub(super) fn said(i18n: I18n, preview: &ImportPreview) -> Vec<String> {
    let garbled = || preview.judged.wrong.iter().flat_map(|(_, wrong)| wrong).any(|wrong| wrong.problem == CellProblem::Garbled);
    let notes = notes(&preview.import.notes.0)
        .into_iter()
        .filter(|note| !matches!(note, Note::Garbled { .. }) || preview.problem.is_some() || garbled());
    notes.chain(readings::no_answer(preview)).map(|note| sentence(i18n, &note)).chain(readings::said(i18n, preview)).collect()
}

fn sentence(i18n: I18n, note: &Note) -> String {
    let number = |n: &u64| i18n.number(i64::try_from(*n).unwrap_or(i64::MAX));
    match note {
        Note::Encoding { name, sample } => i18n.f(m::IMPORTS_NOTE_ENCODING, &[("name", &encoding_name(i18n, name)), ("sample", sample)]),
        Note::Nobody { rows, first, last } => {
            i18n.f(m::IMPORTS_NOTE_NOBODY, &[("count", &number(rows)), ("first", &number(first)), ("last", &number(last))])
        }
        Note::Headers { lines } => {
            let lines: Vec<String> = lines.iter().map(number).collect();
            i18n.f(m::IMPORTS_NOTE_HEADERS, &[("lines", &i18n.list(&lines))])
        }
        Note::Marks { cells, first } => i18n.f(m::IMPORTS_NOTE_MARKS, &[("count", &number(cells)), ("line", &number(first))]),
        Note::NoAnswer { cells, first, sample } => {
            i18n.f(m::IMPORTS_NOTE_NO_ANSWER, &[("count", &number(cells)), ("line", &number(first)), ("sample", &sample.join(" · "))])
        }
        Note::Garbled { cells, first, sample } => {
            i18n.f(m::IMPORTS_NOTE_GARBLED, &[("count", &number(cells)), ("line", &number(first)), ("sample", sample)])
        }
    }
}

/// What can be chosen for reading the file otherwise; nothing once people of it were enrolled.
pub(super) fn reading(i18n: I18n, preview: &ImportPreview) -> Option<ImportReading> {
    if preview.import.done.is_some() {
        return None;
    }
    let current = preview.import.encoding.as_str();
    let mut names: Vec<&str> = Encoding::OLDER.to_vec();
    if !current.is_empty() && !names.contains(&current) {
        names.push(current);
    }
    // What says its encoding isn't asked about it.
    let names = if current.is_empty() { Vec::new() } else { names };
    let encodings = names.into_iter().map(|name| (name.to_owned(), encoding_name(i18n, name))).collect();
    let (told, rules) = (preview.how.told.clone(), preview.how.rules());
    Some(ImportReading {
        encoding: current.to_owned(),
        encodings,
        keep_rows: preview.import.keep_rows,
        separator: told.separator,
        header_line: told.header_line,
        between: rules.between.word().to_owned(),
        capacity: told.capacity,
        usual_capacity: preview.usual_capacity,
        as_written: rules.as_written,
        replace: told.replace,
    })
}

/// An encoding by the languages that are written in it.
fn encoding_name(i18n: I18n, name: &str) -> String {
    let codes: &[&str] = match name {
        "windows-1252" => &["en", "es", "fr", "de"],
        "windows-1250" => &["pl", "cs", "hu"],
        "windows-1251" | "KOI8-U" => &["ru", "uk"],
        "windows-1253" => &["el"],
        "windows-1254" => &["tr"],
        "windows-1255" => &["he"],
        "windows-1256" => &["ar"],
        "windows-1257" => &["lt", "lv", "et"],
        "windows-1258" => &["vi"],
        "windows-874" => &["th"],
        "Shift_JIS" => &["ja"],
        "GBK" | "Big5" => &["zh"],
        "EUC-KR" => &["ko"],
        _ => &[],
    };
    let languages: Vec<String> = codes.iter().filter_map(|code| reference::language_name(code, i18n.locale)).map(str::to_owned).collect();
    if languages.is_empty() { name.to_owned() } else { format!("{name} ({})", languages.join(", ")) }
}

/// Cells that were read as something else than they say: an address among other words, a side with a remark, a country by another
/// name, a zone by a city or an offset, a number among words. The first of them.
pub(super) fn understood(i18n: I18n, preview: &ImportPreview) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (place, person) in &preview.judged.right {
        let Some(line) = preview.import.lines.0.get(*place) else { continue };
        for (target, text) in preview.targets.iter().zip(&line.cells) {
            let text = cells::cleaned(text);
            if let Some(meaning) = meaning(i18n, *target, &text, person) {
                let reading = format!("{text} → {meaning}");
                if !found.contains(&reading) {
                    found.push(reading);
                }
            }
        }
        if found.len() >= READINGS {
            found.truncate(READINGS);
            break;
        }
    }
    found
}

fn meaning(i18n: I18n, target: Target, text: &str, person: &Enrolling) -> Option<String> {
    let number = |value: i32| (text.parse::<f64>().is_err() && number_in_words(text).is_some()).then(|| i18n.number(value.into()));
    match target {
        Target::Field(ImportField::Country) => {
            let code = person.country.as_deref().filter(|code| reference::country_named(text) != Some(code))?;
            reference::country_name(code, i18n.locale).map(str::to_owned)
        }
        Target::Field(ImportField::Zone) => {
            let zone = person.zone.clone().filter(|zone| !zones::is_name_of(text, zone))?;
            Some(zone)
        }
        Target::Field(ImportField::Capacity) if person.as_mentor => number(person.capacity),
        Target::Field(ImportField::Years) => person.years.and_then(number),
        Target::Field(ImportField::Email) => (!person.email.eq_ignore_ascii_case(text)).then(|| person.email.clone()),
        Target::Field(ImportField::Side) if without_remark(text).1.is_some() => Some(words::side(i18n, person).to_owned()),
        _ => None,
    }
}

/// Columns that needn't say anything and say something that isn't understood.
pub(super) fn unclear(i18n: I18n, preview: &ImportPreview) -> Vec<UnclearColumn> {
    let of_column = |(column, target): (usize, &Target)| {
        let wrong = preview.judged.wrong.iter().filter(|(_, wrong)| wrong.iter().any(|wrong| wrong.column == column));
        let texts = wrong.filter_map(|(place, _)| preview.import.lines.0.get(*place)?.cells.get(column));
        let (mut cells, mut sample): (usize, Vec<String>) = (0, Vec::new());
        for text in texts {
            cells += 1;
            let short: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect();
            if sample.len() < UNCLEAR && !sample.contains(&short) {
                sample.push(short);
            }
        }
        (target.is_optional() && cells > 0).then(|| UnclearColumn {
            column,
            name: words::column(i18n, preview, column),
            cells,
            sample: i18n.list(&sample),
        })
    };
    preview.targets.iter().enumerate().filter_map(of_column).collect()
}
