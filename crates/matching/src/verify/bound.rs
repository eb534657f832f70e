//! What a stage's prices prove: the bound that they add up to, or the pair that they don't cover.

use super::Wrong;
use super::rows::Rows;
use crate::candidates::Candidates;
use crate::problem::Problem;
use crate::solution::{Goal, Stage};
use crate::worth::Worth;

/// A sum of worths that can't overflow unnoticed.
#[derive(Default)]
struct Sum([i128; 3]);

impl Sum {
    fn add(&mut self, worth: Worth, times: u32) {
        for (sum, part) in self.0.iter_mut().zip([worth.mentees, worth.pairs, worth.total]) {
            *sum += i128::from(part) * i128::from(times);
        }
    }

    fn worth(&self) -> Result<Worth, Wrong> {
        let [mentees, pairs, total] = self.0.map(|part| i64::try_from(part).map_err(|_| Wrong::Overflow));
        Ok(Worth::new(mentees?, pairs?, total?))
    }
}

/// Adds up the prices of a stage and checks that no pair is worth more than its two.
pub(super) fn bound(problem: &Problem, stage: &Stage) -> Result<Worth, Wrong> {
    let (mentees, mentors) = (&stage.prices.mentees, &stage.prices.mentors);
    if mentees.len() != problem.mentees() as usize || mentors.len() != problem.mentors() as usize {
        return Err(Wrong::Prices);
    }
    let covers = stage.goal != Goal::Total;
    let worth_of = |score| Worth::new(0, i64::from(covers), if stage.goal == Goal::Count { 0 } else { score });
    let mut sum = Sum::default();
    let mut places: Vec<u32> = (0..problem.mentors()).map(|mentor| problem.capacity(mentor)).collect();
    for (mentee, mentor) in problem.pinned() {
        sum.add(worth_of(problem.score(*mentee, *mentor).ok_or(Wrong::Overflow)?), 1);
        let places = places.get_mut(*mentor as usize).ok_or(Wrong::Overflow)?;
        *places = places.saturating_sub(1);
    }
    for (price, places) in mentors.iter().zip(&places) {
        if price.sign().is_lt() {
            return Err(Wrong::PriceTooLow);
        }
        sum.add(*price, *places);
    }
    let mut rows = match problem.candidates() {
        Candidates::Dense(dense) if stage.goal != Goal::Count && stage.at_least.is_none() => Some(Rows::new(dense, covers, mentors)),
        _ => None,
    };
    for (mentee, price) in (0..).zip(mentees) {
        let pinned = pinned_of(problem, mentee);
        let looks_for = problem.wanted(mentee).saturating_sub(u32::try_from(pinned.len()).unwrap_or(u32::MAX));
        if covers && !pinned.is_empty() {
            sum.add(Worth::new(1, 0, 0), 1);
        }
        if looks_for == 0 {
            continue;
        }
        let mut candidates = 0;
        let mut beaten = None;
        let mut over = Sum::default();
        // Who wants one mentor pays once, however many candidates there are.
        let certain = looks_for == 1 && pinned.is_empty() && rows.as_mut().is_some_and(|rows| rows.hold(mentee, *price));
        let mut look = |mentor, score| {
            if stage.at_least.is_some_and(|least| score < least) || pinned.contains(&(mentee, mentor)) {
                return;
            }
            candidates += 1;
            let theirs = mentors.get(mentor as usize).copied().unwrap_or_default();
            let surplus = worth_of(score) - *price - theirs;
            if surplus.sign().is_gt() {
                if looks_for > 1 {
                    over.add(surplus, 1);
                } else {
                    beaten = Some(mentor);
                }
            }
        };
        if !certain {
            problem.candidates().for_each(mentee, &mut look);
        }
        if let Some(mentor) = beaten {
            return Err(Wrong::PairBeatsPrices { mentee, mentor });
        }
        // No one has more pairs than candidates. (Who has none must have a price all the same, so that each one counts.)
        let times = looks_for.min(candidates).max(1);
        let first = covers && pinned.is_empty();
        if first {
            sum.add(Worth::new(1, 0, 0), 1);
        }
        let below = price.sign().is_lt();
        if below && (!first || *price < Worth::new(-1, 0, 0)) {
            return Err(Wrong::PriceTooLow);
        }
        sum.add(*price, if below { 1 } else { times });
        sum.add(over.worth()?, 1);
    }
    sum.worth()
}

fn pinned_of(problem: &Problem, mentee: u32) -> &[(u32, u32)] {
    let pinned = problem.pinned();
    let from = pinned.partition_point(|pair| pair.0 < mentee);
    let to = pinned.partition_point(|pair| pair.0 <= mentee);
    pinned.get(from..to).unwrap_or(&[])
}
