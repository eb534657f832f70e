//! One criterion, made ready for millions of pairs: texts become numbers once, and a pair is a few comparisons.

use crate::columns::Table;
use crate::config::{Criterion, How};
use crate::keys::Keys;
use crate::labels::Labels;
use crate::named::{Barred, barred};
use spreadsheet::{Problem, Reason, fold_value};

/// How well two people fit by one criterion: from 0 to [`WHOLE`].
pub(crate) type Part = u16;
/// The best that a part can be.
pub(crate) const WHOLE: u32 = 10_000;
/// There is nothing to compare.
pub(crate) const NOTHING: Part = Part::MAX;

/// A criterion with what each person says about it.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    pub(crate) criterion: Criterion,
    pub(crate) values: Values,
    pub(crate) keys: Keys,
}

/// What mentees (first) and mentors (second) say.
#[derive(Clone, Debug)]
pub(crate) enum Values {
    /// Numbers of the vocabulary; none for who says nothing.
    Lists { mentees: Vec<Vec<u32>>, mentors: Vec<Vec<u32>>, vocabulary: usize },
    /// The mentors whom each mentee names.
    Barred(Barred),
    /// Places on a scale, and the distance from which on they don't fit at all.
    Scale { mentees: Vec<Option<i64>>, mentors: Vec<Option<i64>>, reach: i64 },
}

impl Ready {
    /// Reads what people say. `file` is where the criterion was asked for.
    pub(crate) fn new(criterion: Criterion, mentees: (&Table, &[String]), mentors: (&Table, &[String])) -> Result<Self, Problem> {
        let keys = Keys::new(criterion.how, mentees.0.rules, mentees.1.iter().chain(mentors.1));
        let values = match criterion.how {
            How::Close => scale(&criterion, mentees, mentors)?,
            How::ForbiddenIfNamed => Values::Barred(barred(mentees.1, mentors.1)),
            _ => {
                let mut vocabulary = Labels::default();
                let mut read = |texts: &[String]| texts.iter().map(|text| list(&keys, text, &mut vocabulary)).collect();
                let (mentees, mentors) = (read(mentees.1), read(mentors.1));
                Values::Lists { mentees, mentors, vocabulary: vocabulary.len() }
            }
        };
        Ok(Self { criterion, values, keys })
    }

    /// Whether two people have both said something about it.
    pub(crate) fn is_known(&self, mentee: usize, mentor: usize) -> bool {
        let said = |lists: &[Vec<u32>], at: usize| lists.get(at).is_some_and(|list| !list.is_empty());
        let placed = |places: &[Option<i64>], at: usize| places.get(at).copied().flatten().is_some();
        match &self.values {
            Values::Lists { mentees, mentors, .. } => said(mentees, mentee) && said(mentors, mentor),
            Values::Scale { mentees, mentors, .. } => placed(mentees, mentee) && placed(mentors, mentor),
            // Not to be paired with somebody is a rule, and nothing that people fit by.
            Values::Barred(_) => false,
        }
    }

    /// Fills in the part of each mentor for one mentee.
    pub(crate) fn parts(&self, mentee: usize, marks: &mut Vec<u32>, parts: &mut [Part]) {
        match &self.values {
            Values::Lists { mentees, mentors, vocabulary } => {
                let mine = mentees.get(mentee).map_or(&[][..], Vec::as_slice);
                marks.clear();
                marks.resize(*vocabulary, 0);
                let all = mark(self.criterion.how, mine, marks);
                for (part, theirs) in parts.iter_mut().zip(mentors) {
                    *part = list_part(self.criterion.how, mine, all, theirs, marks);
                }
            }
            Values::Barred(barred) => {
                parts.fill(NOTHING);
                for mentor in barred.of.get(mentee).into_iter().flatten() {
                    if let Some(part) = parts.get_mut(*mentor as usize) {
                        *part = Part::try_from(WHOLE).unwrap_or(NOTHING);
                    }
                }
            }
            Values::Scale { mentees, mentors, reach } => {
                let mine = mentees.get(mentee).copied().flatten();
                for (part, theirs) in parts.iter_mut().zip(mentors) {
                    *part = mine.zip(*theirs).map_or(NOTHING, |(mine, theirs)| scale_part(mine, theirs, *reach));
                }
            }
        }
    }
}

/// The things that somebody names, in their order, each once.
fn list(keys: &Keys, text: &str, vocabulary: &mut Labels) -> Vec<u32> {
    let mut numbers = Vec::new();
    for item in keys.items(text) {
        if let Some(number) = vocabulary.number(&keys.key(item)).filter(|number| !numbers.contains(number)) {
            numbers.push(number);
        }
    }
    numbers
}

/// Marks what a mentee names with what it weighs; the sum of all of it.
fn mark(how: How, mine: &[u32], marks: &mut [u32]) -> u32 {
    // What is named first counts twice what is named last.
    let last = u32::try_from(mine.len()).unwrap_or(u32::MAX / 4).saturating_sub(1);
    let mut weight = if how == How::WantedOffered { (last.min(1000) * 2).max(1) } else { 1 };
    let mut all = 0;
    for item in mine {
        if let Some(mark) = marks.get_mut(*item as usize) {
            *mark = weight;
            all += weight;
        }
        if how == How::WantedOffered {
            weight = (weight - 1).max(1);
        }
    }
    all
}

fn list_part(how: How, mine: &[u32], all: u32, theirs: &[u32], marks: &[u32]) -> Part {
    // A preference is left out only when there is none: a mentor who offers nothing must not be better off than one who does.
    if mine.is_empty() || (theirs.is_empty() && how != How::WantedOffered) {
        return NOTHING;
    }
    let shared: u32 = theirs.iter().filter_map(|item| marks.get(*item as usize)).sum();
    let part = match how {
        How::WantedOffered => u64::from(shared) * u64::from(WHOLE) / u64::from(all.max(1)),
        How::Overlap => u64::from(shared) * u64::from(WHOLE) / mine.len().min(theirs.len()).max(1) as u64,
        How::Different => u64::from(if shared == 0 { WHOLE } else { 0 }),
        How::Same | How::ForbiddenIfEqual | How::ForbiddenIfNamed | How::Close => u64::from(if shared > 0 { WHOLE } else { 0 }),
    };
    Part::try_from(part.min(u64::from(WHOLE))).unwrap_or(0)
}

fn scale_part(mine: i64, theirs: i64, reach: i64) -> Part {
    let left = reach.saturating_sub(mine.abs_diff(theirs).try_into().unwrap_or(i64::MAX)).max(0);
    Part::try_from(left * i64::from(WHOLE) / reach.max(1)).unwrap_or(0)
}

fn scale(criterion: &Criterion, mentees: (&Table, &[String]), mentors: (&Table, &[String])) -> Result<Values, Problem> {
    let order: Vec<String> = criterion.order.iter().map(|word| fold_value(word).into_owned()).collect();
    let read = |(table, texts): (&Table, &[String]), column: &str| -> Result<Vec<Option<i64>>, Problem> {
        let one = |(row, text): (usize, &String)| {
            if spreadsheet::is_empty(text) {
                return Ok(None);
            }
            let number = if order.is_empty() {
                spreadsheet::decimal(text, column, table.marks()).map(|decimal| decimal.millionths)
            } else {
                let place = order.iter().position(|word| *word == fold_value(text)).and_then(|place| i64::try_from(place).ok());
                let unknown = || Reason::Other(format!("{column} is not in the order that the configuration gives: {text}"));
                place.map(|place| place.saturating_mul(1_000_000)).ok_or_else(unknown)
            };
            number.map(Some).map_err(|reason| table.problem(row, reason))
        };
        texts.iter().enumerate().map(one).collect()
    };
    let (mentees, mentors) = (read(mentees, &criterion.mentee.label())?, read(mentors, &criterion.mentor.label())?);
    let all = || mentees.iter().chain(&mentors).flatten().copied();
    let widest = i128::from(all().max().unwrap_or(0)) - i128::from(all().min().unwrap_or(0));
    let reach = criterion.reach.map_or(widest, i128::from).max(1);
    // Scaled down so far that a part times the reach fits.
    let shrink = if reach > i128::from(i64::MAX / i64::from(WHOLE)) { 2 * i64::from(WHOLE) } else { 1 };
    let reach = i64::try_from(reach / i128::from(shrink)).unwrap_or(i64::MAX / i64::from(WHOLE));
    let shrunk = |values: Vec<Option<i64>>| values.into_iter().map(|value| value.map(|value| value / shrink)).collect();
    Ok(Values::Scale { mentees: shrunk(mentees), mentors: shrunk(mentors), reach })
}

#[cfg(test)]
#[path = "criteria_tests.rs"]
mod tests;
