//! The problem of one stage, as the solver reads it: the pairs that count, what is left of everybody's places once the
//! pinned pairs are made, and what an empty place costs.

use crate::candidates::Candidates;
use crate::problem::Problem;
use crate::solution::Goal;
use crate::worth::Worth;

/// What one stage optimises over. Pinned pairs are out of it.
pub(crate) struct Graph<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) goal: Goal,
    /// Pairs below this don't count; `i64::MIN` for none.
    pub(crate) at_least: i64,
    /// How many mentors each mentee still looks for, never more than could be had.
    pub(crate) wanted: Vec<u32>,
    /// How many places each mentor has left.
    pub(crate) places: Vec<u32>,
    /// Mentees with a pinned pair: covered already.
    pub(crate) covered: Vec<bool>,
    /// The value of leaving a mentee wholly without a mentor.
    pub(crate) nobody: i64,
    /// The value of leaving a place wanted empty otherwise.
    pub(crate) fewer: i64,
    /// Who comes first, and who is taken among equals.
    pub(crate) seed: u64,
    /// What tells a pair more from a higher total: larger than any sum of scores on a path.
    pair: i64,
}

impl<'a> Graph<'a> {
    pub(crate) fn new(problem: &'a Problem, goal: Goal, at_least: Option<i64>, largest: i64) -> Self {
        let mentees = problem.mentees();
        let mut wanted: Vec<u32> = (0..mentees).map(|mentee| problem.wanted(mentee).min(problem.mentors())).collect();
        let mut places = problem.capacities.clone();
        let mut covered = vec![false; wanted.len()];
        for (mentee, mentor) in &problem.pinned {
            if let (Some(wanted), Some(places)) = (wanted.get_mut(*mentee as usize), places.get_mut(*mentor as usize)) {
                *wanted = wanted.saturating_sub(1);
                *places = places.saturating_sub(1);
            }
            if let Some(covered) = covered.get_mut(*mentee as usize) {
                *covered = true;
            }
        }
        // Every price is the sum of the scores along one alternating path, with signs, and at most one of the two
        // values below (see search.rs): less than `path` either way, plus 0, −fewer or −nobody. So four times that
        // much for a pair keeps the levels apart whatever the scores, and comparing sums is comparing worths.
        let people = i64::from(problem.mentees().min(problem.mentors()));
        let pair = (largest + 1) * (people + 1) * 16;
        let (nobody, fewer) = if goal == Goal::Total { (0, 0) } else { (-2 * pair, -pair) };
        Self { problem, goal, at_least: at_least.unwrap_or(i64::MIN), wanted, places, covered, nobody, fewer, seed: 0, pair }
    }

    /// The same problem seen by the mentors, each of whom looks for as many mentees as they have places. For when nobody
    /// wants more than one mentor: then an empty place costs a mentee and a pair, whosever it is.
    pub(crate) fn seen_by_mentors(mut self) -> Self {
        self.fewer = self.nobody;
        self
    }

    /// Who wants more than they have candidates gets at most so many places beyond those to look for.
    pub(crate) fn want_no_more_than_there_is(&mut self, and: u32) {
        for mentee in 0..self.problem.mentees() {
            let wanted = self.wanted.get(mentee as usize).copied().unwrap_or(0);
            if wanted > 1 {
                let mut candidates = 0;
                self.for_each(mentee, |_, _| candidates += 1);
                if let Some(slot) = self.wanted.get_mut(mentee as usize) {
                    *slot = wanted.min(candidates + and);
                }
            }
        }
    }

    pub(crate) const fn candidates(&self) -> &'a Candidates {
        &self.problem.candidates
    }

    /// Calls `visit` with each mentor that counts in this stage and what the pair adds to the total.
    pub(crate) fn for_each(&self, mentee: u32, mut visit: impl FnMut(u32, i64)) {
        let covered = self.covered.get(mentee as usize).copied().unwrap_or(false);
        let pinned = if covered { self.problem.pinned_of(mentee) } else { &[] };
        let counts = self.goal == Goal::Count;
        self.candidates().for_each(mentee, |mentor, score| {
            if score >= self.at_least && !pinned.contains(&(mentee, mentor)) {
                visit(mentor, if counts { 0 } else { score });
            }
        });
    }

    /// What a pair adds to the total.
    pub(crate) fn score(&self, mentee: u32, mentor: u32) -> i64 {
        if self.goal == Goal::Count { 0 } else { self.candidates().score(mentee, mentor).unwrap_or(0) }
    }

    /// The value of leaving the next place of a mentee empty who has so many empty ones already.
    pub(crate) fn empty(&self, mentee: usize, already: u32) -> i64 {
        let last = already.saturating_add(1) >= self.wanted.get(mentee).copied().unwrap_or(0);
        let covered = self.covered.get(mentee).copied().unwrap_or(false);
        if last && !covered { self.nobody } else { self.fewer }
    }

    /// A mentee's price out of the solver's number. There, an empty place costs; here, a pair brings.
    pub(crate) fn mentee_price(&self, number: i64) -> Worth {
        let pair = i64::from(self.goal != Goal::Total);
        self.worth(number) + Worth::new(0, pair, 0)
    }

    /// A mentor's price out of the solver's number: one of the levels and a rest that never reaches halfway to the next.
    pub(crate) fn worth(&self, number: i64) -> Worth {
        if self.goal == Goal::Total {
            return Worth::of_total(number);
        }
        let one = self.pair;
        let level = (number + one / 2).div_euclid(one);
        let rest = number - level * one;
        Worth::new(level / 2, level.signum(), rest)
    }

    /// The solver's number out of a mentor's price of an earlier answer, which may be any nonsense.
    pub(crate) fn number(&self, price: Worth) -> i64 {
        let path = self.pair / 4;
        let level = price.mentees.clamp(0, 1) + price.pairs.clamp(0, 1);
        if self.goal == Goal::Total {
            return price.total.clamp(0, crate::MAX_SCORE);
        }
        (price.total.clamp(-path, path) + level * self.pair).max(0)
    }
}
