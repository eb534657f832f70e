//! How many more mentees would have somebody if one new mentor came, without pairing everybody again.

use std::collections::VecDeque;

use crate::problem::Problem;
use crate::solution::Solution;

/// How many mentees who have nobody would have somebody if a new mentor came who may be paired with exactly those whom `takes`
/// names, counted up to `at_most`. Others may move for it, pinned pairs stay.
///
/// A newcomer with fewer places than that places as many as they have places: the most that can be matched is a greatest flow,
/// and along a single arc it grows by one with each unit of capacity until it grows no more.
///
/// The count is exact for a pairing that matches as many as possible (Berge 1957: there is more to be had just when there is an
/// augmenting path; what a failed search has seen needs no second look). Of another pairing it counts what could be had without
/// giving anybody up, but for free places that its objective leaves free.
#[must_use]
pub fn placed_by_newcomer(problem: &Problem, solution: &Solution, takes: impl Fn(u32) -> bool, at_most: usize) -> usize {
    let mut search = Search::new(problem, solution);
    let mut placed = 0;
    for mentee in 0..problem.mentees() {
        if placed >= at_most {
            break;
        }
        if search.has_nobody(mentee) && search.place(mentee, &takes) {
            placed += 1;
        }
    }
    placed
}

struct Search<'a> {
    problem: &'a Problem,
    at_least: i64,
    alone: Vec<bool>,
    /// Each mentor's mentees, pinned pairs left out.
    holders: Vec<Vec<u32>>,
    /// Whom the newcomer has.
    newcomer: Vec<bool>,
    /// Mentors from whom no search can get any further.
    dead: Vec<bool>,
}

/// One search: how each was come to.
struct Seen {
    /// The mentee who would take a place with a mentor.
    taker: Vec<Option<u32>>,
    /// The mentor whose place a mentee would give up.
    leaves: Vec<Option<u32>>,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem, solution: &Solution) -> Self {
        let (mentees, mentors) = (problem.mentees() as usize, problem.mentors() as usize);
        let mut alone: Vec<bool> = (0..problem.mentees()).map(|mentee| problem.wanted(mentee) > 0).collect();
        let mut holders = vec![Vec::new(); mentors];
        for pair in &solution.pairs {
            if let Some(alone) = alone.get_mut(pair.mentee as usize) {
                *alone = false;
            }
            if problem.pinned().binary_search(&(pair.mentee, pair.mentor)).is_err()
                && let Some(list) = holders.get_mut(pair.mentor as usize)
            {
                list.push(pair.mentee);
            }
        }
        let at_least = solution.stages.last().and_then(|stage| stage.at_least).unwrap_or(i64::MIN);
        Self { problem, at_least, alone, holders, newcomer: vec![false; mentees], dead: vec![false; mentors] }
    }

    fn has_nobody(&self, mentee: u32) -> bool {
        self.alone.get(mentee as usize).copied().unwrap_or(false)
    }

    /// Finds a chain of moves that ends with the newcomer, and makes it.
    fn place(&mut self, start: u32, takes: &impl Fn(u32) -> bool) -> bool {
        let mut seen = Seen { taker: vec![None; self.holders.len()], leaves: vec![None; self.newcomer.len()] };
        let mut queue = VecDeque::from([start]);
        while let Some(mentee) = queue.pop_front() {
            if takes(mentee) && self.newcomer.get(mentee as usize) == Some(&false) {
                self.make(start, mentee, &seen);
                return true;
            }
            self.spread(start, mentee, &mut seen, &mut queue);
        }
        for (dead, taker) in self.dead.iter_mut().zip(&seen.taker) {
            *dead |= taker.is_some();
        }
        false
    }

    /// Goes on to those who hold the places that a mentee could have instead.
    fn spread(&self, start: u32, mentee: u32, seen: &mut Seen, queue: &mut VecDeque<u32>) {
        let Seen { taker, leaves } = seen;
        self.problem.candidates().for_each(mentee, |mentor, score| {
            let at = mentor as usize;
            let holders = self.holders.get(at).map_or(&[][..], Vec::as_slice);
            let open = score >= self.at_least
                && self.dead.get(at) == Some(&false)
                && !holders.contains(&mentee)
                && self.problem.pinned().binary_search(&(mentee, mentor)).is_err();
            if let Some(slot) = taker.get_mut(at).filter(|slot| open && slot.is_none()) {
                *slot = Some(mentee);
                for holder in holders.iter().filter(|holder| **holder != start) {
                    if let Some(leaves) = leaves.get_mut(*holder as usize).filter(|leaves| leaves.is_none()) {
                        *leaves = Some(mentor);
                        queue.push_back(*holder);
                    }
                }
            }
        });
    }

    fn make(&mut self, start: u32, last: u32, seen: &Seen) {
        if let Some(newcomer) = self.newcomer.get_mut(last as usize) {
            *newcomer = true;
        }
        let mut mentee = last;
        while mentee != start {
            let step = seen.leaves.get(mentee as usize).copied().flatten();
            let Some((mentor, next)) = step.and_then(|mentor| Some((mentor, seen.taker.get(mentor as usize).copied().flatten()?))) else {
                return;
            };
            if let Some(list) = self.holders.get_mut(mentor as usize) {
                list.retain(|holder| *holder != mentee);
                list.push(next);
            }
            mentee = next;
        }
        if let Some(alone) = self.alone.get_mut(start as usize) {
            *alone = false;
        }
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "tests with small numbers"
)]
mod tests {
    use super::*;
    use crate::{ABSENT, Dense, Objective, Options, solve};

    /// Small numbers that look like chance: Knuth's multiplicative generator.
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % bound
        }
    }

    fn matched(mentees: u32, mentors: u32, scores: Vec<i32>, capacities: Vec<u32>, pinned: &[(u32, u32)]) -> (Problem, Solution) {
        let problem = Problem::dense(Dense::new(mentees, mentors, scores).unwrap(), capacities).unwrap();
        let problem = problem.with_pinned(pinned.to_vec()).unwrap();
        let solution = solve(&problem, Objective::Coverage, Options::default());
        (problem, solution)
    }

    #[test]
    fn it_is_what_pairing_everybody_again_with_the_newcomer_comes_to() {
        let mut chance = Chance(7);
        let mut gains = [0_usize; 4];
        for _ in 0..3_000 {
            let (mentees, mentors) = (1 + chance.below(7) as u32, chance.below(5) as u32);
            let scores: Vec<i32> =
                (0..mentees * mentors).map(|_| if chance.below(3) == 0 { chance.below(50) as i32 } else { ABSENT }).collect();
            let capacities: Vec<u32> = (0..mentors).map(|_| chance.below(3) as u32).collect();
            let takes: Vec<bool> = (0..mentees).map(|_| chance.below(2) == 0).collect();
            // Sometimes a pair that must stay.
            let first = (0..mentees).flat_map(|i| (0..mentors).map(move |j| (i, j)));
            let pinned: Vec<(u32, u32)> = first
                .filter(|(i, j)| scores[(i * mentors + j) as usize] != ABSENT && capacities[*j as usize] > 0)
                .take(chance.below(2) as usize)
                .collect();
            let (problem, solution) = matched(mentees, mentors, scores.clone(), capacities.clone(), &pinned);
            let wider: Vec<i32> = (0..mentees as usize)
                .flat_map(|i| {
                    let row = &scores[i * mentors as usize..(i + 1) * mentors as usize];
                    row.iter().copied().chain([if takes[i] { 0 } else { ABSENT }])
                })
                .collect();
            for places in [1, 2, 100] {
                let capacities: Vec<u32> = capacities.iter().copied().chain([places]).collect();
                let (_, with) = matched(mentees, mentors + 1, wider.clone(), capacities, &pinned);
                let gain = usize::try_from(with.matched() - solution.matched()).unwrap();
                let counted = placed_by_newcomer(&problem, &solution, |mentee| takes[mentee as usize], places as usize);
                assert_eq!(counted, gain, "{places} places, {problem:?}, {takes:?}");
                if let Some(seen) = gains.get_mut(gain) {
                    *seen += 1;
                }
            }
        }
        assert!(gains.iter().all(|seen| *seen > 100), "cases of every kind: {gains:?}");
    }
}
