//! The problem: people, places, who may be paired with whom, and what is already decided.

use crate::candidates::{Candidates, Dense, MAX_SCORE, Sparse, SparseScores};
use crate::error::ProblemError;

/// An assignment problem. Mentees and mentors are numbered from 0.
///
/// **Scale.** Scores are whole numbers in a unit that the caller chooses: hundredths, millionths, points. The engine only
/// adds, subtracts and compares them, so totals are exact in that unit. Narrow scores take any `i32` but [`crate::ABSENT`];
/// wide ones up to [`MAX_SCORE`], a million with six decimals.
///
/// **Bounds.** Constructors refuse a problem in which a sum could overflow. With `S` the largest score either way, `W` the
/// places taken at most and `n` the smaller number of people, they ask for `S · W < 2⁶²` (the total) and
/// `(S + 1) · (n + 1) < 2⁵⁴` (the length of an augmenting path, with room for the levels above the scores). Ten million
/// times a million people are far within; a million with six decimals goes with up to 16,000 mentors and any number of
/// mentees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub(crate) candidates: Candidates,
    pub(crate) capacities: Vec<u32>,
    /// Empty when everybody wants one.
    pub(crate) wanted: Vec<u32>,
    /// Ascending.
    pub(crate) pinned: Vec<(u32, u32)>,
    pub(crate) mentor_scores: Option<Candidates>,
    /// At least the largest score, either way.
    pub(crate) largest: i64,
}

impl Problem {
    /// A problem out of candidates and the number of places that each mentor has. Each mentee wants one mentor.
    ///
    /// # Errors
    /// When there aren't as many capacities as mentors, a wide score is out of range, or a sum could overflow.
    pub fn new(candidates: Candidates, capacities: Vec<u32>) -> Result<Self, ProblemError> {
        let expected = candidates.mentors() as usize;
        if capacities.len() != expected {
            return Err(ProblemError::Length { what: "capacities", expected, found: capacities.len() });
        }
        let mut problem = Self { candidates, capacities, wanted: Vec::new(), pinned: Vec::new(), mentor_scores: None, largest: 0 };
        problem.largest = problem.largest_now()?;
        problem.check_bounds()?;
        Ok(problem)
    }

    /// [`Self::new`] with a score for each mentee with each mentor.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn dense(scores: Dense, capacities: Vec<u32>) -> Result<Self, ProblemError> {
        Self::new(Candidates::Dense(scores), capacities)
    }

    /// [`Self::new`] with a list of candidates for each mentee.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn sparse(scores: Sparse, capacities: Vec<u32>) -> Result<Self, ProblemError> {
        Self::new(Candidates::Sparse(scores), capacities)
    }

    /// The same where each mentee wants so many mentors (0 leaves them out), each at most once.
    ///
    /// # Errors
    /// When there aren't as many numbers as mentees, more pairs are pinned than wanted, or a sum could overflow.
    pub fn with_wanted(mut self, wanted: Vec<u32>) -> Result<Self, ProblemError> {
        let expected = self.mentees() as usize;
        if wanted.len() != expected {
            return Err(ProblemError::Length { what: "wanted", expected, found: wanted.len() });
        }
        self.wanted = if wanted.iter().all(|wanted| *wanted == 1) { Vec::new() } else { wanted };
        self.check_bounds()?;
        self.check_pins()?;
        Ok(self)
    }

    /// The same with these pairs made whatever they cost. They count in every number of the answer.
    ///
    /// # Errors
    /// When one is no candidate, is there twice, or there is no place for it.
    pub fn with_pinned(mut self, mut pinned: Vec<(u32, u32)>) -> Result<Self, ProblemError> {
        pinned.sort_unstable();
        self.pinned = pinned;
        self.check_pins()?;
        Ok(self)
    }

    /// The same where mentors see the pairs in another way than mentees do, which only [`crate::Objective::Stable`] reads.
    ///
    /// # Errors
    /// When they are for other pairs.
    pub fn with_mentor_scores(mut self, scores: Candidates) -> Result<Self, ProblemError> {
        let same = match (&self.candidates, &scores) {
            (Candidates::Dense(a), Candidates::Dense(b)) => {
                let absent = |score: &i32| *score == crate::ABSENT;
                a.mentors == b.mentors
                    && a.scores.len() == b.scores.len()
                    && a.scores.iter().zip(&b.scores).all(|(a, b)| absent(a) == absent(b))
            }
            (Candidates::Sparse(a), Candidates::Sparse(b)) => {
                let absent = |of: &Sparse, at| of.scores.get(at).is_none();
                a.mentors == b.mentors
                    && a.offsets == b.offsets
                    && a.columns == b.columns
                    && (0..a.columns.len()).all(|at| absent(a, at) == absent(b, at))
            }
            _ => false,
        };
        if !same {
            return Err(ProblemError::MentorScores);
        }
        self.mentor_scores = Some(scores);
        Ok(self)
    }

    /// Makes a pair whatever it costs.
    ///
    /// # Errors
    /// As [`Self::with_pinned`]; the problem is then as it was.
    pub fn pin(&mut self, mentee: u32, mentor: u32) -> Result<(), ProblemError> {
        let Err(at) = self.pinned.binary_search(&(mentee, mentor)) else {
            return Err(ProblemError::Pin { mentee, mentor });
        };
        self.pinned.insert(at, (mentee, mentor));
        self.check_pins().inspect_err(|_| {
            self.pinned.remove(at);
        })
    }

    /// Lets a pinned pair go; one that wasn't pinned stays as it is.
    pub fn unpin(&mut self, mentee: u32, mentor: u32) {
        self.pinned.retain(|pair| *pair != (mentee, mentor));
    }

    /// Gives a pair another score; `None` forbids it. A sparse problem takes only pairs that were candidates when it was
    /// made.
    ///
    /// # Errors
    /// When there is no such pair, it is pinned and shall be forbidden, or the score is out of range; the problem is then
    /// as it was.
    pub fn set_score(&mut self, mentee: u32, mentor: u32, score: Option<i64>) -> Result<(), ProblemError> {
        if score.is_none() && self.pinned.binary_search(&(mentee, mentor)).is_ok() {
            return Err(ProblemError::Pin { mentee, mentor });
        }
        let before = self.candidates.score(mentee, mentor);
        self.candidates.set(mentee, mentor, score)?;
        let largest = self.largest;
        self.largest = largest.max(score.unwrap_or(0).saturating_abs());
        self.check_bounds().or_else(|error| {
            self.largest = largest;
            self.candidates.set(mentee, mentor, before)?;
            Err(error)
        })
    }

    /// Gives a mentor another number of places.
    ///
    /// # Errors
    /// When there is no such mentor, or more are pinned; the problem is then as it was.
    pub fn set_capacity(&mut self, mentor: u32, capacity: u32) -> Result<(), ProblemError> {
        let slot = self.capacities.get_mut(mentor as usize).ok_or(ProblemError::NoMentor { mentor })?;
        let before = std::mem::replace(slot, capacity);
        let checked = self.check_pins().and_then(|()| self.check_bounds());
        checked.inspect_err(|_| {
            if let Some(slot) = self.capacities.get_mut(mentor as usize) {
                *slot = before;
            }
        })
    }

    /// How many mentees there are.
    #[must_use]
    pub fn mentees(&self) -> u32 {
        self.candidates.mentees()
    }

    /// How many mentors there are.
    #[must_use]
    pub fn mentors(&self) -> u32 {
        self.candidates.mentors()
    }

    /// Who may be paired with whom.
    #[must_use]
    pub const fn candidates(&self) -> &Candidates {
        &self.candidates
    }

    /// The score of a pair, `None` when the two must not be paired.
    #[must_use]
    pub fn score(&self, mentee: u32, mentor: u32) -> Option<i64> {
        self.candidates.score(mentee, mentor)
    }

    /// How many places a mentor has.
    #[must_use]
    pub fn capacity(&self, mentor: u32) -> u32 {
        self.capacities.get(mentor as usize).copied().unwrap_or(0)
    }

    /// How many mentors a mentee wants.
    #[must_use]
    pub fn wanted(&self, mentee: u32) -> u32 {
        if self.wanted.is_empty() { u32::from(mentee < self.mentees()) } else { self.wanted.get(mentee as usize).copied().unwrap_or(0) }
    }

    /// The pairs that are decided, ascending.
    #[must_use]
    pub fn pinned(&self) -> &[(u32, u32)] {
        &self.pinned
    }

    /// The pinned pairs of a mentee.
    pub(crate) fn pinned_of(&self, mentee: u32) -> &[(u32, u32)] {
        let from = self.pinned.partition_point(|pair| pair.0 < mentee);
        let to = self.pinned.partition_point(|pair| pair.0 <= mentee);
        self.pinned.get(from..to).unwrap_or(&[])
    }

    /// How the mentors see the pairs, when not as the mentees do.
    #[must_use]
    pub const fn mentor_scores(&self) -> Option<&Candidates> {
        self.mentor_scores.as_ref()
    }

    /// The largest score, either way: one pass over all of them.
    fn largest_now(&self) -> Result<i64, ProblemError> {
        let narrow = |scores: &[i32]| {
            // Branchless, so that it runs at the speed of memory: ABSENT counts as 0.
            let size = |score: &i32| if *score == crate::ABSENT { 0 } else { score.wrapping_abs() };
            scores.iter().map(size).fold(0, i32::max).into()
        };
        match &self.candidates {
            Candidates::Dense(dense) => Ok(narrow(&dense.scores)),
            Candidates::Sparse(Sparse { scores: SparseScores::Narrow(scores), .. }) => Ok(narrow(scores)),
            Candidates::Sparse(sparse) => {
                let mut largest = 0;
                for mentee in 0..sparse.mentees() {
                    let mut wrong = None;
                    self.candidates.for_each(mentee, |mentor, score| match score.checked_abs() {
                        Some(size) if size <= MAX_SCORE => largest = size.max(largest),
                        _ => wrong = Some(ProblemError::Score { mentee, mentor }),
                    });
                    wrong.map_or(Ok(()), Err)?;
                }
                Ok(largest)
            }
        }
    }

    fn check_bounds(&self) -> Result<(), ProblemError> {
        let size = i128::from(self.largest);
        let places: i128 = self.capacities.iter().map(|capacity| i128::from(*capacity)).sum();
        let demand: i128 = (0..self.mentees()).map(|mentee| i128::from(self.wanted(mentee))).sum();
        let pairs = i128::from(self.mentees()) * i128::from(self.mentors());
        let people = i128::from(self.mentees().min(self.mentors()));
        let fits = size * places.min(demand).min(pairs) < 1 << 62 && (size + 1) * (people + 1) < 1 << 54;
        if fits && self.mentees() < u32::MAX / 4 && self.mentors() < u32::MAX / 4 { Ok(()) } else { Err(ProblemError::TooLarge) }
    }

    fn check_pins(&self) -> Result<(), ProblemError> {
        let mut places = self.capacities.clone();
        let mut before = None;
        let mut of_mentee = 0;
        for pair in &self.pinned {
            let (mentee, mentor) = *pair;
            if self.score(mentee, mentor).is_none() || before == Some(*pair) {
                return Err(ProblemError::Pin { mentee, mentor });
            }
            of_mentee = if before.is_some_and(|(other, _)| other == mentee) { of_mentee + 1 } else { 1 };
            if of_mentee > self.wanted(mentee) {
                return Err(ProblemError::PinsOfMentee { mentee });
            }
            let place = places.get_mut(mentor as usize).and_then(|places| places.checked_sub(1).map(|left| *places = left));
            place.ok_or(ProblemError::PinsOfMentor { mentor })?;
            before = Some(*pair);
        }
        Ok(())
    }
}
