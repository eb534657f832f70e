//! A good guess at which columns count, when nobody says so: by their names in five languages, else by what is in them.
//!
//! The weights are those of the platform's own fit (`domain::fit`): what the mentee comes for and what both aim at count most,
//! likeness of background little, and who somebody is nothing at all. A shared language is asked for where both files name
//! languages.

use crate::columns::Table;
use crate::config::{Capacity, Config, Criterion, How, Names, Side};
use crate::criteria::items;
use column_words::{self as words, Field, MENTEE, MENTOR};
use spreadsheet::{Problem, Reason, fold_value};
use std::collections::HashSet;

mod written;

/// A column of words that takes more different ones than this says something else about everybody.
const MOST_WORDS: usize = 30;

/// What was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What to go by.
    pub config: Config,
    /// The same as a `match.toml` that can be saved and changed, with remarks on what was left out.
    pub text: String,
}

/// What is about a field, in both files, and how it then counts.
const KNOWN: &[(Field, Field, How, u32)] = &[
    (Field::SkillsWanted, Field::SkillsOffered, How::WantedOffered, 300),
    (Field::SkillsWanted, Field::Skills, How::WantedOffered, 300),
    (Field::Skills, Field::SkillsOffered, How::WantedOffered, 300),
    (Field::Skills, Field::Skills, How::WantedOffered, 300),
    (Field::Aims, Field::Aims, How::Overlap, 250),
    (Field::Availability, Field::Availability, How::Overlap, 100),
    (Field::Industry, Field::Industry, How::Same, 50),
    (Field::Organisation, Field::Organisation, How::Different, 50),
    (Field::Years, Field::Years, How::Close, 50),
    (Field::Grade, Field::Grade, How::Close, 50),
    (Field::Place, Field::Place, How::Same, 50),
    (Field::Languages, Field::Languages, How::Overlap, 50),
];

/// Why a column doesn't count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Personal,
    Prose,
    SaysNothing,
    OneFile,
}

/// Guesses from two tables.
///
/// # Errors
/// When nothing says who people are, or nothing is in both files that could be compared.
pub fn guess(people: &crate::people::People) -> Result<Guess, Problem> {
    let (mentees, mentors) = (&people.mentees, &people.mentors);
    let config =
        Config { mentees: side(mentees, Field::Wanted, MENTEE)?, mentors: side(mentors, Field::Capacity, MENTOR)?, criteria: Vec::new() };
    let mut guessing = Guessing { mentees, mentors, config, used: [HashSet::new(), HashSet::new()], orders: Vec::new(), left: Vec::new() };
    guessing.nobody_with_themselves();
    guessing.known();
    guessing.unknown();
    guessing.left_over();
    if guessing.config.criteria.iter().all(|criterion| criterion.weight == 0) {
        let reason = "nothing is in both files that could be compared; say what counts with --config".to_owned();
        return Err(Problem::at(&mentees.file, 1, Reason::Other(reason)));
    }
    let text = written::text(&guessing.config, &guessing.orders, &guessing.left);
    Ok(Guess { config: guessing.config, text })
}

/// Who is who in a file.
pub(crate) fn side(table: &Table, places: Field, role: &[&str]) -> Result<Side, Problem> {
    let name_of = |column: usize| table.header.name(column).to_owned();
    let column = |field| words::column_of(&table.header, field).map(name_of);
    let by_role = table.header.find(role).ok().flatten().map(name_of);
    let parts: Vec<String> = [Field::FirstName, Field::LastName].into_iter().filter_map(column).collect();
    let name = match (column(Field::Name), parts.len()) {
        (Some(name), _) => Some(Names::One(name)),
        (None, 0) => by_role.clone().map(Names::One),
        (None, 1) => parts.into_iter().next().map(Names::One),
        (None, _) => Some(Names::Several(parts)),
    };
    let id = column(Field::Id).or_else(|| column(Field::Email)).or(by_role).map(Names::One).or_else(|| name.clone());
    if id.is_none() {
        let found = table.header.names().iter().filter(|name| !name.is_empty()).cloned().collect();
        let wanted = "that says who is who (id, email or name)".to_owned();
        return Err(Problem::at(&table.file, 1, Reason::NoColumn { wanted, found }));
    }
    Ok(Side { id, name, places: column(places).map(Capacity::Column) })
}

struct Guessing<'t> {
    mentees: &'t Table,
    mentors: &'t Table,
    config: Config,
    /// The columns that are dealt with, of mentees and of mentors.
    used: [HashSet<usize>; 2],
    /// Columns of words that have an order which only people know.
    orders: Vec<(Names, Names, Vec<String>)>,
    left: Vec<(String, Left)>,
}

impl Guessing<'_> {
    fn add(&mut self, mentee: Names, mentor: Names, how: How, weight: u32) {
        let required = false;
        self.config.criteria.push(Criterion { mentee, mentor, how, weight, required, reach: None, order: Vec::new() });
    }

    /// Somebody who is in both files must not be their own mentor, nor get their manager or somebody from before.
    fn nobody_with_themselves(&mut self) {
        let column =
            |table: &Table, field| words::column_of(&table.header, field).map(|at| (at, Names::One(table.header.name(at).to_owned())));
        let mail = column(self.mentees, Field::Email).zip(column(self.mentors, Field::Email));
        if let Some(((_, mentee), (_, mentor))) = mail {
            self.add(mentee, mentor, How::ForbiddenIfEqual, 0);
        } else if let (Some(mentee), Some(mentor)) = (self.config.mentees.name.clone(), self.config.mentors.name.clone()) {
            self.add(mentee, mentor, How::ForbiddenIfEqual, 0);
        }
        for field in [Field::Manager, Field::MetBefore] {
            let Some((at, mentee)) = column(self.mentees, field) else { continue };
            self.used[0].insert(at);
            // A column with addresses names people by address.
            let by_mail = self.mentees.column(at).iter().any(|text| text.contains('@'));
            let mail = column(self.mentors, Field::Email).map(|(_, name)| name);
            let mentor = if by_mail { mail } else { self.config.mentors.name.clone() };
            if let Some(mentor) = mentor {
                self.add(mentee, mentor, How::ForbiddenIfEqual, 0);
            }
        }
    }

    fn known(&mut self) {
        for (of_mentee, of_mentor, how, weight) in KNOWN {
            let mentee = words::column_of(&self.mentees.header, *of_mentee).filter(|column| !self.used[0].contains(column));
            let mentor = words::column_of(&self.mentors.header, *of_mentor).filter(|column| !self.used[1].contains(column));
            if let Some((mentee, mentor)) = mentee.zip(mentor) {
                self.pair_up(mentee, mentor, *how, *weight);
            }
        }
    }

    fn pair_up(&mut self, mentee: usize, mentor: usize, how: How, weight: u32) {
        self.used[0].insert(mentee);
        self.used[1].insert(mentor);
        let names = (self.mentees.header.name(mentee).to_owned(), self.mentors.header.name(mentor).to_owned());
        let (of_mentee, of_mentor) = (Names::One(names.0.clone()), Names::One(names.1));
        let said = Said::of(self.mentees, mentee, self.mentors, mentor);
        if how == How::Close && !said.numbers {
            if said.different.len() > 1 && said.different.len() <= MOST_WORDS {
                self.orders.push((of_mentee, of_mentor, said.different));
            } else {
                self.left.push((names.0, Left::SaysNothing));
            }
            return;
        }
        if said.different.len() < 2 {
            self.left.push((names.0, Left::SaysNothing));
            return;
        }
        self.add(of_mentee, of_mentor, how, weight);
        if words::field(&names.0) == Some(Field::Languages)
            && let Some(last) = self.config.criteria.last_mut()
        {
            last.required = true;
        }
    }

    /// Columns that nobody knows but that are in both files under one name.
    fn unknown(&mut self) {
        for mentee in 0..self.mentees.header.len() {
            let folded = self.mentees.header.folded(mentee);
            let same = |column: &usize| self.mentors.header.folded(*column) == folded;
            let Some(mentor) = (0..self.mentors.header.len()).find(same).filter(|_| !folded.is_empty()) else { continue };
            if words::field(folded).is_some() || self.used[0].contains(&mentee) || self.used[1].contains(&mentor) {
                continue;
            }
            let said = Said::of(self.mentees, mentee, self.mentors, mentor);
            let name = self.mentees.header.name(mentee).to_owned();
            // Of yes and no, of one word for all and of another for each, nobody can say what they mean.
            let how = match said.different.len() {
                0..3 => None,
                _ if said.numbers => Some(How::Close),
                _ if said.lists => Some(How::Overlap),
                3..=MOST_WORDS => Some(How::Same),
                _ => None,
            };
            match how {
                Some(how) => self.pair_up(mentee, mentor, how, 100),
                None => {
                    self.used[0].insert(mentee);
                    self.used[1].insert(mentor);
                    self.left.push((name, Left::SaysNothing));
                }
            }
        }
    }

    fn left_over(&mut self) {
        for (table, used) in [(self.mentees, &self.used[0]), (self.mentors, &self.used[1])] {
            for column in (0..table.header.len()).filter(|column| !used.contains(column)) {
                let name = table.header.name(column);
                let why = match words::field(name) {
                    Some(Field::Personal) => Left::Personal,
                    Some(Field::Prose) => Left::Prose,
                    Some(Field::Id | Field::Email | Field::Name | Field::FirstName | Field::LastName) => continue,
                    Some(Field::Capacity | Field::Wanted) => continue,
                    _ => Left::OneFile,
                };
                if !name.is_empty() && !self.left.iter().any(|(other, _)| other == name) {
                    self.left.push((name.to_owned(), why));
                }
            }
        }
    }
}

/// What both files say in a column.
struct Said {
    /// Each thing once, as it is first written.
    different: Vec<String>,
    /// Whether all of it are numbers.
    numbers: bool,
    /// Whether people name several things.
    lists: bool,
}

impl Said {
    fn of(mentees: &Table, mentee: usize, mentors: &Table, mentor: usize) -> Self {
        let texts = || mentees.column(mentee).iter().chain(mentors.column(mentor)).filter(|text| !text.is_empty());
        let mut seen = HashSet::new();
        let different = texts().filter(|text| seen.insert(fold_value(text).into_owned())).cloned().collect();
        let number = |table: &Table, text: &String| text.is_empty() || spreadsheet::decimal(text, "", table.decimal_comma()).is_ok();
        let numbers = mentees.column(mentee).iter().all(|text| number(mentees, text))
            && mentors.column(mentor).iter().all(|text| number(mentors, text));
        let several = texts().filter(|text| items(How::Overlap, text).len() > 1).count();
        Self { different, numbers, lists: several * 5 > texts().count() }
    }
}
