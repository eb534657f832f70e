//! Peer matching: one set of people, paired among themselves.
//!
//! The optimum is a matching in a general graph, for which there is an exact algorithm (Edmonds, "Paths, trees, and
//! flowers", 1965) that is long and slow in practice. What is done instead is a heuristic with a proven bound:
//!
//! 1. Solve the assignment problem in which everybody is once a mentee and once a mentor. Half its value is the value of
//!    the fractional matching, which no pairing exceeds; it comes with the same proof as any other assignment.
//! 2. Its pairs form paths and cycles (Balinski, "Integer programming: methods, uses, computation", 1965). Paths, pairs and
//!    even cycles are split without loss; an odd cycle loses about half a pair.
//! 3. Whoever is left is paired greedily; then pairs exchange partners, and people without one take another's, as long as
//!    that gains anything.
//!
//! Most of the time the loss is a small part of a percent, and [`Peers::gap`] says how much at most.

use std::cmp::Reverse;

use crate::candidates::{Candidates, Sparse};
use crate::error::ProblemError;
use crate::problem::Problem;
use crate::solution::{Objective, Options, Solution};
use crate::solve::solve;
use crate::worth::Worth;

/// Two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeerPair {
    /// The one with the lower number.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// Both directions' scores together.
    pub score: i64,
}

/// People paired among themselves.
#[derive(Clone, Debug)]
pub struct Peers {
    /// The pairs, ascending.
    pub pairs: Vec<PeerPair>,
    /// How many people have somebody, how many pairs that is, and the sum of their scores.
    pub worth: Worth,
    /// The assignment problem that bounds it, for [`crate::verify()`].
    pub doubled: Problem,
    /// Its answer: no pairing has more than half as many pairs, nor with as many of them more than half its total.
    pub bound: Solution,
}

impl Peers {
    /// How much better a pairing can be at most, in halves of pairs and of points: twice a pairing's worth never exceeds
    /// the bound. All 0 when it is optimal.
    #[must_use]
    pub fn gap(&self) -> Worth {
        let (twice, bound) = (self.worth + self.worth, self.bound.worth);
        if self.bound.objective == Objective::Total {
            return Worth::of_total(bound.total - twice.total);
        }
        Worth::new(0, bound.pairs - twice.pairs, bound.total - twice.total)
    }
}

/// Rounds of exchanges at most; each looks at every two pairs.
const ROUNDS: usize = 20;

/// Pairs people of one set. `scores` is square: how well the second (column) suits the first (row). Two people may be
/// paired when both directions have a score; the pair is worth their sum. The objective is [`Objective::Coverage`] or
/// [`Objective::Total`]; anything else is taken as coverage.
///
/// `O(people² · rounds)` after the assignment.
///
/// # Errors
/// When the scores aren't square, or a sum could overflow.
pub fn match_peers(scores: &Candidates, objective: Objective, options: Options<'_>) -> Result<Peers, ProblemError> {
    let people = scores.mentees();
    if scores.mentors() != people {
        return Err(ProblemError::Length { what: "scores", expected: people as usize, found: scores.mentors() as usize });
    }
    let mut both = Vec::new();
    for one in 0..people {
        scores.for_each(one, |other, score| {
            if one != other
                && let Some(back) = scores.score(other, one)
            {
                both.push((one, other, score + back));
            }
        });
    }
    let sparse = Sparse::from_pairs(people, people, both)?;
    let doubled = Problem::sparse(sparse, vec![1; people as usize])?;
    let total = objective == Objective::Total;
    let bound = solve(&doubled, if total { Objective::Total } else { Objective::Coverage }, options);
    let mut pairing = Pairing { problem: &doubled, total, partner: vec![None; people as usize] };
    pairing.split(&bound);
    pairing.fill();
    for _ in 0..ROUNDS {
        if !pairing.exchange() {
            break;
        }
        pairing.fill();
    }
    let mut pairs = Vec::new();
    for (one, other) in (0..).zip(&pairing.partner) {
        if let Some(other) = other.filter(|other| one < *other) {
            pairs.extend(doubled.score(one, other).map(|score| PeerPair { one, other, score }));
        }
    }
    let count = i64::try_from(pairs.len()).unwrap_or(i64::MAX);
    let worth = Worth::new(count * 2, count, pairs.iter().map(|pair| pair.score).sum());
    Ok(Peers { pairs, worth, doubled, bound })
}

struct Pairing<'a> {
    problem: &'a Problem,
    total: bool,
    partner: Vec<Option<u32>>,
}

impl Pairing<'_> {
    /// What a pair is worth; `None` when it can't be made, or nobody would make it.
    fn worth(&self, one: u32, other: u32) -> Option<Worth> {
        let score = self.problem.score(one, other)?;
        if self.total { (score > 0).then(|| Worth::of_total(score)) } else { Some(Worth::new(0, 1, score)) }
    }

    fn partner_of(&self, one: u32) -> Option<u32> {
        self.partner.get(one as usize).copied().flatten()
    }

    fn set(&mut self, one: u32, other: Option<u32>) {
        if let Some(slot) = self.partner.get_mut(one as usize) {
            *slot = other;
        }
    }

    fn join(&mut self, one: u32, other: u32) {
        self.set(one, Some(other));
        self.set(other, Some(one));
    }

    /// Takes the paths and cycles of the assignment apart, each in the best way.
    fn split(&mut self, assignment: &Solution) {
        let mut next = vec![None; self.partner.len()];
        let mut has_before = vec![false; self.partner.len()];
        for pair in &assignment.pairs {
            next.get_mut(pair.mentee as usize).into_iter().for_each(|slot| *slot = Some(pair.mentor));
            has_before.get_mut(pair.mentor as usize).into_iter().for_each(|slot| *slot = true);
        }
        // Paths from their beginnings; what then remains is cycles.
        let starts = (0_u32..).zip(&has_before).filter(|(_, before)| !**before).map(|(start, _)| start);
        for start in starts.collect::<Vec<_>>().into_iter().chain(0..self.problem.mentees()) {
            let mut list = vec![start];
            let mut at = start;
            while let Some(following) = next.get_mut(at as usize).and_then(Option::take) {
                if following == start {
                    break;
                }
                list.push(following);
                at = following;
            }
            let cycle = list.len() > 2 && self.worth(at, start).is_some() && has_before.get(start as usize) == Some(&true);
            let straight = self.best_along(&list);
            let mut turned = list.clone();
            turned.rotate_left(1);
            let better = if cycle { Some(self.best_along(&turned)).filter(|turned| turned.0 > straight.0) } else { None };
            for (one, other) in better.unwrap_or(straight).1 {
                self.join(one, other);
            }
        }
    }

    /// The best pairs of neighbours in a list.
    fn best_along(&self, list: &[u32]) -> (Worth, Vec<(u32, u32)>) {
        let mut best: Vec<(Worth, bool)> = vec![(Worth::ZERO, false)];
        for (at, pair) in list.windows(2).enumerate() {
            let without = best.last().map_or(Worth::ZERO, |best| best.0);
            let with = match pair {
                [one, other] => self
                    .worth(*one, *other)
                    .map(|worth| worth + at.checked_sub(1).and_then(|at| best.get(at)).map_or(Worth::ZERO, |best| best.0)),
                _ => None,
            };
            best.push(with.filter(|with| *with > without).map_or((without, false), |with| (with, true)));
        }
        let worth = best.last().map_or(Worth::ZERO, |best| best.0);
        let mut pairs = Vec::new();
        let mut at = list.len().saturating_sub(1);
        while at > 0 {
            match (best.get(at), list.get(at - 1), list.get(at)) {
                (Some((_, true)), Some(one), Some(other)) => {
                    pairs.push((*one, *other));
                    at = at.saturating_sub(2);
                }
                _ => at -= 1,
            }
        }
        (worth, pairs)
    }

    /// Pairs those who are left, the best first.
    fn fill(&mut self) {
        let mut open = Vec::new();
        for one in 0..self.problem.mentees() {
            if self.partner_of(one).is_none() {
                self.problem.candidates().for_each(one, |other, score| {
                    if one < other && self.partner_of(other).is_none() && (!self.total || score > 0) {
                        open.push((Reverse(score), one, other));
                    }
                });
            }
        }
        open.sort_unstable();
        for (_, one, other) in open {
            if self.partner_of(one).is_none() && self.partner_of(other).is_none() {
                self.join(one, other);
            }
        }
    }

    /// Lets each take a better partner where all four (or three) together gain. Says whether any did.
    fn exchange(&mut self) -> bool {
        let mut any = false;
        for one in 0..self.problem.mentees() {
            let mut preferences = Vec::new();
            self.problem.candidates().for_each(one, |other, _| preferences.push(other));
            for other in preferences {
                let (mine, theirs) = (self.partner_of(one), self.partner_of(other));
                if mine == Some(other) {
                    continue;
                }
                let is_worth = |a: Option<u32>, b: Option<u32>| a.zip(b).and_then(|(a, b)| self.worth(a, b)).unwrap_or_default();
                let before = is_worth(Some(one), mine) + is_worth(Some(other), theirs);
                let rest = mine.zip(theirs).filter(|(a, b)| self.worth(*a, *b).is_some());
                let Some(joined) = self.worth(one, other) else { continue };
                if joined + is_worth(rest.map(|rest| rest.0), rest.map(|rest| rest.1)) > before {
                    mine.into_iter().chain(theirs).for_each(|left| self.set(left, None));
                    self.join(one, other);
                    rest.into_iter().for_each(|(a, b)| self.join(a, b));
                    any = true;
                }
            }
        }
        any
    }
}
