//! A good guess at which columns count, when nobody says so: by their names in five languages, else by what is in them.
//!
//! The weights are those of the platform's own fit (`domain::fit`): what the mentee comes for and what both aim at count most,
//! likeness of background little, and who somebody is nothing at all. A shared language is asked for where both files name
//! languages. Where everybody says the same, that is said, and people are paired all the same.

use crate::columns::Table;
use crate::config::{Config, Criterion, How, Names};
use crate::identity::{Found, side};
use crate::keys::items;
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
    /// What else was guessed, in sentences.
    pub notes: Vec<String>,
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
    let (of_mentees, of_mentors) = (side(mentees, Field::Wanted, MENTEE)?, side(mentors, Field::Capacity, MENTOR)?);
    let in_file = |table: &Table, found: &Found| {
        found.about_id.iter().chain(&found.about_places).map(|note| format!("{}: {note}", table.file)).collect::<Vec<_>>()
    };
    let mut notes = [in_file(mentees, &of_mentees), in_file(mentors, &of_mentors)].concat();
    let config = Config { mentees: of_mentees.side, mentors: of_mentors.side, criteria: Vec::new() };
    let (used, alike) = ([HashSet::new(), HashSet::new()], Vec::new());
    let mut guessing = Guessing { mentees, mentors, config, used, orders: Vec::new(), left: Vec::new(), alike };
    guessing.nobody_with_themselves();
    guessing.known();
    guessing.unknown();
    if guessing.config.criteria.iter().all(|criterion| criterion.weight == 0) {
        if guessing.alike.is_empty() {
            let named = |table: &Table| table.header.names().iter().filter(|name| !name.is_empty()).cloned().collect::<Vec<_>>().join(", ");
            let reason = format!(
                "nothing is in both files that could be compared; say what counts with --config. There is: {}; and in {}: {}",
                named(mentees),
                mentors.file,
                named(mentors)
            );
            return Err(Problem::at(&mentees.file, 1, Reason::Other(reason)));
        }
        notes.extend(guessing.by_what_is_alike());
    }
    guessing.left_over();
    let text = written::text(&guessing.config, &guessing.orders, &guessing.left);
    notes.push(what_counts(&guessing));
    Ok(Guess { config: guessing.config, text, notes })
}

/// What was chosen to count, and which columns were not, in a sentence; the configuration has the details.
fn what_counts(guessing: &Guessing<'_>) -> String {
    let names = |criterion: &Criterion| {
        let (mentee, mentor) = (criterion.mentee.label(), criterion.mentor.label());
        let names = if fold_value(&mentee) == fold_value(&mentor) { format!("{mentee:?}") } else { format!("{mentee:?} with {mentor:?}") };
        format!("{names} ({}{})", criterion.how.word(), if criterion.required { ", required" } else { "" })
    };
    let counts = guessing.config.criteria.iter().map(names).collect::<Vec<_>>().join(", ");
    let ordered = guessing.orders.iter().map(|(mentee, ..)| mentee.label());
    let left: Vec<String> = guessing.left.iter().map(|(name, _)| name.clone()).chain(ordered).map(|name| format!("{name:?}")).collect();
    let left = if left.is_empty() { String::new() } else { format!("; not {}", left.join(", ")) };
    format!("guessed to count: {counts}{left}; what is printed, changed and given back with --config FILE, says it otherwise")
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
    /// What everybody says alike, which counts only where nothing else does.
    alike: Vec<(Names, Names, How, u32)>,
}

impl Guessing<'_> {
    fn add(&mut self, mentee: Names, mentor: Names, how: How, weight: u32) {
        let required = false;
        self.config.criteria.push(Criterion { mentee, mentor, how, weight, required, reach: None, order: Vec::new() });
    }

    /// Somebody who is in both files must not be their own mentor, nor get their manager or somebody from before.
    fn nobody_with_themselves(&mut self) {
        let column = |table: &Table, field| table.all(field).first().map(|at| (*at, Names::One(table.header.name(*at).to_owned())));
        let mail = column(self.mentees, Field::Email).zip(column(self.mentors, Field::Email));
        if let Some(((_, mentee), (_, mentor))) = mail {
            self.add(mentee, mentor, How::ForbiddenIfEqual, 0);
        } else if let (Some(mentee), Some(mentor)) = (self.config.mentees.name.clone(), self.config.mentors.name.clone()) {
            self.add(mentee, mentor, How::ForbiddenIfEqual, 0);
        }
        // Whoever is named may be so by any of what a mentor is known by.
        let mail = column(self.mentors, Field::Email).map(|(_, name)| name);
        let mut known_by: Vec<String> = self.config.mentors.name.iter().chain(&mail).flat_map(Names::all).cloned().collect();
        known_by.dedup();
        for field in [Field::Manager, Field::MetBefore] {
            let Some((at, mentee)) = column(self.mentees, field) else { continue };
            self.used[0].insert(at);
            match known_by.as_slice() {
                [] => {}
                [one] => self.add(mentee, Names::One(one.clone()), How::ForbiddenIfNamed, 0),
                several => self.add(mentee, Names::Several(several.to_vec()), How::ForbiddenIfNamed, 0),
            }
        }
    }

    /// Where nothing tells people apart, what all say alike is at least a reason.
    fn by_what_is_alike(&mut self) -> Option<String> {
        let alike = std::mem::take(&mut self.alike);
        let names: Vec<String> = alike.iter().map(|(mentee, ..)| format!("{:?}", mentee.label())).collect();
        self.left.retain(|(name, why)| *why != Left::SaysNothing || !alike.iter().any(|(mentee, ..)| mentee.label() == *name));
        for (mentee, mentor, how, weight) in alike {
            self.add(mentee, mentor, how, weight);
        }
        let names = names.join(", ");
        Some(format!(
            "nothing in the files tells people apart: everybody says the same, or nothing, in {names} (--config says what counts instead)"
        ))
    }

    fn known(&mut self) {
        for (of_mentee, of_mentor, how, weight) in KNOWN {
            let mentee = self.mentees.all(*of_mentee).into_iter().find(|column| !self.used[0].contains(column));
            let mentor = self.mentors.all(*of_mentor).into_iter().find(|column| !self.used[1].contains(column));
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
        if how == How::Close && !said.numbers && said.different.len() > 1 {
            if said.different.len() <= MOST_WORDS {
                self.orders.push((of_mentee, of_mentor, said.different));
            } else {
                self.left.push((names.0, Left::SaysNothing));
            }
            return;
        }
        if said.different.len() < 2 {
            self.left.push((names.0, Left::SaysNothing));
            self.alike.push((of_mentee, of_mentor, how, weight));
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
                1 => {
                    let one = |table: &Table, column| Names::One(table.header.name(column).to_owned());
                    self.alike.push((one(self.mentees, mentee), one(self.mentors, mentor), How::Same, 100));
                    None
                }
                0..3 => None,
                _ if said.numbers => Some(How::Close),
                _ if said.lists => Some(How::Overlap),
                different if different == said.texts => None,
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
    /// How many say anything.
    texts: usize,
}

impl Said {
    fn of(mentees: &Table, mentee: usize, mentors: &Table, mentor: usize) -> Self {
        let texts = || mentees.column(mentee).iter().chain(mentors.column(mentor)).filter(|text| !text.is_empty());
        let mut seen = HashSet::new();
        let different = texts().filter(|text| seen.insert(fold_value(text).into_owned())).cloned().collect();
        let number = |table: &Table, text: &String| text.is_empty() || spreadsheet::decimal(text, "", table.marks()).is_ok();
        let numbers = mentees.column(mentee).iter().all(|text| number(mentees, text))
            && mentors.column(mentor).iter().all(|text| number(mentors, text));
        let several = texts().filter(|text| items(How::Overlap, mentees.rules, text).len() > 1).count();
        let texts = texts().count();
        Self { different, numbers, lists: several * 5 > texts, texts }
    }
}
