//! What is to be said of cells that count as less than they say, or are read by a rule: no answers, lists, remarks, who says no
//! number of places, and what a coordinator said themselves.

use super::preview::ImportPreview;
use cells::{Between, is_level, is_no_answer, is_no_answer_for_sure};
use domain::imports::{ImportField as F, Target};
use i18n::{I18n, m};
use people_tables::{Note, Unanswered};

/// So many characters of a cell are shown.
const SHOWN: usize = 60;

/// Cells that say there is no answer and count as empty.
pub(super) fn no_answer(preview: &ImportPreview) -> Option<Note> {
    if preview.how.rules().as_written || preview.problem.is_some() {
        return None;
    }
    let mut unanswered = Unanswered::default();
    for line in &preview.import.lines.0 {
        for (target, text) in preview.targets.iter().zip(&line.cells) {
            if !text.is_empty() && counts_as_empty(*target, text) {
                unanswered.add(text, line.line);
            }
        }
    }
    unanswered.note()
}

/// Whether a cell says that there is no answer, as `domain::imports::check_row` judges it.
fn counts_as_empty(target: Target, text: &str) -> bool {
    match target {
        Target::Nothing => false,
        // A word may be somebody's name, an option or what somebody wants to say.
        Target::Question(_) | Target::Field(F::Name | F::FirstName | F::LastName | F::Email) => is_no_answer_for_sure(text),
        // Namibia.
        Target::Field(F::Country) if text.eq_ignore_ascii_case("na") => false,
        Target::Field(_) => is_no_answer(text),
    }
}

/// What else is to be said, a line each.
pub(super) fn said(i18n: I18n, preview: &ImportPreview) -> Vec<String> {
    let number = |n: usize| i18n.number(i64::try_from(n).unwrap_or(i64::MAX));
    let mut lines = Vec::new();
    // What somebody said is no guess.
    if preview.how.rules().between == Between::Any
        && let Some((cell, things)) = first_list(preview)
    {
        lines.push(i18n.f(m::IMPORTS_NOTE_LISTS, &[("cell", &shown(cell)), ("list", &shown(&things.join(" · ")))]));
    }
    if let Some((cell, value)) = first_remark(preview) {
        lines.push(i18n.f(m::IMPORTS_NOTE_REMARKS, &[("cell", &shown(cell)), ("value", &shown(value))]));
    }
    let (unsaid, capacity) = no_capacity(preview);
    if unsaid > 0 {
        lines.push(i18n.f(m::IMPORTS_NOTE_CAPACITY, &[("count", &number(unsaid)), ("capacity", &i18n.number(capacity.into()))]));
    }
    if let Some(found) = preview.how.found.as_ref().filter(|found| found.replaced > 0) {
        let count = i18n.number(i64::try_from(found.replaced).unwrap_or(i64::MAX));
        lines.push(i18n.f(m::IMPORTS_NOTE_REPLACED, &[("count", &count)]));
    }
    lines
}

const fn is_of_lists(target: Target) -> bool {
    matches!(target, Target::Field(F::Languages | F::Offered | F::Wanted))
}

/// The cells of columns with lists.
fn lists(preview: &ImportPreview) -> impl Iterator<Item = (Target, &str)> {
    let cells =
        |place: &usize| preview.import.lines.0.get(*place).into_iter().flat_map(|line| preview.targets.iter().copied().zip(&line.cells));
    let right = preview.judged.right.iter().map(|(place, _)| place);
    right.flat_map(cells).filter(|(target, _)| is_of_lists(*target)).map(|(target, text)| (target, text.as_str()))
}

/// The first cell that is cut into several things, with those.
fn first_list(preview: &ImportPreview) -> Option<(&str, Vec<&str>)> {
    let rules = preview.how.rules();
    lists(preview).map(|(_, text)| (text, rules.pieces(text))).find(|(_, things)| things.len() > 1)
}

/// The first thing with a remark that is left out, and what is left of it.
fn first_remark(preview: &ImportPreview) -> Option<(&str, &str)> {
    let rules = preview.how.rules();
    let mut things = lists(preview).flat_map(|(target, text)| rules.pieces(text).into_iter().map(move |thing| (target, thing)));
    things.find_map(|(target, thing)| {
        let (value, remark) = rules.without_remark(thing);
        // Skills keep a remark that isn't about how well somebody has them.
        let goes = remark.is_some_and(|remark| target == Target::Field(F::Languages) || is_level(remark));
        goes.then_some((thing, value))
    })
}

/// How many mentors say no number of places in the column for it, and how many they get. Where there is no such column, all have as
/// many as is usual, and nothing is to be said.
fn no_capacity(preview: &ImportPreview) -> (usize, i32) {
    let capacity = preview.how.capacity().unwrap_or(preview.usual_capacity);
    let Some(column) = preview.targets.iter().position(|target| *target == Target::Field(F::Capacity)) else { return (0, capacity) };
    let says = |place: usize| {
        let cell = preview.import.lines.0.get(place).and_then(|line| line.cells.get(column));
        cell.is_some_and(|cell| !preview.how.rules().is_no_answer(cell))
    };
    (preview.judged.right.iter().filter(|(place, person)| person.as_mentor && !says(*place)).count(), capacity)
}

fn shown(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", flat.get(..end).unwrap_or_default()),
        None => flat,
    }
}
