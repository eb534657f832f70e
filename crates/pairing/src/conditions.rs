//! Who may be paired with whom under some settings, and how well they fit: the engine's problem.

use crate::board::Board;
use crate::people::People;
use crate::watch::{Halt, Watch};
use domain::PersonId;
use domain::fit::Compared;
use domain::match_runs::{Bar, Condition, Couple, OrganisationRule, RunSettings};
use matching::{ABSENT, Dense, Problem, ProblemError};

/// So many pairs are looked at in one run at most: more would not fit into memory.
pub const MAX_PAIRS: usize = 200_000_000;

/// The settings, with people as indices.
#[derive(Debug)]
pub(crate) struct Conditions<'a> {
    settings: &'a RunSettings,
    /// Ascending.
    forbidden: Vec<(u32, u32)>,
    /// Other numbers of places, by mentor, ascending.
    places: Vec<(PersonId, i32)>,
    /// A condition that is left aside.
    lifted: Option<Condition>,
}

/// A problem, and the kept pairs that it could not keep.
#[derive(Debug)]
pub(crate) struct Stated {
    pub problem: Problem,
    pub pinned: Vec<(u32, u32)>,
    pub dropped: u32,
}

impl<'a> Conditions<'a> {
    pub fn new(people: &People, settings: &'a RunSettings) -> Self {
        let mut forbidden: Vec<(u32, u32)> = settings.forbidden.iter().filter_map(|couple| indices(people, couple)).collect();
        forbidden.sort_unstable();
        let mut places: Vec<(PersonId, i32)> = settings.places.iter().map(|places| (places.mentor, places.capacity)).collect();
        places.sort_by_key(|(mentor, _)| *mentor);
        places.dedup_by_key(|(mentor, _)| *mentor);
        Self { settings, forbidden, places, lifted: None }
    }

    /// All of them but one.
    pub fn without(people: &People, settings: &'a RunSettings, lifted: Condition) -> Self {
        Self { lifted: Some(lifted), ..Self::new(people, settings) }
    }

    fn holds(&self, condition: Condition) -> bool {
        self.lifted != Some(condition)
    }

    /// Two people compared; `None` when they share no language and must.
    fn compared(&self, board: &Board, mentee: u32, mentor: u32) -> Option<Compared> {
        if self.holds(Condition::Language) { board.compared(mentee, mentor) } else { board.compared_anyway(mentee, mentor) }
    }

    /// Why two must not be paired, languages aside.
    pub fn bar(&self, people: &People, mentee: u32, mentor: u32) -> Option<Bar> {
        let (Some(one), Some(other)) = (people.mentees.get(mentee as usize), people.mentors.get(mentor as usize)) else {
            return Some(Bar::SamePerson);
        };
        let pair = (mentee, mentor);
        let same = || one.organisations.iter().any(|organisation| other.organisations.contains(organisation));
        if one.id == other.id {
            Some(Bar::SamePerson)
        } else if self.holds(Condition::Forbidden) && self.forbidden.binary_search(&pair).is_ok() {
            Some(Bar::Forbidden)
        } else if self.holds(Condition::Declined) && people.declined.binary_search(&pair).is_ok() {
            Some(Bar::Declined)
        } else if !self.settings.again && self.holds(Condition::MetBefore) && people.met.binary_search(&pair).is_ok() {
            Some(Bar::MetBefore)
        } else {
            let fine = match self.settings.organisation {
                _ if !self.holds(Condition::Organisation) => true,
                OrganisationRule::Any => true,
                OrganisationRule::Same => same(),
                OrganisationRule::Different => !same(),
            };
            (!fine).then_some(Bar::Organisation)
        }
    }

    /// The number of mentees that a mentor takes in all.
    pub fn capacity(&self, mentor: PersonId, usual: i32) -> i32 {
        let at = self.places.binary_search_by_key(&mentor, |(other, _)| *other).ok();
        at.and_then(|at| self.places.get(at)).map_or(usual, |(_, capacity)| *capacity)
    }

    /// The places that each mentor has left.
    pub fn places(&self, people: &People) -> Vec<u32> {
        let left = |mentor: &crate::Mentor| self.capacity(mentor.id, mentor.capacity).saturating_sub(mentor.has);
        people.mentors.iter().map(|mentor| u32::try_from(left(mentor)).unwrap_or(0)).collect()
    }

    /// The problem: every pair looked at once.
    pub fn state(&self, board: &Board, watch: Watch<'_>) -> Result<Stated, Halt> {
        let people = board.people();
        let (rows, columns) = (people.mentees.len(), people.mentors.len());
        let size = rows.checked_mul(columns).filter(|size| *size <= MAX_PAIRS).ok_or(ProblemError::TooLarge)?;
        let too_many = |_| ProblemError::TooLarge;
        let (mentees, mentors) = (u32::try_from(rows).map_err(too_many)?, u32::try_from(columns).map_err(too_many)?);
        let mut scores = Vec::with_capacity(size);
        for mentee in 0..mentees {
            watch.at(mentee.into(), mentees.into())?;
            let weights = board.weights(self.settings, mentee);
            for mentor in 0..mentors {
                let compared = if self.bar(people, mentee, mentor).is_none() { self.compared(board, mentee, mentor) } else { None };
                scores.push(compared.map_or(ABSENT, |compared| compared.hundredths(&weights).into()));
            }
        }
        let places = self.places(people);
        let mut left = places.clone();
        let problem = Problem::dense(Dense::new(mentees, mentors, scores)?, places)?;
        let mut pinned: Vec<(u32, u32)> = Vec::new();
        let mut dropped = 0;
        for couple in self.settings.pinned.iter().filter(|_| self.holds(Condition::Kept)) {
            let possible = indices(people, couple).filter(|(mentee, mentor)| {
                let free = pinned.last().is_none_or(|(before, _)| before != mentee);
                let place = left.get_mut(*mentor as usize).filter(|left| **left > 0);
                match place.filter(|_| free && problem.score(*mentee, *mentor).is_some()) {
                    Some(place) => {
                        *place -= 1;
                        true
                    }
                    None => false,
                }
            });
            match possible {
                Some(pair) => pinned.push(pair),
                None => dropped += 1,
            }
        }
        Ok(Stated { problem: problem.with_pinned(pinned.clone())?, pinned, dropped })
    }
}

fn indices(people: &People, couple: &Couple) -> Option<(u32, u32)> {
    Some((people.mentee(couple.mentee)?, people.mentor(couple.mentor)?))
}
