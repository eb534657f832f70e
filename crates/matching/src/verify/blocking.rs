//! Pairs that would rather have each other.

use crate::problem::Problem;
use crate::solution::Solution;

/// A mentee and a mentor who are not paired although both would be better off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockingPair {
    /// The mentee.
    pub mentee: u32,
    /// The mentor.
    pub mentor: u32,
}

/// What somebody would give up for a better one.
#[derive(Clone, Copy)]
enum Worst {
    /// Nothing: they have a place left.
    Room,
    /// A pair with this score.
    Pair(i64),
    /// They are full of pinned pairs, or have no place at all.
    Closed,
}

impl Worst {
    const fn rather(self, score: i64) -> bool {
        match self {
            Self::Room => true,
            Self::Pair(worst) => score > worst,
            Self::Closed => false,
        }
    }

    fn with(self, score: i64) -> Self {
        match self {
            Self::Pair(worst) => Self::Pair(worst.min(score)),
            Self::Room | Self::Closed => Self::Pair(score),
        }
    }
}

/// All pairs that block: candidates, not paired, where each of the two has a place left or would give one of theirs (not a
/// pinned one) for the other. One pass over the candidates. None for a stable pairing.
#[must_use]
pub fn blocking_pairs(problem: &Problem, solution: &Solution) -> Vec<BlockingPair> {
    let theirs = problem.mentor_scores().unwrap_or_else(|| problem.candidates());
    let mut of_mentees = vec![(0_u32, Worst::Closed); problem.mentees() as usize];
    let mut of_mentors = vec![(0_u32, Worst::Closed); problem.mentors() as usize];
    for pair in &solution.pairs {
        let pinned = problem.pinned().binary_search(&(pair.mentee, pair.mentor)).is_ok();
        let (Some(mentee), Some(mentor)) = (of_mentees.get_mut(pair.mentee as usize), of_mentors.get_mut(pair.mentor as usize)) else {
            continue;
        };
        mentee.0 += 1;
        mentor.0 += 1;
        if !pinned {
            mentee.1 = mentee.1.with(pair.score);
            mentor.1 = mentor.1.with(theirs.score(pair.mentee, pair.mentor).unwrap_or(i64::MIN));
        }
    }
    for (mentee, (count, worst)) in (0..).zip(&mut of_mentees) {
        if *count < problem.wanted(mentee) {
            *worst = Worst::Room;
        }
    }
    for (mentor, (count, worst)) in (0..).zip(&mut of_mentors) {
        if *count < problem.capacity(mentor) {
            *worst = Worst::Room;
        }
    }
    let mut blocking = Vec::new();
    for (mentee, (_, mine)) in (0..).zip(&of_mentees) {
        problem.candidates().for_each(mentee, |mentor, score| {
            let Some((_, worst)) = of_mentors.get(mentor as usize) else { return };
            let both = mine.rather(score) && worst.rather(theirs.score(mentee, mentor).unwrap_or(i64::MIN));
            let made = || solution.pairs.binary_search_by_key(&(mentee, mentor), |pair| (pair.mentee, pair.mentor)).is_ok();
            if both && !made() {
                blocking.push(BlockingPair { mentee, mentor });
            }
        });
    }
    blocking
}
