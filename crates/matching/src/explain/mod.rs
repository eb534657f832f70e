//! What a coordinator asks about an answer: who is left out and why, what one more place would bring, who would be next.
//!
//! Everything here reads a problem and its solution; none of it decides anything.

mod newcomer;
mod places;
mod summary;

pub use newcomer::placed_by_newcomer;
pub use places::one_more_place;
pub use summary::{Summary, among_their_best, histogram, summary};

use crate::problem::Problem;
use crate::solution::{Goal, Pair, Solution};
use crate::solve::assemble;
use crate::stable::deferred_acceptance;
use crate::worth::Worth;

/// Why a mentee got nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// They want nobody (`wanted` is 0).
    WantsNobody,
    /// There is no pair that may be made.
    NoCandidate,
    /// All their candidates have no place, or gave all their places to others.
    AllFull {
        /// How many candidates they have.
        candidates: u32,
    },
    /// Somebody has a place, but not at a score that this objective takes (below 0 for a total, below the worst accepted
    /// for fairness).
    OnlyAtALoss {
        /// How many candidates have a place left.
        open: u32,
    },
}

/// Every mentee without a mentor, ascending, and why. One pass over their candidates.
#[must_use]
pub fn left_out(problem: &Problem, solution: &Solution) -> Vec<(u32, LeftOut)> {
    let mut taken = vec![0_u32; problem.mentors() as usize];
    for pair in &solution.pairs {
        if let Some(taken) = taken.get_mut(pair.mentor as usize) {
            *taken += 1;
        }
    }
    let mut matched = solution.pairs.iter().map(|pair| pair.mentee).peekable();
    let mut list = Vec::new();
    for mentee in 0..problem.mentees() {
        if matched.peek() == Some(&mentee) {
            while matched.next_if_eq(&mentee).is_some() {}
            continue;
        }
        let (mut candidates, mut open) = (0, 0);
        problem.candidates().for_each(mentee, |mentor, _| {
            candidates += 1;
            open += u32::from(taken.get(mentor as usize).is_some_and(|taken| *taken < problem.capacity(mentor)));
        });
        let why = match (problem.wanted(mentee), candidates, open) {
            (0, _, _) => LeftOut::WantsNobody,
            (_, 0, _) => LeftOut::NoCandidate,
            (_, _, 0) => LeftOut::AllFull { candidates },
            _ => LeftOut::OnlyAtALoss { open },
        };
        list.push((mentee, why));
    }
    list
}

/// Somebody that a person didn't get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The pair that it would be.
    pub pair: Pair,
    /// What the whole pairing loses at least when this pair is made instead: how far the pair is below its two prices.
    /// Nothing when it would do as well. `None` where there are no prices (a stable pairing).
    pub costs: Option<Worth>,
}

/// The best mentors that a mentee didn't get, at most so many, best score first. One pass over the candidates of one.
#[must_use]
pub fn next_for_mentee(problem: &Problem, solution: &Solution, mentee: u32, count: usize) -> Vec<Alternative> {
    let mut pairs = Vec::new();
    problem.candidates().for_each(mentee, |mentor, score| pairs.push(Pair { mentee, mentor, score }));
    best_of(pairs, solution, count)
}

/// The best mentees that a mentor didn't get, at most so many, best score first. One look at every mentee.
#[must_use]
pub fn next_for_mentor(problem: &Problem, solution: &Solution, mentor: u32, count: usize) -> Vec<Alternative> {
    let of = |mentee| problem.score(mentee, mentor).map(|score| Pair { mentee, mentor, score });
    best_of((0..problem.mentees()).filter_map(of).collect(), solution, count)
}

fn best_of(mut pairs: Vec<Pair>, solution: &Solution, count: usize) -> Vec<Alternative> {
    pairs.retain(|pair| solution.pairs.binary_search(pair).is_err());
    pairs.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.score), pair.mentee, pair.mentor));
    pairs.truncate(count);
    let cost = |pair: &Pair| {
        let stage = solution.stages.last()?;
        let covers = i64::from(stage.goal != Goal::Total);
        let mentee = stage.prices.mentees.get(pair.mentee as usize)?;
        let mentor = stage.prices.mentors.get(pair.mentor as usize)?;
        Some((*mentee + *mentor - Worth::new(0, covers, pair.score)).max(Worth::ZERO))
    };
    pairs.into_iter().map(|pair| Alternative { pair, costs: cost(&pair) }).collect()
}

/// What somebody would do by hand, for comparison: the best pair that can still be made, again and again (pinned ones
/// first). The same as a stable pairing in which both sides go by the one score, and found as quickly.
#[must_use]
pub fn greedy(problem: &Problem) -> Solution {
    let (pairs, _) = deferred_acceptance(problem, None, &mut |_, _| true);
    assemble(problem, crate::Objective::Stable, &pairs, Vec::new(), true)
}
