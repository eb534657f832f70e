//! The tables of mentors and mentees as coordinators keep them: read, scored, and paired with a reason for each pair.

use crate::about;
use crate::columns::Table;
use crate::config::{Config, Names, Side};
use crate::criteria::{NOTHING, Ready};
use crate::failed::{Failed, Watch, refused};
use crate::identity::{Alike, side, tells_apart};
use crate::score::{self, PLACES};
use crate::source::Source;
use crate::why::{Said, why};
use cells::{Rules, defused};
use column_words::{Field, MENTEE, MENTOR};
use matching::{Dense, Problem as Matching, Solution};
use people_tables::How;
use spreadsheet::{Problem, Reason};

/// So many pairs can be scored: four bytes each.
const MAX_PAIRS: usize = 1_000_000_000;
/// Below so many percent little is known: as on the site (`domain::fit::views::Certainty`).
const LITTLE: u64 = 50;

/// Both tables.
#[derive(Clone, Debug)]
pub struct People {
    pub(crate) mentees: Table,
    pub(crate) mentors: Table,
}

/// Both tables with what counts in them, ready to be scored.
#[derive(Clone, Debug)]
pub struct Prepared {
    mentees: Group,
    mentors: Group,
    criteria: Vec<Ready>,
    /// What people say in the columns of each criterion, mentees first.
    said: Vec<(Vec<String>, Vec<String>)>,
    separator: u8,
    marked: bool,
    notes: Vec<String>,
}

/// The people of one file.
#[derive(Clone, Debug)]
struct Group {
    file: String,
    ids: Vec<String>,
    names: Option<Vec<String>>,
    places: Vec<u32>,
}

/// Reads both files.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn read(mentees: Source<'_>, mentors: Source<'_>) -> Result<People, Problem> {
    read_by(mentees, mentors, false, Rules::default())
}

/// The same, where rows that look like further headers or like nobody may be kept, and cells may be read by other rules.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn read_by(mentees: Source<'_>, mentors: Source<'_>, keep_rows: bool, rules: Rules) -> Result<People, Problem> {
    let table = |source: Source<'_>| {
        let Source { encoding, separator, header_line, .. } = source;
        Table::read(source, How { encoding, separator, header_line, keep_rows, rules, limits: None })
    };
    Ok(People { mentees: table(mentees)?, mentors: table(mentors)? })
}

impl People {
    /// What was guessed while reading, in sentences.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let of = |table: &Table| table.notes.iter().map(|note| format!("{}: {note}", table.file)).collect::<Vec<_>>();
        [of(&self.mentees), of(&self.mentors)].concat()
    }

    /// How the files were cut into rows and columns, in a sentence each.
    #[must_use]
    pub fn read_as(&self) -> Vec<String> {
        [&self.mentees, &self.mentors].map(|table| format!("{}: {}", table.file, table.read_as)).into()
    }

    /// Makes them ready to be scored by a configuration; `config_file` is the file that it comes from, if it does.
    ///
    /// # Errors
    /// When a column isn't there, a number is none, or somebody is there twice.
    pub fn prepare(&self, config: &Config, config_file: Option<Source<'_>>) -> Result<Prepared, Problem> {
        let blame = Blame { config: config_file };
        let mut notes = Vec::new();
        let mentees = Group::new(&self.mentees, &config.mentees, (Field::Wanted, MENTEE), blame, &mut notes)?;
        let mentors = Group::new(&self.mentors, &config.mentors, (Field::Capacity, MENTOR), blame, &mut notes)?;
        if mentees.ids.len().saturating_mul(mentors.ids.len()) > MAX_PAIRS {
            let reason = format!("{} mentees and {} mentors are more pairs than can be scored", mentees.ids.len(), mentors.ids.len());
            return Err(Problem::of_file(&mentees.file, Reason::Other(reason)));
        }
        let (mut criteria, mut said) = (Vec::new(), Vec::new());
        let mut readings = about::Readings::default();
        for criterion in &config.criteria {
            let of_mentees = blame.texts(&self.mentees, &criterion.mentee)?;
            let of_mentors = blame.texts(&self.mentors, &criterion.mentor)?;
            let ready = Ready::new(criterion.clone(), (&self.mentees, &of_mentees), (&self.mentors, &of_mentors))?;
            notes.extend(about::named(&ready, &self.mentees.file, &of_mentors));
            readings.look_at(&ready, (&self.mentees, &of_mentees), (&self.mentors, &of_mentors));
            criteria.push(ready);
            said.push((of_mentees, of_mentors));
        }
        notes.extend(readings.notes());
        let (separator, marked) = (self.mentees.separator.byte(), self.mentees.marked);
        Ok(Prepared { mentees, mentors, criteria, said, separator, marked, notes })
    }
}

impl Prepared {
    /// What was guessed, or found out, about the people, in sentences.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Whether all pairs that may be made have one score, so that nothing tells anybody apart.
    #[must_use]
    pub fn are_all_alike(&self, problem: &Matching) -> bool {
        let (mut first, mut pairs, mut alike) = (None, 0_u64, true);
        for mentee in 0..problem.mentees() {
            problem.candidates().for_each(mentee, |_, score| {
                pairs += 1;
                alike &= *first.get_or_insert(score) == score;
            });
            if !alike {
                return false;
            }
        }
        pairs > 1
    }

    /// How many mentees and mentors there are.
    #[must_use]
    pub fn people(&self) -> (u32, u32) {
        let count = |group: &Group| u32::try_from(group.ids.len()).unwrap_or(u32::MAX);
        (count(&self.mentees), count(&self.mentors))
    }

    /// How many decimals scores have: 8750 is 87.50 of 100.
    #[must_use]
    pub const fn places(&self) -> u32 {
        PLACES
    }

    /// What a mentee is called: their name, or else what they are told apart by.
    #[must_use]
    pub fn mentee(&self, number: u32) -> &str {
        self.mentees.who(number).1
    }

    /// Scores everybody with everybody.
    ///
    /// # Errors
    /// When it was stopped, or the engine can't work with so many.
    pub fn score(&self, threads: usize, watch: Watch<'_>) -> Result<Matching, Failed> {
        let (mentees, mentors) = self.people();
        let table = score::table(&self.criteria, self.mentees.ids.len(), self.mentors.ids.len(), threads, watch)?;
        let made = Dense::new(mentees, mentors, table)
            .and_then(|dense| Matching::dense(dense, self.mentors.places.clone()))
            .and_then(|problem| problem.with_wanted(self.mentees.places.clone()));
        Ok(made.map_err(|error| refused(&self.mentees.file, &error))?)
    }

    /// Why these two.
    #[must_use]
    pub fn why(&self, mentee: u32, mentor: u32) -> String {
        let (mentee, mentor) = (mentee as usize, mentor as usize);
        let mut marks = Vec::new();
        let mut row = vec![NOTHING; self.mentors.ids.len()];
        let mut part = |ready: &Ready| {
            ready.parts(mentee, &mut marks, &mut row);
            row.get(mentor).copied().unwrap_or(NOTHING)
        };
        let parts: Vec<u16> = self.criteria.iter().map(&mut part).collect();
        fn text(texts: &[String], at: usize) -> &str {
            texts.get(at).map_or("", String::as_str)
        }
        why(&self.criteria, &parts, |at| {
            let said = self.said.get(at);
            Said {
                mentee: said.map_or("", |(mentees, _)| text(mentees, mentee)),
                mentor: said.map_or("", |(_, mentors)| text(mentors, mentor)),
            }
        })
    }

    /// How much of what counts both of them have said, in percent, rounded down: only all is 100.
    #[must_use]
    pub fn known(&self, mentee: u32, mentor: u32) -> u64 {
        let both = |ready: &&Ready| ready.is_known(mentee as usize, mentor as usize);
        let known: u64 = self.criteria.iter().filter(both).map(|ready| u64::from(ready.criterion.weight)).sum();
        (known * 100).checked_div(score::whole(&self.criteria)).unwrap_or(0)
    }

    /// How many of these pairs are little known: both have said less than half of what counts.
    #[must_use]
    pub fn little_known(&self, solution: &Solution) -> usize {
        solution.pairs.iter().filter(|pair| self.known(pair.mentee, pair.mentor) < LITTLE).count()
    }

    /// `pairs.csv`: who with whom, the score, how much of it is known, and why; names too, where they aren't what people are told apart by. The
    /// separator and the mark for the encoding are those of the mentees' file, so that the same program opens it.
    #[must_use]
    pub fn pairs_csv(&self, solution: &Solution) -> Vec<u8> {
        let start = if self.marked { "\u{FEFF}".as_bytes().to_vec() } else { Vec::new() };
        let mut writer = csv::WriterBuilder::new().delimiter(self.separator).from_writer(start);
        let named = self.mentees.names.is_some() || self.mentors.names.is_some();
        let header: &[&str] = if named {
            &["mentee", "mentee name", "mentor", "mentor name", "score", "known", "why"]
        } else {
            &["mentee", "mentor", "score", "known", "why"]
        };
        // Writing to memory doesn't fail.
        drop(writer.write_record(header));
        for pair in &solution.pairs {
            let score = crate::score_written(pair.score, PLACES);
            let known = format!("{}%", self.known(pair.mentee, pair.mentor));
            let why = self.why(pair.mentee, pair.mentor);
            let ((mentee, mentee_name), (mentor, mentor_name)) = (self.mentees.who(pair.mentee), self.mentors.who(pair.mentor));
            let fields: &[&str] = if named {
                &[mentee, mentee_name, mentor, mentor_name, &score, &known, &why]
            } else {
                &[mentee, mentor, &score, &known, &why]
            };
            drop(writer.write_record(fields.iter().map(|field| defused(field))));
        }
        writer.into_inner().unwrap_or_default()
    }
}

impl Group {
    fn new(
        table: &Table,
        said: &Side,
        (places, role): (Field, &[&str]),
        blame: Blame<'_>,
        notes: &mut Vec<String>,
    ) -> Result<Self, Problem> {
        let key = if places == Field::Capacity { "capacity" } else { "wanted" };
        let mut note = |note: String| notes.push(format!("{}: {note}", table.file));
        let guessed = side(table, places, role).map(|found| {
            // Where people say themselves what tells them apart, nothing was guessed.
            if said.id.is_none() {
                found.about_id.into_iter().for_each(&mut note);
            }
            found.side
        });
        let (id, name) = match (&said.id, guessed) {
            (Some(id), guessed) => (id.clone(), said.name.clone().or(guessed.ok().and_then(|guessed| guessed.name))),
            (None, Err(problem)) => match &said.name {
                Some(name) => (name.clone(), Some(name.clone())),
                None => return Err(problem),
            },
            (None, Ok(guessed)) => (guessed.id.unwrap_or(Names::Several(Vec::new())), said.name.clone().or(guessed.name)),
        };
        let ids = blame.texts(table, &id)?;
        tells_apart(table, &ids).map_err(|alike| match alike {
            Alike::Empty { row } => table.problem(row, Reason::Missing { column: id.label() }),
            Alike::Twice { text, first, row } => table.problem(row, Reason::Twice { what: format!("{} {text}", id.label()), first }),
        })?;
        let names = match name.filter(|name| *name != id) {
            Some(name) => Some(blame.texts(table, &name)?),
            None => None,
        };
        if let Some(crate::Capacity::Column(column)) = &said.places {
            blame.texts(table, &Names::One(column.clone()))?;
        }
        let otherwise = said.otherwise.unwrap_or(1);
        let found = table.places(said.places.as_ref(), otherwise)?;
        if let Some(first) = found.in_words.first() {
            let lines = found.in_words.len();
            note(format!(
                "numbers of places are read out of words, on lines: {lines}, first on line {first}; of two numbers the greater ({key} = NUMBER in a configuration says one for all)"
            ));
        }
        if found.unsaid > 0 && said.otherwise.is_none() {
            note(format!(
                "people who say no number of places: {}; each has {otherwise} (otherwise = … in a configuration says another)",
                found.unsaid
            ));
        }
        Ok(Self { file: table.file.clone(), ids, names, places: found.of_each })
    }

    /// What somebody is told apart by, and their name.
    fn who(&self, number: u32) -> (&str, &str) {
        let at = number as usize;
        let id = self.ids.get(at).map_or("", String::as_str);
        (id, self.names.as_ref().and_then(|names| names.get(at)).map_or(id, String::as_str))
    }
}

/// Who is to blame for a column that isn't there: the configuration that asks for it.
#[derive(Clone, Copy)]
struct Blame<'b> {
    config: Option<Source<'b>>,
}

impl Blame<'_> {
    /// What people say in some columns.
    fn texts(self, table: &Table, names: &Names) -> Result<Vec<String>, Problem> {
        let found = table.find(names).map_err(|reason| match (self.config, reason) {
            (Some(config), Reason::NoColumn { wanted, found }) => {
                let line = String::from_utf8_lossy(config.bytes).lines().position(|line| asks_for(line, &wanted));
                let line = line.and_then(|line| u64::try_from(line + 1).ok());
                let reason = format!("{} has no column {wanted}; it has: {}", table.file, found.join(", "));
                Problem { file: config.name.to_owned(), line, reason: Reason::Other(reason) }
            }
            (_, reason) => Problem::at(&table.file, 1, reason),
        })?;
        Ok(table.joined(&found))
    }
}

fn asks_for(line: &str, column: &str) -> bool {
    let line = line.trim_start();
    !line.starts_with('#') && (line.contains(&format!("\"{column}\"")) || line.contains(&format!("'{column}'")))
}

#[cfg(test)]
#[path = "people_tests.rs"]
mod tests;
