//! Scores that somebody else has made: `scores.csv` with a line for each pair that may be made, `capacities.csv` with a
//! line for each mentor who doesn't take exactly one.

use crate::about;
use crate::columns::read_as;
use crate::failed::{Failed, Watch, go_on, refused};
use crate::labels::Labels;
use crate::source::Source;
use cells::defused;
use column_words::{Field, MENTEE, MENTOR, SCORE, names_of};
use matching::{ABSENT, Dense, MAX_SCORE, Problem as Matching, Solution, Sparse};
use people_tables::Note;
use spreadsheet::{MAX_PLACES, Problem, Reason, Row, Sheet, Text};
use std::borrow::Cow;
use std::collections::HashMap;

/// So many lines are read between two looks at whether to go on.
const LINES_BETWEEN: u64 = 1 << 14;

/// Scores as they are in the files.
#[derive(Clone, Debug)]
pub struct Scores {
    mentees: Labels,
    mentors: Labels,
    pairs: Vec<(u32, u32, i64)>,
    capacities: Vec<u32>,
    places: u32,
    notes: Vec<String>,
}

/// A problem, with the names of the people in it.
#[derive(Clone, Debug)]
pub struct Raw {
    /// The problem.
    pub problem: Matching,
    /// How many decimals its scores have: a score of 125 with two is 1.25.
    pub places: u32,
    mentees: Labels,
    mentors: Labels,
}

/// Reads both files.
///
/// # Errors
/// The first thing that is wrong, with its line; or that it was stopped.
pub fn read(scores: Source<'_>, capacities: Option<Source<'_>>, watch: Watch<'_>) -> Result<Scores, Failed> {
    let text = decoded(scores)?;
    let mut notes: Vec<String> = about_encoding(scores, &text).into_iter().collect();
    let mut sheet = opened(scores, &text)?;
    let columns = Columns::of(&sheet)?;
    let (mut mentees, mut mentors) = (Labels::default(), Labels::default());
    let mut pairs = Vec::new();
    let (mut places, mut lines, mut fraction) = (0, 0_u64, None);
    loop {
        if lines.is_multiple_of(LINES_BETWEEN) {
            let (done, all) = sheet.progress();
            go_on(watch, done, all)?;
        }
        lines += 1;
        let Some(row) = sheet.next_row()? else { break };
        let (mentee, mentor) = (named(&row, columns.mentee)?, named(&row, columns.mentor)?);
        let score = row.decimal(columns.score)?;
        places = places.max(score.places);
        if fraction.is_none() && score.places > 0 {
            fraction = Some((row.line(), row.get(columns.score).to_owned()));
        }
        let many = || row.problem(Reason::Other("more people than can be worked with".to_owned()));
        pairs.push((mentees.number(&mentee).ok_or_else(many)?, mentors.number(&mentor).ok_or_else(many)?, score.millionths));
    }
    notes.push(about_sheet(scores, &sheet, lines.saturating_sub(1)));
    if let Some((line, text)) = fraction.filter(|_| scores.decimal_mark.is_none()) {
        notes.push(about::decimals(&format!("{text:?} on line {line} of {}", scores.name)));
    }
    let capacities = match capacities {
        Some(source) => read_capacities(source, &mut mentors, &mut notes)?,
        None => {
            notes.push(format!("each of the {} mentors takes one mentee; --capacities FILE says otherwise", mentors.len()));
            Vec::new()
        }
    };
    let unit = 10_i64.pow(MAX_PLACES - places);
    let mut read = Scores { mentees, mentors, pairs, capacities, places, notes };
    let mut wrong = None;
    for pair in &mut read.pairs {
        pair.2 /= unit;
        if pair.2.abs() > MAX_SCORE {
            wrong = Some(*pair);
        }
    }
    read.capacities.resize(read.mentors.len(), 1);
    match wrong {
        Some((mentee, mentor, _)) => Err(read.line_of(scores, mentee, mentor, |line, _, text| {
            Problem::at(scores.name, line, Reason::TooLarge { column: "score".to_owned(), text: text.to_owned() })
        })),
        None => Ok(read),
    }
}

/// Opens the table as somebody says, or as it looks.
fn opened<'t>(source: Source<'_>, text: &'t Text<'_>) -> Result<Sheet<'t>, Problem> {
    let mut sheet = Sheet::open_by(source.name, text, source.separator)?;
    if let Some(line) = source.header_line {
        sheet.take_header_from(line)?;
    }
    sheet.set_decimal_mark(source.decimal_mark);
    Ok(sheet)
}

/// How a file was cut into rows and columns.
fn about_sheet(source: Source<'_>, sheet: &Sheet<'_>, rows: u64) -> String {
    let rows = usize::try_from(rows).unwrap_or(usize::MAX);
    format!("{}: {}", source.name, read_as(sheet.separator(), sheet.header_line(), rows))
}

fn decoded(source: Source<'_>) -> Result<Text<'_>, Problem> {
    Text::decode_as(source.name, source.bytes, source.encoding)
}

/// What is to be said where a file doesn't tell its encoding.
fn about_encoding(source: Source<'_>, text: &Text<'_>) -> Option<String> {
    let sample = || text.as_str().lines().find(|line| !line.is_ascii()).map(|line| line.chars().take(60).collect()).unwrap_or_default();
    let note = || Note::Encoding { name: text.encoding().name().to_owned(), sample: sample() };
    text.is_older().then(|| format!("{}: {}", source.name, note()))
}

impl Scores {
    /// What was guessed while reading, in sentences.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The problem that they state.
    ///
    /// # Errors
    /// When a pair is there twice (told with both lines of `scores`, the same file as was read), or the numbers are so large that
    /// a sum could overflow.
    pub fn into_problem(mut self, scores: Source<'_>) -> Result<Raw, Failed> {
        let (mentees, mentors) = (count(&self.mentees), count(&self.mentors));
        if let Some((mentee, mentor)) = self.sort() {
            return Err(self.line_of(scores, mentee, mentor, |line, first, _| {
                let what = format!("the pair of {} and {}", self.mentees.name(mentee), self.mentors.name(mentor));
                Problem::at(scores.name, line, Reason::Twice { what, first })
            }));
        }
        let made = match self.as_table(mentees, mentors) {
            Some(table) => Dense::new(mentees, mentors, table).and_then(|dense| Matching::dense(dense, self.capacities)),
            None => Sparse::from_pairs(mentees, mentors, self.pairs).and_then(|sparse| Matching::sparse(sparse, self.capacities)),
        };
        let problem = made.map_err(|error| refused(scores.name, &error))?;
        Ok(Raw { problem, places: self.places, mentees: self.mentees, mentors: self.mentors })
    }

    /// Puts the pairs in order; the first that is there twice, if any.
    fn sort(&mut self) -> Option<(u32, u32)> {
        let pair = |pair: &(u32, u32, i64)| (pair.0, pair.1);
        if !self.pairs.is_sorted_by_key(pair) {
            self.pairs.sort_unstable_by_key(pair);
        }
        let twice = self.pairs.windows(2).find(|two| two.first().map(pair) == two.last().map(pair));
        twice.and_then(|two| two.first()).map(pair)
    }

    /// All of them in a table, when more than half of it is filled and the numbers are small enough.
    fn as_table(&self, mentees: u32, mentors: u32) -> Option<Vec<i32>> {
        let all = (mentees as usize).checked_mul(mentors as usize)?;
        let small = |score: i64| i32::try_from(score).is_ok_and(|score| score != ABSENT);
        if self.pairs.len() * 2 <= all || !self.pairs.iter().all(|(_, _, score)| small(*score)) {
            return None;
        }
        let mut table = vec![ABSENT; all];
        for (mentee, mentor, score) in &self.pairs {
            *table.get_mut(*mentee as usize * mentors as usize + *mentor as usize)? = i32::try_from(*score).ok()?;
        }
        Some(table)
    }

    /// Reads the file again to find the last line with a pair: lines aren't kept for millions of pairs that are right.
    fn line_of(&self, scores: Source<'_>, mentee: u32, mentor: u32, problem: impl Fn(u64, u64, &str) -> Problem) -> Failed {
        let find = || {
            let text = decoded(scores)?;
            let mut sheet = opened(scores, &text)?;
            let columns = Columns::of(&sheet)?;
            let (mut first, mut found) = (None, None);
            while let Some(row) = sheet.next_row()? {
                let here = (self.mentees.find(&row.clean(columns.mentee)), self.mentors.find(&row.clean(columns.mentor)));
                if here == (Some(mentee), Some(mentor)) {
                    let first = *first.get_or_insert(row.line());
                    found = Some(problem(row.line(), first, row.get(columns.score)));
                    if row.line() > first {
                        break;
                    }
                }
            }
            Ok(found)
        };
        let nowhere = || problem(1, 1, "");
        Failed::Input(find().map_or_else(|problem| problem, |found| found.unwrap_or_else(nowhere)))
    }
}

impl Raw {
    /// What a mentee is called.
    #[must_use]
    pub fn mentee(&self, number: u32) -> &str {
        self.mentees.name(number)
    }

    /// `pairs.csv`: `mentee,mentor,score`.
    #[must_use]
    pub fn pairs_csv(&self, solution: &Solution) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        // Writing to memory doesn't fail.
        drop(writer.write_record(["mentee", "mentor", "score"]));
        for pair in &solution.pairs {
            let score = crate::score_written(pair.score, self.places);
            let (mentee, mentor) = (defused(self.mentees.name(pair.mentee)), defused(self.mentors.name(pair.mentor)));
            drop(writer.write_record([&mentee, &mentor, &score]));
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// Somebody's name, without what nobody sees.
fn named<'r>(row: &Row<'r>, column: usize) -> Result<Cow<'r, str>, Problem> {
    row.required(column)?;
    Ok(row.clean(column))
}

fn count(labels: &Labels) -> u32 {
    u32::try_from(labels.len()).unwrap_or(u32::MAX)
}

#[derive(Clone, Copy)]
struct Columns {
    mentee: usize,
    mentor: usize,
    score: usize,
}

impl Columns {
    fn of(sheet: &Sheet<'_>) -> Result<Self, Problem> {
        Ok(Self { mentee: sheet.column(MENTEE)?, mentor: sheet.column(MENTOR)?, score: sheet.column(SCORE)? })
    }
}

/// The places of each mentor in the order of their numbers; a mentor without any score is one more mentor.
fn read_capacities(source: Source<'_>, mentors: &mut Labels, notes: &mut Vec<String>) -> Result<Vec<u32>, Failed> {
    let text = decoded(source)?;
    notes.extend(about_encoding(source, &text));
    let mut sheet = opened(source, &text)?;
    let (mentor, capacity) = (sheet.column(MENTOR)?, sheet.column(&names_of(Field::Capacity))?);
    let mut lines: HashMap<u32, u64> = HashMap::new();
    let mut capacities = vec![1; mentors.len()];
    while let Some(row) = sheet.next_row()? {
        let name = named(&row, mentor)?;
        let places = row.whole(capacity)?;
        let many = || row.problem(Reason::Other("more people than can be worked with".to_owned()));
        let number = mentors.number(&name).ok_or_else(many)?;
        if let Some(first) = lines.insert(number, row.line()) {
            let what = format!("mentor {name}");
            return Err(row.problem(Reason::Twice { what, first }).into());
        }
        capacities.resize(mentors.len(), 1);
        if let Some(slot) = capacities.get_mut(number as usize) {
            *slot = places;
        }
    }
    notes.push(about_sheet(source, &sheet, lines.len() as u64));
    let unsaid = mentors.len() - lines.len();
    if unsaid > 0 {
        notes.push(format!("{}: {unsaid} mentors with scores have no line and take one mentee each; a line says otherwise", source.name));
    }
    Ok(capacities)
}

#[cfg(test)]
#[path = "raw_tests.rs"]
mod tests;
