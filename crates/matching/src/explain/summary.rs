//! An answer in a few numbers.

use crate::problem::Problem;
use crate::solution::{Pair, Solution};

/// The scores of the pairs made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The lowest.
    pub worst: i64,
    /// A quarter of the pairs is at or below this.
    pub lower_quarter: i64,
    /// Half of the pairs is at or below this.
    pub median: i64,
    /// Three quarters of the pairs are at or below this.
    pub upper_quarter: i64,
    /// The highest.
    pub best: i64,
}

/// The spread of the scores; `None` without pairs.
#[must_use]
pub fn summary(pairs: &[Pair]) -> Option<Summary> {
    let mut scores: Vec<i64> = pairs.iter().map(|pair| pair.score).collect();
    scores.sort_unstable();
    let at = |quarter: usize| scores.get((scores.len().checked_sub(1)?) * quarter / 4).copied();
    Some(Summary { worst: at(0)?, lower_quarter: at(1)?, median: at(2)?, upper_quarter: at(3)?, best: at(4)? })
}

/// How many pairs have a score in each of so many steps of equal width between two scores, the ends included. What lies
/// outside counts in the first or last step.
#[must_use]
pub fn histogram(pairs: &[Pair], from: i64, to: i64, steps: usize) -> Vec<u32> {
    let mut counts = vec![0; steps];
    let width = (i128::from(to) - i128::from(from) + 1).max(1);
    for pair in pairs {
        let inside = (i128::from(pair.score) - i128::from(from)).clamp(0, width - 1);
        let step = usize::try_from(inside * steps as i128 / width).unwrap_or(0);
        if let Some(count) = counts.get_mut(step) {
            *count += 1;
        }
    }
    counts
}

/// How many mentees have a mentor who is among their best so many: fewer than that have a higher score with them. One pass
/// over the candidates.
#[must_use]
pub fn among_their_best(problem: &Problem, solution: &Solution, count: usize) -> usize {
    let of_one = |pairs: &[Pair]| {
        let (Some(mentee), Some(best)) = (pairs.first().map(|pair| pair.mentee), pairs.iter().map(|pair| pair.score).max()) else {
            return false;
        };
        let mut better = 0;
        problem.candidates().for_each(mentee, |_, score| better += usize::from(score > best));
        better < count
    };
    solution.pairs.chunk_by(|a, b| a.mentee == b.mentee).filter(|pairs| of_one(pairs)).count()
}
