//! Who may be paired with whom, and how well they fit.

use crate::error::ProblemError;

/// The score of a pair that must not be made, in [`Dense`].
pub const ABSENT: i32 = i32::MIN;

/// The largest score, either way: a million with six decimals.
pub const MAX_SCORE: i64 = 1_000_000_000_000;

/// A score for each mentee (row) with each mentor (column), [`ABSENT`] where the two must not be paired.
/// Four bytes a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dense {
    pub(crate) mentees: u32,
    pub(crate) mentors: u32,
    pub(crate) scores: Vec<i32>,
}

impl Dense {
    /// A table of scores, row by row.
    ///
    /// # Errors
    /// [`ProblemError::Length`] when the table has another size.
    pub fn new(mentees: u32, mentors: u32, scores: Vec<i32>) -> Result<Self, ProblemError> {
        let expected = (mentees as usize).checked_mul(mentors as usize).ok_or(ProblemError::TooLarge)?;
        if scores.len() != expected {
            return Err(ProblemError::Length { what: "scores", expected, found: scores.len() });
        }
        Ok(Self { mentees, mentors, scores })
    }

    /// A mentee's scores, one for each mentor; empty when there is no such mentee.
    #[must_use]
    pub fn row(&self, mentee: u32) -> &[i32] {
        let width = self.mentors as usize;
        let from = (mentee as usize).saturating_mul(width);
        self.scores.get(from..from.saturating_add(width)).unwrap_or(&[])
    }
}

/// A list of candidates for each mentee: compressed rows. Eight bytes a pair with narrow scores, twelve with wide ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparse {
    pub(crate) mentors: u32,
    /// Where each mentee's candidates begin; one more than there are mentees.
    pub(crate) offsets: Vec<usize>,
    pub(crate) columns: Vec<u32>,
    pub(crate) scores: SparseScores,
}

/// The scores of [`Sparse`], aligned with the candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SparseScores {
    /// Scores that fit 32 bits; [`ABSENT`] takes a pair out.
    Narrow(Vec<i32>),
    /// Scores up to [`MAX_SCORE`]; `i64::MIN` takes a pair out.
    Wide(Vec<i64>),
}

impl SparseScores {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(scores) => scores.len(),
            Self::Wide(scores) => scores.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn get(&self, at: usize) -> Option<i64> {
        match self {
            Self::Narrow(scores) => scores.get(at).filter(|score| **score != ABSENT).map(|score| i64::from(*score)),
            Self::Wide(scores) => scores.get(at).copied().filter(|score| *score != i64::MIN),
        }
    }
}

impl Sparse {
    /// Compressed rows as they are: `columns[offsets[i]..offsets[i + 1]]` are the candidates of mentee `i`, ascending.
    ///
    /// # Errors
    /// When lengths differ, offsets or candidates are out of order, or a mentor is beyond the last.
    pub fn new(mentors: u32, offsets: Vec<usize>, columns: Vec<u32>, scores: SparseScores) -> Result<Self, ProblemError> {
        if scores.len() != columns.len() {
            return Err(ProblemError::Length { what: "scores", expected: columns.len(), found: scores.len() });
        }
        let in_order = offsets.windows(2).all(|pair| pair.first() <= pair.last());
        if offsets.first() != Some(&0) || offsets.last() != Some(&columns.len()) || !in_order {
            return Err(ProblemError::Offsets);
        }
        u32::try_from(offsets.len() - 1).map_err(|_| ProblemError::TooLarge)?;
        let made = Self { mentors, offsets, columns, scores };
        for mentee in 0..made.mentees() {
            let row = made.columns.get(made.range(mentee)).unwrap_or(&[]);
            if let Some(mentor) = row.iter().find(|mentor| **mentor >= mentors) {
                return Err(ProblemError::NoMentor { mentor: *mentor });
            }
            if row.windows(2).any(|pair| pair.first() >= pair.last()) {
                return Err(ProblemError::Order { mentee });
            }
        }
        Ok(made)
    }

    /// From pairs in any order. Scores are kept in 32 bits when all of them fit. Needs memory for a second list of the
    /// pairs while it sorts.
    ///
    /// # Errors
    /// When a pair is there twice, or one of the two isn't there at all.
    pub fn from_pairs(mentees: u32, mentors: u32, mut pairs: Vec<(u32, u32, i64)>) -> Result<Self, ProblemError> {
        pairs.sort_unstable();
        let mut offsets = vec![0_usize; mentees as usize + 1];
        let mut before = None;
        for (mentee, mentor, score) in &pairs {
            let (mentee, mentor) = (*mentee, *mentor);
            let Some(count) = offsets.get_mut(mentee as usize + 1).filter(|_| mentee < mentees) else {
                return Err(ProblemError::NoMentee { mentee });
            };
            *count += 1;
            if mentor >= mentors {
                return Err(ProblemError::NoMentor { mentor });
            }
            if before == Some((mentee, mentor)) {
                return Err(ProblemError::Twice { mentee, mentor });
            }
            if score.checked_abs().is_none_or(|score| score > MAX_SCORE) {
                return Err(ProblemError::Score { mentee, mentor });
            }
            before = Some((mentee, mentor));
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let narrow: Result<Vec<i32>, ()> =
            pairs.iter().map(|(_, _, score)| i32::try_from(*score).ok().filter(|score| *score != ABSENT).ok_or(())).collect();
        let scores = narrow.map_or_else(|()| SparseScores::Wide(pairs.iter().map(|pair| pair.2).collect()), SparseScores::Narrow);
        Ok(Self { mentors, offsets, columns: pairs.iter().map(|pair| pair.1).collect(), scores })
    }

    /// How many mentees there are.
    #[must_use]
    pub fn mentees(&self) -> u32 {
        u32::try_from(self.offsets.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    pub(crate) fn range(&self, mentee: u32) -> std::ops::Range<usize> {
        let at = |index: usize| self.offsets.get(index).copied().unwrap_or(self.columns.len());
        at(mentee as usize)..at((mentee as usize).saturating_add(1))
    }

    /// Where a pair is, if it was ever a candidate.
    pub(crate) fn position(&self, mentee: u32, mentor: u32) -> Option<usize> {
        let range = self.range(mentee);
        let row = self.columns.get(range.clone())?;
        row.binary_search(&mentor).ok().map(|at| range.start + at)
    }
}

/// Who may be paired with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidates {
    /// Nearly everybody with nearly everybody.
    Dense(Dense),
    /// A few for each.
    Sparse(Sparse),
}

impl Candidates {
    /// How many mentees there are.
    #[must_use]
    pub fn mentees(&self) -> u32 {
        match self {
            Self::Dense(dense) => dense.mentees,
            Self::Sparse(sparse) => sparse.mentees(),
        }
    }

    /// How many mentors there are.
    #[must_use]
    pub fn mentors(&self) -> u32 {
        match self {
            Self::Dense(dense) => dense.mentors,
            Self::Sparse(sparse) => sparse.mentors,
        }
    }

    /// The score of a pair, `None` when the two must not be paired. O(1) dense, O(log candidates) sparse.
    #[must_use]
    pub fn score(&self, mentee: u32, mentor: u32) -> Option<i64> {
        match self {
            Self::Dense(dense) if mentor < dense.mentors => {
                dense.row(mentee).get(mentor as usize).filter(|score| **score != ABSENT).map(|score| i64::from(*score))
            }
            Self::Dense(_) => None,
            Self::Sparse(sparse) => sparse.scores.get(sparse.position(mentee, mentor)?),
        }
    }

    /// Calls `visit` with each candidate of a mentee and the score, by ascending mentor.
    pub fn for_each(&self, mentee: u32, mut visit: impl FnMut(u32, i64)) {
        match self {
            Self::Dense(dense) => {
                for (mentor, score) in (0..).zip(dense.row(mentee)) {
                    if *score != ABSENT {
                        visit(mentor, i64::from(*score));
                    }
                }
            }
            Self::Sparse(sparse) => {
                for at in sparse.range(mentee) {
                    if let (Some(mentor), Some(score)) = (sparse.columns.get(at), sparse.scores.get(at)) {
                        visit(*mentor, score);
                    }
                }
            }
        }
    }

    /// Bytes of memory that the scores and their places take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match self {
            Self::Dense(dense) => dense.scores.len() * 4,
            Self::Sparse(sparse) => {
                let width = if matches!(sparse.scores, SparseScores::Narrow(_)) { 8 } else { 12 };
                sparse.offsets.len() * size_of::<usize>() + sparse.columns.len() * width
            }
        }
    }

    /// Gives a pair another score, or takes it out (`None`).
    pub(crate) fn set(&mut self, mentee: u32, mentor: u32, score: Option<i64>) -> Result<(), ProblemError> {
        if mentee >= self.mentees() {
            return Err(ProblemError::NoMentee { mentee });
        }
        if mentor >= self.mentors() {
            return Err(ProblemError::NoMentor { mentor });
        }
        let wrong = || ProblemError::Score { mentee, mentor };
        let narrow = match score {
            Some(score) => i32::try_from(score).ok().filter(|score| *score != ABSENT),
            None => Some(ABSENT),
        };
        match self {
            Self::Dense(dense) => {
                let at = mentee as usize * dense.mentors as usize + mentor as usize;
                *dense.scores.get_mut(at).ok_or_else(wrong)? = narrow.ok_or_else(wrong)?;
            }
            Self::Sparse(sparse) => match (sparse.position(mentee, mentor), &mut sparse.scores) {
                (None, _) if score.is_none() => {}
                (None, _) => return Err(ProblemError::Pin { mentee, mentor }),
                (Some(at), SparseScores::Narrow(scores)) => *scores.get_mut(at).ok_or_else(wrong)? = narrow.ok_or_else(wrong)?,
                (Some(at), SparseScores::Wide(scores)) => {
                    if score.is_some_and(|score| score.checked_abs().is_none_or(|score| score > MAX_SCORE)) {
                        return Err(wrong());
                    }
                    *scores.get_mut(at).ok_or_else(wrong)? = score.unwrap_or(i64::MIN);
                }
            },
        }
        Ok(())
    }
}
